#include "core/committee/integrationindex.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace placewright {

namespace {

constexpr double weightStep = 0.1;

constexpr std::array<QLatin1StringView, indexDomainCount> domainOrder = {
    indexDomain::activity, indexDomain::pathways, indexDomain::outcomes, indexDomain::structures,
    indexDomain::training};

using Weights = std::array<double, indexDomainCount>;
using Entered = std::array<const IndexDomain*, indexDomainCount>;

// By the lowest id where a domain stands twice, so that the order of rows means nothing.
const IndexDomain* rowOf(const QList<IndexDomain>& domains, QLatin1StringView domain)
{
    const IndexDomain* found = nullptr;
    for (const IndexDomain& row : domains)
        if (row.domain == domain && (!found || row.id < found->id))
            found = &row;
    return found;
}

std::optional<Ratio> inYear(const QMap<Key, Rate>& figures, const QString& year)
{
    const auto figure = figures.constFind(Key{Id(year), {}});
    return figure == figures.constEnd() ? std::nullopt : std::optional(figure->exact());
}

bool hasReferencePoints(const IndexDomain& row)
{
    return row.low && row.high && row.low->exact() != row.high->exact();
}

// Exact until the last step, so that a figure on a reference point scores 0 or 1 and nothing beside it.
double scoreOf(const IndexDomain& row, const Ratio& figure)
{
    const Ratio low = row.low->exact();
    const Ratio share = std::clamp((figure - low) / (row.high->exact() - low), Ratio(0), Ratio(1));
    return (row.lowIsGood ? Ratio(1) - share : share).toDoubleForCharts();
}

std::optional<Ratio> expectedOutcome(const IndexDomain& row, const QString& year)
{
    const std::optional<Ratio> deprivation = inYear(row.deprivation, year);
    if (!row.alpha || !row.beta || !deprivation)
        return std::nullopt;
    return row.alpha->exact() + row.beta->exact() * *deprivation;
}

void scoreDomain(DomainScore& domain, const IndexDomain& row, const QString& year)
{
    const bool isOutcomes = row.domain == indexDomain::outcomes;
    const bool isTraining = row.domain == indexDomain::training;
    const std::optional<Ratio> figure = inYear(row.figure, year);
    const std::optional<Ratio> quality = isTraining ? inYear(row.quality, year) : std::nullopt;
    const std::optional<Ratio> expected = isOutcomes ? expectedOutcome(row, year) : std::nullopt;
    if (expected)
        domain.expected = expected->toDoubleForCharts();

    domain.problem = DomainProblem::None;
    if (!figure || (isTraining && !quality))
        domain.problem = DomainProblem::NoFigure;
    else if (!hasReferencePoints(row))
        domain.problem = DomainProblem::NoReferencePoints;
    else if (isOutcomes && !expected)
        domain.problem = DomainProblem::NoDeprivation;
    else if (isTraining)
        domain.score = std::sqrt(scoreOf(row, *figure) * scoreOf(row, *quality));
    else
        domain.score = scoreOf(row, isOutcomes ? *figure - *expected : *figure);
}

double givenWeight(const IndexDomain* row)
{
    return row && row->weight && !row->weight->isNegative() ? row->weight->exact().toDoubleForCharts() : 0;
}

Weights weightsOf(const Entered& entered)
{
    Weights weights;
    std::transform(entered.begin(), entered.end(), weights.begin(), givenWeight);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights)
        weight = sum > 0 ? weight / sum : 1.0 / indexDomainCount;
    return weights;
}

Weights withWeight(const Weights& weights, size_t domain, double weight)
{
    const double others = 1 - weights[domain];
    Weights changed;
    for (size_t other = 0; other < indexDomainCount; ++other)
        changed[other] = others > 0 ? weights[other] * (1 - weight) / others
                                    : (1 - weight) / (indexDomainCount - 1); // one domain had it all
    changed[domain] = weight;
    return changed;
}

struct Means
{
    double arithmetic = 0;
    double geometric = 0;
};

Means meansOf(const std::array<DomainScore, indexDomainCount>& domains, const Weights& weights)
{
    double sum = 0;
    double product = 1;
    for (size_t i = 0; i < indexDomainCount; ++i) {
        sum += weights[i] * *domains[i].score;
        product *= std::pow(std::max(*domains[i].score, weakestScore), weights[i]);
    }
    return {std::min(100 * sum, 100.0), std::min(100 * product, 100.0)};
}

void addMeans(IndexYear& index, const Weights& weights)
{
    const Means base = meansOf(index.domains, weights);
    Means low = base;
    Means high = base;
    for (size_t domain = 0; domain < indexDomainCount; ++domain) {
        for (const double step : {-weightStep, weightStep}) {
            const double weight = std::clamp(weights[domain] + step, 0.0, 1.0);
            const Means other = meansOf(index.domains, withWeight(weights, domain, weight));
            low = {std::min(low.arithmetic, other.arithmetic), std::min(low.geometric, other.geometric)};
            high = {std::max(high.arithmetic, other.arithmetic), std::max(high.geometric, other.geometric)};
        }
    }
    index.arithmetic = base.arithmetic;
    index.geometric = base.geometric;
    index.arithmeticLow = low.arithmetic;
    index.arithmeticHigh = high.arithmetic;
    index.geometricLow = low.geometric;
    index.geometricHigh = high.geometric;
}

} // namespace

IndexYear integrationIndex(const QList<IndexDomain>& domains, const QString& year)
{
    IndexYear index;
    index.year = year;
    Entered entered;
    std::transform(domainOrder.begin(), domainOrder.end(), entered.begin(),
                   [&](QLatin1StringView domain) { return rowOf(domains, domain); });
    const Weights weights = weightsOf(entered);
    for (size_t i = 0; i < indexDomainCount; ++i) {
        index.domains[i].domain = domainOrder[i];
        index.domains[i].weight = weights[i];
        if (entered[i])
            scoreDomain(index.domains[i], *entered[i], year);
    }
    if (std::all_of(index.domains.begin(), index.domains.end(),
                    [](const DomainScore& domain) { return domain.score.has_value(); }))
        addMeans(index, weights);
    return index;
}

} // namespace placewright
