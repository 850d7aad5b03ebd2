#include "core/words/governancefindings.h"

#include "core/plan/names.h"
#include "core/rules/governancechecks.h"
#include "core/rules/signatories.h"
#include "core/words/phrases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(GovernanceFindings)
};

qint64 countOf(const Figure& figure)
{
    const qint64* count = std::get_if<qint64>(&figure);
    return count ? *count : 0;
}

// "31 March"; the strip has no room for the year.
QString dayShown(const QDate& date)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, u"d MMMM"_s);
}

QString boardName(const Plan& plan)
{
    return plan.place().board.isEmpty() ? Words::tr("Health and Wellbeing Board") : plan.place().board;
}

// "Calderbourne Council, section 151 officer".
QString signerName(const Plan& plan, const OpenSignature& signature)
{
    const QString organisation =
        signature.partner.isNull() ? boardName(plan) : nameOf(plan, Partner::type.id, signature.partner);
    return u"%1, %2"_s.arg(organisation,
                           lowered(labelOfChoice(*Signatory::type.field(u"role"), signature.role)));
}

QList<OpenSignature> openSignatures(const Finding& finding)
{
    QList<OpenSignature> open;
    for (const QString& detail : finding.details)
        open.append(OpenSignature::fromDetail(detail));
    return open;
}

QStringList signersWith(const Finding& finding, const Plan& plan, QLatin1StringView fault)
{
    QStringList names;
    for (const OpenSignature& signature : openSignatures(finding))
        if (signature.fault == fault)
            names.append(signerName(plan, signature));
    return names;
}

bool allAre(const Finding& finding, QLatin1StringView fault)
{
    const QList<OpenSignature> open = openSignatures(finding);
    return std::all_of(open.begin(), open.end(),
                       [&](const OpenSignature& signature) { return signature.fault == fault; });
}

qint64 toCollect(const Finding& finding)
{
    const QList<OpenSignature> open = openSignatures(finding);
    return std::count_if(open.begin(), open.end(), [](const OpenSignature& signature) {
        return signature.fault == signatureFault::open;
    });
}

QString signatureSentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook)
{
    const qint64 asked = countOf(finding.required);
    if (finding.status == FindingStatus::Pass)
        return Words::tr("Everybody who must sign has signed: %n signature(s).", nullptr,
                         static_cast<int>(asked));
    const RulebookCheck* check = rulebook.check(finding.rule);
    const QDate due = check ? requiredSignatures(rulebook, *check).due : QDate();
    QStringList said{Words::tr("Signed by %1 of %2.").arg(countOf(finding.planned)).arg(asked)};
    const auto say = [&](QLatin1StringView fault, const QString& sentence) {
        const QStringList names = signersWith(finding, plan, fault);
        if (!names.isEmpty())
            said.append(sentence.arg(names.join(u"; "_s)));
    };
    say(signatureFault::open, Words::tr("Still to sign: %1."));
    say(signatureFault::late, Words::tr("Signed after %1: %2.").arg(dateShown(due), u"%1"_s));
    say(signatureFault::delegated, Words::tr("Signed by somebody else, which the round does not allow: %1."));
    say(signatureFault::role, Words::tr("Signed in another role: %1."));
    return said.join(u' ');
}

bool isExpectedOnly(const Finding& finding)
{
    return std::any_of(finding.read.begin(), finding.read.end(),
                       [](const CellRef& cell) { return cell.field == "approvalExpectedOn"_L1; });
}

QString approvalSentence(const Finding& finding, const Plan& plan)
{
    const QDate* day = std::get_if<QDate>(&finding.planned);
    if (!day)
        return Words::tr("%1 has not approved the plan, and no day is named on which it is expected to.")
            .arg(boardName(plan));
    return isExpectedOnly(finding)
               ? Words::tr("%1 is expected to approve the plan on %2.").arg(boardName(plan), dateShown(*day))
               : Words::tr("%1 approved the plan on %2.").arg(boardName(plan), dateShown(*day));
}

QDate meetingDay(const Plan& plan, const Id& resolution)
{
    const Resolution* found = plan.resolutions.find(resolution);
    const AgendaItem* item = found ? plan.agendaItems.find(found->item) : nullptr;
    const Meeting* meeting = item ? plan.meetings.find(item->meeting) : nullptr;
    return meeting ? meeting->on : QDate();
}

// The day of the outcome itself; of the meeting where it does not say.
QDate dayOf(const Plan& plan, const ResolutionOutcome& outcome)
{
    return outcome.on.isValid() ? outcome.on : meetingDay(plan, outcome.resolution);
}

QString quotedResolution(const Plan& plan, const Id& resolution)
{
    return u"“%1”"_s.arg(nameOf(plan, Resolution::type.id, resolution));
}

