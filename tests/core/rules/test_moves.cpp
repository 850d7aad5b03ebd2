// What a move of money and a route of a contribution may not do, on the fixture of bcf-s75.md section 6.1.
#include "core/rules/moves.h"
#include "core/rules/routes.h"
#include "core/words/refusalwords.h"
#include "tests/support/agreementfixture.h"

using namespace rulefixture;

using Edit = void (*)(StepBuilder& plan);
Q_DECLARE_METATYPE(Edit)

namespace {

const Id year(u"2024-25"_s);

void scheme(StepBuilder& plan, QStringView id, QStringView field, const char* to)
{
    plan.set(u"scheme", Id(id.toString()), field, Value(pounds(to)));
}

void line(StepBuilder& plan, const QString& id, const QString& in, const QString& source,
          const QString& spendKind)
{
    plan.add(u"line", Id(id))
        .set(u"line", Id(id), u"name", Value(u"New line"_s))
        .set(u"line", Id(id), u"scheme", Value(Id(in)))
        .set(u"line", Id(id), u"source", Value(source))
        .set(u"line", Id(id), u"spendKind", spendKind.isEmpty() ? Value() : Value(spendKind));
}

void secondBoard(StepBuilder& plan)
{
    plan.add(u"partner", Id(u"icb2"_s))
        .set(u"partner", Id(u"icb2"_s), u"kind", Value(u"icb"_s))
        .add(u"contribution", Id(u"pay2"_s))
        .set(u"contribution", Id(u"pay2"_s), u"fund", Value(Id(u"pool"_s)))
        .set(u"contribution", Id(u"pay2"_s), u"partner", Value(Id(u"icb2"_s)))
        .set(u"contribution", Id(u"pay2"_s), u"source", Value(u"NHS_MIN"_s));
}

} // namespace

class TestMoves : public QObject
{
    Q_OBJECT

private slots:
    void move_data();
    void move();
    void changesAllAtOnce();
    void withoutARulebookThereIsNoRingFence();
    void aRuleThatDoesNotApplyFencesNothing();
    void whoseMoney();
    void route_data();
    void route();
};

