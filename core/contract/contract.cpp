#include "core/contract/contract.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice peopleSources[] = {
    {contractPeople::need, QT_TRANSLATE_NOOP("Field", "Need datasets of the plan")},
    {contractPeople::typed, QT_TRANSLATE_NOOP("Field", "Typed here")},
};

constexpr Choice vatRoutes[] = {
    {contractVat::council, QT_TRANSLATE_NOOP("Field", "Council, section 33")},
    {contractVat::nhs, QT_TRANSLATE_NOOP("Field", "NHS, contracted-out services")},
    {contractVat::provider, QT_TRANSLATE_NOOP("Field", "Provider: not recovered in full")},
    {contractVat::none, QT_TRANSLATE_NOOP("Field", "No VAT arises")},
};

constexpr Choice directions[] = {
    {indicatorDirection::higher, QT_TRANSLATE_NOOP("Field", "Higher")},
    {indicatorDirection::lower, QT_TRANSLATE_NOOP("Field", "Lower")},
};

constexpr Choice counted[] = {
    {indicatorCounts::people, QT_TRANSLATE_NOOP("Field", "People, each at most once")},
    {indicatorCounts::events, QT_TRANSLATE_NOOP("Field", "Events")},
};

constexpr Choice eligibleSources[] = {
    {indicatorEligible::typed, QT_TRANSLATE_NOOP("Field", "Typed")},
    {indicatorEligible::population, QT_TRANSLATE_NOOP("Field", "Everybody of the fifth")},
};

