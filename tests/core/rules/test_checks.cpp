// Each rule on the fixture of bcf-s75.md section 6.1 with one thing changed: met exactly, failed by a penny, not known.
// Expected figures are the fixture's with the change worked by hand.
#include "tests/support/rulefixture.h"

#include <algorithm>

using namespace rulefixture;

using Edit = void (*)(StepBuilder& plan);
Q_DECLARE_METATYPE(Edit)

namespace {

const Key year24{Id(u"2024-25"_s), {}};
const Key year25{Id(u"2025-26"_s), {}};

void amount(StepBuilder& plan, QStringView type, QStringView id, const Key& key, const char* pounds)
{
    plan.set(type, Id(id.toString()), u"amount", key, Value(rulefixture::pounds(pounds)));
}

void clear(StepBuilder& plan, QStringView type, QStringView id, QStringView field, const Key& key = {})
{
    plan.set(type, Id(id.toString()), field, key, Value());
}

void text(StepBuilder& plan, QStringView type, QStringView id, QStringView field, const QString& to)
{
    plan.set(type, Id(id.toString()), field, Value(to));
}

void percent(StepBuilder& plan, QStringView line, QStringView field, const QString& to)
{
    plan.set(u"line", Id(line.toString()), field, Value(*Rate::parse(to)));
}

void addLine(StepBuilder& plan, const QString& id, const QString& scheme, const QString& source,
             const char* pounds, const QString& spendKind)
{
    plan.add(u"line", Id(id))
        .set(u"line", Id(id), u"scheme", Value(Id(scheme)))
        .set(u"line", Id(id), u"source", Value(source))
        .set(u"line", Id(id), u"spendKind", Value(spendKind))
        .set(u"line", Id(id), u"amount", year24, Value(rulefixture::pounds(pounds)))
        .set(u"line", Id(id), u"status", year24, Value(u"confirmed"_s));
}

void addContribution(StepBuilder& plan, const QString& id, const QString& fund, const QString& source,
                     const char* pounds)
{
    plan.add(u"contribution", Id(id))
        .set(u"contribution", Id(id), u"fund", Value(Id(fund)))
        .set(u"contribution", Id(id), u"partner", Value(Id(u"council"_s)))
        .set(u"contribution", Id(id), u"source", Value(source))
        .set(u"contribution", Id(id), u"status", year24, Value(u"confirmed"_s));
    if (pounds)
        plan.set(u"contribution", Id(id), u"amount", year24, Value(rulefixture::pounds(pounds)));
}

void addDischarge(StepBuilder& plan, const char* spend, const QString& scheme)
{
    addContribution(plan, u"payDischarge"_s, u"pool"_s, u"LA_DISCHARGE"_s, "100000.00");
    addLine(plan, u"line7"_s, scheme, u"LA_DISCHARGE"_s, spend, u"revenue"_s);
}

// The same plan with every table but the years turned round.
template <class T> void turn(Table<T>& table)
{
    const Table<T> before = table;
    while (table.size() > 0)
        table.remove(0);
    for (const T& row : before)
        *static_cast<T*>(table.insert(0, row.id)) = row;
}

Plan turned(Plan plan)
{
    turn(plan.partners);
    turn(plan.funds);
    turn(plan.fundPartners);
    turn(plan.fundFunctions);
    turn(plan.fundReports);
    turn(plan.contributions);
    turn(plan.districtGrants);
    turn(plan.riskTerms);
    turn(plan.riskTermShares);
    turn(plan.minimums);
    turn(plan.schemes);
    turn(plan.lines);
    return plan;
}

QStringList sortedSummaries(const QList<Finding>& findings)
{
    QStringList lines;
    for (const Finding& found : findings) {
        QStringList counted;
        for (const CountedLine& line : found.counted)
            counted.append(line.line.text() + u'=' + moneyToPlain(line.amount));
        counted.sort();
        lines.append(u"%1 %2 %3 %4 %5 %6"_s.arg(found.year, found.rule, found.subject.text(), summary(found),
                                                statusId(found.figures), counted.join(u',')));
    }
    lines.sort();
    return lines;
}

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private slots:
    void onTheFixture_data();
    void onTheFixture();
    void blankUpliftIsUnknown();
    void missingCellsAreNamed();
    void alignedMoneyIsOutside();
    void figuresHaveTheWorstStatusRead();
    void anIcbThatPaysOnlyMoreStillNeedsItsMinimum();
    void rowOrderDoesNotMatter_data();
    void rowOrderDoesNotMatter();
    void aYearWithoutRulebookHasNoFindings();
};

