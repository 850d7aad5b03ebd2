#include "core/rules/incomechecks.h"

#include "core/rules/sourceparts.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView sourceName("source");
constexpr QLatin1StringView minimumKindName("minimumKind");

// Income against spend, source by source. A source whose income is partly not known decides nothing unless it fails
// whatever the absent figure is.
class Headroom
{
public:
    void add(const SourceSum& sum, Money headroom, bool decided)
    {
        m_income += sum.income;
        m_spend += sum.spend;
        m_status = worst(m_status, sum.status);
        if (!decided) {
            m_missing.append(sum.missing);
            m_incomeKnown = m_incomeKnown && sum.source.isEmpty();
            return;
        }
        decide(headroom, sum.source);
    }

    // Each payer's part on its own; `sign` is 1 for income less spend, -1 for spend less income.
    void addParts(const SourceSum& sum, const SourceSplit& split, int sign)
    {
        m_income += sum.income;
        m_spend += sum.spend;
        m_status = worst(m_status, sum.status);
        bool fails = false;
        bool open = false;
        for (const SourcePart& part : split.parts) {
            const Money balance = part.income - part.spend;
            // The best it can still be, whosever the lines are that name no payer.
            const Money best = sign > 0 ? balance : split.unnamed - balance;
            const bool sureToFail = best.isNegative() && (sign < 0 || part.missing.isEmpty());
            const bool sure = split.unnamedLines.isEmpty() &&
                              (part.missing.isEmpty() || (sign > 0 && !balance.isNegative()));
            if (!sureToFail && !sure) {
                open = true;
                m_missing.append(part.missing);
                m_incomeKnown = m_incomeKnown && part.missing.isEmpty();
                continue;
            }
            decide(best, partName(part));
            fails = fails || sureToFail;
        }
        if (!open)
            return;
        m_missing.append(split.unnamedLines);
        const Money whole = sign > 0 ? sum.income - sum.spend : sum.spend - sum.income;
        if (whole.isNegative() && !fails && (sign < 0 || sum.missing.isEmpty()))
            decide(whole, sum.source);
    }

    void finish(Finding& finding) const
    {
        settle(finding, m_income, m_spend, m_smallest.value_or(Money()));
        finding.figures = m_status;
        if (!m_incomeKnown)
            finding.required = std::monostate();
        if (finding.status == FindingStatus::Pass && !m_missing.isEmpty())
            leaveUnknown(finding, m_missing);
        auto faults = m_faults;
        std::sort(faults.begin(), faults.end());
        for (const auto& [headroom, source] : faults)
            finding.details.append(source);
    }

private:
    void decide(Money headroom, const QString& name)
    {
        m_smallest = m_smallest ? std::min(*m_smallest, headroom) : headroom;
        if (headroom.isNegative())
            m_faults.append({headroom, name});
    }

    Money m_income;
    Money m_spend;
    std::optional<Money> m_smallest;
    QList<std::pair<Money, QString>> m_faults;
    QList<CellRef> m_missing;
    bool m_incomeKnown = true;
    Status m_status = Status::Confirmed;
};

void addIncomeCells(const YearView& view, Finding& finding, const auto& wanted)
{
    for (const Income& income : view.incomes())
        if (income.amount && wanted(*income.contribution))
            finding.read.append(view.amountCell(*income.contribution));
}

// What is pooled from `source`, by one partner if one is named, against the minimums of `kind`.
Finding pooledAgainstMinimum(const YearView& view, const RulebookCheck& check, const Id& partner)
{
    const QString source = textParameter(check, sourceName);
    const MinimumSum minimum = view.minimum(textParameter(check, minimumKindName), view.year(), partner);

    Finding finding = view.begin(check, partner);
    finding.read = minimum.read;
    finding.figures = minimum.status;
    finding.details = {source};
    Money pooled;
    QList<CellRef> missing = minimum.missing;
    for (const Income& income : view.incomes()) {
        const Contribution& contribution = *income.contribution;
        if (contribution.source != source || (!partner.isNull() && contribution.partner != partner))
            continue;
        if (!isSection75(contribution))
            continue;
        const CellRef cell = view.amountCell(contribution);
        if (!income.amount) {
            missing.append(cell);
            continue;
        }
        // Never more than the whole of it, nor less than nothing.
        pooled += *income.amount - std::clamp(contribution.broughtForward.value(view.key()), Money(),
                                              std::max(Money(), *income.amount));
        finding.read.append(cell);
        finding.figures = worst(finding.figures, income.status);
    }
    settle(finding, minimum.amount, pooled, pooled - minimum.amount);
    if (!minimum.known())
        finding.required = std::monostate();
    if (!minimum.known() || (finding.status == FindingStatus::Fail && !missing.isEmpty())) {
        if (missing.size() > minimum.missing.size())
            finding.planned = std::monostate();
        leaveUnknown(finding, missing);
    }
    return finding;
}

