#include "core/exchange/committeejson.h"

#include "core/committee/integrationindex.h"
#include "core/exchange/jsonfigures.h"
#include "core/plan/names.h"
#include "core/rules/governancechecks.h"

#include <QJsonArray>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonDate(const QDate& date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue jsonCount(const std::optional<qint64>& count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonValue jsonText(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString verdictId(DelegationVerdict verdict)
{
    switch (verdict) {
    case DelegationVerdict::Within:
        return u"within"_s;
    case DelegationVerdict::PartnerUnknown:
        return u"partnerUnknown"_s;
    case DelegationVerdict::NothingDelegated:
        return u"nothingDelegated"_s;
    case DelegationVerdict::NoMinute:
        return u"noMinute"_s;
    case DelegationVerdict::RoleNotInFavour:
        return u"roleNotInFavour"_s;
    case DelegationVerdict::AboveDecision:
        return u"aboveDecision"_s;
    case DelegationVerdict::AboveYear:
        break;
    }
    return u"aboveYear"_s;
}

QJsonValue problemId(DomainProblem problem)
{
    switch (problem) {
    case DomainProblem::None:
        return {};
    case DomainProblem::NotEntered:
        return u"notEntered"_s;
    case DomainProblem::NoFigure:
        return u"noFigure"_s;
    case DomainProblem::NoReferencePoints:
        return u"noReferencePoints"_s;
    case DomainProblem::NoDeprivation:
        break;
    }
    return u"noDeprivation"_s;
}

// What a resolution moves, by year in the order of first mention.
QJsonArray yearsOf(const QList<MovedMoney>& moved)
{
    QStringList years;
    for (const MovedMoney& money : moved)
        if (!years.contains(money.year))
            years.append(money.year);
    QJsonArray list;
    for (const QString& year : std::as_const(years)) {
        QList<MovedMoney> ofYear;
        std::copy_if(moved.begin(), moved.end(), std::back_inserter(ofYear),
                     [&](const MovedMoney& money) { return money.year == year; });
        list.append(QJsonObject{{u"year"_s, year}, {u"amount"_s, jsonMoney(movedAmount(ofYear))}});
    }
    return list;
}

class CommitteeWriter
{
public:
    explicit CommitteeWriter(const EvaluatedBranch& evaluated)
        : m_evaluated(evaluated)
        , m_base(evaluated.tree.base)
    {
    }

    QJsonArray bodies() const;
    QJsonArray resolutions() const;
    QJsonArray signOff() const;
    QJsonArray versions() const;
    QJsonArray submissions() const;
    QJsonArray index() const;

private:
    QJsonValue partnerName(const Id& partner) const
    {
        return partner.isNull() ? QJsonValue() : QJsonValue(nameOf(m_base, Partner::type.id, partner));
    }

    bool isConfidential(const Resolution& resolution) const
    {
        const AgendaItem* item = m_base.agendaItems.find(resolution.item);
        return item && item->confidential;
    }

    const Meeting* lastHeld(const Body& body) const;
    QJsonObject resolutionHead(const Resolution& resolution) const;
    QJsonObject openResolution(const Resolution& resolution) const;
    QJsonObject confidentialResolution(const Resolution& resolution) const;
    QJsonObject closedResolution(const Resolution& resolution, const ResolutionOutcome& last) const;
    QJsonArray reviewedPartners(const ResolutionReview& review) const;
    QJsonArray recordedPartners(const ResolutionOutcome& outcome) const;
    QJsonObject partner(const Id& id, Money amount, bool recommended, const Id& resolution) const;
    void addSignatures(const Id& year, QJsonArray& to) const;
    QJsonObject signature(const Id& year, const RequiredSignatory& asked, const Id& partner,
                          const Signatory* signatory, bool required, const QDate& due) const;

    const EvaluatedBranch& m_evaluated;
    const Plan& m_base;
};

// The last meeting at which somebody was there: one that is only planned says nothing.
const Meeting* CommitteeWriter::lastHeld(const Body& body) const
{
    const Meeting* last = nullptr;
    for (const Meeting& meeting : m_base.meetings) {
        const bool held = std::any_of(m_base.attendances.begin(), m_base.attendances.end(),
                                      [&](const Attendance& row) { return row.meeting == meeting.id; });
        if (meeting.body == body.id && held && (!last || meeting.on >= last->on))
            last = &meeting;
    }
    return last;
}

