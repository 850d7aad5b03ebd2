#include "tests/support/riskterms.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace placewright;
using namespace Qt::StringLiterals;

// Random terms of every mechanism, small enough for caps, limits and pennies to meet often.

namespace {

constexpr int rounds = 4000;

Money sumOf(const QList<Money>& amounts)
{
    return std::accumulate(amounts.begin(), amounts.end(), Money());
}

Money sumOf(const QList<RiskStep>& steps)
{
    return std::accumulate(steps.begin(), steps.end(), Money(),
                           [](Money sum, const RiskStep& step) { return sum + step.amount; });
}

QList<int> shuffled(int size, Seeded& seeded)
{
    QList<int> order(size);
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), seeded.engine());
    return order;
}

QList<qint64> randomWeights(int size, Seeded& seeded)
{
    QList<qint64> weights;
    for (int i = 0; i < size; ++i)
        weights.append(seeded.between(0, 3) == 0 ? 0 : seeded.between(1, 500));
    weights[seeded.between(0, size - 1)] += 1;
    return weights;
}

RiskRung randomRung(RiskSide side, int partners, Seeded& seeded)
{
    using enum RungKind;
    static const QList<RungKind> overKinds{
        Underspends, OtherFunds, Reserve,   Amount,       Fault,        FirstLoss,    OverCap,
        OverCap,     OwnRisk,    FixedLine, Proportional, Proportional, FixedPercent, PerformanceFund};
    static const QList<RungKind> underKinds{OwnRisk, FixedLine,      Proportional,   FixedPercent,
                                            Keep,    SavingPriority, PerformanceFund};
    const QList<RungKind>& kinds = side == RiskSide::Over ? overKinds : underKinds;
    RiskRung rung;
    rung.side = side;
    rung.kind = kinds[seeded.between(0, kinds.size() - 1)];
    if (seeded.between(0, 2) == 0 || rung.kind == FixedLine || rung.kind == Keep)
        rung.limit = Money::fromPence(seeded.between(0, 400));
    rung.available = Money::fromPence(seeded.between(0, 300));
    rung.payer = static_cast<int>(seeded.between(0, partners - 1));
    if (seeded.between(0, 3) != 0)
        rung.overCapOf = static_cast<int>((*rung.payer + seeded.between(1, partners - 1)) % partners);
    const QList<qint64> weights = randomWeights(partners, seeded);
    const qint64 whole = std::accumulate(weights.begin(), weights.end(), qint64(0));
    for (const qint64 weight : weights)
        rung.shares.append(Ratio(weight, whole));
    rung.firstReduction = Ratio(seeded.between(0, 10), 10);
    rung.remainder = seeded.between(0, 1) == 0 ? SavingRemainder::OriginalContributions
                                               : SavingRemainder::ReducedContributions;
    rung.performanceAmount = Money::fromPence(seeded.between(0, 100));
    rung.goal = Ratio(seeded.between(1, 9), 7);
    if (seeded.between(0, 1) == 0)
        rung.achieved = Ratio(seeded.between(-2, 9), 5);
    return rung;
}

QList<RiskRung> randomRungs(int most, int partners, Seeded& seeded)
{
    QList<RiskRung> rungs;
    for (qint64 count = seeded.between(0, most); count > 0; --count)
        rungs.append(
            randomRung(seeded.between(0, 2) == 0 ? RiskSide::Under : RiskSide::Over, partners, seeded));
    return rungs;
}

RiskTerms randomTerms(Seeded& seeded)
{
    const int partners = static_cast<int>(seeded.between(2, 4));
    const int schemes = static_cast<int>(seeded.between(1, 4));
    const QList<int> partnerRanks = shuffled(partners, seeded);
    const QList<int> schemeRanks = shuffled(schemes, seeded);
    const QList<qint64> contributions = randomWeights(partners, seeded);
    RiskTerms terms;
    for (int i = 0; i < partners; ++i) {
        RiskPartner partner{Money::fromPence(contributions[i]), {}, partnerRanks[i]};
        if (seeded.between(0, 2) != 0)
            partner.cap = Money::fromPence(seeded.between(0, 250));
        terms.partners.append(partner);
    }
    const bool allUnder = seeded.between(0, 3) == 0;
    for (int i = 0; i < schemes; ++i) {
        RiskScheme scheme;
        scheme.variance = Money::fromPence(seeded.between(-400, allUnder ? 0 : 800));
        for (int one = 0; one < partners && seeded.between(0, 1) == 0; ++one)
            scheme.ownVariance.append(Money::fromPence(seeded.between(-60, allUnder ? 0 : 60)));
        scheme.commissioned = randomWeights(partners, seeded);
        scheme.contributed = randomWeights(partners, seeded);
        scheme.planned = Money::fromPence(seeded.between(0, 5000));
        if (scheme.variance > Money() && seeded.between(0, 1) == 0)
            scheme.fault = Money::fromPence(seeded.between(0, scheme.variance.pence()));
        scheme.rungs = randomRungs(2, partners, seeded);
        scheme.tieRank = schemeRanks[i];
        terms.schemes.append(scheme);
    }
    if (seeded.between(0, 2) == 0)
        terms.given = Money::fromPence(seeded.between(0, 300));
    do {
        terms.rungs = randomRungs(6, partners, seeded);
    } while (!problemsOf(terms).isEmpty() && problemsOf(terms).first().scheme < 0);
    for (RiskScheme& scheme : terms.schemes) {
        while (!problemsOf(terms).isEmpty() &&
               problemsOf(terms).first().scheme == &scheme - terms.schemes.data())
            scheme.rungs = randomRungs(2, partners, seeded);
    }
    return terms;
}

