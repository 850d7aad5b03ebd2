#include "core/pool/riskterm.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice sides[] = {
    {riskSide::over, QT_TRANSLATE_NOOP("Field", "Overspend")},
    {riskSide::under, QT_TRANSLATE_NOOP("Field", "Underspend")},
};

constexpr Choice kinds[] = {
    {riskKind::underspends, QT_TRANSLATE_NOOP("Field", "Underspends elsewhere in the fund")},
    {riskKind::otherFunds, QT_TRANSLATE_NOOP("Field", "Underspends in other pooled funds")},
    {riskKind::reserve, QT_TRANSLATE_NOOP("Field", "Risk reserve of a scheme")},
    {riskKind::amount, QT_TRANSLATE_NOOP("Field", "An amount held in the fund")},
    {riskKind::fault, QT_TRANSLATE_NOOP("Field", "Broken agreement: one partner pays")},
    {riskKind::firstLoss, QT_TRANSLATE_NOOP("Field", "First loss: one partner pays")},
    {riskKind::ownRisk, QT_TRANSLATE_NOOP("Field", "Own risk: each what it commissions")},
    {riskKind::fixedLine, QT_TRANSLATE_NOOP("Field", "Fixed line: one partner alone")},
    {riskKind::proportional, QT_TRANSLATE_NOOP("Field", "Shared by contribution")},
    {riskKind::fixedPercent, QT_TRANSLATE_NOOP("Field", "Shared by fixed percentages")},
    {riskKind::overCap, QT_TRANSLATE_NOOP("Field", "Over a partner’s cap")},
    {riskKind::keep, QT_TRANSLATE_NOOP("Field", "Kept in the fund")},
    {riskKind::savingPriority, QT_TRANSLATE_NOOP("Field", "Saving: the others first")},
    {riskKind::performanceFund, QT_TRANSLATE_NOOP("Field", "Performance fund")},
};

constexpr Choice remainders[] = {
    {savingRemainder::original, QT_TRANSLATE_NOOP("Field", "By contributions as agreed")},
    {savingRemainder::reduced, QT_TRANSLATE_NOOP("Field", "By contributions after the first reduction")},
};

constexpr Field termFields[] = {
    required(refersTo(describe<&RiskTerm::fund>("fund", QT_TRANSLATE_NOOP("Field", "Fund")), "fund")),
    refersTo(describe<&RiskTerm::scheme>(
                 "scheme", QT_TRANSLATE_NOOP("Field", "Scheme"),
                 QT_TRANSLATE_NOOP("Field", "For this scheme alone, before the fund’s own steps.")),
             "scheme"),
    required(choice(describe<&RiskTerm::side>("side", QT_TRANSLATE_NOOP("Field", "For an")), sides)),
    required(describe<&RiskTerm::step>("step", QT_TRANSLATE_NOOP("Field", "Step"),
                                       QT_TRANSLATE_NOOP("Field", "Steps are taken in this order."))),
    required(choice(describe<&RiskTerm::kind>("kind", QT_TRANSLATE_NOOP("Field", "How it is paid")), kinds)),
    describe<&RiskTerm::label>("label", QT_TRANSLATE_NOOP("Field", "The agreement’s name for it")),
    describe<&RiskTerm::limit>("limit", QT_TRANSLATE_NOOP("Field", "Up to £"),
                               QT_TRANSLATE_NOOP("Field", "The most this step takes; empty: no limit.")),
    describe<&RiskTerm::amount>(
        "amount", QT_TRANSLATE_NOOP("Field", "Amount held £"),
        QT_TRANSLATE_NOOP("Field", "What the fund holds for it, or the size of a performance fund.")),
    refersTo(describe<&RiskTerm::reserve>(
                 "reserve", QT_TRANSLATE_NOOP("Field", "Reserve scheme"),
                 QT_TRANSLATE_NOOP("Field", "The scheme whose planned money is the reserve.")),
             "scheme"),
    refersTo(
        describe<&RiskTerm::paidBy>(
            "paidBy", QT_TRANSLATE_NOOP("Field", "Paid by"),
            QT_TRANSLATE_NOOP("Field", "Who pays, or whose contribution is protected; empty: the host.")),
        "partner"),
    refersTo(describe<&RiskTerm::overCapOf>("overCapOf", QT_TRANSLATE_NOOP("Field", "Whose cap"),
                                            QT_TRANSLATE_NOOP("Field", "Empty: any partner’s.")),
             "partner"),
    describe<&RiskTerm::firstReduction>(
        "firstReduction", QT_TRANSLATE_NOOP("Field", "First reduction %"),
        QT_TRANSLATE_NOOP("Field", "Percent of the others’ contributions that they save first.")),
    choice(describe<&RiskTerm::remainder>(
               "remainder", QT_TRANSLATE_NOOP("Field", "The rest is shared"),
               QT_TRANSLATE_NOOP("Field", "What a saving beyond the first reduction is shared by.")),
           remainders),
    describe<&RiskTerm::goal>("goal", QT_TRANSLATE_NOOP("Field", "Goal"),
                              QT_TRANSLATE_NOOP("Field", "Reached: the performance fund is paid in full.")),
    describeKeyed<&RiskTerm::achieved>(
        KeyedBy::Year, "achieved", QT_TRANSLATE_NOOP("Field", "Achieved"),
        QT_TRANSLATE_NOOP("Field", "In the same unit as the goal; empty: not known.")),
    describe<&RiskTerm::clause>("clause", QT_TRANSLATE_NOOP("Field", "Clause")),
    describe<&RiskTerm::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field shareFields[] = {
    required(
        refersTo(describe<&RiskTermShare::term>("term", QT_TRANSLATE_NOOP("Field", "Step")), "riskTerm")),
    required(refersTo(describe<&RiskTermShare::partner>("partner", QT_TRANSLATE_NOOP("Field", "Partner")),
                      "partner")),
    describe<&RiskTermShare::percent>("percent", QT_TRANSLATE_NOOP("Field", "Share %"),
                                      QT_TRANSLATE_NOOP("Field", "The shares of a step add to 100.")),
};

} // namespace

const EntityType RiskTerm::type{QLatin1StringView("riskTerm"),
                                QLatin1StringView("riskTerms"),
                                QT_TRANSLATE_NOOP("Field", "Risk-share step"),
                                QT_TRANSLATE_NOOP("Field", "Risk-share steps"),
                                QLatin1StringView("fund"),
                                termFields};

const EntityType RiskTermShare::type{QLatin1StringView("riskTermShare"),
                                     QLatin1StringView("riskTermShares"),
                                     QT_TRANSLATE_NOOP("Field", "Share of a risk-share step"),
                                     QT_TRANSLATE_NOOP("Field", "Shares of risk-share steps"),
                                     QLatin1StringView("term"),
                                     shareFields};

} // namespace placewright
