// Changes and Steps as data: their JSON, what is refused, and the bytes that the journal's hashes rest on.
#include "core/model/step.h"
#include "core/plan/plan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Schema& schema()
{
    return Plan::schema();
}

QJsonObject object(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

Step exampleStep()
{
    Step step;
    step.what = u"Pasted 2 lines"_s;
    step.why = u"The board asked"_s;
    step.who = Id(u"p1"_s);
    step.when = QDateTime(QDate(2026, 3, 4), QTime(10, 0), QTimeZone::utc());
    step.changes.append(Change::set("line"_L1, Id(u"l1"_s), "amount"_L1, Key{Id(u"2026-27"_s), {}}, Value(),
                                    Value(Money::fromPence(60000000))));
    Change add;
    add.op = Change::Op::Add;
    add.entity = u"partner"_s;
    add.id = Id(u"p"_s);
    add.position = 3;
    add.record = {{u"name"_s, {}, Value(u"Fenwold ICB"_s)}, {u"kind"_s, {}, Value(u"icb"_s)}};
    step.changes.append(add);
    return step;
}

} // namespace

class TestStep : public QObject
{
    Q_OBJECT

private slots:
    void jsonForm();
    void canonicalBytesAreFixed();
    void changeRefused_data();
    void changeRefused();
    void stepRefused_data();
    void stepRefused();
    void timesAreMoments();
    void inverseTwiceIsTheSame();
    void inverseRunsBackwards();
};

// Against the form that is documented, written out here by hand.
void TestStep::jsonForm()
{
    const QJsonObject expected = object(R"({
        "what": "Pasted 2 lines", "why": "The board asked", "who": "p1", "when": "2026-03-04T10:00:00Z",
        "changes": [
            {"op": "set", "entity": "line", "id": "l1", "field": "amount", "key": "2026-27", "from": null, "to": "600000.00"},
            {"op": "add", "entity": "partner", "id": "p", "position": 3, "to": {"name": "Fenwold ICB", "kind": "icb"}}]})");
    QCOMPARE(stepToJson(exampleStep()), expected);
    const Result<Step> back = stepFromJson(expected, schema());
    QVERIFY2(back.ok(), back ? "" : qPrintable(back.error().text));
    QCOMPARE(*back, exampleStep());
    QCOMPARE(*stepFromJson(object(R"({"changes": []})"), schema()), Step());
}

// If these bytes change, the journals of existing files no longer verify when they are written again.
void TestStep::canonicalBytesAreFixed()
{
    QCOMPARE(
        canonicalBytes(stepToJson(exampleStep())),
        QByteArray(
            R"({"changes":[{"entity":"line","field":"amount","from":null,"id":"l1","key":"2026-27","op":"set",)"
            R"("to":"600000.00"},{"entity":"partner","id":"p","op":"add","position":3,"to":{"kind":"icb",)"
            R"("name":"Fenwold ICB"}}],"what":"Pasted 2 lines","when":"2026-03-04T10:00:00Z","who":"p1",)"
            R"("why":"The board asked"})"));
}

