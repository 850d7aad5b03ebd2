// The commands of placewright-cli on the sample plan, run as a person runs them. Expected figures stand in the sample's
// design; they are worked out there by hand.
#include "core/plan/edit.h"
#include "core/store/planfile.h"
#include "tests/app/cliprocess.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCli : public QObject
{
    Q_OBJECT

private:
    QString at(const QString& name) const { return m_folder.filePath(name); }
    QString copyOfSample(const QString& name) const
    {
        QFile::remove(at(name));
        return QFile::copy(m_sample, at(name)) ? at(name) : QString();
    }

    QTemporaryDir m_folder;
    QString m_sample;

private slots:
    void initTestCase();
    void wrongUsage_data();
    void wrongUsage();
    void helpAndVersion();
    void generatedSamples_data();
    void generatedSamples();
    void checkNamesTheMissedCondition();
    void checkJson();
    void scenariosMeetTheConditions();
    void checkAgainstAnotherRulebook();
    void strictMindsWhatIsNotKnown();
    void evaluateJson();
    void evaluateText();
    void whatStandsThereIsKept();
    void planBeyondComputingIsNotWritten();
    void jsonComesBackByteForByte();
    void journalTravels();
    void journalLeftOutIsSaid();
    void applyTypes();
    void applyToScenario();
    void applyIsAllOrNothing_data();
    void applyIsAllOrNothing();
    void needIndex();
    void needIndexNamesTheIcbsThereAre();
    void needIndexRefusesRows();
    void importNeed();
    void importNeedIsAllOrNothing();
    void log();
    void logForgesNoLine();
    void verify();
    void verifySeesATamperedJournal();
};

void TestCli::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_sample = at(u"sample.plan"_s);
    const CliRun made = runCli({u"sample"_s, m_sample});
    QVERIFY2(made.status == 0, made.err.constData());
}

void TestCli::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"dance"_s};
    QTest::newRow("missing argument") << QStringList{u"check"_s};
    QTest::newRow("too many") << QStringList{u"verify"_s, m_sample, m_sample};
    QTest::newRow("unknown option") << QStringList{u"check"_s, m_sample, u"--loud"_s};
    QTest::newRow("unknown scenario") << QStringList{u"check"_s, m_sample, u"--scenario"_s, u"Option Z"_s};
    QTest::newRow("unknown rulebook") << QStringList{u"check"_s, m_sample, u"--rulebook"_s, u"1066-67"_s};
    QTest::newRow("unknown kind") << QStringList{u"sample"_s, at(u"x.plan"_s), u"--kind"_s, u"tiny"_s};
    QTest::newRow("ending to") << QStringList{u"convert"_s, m_sample, at(u"x.docx"_s)};
    QTest::newRow("ending from") << QStringList{u"convert"_s, at(u"x.txt"_s), at(u"x.plan"_s)};
    QTest::newRow("plan to plan") << QStringList{u"convert"_s, m_sample, at(u"x.plan"_s)};
    QTest::newRow("nobody applies") << QStringList{u"apply"_s, m_sample, at(u"x.json"_s)};
    QTest::newRow("nobody imports") << QStringList{u"import-need"_s, m_sample, at(u"x.csv"_s)};
    QTest::newRow("nothing to import") << QStringList{u"import-need"_s, m_sample};
    QTest::newRow("no date") << QStringList{u"import-need"_s, m_sample, u"x.csv"_s, u"--date"_s,
                                            u"yesterday"_s};
    QTest::newRow("no hash") << QStringList{u"verify"_s, m_sample, u"--head"_s, u"abc"_s};
}

void TestCli::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const QByteArray before = fileBytes(m_sample);
    const CliRun run = runCli(arguments);
    QCOMPARE(run.status, 2);
    QVERIFY2(run.saysOneLine(), run.err.constData());
    QVERIFY(run.out.isEmpty());
    QVERIFY(!QFile::exists(at(u"x.plan"_s)));
    QVERIFY(fileBytes(m_sample) == before);
}

void TestCli::helpAndVersion()
{
    const CliRun help = runCli({u"--help"_s});
    QCOMPARE(help.status, 0);
    for (const char* command :
         {"sample", "convert", "check", "evaluate", "apply", "need-index", "import-need", "log", "verify"}) {
        QVERIFY2(help.out.contains(command), command);
        const CliRun one = runCli({QString::fromLatin1(command), u"--help"_s});
        QCOMPARE(one.status, 0);
        QVERIFY2(one.out.startsWith("Usage: placewright-cli " + QByteArray(command)), one.out.constData());
    }
    QVERIFY(runCli({u"--version"_s}).out.startsWith("placewright-cli "));
}

void TestCli::generatedSamples_data()
{
    QTest::addColumn<int>("areas");
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("years");
    QTest::addColumn<int>("fewestPartsOfScheme");
    QTest::newRow("large") << 60 << 1'000 << 5 << 1;
    QTest::newRow("large-dense") << 60 << 1'000 << 5 << 60;
    QTest::newRow("england") << 153 << 16'065 << 1 << 1;
}

