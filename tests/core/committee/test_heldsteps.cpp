// What a resolution holds, as text and back.
#include "core/committee/body.h"
#include "core/committee/heldsteps.h"
#include "core/committee/indexdomain.h"
#include "core/model/step.h"
#include "tests/support/seeded.h"

#include <QJsonArray>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Schema& schema()
{
    static const EntityType* const types[] = {&Body::type, &Delegation::type, &IndexDomain::type};
    static const Schema known{types};
    return known;
}

ResolutionStep stepWith(const QString& changes)
{
    ResolutionStep step;
    step.what = u"Move £5,000.00"_s;
    step.changes = changes;
    return step;
}

QList<Change> exampleChanges()
{
    Change add;
    add.op = Change::Op::Add;
    add.entity = u"body"_s;
    add.id = Id(u"b1"_s);
    add.position = 2;
    add.record = {{u"name"_s, {}, Value(u"“Place” committee\n"_s)},
                  {u"castingVote"_s, {}, Value::flag(true)}};
    Change remove = add;
    remove.op = Change::Op::Remove;
    remove.id = Id(u"b0"_s);
    remove.position = 0;
    return {Change::set("indexDomain"_L1, Id(u"i1"_s), "figure"_L1, Key{Id(u"2026-27"_s), {}}, Value(),
                        Value(*Rate::parse(u"11.50"_s))),
            add, remove,
            Change::set("delegation"_L1, Id(u"d1"_s), "perDecision"_L1, {}, Value(Money::fromPence(4250000)),
                        Value())};
}

// The names of members stand in the order of the alphabet, without white space between them.
const QString exampleText =
    uR"([{"entity":"indexDomain","field":"figure","from":null,"id":"i1","key":"2026-27","op":"set","to":"11.50"},)"
    uR"({"entity":"body","id":"b1","op":"add","position":2,"to":{"castingVote":true,"name":"“Place” committee\n"}},)"
    uR"({"entity":"body","from":{"castingVote":true,"name":"“Place” committee\n"},"id":"b0","op":"remove","position":0},)"
    uR"({"entity":"delegation","field":"perDecision","from":"42500.00","id":"d1","op":"set","to":null}])"_s;

} // namespace

class TestHeldSteps : public QObject
{
    Q_OBJECT

private slots:
    void textIsCanonical();
    void nothingHeld();
    void readInAnyForm();
    void refused_data();
    void refused();
    void randomChangesComeBack();
};

void TestHeldSteps::textIsCanonical()
{
    QCOMPARE(heldChanges(exampleChanges()), exampleText);
    const Result<QList<Change>> back = changesHeld(stepWith(exampleText), schema());
    QVERIFY2(back.ok(), back ? "" : qPrintable(back.error().text));
    QCOMPARE(*back, exampleChanges());

    Step step; // the same bytes as in a Step of the journal
    step.changes = exampleChanges();
    QCOMPARE(canonicalBytes(stepToJson(step)), QByteArray("{\"changes\":") + exampleText.toUtf8() + '}');
}

void TestHeldSteps::nothingHeld()
{
    QCOMPARE(heldChanges({}), u"[]"_s);
    const Result<QList<Change>> none = changesHeld(stepWith(u"[]"_s), schema());
    QVERIFY(none.ok());
    QVERIFY(none->isEmpty());
}

// Written by hand, in another order and with white space, it means the same and is written in the one form again.
void TestHeldSteps::readInAnyForm()
{
    const Result<QList<Change>> changes = changesHeld(
        stepWith(
            uR"( [ { "op": "set", "id": "d1", "entity": "delegation", "field": "perDecision", "to": null, "from": "42500.00" } ] )"_s),
        schema());
    QVERIFY2(changes.ok(), changes ? "" : qPrintable(changes.error().text));
    QCOMPARE(*changes, QList{exampleChanges().last()});
    QCOMPARE(
        heldChanges(*changes),
        uR"([{"entity":"delegation","field":"perDecision","from":"42500.00","id":"d1","op":"set","to":null}])"_s);
}

