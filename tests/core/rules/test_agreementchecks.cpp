// The rules of section 75 agreements on the fixture of bcf-s75.md section 6.1, given a complete agreement, with one thing
// changed each. Expected figures are the fixture's with the change worked by hand.
#include "core/words/findingwords.h"
#include "tests/support/agreementfixture.h"

using namespace rulefixture;

using Edit = void (*)(StepBuilder& plan);
Q_DECLARE_METATYPE(Edit)

namespace {

void date(StepBuilder& plan, QStringView field, QDate to)
{
    plan.set(u"fund", Id(u"pool"_s), field, to.isValid() ? Value(to) : Value());
}

void term(StepBuilder& plan, const QString& id, const QString& side, int step, const QString& kind)
{
    plan.add(u"riskTerm", Id(id))
        .set(u"riskTerm", Id(id), u"fund", Value(Id(u"pool"_s)))
        .set(u"riskTerm", Id(id), u"side", Value(side))
        .set(u"riskTerm", Id(id), u"step", Value::count(step))
        .set(u"riskTerm", Id(id), u"kind", Value(kind));
}

void share(StepBuilder& plan, const QString& id, const QString& of, const QString& partner,
           const QString& percent)
{
    plan.add(u"riskTermShare", Id(id))
        .set(u"riskTermShare", Id(id), u"term", Value(Id(of)))
        .set(u"riskTermShare", Id(id), u"partner", Value(Id(partner)))
        .set(u"riskTermShare", Id(id), u"percent", Value(*Rate::parse(percent)));
}

void function(StepBuilder& plan, const QString& id, const QString& value)
{
    plan.add(u"fundFunction", Id(id))
        .set(u"fundFunction", Id(id), u"fund", Value(Id(u"pool"_s)))
        .set(u"fundFunction", Id(id), u"function", Value(value));
}

void agreed(StepBuilder& plan, QStringView entry, const char* amount)
{
    plan.set(u"fundPartner", Id(entry.toString()), u"agreed", key24,
             amount ? Value(pounds(amount)) : Value());
}

void route(StepBuilder& plan, QStringView scheme, const QString& to)
{
    plan.set(u"scheme", Id(scheme.toString()), u"vatRoute", to.isEmpty() ? Value() : Value(to));
}

// A second pooled fund that pays and spends nothing but a contribution of nought.
void addFund(StepBuilder& plan)
{
    plan.add(u"fund", Id(u"second"_s))
        .set(u"fund", Id(u"second"_s), u"name", Value(u"Second pool"_s))
        .set(u"fund", Id(u"second"_s), u"kind", Value(u"pooled"_s))
        .add(u"contribution", Id(u"paySecond"_s))
        .set(u"contribution", Id(u"paySecond"_s), u"fund", Value(Id(u"second"_s)))
        .set(u"contribution", Id(u"paySecond"_s), u"partner", Value(Id(u"council"_s)))
        .set(u"contribution", Id(u"paySecond"_s), u"source", Value(u"LA_ADD"_s))
        .set(u"contribution", Id(u"paySecond"_s), u"amount", key24, Value(Money()));
}

const QDate midAugust(2024, 8, 15);

} // namespace

class TestAgreementChecks : public QObject
{
    Q_OBJECT

private slots:
    void onTheFixture_data();
    void onTheFixture();
    void aBareFundIsFarFromAnAgreement();
    void withoutAPooledFundNothingApplies();
    void agreementOfAnotherYearOnly();
    void blankDateIsUnknown();
    void whatIsAtFaultIsNamed();
    void vatIsRoundedSchemeByScheme();
    void sampleVat();
    void words_data();
    void words();
};