void TestCli::generatedSamples()
{
    QFETCH(int, areas);
    QFETCH(int, lines);
    QFETCH(int, years);
    QFETCH(int, fewestPartsOfScheme);
    const QString plan = at(u"generated.plan"_s);
    const CliRun made = runCli(
        {u"sample"_s, plan, u"--replace"_s, u"--kind"_s, QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY2(made.status == 0, made.err.constData());

    const auto file = PlanFile::open(plan, PlanFile::Mode::ReadOnly);
    QVERIFY(file.ok());
    QCOMPARE((*file)->tree().base.areas.size(), areas);
    QCOMPARE((*file)->tree().base.lines.size(), lines);
    QCOMPARE((*file)->tree().base.years.size(), years);

    const QJsonObject evaluation = runCli({u"evaluate"_s, plan, u"--json"_s}).json();
    for (const QJsonValue& source : evaluation[u"sources"_s].toArray())
        QCOMPARE(source[u"balance"_s].toString(), u"0.00"_s);
    const QJsonArray schemes = evaluation[u"schemes"_s].toArray();
    QVERIFY(!schemes.isEmpty());
    for (const QJsonValue& scheme : schemes)
        QVERIFY(scheme[u"areas"_s].toArray().size() >= fewestPartsOfScheme);
    const QString again = at(u"generated-again.plan"_s);
    runCli({u"sample"_s, again, u"--replace"_s, u"--kind"_s, QString::fromLatin1(QTest::currentDataTag())});
    const auto other = PlanFile::open(again, PlanFile::Mode::ReadOnly);
    QVERIFY(other.ok());
    QVERIFY((*other)->tree().base == (*file)->tree().base);
}

void TestCli::checkNamesTheMissedCondition()
{
    const CliRun run = runCli({u"check"_s, m_sample});
    QCOMPARE(run.status, 1);
    const QList<QByteArray> lines = run.out.split('\n');
    const auto missed = std::find_if(lines.begin(), lines.end(), [](const QByteArray& line) {
        return line.contains("Missed") && line.contains("BCF-04");
    });
    QVERIFY2(missed != lines.end(), run.out.constData());
    QVERIFY2(missed->contains("£212,000.00"), missed->constData());
}

void TestCli::checkJson()
{
    const CliRun run = runCli({u"check"_s, m_sample, u"--json"_s});
    QCOMPARE(run.status, 1);
    QCOMPARE(run.json().keys(), QStringList{u"findings"_s});
    const QJsonArray findings = run.json()[u"findings"_s].toArray();
    for (const QJsonValue& finding : findings)
        for (const char* key : {"rule", "rulebook", "year", "severity", "status", "required", "planned",
                                "margin", "subject", "figures", "text"})
            QVERIFY2(finding.toObject().contains(QLatin1StringView(key)), key);

    const QJsonObject missed = find(findings, {{"rule"_L1, u"BCF-04"_s}, {"year"_L1, u"2026-27"_s}});
    QCOMPARE(missed[u"status"_s].toString(), u"fail"_s);
    QCOMPARE(missed[u"severity"_s].toString(), u"block"_s);
    QCOMPARE(missed[u"required"_s].toString(), u"11512000.00"_s);
    QCOMPARE(missed[u"planned"_s].toString(), u"11300000.00"_s);
    QCOMPARE(missed[u"margin"_s].toString(), u"-212000.00"_s);
    QCOMPARE(missed[u"figures"_s].toString(), u"indicative"_s);
    QVERIFY(missed[u"subject"_s].isNull());
    QVERIFY(missed[u"text"_s].toString().contains(u"212,000.00"_s));

    const QJsonObject pooled =
        find(findings, {{"rule"_L1, u"BCF-03"_s}, {"year"_L1, u"2026-27"_s}, {"subject"_L1, u"fenwold"_s}});
    QCOMPARE(pooled[u"required"_s].toString(), u"1126700.00"_s);
    QCOMPARE(pooled[u"margin"_s].toString(), u"0.00"_s);
    QCOMPARE(pooled[u"status"_s].toString(), u"pass"_s);
    QVERIFY(!pooled[u"subjectName"_s].toString().isEmpty());
}

void TestCli::scenariosMeetTheConditions()
{
    const auto file = PlanFile::open(m_sample, PlanFile::Mode::ReadOnly);
    QVERIFY(file.ok());
    int met = 0;
    for (const Scenario& scenario : (*file)->tree().base.scenarios) {
        const CliRun run = runCli({u"check"_s, m_sample, u"--scenario"_s, scenario.name, u"--json"_s});
        QVERIFY2(run.status == 0 || run.status == 1, run.err.constData());
        const QJsonObject care =
            find(run.json()[u"findings"_s].toArray(), {{"rule"_L1, u"BCF-04"_s}, {"year"_L1, u"2026-27"_s}});
        QCOMPARE(care[u"margin"_s].toString().startsWith(u'-'), care[u"status"_s].toString() == u"fail");
        met += care[u"status"_s].toString() == u"pass" ? 1 : 0;
        const QJsonObject signatures =
            find(run.json()[u"findings"_s].toArray(), {{"rule"_L1, u"BCF-21"_s}, {"year"_L1, u"2026-27"_s}});
        QCOMPARE(signatures[u"margin"_s].toInt(), -3); // of the base, whatever the option
    }
    QVERIFY(met >= 2); // options A and B
    QCOMPARE(runCli({u"check"_s, m_sample, u"--scenario"_s, u"base"_s}).status, 1);
}

void TestCli::checkAgainstAnotherRulebook()
{
    const CliRun run = runCli({u"check"_s, m_sample, u"--rulebook"_s, u"2025-26"_s, u"--json"_s});
    QCOMPARE(run.status, 1);
    const QJsonArray findings = run.json()[u"findings"_s].toArray();
    QVERIFY(!findings.isEmpty());
    for (const QJsonValue& finding : findings)
        QCOMPARE(finding[u"rulebook"_s].toString(), u"2025-26"_s);
    // The place's own copy of the rules leaves BCF-05 out of 2026-27; the national book has it.
    QVERIFY(!find(findings, {{"rule"_L1, u"BCF-05"_s}, {"year"_L1, u"2026-27"_s}}).isEmpty());
}

void TestCli::strictMindsWhatIsNotKnown()
{
    const QString plan = copyOfSample(u"strict.plan"_s);
    QVERIFY(
        writeFile(at(u"forget.json"_s), R"({"steps":[{"why":"test","changes":[{"op":"set","entity":"minimum",
        "id":"minimum-2026-27-asc-spend","field":"amount","from":"11512000.00","to":null}]}]})"));
    const CliRun forgot = runCli({u"apply"_s, plan, at(u"forget.json"_s), u"--who"_s, u"Ann"_s});
    QVERIFY2(forgot.status == 0, forgot.err.constData());

    const CliRun easy = runCli({u"check"_s, plan, u"--json"_s});
    const QJsonObject finding =
        find(easy.json()[u"findings"_s].toArray(), {{"rule"_L1, u"BCF-04"_s}, {"year"_L1, u"2026-27"_s}});
    QCOMPARE(finding[u"status"_s].toString(), u"unknown"_s);
    QVERIFY(finding[u"margin"_s].isNull());

    // Of the rounds before signatures were asked for, nothing blocks it but what is not known.
    const QStringList before{u"check"_s, at(u"bare.plan"_s), u"--rulebook"_s, u"2024-25"_s};
    QVERIFY(writeFile(at(u"bare.json"_s), R"({"format": "placewright-plan", "version": 1,
        "places": [{"id": "place", "name": "Harbour"}], "years": [{"id": "2024-25"}]})"));
    QCOMPARE(runCli({u"convert"_s, at(u"bare.json"_s), at(u"bare.plan"_s)}).status, 0);
    QCOMPARE(runCli(before).status, 0);
    QCOMPARE(runCli(before + QStringList{u"--strict"_s}).status, 1);
}