void TestHeldSteps::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why"); // how the sentence goes on
    const auto row = [](const char* name, const QString& text, const QString& why) {
        QTest::newRow(name) << text << why;
    };
    const QString good = uR"({"op":"set","entity":"body","id":"a","field":"name","from":null,"to":"x"})"_s;
    const QString noList = u"a list of changes in brackets is expected."_s;
    row("no text", {}, noList);
    row("words", u"Move £5,000.00"_s, noList);
    row("one change, not in a list", good, noList);
    row("a number", u"5"_s, noList);
    row("a list that does not end", u'[' + good, noList);
    row("two lists", u'[' + good + u"][]"_s, noList);
    row("a change that is none", u"[5]"_s, u"[0].entity:"_s);
    row("nothing in braces", u"[{}]"_s, u"[0].entity:"_s);
    row("the second change", u'[' + good + uR"(,{"op":"set","entity":"body","id":"a","field":"colour"}])"_s,
        u"[1].field:"_s);
    row("an entity that nobody knows", uR"([{"op":"add","entity":"boat","id":"a","to":{}}])"_s,
        u"[0].entity:"_s);
    row("an amount that is none",
        uR"([{"op":"set","entity":"delegation","id":"a","field":"perYear","from":null,"to":5}])"_s,
        u"[0].to:"_s);
    row("a member too many", uR"([{"op":"set","entity":"body","id":"a","field":"name","hidden":1}])"_s,
        u"[0].hidden:"_s);
}

void TestHeldSteps::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    const Result<QList<Change>> changes = changesHeld(stepWith(text), schema());
    QVERIFY(!changes.ok());
    const QString begins = u"What “Move £5,000.00” would change cannot be read: "_s + why;
    QVERIFY2(changes.error().text.startsWith(begins), qPrintable(changes.error().text));
}

namespace {

QString randomText(Seeded& seeded)
{
    static const QString letters = u"aZ0 \"\\/{}[],:\n\t\u0001é£“\u2028"_s;
    QString text = u"x"_s;
    for (qint64 i = seeded.between(0, 12); i > 0; --i)
        text += letters.at(seeded.between(0, letters.size() - 1));
    return text;
}

Change randomChange(Seeded& seeded)
{
    const Id id(u"e%1"_s.arg(seeded.between(0, 99)));
    switch (seeded.between(0, 3)) {
    case 0:
        return Change::set("body"_L1, id, "name"_L1, {}, Value(randomText(seeded)),
                           Value(randomText(seeded)));
    case 1:
        return Change::set("delegation"_L1, id, "perYear"_L1, {}, Value(),
                           Value(Money::fromPence(seeded.either(43))));
    case 2:
        return Change::set("indexDomain"_L1, id, "quality"_L1, Key{Id(u"2027-28"_s), {}},
                           Value(Rate::fromWhole(seeded.either(40))), Value());
    default:
        break;
    }
    Change change;
    change.op = seeded.between(0, 1) ? Change::Op::Add : Change::Op::Remove;
    change.entity = u"body"_s;
    change.id = id;
    change.position = seeded.between(-1, 5);
    change.record = {{u"name"_s, {}, Value(randomText(seeded))},
                     {u"quorumNumber"_s, {}, Value::count(seeded.between(1, 9))}};
    return change;
}

} // namespace

void TestHeldSteps::randomChangesComeBack()
{
    Seeded seeded(20261230);
    for (int round = 0; round < 1000; ++round) {
        QList<Change> changes;
        for (qint64 i = seeded.between(0, 5); i > 0; --i)
            changes.append(randomChange(seeded));
        const Result<QList<Change>> back = changesHeld(stepWith(heldChanges(changes)), schema());
        QVERIFY2(back.ok(), back ? "" : qPrintable(back.error().text));
        QCOMPARE(*back, changes);
    }
}

QTEST_APPLESS_MAIN(TestHeldSteps)
#include "test_heldsteps.moc"
