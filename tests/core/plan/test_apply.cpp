// A Step is applied whole or not at all, and every way in which it can fail to fit is told apart.
#include "core/plan/apply.h"
#include "tests/support/exampleplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

using Reason = Conflict::Reason;

// A fund, two schemes, a line with money by year and by area, and two scenarios, the second on the first.
Plan example()
{
    ExamplePlan plan;
    plan.add(u"partner", u"council"_s,
             {{u"name"_s, text(u"Calder Council"_s)}, {u"kind"_s, text(u"council"_s)}})
        .add(u"partner", u"icb"_s, {{u"name"_s, text(u"Ashmoor ICB"_s)}, {u"kind"_s, text(u"icb"_s)}})
        .add(u"year", u"2025-26"_s)
        .add(u"year", u"2026-27"_s)
        .add(u"layer", u"l"_s, {{u"name"_s, text(u"Localities"_s)}})
        .add(u"area", u"a"_s,
             {{u"layer"_s, ref(u"l"_s)}, {u"name"_s, text(u"Canalside"_s)}, {u"icb"_s, ref(u"icb"_s)}})
        .add(u"area", u"b"_s, {{u"layer"_s, ref(u"l"_s)}, {u"name"_s, text(u"Hilltop"_s)}})
        .add(u"practice", u"m"_s, {{u"area"_s, ref(u"a"_s)}, {u"practice"_s, text(u"X1"_s)}})
        .add(u"place", u"place"_s, {{u"name"_s, text(u"Calderbourne"_s)}, {u"needLayer"_s, ref(u"l"_s)}})
        .add(u"fund", u"f"_s,
             {{u"name"_s, text(u"Pool"_s)}, {u"kind"_s, text(u"pooled"_s)}, {u"host"_s, ref(u"council"_s)}})
        .add(u"contribution", u"c"_s,
             {{u"fund"_s, ref(u"f"_s)}, {u"partner"_s, ref(u"icb"_s)}, {u"amount 2026-27"_s, pounds(1000)}})
        .add(u"minimum", u"m25"_s, {{u"year"_s, ref(u"2025-26"_s)}, {u"kind"_s, text(u"NHS_MIN"_s)}})
        .add(u"scheme", u"s"_s,
             {{u"number"_s, text(u"01"_s)},
              {u"name"_s, text(u"Respite"_s)},
              {u"fund"_s, ref(u"f"_s)},
              {u"layer"_s, ref(u"l"_s)},
              {u"share a"_s, percent(u"40")},
              {u"share b"_s, percent(u"60")}})
        .add(u"scheme", u"t"_s,
             {{u"number"_s, text(u"02"_s)}, {u"name"_s, text(u"Reablement"_s)}, {u"fund"_s, ref(u"f"_s)}})
        .add(u"line", u"x"_s,
             {{u"scheme"_s, ref(u"s"_s)},
              {u"name"_s, text(u"Respite"_s)},
              {u"payer"_s, ref(u"icb"_s)},
              {u"amount 2025-26"_s, pounds(500)},
              {u"amount 2026-27"_s, pounds(600)},
              {u"basisArea"_s, ref(u"a"_s)},
              {u"areaAmount 2026-27/a"_s, pounds(100)},
              {u"areaAmount 2026-27/b"_s, pounds(200)}})
        .add(u"line", u"y"_s,
             {{u"scheme"_s, ref(u"t"_s)}, {u"name"_s, text(u"Beds"_s)}, {u"amount 2026-27"_s, pounds(50)}})
        .add(u"scenario", u"A"_s, {{u"name"_s, text(u"Option A"_s)}})
        .add(u"scenario", u"B"_s, {{u"name"_s, text(u"Option B"_s)}, {u"parent"_s, ref(u"A"_s)}});
    return plan.plan();
}

Change set(const char* type, const QString& id, const char* field, const QString& key, const Value& from,
           const Value& to)
{
    const Field* described = Plan::schema().type(QLatin1StringView(type))->field(QLatin1StringView(field));
    return Change::set(QLatin1StringView(type), Id(id), QLatin1StringView(field),
                       *Key::fromText(described->keyedBy, key), from, to);
}