QJsonArray CommitteeWriter::bodies() const
{
    QJsonArray list;
    for (const Body& body : m_base.bodies) {
        const Meeting* meeting = lastHeld(body);
        const std::optional<Quorum> quorum =
            meeting ? std::optional(quorumOf(m_base, *meeting)) : std::nullopt;
        list.append(QJsonObject{{u"id"_s, body.id.text()},
                                {u"name"_s, body.name},
                                {u"kind"_s, jsonText(body.kind)},
                                {u"votingRule"_s, jsonText(body.votingRule)},
                                {u"meeting"_s, meeting ? jsonDate(meeting->on) : QJsonValue()},
                                {u"quorate"_s, quorum ? QJsonValue(quorum->met) : QJsonValue()},
                                {u"present"_s, quorum ? QJsonValue(quorum->present) : QJsonValue()},
                                {u"needed"_s, quorum ? QJsonValue(quorum->needed) : QJsonValue()}});
    }
    return list;
}

QJsonObject CommitteeWriter::resolutionHead(const Resolution& resolution) const
{
    const AgendaItem* item = m_base.agendaItems.find(resolution.item);
    const Meeting* meeting = item ? m_base.meetings.find(item->meeting) : nullptr;
    const Id body = meeting ? meeting->body : Id();
    return {{u"id"_s, resolution.id.text()},
            {u"confidential"_s, isConfidential(resolution)},
            {u"name"_s, resolution.name},
            {u"body"_s, jsonId(body)},
            {u"bodyName"_s, body.isNull() ? QJsonValue() : nameOf(m_base, Body::type.id, body)},
            {u"meeting"_s, meeting ? jsonDate(meeting->on) : QJsonValue()},
            {u"item"_s, item ? jsonCount(item->number) : QJsonValue()}};
}

QJsonObject CommitteeWriter::partner(const Id& id, Money amount, bool recommended, const Id& resolution) const
{
    const RecommendationReply* reply = id.isNull() ? nullptr : lastReply(m_base, resolution, id);
    return {{u"partner"_s, jsonId(id)},
            {u"partnerName"_s, partnerName(id)},
            {u"amount"_s, jsonMoney(amount)},
            {u"recommended"_s, recommended},
            {u"answer"_s, reply ? jsonText(reply->answer) : QJsonValue()}};
}

QJsonArray CommitteeWriter::reviewedPartners(const ResolutionReview& review) const
{
    QJsonArray list;
    QList<Id> moving;
    for (const PartnerVerdict& verdict : review.partners) {
        moving.append(verdict.partner);
        QJsonObject entry = partner(verdict.partner, verdict.amount,
                                    review.recommendTo.contains(verdict.partner), review.resolution);
        entry.insert(u"verdict"_s, verdictId(verdict.verdict));
        entry.insert(u"limit"_s, jsonMoney(verdict.limit));
        entry.insert(u"above"_s, jsonMoney(verdict.above));
        list.append(entry);
    }
    for (const Id& advised : review.recommendTo)
        if (!moving.contains(advised))
            list.append(partner(advised, Money(), true, review.resolution));
    return list;
}

QJsonObject CommitteeWriter::openResolution(const Resolution& resolution) const
{
    const ResolutionReview review =
        reviewResolution(m_base, m_evaluated.shelf, resolution.id, m_evaluated.shelf.today);
    const bool known = review.unreadable.isEmpty() && review.stale.isEmpty();
    QJsonObject entry = resolutionHead(resolution);
    entry.insert(u"outcome"_s, u"open"_s);
    entry.insert(u"expected"_s, known ? jsonText(review.outcome) : QJsonValue());
    entry.insert(u"on"_s, QJsonValue());
    entry.insert(u"inFavour"_s, review.tally.inFavour);
    entry.insert(u"against"_s, review.tally.against);
    entry.insert(u"abstained"_s, review.tally.abstained);
    entry.insert(u"present"_s, review.tally.quorum.present);
    entry.insert(u"needed"_s, review.tally.quorum.needed);
    entry.insert(u"amount"_s, known ? jsonMoney(review.amount) : QJsonValue());
    entry.insert(u"years"_s, yearsOf(review.moved));
    entry.insert(u"partners"_s, reviewedPartners(review));
    entry.insert(u"reason"_s, m_evaluated.resolutionReason ? jsonText(m_evaluated.resolutionReason(review))
                                                           : QJsonValue());
    return entry;
}

QList<MovedMoney> recordedMoney(const Plan& base, const Id& outcome)
{
    QList<MovedMoney> moved;
    for (const ResolutionMoney& money : base.resolutionMoneys)
        if (money.outcome == outcome)
            moved.append({money.partner, money.year, money.category,
                          money.increase.value_or(money.amount.value_or(Money())),
                          money.decrease.value_or(Money())});
    return moved;
}

