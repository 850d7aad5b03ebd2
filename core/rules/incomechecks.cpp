#include "core/rules/incomechecks.h"

#include "core/rules/yearview.h"

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
        m_smallest = m_smallest ? std::min(*m_smallest, headroom) : headroom;
        if (headroom.isNegative())
            m_faults.append({headroom, sum.source});
    }

    bool isEmpty() const { return !m_smallest && m_missing.isEmpty(); }

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
        const CellRef cell = view.amountCell(contribution);
        if (!income.amount) {
            missing.append(cell);
            continue;
        }
        pooled += *income.amount;
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

} // namespace

QList<Finding> spendWithinIncome(const YearView& view, const RulebookCheck& check)
{
    Headroom sum;
    for (const SourceSum& source : view.sources()) {
        if (!source.used)
            continue;
        const Money headroom = source.income - source.spend;
        sum.add(source, headroom, !headroom.isNegative() || source.missing.isEmpty());
    }
    Finding finding = view.begin(check);
    addIncomeCells(view, finding, [](const Contribution&) { return true; });
    sum.finish(finding);
    return {finding};
}

QList<Finding> minimumsPlanned(const YearView& view, const RulebookCheck& check)
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
        const Money headroom = source.spend - source.income;
        sum.add(source, headroom, headroom.isNegative() || source.missing.isEmpty());
        income = income || !source.income.isZero();
    }
    Finding finding = view.begin(check);
    addIncomeCells(view, finding, [&](const Contribution& c) { return isMinimum(c.source); });
    sum.finish(finding);
    if (!income && finding.status == FindingStatus::Pass) {
        finding.required = std::monostate();
        leaveUnknown(finding, {{QStringLiteral("contribution"), {}, QStringLiteral("amount"), view.key()}});
    }
    return {finding};
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