void TestMoves::move_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected"); // the sentence; empty: it may
    const auto row = [](const char* name, const char* from, const char* to, const char* amount,
                        const QString& expected, Edit edit) {
        QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to)
                            << QString::fromLatin1(amount) << edit << expected;
    };
    const Edit none = [](StepBuilder&) {};

    row("may", "line4", "line1", "100.00", {}, none);
    row("all of it", "line4", "line1", "4900000.00", {}, none);
    row("a penny more than all", "line4", "line1", "4900000.01",
        u"“Acute therapy” does not hold that much."_s, none);
    row("gone", "line99", "line1", "1.00", u"The line is not in this plan."_s, none);
    row("locked giver", "line4", "line1", "1.00", u"“Acute therapy” is locked."_s,
        [](StepBuilder& plan) { plan.set(u"line", Id(u"line4"_s), u"locked", Value::flag(true)); });
    row("locked taker's scheme", "line4", "line2", "1.00", u"“Community nursing” is locked."_s,
        [](StepBuilder& plan) { plan.set(u"scheme", Id(u"nursing"_s), u"locked", Value::flag(true)); });
    row("another source", "line4", "line6", "1.00", u"“Home care” is paid from another source of funding."_s,
        none);
    row("another payer", "line4", "line1", "1.00", u"“Reablement” is another partner’s money."_s,
        [](StepBuilder& plan) {
            secondBoard(plan);
            plan.set(u"line", Id(u"line1"_s), u"payer", Value(Id(u"icb2"_s)));
        });
    row("the same payer, one by name", "line4", "line1", "1.00", {},
        [](StepBuilder& plan) { plan.set(u"line", Id(u"line1"_s), u"payer", Value(Id(u"icb"_s))); });
    row("out of the pool", "line4", "new", "1.00", u"Money does not move between pooled and aligned funds."_s,
        [](StepBuilder& plan) {
            plan.add(u"fund", Id(u"aside"_s)).set(u"fund", Id(u"aside"_s), u"kind", Value(u"aligned"_s));
            plan.add(u"scheme", Id(u"seen"_s)).set(u"scheme", Id(u"seen"_s), u"fund", Value(Id(u"aside"_s)));
            line(plan, u"new"_s, u"seen"_s, u"NHS_MIN"_s, u"revenue"_s);
        });

    row("down to the floor", "line4", "line1", "100000.00", {},
        [](StepBuilder& plan) { scheme(plan, u"therapy", u"floor", "4800000.00"); });
    row("a penny below it", "line4", "line1", "100000.01",
        u"“Acute therapy” would fall below its floor of £4,800,000.00."_s,
        [](StepBuilder& plan) { scheme(plan, u"therapy", u"floor", "4800000.00"); });
    row("with VAT it holds more", "line4", "line1", "100000.01", {}, [](StepBuilder& plan) {
        scheme(plan, u"therapy", u"floor", "4800000.00");
        plan.set(u"line", Id(u"line4"_s), u"irrecoverableVat", key24, Value(pounds("0.01")));
    });
    row("up to the ceiling", "line4", "line1", "100000.00", {},
        [](StepBuilder& plan) { scheme(plan, u"reablement", u"ceiling", "8200000.00"); });
    row("a penny above it", "line4", "line1", "100000.01",
        u"“Reablement” would pass its ceiling of £8,200,000.00."_s,
        [](StepBuilder& plan) { scheme(plan, u"reablement", u"ceiling", "8200000.00"); });
    row("towards a floor it is below", "line4", "line1", "1.00", {},
        [](StepBuilder& plan) { scheme(plan, u"reablement", u"floor", "9000000.00"); });
    row("within one scheme", "line4", "new", "4000000.00", {}, [](StepBuilder& plan) {
        line(plan, u"new"_s, u"therapy"_s, u"NHS_MIN"_s, u"revenue"_s);
        scheme(plan, u"therapy", u"floor", "4900000.00");
        scheme(plan, u"therapy", u"ceiling", "4900000.00");
    });

    row("DFG on capital", "line5", "new", "1.00", {},
        [](StepBuilder& plan) { line(plan, u"new"_s, u"adaptations"_s, u"DFG"_s, u"capital"_s); });
    row("DFG on revenue", "line5", "new", "1.00",
        u"“New line” cannot hold this money: DFG on housing and adaptations (BCF-09)."_s,
        [](StepBuilder& plan) { line(plan, u"new"_s, u"adaptations"_s, u"DFG"_s, u"revenue"_s); });
    row("DFG on another type", "line5", "new", "1.00",
        u"“New line” cannot hold this money: DFG on housing and adaptations (BCF-09)."_s,
        [](StepBuilder& plan) { line(plan, u"new"_s, u"nursing"_s, u"DFG"_s, u"capital"_s); });
    row("DFG back from where it should not be", "new", "line5", "1.00", {}, [](StepBuilder& plan) {
        line(plan, u"new"_s, u"nursing"_s, u"DFG"_s, u"revenue"_s);
        plan.set(u"line", Id(u"new"_s), u"amount", key24, Value(pounds("1.00")));
    });
    row("DFG on a kind not said", "line5", "new", "1.00", {},
        [](StepBuilder& plan) { line(plan, u"new"_s, u"adaptations"_s, u"DFG"_s, {}); });
    row("discharge money on discharge", "give", "new", "1.00", {}, [](StepBuilder& plan) {
        line(plan, u"give"_s, u"homecare"_s, u"LA_DISCHARGE"_s, u"revenue"_s);
        plan.set(u"line", Id(u"give"_s), u"amount", key24, Value(pounds("1.00")));
        line(plan, u"new"_s, u"discharge"_s, u"LA_DISCHARGE"_s, u"revenue"_s);
    });
    row("discharge money on another type", "give", "new", "1.00",
        u"“New line” cannot hold this money: Discharge money on discharge schemes (BCF-08)."_s,
        [](StepBuilder& plan) {
            line(plan, u"give"_s, u"discharge"_s, u"LA_DISCHARGE"_s, u"revenue"_s);
            plan.set(u"line", Id(u"give"_s), u"amount", key24, Value(pounds("1.00")));
            line(plan, u"new"_s, u"nursing"_s, u"LA_DISCHARGE"_s, u"revenue"_s);
        });
}

