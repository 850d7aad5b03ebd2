// A county like North Yorkshire: one council, three integrated care boards, two districts with their grants, two pools.
// The fixture of bcf-s75.md section 6.1 with its NHS minimum paid by three boards: 12,000,000 + 5,000,000 + 3,000,000.
#include "core/evaluate/fixes.h"
#include "core/words/findingwords.h"
#include "tests/support/agreementfixture.h"

using namespace rulefixture;

using Edit = void (*)(StepBuilder& plan);
Q_DECLARE_METATYPE(Edit)

namespace {

void amount(StepBuilder& plan, QStringView type, const QString& id, const char* pounds)
{
    plan.set(type, Id(id), u"amount", key24, pounds ? Value(rulefixture::pounds(pounds)) : Value());
}

void payer(StepBuilder& plan, const QString& line, const QString& to)
{
    plan.set(u"line", Id(line), u"payer", to.isEmpty() ? Value() : Value(Id(to)));
}

void partner(StepBuilder& plan, const QString& id, const QString& kind, const QString& name)
{
    plan.add(u"partner", Id(id))
        .set(u"partner", Id(id), u"kind", Value(kind))
        .set(u"partner", Id(id), u"name", Value(name));
}

void pays(StepBuilder& plan, const QString& id, const QString& fund, const QString& partner,
          const char* pounds)
{
    plan.add(u"contribution", Id(id))
        .set(u"contribution", Id(id), u"fund", Value(Id(fund)))
        .set(u"contribution", Id(id), u"partner", Value(Id(partner)))
        .set(u"contribution", Id(id), u"source", Value(u"NHS_MIN"_s));
    amount(plan, u"contribution", id, pounds);
}

void minimum(StepBuilder& plan, const QString& id, const QString& partner, const char* pounds)
{
    plan.add(u"minimum", Id(id))
        .set(u"minimum", Id(id), u"year", Value(Id(u"2024-25"_s)))
        .set(u"minimum", Id(id), u"kind", Value(u"NHS_MIN"_s))
        .set(u"minimum", Id(id), u"partner", Value(Id(partner)))
        .set(u"minimum", Id(id), u"amount", Value(rulefixture::pounds(pounds)));
}

void grant(StepBuilder& plan, const QString& id, const QString& district, QStringView field,
           const char* pounds)
{
    if (!plan.plan().districtGrants.find(Id(id)))
        plan.add(u"districtGrant", Id(id))
            .set(u"districtGrant", Id(id), u"year", Value(Id(u"2024-25"_s)))
            .set(u"districtGrant", Id(id), u"partner", Value(Id(district)));
    plan.set(u"districtGrant", Id(id), field, pounds ? Value(rulefixture::pounds(pounds)) : Value());
}

Loaded county(const QMap<QString, QByteArray>& rulebooks = builtIn())
{
    Loaded loaded = load(fixtureJson(u"2024-25"_s), rulebooks);
    if (!loaded.error.isEmpty())
        return loaded;
    StepBuilder plan(loaded.plan);
    partner(plan, u"icb2"_s, u"icb"_s, u"Second ICB"_s);
    partner(plan, u"icb3"_s, u"icb"_s, u"Third ICB"_s);
    partner(plan, u"north"_s, u"district"_s, u"North District"_s);
    partner(plan, u"south"_s, u"district"_s, u"South District"_s);
    plan.add(u"fund", Id(u"second"_s))
        .set(u"fund", Id(u"second"_s), u"kind", Value(u"pooled"_s))
        .set(u"fund", Id(u"second"_s), u"host", Value(Id(u"icb"_s)));
    amount(plan, u"contribution", u"payNhsMinimum"_s, "12000000.00");
    pays(plan, u"pay2"_s, u"pool"_s, u"icb2"_s, "5000000.00");
    pays(plan, u"pay3"_s, u"second"_s, u"icb3"_s, "3000000.00");
    plan.set(u"minimum", Id(u"minimumNhs"_s), u"amount", Value(pounds("12000000.00")));
    minimum(plan, u"minimum2"_s, u"icb2"_s, "5000000.00");
    minimum(plan, u"minimum3"_s, u"icb3"_s, "3000000.00");
    payer(plan, u"line1"_s, u"icb"_s);
    payer(plan, u"line2"_s, u"icb2"_s);
    payer(plan, u"line3"_s, u"icb3"_s);
    payer(plan, u"line4"_s, u"icb"_s);
    amount(plan, u"line", u"line4"_s, "3900000.00");
    plan.add(u"line", Id(u"line7"_s))
        .set(u"line", Id(u"line7"_s), u"scheme", Value(Id(u"therapy"_s)))
        .set(u"line", Id(u"line7"_s), u"source", Value(u"NHS_MIN"_s))
        .set(u"line", Id(u"line7"_s), u"areaOfSpend", Value(u"Acute"_s));
    payer(plan, u"line7"_s, u"icb3"_s);
    amount(plan, u"line", u"line7"_s, "1000000.00");
    grant(plan, u"northGrant"_s, u"north"_s, u"allocated", "1200000.00");
    grant(plan, u"northGrant"_s, u"north"_s, u"passedDown", "1200000.00");
    plan.set(u"districtGrant", Id(u"northGrant"_s), u"passedOn", Value(QDate(2024, 6, 30)));
    grant(plan, u"southGrant"_s, u"south"_s, u"allocated", "800000.00");
    grant(plan, u"southGrant"_s, u"south"_s, u"passedDown", "500000.00");
    grant(plan, u"southGrant"_s, u"south"_s, u"retained", "300000.00");
    plan.set(u"districtGrant", Id(u"southGrant"_s), u"passedOn", Value(QDate(2024, 5, 1)));
    plan.set(u"districtGrant", Id(u"southGrant"_s), u"agreement", Value(u"Minute 12"_s));
    loaded.plan = plan.plan();
    return loaded;
}

} // namespace