Change added(const QString& type, const QString& id, const Record& record = {}, qsizetype position = -1)
{
    Change change;
    change.op = Change::Op::Add;
    change.entity = type;
    change.id = Id(id);
    change.record = record;
    change.position = position;
    return change;
}

Change removed(const Plan& plan, const QString& type, const QString& id)
{
    const TableBase& table = *plan.table(type);
    const qsizetype position = table.positionOf(Id(id));
    return inverse(added(type, id, recordOf(*Plan::schema().type(type), table.at(position)), position));
}

Step stepOf(const QList<Change>& changes)
{
    Step step;
    step.changes = changes;
    return step;
}

} // namespace

Q_DECLARE_METATYPE(placewright::Conflict::Reason)

class TestApply : public QObject
{
    Q_OBJECT

private slots:
    void conflicts_data();
    void conflicts();
    void tellsWhatIsThereNow();
    void wholeOrNotAtAll();
    void orderWithinAStepIsFree();
    void keepsPositions();
    void removesWhatItOwns();
    void removesAYear();
    void removesAnArea();
    void removesALayer();
    void clearsReferences();
    void removedScenarioLeavesItsChildToTheBase();
    void builderLeavesRefusalToApply();
};

void TestApply::conflicts_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("words");
    const Plan plan = example();
    const auto row = [](const char* name, Reason reason, const QList<Change>& changes, const QString& words) {
        QTest::newRow(name) << stepOf(changes) << reason << words;
    };
    row("another old value", Reason::OldValueDiffers,
        {set("line", u"x"_s, "amount", u"2026-27"_s, pounds(580), pounds(700))},
        u"Line “Respite”: 2026-27 £ is 600.00, not 580.00 as this step expects."_s);
    row("an old value where there is none", Reason::OldValueDiffers,
        {set("line", u"y"_s, "amount", u"2025-26"_s, pounds(580), pounds(700))},
        u"Line “Beds”: 2025-26 £ is nothing, not 580.00 as this step expects."_s);
    row("a rate typed otherwise", Reason::OldValueDiffers,
        {set("scheme", u"s"_s, "share", u"a"_s, percent(u"40.0"), percent(u"50"))},
        u"Scheme “Respite”: Canalside Share % is 40, not 40.0 as this step expects."_s);
    Change stale = removed(plan, u"line"_s, u"y"_s);
    stale.record.removeLast();
    row("a record that has grown", Reason::OldValueDiffers, {stale},
        u"Line “Beds” is no longer as this step expects."_s);
    row("no such line", Reason::NotFound, {set("line", u"z"_s, "name", {}, Value(), text(u"Z"_s))},
        u"Line “z” is not in the plan."_s);
    Change noField = set("line", u"x"_s, "name", {}, Value(), text(u"Z"_s));
    noField.field = u"colour"_s;
    row("no such field", Reason::NotFound, {noField}, u"Line “Respite” is not in the plan."_s);
    Change noType = noField;
    noType.entity = u"car"_s;
    row("no such type", Reason::NotFound, {noType}, u"car “x” is not in the plan."_s);
    row("nothing to remove", Reason::NotFound, {inverse(added(u"line"_s, u"z"_s))},
        u"Line “z” is not in the plan."_s);
    row("there already", Reason::AlreadyThere, {added(u"fund"_s, u"f"_s)},
        u"Fund “Pool” is in the plan already."_s);
    row("an id that another table has", Reason::AlreadyThere,
        {added(u"line"_s, u"f"_s, {{u"scheme"_s, {}, ref(u"s"_s)}})}, u"Line “f” is in the plan already."_s);
    row("a text for money", Reason::WrongType,
        {set("line", u"x"_s, "amount", u"2026-27"_s, pounds(600), text(u"600"_s))},
        u"Line “Respite”: this value cannot stand there."_s);
    row("a kind that is none", Reason::WrongType,
        {set("fund", u"f"_s, "kind", {}, text(u"pooled"_s), text(u"Pooled"_s))},
        u"Fund “Pool”: this value cannot stand there."_s);
    row("a year that is none", Reason::WrongType, {added(u"year"_s, u"2027-29"_s)},
        u"Financial year “2027-29”: this value cannot stand there."_s);
    row("an id that is none", Reason::WrongType, {added(u"fund"_s, u"a b"_s)},
        u"Fund “a b”: this value cannot stand there."_s);
    row("nothing kept in a record", Reason::WrongType, {added(u"fund"_s, u"g"_s, {{u"name"_s, {}, Value()}})},
        u"Fund “g”: this value cannot stand there."_s);
    row("a reference to nowhere", Reason::Dangling,
        {set("line", u"x"_s, "scheme", {}, ref(u"s"_s), ref(u"gone"_s))},
        u"Line “Respite”: something would refer to what is not in the plan."_s);
    row("a year that is not in the plan", Reason::Dangling,
        {set("line", u"x"_s, "amount", u"2027-28"_s, Value(), pounds(1))},
        u"Line “Respite”: something would refer to what is not in the plan."_s);
    row("an added record to nowhere", Reason::Dangling,
        {added(u"line"_s, u"z"_s, {{u"scheme"_s, {}, ref(u"gone"_s)}})},
        u"Line “z”: something would refer to what is not in the plan."_s);
    row("a line of no scheme", Reason::Dangling, {added(u"line"_s, u"z"_s, {{u"name"_s, {}, text(u"Z"_s)}})},
        u"Line “z”: something would refer to what is not in the plan."_s);
    row("a host removed", Reason::Dangling, {removed(plan, u"partner"_s, u"council"_s)},
        u"Partner “Calder Council”: something would refer to what is not in the plan."_s);
    row("a scheme removed without its lines", Reason::Dangling, {removed(plan, u"scheme"_s, u"t"_s)},
        u"Scheme “Reablement”: something would refer to what is not in the plan."_s);
    row("a year removed without its amounts", Reason::Dangling,
        {removed(plan, u"minimum"_s, u"m25"_s), removed(plan, u"year"_s, u"2025-26"_s)},
        u"Financial year “2025-26”: something would refer to what is not in the plan."_s);
    row("a scenario on itself", Reason::Loop, {set("scenario", u"A"_s, "parent", {}, Value(), ref(u"A"_s))},
        u"Scenario “Option A” would branch from itself."_s);
    row("a scenario on its child", Reason::Loop,
        {set("scenario", u"A"_s, "parent", {}, Value(), ref(u"B"_s))},
        u"Scenario “Option A” would branch from itself."_s);
    row("a name taken", Reason::NameTaken,
        {set("scenario", u"A"_s, "name", {}, text(u"Option A"_s), text(u"Option B"_s))},
        u"Scenario “Option A”: another scenario has that name."_s);
    row("a new scenario of a known name", Reason::NameTaken,
        {added(u"scenario"_s, u"C"_s, {{u"name"_s, {}, text(u"Option A"_s)}})},
        u"Scenario “C”: another scenario has that name."_s);
    row("a scenario without a name", Reason::NameMissing, {added(u"scenario"_s, u"C"_s)},
        u"Scenario “C”: a scenario needs a name."_s);
    row("a scenario called base", Reason::NameOfBase,
        {set("scenario", u"A"_s, "name", {}, text(u"Option A"_s), text(u"Base"_s))},
        u"Scenario “Option A”: a scenario and the base cannot have the same name."_s);
    row("the base called like a scenario", Reason::NameOfBase,
        {set("place", u"place"_s, "baseName", {}, Value(), text(u"option b"_s))},
        u"Place “Calderbourne”: a scenario and the base cannot have the same name."_s);
    row("a sixth year", Reason::TooManyYears,
        {added(u"year"_s, u"2027-28"_s), added(u"year"_s, u"2028-29"_s), added(u"year"_s, u"2029-30"_s),
         added(u"year"_s, u"2030-31"_s)},
        u"Financial year “2030-31”: a plan has at most 5 years."_s);
    row("a second place", Reason::SecondPlace,
        {added(u"place"_s, u"other"_s, {{u"name"_s, {}, text(u"Ashmoor"_s)}})},
        u"Place “other”: a plan is for one place."_s);
    row("the only place", Reason::LastPlace, {removed(plan, u"place"_s, u"place"_s)},
        u"Place “Calderbourne”: a plan needs its place."_s);
}

