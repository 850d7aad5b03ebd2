#include "tests/support/riskterms.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// Expected amounts are worked by hand; those with pence by exact fractions and largest remainder outside the program.

namespace {

QList<qint64> weights(qint64 first, qint64 second)
{
    return {first, second};
}

RiskScheme ownRiskScheme(Money variance, const QList<qint64>& commissioned)
{
    RiskScheme scheme = schemeAt(variance, {over(RungKind::OwnRisk), under(RungKind::OwnRisk)});
    scheme.commissioned = commissioned;
    return scheme;
}

} // namespace

class TestRiskShare : public QObject
{
    Q_OBJECT

private slots:
    void settles_data();
    void settles();
    void leavesUnderspends_data();
    void leavesUnderspends();
    void paysForPerformance();
    void holdsTheSample();
};

void TestRiskShare::settles_data()
{
    QTest::addColumn<RiskTerms>("terms");
    QTest::addColumn<QString>("steps");
    using enum RungKind;
    const auto row = [](const char* name, const RiskTerms& terms, const QString& steps) {
        QTest::newRow(name) << terms << steps;
    };

    // Cases T1 to T10 of the note's section 4.9. T6 is `paysForPerformance`.
    row("T1 waterfall",
        riskTerms({pounds(70), pounds(30)}, {schemeAt(pounds(900'000)), schemeAt(pounds(-150'000))},
                  {over(Underspends), holding(over(Reserve), pounds(500'000)),
                   holding(over(Amount), pounds(60'000)), over(Proportional)}),
        u"0 fund 150000.00; 1 fund 500000.00; 2 fund 60000.00; 3 133000.00 57000.00"_s);
    row("T1 a scheme of one commissioner",
        riskTerms({pounds(70), pounds(30)}, {ownRiskScheme(pounds(900'000), weights(0, 5))},
                  {over(Underspends), over(Proportional)}),
        u"scheme 0 rung 0 0.00 900000.00"_s);
    row("T1 capped at the maximum contribution",
        withCaps(riskTerms({pounds(70), pounds(30)}, {schemeAt(pounds(190'000))}, {over(Proportional)}),
                 {pounds(120'000), pounds(60'000)}),
        u"0 120000.00 57000.00; nobody 13000.00"_s);
    row("T1 underspends stay",
        riskTerms({pounds(70), pounds(30)}, {schemeAt(pounds(-8))}, {under(Keep), under(Proportional)}),
        u"0 fund -8.00"_s);
    row("T2 own risk", riskTerms({pounds(1), pounds(1)}, {ownRiskScheme(pounds(250'000), weights(7, 0))}, {}),
        u"scheme 0 rung 0 250000.00 0.00"_s);
    row("T3 fixed and variable lines",
        riskTerms({pounds(60), pounds(40)},
                  {schemeAt(pounds(100'000), {paidBy(0, over(FixedLine))}), schemeAt(pounds(100'000))},
                  {over(Proportional)}),
        u"scheme 0 rung 0 100000.00 0.00; 0 60000.00 40000.00"_s);
    row("T4 proportional",
        riskTerms({pounds(93'700'000), pounds(28'300'000)}, {schemeAt(pounds(1'000'000))},
                  {over(Proportional)}),
        u"0 768032.79 231967.21"_s);
    // The note leaves the signed percentages open: 10% and 90%, as implied.
    row("T5 fixed percentages",
        riskTerms({pounds(1), pounds(1)}, {schemeAt(pounds(12'000'000))},
                  {percent(over(FixedPercent), {10, 90})}),
        u"0 1200000.00 10800000.00"_s);
    row("T7 fault, and the lead commissioner's own",
        riskTerms({pounds(1), pounds(1)}, {faulty(pounds(100'000), pounds(80'000))},
                  {paidBy(0, over(Fault)), paidBy(1, over(FixedLine))}),
        u"0 80000.00 0.00; 1 0.00 20000.00"_s);
    const auto essex = [](qint64 saving, SavingRemainder remainder) {
        return riskTerms({pounds(50'000'000), pounds(50'000'000)}, {schemeAt(pounds(-saving))},
                         {savingPriority(0, Ratio(10, 100), remainder)});
    };
    row("T8 saving within the first reduction", essex(4'000'000, SavingRemainder::OriginalContributions),
        u"0 0.00 -4000000.00"_s);
    // The agreement does not say by what the rest is shared; both ways.
    row("T8 rest by original contributions", essex(8'000'000, SavingRemainder::OriginalContributions),
        u"0 -1500000.00 -6500000.00"_s);
    // 5 first, then 3 by 50 to 45.
    row("T8 rest by reduced contributions", essex(8'000'000, SavingRemainder::ReducedContributions),
        u"0 -1578947.37 -6421052.63"_s);
    row("T9 Lewisham",
        riskTerms({pounds(21'091'826), pounds(32'348'460)}, {schemeAt(pounds(400'000))},
                  {over(Proportional)}),
        u"0 157872.10 242127.90"_s);
    // The note gives shares only: an overspend of £100,000, by contribution.
    row("T10 Bracknell Forest",
        riskTerms({pounds(10'132'342), pounds(8'004'000)}, {schemeAt(pounds(100'000))}, {over(Proportional)}),
        u"0 55867.62 44132.38"_s);

    // Every mechanism alone: £100 over, or under.
    const auto alone = [](const RiskRung& rung) {
        return sixtyForty(pounds(rung.side == RiskSide::Over ? 100 : -100), {rung});
    };
    row("nothing", sixtyForty({}, {over(Proportional)}), u""_s);
    row("no rung", sixtyForty(pounds(100), {}), u"nobody 100.00"_s);
    row("no underspend", alone(over(Underspends)), u"nobody 100.00"_s);
    row("other funds", alone(holding(over(OtherFunds), pounds(40))), u"0 fund 40.00; nobody 60.00"_s);
    row("reserve", alone(holding(over(Reserve), pounds(500))), u"0 fund 100.00"_s);
    row("reserve, limited", alone(holding(over(Reserve, pounds(30)), pounds(500))),
        u"0 fund 30.00; nobody 70.00"_s);
    row("amount", alone(holding(over(Amount), pounds(60))), u"0 fund 60.00; nobody 40.00"_s);
    row("no fault", alone(paidBy(0, over(Fault))), u"nobody 100.00"_s);
    row("first loss", alone(paidBy(1, over(FirstLoss, pounds(25)))), u"0 0.00 25.00; nobody 75.00"_s);
    row("nothing over a cap", alone(overCapOf({}, 0)), u"nobody 100.00"_s);
    row("own risk", alone(over(OwnRisk)), u"0 75.00 25.00"_s);
    row("fixed line", alone(paidBy(1, over(FixedLine))), u"0 0.00 100.00"_s);
    row("proportional", alone(over(Proportional)), u"0 60.00 40.00"_s);
    row("proportional, limited", alone(over(Proportional, pounds(10))), u"0 6.00 4.00; nobody 90.00"_s);
    row("fixed percentages", alone(percent(over(FixedPercent), {5, 95})), u"0 5.00 95.00"_s);
    row("limit of nothing", alone(over(Proportional, Money())), u"nobody 100.00"_s);
    row("under: no rung", sixtyForty(pounds(-100), {over(Proportional)}), u"kept fund -100.00"_s);
    row("under: keep, limited", alone(under(Keep, pounds(30))), u"0 fund -30.00; kept fund -70.00"_s);
    row("under: own risk", alone(under(OwnRisk)), u"0 -75.00 -25.00"_s);
    row("under: fixed line", alone(paidBy(0, under(FixedLine))), u"0 -100.00 0.00"_s);
    row("under: proportional", alone(under(Proportional)), u"0 -60.00 -40.00"_s);
    row("under: fixed percentages", alone(percent(under(FixedPercent), {5, 95})), u"0 -5.00 -95.00"_s);
    row("under: no caps", withCaps(alone(under(Proportional)), {Money(), Money()}), u"0 -60.00 -40.00"_s);
    row("under: saving, limited", alone([] {
            RiskRung rung = savingPriority(0, Ratio(1, 2), SavingRemainder::OriginalContributions);
            rung.limit = pounds(30);
            return rung;
        }()),
        u"0 -6.00 -24.00; kept fund -70.00"_s); // 20 first; 10 by 60 to 40

    // Pennies: the largest remainder, ties to the lower rank.
    row("tie to the first rank",
        riskTerms({pounds(1), pounds(1)}, {schemeAt(pounds(0, 1))}, {over(Proportional)}), u"0 0.01 0.00"_s);
    row("tie to the host",
        withRanks(riskTerms({pounds(1), pounds(1)}, {schemeAt(pounds(0, 1))}, {over(Proportional)}), {1, 0}),
        u"0 0.00 0.01"_s);
    row("tie of an underspend",
        withRanks(riskTerms({pounds(1), pounds(1)}, {schemeAt(pounds(0, -1))}, {under(Proportional)}),
                  {1, 0}),
        u"0 0.00 -0.01"_s);
    RiskRung thirds = over(FixedPercent);
    thirds.shares = {Ratio(1, 3), Ratio(1, 3), Ratio(1, 3)};
    row("thirds", withRanks(riskTerms({{}, {}, {}}, {schemeAt(pounds(100))}, {thirds}), {2, 0, 1}),
        u"0 33.33 33.34 33.33"_s);
    thirds.shares = {Ratio(1, 6), Ratio(1, 6), Ratio(2, 3)}; // of 1.00: 16 2/3, 16 2/3, 66 2/3
    row("sixths", riskTerms({{}, {}, {}}, {schemeAt(pounds(1))}, {thirds}), u"0 0.17 0.17 0.66"_s);

    // Netting and the order.
    row("underspends are never netted",
        riskTerms({pounds(1)}, {schemeAt(pounds(10)), schemeAt(pounds(-10))}, {}), u"nobody 10.00"_s);
    row("underspends, limited",
        riskTerms({pounds(1)}, {schemeAt(pounds(10)), schemeAt(pounds(-10))}, {over(Underspends, pounds(4))}),
        u"0 fund 4.00; nobody 6.00"_s);
    row("a second rung of underspends finds what the first left",
        riskTerms({pounds(1)}, {schemeAt(pounds(10), {over(Underspends, pounds(4))}), schemeAt(pounds(-5))},
                  {over(Underspends)}),
        u"scheme 0 rung 0 fund 4.00; 0 fund 1.00; nobody 5.00"_s);
    row("the order of rungs",
        sixtyForty(pounds(100), {over(Proportional, pounds(90)), holding(over(Reserve), pounds(50))}),
        u"0 54.00 36.00; 1 fund 10.00"_s);
    RiskTerms ranked = riskTerms({pounds(1)},
                                 {schemeAt(pounds(3), {over(Underspends)}),
                                  schemeAt(pounds(4), {over(Underspends)}), schemeAt(pounds(-5))},
                                 {});
    row("schemes by rank", ranked, u"scheme 0 rung 0 fund 3.00; scheme 1 rung 0 fund 2.00; nobody 2.00"_s);
    ranked.schemes[0].tieRank = 7;
    row("schemes by rank, the other way", ranked,
        u"scheme 1 rung 0 fund 4.00; scheme 0 rung 0 fund 1.00; nobody 2.00"_s);

    // Lines at own risk.
    RiskTerms own = sixtyForty(pounds(10), {over(Underspends), over(Proportional)});
    own.schemes.append(schemeAt({}));
    own.schemes[1].tieRank = 1;
    own.schemes[0].ownVariance = {pounds(5), pounds(-3)};
    own.schemes[1].ownVariance = {pounds(2), pounds(4)};
    row("own risk lines pay first, and never lend", own, u"own 7.00 4.00; 1 6.00 4.00"_s);
    own.schemes[0].variance = pounds(-10);
    own.schemes[0].ownVariance = {pounds(-5), pounds(-3)};
    own.schemes[1].ownVariance = {};
    row("own risk lines under", own, u"own -5.00 -3.00; kept fund -10.00"_s);
    own.schemes[1].ownVariance = {Money(), pounds(1)};
    row("own risk lines alone over", own, u"own 0.00 1.00"_s);

    // Fault.
    row("fault is not capped, and leaves room below the cap",
        withCaps(riskTerms({pounds(60), pounds(40)}, {faulty(pounds(100), pounds(50))},
                           {paidBy(0, over(Fault)), over(Proportional)}),
                 {pounds(30), {}}),
        u"0 50.00 0.00; 1 30.00 20.00"_s);
    row("fault is used once",
        riskTerms({pounds(1)},
                  {faulty(pounds(100), pounds(30), {paidBy(0, over(Fault, pounds(20)))}),
                   faulty(pounds(10), pounds(5))},
                  {paidBy(0, over(Fault)), paidBy(0, over(Fault))}),
        u"scheme 0 rung 0 20.00; 0 15.00; nobody 75.00"_s);
    row("fault of what a scheme's own rungs left",
        riskTerms(
            {pounds(1)},
            {faulty(pounds(100), pounds(80), {holding(over(Amount), pounds(90))}), schemeAt(pounds(50))},
            {paidBy(0, over(Fault))}),
        u"scheme 0 rung 0 fund 90.00; 0 10.00; nobody 50.00"_s);

    // Caps.
    const auto capped = [](const QList<RiskRung>& rungs, const QList<std::optional<Money>>& caps) {
        return withCaps(sixtyForty(pounds(100), rungs), caps);
    };
    row("over one cap", capped({over(Proportional), overCapOf(0, 1)}, {pounds(50), {}}),
        u"0 50.00 40.00; 1 0.00 10.00"_s);
    row("over one cap, up to another",
        capped({over(Proportional), overCapOf(0, 1), paidBy(0, over(FixedLine))}, {pounds(50), pounds(45)}),
        u"0 50.00 40.00; 1 0.00 5.00; 2 5.00 0.00"_s);
    row("over a cap, limited", capped({over(Proportional), overCapOf(0, 1, pounds(3))}, {pounds(50), {}}),
        u"0 50.00 40.00; 1 0.00 3.00; nobody 7.00"_s);
    row("over a cap that is not reached", capped({over(Proportional), overCapOf(1, 0)}, {pounds(50), {}}),
        u"0 50.00 40.00; nobody 10.00"_s);
    row("fixed percentages within caps",
        capped({percent(over(FixedPercent), {50, 50}), overCapOf({}, 1)}, {pounds(20), {}}),
        u"0 20.00 50.00; 1 0.00 30.00"_s);
    row("first loss within the cap", capped({paidBy(0, over(FirstLoss)), overCapOf(0, 1)}, {pounds(30), {}}),
        u"0 30.00 0.00; 1 0.00 70.00"_s);
    row("first loss uses up the cap",
        capped({paidBy(0, over(FirstLoss, pounds(20))), over(Proportional)}, {pounds(50), {}}),
        u"0 20.00 0.00; 1 30.00 32.00; nobody 18.00"_s);
    row("own risk and fixed lines are not capped",
        capped({over(OwnRisk, pounds(40)), paidBy(1, over(FixedLine, pounds(20))), over(Proportional)},
               {pounds(24), pounds(16)}),
        u"0 30.00 10.00; 1 0.00 20.00; 2 24.00 16.00"_s);
    // The second rung shares the £10 left by 60 to 40, and only partner 1 has room.
    row("a later sharing rung shares what is left",
        capped({over(Proportional), over(Proportional)}, {pounds(50), {}}),
        u"0 50.00 40.00; 1 0.00 4.00; nobody 6.00"_s);
    row("a later sharing rung forgets what caps kept back before",
        capped({over(Proportional), over(Proportional, pounds(5)), overCapOf(0, 1)}, {pounds(50), {}}),
        u"0 50.00 40.00; 1 0.00 2.00; 2 0.00 3.00; nobody 5.00"_s);
    RiskTerms three = riskTerms(
        {pounds(50), pounds(40), pounds(10)}, {schemeAt(pounds(100))},
        {over(Proportional), overCapOf(0, 2, pounds(4)), overCapOf(0, 2), overCapOf(0, 2), overCapOf({}, 2)});
    row("what was paid over a cap is not paid twice", withCaps(three, {pounds(40), pounds(35), {}}),
        u"0 40.00 35.00 10.00; 1 0.00 0.00 4.00; 2 0.00 0.00 6.00; 4 0.00 0.00 5.00"_s);
    // 15 over caps, 10 of them of partner 0: of 3, 2 are of partner 0 and leave it 8.
    three.rungs = {over(Proportional), overCapOf({}, 2, pounds(3)), overCapOf(0, 2)};
    row("over any cap takes of each", withCaps(three, {pounds(40), pounds(35), {}}),
        u"0 40.00 35.00 10.00; 1 0.00 0.00 3.00; 2 0.00 0.00 8.00; nobody 4.00"_s);
    RiskTerms twice =
        riskTerms({pounds(60), pounds(40)},
                  {schemeAt(pounds(100), {over(Proportional)}), schemeAt(pounds(100))}, {over(Proportional)});
    twice.schemes[0].contributed = weights(1, 3);
    row("caps hold over schemes and fund together", withCaps(twice, {pounds(50), {}}),
        u"scheme 0 rung 0 25.00 75.00; 0 25.00 40.00; nobody 35.00"_s);
    twice.rungs = {overCapOf({}, 1)};
    row("a scheme's caps are not the fund's to pay over", withCaps(twice, {Money(), {}}),
        u"scheme 0 rung 0 0.00 75.00; nobody 125.00"_s);

    // A scheme's own rungs, and the fund's for what they leave.
    row("scheme overrides",
        riskTerms({pounds(60), pounds(40)},
                  {schemeAt(pounds(100), {paidBy(1, over(FirstLoss, pounds(30)))}), schemeAt(pounds(20))},
                  {over(Proportional)}),
        u"scheme 0 rung 0 0.00 30.00; 0 54.00 36.00"_s);
    row("a scheme's own percentages",
        riskTerms({pounds(60), pounds(40)},
                  {schemeAt(pounds(100), {percent(over(FixedPercent, pounds(50)), {0, 100})})},
                  {over(Proportional)}),
        u"scheme 0 rung 0 0.00 50.00; 0 30.00 20.00"_s);
    row("under: scheme overrides",
        riskTerms({pounds(60), pounds(40)},
                  {schemeAt(pounds(-100), {under(Keep, pounds(30))}), schemeAt(pounds(-20))},
                  {under(Proportional)}),
        u"scheme 0 rung 0 fund -30.00; 0 -54.00 -36.00"_s);
    // Left: 60 of a scheme split 3 to 1, and 30 of one split 0 to 1: 45 to 45.
    RiskTerms mixed = riskTerms(
        {pounds(60), pounds(40)},
        {schemeAt(pounds(100), {holding(over(Amount), pounds(40))}), schemeAt(pounds(30))}, {over(OwnRisk)});
    mixed.schemes[0].commissioned = weights(3, 1);
    mixed.schemes[1].commissioned = weights(0, 9);
    row("own risk of the whole fund, by what each scheme has left", mixed,
        u"scheme 0 rung 0 fund 40.00; 0 45.00 45.00"_s);
    mixed.rungs = {over(Reserve), over(OwnRisk, pounds(9))};
    mixed.rungs[0].available = pounds(10);
    row("own risk of part of it", mixed,
        u"scheme 0 rung 0 fund 40.00; 0 fund 10.00; 1 4.50 4.50; nobody 71.00"_s);
    // A third of a penny each time would be lost were the scheme's split made of a split.
    RiskTerms part =
        riskTerms({pounds(1), pounds(1)}, {schemeAt(pounds(0, 2), {over(OwnRisk, pounds(0, 1))})}, {});
    part.schemes[0].commissioned = weights(1, 2);
    row("own risk of part of a scheme", part, u"scheme 0 rung 0 0.00 0.01; nobody 0.01"_s);

    // A scheme's own rungs come first: of £12 its £8 go back, so that no more than £4 can be given.
    RiskTerms giving = riskTerms({pounds(60), pounds(40)},
                                 {schemeAt(pounds(-8), {paidBy(1, under(FixedLine))}), schemeAt(pounds(-4))},
                                 {under(Proportional)});
    giving.given = pounds(9);
    row("under: given after the schemes' own rungs", giving,
        u"scheme 0 rung 0 0.00 -8.00; given fund -4.00"_s);
    RiskTerms penny = giving;
    penny.given = pounds(0, 1);
    penny.schemes[1].variance = pounds(-8);
    penny.schemes[0].tieRank = 1;
    penny.schemes[1].tieRank = 0;
    row("under: a penny is given", penny, u"scheme 0 rung 0 0.00 -8.00; given fund -0.01; 0 -4.79 -3.20"_s);
    giving.given = pounds(20);
    row("under: no more is given than there is", giving, u"scheme 0 rung 0 0.00 -8.00; given fund -4.00"_s);
    giving.schemes[0].variance = pounds(1);
    row("nothing is given to an overspend", giving, u"nobody 1.00"_s);

    const auto tenth = [](const QList<Money>& contributions, Money saving) {
        return riskTerms(contributions, {schemeAt(-saving)},
                         {savingPriority(0, Ratio(1, 10), SavingRemainder::OriginalContributions)});
    };
    // Room of 0.105: 0.10, towards zero. The other 0.10 by 1.00 to 1.05: 0.0488, 0.0512.
    row("first reduction to the penny", tenth({pounds(1), pounds(1, 5)}, pounds(0, 20)), u"0 -0.05 -0.15"_s);
    // 5.00 by 100.00 to 0.19: 4.9905, 0.0095.
    row("first reduction by contribution", tenth({pounds(5), pounds(100), pounds(0, 19)}, pounds(5)),
        u"0 0.00 -4.99 -0.01"_s);
    // 10.01 likewise: 9.9910, 0.0190; but the small one has room for a penny only.
    row("nobody beyond its first reduction", tenth({pounds(5), pounds(100), pounds(0, 19)}, pounds(10, 1)),
        u"0 0.00 -10.00 -0.01"_s);
    row("contributions fall to nothing",
        riskTerms({Money(), pounds(10)}, {schemeAt(pounds(-12))},
                  {savingPriority(0, Ratio(1), SavingRemainder::ReducedContributions)}),
        u"0 0.00 -10.00; kept fund -2.00"_s);
}

void TestRiskShare::settles()
{
    QFETCH(RiskTerms, terms);
    QFETCH(QString, steps);
    QCOMPARE(problemsOf(terms), QList<RiskProblem>());
    QCOMPARE(told(settle(terms).steps), steps);
}

void TestRiskShare::leavesUnderspends_data()
{
    QTest::addColumn<RiskTerms>("terms");
    QTest::addColumn<qint64>("left");
    QTest::addColumn<QString>("steps");
    using enum RungKind;

    const RiskTerms all = calderbourne(pounds(100'000), pounds(-600'000));
    QTest::newRow("by the rungs for underspends")
        << all << qint64(-500'000) << u"5 fund -250000.00; 6 -138836.51 -5117.30 -106046.19"_s;
    QTest::newRow("all needed") << calderbourne(pounds(900'000), pounds(-150'000)) << qint64(0) << u""_s;
    QTest::newRow("kept by default") << riskTerms({pounds(1)}, {schemeAt(pounds(1)), schemeAt(pounds(-3))},
                                                  {})
                                     << qint64(-3) << u"kept fund -3.00"_s;
    RiskTerms own = riskTerms({pounds(1)}, {schemeAt(pounds(1)), schemeAt(pounds(-3), {under(Keep)})},
                              {over(Underspends), paidBy(0, under(FixedLine))});
    own.schemes[0].ownVariance = {pounds(-4)};
    QTest::newRow("own risk lines too, and a scheme's own rungs before an overspend elsewhere")
        << own << qint64(-7) << u"own -4.00; scheme 1 rung 0 fund -3.00"_s;
    own.schemes[1].rungs.clear();
    QTest::newRow("what an overspend does not need") << own << qint64(-6) << u"own -4.00; 1 -2.00"_s;
    own.given = pounds(5);
    QTest::newRow("given to another fund first") << own << qint64(-6) << u"own -4.00; given fund -2.00"_s;
}

void TestRiskShare::leavesUnderspends()
{
    QFETCH(RiskTerms, terms);
    QFETCH(qint64, left);
    QFETCH(QString, steps);
    const RiskResult result = settle(terms);
    QCOMPARE(result.leftUnder, pounds(left));
    QCOMPARE(told(result.leftSteps), steps);
}

// T6: £2.8m for cutting admissions by 4.2%.
void TestRiskShare::paysForPerformance()
{
    const Ratio goal(42, 1000);
    const auto paidAt = [&](std::optional<Ratio> achieved) {
        RiskTerms terms =
            sixtyForty(pounds(100), {paidBy(1, performanceFund(pounds(2'800'000), goal, achieved)),
                                     over(RungKind::Proportional)});
        const RiskResult result = settle(terms);
        [&] { QCOMPARE(told(result.steps), u"1 60.00 40.00"_s); }();
        return result.performance;
    };
    const auto payment = [](std::optional<Money> paid, std::optional<Money> retained) {
        return QList<PerformancePayment>{{-1, 0, 1, paid, retained}};
    };
    QCOMPARE(paidAt(Ratio(21, 1000)), payment(pounds(1'400'000), pounds(1'400'000)));
    QCOMPARE(paidAt(Ratio(30, 1000)), payment(pounds(2'000'000), pounds(800'000)));
    QCOMPARE(paidAt(goal), payment(pounds(2'800'000), Money()));
    QCOMPARE(paidAt(Ratio(60, 1000)), payment(pounds(2'800'000), Money()));
    QCOMPARE(paidAt(Ratio(0)), payment(Money(), pounds(2'800'000)));
    QCOMPARE(paidAt(Ratio(-5, 1000)), payment(Money(), pounds(2'800'000)));
    QCOMPARE(paidAt({}), payment({}, {}));

    RiskTerms scheme = sixtyForty({}, {});
    scheme.schemes[0].rungs = {performanceFund(pounds(0, 1), Ratio(2), Ratio(1))};
    const QList<PerformancePayment> half{{0, 0, -1, pounds(0, 1), Money()}};
    QCOMPARE(settle(scheme).performance, half);
}

void TestRiskShare::holdsTheSample()
{
    const RiskTerms terms = calderbourne(pounds(900'000), pounds(-150'000));
    QCOMPARE(problemsOf(terms), QList<RiskProblem>());
    const RiskResult result = settle(terms);
    QCOMPARE(told(result.steps),
             u"0 fund 150000.00; 1 fund 500000.00; 2 fund 60000.00; 3 105515.74 3889.15 80595.11"_s);
    QCOMPARE(result.variance, pounds(900'000));
    QCOMPARE(result.fund, pounds(710'000));
    QCOMPARE(result.unresolved, Money());
    const QList<Money> partners{pounds(105'515, 74), pounds(3'889, 15), pounds(80'595, 11)};
    QCOMPARE(result.partners, partners);

    QCOMPARE(told(settle(atVariance(terms, pounds(5'882'561, 44))).steps),
             u"0 fund 150000.00; 1 fund 500000.00; 2 fund 60000.00; 3 2872561.43 50000.00 2194121.86; "
             "4 0.00 0.00 55878.14; nobody 0.01"_s);
}

QTEST_APPLESS_MAIN(TestRiskShare)
#include "test_riskshare.moc"