class TestTwoTier : public QObject
{
    Q_OBJECT

private slots:
    void onTheCounty_data();
    void onTheCounty();
    void versionOneAddsTheBoardsUp();
    void onePayerNeedsNoNames();
    void checkWithoutADayAsksForNone();
    void blankDayIsUnknown();
    void fixesStayWithTheBoard();
    void words();
};

void TestTwoTier::onTheCounty_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("details");
    const auto of = [](const char* subject, const char* name, const char* rule, const char* expected,
                       const char* details, Edit edit) {
        QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromLatin1(subject) << edit
                            << QString::fromLatin1(expected) << QString::fromLatin1(details);
    };
    const auto row = [&](const char* name, const char* rule, const char* expected, const char* details,
                         Edit edit) { of("", name, rule, expected, details, edit); };
    const Edit none = [](StepBuilder&) {};

    row("01 met", "BCF-01", "pass 27000000.00 27000000.00 0.00", "", none);
    row("01 one board a penny over", "BCF-01", "fail 27000000.00 27000000.00 -0.01", "NHS_MIN:icb2",
        [](StepBuilder& plan) {
            amount(plan, u"line", u"line2"_s, "5000000.01");
            amount(plan, u"line", u"line7"_s, "999999.99");
        });
    row("01 two boards over, the worst first", "BCF-01", "fail 27000000.00 27000000.03 -0.02",
        "NHS_MIN:icb3 NHS_MIN:icb2", [](StepBuilder& plan) {
            amount(plan, u"line", u"line2"_s, "5000000.01");
            amount(plan, u"line", u"line7"_s, "1000000.02");
        });
    row("01 a line names nobody", "BCF-01", "unknown 27000000.00 27000000.00 -", "",
        [](StepBuilder& plan) { payer(plan, u"line2"_s, {}); });
    row("01 one board is over whosever it is", "BCF-01", "fail 27000000.00 27000000.01 -0.01", "NHS_MIN:icb",
        [](StepBuilder& plan) {
            payer(plan, u"line2"_s, {});
            amount(plan, u"line", u"line1"_s, "8100000.01");
        });
    row("01 the whole is over whosever it is", "BCF-01", "fail 27000000.00 27000000.01 -0.01", "NHS_MIN",
        [](StepBuilder& plan) {
            payer(plan, u"line2"_s, {});
            amount(plan, u"line", u"line2"_s, "5000000.01");
        });
    row("01 a line names who pays nothing", "BCF-01", "fail 27000000.00 27000000.00 -5000000.00",
        "NHS_MIN:council", [](StepBuilder& plan) { payer(plan, u"line2"_s, u"council"_s); });
    row("01 one board's income not known", "BCF-01", "unknown - 27000000.00 -", "",
        [](StepBuilder& plan) { amount(plan, u"contribution", u"pay2"_s, nullptr); });
    row("01 its income not known, another over", "BCF-01", "fail - 27000000.01 -0.01", "NHS_MIN:icb",
        [](StepBuilder& plan) {
            amount(plan, u"contribution", u"pay2"_s, nullptr);
            amount(plan, u"line", u"line1"_s, "8100000.01");
        });
    row("01 income not known, nothing spent of it", "BCF-01", "pass 22000000.00 22000000.00 0.00", "",
        [](StepBuilder& plan) {
            amount(plan, u"contribution", u"pay2"_s, nullptr);
            amount(plan, u"line", u"line2"_s, nullptr);
        });

    row("02 met", "BCF-02", "pass 27000000.00 27000000.00 0.00", "", none);
    row("02 one board a penny short", "BCF-02", "fail 27000000.00 27000000.00 -0.01", "NHS_MIN:icb3",
        [](StepBuilder& plan) {
            amount(plan, u"line", u"line2"_s, "5000000.01");
            amount(plan, u"line", u"line7"_s, "999999.99");
        });
    row("02 a line names nobody", "BCF-02", "unknown 27000000.00 27000000.00 -", "",
        [](StepBuilder& plan) { payer(plan, u"line2"_s, {}); });
    row("02 too little whosever it is", "BCF-02", "fail 27000000.00 26999999.99 -0.01", "NHS_MIN:icb2",
        [](StepBuilder& plan) {
            payer(plan, u"line2"_s, {});
            amount(plan, u"line", u"line2"_s, "4999999.99");
        });
    row("02 the whole too little whosever it is", "BCF-02", "fail 27000000.00 26999999.99 -0.01", "NHS_MIN",
        [](StepBuilder& plan) {
            payer(plan, u"line2"_s, {});
            payer(plan, u"line3"_s, {});
            amount(plan, u"line", u"line3"_s, "1999999.99");
        });

    of("icb", "03 first board", "BCF-03", "pass 12000000.00 12000000.00 0.00", "NHS_MIN", none);
    of("icb2", "03 second board", "BCF-03", "pass 5000000.00 5000000.00 0.00", "NHS_MIN", none);
    of("icb3", "03 third board, the other pool", "BCF-03", "pass 3000000.00 3000000.00 0.00", "NHS_MIN",
       none);
    of("icb2", "03 a penny short", "BCF-03", "fail 5000000.00 4999999.99 -0.01", "NHS_MIN",
       [](StepBuilder& plan) { amount(plan, u"contribution", u"pay2"_s, "4999999.99"); });
    of("icb2", "03 by section 256", "BCF-03", "fail 5000000.00 0.00 -5000000.00", "NHS_MIN",
       [](StepBuilder& plan) { plan.set(u"contribution", Id(u"pay2"_s), u"route", Value(u"s256"_s)); });
    of("icb2", "03 section 75, said so", "BCF-03", "pass 5000000.00 5000000.00 0.00", "NHS_MIN",
       [](StepBuilder& plan) { plan.set(u"contribution", Id(u"pay2"_s), u"route", Value(u"s75"_s)); });
    of("icb3", "03 a part brought forward", "BCF-03", "fail 3000000.00 2999000.00 -1000.00", "NHS_MIN",
       [](StepBuilder& plan) {
           plan.set(u"contribution", Id(u"pay3"_s), u"broughtForward", key24, Value(pounds("1000.00")));
       });
    row("07 a part brought forward", "BCF-07", "fail 5000000.00 4999999.99 -0.01", "IBCF",
        [](StepBuilder& plan) {
            plan.set(u"contribution", Id(u"payGrant"_s), u"broughtForward", key24, Value(pounds("0.01")));
        });

    of("north", "10 passed down on the day", "BCF-10", "pass 1200000.00 1200000.00 0.00", "", none);
    of("south", "10 a part kept by agreement", "BCF-10", "pass 800000.00 800000.00 0.00", "", none);
    of("south", "10 kept without agreement", "BCF-10", "fail 800000.00 500000.00 -300000.00", "",
       [](StepBuilder& plan) { plan.set(u"districtGrant", Id(u"southGrant"_s), u"agreement", Value()); });
    of("south", "10 all kept by agreement", "BCF-10", "pass 800000.00 800000.00 0.00", "",
       [](StepBuilder& plan) {
           grant(plan, u"southGrant"_s, u"south"_s, u"passedDown", nullptr);
           grant(plan, u"southGrant"_s, u"south"_s, u"retained", "800000.00");
       });
    of("north", "10 a penny short", "BCF-10", "fail 1200000.00 1199999.99 -0.01", "",
       [](StepBuilder& plan) { grant(plan, u"northGrant"_s, u"north"_s, u"passedDown", "1199999.99"); });
    of("north", "10 a penny more", "BCF-10", "fail 1200000.00 1200000.01 -0.01", "",
       [](StepBuilder& plan) { grant(plan, u"northGrant"_s, u"north"_s, u"passedDown", "1200000.01"); });
    of("north", "10 a day late", "BCF-10", "fail 1200000.00 1200000.00 -1200000.00", "passedOn",
       [](StepBuilder& plan) {
           plan.set(u"districtGrant", Id(u"northGrant"_s), u"passedOn", Value(QDate(2024, 7, 1)));
       });
    of("south", "10 only what is passed down is late", "BCF-10", "fail 800000.00 800000.00 -500000.00",
       "passedOn", [](StepBuilder& plan) {
           plan.set(u"districtGrant", Id(u"southGrant"_s), u"passedOn", Value(QDate(2024, 7, 1)));
       });
    of("north", "10 day not known", "BCF-10", "unknown 1200000.00 1200000.00 -", "",
       [](StepBuilder& plan) { plan.set(u"districtGrant", Id(u"northGrant"_s), u"passedOn", Value()); });
    of("north", "10 short whatever the day", "BCF-10", "fail 1200000.00 1.00 -1199999.00", "",
       [](StepBuilder& plan) {
           plan.set(u"districtGrant", Id(u"northGrant"_s), u"passedOn", Value());
           grant(plan, u"northGrant"_s, u"north"_s, u"passedDown", "1.00");
       });
    of("north", "10 allocation not known", "BCF-10", "unknown - 1200000.00 -", "",
       [](StepBuilder& plan) { grant(plan, u"northGrant"_s, u"north"_s, u"allocated", nullptr); });
    of("north", "10 passing down not known", "BCF-10", "unknown 1200000.00 - -", "",
       [](StepBuilder& plan) { grant(plan, u"northGrant"_s, u"north"_s, u"passedDown", nullptr); });
    of("north", "10 no grant", "BCF-10", "unknown - - -", "",
       [](StepBuilder& plan) { plan.remove(u"districtGrant", Id(u"northGrant"_s)); });
    of("north", "10 a grant makes a district", "BCF-10", "pass 1200000.00 1200000.00 0.00", "",
       [](StepBuilder& plan) { plan.set(u"partner", Id(u"north"_s), u"kind", Value(u"other"_s)); });

    row("11 met", "BCF-11", "pass 2000000.00 2000000.00 0.00", "", none);
    row("11 a penny short", "BCF-11", "fail 2000000.00 1999999.99 -0.01", "",
        [](StepBuilder& plan) { grant(plan, u"southGrant"_s, u"south"_s, u"allocated", "799999.99"); });
    row("11 a penny more", "BCF-11", "fail 2000000.00 2000000.01 -0.01", "",
        [](StepBuilder& plan) { grant(plan, u"southGrant"_s, u"south"_s, u"allocated", "800000.01"); });
    row("11 a grant not known", "BCF-11", "unknown 2000000.00 - -", "south",
        [](StepBuilder& plan) { grant(plan, u"southGrant"_s, u"south"_s, u"allocated", nullptr); });
    row("11 a district without grant", "BCF-11", "unknown 2000000.00 - -", "south",
        [](StepBuilder& plan) { plan.remove(u"districtGrant", Id(u"southGrant"_s)); });
    row("11 income not known", "BCF-11", "unknown - 2000000.00 -", "",
        [](StepBuilder& plan) { amount(plan, u"contribution", u"payDfg"_s, nullptr); });
    row("11 no income", "BCF-11", "unknown - 2000000.00 -", "",
        [](StepBuilder& plan) { plan.remove(u"contribution", Id(u"payDfg"_s)); });
}

