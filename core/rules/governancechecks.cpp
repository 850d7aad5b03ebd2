#include "core/rules/governancechecks.h"

#include "core/plan/committeeroll.h"
#include "core/rules/yearview.h"

#include <algorithm>

namespace placewright {

namespace {

void settleCounts(Finding& finding, qint64 required, qint64 planned)
{
    finding.required = required;
    finding.planned = planned;
    finding.margin = planned - required;
    finding.status = planned < required ? FindingStatus::Fail : FindingStatus::Pass;
}

void leaveUnknownIfMet(Finding& finding, const QList<CellRef>& missing)
{
    if (finding.status != FindingStatus::Pass || missing.isEmpty())
        return;
    finding.required = std::monostate();
    finding.planned = std::monostate();
    leaveUnknown(finding, missing);
}

// One signature that the list asks for, held against whoever is named to give it.
class AskedSignature
{
public:
    AskedSignature(const YearView& view, const RequiredSignatory& asked, const Id& partner, const QDate& due)
        : m_open{partner, asked.role, signatureFault::open}
    {
        for (const Signatory& signatory : view.plan().signatories) {
            if (signatory.year != view.year() || signatory.partner != partner || signatory.role != asked.role)
                continue;
            const SignOff* signature = lastSignature(view.plan(), signatory.id);
            m_read.append(signature
                              ? CellRef{SignOff::type.id, signature->id, QStringLiteral("on"), {}}
                              : CellRef{Signatory::type.id, signatory.id, QStringLiteral("person"), {}});
            const QLatin1StringView fault = faultOf(view.plan(), view.year(), asked, due, signature);
            m_counts = m_counts || fault.isEmpty();
            if (fault != signatureFault::open)
                m_open.fault = fault;
        }
    }

    bool counts() const { return m_counts; }
    const OpenSignature& open() const { return m_open; }
    const QList<CellRef>& read() const { return m_read; }

private:
    OpenSignature m_open;
    bool m_counts = false;
    QList<CellRef> m_read;
};

// Whose signatures an entry of the list asks for: each council or ICB of the plan, or the Board, which is nobody's.
QList<Id> organisationsOf(const Plan& plan, const RequiredSignatory& asked)
{
    if (asked.organisation.isEmpty())
        return {Id()};
    QList<Id> organisations;
    for (const Partner& partner : plan.partners)
        if (partner.kind == asked.organisation)
            organisations.append(partner.id);
    return organisations;
}

bool isDecision(const ResolutionOutcome& outcome)
{
    return outcome.outcome == resolutionOutcome::carried || outcome.outcome == resolutionOutcome::applied ||
           outcome.outcome == resolutionOutcome::recommended;
}

// The last outcome of a resolution that says who could vote. An outcome that only applies what was decided before need not
// say it again; a vote that was reopened is not looked at.
const ResolutionOutcome* outcomeWithFigures(const Plan& plan, const Id& resolution)
{
    const ResolutionOutcome* found = nullptr;
    for (const ResolutionOutcome& outcome : plan.resolutionOutcomes) {
        if (outcome.resolution != resolution)
            continue;
        if (outcome.outcome == resolutionOutcome::reopened)
            found = nullptr;
        else if (outcome.present && outcome.needed)
            found = &outcome;
    }
    return found;
}

} // namespace

QString OpenSignature::toDetail() const
{
    return partner.text() + u':' + role + u':' + fault;
}

OpenSignature OpenSignature::fromDetail(const QString& detail)
{
    const QString signer = detail.section(u':', 0, -3); // an id may hold colons
    return {Id(signer), detail.section(u':', -2, -2), detail.section(u':', -1)};
}

QLatin1StringView faultOf(const Plan& plan, const Id& year, const RequiredSignatory& asked, const QDate& due,
                          const SignOff* signature)
{
    const FrozenVersion* version = signature ? plan.frozenVersions.find(signature->version) : nullptr;
    if (!version || version->year != year || !signature->on.isValid())
        return signatureFault::open;
    if (!signature->capacity.isEmpty() && signature->capacity != asked.role)
        return signatureFault::role;
    if (!asked.delegable && !signature->delegatedBy.trimmed().isEmpty())
        return signatureFault::delegated;
    return due.isValid() && signature->on > due ? signatureFault::late : QLatin1StringView();
}

QList<Finding> signaturesCollected(const YearView& view, const RulebookCheck& check)
{
    const RequiredSignatures required = requiredSignatures(view.rulebook(), check);
    Finding finding = view.begin(check);
    QList<CellRef> missing;
    qint64 asked = 0;
    qint64 there = 0;
    for (const RequiredSignatory& signatory : required.signatories) {
        const QList<Id> organisations = organisationsOf(view.plan(), signatory);
        if (organisations.isEmpty())
            missing.append({Partner::type.id, {}, signatory.organisation, {}});
        for (const Id& organisation : organisations) {
            const AskedSignature signature(view, signatory, organisation, required.due);
            ++asked;
            finding.read.append(signature.read());
            if (signature.counts())
                ++there;
            else
                finding.details.append(signature.open().toDetail());
        }
    }
    settleCounts(finding, asked, there);
    leaveUnknownIfMet(finding, missing);
    return {finding};
}

QList<Finding> boardApprovalDated(const YearView& view, const RulebookCheck& check)
{
    Finding finding = view.begin(check);
    const Submission* submission = submissionOf(view.plan(), view.year());
    const bool approved = submission && submission->approvedOn.isValid();
    const QDate day = approved     ? submission->approvedOn
                      : submission ? submission->approvalExpectedOn
                                   : QDate();
    if (submission)
        finding.read.append({Submission::type.id,
                             submission->id,
                             approved ? QStringLiteral("approvedOn") : QStringLiteral("approvalExpectedOn"),
                             {}});
    if (day.isValid())
        finding.planned = day;
    finding.status = day.isValid() ? FindingStatus::Pass : FindingStatus::Fail;
    return {finding};
}

QList<Finding> decisionsQuorate(const YearView& view, const RulebookCheck& check)
{
    Finding finding = view.begin(check);
    const Plan& plan = view.plan();
    QList<CellRef> missing;
    qint64 decisions = 0;
    qint64 quorate = 0;
    for (const Resolution& resolution : plan.resolutions) {
        const ResolutionOutcome* outcome = lastOutcome(plan, resolution.id);
        if (!outcome || !isDecision(*outcome))
            continue;
        ++decisions;
        const ResolutionOutcome* figures = outcomeWithFigures(plan, resolution.id);
        const CellRef cell{
            ResolutionOutcome::type.id, figures ? figures->id : outcome->id, QStringLiteral("present"), {}};
        if (!figures) {
            missing.append(cell);
            ++quorate;
            continue;
        }
        finding.read.append(cell);
        if (*figures->present >= *figures->needed)
            ++quorate;
        else
            finding.details.append(figures->id.text());
    }
    if (decisions == 0) {
        finding.status = FindingStatus::NotApplicable;
        return {finding};
    }
    settleCounts(finding, decisions, quorate);
    leaveUnknownIfMet(finding, missing);
    return {finding};
}

} // namespace placewright