void TestAgreementChecks::onTheFixture_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected");
    const auto at = [](const char* name, const char* rule, QDate today, const char* expected, Edit edit) {
        QTest::newRow(name) << QString::fromLatin1(rule) << today << edit << QString::fromLatin1(expected);
    };
    const auto row = [&](const char* name, const char* rule, const char* expected, Edit edit) {
        at(name, rule, midAugust, expected, edit);
    };
    const Edit none = [](StepBuilder&) {};

    row("01 complete", "S75-01", "pass 7 7 0", none);
    row("01 one not there", "S75-01", "fail 7 6 -1",
        [](StepBuilder& plan) { plan.set(u"fund", Id(u"pool"_s), u"clauseAims", Value()); });
    row("01 the last one not there", "S75-01", "fail 7 6 -1",
        [](StepBuilder& plan) { plan.set(u"fund", Id(u"pool"_s), u"clauseManagement", Value()); });
    row("01 blanks are no clause", "S75-01", "fail 7 6 -1",
        [](StepBuilder& plan) { plan.set(u"fund", Id(u"pool"_s), u"clausePersons", Value(u"  "_s)); });
    row("01 the term ended the day before", "S75-01", "fail 7 6 -1",
        [](StepBuilder& plan) { date(plan, u"endsOn", QDate(2024, 3, 31)); });
    row("01 the term ends on the first day", "S75-01", "pass 7 7 0",
        [](StepBuilder& plan) { date(plan, u"endsOn", QDate(2024, 4, 1)); });
    row("01 the term ends before it starts", "S75-01", "fail 7 6 -1", [](StepBuilder& plan) {
        date(plan, u"startsOn", QDate(2024, 6, 2));
        date(plan, u"endsOn", QDate(2024, 6, 1));
    });
    row("01 nothing of the second agreement is entered", "S75-01", "unknown - - -", addFund);
    row("01 a start is entered", "S75-01", "fail 14 7 -7", [](StepBuilder& plan) {
        addFund(plan);
        plan.set(u"fund", Id(u"second"_s), u"startsOn", Value(QDate(2024, 4, 1)));
    });

    row("02 both named", "S75-02", "pass 2 2 0", none);
    row("02 no pool manager", "S75-02", "fail 2 1 -1",
        [](StepBuilder& plan) { plan.set(u"fund", Id(u"pool"_s), u"poolManager", Value()); });
    row("02 no host", "S75-02", "fail 2 1 -1",
        [](StepBuilder& plan) { plan.set(u"fund", Id(u"pool"_s), u"host", Value()); });
    row("02 no host, nothing of the agreement", "S75-02", "fail 4 3 -1", addFund);
    row("02 neither, with an agreement", "S75-02", "fail 4 2 -2", [](StepBuilder& plan) {
        addFund(plan);
        plan.set(u"fund", Id(u"second"_s), u"startsOn", Value(QDate(2024, 4, 1)));
    });

    row("03 as agreed", "S75-03", "pass 27000000.00 27000000.00 0.00", none);
    row("03 a penny less agreed", "S75-03", "fail 26999999.99 27000000.00 -0.01",
        [](StepBuilder& plan) { agreed(plan, u"partIcb", "19999999.99"); });
    row("03 the largest difference", "S75-03", "fail 27000001.01 27000000.00 -1.00", [](StepBuilder& plan) {
        agreed(plan, u"partIcb", "20000000.01");
        agreed(plan, u"partCouncil", "7000001.00");
    });
    row("03 more and less do not cancel", "S75-03", "fail 27000000.00 27000000.00 -5.00",
        [](StepBuilder& plan) {
            agreed(plan, u"partIcb", "20000005.00");
            agreed(plan, u"partCouncil", "6999995.00");
        });
    row("03 nothing agreed", "S75-03", "unknown - 27000000.00 -",
        [](StepBuilder& plan) { agreed(plan, u"partIcb", nullptr); });
    row("03 a partner not in the agreement", "S75-03", "unknown - 27000000.00 -",
        [](StepBuilder& plan) { plan.remove(u"fundPartner", Id(u"partIcb"_s)); });
    row("03 fails whatever is not known", "S75-03", "fail - 27000000.00 -0.01", [](StepBuilder& plan) {
        agreed(plan, u"partIcb", nullptr);
        agreed(plan, u"partCouncil", "7000000.01");
    });
    row("03 contribution not known", "S75-03", "unknown 27000000.00 - -", [](StepBuilder& plan) {
        plan.set(u"contribution", Id(u"payNhsMinimum"_s), u"amount", key24, Value());
    });
    row("03 agreed, and nothing paid", "S75-03", "fail 27000000.00 7000000.00 -20000000.00",
        [](StepBuilder& plan) { plan.remove(u"contribution", Id(u"payNhsMinimum"_s)); });
    row("03 the minimum by section 256", "S75-03", "fail 27000000.00 7000000.00 -20000000.00",
        [](StepBuilder& plan) {
            plan.set(u"contribution", Id(u"payNhsMinimum"_s), u"route", Value(u"s256"_s));
        });
    row("03 a grant in the pool", "S75-03", "fail 27000000.00 27000000.00 -3.00", [](StepBuilder& plan) {
        addFund(plan);
        plan.set(u"contribution", Id(u"paySecond"_s), u"route", Value(u"s76"_s));
        plan.set(u"contribution", Id(u"paySecond"_s), u"amount", key24, Value(pounds("3.00")));
        plan.set(u"contribution", Id(u"paySecond"_s), u"fund", Value(Id(u"pool"_s)));
    });
    row("03 a minimum in an aligned fund", "S75-03", "fail 27000000.00 27000000.00 -3.00",
        [](StepBuilder& plan) {
            addFund(plan);
            plan.set(u"fund", Id(u"second"_s), u"kind", Value(u"aligned"_s));
            plan.set(u"contribution", Id(u"paySecond"_s), u"source", Value(u"DFG"_s));
            plan.set(u"contribution", Id(u"paySecond"_s), u"amount", key24, Value(pounds("3.00")));
        });

    row("04 by contribution", "S75-04", "pass 1 1 0", none);
    row("04 no terms", "S75-04", "fail 1 0 -1",
        [](StepBuilder& plan) { plan.remove(u"riskTerm", Id(u"share"_s)); });
    row("04 only underspends elsewhere", "S75-04", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.remove(u"riskTerm", Id(u"share"_s));
        term(plan, u"t"_s, u"over"_s, 1, u"underspends"_s);
    });
    row("04 only what broke the agreement", "S75-04", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.remove(u"riskTerm", Id(u"share"_s));
        term(plan, u"t"_s, u"over"_s, 1, u"fault"_s);
    });
    row("04 only for an underspend", "S75-04", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.remove(u"riskTerm", Id(u"share"_s));
        term(plan, u"t"_s, u"under"_s, 1, u"proportional"_s);
    });
    row("04 each what it commissions", "S75-04", "pass 1 1 0", [](StepBuilder& plan) {
        plan.remove(u"riskTerm", Id(u"share"_s));
        term(plan, u"t"_s, u"over"_s, 1, u"ownRisk"_s);
    });
    row("04 one scheme answers for itself only", "S75-04", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.set(u"riskTerm", Id(u"share"_s), u"scheme", Value(Id(u"homecare"_s)));
    });
    row("04 percentages that make 100", "S75-04", "pass 1 1 0", [](StepBuilder& plan) {
        plan.set(u"riskTerm", Id(u"share"_s), u"kind", Value(u"fixedPercent"_s));
        share(plan, u"a"_s, u"share"_s, u"council"_s, u"33.3333"_s);
        share(plan, u"b"_s, u"share"_s, u"icb"_s, u"66.6667"_s);
    });
    row("04 percentages a hair short", "S75-04", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.set(u"riskTerm", Id(u"share"_s), u"kind", Value(u"fixedPercent"_s));
        share(plan, u"a"_s, u"share"_s, u"council"_s, u"33.3333"_s);
        share(plan, u"b"_s, u"share"_s, u"icb"_s, u"66.6666"_s);
    });
    row("04 a cap below zero", "S75-04", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.set(u"fundPartner", Id(u"partIcb"_s), u"cap", key24, Value(pounds("-0.01")));
    });
    row("04 all at own risk", "S75-04", "pass 0 0 0", [](StepBuilder& plan) {
        plan.remove(u"riskTerm", Id(u"share"_s));
        for (const char* line : {"line1", "line2", "line3", "line4", "line5", "line6"})
            plan.set(u"line", Id(QString::fromLatin1(line)), u"risk", Value(u"own"_s));
    });
    row("04 all but one at own risk", "S75-04", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.remove(u"riskTerm", Id(u"share"_s));
        for (const char* line : {"line1", "line2", "line3", "line4", "line5"})
            plan.set(u"line", Id(QString::fromLatin1(line)), u"risk", Value(u"own"_s));
    });

    row("05 none excluded", "S75-05", "pass 2 2 0", none);
    row("05 surgery", "S75-05", "fail 3 2 -1",
        [](StepBuilder& plan) { function(plan, u"f"_s, u"Surgery"_s); });
    row("05 surgery in capitals", "S75-05", "fail 3 2 -1",
        [](StepBuilder& plan) { function(plan, u"more"_s, u" SURGERY"_s); });
    row("05 in no list", "S75-05", "unknown 3 - -",
        [](StepBuilder& plan) { function(plan, u"f"_s, u"Dentistry"_s); });
    row("05 excluded whatever is not known", "S75-05", "fail 4 3 -1", [](StepBuilder& plan) {
        function(plan, u"f"_s, u"Dentistry"_s);
        function(plan, u"g"_s, u"Endoscopy"_s);
    });
    row("05 none named", "S75-05", "unknown 0 - -", [](StepBuilder& plan) {
        plan.remove(u"fundFunction", Id(u"nhsFunction"_s));
        plan.remove(u"fundFunction", Id(u"councilFunction"_s));
    });
    row("05 a second fund names none", "S75-05", "unknown 2 - -", addFund);

    row("06 before", "S75-06", "pass 2023-04-01 2023-01-14 -", none);
    row("06 the day before", "S75-06", "pass 2023-04-01 2023-03-31 -",
        [](StepBuilder& plan) { date(plan, u"consultedOn", QDate(2023, 3, 31)); });
    row("06 on the day", "S75-06", "fail 2023-04-01 2023-04-01 -",
        [](StepBuilder& plan) { date(plan, u"consultedOn", QDate(2023, 4, 1)); });
    row("06 not recorded", "S75-06", "unknown - - -",
        [](StepBuilder& plan) { date(plan, u"consultedOn", {}); });
    row("06 no start", "S75-06", "unknown - - -", [](StepBuilder& plan) { date(plan, u"startsOn", {}); });
    row("06 a second fund has none", "S75-06", "unknown 2023-04-01 2023-01-14 -", addFund);
    row("06 the fund with the least time", "S75-06", "fail 2023-04-01 2023-04-02 -", [](StepBuilder& plan) {
        addFund(plan);
        plan.set(u"fund", Id(u"second"_s), u"consultedOn", Value(QDate(2023, 4, 2)));
        plan.set(u"fund", Id(u"second"_s), u"startsOn", Value(QDate(2023, 4, 1)));
    });

    row("07 on the date", "S75-07", "pass 2024-09-30 2024-09-30 -", none);
    row("07 the day after", "S75-07", "fail 2024-09-30 2024-10-01 -",
        [](StepBuilder& plan) { date(plan, u"signedOn", QDate(2024, 10, 1)); });
    row("07 not signed", "S75-07", "unknown 2024-09-30 - -",
        [](StepBuilder& plan) { date(plan, u"signedOn", {}); });
    row("07 a second fund is not signed", "S75-07", "unknown 2024-09-30 2024-09-30 -", addFund);
    row("07 the last signature of two", "S75-07", "pass 2024-09-30 2024-09-30 -", [](StepBuilder& plan) {
        addFund(plan);
        plan.set(u"fund", Id(u"second"_s), u"signedOn", Value(QDate(2024, 9, 29)));
    });
    row("07 late whatever is not known", "S75-07", "fail 2024-09-30 2024-10-01 -", [](StepBuilder& plan) {
        addFund(plan);
        date(plan, u"signedOn", QDate(2024, 10, 1));
    });

    // Quarter 1 ends on 30 June; thirty days later is 30 July.
    row("08 sent", "S75-08", "pass 1 1 0", none);
    at("08 on the last day", "S75-08", QDate(2024, 7, 30), "pass 0 0 0",
       [](StepBuilder& plan) { plan.remove(u"fundReport", Id(u"quarter1"_s)); });
    at("08 a day later", "S75-08", QDate(2024, 7, 31), "fail 1 0 -1",
       [](StepBuilder& plan) { plan.remove(u"fundReport", Id(u"quarter1"_s)); });
    row("08 not sent", "S75-08", "fail 1 0 -1",
        [](StepBuilder& plan) { plan.set(u"fundReport", Id(u"quarter1"_s), u"sentOn", Value()); });
    row("08 another quarter's", "S75-08", "fail 1 0 -1",
        [](StepBuilder& plan) { plan.set(u"fundReport", Id(u"quarter1"_s), u"quarter", Value::count(2)); });
    at("08 after the year", "S75-08", QDate(2025, 5, 1), "fail 4 1 -3", none);
    at("08 the fourth on its last day", "S75-08", QDate(2025, 4, 30), "fail 3 1 -2", none);
    row("08 before the fund starts", "S75-08", "pass 0 0 0", [](StepBuilder& plan) {
        plan.remove(u"fundReport", Id(u"quarter1"_s));
        date(plan, u"startsOn", QDate(2024, 7, 1));
    });
    row("08 from the fund's last day in the quarter", "S75-08", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.remove(u"fundReport", Id(u"quarter1"_s));
        date(plan, u"startsOn", QDate(2024, 6, 30));
    });
    at("08 after the fund ends", "S75-08", QDate(2025, 5, 1), "pass 1 1 0",
       [](StepBuilder& plan) { date(plan, u"endsOn", QDate(2024, 6, 30)); });
    at("08 the fund ends within the quarter", "S75-08", QDate(2025, 5, 1), "pass 1 1 0",
       [](StepBuilder& plan) { date(plan, u"endsOn", QDate(2024, 5, 15)); });
    row("08 another year's", "S75-08", "fail 1 0 -1", [](StepBuilder& plan) {
        plan.add(u"year", Id(u"2023-24"_s), 0);
        plan.set(u"fundReport", Id(u"quarter1"_s), u"year", Value(Id(u"2023-24"_s)));
    });
    row("08 days not agreed", "S75-08", "unknown - - -",
        [](StepBuilder& plan) { plan.set(u"fund", Id(u"pool"_s), u"reportDays", Value()); });
    at("08 today not known", "S75-08", QDate(), "unknown - - -", none);

    row("09 all settled", "S75-09", "pass 27000000.00 27000000.00 0.00", none);
    row("09 the council's scheme", "S75-09", "fail 27000000.00 25000000.00 -400000.00",
        [](StepBuilder& plan) { route(plan, u"adaptations", {}); });
    row("09 two of them", "S75-09", "fail 27000000.00 20000000.00 -1400000.00", [](StepBuilder& plan) {
        route(plan, u"adaptations", {});
        route(plan, u"homecare", {});
    });
    row("09 none of the council's money", "S75-09", "fail 6 5 -1",
        [](StepBuilder& plan) { route(plan, u"nursing", {}); });
    row("09 the NHS's beside the council's", "S75-09", "fail 27000000.00 20000000.00 -400000.00",
        [](StepBuilder& plan) {
            route(plan, u"nursing", {});
            route(plan, u"adaptations", {});
        });
    row("09 a council's delivery by the NHS route", "S75-09", "fail 6 5 -1",
        [](StepBuilder& plan) { route(plan, u"reablement", u"NHS_COS"_s); });
    row("09 NHS delivery by the council's route", "S75-09", "fail 6 5 -1",
        [](StepBuilder& plan) { route(plan, u"nursing", u"LA_S33"_s); });
    row("09 both deliver", "S75-09", "pass 27000000.00 27000000.00 0.00", [](StepBuilder& plan) {
        plan.set(u"line", Id(u"line2"_s), u"scheme", Value(Id(u"reablement"_s)));
        route(plan, u"reablement", u"NHS_COS"_s);
    });
    row("09 neither delivers", "S75-09", "pass 27000000.00 27000000.00 0.00",
        [](StepBuilder& plan) { route(plan, u"homecare", u"NHS_COS"_s); });
    row("09 a line named as the council's", "S75-09", "fail 27000000.00 22000000.00 -1000000.00",
        [](StepBuilder& plan) {
            route(plan, u"nursing", {});
            plan.set(u"line", Id(u"line2"_s), u"payer", Value(Id(u"council"_s)));
        });
    row("09 a scheme of no money", "S75-09", "pass 25000000.00 25000000.00 0.00", [](StepBuilder& plan) {
        route(plan, u"adaptations", {});
        plan.set(u"line", Id(u"line5"_s), u"amount", key24, Value());
    });
}