void TestTwoTier::onTheCounty()
{
    QFETCH(QString, rule);
    QFETCH(QString, subject);
    QFETCH(Edit, edit);
    QFETCH(QString, details);
    const Loaded loaded = county();
    QCOMPARE(loaded.error, QString());
    StepBuilder builder(loaded.plan);
    edit(builder);
    const QList<Finding> findings = evaluate(builder.plan(), loaded.shelf).findings;
    const Finding* found = finding(findings, rule, Id(subject));
    QVERIFY(found);
    QTEST(summary(*found), "expected");
    QCOMPARE(found->details.join(u' '), details);
    QCOMPARE(found->status == FindingStatus::Unknown, !found->missing.isEmpty());
    const QString said = sentence(*found, builder.plan(), rulesOf(loaded));
    QVERIFY2(said.endsWith(u'.') && !said.contains(u'%') && !said.contains(u": ."_s), qPrintable(said));
}

// A plan pinned to a rulebook with version 1 keeps its findings for good.
void TestTwoTier::versionOneAddsTheBoardsUp()
{
    QMap<QString, QByteArray> rulebooks = builtIn();
    QByteArray& text = rulebooks[u"2024-25"_s];
    for (const char* name : {"spendWithinIncome", "minimumsPlanned"}) {
        const QByteArray now = QByteArray("\"function\": \"") + name + "\",\n      \"version\": 2";
        QVERIFY(text.contains(now));
        text.replace(now, QByteArray(now).replace(": 2", ": 1"));
    }
    const Loaded loaded = county(rulebooks);
    QCOMPARE(loaded.error, QString());
    StepBuilder builder(loaded.plan);
    amount(builder, u"line", u"line2"_s, "5000000.01");
    amount(builder, u"line", u"line7"_s, "999999.99");
    const QList<Finding> findings = evaluate(builder.plan(), loaded.shelf).findings;
    QCOMPARE(summary(*finding(findings, u"BCF-01")), u"pass 27000000.00 27000000.00 0.00"_s);
    QCOMPARE(summary(*finding(findings, u"BCF-02")), u"pass 27000000.00 27000000.00 0.00"_s);
}