void TestCli::evaluateJson()
{
    const CliRun run = runCli({u"evaluate"_s, m_sample, u"--json"_s});
    QCOMPARE(run.status, 0);
    const QJsonObject json = run.json();
    QCOMPARE(json.keys(),
             (QStringList{u"areas"_s, u"committee"_s, u"contracts"_s, u"fairShares"_s, u"fifths"_s,
                          u"findings"_s, u"funds"_s, u"inequality"_s, u"notSplit"_s, u"plan"_s, u"pooled"_s,
                          u"riskShare"_s, u"schemes"_s, u"services"_s, u"sources"_s, u"years"_s}));
    QCOMPARE(json[u"plan"_s][u"name"_s].toString(), u"Calderbourne"_s);
    QCOMPARE(json[u"plan"_s][u"scenario"_s].toString(), u"base"_s);
    QCOMPARE(json[u"plan"_s][u"years"_s].toArray().at(1)[u"rulebook"_s].toString(),
             u"calderbourne-2026-27"_s);

    const QJsonObject source =
        find(json[u"sources"_s].toArray(), {{"year"_L1, u"2026-27"_s}, {"source"_L1, u"NHS_MIN"_s}});
    QCOMPARE(source[u"income"_s].toString(), u"27545000.00"_s);
    QCOMPARE(source[u"balance"_s].toString(), u"0.00"_s);

    const QJsonObject fund =
        find(json[u"funds"_s].toArray(), {{"id"_L1, u"better-care"_s}, {"year"_L1, u"2026-27"_s}});
    QCOMPARE(fund[u"income"_s].toString(), u"55043700.00"_s);
    const QJsonObject share = find(fund[u"contributions"_s].toArray(), {{"partner"_L1, u"fenwold"_s}});
    QCOMPARE(share[u"amount"_s].toString(), u"1126700.00"_s);
    QCOMPARE(share[u"share"_s].toString(), u"0.020469191"_s); // 11,267 / 550,437 = 0.0204691908...
    QCOMPARE(share[u"status"_s].toString(), u"indicative"_s);

    const QJsonObject area =
        find(json[u"areas"_s].toArray(), {{"area"_L1, u"a1"_s}, {"year"_L1, u"2026-27"_s}});
    QCOMPARE(area[u"areaName"_s].toString(), u"Canalside"_s);
    QCOMPARE(area[u"population"_s].toDouble(), 33950.0);
    QCOMPARE(area[u"needIndex"_s].toString(), u"1.308088844"_s);
    QCOMPARE(area[u"allocated"_s].toString(), u"6489213.22"_s);
    QCOMPARE(area[u"perWeightedHead"_s].toString(), u"146.12"_s);
    QCOMPARE(area[u"measure"_s].toString(), u"typed"_s);
    for (const char* key : {"layer", "base", "needShare", "assumed", "allocatedShare", "perHead", "target",
                            "distanceFromTarget"})
        QVERIFY2(area.contains(QLatin1StringView(key)), key);

    const QJsonObject notSplit = find(json[u"notSplit"_s].toArray(), {{"year"_L1, u"2026-27"_s}});
    QCOMPARE(notSplit[u"amount"_s].toString(), u"1340000.00"_s);

    const QJsonObject scheme =
        find(json[u"schemes"_s].toArray(), {{"name"_L1, u"Reablement at home"_s}, {"year"_L1, u"2026-27"_s}});
    QCOMPARE(scheme[u"spend"_s].toString(), u"5550000.00"_s);
    qint64 pence = 0;
    for (const QJsonValue& part : scheme[u"areas"_s].toArray()) {
        pence += part[u"amount"_s].toString().remove(u'.').toLongLong();
        QCOMPARE(part[u"assumed"_s], part[u"amount"_s]); // by population
    }
    QCOMPARE(pence, 555'000'000);
}