void TestStep::changeRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where"); // what the sentence begins with
    const auto row = [](const char* name, const char* json, const char* where) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(where);
    };
    row("no entity", R"({"op":"set","id":"a"})", "entity:");
    row("an entity that does not exist", R"({"op":"set","entity":"lines","id":"a"})", "entity:");
    row("no id", R"({"op":"set","entity":"line","field":"name"})", "id:");
    row("a bad id", R"({"op":"set","entity":"line","id":"a b","field":"name"})", "id:");
    row("no op", R"({"entity":"line","id":"a","field":"name"})", "op:");
    row("another op", R"({"op":"move","entity":"line","id":"a","field":"name"})", "op:");
    row("no field", R"({"op":"set","entity":"line","id":"a"})", "field:");
    row("an unknown field", R"({"op":"set","entity":"line","id":"a","field":"colour"})", "field:");
    row("a key too many", R"({"op":"set","entity":"line","id":"a","field":"name","key":"2026-27"})", "key:");
    row("a key too few", R"({"op":"set","entity":"line","id":"a","field":"amount"})", "key:");
    row("a wrong old value",
        R"({"op":"set","entity":"line","id":"a","field":"amount","key":"2026-27","from":5})", "from:");
    row("a wrong new value",
        R"({"op":"set","entity":"line","id":"a","field":"amount","key":"2026-27","to":"5"})", "to:");
    row("a member too many", R"({"op":"set","entity":"line","id":"a","field":"name","colour":"red"})",
        "colour:");
    row("a record that is no record", R"({"op":"add","entity":"line","id":"a","to":"Respite"})", "to:");
    row("no record", R"({"op":"remove","entity":"line","id":"a"})", "from:");
    row("an unknown field in a record", R"({"op":"add","entity":"line","id":"a","to":{"colour":"red"}})",
        "to: colour:");
    row("a wrong value in a record", R"({"op":"add","entity":"line","id":"a","to":{"locked":"yes"}})",
        "to: locked:");
    row("a keyed field without keys", R"({"op":"add","entity":"line","id":"a","to":{"amount":"5.00"}})",
        "to: amount:");
    row("a wrong key in a record",
        R"({"op":"add","entity":"line","id":"a","to":{"areaAmount":{"2026-27":"5.00"}}})",
        "to: areaAmount.2026-27:");
    row("a wrong keyed value", R"({"op":"add","entity":"line","id":"a","to":{"amount":{"2026-27":5}}})",
        "to: amount.2026-27:");
}

void TestStep::changeRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const Result<Change> change = changeFromJson(object(json.constData()), schema());
    QVERIFY(!change.ok());
    QVERIFY2(change.error().text.startsWith(where), qPrintable(change.error().text));
}

void TestStep::stepRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::newRow("no changes") << QByteArray(R"({"what":"x"})") << u"changes:"_s;
    QTest::newRow("changes in braces") << QByteArray(R"({"changes":{}})") << u"changes:"_s;
    QTest::newRow("a change that is none") << QByteArray(R"({"changes":[5]})") << u"changes[0].entity:"_s;
    QTest::newRow("the second change")
        << QByteArray(
               R"({"changes":[{"op":"set","entity":"line","id":"a","field":"name"},{"op":"set","entity":"line","id":"a","field":"x"}]})")
        << u"changes[1].field:"_s;
    QTest::newRow("no time") << QByteArray(R"({"when":"yesterday","changes":[]})") << u"when:"_s;
    QTest::newRow("a time of nowhere")
        << QByteArray(R"({"when":"2026-03-04T10:00:00","changes":[]})") << u"when:"_s;
    QTest::newRow("a day") << QByteArray(R"({"when":"2026-03-04","changes":[]})") << u"when:"_s;
}

void TestStep::stepRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const Result<Step> step = stepFromJson(object(json.constData()), schema());
    QVERIFY(!step.ok());
    QVERIFY2(step.error().text.startsWith(where), qPrintable(step.error().text));
}

void TestStep::timesAreMoments()
{
    const Result<Step> summer =
        stepFromJson(object(R"({"when":"2026-07-01T10:00:00+01:00","changes":[]})"), schema());
    QVERIFY(summer.ok());
    QCOMPARE(stepToJson(*summer).value("when"_L1).toString(), u"2026-07-01T09:00:00Z"_s);
}

void TestStep::inverseTwiceIsTheSame()
{
    Step step = exampleStep();
    Step twice = inverse(inverse(step));
    QCOMPARE(twice.changes, step.changes);
    QVERIFY(inverse(step).what.isEmpty() && !inverse(step).when.isValid());
}

void TestStep::inverseRunsBackwards()
{
    const Step back = inverse(exampleStep());
    QCOMPARE(back.changes.size(), 2);
    QCOMPARE(back.changes.at(0).op, Change::Op::Remove);
    QCOMPARE(back.changes.at(0).id, Id(u"p"_s));
    QCOMPARE(back.changes.at(0).position, 3);
    QCOMPARE(back.changes.at(1).op, Change::Op::Set);
    QCOMPARE(back.changes.at(1).from, Value(Money::fromPence(60000000)));
    QCOMPARE(back.changes.at(1).to, Value());
}

QTEST_APPLESS_MAIN(TestStep)
#include "test_step.moc"