void TestTwoTier::onePayerNeedsNoNames()
{
    const Loaded loaded = county();
    StepBuilder builder(loaded.plan);
    payer(builder, u"line5"_s, {});
    QCOMPARE(summary(*finding(evaluate(builder.plan(), loaded.shelf).findings, u"BCF-01")),
             u"pass 27000000.00 27000000.00 0.00"_s);
    // Whoever else a line names spends what it has not paid in.
    payer(builder, u"line5"_s, u"icb"_s);
    const Finding found = *finding(evaluate(builder.plan(), loaded.shelf).findings, u"BCF-01");
    QCOMPARE(summary(found), u"fail 27000000.00 27000000.00 -2000000.00"_s);
    QCOMPARE(found.details, QStringList{u"DFG:icb"_s});
    // A line that names nobody is the only payer's, whoever else another line names.
    payer(builder, u"line5"_s, {});
    builder.add(u"line", Id(u"line8"_s))
        .set(u"line", Id(u"line8"_s), u"scheme", Value(Id(u"adaptations"_s)))
        .set(u"line", Id(u"line8"_s), u"source", Value(u"DFG"_s));
    payer(builder, u"line8"_s, u"icb"_s);
    amount(builder, u"line", u"line8"_s, "0.01");
    QCOMPARE(summary(*finding(evaluate(builder.plan(), loaded.shelf).findings, u"BCF-02")),
             u"pass 27000000.00 27000000.01 0.00"_s);
}

