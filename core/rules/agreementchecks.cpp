#include "core/rules/agreementchecks.h"

#include "core/rules/routes.h"
#include "core/rules/schemevat.h"
#include "core/rules/yearview.h"

#include <algorithm>
#include <array>

namespace placewright {

namespace {

constexpr std::array contentFields{
    QLatin1StringView("clauseAims"),       QLatin1StringView("clauseContributions"),
    QLatin1StringView("clauseFunctions"),  QLatin1StringView("clausePersons"),
    QLatin1StringView("clauseResources"),  QLatin1StringView("clauseDuration"),
    QLatin1StringView("clauseManagement"),
};

CellRef fundCell(const Fund& fund, QLatin1StringView field)
{
    return {QStringLiteral("fund"), fund.id, field, {}};
}

QList<Finding> notApplicable(const YearView& view, const RulebookCheck& check)
{
    Finding finding = view.begin(check);
    finding.status = FindingStatus::NotApplicable;
    return {finding};
}

void settleCounts(Finding& finding, qint64 required, qint64 planned)
{
    finding.required = required;
    finding.planned = planned;
    finding.margin = planned - required;
    finding.status = planned < required ? FindingStatus::Fail : FindingStatus::Pass;
}

// What nothing is known of decides nothing, unless the rest fails anyway.
void leaveUnknownIfMet(Finding& finding, const QList<CellRef>& missing)
{
    if (finding.status != FindingStatus::Pass || missing.isEmpty())
        return;
    finding.required = std::monostate();
    finding.planned = std::monostate();
    leaveUnknown(finding, missing);
}

// Dates decide without a margin.
void settleDates(Finding& finding, QDate required, QDate planned, bool met)
{
    if (required.isValid())
        finding.required = required;
    if (planned.isValid())
        finding.planned = planned;
    finding.status = met ? FindingStatus::Pass : FindingStatus::Fail;
}

QString pairName(const Id& fund, const Id& other)
{
    return fund.text() + u':' + other.text();
}

// What one partner pays into one fund under section 75, and what the agreement says it pays.
class AgreedPart
{
public:
    AgreedPart(const YearView& view, const Fund& fund, const Partner& partner)
        : m_name(pairName(fund.id, partner.id))
    {
        for (const Income& income : view.incomes()) {
            const Contribution& contribution = *income.contribution;
            if (contribution.fund != fund.id || contribution.partner != partner.id ||
                !isSection75(contribution))
                continue;
            if (!income.amount) {
                m_absent.append(view.amountCell(contribution));
                continue;
            }
            m_pays = true;
            m_paid += *income.amount;
            m_figures = worst(m_figures, income.status);
            m_read.append(view.amountCell(contribution));
        }
        CellRef agreed{FundPartner::type.id, {}, QStringLiteral("agreed"), view.key()};
        for (const FundPartner& entry : view.plan().fundPartners) {
            if (entry.fund != fund.id || entry.partner != partner.id || m_agreed)
                continue;
            agreed.id = entry.id;
            const auto amount = entry.agreed.constFind(view.key());
            if (amount != entry.agreed.constEnd())
                m_agreed = *amount;
        }
        if (m_agreed)
            m_read.append(agreed);
        else if (m_pays)
            m_absent.append(agreed);
    }

