#include "core/plan/names.h"

#include <QCoreApplication>
#include <QStringList>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

QString joined(const QStringList& parts)
{
    QStringList said;
    for (const QString& part : parts)
        if (!part.isEmpty())
            said.append(part);
    return said.join(u", "_s);
}

QString fifthName(std::optional<qint64> fifth)
{
    if (!fifth)
        return {};
    if (*fifth == 1)
        return QCoreApplication::translate("Names", "Fifth 1, most deprived");
    if (*fifth == 5)
        return QCoreApplication::translate("Names", "Fifth 5, least deprived");
    return QCoreApplication::translate("Names", "Fifth %1").arg(*fifth);
}

// Several contracts have versions of the same number.
QString versionName(const Plan& plan, const Id& id)
{
    const ContractVersion* version = plan.contractVersions.find(id);
    if (!version || !version->number)
        return version && !version->name.isEmpty() ? version->name : id.text();
    const QString name = QCoreApplication::translate("Names", "Version %1").arg(*version->number);
    return plan.contracts.size() < 2 ? name
                                     : joined({nameOf(plan, Contract::type.id, version->contract), name});
}

QString peopleName(const Plan& plan, const ContractPeople& people)
{
    const QString fifth = fifthName(people.fifth);
    return plan.contracts.size() < 2 ? fifth
                                     : joined({nameOf(plan, Contract::type.id, people.contract), fifth});
}

// Rows of contracts that have no name of their own, or one that stands in every version of the terms; nothing for others.
QString nameInContract(const Plan& plan, QAnyStringView typeId, const Id& id)
{
    if (typeId == ContractVersion::type.id)
        return versionName(plan, id);
    if (typeId == ContractPeople::type.id) {
        const ContractPeople* people = plan.contractPeople.find(id);
        return people ? peopleName(plan, *people) : QString();
    }
    if (typeId == IndicatorResult::type.id) {
        const IndicatorResult* result = plan.indicatorResults.find(id);
        return result ? joined({nameOf(plan, ContractIndicator::type.id, result->indicator),
                                fifthName(result->fifth)})
                      : QString();
    }
    if (typeId == IndicatorTerms::type.id) {
        const IndicatorTerms* terms = plan.indicatorTerms.find(id);
        return terms ? joined({nameOf(plan, ContractIndicator::type.id, terms->indicator),
                               versionName(plan, terms->version)})
                     : QString();
    }
    if (typeId == ContractActivity::type.id) {
        const ContractActivity* activity = plan.contractActivities.find(id);
        return activity && !activity->name.isEmpty()
                   ? joined({activity->name, versionName(plan, activity->version)})
                   : QString();
    }
    return {};
}

// What the committee keeps that has no name of its own, or a date instead; nothing for others.
QString nameInCommittee(const Plan& plan, QAnyStringView typeId, const Id& id)
{
    const auto of = [&](QLatin1StringView field) { return plan.value(typeId, id, field).id(); };
    if (typeId == BodyMember::type.id) {
        const BodyMember* member = plan.bodyMembers.find(id);
        return member ? personName(plan, member->person) : QString();
    }
    if (typeId == Meeting::type.id) {
        const Meeting* meeting = plan.meetings.find(id);
        return meeting
                   ? joined({nameOf(plan, Body::type.id, meeting->body), valueToShown(Value(meeting->on))})
                   : QString();
    }
    if (typeId == AgendaItem::type.id) {
        const AgendaItem* item = plan.agendaItems.find(id);
        return item ? item->title : QString();
    }
    if (typeId == Interest::type.id) {
        const Interest* interest = plan.interests.find(id);
        return interest ? joined({nameOf(plan, BodyMember::type.id, interest->member), interest->what})
                        : QString();
    }
    if (typeId == Signatory::type.id) {
        const Signatory* signatory = plan.signatories.find(id);
        if (!signatory)
            return {};
        return joined({signatory->partner.isNull() ? plan.place().board
                                                   : nameOf(plan, Partner::type.id, signatory->partner),
                       labelOfChoice(*Signatory::type.field(u"role"), signatory->role)});
    }
    if (typeId == FrozenVersion::type.id) {
        const FrozenVersion* version = plan.frozenVersions.find(id);
        return version && version->number
                   ? QCoreApplication::translate("Names", "Version %1").arg(*version->number)
                   : QString();
    }
    if (typeId == Submission::type.id)
        return of("year"_L1).text();
    if (typeId == SignOff::type.id)
        return nameOf(plan, Signatory::type.id, of("signatory"_L1));
    if (typeId == Vote::type.id || typeId == Attendance::type.id || typeId == ItemInterest::type.id)
        return nameOf(plan, BodyMember::type.id, of("member"_L1));
    if (typeId == ResolutionOutcome::type.id)
        return nameOf(plan, Resolution::type.id, of("resolution"_L1));
    if (typeId == ResolutionMoney::type.id || typeId == RecommendationReply::type.id ||
        typeId == Delegation::type.id)
        return nameOf(plan, Partner::type.id, of("partner"_L1));
    if (typeId == QuorumNeed::type.id)
        return joined(
            {labelOfChoice(*QuorumNeed::type.field(u"role"), plan.value(typeId, id, u"role").text()),
             nameOf(plan, Partner::type.id, of("partner"_L1))});
    if (typeId == InterestLink::type.id) {
        const InterestLink* link = plan.interestLinks.find(id);
        return link ? joined({nameOf(plan, Scheme::type.id, link->scheme),
                              nameOf(plan, Contract::type.id, link->contract), link->provider})
                    : QString();
    }
    if (typeId == IndexDomain::type.id)
        return labelOfChoice(*IndexDomain::type.field(u"domain"), plan.value(typeId, id, u"domain").text());
    return plan.value(typeId, id, u"what").text();
}

} // namespace