constexpr Field contractFields[] = {
    required(describe<&Contract::name>("name", QT_TRANSLATE_NOOP("Field", "Contract"))),
    describe<&Contract::provider>("provider", QT_TRANSLATE_NOOP("Field", "Provider"),
                                  QT_TRANSLATE_NOOP("Field", "The provider or alliance that is paid.")),
    refersTo(describe<&Contract::commissioner>(
                 "commissioner", QT_TRANSLATE_NOOP("Field", "Commissioner"),
                 QT_TRANSLATE_NOOP("Field", "The partner that signs for the place.")),
             "partner"),
    refersTo(describe<&Contract::scheme>("scheme", QT_TRANSLATE_NOOP("Field", "Scheme"),
                                         QT_TRANSLATE_NOOP("Field", "What the contract is bought for.")),
             "scheme"),
    describe<&Contract::services>("services", QT_TRANSLATE_NOOP("Field", "Services")),
    describe<&Contract::startsOn>("startsOn", QT_TRANSLATE_NOOP("Field", "Starts on"),
                                  QT_TRANSLATE_NOOP("Field", "The first day of a month.")),
    describe<&Contract::endsOn>("endsOn", QT_TRANSLATE_NOOP("Field", "Ends on"),
                                QT_TRANSLATE_NOOP("Field", "The last day of a month.")),
    describe<&Contract::signedOn>(
        "signedOn", QT_TRANSLATE_NOOP("Field", "Signed on"),
        QT_TRANSLATE_NOOP("Field", "The date of the last signature; empty: a proposal.")),
    describe<&Contract::version>("version", QT_TRANSLATE_NOOP("Field", "Version that counts"),
                                 QT_TRANSLATE_NOOP("Field", "Number of the terms; empty: the highest.")),
    refersTo(describe<&Contract::layer>("layer", QT_TRANSLATE_NOOP("Field", "Areas of"),
                                        QT_TRANSLATE_NOOP("Field", "The layer whose areas it covers.")),
             "layer"),
    describeKeyed<&Contract::covers>(
        KeyedBy::Area, "covers", QT_TRANSLATE_NOOP("Field", "Covers"),
        QT_TRANSLATE_NOOP("Field", "Areas it covers; none marked: all of the layer.")),
    describe<&Contract::byArea>("byArea", QT_TRANSLATE_NOOP("Field", "Paid area by area"),
                                QT_TRANSLATE_NOOP("Field", "Else the areas it covers are paid as one.")),
    choice(describe<&Contract::peopleFrom>(
               "peopleFrom", QT_TRANSLATE_NOOP("Field", "People from"),
               QT_TRANSLATE_NOOP("Field", "Where people by deprivation fifth come from.")),
           peopleSources),
    describe<&Contract::growth>(
        "growth", QT_TRANSLATE_NOOP("Field", "People grow by %"),
        QT_TRANSLATE_NOOP("Field", "Percent a year, in years without figures of their own.")),
    describeKeyed<&Contract::cost>(
        KeyedBy::Year, "cost", QT_TRANSLATE_NOOP("Field", "Expected cost £"),
        QT_TRANSLATE_NOOP("Field", "What the provider expects to spend in the year.")),
    describeKeyed<&Contract::areaCost>(
        KeyedBy::YearAndArea, "areaCost", QT_TRANSLATE_NOOP("Field", "Expected cost £ by area"),
        QT_TRANSLATE_NOOP("Field", "What the provider expects to spend on the area in the year.")),
    describeKeyed<&Contract::costLow>(KeyedBy::Year, "costLow",
                                      QT_TRANSLATE_NOOP("Field", "Cost at low results £"),
                                      QT_TRANSLATE_NOOP("Field", "Empty: as expected.")),
    describeKeyed<&Contract::costHigh>(KeyedBy::Year, "costHigh",
                                       QT_TRANSLATE_NOOP("Field", "Cost at high results £"),
                                       QT_TRANSLATE_NOOP("Field", "Empty: as expected.")),
    describe<&Contract::costGrowth>(
        "costGrowth", QT_TRANSLATE_NOOP("Field", "Cost grows by %"),
        QT_TRANSLATE_NOOP("Field", "Percent a year, in years without figures of their own.")),
    describe<&Contract::costSpread>(
        "costSpread", QT_TRANSLATE_NOOP("Field", "Spread of cost"),
        QT_TRANSLATE_NOOP(
            "Field",
            "Standard deviation of one person’s yearly cost, as a multiple of its mean; empty: not known.")),
    describeKeyed<&Contract::ringFenceSpent>(
        KeyedBy::Year, "ringFenceSpent", QT_TRANSLATE_NOOP("Field", "Teams and training spent £"),
        QT_TRANSLATE_NOOP("Field", "Evidenced in the year; empty: all of it.")),
    describeKeyed<&Contract::areaRingFenceSpent>(
        KeyedBy::YearAndArea, "areaRingFenceSpent",
        QT_TRANSLATE_NOOP("Field", "Teams and training spent £ by area"),
        QT_TRANSLATE_NOOP("Field", "Evidenced in the year; empty: all of it.")),
    choice(describe<&Contract::vatRoute>(
               "vatRoute", QT_TRANSLATE_NOOP("Field", "VAT route"),
               QT_TRANSLATE_NOOP("Field", "Whose VAT rules the provider follows; empty: not settled.")),
           vatRoutes),
    describeKeyed<&Contract::irrecoverableVat>(KeyedBy::Year, "irrecoverableVat",
                                               QT_TRANSLATE_NOOP("Field", "VAT not recovered £"),
                                               QT_TRANSLATE_NOOP("Field", "On top of the provider’s cost.")),
    describeKeyed<&Contract::vatFunded>(KeyedBy::Year, "vatFunded",
                                        QT_TRANSLATE_NOOP("Field", "Set aside for VAT £"),
                                        QT_TRANSLATE_NOOP("Field", "On top of the payment.")),
    describe<&Contract::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field peopleFields[] = {
    required(refersTo(describe<&ContractPeople::contract>("contract", QT_TRANSLATE_NOOP("Field", "Contract")),
                      "contract")),
    required(describe<&ContractPeople::fifth>("fifth", QT_TRANSLATE_NOOP("Field", "Fifth"),
                                              QT_TRANSLATE_NOOP("Field", "1 is the most deprived."))),
    describeKeyed<&ContractPeople::people>(KeyedBy::Year, "people", QT_TRANSLATE_NOOP("Field", "People"),
                                           QT_TRANSLATE_NOOP("Field", "People of the fifth in the year.")),
    describeKeyed<&ContractPeople::areaPeople>(
        KeyedBy::YearAndArea, "areaPeople", QT_TRANSLATE_NOOP("Field", "People by area"),
        QT_TRANSLATE_NOOP("Field", "People of the fifth in the area in the year.")),
};

constexpr Field indicatorFields[] = {
    required(
        refersTo(describe<&ContractIndicator::contract>("contract", QT_TRANSLATE_NOOP("Field", "Contract")),
                 "contract")),
    required(describe<&ContractIndicator::name>("name", QT_TRANSLATE_NOOP("Field", "Indicator"))),
    describe<&ContractIndicator::measure>(
        "measure", QT_TRANSLATE_NOOP("Field", "Measure"),
        QT_TRANSLATE_NOOP("Field", "What the rate is of, as a chart’s axis says it.")),
    choice(describe<&ContractIndicator::direction>("direction", QT_TRANSLATE_NOOP("Field", "Better is")),
           directions),
    choice(describe<&ContractIndicator::counts>("counts", QT_TRANSLATE_NOOP("Field", "Counts")), counted),
    describe<&ContractIndicator::per>(
        "per", QT_TRANSLATE_NOOP("Field", "Per"),
        QT_TRANSLATE_NOOP("Field", "The rate is of so many eligible: 100 for a percentage.")),
    choice(describe<&ContractIndicator::eligibleFrom>(
               "eligibleFrom", QT_TRANSLATE_NOOP("Field", "Eligible"),
               QT_TRANSLATE_NOOP("Field", "Typed, or everybody of the fifth; empty: typed.")),
           eligibleSources),
    describe<&ContractIndicator::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
    describe<&ContractIndicator::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field resultFields[] = {
    required(
        refersTo(describe<&IndicatorResult::indicator>("indicator", QT_TRANSLATE_NOOP("Field", "Indicator")),
                 "contractIndicator")),
    required(describe<&IndicatorResult::fifth>("fifth", QT_TRANSLATE_NOOP("Field", "Fifth"),
                                               QT_TRANSLATE_NOOP("Field", "1 is the most deprived."))),
    describeKeyed<&IndicatorResult::eligible>(
        KeyedBy::Year, "eligible", QT_TRANSLATE_NOOP("Field", "Eligible"),
        QT_TRANSLATE_NOOP("Field", "How many could be counted in the year.")),
    describeKeyed<&IndicatorResult::likely>(
        KeyedBy::Year, "likely", QT_TRANSLATE_NOOP("Field", "Expected"),
        QT_TRANSLATE_NOOP("Field", "Counted in the year at the results that the plan expects.")),
    describeKeyed<&IndicatorResult::low>(KeyedBy::Year, "low", QT_TRANSLATE_NOOP("Field", "Low"),
                                         QT_TRANSLATE_NOOP("Field", "Counted in the year at poor results.")),
    describeKeyed<&IndicatorResult::high>(KeyedBy::Year, "high", QT_TRANSLATE_NOOP("Field", "High"),
                                          QT_TRANSLATE_NOOP("Field", "Counted in the year at good results.")),
    describe<&IndicatorResult::baseline>(
        "baseline", QT_TRANSLATE_NOOP("Field", "Last year"),
        QT_TRANSLATE_NOOP("Field", "Counted in the year before the contract.")),
    describe<&IndicatorResult::baselineEligible>(
        "baselineEligible", QT_TRANSLATE_NOOP("Field", "Eligible last year"),
        QT_TRANSLATE_NOOP("Field", "Empty: as many as in the year that is paid.")),
    describeKeyed<&IndicatorResult::areaEligible>(
        KeyedBy::YearAndArea, "areaEligible", QT_TRANSLATE_NOOP("Field", "Eligible by area"),
        QT_TRANSLATE_NOOP("Field", "How many could be counted in the area in the year.")),
    describeKeyed<&IndicatorResult::areaLikely>(
        KeyedBy::YearAndArea, "areaLikely", QT_TRANSLATE_NOOP("Field", "Expected by area"),
        QT_TRANSLATE_NOOP("Field", "Counted in the area at the results that the plan expects.")),
    describeKeyed<&IndicatorResult::areaLow>(
        KeyedBy::YearAndArea, "areaLow", QT_TRANSLATE_NOOP("Field", "Low by area"),
        QT_TRANSLATE_NOOP("Field", "Counted in the area at poor results.")),
    describeKeyed<&IndicatorResult::areaHigh>(
        KeyedBy::YearAndArea, "areaHigh", QT_TRANSLATE_NOOP("Field", "High by area"),
        QT_TRANSLATE_NOOP("Field", "Counted in the area at good results.")),
    describeKeyed<&IndicatorResult::areaBaseline>(
        KeyedBy::Area, "areaBaseline", QT_TRANSLATE_NOOP("Field", "Last year by area"),
        QT_TRANSLATE_NOOP("Field", "Counted in the area in the year before the contract.")),
    describeKeyed<&IndicatorResult::areaBaselineEligible>(
        KeyedBy::Area, "areaBaselineEligible", QT_TRANSLATE_NOOP("Field", "Eligible last year by area"),
        QT_TRANSLATE_NOOP("Field", "Empty: as many as in the year that is paid.")),
};

} // namespace

const EntityType Contract::type{QLatin1StringView("contract"),
                                QLatin1StringView("contracts"),
                                QT_TRANSLATE_NOOP("Field", "Contract"),
                                QT_TRANSLATE_NOOP("Field", "Contracts"),
                                {},
                                contractFields};

const EntityType ContractPeople::type{QLatin1StringView("contractPeople"),
                                      QLatin1StringView("contractPeopleByFifth"),
                                      QT_TRANSLATE_NOOP("Field", "People of a contract"),
                                      QT_TRANSLATE_NOOP("Field", "People of contracts"),
                                      QLatin1StringView("contract"),
                                      peopleFields};

const EntityType ContractIndicator::type{
    QLatin1StringView("contractIndicator"),  QLatin1StringView("contractIndicators"),
    QT_TRANSLATE_NOOP("Field", "Indicator"), QT_TRANSLATE_NOOP("Field", "Indicators"),
    QLatin1StringView("contract"),           indicatorFields};

const EntityType IndicatorResult::type{QLatin1StringView("indicatorResult"),
                                       QLatin1StringView("indicatorResults"),
                                       QT_TRANSLATE_NOOP("Field", "Result of an indicator"),
                                       QT_TRANSLATE_NOOP("Field", "Results of indicators"),
                                       QLatin1StringView("indicator"),
                                       resultFields};

} // namespace placewright