// "“Adopt option B” on 12 March 2026: 5 could vote, 6 were needed".
QString notQuorate(const Plan& plan, const Id& id)
{
    const ResolutionOutcome* outcome = plan.resolutionOutcomes.find(id);
    if (!outcome)
        return id.text();
    const QDate day = dayOf(plan, *outcome);
    const QString name = quotedResolution(plan, outcome->resolution);
    return Words::tr("%1: %2 could vote, %3 were needed")
        .arg(day.isValid() ? Words::tr("%1 on %2").arg(name, dateShown(day)) : name)
        .arg(outcome->present.value_or(0))
        .arg(outcome->needed.value_or(0));
}

QString quorumSentence(const Finding& finding, const Plan& plan)
{
    if (finding.status == FindingStatus::Pass) {
        QDate last;
        for (const CellRef& cell : finding.read)
            if (const ResolutionOutcome* outcome = plan.resolutionOutcomes.find(cell.id))
                last = std::max(last, dayOf(plan, *outcome));
        const QString all = Words::tr("A quorum could vote on each of the %n decision(s) on the record",
                                      nullptr, static_cast<int>(countOf(finding.required)));
        return last.isValid() ? Words::tr("%1, the last on %2.").arg(all, dateShown(last)) : all + u'.';
    }
    QStringList names;
    for (const QString& detail : finding.details)
        names.append(notQuorate(plan, Id(detail)));
    return Words::tr("No quorum could vote on %1.").arg(names.join(u"; "_s));
}

} // namespace

bool isGovernance(const QString& function)
{
    return function == governanceCheck::signatures || function == governanceCheck::approval ||
           function == governanceCheck::quorum;
}

QString governanceSentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook,
                           const QString& function)
{
    if (function == governanceCheck::signatures)
        return signatureSentence(finding, plan, rulebook);
    if (function == governanceCheck::approval)
        return approvalSentence(finding, plan);
    if (function == governanceCheck::quorum)
        return quorumSentence(finding, plan);
    return {};
}

QString whyNoGovernance(const QString& function)
{
    return function == governanceCheck::quorum ? Words::tr("No decision is on the record yet.") : QString();
}

QStringList governanceAbsent(const Finding& finding, const Plan& plan, const QString& function)
{
    QStringList names;
    for (const CellRef& cell : finding.missing) {
        if (function == governanceCheck::signatures)
            names.append(cell.field == partnerKind::icb
                             ? Words::tr("an integrated care board among the partners")
                             : Words::tr("a council among the partners"));
        else if (function == governanceCheck::quorum)
            names.append(Words::tr("how many could vote on %1, and how many were needed")
                             .arg(u"“%1”"_s.arg(nameOf(plan, ResolutionOutcome::type.id, cell.id))));
    }
    return names;
}

QString governanceDay(const Rulebook& rulebook, const QString& function)
{
    if (function != governanceCheck::signatures)
        return {};
    const std::optional<RequiredSignatures> required = requiredSignatures(rulebook);
    return required && required->due.isValid() ? Words::tr(", due %1").arg(dayShown(required->due))
                                               : QString();
}

QString governanceMargin(const Finding& finding, const QString& function)
{
    const bool met = finding.status == FindingStatus::Pass;
    if (!met && finding.status != FindingStatus::Fail)
        return {};
    if (function == governanceCheck::signatures && !met) {
        if (const qint64 open = toCollect(finding); open > 0)
            return Words::tr("%1 of %2 to collect").arg(open).arg(countOf(finding.required));
        const QString many = allAre(finding, signatureFault::late) ? Words::tr("%1 of %2 late")
                                                                   : Words::tr("%1 of %2 do not count");
        return many.arg(finding.details.size()).arg(countOf(finding.required));
    }
    if (function == governanceCheck::quorum && !met)
        return Words::tr("%n not quorate", nullptr, static_cast<int>(finding.details.size()));
    if (function == governanceCheck::approval) {
        const QDate* day = std::get_if<QDate>(&finding.planned);
        if (!day)
            return Words::tr("No day entered");
        return isExpectedOnly(finding) ? Words::tr("Expected %1").arg(dateShown(*day))
                                       : Words::tr("Approved %1").arg(dateShown(*day));
    }
    return {};
}

QString governanceToDo(const Finding& finding, const Rulebook& rulebook, const QString& function)
{
    if (function == governanceCheck::signatures) {
        const qint64 open = toCollect(finding);
        return open == 0 ? QString()
                         : Words::tr("Collect %1 of %2 signatures%3")
                               .arg(open)
                               .arg(countOf(finding.required))
                               .arg(governanceDay(rulebook, function));
    }
    if (function == governanceCheck::approval)
        return Words::tr("Enter when the Health and Wellbeing Board approves the plan");
    return {};
}

} // namespace placewright
