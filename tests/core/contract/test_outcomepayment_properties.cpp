#include "core/contract/earnedpence.h"
#include "tests/support/outcomecontracts.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace placewright;

// Random contracts, small enough for pennies, thresholds, caps and bounds to meet often.

namespace {

constexpr int rounds = 2500;
constexpr auto nearest = Rounding::HalfAwayFromZero;

struct Contract
{
    OutcomeTerms terms;
    Money total;
    OutcomeYear year;
};

QList<int> shuffled(qsizetype size, Seeded& seeded)
{
    QList<int> order(size);
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), seeded.engine());
    return order;
}

Ratio randomPart(Seeded& seeded, qint64 most = 100, qint64 of = 100)
{
    return Ratio(seeded.between(0, most), of);
}

// Between zero and `per`: whole, or of few places, of twelve, or in sevenths.
Ratio randomRate(qint64 per, Seeded& seeded)
{
    static const QList<qint64> units{1, 1, 10, 1'000, 1'000'000, 1'000'000'000'000, 7};
    const qint64 unit = units[seeded.between(0, units.size() - 1)];
    return Ratio(seeded.between(0, per * unit), unit);
}

OutcomeIndicator randomIndicator(Seeded& seeded)
{
    OutcomeIndicator made;
    made.higherIsBetter = seeded.between(0, 1) == 0;
    made.per = QList<qint64>{1, 100, 1'000, 100'000}[seeded.between(0, 3)];
    made.improvementCredit =
        QList<Ratio>{Ratio(0), Ratio(1), randomPart(seeded), Ratio(2, 3)}[seeded.between(0, 3)];
    const bool alike = seeded.between(0, 2) != 0;
    for (OutcomeThresholds& limits : made.thresholds) {
        if (alike && &limits != made.thresholds.data()) {
            limits = made.thresholds[0];
            continue;
        }
        do {
            limits = {randomRate(made.per, seeded), randomRate(made.per, seeded)};
        } while (limits.lower == limits.upper);
        if ((limits.lower < limits.upper) != made.higherIsBetter)
            std::swap(limits.lower, limits.upper);
    }
    return made;
}

// Often about the thresholds.
OutcomeResult randomResult(const OutcomeIndicator& of, int fifth, qint64 most, Seeded& seeded)
{
    const OutcomeThresholds& limits = of.thresholds[static_cast<size_t>(fifth)];
    const auto count = [&](qint64 eligible) {
        if (eligible == 0 || seeded.between(0, 3) == 0)
            return seeded.between(0, eligible);
        const Ratio way(seeded.between(-3, 13), 10);
        const Ratio rate = limits.lower + (limits.upper - limits.lower) * way;
        return std::max<qint64>(0, (rate * Ratio(eligible, of.per)).unitsAt(0, nearest));
    };
    OutcomeResult result;
    result.eligible = seeded.between(0, 8) == 0 ? 0 : seeded.between(1, most);
    result.counted = count(result.eligible);
    if (seeded.between(0, 1) == 0)
        result.baselineEligible = seeded.between(0, most);
    if (seeded.between(0, 3) != 0)
        result.baseline = count(result.baselineEligible < 0 ? result.eligible : result.baselineEligible);
    return result;
}

GainAndLoss randomSharing(Seeded& seeded)
{
    GainAndLoss sharing;
    sharing.corridor = randomPart(seeded, 60, 1'000);
    sharing.mode = seeded.between(0, 1) == 0 ? CorridorMode::First : CorridorMode::Excess;
    sharing.gainShare = randomPart(seeded);
    sharing.lossShare = randomPart(seeded);
    // A cap that no mode refuses.
    const auto cap = [&](const Ratio& share) -> std::optional<Ratio> {
        if (share.isZero() || seeded.between(0, 2) == 0)
            return {};
        return share * sharing.corridor + randomPart(seeded, 50, 1'000);
    };
    sharing.gainCap = cap(sharing.gainShare);
    sharing.lossCap = cap(sharing.lossShare);
    if (seeded.between(0, 1) == 0)
        sharing.qualityGate = randomPart(seeded);
    if (seeded.between(0, 2) != 0)
        sharing.floor = randomPart(seeded, 100, 1'000);
    if (seeded.between(0, 2) != 0)
        sharing.ceiling = randomPart(seeded, 60, 1'000);
    return sharing;
}

OutcomeTerms randomTerms(Seeded& seeded)
{
    OutcomeTerms terms;
    for (size_t fifth = 0; fifth < fifthCount; ++fifth) {
        terms.needWeights[fifth] = Ratio(seeded.between(fifth == 4 ? 1 : 0, 150), 100);
        terms.deprivationWeights[fifth] = Ratio(seeded.between(1, 40), seeded.between(0, 4) == 0 ? 7 : 10);
    }
    std::sort(terms.deprivationWeights.begin(), terms.deprivationWeights.end(), std::greater());
    terms.ringFence = randomPart(seeded, 10);
    terms.atRisk = seeded.between(0, 8) == 0 ? Ratio(seeded.between(0, 1)) : randomPart(seeded, 30);
    QList<int> ranks = shuffled(seeded.between(1, 3), seeded);
    const Ratio alike(1, ranks.size());
    const bool areAlike = seeded.between(0, 2) == 0;
    qint64 left = 100;
    while (!ranks.isEmpty()) {
        OutcomeIndicator made = randomIndicator(seeded);
        made.tieRank = ranks.takeLast();
        const qint64 weight = ranks.isEmpty() ? left : seeded.between(0, left);
        made.weight = areAlike ? alike : Ratio(weight, 100);
        left -= weight;
        terms.indicators.append(made);
    }
    terms.gainAndLoss = randomSharing(seeded);
    terms.unearned = {seeded.between(0, 5) != 0, seeded.between(0, 1) == 0};
    terms.smallEligible = seeded.between(0, 1) == 0 ? 0 : seeded.between(1, 25);
    return terms;
}

Contract randomContract(Seeded& seeded)
{
    Contract made;
    made.terms = randomTerms(seeded);
    made.total = Money::fromPence(seeded.between(0, seeded.between(0, 1) == 0 ? 3'000 : 3'000'000));
    for (const int rank : shuffled(seeded.between(1, 4), seeded)) {
        OutcomeArea area;
        for (Ratio& people : area.people)
            people = Ratio(seeded.between(0, 3) == 0 ? 0 : seeded.between(0, 300), 1);
        area.people[4] = Ratio(seeded.between(1, 700), 7);
        area.marketForces = Ratio(seeded.between(90, 115), 100);
        if (!made.year.areas.isEmpty() && seeded.between(0, 2) == 0)
            area = made.year.areas.first(); // odd pence go by rank
        area.tieRank = rank;
        made.year.areas.append(area);
    }
    made.year.base = splitBase(made.terms, made.year.areas, made.total);
    for (qsizetype i = 0; i < made.year.areas.size(); ++i) {
        OutcomeArea& area = made.year.areas[i];
        const auto near = [&](Money amount) {
            const qint64 most = amount.pence() / 8 + 1;
            return std::max(Money(), amount + Money::fromPence(seeded.between(-most, most)));
        };
        if (seeded.between(0, 2) == 0)
            area.benchmark = near(made.year.base[i]);
        if (seeded.between(0, 4) != 0)
            area.cost = near(area.benchmark.value_or(made.year.base[i]));
        if (seeded.between(0, 1) == 0)
            area.ringFenceSpent = Money::fromPence(
                seeded.between(0, 2 * scaled(made.year.base[i], made.terms.ringFence, nearest).pence() + 1));
        for (const OutcomeIndicator& indicator : made.terms.indicators) {
            const qint64 most = QList<qint64>{3, 30, 3'000}[seeded.between(0, 2)];
            for (int fifth = 0; fifth < fifthCount; ++fifth)
                made.year.results.append(randomResult(indicator, fifth, most, seeded));
            made.year.results[made.year.results.size() - seeded.between(1, fifthCount)].eligible += 1;
        }
    }
    return made;
}

Money sumOf(const QList<Money>& amounts)
{
    return std::accumulate(amounts.begin(), amounts.end(), Money());
}

Money sumOf(const QList<AreaPayment>& areas, Money AreaPayment::*figure)
{
    return std::accumulate(areas.begin(), areas.end(), Money(),
                           [figure](Money sum, const AreaPayment& area) { return sum + area.*figure; });
}

// Every result as good as it can be.
void earnAll(Contract& contract)
{
    qsizetype at = 0;
    for (qsizetype area = 0; area < contract.year.areas.size(); ++area) {
        for (const OutcomeIndicator& indicator : contract.terms.indicators) {
            for (int fifth = 0; fifth < fifthCount; ++fifth, ++at) {
                OutcomeResult& result = contract.year.results[at];
                result.counted = indicator.higherIsBetter ? result.eligible : 0;
            }
        }
    }
}

} // namespace

class TestOutcomePaymentProperties : public QObject
{
    Q_OBJECT

private slots:
    void addsUp();
    void keepsBounds();
    void paysTheBaseForAll();
    void ordersOfListsChangeNothing();
    void sharesGrowWithResults();
    void earningsGrowWithResults();
    void potsFollowDeprivationWeights();
    void excessSharesNoMoreThanFirst();
    void earnsWhatTheExactWayEarns();
};

void TestOutcomePaymentProperties::addsUp()
{
    Seeded seeded(86);
    int shared = 0;
    int pooled = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto [terms, total, year] = randomContract(seeded);
        QCOMPARE(problemsOf(terms) + problemsOf(terms, year), QList<OutcomeProblem>());
        QCOMPARE(sumOf(year.base), total);
        const OutcomePayment paid = payOutcomes(terms, year);
        const qsizetype indicators = terms.indicators.size();
        Money notEarned;
        for (qsizetype i = 0; i < paid.areas.size(); ++i) {
            const AreaPayment& area = paid.areas[i];
            QCOMPARE(area.base, year.base[i]);
            QCOMPARE(area.ringFence + area.atRisk + area.fixed, area.base);
            QCOMPARE(sumOf(monthly(area.fixed, 12)), area.fixed);
            Money pots;
            Money earned;
            for (qsizetype k = 0; k < indicators; ++k) {
                Money pot;
                for (int fifth = 0; fifth < fifthCount; ++fifth) {
                    const OutcomeCell& cell = paid.cell(i, k, indicators, fifth);
                    QVERIFY(!cell.earned.isNegative() && cell.earned <= cell.pot);
                    pot += cell.pot;
                    earned += cell.earned;
                }
                // Within a penny of its weight.
                const Money exact = scaled(area.atRisk, terms.indicators[k].weight, Rounding::Down);
                QVERIFY(pot == exact || pot == exact + Money::fromPence(1));
                pots += pot;
            }
            QCOMPARE(pots, area.atRisk);
            QCOMPARE(area.earned, earned);
            QVERIFY(!earned.isNegative() && earned <= area.atRisk);
            QCOMPARE(area.earned + area.unearned, area.atRisk);
            QCOMPARE(area.variation, area.gain - area.loss - area.unearned);
            QCOMPARE(area.payment, area.fixed + area.earned + area.ringFencePaid + area.gain - area.loss +
                                       area.bounded - area.variation);
            const Money after = area.bounded.isNegative() ? -area.bounded : Money();
            notEarned +=
                (terms.unearned.afterBounds ? after : area.unearned) + area.ringFence - area.ringFencePaid;
            shared += area.shared.isZero() ? 0 : 1;
        }
        QCOMPARE(paid.pool, terms.unearned.returned ? notEarned : Money());
        const bool anyMostDeprived = std::any_of(year.areas.begin(), year.areas.end(),
                                                 [](const auto& area) { return area.people[0] > Ratio(0); });
        QCOMPARE(sumOf(paid.areas, &AreaPayment::returned), anyMostDeprived ? paid.pool : Money());
        for (Money AreaPayment::*figure :
             {&AreaPayment::base, &AreaPayment::unearned, &AreaPayment::bounded, &AreaPayment::payment})
            QCOMPARE(paid.total.*figure, sumOf(paid.areas, figure));
        pooled += anyMostDeprived && !paid.pool.isZero() ? 1 : 0;
    }
    QVERIFY(shared > rounds / 2 && pooled > rounds / 2);
}

void TestOutcomePaymentProperties::keepsBounds()
{
    Seeded seeded(89);
    QList<int> met(6);
    for (int round = 0; round < rounds; ++round) {
        const auto [terms, total, year] = randomContract(seeded);
        const GainAndLoss& sharing = terms.gainAndLoss;
        const OutcomePayment paid = payOutcomes(terms, year);
        for (qsizetype i = 0; i < paid.areas.size(); ++i) {
            const AreaPayment& area = paid.areas[i];
            const Money benchmark = year.areas[i].benchmark.value_or(area.base);
            const auto capOf = [&](const std::optional<Ratio>& cap) {
                return scaled(benchmark, cap.value_or(Ratio(1'000)), nearest);
            };
            const Money least = -scaled(area.base, sharing.floor.value_or(Ratio(1'000)), nearest);
            const Money most = scaled(area.base, sharing.ceiling.value_or(Ratio(1'000)), nearest);
            QVERIFY(area.bounded >= least && area.bounded <= most);
            QVERIFY(area.bounded == area.variation || area.bounded == least || area.bounded == most);
            QVERIFY(!area.gain.isNegative() && area.gain <= capOf(sharing.gainCap));
            QVERIFY(!area.loss.isNegative() && area.loss <= capOf(sharing.lossCap));
            QVERIFY(area.gain.isZero() || (area.loss.isZero() && area.underBenchmark > area.corridor));
            QVERIFY(area.loss.isZero() || -area.underBenchmark > area.corridor);
            QVERIFY(area.gain <= area.shared && area.loss <= area.shared);
            QVERIFY(area.quality.isZero() || area.quality >= sharing.qualityGate);
            QVERIFY(area.ringFencePaid <= area.ringFence && !area.ringFencePaid.isNegative());
            met[0] += area.bounded != area.variation && area.bounded == least ? 1 : 0;
            met[1] += area.bounded != area.variation && area.bounded == most ? 1 : 0;
            met[2] += !area.gain.isZero() && area.gain == capOf(sharing.gainCap) ? 1 : 0;
            met[3] += !area.loss.isZero() && area.loss == capOf(sharing.lossCap) ? 1 : 0;
            met[4] += area.quality.isZero() && !area.earned.isZero() ? 1 : 0;
            met[5] += area.shared.isZero() && !area.underBenchmark.isZero() ? 1 : 0;
        }
    }
    QVERIFY(*std::min_element(met.begin(), met.end()) > rounds / 50);
}

void TestOutcomePaymentProperties::paysTheBaseForAll()
{
    Seeded seeded(12);
    for (int round = 0; round < rounds; ++round) {
        Contract contract = randomContract(seeded);
        earnAll(contract);
        const OutcomePayment before = payOutcomes(contract.terms, contract.year);
        for (qsizetype i = 0; i < before.areas.size(); ++i) {
            OutcomeArea& area = contract.year.areas[i];
            area.cost = area.benchmark;
            if (seeded.between(0, 1) == 0)
                area.ringFenceSpent = before.areas[i].ringFence + Money::fromPence(seeded.between(0, 2));
            else
                area.ringFenceSpent.reset();
        }
        const OutcomePayment paid = payOutcomes(contract.terms, contract.year);
        for (qsizetype i = 0; i < paid.areas.size(); ++i) {
            QCOMPARE(paid.areas[i].earned, paid.areas[i].atRisk);
            QCOMPARE(paid.areas[i].quality, Ratio(1));
            QCOMPARE(paid.areas[i].underBenchmark, Money());
            QCOMPARE(paid.areas[i].payment, contract.year.base[i]);
        }
        QCOMPARE(paid.total.payment, contract.total);
        QCOMPARE(paid.pool, Money());
    }
}

// Areas and indicators at other positions, with their ranks.
void TestOutcomePaymentProperties::ordersOfListsChangeNothing()
{
    Seeded seeded(73);
    for (int round = 0; round < rounds; ++round) {
        const auto [terms, total, year] = randomContract(seeded);
        const qsizetype indicators = terms.indicators.size();
        const QList<int> areaOrder = shuffled(year.areas.size(), seeded);
        const QList<int> indicatorOrder = shuffled(indicators, seeded);
        OutcomeTerms otherTerms = terms;
        OutcomeYear other = year;
        for (qsizetype k = 0; k < indicators; ++k)
            otherTerms.indicators[k] = terms.indicators[indicatorOrder[k]];
        for (qsizetype i = 0; i < year.areas.size(); ++i) {
            other.areas[i] = year.areas[areaOrder[i]];
            for (qsizetype k = 0; k < indicators; ++k) {
                for (int fifth = 0; fifth < fifthCount; ++fifth)
                    other.results[(i * indicators + k) * fifthCount + fifth] =
                        year.result(areaOrder[i], indicatorOrder[k], indicators, fifth);
            }
        }
        other.base = splitBase(otherTerms, other.areas, total);
        const OutcomePayment before = payOutcomes(terms, year);
        const OutcomePayment after = payOutcomes(otherTerms, other);
        QCOMPARE(after.pool, before.pool);
        QCOMPARE(after.total, before.total);
        for (qsizetype i = 0; i < year.areas.size(); ++i) {
            QCOMPARE(after.areas[i], before.areas[areaOrder[i]]);
            for (qsizetype k = 0; k < indicators; ++k) {
                for (int fifth = 0; fifth < fifthCount; ++fifth)
                    QCOMPARE(after.cell(i, k, indicators, fifth),
                             before.cell(areaOrder[i], indicatorOrder[k], indicators, fifth));
            }
        }
    }
}

// Every count from none to all, for a fixed baseline.
void TestOutcomePaymentProperties::sharesGrowWithResults()
{
    Seeded seeded(24);
    int improved = 0;
    for (int round = 0; round < rounds; ++round) {
        const OutcomeIndicator indicator = randomIndicator(seeded);
        const int fifth = static_cast<int>(seeded.between(0, 4));
        OutcomeResult result = randomResult(indicator, fifth, 60, seeded);
        if (result.eligible == 0)
            continue;
        const qint64 step = indicator.higherIsBetter ? 1 : -1;
        result.counted = indicator.higherIsBetter ? 0 : result.eligible;
        Ratio least;
        for (qint64 count = 0; count <= result.eligible; ++count, result.counted += step) {
            const Attainment attained = attainmentOf(indicator, fifth, result);
            for (const Ratio& part : {attained.threshold, attained.improvement, attained.share})
                QVERIFY(part >= Ratio(0) && part <= Ratio(1));
            QVERIFY(attained.share >= least);
            improved += attained.share > attained.threshold ? 1 : 0;
            least = attained.share;
        }
        QCOMPARE(least, Ratio(1)); // no threshold is beyond none or all
    }
    QVERIFY(improved > rounds / 5);
}

// One person more or less, small fifths measured together.
void TestOutcomePaymentProperties::earningsGrowWithResults()
{
    Seeded seeded(18);
    int more = 0;
    for (int round = 0; round < rounds; ++round) {
        Contract contract = randomContract(seeded);
        const qsizetype at = seeded.between(0, contract.year.results.size() - 1);
        const qsizetype indicators = contract.terms.indicators.size();
        const qsizetype indicator = at / fifthCount % indicators;
        const qsizetype area = at / fifthCount / indicators;
        const OutcomePayment before = payOutcomes(contract.terms, contract.year);
        qint64& counted = contract.year.results[at].counted;
        const bool higher = contract.terms.indicators[indicator].higherIsBetter;
        counted = higher ? counted + 1 : std::max<qint64>(counted - 1, 0);
        const OutcomePayment after = payOutcomes(contract.terms, contract.year);
        for (int fifth = 0; fifth < fifthCount; ++fifth)
            QVERIFY(after.cell(area, indicator, indicators, fifth).earned >=
                    before.cell(area, indicator, indicators, fifth).earned);
        QVERIFY(after.areas[area].payment >= before.areas[area].payment);
        more += after.areas[area].earned > before.areas[area].earned ? 1 : 0;
    }
    QVERIFY(more > rounds / 20);
}

// Pounds for each person eligible, by deprivation weight, to within a penny a cell: pots i and k of weighted people a and b
// are i * b and k * a apart by less than a + b.
void TestOutcomePaymentProperties::potsFollowDeprivationWeights()
{
    Seeded seeded(94);
    int compared = 0;
    for (int round = 0; round < rounds / 2; ++round) {
        const Contract contract = randomContract(seeded);
        const OutcomeTerms& terms = contract.terms;
        const OutcomeYear& year = contract.year;
        const OutcomePayment paid = payOutcomes(terms, year);
        const auto weighted = [&](qsizetype at) {
            return terms.deprivationWeights[static_cast<size_t>(at % fifthCount)] *
                   Ratio(year.results[at].eligible);
        };
        for (qsizetype at = 0; at < paid.cells.size(); ++at) {
            if (year.results[at].eligible == 0)
                QCOMPARE(paid.cells[at].pot, Money());
            for (qsizetype with = at / fifthCount * fifthCount; with < at; ++with) {
                const Ratio apart = Ratio(paid.cells[at].pot.pence()) * weighted(with) -
                                    Ratio(paid.cells[with].pot.pence()) * weighted(at);
                const Ratio most = weighted(with) + weighted(at);
                QVERIFY(most.isZero() || (apart < most && -apart < most));
                compared += paid.cells[at].pot.isZero() ? 0 : 1;
            }
        }
    }
    QVERIFY(compared > rounds);
}

void TestOutcomePaymentProperties::excessSharesNoMoreThanFirst()
{
    Seeded seeded(50);
    int less = 0;
    for (int round = 0; round < rounds; ++round) {
        Contract contract = randomContract(seeded);
        contract.terms.gainAndLoss.mode = CorridorMode::First;
        const OutcomePayment first = payOutcomes(contract.terms, contract.year);
        contract.terms.gainAndLoss.mode = CorridorMode::Excess;
        const OutcomePayment excess = payOutcomes(contract.terms, contract.year);
        for (qsizetype i = 0; i < first.areas.size(); ++i) {
            const AreaPayment& one = first.areas[i];
            const AreaPayment& two = excess.areas[i];
            QVERIFY(two.gain <= one.gain && two.loss <= one.loss);
            QCOMPARE(two.shared.isZero(), one.shared.isZero());
            QCOMPARE(one.shared - two.shared, one.shared.isZero() ? Money() : one.corridor);
            less += two.gain + two.loss < one.gain + one.loss ? 1 : 0;
        }
    }
    QVERIFY(less > rounds / 5);
}

// Whole numbers and exact fractions give the same pence, whatever the places, counts and pots.
void TestOutcomePaymentProperties::earnsWhatTheExactWayEarns()
{
    Seeded seeded(128);
    QList<int> part(3);
    for (int round = 0; round < 10 * rounds; ++round) {
        const OutcomeIndicator indicator = randomIndicator(seeded);
        const EarnedPence pence(indicator);
        const int fifth = static_cast<int>(seeded.between(0, 4));
        // Small, often on a half; or up to what a count or a pot may be.
        const bool huge = seeded.between(0, 2) == 0;
        const qint64 most = huge ? std::max<qint64>(seeded.magnitude(46), 1) : 40;
        OutcomeResult result = randomResult(indicator, fifth, most, seeded);
        if (huge && seeded.between(0, 3) == 0)
            result.eligible *= 1'000;
        const Money pot = Money::fromPence(huge ? seeded.magnitude(60) : seeded.between(0, 50));
        const Money exact = scaled(pot, attainmentOf(indicator, fifth, result).share, nearest);
        QCOMPARE(pence.of(pot, indicator, fifth, result), exact);
        ++part[exact.isZero() ? 0 : exact == pot ? 2 : 1];
    }
    QVERIFY(*std::min_element(part.begin(), part.end()) > rounds);
}

QTEST_APPLESS_MAIN(TestOutcomePaymentProperties)
#include "test_outcomepayment_properties.moc"