void TestAgreementChecks::onTheFixture()
{
    QFETCH(QString, rule);
    QFETCH(QDate, today);
    QFETCH(Edit, edit);
    Loaded fixture = agreedFixture();
    QCOMPARE(fixture.error, QString());
    StepBuilder builder(fixture.plan);
    edit(builder);
    fixture.shelf.today = today;
    const QList<Finding> findings = evaluate(builder.plan(), fixture.shelf).findings;
    const Finding found = *finding(findings, rule);
    QTEST(summary(found), "expected");
    QVERIFY(found.subject.isNull());
    const bool warns = rule >= "S75-06"_L1;
    QVERIFY(found.severity == (warns ? Severity::Warn : Severity::Block));
    const QString said = sentence(found, builder.plan(), rulesOf(fixture));
    QVERIFY2(said.endsWith(u'.') && !said.contains(u'%') && !said.contains(u": ."_s) &&
                 !said.contains(u"“”"_s),
             qPrintable(said));
}

// Before anything of an agreement is entered nothing is known of it; the first entry makes what is absent fail.
void TestAgreementChecks::aBareFundIsFarFromAnAgreement()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    const auto statuses = [&](const Plan& plan) {
        QStringList actual;
        for (const Finding& found : evaluate(plan, loaded.shelf).findings)
            if (found.rule.startsWith("S75"_L1))
                actual.append(found.rule + u' ' + summary(found));
        return actual;
    };
    QCOMPARE(statuses(loaded.plan),
             (QStringList{
                 u"S75-01 unknown - - -"_s, u"S75-02 unknown - - -"_s, u"S75-03 unknown - 27000000.00 -"_s,
                 u"S75-04 unknown - - -"_s, u"S75-05 unknown 0 - -"_s, u"S75-06 unknown - - -"_s,
                 u"S75-07 unknown 2024-09-30 - -"_s, u"S75-08 unknown - - -"_s, u"S75-09 unknown - - -"_s}));
    const Finding bare = *finding(evaluate(loaded.plan, loaded.shelf).findings, u"S75-04");
    QVERIFY2(sentence(bare, loaded.plan, rulesOf(loaded)).contains(u"the agreement of “"_s),
             qPrintable(sentence(bare, loaded.plan, rulesOf(loaded))));

    StepBuilder builder(loaded.plan);
    builder.set(u"fund", Id(u"pool"_s), u"startsOn", Value(QDate(2023, 4, 1)));
    // The council's money is DFG 2,000,000 and iBCF 5,000,000; a fifth of it is 1,400,000.
    QCOMPARE(
        statuses(builder.plan()),
        (QStringList{u"S75-01 fail 7 0 -7"_s, u"S75-02 fail 2 1 -1"_s, u"S75-03 unknown - 27000000.00 -"_s,
                     u"S75-04 fail 1 0 -1"_s, u"S75-05 unknown 0 - -"_s, u"S75-06 unknown - - -"_s,
                     u"S75-07 unknown 2024-09-30 - -"_s, u"S75-08 unknown - - -"_s,
                     u"S75-09 fail 27000000.00 0.00 -1400000.00"_s}));
}

