// tests/data/plans/two-tier.json: a fictional county with four districts, three ICBs and two pools with different hosts, made
// whole under 2025-26. Each case changes one thing; expected values by hand.
#include "core/evaluate/evaluation.h"
#include "core/exchange/builtinrulebooks.h"
#include "core/exchange/pinrulebooks.h"
#include "core/exchange/planjson.h"
#include "core/exchange/readshelf.h"
#include "core/plan/edit.h"
#include "tests/support/realdata.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestManyBoards : public QObject
{
    Q_OBJECT

    PlanTree m_tree;
    Shelf m_shelf;
    const Key m_year{Id(u"2025-26"_s), {}};

    Evaluation with(const QString& type, const QString& id, const QString& field, const Key& key,
                    const Value& value) const
    {
        StepBuilder builder(m_tree.base);
        builder.set(type, Id(id), field, key, value);
        return evaluate(builder.plan(), m_shelf);
    }
    // "BCF-03:vale −2,000,000.00" for each block or warning that fails.
    static QStringList failed(const Evaluation& evaluation)
    {
        QStringList list;
        for (const Finding& finding : evaluation.findings) {
            if (finding.status != FindingStatus::Fail)
                continue;
            const Money* margin = std::get_if<Money>(&finding.margin);
            list.append(findingId(finding) + (margin ? u' ' + formatAmount(*margin) : QString()));
        }
        return list;
    }
    static Value pounds(const char* amount) { return Value(*parseMoney(QString::fromLatin1(amount))); }

private slots:
    void initTestCase();
    void everyCheckPasses();
    void overspendOfOneIcbIsNotHidden();
    void oneIcbPoolsTooLittle();
    void anotherRouteDoesNotCount();
    void whatIsBroughtForwardDoesNotCount();
    void district_data();
    void district();
    void districtsAddUpToTheGrant();
    void eachIcbPaysForItsOwn();
    void eachPoolByItsOwnTerms();
    void underspendOfTheOtherPool();
    void ownRiskIsNotGivenAway();
    void hostAndManagerPerPool();
};

void TestManyBoards::initTestCase()
{
    Result<PlanTree> tree = planFromJson(testData(u"plans/two-tier.json"_s));
    QVERIFY2(tree.ok(), tree ? "" : qPrintable(tree.error().text));
    m_tree = std::move(*tree);
    const Outcome pinned = pinRulebooks(m_tree, builtInRulebooks());
    QVERIFY2(pinned.ok(), pinned ? "" : qPrintable(pinned.error().text));
    Result<Shelf> shelf = readShelf(m_tree);
    QVERIFY2(shelf.ok(), shelf ? "" : qPrintable(shelf.error().text));
    m_shelf = std::move(*shelf);
    m_shelf.today = QDate(2025, 7, 1);
}

void TestManyBoards::everyCheckPasses()
{
    const Evaluation evaluation = evaluate(m_tree.base, m_shelf);
    QStringList met;
    for (const Finding& finding : evaluation.findings) {
        if (finding.status == FindingStatus::Pass)
            met.append(findingId(finding));
        else if (finding.status != FindingStatus::NotApplicable)
            QCOMPARE(findingId(finding), u"S75-07"_s); // nobody found the national date of 2025-26
    }
    for (const char* id :
         {"BCF-01", "BCF-02", "BCF-03:dales", "BCF-03:vale",  "BCF-03:coast", "BCF-04",      "BCF-05",
          "BCF-07", "BCF-09", "BCF-10:north", "BCF-10:south", "BCF-10:east",  "BCF-10:west", "BCF-11",
          "BCF-13", "BCF-21", "BCF-22",       "S75-01",       "S75-02",       "S75-03",      "S75-04",
          "S75-05", "S75-06", "S75-08",       "S75-09"})
        QVERIFY2(met.contains(QLatin1StringView(id)), id);
    QCOMPARE(met.size(), 25);
}

// The NHS minimum as a whole is in balance; one ICB's is not.
void TestManyBoards::overspendOfOneIcbIsNotHidden()
{
    StepBuilder builder(m_tree.base);
    builder.set(Line::type.id, Id(u"l4"_s), u"amount", m_year, pounds("7000001"));
    builder.set(Line::type.id, Id(u"l5"_s), u"amount", m_year, pounds("9999999"));
    QCOMPARE(failed(evaluate(builder.plan(), m_shelf)), (QStringList{u"BCF-01 −1.00"_s, u"BCF-02 −1.00"_s}));
}

