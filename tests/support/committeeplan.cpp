#include "tests/support/committeeplan.h"

#include "core/committee/heldsteps.h"

#include <memory>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

Value flag()
{
    return Value::flag(true);
}

Value count(qint64 number)
{
    return Value::count(number);
}

Value day(int year, int month, int date)
{
    return Value(QDate(year, month, date));
}

Value choice(QLatin1StringView value)
{
    return Value(QString(value));
}

void addPartners(ExamplePlan& plan)
{
    plan.add(Place::type.id, u"place"_s,
             {{u"name"_s, text(u"Calderbourne"_s)},
              {u"board"_s, text(u"Calderbourne Health and Wellbeing Board"_s)}});
    plan.add(FinancialYear::type.id, u"2026-27"_s).add(FinancialYear::type.id, u"2027-28"_s);
    plan.add(Partner::type.id, u"council"_s,
             {{u"name"_s, text(u"Calderbourne Council"_s)},
              {u"shortName"_s, text(u"the council"_s)},
              {u"kind"_s, choice(partnerKind::council)}});
    plan.add(Partner::type.id, u"ashmoor"_s,
             {{u"name"_s, text(u"NHS Ashmoor Integrated Care Board"_s)},
              {u"shortName"_s, text(u"Ashmoor ICB"_s)},
              {u"kind"_s, choice(partnerKind::icb)}});
    plan.add(Partner::type.id, u"fenwold"_s,
             {{u"name"_s, text(u"NHS Fenwold Integrated Care Board"_s)},
              {u"shortName"_s, text(u"Fenwold ICB"_s)},
              {u"kind"_s, choice(partnerKind::icb)}});
}