void TestCli::evaluateText()
{
    const CliRun run = runCli({u"evaluate"_s, m_sample, u"--on"_s, u"10 March 2026"_s});
    QCOMPARE(run.status, 0);
    QVERIFY(run.out.contains(
        "2026-27: income £57,643,700.00, spend £57,643,700.00, not split by area £1,340,000.00"));
    QVERIFY(run.out.contains("Conditions: 16 met, 3 missed, 1 not known"));
}

void TestCli::jsonComesBackByteForByte()
{
    QCOMPARE(runCli({u"convert"_s, m_sample, at(u"one.json"_s)}).status, 0);
    const CliRun back = runCli({u"convert"_s, at(u"one.json"_s), at(u"two.plan"_s)});
    QVERIFY2(back.status == 0, back.err.constData());
    QCOMPARE(runCli({u"convert"_s, at(u"two.plan"_s), at(u"two.json"_s)}).status, 0);
    QVERIFY(!fileBytes(at(u"one.json"_s)).isEmpty());
    QCOMPARE(fileBytes(at(u"two.json"_s)), fileBytes(at(u"one.json"_s)));
    QCOMPARE(runCli({u"evaluate"_s, at(u"two.plan"_s), u"--json"_s}).out,
             runCli({u"evaluate"_s, m_sample, u"--json"_s}).out);
    QCOMPARE(runCli({u"verify"_s, at(u"two.plan"_s)}).status, 0);
}

void TestCli::journalTravels()
{
    QCOMPARE(runCli({u"convert"_s, m_sample, at(u"journal.json"_s), u"--with-journal"_s}).status, 0);
    const CliRun back =
        runCli({u"convert"_s, at(u"journal.json"_s), at(u"journal.plan"_s), u"--with-journal"_s});
    QVERIFY2(back.status == 0, back.err.constData());
    QCOMPARE(runCli({u"log"_s, at(u"journal.plan"_s), u"--json"_s}).out,
             runCli({u"log"_s, m_sample, u"--json"_s}).out);
}

void TestCli::journalLeftOutIsSaid()
{
    const CliRun left = runCli({u"convert"_s, m_sample, at(u"left.json"_s), u"--with-journal"_s});
    QCOMPARE(left.status, 0);
    QCOMPARE(left.out, QByteArray());
    const CliRun dropped = runCli({u"convert"_s, at(u"left.json"_s), at(u"dropped.plan"_s)});
    QCOMPARE(dropped.status, 0);
    QCOMPARE(
        QString::fromUtf8(dropped.out),
        u"The journal of “left.json” was left out, and a new one begun: --with-journal takes it along.\n"_s);
    QCOMPARE(runCli({u"log"_s, at(u"dropped.plan"_s), u"--json"_s}).json()[u"entries"_s][0][u"kind"_s],
             u"import"_s);
    const CliRun taken = runCli({u"convert"_s, at(u"left.json"_s), at(u"taken.plan"_s), u"--with-journal"_s});
    QCOMPARE(taken.status, 0);
    QCOMPARE(taken.out, QByteArray());
    QCOMPARE(runCli({u"convert"_s, m_sample, at(u"bare.json"_s), u"--replace"_s}).status, 0);
    const CliRun none = runCli({u"convert"_s, at(u"bare.json"_s), at(u"none.plan"_s)});
    QCOMPARE(none.status, 0);
    QCOMPARE(none.out, QByteArray());
}

void TestCli::whatStandsThereIsKept()
{
    const QString plan = copyOfSample(u"mine.plan"_s);
    QVERIFY(writeFile(at(u"mine.json"_s), "mine"));
    QCOMPARE(runCli({u"convert"_s, plan, at(u"other.json"_s)}).status, 0);
    const QByteArray before = fileBytes(plan);
    const QList<QStringList> commands{{u"sample"_s, plan},
                                      {u"convert"_s, at(u"other.json"_s), plan},
                                      {u"convert"_s, plan, at(u"mine.json"_s)}};
    for (const QStringList& command : commands) {
        const CliRun run = runCli(command);
        QCOMPARE(run.status, 3);
        QVERIFY2(run.saysOneLine() && run.err.contains("mine.") && run.err.contains("--replace"),
                 run.err.constData());
    }
    QVERIFY(fileBytes(plan) == before);
    QCOMPARE(fileBytes(at(u"mine.json"_s)), QByteArray("mine"));
    for (const QStringList& command : commands)
        QCOMPARE(runCli(command + QStringList{u"--replace"_s}).status, 0);
    QCOMPARE(fileBytes(at(u"mine.json"_s)), fileBytes(at(u"other.json"_s)));
}

