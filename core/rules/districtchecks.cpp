#include "core/rules/districtchecks.h"

#include "core/rules/yearview.h"

#include <algorithm>

namespace placewright {

namespace {

CellRef grantCell(const DistrictGrant* grant, QLatin1StringView field)
{
    return {QStringLiteral("districtGrant"), grant ? grant->id : Id(), field, {}};
}

constexpr QLatin1StringView allocatedField("allocated");
constexpr QLatin1StringView passedDownField("passedDown");
constexpr QLatin1StringView passedOnField("passedOn");

QList<const DistrictGrant*> grantsOf(const YearView& view, const Id& district)
{
    QList<const DistrictGrant*> grants;
    for (const DistrictGrant& grant : view.plan().districtGrants)
        if (grant.year == view.year() && grant.partner == district)
            grants.append(&grant);
    return grants;
}

QList<Id> districtsOf(const YearView& view)
{
    QList<Id> districts;
    for (const Partner& partner : view.plan().partners)
        if (partner.kind == partnerKind::district || !grantsOf(view, partner.id).isEmpty())
            districts.append(partner.id);
    return districts;
}

Finding notApplicable(const YearView& view, const RulebookCheck& check)
{
    Finding finding = view.begin(check);
    finding.status = FindingStatus::NotApplicable;
    return finding;
}

// The last day to pass money down, as far as the check and its rulebook say.
struct Deadline
{
    bool asked = false;
    QDate day;
    QString fact;
};

Deadline deadlineOf(const YearView& view, const RulebookCheck& check)
{
    Deadline deadline;
    deadline.fact = textParameter(check, QLatin1StringView("passedDownBy"));
    deadline.asked = !deadline.fact.isEmpty();
    if (const RulebookFact* fact = view.rulebook().fact(deadline.fact))
        deadline.day = dayOf(*fact, view.year().text());
    return deadline;
}

Finding districtFinding(const YearView& view, const RulebookCheck& check, const Id& district)
{
    const Deadline deadline = deadlineOf(view, check);
    Finding finding = view.begin(check, district);
    Money allocated;
    Money kept;
    Money late;
    Money belowNought; // typed as less than nothing: it counts for nothing, and is wrong
    QList<CellRef> amountsMissing;
    QList<CellRef> datesMissing;
    bool dayMissing = false;
    bool passedKnown = true;
    bool allocatedKnown = true;
    const QList<const DistrictGrant*> grants = grantsOf(view, district);
    for (const DistrictGrant* grant : grants) {
        finding.figures = worst(finding.figures, statusFromId(grant->status));
        if (grant->allocated) {
            allocated += *grant->allocated;
            finding.read.append(grantCell(grant, allocatedField));
        } else {
            allocatedKnown = false;
            amountsMissing.append(grantCell(grant, allocatedField));
        }
        const Money retained = grant->retained.value_or(Money());
        if (!retained.isZero())
            finding.read.append(grantCell(grant, QLatin1StringView("retained")));
        belowNought += std::max(Money(), -retained);
        if (!grant->agreement.trimmed().isEmpty())
            kept += std::max(Money(), retained);
        else if (!retained.isZero())
            finding.read.append(grantCell(grant, QLatin1StringView("agreement")));
        if (!grant->passedDown) {
            if (!grant->allocated || retained != *grant->allocated) {
                passedKnown = false;
                amountsMissing.append(grantCell(grant, passedDownField));
            }
            continue;
        }
        kept += std::max(Money(), *grant->passedDown);
        belowNought += std::max(Money(), -*grant->passedDown);
        finding.read.append(grantCell(grant, passedDownField));
        if (!deadline.asked || *grant->passedDown <= Money())
            continue;
        dayMissing = dayMissing || !deadline.day.isValid();
        if (!grant->passedOn.isValid())
            datesMissing.append(grantCell(grant, passedOnField));
        else if (deadline.day.isValid() && grant->passedOn > deadline.day) {
            late += *grant->passedDown;
            finding.read.append(grantCell(grant, passedOnField));
        }
    }
    if (grants.isEmpty())
        amountsMissing.append(grantCell(nullptr, allocatedField));
    const Money off = (allocated - kept).abs();
    const bool amountsKnown = amountsMissing.isEmpty();
    if (late > Money())
        finding.details.append(passedOnField);
    // More than is allocated is wrong whatever else comes.
    const bool tooMuch = allocatedKnown && !grants.isEmpty() && kept > allocated;
    const Money shortOrOver = amountsKnown || tooMuch ? off : Money();
    settle(finding, allocated, kept, -std::max({shortOrOver, late, belowNought}));
    if (!allocatedKnown || grants.isEmpty())
        finding.required = std::monostate();
    if (!passedKnown || grants.isEmpty())
        finding.planned = std::monostate();
    if (finding.status == FindingStatus::Pass && (!amountsKnown || !datesMissing.isEmpty() || dayMissing)) {
        leaveUnknown(finding, amountsMissing + datesMissing);
        if (dayMissing)
            finding.details.append(deadline.fact);
    }
    return finding;
}

} // namespace

QList<Finding> districtGrants(const YearView& view, const RulebookCheck& check)
{
    QList<Finding> findings;
    for (const Id& district : districtsOf(view))
        findings.append(districtFinding(view, check, district));
    if (findings.isEmpty())
        findings.append(notApplicable(view, check));
    return findings;
}

QList<Finding> districtGrantsAddUp(const YearView& view, const RulebookCheck& check)
{
    const QList<Id> districts = districtsOf(view);
    if (districts.isEmpty())
        return {notApplicable(view, check)};

    Finding finding = view.begin(check);
    QList<CellRef> missing;
    Money allocated;
    for (const Id& district : districts) {
        const QList<const DistrictGrant*> grants = grantsOf(view, district);
        bool known = !grants.isEmpty();
        if (!known)
            missing.append(grantCell(nullptr, allocatedField));
        for (const DistrictGrant* grant : grants) {
            const CellRef cell = grantCell(grant, allocatedField);
            finding.figures = worst(finding.figures, statusFromId(grant->status));
            if (grant->allocated) {
                allocated += *grant->allocated;
                finding.read.append(cell);
            } else {
                missing.append(cell);
                known = false;
            }
        }
        if (!known)
            finding.details.append(district.text());
    }
    const bool grantsKnown = missing.isEmpty();

    const QString source = textParameter(check, QLatin1StringView("source"));
    Money income;
    bool paid = false;
    for (const Income& part : view.incomes()) {
        if (part.contribution->source != source)
            continue;
        paid = true;
        const CellRef cell = view.amountCell(*part.contribution);
        if (!part.amount) {
            missing.append(cell);
            continue;
        }
        income += *part.amount;
        finding.read.append(cell);
        finding.figures = worst(finding.figures, part.status);
    }
    if (!paid)
        missing.append({QStringLiteral("contribution"), {}, QStringLiteral("amount"), view.key()});
    settle(finding, income, allocated, -(income - allocated).abs());
    if (missing.isEmpty())
        return {finding};
    const bool incomeKnown = std::none_of(missing.begin(), missing.end(), [](const CellRef& cell) {
        return cell.entity == QLatin1StringView("contribution");
    });
    if (!incomeKnown)
        finding.required = std::monostate();
    if (!grantsKnown)
        finding.planned = std::monostate();
    leaveUnknown(finding, missing);
    return {finding};
}

} // namespace placewright