void TestChecks::onTheFixture_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* file, const char* rule, const char* expected,
                        Edit edit) {
        QTest::newRow(name) << QString::fromLatin1(file) << edit << QString::fromLatin1(rule)
                            << QString::fromLatin1(expected);
    };

    row("BCF-01 a penny over", "2024-25", "BCF-01", "fail 27000000.00 27000000.01 -0.01",
        [](StepBuilder& plan) { amount(plan, u"line", u"line4", year24, "4900000.01"); });
    row("BCF-01 as printed: line 4 at 5,000,000", "2024-25", "BCF-01",
        "fail 27000000.00 27100000.00 -100000.00",
        [](StepBuilder& plan) { amount(plan, u"line", u"line4", year24, "5000000.00"); });
    row("BCF-01 room in one source does not pay for another", "2024-25", "BCF-01",
        "fail 27000000.00 26999999.01 -0.01", [](StepBuilder& plan) {
            amount(plan, u"line", u"line4", year24, "4900000.01");
            amount(plan, u"line", u"line6", year24, "4999999.00");
        });
    row("BCF-01 spend from a source nobody pays", "2024-25", "BCF-01", "fail 27000000.00 27000000.01 -0.01",
        [](StepBuilder& plan) {
            addLine(plan, u"line7"_s, u"nursing"_s, u"NHS_ADD"_s, "0.01", u"revenue"_s);
        });
    row("BCF-01 income not known", "2024-25", "BCF-01", "unknown - 27000000.00 -",
        [](StepBuilder& plan) { clear(plan, u"contribution", u"payNhsMinimum", u"amount", year24); });
    row("BCF-01 a line names no source", "2024-25", "BCF-01", "unknown 27000000.00 27000000.00 -",
        [](StepBuilder& plan) { clear(plan, u"line", u"line2", u"source"); });
    row("BCF-01 fails whatever is not known", "2024-25", "BCF-01", "fail - 27000000.01 -0.01",
        [](StepBuilder& plan) {
            amount(plan, u"line", u"line4", year24, "4900000.01");
            clear(plan, u"contribution", u"payGrant", u"amount", year24);
        });

    row("BCF-02 a penny not planned", "2024-25", "BCF-02", "fail 27000000.00 26999999.99 -0.01",
        [](StepBuilder& plan) { amount(plan, u"line", u"line4", year24, "4899999.99"); });
    row("BCF-02 overspending is not its business", "2024-25", "BCF-02", "pass 27000000.00 27000000.01 0.00",
        [](StepBuilder& plan) { amount(plan, u"line", u"line4", year24, "4900000.01"); });
    row("BCF-02 additional money may wait", "2024-25", "BCF-02", "pass 27000000.00 27000000.00 0.00",
        [](StepBuilder& plan) { addContribution(plan, u"more"_s, u"pool"_s, u"LA_ADD"_s, "5.00"); });
    row("BCF-02 income not known", "2024-25", "BCF-02", "unknown - 27000000.00 -",
        [](StepBuilder& plan) { clear(plan, u"contribution", u"payGrant", u"amount", year24); });
    row("BCF-02 no income at all", "2024-25", "BCF-02", "unknown - 27000000.00 -", [](StepBuilder& plan) {
        for (const QString& id : {u"payGrant"_s, u"payNhsMinimum"_s, u"payDfg"_s})
            plan.remove(u"contribution", Id(id));
    });

    row("BCF-03 a penny short", "2024-25", "BCF-03", "fail 20000000.00 19999999.99 -0.01",
        [](StepBuilder& plan) { amount(plan, u"contribution", u"payNhsMinimum", year24, "19999999.99"); });
    row("BCF-03 a penny over", "2024-25", "BCF-03", "pass 20000000.00 20000000.01 0.01",
        [](StepBuilder& plan) { amount(plan, u"contribution", u"payNhsMinimum", year24, "20000000.01"); });
    row("BCF-03 minimum without amount", "2024-25", "BCF-03", "unknown - 20000000.00 -",
        [](StepBuilder& plan) { clear(plan, u"minimum", u"minimumNhs", u"amount"); });
    row("BCF-03 no minimum", "2024-25", "BCF-03", "unknown - 20000000.00 -",
        [](StepBuilder& plan) { plan.remove(u"minimum", Id(u"minimumNhs"_s)); });
    row("BCF-03 contribution not known", "2024-25", "BCF-03", "unknown 20000000.00 - -",
        [](StepBuilder& plan) { clear(plan, u"contribution", u"payNhsMinimum", u"amount", year24); });
    row("BCF-03 nothing pooled", "2024-25", "BCF-03", "fail 20000000.00 0.00 -20000000.00",
        [](StepBuilder& plan) { plan.remove(u"contribution", Id(u"payNhsMinimum"_s)); });

    row("BCF-04 met exactly", "2024-25", "BCF-04", "pass 8000000.00 8000000.00 0.00",
        [](StepBuilder& plan) { amount(plan, u"line", u"line1", year24, "8000000.00"); });
    row("BCF-04 a penny short", "2024-25", "BCF-04", "fail 8000000.00 7999999.99 -0.01",
        [](StepBuilder& plan) { amount(plan, u"line", u"line1", year24, "7999999.99"); });
    row("BCF-04 met exactly in 2025-26", "2025-26", "BCF-04", "pass 8312000.00 8312000.00 0.00",
        [](StepBuilder& plan) { amount(plan, u"line", u"line1", year25, "8312000.00"); });
    row("BCF-04 minimum without amount", "2024-25", "BCF-04", "unknown - 8100000.00 -",
        [](StepBuilder& plan) { clear(plan, u"minimum", u"minimumSocialCare", u"amount"); });
    row("BCF-04 no minimum", "2024-25", "BCF-04", "unknown - 8100000.00 -",
        [](StepBuilder& plan) { plan.remove(u"minimum", Id(u"minimumSocialCare"_s)); });

    // Last year's 8,000,000 raised by 3.9 % is 8,312,000; half a per cent of last year's is 40,000.
    row("BCF-05 at the upper edge", "2025-26", "BCF-05", "pass 8312000.00 8352000.00 0.00",
        [](StepBuilder& plan) {
            plan.set(u"minimum", Id(u"minimumSocialCare"_s), u"amount", Value(pounds("8352000.00")));
        });
    row("BCF-05 a penny beyond it", "2025-26", "BCF-05", "fail 8312000.00 8352000.01 -0.01",
        [](StepBuilder& plan) {
            plan.set(u"minimum", Id(u"minimumSocialCare"_s), u"amount", Value(pounds("8352000.01")));
        });
    row("BCF-05 at the lower edge", "2025-26", "BCF-05", "pass 8312000.00 8272000.00 0.00",
        [](StepBuilder& plan) {
            plan.set(u"minimum", Id(u"minimumSocialCare"_s), u"amount", Value(pounds("8272000.00")));
        });
    row("BCF-05 a penny below it", "2025-26", "BCF-05", "fail 8312000.00 8271999.99 -0.01",
        [](StepBuilder& plan) {
            plan.set(u"minimum", Id(u"minimumSocialCare"_s), u"amount", Value(pounds("8271999.99")));
        });
    row("BCF-05 no year before", "2025-26", "BCF-05", "unknown - 8312000.00 -",
        [](StepBuilder& plan) { clear(plan, u"minimum", u"minimumSocialCare", u"baseline"); });
    row("BCF-05 no minimum", "2025-26", "BCF-05", "unknown - - -",
        [](StepBuilder& plan) { plan.remove(u"minimum", Id(u"minimumSocialCare"_s)); });
    row("BCF-05 the plan's own year before goes first", "2025-26", "BCF-05",
        "pass 8000000.00 8000000.00 38498.55", [](StepBuilder& plan) {
            plan.add(u"year", Id(u"2024-25"_s), 0).add(u"minimum", Id(u"before"_s));
            plan.set(u"minimum", Id(u"before"_s), u"year", Value(Id(u"2024-25"_s)))
                .set(u"minimum", Id(u"before"_s), u"kind", Value(u"ASC_SPEND"_s))
                .set(u"minimum", Id(u"before"_s), u"amount", Value(pounds("7699711.26")))
                .set(u"minimum", Id(u"before"_s), u"status", Value(u"confirmed"_s))
                .set(u"minimum", Id(u"minimumSocialCare"_s), u"amount", Value(pounds("8000000.00")));
        });

    row("BCF-06 as printed: line 3 at 30 %", "2024-25", "BCF-06", "fail 5700000.00 5600000.00 -100000.00",
        [](StepBuilder& plan) { percent(plan, u"line3", u"nhsShare", u"30"_s); });
    row("BCF-06 met exactly", "2024-25", "BCF-06", "pass 5700000.00 5700000.00 0.00",
        [](StepBuilder& plan) { amount(plan, u"line", u"line2", year24, "4900000.00"); });
    row("BCF-06 a penny short", "2024-25", "BCF-06", "fail 5700000.00 5699999.99 -0.01",
        [](StepBuilder& plan) { amount(plan, u"line", u"line2", year24, "4899999.99"); });
    row("BCF-06 half a penny is rounded away from zero", "2024-25", "BCF-06",
        "pass 5700000.00 6000000.01 300000.01", [](StepBuilder& plan) {
            percent(plan, u"line3", u"nhsShare", u"50"_s);
            amount(plan, u"line", u"line3", year24, "2000000.01");
        });
    row("BCF-06 NHS percentage not known", "2024-25", "BCF-06", "unknown 5700000.00 - -",
        [](StepBuilder& plan) { clear(plan, u"line", u"line3", u"nhsShare"); });
    row("BCF-06 no minimum", "2024-25", "BCF-06", "unknown - 5800000.00 -",
        [](StepBuilder& plan) { plan.remove(u"minimum", Id(u"minimumOutOfHospital"_s)); });

    row("BCF-07 a penny short", "2024-25", "BCF-07", "fail 5000000.00 4999999.99 -0.01",
        [](StepBuilder& plan) { amount(plan, u"contribution", u"payGrant", year24, "4999999.99"); });
    row("BCF-07 no minimum", "2024-25", "BCF-07", "unknown - 5000000.00 -",
        [](StepBuilder& plan) { plan.remove(u"minimum", Id(u"minimumGrant"_s)); });

    row("BCF-08 met exactly", "2024-25", "BCF-08", "pass 100000.00 100000.00 0.00",
        [](StepBuilder& plan) { addDischarge(plan, "100000.00", u"discharge"_s); });
    row("BCF-08 a penny left", "2024-25", "BCF-08", "fail 100000.00 99999.99 -0.01",
        [](StepBuilder& plan) { addDischarge(plan, "99999.99", u"discharge"_s); });
    row("BCF-08 a penny over", "2024-25", "BCF-08", "fail 100000.00 100000.01 -0.01",
        [](StepBuilder& plan) { addDischarge(plan, "100000.01", u"discharge"_s); });
    row("BCF-08 on another type", "2024-25", "BCF-08", "fail 100000.00 0.00 -100000.00",
        [](StepBuilder& plan) { addDischarge(plan, "100000.00", u"nursing"_s); });
    row("BCF-08 type not known", "2024-25", "BCF-08", "unknown 100000.00 - -", [](StepBuilder& plan) {
        addDischarge(plan, "100000.00", u"nursing"_s);
        clear(plan, u"scheme", u"nursing", u"schemeType");
    });
    row("BCF-08 income not known", "2024-25", "BCF-08", "unknown - 100000.00 -", [](StepBuilder& plan) {
        addDischarge(plan, "100000.00", u"discharge"_s);
        clear(plan, u"contribution", u"payDischarge", u"amount", year24);
    });

    row("BCF-09 a penny of revenue", "2024-25", "BCF-09", "fail 2000000.00 1999999.99 -0.01",
        [](StepBuilder& plan) {
            amount(plan, u"line", u"line5", year24, "1999999.99");
            addLine(plan, u"line7"_s, u"adaptations"_s, u"DFG"_s, "0.01", u"revenue"_s);
        });
    row("BCF-09 on another type", "2024-25", "BCF-09", "fail 2000000.01 2000000.00 -0.01",
        [](StepBuilder& plan) { addLine(plan, u"line7"_s, u"nursing"_s, u"DFG"_s, "0.01", u"capital"_s); });
    row("BCF-09 on another activity", "2025-26", "BCF-09", "fail 2000000.00 0.00 -2000000.00",
        [](StepBuilder& plan) { text(plan, u"scheme", u"adaptations", u"activity", u"End of life care"_s); });
    row("BCF-09 capital or not is not known", "2024-25", "BCF-09", "unknown 2000000.00 - -",
        [](StepBuilder& plan) { clear(plan, u"line", u"line5", u"spendKind"); });

    row("BCF-12 a hair over 100", "2024-25", "BCF-12", "fail 6 5 -1",
        [](StepBuilder& plan) { percent(plan, u"line3", u"councilShare", u"60.000000000001"_s); });
    row("BCF-12 decimals that make 100", "2024-25", "BCF-12", "pass 6 6 0", [](StepBuilder& plan) {
        percent(plan, u"line3", u"nhsShare", u"33.333333333333"_s);
        percent(plan, u"line3", u"councilShare", u"66.666666666667"_s);
    });
    row("BCF-12 100 with a negative part", "2024-25", "BCF-12", "fail 6 5 -1", [](StepBuilder& plan) {
        percent(plan, u"line3", u"nhsShare", u"-10"_s);
        percent(plan, u"line3", u"councilShare", u"110"_s);
    });
    row("BCF-12 a percentage on a line of one partner", "2024-25", "BCF-12", "fail 6 5 -1",
        [](StepBuilder& plan) { percent(plan, u"line1", u"nhsShare", u"0"_s); });
    row("BCF-12 percentage not known", "2024-25", "BCF-12", "unknown 6 - -",
        [](StepBuilder& plan) { clear(plan, u"line", u"line3", u"councilShare"); });

    row("BCF-13 provider of no list", "2024-25", "BCF-13", "fail 9 8 -1",
        [](StepBuilder& plan) { text(plan, u"line", u"line2", u"provider", u"NHS community provider"_s); });
    row("BCF-13 sub type of another type", "2024-25", "BCF-13", "fail 9 8 -1", [](StepBuilder& plan) {
        text(plan, u"scheme", u"nursing", u"subType", u"Domiciliary care packages"_s);
    });
    row("BCF-13 sub type of a type that has none", "2024-25", "BCF-13", "fail 9 8 -1", [](StepBuilder& plan) {
        text(plan, u"scheme", u"nursing", u"schemeType", u"Urgent Community Response"_s);
    });
    row("BCF-13 a type that has no sub types", "2024-25", "BCF-13", "pass 9 9 0", [](StepBuilder& plan) {
        text(plan, u"scheme", u"nursing", u"schemeType", u"Urgent Community Response"_s);
        clear(plan, u"scheme", u"nursing", u"subType");
    });
    row("BCF-13 last year's scheme type is no activity", "2025-26", "BCF-13", "fail 9 8 -1",
        [](StepBuilder& plan) {
            text(plan, u"scheme", u"nursing", u"activity", u"Urgent Community Response"_s);
        });
    row("BCF-13 a new grant in an old year", "2024-25", "BCF-13", "fail 10 9 -1",
        [](StepBuilder& plan) { addContribution(plan, u"more"_s, u"pool"_s, u"LABCG"_s, "1.00"); });
    row("BCF-13 choice not made", "2024-25", "BCF-13", "unknown 9 - -",
        [](StepBuilder& plan) { clear(plan, u"scheme", u"nursing", u"subType"); });
    row("BCF-13 a row of no money", "2024-25", "BCF-13", "pass 9 9 0",
        [](StepBuilder& plan) { addLine(plan, u"line7"_s, u"nursing"_s, u"LABCG"_s, "0.00", u"revenue"_s); });
}

