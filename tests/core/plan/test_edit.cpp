// Properties of Steps over random plans: undo, difference, JSON, and the builder that makes Steps.
#include "core/plan/edit.h"
#include "core/plan/names.h"
#include "core/words/stepwords.h"
#include "tests/support/exampleplan.h"
#include "tests/support/randomplan.h"

#include <QJsonDocument>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestEdit : public QObject
{
    Q_OBJECT

private slots:
    void randomPlansAreAllowed();
    void undoToTheStart();
    void differenceLeadsThere();
    void differenceOfOrder();
    void differenceOfEqualsIsEmpty();
    void stepsSurviveJson();
    void builderMergesNothingAway();
    void words();
    void removals_data();
    void removals();
    void namesInContracts();
};

// The generator itself: every cell it sets is one that apply accepts.
void TestEdit::randomPlansAreAllowed()
{
    Seeded seeded(1);
    qsizetype cells = 0;
    QSet<QString> made;
    for (int i = 0; i < 30; ++i) {
        const Plan plan = randomPlan(seeded);
        const Applied applied = apply(Plan(), difference(Plan(), plan));
        QVERIFY(applied.ok());
        QVERIFY(applied.plan == plan);
        for (const EntityType* type : Plan::schema().types)
            for (qsizetype row = 0; row < plan.table(type->id)->size(); ++row) {
                cells += recordOf(*type, plan.table(type->id)->at(row)).size();
                made.insert(type->id);
            }
    }
    QVERIFY(cells > 1000);
    QCOMPARE(made.size(), qsizetype(Plan::schema().types.size()));
}

void TestEdit::undoToTheStart()
{
    for (quint64 seed = 10; seed < 18; ++seed) {
        Seeded seeded(seed);
        QList<Plan> plans{randomPlan(seeded)};
        QList<Step> steps;
        for (int i = 0; i < 40; ++i) {
            const Step step = randomStep(plans.last(), seeded);
            const Applied applied = apply(plans.last(), step);
            QVERIFY2(applied.ok(),
                     applied.ok() ? "" : qPrintable(describe(applied.conflicts.first(), step, plans.last())));
            steps.append(step);
            plans.append(applied.plan);
        }
        Plan now = plans.last();
        for (qsizetype i = steps.size() - 1; i >= 0; --i) {
            const Applied undone = apply(now, inverse(steps.at(i)));
            QVERIFY(undone.ok());
            QVERIFY(undone.plan == plans.at(i));
            const Applied redone = apply(undone.plan, steps.at(i));
            QVERIFY(redone.ok());
            QVERIFY(redone.plan == now);
            now = undone.plan;
        }
    }
}

void TestEdit::differenceLeadsThere()
{
    for (quint64 seed = 30; seed < 42; ++seed) {
        Seeded seeded(seed);
        const Plan one = randomPlan(seeded);
        Plan other = seed % 3 == 0 ? randomPlan(seeded) : one; // strangers, or relatives
        for (int i = 0; i < 25; ++i)
            other = apply(other, randomStep(other, seeded)).plan;
        for (const auto& [from, to] : {std::pair(one, other), std::pair(other, one)}) {
            const Step step = difference(from, to);
            const Applied applied = apply(from, step);
            QVERIFY2(applied.ok(),
                     applied.ok() ? "" : qPrintable(describe(applied.conflicts.first(), step, from)));
            QVERIFY(applied.plan == to);
            QVERIFY(apply(to, inverse(step)).plan == from);
        }
    }
}

