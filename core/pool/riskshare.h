#pragma once

#include "core/money/money.h"
#include "core/money/ratio.h"

#include <QList>
#include <QString>

#include <optional>

namespace placewright {

// Who pays when a pooled fund ends over or under its plan: the risk share of a section 75 agreement as rungs, taken in
// the agreement's order, to the penny. Plain figures in, plain figures out; partners and schemes are positions in lists.
// Source: Better Care Fund and section 75 note, section 4.9 (mechanisms of real agreements, cases T1 to T10).

enum class RiskSide { Over, Under };

enum class RungKind {
    // Over: the fund itself absorbs, up to what there is.
    Underspends, // of the fund's other schemes
    OtherFunds,  // underspends left in other pooled funds
    Reserve,     // held by a scheme of the plan
    Amount,      // typed in the terms: a contingency, uncommitted allocations
    // Over: partners pay.
    Fault,     // the part that came from breaking the agreement: the payer, not shared
    FirstLoss, // the payer bears the first pounds, up to the limit
    OverCap, // what another partner's cap kept it from paying by the last rung that shares or bears within caps
    // Over and under: partners pay, or get back.
    OwnRisk,      // each partner what it commissions
    FixedLine,    // the payer (usually the host) alone: nobody else's contribution varies
    Proportional, // by contribution
    FixedPercent, // by the shares of the terms
    // Under only.
    Keep,           // the fund keeps it
    SavingPriority, // contributions fall; the protected partner's only after the others have had the first reduction
    // Beside the variance: money paid in as a goal is reached; the rest stays with the payer.
    PerformanceFund
};

// What a saving beyond the first reduction is shared by. The agreement must say: the program asks where it does not.
enum class SavingRemainder { NotSaid, OriginalContributions, ReducedContributions };

struct RiskPartner
{
    Money contribution; // to the fund in the year
    std::optional<Money>
        cap; // the most it adds by sharing an overspend; own risk, fixed lines and fault are not shared
    int tieRank = 0; // distinct; the host first, then by id
};

struct RiskRung
{
    RungKind kind = RungKind::Proportional;
    RiskSide side = RiskSide::Over;
    std::optional<Money> limit; // the most that the rung takes; nothing: no limit
    Money available;            // Reserve, Amount, OtherFunds: what there is to take, for this rung alone ...
    int stock = -1;             // ... or position in RiskTerms::stocks: there once for all rungs that name it
    std::optional<int> payer;   // FixedLine, Fault, FirstLoss, OverCap; SavingPriority: the protected partner
    std::optional<int> overCapOf; // OverCap: of this partner; nothing: of any
    QList<Ratio> shares;          // FixedPercent: parts of one, by partner
    Ratio firstReduction;         // SavingPriority: part of one, of the others' contributions
    SavingRemainder remainder = SavingRemainder::NotSaid;
    Money performanceAmount; // PerformanceFund
    Ratio goal;              // PerformanceFund: paid in full when reached; below it in proportion; above zero
    std::optional<Ratio> achieved; // PerformanceFund; nothing: not known
};

// One scheme of the fund at its tested outturn.
struct RiskScheme
{
    Money variance;             // outturn less plan, of lines that share risk
    QList<Money> ownVariance;   // by partner: of lines at own risk; empty: none
    QList<qint64> ownPlanned;   // by partner, planned pence of lines at own risk; empty: none
    QList<qint64> commissioned; // by partner, planned pence: what OwnRisk splits by
    QList<qint64>
        contributed; // by partner, planned pence: what a Proportional rung of the scheme itself splits by
    Money fault;     // the part of an overspend that came from breaking the agreement
    QList<RiskRung> rungs; // the scheme's own, before the fund's
    Money planned;         // of lines that share risk: what a tested outturn of the whole fund is spread by
    int tieRank = 0;       // distinct
};

struct RiskTerms
{
    QList<RiskPartner> partners;
    QList<RiskRung> rungs; // the fund's, in the agreement's order, both sides
    QList<RiskScheme> schemes;
    QList<Money> stocks; // what several rungs may draw on
    Money given;         // underspends that another fund's OtherFunds rung took: the first thing they go to
};

// Why terms cannot be worked out. `rung` and `scheme` are positions (scheme -1: the fund's own rungs), `partner` too.
struct RiskProblem
{
    enum class Kind {
        NoPartners,
        NoContributions, // shared by contribution, and nobody contributes, or somebody less than nothing
        SharesNotWhole,  // do not add to 100%
        NegativeShare,
        NegativeCap,
        NegativeLimit,
        NegativeAmount, // reserve, typed amount, performance fund or what is given below zero
        PayerMissing,
        OverCapOfItself,   // the partner that is to pay is the one whose cap is passed
        CapsInLoop,        // A pays over B's cap, and B over A's
        RemainderNotSaid,  // SavingPriority
        ReductionNotAPart, // below 0 or above 100%
        GoalNotPositive,
        WrongSide,       // a rung for overspends among those for underspends, or the other way
        OwnShareUnknown, // own risk, and no line says who commissions: of `scheme`, or the fund has no scheme
        FaultAboveOverspend
    };
    Kind kind;
    int scheme = -1;
    int rung = -1;
    int partner = -1;

