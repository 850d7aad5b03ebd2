#include "core/money/divisors.h"

#include "core/money/arithmeticerror.h"
#include "core/money/wideint.h"
#include "core/money/wideratio.h"

#include <algorithm>
#include <vector>

namespace placewright {

using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace {

cpp_int checkedTotal(std::span<const qint64> weights)
{
    cpp_int total = 0;
    for (const qint64 weight : weights) {
        if (weight < 0)
            throw ArithmeticError("a weight of an apportionment is negative");
        total += weight;
    }
    if (total == 0)
        throw ArithmeticError("every weight of an apportionment is zero");
    return total;
}

// A share's claim on its next unit is weight / divisor.
struct Claim
{
    size_t share = 0;
    quint64 weight = 0;
    quint64 units = 0; // so far
    int rank = 0;
    DivisorMethod method = DivisorMethod::SainteLague;

    UInt128 divisor() const
    {
        return method == DivisorMethod::SainteLague ? UInt128(units) * 2 + 1 : UInt128(units) + 1;
    }
};

bool weakerClaim(const Claim& a, const Claim& b)
{
    const UInt128 left = a.weight * b.divisor();
    const UInt128 right = b.weight * a.divisor();
    return left != right ? left < right : a.rank > b.rank;
}

// What a share has for certain, whatever the ties: every claim at or above a level that leaves no fewer units
// than claims. D'Hondt: the floor of the quota. Sainte-Lague: the level total / (2 units - shares).
quint64 certainUnits(quint64 weight, quint64 units, const cpp_int& total, size_t shares, DivisorMethod method)
{
    if (method == DivisorMethod::DHondt)
        return static_cast<quint64>(cpp_int(cpp_int(weight) * units / total));
    const cpp_int twice = cpp_int(units) * 2 - shares;
    if (twice <= 0)
        return 0;
    return static_cast<quint64>(cpp_int((weight * twice + total) / (2 * total)));
}

} // namespace

QList<qint64> divideUnits(qint64 units, std::span<const qint64> weights, std::span<const int> tieOrder,
                          DivisorMethod method)
{
    if (weights.size() != tieOrder.size())
        throw ArithmeticError("an apportionment needs one tie rank for each weight");
    const cpp_int total = checkedTotal(weights);
    const bool negative = units < 0;
    const quint64 size = negative ? quint64(0) - static_cast<quint64>(units) : static_cast<quint64>(units);

    std::vector<Claim> claims;
    for (size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] > 0)
            claims.push_back({i, static_cast<quint64>(weights[i]), 0, tieOrder[i], method});
    }
    quint64 left = size;
    for (Claim& claim : claims) {
        claim.units = certainUnits(claim.weight, size, total, claims.size(), method);
        left -= claim.units;
    }
    std::make_heap(claims.begin(), claims.end(), weakerClaim);
    for (; left > 0; --left) {
        std::pop_heap(claims.begin(), claims.end(), weakerClaim);
        ++claims.back().units;
        std::push_heap(claims.begin(), claims.end(), weakerClaim);
    }

    QList<qint64> parts(static_cast<qsizetype>(weights.size()), 0);
    for (const Claim& claim : claims) {
        parts[static_cast<qsizetype>(claim.share)] =
            static_cast<qint64>(negative ? quint64(0) - claim.units : claim.units);
    }
    return parts;
}

QList<Money> paymentsOverTime(Money whole, std::span<const qint64> weights)
{
    const cpp_int total = checkedTotal(weights);
    QList<Money> payments;
    cpp_int reached = 0;
    Money paid;
    for (const qint64 weight : weights) {
        reached += weight;
        const Money due = scaled(whole, ratioOf(cpp_rational(reached, total)), Rounding::HalfAwayFromZero);
        payments.append(due - paid);
        paid = due;
    }
    return payments;
}

} // namespace placewright
