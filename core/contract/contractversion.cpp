#include "core/contract/contractversion.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice bases[] = {
    {contractBase::total, QT_TRANSLATE_NOOP("Field", "A sum for the year")},
    {contractBase::perHead, QT_TRANSLATE_NOOP("Field", "A price a weighted person")},
};

constexpr Choice modes[] = {
    {corridorMode::first, QT_TRANSLATE_NOOP("Field", "The whole difference is shared")},
    {corridorMode::excess, QT_TRANSLATE_NOOP("Field", "Only what is beyond is shared")},
};

constexpr Choice unearnedPlaces[] = {
    {unearnedMoney::core20,
     QT_TRANSLATE_NOOP("Field", "Back to the areas, by people of the most deprived fifth")},
    {unearnedMoney::commissioner, QT_TRANSLATE_NOOP("Field", "Kept by the commissioner")},
};

constexpr Choice unearnedKinds[] = {
    {unearnedCounts::before, QT_TRANSLATE_NOOP("Field", "What outcomes did not earn")},
    {unearnedCounts::after, QT_TRANSLATE_NOOP("Field", "What floor, ceiling and sharing left of it")},
};

constexpr Field versionFields[] = {
    required(
        refersTo(describe<&ContractVersion::contract>("contract", QT_TRANSLATE_NOOP("Field", "Contract")),
                 "contract")),
    required(describe<&ContractVersion::number>("number", QT_TRANSLATE_NOOP("Field", "Version"),
                                                QT_TRANSLATE_NOOP("Field", "Distinct within the contract."))),
    describe<&ContractVersion::name>("name", QT_TRANSLATE_NOOP("Field", "Name")),
    choice(describe<&ContractVersion::baseKind>(
               "baseKind", QT_TRANSLATE_NOOP("Field", "Base is"),
               QT_TRANSLATE_NOOP("Field",
                                 "A sum for the year, or a price for each weighted person; empty: a sum.")),
           bases),
    describe<&ContractVersion::base>("base", QT_TRANSLATE_NOOP("Field", "Base £"),
                                     QT_TRANSLATE_NOOP("Field", "Pounds for the first year of the term.")),
    describe<&ContractVersion::price>(
        "price", QT_TRANSLATE_NOOP("Field", "Price £"),
        QT_TRANSLATE_NOOP("Field", "Pounds for each weighted person in the first year.")),
    describe<&ContractVersion::uplift>(
        "uplift", QT_TRANSLATE_NOOP("Field", "Uplift %"),
        QT_TRANSLATE_NOOP("Field", "Percent a year on the year before; empty: none.")),
    describeKeyed<&ContractVersion::yearUplift>(KeyedBy::Year, "yearUplift",
                                                QT_TRANSLATE_NOOP("Field", "Uplift of the year %"),
                                                QT_TRANSLATE_NOOP("Field", "In place of the yearly uplift.")),
    describeOneOf<&ContractVersion::needWeights, 0>(
        "needWeight1", QT_TRANSLATE_NOOP("Field", "Need weight, most deprived"),
        QT_TRANSLATE_NOOP("Field", "Need of one person of the fifth, against 1.")),
    describeOneOf<&ContractVersion::needWeights, 1>("needWeight2",
                                                    QT_TRANSLATE_NOOP("Field", "Need weight, second fifth")),
    describeOneOf<&ContractVersion::needWeights, 2>("needWeight3",
                                                    QT_TRANSLATE_NOOP("Field", "Need weight, third fifth")),
    describeOneOf<&ContractVersion::needWeights, 3>("needWeight4",
                                                    QT_TRANSLATE_NOOP("Field", "Need weight, fourth fifth")),
    describeOneOf<&ContractVersion::needWeights, 4>(
        "needWeight5", QT_TRANSLATE_NOOP("Field", "Need weight, least deprived")),
    describeOneOf<&ContractVersion::deprivationWeights, 0>(
        "deprivationWeight1", QT_TRANSLATE_NOOP("Field", "Deprivation weight, most deprived"),
        QT_TRANSLATE_NOOP("Field", "Outcome money for one eligible person of the fifth, against 1.")),
    describeOneOf<&ContractVersion::deprivationWeights, 1>(
        "deprivationWeight2", QT_TRANSLATE_NOOP("Field", "Deprivation weight, second fifth")),
    describeOneOf<&ContractVersion::deprivationWeights, 2>(
        "deprivationWeight3", QT_TRANSLATE_NOOP("Field", "Deprivation weight, third fifth")),
    describeOneOf<&ContractVersion::deprivationWeights, 3>(
        "deprivationWeight4", QT_TRANSLATE_NOOP("Field", "Deprivation weight, fourth fifth")),
    describeOneOf<&ContractVersion::deprivationWeights, 4>(
        "deprivationWeight5", QT_TRANSLATE_NOOP("Field", "Deprivation weight, least deprived")),
    describe<&ContractVersion::marketForces>(
        "marketForces", QT_TRANSLATE_NOOP("Field", "Market forces factor"),
        QT_TRANSLATE_NOOP("Field", "Of unavoidable cost, against 1; empty: 1.")),
    describeKeyed<&ContractVersion::areaMarketForces>(
        KeyedBy::Area, "areaMarketForces", QT_TRANSLATE_NOOP("Field", "Market forces factor of the area"),
        QT_TRANSLATE_NOOP("Field", "In place of the contract’s own.")),
    describe<&ContractVersion::ringFence>(
        "ringFence", QT_TRANSLATE_NOOP("Field", "Teams and training %"),
        QT_TRANSLATE_NOOP(
            "Field",
            "Percent of the base, for planning, training and collaboration in multi-disciplinary teams.")),
    describe<&ContractVersion::atRisk>(
        "atRisk", QT_TRANSLATE_NOOP("Field", "At risk on outcomes %"),
        QT_TRANSLATE_NOOP("Field", "Percent of the base less teams and training.")),
    describe<&ContractVersion::corridor>(
        "corridor", QT_TRANSLATE_NOOP("Field", "Corridor %"),
        QT_TRANSLATE_NOOP("Field", "Percent of the cost benchmark either side within which nobody shares.")),
    choice(describe<&ContractVersion::corridorMode>("corridorMode",
                                                    QT_TRANSLATE_NOOP("Field", "Beyond the corridor")),
           modes),
    describe<&ContractVersion::gainShare>(
        "gainShare", QT_TRANSLATE_NOOP("Field", "Gain share %"),
        QT_TRANSLATE_NOOP("Field", "The provider’s part of what is below the benchmark.")),
    describe<&ContractVersion::gainCap>(
        "gainCap", QT_TRANSLATE_NOOP("Field", "Gain up to %"),
        QT_TRANSLATE_NOOP("Field", "Percent of the cost benchmark; empty: no cap.")),
    describe<&ContractVersion::lossShare>(
        "lossShare", QT_TRANSLATE_NOOP("Field", "Loss share %"),
        QT_TRANSLATE_NOOP("Field", "The provider’s part of what is above the benchmark.")),
    describe<&ContractVersion::lossCap>(
        "lossCap", QT_TRANSLATE_NOOP("Field", "Loss up to %"),
        QT_TRANSLATE_NOOP("Field", "Percent of the cost benchmark; empty: no cap.")),
    describe<&ContractVersion::qualityGate>(
        "qualityGate", QT_TRANSLATE_NOOP("Field", "Quality gate %"),
        QT_TRANSLATE_NOOP("Field", "Percent of the outcome money to be earned before a gain is shared.")),
    describe<&ContractVersion::floor>(
        "floor", QT_TRANSLATE_NOOP("Field", "Floor %"),
        QT_TRANSLATE_NOOP("Field",
                          "Percent of the base that outcomes and sharing take at most; empty: no floor.")),
    describe<&ContractVersion::ceiling>(
        "ceiling", QT_TRANSLATE_NOOP("Field", "Ceiling %"),
        QT_TRANSLATE_NOOP("Field",
                          "Percent of the base that outcomes and sharing add at most; empty: no ceiling.")),
    describeKeyed<&ContractVersion::benchmark>(
        KeyedBy::Year, "benchmark", QT_TRANSLATE_NOOP("Field", "Cost benchmark £"),
        QT_TRANSLATE_NOOP("Field", "What cost is compared with in the year; empty: the base.")),
    describeKeyed<&ContractVersion::areaBenchmark>(
        KeyedBy::YearAndArea, "areaBenchmark", QT_TRANSLATE_NOOP("Field", "Cost benchmark £ by area"),
        QT_TRANSLATE_NOOP("Field", "What the area’s cost is compared with in the year; empty: its base.")),
    choice(describe<&ContractVersion::unearned>("unearned", QT_TRANSLATE_NOOP("Field", "Unearned money"),
                                                QT_TRANSLATE_NOOP("Field", "Empty: goes back to the areas.")),
           unearnedPlaces),
    choice(describe<&ContractVersion::unearnedCounts>(
               "unearnedCounts", QT_TRANSLATE_NOOP("Field", "Unearned is"),
               QT_TRANSLATE_NOOP("Field", "Empty: before floor, ceiling and sharing.")),
           unearnedKinds),
    describe<&ContractVersion::smallEligible>(
        "smallEligible", QT_TRANSLATE_NOOP("Field", "Small number"),
        QT_TRANSLATE_NOOP("Field",
                          "Fewer eligible than this: a fifth is measured with its neighbour; empty: never.")),
    describe<&ContractVersion::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field termsFields[] = {
    required(refersTo(
        describe<&IndicatorTerms::version>("version", QT_TRANSLATE_NOOP("Field", "Version of terms")),
        "contractVersion")),
    goesWith(describe<&IndicatorTerms::indicator>("indicator", QT_TRANSLATE_NOOP("Field", "Indicator")),
             "contractIndicator"),
    describe<&IndicatorTerms::weight>(
        "weight", QT_TRANSLATE_NOOP("Field", "Weight %"),
        QT_TRANSLATE_NOOP("Field", "Part of the outcome money; the weights add to 100.")),
    describe<&IndicatorTerms::lower>("lower", QT_TRANSLATE_NOOP("Field", "Lower threshold"),
                                     QT_TRANSLATE_NOOP("Field", "The rate that earns nothing.")),
    describe<&IndicatorTerms::upper>("upper", QT_TRANSLATE_NOOP("Field", "Upper threshold"),
                                     QT_TRANSLATE_NOOP("Field", "The rate that earns all of it.")),
    describeOneOf<&IndicatorTerms::fifthLower, 0>(
        "lower1", QT_TRANSLATE_NOOP("Field", "Lower threshold, most deprived"),
        QT_TRANSLATE_NOOP("Field", "In place of the one for all fifths.")),
    describeOneOf<&IndicatorTerms::fifthLower, 1>(
        "lower2", QT_TRANSLATE_NOOP("Field", "Lower threshold, second fifth")),
    describeOneOf<&IndicatorTerms::fifthLower, 2>("lower3",
                                                  QT_TRANSLATE_NOOP("Field", "Lower threshold, third fifth")),
    describeOneOf<&IndicatorTerms::fifthLower, 3>(
        "lower4", QT_TRANSLATE_NOOP("Field", "Lower threshold, fourth fifth")),
    describeOneOf<&IndicatorTerms::fifthLower, 4>(
        "lower5", QT_TRANSLATE_NOOP("Field", "Lower threshold, least deprived")),
    describeOneOf<&IndicatorTerms::fifthUpper, 0>(
        "upper1", QT_TRANSLATE_NOOP("Field", "Upper threshold, most deprived"),
        QT_TRANSLATE_NOOP("Field", "In place of the one for all fifths.")),
    describeOneOf<&IndicatorTerms::fifthUpper, 1>(
        "upper2", QT_TRANSLATE_NOOP("Field", "Upper threshold, second fifth")),
    describeOneOf<&IndicatorTerms::fifthUpper, 2>("upper3",
                                                  QT_TRANSLATE_NOOP("Field", "Upper threshold, third fifth")),
    describeOneOf<&IndicatorTerms::fifthUpper, 3>(
        "upper4", QT_TRANSLATE_NOOP("Field", "Upper threshold, fourth fifth")),
    describeOneOf<&IndicatorTerms::fifthUpper, 4>(
        "upper5", QT_TRANSLATE_NOOP("Field", "Upper threshold, least deprived")),
    describe<&IndicatorTerms::improvementCredit>(
        "improvementCredit", QT_TRANSLATE_NOOP("Field", "Improvement credit"),
        QT_TRANSLATE_NOOP("Field", "Part of the gain since last year that counts, 0 to 1; empty: none.")),
};

constexpr Field activityFields[] = {
    required(refersTo(
        describe<&ContractActivity::version>("version", QT_TRANSLATE_NOOP("Field", "Version of terms")),
        "contractVersion")),
    required(describe<&ContractActivity::name>("name", QT_TRANSLATE_NOOP("Field", "Activity"))),
    describe<&ContractActivity::unit>("unit", QT_TRANSLATE_NOOP("Field", "Unit")),
    describe<&ContractActivity::price>("price", QT_TRANSLATE_NOOP("Field", "Price £"),
                                       QT_TRANSLATE_NOOP("Field", "Pounds a unit.")),
    describe<&ContractActivity::marginalRate>(
        "marginalRate", QT_TRANSLATE_NOOP("Field", "Marginal rate %"),
        QT_TRANSLATE_NOOP("Field", "Percent of the price for units above or below the plan; empty: 100.")),
    describe<&ContractActivity::planInBase>(
        "planInBase", QT_TRANSLATE_NOOP("Field", "Plan is in the base"),
        QT_TRANSLATE_NOOP("Field", "The planned units are paid by the base.")),
    describeKeyed<&ContractActivity::planned>(KeyedBy::Year, "planned", QT_TRANSLATE_NOOP("Field", "Planned"),
                                              QT_TRANSLATE_NOOP("Field", "Units planned in the year.")),
    describeKeyed<&ContractActivity::likely>(
        KeyedBy::Year, "likely", QT_TRANSLATE_NOOP("Field", "Expected"),
        QT_TRANSLATE_NOOP("Field", "Units expected in the year; empty: as planned.")),
    describeKeyed<&ContractActivity::low>(
        KeyedBy::Year, "low", QT_TRANSLATE_NOOP("Field", "Low"),
        QT_TRANSLATE_NOOP("Field", "Units at low results; empty: as expected.")),
    describeKeyed<&ContractActivity::high>(
        KeyedBy::Year, "high", QT_TRANSLATE_NOOP("Field", "High"),
        QT_TRANSLATE_NOOP("Field", "Units at high results; empty: as expected.")),
};

} // namespace

const EntityType ContractVersion::type{QLatin1StringView("contractVersion"),
                                       QLatin1StringView("contractVersions"),
                                       QT_TRANSLATE_NOOP("Field", "Version of terms"),
                                       QT_TRANSLATE_NOOP("Field", "Versions of terms"),
                                       QLatin1StringView("contract"),
                                       versionFields};

const EntityType IndicatorTerms::type{QLatin1StringView("indicatorTerms"),
                                      QLatin1StringView("indicatorTermsByVersion"),
                                      QT_TRANSLATE_NOOP("Field", "Terms of an indicator"),
                                      QT_TRANSLATE_NOOP("Field", "Terms of indicators"),
                                      QLatin1StringView("version"),
                                      termsFields};

const EntityType ContractActivity::type{
    QLatin1StringView("contractActivity"),  QLatin1StringView("contractActivities"),
    QT_TRANSLATE_NOOP("Field", "Activity"), QT_TRANSLATE_NOOP("Field", "Activities"),
    QLatin1StringView("version"),           activityFields};

} // namespace placewright