void TestMoves::move()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, amount);
    QFETCH(Edit, edit);
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    QCOMPARE(loaded.error, QString());
    StepBuilder builder(loaded.plan);
    edit(builder);
    const Rulebook& rules = rulesOf(loaded);
    const auto refusal =
        refusedMove(builder.plan(), &rules, year, Id(from), Id(to), moneyFromPlain(amount).value());
    QTEST(refusal ? moveSentence(*refusal, builder.plan(), &rules) : QString(), "expected");
    if (refusal && refusal->kind != MoveRefusal::Kind::NoSuchLine)
        QVERIFY(refusal->line == Id(from) || refusal->line == Id(to));
}

void TestMoves::changesAllAtOnce()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    scheme(builder, u"reablement", u"ceiling", "8100001.00");
    line(builder, u"new"_s, u"reablement"_s, u"IBCF"_s, u"revenue"_s);
    const Rulebook& rules = rulesOf(loaded);
    const LineChange apart[] = {{Id(u"line1"_s), pounds("1.00")}};
    const LineChange together[] = {{Id(u"line1"_s), pounds("1.00")}, {Id(u"new"_s), pounds("0.01")}};
    QVERIFY(!refusedChange(builder.plan(), &rules, year, apart));
    const auto refusal = refusedChange(builder.plan(), &rules, year, together);
    QVERIFY(refusal);
    QVERIFY(refusal->kind == MoveRefusal::Kind::AboveCeiling);
    QCOMPARE(refusal->limit, pounds("8100001.00"));
    // Nothing changes: nothing is refused, locked or not.
    builder.set(u"line", Id(u"line2"_s), u"locked", Value::flag(true));
    const LineChange nothing[] = {{Id(u"line2"_s), Money()}};
    QVERIFY(!refusedChange(builder.plan(), &rules, year, nothing));
}

void TestMoves::withoutARulebookThereIsNoRingFence()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    line(builder, u"new"_s, u"nursing"_s, u"DFG"_s, u"revenue"_s);
    QVERIFY(
        refusedMove(builder.plan(), &rulesOf(loaded), year, Id(u"line5"_s), Id(u"new"_s), pounds("1.00")));
    QVERIFY(!refusedMove(builder.plan(), nullptr, year, Id(u"line5"_s), Id(u"new"_s), pounds("1.00")));
}

void TestMoves::aRuleThatDoesNotApplyFencesNothing()
{
    QMap<QString, QByteArray> rulebooks = builtIn();
    QByteArray& text = rulebooks[u"2024-25"_s];
    const QByteArray function("\"function\": \"sourceKindOfSpend\",");
    QVERIFY(text.contains(function));
    text.replace(function, function + " \"applies\": false, \"whyNot\": \"Ended.\",");
    const Loaded loaded = load(fixtureJson(u"2024-25"_s), rulebooks);
    QCOMPARE(loaded.error, QString());
    StepBuilder builder(loaded.plan);
    line(builder, u"new"_s, u"nursing"_s, u"DFG"_s, u"revenue"_s);
    QVERIFY(
        !refusedMove(builder.plan(), &rulesOf(loaded), year, Id(u"line5"_s), Id(u"new"_s), pounds("1.00")));
}

void TestMoves::whoseMoney()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    const auto payer = [&] { return payerOf(builder.plan(), *builder.plan().lines.find(Id(u"line1"_s))); };
    QCOMPARE(payer(), Id(u"icb"_s));
    secondBoard(builder);
    QCOMPARE(payersOf(builder.plan(), u"NHS_MIN"_s), (QList<Id>{Id(u"icb"_s), Id(u"icb2"_s)}));
    QCOMPARE(payer(), Id());
    builder.set(u"line", Id(u"line1"_s), u"payer", Value(Id(u"icb2"_s)));
    QCOMPARE(payer(), Id(u"icb2"_s));
    QVERIFY(payersOf(builder.plan(), u"LA_ADD"_s).isEmpty());
    builder.set(u"fund", Id(u"pool"_s), u"kind", Value(u"aligned"_s));
    QVERIFY(payersOf(builder.plan(), u"NHS_MIN"_s).isEmpty());
}

