// The sample plan gives the figures of its design: every expected value stands in calderbourne.md or in the mockups.
#include "core/evaluate/evaluation.h"
#include "core/exchange/planjson.h"
#include "core/exchange/readshelf.h"
#include "core/exchange/samplefile.h"
#include "core/money/apportion.h"
#include "core/plan/apply.h"
#include "core/plan/names.h"
#include "core/plan/plantree.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString thisYear = u"2026-27"_s;
const QString lastYear = u"2025-26"_s;

QByteArray resource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <class T, class Matches> const T* findIn(const QList<T>& list, Matches matches)
{
    const auto found = std::find_if(list.begin(), list.end(), matches);
    return found == list.end() ? nullptr : &*found;
}

QString shown(const Figure& figure)
{
    if (const Money* money = std::get_if<Money>(&figure))
        return formatAmount(*money);
    return u"no money"_s;
}

QString shown(const std::optional<Money>& money)
{
    return money ? formatAmount(*money) : u"nothing"_s;
}

// Shares of the whole as a column shows them: they add to 100.
QStringList shownColumn(const QList<Ratio>& weights, const QStringList& keys, int places)
{
    const QList<int> ranks = tieRanks(keys);
    QStringList column;
    for (const qint64 units : shownShares(weights, places, ranks)) {
        qint64 scale = 1;
        for (int i = 0; i < places; ++i)
            scale *= 10;
        column.append(decimalText(Ratio(units, scale), places, Rounding::HalfAwayFromZero));
    }
    return column;
}

} // namespace

class TestSample : public QObject
{
    Q_OBJECT

private:
    Evaluation evaluated(const Plan& plan) const { return evaluate(plan, m_shelf); }
    Evaluation evaluated(const char* scenario) const
    {
        const Branch branch =
            branchPlan(m_tree, findScenario(m_tree.base, QString::fromUtf8(scenario)).value());
        return evaluated(branch.plan);
    }
    const Finding* finding(const Evaluation& evaluation, const QString& rule, const QString& year) const
    {
        return findIn(evaluation.findings,
                      [&](const Finding& f) { return f.rule == rule && f.year == year; });
    }

    PlanTree m_tree; // with the history applied
    Plan m_created;  // before it
    Shelf m_shelf;
    Evaluation m_base;

private slots:
    void initTestCase();
    void isWrittenAsTheProgramWritesIt();
    void isWholeAndSaysThatItIsFictional();
    void historyRaisesTheMinimum();
    void historyRaisesTheHandypersonService();
    void totals_data();
    void totals();
    void sources_data();
    void sources();
    void funds_data();
    void funds();
    void schemes_data();
    void schemes();
    void kindsOfCare_data();
    void kindsOfCare();
    void areas_data();
    void areas();
    void sharesOfNeedAndMoney();
    void statuses();
    void findingsOfThisYear_data();
    void findingsOfThisYear();
    void everyFindingOfThisYear();
    void findingsOfLastYear();
    void linesCountedForSocialCare();
    void scenarios_data();
    void scenarios();
    void changeAHead_data();
    void changeAHead();
    void contract();
    void termsOfTheContract_data();
    void termsOfTheContract();
    void resultsOfTheContract_data();
    void resultsOfTheContract();
};

void TestSample::initTestCase()
{
    const Result<PlanTree> created = demoTree();
    QVERIFY2(created.ok(), created ? "" : qPrintable(created.error().text));
    m_created = created->base;
    const QTemporaryDir folder;
    const Result<std::unique_ptr<PlanFile>> file = createSample(folder.filePath(u"sample.plan"_s));
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error().text));
    m_tree = (*file)->tree();

    Result<Shelf> shelf = readShelf(m_tree);
    QVERIFY2(shelf.ok(), shelf ? "" : qPrintable(shelf.error().text));
    m_shelf = *shelf;
    m_shelf.today = QDate(2026, 3, 12);
    for (const FinancialYear& year : m_tree.base.years)
        QVERIFY2(m_shelf.rulebookOf(year), qPrintable(year.id.text()));
    m_base = evaluated(m_tree.base);
}

void TestSample::isWrittenAsTheProgramWritesIt()
{
    const QByteArray text = resource(u":/sample/calderbourne.json"_s);
    const Result<PlanTree> tree = planFromJson(text);
    QVERIFY(tree.ok());
    QCOMPARE(planToJson(*tree), text);
}

