#pragma once

#include "core/contract/outcomepayment.h"

namespace placewright {

// The inner loop of step 8: what one pot earns, in whole numbers wherever they fit in 128 bits. Gives what
// `scaled(pot, attainmentOf(...).share)` gives.
class EarnedPence
{
public:
    explicit EarnedPence(const OutcomeIndicator& indicator);
    Money of(Money pot, const OutcomeIndicator& indicator, int fifth, const OutcomeResult& result) const;

private:
    struct Limits // in the common unit of the indicator's thresholds
    {
        qint64 lower = 0;
        qint64 upper = 0;
    };
    ByFifth<Limits> m_limits;
    qint64 m_per = 0;    // in that unit
    qint64 m_credit = 0; // improvement credit as a fraction
    qint64 m_creditOf = 1;
    int m_termBits = 0;   // what thresholds and credit add to the width of a product
    bool m_whole = false; // thresholds and credit have few enough places
};

// The same weights as whole numbers in one unit; nothing: they have too many places.
std::optional<QList<qint64>> wholeWeights(std::span<const Ratio> weights);

// Deprivation weights as whole numbers in one unit, where they have few enough places.
class FifthWeights
{
public:
    explicit FifthWeights(const ByFifth<Ratio>& weights);
    // Weight times people eligible. False: a product does not fit.
    bool weigh(std::span<const OutcomeResult, fifthCount> results, std::span<qint64, fifthCount> to) const;

private:
    ByFifth<qint64> m_weights{};
    bool m_whole = false;
};

} // namespace placewright
