#include "tests/support/riskterms.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestRiskOutturn : public QObject
{
    Q_OBJECT

private slots:
    void findsKinksOfTheSample();
    void findsKinksBelowZero();
    void findsKinksWhereARungOnlyTakesForAWhile();
    void findsKinksOfTheFirstPounds();
    void findsAKinkOfATinyShare();
    void testsOtherOutturns();
};

// Found outside the program, with exact integers, by trying every penny from £30 below each.
void TestRiskOutturn::findsKinksOfTheSample()
{
    using enum RiskKink::Kind;
    const QList<RiskKink> kinks =
        kinksBetween(calderbourne(pounds(900'000), pounds(-150'000)), pounds(-1'000'000), pounds(7'000'000));
    const QList<RiskKink> expected{
        {RungStarts, pounds(-250'000, -1), 6, -1},  {RungStarts, pounds(0, -1), 5, -1},
        {RungStarts, pounds(0, 1), 0, -1},          {RungStarts, pounds(150'000, 1), 1, -1},
        {RungStarts, pounds(650'000, 1), 2, -1},    {RungStarts, pounds(710'000, 1), 3, -1},
        {CapReached, pounds(3'152'695, 17), -1, 1}, {RungStarts, pounds(3'152'695, 69), 4, -1},
        {CapReached, pounds(5'882'561, 42), -1, 2}, {NotAgreedStarts, pounds(5'882'561, 44), -1, -1},
        {CapReached, pounds(6'112'037, 40), -1, 0},
    };
    QCOMPARE(kinks, expected);
    QCOMPARE(kinksBetween(calderbourne(pounds(900'000), pounds(-150'000)), pounds(100'000), pounds(650'001)),
             expected.mid(3, 2));
}

void TestRiskOutturn::findsKinksBelowZero()
{
    using enum RiskKink::Kind;
    const RiskTerms terms = sixtyForty(
        {}, {under(RungKind::Keep, pounds(5)), under(RungKind::OwnRisk, pounds(2)), over(RungKind::OwnRisk)});
    const QList<RiskKink> expected{{RungStarts, pounds(-5, -1), 1, -1}, {RungStarts, pounds(0, -1), 0, -1}};
    QCOMPARE(kinksBetween(terms, pounds(-10), Money()), expected);
    QCOMPARE(kinksBetween(terms, pounds(-5), Money()), expected.mid(1));
    QCOMPARE(kinksBetween(terms, pounds(-10), pounds(-1)), expected.mid(0, 1));
}

void TestRiskOutturn::findsKinksWhereARungOnlyTakesForAWhile()
{
    using enum RiskKink::Kind;
    // Half each: partner 0 reaches £21 at £42; partner 1 pays over it until it reaches £39 itself, at £60, and
    // from £78 its own half leaves no room for that. The odd penny is partner 0's.
    const RiskTerms terms = withCaps(riskTerms({pounds(1), pounds(1)}, {schemeAt(pounds(1))},
                                               {over(RungKind::Proportional), overCapOf(0, 1)}),
                                     {pounds(21), pounds(39)});
    const QList<RiskKink> expected{{RungStarts, pounds(0, 1), 0, -1},
                                   {CapReached, pounds(41, 99), -1, 0},
                                   {RungStarts, pounds(42, 1), 1, -1},
                                   {CapReached, pounds(60), -1, 1},
                                   {NotAgreedStarts, pounds(60, 1), -1, -1}};
    QCOMPARE(kinksBetween(terms, Money(), pounds(100'000)), expected);
    QCOMPARE(told(settle(atVariance(terms, pounds(80))).steps), u"0 21.00 39.00; nobody 20.00"_s);
}

// Half of the overspend is of a scheme that takes the £1 of underspends before the fund does: of £2 it needs it all.
void TestRiskOutturn::findsKinksOfTheFirstPounds()
{
    using enum RiskKink::Kind;
    const RiskTerms terms = riskTerms(
        {pounds(1)},
        {schemeAt(pounds(1), {over(RungKind::Underspends)}), schemeAt(pounds(1)), schemeAt(pounds(-1))},
        {over(RungKind::Underspends)});
    const QList<RiskKink> expected{{RungStarts, pounds(0, 2), 0, -1},
                                   {NotAgreedStarts, pounds(1, 1), -1, -1}};
    QCOMPARE(kinksBetween(terms, Money(), pounds(1'000'000)), expected);
    QCOMPARE(told(settle(atVariance(terms, pounds(2))).steps), u"scheme 0 rung 0 fund 1.00; nobody 1.00"_s);
}

// A partner of one pound in two million: a penny of it is £20,000 of overspend.
void TestRiskOutturn::findsAKinkOfATinyShare()
{
    RiskTerms terms =
        riskTerms({pounds(1), pounds(1'999'999)}, {schemeAt(pounds(1))}, {over(RungKind::Proportional)});
    terms.partners[0].cap = pounds(0, 50);
    const QList<RiskKink> kinks = kinksBetween(terms, Money(), pounds(5'000'000));
    QCOMPARE(kinks.size(), 3);
    QVERIFY(kinks[1].kind == RiskKink::Kind::CapReached);
    QVERIFY(kinks[1].at > pounds(980'000) && kinks[1].at < pounds(1'000'000));
    const auto paidAt = [&](Money variance) { return settle(atVariance(terms, variance)).partners[0]; };
    QCOMPARE(paidAt(kinks[1].at), pounds(0, 50));
    QCOMPARE(paidAt(kinks[1].at - pounds(0, 1)), pounds(0, 49));
}

void TestRiskOutturn::testsOtherOutturns()
{
    RiskTerms terms = riskTerms(
        {pounds(1)}, {schemeAt(pounds(3)), schemeAt(pounds(-5)), schemeAt(pounds(1)), schemeAt({})}, {});
    terms.schemes[0].fault = pounds(2);
    for (RiskScheme& scheme : terms.schemes)
        scheme.planned = pounds(10);
    const auto variances = [&](qint64 pence) {
        QList<qint64> parts;
        const RiskTerms tested = atVariance(terms, Money::fromPence(pence));
        for (const RiskScheme& scheme : tested.schemes) {
            parts.append(scheme.variance.pence());
            [&] {
                QVERIFY(scheme.ownVariance.isEmpty());
                QCOMPARE(scheme.fault, Money());
            }();
        }
        return parts;
    };
    const QList<qint64> moreOver{7'50, -5'00, 2'50, 0};
    const QList<qint64> nothing{0, 0, 0, 0};
    const QList<qint64> allUnder{0, -8'00, 0, 0};
    QCOMPARE(variances(10'00), moreOver);
    QCOMPARE(variances(0), nothing);
    QCOMPARE(variances(-8'00), allUnder);

    // Nothing over, nothing under: by plan, pennies by rank.
    for (RiskScheme& scheme : terms.schemes)
        scheme.variance = Money();
    terms.schemes[3].planned = pounds(-70);
    terms.schemes[0].tieRank = 9;
    const QList<qint64> byPlan{333, 334, 333, 0};
    const QList<qint64> byPlanUnder{-333, -334, -333, 0};
    QCOMPARE(variances(10'00), byPlan);
    terms.schemes[1].variance = pounds(-1);
    QCOMPARE(variances(10'00), byPlan);
    terms.schemes[1].variance = Money();
    QCOMPARE(variances(-10'00), byPlanUnder);

    // Nothing planned either: evenly; no scheme at all: one that holds it.
    for (RiskScheme& scheme : terms.schemes)
        scheme.planned = Money();
    const QList<qint64> evenly{2, 2, 2, 2};
    QCOMPARE(variances(8), evenly);
    terms.schemes.clear();
    QCOMPARE(variances(8), QList<qint64>{8});
}

QTEST_APPLESS_MAIN(TestRiskOutturn)
#include "test_riskoutturn.moc"