void TestEdit::differenceOfOrder()
{
    const auto funds = [](const QStringList& order) {
        ExamplePlan plan;
        for (const QString& id : order)
            plan.add(u"fund", id, {{u"name"_s, text(u"Fund "_s + id)}});
        return plan.plan();
    };
    QStringList order{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    const Plan start = funds(order);
    int moved = 0;
    do { // all 24 orders
        const Step step = difference(start, funds(order));
        moved += step.changes.isEmpty() ? 0 : 1;
        QVERIFY(apply(start, step).plan == funds(order));
    } while (std::next_permutation(order.begin(), order.end()));
    QCOMPARE(moved, 23);
}

void TestEdit::differenceOfEqualsIsEmpty()
{
    Seeded seeded(50);
    const Plan plan = randomPlan(seeded);
    QVERIFY(difference(plan, plan).changes.isEmpty());
    QVERIFY(difference(Plan(), Plan()).changes.isEmpty());
}

// Through text, as the journal and the plan JSON keep them.
void TestEdit::stepsSurviveJson()
{
    Seeded seeded(60);
    Plan plan = randomPlan(seeded);
    for (int i = 0; i < 100; ++i) {
        Step step = randomStep(plan, seeded);
        step.who = Id(u"p1"_s);
        const QByteArray bytes = canonicalBytes(stepToJson(step));
        const Result<Step> back = stepFromJson(QJsonDocument::fromJson(bytes).object(), Plan::schema());
        QVERIFY2(back.ok(), back ? "" : qPrintable(back.error().text));
        QCOMPARE(*back, step);
        QCOMPARE(canonicalBytes(stepToJson(*back)), bytes);
        plan = apply(plan, step).plan;
    }
}

void TestEdit::builderMergesNothingAway()
{
    const Plan plan = ExamplePlan().add(u"fund", u"f"_s, {{u"name"_s, text(u"Pool"_s)}}).plan();
    StepBuilder builder(plan);
    builder.set(u"fund", Id(u"f"_s), u"name", text(u"Pool"_s));
    QVERIFY(builder.isEmpty());
    builder.set(u"fund", Id(u"f"_s), u"name", text(u"Two"_s))
        .set(u"fund", Id(u"f"_s), u"name", text(u"Three"_s));
    const Step step = builder.step(u"Renamed"_s);
    QCOMPARE(step.what, u"Renamed"_s);
    QCOMPARE(step.changes.size(), 2);
    QCOMPARE(step.changes.at(1).from, text(u"Two"_s));
    QVERIFY(apply(plan, step).plan == builder.plan());
}

void TestEdit::words()
{
    const Plan plan =
        ExamplePlan()
            .add(u"partner", u"icb"_s, {{u"name"_s, text(u"Ashmoor ICB"_s)}})
            .add(u"year", u"2026-27"_s)
            .add(u"layer", u"l"_s, {{u"name"_s, text(u"Localities"_s)}})
            .add(u"area", u"a"_s, {{u"layer"_s, ref(u"l"_s)}, {u"name"_s, text(u"Canalside"_s)}})
            .add(u"fund", u"f"_s, {{u"name"_s, text(u"Pool"_s)}, {u"kind"_s, text(u"pooled"_s)}})
            .add(u"contribution", u"c"_s,
                 {{u"fund"_s, ref(u"f"_s)}, {u"partner"_s, ref(u"icb"_s)}, {u"source"_s, text(u"NHS_MIN"_s)}})
            .add(u"scheme", u"s"_s, {{u"name"_s, text(u"Respite"_s)}, {u"fund"_s, ref(u"f"_s)}})
            .plan();
    const auto said = [&](const StepBuilder& builder) {
        return describe(builder.step({}).changes.last(), plan);
    };
    QCOMPARE(said(StepBuilder(plan).set(u"contribution", Id(u"c"_s), u"amount", Key{Id(u"2026-27"_s), {}},
                                        pounds(1234567))),
             u"Contribution “NHS_MIN, Ashmoor ICB”: 2026-27 £ from nothing to 1,234,567.00"_s);
    QCOMPARE(
        said(StepBuilder(plan).set(u"scheme", Id(u"s"_s), u"share", Key{{}, Id(u"a"_s)}, percent(u"12.50"))),
        u"Scheme “Respite”: Canalside Share % from nothing to 12.50"_s);
    QCOMPARE(said(StepBuilder(plan).set(u"fund", Id(u"f"_s), u"kind", text(u"aligned"_s))),
             u"Fund “Pool”: Kind from Pooled under section 75 to Aligned, not pooled"_s);
    QCOMPARE(said(StepBuilder(plan).set(u"fund", Id(u"f"_s), u"host", ref(u"icb"_s))),
             u"Fund “Pool”: Host partner from nothing to Ashmoor ICB"_s);
    QCOMPARE(said(StepBuilder(plan).remove(u"scheme", Id(u"s"_s))), u"Scheme “Respite” removed"_s);
    Change add;
    add.op = Change::Op::Add;
    add.entity = u"fund"_s;
    add.id = Id(u"g"_s);
    add.record = {{u"name"_s, {}, text(u"Second"_s)}};
    QCOMPARE(describe(add, plan), u"Fund “Second” added"_s);
}

namespace {

// One contract with two indicators and two versions, each with terms for both; a line pays it.
Plan contractPlan()
{
    ExamplePlan plan;
    plan.add(u"year", u"2026-27"_s)
        .add(u"fund", u"f"_s, {{u"name"_s, text(u"Pool"_s)}})
        .add(u"scheme", u"s"_s, {{u"name"_s, text(u"Teams"_s)}, {u"fund"_s, ref(u"f"_s)}})
        .add(u"contract", u"c"_s, {{u"name"_s, text(u"Neighbourhood teams"_s)}, {u"scheme"_s, ref(u"s"_s)}})
        .add(u"contractPeople", u"p1"_s, {{u"contract"_s, ref(u"c"_s)}, {u"fifth"_s, Value::count(1)}});
    for (const QString& id : {u"pressure"_s, u"stays"_s}) {
        plan.add(u"contractIndicator", id, {{u"contract"_s, ref(u"c"_s)}, {u"name"_s, text(id)}});
        for (int fifth = 1; fifth <= 5; ++fifth)
            plan.add(u"indicatorResult", id + QString::number(fifth),
                     {{u"indicator"_s, ref(id)},
                      {u"fifth"_s, Value::count(fifth)},
                      {u"likely 2026-27"_s, Value::count(100 + fifth)}});
    }
    for (int number = 1; number <= 2; ++number) {
        const QString version = u"v%1"_s.arg(number);
        plan.add(u"contractVersion", version,
                 {{u"contract"_s, ref(u"c"_s)}, {u"number"_s, Value::count(number)}});
        for (const QString& id : {u"pressure"_s, u"stays"_s})
            plan.add(
                u"indicatorTerms", version + id,
                {{u"version"_s, ref(version)}, {u"indicator"_s, ref(id)}, {u"weight"_s, percent(u"50")}});
        plan.add(u"contractActivity", version + u"visits"_s,
                 {{u"version"_s, ref(version)}, {u"name"_s, text(u"Visits"_s)}});
    }
    plan.add(u"line", u"l"_s, {{u"scheme"_s, ref(u"s"_s)}, {u"contract"_s, ref(u"c"_s)}});
    return plan.plan();
}

} // namespace

// What goes with each, counted by hand from contractPlan.
void TestEdit::removals_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QList<int>>("left"); // people, indicators, results, versions, terms, activities
    QTest::newRow("indicator") << u"contractIndicator"_s << u"pressure"_s << QList<int>{1, 1, 5, 2, 2, 2};
    QTest::newRow("version") << u"contractVersion"_s << u"v2"_s << QList<int>{1, 2, 10, 1, 2, 1};
    QTest::newRow("contract") << u"contract"_s << u"c"_s << QList<int>{0, 0, 0, 0, 0, 0};
    QTest::newRow("terms") << u"indicatorTerms"_s << u"v1stays"_s << QList<int>{1, 2, 10, 2, 3, 2};
    QTest::newRow("scheme") << u"scheme"_s << u"s"_s << QList<int>{1, 2, 10, 2, 4, 2};
}