void TestChecks::onTheFixture()
{
    QFETCH(QString, file);
    QFETCH(Edit, edit);
    QFETCH(QString, rule);
    const Loaded loaded = load(fixtureJson(file));
    QCOMPARE(loaded.error, QString());
    StepBuilder builder(loaded.plan);
    edit(builder);
    QVERIFY(!builder.isEmpty());
    const Finding found = *finding(evaluate(builder.plan(), loaded.shelf).findings, rule);
    QTEST(summary(found), "expected");
    QCOMPARE(found.status == FindingStatus::Unknown, !found.missing.isEmpty());
}

void TestChecks::blankUpliftIsUnknown()
{
    QMap<QString, QByteArray> rulebooks = builtIn();
    QByteArray& text = rulebooks[u"2025-26"_s];
    const qsizetype at = text.indexOf("\"value\": \"3.9\"");
    QVERIFY(at > 0);
    text.replace(at, qstrlen("\"value\": \"3.9\""), "\"value\": \"\"");
    const qsizetype confidence = text.indexOf("\"seen\"", at);
    text.replace(confidence, qstrlen("\"seen\""), "\"blank\"");

    const Loaded loaded = load(fixtureJson(u"2025-26"_s), rulebooks);
    QCOMPARE(loaded.error, QString());
    const Finding found = *finding(evaluate(loaded.plan, loaded.shelf).findings, u"BCF-05");
    QCOMPARE(summary(found), u"unknown - 8312000.00 -"_s);
    QCOMPARE(found.details, QStringList{u"socialCareUplift"_s});
}