void TestTwoTier::checkWithoutADayAsksForNone()
{
    QMap<QString, QByteArray> rulebooks = builtIn();
    rulebooks[u"2024-25"_s].replace("{\"passedDownBy\": \"dfgPassedDownBy\"}", "{}");
    const Loaded loaded = county(rulebooks);
    QCOMPARE(loaded.error, QString());
    StepBuilder builder(loaded.plan);
    builder.set(u"districtGrant", Id(u"northGrant"_s), u"passedOn", Value());
    QCOMPARE(summary(*finding(evaluate(builder.plan(), loaded.shelf).findings, u"BCF-10", Id(u"north"_s))),
             u"pass 1200000.00 1200000.00 0.00"_s);
}

void TestTwoTier::blankDayIsUnknown()
{
    QMap<QString, QByteArray> rulebooks = builtIn();
    QByteArray& text = rulebooks[u"2024-25"_s];
    const qsizetype at = text.indexOf("\"value\": \"30 June\"");
    QVERIFY(at > 0);
    text.replace(at, qstrlen("\"value\": \"30 June\""), "\"value\": \"\"");
    text.replace(text.indexOf("\"check\"", at), qstrlen("\"check\""), "\"blank\"");
    const Loaded loaded = county(rulebooks);
    QCOMPARE(loaded.error, QString());
    const QList<Finding> findings = evaluate(loaded.plan, loaded.shelf).findings;
    const Finding found = *finding(findings, u"BCF-10", Id(u"north"_s));
    QCOMPARE(summary(found), u"unknown 1200000.00 1200000.00 -"_s);
    QCOMPARE(
        sentence(found, loaded.plan, rulesOf(loaded)),
        u"Not known until this is entered: the rulebook’s “Disabled Facilities Grant passed down to districts by”."_s);
}