QJsonArray CommitteeWriter::recordedPartners(const ResolutionOutcome& outcome) const
{
    QList<Id> order;
    QHash<Id, bool> recommended;
    for (const ResolutionMoney& money : m_base.resolutionMoneys) {
        if (money.outcome != outcome.id)
            continue;
        if (!order.contains(money.partner))
            order.append(money.partner);
        recommended[money.partner] = recommended.value(money.partner) || money.beyond;
    }
    const QList<MovedMoney> moved = recordedMoney(m_base, outcome.id);
    QJsonArray list;
    for (const Id& id : std::as_const(order)) {
        QList<MovedMoney> own;
        std::copy_if(moved.begin(), moved.end(), std::back_inserter(own),
                     [&](const MovedMoney& money) { return money.partner == id; });
        list.append(partner(id, movedAmount(own), recommended.value(id), outcome.resolution));
    }
    return list;
}

// The figures that stand with the vote: an outcome that only applies it need not repeat them.
const ResolutionOutcome& figuresOf(const Plan& base, const ResolutionOutcome& last)
{
    const ResolutionOutcome* found = &last;
    for (const ResolutionOutcome& outcome : base.resolutionOutcomes) {
        if (outcome.resolution != last.resolution)
            continue;
        if (outcome.outcome == resolutionOutcome::reopened)
            found = &last;
        else if (outcome.present)
            found = &outcome;
    }
    return *found;
}

QJsonObject CommitteeWriter::closedResolution(const Resolution& resolution,
                                              const ResolutionOutcome& last) const
{
    const ResolutionOutcome& figures = figuresOf(m_base, last);
    QJsonObject entry = resolutionHead(resolution);
    entry.insert(u"outcome"_s, jsonText(last.outcome));
    entry.insert(u"expected"_s, QJsonValue());
    entry.insert(u"on"_s, jsonDate(last.on));
    entry.insert(u"inFavour"_s, jsonCount(figures.inFavour));
    entry.insert(u"against"_s, jsonCount(figures.against));
    entry.insert(u"abstained"_s, jsonCount(figures.abstained));
    entry.insert(u"present"_s, jsonCount(figures.present));
    entry.insert(u"needed"_s, jsonCount(figures.needed));
    entry.insert(u"amount"_s, jsonMoney(figures.amount ? figures.amount : last.amount));
    entry.insert(u"years"_s, yearsOf(recordedMoney(m_base, figures.id)));
    entry.insert(u"partners"_s, recordedPartners(figures));
    entry.insert(u"reason"_s, jsonText(last.reason.isEmpty() ? figures.reason : last.reason));
    return entry;
}

// Nothing but where it stands.
QJsonObject CommitteeWriter::confidentialResolution(const Resolution& resolution) const
{
    QJsonObject entry = resolutionHead(resolution);
    for (const QString& left : {u"name"_s, u"outcome"_s, u"expected"_s, u"on"_s, u"inFavour"_s, u"against"_s,
                                u"abstained"_s, u"present"_s, u"needed"_s, u"amount"_s, u"reason"_s})
        entry.insert(left, QJsonValue());
    entry.insert(u"years"_s, QJsonArray());
    entry.insert(u"partners"_s, QJsonArray());
    return entry;
}

QJsonArray CommitteeWriter::resolutions() const
{
    QJsonArray list;
    for (const Resolution& resolution : m_base.resolutions) {
        const ResolutionOutcome* last = lastOutcome(m_base, resolution.id);
        if (isConfidential(resolution))
            list.append(confidentialResolution(resolution));
        else
            list.append(isOpen(m_base, resolution.id) || !last ? openResolution(resolution)
                                                               : closedResolution(resolution, *last));
    }
    return list;
}

QJsonObject CommitteeWriter::signature(const Id& year, const RequiredSignatory& asked, const Id& partner,
                                       const Signatory* signatory, bool required, const QDate& due) const
{
    const SignOff* found = signatory ? lastSignature(m_base, signatory->id) : nullptr;
    const FrozenVersion* version = found ? m_base.frozenVersions.find(found->version) : nullptr;
    const QLatin1StringView fault = faultOf(m_base, year, asked, due, found);
    return {{u"year"_s, year.text()},
            {u"organisation"_s, jsonId(partner)},
            {u"organisationName"_s, partner.isNull() ? jsonText(m_base.place().board) : partnerName(partner)},
            {u"role"_s, jsonText(asked.role)},
            {u"required"_s, required},
            {u"status"_s, fault.isEmpty() ? u"signed"_s : QString(fault)},
            {u"version"_s, version ? jsonCount(version->number) : QJsonValue()},
            {u"signedOn"_s, found ? jsonDate(found->on) : QJsonValue()},
            {u"expectedOn"_s, signatory ? jsonDate(signatory->expectedOn) : QJsonValue()}};
}

