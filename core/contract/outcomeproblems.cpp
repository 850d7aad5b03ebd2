#include "core/contract/outcomepayment.h"

#include <algorithm>

namespace placewright {

namespace {

using Kind = OutcomeProblem::Kind;
using Field = OutcomeProblem::Field;

bool isPart(const Ratio& ratio)
{
    return !ratio.isNegative() && ratio <= Ratio(1);
}

bool isPositive(const Ratio& ratio)
{
    return ratio > Ratio(0);
}

void checkWeights(const OutcomeTerms& terms, QList<OutcomeProblem>& problems)
{
    bool any = false;
    for (int fifth = 0; fifth < fifthCount; ++fifth) {
        const auto at = static_cast<size_t>(fifth);
        const Ratio& need = terms.needWeights[at];
        const Ratio& outcome = terms.deprivationWeights[at];
        any = any || isPositive(need);
        if (need.isNegative())
            problems.append({Kind::NeedWeight, -1, -1, fifth});
        if (!isPositive(outcome))
            problems.append({Kind::DeprivationWeight, -1, -1, fifth});
        else if (fifth > 0 && outcome > terms.deprivationWeights[at - 1])
            problems.append({Kind::DeprivationRises, -1, -1, fifth});
    }
    if (!any)
        problems.append({Kind::NeedWeight});
}

void checkThresholds(const OutcomeIndicator& indicator, int position, QList<OutcomeProblem>& problems)
{
    for (int fifth = 0; fifth < fifthCount; ++fifth) {
        const OutcomeThresholds& limits = indicator.thresholds[static_cast<size_t>(fifth)];
        if (limits.lower.isNegative() || limits.upper.isNegative())
            problems.append({Kind::NegativeThreshold, -1, position, fifth});
        else if (limits.lower == limits.upper)
            problems.append({Kind::ThresholdsEqual, -1, position, fifth});
        else if ((limits.upper > limits.lower) != indicator.higherIsBetter)
            problems.append({Kind::ThresholdsReversed, -1, position, fifth});
    }
}

void checkIndicators(const OutcomeTerms& terms, QList<OutcomeProblem>& problems)
{
    if (terms.indicators.isEmpty()) {
        if (isPositive(terms.atRisk))
            problems.append({Kind::NoIndicators});
        return;
    }
    Ratio sum;
    for (int i = 0; i < terms.indicators.size(); ++i) {
        const OutcomeIndicator& indicator = terms.indicators.at(i);
        sum = sum + indicator.weight;
        if (indicator.weight.isNegative())
            problems.append({Kind::NegativeWeight, -1, i});
        if (indicator.per <= 0)
            problems.append({Kind::Per, -1, i});
        if (!isPart(indicator.improvementCredit))
            problems.append({Kind::Credit, -1, i});
        checkThresholds(indicator, i, problems);
    }
    if (sum != Ratio(1))
        problems.append({Kind::WeightsNotWhole});
}

void checkSharing(const GainAndLoss& terms, QList<OutcomeProblem>& problems)
{
    const auto refuse = [&](bool wrong, Kind kind, Field field) {
        if (wrong)
            problems.append({kind, -1, -1, -1, field});
    };
    refuse(!isPart(terms.corridor), Kind::Corridor, Field::Corridor);
    refuse(!isPart(terms.gainShare), Kind::Corridor, Field::GainShare);
    refuse(!isPart(terms.lossShare), Kind::Corridor, Field::LossShare);
    refuse(!isPart(terms.qualityGate), Kind::Corridor, Field::Gate);
    refuse(terms.floor && !isPart(*terms.floor), Kind::Corridor, Field::Floor);
    refuse(terms.ceiling && !isPart(*terms.ceiling), Kind::Corridor, Field::Ceiling);
    const auto checkCap = [&](const std::optional<Ratio>& cap, const Ratio& share, Field field) {
        if (!cap)
            return;
        refuse(!isPart(*cap), Kind::Corridor, field);
        refuse(share.isZero(), Kind::CapWithoutShare, field);
        // With the whole difference shared, the first pound shared is the corridor itself.
        refuse(terms.mode == CorridorMode::First && isPart(terms.corridor) && isPart(*cap) && isPart(share) &&
                   !share.isZero() && *cap < share * terms.corridor,
               Kind::CapInCorridor, field);
    };
    checkCap(terms.gainCap, terms.gainShare, Field::GainCap);
    checkCap(terms.lossCap, terms.lossShare, Field::LossCap);
}

bool anybodyWeighs(const OutcomeTerms& terms, const OutcomeArea& area)
{
    for (size_t fifth = 0; fifth < fifthCount; ++fifth)
        if (isPositive(terms.needWeights[fifth]) && isPositive(area.people[fifth]))
            return true;
    return false;
}

void checkArea(const OutcomeTerms& terms, const OutcomeYear& year, int position,
               QList<OutcomeProblem>& problems)
{
    const OutcomeArea& area = year.areas.at(position);
    bool negative = false;
    for (int fifth = 0; fifth < fifthCount; ++fifth) {
        if (!area.people[static_cast<size_t>(fifth)].isNegative())
            continue;
        negative = true;
        problems.append({Kind::NegativePeople, position, -1, fifth});
    }
    if (!isPositive(area.marketForces))
        problems.append({Kind::MarketForces, position});
    else if (!negative && !anybodyWeighs(terms, area))
        problems.append({Kind::NobodyInArea, position});
    if (year.base.at(position).isNegative())
        problems.append({Kind::NegativeBase, position});
    for (const std::optional<Money>& amount : {area.benchmark, area.cost, area.ringFenceSpent})
        if (amount && amount->isNegative()) {
            problems.append({Kind::NegativeCost, position});
            break;
        }
    const auto indicators = static_cast<int>(terms.indicators.size());
    for (int i = 0; i < indicators; ++i) {
        qint64 eligible = 0;
        for (int fifth = 0; fifth < fifthCount; ++fifth) {
            const OutcomeResult& result = year.result(position, i, indicators, fifth);
            if (result.eligible < 0 || result.counted < 0)
                problems.append({Kind::NegativeCount, position, i, fifth});
            eligible += std::max<qint64>(result.eligible, 0);
        }
        if (eligible == 0 && isPositive(terms.atRisk) && isPositive(terms.indicators.at(i).weight))
            problems.append({Kind::NobodyEligible, position, i});
    }
}

} // namespace

QList<OutcomeProblem> problemsOf(const OutcomeTerms& terms)
{
    QList<OutcomeProblem> problems;
    if (!isPart(terms.ringFence))
        problems.append({Kind::PartOfOne, -1, -1, -1, Field::RingFence});
    if (!isPart(terms.atRisk))
        problems.append({Kind::PartOfOne, -1, -1, -1, Field::AtRisk});
    checkWeights(terms, problems);
    checkIndicators(terms, problems);
    checkSharing(terms.gainAndLoss, problems);
    return problems;
}

QList<OutcomeProblem> problemsOf(const OutcomeTerms& terms, const OutcomeYear& year)
{
    QList<OutcomeProblem> problems;
    if (year.areas.isEmpty())
        problems.append({Kind::NoAreas});
    for (int area = 0; area < year.areas.size(); ++area)
        checkArea(terms, year, area, problems);
    return problems;
}

} // namespace placewright