void TestManyBoards::oneIcbPoolsTooLittle()
{
    const QStringList found = failed(with(u"minimum"_s, u"m-coast"_s, u"amount"_s, {}, pounds("6000000.01")));
    QCOMPARE(found, QStringList{u"BCF-03:coast −0.01"_s});
}

void TestManyBoards::anotherRouteDoesNotCount()
{
    const QStringList found = failed(with(u"contribution"_s, u"c-vale2"_s, u"route"_s, {}, Value(u"s256"_s)));
    QVERIFY2(found.contains(u"BCF-03:vale −2,000,000.00"_s), qPrintable(found.join(u' ')));
    QVERIFY(!found.join(u' ').contains(u"BCF-03:dales"_s) && !found.join(u' ').contains(u"BCF-03:coast"_s));
    QVERIFY2(found.join(u' ').contains(u"S75-03"_s), qPrintable(found.join(u' ')));
}

void TestManyBoards::whatIsBroughtForwardDoesNotCount()
{
    const auto coast = [this](const char* broughtForward) {
        return failed(
            with(u"contribution"_s, u"c-coast"_s, u"broughtForward"_s, m_year, pounds(broughtForward)));
    };
    QCOMPARE(coast("0.01"), QStringList{u"BCF-03:coast −0.01"_s});
    QCOMPARE(coast("99999999"), QStringList{u"BCF-03:coast −6,000,000.00"_s}); // never more than all of it
    QCOMPARE(coast("-5"), QStringList());
}

void TestManyBoards::district_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("field");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("failed");
    QTest::newRow("a penny short") << u"d-east"_s << u"passedDown"_s << pounds("899999.99")
                                   << u"BCF-10:east −0.01"_s;
    QTest::newRow("a penny too much")
        << u"d-east"_s << u"passedDown"_s << pounds("900000.01") << u"BCF-10:east −0.01"_s;
    QTest::newRow("kept without agreement")
        << u"d-west"_s << u"agreement"_s << Value() << u"BCF-10:west −150,000.00"_s;
    QTest::newRow("less than nothing kept")
        << u"d-north"_s << u"retained"_s << pounds("-100000") << u"BCF-10:north −100,000.00"_s;
    QTest::newRow("a day late") << u"d-south"_s << u"passedOn"_s << Value(QDate(2025, 7, 1))
                                << u"BCF-10:south"_s;
}

void TestManyBoards::district()
{
    QFETCH(QString, id);
    QFETCH(QString, field);
    QFETCH(Value, value);
    QFETCH(QString, failed);
    const QStringList found = TestManyBoards::failed(with(u"districtGrant"_s, id, field, {}, value));
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.first().startsWith(failed), qPrintable(found.join(u' ')));
}

void TestManyBoards::districtsAddUpToTheGrant()
{
    const Evaluation evaluation =
        with(u"districtGrant"_s, u"d-north"_s, u"allocated"_s, {}, pounds("1399999.99"));
    QVERIFY(failed(evaluation).contains(u"BCF-11 −0.01"_s));
}

