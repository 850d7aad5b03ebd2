#include "core/rules/sourceparts.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QChar between(u':');

}

SourceSplit splitByPayer(const YearView& view, const QString& source)
{
    const Plan& plan = view.plan();
    SourceSplit split;
    const auto part = [&](const Id& payer) -> SourcePart& {
        const auto found = std::find_if(split.parts.begin(), split.parts.end(),
                                        [&](const SourcePart& p) { return p.payer == payer; });
        if (found != split.parts.end())
            return *found;
        split.parts.append({source, payer, {}, {}, {}});
        return split.parts.last();
    };
    for (const Income& income : view.incomes()) {
        if (income.contribution->source != source)
            continue;
        SourcePart& of = part(income.contribution->partner);
        if (income.amount)
            of.income += *income.amount;
        else
            of.missing.append(view.amountCell(*income.contribution));
    }
    const Id only = split.parts.size() == 1 ? split.parts.first().payer : Id();
    for (const LedgerRow* row : view.rows()) {
        const Line& line = view.line(*row);
        if (line.source != source || row->amount.isZero())
            continue;
        const Id payer = line.payer.isNull() ? only : line.payer;
        if (!payer.isNull()) {
            part(payer).spend += row->amount;
            continue;
        }
        split.unnamed += row->amount;
        const CellRef cell = view.lineCell(*row, QLatin1StringView("payer"));
        if (!split.unnamedLines.contains(cell))
            split.unnamedLines.append(cell);
    }
    std::stable_sort(split.parts.begin(), split.parts.end(), [&](const SourcePart& a, const SourcePart& b) {
        return plan.partners.positionOf(a.payer) < plan.partners.positionOf(b.payer);
    });
    return split;
}

QString partName(const SourcePart& part)
{
    return part.source + between + part.payer.text();
}

std::pair<QString, Id> partFromName(const QString& name)
{
    const qsizetype at = name.indexOf(between);
    return at < 0 ? std::pair(name, Id()) : std::pair(name.left(at), Id(name.mid(at + 1)));
}

} // namespace placewright
