#include "core/plan/plan.h"

#include <algorithm>
#include <array>

namespace placewright {

namespace {

// Each table of the plan beside the type of its entities: the one place that pairs them.
struct Slot
{
    const EntityType* type;
    TableBase& (*of)(Plan&);
    bool (*equal)(const Plan& a, const Plan& b);
};

template <auto Member> constexpr Slot slot(const EntityType& type)
{
    return {&type, [](Plan& plan) -> TableBase& { return plan.*Member; },
            [](const Plan& a, const Plan& b) { return a.*Member == b.*Member; }};
}

constexpr size_t typeCount = 55;

const std::array<Slot, typeCount>& allSlots()
{
    static const std::array<Slot, typeCount> all{
        slot<&Plan::years>(FinancialYear::type),
        slot<&Plan::partners>(Partner::type),
        slot<&Plan::needDatasets>(NeedDataset::type),
        slot<&Plan::layers>(Layer::type),
        slot<&Plan::areas>(Area::type),
        slot<&Plan::areaUnits>(AreaUnit::type),
        slot<&Plan::practices>(PracticeMembership::type),
        slot<&Plan::serviceNeeds>(ServiceNeed::type),
        slot<&Plan::needComponents>(NeedComponent::type),
        slot<&Plan::populationGroups>(PopulationGroup::type),
        slot<&Plan::fairSharePlans>(FairSharePlan::type),
        slot<&Plan::fairShareYears>(FairShareYear::type),
        slot<&Plan::places>(Place::type),
        slot<&Plan::funds>(Fund::type),
        slot<&Plan::fundPartners>(FundPartner::type),
        slot<&Plan::fundFunctions>(FundFunction::type),
        slot<&Plan::fundReports>(FundReport::type),
        slot<&Plan::contributions>(Contribution::type),
        slot<&Plan::minimums>(Minimum::type),
        slot<&Plan::districtGrants>(DistrictGrant::type),
        slot<&Plan::schemes>(Scheme::type),
        slot<&Plan::contracts>(Contract::type),
        slot<&Plan::contractPeople>(ContractPeople::type),
        slot<&Plan::contractIndicators>(ContractIndicator::type),
        slot<&Plan::indicatorResults>(IndicatorResult::type),
        slot<&Plan::contractVersions>(ContractVersion::type),
        slot<&Plan::indicatorTerms>(IndicatorTerms::type),
        slot<&Plan::contractActivities>(ContractActivity::type),
        slot<&Plan::lines>(Line::type),
        slot<&Plan::riskTerms>(RiskTerm::type),
        slot<&Plan::riskTermShares>(RiskTermShare::type),
        slot<&Plan::bodies>(Body::type),
        slot<&Plan::bodyMembers>(BodyMember::type),
        slot<&Plan::quorumNeeds>(QuorumNeed::type),
        slot<&Plan::delegations>(Delegation::type),
        slot<&Plan::interests>(Interest::type),
        slot<&Plan::interestLinks>(InterestLink::type),
        slot<&Plan::meetings>(Meeting::type),
        slot<&Plan::attendances>(Attendance::type),
        slot<&Plan::agendaItems>(AgendaItem::type),
        slot<&Plan::itemInterests>(ItemInterest::type),
        slot<&Plan::resolutions>(Resolution::type),
        slot<&Plan::resolutionSteps>(ResolutionStep::type),
        slot<&Plan::votes>(Vote::type),
        slot<&Plan::resolutionOutcomes>(ResolutionOutcome::type),
        slot<&Plan::resolutionMoneys>(ResolutionMoney::type),
        slot<&Plan::recommendationReplies>(RecommendationReply::type),
        slot<&Plan::frozenVersions>(FrozenVersion::type),
        slot<&Plan::signatories>(Signatory::type),
        slot<&Plan::signOffs>(SignOff::type),
        slot<&Plan::submissions>(Submission::type),
        slot<&Plan::scrutinyItems>(ScrutinyItem::type),
        slot<&Plan::duties>(Duty::type),
        slot<&Plan::indexDomains>(IndexDomain::type),
        slot<&Plan::scenarios>(Scenario::type),
    };
    return all;
}

} // namespace

Plan::Plan() = default;
Plan::Plan(const Plan& other) = default;
Plan::Plan(Plan&& other) noexcept = default;
Plan& Plan::operator=(const Plan& other) = default;
Plan& Plan::operator=(Plan&& other) noexcept = default;
Plan::~Plan() = default;

bool operator==(const Plan& a, const Plan& b)
{
    return std::all_of(allSlots().begin(), allSlots().end(),
                       [&](const Slot& slot) { return slot.equal(a, b); });
}

const Schema& Plan::schema()
{
    static const std::array<const EntityType*, typeCount> types = [] {
        std::array<const EntityType*, typeCount> list{};
        for (size_t i = 0; i < list.size(); ++i)
            list[i] = allSlots()[i].type;
        return list;
    }();
    static const Schema schema{types};
    return schema;
}

TableBase* Plan::table(QAnyStringView typeId)
{
    for (const Slot& slot : allSlots())
        if (slot.type->id == typeId)
            return &slot.of(*this);
    return nullptr;
}

const TableBase* Plan::table(QAnyStringView typeId) const
{
    return const_cast<Plan*>(this)->table(
        typeId); // NOLINT(cppcoreguidelines-pro-type-const-cast): returned as const
}

const Place& Plan::place() const
{
    static const Place none;
    return places.isEmpty() ? none : places[0];
}

Value Plan::value(QAnyStringView typeId, const Id& id, QAnyStringView fieldId, const Key& key) const
{
    const EntityType* type = schema().type(typeId);
    const TableBase* rows = table(typeId);
    const Field* field = type ? type->field(fieldId) : nullptr;
    const qsizetype position = rows ? rows->positionOf(id) : -1;
    return field && position >= 0 ? field->get(rows->at(position), key) : Value();
}

} // namespace placewright