    friend bool operator==(const RiskProblem&, const RiskProblem&) = default;
};

QList<RiskProblem> problemsOf(const RiskTerms& terms);

// What one rung took. Signs are those of the variance: above zero a partner adds money, below zero it gets money back.
struct RiskStep
{
    enum class Role {
        Rung,
        OwnRiskLines,     // lines at own risk, outside every rung
        NotAgreed,        // over: what no rung takes, and nobody agreed to pay
        GivenToOtherFund, // under: see RiskTerms::given
        KeptByDefault     // under: what no rung takes stays in the fund as an underspend
    };
    Role role = Role::Rung;
    int scheme = -1; // position; -1: the fund's own rungs
    int rung = -1;   // position in that list of rungs
    Money amount;
    QList<Money> partners; // one a partner
    Money fund;            // absorbed by the fund
    Money unresolved;      // only NotAgreed

    friend bool operator==(const RiskStep&, const RiskStep&) = default;
};

struct PerformancePayment
{
    int scheme = -1;
    int rung = -1;
    int payer = -1;
    std::optional<Money> paid; // nothing: what was achieved is not known
    std::optional<Money> retained;

    friend bool operator==(const PerformancePayment&, const PerformancePayment&) = default;
};

// The steps add up to `variance`, and so do the partners' amounts, `fund` and `unresolved`.
struct RiskResult
{
    Money variance; // the sum of what is over plan when anything is over; else of what is under, below zero
    QList<RiskStep> steps; // those that took something
    QList<Money> partners;
    Money fund;
    Money unresolved;
    Money leftUnder; // underspends that an overspend did not need, own risk lines' too, below zero ...
    QList<RiskStep> leftSteps; // ... and where the rungs for underspends send them
    QList<PerformancePayment> performance;
};

// Order: lines at own risk; each scheme's own rungs; an underspend that another fund took; the fund's rungs. What a
// scheme's own rungs for underspends take is not there for an overspend elsewhere. Throws ArithmeticError on overflow.
// The terms must have no problems.
RiskResult settle(const RiskTerms& terms);

// What a rung of the fund's own money has to take from, before any other rung.
Money heldFor(const RiskTerms& terms, const RiskRung& rung);

// Parts a scheme's whole variance between its lines at shared and at own risk, by what they plan; with nothing planned all
// of it is shared.
void testAt(RiskScheme& scheme, const QList<RiskPartner>& partners, Money variance);

// The same terms at another outturn of the whole fund: an overspend is spread over the schemes that are over now, by how
// much; with none, over all by plan. Underspends elsewhere stay while there is an overspend. An underspend is spread the
// same way: over the schemes that are under now, or all by plan, and nothing is over. Each scheme's part is parted as
// `testAt` does; nothing is anybody's fault. Where nothing is planned, evenly.
RiskTerms atVariance(const RiskTerms& terms, Money variance);

// Where the way of sharing changes, for the chart: exact to the penny. Where a partner pays less than a pound in two
// thousand, rounding moves a penny to and fro for many pounds: then it is one such penny, not the first. A cap of nothing
// is no kink.
struct RiskKink
{
    enum class Kind { RungStarts, CapReached, NotAgreedStarts };
    Kind kind;
    Money
        at; // the smallest overspend at which the rung takes a penny, the cap is reached, a penny is not agreed;
            // below zero: underspends, nearest to zero
    int rung = -1;
    int partner = -1;

    friend bool operator==(const RiskKink&, const RiskKink&) = default;
};

// In order of `at`, between the two variances. Only the fund's own rungs are named.
QList<RiskKink> kinksBetween(const RiskTerms& terms, Money least, Money most);

} // namespace placewright
