// Scenarios: Steps on a parent branch, and what happens to them when the parent moves on.
#include "core/plan/plantree.h"
#include "tests/support/exampleplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Id optionA(u"A"_s);
const Id optionB(u"B"_s);

Step setNumbers(const Plan& on, const QList<std::pair<QString, QString>>& values)
{
    StepBuilder builder(on);
    for (const auto& [id, name] : values)
        builder.set(u"fund", Id(id), u"note", text(name));
    return builder.step(u"Noted"_s);
}

QString note(const Plan& plan, const QString& id)
{
    return plan.value(u"fund", Id(id), u"note").text();
}

// Funds x, y, z noted "base"; option A notes x and y, option B on it notes x again, and z.
PlanTree tree()
{
    ExamplePlan plan;
    plan.add(u"place", u"place"_s,
             {{u"name"_s, text(u"Calderbourne"_s)}, {u"baseName"_s, text(u"Base: roll forward"_s)}});
    for (const QString& id : {u"x"_s, u"y"_s, u"z"_s})
        plan.add(u"fund", id, {{u"name"_s, text(id)}, {u"note"_s, text(u"base"_s)}});
    plan.add(u"scenario", u"A"_s, {{u"name"_s, text(u"Option A"_s)}});
    plan.add(u"scenario", u"B"_s, {{u"name"_s, text(u"Option B"_s)}, {u"parent"_s, ref(u"A"_s)}});
    PlanTree tree;
    tree.base = plan.plan();
    tree.steps[optionA] = {setNumbers(tree.base, {{u"x"_s, u"A"_s}, {u"y"_s, u"A"_s}})};
    const Plan a = branchPlan(tree, optionA).plan;
    tree.steps[optionB] = {setNumbers(a, {{u"x"_s, u"B"_s}}), setNumbers(a, {{u"z"_s, u"B"_s}})};
    return tree;
}

} // namespace

class TestPlanTree : public QObject
{
    Q_OBJECT

private slots:
    void scenarioOnScenario();
    void staleStepIsHeldOutWhole();
    void staleParentMakesChildrenStale();
    void parentEditsLeaveStepsAlone();
    void parentGone();
    void finds();
    void hash();
};

void TestPlanTree::scenarioOnScenario()
{
    const PlanTree plans = tree();
    QVERIFY(branchPlan(plans, Id()).plan == plans.base);
    const Branch a = branchPlan(plans, optionA);
    QVERIFY(a.stale.isEmpty());
    QCOMPARE(note(a.plan, u"x"_s) + note(a.plan, u"y"_s) + note(a.plan, u"z"_s), u"AAbase"_s);
    const Branch b = branchPlan(plans, optionB);
    QVERIFY(b.stale.isEmpty());
    QCOMPARE(note(b.plan, u"x"_s) + note(b.plan, u"y"_s) + note(b.plan, u"z"_s), u"BAB"_s);
}

void TestPlanTree::staleStepIsHeldOutWhole()
{
    PlanTree plans = tree();
    plans.base = apply(plans.base, setNumbers(plans.base, {{u"y"_s, u"new"_s}})).plan;
    const Branch a = branchPlan(plans, optionA);
    QCOMPARE(a.stale.size(), 1);
    QCOMPARE(a.stale.first().scenario, optionA);
    QCOMPARE(a.stale.first().step, 0);
    QCOMPARE(a.stale.first().conflicts.size(), 1); // y; x would still fit
    QCOMPARE(a.stale.first().conflicts.first().change, 1);
    QCOMPARE(a.stale.first().conflicts.first().present, text(u"new"_s));
    QCOMPARE(note(a.plan, u"x"_s), u"base"_s);
    QCOMPARE(note(a.plan, u"y"_s), u"new"_s);
}

// Option B's first Step was made on option A's note of x; its second stands by itself and still applies.
void TestPlanTree::staleParentMakesChildrenStale()
{
    PlanTree plans = tree();
    plans.base = apply(plans.base, setNumbers(plans.base, {{u"y"_s, u"new"_s}})).plan;
    const Branch b = branchPlan(plans, optionB);
    QCOMPARE(b.stale.size(), 2);
    QCOMPARE(b.stale.at(0).scenario, optionA);
    QCOMPARE(b.stale.at(1).scenario, optionB);
    QCOMPARE(b.stale.at(1).step, 0);
    QCOMPARE(b.stale.at(1).conflicts.first().present, text(u"base"_s));
    QCOMPARE(note(b.plan, u"x"_s), u"base"_s);
    QCOMPARE(note(b.plan, u"z"_s), u"B"_s);
}

void TestPlanTree::parentEditsLeaveStepsAlone()
{
    PlanTree plans = tree();
    const auto steps = plans.steps;
    const Plan before = plans.base;
    const Step edit = setNumbers(plans.base, {{u"x"_s, u"new"_s}});
    plans.base = apply(plans.base, edit).plan;
    QCOMPARE(branchPlan(plans, optionA).stale.size(), 1);
    QCOMPARE(plans.steps, steps);
    plans.base = apply(plans.base, inverse(edit)).plan; // and all is as it was
    QVERIFY(plans.base == before);
    QVERIFY(branchPlan(plans, optionB).stale.isEmpty());
}

void TestPlanTree::parentGone()
{
    PlanTree plans = tree();
    const Step edit = StepBuilder(plans.base).remove(u"scenario", optionA).step(u"Removed"_s);
    plans.base = apply(plans.base, edit).plan;
    const Branch b = branchPlan(plans, optionB);
    QCOMPARE(b.stale.size(), 1); // made on "A", finds "base"
    QCOMPARE(note(b.plan, u"z"_s), u"B"_s);
}

void TestPlanTree::finds()
{
    const Plan base = tree().base;
    QCOMPARE(findScenario(base, u"Option A"_s), optionA);
    QCOMPARE(findScenario(base, u"B"_s), optionB);
    QCOMPARE(findScenario(base, {}), Id());
    QCOMPARE(findScenario(base, u"base"_s), Id());
    QCOMPARE(findScenario(base, u"Base: roll forward"_s), Id());
    QVERIFY(!findScenario(base, u"Option C"_s));
}

// FIPS 180-4's own example.
void TestPlanTree::hash()
{
    QCOMPARE(sha256Hex("abc"), u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s);
}

QTEST_APPLESS_MAIN(TestPlanTree)
#include "test_plantree.moc"