// 93 areas of the most people that a cell holds are 9.3e18 billionths, above the 9.22e18 of 64 bits.
void TestCli::planBeyondComputingIsNotWritten()
{
    const auto planOf = [](int areas) {
        QJsonArray list;
        for (int i = 0; i < areas; ++i)
            list.append(QJsonObject{{u"id"_s, u"a%1"_s.arg(i)},
                                    {u"layer"_s, u"l"_s},
                                    {u"name"_s, u"Area %1"_s.arg(i)},
                                    {u"population"_s, u"100000000"_s},
                                    {u"weightedPopulation"_s, u"100000000"_s}});
        const QJsonObject place{{u"id"_s, u"place"_s}, {u"name"_s, u"Harbour"_s}};
        const QJsonObject layer{{u"id"_s, u"l"_s}, {u"name"_s, u"Localities"_s}};
        return QJsonDocument(QJsonObject{{u"format"_s, u"placewright-plan"_s},
                                         {u"version"_s, 1},
                                         {u"places"_s, QJsonArray{place}},
                                         {u"layers"_s, QJsonArray{layer}},
                                         {u"areas"_s, list}})
            .toJson();
    };
    QVERIFY(writeFile(at(u"crowded.json"_s), planOf(93)));
    const CliRun refused = runCli({u"convert"_s, at(u"crowded.json"_s), at(u"crowded.plan"_s)});
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.saysOneLine() && refused.err.contains("crowded.json"), refused.err.constData());
    QVERIFY(!QFile::exists(at(u"crowded.plan"_s)));

    QVERIFY(writeFile(at(u"full.json"_s), planOf(92)));
    QCOMPARE(runCli({u"convert"_s, at(u"full.json"_s), at(u"full.plan"_s)}).status, 0);
    const QByteArray before = fileBytes(at(u"full.plan"_s));
    QVERIFY(writeFile(at(u"one-more.json"_s),
                      R"({"steps":[{"changes":[{"op":"add","entity":"area","id":"b","to":{"layer":"l",
        "name":"B","population":"100000000","weightedPopulation":"100000000"}}]}]})"));
    const CliRun run = runCli({u"apply"_s, at(u"full.plan"_s), at(u"one-more.json"_s), u"--who"_s, u"Ann"_s});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.saysOneLine() && run.err.contains("one-more.json"), run.err.constData());
    QVERIFY(fileBytes(at(u"full.plan"_s)) == before);
}

void TestCli::applyTypes()
{
    const QString plan = copyOfSample(u"typed.plan"_s);
    QVERIFY(writeFile(at(u"steps.json"_s),
                      R"({"steps":[{"what":"Moved money to reablement","why":"To meet the minimum","changes":[
        {"op":"set","entity":"contribution","id":"better-care-ashmoor-nhs-add","field":"amount","key":"2026-27",
         "from":"4150000.00","to":"4150000.01"}]}]})"));
    const CliRun run = runCli({u"apply"_s, plan, at(u"steps.json"_s), u"--who"_s, u"Ann Example"_s});
    QVERIFY2(run.status == 0, run.err.constData());
    const QJsonObject json = runCli({u"evaluate"_s, plan, u"--json"_s}).json();
    const QJsonObject source =
        find(json[u"sources"_s].toArray(), {{"year"_L1, u"2026-27"_s}, {"source"_L1, u"NHS_ADD"_s}});
    QCOMPARE(source[u"balance"_s].toString(), u"0.01"_s);
    const QJsonArray entries = runCli({u"log"_s, plan, u"--json"_s}).json()[u"entries"_s].toArray();
    QCOMPARE(entries.last()[u"whoName"_s].toString(), u"Ann Example"_s);
    QCOMPARE(entries.last()[u"what"_s].toString(), u"Moved money to reablement"_s);
    QCOMPARE(runCli({u"verify"_s, plan}).status, 0);
}

void TestCli::applyToScenario()
{
    const QString plan = copyOfSample(u"scenario.plan"_s);
    const QByteArray baseBefore = runCli({u"evaluate"_s, plan, u"--json"_s}).out;
    QVERIFY(writeFile(at(u"steps.json"_s),
                      R"({"steps":[{"why":"x","changes":[{"op":"set","entity":"place","id":"place",
        "field":"note","from":"Fictional sample plan","to":"Only here"}]}]})"));
    const QString option = u"A: Trim teams"_s;
    const CliRun run =
        runCli({u"apply"_s, plan, at(u"steps.json"_s), u"--scenario"_s, option, u"--who"_s, u"Ann"_s});
    QVERIFY2(run.status == 0, run.err.constData());
    QCOMPARE(runCli({u"evaluate"_s, plan, u"--json"_s}).out, baseBefore);
    const QJsonArray entries = runCli({u"log"_s, plan, u"--json"_s}).json()[u"entries"_s].toArray();
    QCOMPARE(entries.last()[u"scenarioName"_s].toString(), option);
    QVERIFY(!entries.last()[u"what"_s].toString().isEmpty());
}

