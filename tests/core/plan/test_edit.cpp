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
};

// The generator itself: every cell it sets is one that apply accepts.
void TestEdit::randomPlansAreAllowed()
{
    Seeded seeded(1);
    qsizetype cells = 0;
    for (int i = 0; i < 30; ++i) {
        const Plan plan = randomPlan(seeded);
        const Applied applied = apply(Plan(), difference(Plan(), plan));
        QVERIFY(applied.ok());
        QVERIFY(applied.plan == plan);
        for (const EntityType* type : Plan::schema().types)
            for (qsizetype row = 0; row < plan.table(type->id)->size(); ++row)
                cells += recordOf(*type, plan.table(type->id)->at(row)).size();
    }
    QVERIFY(cells > 1000);
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

QTEST_APPLESS_MAIN(TestEdit)
#include "test_edit.moc"