void TestSample::isWholeAndSaysThatItIsFictional()
{
    const Plan& plan = m_tree.base;
    QCOMPARE(plan.place().name, u"Calderbourne"_s);
    QCOMPARE(plan.place().note, u"Fictional sample plan"_s);
    QCOMPARE(plan.place().baseName, u"Base: roll forward"_s);
    QCOMPARE(plan.partners.size(), 3);
    QCOMPARE(plan.areas.size(), 9);
    QCOMPARE(plan.schemes.size(), 18);
    QCOMPARE(plan.lines.size(), 42);
    QCOMPARE(plan.scenarios.size(), 3);
    for (const LedgerRow& row : m_base.ledger.rows)
        QVERIFY2(row.problem == SplitProblem::None, qPrintable(plan.lines[row.line].name));
}

void TestSample::historyRaisesTheMinimum()
{
    const Evaluation before = evaluated(m_created);
    const Finding* found = finding(before, u"BCF-04"_s, thisYear);
    QVERIFY(found);
    QCOMPARE(shown(found->required), u"11,250,000.00"_s);
    QCOMPARE(shown(found->margin), u"50,000.00"_s);
    QVERIFY(found->status == FindingStatus::Pass);
}

void TestSample::historyRaisesTheHandypersonService()
{
    const Id line(u"s10-handyperson-service"_s);
    const Key year{Id(thisYear), {}};
    QCOMPARE(formatAmount(m_created.lines.find(line)->amount.value(year)), u"150,000.00"_s);
    QCOMPARE(formatAmount(m_tree.base.lines.find(line)->amount.value(year)), u"160,000.00"_s);
    const Evaluation before = evaluated(m_created);
    const YearTotal* total = findIn(before.years, [](const YearTotal& t) { return t.year == thisYear; });
    QVERIFY(total);
    QCOMPARE(formatAmount(total->spend.amount), u"57,633,700.00"_s);
}

void TestSample::totals_data()
{
    QTest::addColumn<QString>("income");
    QTest::addColumn<QString>("spend");
    QTest::addColumn<QString>("split");
    QTest::addColumn<QString>("notSplit");
    QTest::addColumn<QString>("aligned");
    QTest::newRow("2025-26") << u"55,764,900.00"_s << u"55,764,900.00"_s << u"54,444,900.00"_s
                             << u"1,320,000.00"_s << u"0.00"_s;
    QTest::newRow("2026-27") << u"57,643,700.00"_s << u"57,643,700.00"_s << u"56,303,700.00"_s
                             << u"1,340,000.00"_s << u"4,900,000.00"_s;
}

void TestSample::totals()
{
    const QString year = QString::fromUtf8(QTest::currentDataTag());
    const YearTotal* total = findIn(m_base.years, [&](const YearTotal& t) { return t.year == year; });
    QVERIFY(total);
    QTEST(formatAmount(total->income.amount), "income");
    QTEST(formatAmount(total->spend.amount), "spend");
    QTEST(formatAmount(total->split), "split");
    QTEST(formatAmount(total->notSplit), "notSplit");
    QTEST(formatAmount(total->aligned.amount), "aligned");
}

void TestSample::sources_data()
{
    QTest::addColumn<QString>("year");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("amount");
    const auto row = [](const QString& year, const char* source, const char* amount) {
        QTest::addRow("%s %s", qPrintable(year), source)
            << year << QString::fromUtf8(source) << QString::fromUtf8(amount);
    };
    row(lastYear, "NHS_MIN", "26,856,200.00");
    row(lastYear, "NHS_ADD", "5,200,000.00");
    row(lastYear, "LABCG", "12,706,450.00");
    row(lastYear, "DFG", "3,362,250.00");
    row(lastYear, "LA_ADD", "7,640,000.00");
    row(thisYear, "NHS_MIN", "27,545,000.00");
    row(thisYear, "NHS_ADD", "5,600,000.00");
    row(thisYear, "LABCG", "12,986,450.00");
    row(thisYear, "DFG", "3,412,250.00");
    row(thisYear, "LA_ADD", "8,100,000.00");
}

void TestSample::sources()
{
    QFETCH(QString, year);
    QFETCH(QString, source);
    const SourceTotal* total =
        findIn(m_base.sources, [&](const SourceTotal& t) { return t.year == year && t.source == source; });
    QVERIFY(total);
    QTEST(formatAmount(total->income.amount), "amount");
    QTEST(formatAmount(total->spend.amount), "amount");
    QCOMPARE(formatAmount(total->balance), u"0.00"_s);
}