void TestApply::conflicts()
{
    QFETCH(Step, step);
    QFETCH(Reason, reason);
    QFETCH(QString, words);
    const Plan plan = example();
    const Applied applied = apply(plan, step);
    QVERIFY(!applied.ok());
    QCOMPARE(applied.conflicts.size(), 1);
    const Conflict& conflict = applied.conflicts.first();
    QCOMPARE(conflict.reason, reason);
    QCOMPARE(conflict.change, step.changes.size() - 1);
    QVERIFY(applied.plan == plan);
    QCOMPARE(describe(conflict, step, plan), words);
}

void TestApply::tellsWhatIsThereNow()
{
    const Step step = stepOf({set("line", u"x"_s, "amount", u"2026-27"_s, pounds(600), pounds(700)),
                              set("line", u"x"_s, "name", {}, text(u"Breaks"_s), text(u"B"_s)),
                              set("line", u"y"_s, "amount", u"2026-27"_s, pounds(51), Value())});
    const Applied applied = apply(example(), step);
    QCOMPARE(applied.conflicts.size(), 2);
    QCOMPARE(applied.conflicts.at(0).change, 1);
    QCOMPARE(applied.conflicts.at(0).present, text(u"Respite"_s));
    QCOMPARE(applied.conflicts.at(1).change, 2);
    QCOMPARE(applied.conflicts.at(1).present, pounds(50));
}

