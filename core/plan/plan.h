#pragma once

#include "core/committee/accountability.h"
#include "core/committee/body.h"
#include "core/committee/indexdomain.h"
#include "core/committee/interest.h"
#include "core/committee/meeting.h"
#include "core/committee/resolution.h"
#include "core/committee/signoff.h"
#include "core/contract/contract.h"
#include "core/contract/contractversion.h"
#include "core/need/dataset.h"
#include "core/need/fairshareplan.h"
#include "core/need/populationgroup.h"
#include "core/need/serviceneed.h"
#include "core/place/area.h"
#include "core/place/partner.h"
#include "core/place/place.h"
#include "core/plan/scenarioentity.h"
#include "core/plan/table.h"
#include "core/pool/agreement.h"
#include "core/pool/districtgrant.h"
#include "core/pool/fund.h"
#include "core/pool/riskterm.h"
#include "core/pool/scheme.h"

namespace placewright {

// Everything a person entered, as one value. Cheap to copy; changed only by `apply`.
class Plan
{
public:
    // Out of line: each would otherwise be made again for all tables in every file that holds a Plan.
    Plan();
    Plan(const Plan& other);
    Plan(Plan&& other) noexcept;
    Plan& operator=(const Plan& other);
    Plan& operator=(Plan&& other) noexcept;
    ~Plan();

    Table<Place> places;        // exactly one once the plan is made
    Table<FinancialYear> years; // in the order of time
    Table<Partner> partners;
    Table<NeedDataset> needDatasets;
    Table<Layer> layers;
    Table<Area> areas;
    Table<AreaUnit> areaUnits;
    Table<PracticeMembership> practices;
    Table<ServiceNeed> serviceNeeds; // at most one a service
    Table<NeedComponent> needComponents;
    Table<PopulationGroup> populationGroups;
    Table<FairSharePlan> fairSharePlans;
    Table<FairShareYear> fairShareYears;
    Table<Fund> funds;
    Table<FundPartner> fundPartners; // at most one a fund and partner
    Table<FundFunction> fundFunctions;
    Table<FundReport> fundReports;
    Table<Contribution> contributions;
    Table<Minimum> minimums;
    Table<DistrictGrant> districtGrants; // at most one a year and district
    Table<Scheme> schemes;
    Table<Contract> contracts;
    Table<ContractPeople> contractPeople; // at most one a contract and fifth
    Table<ContractIndicator> contractIndicators;
    Table<IndicatorResult> indicatorResults; // at most one an indicator and fifth
    Table<ContractVersion> contractVersions;
    Table<IndicatorTerms> indicatorTerms; // at most one a version and indicator
    Table<ContractActivity> contractActivities;
    Table<Line> lines;
    Table<RiskTerm> riskTerms;
    Table<RiskTermShare> riskTermShares;
    Table<Body> bodies;
    Table<BodyMember> bodyMembers;
    Table<QuorumNeed> quorumNeeds;
    Table<Delegation> delegations;
    Table<Interest> interests;
    Table<InterestLink> interestLinks;
    Table<Meeting> meetings;
    Table<Attendance> attendances; // at most one a meeting and member
    Table<AgendaItem> agendaItems;
    Table<ItemInterest> itemInterests;
    Table<Resolution> resolutions;
    Table<ResolutionStep> resolutionSteps;
    Table<Vote> votes;
    Table<ResolutionOutcome> resolutionOutcomes; // the last of a resolution counts
    Table<ResolutionMoney> resolutionMoneys;
    Table<RecommendationReply> recommendationReplies;
    Table<FrozenVersion> frozenVersions;
    Table<Signatory> signatories;
    Table<SignOff> signOffs;       // the last of a signatory counts
    Table<Submission> submissions; // at most one a year
    Table<ScrutinyItem> scrutinyItems;
    Table<Duty> duties;
    Table<IndexDomain> indexDomains; // at most one a domain
    Table<Scenario> scenarios;

    // Names of people by id, apart from everything else: they can be erased, and two plans that differ in them are equal.
    QMap<Id, QString> people;

    // The plan's own schema, in file order: an entity refers only to types before it or its own.
    static const Schema& schema();
    TableBase* table(QAnyStringView typeId); // null for a type it does not know
    const TableBase* table(QAnyStringView typeId) const;

    const Place& place() const; // an empty Place when there is none yet

    // The value of one cell; nothing when the entity or the field does not exist.
    Value value(QAnyStringView typeId, const Id& id, QAnyStringView fieldId, const Key& key = {}) const;

    friend bool operator==(const Plan& a, const Plan& b);
};

} // namespace placewright