void TestAgreementChecks::withoutAPooledFundNothingApplies()
{
    const Loaded fixture = agreedFixture();
    StepBuilder builder(fixture.plan);
    builder.set(u"fund", Id(u"pool"_s), u"kind", Value(u"aligned"_s));
    for (const char* id : {"payNhsMinimum", "payDfg", "payGrant"})
        builder.remove(u"contribution", Id(QString::fromLatin1(id)));
    int applying = 0;
    for (const Finding& found : evaluate(builder.plan(), fixture.shelf).findings)
        if (found.rule.startsWith("S75"_L1) && found.status != FindingStatus::NotApplicable)
            ++applying;
    QCOMPARE(applying, 0);
    const Finding found = *finding(evaluate(builder.plan(), fixture.shelf).findings, u"S75-01");
    QCOMPARE(sentence(found, builder.plan(), rulesOf(fixture)),
             u"No pooled fund holds money in this year."_s);
}

// A fund that holds nothing in a year has nothing to show in it.
void TestAgreementChecks::agreementOfAnotherYearOnly()
{
    const Loaded fixture = agreedFixture();
    StepBuilder builder(fixture.plan);
    addFund(builder);
    builder.set(u"contribution", Id(u"paySecond"_s), u"amount", key24, Value());
    QCOMPARE(summary(*finding(evaluate(builder.plan(), fixture.shelf).findings, u"S75-01")), u"pass 7 7 0"_s);
}