void TestApply::wholeOrNotAtAll()
{
    const Plan plan = example();
    QList<Change> changes{set("line", u"x"_s, "amount", u"2026-27"_s, pounds(600), pounds(700)),
                          added(u"fund"_s, u"g"_s, {{u"name"_s, {}, text(u"Second"_s)}}, 0),
                          set("fund", u"g"_s, "note", {}, Value(), text(u"New"_s))};
    const Applied whole = apply(plan, stepOf(changes));
    QVERIFY(whole.ok());
    QCOMPARE(whole.plan.value(u"fund", Id(u"g"_s), u"note"), text(u"New"_s));
    QCOMPARE(whole.plan.funds.idAt(0), Id(u"g"_s));
    changes.append(set("fund", u"g"_s, "note", {}, text(u"Old"_s), Value()));
    const Applied none = apply(plan, stepOf(changes));
    QVERIFY(!none.ok());
    QVERIFY(none.plan == plan);
    QVERIFY(apply(whole.plan, inverse(stepOf(changes.first(3)))).plan == plan);
    QVERIFY(apply(plan, Step()).ok());
}

// What a Step refers to may come later in the same Step: only its end counts.
void TestApply::orderWithinAStepIsFree()
{
    const Applied applied =
        apply(example(), stepOf({set("line", u"x"_s, "scheme", {}, ref(u"s"_s), ref(u"u"_s)),
                                 added(u"scheme"_s, u"u"_s, {{u"fund"_s, {}, ref(u"f"_s)}})}));
    QVERIFY(applied.ok());
    const Applied swapped = apply(
        example(), stepOf({set("scenario", u"A"_s, "name", {}, text(u"Option A"_s), text(u"Option B"_s)),
                           set("scenario", u"B"_s, "name", {}, text(u"Option B"_s), text(u"Option A"_s))}));
    QVERIFY(swapped.ok());
}

void TestApply::keepsPositions()
{
    const Plan plan = example();
    for (const QString& id : {u"s"_s, u"t"_s}) {
        const Step step = StepBuilder(plan).remove(u"scheme", Id(id)).step(u"Removed"_s);
        const Applied applied = apply(plan, step);
        QVERIFY(applied.ok());
        const Applied back = apply(applied.plan, inverse(step));
        QVERIFY(back.ok());
        QVERIFY(back.plan == plan);
        QCOMPARE(back.plan.schemes.idAt(0), Id(u"s"_s));
    }
    const Applied beyond = apply(plan, stepOf({added(u"fund"_s, u"g"_s, {}, 99)}));
    QVERIFY(beyond.ok());
    QCOMPARE(beyond.plan.funds.positionOf(Id(u"g"_s)), 1);
}

void TestApply::removesWhatItOwns()
{
    const Plan plan = example();
    const Step step = StepBuilder(plan).remove(u"fund", Id(u"f"_s)).step(u"Removed"_s);
    const Applied applied = apply(plan, step);
    QVERIFY2(applied.ok(), applied.ok() ? "" : qPrintable(describe(applied.conflicts.first(), step, plan)));
    QVERIFY(applied.plan.funds.isEmpty());
    QVERIFY(applied.plan.contributions.isEmpty());
    QVERIFY(apply(applied.plan, inverse(step)).plan == plan);
}

