// The fixture of bcf-s75.md section 6.1 as plans: every expected figure stands there or is a sum of its lines. The
// year-before minimum of 2024-25 is 8,000,000 / 1.0566 to the penny.
#include "tests/support/rulefixture.h"

using namespace rulefixture;

class TestBcfFixture : public QObject
{
    Q_OBJECT

private slots:
    void findings_data();
    void findings();
    void countedLines();
    void whatIsAtFault();
};

void TestBcfFixture::findings_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("expected");

    QTest::newRow("2024-25") << u"2024-25"_s
                             << QStringList{u"BCF-01 pass 27000000.00 27000000.00 0.00"_s,
                                            u"BCF-02 pass 27000000.00 27000000.00 0.00"_s,
                                            u"BCF-03 pass 20000000.00 20000000.00 0.00"_s,
                                            u"BCF-04 pass 8000000.00 8100000.00 100000.00"_s,
                                            u"BCF-05 pass 8000000.00 8000000.00 37857.27"_s,
                                            u"BCF-06 pass 5700000.00 5800000.00 100000.00"_s,
                                            u"BCF-07 pass 5000000.00 5000000.00 0.00"_s,
                                            u"BCF-08 pass 0.00 0.00 0.00"_s,
                                            u"BCF-09 pass 2000000.00 2000000.00 0.00"_s,
                                            u"BCF-10 notApplicable - - -"_s,
                                            u"BCF-11 notApplicable - - -"_s,
                                            u"BCF-12 pass 6 6 0"_s,
                                            u"BCF-13 pass 9 9 0"_s,
                                            u"BCF-22 fail - - -"_s};
    const QStringList newYear{u"BCF-01 pass 27000000.00 27000000.00 0.00"_s,
                              u"BCF-02 pass 27000000.00 27000000.00 0.00"_s,
                              u"BCF-03 pass 20000000.00 20000000.00 0.00"_s,
                              u"BCF-04 fail 8312000.00 8100000.00 -212000.00"_s,
                              u"BCF-05 pass 8312000.00 8312000.00 40000.00"_s,
                              u"BCF-06 notApplicable - - -"_s,
                              u"BCF-07 pass 5000000.00 5000000.00 0.00"_s,
                              u"BCF-08 notApplicable - - -"_s,
                              u"BCF-09 pass 2000000.00 2000000.00 0.00"_s,
                              u"BCF-10 notApplicable - - -"_s,
                              u"BCF-11 notApplicable - - -"_s,
                              u"BCF-12 notApplicable - - -"_s,
                              u"BCF-13 pass 9 9 0"_s,
                              u"BCF-21 fail 3 0 -3"_s, // nobody has signed
                              u"BCF-22 fail - - -"_s};
    QTest::newRow("2025-26") << u"2025-26"_s << newYear;

    QStringList oldGrant = newYear;
    oldGrant[1] = u"BCF-02 pass 22000000.00 22000000.00 0.00"_s;
    oldGrant[6] = u"BCF-07 fail 5000000.00 0.00 -5000000.00"_s;
    oldGrant[12] = u"BCF-13 fail 9 7 -2"_s;
    QTest::newRow("2025-26 that keeps the old grant") << u"2025-26-old-grant"_s << oldGrant;
}

void TestBcfFixture::findings()
{
    QFETCH(QString, file);
    const Loaded loaded = load(fixtureJson(file));
    QCOMPARE(loaded.error, QString());
    QStringList actual;
    for (const Finding& found : evaluate(loaded.plan, loaded.shelf).findings) {
        if (!found.rule.startsWith("BCF-"_L1)) // the fixture has no agreement: see test_agreementchecks
            continue;
        actual.append(found.rule + u' ' + summary(found));
        QCOMPARE(found.year, file.left(7));
        QCOMPARE(found.rulebook, file.left(7));
        QVERIFY(found.figures == Status::Confirmed);
        QVERIFY(found.missing.isEmpty());
    }
    QTEST(actual, "expected");
}

void TestBcfFixture::countedLines()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    const QList<Finding> findings = evaluate(loaded.plan, loaded.shelf).findings;
    const auto counted = [&](QStringView rule) {
        QStringList lines;
        for (const CountedLine& line : finding(findings, rule)->counted)
            lines.append(line.line.text() + u' ' + moneyToPlain(line.amount));
        return lines;
    };
    QCOMPARE(counted(u"BCF-04"), QStringList{u"line1 8100000.00"_s});
    QCOMPARE(counted(u"BCF-06"), (QStringList{u"line2 5000000.00"_s, u"line3 800000.00"_s}));
    QCOMPARE(counted(u"BCF-09"), QStringList{u"line5 2000000.00"_s});
    QCOMPARE(finding(findings, u"BCF-03")->subject, Id(u"icb"_s));
}

void TestBcfFixture::whatIsAtFault()
{
    const Loaded loaded = load(fixtureJson(u"2025-26-old-grant"_s));
    const Finding choices = *finding(evaluate(loaded.plan, loaded.shelf).findings, u"BCF-13");
    QCOMPARE(choices.faults, QList<Id>{Id(u"line6"_s)});
    QCOMPARE(choices.details, QStringList{u"IBCF"_s});
    QCOMPARE(choices.read, (QList<CellRef>{{u"line"_s, Id(u"line6"_s), u"source"_s, {}},
                                           {u"contribution"_s, Id(u"payGrant"_s), u"source"_s, {}}}));
}

QTEST_GUILESS_MAIN(TestBcfFixture)
#include "test_bcffixture.moc"
