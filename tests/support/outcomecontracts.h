#pragma once

#include "core/contract/outcomepayment.h"

#include <QStringList>

namespace placewright {

// Contracts that pay by outcome: the one of the note's section 3.6, Calderbourne's, and a plain one. Amounts as short text.

inline Money pounds(qint64 whole, qint64 pence = 0)
{
    return Money::fromPence(whole * 100 + pence);
}

inline QString plain(const QList<Money>& amounts)
{
    QStringList texts;
    for (const Money amount : amounts)
        texts.append(moneyToPlain(amount));
    return texts.join(u' ');
}

// One figure of all areas.
inline QString told(const OutcomePayment& payment, Money AreaPayment::*figure)
{
    QList<Money> amounts;
    for (const AreaPayment& area : payment.areas)
        amounts.append(area.*figure);
    return plain(amounts);
}

// One figure of the cells of an indicator in the first area.
inline QString told(const OutcomePayment& payment, qsizetype indicator, Money OutcomeCell::*figure)
{
    QList<Money> amounts;
    for (int fifth = 0; fifth < fifthCount; ++fifth)
        amounts.append(payment.cell(0, indicator, 0, fifth).*figure);
    return plain(amounts);
}

inline OutcomeIndicator indicator(qint64 hundredths, bool higherIsBetter, qint64 per, qint64 lower,
                                  qint64 upper, int tieRank = 0)
{
    OutcomeIndicator made;
    made.weight = Ratio(hundredths, 100);
    made.higherIsBetter = higherIsBetter;
    made.per = per;
    made.thresholds.fill({Ratio(lower), Ratio(upper)});
    made.tieRank = tieRank;
    return made;
}

inline QList<OutcomeResult> resultsOf(const ByFifth<qint64>& eligible, const ByFifth<qint64>& counted,
                                      const ByFifth<qint64>& baseline = {-1, -1, -1, -1, -1})
{
    QList<OutcomeResult> results;
    for (size_t fifth = 0; fifth < fifthCount; ++fifth)
        results.append({eligible[fifth], counted[fifth], baseline[fifth]});
    return results;
}

inline OutcomeArea area(const ByFifth<Ratio>& people, const Ratio& marketForces, int tieRank)
{
    OutcomeArea made;
    made.people = people;
    made.marketForces = marketForces;
    made.tieRank = tieRank;
    return made;
}

// Section 3.6, and the same numbers in Calderbourne.
inline OutcomeTerms noteTerms(CorridorMode mode = CorridorMode::First)
{
    OutcomeTerms terms;
    terms.needWeights = {Ratio(130, 100), Ratio(112, 100), Ratio(1), Ratio(92, 100), Ratio(86, 100)};
    terms.deprivationWeights = {Ratio(2), Ratio(3, 2), Ratio(1), Ratio(1), Ratio(1)};
    terms.ringFence = Ratio(2, 100);
    terms.atRisk = Ratio(5, 100);
    terms.indicators = {indicator(60, true, 100, 65, 80, 0), indicator(40, false, 1000, 24, 18, 1)};
    terms.indicators[0].improvementCredit = Ratio(8, 10);
    GainAndLoss& sharing = terms.gainAndLoss;
    sharing.corridor = Ratio(2, 100);
    sharing.mode = mode;
    sharing.gainShare = Ratio(50, 100);
    sharing.gainCap = Ratio(5, 100);
    sharing.lossShare = Ratio(30, 100);
    sharing.lossCap = Ratio(2, 100);
    sharing.qualityGate = Ratio(40, 100);
    sharing.floor = Ratio(3, 100);
    sharing.ceiling = Ratio(2, 100);
    return terms;
}

inline QList<OutcomeArea> noteAreas()
{
    return {area({Ratio(12000), Ratio(8000), Ratio(6000), Ratio(3000), Ratio(1000)}, Ratio(1), 0),
            area({Ratio(2000), Ratio(5000), Ratio(9000), Ratio(10000), Ratio(4000)}, Ratio(102, 100), 1),
            area({Ratio(500), Ratio(1500), Ratio(4000), Ratio(8000), Ratio(11000)}, Ratio(105, 100), 2)};
}

// Examples 1 to 3. The note gives what P2 and P3 earn, £165,645.48 and £157,092.16, and no results: here all their people
// are of fifth 1, and earn P2 80% of both pots, P3 all of the first and 87.5% of the second.
inline OutcomeYear noteYear()
{
    OutcomeYear year;
    year.areas = noteAreas();
    year.areas[0].cost = pounds(4'601'000);
    year.areas[1].cost = pounds(4'260'000);
    year.areas[2].cost = pounds(3'600'000);
    year.base = splitBase(noteTerms(), year.areas, pounds(12'345'678, 90));
    year.results =
        resultsOf({1800, 1300, 1000, 520, 180}, {1134, 936, 770, 406, 153}, {1026, 910, 760, 400, 150}) +
        resultsOf({12000, 8000, 6000, 3000, 1000}, {276, 160, 102, 54, 15}) +
        resultsOf({100, 0, 0, 0, 0}, {77, 0, 0, 0, 0}) + resultsOf({1250, 0, 0, 0, 0}, {24, 0, 0, 0, 0}) +
        resultsOf({100, 0, 0, 0, 0}, {80, 0, 0, 0, 0}) + resultsOf({800, 0, 0, 0, 0}, {15, 0, 0, 0, 0});
    return year;
}

inline OutcomeYear calderbourneYear(const ByFifth<qint64>& controlled, const ByFifth<qint64>& admissions)
{
    OutcomeYear year;
    year.areas = {area({Ratio(92502), Ratio(63976), Ratio(51998), Ratio(44352), Ratio(33572)}, Ratio(1), 0)};
    year.areas[0].benchmark = pounds(7'800'000);
    year.areas[0].cost = pounds(7'742'000);
    year.base = {pounds(7'963'300)};
    year.results = resultsOf({14210, 9640, 7830, 6690, 5130}, controlled, {8810, 6642, 5810, 5205, 4180}) +
                   resultsOf({92502, 63976, 51998, 44352, 33572}, admissions);
    return year;
}

// All of the base at risk on one indicator; a hundred people, all of fifth 1: each counted earns a hundredth. Nothing else.
inline OutcomeTerms plainTerms()
{
    OutcomeTerms terms;
    terms.needWeights.fill(Ratio(1));
    terms.deprivationWeights.fill(Ratio(1));
    terms.atRisk = Ratio(1);
    terms.indicators = {indicator(100, true, 100, 0, 100)};
    return terms;
}

inline OutcomeYear plainYear(Money base, qint64 counted = 100)
{
    OutcomeYear year;
    year.areas = {area({Ratio(1), Ratio(1), Ratio(1), Ratio(1), Ratio(1)}, Ratio(1), 0)};
    year.base = {base};
    year.results = resultsOf({100, 0, 0, 0, 0}, {counted, 0, 0, 0, 0});
    return year;
}

} // namespace placewright