void TestCli::applyIsAllOrNothing_data()
{
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<int>("status");
    const QByteArray good = R"({"why":"x","changes":[{"op":"set","entity":"place","id":"place","field":"note",
        "from":"Fictional sample plan","to":"Changed"}]})";
    QTest::newRow("second does not fit") << "{\"steps\":[" + good + "," + good + "]}" << 1;
    QTest::newRow("no such line")
        << QByteArray(
               R"({"steps":[{"why":"x","changes":[{"op":"set","entity":"line","id":"nowhere","field":"note","to":"y"}]}]})")
        << 1;
    QTest::newRow("not JSON") << QByteArray("{\"steps\":[") << 3;
    QTest::newRow("empty") << QByteArray() << 3;
    QTest::newRow("no steps") << QByteArray("{}") << 3;
    QTest::newRow("no changes") << QByteArray(R"({"steps":[{"why":"x"}]})") << 3;
    QTest::newRow("unknown field")
        << QByteArray(
               R"({"steps":[{"changes":[{"op":"set","entity":"line","id":"x","field":"colour","to":"y"}]}]})")
        << 3;
    QTest::newRow("money as a number")
        << QByteArray(
               R"({"steps":[{"changes":[{"op":"set","entity":"minimum","id":"x","field":"amount","to":12.5}]}]})")
        << 3;
    QTest::newRow("unknown part") << "{\"steps\":[{\"mood\":\"x\"," + good.mid(1) + "]}" << 3;
    QTest::newRow("not UTF-8") << QByteArray("{\"steps\":\"\xff\"}") << 3;
    const QByteArray version =
        R"({"changes":[{"op":"add","entity":"frozenVersion","id":"v9","to":{"year":"2026-27"}}]})";
    QTest::newRow("for the record") << "{\"steps\":[" + good + "," + version + "]}" << 1;
    const QByteArray body = R"("changes":[{"op":"add","entity":"body","id":"b9","to":{"name":"Board"}}]})";
    QTest::newRow("committee in a scenario")
        << "{\"steps\":[{\"scenario\":\"A: Trim teams\"," + body + "]}" << 1;
    const QByteArray member =
        R"({"changes":[{"op":"add","entity":"bodyMember","id":"m9","to":{"body":"b9","person":"who"}}]})";
    QTest::newRow("unknown person") << "{\"steps\":[{" + body + "," + member + "]}" << 1;
    const QByteArray quorum =
        R"({"changes":[{"op":"set","entity":"body","id":"b9","field":"quorumNumber","to":1}]})";
    QTest::newRow("quorum above the members") << "{\"steps\":[{" + body + "," + quorum + "]}" << 1;
}

void TestCli::applyIsAllOrNothing()
{
    QFETCH(QByteArray, steps);
    QFETCH(int, status);
    const QString plan = copyOfSample(u"whole.plan"_s);
    const QByteArray before = fileBytes(plan);
    QVERIFY(writeFile(at(u"bad.json"_s), steps));
    const CliRun run = runCli({u"apply"_s, plan, at(u"bad.json"_s), u"--who"_s, u"Ann"_s});
    QCOMPARE(run.status, status);
    QVERIFY2(run.saysOneLine(), run.err.constData());
    QVERIFY2(run.err.contains("bad.json"), run.err.constData());
    QVERIFY(fileBytes(plan) == before);
}

// Two practices of three make the place: (1100 + 450) / (1000 + 500) over (1100 + 450 + 1300) / (1000 + 500 + 1500)
// = 31/30 over 19/20 = 62/57 = 1.087719298 to nine places.
static const QByteArray threePractices =
    "Practice_Code,GP_Practice_Name,ICB,ICBname,LAD,LTLA,Population,Final WP\r\n"
    "X1,One,QXX,Bay ICB,E1,Harbour,1000,1100\r\n"
    "X2,Two,QXX,Bay ICB,E1,Harbour,500,450\r\n"
    "X3,Three,QXX,Bay ICB,E2,Marsh,1500,1300\r\n";
static const QByteArray savedHarbour =
    R"({"Harbour":{"gps":["X1: One","X2: Two","X9: Gone"],"icb":"Bay ICB"},"places":["Harbour"]})";

void TestCli::needIndex()
{
    QVERIFY(writeFile(at(u"practices.csv"_s), threePractices));
    QVERIFY(writeFile(at(u"places.json"_s), savedHarbour));
    const CliRun run = runCli({u"need-index"_s, at(u"practices.csv"_s), at(u"places.json"_s), u"--json"_s});
    QVERIFY2(run.status == 0, run.err.constData());
    const QJsonValue place = QJsonDocument::fromJson(run.out).array().at(0);
    QCOMPARE(place[u"place"_s].toString(), u"Harbour"_s);
    QCOMPARE(place[u"icb"_s].toString(), u"QXX"_s);
    QCOMPARE(place[u"practices"_s].toInt(), 2);
    QCOMPARE(place[u"population"_s].toDouble(), 1500.0);
    QCOMPARE(place[u"index"_s][u"overall"_s].toString(), u"1.087719298"_s);
    QVERIFY(place[u"index"_s][u"maternity"_s].isNull());
    QVERIFY(run.err.contains("X9"));
    const CliRun table = runCli({u"need-index"_s, at(u"practices.csv"_s), at(u"places.json"_s)});
    QVERIFY(table.out.contains("1.087719298"));
}

