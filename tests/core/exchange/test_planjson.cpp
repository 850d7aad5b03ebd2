#include "core/exchange/pinrulebooks.h"
#include "core/exchange/planjson.h"
#include "core/plan/edit.h"
#include "tests/support/smallplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray projectFile(const QString& path)
{
    QFile file(QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The blocks ```json ... ``` of a Markdown text.
QList<QByteArray> jsonBlocks(const QByteArray& markdown)
{
    static const QRegularExpression block(u"```json\\n(.*?)```"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    QList<QByteArray> blocks;
    for (const QRegularExpressionMatch& match : block.globalMatch(QString::fromUtf8(markdown)))
        blocks.append(match.captured(1).toUtf8());
    return blocks;
}

} // namespace

class TestPlanJson : public QObject
{
    Q_OBJECT

private slots:
    void formOfASmallPlan()
    {
        const QJsonObject json = QJsonDocument::fromJson(planToJson(smallTree())).object();
        QCOMPARE(json.value("format"_L1).toString(), u"placewright-plan"_s);
        QCOMPARE(json.value("version"_L1).toInt(), 1);
        const QJsonObject line = json.value("lines"_L1).toArray().at(1).toObject();
        QCOMPARE(line, (QJsonObject{{u"id"_s, u"l2"_s},
                                    {u"scheme"_s, u"s1"_s},
                                    {u"name"_s, u"Breaks"_s},
                                    {u"amount"_s, QJsonObject{{u"2026-27"_s, u"180000.50"_s}}}}));
        const QJsonObject step = json.value("steps"_L1)["a"_L1].toArray().at(0).toObject();
        QCOMPARE(step.value("changes"_L1).toArray().at(0).toObject(),
                 (QJsonObject{{u"op"_s, u"set"_s},
                              {u"entity"_s, u"line"_s},
                              {u"id"_s, u"l1"_s},
                              {u"field"_s, u"amount"_s},
                              {u"key"_s, u"2026-27"_s},
                              {u"from"_s, u"600000.00"_s},
                              {u"to"_s, u"500000.00"_s}}));
        QCOMPARE(json.value("texts"_L1).toObject().begin().value().toString().toUtf8(), smallText());
        QVERIFY(!json.contains("people"_L1)); // nobody made the Step
        QVERIFY(planToJson(smallTree()).endsWith("}\n"));
    }

    void readsWhatItWrites()
    {
        const QByteArray text = planToJson(smallTree());
        const Result<PlanTree> tree = planFromJson(text);
        QVERIFY2(tree.ok(), qPrintable(tree ? QString() : tree.error().text));
        QVERIFY(*tree == smallTree());
        QCOMPARE(planToJson(*tree), text);
    }

    void throughTheFileAndBack()
    {
        const QTemporaryDir dir;
        const QByteArray text = planToJson(smallTree());
        const auto file = PlanFile::create(dir.filePath(u"a.plan"_s), *planFromJson(text),
                                           testAuthor(u"Ann"_s), u"Converted"_s);
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QCOMPARE(planToJson((*file)->tree()), text);
    }

    void textsThatAreNotUtf8()
    {
        for (const QByteArray& bytes : {"\xEF\xBB\xBF"
                                        "with a byte order mark\r\n"_ba,
                                        "\xFF\xFE not UTF-8"_ba, QByteArray("a\0b", 3), ""_ba,
                                        "half \xE2\x82"_ba, "\"quoted\\\" \xF0\x9F\x98\x80"_ba}) {
            PlanTree tree = smallTree();
            tree.blobs.insert(sha256Hex(bytes), bytes);
            const Result<PlanTree> read = planFromJson(planToJson(tree));
            QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().text));
            QVERIFY(*read == tree);
        }
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& from, const QString& to,
                            const QString& expected) { QTest::newRow(name) << from << to << expected; };
        row("another format", u"placewright-plan"_s, u"other"_s, u"format: "_s);
        row("newer", u"\"version\": 1"_s, u"\"version\": 2"_s, u"newer"_s);
        row("amount", u"180000.50"_s, u"12,5"_s, u"lines[1].amount.2026-27: “12,5” is not an amount"_s);
        row("amount as number", u"\"180000.50\""_s, u"180000.5"_s, u"lines[1].amount.2026-27: "_s);
        row("amount too large", u"180000.50"_s, u"99999999999999.00"_s, u"lines[1].amount.2026-27: "_s);
        row("key", u"\"2026-27\": \"180000.50\""_s, u"\"20 27\": \"180000.50\""_s,
            u"lines[1].amount.20 27: "_s);
        row("year not there", u"\"2026-27\": \"180000.50\""_s, u"\"2027-28\": \"180000.50\""_s,
            u"lines[1].amount.2027-28: there is no “2027-28”"_s);
        row("unknown field", u"\"Breaks\""_s, u"\"Breaks\", \"colour\": \"red\""_s, u"lines[1].colour: "_s);
        row("unknown table", u"\"version\""_s, u"\"boxes\": [], \"version\""_s, u"boxes: "_s);
        row("field given twice", u"\"Breaks\""_s, u"\"Breaks\", \"name\": \"Other\""_s, u"second time"_s);
        row("same id", u"\"id\": \"l2\""_s, u"\"id\": \"l1\""_s,
            u"lines[1].id: “l1” is used a second time"_s);
        row("id of another table", u"\"id\": \"l2\""_s, u"\"id\": \"s1\""_s,
            u"lines[1].id: “s1” is used a second time"_s);
        row("bad id", u"\"id\": \"l2\""_s, u"\"id\": \"l 2\""_s, u"lines[1].id: "_s);
        row("id left out", u"\"id\": \"l2\","_s, u""_s, u"lines[1].id: "_s);
        row("not a year", u"\"id\": \"2026-27\""_s, u"\"id\": \"2026-28\""_s, u"years[0].id: “2026-28”"_s);
        row("dangling", u"\"host\": \"council\""_s, u"\"host\": \"nobody\""_s,
            u"funds[0].host: there is no “nobody”"_s);
        row("wrong type", u"\"Breaks\""_s, u"true"_s, u"lines[1].name: "_s);
        row("not a choice", u"\"Breaks\""_s, u"\"Breaks\", \"status\": {\"2026-27\": \"perhaps\"}"_s,
            u"lines[1].status.2026-27: “perhaps” is not one of "_s);
        row("scenario loop", u"\"name\": \"Option A\""_s, u"\"name\": \"Option A\", \"parent\": \"b\""_s,
            u"scenarios["_s);
        row("scenario names", u"Option B"_s, u"Option A"_s, u"scenarios[1]: "_s);
        row("steps of no scenario", u"\"a\": ["_s, u"\"z\": ["_s, u"steps.z: "_s);
        row("step amount", u"\"to\": \"500000.00\""_s, u"\"to\": \"5e5\""_s,
            u"steps.a[0]: changes[0].to: “5e5”"_s);
        row("step who", u"\"what\": \"Changed an amount\""_s, u"\"who\": \"p9\""_s,
            u"steps.a[0].who: “p9”"_s);
        row("step key", u"\"what\""_s, u"\"waht\""_s, u"steps.a[0].waht: "_s);
        row("text altered", u"test rules\\\""_s, u"Test rules\\\""_s, u"texts."_s);
        row("text missing", u"\"rulebookHash\": \""_s, u"\"rulebookHash\": \"0"_s,
            u"years[0].rulebookHash: "_s);
        row("list", u"\"lines\": ["_s, u"\"lines\": 5, \"schemes\": ["_s, u"second time"_s);
    }

    void refusals()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        QString text = QString::fromUtf8(planToJson(smallTree()));
        const qsizetype at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        const Result<PlanTree> read = planFromJson(text.toUtf8());
        QVERIFY(!read.ok());
        QVERIFY2(read.error().text.contains(expected), qPrintable(read.error().text));
        QVERIFY(!read.error().text.contains(u'\n'));
    }

    // The contract of the documentation, one cell altered: what a cell cannot hold is refused with its path.
    void figuresOfContracts_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& from, const QString& to,
                            const QString& expected) { QTest::newRow(name) << from << to << expected; };
        row("as it stands", u"\"990000.00\""_s, u"\"990000.00\""_s, {});
        row("cost too large", u"990000.00"_s, u"99999999999999.00"_s, u"contracts[0].cost.2026-27: "_s);
        row("base as number", u"\"1000000.00\""_s, u"1000000"_s, u"contractVersions[0].base: "_s);
        row("base in thirds of a penny", u"1000000.00"_s, u"1000000.333"_s, u"contractVersions[0].base: "_s);
        row("weight with an exponent", u"1.30"_s, u"1e30"_s, u"contractVersions[0].needWeight1: “1e30”"_s);
        row("weight too long", u"1.30"_s, u"1.3000000000001"_s, u"contractVersions[0].needWeight1: "_s);
        row("percent in words", u"\"floor\": \"3\""_s, u"\"floor\": \"3 per cent\""_s,
            u"contractVersions[0].floor: “3 per cent”"_s);
        row("threshold as number", u"\"24\""_s, u"24"_s, u"indicatorTermsByVersion[0].lower: "_s);
        row("people too many", u"24105"_s, u"100000001"_s, u"contractPeopleByFifth[0].people.2026-27: "_s);
        row("people below none", u"24105"_s, u"-1"_s, u"contractPeopleByFifth[0].people.2026-27: "_s);
        row("count too large", u"552"_s, u"1000000000001"_s, u"indicatorResults[0].likely.2026-27: "_s);
        row("half an admission", u"552"_s, u"552.5"_s, u"indicatorResults[0].likely.2026-27: "_s);
        row("units too many", u"400"_s, u"4e15"_s, u"contractActivities[0].planned.2026-27: "_s);
        row("version as text", u"\"version\": 1, \"peopleFrom"_s, u"\"version\": \"1\", \"peopleFrom"_s,
            u"contracts[0].version: "_s);
        row("day that is none", u"2029-03-31"_s, u"2029-02-29"_s, u"contracts[0].endsOn: "_s);
        row("direction", u"\"lower\", \"counts\""_s, u"\"down\", \"counts\""_s,
            u"contractIndicators[0].direction: “down” is not one of higher, lower"_s);
        row("year not there", u"{\"2026-27\": 552}"_s, u"{\"2027-28\": 552}"_s,
            u"indicatorResults[0].likely.2027-28: there is no “2027-28”"_s);
        row("area not there", u"\"version\": 1, \"peopleFrom"_s,
            u"\"covers\": {\"eastfield\": true}, \"peopleFrom"_s,
            u"contracts[0].covers.eastfield: there is no “eastfield”"_s);
        row("terms of no indicator", u"\"indicator\": \"stays\", \"weight\""_s, u"\"weight\""_s,
            u"indicatorTermsByVersion[0]: "_s);
        row("terms of no version", u"\"version\": \"first\", \"indicator\""_s, u"\"indicator\""_s,
            u"indicatorTermsByVersion[0]: "_s);
        row("terms of another indicator", u"\"indicator\": \"stays\", \"weight\""_s,
            u"\"indicator\": \"falls\", \"weight\""_s,
            u"indicatorTermsByVersion[0].indicator: there is no “falls”"_s);
        row("result of a version", u"\"indicator\": \"stays\", \"fifth\": 1"_s,
            u"\"indicator\": \"first\", \"fifth\": 1"_s,
            u"indicatorResults[0].indicator: there is no “first”"_s);
    }

    void figuresOfContracts()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        QString text;
        for (const QByteArray& block : jsonBlocks(projectFile(u"docs/plan-json.md"_s)))
            if (block.contains("\"contracts\""))
                text = QString::fromUtf8(block);
        const qsizetype at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        const Result<PlanTree> read = planFromJson(text.toUtf8());
        QCOMPARE(read.ok(), expected.isEmpty());
        if (!read)
            QVERIFY2(read.error().text.startsWith(expected), qPrintable(read.error().text));
    }

    // The committee of the documentation, one place altered.
    void committee_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& from, const QString& to,
                            const QString& expected) { QTest::newRow(name) << from << to << expected; };
        row("as it stands", u"\"p4\""_s, u"\"p4\""_s, {});
        row("person unknown", u"\"person\": \"p2\""_s, u"\"person\": \"p9\""_s,
            u"bodyMembers[1].person: “p9” is not among the people"_s);
        row("signatory unknown", u"{\"id\": \"p4\", \"name\": \"Amara Doyle\"}"_s,
            u"{\"id\": \"p5\", \"name\": \"\"}"_s, u"signatories[0].person: “p4” is not among the people"_s);
        row("person by name", u"\"person\": \"p1\""_s, u"\"person\": \"Cllr Imran Aziz\""_s,
            u"bodyMembers[0].person: "_s);
        row("version without its text", u"\"duties\""_s,
            u"\"frozenVersions\": [{\"id\": \"v1\", \"year\": \"2026-27\", \"paperHash\": \"%1\"}], \"duties\""_s
                .arg(sha256Hex("paper")),
            u"frozenVersions[0].paperHash: there is no text with this SHA-256"_s);
        row("in a scenario", u"\"duties\""_s,
            u"\"scenarios\": [{\"id\": \"a\", \"name\": \"A\"}], \"steps\": {\"a\": [{\"changes\": [{\"op\": "
            u"\"set\", "
            "\"entity\": \"body\", \"id\": \"committee\", \"field\": \"quorumNumber\", \"from\": 2, \"to\": "
            "1}]}]}, "
            "\"duties\""_s,
            u"steps.a[0]: Who decides and what was said stands in the base, not in a scenario."_s);
        row("vote of nobody", u"\"member\": \"pryce\", \"ballot\""_s, u"\"ballot\""_s, u"votes[1]: "_s);
        row("ballot", u"\"ballot\": \"for\""_s, u"\"ballot\": \"yes\""_s,
            u"votes[0].ballot: “yes” is not one of"_s);
    }

    void committee()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, expected);
        QString text;
        for (const QByteArray& block : jsonBlocks(projectFile(u"docs/plan-json.md"_s)))
            if (block.contains("\"bodies\""))
                text = QString::fromUtf8(block);
        const qsizetype at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        const Result<PlanTree> read = planFromJson(text.toUtf8());
        if (!read) {
            QVERIFY2(!expected.isEmpty() && read.error().text.startsWith(expected),
                     qPrintable(read.error().text));
            return;
        }
        QVERIFY(expected.isEmpty());
        QCOMPARE(read->base.people, read->people);
        QCOMPARE(read->people.size(), 4);

        // Through a file and back: the same plan, names and text; and with the journal the same chain.
        const QTemporaryDir dir;
        const auto file =
            PlanFile::create(dir.filePath(u"a.plan"_s), *read, testAuthor(u"Ann"_s), u"Converted"_s);
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QVERIFY((*file)->renamePerson(Id(u"p2"_s), {}).ok());
        const QByteArray out = planToJson((*file)->tree());
        const Result<PlanTree> again = planFromJson(out);
        QVERIFY2(again.ok(), qPrintable(again ? QString() : again.error().text));
        QVERIFY(again->base == read->base);
        QMap<Id, QString> named = read->people;
        named.insert(Id(u"p2"_s), QString());
        QCOMPARE(again->people, named); // not Ann, who made no Step of a scenario
        QCOMPARE(planToJson(*again), out);
        const QList<JournalEntry> journal = *(*file)->journal();
        const Result<PlanJson> whole = readPlanJson(planToJson((*file)->tree(), &journal));
        QVERIFY2(whole.ok(), qPrintable(whole ? QString() : whole.error().text));
        QVERIFY(whole->tree == (*file)->tree());
        const auto copy = PlanFile::createFromJournal(dir.filePath(u"b.plan"_s), whole->tree, whole->journal);
        QVERIFY2(copy.ok(), qPrintable(copy ? QString() : copy.error().text));
        QCOMPARE((*copy)->headHash(), (*file)->headHash());
        QVERIFY((*copy)->tree() == (*file)->tree());
    }

    void notJson()
    {
        const auto textOf = [](const QByteArray& bytes) {
            const Result<PlanTree> read = planFromJson(bytes);
            return read ? QString() : read.error().text;
        };
        QVERIFY2(textOf("{\n  \"format\": \"placewright-plan\",\n  \"version\" 1\n}")
                     .startsWith(u"Line 3, column 13: "_s),
                 qPrintable(textOf("{\n  \"format\": \"placewright-plan\",\n  \"version\" 1\n}")));
        QVERIFY(textOf("").startsWith(u"Line 1, column 1: "_s));
        QVERIFY(textOf("[]").contains(u"an object in braces"_s));
        QVERIFY(textOf("{\"format\": \"\xFF\"}").contains(u"Line 1"_s));
        QVERIFY2(textOf("{\"a\": {\"b\": 1,\n \"\\u0062\": 2}}").startsWith(u"Line 2, column 2: “b” "_s),
                 qPrintable(textOf("{\"a\": {\"b\": 1,\n \"\\u0062\": 2}}")));
        const QByteArray whole = planToJson(smallTree());
        for (qsizetype length = 0; length < whole.size() - 2; length += 97)
            QVERIFY(!textOf(whole.first(length)).isEmpty());
    }

    void alteredJournal()
    {
        const QTemporaryDir dir;
        const auto file =
            PlanFile::create(dir.filePath(u"j.plan"_s), smallTree(), testAuthor(u"Ann"_s), u"Made"_s);
        QVERIFY(file.ok());
        const Result<QList<JournalEntry>> journal = (*file)->journal();
        QVERIFY(journal.ok());
        QByteArray text = planToJson((*file)->tree(), &*journal);
        QVERIFY(readPlanJson(text).ok());
        QByteArray altered = text;
        const qsizetype inJournal =
            altered.lastIndexOf("\"180000.50\"", altered.indexOf("\"kind\": \"import\""));
        QVERIFY(inJournal > altered.indexOf("\"journal\""));
        altered.replace(inJournal, 11, "\"180000.51\"");
        const Result<PlanJson> read = readPlanJson(altered);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().text.startsWith(u"journal[0].hash: "_s), qPrintable(read.error().text));

        // A plan that its own journal does not lead to.
        QByteArray other = text;
        other.replace(other.lastIndexOf("\"Calderbourne\""), 14, "\"Elsewhere\"");
        const Result<PlanJson> otherRead = readPlanJson(other);
        QVERIFY(otherRead.ok());
        const auto made =
            PlanFile::createFromJournal(dir.filePath(u"k.plan"_s), otherRead->tree, otherRead->journal);
        QVERIFY(!made.ok());
        QVERIFY(made.error().text.contains(u"does not lead to"_s));
        QVERIFY(!QFile::exists(dir.filePath(u"k.plan"_s)));
    }

    void pinsRulebooks()
    {
        const QMap<QString, QByteArray> builtIn{{u"test rules"_s, "{}"_ba}, {u"other"_s, "[]"_ba}};
        PlanTree tree = smallTree();
        QVERIFY(pinRulebooks(tree, builtIn).ok());
        QVERIFY(tree == smallTree()); // pinned already

        const QString hash = tree.base.years[0].rulebookHash;
        tree.base =
            apply(tree.base,
                  StepBuilder(tree.base).set("year", Id(u"2026-27"_s), "rulebookHash", Value()).step({}))
                .plan;
        QVERIFY(pinRulebooks(tree, builtIn).ok());
        QCOMPARE(tree.base.years[0].rulebookHash, sha256Hex("{}"));
        QVERIFY(tree.base.years[0].rulebookHash != hash);
        QCOMPARE(tree.blobs.value(sha256Hex("{}")), "{}"_ba);

        tree.base = apply(tree.base, StepBuilder(tree.base)
                                         .set("year", Id(u"2026-27"_s), "rulebookHash", Value())
                                         .set("year", Id(u"2026-27"_s), "rulebook", u"2099-00"_s)
                                         .step({}))
                        .plan;
        const PlanTree before = tree;
        const Outcome refused = pinRulebooks(tree, builtIn);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().text.contains(u"“2099-00”"_s));
        QVERIFY(tree == before);
    }

    void schemaFileIsThatOfTheFields()
    {
        const QByteArray schema = planJsonSchema();
        QVERIFY2(projectFile(u"resources/schema/plan.schema.json"_s) == schema,
                 "resources/schema/plan.schema.json is not planJsonSchema(): run this test with "
                 "PLACEWRIGHT_WRITE_SCHEMA=1");
        const QJsonObject line =
            QJsonDocument::fromJson(schema).object()["$defs"_L1]["entity.line"_L1].toObject();
        QCOMPARE(line["properties"_L1]["amount"_L1]["additionalProperties"_L1]["$ref"_L1].toString(),
                 u"#/$defs/money"_s);
    }

    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("PLACEWRIGHT_WRITE_SCHEMA"))
            return;
        QFile file(QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/resources/schema/plan.schema.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(planJsonSchema());
    }

    void examplesOfTheDocumentation()
    {
        const QList<QByteArray> blocks = jsonBlocks(projectFile(u"docs/plan-json.md"_s));
        QVERIFY(blocks.size() >= 2);
        const QTemporaryDir dir;
        for (const QByteArray& block : blocks) {
            const Result<PlanTree> tree = planFromJson(block);
            QVERIFY2(tree.ok(), qPrintable(tree ? QString() : tree.error().text));
            for (const Scenario& scenario : tree->base.scenarios)
                QVERIFY(branchPlan(*tree, scenario.id).stale.isEmpty());
            const auto file =
                PlanFile::create(dir.filePath(u"doc.plan"_s), *tree, testAuthor(u"Ann"_s), u"Converted"_s);
            QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
            const QByteArray canonical = planToJson((*file)->tree());
            QCOMPARE(QJsonDocument::fromJson(canonical), QJsonDocument::fromJson(block));
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanJson)
#include "test_planjson.moc"
