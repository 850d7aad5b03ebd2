#include "tests/support/riskterms.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;
using Kind = RiskProblem::Kind;

namespace {

QList<qint64> weights(qint64 first, qint64 second)
{
    return {first, second};
}

RiskProblem problem(Kind kind, int scheme = -1, int rung = -1, int partner = -1)
{
    return {kind, scheme, rung, partner};
}

} // namespace

class TestRiskProblems : public QObject
{
    Q_OBJECT

private slots:
    void namesProblems_data();
    void namesProblems();
    void acceptsWhatNeverVaries();
};

void TestRiskProblems::namesProblems_data()
{
    QTest::addColumn<RiskTerms>("terms");
    QTest::addColumn<QList<RiskProblem>>("problems");
    using enum RungKind;
    const auto row = [](const char* name, const RiskTerms& terms, const QList<RiskProblem>& problems) {
        QTest::newRow(name) << terms << problems;
    };
    const auto ofRung = [&](const char* name, const RiskRung& rung, Kind kind, int partner = -1) {
        row(name, sixtyForty({}, {over(Proportional), rung}), {problem(kind, -1, 1, partner)});
        RiskTerms inScheme = sixtyForty({}, {});
        inScheme.schemes[0].contributed = weights(1, 1);
        inScheme.schemes[0].rungs = {rung};
        row(QByteArray(name).append(", in a scheme").constData(), inScheme, {problem(kind, 0, 0, partner)});
    };

    row("no partners", riskTerms({}, {}, {paidBy(0, over(Reserve, pounds(-1)))}),
        {problem(Kind::NoPartners)});
    row("no contributions", riskTerms({{}, {}}, {}, {over(OtherFunds), under(Proportional)}),
        {problem(Kind::NoContributions, -1, 1)});
    row("a negative contribution", riskTerms({pounds(-1), pounds(5)}, {}, {over(Proportional)}),
        {problem(Kind::NoContributions, -1, 0)});
    row("no contributions to reduce",
        riskTerms({{}, {}}, {}, {savingPriority(0, Ratio(1, 10), SavingRemainder::OriginalContributions)}),
        {problem(Kind::NoContributions, -1, 0)});
    RiskTerms scheme = sixtyForty({}, {over(Proportional)});
    scheme.schemes[0].rungs = {over(Proportional)};
    row("no contributions to a scheme", scheme, {problem(Kind::NoContributions, 0, 0)});

    ofRung("shares below a whole", percent(over(FixedPercent), {10, 89}), Kind::SharesNotWhole);
    ofRung("shares above a whole", percent(under(FixedPercent), {10, 91}), Kind::SharesNotWhole);
    ofRung("shares of too few", percent(over(FixedPercent), {100}), Kind::SharesNotWhole);
    ofRung("a negative share", percent(over(FixedPercent), {110, -10}), Kind::NegativeShare, 1);
    row("a negative cap", withCaps(sixtyForty({}, {}), {{}, pounds(0, -1)}),
        {problem(Kind::NegativeCap, -1, -1, 1)});
    ofRung("a negative limit", over(Underspends, pounds(0, -1)), Kind::NegativeLimit);
    ofRung("a negative reserve", holding(over(Reserve), pounds(0, -1)), Kind::NegativeAmount);
    ofRung("a negative amount", holding(over(Amount), pounds(0, -1)), Kind::NegativeAmount);
    ofRung("negative other funds", holding(over(OtherFunds), pounds(0, -1)), Kind::NegativeAmount);
    ofRung("a negative performance fund", performanceFund(pounds(0, -1), Ratio(1), {}), Kind::NegativeAmount);
    ofRung("a goal of nothing", performanceFund(pounds(1), Ratio(0), {}), Kind::GoalNotPositive);
    ofRung("a goal below nothing", performanceFund(pounds(1), Ratio(-1), {}), Kind::GoalNotPositive);
    ofRung("nobody pays a fixed line", over(FixedLine), Kind::PayerMissing);
    ofRung("nobody pays for a fault", over(Fault), Kind::PayerMissing);
    ofRung("nobody bears the first loss", over(FirstLoss), Kind::PayerMissing);
    ofRung("nobody pays over a cap", over(OverCap), Kind::PayerMissing);
    ofRung("an unknown partner pays", paidBy(2, over(FirstLoss)), Kind::PayerMissing);
    ofRung("the cap of an unknown partner", overCapOf(2, 0), Kind::PayerMissing);
    RiskRung saving = savingPriority(0, Ratio(1, 10), SavingRemainder::OriginalContributions);
    saving.payer.reset();
    ofRung("nobody is protected", saving, Kind::PayerMissing);
    ofRung("over its own cap", overCapOf(1, 1), Kind::OverCapOfItself);
    ofRung("the rest of a saving", savingPriority(0, Ratio(1, 10), SavingRemainder::NotSaid),
           Kind::RemainderNotSaid);
    ofRung("a reduction below nothing", savingPriority(0, Ratio(-1), SavingRemainder::OriginalContributions),
           Kind::ReductionNotAPart);
    ofRung("a reduction above the whole",
           savingPriority(0, Ratio(11, 10), SavingRemainder::ReducedContributions), Kind::ReductionNotAPart);
    for (const RungKind kind : {Underspends, OtherFunds, Reserve, Amount})
        ofRung(QByteArray("for overspends ").append(QByteArray::number(int(kind))).constData(), under(kind),
               Kind::WrongSide);
    for (const RungKind kind : {Fault, FirstLoss, OverCap})
        ofRung(QByteArray("for overspends ").append(QByteArray::number(int(kind))).constData(),
               paidBy(0, under(kind)), Kind::WrongSide);
    ofRung("for underspends", over(Keep), Kind::WrongSide);
    saving.payer = 1;
    saving.side = RiskSide::Over;
    ofRung("a saving of an overspend", saving, Kind::WrongSide);

    RiskTerms giving = sixtyForty({}, {});
    giving.given = pounds(0, -1);
    row("a negative gift", giving, {problem(Kind::NegativeAmount)});

    const QList<Money> four{pounds(1), pounds(1), pounds(1), pounds(1)};
    row("two caps in a loop", riskTerms(four, {}, {overCapOf(0, 1), overCapOf(1, 0)}),
        {problem(Kind::CapsInLoop, -1, 1)});
    row("four caps in a loop",
        riskTerms(four, {},
                  {overCapOf(0, 1), overCapOf(2, 3), overCapOf(1, 2), overCapOf({}, 3), overCapOf(3, 0)}),
        {problem(Kind::CapsInLoop, -1, 4)});
    row("caps in a row",
        riskTerms(four, {}, {overCapOf(0, 1), overCapOf(1, 2), overCapOf(0, 2), overCapOf(0, 1)}), {});
    row("caps in a loop, in a scheme",
        riskTerms(four, {schemeAt({}, {overCapOf(0, 1), overCapOf(1, 0)})}, {overCapOf(1, 0)}),
        {problem(Kind::CapsInLoop, 0, 1)});

    RiskTerms own =
        riskTerms({pounds(1), pounds(1)}, {schemeAt({}), schemeAt({})}, {over(Underspends), under(OwnRisk)});
    own.schemes[0].commissioned = weights(0, 1);
    own.schemes[1].planned = pounds(1);
    row("own risk of the fund", own, {problem(Kind::OwnShareUnknown, 1)});
    own.schemes[1].commissioned = weights(2, -1);
    row("own risk of a negative line", own, {problem(Kind::OwnShareUnknown, 1)});
    own.schemes.clear();
    row("own risk of no scheme", own, {problem(Kind::OwnShareUnknown, -1, 1)});
    row("own risk of a scheme", riskTerms({pounds(1)}, {schemeAt(pounds(1), {over(OwnRisk)})}, {}),
        {problem(Kind::OwnShareUnknown, 0, 0)});

    row("fault above the overspend", riskTerms({pounds(1)}, {faulty(pounds(5), pounds(5, 1))}, {}),
        {problem(Kind::FaultAboveOverspend, 0)});
    row("fault of an underspend", riskTerms({pounds(1)}, {schemeAt({}), faulty(pounds(-5), pounds(1))}, {}),
        {problem(Kind::FaultAboveOverspend, 1)});
    row("a negative fault", riskTerms({pounds(1)}, {faulty(pounds(5), pounds(-1))}, {}),
        {problem(Kind::FaultAboveOverspend, 0)});
    row("more than one",
        withCaps(
            riskTerms({pounds(1), {}}, {faulty({}, pounds(1))}, {over(FixedLine, pounds(-1)), over(Keep)}),
            {pounds(-1)}),
        {problem(Kind::NegativeCap, -1, -1, 0), problem(Kind::NegativeLimit, -1, 0),
         problem(Kind::PayerMissing, -1, 0), problem(Kind::WrongSide, -1, 1),
         problem(Kind::FaultAboveOverspend, 0)});
}

void TestRiskProblems::namesProblems()
{
    QFETCH(RiskTerms, terms);
    QFETCH(QList<RiskProblem>, problems);
    QCOMPARE(problemsOf(terms), problems);
}

// A scheme that plans nothing and is on plan asks nobody for shares.
void TestRiskProblems::acceptsWhatNeverVaries()
{
    RiskTerms terms = sixtyForty(pounds(1), {over(RungKind::OwnRisk)});
    terms.schemes.append(schemeAt({}, {over(RungKind::OwnRisk), over(RungKind::Proportional)}));
    QCOMPARE(problemsOf(terms), QList<RiskProblem>());
    QCOMPARE(told(settle(atVariance(terms, pounds(8))).steps), u"0 6.00 2.00"_s);
    terms.schemes[1].variance = pounds(1);
    const QList<RiskProblem> unknown{problem(Kind::OwnShareUnknown, 1), problem(Kind::OwnShareUnknown, 1, 0),
                                     problem(Kind::NoContributions, 1, 1)};
    QCOMPARE(problemsOf(terms), unknown);
}

QTEST_APPLESS_MAIN(TestRiskProblems)
#include "test_riskproblems.moc"