void TestCli::needIndexNamesTheIcbsThereAre()
{
    QVERIFY(writeFile(at(u"practices.csv"_s), threePractices));
    QVERIFY(writeFile(
        at(u"places.json"_s),
        R"({"Harbour":{"gps":["X1: One"],"icb":"Ocean ICB"},"Marsh":{"gps":["X9: Gone"],"icb":"Bay ICB"},
        "places":["Harbour","Marsh"]})"));
    const CliRun run = runCli({u"need-index"_s, at(u"practices.csv"_s), at(u"places.json"_s)});
    QCOMPARE(run.status, 0);
    QVERIFY2(run.err.contains("Harbour: the practice file has no ICB “Ocean ICB”") &&
                 run.err.contains("QXX (Bay ICB)"),
             run.err.constData());
    QVERIFY2(run.err.contains("Marsh: none of its practices"), run.err.constData());
}

void TestCli::needIndexRefusesRows()
{
    QVERIFY(writeFile(at(u"practices.csv"_s), threePractices + "X4,Four,QXX,Bay ICB,E2,Marsh,-5,10\r\n"));
    QVERIFY(writeFile(at(u"places.json"_s), savedHarbour));
    const QStringList command{u"need-index"_s, at(u"practices.csv"_s), at(u"places.json"_s)};
    const CliRun refused = runCli(command);
    QCOMPARE(refused.status, 3);
    QVERIFY2(refused.saysOneLine() && refused.err.contains("line 5"), refused.err.constData());
    const CliRun skipped = runCli(command + QStringList{u"--skip-refused"_s});
    QCOMPARE(skipped.status, 0);
    QVERIFY(skipped.err.contains("line 5"));
}

void TestCli::importNeed()
{
    const QString plan = copyOfSample(u"need.plan"_s);
    QVERIFY(writeFile(at(u"practices.csv"_s), threePractices));
    QVERIFY(writeFile(at(u"localities.csv"_s), "Locality,Type,Practice.Code,Practice.Name\nQuay,Main,X1,"
                                               "One\nHill,Main,X2,Two\nHill,Main,X8,Gone\n"));
    const QStringList command{u"import-need"_s,        plan,         at(u"practices.csv"_s),
                              at(u"localities.csv"_s), u"--layer"_s, u"Localities"_s};
    const QByteArray before = fileBytes(plan);
    const CliRun dry = runCli(command + QStringList{u"--dry-run"_s});
    QVERIFY2(dry.status == 0, dry.err.constData());
    QVERIFY(dry.out.contains("X8"));
    QVERIFY(fileBytes(plan) == before);

    const CliRun run = runCli(command + QStringList{u"--who"_s, u"Ann"_s});
    QVERIFY2(run.status == 0, run.err.constData());
    const QJsonArray areas = runCli({u"evaluate"_s, plan, u"--json"_s}).json()[u"areas"_s].toArray();
    const QJsonObject quay = find(areas, {{"areaName"_L1, u"Quay"_s}, {"year"_L1, u"2026-27"_s}});
    QCOMPARE(quay[u"population"_s].toDouble(), 1000.0);
    QCOMPARE(quay[u"measure"_s].toString(), u"overall"_s);

    const CliRun districts = runCli({u"import-need"_s, plan, u"--by-district"_s, u"QXX"_s, u"--layer"_s,
                                     u"Districts"_s, u"--who"_s, u"Ann"_s});
    QVERIFY2(districts.status == 0, districts.err.constData());
    const QJsonArray after = runCli({u"evaluate"_s, plan, u"--json"_s}).json()[u"areas"_s].toArray();
    QCOMPARE(
        find(after, {{"areaName"_L1, u"Harbour"_s}, {"year"_L1, u"2026-27"_s}})[u"population"_s].toDouble(),
        1500.0);
    QCOMPARE(runCli({u"verify"_s, plan}).status, 0);
}

void TestCli::importNeedIsAllOrNothing()
{
    const QString plan = copyOfSample(u"need.plan"_s);
    const QByteArray before = fileBytes(plan);
    QVERIFY(writeFile(at(u"practices.csv"_s), threePractices));
    QVERIFY(writeFile(at(u"wrong.csv"_s), "Colour,Size\nred,3\n"));
    const CliRun run =
        runCli({u"import-need"_s, plan, at(u"practices.csv"_s), at(u"wrong.csv"_s), u"--who"_s, u"Ann"_s});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.saysOneLine() && run.err.contains("wrong.csv"), run.err.constData());
    QVERIFY(fileBytes(plan) == before);
}