void TestChecks::missingCellsAreNamed()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    clear(builder, u"minimum", u"minimumSocialCare", u"amount");
    builder.remove(u"minimum", Id(u"minimumGrant"_s));
    clear(builder, u"line", u"line3", u"nhsShare");
    const QList<Finding> findings = evaluate(builder.plan(), loaded.shelf).findings;
    QCOMPARE(finding(findings, u"BCF-04")->missing,
             (QList<CellRef>{{u"minimum"_s, Id(u"minimumSocialCare"_s), u"amount"_s, {}}}));
    QCOMPARE(finding(findings, u"BCF-07")->missing, (QList<CellRef>{{u"minimum"_s, {}, u"amount"_s, {}}}));
    QCOMPARE(finding(findings, u"BCF-06")->missing,
             (QList<CellRef>{{u"line"_s, Id(u"line3"_s), u"nhsShare"_s, {}}}));
}

void TestChecks::alignedMoneyIsOutside()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    const QStringList before = sortedSummaries(evaluate(loaded.plan, loaded.shelf).findings);
    StepBuilder builder(loaded.plan);
    builder.add(u"fund", Id(u"aside"_s))
        .set(u"fund", Id(u"aside"_s), u"kind", Value(QString(fundKind::aligned)))
        .add(u"scheme", Id(u"other"_s))
        .set(u"scheme", Id(u"other"_s), u"fund", Value(Id(u"aside"_s)));
    addContribution(builder, u"asidePays"_s, u"aside"_s, u"LA_ADD"_s, "9.00");
    addLine(builder, u"line7"_s, u"other"_s, u"DFG"_s, "9.00", u"revenue"_s);
    QCOMPARE(sortedSummaries(evaluate(builder.plan(), loaded.shelf).findings), before);
}

