#include "core/rules/spendchecks.h"

#include "core/rules/yearview.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView sourceName("source");
constexpr QLatin1StringView minimumKindName("minimumKind");
constexpr QLatin1StringView schemeTypeField("schemeType");
constexpr QLatin1StringView activityField("activity");
constexpr QLatin1StringView spendKindField("spendKind");
constexpr QLatin1StringView nhsShareField("nhsShare");

void count(Finding& finding, const YearView& view, const LedgerRow& row, Money amount)
{
    finding.counted.append({view.line(row).id, amount});
    finding.figures = worst(finding.figures, row.status);
}

Money countedTotal(const Finding& finding)
{
    Money total;
    for (const CountedLine& line : finding.counted)
        total += line.amount;
    return total;
}

// The counted lines against a published minimum, some of whose lines may lack a figure.
void againstMinimum(Finding& finding, const MinimumSum& minimum, const QList<CellRef>& missing)
{
    const Money planned = countedTotal(finding);
    finding.read = minimum.read + finding.read;
    finding.figures = worst(finding.figures, minimum.status);
    settle(finding, minimum.amount, planned, planned - minimum.amount);
    if (!minimum.known())
        finding.required = std::monostate();
    if (!missing.isEmpty())
        finding.planned = std::monostate();
    if (!minimum.known() || !missing.isEmpty())
        leaveUnknown(finding, minimum.missing + missing);
}

// Whether a row's scheme is of one of the types or activities that a check names.
class TypeTest
{
public:
    explicit TypeTest(const RulebookCheck& check)
        : m_byActivity(check.parameters.contains(QLatin1StringView("activities")))
        , m_allowed(listParameter(check, QLatin1StringView(m_byActivity ? "activities" : "schemeTypes")))
    {
    }

    QLatin1StringView field() const { return m_byActivity ? activityField : schemeTypeField; }
    const QString& value(const Scheme& scheme) const
    {
        return m_byActivity ? scheme.activity : scheme.schemeType;
    }
    bool allows(const Scheme& scheme) const { return m_allowed.contains(value(scheme)); }

private:
    bool m_byActivity;
    QStringList m_allowed;
};

// Adds a part to the smallest of several headrooms.
void take(std::optional<Money>& smallest, Money headroom)
{
    smallest = smallest ? std::min(*smallest, headroom) : headroom;
}

} // namespace

QList<Finding> areaOfSpendMinimum(const YearView& view, const RulebookCheck& check)
{
    const QString source = textParameter(check, sourceName);
    const QStringList areas = listParameter(check, QLatin1StringView("areasOfSpend"));

    Finding finding = view.begin(check);
    for (const LedgerRow* row : view.rows()) {
        const Line& line = view.line(*row);
        if (line.source == source && areas.contains(line.areaOfSpend))
            count(finding, view, *row, row->amount);
    }
    againstMinimum(finding, view.minimum(textParameter(check, minimumKindName), view.year()), {});
    return {finding};
}

QList<Finding> minimumUplift(const YearView& view, const RulebookCheck& check)
{
    const QString kind = textParameter(check, minimumKindName);
    const MinimumSum now = view.minimum(kind, view.year());

    Finding finding = view.begin(check);
    finding.read = now.read;
    finding.figures = now.status;
    if (now.known())
        finding.planned = now.amount;

    MinimumSum before = view.minimum(kind, Id(yearBefore(view.year().text())));
    if (!before.known()) {
        before = {};
        for (const Minimum& minimum : view.plan().minimums) {
            if (minimum.year != view.year() || minimum.kind != kind)
                continue;
            const CellRef cell{QStringLiteral("minimum"), minimum.id, QStringLiteral("baseline"), {}};
            if (minimum.baseline)
                before.amount += *minimum.baseline;
            else
                before.missing.append(cell);
            before.read.append(cell);
        }
    }
    finding.read.append(before.read);
    finding.figures = worst(finding.figures, before.status);

    const QString factId = textParameter(check, QLatin1StringView("upliftFact"));
    const RulebookFact* fact = view.rulebook().fact(factId);
    const Result<Rate> uplift = Rate::parse(fact ? fact->value : QString());
    if (!uplift)
        finding.details = {factId};
    const QList<CellRef> missing = now.missing + before.missing;
    if (!missing.isEmpty() || !uplift) {
        leaveUnknown(finding, missing);
        return {finding};
    }

    const Result<Rate> tolerance = Rate::parse(textParameter(check, QLatin1StringView("tolerancePercent")));
    const Ratio previous(before.amount.pence());
    const Ratio raised = previous * (Ratio(1) + uplift->exact() / Ratio(100));
    const Ratio difference = Ratio(now.amount.pence()) - raised;
    const Ratio distance = difference.isNegative() ? -difference : difference;
    const Ratio allowed = tolerance ? previous * tolerance->exact() / Ratio(100) : Ratio();
    settle(finding, Money::fromPence(raised.unitsAt(0, Rounding::HalfAwayFromZero)), now.amount,
           Money::fromPence((allowed - distance).unitsAt(0, Rounding::Down)));
    return {finding};
}