void TestTwoTier::fixesStayWithTheBoard()
{
    const Loaded loaded = county();
    StepBuilder builder(loaded.plan);
    amount(builder, u"line", u"line2"_s, "5000000.01");
    amount(builder, u"line", u"line7"_s, "999999.99");
    const Evaluation evaluation = evaluate(builder.plan(), loaded.shelf);
    const auto fixes = [&](QStringView rule) {
        QStringList shown;
        for (const Fix& fix :
             nearestFixes(builder.plan(), loaded.shelf, evaluation, *finding(evaluation.findings, rule)))
            shown.append(u"%1 %2>%3 %4"_s.arg(moneyToPlain(fix.amount), fix.from.text(), fix.to.text(),
                                              plain(fix.marginAfter)));
        return shown;
    };
    QCOMPARE(fixes(u"BCF-01"), QStringList{u"0.01 line2> 0.00"_s});
    QCOMPARE(fixes(u"BCF-02"), (QStringList{u"0.01 >line3 0.00"_s, u"0.01 >line7 0.00"_s}));
}

void TestTwoTier::words()
{
    const Loaded loaded = county();
    StepBuilder builder(loaded.plan);
    amount(builder, u"line", u"line2"_s, "5000000.01");
    grant(builder, u"northGrant"_s, u"north"_s, u"passedDown", "1100000.00");
    builder.set(u"districtGrant", Id(u"northGrant"_s), u"passedOn", Value(QDate(2024, 7, 1)));
    builder.remove(u"districtGrant", Id(u"southGrant"_s));
    const QList<Finding> findings = evaluate(builder.plan(), loaded.shelf).findings;
    const auto said = [&](QStringView rule, const QString& subject = {}) {
        return sentence(*finding(findings, rule, Id(subject)), builder.plan(), rulesOf(loaded));
    };
    QCOMPARE(said(u"BCF-01"),
             u"More is planned than is paid in: NHS minimum contribution of Second ICB, by £0.01 at most."_s);
    QCOMPARE(
        said(u"BCF-10", u"north"_s),
        u"£1,100,000.00 of £1,200,000.00 is passed down, or retained by agreement: £100,000.00 short. Some of it was passed down after 30 June."_s);
    QCOMPARE(said(u"BCF-10", u"south"_s),
             u"Not known until this is entered: the grant allocated to South District."_s);
    QCOMPARE(said(u"BCF-11"), u"Not known until this is entered: the grant allocated to South District."_s);
    const Finding north = *finding(findings, u"BCF-10", Id(u"north"_s));
    QCOMPARE(conditionTitle(north, builder.plan(), rulesOf(loaded)),
             u"DFG passed to the districts: North District"_s);

    const Loaded plain = load(fixtureJson(u"2024-25"_s));
    const QList<Finding> without = evaluate(plain.plan, plain.shelf).findings;
    QCOMPARE(sentence(*finding(without, u"BCF-10"), plain.plan, rulesOf(plain)),
             u"The plan has no districts."_s);
}

QTEST_GUILESS_MAIN(TestTwoTier)
#include "test_twotier.moc"
