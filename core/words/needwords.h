#pragma once

#include "core/evaluate/needresults.h"

namespace placewright {

// Need, fair shares and inequality as sentences: for pages, papers and the command line alike.

// Why a measure cannot be used as asked: what, where, what to do. Empty for no problem.
QString problemWords(const Plan& plan, const MeasureProblem& problem);
QString populationBaseWords(PopulationBase base); // "people registered with GP practices"

// "agreed: General and acute", "no agreed measure", "proposed, not agreed: ...".
QString serviceStateWords(const ServiceMeasure& measure);
QString serviceStateWords(const ServiceTotal& total);
// The share of a layer's money that is assumed, as every need chart says: "34.2% of it is assumed: split by population or need."
QString assumedWords(Money assumed, Money allocated);

QString inequalityName(QStringView measure); // "Hoover index"
// What the figure says, plainly: "4.3% of the money (£2,412,345.00) would have to move for money to follow need."
QString inequalitySentence(const InequalityFigure& figure);
// "weighted heads; ranks within this place, 0 the most deprived; ties share the middle rank"
QString basisWords(const Basis& basis);
QString refusalWords(Refusal refusal);
QString
inequalityValue(const InequalityFigure& figure); // as a table shows it; "not known" while there is none

// "The most deprived fifth has 40.9% of the need and 35.3% of the money."; empty while not known.
QString fifthSentence(const QList<FifthTotal>& fifths);

QString fairShareFaultWords(FairSharePath::Fault fault);
// Why a year cannot be, with its amount: "£1,234.56 short: ..."; empty for a year that can.
QString paceProblemWords(const PaceYear& year);
// "By 2028-29 nobody is more than 1.2% below the fair share; £1,234,567.00 moves."
QString fairShareSummary(const Plan& plan, const FairSharePath& path);

// The title and sentence of need and money along deprivation: by how much the most deprived areas are above or below their need.
QString concentrationTitle(const QList<InequalityFigure>& figures);

} // namespace placewright