const RiskRung& rungOf(const RiskTerms& terms, const RiskStep& step)
{
    return step.scheme < 0 ? terms.rungs[step.rung] : terms.schemes[step.scheme].rungs[step.rung];
}

bool isWithinCaps(RungKind kind)
{
    using enum RungKind;
    return kind == FirstLoss || kind == OverCap || kind == Proportional || kind == FixedPercent;
}

// Partners and schemes at other positions, with their ranks: position i of the result was order[i].
RiskTerms rearranged(const RiskTerms& terms, const QList<int>& partners, const QList<int>& schemes)
{
    const auto moved = [](const auto& list, const QList<int>& order) {
        auto result = list;
        for (qsizetype i = 0; i < list.size(); ++i)
            result[i] = list[order[i]];
        return result;
    };
    const auto movedRungs = [&](QList<RiskRung> rungs) {
        for (RiskRung& rung : rungs) {
            rung.payer = static_cast<int>(partners.indexOf(*rung.payer));
            if (rung.overCapOf)
                rung.overCapOf = static_cast<int>(partners.indexOf(*rung.overCapOf));
            rung.shares = moved(rung.shares, partners);
        }
        return rungs;
    };
    RiskTerms result;
    result.given = terms.given;
    result.partners = moved(terms.partners, partners);
    result.rungs = movedRungs(terms.rungs);
    result.schemes = moved(terms.schemes, schemes);
    for (RiskScheme& scheme : result.schemes) {
        scheme.ownVariance.resize(partners.size());
        scheme.ownVariance = moved(scheme.ownVariance, partners);
        scheme.commissioned = moved(scheme.commissioned, partners);
        scheme.contributed = moved(scheme.contributed, partners);
        scheme.rungs = movedRungs(scheme.rungs);
    }
    return result;
}

} // namespace

class TestRiskShareProperties : public QObject
{
    Q_OBJECT

private slots:
    void addsUp();
    void keepsCapsAndLimits();
    void ordersOfListsChangeNothing();
    void growsWithTheOverspend();
    void testsTheOutturnAsked();
    void kinksAreWhereSharingChanges();
};

void TestRiskShareProperties::addsUp()
{
    Seeded seeded(2026);
    int overs = 0;
    int unders = 0;
    for (int round = 0; round < rounds; ++round) {
        const RiskTerms terms = randomTerms(seeded);
        QCOMPARE(problemsOf(terms), QList<RiskProblem>());
        Money over;
        Money under;
        for (const RiskScheme& scheme : terms.schemes) {
            for (const Money one : scheme.ownVariance + QList<Money>{scheme.variance})
                (one.isNegative() ? under : over) += one;
        }
        const RiskResult result = settle(terms);
        QCOMPARE(result.variance, over.isZero() ? under : over);
        QCOMPARE(sumOf(result.steps), result.variance);
        QCOMPARE(sumOf(result.partners) + result.fund + result.unresolved, result.variance);
        QCOMPARE(sumOf(result.leftSteps), result.leftUnder);
        Money used;
        for (const RiskStep& step : result.steps) {
            QVERIFY(!step.amount.isZero());
            QCOMPARE(step.amount.isNegative(), result.variance.isNegative());
            QCOMPARE(sumOf(step.partners) + step.fund + step.unresolved, step.amount);
            if (step.role == RiskStep::Role::Rung && rungOf(terms, step).kind == RungKind::Underspends)
                used += step.amount;
        }
        QCOMPARE(result.leftUnder, over.isZero() ? Money() : under + used);
        (over.isZero() ? unders : overs) += 1;
    }
    QVERIFY(overs > rounds / 2 && unders > rounds / 10);
}

void TestRiskShareProperties::keepsCapsAndLimits()
{
    Seeded seeded(75);
    QList<int> reached(2);
    for (int round = 0; round < rounds; ++round) {
        const RiskTerms terms = randomTerms(seeded);
        const RiskResult result = settle(terms);
        QList<Money> within(terms.partners.size());
        for (const RiskStep& step : result.steps) {
            if (step.role != RiskStep::Role::Rung)
                continue;
            const RiskRung& rung = rungOf(terms, step);
            QVERIFY(!rung.limit || step.amount.abs() <= *rung.limit);
            for (qsizetype i = 0; i < within.size(); ++i) {
                QVERIFY(step.partners[i].isZero() ||
                        step.partners[i].isNegative() == step.amount.isNegative());
                if (isWithinCaps(rung.kind))
                    within[i] += step.partners[i];
            }
        }
        for (qsizetype i = 0; i < within.size(); ++i) {
            const std::optional<Money> cap = terms.partners[i].cap;
            QVERIFY(!cap || within[i] <= *cap);
            ++reached[cap && *cap > Money() && within[i] == *cap ? 1 : 0];
        }
    }
    QVERIFY(reached[1] > rounds / 10);
}