void TestMoves::route_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("partner");
    QTest::addColumn<QString>("by");
    QTest::addColumn<QString>("fundKind");
    QTest::addColumn<QString>("expected"); // the sentence; empty: it fits
    const auto row = [](const char* name, const char* source, const char* partner, const char* by,
                        const char* fundKind, const QString& expected) {
        QTest::newRow(name) << QString::fromLatin1(source) << QString::fromLatin1(partner)
                            << QString::fromLatin1(by) << QString::fromLatin1(fundKind) << expected;
    };
    row("minimum", "NHS_MIN", "icb", "", "pooled", {});
    row("minimum, said so", "NHS_MIN", "icb", "s75", "pooled", {});
    row("minimum by grant", "NHS_MIN", "icb", "s256", "pooled",
        u"“NHS minimum contribution” is a mandated minimum: it must move under section 75, into the pooled fund."_s);
    row("minimum by 65Z6", "NHS_MIN", "icb", "s65Z6", "pooled",
        u"“NHS minimum contribution” is a mandated minimum: it must move under section 75, into the pooled fund."_s);
    row("minimum aligned", "DFG", "council", "", "aligned",
        u"“Disabled Facilities Grant” is a mandated minimum: it must go into a pooled fund, and “Some fund” is aligned."_s);
    row("minimum aligned by grant", "NHS_MIN", "icb", "s256", "aligned",
        u"“NHS minimum contribution” is a mandated minimum: it must go into a pooled fund, and “Some fund” is aligned."_s);
    row("additional money aligned", "NHS_ADD", "icb", "", "aligned", {});
    row("additional money by grant, aligned", "NHS_ADD", "icb", "s256", "aligned", {});
    row("additional money by grant, pooled", "NHS_ADD", "icb", "s256", "pooled",
        u"A section 256 grant goes from one body to another: it cannot stand in a pooled fund."_s);
    row("a council's grant, pooled", "LA_ADD", "council", "s76", "pooled",
        u"A section 76 grant goes from one body to another: it cannot stand in a pooled fund."_s);
    row("a council's grant, aligned", "LA_ADD", "council", "s76", "aligned", {});
    row("a council by 256", "LA_ADD", "council", "s256", "aligned",
        u"Section 256 is for NHS bodies to pay councils: Fixture Council cannot pay by it."_s);
    row("a district by 65Z6", "LA_ADD", "district", "s65Z6", "pooled", {}); // nothing known bars it
    row("a board by 65Z6", "NHS_ADD", "icb", "s65Z6", "pooled", {});
    row("a board by 76", "NHS_ADD", "icb", "s76", "aligned",
        u"Section 76 is for councils to pay NHS bodies: Fixture ICB cannot pay by it."_s);
    row("someone else by 256", "NHS_ADD", "other", "s256", "aligned", {});
}

void TestMoves::route()
{
    QFETCH(QString, source);
    QFETCH(QString, partner);
    QFETCH(QString, by);
    QFETCH(QString, fundKind);
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    for (const QString& kind : {u"district"_s, u"other"_s})
        builder.add(u"partner", Id(kind))
            .set(u"partner", Id(kind), u"kind", Value(kind))
            .set(u"partner", Id(kind), u"name", Value(u"A "_s + kind));
    const Id fund(u"some"_s);
    const Id pays(u"pays"_s);
    builder.add(u"fund", fund)
        .set(u"fund", fund, u"name", Value(u"Some fund"_s))
        .set(u"fund", fund, u"kind", Value(fundKind))
        .add(u"contribution", pays)
        .set(u"contribution", pays, u"fund", Value(fund))
        .set(u"contribution", pays, u"partner", Value(Id(partner)))
        .set(u"contribution", pays, u"source", Value(source))
        .set(u"contribution", pays, u"route", by.isEmpty() ? Value() : Value(by));
    const Rulebook& rules = rulesOf(loaded);
    const Contribution& contribution = *builder.plan().contributions.find(pays);
    const auto problem = routeProblem(builder.plan(), &rules, contribution);
    QTEST(problem ? routeSentence(*problem, builder.plan(), &rules, contribution) : QString(), "expected");
    if (problem)
        QVERIFY(Contribution::type.field(problem->field));
    if (source == "NHS_MIN"_L1 && by.isEmpty())
        QVERIFY(!routeProblem(builder.plan(), nullptr, contribution));
}

QTEST_GUILESS_MAIN(TestMoves)
#include "test_moves.moc"