void TestEdit::removals()
{
    QFETCH(QString, type);
    QFETCH(QString, id);
    const Plan plan = contractPlan();
    const Step step = StepBuilder(plan).remove(type, Id(id)).step(u"Removed"_s);
    const Applied applied = apply(plan, step);
    QVERIFY2(applied.ok(), applied.ok() ? "" : qPrintable(describe(applied.conflicts.first(), step, plan)));
    const Plan& now = applied.plan;
    const QList<int> left{int(now.contractPeople.size()),   int(now.contractIndicators.size()),
                          int(now.indicatorResults.size()), int(now.contractVersions.size()),
                          int(now.indicatorTerms.size()),   int(now.contractActivities.size())};
    QTEST(left, "left");
    for (const IndicatorTerms& terms : now.indicatorTerms)
        QVERIFY(now.contractIndicators.contains(terms.indicator) &&
                now.contractVersions.contains(terms.version));
    for (const Line& line : now.lines)
        QVERIFY(line.contract.isNull() || now.contracts.contains(line.contract));
    QVERIFY(now.contracts.isEmpty() || now.contracts[0].scheme.isNull() || !now.schemes.isEmpty());
    QVERIFY(apply(now, inverse(step)).plan == plan);
}

void TestEdit::namesInContracts()
{
    Plan plan = contractPlan();
    QCOMPARE(nameOf(plan, u"contract", Id(u"c"_s)), u"Neighbourhood teams"_s);
    QCOMPARE(nameOf(plan, u"contractPeople", Id(u"p1"_s)), u"Fifth 1, most deprived"_s);
    QCOMPARE(nameOf(plan, u"contractIndicator", Id(u"stays"_s)), u"stays"_s);
    QCOMPARE(nameOf(plan, u"indicatorResult", Id(u"stays1"_s)), u"stays, Fifth 1, most deprived"_s);
    QCOMPARE(nameOf(plan, u"indicatorResult", Id(u"stays3"_s)), u"stays, Fifth 3"_s);
    QCOMPARE(nameOf(plan, u"indicatorResult", Id(u"stays5"_s)), u"stays, Fifth 5, least deprived"_s);
    QCOMPARE(nameOf(plan, u"contractVersion", Id(u"v2"_s)), u"Version 2"_s);
    QCOMPARE(nameOf(plan, u"indicatorTerms", Id(u"v2pressure"_s)), u"pressure, Version 2"_s);
    QCOMPARE(nameOf(plan, u"contractActivity", Id(u"v1visits"_s)), u"Visits, Version 1"_s);
    QCOMPARE(nameOf(plan, u"contractActivity", Id(u"stays1"_s)), u"stays1"_s); // of another type

    StepBuilder second(plan);
    second.add(u"contract", Id(u"d"_s)).set(u"contract", Id(u"d"_s), u"name", text(u"Falls"_s));
    plan = second.plan();
    QCOMPARE(nameOf(plan, u"contractVersion", Id(u"v2"_s)), u"Neighbourhood teams, Version 2"_s);
    QCOMPARE(nameOf(plan, u"contractPeople", Id(u"p1"_s)), u"Neighbourhood teams, Fifth 1, most deprived"_s);
}

QTEST_APPLESS_MAIN(TestEdit)
#include "test_edit.moc"