void TestRiskShareProperties::ordersOfListsChangeNothing()
{
    Seeded seeded(41);
    for (int round = 0; round < rounds; ++round) {
        const RiskTerms terms = randomTerms(seeded);
        const QList<int> partners = shuffled(static_cast<int>(terms.partners.size()), seeded);
        const QList<int> schemes = shuffled(static_cast<int>(terms.schemes.size()), seeded);
        const RiskResult before = settle(terms);
        const RiskResult after = settle(rearranged(terms, partners, schemes));
        const auto back = [&](QList<RiskStep> steps) {
            for (RiskStep& step : steps) {
                const QList<Money> parts = step.partners;
                for (qsizetype i = 0; i < parts.size(); ++i)
                    step.partners[partners[i]] = parts[i];
                step.scheme = step.scheme < 0 ? -1 : schemes[step.scheme];
            }
            return steps;
        };
        QCOMPARE(told(back(after.steps)), told(before.steps));
        QCOMPARE(told(back(after.leftSteps)), told(before.leftSteps));
    }
}

// Nobody is better off as the fund goes further over, but for pennies of rounding, one a step; the fund absorbs no less.
void TestRiskShareProperties::growsWithTheOverspend()
{
    Seeded seeded(10);
    for (int round = 0; round < rounds / 4; ++round) {
        const RiskTerms terms = randomTerms(seeded);
        const Money least = Money::fromPence(seeded.between(1, 1500));
        const RiskResult before = settle(atVariance(terms, least));
        const RiskResult after = settle(atVariance(terms, least + Money::fromPence(seeded.between(1, 50))));
        const Money slack = Money::fromPence(static_cast<qint64>(before.steps.size() + after.steps.size()));
        for (qsizetype i = 0; i < terms.partners.size(); ++i)
            QVERIFY(after.partners[i] >= before.partners[i] - slack);
        QVERIFY(after.fund >= before.fund - slack);
        QVERIFY(after.unresolved >= before.unresolved - slack);
    }
}

void TestRiskShareProperties::testsTheOutturnAsked()
{
    Seeded seeded(9);
    for (int round = 0; round < rounds; ++round) {
        const RiskTerms terms = randomTerms(seeded);
        const Money variance = Money::fromPence(seeded.between(-2000, 2000));
        const RiskTerms tested = atVariance(terms, variance);
        QCOMPARE(settle(tested).variance, variance);
        QCOMPARE(problemsOf(tested), QList<RiskProblem>());
    }
}

// Every kink against all pennies of the range, one by one.
void TestRiskShareProperties::kinksAreWhereSharingChanges()
{
    Seeded seeded(2015);
    const Money most = pounds(12);
    int found = 0;
    for (int round = 0; round < rounds / 40; ++round) {
        const RiskTerms terms = randomTerms(seeded);
        QMap<QString, Money> first;
        const auto meet = [&](RiskKink::Kind kind, Money at, int rung, int partner) {
            const QString name = u"%1 %2 %3"_s.arg(int(kind)).arg(rung).arg(partner);
            if (!first.contains(name))
                first.insert(name, at);
        };
        for (const qint64 sign : {1, -1}) {
            for (qint64 pence = sign; pence != sign * (most.pence() + 1); pence += sign) {
                const Money at = Money::fromPence(pence);
                const RiskTerms tested = atVariance(terms, at);
                QList<Money> within(terms.partners.size());
                const RiskResult result = settle(tested);
                for (const RiskStep& step : result.steps) {
                    if (step.role != RiskStep::Role::Rung)
                        continue;
                    if (step.scheme < 0)
                        meet(RiskKink::Kind::RungStarts, at, step.rung, -1);
                    for (qsizetype i = 0; i < within.size() && isWithinCaps(rungOf(terms, step).kind); ++i)
                        within[i] += step.partners[i];
                }
                for (int i = 0; i < within.size() && sign > 0; ++i) {
                    if (terms.partners[i].cap && *terms.partners[i].cap > Money() &&
                        within[i] == terms.partners[i].cap)
                        meet(RiskKink::Kind::CapReached, at, -1, i);
                }
                if (!result.unresolved.isZero())
                    meet(RiskKink::Kind::NotAgreedStarts, at, -1, -1);
            }
        }
        QMap<QString, Money> kinks;
        Money last = -most;
        for (const RiskKink& kink : kinksBetween(terms, -most, most)) {
            QVERIFY(last <= kink.at);
            last = kink.at;
            kinks.insert(u"%1 %2 %3"_s.arg(int(kink.kind)).arg(kink.rung).arg(kink.partner), kink.at);
            ++found;
        }
        QCOMPARE(kinks, first);
    }
    QVERIFY(found > rounds / 20);
}

QTEST_APPLESS_MAIN(TestRiskShareProperties)
#include "test_riskshare_properties.moc"
