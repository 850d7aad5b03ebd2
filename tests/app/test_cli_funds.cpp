// Funds and risk share on the command line.
#include "tests/app/cliprocess.h"

#include <QTemporaryDir>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCliFunds : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_sample;

private slots:
    void initTestCase();
    void riskShareJson();
    void termsThatCannotBe();
    void pooledShares();
    void dayThatCounts();
};

void TestCliFunds::initTestCase()
{
    m_sample = m_folder.filePath(u"sample.plan"_s);
    QCOMPARE(runCli({u"sample"_s, m_sample}).status, 0);
}

// The test of the sample's pool, in the figures of design/calderbourne.md.
void TestCliFunds::riskShareJson()
{
    const QJsonObject json = runCli({u"evaluate"_s, m_sample, u"--json"_s}).json();
    const QJsonObject pool =
        find(json[u"riskShare"_s].toArray(), {{"year"_L1, u"2026-27"_s}, {"fund"_L1, u"better-care"_s}});
    QCOMPARE(pool[u"variance"_s].toString(), u"900000.00"_s);
    QStringList rungs;
    for (const QJsonValue& rung : pool[u"rungs"_s].toArray())
        rungs.append(u"%1 %2%3"_s.arg(rung[u"rungName"_s].toString(), rung[u"amount"_s].toString(),
                                      rung[u"absorbed"_s].toBool() ? u" absorbed"_s : QString()));
    QCOMPARE(rungs, (QStringList{u"Underspends elsewhere in the fund 150000.00 absorbed"_s,
                                 u"Risk reserve, scheme 18 500000.00 absorbed"_s,
                                 u"Uncommitted allocations 60000.00 absorbed"_s,
                                 u"Shared by contribution 190000.00"_s}));
    QStringList partners;
    for (const QJsonValue& partner : pool[u"partners"_s].toArray())
        partners.append(partner[u"partnerName"_s].toString() + u' ' + partner[u"amount"_s].toString());
    QCOMPARE(partners, (QStringList{u"Calderbourne Council 80595.11"_s,
                                    u"NHS Ashmoor Integrated Care Board 105515.74"_s,
                                    u"NHS Fenwold Integrated Care Board 3889.15"_s}));
    const QJsonObject onPlan = find(json[u"riskShare"_s].toArray(),
                                    {{"year"_L1, u"2026-27"_s}, {"fund"_L1, u"community-equipment"_s}});
    QCOMPARE(onPlan[u"variance"_s].toString(), u"0.00"_s);
    QVERIFY(onPlan[u"rungs"_s].toArray().isEmpty());
}

// Shares that do not add to 100% are kept, found, and nothing is worked out with them.
void TestCliFunds::termsThatCannotBe()
{
    const QString plan = m_folder.filePath(u"shares.plan"_s);
    QVERIFY(QFile::copy(m_sample, plan));
    const QString steps = m_folder.filePath(u"shares.json"_s);
    QFile file(steps);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"steps": [{"why": "Fixed percentages", "changes": [
        {"op": "set", "entity": "riskTerm", "id": "ce-over-1", "field": "kind", "from": "proportional", "to": "fixedPercent"},
        {"op": "add", "entity": "riskTermShare", "id": "x1", "to": {"term": "ce-over-1", "partner": "council", "percent": "40"}},
        {"op": "add", "entity": "riskTermShare", "id": "x2", "to": {"term": "ce-over-1", "partner": "ashmoor", "percent": "59.9"}}
    ]}]})");
    file.close();
    const CliRun applied = runCli({u"apply"_s, plan, steps, u"--who"_s, u"Ann Example"_s});
    QVERIFY2(applied.status == 0, applied.err.constData());

    const QJsonObject json = runCli({u"evaluate"_s, plan, u"--json"_s}).json();
    const QJsonObject pool = find(json[u"riskShare"_s].toArray(),
                                  {{"year"_L1, u"2026-27"_s}, {"fund"_L1, u"community-equipment"_s}});
    QVERIFY(pool[u"variance"_s].isNull());
    QCOMPARE(pool[u"problems"_s].toArray().at(0).toString(),
             u"The shares of “Shared by fixed percentages” do not add to 100%: mend them."_s);
    const QJsonObject finding =
        find(json[u"findings"_s].toArray(), {{"rule"_L1, u"S75-04"_s}, {"year"_L1, u"2026-27"_s}});
    QCOMPARE(finding[u"status"_s].toString(), u"fail"_s);
}

// Council: £12,986,450 + £3,412,250 + £8,100,000 = £24,498,700 of £98,500,000; 0.24871776649..., by hand.
void TestCliFunds::pooledShares()
{
    const QJsonObject json = runCli({u"evaluate"_s, m_sample, u"--json"_s}).json();
    const QJsonObject council =
        find(json[u"pooled"_s].toArray(), {{"year"_L1, u"2026-27"_s}, {"partner"_L1, u"council"_s}});
    QCOMPARE(council[u"pooled"_s].toString(), u"24498700.00"_s);
    QCOMPARE(council[u"relevantSpend"_s].toString(), u"98500000.00"_s);
    QCOMPARE(council[u"share"_s].toString(), u"0.248717766"_s);
    const QJsonObject year = find(json[u"years"_s].toArray(), {{"year"_L1, u"2026-27"_s}});
    QCOMPARE(year[u"gross"_s].toString(), u"57643700.00"_s);
    QCOMPARE(year[u"aligned"_s].toString(), u"4900000.00"_s);
}

// The report of January to March 2026 is due 45 days after 31 March: 15 May.
void TestCliFunds::dayThatCounts()
{
    const auto status = [this](const QString& day) {
        const CliRun run = runCli({u"check"_s, m_sample, u"--json"_s, u"--on"_s, day});
        return find(run.json()[u"findings"_s].toArray(),
                    {{"rule"_L1, u"S75-08"_s}, {"year"_L1, u"2025-26"_s}})[u"status"_s]
            .toString();
    };
    QCOMPARE(status(u"2026-05-15"_s), u"pass"_s);
    QCOMPARE(status(u"2026-05-16"_s), u"fail"_s);
    const CliRun wrong = runCli({u"check"_s, m_sample, u"--on"_s, u"yesterday"_s});
    QCOMPARE(wrong.status, 2);
    QVERIFY(wrong.err.contains("yesterday"));
}

QTEST_GUILESS_MAIN(TestCliFunds)
#include "test_cli_funds.moc"