void TestSample::funds_data()
{
    QTest::addColumn<QString>("fund");
    QTest::addColumn<QString>("year");
    QTest::addColumn<QStringList>("contributions"); // council, Ashmoor ICB, Fenwold ICB
    QTest::addColumn<QStringList>("shares");
    QTest::addColumn<QString>("income");
    QTest::addColumn<QString>("spend");
    QTest::newRow("Better Care pool, 2026-27")
        << u"better-care"_s << thisYear
        << QStringList{u"23,348,700.00"_s, u"30,568,300.00"_s, u"1,126,700.00"_s}
        << QStringList{u"42.42%"_s, u"55.53%"_s, u"2.05%"_s} << u"55,043,700.00"_s << u"55,043,700.00"_s;
    QTest::newRow("Community equipment pool, 2026-27")
        << u"community-equipment"_s << thisYear << QStringList{u"1,150,000.00"_s, u"1,450,000.00"_s}
        << QStringList{u"44.23%"_s, u"55.77%"_s} << u"2,600,000.00"_s << u"2,600,000.00"_s;
    QTest::newRow("Ageing well, 2026-27")
        << u"ageing-well"_s << thisYear << QStringList{u"1,900,000.00"_s, u"3,000,000.00"_s}
        << QStringList{u"38.78%"_s, u"61.22%"_s} << u"4,900,000.00"_s << u"0.00"_s;
    QTest::newRow("Better Care pool, 2025-26")
        << u"better-care"_s << lastYear
        << QStringList{u"22,598,700.00"_s, u"29,560,000.00"_s, u"1,096,200.00"_s}
        << QStringList{u"42.43%"_s, u"55.51%"_s, u"2.06%"_s} << u"53,254,900.00"_s << u"53,254,900.00"_s;
    QTest::newRow("Community equipment pool, 2025-26")
        << u"community-equipment"_s << lastYear << QStringList{u"1,110,000.00"_s, u"1,400,000.00"_s}
        << QStringList{u"44.22%"_s, u"55.78%"_s} << u"2,510,000.00"_s << u"2,510,000.00"_s;
}

void TestSample::funds()
{
    QFETCH(QString, fund);
    QFETCH(QString, year);
    const FundTotal* total =
        findIn(m_base.funds, [&](const FundTotal& t) { return t.fund.text() == fund && t.year == year; });
    QVERIFY(total);
    QStringList amounts;
    QStringList percentages;
    for (const FundShare& share : total->contributions) {
        if (share.amount.amount.isZero())
            continue;
        amounts.append(formatAmount(share.amount.amount));
        percentages.append(formatPercent(share.share, 2));
    }
    QTEST(amounts, "contributions");
    QTEST(percentages, "shares");
    QTEST(formatAmount(total->income.amount), "income");
    QTEST(formatAmount(total->spend.amount), "spend");
}

void TestSample::schemes_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("amount");
    const auto row = [](const char* number, const char* before, const char* amount) {
        QTest::newRow(number) << QString::fromUtf8(number) << QString::fromUtf8(before)
                              << QString::fromUtf8(amount);
    };
    row("01", "5,330,000.00", "5,550,000.00");
    row("02", "11,700,000.00", "12,150,000.00");
    row("03", "7,500,000.00", "7,963,300.00");
    row("04", "1,096,200.00", "1,126,700.00");
    row("05", "3,440,000.00", "3,600,000.00");
    row("06", "3,860,000.00", "3,770,000.00");
    row("07", "4,186,450.00", "4,311,450.00");
    row("08", "7,310,000.00", "7,500,000.00");
    row("09", "3,162,250.00", "3,212,250.00");
    row("10", "350,000.00", "360,000.00");
    row("11", "1,200,000.00", "1,250,000.00");
    row("12", "2,510,000.00", "2,600,000.00");
    row("13", "670,000.00", "700,000.00");
    row("14", "800,000.00", "820,000.00");
    row("15", "950,000.00", "990,000.00");
    row("16", "380,000.00", "400,000.00");
    row("17", "820,000.00", "840,000.00");
    row("18", "500,000.00", "500,000.00");
}

void TestSample::schemes()
{
    QFETCH(QString, number);
    const auto of = [&](const QString& year) {
        const SchemeTotal* total = findIn(m_base.schemes, [&](const SchemeTotal& t) {
            const Scheme* scheme = m_tree.base.schemes.find(t.scheme);
            return t.year == year && scheme && scheme->number == number;
        });
        return total ? formatAmount(total->spend.amount) : QString();
    };
    QTEST(of(lastYear), "before");
    QTEST(of(thisYear), "amount");
}

