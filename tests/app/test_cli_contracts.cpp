// Contracts on the command line. Figures of the sample stand in design/calderbourne.md.
#include "tests/app/cliprocess.h"

#include <QTemporaryDir>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCliContracts : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_sample;

    QString applied(const QString& name, const QByteArray& changes)
    {
        const QString plan = m_folder.filePath(name + u".plan"_s);
        const QString steps = m_folder.filePath(name + u".json"_s);
        if (!QFile::copy(m_sample, plan) ||
            !writeFile(steps, R"({"steps": [{"why": "A test", "changes": [)" + changes + "]}]}"))
            return {};
        const CliRun run = runCli({u"apply"_s, plan, steps, u"--who"_s, u"Ann Example"_s});
        if (run.status != 0)
            qWarning("%s", run.err.constData());
        return run.status == 0 ? plan : QString();
    }
    static QJsonArray contractsOf(const QString& plan)
    {
        return runCli({u"evaluate"_s, plan, u"--json"_s}).json()[u"contracts"_s].toArray();
    }

private slots:
    void initTestCase();
    void sampleContract();
    void termsThatCannotBe();
    void linePaysIt();
    void summary();
};

void TestCliContracts::initTestCase()
{
    m_sample = m_folder.filePath(u"sample.plan"_s);
    QCOMPARE(runCli({u"sample"_s, m_sample}).status, 0);
}

void TestCliContracts::sampleContract()
{
    const QJsonArray contracts = contractsOf(m_sample);
    QCOMPARE(contracts.size(), 3); // one contract, three years
    const QJsonObject year = find(contracts, {{"year"_L1, u"2026-27"_s}});
    QCOMPARE(year[u"id"_s].toString(), u"neighbourhood-teams"_s);
    QCOMPARE(year[u"version"_s].toInt(), 2);
    QCOMPARE(year[u"signed"_s].toBool(), false);
    const QList<std::pair<QString, QString>> figures{{u"capitationBase"_s, u"7963300.00"_s},
                                                     {u"ringFenced"_s, u"159266.00"_s},
                                                     {u"atRisk"_s, u"390201.70"_s},
                                                     {u"fixed"_s, u"7413832.30"_s},
                                                     {u"earned"_s, u"183206.13"_s},
                                                     {u"flatEarned"_s, u"219763.68"_s},
                                                     {u"unearned"_s, u"206995.57"_s},
                                                     {u"gain"_s, u"0.00"_s},
                                                     {u"loss"_s, u"0.00"_s},
                                                     {u"variation"_s, u"-206995.57"_s},
                                                     {u"activity"_s, u"0.00"_s},
                                                     {u"payment"_s, u"7756304.43"_s},
                                                     {u"returned"_s, u"206995.57"_s}};
    for (const auto& [key, amount] : figures)
        QCOMPARE(key + u' ' + year[key].toString(), key + u' ' + amount);
    const QJsonArray areas = year[u"areas"_s].toArray();
    QCOMPARE(areas.size(), 1);
    QVERIFY(areas.at(0)[u"area"_s].isNull()); // the whole place as one
    QCOMPARE(areas.at(0)[u"payment"_s].toString(), u"7756304.43"_s);
    const QJsonArray indicators = year[u"indicators"_s].toArray();
    QCOMPARE(indicators.size(), 2);
    QCOMPARE(indicators.at(0)[u"pot"_s].toString(), u"234121.02"_s);
    QCOMPARE(indicators.at(0)[u"earned"_s].toString(), u"101015.31"_s);
    QCOMPARE(indicators.at(1)[u"fifths"_s][2][u"earned"_s].toString(), u"17787.07"_s);
    QVERIFY(year[u"lines"_s].toArray().isEmpty());
    QVERIFY(year[u"problems"_s].toArray().isEmpty());
}

void TestCliContracts::termsThatCannotBe()
{
    const QString plan =
        applied(u"broken"_s, R"({"op": "set", "entity": "contractVersion", "id": "neighbourhood-teams-2",
                                 "field": "base", "from": "7963300.00", "to": null})");
    QVERIFY(!plan.isEmpty());
    const QJsonArray contracts = contractsOf(plan);
    QCOMPARE(contracts.size(), 1);
    QVERIFY(contracts.at(0)[u"payment"_s].isNull());
    QVERIFY(contracts.at(0)[u"year"_s].isNull());
    QCOMPARE(contracts.at(0)[u"problems"_s].toArray().size(), 1);
}

// A line that pays the contract has its payment as amount: scheme 03 then holds it beside the lines it has.
void TestCliContracts::linePaysIt()
{
    const QString plan = applied(u"paid"_s, R"(
        {"op": "set", "entity": "line", "id": "s03-proactive-care-for-frailty", "field": "amount", "key": "2025-26", "from": "1600000.00", "to": null},
        {"op": "set", "entity": "line", "id": "s03-proactive-care-for-frailty", "field": "amount", "key": "2026-27", "from": "1850000.00", "to": null},
        {"op": "set", "entity": "line", "id": "s03-proactive-care-for-frailty", "field": "contract", "from": null, "to": "neighbourhood-teams"})");
    QVERIFY(!plan.isEmpty());
    const CliRun run = runCli({u"evaluate"_s, plan, u"--json"_s});
    const QJsonObject year = find(run.json()[u"contracts"_s].toArray(), {{"year"_L1, u"2026-27"_s}});
    const QJsonArray lines = year[u"lines"_s].toArray();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.at(0)[u"amount"_s].toString(), u"7756304.43"_s);
    const QJsonObject total = find(run.json()[u"years"_s].toArray(), {{"year"_L1, u"2026-27"_s}});
    // 57,643,700.00 - 1,850,000.00 + 7,756,304.43
    QCOMPARE(total[u"spend"_s].toString(), u"63550004.43"_s);
}

void TestCliContracts::summary()
{
    const CliRun run = runCli({u"evaluate"_s, m_sample});
    QCOMPARE(run.status, 0);
    QVERIFY(run.out.contains("7,756,304.43"));
    QVERIFY(run.out.contains("101,015.31")); // earned on blood pressure
}

QTEST_GUILESS_MAIN(TestCliContracts)
#include "test_cli_contracts.moc"