void TestAgreementChecks::blankDateIsUnknown()
{
    Loaded loaded = load(fixtureJson(u"2025-26"_s));
    StepBuilder builder(loaded.plan);
    builder.set(u"fund", Id(u"pool"_s), u"signedOn", Value(QDate(2025, 9, 24)));
    const Finding found = *finding(evaluate(builder.plan(), loaded.shelf).findings, u"S75-07");
    QCOMPARE(summary(found), u"unknown - 2025-09-24 -"_s);
    QCOMPARE(found.details, QStringList{u"section75Date"_s});
    QVERIFY(found.missing.isEmpty());
    QCOMPARE(sentence(found, builder.plan(), *loaded.shelf.rulebookOf(*builder.plan().years.begin())),
             u"Not known until this is entered: the rulebook’s “Section 75 agreements signed by”."_s);
}

void TestAgreementChecks::whatIsAtFaultIsNamed()
{
    Loaded fixture = agreedFixture();
    fixture.shelf.today = QDate(2024, 11, 1);
    StepBuilder builder(fixture.plan);
    builder.set(u"fund", Id(u"pool"_s), u"clauseAims", Value())
        .set(u"fund", Id(u"pool"_s), u"poolManager", Value());
    agreed(builder, u"partIcb", "1.00");
    function(builder, u"f"_s, u"Surgery"_s);
    route(builder, u"adaptations", {});
    builder.set(u"riskTerm", Id(u"share"_s), u"scheme", Value(Id(u"homecare"_s)));
    builder.remove(u"scheme", Id(u"therapy"_s));
    const QList<Finding> findings = evaluate(builder.plan(), fixture.shelf).findings;
    const auto details = [&](QStringView rule) { return finding(findings, rule)->details; };
    QCOMPARE(details(u"S75-01"), QStringList{u"pool:clauseAims"_s});
    QCOMPARE(finding(findings, u"S75-01")->read,
             (QList<CellRef>{{u"fund"_s, Id(u"pool"_s), u"clauseAims"_s, {}}}));
    QCOMPARE(details(u"S75-02"), QStringList{u"pool:poolManager"_s});
    QCOMPARE(details(u"S75-03"), QStringList{u"pool:icb"_s});
    QCOMPARE(details(u"S75-04"), (QStringList{u"pool:reablement"_s, u"pool:nursing"_s, u"pool:discharge"_s,
                                              u"pool:adaptations"_s}));
    QCOMPARE(details(u"S75-05"), QStringList{u"Surgery"_s});
    QCOMPARE(finding(findings, u"S75-05")->read,
             (QList<CellRef>{{u"fundFunction"_s, Id(u"f"_s), u"function"_s, {}}}));
    QCOMPARE(details(u"S75-08"), QStringList{u"pool:2"_s});
    const Finding vat = *finding(findings, u"S75-09");
    QCOMPARE(vat.details, QStringList{u"adaptations"_s});
    QCOMPARE(vat.faults, QList<Id>{Id(u"line5"_s)});
    QCOMPARE(vat.read, (QList<CellRef>{{u"scheme"_s, Id(u"adaptations"_s), u"vatRoute"_s, {}}}));
}

