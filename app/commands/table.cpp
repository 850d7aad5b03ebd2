#include "app/commands/table.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

void TextTable::row(const QStringList& cells)
{
    m_rows.append(cells);
    m_widths.resize(std::max(m_widths.size(), cells.size()));
    for (qsizetype i = 0; i < cells.size(); ++i)
        m_widths[i] = std::max(m_widths.at(i), cells.at(i).size());
}

void TextTable::print(Console& console) const
{
    if (m_rows.size() < 2)
        return;
    for (const QStringList& cells : m_rows) {
        QString line = u"  "_s + cells.value(0).leftJustified(m_widths.at(0));
        for (qsizetype i = 1; i < cells.size(); ++i)
            line += u"  "_s + cells.at(i).rightJustified(m_widths.at(i));
        console.print(line);
    }
}

} // namespace placewright