void TestSample::kindsOfCare_data()
{
    QTest::addColumn<QString>("year");
    QTest::addColumn<QStringList>("amounts");
    QTest::addColumn<QStringList>("percentages"); // one decimal, adding to 100, as on the overview
    QTest::newRow("2025-26") << lastYear
                             << QStringList{u"29,866,450.00"_s, u"16,936,200.00"_s, u"4,832,250.00"_s,
                                            u"2,980,000.00"_s,  u"650,000.00"_s,    u"500,000.00"_s}
                             << QStringList{u"53.5"_s, u"30.4"_s, u"8.7"_s, u"5.3"_s, u"1.2"_s, u"0.9"_s};
    QTest::newRow("2026-27") << thisYear
                             << QStringList{u"30,886,450.00"_s, u"17,775,000.00"_s, u"4,912,250.00"_s,
                                            u"2,870,000.00"_s,  u"680,000.00"_s,    u"520,000.00"_s}
                             << QStringList{u"53.6"_s, u"30.8"_s, u"8.5"_s, u"5.0"_s, u"1.2"_s, u"0.9"_s};
}

void TestSample::kindsOfCare()
{
    QFETCH(QString, year);
    const QStringList kinds{u"Social Care"_s, u"Community Health"_s, u"Other"_s,
                            u"Acute"_s,       u"Mental Health"_s,    u"Primary Care"_s};
    QStringList amounts;
    QList<Ratio> weights;
    for (const QString& kind : kinds) {
        const KindTotal* total =
            findIn(m_base.kinds, [&](const KindTotal& t) { return t.year == year && t.areaOfSpend == kind; });
        QVERIFY2(total, qPrintable(kind));
        amounts.append(formatAmount(total->spend.amount));
        weights.append(Ratio(total->spend.amount.pence()));
    }
    QTEST(amounts, "amounts");
    QTEST(shownColumn(weights, kinds, 1), "percentages");
}

void TestSample::areas_data()
{
    QTest::addColumn<QString>("weighted");
    QTest::addColumn<QString>("needIndex");
    QTest::addColumn<QString>("money");
    QTest::addColumn<QString>("aWeightedHead");
    const auto row = [](const char* id, const char* weighted, const char* index, const char* money,
                        const char* head) {
        QTest::newRow(id) << QString::fromUtf8(weighted) << QString::fromUtf8(index)
                          << QString::fromUtf8(money) << QString::fromUtf8(head);
    };
    row("a1", "45,493.0", "1.308088844", "6,489,213.22", "146.12");
    row("a2", "49,301.4", "1.239755845", "7,312,566.51", "151.94");
    row("a3", "34,382.4", "1.132375417", "5,902,931.58", "175.87");
    row("a4", "37,905.0", "1.024994990", "6,890,751.37", "186.22");
    row("a5", "33,202.4", "0.956661990", "6,543,824.40", "201.90");
    row("a6", "28,913.7", "0.907852705", "6,076,261.55", "215.28");
    row("a7", "25,323.3", "0.810234135", "6,126,870.26", "247.85");
    row("a8", "25,148.4", "0.741901135", "6,470,189.71", "263.56");
    row("a9", "13,717.2", "0.693091850", "4,491,091.40", "335.39");
}

void TestSample::areas()
{
    const Id id(QString::fromUtf8(QTest::currentDataTag()));
    const AreaTotal* total =
        findIn(m_base.areas, [&](const AreaTotal& t) { return t.area == id && t.year == thisYear; });
    QVERIFY(total);
    QVERIFY(total->weighted && total->needIndex);
    QTEST(formatPeople(*total->weighted, 1), "weighted");
    QTEST(decimalText(*total->needIndex, 9, Rounding::HalfAwayFromZero), "needIndex");
    QTEST(formatAmount(total->allocated), "money");
    QTEST(shown(total->perWeightedHead), "aWeightedHead");
}

void TestSample::sharesOfNeedAndMoney()
{
    QList<Ratio> need;
    QList<Ratio> money;
    QStringList ids;
    for (const AreaTotal& total : m_base.areas) {
        if (total.year != thisYear)
            continue;
        QVERIFY(total.needShare && total.allocatedShare);
        need.append(*total.needShare);
        money.append(*total.allocatedShare);
        ids.append(total.area.text());
    }
    const QStringList expectedNeed{u"15.51"_s, u"16.80"_s, u"11.72"_s, u"12.92"_s, u"11.32"_s,
                                   u"9.85"_s,  u"8.63"_s,  u"8.57"_s,  u"4.68"_s};
    const QStringList expectedMoney{u"11.53"_s, u"12.99"_s, u"10.48"_s, u"12.24"_s, u"11.62"_s,
                                    u"10.79"_s, u"10.88"_s, u"11.49"_s, u"7.98"_s};
    QCOMPARE(shownColumn(need, ids, 2), expectedNeed);
    QCOMPARE(shownColumn(money, ids, 2), expectedMoney);
}

