#include "core/need/lookup.h"

#include <QSet>

#include <algorithm>

namespace placewright {

namespace {

void settle(Recode& made)
{
    QHash<QString, int> sources;
    for (auto code = made.targets.begin(); code != made.targets.end(); ++code) {
        std::sort(code->begin(), code->end());
        code->erase(std::unique(code->begin(), code->end()), code->end());
        if (code->size() > 1)
            made.split.append(code.key());
        for (const QString& target : std::as_const(*code))
            ++sources[target];
    }
    for (auto target = sources.cbegin(); target != sources.cend(); ++target)
        if (*target > 1)
            made.merged.append(target.key());
    made.split.sort();
    made.merged.sort();
}

} // namespace

Lookup::Lookup(QList<Column> columns)
    : m_columns(std::move(columns))
{
}

const Lookup::Column* Lookup::column(QAnyStringView codeSet) const
{
    const auto found = std::find_if(m_columns.cbegin(), m_columns.cend(),
                                    [codeSet](const Column& column) { return column.codeSet == codeSet; });
    return found == m_columns.cend() ? nullptr : &*found;
}

Recode recode(const Lookup& lookup, QAnyStringView from, QAnyStringView to)
{
    Recode made;
    if (!lookup.joins(from, to))
        return made;
    const QStringList& old = lookup.column(from)->codes;
    const QStringList& present = lookup.column(to)->codes;
    for (qsizetype i = 0; i < old.size(); ++i)
        if (!old.at(i).isEmpty() && !present.at(i).isEmpty())
            made.targets[old.at(i)].append(present.at(i));
    settle(made);
    return made;
}

Recode chained(const Recode& first, const Recode& second)
{
    Recode made;
    for (auto code = first.targets.cbegin(); code != first.targets.cend(); ++code)
        for (const QString& middle : *code)
            if (const auto targets = second.targets.constFind(middle); targets != second.targets.cend())
                made.targets[code.key()].append(*targets);
    settle(made);
    return made;
}

} // namespace placewright
