#pragma once

#include "core/money/money.h"
#include "core/money/people.h"
#include "core/need/figuretable.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <utility>

namespace placewright {

// One area of a distribution: who lives there, what they need, and the money. Figures are exact, so no
// measure of them depends on the order of rows. Areas whose figures are not known are left out by the caller,
// who says so.
struct DistributionRow
{
    QString key; // ONS or ODS code, else entity id
    People people;
    People weighted; // need-weighted people
    Money money;
    qint64 deprivation = 0; // score, rank or group number; equal levels tie
};

enum class Quantity { Money, WeightedPeople };
enum class HeadWeight { People, WeightedPeople };

// What is measured against whom: money per weighted head, money per head, or need per head (weighted people
// per person). A mean or a slope of money is in pounds per (weighted) head.
struct Series
{
    Quantity quantity = Quantity::Money;
    HeadWeight weights = HeadWeight::WeightedPeople;
};

enum class RankBase { None, Local, National };
enum class RankOrigin { None, MostDeprived, LeastDeprived }; // where rank 0 is
enum class TieRule {
    None,
    MiddleRank, // rows at one level share the middle of the ranks they take together
    OneSegment, // rows at one level are one segment of a curve
};

// How a measure was worked, to be said beside it.
struct Basis
{
    HeadWeight weights = HeadWeight::WeightedPeople;
    RankBase ranks = RankBase::None;
    RankOrigin origin = RankOrigin::None;
    TieRule ties = TieRule::None;
    friend bool operator==(const Basis&, const Basis&) = default;
};

// Why a measure has no value.
enum class Refusal {
    None,
    NoRows,
    NegativeFigure,    // of people, need or money
    NoPeople,          // the weights sum to zero
    NoAmount,          // the money (or need) sums to zero
    AmountWithoutHead, // an area has money but none of the weight: no figure per head
    ZeroShare,         // an area with people has no money, and the measure takes its logarithm
    BadAversion,       // the Atkinson parameter is not above zero
    OneLevel,          // every area is at one level: no slope
    OrientationUnknown,
    NotANumber,
    TooFewGroups,     // fewer than 5 (OHID)
    TooManyGroups,    // more than 100 (OHID)
    RepeatedGroup,    // two rows of one quantile
    EmptyGroup,       // a quantile without people
    OutsideTransform, // a value whose logarithm or logit does not exist
    OutsideBounds,
    NoMean,   // the mean (or the divisor) is zero
    NoLimits, // a published figure without confidence limits
};

// A measure with how it was worked, or why it has none. `*measure` requires `ok()`.
template <class T> class [[nodiscard]] Measured
{
public:
    Measured(T value, Basis basis)
        : m_value(std::move(value))
        , m_basis(basis)
    {
    }
    Measured(Refusal refusal, Basis basis)
        : m_refusal(refusal)
        , m_basis(basis)
    {
    }

    bool ok() const { return m_value.has_value(); }
    explicit operator bool() const { return ok(); }
    const T& operator*() const& { return m_value.value(); }
    const T* operator->() const { return &m_value.value(); }
    Refusal refusal() const { return m_refusal; }
    const Basis& basis() const { return m_basis; }

private:
    std::optional<T> m_value;
    Refusal m_refusal = Refusal::None;
    Basis m_basis;
};

// One corner of a curve, after the areas of one segment: everything up to and with them. The first point, of
// nobody, is not among the corners.
struct CurvePoint
{
    QStringList keys; // of the segment, in byte order
    People people;
    People weighted;
    Money money;
};

// Shares of the whole at one corner, for charts.
struct CurveShares
{
    double people = 0;
    double weighted = 0;
    double money = 0;
};
CurveShares sharesAt(const CurvePoint& point, const CurvePoint& last);

} // namespace placewright
