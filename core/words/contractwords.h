#pragma once

#include "core/evaluate/contractreview.h"
#include "core/plan/plan.h"

namespace placewright {

// Outcome-weighted contracts as sentences: titles, the working of a payment line by line, what is wrong with terms, whether
// to sign. For pages, papers and the command line alike. All are translated.

// "At expected results the contract pays £7,756,304.43, £206,995.57 short of full"
QString contractHeadline(const Plan& plan, const ContractPayment& payment, const QString& year);
// "Outcome-weighted capitation: neighbourhood teams, scheme 03, three years, a proposal."; what is wrong, while nothing is
// paid.
QString contractCaption(const Plan& plan, const ContractPayment& payment);
// "Inputs are the place’s own; no national default is used."
QString ownInputsSentence();

// One line of a working. Its inputs are the cells it was worked out from, the one to begin with first.
struct WorkingLine
{
    QString number = {}; // of the line; empty: not numbered
    QString text = {};   // "Less at risk, 5.00% of the rest"
    std::optional<Money> amount = {};
    QString detail = {}; // "5.00% of £7,804,034.00"
    int step = 0;        // 1 to 13, of the contract's steps; 0: of none
    Id subject = {};     // an area, indicator or activity that the line is about
    int fifth = -1;      // 0 to 4
    QString year = {};   // of a line by year
    QList<CellRef> inputs = {};
    bool isTotal = false;
    bool pays = false; // the amounts of these lines add up to the payment
};

// How a year's payment comes about: base, less teams and training, less money at risk, fixed; what is earned on each
// indicator, gain or loss, floor or ceiling where they bind, teams and training, activity; the payment; below it what is not
// earned and where that goes. `area`: one of the contract's areas, without activity; -1: all.
QList<WorkingLine> contractWorking(const Plan& plan, const ContractPayment& payment, const QString& year,
                                   qsizetype area = -1);
// The thirteen steps by name, for the paper: weighted people, base, ring-fence, at risk, fixed, pots, attainment, earned,
// cost, gain or loss, bounds, payment, pool.
QList<WorkingLine> contractSteps(const Plan& plan, const ContractPayment& payment, const QString& year,
                                 qsizetype area = -1);
// "How £7,756,304.43 comes about"
QString workingTitle(const ContractPayment& payment, const QString& year, qsizetype area = -1);

// "Fifth 1, most deprived: pot £106,408.44; 9,407 of 14,210 is 66.20%, against 65% to 80%; ...; earns £19,867.35."
QString cellWorking(const Plan& plan, const ContractPayment& payment, const QString& year, qsizetype area,
                    qsizetype indicator, int fifth);

// The same payment seen otherwise; the last line is the total.
QList<WorkingLine> contractByArea(const Plan& plan, const ContractPayment& payment, const QString& year);
QList<WorkingLine> contractByFifth(const ContractPayment& payment, const QString& year,
                                   qsizetype indicator = -1); // what fifths earn of their pots
QList<WorkingLine> contractByIndicator(const Plan& plan, const ContractPayment& payment, const QString& year);
QList<WorkingLine> contractByMonth(const Plan& plan, const ContractPayment& payment,
                                   const QString& year); // the fixed part
QList<WorkingLine> contractByYear(const ContractPayment& payment);

// What is wrong, as the field says it: what, where, what to do.
QString contractProblemSentence(const Plan& plan, const ContractProblem& problem);
QString contractLineSentence(const Plan& plan, const ContractLineProblem& problem);
QString noVersionSentence(const Plan& plan, const Contract& contract); // that counts

// "Safe to sign? Yes, with one caution"; "Do not sign: likely results leave year one £30,000,000.00 short of cost".
QString verdictSentence(const Plan& plan, const ContractReview& review);
QString reviewSentence(const Plan& plan, const ContractReview& review, const ReviewItem& item);
// A second sentence where there is more to say: over the term, by how much, what US rules ask. May be empty.
QString reviewDetail(const Plan& plan, const ContractReview& review, const ReviewItem& item);
// "Before signature: two items open"
QString readinessTitle(const ContractReview& review);
QString caseName(ResultsAt at); // "Expected results"

QString fairnessTitle(const ContractFairness& fairness);   // "Weighting pays £36,557.55 less"
QString fairnessCaption(const ContractFairness& fairness); // why
// The warning of paragraph 73; empty when the most deprived do not lose by the weights.
QString fairnessWarning(const Plan& plan, const ContractFairness& fairness);

// One row of a comparison as a table shows it.
struct ComparedRow
{
    QString what; // "Corridor %", "Blood pressure: weight %", "2026-27: earned on outcomes"
    QString a;    // "–" where the version has none
    QString b;
    QString difference; // with its sign; empty where it is no number
};
ComparedRow comparedRow(const Plan& plan, const VersionRow& row);
// "Version 2 pays £12,345.67 more over the term than version 1"
QString comparisonTitle(const Plan& plan, const ContractPayment& a, const ContractPayment& b);

} // namespace placewright
