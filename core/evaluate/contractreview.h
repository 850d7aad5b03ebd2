#pragma once

#include "core/contract/outcomechance.h"
#include "core/ledger/contractpayment.h"
#include "core/rules/finding.h"

#include <variant>

namespace placewright {

// Whether a contract is safe to sign, whom its weighting pays, and what one version of its terms changes against another.
// Pure, and worked out when a person asks.

// The provider's cost against what it is paid, in one year or over the term.
struct ContractCaseYear
{
    QString year; // empty: the whole term
    Money payment;
    std::optional<Money> cost;             // nothing: not known
    std::optional<Money> irrecoverableVat; // likewise
    Money vatFunded;
    std::optional<Money> unfundedVat; // what of that VAT nobody has set aside
    // Payment less cost and unfunded VAT; below zero: short. What is set aside for VAT and not needed pays for no care.
    std::optional<Money> margin;

    friend bool operator==(const ContractCaseYear&, const ContractCaseYear&) = default;
};

struct ContractCase
{
    ResultsAt at = ResultsAt::Likely;
    QList<ContractCaseYear> years; // of the whole term, in order
    ContractCaseYear total;
};

// One row of the stop/go list. What its figures are stands beside its kind.
struct ReviewItem
{
    enum class Kind {
        // Is it safe?
        Terms,         // `problem`: it cannot be worked out
        Cost,          // of the provider, not entered for `year`
        LowResults,    // margin of year one, and of the term
        LikelyYearOne, // margin
        LikelyTerm,    // margin; `year`, if any, is the worst below cost, and `second` its margin
        HighResults,   // as low
        LowMissing,    // `problem`
        HighMissing,   // `problem`
        Vat,           // not recovered over the term, and what of it nobody funds, first in `year`
        Chance,        // nine years in ten earn within this of what year one is likely to
        Corridor,      // its width, the people of year one and what chance alone does to their cost
        AtRisk,        // in year one, as part of the likely payment
        // What to have before signature.
        RingFence, // for teams and training, in year one
        Lines,     // that pay it; `count`
        Provider,
        Commissioner,
        Term,
        Signature
    };
    enum class State { Go, Caution, Stop, NotKnown };

    Kind kind = Kind::Terms;
    State state = State::NotKnown;
    QString year;
    std::optional<Money> amount;
    std::optional<Money> second;
    std::optional<Ratio> share;
    qint64 count = 0;
    std::optional<CorridorChance> chance;
    std::optional<ContractProblem> problem;
    std::optional<ContractLineProblem> lineProblem;
    CellRef cell; // that mends it

    bool isBeforeSignature() const { return kind >= Kind::RingFence; }
};

// Do not sign exactly when likely results leave year one below cost, VAT counted, or when VAT that is not recovered is above
// what is set aside for it.
struct ContractReview
{
    enum class Verdict { Sign, Caution, DoNotSign, NotKnown };

    Id contract;
    Id version;
    Verdict verdict = Verdict::NotKnown;
    QList<ContractCase> cases; // low, likely, high: those that can be worked out
    QList<ReviewItem> items;

    const ContractCase*
    caseAt(ResultsAt at) const; // null: its results are not typed, or the terms have problems
    const ReviewItem* item(ReviewItem::Kind kind) const; // null: not on the list
    qsizetype count(ReviewItem::State state) const;      // of the items that say whether it is safe
};

ContractReview reviewContract(const ContractSource& source);

// Outcome money with deprivation weights and with one weight for all, side by side.
struct FairnessPart
{
    Money weighted;
    Money flat;

    Money difference() const { return weighted - flat; } // below zero: weighting pays less
    friend bool operator==(const FairnessPart&, const FairnessPart&) = default;
};

struct AreaFairness
{
    Id area;
    Ratio mostDeprived; // share of its people in the most deprived fifth
    FairnessPart earned;
};

struct ContractFairness
{
    QString year;
    ByFifth<FairnessPart> fifths;
    FairnessPart total;
    QList<AreaFairness> areas; // most deprived first; empty: paid as one
    // The most deprived fifth, the most deprived area or all together earn less because of the weights: what is measured may
    // be deprivation. Source: House of Lords, Patients at the centre (2023), paragraph 73.
    bool deprivedLose = false;
};

// Nothing outside the term, or while the contract cannot be paid.
std::optional<ContractFairness> contractFairness(const ContractPayment& payment, const QString& year);

// One line of a comparison of two versions: a term that differs, or money of a year.
struct VersionRow
{
    enum class Kind { Terms, Indicator, Activity, Money };
    enum class Amount { Fixed, RingFence, AtRisk, Earned, Payment };

    Kind kind = Kind::Terms;
    Id indicator;
    QString activity; // by name
    QString field;    // of the version, the indicator's terms or the activity
    Key key;          // of the field; its year, of money
    Amount amount = Amount::Payment;
    Value a;
    Value b;
    std::variant<std::monostate, Money, Ratio> difference; // b less a
};

// Terms that differ, then the money of every year. Money stands on one side only in years outside the other's term.
QList<VersionRow> compareVersions(const Plan& plan, const ContractPayment& a, const ContractPayment& b);

} // namespace placewright