void TestCli::log()
{
    const QJsonObject json = runCli({u"log"_s, m_sample, u"--json"_s}).json();
    const QJsonObject raised = find(json[u"entries"_s].toArray(), {{"whoName"_L1, u"Priya Shah"_s},
                                                                   {"when"_L1, u"2026-03-04T11:15:00Z"_s}});
    QVERIFY2(raised[u"what"_s].toString().contains(u"11,512,000.00"_s),
             qPrintable(raised[u"what"_s].toString()));
    QVERIFY(!raised[u"why"_s].toString().isEmpty());
    QCOMPARE(raised[u"changes"_s].toInt(), 2);
    QCOMPARE(json[u"entries"_s].toArray().last()[u"hash"_s], json[u"head"_s]);
    QCOMPARE(runCli({u"sample"_s, at(u"again.plan"_s)}).status, 0);
    QCOMPARE(runCli({u"log"_s, at(u"again.plan"_s), u"--json"_s}).json()[u"head"_s], json[u"head"_s]);
    const CliRun text = runCli({u"log"_s, m_sample});
    QCOMPARE(text.status, 0);
    QVERIFY(text.out.contains("2026-03-04T11:15:00Z  Priya Shah"));
}

// What somebody typed, or put in with an SQLite program, prints on the line of its own entry.
void TestCli::logForgesNoLine()
{
    const QString plan = copyOfSample(u"forged.plan"_s);
    const QString forged =
        u"Noted\r\n  99  2026-03-09T10:00:00Z  Priya Shah: Signed (on the record)\u202e\u001b[2K"_s;
    qint64 number = 0;
    {
        const auto file = PlanFile::open(plan, PlanFile::Mode::ReadWrite);
        QVERIFY(file.ok());
        const Author author{u"Bo Marsh"_s, [] { return QDateTime({2026, 6, 1}, {9, 0}, Qt::UTC); }};
        const Id scenario = (*file)->tree().base.scenarios[0].id;
        const Step named = StepBuilder((*file)->tree().base)
                               .set(Scenario::type.id, scenario, u"name", Value(u"A\n  98  x"_s))
                               .step(forged);
        QVERIFY((*file)->commit(JournalEntry::Kind::Edit, {}, named, author).ok());
        Step step = StepBuilder(branchPlan((*file)->tree(), scenario).plan)
                        .set(Line::type.id, (*file)->tree().base.lines[0].id, u"note", Value(u"x"_s))
                        .step(forged);
        step.why = forged;
        const auto last = (*file)->commit(JournalEntry::Kind::Edit, scenario, step, author);
        QVERIFY2(last.ok(), qPrintable(last ? QString() : last.error().text));
        number = *last;
    }
    const auto lines = [&] { return QString::fromUtf8(runCli({u"log"_s, plan}).out).split(u'\n'); };
    const qsizetype before = lines().size();
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"names"_s);
        raw.setDatabaseName(plan);
        QVERIFY(raw.open());
        QSqlQuery query(raw);
        QVERIFY(query.prepare(u"UPDATE people SET name = ? WHERE name = 'Bo Marsh'"_s));
        query.addBindValue(u"Bo\n  97  Priya Shah: Signed"_s);
        QVERIFY(query.exec() && query.numRowsAffected() == 1);
    }
    QSqlDatabase::removeDatabase(u"names"_s);
    QCOMPARE(lines().size(), before);
    const QString line = u"Noted 99 2026-03-09T10:00:00Z Priya Shah: Signed (on the record)[2K"_s;
    const QStringList last = lines().mid(before - 4);
    QCOMPARE(last.at(0), u"%1  2026-06-01T09:00:00Z  Bo 97 Priya Shah: Signed: "_s.arg(number - 1, 4) + line);
    QCOMPARE(last.at(1),
             u"%1  2026-06-01T09:00:00Z  Bo 97 Priya Shah: Signed [A 98 x]: "_s.arg(number, 4) + line);
    QCOMPARE(last.at(2), u"      "_s + line);
    QCOMPARE(last.at(3), QString());
}

void TestCli::verify()
{
    const QString head = runCli({u"log"_s, m_sample, u"--json"_s}).json()[u"head"_s].toString();
    const CliRun whole = runCli({u"verify"_s, m_sample});
    QCOMPARE(whole.status, 0);
    QVERIFY(whole.out.contains(head.toLatin1()));
    QCOMPARE(runCli({u"verify"_s, m_sample, u"--head"_s, head}).status, 0);
    // As the paper of version 1 prints it: the head of its day, in groups.
    QString kept =
        runCli({u"log"_s, m_sample, u"--json"_s}).json()[u"entries"_s].toArray()[0][u"hash"_s].toString();
    for (qsizetype at = 56; at > 0; at -= 8)
        kept.insert(at, u' ');
    const CliRun earlier = runCli({u"verify"_s, m_sample, u"--head"_s, kept});
    QCOMPARE(earlier.status, 0);
    QVERIFY2(earlier.out.contains("line 1."), earlier.out.constData());
    const CliRun other = runCli({u"verify"_s, m_sample, u"--head"_s, QString(64, u'0')});
    QCOMPARE(other.status, 1);
    QVERIFY2(other.saysOneLine(), other.err.constData());
}

void TestCli::verifySeesATamperedJournal()
{
    const QString plan = at(u"tampered.plan"_s);
    QByteArray bytes = fileBytes(m_sample);
    const QByteArray said = "Still indicative: check it";
    QVERIFY(bytes.contains(said));
    bytes.replace(said, "Now confirmed: sleep on it");
    QVERIFY(writeFile(plan, bytes));
    const CliRun run = runCli({u"verify"_s, plan});
    QCOMPARE(run.status, 1);
    QVERIFY2(run.saysOneLine(), run.err.constData());
}

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