// Whoever is named to sign, in plan order; then whom the rulebook asks for and nobody is named.
void CommitteeWriter::addSignatures(const Id& year, QJsonArray& to) const
{
    const FinancialYear* entity = m_base.years.find(year);
    const Rulebook* rulebook = entity ? m_evaluated.shelf.rulebookOf(*entity) : nullptr;
    const RequiredSignatures required =
        (rulebook ? requiredSignatures(*rulebook) : std::nullopt).value_or(RequiredSignatures());
    QList<std::pair<RequiredSignatory, Id>> open;
    for (const RequiredSignatory& asked : required.signatories) {
        if (asked.organisation.isEmpty())
            open.append({asked, Id()});
        else
            for (const Partner& partner : m_base.partners)
                if (partner.kind == asked.organisation)
                    open.append({asked, partner.id});
    }
    const QList<std::pair<RequiredSignatory, Id>> all = open;
    for (const Signatory& signatory : m_base.signatories) {
        if (signatory.year != year)
            continue;
        const auto isAsked = [&](const std::pair<RequiredSignatory, Id>& entry) {
            return entry.first.role == signatory.role && entry.second == signatory.partner;
        };
        const auto found = std::find_if(all.begin(), all.end(), isAsked);
        const bool asked = found != all.end();
        open.removeIf(isAsked);
        to.append(signature(year,
                            asked ? found->first : RequiredSignatory{{}, signatory.role, signatory.delegable},
                            signatory.partner, &signatory, asked, asked ? required.due : QDate()));
    }
    for (const auto& [asked, partner] : std::as_const(open))
        to.append(signature(year, asked, partner, nullptr, true, required.due));
}

QJsonArray CommitteeWriter::signOff() const
{
    QJsonArray list;
    for (const FinancialYear& year : m_base.years)
        addSignatures(year.id, list);
    return list;
}

QJsonArray CommitteeWriter::versions() const
{
    QJsonArray list;
    for (const FrozenVersion& version : m_base.frozenVersions)
        list.append(QJsonObject{{u"year"_s, version.year.text()},
                                {u"number"_s, jsonCount(version.number)},
                                {u"on"_s, jsonDate(version.on)},
                                {u"head"_s, jsonText(version.head)},
                                {u"plan"_s, jsonText(version.planHash)},
                                {u"evaluation"_s, jsonText(version.evaluationHash)},
                                {u"paper"_s, jsonText(version.paperHash)}});
    return list;
}

QJsonArray CommitteeWriter::submissions() const
{
    QJsonArray list;
    for (const Submission& submission : m_base.submissions)
        list.append(QJsonObject{{u"year"_s, submission.year.text()},
                                {u"submittedOn"_s, jsonDate(submission.submittedOn)},
                                {u"approvalExpectedOn"_s, jsonDate(submission.approvalExpectedOn)},
                                {u"approvedOn"_s, jsonDate(submission.approvedOn)}});
    return list;
}

QJsonArray CommitteeWriter::index() const
{
    QJsonArray list;
    if (m_base.indexDomains.size() == 0)
        return list;
    const QList<IndexDomain> domains(m_base.indexDomains.begin(), m_base.indexDomains.end());
    for (const FinancialYear& year : m_base.years) {
        const IndexYear index = integrationIndex(domains, year.id.text());
        QJsonArray scores;
        for (const DomainScore& score : index.domains)
            scores.append(QJsonObject{{u"domain"_s, score.domain},
                                      {u"weight"_s, jsonStatistic(score.weight)},
                                      {u"score"_s, jsonStatistic(score.score)},
                                      {u"expected"_s, jsonStatistic(score.expected)},
                                      {u"problem"_s, problemId(score.problem)}});
        list.append(QJsonObject{{u"year"_s, year.id.text()},
                                {u"arithmetic"_s, jsonStatistic(index.arithmetic)},
                                {u"arithmeticLow"_s, jsonStatistic(index.arithmeticLow)},
                                {u"arithmeticHigh"_s, jsonStatistic(index.arithmeticHigh)},
                                {u"geometric"_s, jsonStatistic(index.geometric)},
                                {u"geometricLow"_s, jsonStatistic(index.geometricLow)},
                                {u"geometricHigh"_s, jsonStatistic(index.geometricHigh)},
                                {u"domains"_s, scores}});
    }
    return list;
}

} // namespace

QJsonObject committeeToJson(const EvaluatedBranch& evaluated)
{
    const CommitteeWriter writer(evaluated);
    return {{u"bodies"_s, writer.bodies()},           {u"resolutions"_s, writer.resolutions()},
            {u"signOff"_s, writer.signOff()},         {u"versions"_s, writer.versions()},
            {u"submissions"_s, writer.submissions()}, {u"index"_s, writer.index()}};
}

} // namespace placewright