// At 12.5 %: 2,000,000.04 gives 250,000.005 and 5,000,000.04 gives 625,000.005; each half penny goes up on its own.
void TestAgreementChecks::vatIsRoundedSchemeByScheme()
{
    QMap<QString, QByteArray> rulebooks = builtIn();
    QByteArray& text = rulebooks[u"2024-25"_s];
    QVERIFY(text.contains("\"ratePercent\": \"20\""));
    text.replace("\"ratePercent\": \"20\"", "\"ratePercent\": \"12.5\"");
    const Loaded fixture = agreedFixture(rulebooks);
    QCOMPARE(fixture.error, QString());
    StepBuilder builder(fixture.plan);
    route(builder, u"adaptations", {});
    route(builder, u"homecare", {});
    builder.set(u"line", Id(u"line5"_s), u"amount", key24, Value(pounds("2000000.04")));
    builder.set(u"line", Id(u"line6"_s), u"amount", key24, Value(pounds("5000000.04")));
    QCOMPARE(summary(*finding(evaluate(builder.plan(), fixture.shelf).findings, u"S75-09")),
             u"fail 27000000.08 20000000.00 -875000.02"_s);
}

// calderbourne.md: scheme 12's route is not settled; a fifth of the council's 1,150,000.00 is 230,000.00. The sample as it is made, before
// the committee's £10,000.00 for the handyperson service.
void TestAgreementChecks::sampleVat()
{
    const Loaded sample = load(bytesOf(u":/sample/calderbourne.json"_s));
    QCOMPARE(sample.error, QString());
    StepBuilder builder(sample.plan);
    for (const Scheme& scheme : sample.plan.schemes)
        builder.set(u"scheme", scheme.id, u"vatRoute", scheme.number == "12"_L1 ? Value() : Value(u"NA"_s));
    for (const Finding& found : evaluate(builder.plan(), sample.shelf).findings)
        if (found.year == "2026-27"_L1 && found.rule == "S75-09"_L1)
            QCOMPARE(summary(found), u"fail 57633700.00 55033700.00 -230000.00"_s);
}

