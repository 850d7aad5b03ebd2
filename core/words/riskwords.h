#pragma once

#include "core/evaluate/evaluation.h"
#include "core/words/phrases.h"

namespace placewright {

// The risk share of pooled funds as sentences: titles, names of steps, the agreement's schedule. For pages, papers and the
// command line alike. All are translated.

// "A £900,000.00 overspend would cost the council £80,595.11 and Ashmoor ICB £105,515.74"
QString riskHeadline(const Plan& plan, const FundSettlement& settlement);
// "The fund would absorb the first £710,000.00; Fenwold ICB would pay £3,889.15."
QString riskCaption(const Plan& plan, const FundSettlement& settlement);
// "The fund covers the first £710,000.00; then all three partners share"
QString ladderTitle(const Plan& plan, const FundSettlement& settlement);
// "An overspend climbs six steps"
QString rungsTitle(const Plan& plan, const FundRisk& risk);
// "A test, not a forecast: home care packages £900,000.00 over, care home placements £150,000.00 under."
QString testSentence(const Plan& plan, const FundRisk& risk);
// The settlement for screen readers and the paper: who pays what, which steps it took, what nobody agreed to pay.
QString riskSummary(const Plan& plan, const FundSettlement& settlement);

// One rung as a table shows it. For rungs that take nothing at the test as well.
struct RungWords
{
    QString name;   // "Risk reserve, scheme 18"
    QString upTo;   // "500,000", "to each cap", "no limit", "150,000 in the test"
    QString paidBy; // "the fund", "all three", "the host", "not agreed"
    QString clause; // of the agreement
    bool agreed = true;
};
RungWords rungWords(const Plan& plan, const FundSettlement& settlement, const RiskTerm& term);
RungWords leftOverWords(); // "Anything left", "no limit", "not agreed"
QString stepName(const Plan& plan, const FundRisk& risk, const RiskStep& step); // of any role
QString kinkWords(const Plan& plan, const FundRisk& risk,
                  const RiskKink& kink); // "Fenwold ICB's cap, £3.15m"
// "Underspend: the first £250,000.00 is kept in the fund, the rest goes back by contribution."
QString underspendSentence(const Plan& plan, const FundRisk& risk);

// What is wrong with the terms, as the field says it: what, where, what to do.
QString riskProblemSentence(const Plan& plan, const FundRiskProblem& problem);

// The agreement's schedule in words, numbered: parties and contributions, caps, the steps of an overspend, schemes with
// their own steps, lines at own risk, underspends, performance funds, rounding.
struct ScheduleClause
{
    QString number; // "1", "3.2"
    QString text;
    bool open = false; // the terms do not say; the sentence names what they must say
};
QList<ScheduleClause> riskSchedule(const Plan& plan, const FundSettlement& settlement);

// One row of the agreement's checklist.
struct AgreementItem
{
    enum class State { Met, Open, NotKnown };
    State state = State::Open;
    QString text;   // "Consulted before the start"
    QString detail; // "14 January 2025"
    QString entity; // the cell that mends it
    Id id;
    QString field;
};
QList<AgreementItem> agreementItems(const Plan& plan, const Rulebook* rulebook, const Evaluation& evaluation,
                                    const Fund& fund, const QString& year);
// "Section 75 agreement: one item open"
QString agreementTitle(const QList<AgreementItem>& items);

// How VAT stands for one scheme of a pooled fund in a year.
struct VatState
{
    Id scheme;
    QString host;      // "Ashmoor ICB"
    QString deliverer; // "Private sector"
    bool settled = false;
    bool disagree = false;    // the route is not the deliverer's
    bool hostDiffers = false; // host and deliverer follow different rules: the partners must agree on one
    Money atRisk;
    Money irrecoverable; // in the Ledger
    QString words;       // "Not settled", "Settled: as the council delivers it"
};
QList<VatState> vatStates(const Plan& plan, const Rulebook* rulebook, const Evaluation& evaluation,
                          const QString& year);

} // namespace placewright
