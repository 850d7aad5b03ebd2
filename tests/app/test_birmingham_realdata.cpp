// docs/birmingham.sh on the published files. Expected counts were taken from the two tables with another program; sums are
// made here straight from the text.
#include "tests/app/cliprocess.h"
#include "tests/support/realdata.h"

#include <QTemporaryDir>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestBirmingham : public QObject
{
    Q_OBJECT

private slots:
    void theScriptBuildsThePlan();
};

void TestBirmingham::theScriptBuildsThePlan()
{
    const QString data = realDataPath({});
    PLACEWRIGHT_NEED_DATA(realDataPath(u"gp/icb_place_tool_weighted_populations_2025_26.csv"_s));
    PLACEWRIGHT_NEED_DATA(realDataPath(u"gp/bsol_gp_list_locality_pcn_2024-07-15.csv"_s));
    PLACEWRIGHT_NEED_DATA(realDataPath(u"finance/bcf_la_grants_partial.csv"_s));
    QTemporaryDir folder;
    const QString plan = folder.filePath(u"birmingham.plan"_s);
    QProcess script;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PLACEWRIGHT_CLI"_s, cliProgram());
    script.setProcessEnvironment(environment);
    script.start(u"/bin/sh"_s, {QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/docs/birmingham.sh"), data, plan});
    QVERIFY(script.waitForFinished(120'000));
    const QByteArray said = script.readAllStandardOutput();
    QVERIFY2(script.exitCode() == 0, script.readAllStandardError().constData());

    // In Birmingham but in no locality of the list: two practices, and three that the list puts under Solihull.
    QVERIFY2(said.contains("M85008"), said.constData());
    QVERIFY2(said.contains("Y08124"), said.constData());

    const QJsonObject json = runCli({u"evaluate"_s, plan, u"--json"_s}).json();
    const QJsonArray areas = json[u"areas"_s].toArray();
    QCOMPARE(areas.size(), 5);
    qint64 pence = 0;
    double share = 0;
    for (const QJsonValue& area : areas) {
        pence += area[u"allocated"_s].toString().remove(u'.').toLongLong();
        share += area[u"needShare"_s].toString().toDouble();
        QCOMPARE(area[u"measure"_s].toString(), u"overall"_s);
        QCOMPARE(area[u"assumed"_s], area[u"allocated"_s]);
    }
    QCOMPARE(pence, 4'189'421'050); // half of £83,788,421
    QVERIFY(qAbs(share - 1) < 1e-8);
    QCOMPARE(json[u"notSplit"_s].toArray().at(0)[u"amount"_s].toString(), u"41894210.50"_s);

    const QJsonObject north = find(areas, {{"areaName"_L1, u"North"_s}});
    const QByteArray list = fileBytes(realDataPath(u"gp/bsol_gp_list_locality_pcn_2024-07-15.csv"_s));
    QSet<QByteArray> practices;
    for (const QByteArray& line : list.split('\n'))
        if (line.startsWith("North,Main,"))
            practices.insert(line.split(',').at(2));
    QCOMPARE(practices.size(), 24);
    double people = 0;
    for (const QByteArray& line :
         fileBytes(realDataPath(u"gp/icb_place_tool_weighted_populations_2025_26.csv"_s)).split('\n'))
        if (practices.contains(line.left(line.indexOf(','))))
            people += line.split(',')
                          .at(line.count(',') - 9)
                          .toDouble(); // the population stands before nine weighted ones
    QVERIFY2(qAbs(people - north[u"population"_s].toDouble()) < 1e-4,
             qPrintable(QString::number(people, 'g', 12)));

    const QJsonArray findings = json[u"findings"_s].toArray();
    QCOMPARE(find(findings, {{"rule"_L1, u"BCF-03"_s}})[u"status"_s].toString(), u"unknown"_s);
    QCOMPARE(find(findings, {{"rule"_L1, u"BCF-04"_s}})[u"status"_s].toString(), u"unknown"_s);
    QCOMPARE(find(findings, {{"rule"_L1, u"BCF-07"_s}})[u"margin"_s].toString(), u"0.00"_s);
    const QJsonObject signatures = find(findings, {{"rule"_L1, u"BCF-21"_s}});
    QCOMPARE(signatures[u"planned"_s].toInt(), 0);
    QCOMPARE(runCli({u"check"_s, plan}).status, 1); // nobody has signed it
}

QTEST_GUILESS_MAIN(TestBirmingham)
#include "test_birmingham_realdata.moc"