QList<Finding> commissionedMinimum(const YearView& view, const RulebookCheck& check)
{
    const QString source = textParameter(check, sourceName);
    const QStringList areasNotCounted = listParameter(check, QLatin1StringView("areasNotCounted"));
    const QStringList commissioners = listParameter(check, QLatin1StringView("commissioners"));
    const QString joint = textParameter(check, QLatin1StringView("jointCommissioner"));

    Finding finding = view.begin(check);
    QList<CellRef> missing;
    for (const LedgerRow* row : view.rows()) {
        const Line& line = view.line(*row);
        if (line.source != source || line.areaOfSpend.isEmpty() || areasNotCounted.contains(line.areaOfSpend))
            continue;
        if (commissioners.contains(line.commissioner)) {
            count(finding, view, *row, row->amount);
        } else if (line.commissioner == joint) {
            const CellRef cell = view.lineCell(*row, nhsShareField);
            finding.read.append(cell);
            if (line.nhsShare)
                count(finding, view, *row,
                      scaled(row->amount, line.nhsShare->exact() / Ratio(100), Rounding::HalfAwayFromZero));
            else
                missing.append(cell);
        }
    }
    againstMinimum(finding, view.minimum(textParameter(check, minimumKindName), view.year()), missing);
    return {finding};
}

QList<Finding> sourcesSpentOnTypes(const YearView& view, const RulebookCheck& check)
{
    const QStringList sources = listParameter(check, QLatin1StringView("sources"));
    const TypeTest types(check);

    Finding finding = view.begin(check);
    QList<CellRef> missing;
    Money wrong;
    for (const LedgerRow* row : view.rows()) {
        if (!sources.contains(view.line(*row).source) || row->amount.isZero())
            continue;
        const CellRef cell = view.schemeCell(*row, types.field());
        if (types.value(view.scheme(*row)).isEmpty()) {
            missing.append(cell);
        } else if (types.allows(view.scheme(*row))) {
            count(finding, view, *row, row->amount);
        } else {
            wrong += row->amount.abs();
            finding.faults.append(view.line(*row).id);
            finding.read.append(cell);
        }
    }

    const bool typesKnown = missing.isEmpty();
    bool incomeKnown = true;
    Money income;
    std::optional<Money> smallest;
    if (!finding.faults.isEmpty())
        take(smallest, -wrong);
    for (const QString& code : sources) {
        const SourceSum* sum = view.source(code);
        if (!sum || (!sum->used && sum->missing.isEmpty()))
            continue;
        income += sum->income;
        finding.figures = worst(finding.figures, sum->status);
        if (!sum->missing.isEmpty()) {
            missing.append(sum->missing);
            incomeKnown = false;
            continue;
        }
        const Money difference = (sum->income - sum->spend).abs();
        take(smallest, -difference);
        if (!difference.isZero())
            finding.details.append(code);
    }
    settle(finding, income, countedTotal(finding), smallest.value_or(Money()));
    if (!incomeKnown)
        finding.required = std::monostate();
    if (!typesKnown)
        finding.planned = std::monostate();
    if (finding.status == FindingStatus::Pass && !missing.isEmpty())
        leaveUnknown(finding, missing);
    return {finding};
}

QList<Finding> sourceKindOfSpend(const YearView& view, const RulebookCheck& check)
{
    const QString source = textParameter(check, sourceName);
    const QString spendKind = textParameter(check, QLatin1StringView("spendKind"));
    const TypeTest types(check);

    Finding finding = view.begin(check);
    QList<CellRef> missing;
    Money spend;
    for (const LedgerRow* row : view.rows()) {
        const Line& line = view.line(*row);
        if (line.source != source || row->amount.isZero())
            continue;
        spend += row->amount;
        const Scheme& scheme = view.scheme(*row);
        const bool wrongKind = !line.spendKind.isEmpty() && line.spendKind != spendKind;
        const bool wrongType = !types.value(scheme).isEmpty() && !types.allows(scheme);
        if (wrongKind)
            finding.read.append(view.lineCell(*row, spendKindField));
        if (wrongType)
            finding.read.append(view.schemeCell(*row, types.field()));
        if (wrongKind || wrongType) {
            finding.faults.append(line.id);
            finding.figures = worst(finding.figures, row->status);
            continue;
        }
        if (line.spendKind.isEmpty())
            missing.append(view.lineCell(*row, spendKindField));
        if (types.value(scheme).isEmpty())
            missing.append(view.schemeCell(*row, types.field()));
        count(finding, view, *row, row->amount);
    }
    const Money planned = countedTotal(finding);
    settle(finding, spend, planned, planned - spend);
    if (finding.status == FindingStatus::Pass && !missing.isEmpty()) {
        finding.planned = std::monostate();
        leaveUnknown(finding, missing);
    }
    return {finding};
}

} // namespace placewright