void TestSample::statuses()
{
    const YearTotal* total = findIn(m_base.years, [](const YearTotal& t) { return t.year == thisYear; });
    QVERIFY(total);
    QCOMPARE(formatAmount(total->income.indicative), u"4,538,950.00"_s);
    QCOMPARE(formatAmount(total->income.disputed), u"0.00"_s);
    QCOMPARE(formatAmount(total->spend.disputed), u"800,000.00"_s);
    QVERIFY(total->spend.status == Status::Disputed);
    const YearTotal* before = findIn(m_base.years, [](const YearTotal& t) { return t.year == lastYear; });
    QVERIFY(before);
    QVERIFY(before->income.status == Status::Confirmed);
    QVERIFY(before->spend.status == Status::Confirmed);

    const Line* beds = m_tree.base.lines.find(Id(u"s07-step-up-beds"_s));
    QVERIFY(beds);
    const Key key{Id(thisYear), {}};
    QCOMPARE(beds->disputedBy.value(key), Id(u"ashmoor"_s));
    QCOMPARE(formatAmount(beds->disputedAmount.value(key)), u"740,000.00"_s);
}

void TestSample::findingsOfThisYear_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("required");
    QTest::addColumn<QString>("planned");
    QTest::addColumn<QString>("margin");
    const auto row = [](const char* rule, const char* subject, const char* required, const char* planned,
                        const char* margin) {
        QTest::addRow("%s %s", rule, subject)
            << QString::fromUtf8(rule) << QString::fromUtf8(subject) << QString::fromUtf8(required)
            << QString::fromUtf8(planned) << QString::fromUtf8(margin);
    };
    row("BCF-01", "", "57,643,700.00", "57,643,700.00", "0.00");
    row("BCF-02", "", "43,943,700.00", "43,943,700.00", "0.00");
    row("BCF-03", "ashmoor", "26,418,300.00", "26,418,300.00", "0.00");
    row("BCF-03", "fenwold", "1,126,700.00", "1,126,700.00", "0.00");
    row("BCF-04", "", "11,512,000.00", "11,300,000.00", "−212,000.00");
    row("BCF-07", "", "12,986,450.00", "12,986,450.00", "0.00");
    row("BCF-09", "", "3,412,250.00", "3,412,250.00", "0.00");
}

void TestSample::findingsOfThisYear()
{
    QFETCH(QString, rule);
    QFETCH(QString, subject);
    const Finding* found = findIn(m_base.findings, [&](const Finding& f) {
        return f.rule == rule && f.year == thisYear && (subject.isEmpty() || f.subject.text() == subject);
    });
    QVERIFY(found);
    QTEST(shown(found->required), "required");
    QTEST(shown(found->planned), "planned");
    QTEST(shown(found->margin), "margin");
    QVERIFY((found->status == FindingStatus::Fail) == (rule == "BCF-04"_L1));
    QCOMPARE(found->rulebook, u"calderbourne-2026-27"_s);
}

void TestSample::everyFindingOfThisYear()
{
    QStringList rules;
    QStringList missed;
    QStringList indicative;
    for (const Finding& found : m_base.findings) {
        if (found.year != thisYear || found.status == FindingStatus::NotApplicable)
            continue;
        rules.append(found.rule);
        if (found.status != FindingStatus::Pass)
            missed.append(found.rule);
        if (found.figures == Status::Indicative)
            indicative.append(found.rule + u' ' + found.subject.text());
    }
    QCOMPARE(rules, (QStringList{u"BCF-01"_s, u"BCF-02"_s, u"BCF-03"_s, u"BCF-03"_s, u"BCF-04"_s,
                                 u"BCF-07"_s, u"BCF-09"_s, u"BCF-13"_s, u"BCF-21"_s, u"BCF-22"_s,
                                 u"S75-01"_s, u"S75-02"_s, u"S75-03"_s, u"S75-04"_s, u"S75-05"_s,
                                 u"S75-06"_s, u"S75-07"_s, u"S75-08"_s, u"S75-09"_s, u"GOV-01"_s}));
    QCOMPARE(missed, (QStringList{u"BCF-04"_s, u"BCF-21"_s, u"S75-07"_s, u"S75-09"_s}));
    const Finding* signatures = finding(m_base, u"BCF-21"_s, thisYear); // three of five to collect
    QVERIFY(signatures && signatures->severity == Severity::Block);
    QCOMPARE(std::get<qint64>(signatures->required), 5);
    QCOMPARE(std::get<qint64>(signatures->planned), 2);
    const Finding* signedBy = finding(m_base, u"S75-07"_s, thisYear); // the national date is not known
    QVERIFY(signedBy && signedBy->status == FindingStatus::Unknown);
    const Finding* vat = finding(m_base, u"S75-09"_s, thisYear); // 20% of the council's £1,150,000.00
    QVERIFY(vat && vat->severity == Severity::Warn);
    QCOMPARE(shown(vat->margin), u"−230,000.00"_s);
    // The figures that the mockup hatches.
    for (const QString& hatched : {u"BCF-03 fenwold"_s, u"BCF-04 "_s, u"BCF-09 "_s})
        QVERIFY2(indicative.contains(hatched), qPrintable(hatched));
    QVERIFY(!indicative.contains(u"BCF-03 ashmoor"_s));
    QVERIFY(!indicative.contains(u"BCF-07 "_s));
}