QString personName(const Plan& plan, const Id& person)
{
    const auto name = plan.people.constFind(person);
    if (name == plan.people.cend())
        return person.text();
    return name->isEmpty() ? QCoreApplication::translate("Names", "Name erased") : *name;
}

QString nameOf(const Plan& plan, QAnyStringView typeId, const Id& id)
{
    if (typeId == Contribution::type.id) {
        const Contribution* contribution = plan.contributions.find(id);
        if (!contribution)
            return id.text();
        return joined({contribution->source, nameOf(plan, Partner::type.id, contribution->partner)});
    }
    if (typeId == Minimum::type.id) {
        const Minimum* minimum = plan.minimums.find(id);
        if (!minimum)
            return id.text();
        return joined(
            {minimum->year.text(), minimum->kind,
             minimum->partner.isNull() ? QString() : nameOf(plan, Partner::type.id, minimum->partner)});
    }
    if (typeId == PracticeMembership::type.id) {
        const PracticeMembership* membership = plan.practices.find(id);
        return membership ? membership->practice : id.text();
    }
    if (typeId == RiskTerm::type.id) {
        const RiskTerm* term = plan.riskTerms.find(id);
        if (!term)
            return id.text();
        return term->label.isEmpty() ? labelOfChoice(*RiskTerm::type.field(u"kind"), term->kind)
                                     : term->label;
    }
    if (typeId == FundFunction::type.id) {
        const FundFunction* function = plan.fundFunctions.find(id);
        return function && !function->function.isEmpty() ? function->function : id.text();
    }
    if (typeId == FundReport::type.id) {
        const FundReport* report = plan.fundReports.find(id);
        return report && report->quarter
                   ? QCoreApplication::translate("Names", "Report of quarter %1").arg(*report->quarter)
                   : id.text();
    }
    if (typeId == FundPartner::type.id || typeId == RiskTermShare::type.id)
        return nameOf(plan, Partner::type.id, plan.value(typeId, id, u"partner").id());
    if (const QString name = nameInContract(plan, typeId, id); !name.isEmpty())
        return name;
    const QString name = plan.value(typeId, id, u"name").text();
    if (!name.isEmpty())
        return name;
    const QString other = nameInCommittee(plan, typeId, id);
    return other.isEmpty() ? id.text() : other;
}

QString shownValue(const Plan& plan, const Field& field, const Value& value)
{
    if (value.isNull())
        return {};
    if (field.type == ValueType::Reference)
        return nameOf(plan, field.references, value.id());
    if (field.type == ValueType::Person)
        return personName(plan, value.id());
    if (field.type == ValueType::Choice)
        return labelOfChoice(field, value.text());
    return valueToShown(value);
}

QString shownField(const Plan& plan, const Field& field, const Key& key)
{
    QStringList parts;
    if (!key.year.isNull())
        parts.append(key.year.text());
    if (!key.area.isNull())
        parts.append(nameOf(plan, Area::type.id, key.area));
    parts.append(labelOf(field));
    return parts.join(u' ');
}

} // namespace placewright