    bool takesPart() const { return m_pays || m_agreed; }
    bool known() const { return m_absent.isEmpty(); }
    Money agreed() const { return m_agreed.value_or(Money()); }
    bool hasAgreed() const { return m_agreed.has_value(); }
    Money paid() const { return m_paid; }
    Money off() const { return (agreed() - m_paid).abs(); }
    Status figures() const { return m_figures; }
    const QString& name() const { return m_name; }
    const QList<CellRef>& read() const { return m_read; }
    const QList<CellRef>& absent() const { return m_absent; }

private:
    QString m_name;
    bool m_pays = false;
    Money m_paid;
    std::optional<Money> m_agreed;
    Status m_figures = Status::Confirmed;
    QList<CellRef> m_read;
    QList<CellRef> m_absent;
};

bool partnersPay(const QList<RiskRung>& rungs)
{
    return std::any_of(rungs.begin(), rungs.end(), [](const RiskRung& rung) {
        if (rung.side != RiskSide::Over)
            return false;
        switch (rung.kind) {
        case RungKind::FirstLoss:
        case RungKind::OwnRisk:
        case RungKind::FixedLine:
        case RungKind::Proportional:
        case RungKind::FixedPercent:
            return true;
        default: // the fund's own money, what came from a breach only, or what another step left
            return false;
        }
    });
}

// The fund's schemes with money at shared risk that no partner answers for; nothing: it has no such money at all.
std::optional<QList<Id>> schemesWithoutPayer(const FundRisk& risk)
{
    const bool fundsOwn = partnersPay(risk.terms.rungs);
    bool shared = false;
    QList<Id> schemes;
    for (qsizetype i = 0; i < risk.schemes.size(); ++i) {
        const RiskScheme& scheme = risk.terms.schemes.at(i);
        if (scheme.planned.isZero())
            continue;
        shared = true;
        if (!fundsOwn && !partnersPay(scheme.rungs))
            schemes.append(risk.schemes.at(i));
    }
    return shared ? std::optional(schemes) : std::nullopt;
}

// As the list has it, whatever the capitals.
const RulebookEntry* functionNamed(const Rulebook& rulebook, const QString& name)
{
    for (const RulebookEntry& entry : rulebook.list(u"functions"))
        if (entry.value.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return &entry;
    return nullptr;
}

struct Quarter
{
    int number = 1;
    QDate start;
    QDate end;
};

std::array<Quarter, 4> quartersOf(const QString& year)
{
    const int start = QStringView(year).left(4).toInt();
    std::array<Quarter, 4> quarters;
    for (int i = 0; i < 4; ++i) {
        const QDate first = QDate(start, 4, 1).addMonths(3 * i);
        quarters[static_cast<size_t>(i)] = {i + 1, first, first.addMonths(3).addDays(-1)};
    }
    return quarters;
}

bool isReported(const YearView& view, const Fund& fund, int quarter)
{
    return std::any_of(view.plan().fundReports.begin(), view.plan().fundReports.end(),
                       [&](const FundReport& report) {
                           return report.fund == fund.id && report.year == view.year() &&
                                  report.quarter == quarter && report.sentOn.isValid();
                       });
}

} // namespace

std::span<const QLatin1StringView> agreementContentFields()
{
    return contentFields;
}

QList<Finding> agreementContents(const YearView& view, const RulebookCheck& check)
{
    const QList<PooledFund> funds = view.funds();
    if (funds.isEmpty())
        return notApplicable(view, check);
    Finding finding = view.begin(check);
    QList<CellRef> missing;
    qint64 there = 0;
    qint64 looked = 0;
    for (const PooledFund& pooled : funds) {
        if (!pooled.entered) {
            missing.append(fundCell(*pooled.fund, contentFields.front()));
            continue;
        }
        ++looked;
        for (const QLatin1StringView field : contentFields) {
            const bool duration = field == QLatin1StringView("clauseDuration");
            if (duration && !coversYear(*pooled.fund, view.year().text())) {
                finding.read.append(fundCell(*pooled.fund, QLatin1StringView("endsOn")));
                finding.details.append(pooled.fund->id.text() + QLatin1StringView(":endsOn"));
                continue;
            }
            if (!Fund::type.field(field)->get(pooled.fund, {}).text().trimmed().isEmpty()) {
                ++there;
                continue;
            }
            finding.read.append(fundCell(*pooled.fund, field));
            finding.details.append(pooled.fund->id.text() + u':' + field);
        }
    }
    settleCounts(finding, looked * qint64(contentFields.size()), there);
    leaveUnknownIfMet(finding, missing);
    return {finding};
}

QList<Finding> hostAndManager(const YearView& view, const RulebookCheck& check)
{
    const QList<PooledFund> funds = view.funds();
    if (funds.isEmpty())
        return notApplicable(view, check);
    Finding finding = view.begin(check);
    QList<CellRef> missing;
    const auto absent = [&](const Fund& fund, QLatin1StringView field) {
        finding.read.append(fundCell(fund, field));
        finding.details.append(fund.id.text() + u':' + field);
    };
    for (const PooledFund& pooled : funds) {
        if (!view.plan().partners.find(pooled.fund->host))
            absent(*pooled.fund, QLatin1StringView("host"));
        if (!pooled.entered)
            missing.append(fundCell(*pooled.fund, QLatin1StringView("poolManager")));
        else if (pooled.fund->poolManager.trimmed().isEmpty())
            absent(*pooled.fund, QLatin1StringView("poolManager"));
    }
    settleCounts(finding, 2 * funds.size(), 2 * funds.size() - finding.details.size());
    leaveUnknownIfMet(finding, missing);
    return {finding};
}

QList<Finding> contributionsAgreed(const YearView& view, const RulebookCheck& check)
{
    const QList<PooledFund> funds = view.funds();
    Finding finding = view.begin(check);
    Money agreed;
    Money paid;
    Money worstOff;
    bool agreedKnown = true;
    bool paidKnown = true;
    bool any = false;
    QList<CellRef> missing;
    QStringList open;
    for (const PooledFund& pooled : funds) {
        for (const Partner& partner : view.plan().partners) {
            const AgreedPart part(view, *pooled.fund, partner);
            if (!part.takesPart())
                continue;
            any = true;
            agreed += part.agreed();
            paid += part.paid();
            finding.figures = worst(finding.figures, part.figures());
            finding.read.append(part.read());
            if (!part.known()) {
                agreedKnown = agreedKnown && part.hasAgreed();
                paidKnown = paidKnown &&
                            std::none_of(part.absent().begin(), part.absent().end(),
                                         [](const CellRef& c) { return c.entity == Contribution::type.id; });
                missing.append(part.absent());
                open.append(part.name());
            } else if (!part.off().isZero()) {
                worstOff = std::max(worstOff, part.off());
                finding.details.append(part.name());
            }
        }
    }
    for (const Contribution& contribution : view.plan().contributions) {
        const Money amount = contribution.amount.value(view.key()).abs();
        const auto problem = routeProblem(view.plan(), &view.rulebook(), contribution);
        if (amount.isZero() || !problem)
            continue;
        any = true;
        worstOff = std::max(worstOff, amount);
        finding.read.append({Contribution::type.id, contribution.id, problem->field, {}});
        const QString name = pairName(contribution.fund, contribution.partner);
        if (!finding.details.contains(name))
            finding.details.append(name);
    }
    if (!any && funds.isEmpty())
        return notApplicable(view, check);
    settle(finding, agreed, paid, -worstOff);
    if (!agreedKnown)
        finding.required = std::monostate();
    if (!paidKnown)
        finding.planned = std::monostate();
    if (!any) {
        finding.required = std::monostate();
        missing.append({Contribution::type.id, {}, QStringLiteral("amount"), view.key()});
    }
    if (finding.status == FindingStatus::Pass && !missing.isEmpty()) {
        leaveUnknown(finding, missing);
        finding.details = open;
    }
    return {finding};
}

QList<Finding> riskShareWhole(const YearView& view, const RulebookCheck& check)
{
    const QList<PooledFund> funds = view.funds();
    if (funds.isEmpty())
        return notApplicable(view, check);
    Finding finding = view.begin(check);
    QList<CellRef> missing;
    qint64 looked = 0;
    qint64 right = 0;
    for (const PooledFund& pooled : funds) {
        const FundRisk& risk = *pooled.risk;
        const std::optional<QList<Id>> unpaid = schemesWithoutPayer(risk);
        if (!unpaid && risk.problems.isEmpty())
            continue;
        if (!pooled.entered) {
            missing.append(fundCell(*pooled.fund, QLatin1StringView("note")));
            continue;
        }
        ++looked;
        if (risk.problems.isEmpty() && unpaid->isEmpty()) {
            ++right;
            continue;
        }
        if (!risk.problems.isEmpty())
            finding.details.append(risk.fund.text());
        for (const FundRiskProblem& problem : risk.problems)
            finding.read.append({problem.entity, problem.id, problem.field, {}});
        for (const Id& scheme : unpaid.value_or(QList<Id>())) {
            finding.details.append(pairName(risk.fund, scheme));
            finding.read.append({Scheme::type.id, scheme, QStringLiteral("fund"), {}});
        }
    }
    settleCounts(finding, looked, right);
    leaveUnknownIfMet(finding, missing);
    return {finding};
}

QList<Finding> functionsInScope(const YearView& view, const RulebookCheck& check)
{
    const QList<PooledFund> funds = view.funds();
    if (funds.isEmpty())
        return notApplicable(view, check);
    Finding finding = view.begin(check);
    QList<CellRef> missing;
    QStringList without;
    qint64 looked = 0;
    qint64 right = 0;
    for (const PooledFund& pooled : funds) {
        bool any = false;
        for (const FundFunction& function : view.plan().fundFunctions) {
            if (function.fund != pooled.fund->id)
                continue;
            any = true;
            ++looked;
            const CellRef cell{FundFunction::type.id, function.id, QStringLiteral("function"), {}};
            const RulebookEntry* entry = functionNamed(view.rulebook(), function.function);
            if (!entry) {
                missing.append(cell);
            } else if (entry->excluded) {
                finding.read.append(cell);
                if (!finding.details.contains(function.function))
                    finding.details.append(function.function);
                continue;
            }
            ++right;
        }
        if (!any) {
            missing.append({FundFunction::type.id, {}, QStringLiteral("function"), {}});
            without.append(pooled.fund->id.text());
        }
    }
    settleCounts(finding, looked, right);
    if (finding.status == FindingStatus::Pass && !missing.isEmpty()) {
        finding.planned = std::monostate();
        leaveUnknown(finding, missing);
        finding.details = without;
    }
    return {finding};
}

QList<Finding> consultedBeforeStart(const YearView& view, const RulebookCheck& check)
{
    const QList<PooledFund> funds = view.funds();
    if (funds.isEmpty())
        return notApplicable(view, check);
    Finding finding = view.begin(check);
    QList<CellRef> missing;
    const Fund* closest = nullptr;
    for (const PooledFund& pooled : funds) {
        const Fund& fund = *pooled.fund;
        const CellRef consulted = fundCell(fund, QLatin1StringView("consultedOn"));
        const CellRef starts = fundCell(fund, QLatin1StringView("startsOn"));
        if (!fund.consultedOn.isValid())
            missing.append(consulted);
        if (!fund.startsOn.isValid())
            missing.append(starts);
        if (!fund.consultedOn.isValid() || !fund.startsOn.isValid())
            continue;
        finding.read.append({consulted, starts});
        if (fund.consultedOn >= fund.startsOn)
            finding.details.append(fund.id.text());
        if (!closest ||
            fund.consultedOn.daysTo(fund.startsOn) < closest->consultedOn.daysTo(closest->startsOn))
            closest = &fund;
    }
    if (closest)
        settleDates(finding, closest->startsOn, closest->consultedOn, finding.details.isEmpty());
    if (finding.status != FindingStatus::Fail && !missing.isEmpty())
        leaveUnknown(finding, missing);
    return {finding};
}

QList<Finding> agreementsSigned(const YearView& view, const RulebookCheck& check)
{
    const QList<PooledFund> funds = view.funds();
    if (funds.isEmpty())
        return notApplicable(view, check);
    const QString factId = textParameter(check, QLatin1StringView("signedBy"));
    const RulebookFact* fact = view.rulebook().fact(factId);
    const QDate by = fact ? dateOf(*fact) : QDate();

    Finding finding = view.begin(check);
    QList<CellRef> missing;
    QDate last;
    for (const PooledFund& pooled : funds) {
        const QDate signedOn = pooled.fund->signedOn;
        const CellRef cell = fundCell(*pooled.fund, QLatin1StringView("signedOn"));
        if (!signedOn.isValid()) {
            missing.append(cell);
            continue;
        }
        finding.read.append(cell);
        last = last.isValid() ? std::max(last, signedOn) : signedOn;
        if (by.isValid() && signedOn > by)
            finding.details.append(pooled.fund->id.text());
    }
    settleDates(finding, by, last, finding.details.isEmpty());
    if (finding.status == FindingStatus::Fail)
        return {finding};
    if (!missing.isEmpty() || !by.isValid()) {
        leaveUnknown(finding, missing);
        if (!by.isValid())
            finding.details = {factId};
    }
    return {finding};
}

QList<Finding> reportsSent(const YearView& view, const RulebookCheck& check)
{
    const QList<PooledFund> funds = view.funds();
    if (funds.isEmpty())
        return notApplicable(view, check);
    Finding finding = view.begin(check);
    QList<CellRef> missing;
    qint64 due = 0;
    for (const PooledFund& pooled : funds) {
        const Fund& fund = *pooled.fund;
        const CellRef days = fundCell(fund, QLatin1StringView("reportDays"));
        if (!fund.reportDays) {
            missing.append(days);
            continue;
        }
        for (const Quarter& quarter : quartersOf(view.year().text())) {
            const bool outside = (fund.startsOn.isValid() && quarter.end < fund.startsOn) ||
                                 (fund.endsOn.isValid() && quarter.start > fund.endsOn);
            if (outside || !view.today().isValid() || quarter.end.addDays(*fund.reportDays) >= view.today())
                continue;
            ++due;
            if (isReported(view, fund, quarter.number))
                continue;
            finding.details.append(fund.id.text() + u':' + QString::number(quarter.number));
            finding.read.append(days);
        }
    }
    settleCounts(finding, due, due - finding.details.size());
    if (finding.status == FindingStatus::Pass && (!missing.isEmpty() || !view.today().isValid())) {
        finding.required = std::monostate();
        finding.planned = std::monostate();
        leaveUnknown(finding, missing);
    }
    return {finding};
}

QList<Finding> vatRoutes(const YearView& view, const RulebookCheck& check)
{
    const Rate percent = *Rate::parse(textParameter(check, QLatin1StringView("ratePercent")));
    const QList<SchemeVat> schemes =
        schemeVats(view.plan(), view.ledger(), view.rulebook(), view.position(), percent.exact());
    if (schemes.isEmpty())
        return notApplicable(view, check);
    Finding finding = view.begin(check);
    Money spend;
    Money settled;
    Money atRisk;
    QList<CellRef> missing;
    const QList<PooledFund> funds = view.funds();
    for (const SchemeVat& scheme : schemes) {
        const bool entered = std::any_of(funds.begin(), funds.end(), [&](const PooledFund& pooled) {
            return pooled.fund->id == scheme.fund && pooled.entered;
        });
        if (!entered && scheme.fault == SchemeVat::Fault::NotSettled) {
            missing.append({Scheme::type.id, scheme.scheme, QStringLiteral("vatRoute"), {}});
            continue;
        }
        spend += scheme.spend;
        finding.figures = worst(finding.figures, scheme.figures);
        if (scheme.fault == SchemeVat::Fault::None) {
            settled += scheme.spend;
            continue;
        }
        atRisk += std::max(scheme.atRisk, Money());
        finding.details.append(scheme.scheme.text());
        finding.faults.append(scheme.lines);
        finding.read.append({Scheme::type.id, scheme.scheme, QStringLiteral("vatRoute"), {}});
    }
    if (!finding.details.isEmpty() && atRisk.isZero())
        settleCounts(finding, schemes.size(), schemes.size() - finding.details.size());
    else
        settle(finding, spend, settled, -atRisk);
    finding.atRisk = !atRisk.isZero();
    leaveUnknownIfMet(finding, missing);
    return {finding};
}

} // namespace placewright