void TestChecks::figuresHaveTheWorstStatusRead()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    text(builder, u"minimum", u"minimumSocialCare", u"status", u"indicative"_s);
    builder.set(u"line", Id(u"line2"_s), u"status", year24, Value(u"disputed"_s));
    const QList<Finding> findings = evaluate(builder.plan(), loaded.shelf).findings;
    QVERIFY(finding(findings, u"BCF-01")->figures == Status::Disputed);
    QVERIFY(finding(findings, u"BCF-03")->figures == Status::Confirmed);
    QVERIFY(finding(findings, u"BCF-04")->figures == Status::Indicative);
    QVERIFY(finding(findings, u"BCF-06")->figures == Status::Disputed);
    QVERIFY(finding(findings, u"BCF-09")->figures == Status::Confirmed);
}

void TestChecks::anIcbThatPaysOnlyMoreStillNeedsItsMinimum()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    builder.add(u"partner", Id(u"second"_s)).set(u"partner", Id(u"second"_s), u"kind", Value(u"icb"_s));
    QVERIFY(!finding(evaluate(builder.plan(), loaded.shelf).findings, u"BCF-03", Id(u"second"_s)));
    addContribution(builder, u"more"_s, u"pool"_s, u"NHS_ADD"_s, "5.00");
    builder.set(u"contribution", Id(u"more"_s), u"partner", Value(Id(u"second"_s)));
    const Evaluation evaluation = evaluate(builder.plan(), loaded.shelf);
    const Finding* found = finding(evaluation.findings, u"BCF-03", Id(u"second"_s));
    QVERIFY(found);
    QCOMPARE(summary(*found), u"unknown - 0.00 -"_s);
}

void TestChecks::rowOrderDoesNotMatter_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("2024-25") << fixtureJson(u"2024-25"_s);
    QTest::newRow("old grant") << fixtureJson(u"2025-26-old-grant"_s);
    QTest::newRow("sample") << bytesOf(u":/sample/calderbourne.json"_s);
}

void TestChecks::rowOrderDoesNotMatter()
{
    QFETCH(QByteArray, json);
    const Loaded loaded = load(json);
    QCOMPARE(loaded.error, QString());
    const QStringList expected = sortedSummaries(evaluate(loaded.plan, loaded.shelf).findings);
    QVERIFY(expected.size() >= 11);
    QCOMPARE(sortedSummaries(evaluate(turned(loaded.plan), loaded.shelf).findings), expected);
}

void TestChecks::aYearWithoutRulebookHasNoFindings()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    clear(builder, u"year", u"2024-25", u"rulebookHash");
    QVERIFY(evaluate(builder.plan(), loaded.shelf).findings.isEmpty());
}

QTEST_GUILESS_MAIN(TestChecks)
#include "test_checks.moc"