void addMoney(ExamplePlan& plan)
{
    plan.add(Fund::type.id, u"pool"_s,
             {{u"name"_s, text(u"Calderbourne pooled fund"_s)}, {u"kind"_s, choice(fundKind::pooled)}});
    plan.add(Fund::type.id, u"beside"_s,
             {{u"name"_s, text(u"Beside the pool"_s)}, {u"kind"_s, choice(fundKind::aligned)}});
    const auto contribution = [&](const QString& id, const QString& fund, const QString& partner,
                                  const QString& source, qint64 amount) {
        plan.add(Contribution::type.id, id,
                 {{u"fund"_s, ref(fund)},
                  {u"partner"_s, ref(partner)},
                  {u"source"_s, text(source)},
                  {u"amount 2026-27"_s, pounds(amount)}});
    };
    contribution(u"in-ashmoor"_s, u"pool"_s, u"ashmoor"_s, u"NHS_MIN"_s, 11'000'000);
    contribution(u"in-fenwold"_s, u"pool"_s, u"fenwold"_s, u"NHS_MIN"_s, 400'000);
    contribution(u"in-council"_s, u"pool"_s, u"council"_s, u"LA_ADD"_s, 1'000'000);
    contribution(u"in-beside"_s, u"beside"_s, u"council"_s, u"LA_ADD"_s, 300'000);
    const auto line = [&](const QString& id, const QString& name, const QString& source, const QString& payer,
                          const QString& area, qint64 amount, const QString& fund = u"pool"_s) {
        plan.add(Scheme::type.id, u"s-"_s + id, {{u"name"_s, text(name)}, {u"fund"_s, ref(fund)}});
        plan.add(Line::type.id, id,
                 {{u"scheme"_s, ref(u"s-"_s + id)},
                  {u"name"_s, text(name)},
                  {u"source"_s, text(source)},
                  {u"areaOfSpend"_s, text(area)},
                  {u"provider"_s, text(u"NHS Community Provider"_s)},
                  {u"amount 2026-27"_s, pounds(amount)}});
        if (!payer.isEmpty())
            plan.set(Line::type.id, id, {{u"payer"_s, ref(payer)}});
    };
    line(u"discharge"_s, u"Ward-based discharge team"_s, u"NHS_MIN"_s, u"ashmoor"_s, u"Acute"_s, 2'070'000);
    line(u"reablement"_s, u"Reablement teams"_s, u"NHS_MIN"_s, u"ashmoor"_s, u"Community Health"_s,
         4'200'000);
    line(u"beds"_s, u"Rehabilitation beds"_s, u"NHS_MIN"_s, u"ashmoor"_s, u"Community Health"_s, 2'375'000);
    line(u"response"_s, u"Urgent community response"_s, u"NHS_MIN"_s, u"ashmoor"_s, u"Community Health"_s,
         2'060'000);
    line(u"fen"_s, u"Community nursing, Fenwold"_s, u"NHS_MIN"_s, u"fenwold"_s, u"Community Health"_s,
         400'000);
    line(u"record"_s, u"Shared record"_s, u"LA_ADD"_s, {}, u"Other"_s, 140'000);
    line(u"hazards"_s, u"Home hazard checks"_s, u"LA_ADD"_s, {}, u"Social Care"_s, 240'000);
    line(u"handy"_s, u"Handyperson service"_s, u"LA_ADD"_s, {}, u"Social Care"_s, 150'000);
    line(u"wardens"_s, u"Wardens"_s, u"LA_ADD"_s, {}, u"Social Care"_s, 300'000, u"beside"_s);
}

void addCommittee(ExamplePlan& plan)
{
    plan.add(Body::type.id, u"hwb"_s,
             {{u"name"_s, text(u"Calderbourne Health and Wellbeing Board"_s)},
              {u"kind"_s, choice(bodyKind::board)}});
    plan.add(Body::type.id, u"committee"_s,
             {{u"name"_s, text(u"Calderbourne Place Committee"_s)},
              {u"kind"_s, choice(bodyKind::jointCommittee)},
              {u"answersTo"_s, ref(u"hwb"_s)},
              {u"votingRule"_s, choice(votingRule::simpleMajority)},
              {u"castingVote"_s, flag()},
              {u"quorumNumber"_s, count(6)}});
    const auto member = [&](const QString& id, const QString& partner, QLatin1StringView role) {
        plan.add(
            BodyMember::type.id, id,
            {{u"body"_s, ref(u"committee"_s)}, {u"person"_s, ref(u"p-"_s + id)}, {u"role"_s, choice(role)}});
        if (!partner.isEmpty())
            plan.set(BodyMember::type.id, id, {{u"partner"_s, ref(partner)}});
    };
    member(u"aziz"_s, u"council"_s, memberRole::councillor);
    plan.set(BodyMember::type.id, u"aziz"_s, {{u"chair"_s, flag()}});
    member(u"lowry"_s, u"council"_s, memberRole::councillor);
    member(u"calloway"_s, u"council"_s, memberRole::adultServices);
    member(u"pryce"_s, u"council"_s, memberRole::publicHealth);
    member(u"osei"_s, u"ashmoor"_s, memberRole::nhs);
    plan.set(BodyMember::type.id, u"osei"_s, {{u"accountable"_s, flag()}});
    member(u"thwaite"_s, u"ashmoor"_s, memberRole::nhs);
    member(u"nazir"_s, {}, memberRole::provider);
    member(u"lund"_s, u"fenwold"_s, memberRole::nhs);
    member(u"fairclough"_s, {}, memberRole::healthwatch);
    member(u"ackroyd"_s, {}, memberRole::voluntary);
    for (const auto& [id, role] :
         std::initializer_list<std::pair<QString, QLatin1StringView>>{{u"need1"_s, memberRole::councillor},
                                                                      {u"need2"_s, memberRole::nhs},
                                                                      {u"need3"_s, memberRole::publicHealth}})
        plan.add(QuorumNeed::type.id, id, {{u"body"_s, ref(u"committee"_s)}, {u"role"_s, choice(role)}});
    for (const QString& partner : {u"council"_s, u"ashmoor"_s})
        plan.add(Delegation::type.id, u"limit-"_s + partner,
                 {{u"body"_s, ref(u"committee"_s)},
                  {u"partner"_s, ref(partner)},
                  {u"perDecision"_s, pounds(250'000)},
                  {u"perYear"_s, pounds(1'000'000)},
                  {u"minute"_s, text(u"14/25"_s)}});
    plan.add(Interest::type.id, u"practice"_s,
             {{u"member"_s, ref(u"nazir"_s)},
              {u"kind"_s, choice(interestKind::financial)},
              {u"degree"_s, choice(interestDegree::actual)},
              {u"what"_s, text(u"partner in the Care Alliance"_s)}});
    plan.add(InterestLink::type.id, u"practice-response"_s,
             {{u"interest"_s, ref(u"practice"_s)}, {u"scheme"_s, ref(u"s-response"_s)}});
}

void addMeeting(ExamplePlan& plan)
{
    plan.add(Meeting::type.id, u"march"_s, {{u"body"_s, ref(u"committee"_s)}, {u"on"_s, day(2026, 3, 12)}});
    for (const QString& member : {u"aziz"_s, u"lowry"_s, u"calloway"_s, u"pryce"_s, u"osei"_s, u"thwaite"_s,
                                  u"nazir"_s, u"lund"_s, u"fairclough"_s, u"ackroyd"_s})
        plan.add(Attendance::type.id, u"at-"_s + member,
                 {{u"meeting"_s, ref(u"march"_s)},
                  {u"member"_s, ref(member)},
                  {u"how"_s, choice(member == u"lund" ? attending::apologies : attending::present)}});
    plan.add(AgendaItem::type.id, u"item4"_s,
             {{u"meeting"_s, ref(u"march"_s)},
              {u"number"_s, count(4)},
              {u"title"_s, text(u"Handyperson service"_s)}});
    plan.add(AgendaItem::type.id, u"item5"_s,
             {{u"meeting"_s, ref(u"march"_s)}, {u"number"_s, count(5)}, {u"title"_s, text(u"Option B"_s)}});
    plan.add(ItemInterest::type.id, u"left"_s,
             {{u"item"_s, ref(u"item5"_s)},
              {u"member"_s, ref(u"nazir"_s)},
              {u"interest"_s, ref(u"practice"_s)},
              {u"action"_s, choice(chairAction::leave)}});
}

void addSignatories(ExamplePlan& plan)
{
    const auto signatory = [&](const QString& id, const QString& partner, QLatin1StringView role) {
        plan.add(
            Signatory::type.id, id,
            {{u"year"_s, ref(u"2026-27"_s)}, {u"role"_s, choice(role)}, {u"person"_s, ref(u"p-"_s + id)}});
        if (!partner.isEmpty())
            plan.set(Signatory::type.id, id, {{u"partner"_s, ref(partner)}});
    };
    signatory(u"sign-council"_s, u"council"_s, signatoryRole::chiefExecutive);
    signatory(u"sign-151"_s, u"council"_s, signatoryRole::section151);
    signatory(u"sign-ashmoor"_s, u"ashmoor"_s, signatoryRole::chiefExecutive);
    signatory(u"sign-fenwold"_s, u"fenwold"_s, signatoryRole::chiefExecutive);
    signatory(u"sign-hwb"_s, {}, signatoryRole::chair);
}

QMap<Id, QString> people()
{
    QMap<Id, QString> names;
    for (const auto& [id, name] :
         std::initializer_list<std::pair<QString, QString>>{{u"aziz"_s, u"Cllr Imran Aziz"_s},
                                                            {u"lowry"_s, u"Cllr Beth Lowry"_s},
                                                            {u"calloway"_s, u"Ruth Calloway"_s},
                                                            {u"pryce"_s, u"Dr Owen Pryce"_s},
                                                            {u"osei"_s, u"Janet Osei"_s},
                                                            {u"thwaite"_s, u"Martin Thwaite"_s},
                                                            {u"nazir"_s, u"Dr Samira Nazir"_s},
                                                            {u"lund"_s, u"Peter Lund"_s},
                                                            {u"fairclough"_s, u"Denise Fairclough"_s},
                                                            {u"ackroyd"_s, u"Tom Ackroyd"_s},
                                                            {u"sign-council"_s, u"Amara Doyle"_s},
                                                            {u"sign-151"_s, u"Neil Hargreave"_s},
                                                            {u"sign-ashmoor"_s, u"Farah Qureshi"_s},
                                                            {u"sign-fenwold"_s, u"Colin Maddox"_s},
                                                            {u"sign-hwb"_s, u"Cllr Helen Marsden"_s}})
        names.insert(Id(u"p-"_s + id), name);
    return names;
}

Plan applied(const Plan& plan, const Step& step)
{
    const Applied done = apply(plan, step);
    if (!done.ok())
        qFatal("%s", qPrintable(describe(done.conflicts.first(), step, plan)));
    return done.plan;
}

} // namespace

Plan with(const Plan& plan, const EntityType& type, const QString& id, const ExamplePlan::Cells& cells)
{
    StepBuilder builder(plan);
    if (!plan.table(type.id)->contains(Id(id)))
        builder.add(type.id, Id(id));
    for (const auto& [name, value] : cells) {
        const Field* field = type.field(name.section(u' ', 0, 0));
        builder.set(type.id, Id(id), field->id, *Key::fromText(field->keyedBy, name.section(u' ', 1)), value);
    }
    return applied(plan, builder.step({}));
}

Plan without(const Plan& plan, const EntityType& type, const QString& id)
{
    return applied(plan, StepBuilder(plan).remove(type.id, Id(id)).step({}));
}

Plan after(const Plan& plan, const Result<Step>& step)
{
    if (!step)
        qFatal("%s", qPrintable(step.error().text));
    return applied(plan, *step);
}

QString heldAmounts(const Plan& plan, const QList<std::pair<QString, qint64>>& amounts)
{
    StepBuilder builder(plan);
    for (const auto& [line, amount] : amounts)
        builder.set(Line::type.id, Id(line), u"amount", {Id(u"2026-27"_s), {}}, pounds(amount));
    return heldChanges(builder.step({}).changes);
}

Plan withResolution(const Plan& plan, const QString& id, const QString& item, const QString& changes)
{
    const Plan made = with(plan, Resolution::type, id, {{u"item"_s, ref(item)}, {u"name"_s, text(id)}});
    return with(made, ResolutionStep::type, id + u"-step"_s,
                {{u"resolution"_s, ref(id)}, {u"what"_s, text(id)}, {u"changes"_s, text(changes)}});
}

Plan committeePlan()
{
    ExamplePlan plan;
    addPartners(plan);
    addMoney(plan);
    addCommittee(plan);
    addMeeting(plan);
    addSignatories(plan);
    Plan made = withResolution(plan.plan(), u"handyperson"_s, u"item4"_s,
                               heldAmounts(plan.plan(), {{u"handy"_s, 160'000}}));
    made = withResolution(made, u"optionB"_s, u"item5"_s,
                          heldAmounts(made, {{u"discharge"_s, 1'570'000},
                                             {u"reablement"_s, 4'700'000},
                                             {u"beds"_s, 2'183'000},
                                             {u"response"_s, 2'252'000},
                                             {u"record"_s, 20'000},
                                             {u"hazards"_s, 360'000}}));
    made.people = people();
    return made;
}

QList<VoteCast> votesOnOptionB()
{
    QList<VoteCast> votes;
    for (const QString& member :
         {u"aziz"_s, u"calloway"_s, u"pryce"_s, u"osei"_s, u"thwaite"_s, u"fairclough"_s})
        votes.append({Id(member), ballot::inFavour, false, {}});
    votes.append({Id(u"lowry"_s), ballot::against, false, u"the discharge hub loses 13.3 % before winter"_s});
    votes.append({Id(u"ackroyd"_s), ballot::abstained, false, {}});
    return votes;
}

QList<VoteCast> allInFavour(const Plan& plan, const QString& item, const QStringList& but)
{
    QList<VoteCast> votes;
    for (const Seat& seat : seatsAt(plan, *plan.agendaItems.find(Id(item))))
        if (seat.canVote() && !but.contains(seat.member.text()))
            votes.append({seat.member, ballot::inFavour, false, {}});
    return votes;
}

QDate meetingDay()
{
    return {2026, 3, 12};
}

IdSource countedIds(const QString& prefix)
{
    const auto next = std::make_shared<int>(0);
    return [prefix, next] { return Id(prefix + QString::number(++*next)); };
}

} // namespace placewright