// The parts of a source that its payers answer for one by one; nothing: it is one part.
std::optional<SourceSplit> splitOf(const YearView& view, const SourceSum& sum, bool byPayer)
{
    if (!byPayer || sum.source.isEmpty())
        return std::nullopt;
    SourceSplit split = splitByPayer(view, sum.source);
    return split.parts.size() > 1 ? std::optional(split) : std::nullopt;
}

Finding withinIncome(const YearView& view, const RulebookCheck& check, bool byPayer)
{
    Headroom sum;
    for (const SourceSum& source : view.sources()) {
        if (!source.used)
            continue;
        if (const auto split = splitOf(view, source, byPayer)) {
            sum.addParts(source, *split, 1);
            continue;
        }
        const Money headroom = source.income - source.spend;
        sum.add(source, headroom, !headroom.isNegative() || source.missing.isEmpty());
    }
    Finding finding = view.begin(check);
    addIncomeCells(view, finding, [](const Contribution&) { return true; });
    sum.finish(finding);
    return finding;
}

Finding planned(const YearView& view, const RulebookCheck& check, bool byPayer)
{
    const auto isMinimum = [&view](const QString& source) {
        const RulebookEntry* entry = view.rulebook().entry(u"sources", source);
        return entry && entry->minimum;
    };
    Headroom sum;
    bool income = false;
    for (const SourceSum& source : view.sources()) {
        if (!isMinimum(source.source) || (!source.used && source.missing.isEmpty()))
            continue;
        income = income || !source.income.isZero();
        if (const auto split = splitOf(view, source, byPayer)) {
            sum.addParts(source, *split, -1);
            continue;
        }
        const Money headroom = source.spend - source.income;
        sum.add(source, headroom, headroom.isNegative() || source.missing.isEmpty());
    }
    Finding finding = view.begin(check);
    addIncomeCells(view, finding, [&](const Contribution& c) { return isMinimum(c.source); });
    sum.finish(finding);
    if (!income && finding.status == FindingStatus::Pass) {
        finding.required = std::monostate();
        leaveUnknown(finding, {{QStringLiteral("contribution"), {}, QStringLiteral("amount"), view.key()}});
    }
    return finding;
}

} // namespace

QList<Finding> spendWithinIncome(const YearView& view, const RulebookCheck& check)
{
    return {withinIncome(view, check, false)};
}

QList<Finding> spendWithinIncomeByPayer(const YearView& view, const RulebookCheck& check)
{
    return {withinIncome(view, check, true)};
}

QList<Finding> minimumsPlanned(const YearView& view, const RulebookCheck& check)
{
    return {planned(view, check, false)};
}

QList<Finding> minimumsPlannedByPayer(const YearView& view, const RulebookCheck& check)
{
    return {planned(view, check, true)};
}

QList<Finding> minimumPooledByPartner(const YearView& view, const RulebookCheck& check)
{
    const QString source = textParameter(check, sourceName);
    const QString kind = textParameter(check, minimumKindName);
    const RulebookEntry* entry = view.rulebook().entry(u"sources", source);

    const auto takesPart = [&](const Partner& partner) {
        if (entry && !entry->partnerKind.isEmpty() && partner.kind != entry->partnerKind)
            return false;
        const bool pays =
            std::any_of(view.incomes().begin(), view.incomes().end(), [&](const Income& income) {
                return income.contribution->partner == partner.id &&
                       (income.amount || income.contribution->source == source);
            });
        return pays ||
               std::any_of(view.plan().minimums.begin(), view.plan().minimums.end(), [&](const Minimum& m) {
                   return m.year == view.year() && m.kind == kind && m.partner == partner.id;
               });
    };
    QList<Finding> findings;
    for (const Partner& partner : view.plan().partners)
        if (takesPart(partner))
            findings.append(pooledAgainstMinimum(view, check, partner.id));
    if (findings.isEmpty())
        findings.append(pooledAgainstMinimum(view, check, {}));
    return findings;
}

QList<Finding> grantPooled(const YearView& view, const RulebookCheck& check)
{
    return {pooledAgainstMinimum(view, check, {})};
}

} // namespace placewright