void TestAgreementChecks::words_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("margin");
    const auto row = [](const char* rule, const char* name, const QString& expected, const QString& margin,
                        Edit edit) {
        QTest::newRow(name) << QString::fromLatin1(rule) << edit << expected << margin;
    };
    const Edit none = [](StepBuilder&) {};
    row("S75-01", "contents",
        u"6 of 7 contents are there. Not there: Aims and outcomes (Better Care pool)."_s, u"1 to put right"_s,
        [](StepBuilder& plan) { plan.set(u"fund", Id(u"pool"_s), u"clauseAims", Value()); });
    row("S75-02", "manager", u"Not named: Pool manager (Better Care pool)."_s, u"1 to put right"_s,
        [](StepBuilder& plan) { plan.set(u"fund", Id(u"pool"_s), u"poolManager", Value()); });
    row("S75-03", "agreed", u"£27,000,000.00 is paid in, as agreed."_s, u"Met, £0.00 over"_s, none);
    row("S75-03", "not as agreed",
        u"Not what is agreed: Fixture ICB into “Better Care pool”, by £0.01 at most."_s, u"Missed by £0.01"_s,
        [](StepBuilder& plan) { agreed(plan, u"partIcb", "20000000.01"); });
    row("S75-03", "wrong route",
        u"“NHS minimum contribution” is a mandated minimum: it must move under section 75, into the pooled fund."_s,
        u"Missed by £20,000,000.00"_s, [](StepBuilder& plan) {
            plan.set(u"contribution", Id(u"payNhsMinimum"_s), u"route", Value(u"s65Z6"_s));
        });
    row("S75-03", "agreed figure absent",
        u"Not known until this is entered: the agreed contribution of Fixture ICB to “Better Care pool” in 2024-25."_s,
        u"Not known"_s, [](StepBuilder& plan) { plan.remove(u"fundPartner", Id(u"partIcb"_s)); });
    row("S75-04", "nobody pays", u"No step says which partner pays an overspend of “Home care”."_s,
        u"1 to put right"_s, [](StepBuilder& plan) {
            plan.remove(u"riskTerm", Id(u"share"_s));
            for (const char* line : {"line1", "line2", "line3", "line4", "line5"})
                plan.set(u"line", Id(QString::fromLatin1(line)), u"risk", Value(u"own"_s));
        });
    row("S75-04", "broken terms", u"The terms of “Better Care pool” cannot be worked out."_s,
        u"1 to put right"_s, [](StepBuilder& plan) {
            plan.set(u"fundPartner", Id(u"partIcb"_s), u"cap", key24, Value(pounds("-0.01")));
        });
    row("S75-05", "excluded", u"The law leaves these out of section 75: Surgery."_s, u"1 to put right"_s,
        [](StepBuilder& plan) { function(plan, u"f"_s, u"Surgery"_s); });
    row("S75-06", "consulted", u"Consulted on 14 January 2023, before the start on 1 April 2023."_s, u"Met"_s,
        none);
    row("S75-06", "consulted late",
        u"Not before the start: “Better Care pool”, consulted on 2 April 2023 and started on 1 April 2023."_s,
        u"Warning"_s, [](StepBuilder& plan) { date(plan, u"consultedOn", QDate(2023, 4, 2)); });
    row("S75-07", "signed", u"Signed on 30 September 2024; the national date is 30 September 2024."_s,
        u"Met"_s, none);
    row("S75-07", "signed late", u"Signed after 30 September 2024: “Better Care pool”."_s, u"Warning"_s,
        [](StepBuilder& plan) { date(plan, u"signedOn", QDate(2024, 10, 1)); });
    row("S75-08", "overdue", u"Overdue: quarter 1 of “Better Care pool”."_s, u"1 to put right"_s,
        [](StepBuilder& plan) { plan.remove(u"fundReport", Id(u"quarter1"_s)); });
    row("S75-09", "at risk",
        u"The VAT route is not settled, or not that of the deliverer: “Adaptations”. £400,000.00 of VAT on the council’s money is at risk."_s,
        u"£400,000.00 at risk"_s, [](StepBuilder& plan) { route(plan, u"adaptations", {}); });
    row("S75-09", "nothing at risk",
        u"The VAT route is not settled, or not that of the deliverer: “Community nursing”. None of it is the council’s money."_s,
        u"1 to put right"_s, [](StepBuilder& plan) { route(plan, u"nursing", {}); });
}

void TestAgreementChecks::words()
{
    QFETCH(QString, rule);
    QFETCH(Edit, edit);
    Loaded fixture = agreedFixture();
    fixture.shelf.today = midAugust;
    StepBuilder builder(fixture.plan);
    edit(builder);
    const Finding found = *finding(evaluate(builder.plan(), fixture.shelf).findings, rule);
    QTEST(sentence(found, builder.plan(), rulesOf(fixture)), "expected");
    QTEST(marginWords(found), "margin");
}

QTEST_GUILESS_MAIN(TestAgreementChecks)
#include "test_agreementchecks.moc"
