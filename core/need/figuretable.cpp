#include "core/need/figuretable.h"

#include <algorithm>
#include <numeric>

namespace placewright {

namespace {

template <class List> void reorder(List& list, const std::vector<qsizetype>& order)
{
    if (list.empty())
        return;
    List sorted;
    sorted.reserve(list.size());
    for (const qsizetype position : order)
        sorted.push_back(list[static_cast<typename List::size_type>(position)]);
    list = std::move(sorted);
}

} // namespace

std::optional<qint64> FigureColumn::at(qsizetype row) const
{
    const qint64 value = values[static_cast<size_t>(row)];
    return value == noFigure ? std::nullopt : std::optional(value);
}

bool addsUp(FigureKind kind)
{
    return kind == FigureKind::Count || kind == FigureKind::WeightedPeople;
}

bool averages(FigureKind kind)
{
    return kind == FigureKind::Score || kind == FigureKind::Rate;
}

FigureTable::FigureTable(QString codeSet, QStringList codes, QStringList names, QList<FigureColumn> columns)
    : m_codeSet(std::move(codeSet))
    , m_codes(std::move(codes))
    , m_names(std::move(names))
    , m_columns(std::move(columns))
{
    if (!std::is_sorted(m_codes.cbegin(), m_codes.cend())) {
        std::vector<qsizetype> order(static_cast<size_t>(m_codes.size()));
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(),
                  [this](qsizetype a, qsizetype b) { return m_codes.at(a) < m_codes.at(b); });
        reorder(m_codes, order);
        reorder(m_names, order);
        for (FigureColumn& column : m_columns) {
            reorder(column.values, order);
            reorder(column.lower, order);
            reorder(column.upper, order);
            reorder(column.counts, order);
        }
    }
    m_rows.reserve(m_codes.size());
    for (qsizetype i = 0; i < m_codes.size(); ++i)
        m_rows.insert(m_codes.at(i), i);
}

const FigureColumn* FigureTable::column(QAnyStringView id) const
{
    const auto found = std::find_if(m_columns.cbegin(), m_columns.cend(),
                                    [id](const FigureColumn& column) { return column.id == id; });
    return found == m_columns.cend() ? nullptr : &*found;
}

} // namespace placewright