void TestApply::removesAYear()
{
    const Plan plan = example();
    const Step step = StepBuilder(plan).remove(u"year", Id(u"2025-26"_s)).step(u"Removed"_s);
    const Applied applied = apply(plan, step);
    QVERIFY(applied.ok());
    QVERIFY(applied.plan.minimums.isEmpty());
    QCOMPARE(applied.plan.lines[0].amount.size(), 1);
    QCOMPARE(applied.plan.value(u"line", Id(u"x"_s), u"amount", Key{Id(u"2026-27"_s), {}}), pounds(600));
    QCOMPARE(applied.plan.lines[0].areaAmount.size(), 2);
    QVERIFY(apply(applied.plan, inverse(step)).plan == plan);
}

void TestApply::removesAnArea()
{
    const Plan plan = example();
    const Step step = StepBuilder(plan).remove(u"area", Id(u"a"_s)).step(u"Removed"_s);
    const Applied applied = apply(plan, step);
    QVERIFY(applied.ok());
    QVERIFY(applied.plan.practices.isEmpty());
    QCOMPARE(applied.plan.schemes[0].share.keys(), (QList<Key>{{{}, Id(u"b"_s)}}));
    QCOMPARE(applied.plan.lines[0].areaAmount.keys(), (QList<Key>{{Id(u"2026-27"_s), Id(u"b"_s)}}));
    QVERIFY(applied.plan.lines[0].basisArea.isNull());
    QCOMPARE(applied.plan.lines[0].amount, plan.lines[0].amount);
    QVERIFY(apply(applied.plan, inverse(step)).plan == plan);
}

void TestApply::removesALayer()
{
    const Plan plan = example();
    const Step step = StepBuilder(plan).remove(u"layer", Id(u"l"_s)).step(u"Removed"_s);
    const Applied applied = apply(plan, step);
    QVERIFY(applied.ok());
    QVERIFY(applied.plan.areas.isEmpty() && applied.plan.practices.isEmpty());
    QVERIFY(applied.plan.place().needLayer.isNull());
    QVERIFY(applied.plan.schemes[0].layer.isNull() && applied.plan.schemes[0].share.isEmpty());
    QVERIFY(apply(applied.plan, inverse(step)).plan == plan);
}

void TestApply::clearsReferences()
{
    const Plan plan = example();
    const Step step = StepBuilder(plan).remove(u"partner", Id(u"icb"_s)).step(u"Removed"_s);
    const Applied applied = apply(plan, step);
    QVERIFY(applied.ok());
    QVERIFY(applied.plan.areas[0].icb.isNull());
    QVERIFY(applied.plan.lines[0].payer.isNull());
    QCOMPARE(applied.plan.contributions.size(), 1); // its money stays in view
    QVERIFY(applied.plan.contributions[0].partner.isNull());
    QVERIFY(apply(applied.plan, inverse(step)).plan == plan);
}

void TestApply::removedScenarioLeavesItsChildToTheBase()
{
    const Plan plan = example();
    const Applied applied = apply(plan, StepBuilder(plan).remove(u"scenario", Id(u"A"_s)).step(u"Removed"_s));
    QVERIFY(applied.ok());
    QCOMPARE(applied.plan.scenarios.size(), 1);
    QVERIFY(applied.plan.scenarios[0].parent.isNull());
}

// A pasted word that is no status must come back as a sentence, not stop the program.
void TestApply::builderLeavesRefusalToApply()
{
    const Plan plan = example();
    StepBuilder builder(plan);
    builder.set(u"line", Id(u"x"_s), u"status", Key{Id(u"2026-27"_s), {}}, text(u"sure"_s))
        .add(u"fund", Id(u"f"_s));
    QVERIFY(builder.plan() == plan);
    const Applied applied = apply(plan, builder.step(u"Pasted"_s));
    QCOMPARE(applied.conflicts.size(), 2);
    QCOMPARE(applied.conflicts.at(0).reason, Reason::WrongType);
    QCOMPARE(applied.conflicts.at(1).reason, Reason::AlreadyThere);
}

QTEST_APPLESS_MAIN(TestApply)
#include "test_apply.moc"
