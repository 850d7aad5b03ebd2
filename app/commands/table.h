#pragma once

#include "app/commands/command.h"

namespace placewright {

// A table for a terminal: the first column flush left, figures flush right.
class TextTable
{
public:
    explicit TextTable(const QStringList& header) { row(header); }

    void row(const QStringList& cells);
    void print(Console& console) const; // nothing when there is no row below the header

private:
    QList<QStringList> m_rows;
    QList<qsizetype> m_widths;
};

} // namespace placewright