void TestSample::findingsOfLastYear()
{
    int judged = 0;
    for (const Finding& found : m_base.findings) {
        if (found.year != lastYear || found.status == FindingStatus::NotApplicable)
            continue;
        ++judged;
        // BCF-05 needs the minimum of 2024-25, which the plan does not hold; S75-07 a date that nobody found; the VAT of
        // community equipment is not settled; who signed the plan was not kept in this file, which is younger.
        if (found.rule != "BCF-05"_L1 && found.rule != "S75-07"_L1 && found.rule != "S75-09"_L1 &&
            found.rule != "BCF-21"_L1)
            QVERIFY2(found.status == FindingStatus::Pass, qPrintable(found.rule));
    }
    QVERIFY(judged >= 8);
    const Finding* social = finding(m_base, u"BCF-04"_s, lastYear);
    QVERIFY(social);
    QCOMPARE(shown(social->required), u"10,900,000.00"_s);
    QCOMPARE(shown(social->planned), u"10,990,000.00"_s);
    QCOMPARE(shown(social->margin), u"90,000.00"_s);
}

void TestSample::linesCountedForSocialCare()
{
    const Finding* found = finding(m_base, u"BCF-04"_s, thisYear);
    QVERIFY(found);
    QStringList counted;
    for (const CountedLine& line : found->counted)
        counted.append(m_tree.base.lines.find(line.line)->name + u' ' + formatAmount(line.amount));
    QCOMPARE(counted,
             (QStringList{u"Reablement teams 4,200,000.00"_s, u"Packages for older people 3,850,000.00"_s,
                          u"Nursing placements 1,950,000.00"_s, u"Respite 600,000.00"_s,
                          u"Advice and assessment 300,000.00"_s, u"Telecare and alarms 400,000.00"_s}));
}

void TestSample::scenarios_data()
{
    QTest::addColumn<int>("changes");
    QTest::addColumn<QString>("margin");
    QTest::addColumn<QString>("notSplit");
    QTest::newRow("A: Trim teams") << 2 << u"88,000.00"_s << u"1,340,000.00"_s;
    QTest::newRow("B: Fair shift") << 9 << u"288,000.00"_s << u"1,220,000.00"_s;
    QTest::newRow("The board's question") << 2 << u"288,000.00"_s << u"1,340,000.00"_s;
}