// £205,000.00 over on nursing of £20,500,000.00: each ICB its own line's part, 70, 100 and 35 thousand.
void TestManyBoards::eachIcbPaysForItsOwn()
{
    const Evaluation evaluation = with(u"scheme"_s, u"s02"_s, u"testOutturn"_s, m_year, pounds("20705000"));
    const FundSettlement& main = evaluation.risks.first();
    QVERIFY(main.result);
    QCOMPARE(main.risk.partners.size(), 4);
    QCOMPARE(main.result->partners, (QList<Money>{Money(), Money::fromPounds(70'000),
                                                  Money::fromPounds(100'000), Money::fromPounds(35'000)}));
    QVERIFY(main.result->unresolved.isZero());
}

// The second pool shares by its own contributions, 2 to 1; the first one is left alone.
void TestManyBoards::eachPoolByItsOwnTerms()
{
    const Evaluation evaluation = with(u"scheme"_s, u"s03"_s, u"testOutturn"_s, m_year, pounds("3090000"));
    QCOMPARE(evaluation.risks.size(), 2);
    QVERIFY(evaluation.risks.first().result->variance.isZero());
    const FundSettlement& second = evaluation.risks.last();
    QCOMPARE(second.risk.partners, (QList<Id>{Id(u"county"_s), Id(u"vale"_s)}));
    QCOMPARE(second.result->partners, (QList<Money>{Money::fromPounds(30'000), Money::fromPounds(60'000)}));
}

// Rotherham's "underspends in either pool": £205,000 over in one, £90,000 under in the other, of which the other keeps
// nothing. £115,000 is left for the ICBs: 70, 100 and 35 parts of 205.
void TestManyBoards::underspendOfTheOtherPool()
{
    StepBuilder builder(m_tree.base);
    builder.set(RiskTerm::type.id, Id(u"t1"_s), u"kind", Value(QString(riskKind::otherFunds)));
    builder.set(Scheme::type.id, Id(u"s02"_s), u"testOutturn", m_year, pounds("20705000"));
    builder.set(Scheme::type.id, Id(u"s03"_s), u"testOutturn", m_year, pounds("2910000"));
    const Evaluation evaluation = evaluate(builder.plan(), m_shelf);
    const RiskResult& main = *evaluation.risks.first().result;
    QCOMPARE(main.steps.size(), 2);
    QCOMPARE(main.steps.first().amount, Money::fromPounds(90'000));
    QCOMPARE(main.steps.first().fund, Money::fromPounds(90'000));
    QCOMPARE(main.partners, (QList<Money>{Money(), Money::fromPence(3'926'829), Money::fromPence(5'609'756),
                                          Money::fromPence(1'963'415)}));
    const RiskResult& other = *evaluation.risks.last().result;
    QCOMPARE(other.variance, Money::fromPounds(-90'000));
    QCOMPARE(other.steps.size(), 1);
    QCOMPARE(other.steps.first().role, RiskStep::Role::GivenToOtherFund);
    QCOMPARE(other.partners, (QList<Money>{Money(), Money()}));

    // What the first pool does not need stays where it is.
    builder.set(Scheme::type.id, Id(u"s02"_s), u"testOutturn", m_year, pounds("20550000"));
    const Evaluation less = evaluate(builder.plan(), m_shelf);
    QCOMPARE(less.risks.first().result->steps.first().amount, Money::fromPounds(50'000));
    QCOMPARE(less.risks.first().result->partners, QList<Money>(4));
    QCOMPARE(less.risks.last().result->steps.size(), 2);
    QCOMPARE(less.risks.last().result->steps.last().amount, Money::fromPounds(-40'000));
}

// What a line at own risk leaves is its bearer's: the other pool cannot draw on it.
void TestManyBoards::ownRiskIsNotGivenAway()
{
    StepBuilder builder(m_tree.base);
    builder.set(RiskTerm::type.id, Id(u"t1"_s), u"kind", Value(QString(riskKind::otherFunds)));
    builder.set(Line::type.id, Id(u"l7"_s), u"risk",
                Value(u"own"_s)); // £2,000,000 of the scheme's £3,000,000
    builder.set(Scheme::type.id, Id(u"s02"_s), u"testOutturn", m_year, pounds("20705000"));
    builder.set(Scheme::type.id, Id(u"s03"_s), u"testOutturn", m_year, pounds("2910000"));
    const Evaluation evaluation = evaluate(builder.plan(), m_shelf);
    QCOMPARE(evaluation.risks.first().result->steps.first().amount, Money::fromPounds(30'000));
    const RiskResult& other = *evaluation.risks.last().result;
    QCOMPARE(other.partners, (QList<Money>{Money(), Money::fromPounds(-60'000)}));
    QCOMPARE(other.fund, Money::fromPounds(-30'000));
}

void TestManyBoards::hostAndManagerPerPool()
{
    const Evaluation evaluation = with(u"fund"_s, u"second"_s, u"poolManager"_s, {}, Value());
    const auto found = std::find_if(evaluation.findings.begin(), evaluation.findings.end(),
                                    [](const Finding& finding) { return finding.rule == u"S75-02"; });
    QCOMPARE(found->status, FindingStatus::Fail);
}

QTEST_GUILESS_MAIN(TestManyBoards)
#include "test_manyboards.moc"