void TestSample::scenarios()
{
    const std::optional<Id> scenario = findScenario(m_tree.base, QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(scenario);
    QVERIFY(branchPlan(m_tree, *scenario).stale.isEmpty());
    int changes = 0;
    for (const Step& step : m_tree.steps.value(*scenario)) {
        changes += static_cast<int>(step.changes.size());
        QVERIFY(m_tree.people.contains(step.who));
        QVERIFY(!step.what.isEmpty() && !step.why.isEmpty());
    }
    QTEST(changes, "changes");

    const Evaluation evaluation = evaluated(QTest::currentDataTag());
    const Finding* social = finding(evaluation, u"BCF-04"_s, thisYear);
    QVERIFY(social);
    QTEST(shown(social->margin), "margin");
    for (const Finding& found : evaluation.findings)
        QVERIFY2(found.year != thisYear || found.status != FindingStatus::Fail || found.rule == "S75-09"_L1 ||
                     found.rule == "BCF-21"_L1,
                 qPrintable(found.rule));
    const YearTotal* total = findIn(evaluation.years, [](const YearTotal& t) { return t.year == thisYear; });
    QVERIFY(total);
    QCOMPARE(formatAmount(total->spend.amount), u"57,643,700.00"_s);
    QTEST(formatAmount(total->notSplit), "notSplit");
    for (const SourceTotal& source : evaluation.sources)
        QVERIFY2(source.balance.isZero(), qPrintable(source.source));
}

void TestSample::changeAHead_data()
{
    QTest::addColumn<QStringList>("changes"); // nearest penny, Canalside first
    QTest::newRow("A: Trim teams") << QStringList{u"−0.50"_s, u"−0.43"_s, u"−0.14"_s, u"−0.03"_s, u"0.10"_s,
                                                  u"0.18"_s,  u"0.37"_s,  u"0.41"_s,  u"0.27"_s};
    QTest::newRow("B: Fair shift") << QStringList{u"12.90"_s, u"10.39"_s, u"5.44"_s,   u"1.27"_s,  u"−1.35"_s,
                                                  u"−3.46"_s, u"−7.58"_s, u"−10.03"_s, u"−10.97"_s};
}

void TestSample::changeAHead()
{
    const Evaluation evaluation = evaluated(QTest::currentDataTag());
    QStringList changes;
    for (const AreaTotal& after : evaluation.areas) {
        if (after.year != thisYear)
            continue;
        const AreaTotal* before = findIn(
            m_base.areas, [&](const AreaTotal& t) { return t.area == after.area && t.year == after.year; });
        QVERIFY(before && after.population);
        const Ratio change =
            Ratio((after.allocated - before->allocated).pence()) / Ratio(100) / after.population->exact();
        changes.append(formatDecimal(change, 2, Rounding::HalfAwayFromZero));
    }
    QTEST(changes, "changes");
}

void TestSample::contract()
{
    const Plan& plan = m_tree.base;
    QCOMPARE(plan.contracts.size(), 1);
    const Contract& contract = plan.contracts[0];
    const Key year{Id(thisYear), {}};
    QCOMPARE(contract.id, Id(u"neighbourhood-teams"_s));
    QCOMPARE(contract.provider, u"Calderbourne Care Alliance"_s);
    QCOMPARE(nameOf(plan, Partner::type.id, contract.commissioner), u"NHS Ashmoor Integrated Care Board"_s);
    QCOMPARE(plan.schemes.find(contract.scheme)->number, u"03"_s);
    QCOMPARE(contract.startsOn, QDate(2026, 4, 1));
    QCOMPARE(contract.endsOn, QDate(2029, 3, 31));
    QVERIFY(!contract.signedOn.isValid());
    QCOMPARE(contract.version, 2);
    QCOMPARE(contract.layer, Id(u"neighbourhoods"_s));
    QVERIFY(!contract.byArea && contract.covers.isEmpty());
    QCOMPARE(contract.peopleFrom, QString(contractPeople::need));
    QVERIFY(plan.contractPeople.isEmpty());
    QCOMPARE(contract.cost, (QMap<Key, Money>{{year, Money::fromPence(774'200'000)}}));
    QCOMPARE(contract.vatRoute, QString(contractVat::nhs));
    QCOMPARE(contract.irrecoverableVat, (QMap<Key, Money>{{year, Money()}}));
    for (const Line& line : plan.lines)
        QVERIFY2(line.contract.isNull(), qPrintable(line.name));
    for (const ContractIndicator& indicator : plan.contractIndicators)
        QCOMPARE(indicator.source, u"Provider return, quarter 3 of 2025-26"_s);

    // The base is what the lines of scheme 03 come to.
    const SchemeTotal* scheme = findIn(m_base.schemes, [&](const SchemeTotal& total) {
        return total.scheme == contract.scheme && total.year == thisYear;
    });
    QVERIFY(scheme);
    for (const ContractVersion& version : plan.contractVersions)
        QCOMPARE(version.base, scheme->spend.amount);
}

// Version 1 is there to compare with: only the deprivation weights differ.
void TestSample::termsOfTheContract_data()
{
    QTest::addColumn<QStringList>("deprivationWeights");
    QTest::newRow("neighbourhood-teams-1")
        << QStringList{u"1.00"_s, u"1.00"_s, u"1.00"_s, u"1.00"_s, u"1.00"_s};
    QTest::newRow("neighbourhood-teams-2")
        << QStringList{u"2.00"_s, u"1.50"_s, u"1.00"_s, u"1.00"_s, u"1.00"_s};
}

void TestSample::termsOfTheContract()
{
    const Plan& plan = m_tree.base;
    const Id id(QString::fromUtf8(QTest::currentDataTag()));
    const ContractVersion* version = plan.contractVersions.find(id);
    QVERIFY(version);
    const auto texts = [](const auto& rates) {
        QStringList list;
        for (const std::optional<Rate>& rate : rates)
            list.append(rate ? rate->text() : QString());
        return list;
    };
    QTEST(texts(version->deprivationWeights), "deprivationWeights");
    QCOMPARE(texts(version->needWeights),
             (QStringList{u"1.30"_s, u"1.12"_s, u"1.00"_s, u"0.92"_s, u"0.86"_s}));
    QCOMPARE(version->number, id.text().last(1).toInt());
    QCOMPARE(version->baseKind, QString(contractBase::total));
    QCOMPARE(version->base, Money::fromPence(796'330'000));
    // market forces; teams and training, at risk; corridor, gain, up to, loss, up to; gate, floor, ceiling
    QCOMPARE(texts(QList<std::optional<Rate>>{version->marketForces, version->ringFence, version->atRisk,
                                              version->corridor, version->gainShare, version->gainCap,
                                              version->lossShare, version->lossCap, version->qualityGate,
                                              version->floor, version->ceiling}),
             (QStringList{u"1.00"_s, u"2.00"_s, u"5.00"_s, u"2.00"_s, u"50.00"_s, u"5.00"_s, u"30.00"_s,
                          u"2.00"_s, u"40.00"_s, u"3.00"_s, u"2.00"_s}));
    QCOMPARE(version->corridorMode, QString(corridorMode::first));
    QCOMPARE(version->benchmark, (QMap<Key, Money>{{Key{Id(thisYear), {}}, Money::fromPence(780'000'000)}}));
    QVERIFY(!version->uplift && version->yearUplift.isEmpty());
    QCOMPARE(version->unearned, QString(unearnedMoney::core20));
    QCOMPARE(version->unearnedCounts, QString(unearnedCounts::before));
    QCOMPARE(version->smallEligible, 10);

    QStringList terms; // weight, lower, upper, credit
    for (const IndicatorTerms& term : plan.indicatorTerms) {
        if (term.version != id)
            continue;
        terms.append(nameOf(plan, ContractIndicator::type.id, term.indicator));
        terms +=
            texts(QList<std::optional<Rate>>{term.weight, term.lower, term.upper, term.improvementCredit});
    }
    QCOMPARE(terms, (QStringList{u"Blood pressure"_s, u"60"_s, u"65"_s, u"80"_s, u"0.80"_s,
                                 u"Emergency admissions"_s, u"40"_s, u"24"_s, u"18"_s, QString()}));
    QVERIFY(plan.contractActivities.isEmpty());
}

// In order: eligible, last year, low, as now, high; −1 where nothing is typed. Totals are those of the tables.
void TestSample::resultsOfTheContract_data()
{
    QTest::addColumn<QList<QList<qint64>>>("fifths");
    QTest::addColumn<QList<qint64>>("all");
    QTest::newRow("blood-pressure") << QList<QList<qint64>>{{14'210, 8'810, 8'981, 9'407, 9'833},
                                                            {9'640, 6'642, 6'498, 6'787, 7'076},
                                                            {7'830, 5'810, 5'645, 5'880, 6'115},
                                                            {6'690, 5'205, 5'057, 5'258, 5'459},
                                                            {5'130, 4'180, 4'053, 4'207, 4'361}}
                                    << QList<qint64>{43'500, 30'647, -1, 31'539, -1};
    QTest::newRow("admissions") << QList<QList<qint64>>{{-1, -1, 2'211, 2'118, 2'025},
                                                        {-1, -1, 1'369, 1'305, 1'241},
                                                        {-1, -1, 1'019, 967, 915},
                                                        {-1, -1, 820, 776, 732},
                                                        {-1, -1, 581, 547, 513}}
                                << QList<qint64>{-1, -1, -1, 5'713, -1};
}

void TestSample::resultsOfTheContract()
{
    QFETCH(QList<qint64>, all);
    const Plan& plan = m_tree.base;
    const Id id(QString::fromUtf8(QTest::currentDataTag()));
    const Key year{Id(thisYear), {}};
    QList<QList<qint64>> fifths;
    QList<qint64> sums(all.size());
    for (const IndicatorResult& result : plan.indicatorResults) {
        if (result.indicator != id)
            continue;
        QCOMPARE(result.fifth, fifths.size() + 1);
        QVERIFY(!result.baselineEligible); // as many as in the year
        fifths.append({result.eligible.value(year, -1), result.baseline.value_or(-1),
                       result.low.value(year, -1), result.likely.value(year, -1),
                       result.high.value(year, -1)});
        for (qsizetype i = 0; i < sums.size(); ++i)
            sums[i] += fifths.last().at(i);
    }
    QTEST(fifths, "fifths");
    for (qsizetype i = 0; i < all.size(); ++i)
        QVERIFY(all.at(i) < 0 || sums.at(i) == all.at(i));

    const ContractIndicator* indicator = plan.contractIndicators.find(id);
    QVERIFY(indicator && indicator->contract == plan.contracts[0].id);
    const bool people = id == Id(u"blood-pressure"_s);
    QCOMPARE(indicator->per, people ? 100 : 1000);
    QCOMPARE(indicator->direction, QString(people ? indicatorDirection::higher : indicatorDirection::lower));
    QCOMPARE(indicator->counts, QString(people ? indicatorCounts::people : indicatorCounts::events));
    QCOMPARE(indicator->eligibleFrom,
             QString(people ? indicatorEligible::typed : indicatorEligible::population));
}

QTEST_GUILESS_MAIN(TestSample)
#include "test_sample.moc"
