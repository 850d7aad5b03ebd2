// Whether to sign a contract, whom its weighting pays, and what a version changes. Figures of the sample's place are those of
// design/calderbourne.md; all others are derived by hand, as said beside them.
#include "core/evaluate/contractreview.h"
#include "tests/support/contractplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

using Kind = ReviewItem::Kind;
using State = ReviewItem::State;
using Verdict = ContractReview::Verdict;

class TestContractReview : public QObject
{
    Q_OBJECT

    static QString money(const std::optional<Money>& amount)
    {
        return amount ? formatAmount(*amount) : u"not known"_s;
    }
    static ContractReview review(const ContractPlan& plan) { return reviewContract(plan.source()); }

private slots:
    void casesOfTheSample_data();
    void casesOfTheSample();
    void listOfTheSample();
    void verdict_data();
    void verdict();
    void everyDoubtIsCounted();
    void unitingCareFails();
    void costIsCarried();
    void costByArea();
    void vatByRoute_data();
    void vatByRoute();
    void termsThatCannotBe();
    void missingResultsNameTheirCell();
    void corridorAgainstPeople();
    void linesThatPay();
    void fairnessOfTheSample();
    void fairnessByArea();
    void weightingMayPayMore();
    void comparison();
};

void TestContractReview::casesOfTheSample_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("payment");
    QTest::addColumn<QString>("margin");
    QTest::addColumn<QString>("term"); // three years alike
    QTest::newRow("low") << int(ResultsAt::Low) << u"7,724,401.00"_s << u"−17,599.00"_s << u"−52,797.00"_s;
    QTest::newRow("likely") << int(ResultsAt::Likely) << u"7,756,304.43"_s << u"14,304.43"_s
                            << u"42,913.29"_s;
    QTest::newRow("high") << int(ResultsAt::High) << u"7,809,332.16"_s << u"67,332.16"_s << u"201,996.48"_s;
}

void TestContractReview::casesOfTheSample()
{
    QFETCH(int, at);
    const ContractReview found = review(ContractPlan::calderbourne());
    const ContractCase* one = found.caseAt(static_cast<ResultsAt>(at));
    QVERIFY(one);
    QCOMPARE(one->years.size(), 3);
    QTEST(formatAmount(one->years.first().payment), "payment");
    QCOMPARE(money(one->years.first().cost), u"7,742,000.00"_s);
    QCOMPARE(money(one->years.first().irrecoverableVat), u"0.00"_s);
    QTEST(money(one->years.first().margin), "margin");
    QTEST(money(one->total.margin), "term");
}

void TestContractReview::listOfTheSample()
{
    const ContractReview found = review(ContractPlan::calderbourne());
    QCOMPARE(found.verdict, Verdict::Caution);
    QList<std::pair<Kind, State>> rows;
    for (const ReviewItem& item : found.items)
        rows.append({item.kind, item.state});
    QCOMPARE(rows, (QList<std::pair<Kind, State>>{{Kind::LowResults, State::Caution},
                                                  {Kind::LikelyYearOne, State::Go},
                                                  {Kind::LikelyTerm, State::Go},
                                                  {Kind::HighResults, State::Go},
                                                  {Kind::Vat, State::Go},
                                                  {Kind::Chance, State::Go},
                                                  {Kind::Corridor, State::NotKnown},
                                                  {Kind::AtRisk, State::Go},
                                                  {Kind::RingFence, State::Go},
                                                  {Kind::Lines, State::Caution},
                                                  {Kind::Provider, State::Go},
                                                  {Kind::Commissioner, State::Go},
                                                  {Kind::Term, State::Go},
                                                  {Kind::Signature, State::Caution}}));
    QCOMPARE(found.count(State::Caution), 1);
    const ReviewItem& atRisk = *found.item(Kind::AtRisk);
    QCOMPARE(money(atRisk.amount), u"390,201.70"_s);
    QCOMPARE(*atRisk.share, Ratio(39'020'170, 775'630'443));
    QCOMPARE(money(atRisk.second), u"238,899.00"_s); // the floor
    QCOMPARE(money(found.item(Kind::RingFence)->amount), u"159,266.00"_s);
    // A draw of 4,000 years put nine in ten within £13,000 of now; another method may differ by some hundred pounds.
    const Money chance = *found.item(Kind::Chance)->amount;
    QVERIFY2(chance > Money::fromPounds(12'000) && chance < Money::fromPounds(13'500),
             qPrintable(money(chance)));
    QCOMPARE(found.item(Kind::Corridor)->count, 286'400);
    QCOMPARE(found.item(Kind::Corridor)->cell.field, u"costSpread"_s);
}

void TestContractReview::verdict_data()
{
    QTest::addColumn<qint64>("cost"); // pence; below zero: not entered
    QTest::addColumn<QString>("route");
    QTest::addColumn<qint64>("vat"); // likewise
    QTest::addColumn<qint64>("funded");
    QTest::addColumn<int>("expected");
    QTest::addColumn<qint64>("margin"); // pence; noCount: not known
    const auto row = [](const char* name, qint64 cost, QLatin1StringView route, qint64 vat, qint64 funded,
                        Verdict expected, qint64 margin) {
        QTest::newRow(name) << cost << QString(route) << vat << funded << int(expected) << margin;
    };
    // The likely payment of year one is £7,756,304.43; low results pay £7,724,401.00, so all of these have that caution.
    constexpr qint64 paid = 775'630'443;
    row("cost met to the penny", paid, contractVat::nhs, -1, -1, Verdict::Caution, 0);
    row("a penny short", paid + 1, contractVat::nhs, -1, -1, Verdict::DoNotSign, -1);
    row("VAT funded to the penny", paid, contractVat::provider, 10'000, 10'000, Verdict::Caution, 0);
    row("VAT a penny above what is set aside", paid - 10'000, contractVat::provider, 10'000, 9'999,
        Verdict::DoNotSign, 9'999);
    row("VAT set aside pays for no care", paid + 1, contractVat::none, -1, 100'000, Verdict::DoNotSign, -1);
    row("VAT counts as cost", paid, contractVat::provider, 1, -1, Verdict::DoNotSign, -1);
    row("VAT not known", paid - 1, contractVat::provider, -1, -1, Verdict::NotKnown, noCount);
    row("VAT not known, and short before it", paid + 1, contractVat::provider, -1, -1, Verdict::DoNotSign,
        -1);
    row("VAT below zero is no figure", paid, contractVat::council, -5, -1, Verdict::NotKnown, noCount);
    row("route not settled", paid, {}, -1, -1, Verdict::NotKnown, noCount);
    row("route not settled, VAT typed", paid, {}, 0, -1, Verdict::NotKnown, 0);
    row("cost not entered", -1, contractVat::nhs, -1, -1, Verdict::NotKnown, noCount);
    row("cost not entered, VAT unfunded", -1, contractVat::provider, 1, -1, Verdict::DoNotSign, noCount);
}

void TestContractReview::verdict()
{
    QFETCH(qint64, cost);
    QFETCH(QString, route);
    QFETCH(qint64, vat);
    QFETCH(qint64, funded);
    QFETCH(qint64, margin);
    ContractPlan plan = ContractPlan::calderbourne();
    plan.contract("vatRoute", Value(route));
    plan.contract("cost", cost < 0 ? Value() : ContractPlan::pence(cost), "2026-27");
    if (vat != -1)
        plan.contract("irrecoverableVat", ContractPlan::pence(vat), "2026-27");
    if (funded >= 0)
        plan.contract("vatFunded", ContractPlan::pence(funded), "2026-27");
    const ContractReview found = review(plan);
    QTEST(int(found.verdict), "expected");
    const ReviewItem& yearOne = *found.item(Kind::LikelyYearOne);
    if (margin == noCount)
        QVERIFY(!yearOne.amount);
    else
        QCOMPARE(yearOne.amount->pence(), margin);
    QCOMPARE(yearOne.state, margin == noCount ? State::NotKnown : margin < 0 ? State::Stop : State::Go);
}

void TestContractReview::everyDoubtIsCounted()
{
    // £7,700,000.00 is below what low results pay, and chance alone leaves 2% of 286,400 people's cost never: with a spread
    // of 3, one standard deviation is 3 / √286,400 = 0.56%.
    ContractPlan plan = ContractPlan::calderbourne();
    plan.contract("cost", ContractPlan::pounds(7'700'000), "2026-27");
    QCOMPARE(review(plan).verdict, Verdict::Caution); // the corridor is not known
    plan.contract("costSpread", ContractPlan::rate("3"));
    const ContractReview found = review(plan);
    QCOMPARE(found.verdict, Verdict::Sign);
    QCOMPARE(found.count(State::Go), 8);
    // A later year that is short is a caution, not a stop.
    plan.contract("cost", ContractPlan::pence(775'630'444), "2028-29");
    const ContractReview later = review(plan);
    QCOMPARE(later.verdict, Verdict::Caution);
    const ReviewItem& term = *later.item(Kind::LikelyTerm);
    QCOMPARE(term.state, State::Caution);
    QCOMPARE(term.year, u"2028-29"_s);
    QCOMPARE(money(term.second), u"−0.01"_s);
    // VAT that nobody funds stops it in whatever year.
    plan.contract("cost", Value(), "2028-29");
    plan.contract("irrecoverableVat", ContractPlan::pence(1), "2028-29");
    const ContractReview vat = review(plan);
    QCOMPARE(vat.verdict, Verdict::DoNotSign);
    QCOMPARE(vat.item(Kind::Vat)->year, u"2028-29"_s);
    QCOMPARE(vat.item(Kind::Vat)->cell.field, u"vatFunded"_s);
}

// Five years and £0.8bn, the VAT of the provider set aside by nobody: £160m a year paid, £185m cost and £5m VAT.
void TestContractReview::unitingCareFails()
{
    ContractPlan plan = ContractPlan::begun(16'000'000'000, 5);
    plan.peopleByFifth("2026-27", {180'000, 180'000, 180'000, 180'000, 180'000});
    plan.weights("needWeight", {"1", "1", "1", "1", "1"});
    plan.weights("deprivationWeight", {"1", "1", "1", "1", "1"});
    plan.contract("cost", ContractPlan::pounds(185'000'000), "2026-27");
    plan.contract("vatRoute", ContractPlan::choice(contractVat::provider));
    plan.contract("irrecoverableVat", ContractPlan::pounds(5'000'000), "2026-27");
    const ContractReview found = review(plan);
    QCOMPARE(found.verdict, Verdict::DoNotSign);
    QCOMPARE(money(found.item(Kind::LikelyYearOne)->amount), u"−30,000,000.00"_s);
    QCOMPARE(found.item(Kind::LikelyYearOne)->state, State::Stop);
    QCOMPARE(found.item(Kind::Vat)->state, State::Stop);
    QCOMPARE(money(found.item(Kind::Vat)->second), u"25,000,000.00"_s);
    QCOMPARE(money(found.caseAt(ResultsAt::Likely)->total.payment), u"800,000,000.00"_s);
    QCOMPARE(money(found.caseAt(ResultsAt::Likely)->total.margin), u"−150,000,000.00"_s);
    QCOMPARE(found.item(Kind::RingFence)->state, State::Caution);
    // Set aside what is lost and pay what it costs, and the stop is gone.
    plan.contract("vatFunded", ContractPlan::pounds(5'000'000), "2026-27");
    QCOMPARE(money(review(plan).item(Kind::LikelyYearOne)->amount), u"−25,000,000.00"_s);
    plan.contract("cost", ContractPlan::pounds(160'000'000), "2026-27");
    QCOMPARE(review(plan).verdict, Verdict::Sign); // nothing at risk and nothing shared: no doubt is left
}

void TestContractReview::costIsCarried()
{
    ContractPlan plan = ContractPlan::calderbourne();
    plan.contract("costGrowth", ContractPlan::rate("2.5"));
    plan.contract("costLow", ContractPlan::pounds(7'800'000), "2027-28");
    plan.contract("endsOn", Value(QDate(2028, 9, 30)));
    const ContractReview found = review(plan);
    QStringList likely;
    for (const ContractCaseYear& year : found.caseAt(ResultsAt::Likely)->years)
        likely.append(money(year.cost));
    // 7,742,000 × 1.025 = 7,935,550; × 1.025² / 2 = 4,066,969.375, half away from zero.
    QCOMPARE(likely, (QStringList{u"7,742,000.00"_s, u"7,935,550.00"_s, u"4,066,969.38"_s}));
    QStringList low;
    for (const ContractCaseYear& year : found.caseAt(ResultsAt::Low)->years)
        low.append(money(year.cost));
    // As expected until its own figure: 7,800,000, then × 1.025 / 2 = 3,997,500.
    QCOMPARE(low, (QStringList{u"7,742,000.00"_s, u"7,800,000.00"_s, u"3,997,500.00"_s}));
}

void TestContractReview::costByArea()
{
    ContractPlan plan = ContractPlan::twoAreas();
    plan.contract("vatRoute", ContractPlan::choice(contractVat::none));
    plan.set(Contract::type, "c", "areaCost", ContractPlan::in("2026-27", "a1"), ContractPlan::pounds(3'700));
    const ContractReview half = review(plan);
    QCOMPARE(half.verdict, Verdict::NotKnown);
    QVERIFY(half.item(Kind::Cost));
    QCOMPARE(half.item(Kind::Cost)->cell.field, u"areaCost"_s);
    // Canalside earns £100.00 of its £400.00, Fairhaven £300.00: £8,000.00 less £400.00 are paid.
    plan.set(Contract::type, "c", "areaCost", ContractPlan::in("2026-27", "a2"), ContractPlan::pounds(3'900));
    const ContractReview found = review(plan);
    QCOMPARE(money(found.caseAt(ResultsAt::Likely)->years.first().cost), u"7,600.00"_s);
    QCOMPARE(money(found.item(Kind::LikelyYearOne)->amount), u"0.00"_s);
}

void TestContractReview::vatByRoute_data()
{
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("vat");
    QTest::addColumn<int>("state");
    QTest::newRow("council") << QString(contractVat::council) << u"0.00"_s << int(State::Go);
    QTest::newRow("nhs") << QString(contractVat::nhs) << u"0.00"_s << int(State::Go);
    QTest::newRow("none") << QString(contractVat::none) << u"0.00"_s << int(State::Go);
    QTest::newRow("provider") << QString(contractVat::provider) << u"not known"_s << int(State::NotKnown);
    QTest::newRow("not settled") << QString() << u"not known"_s << int(State::NotKnown);
}

void TestContractReview::vatByRoute()
{
    QFETCH(QString, route);
    ContractPlan plan = ContractPlan::calderbourne();
    plan.contract("vatRoute", Value(route));
    const ContractReview found = review(plan);
    QTEST(money(found.item(Kind::Vat)->amount), "vat");
    QTEST(int(found.item(Kind::Vat)->state), "state");
    QCOMPARE(found.item(Kind::Vat)->cell.field, route.isEmpty() ? u"vatRoute"_s : u"irrecoverableVat"_s);
    // Once typed it counts whatever the route, and stands for the years after.
    plan.contract("irrecoverableVat", ContractPlan::pounds(100), "2026-27");
    plan.contract("vatFunded", ContractPlan::pounds(100), "2026-27");
    QCOMPARE(money(review(plan).item(Kind::Vat)->amount), u"300.00"_s);
    QCOMPARE(money(review(plan).item(Kind::Vat)->second), u"0.00"_s);
}

void TestContractReview::termsThatCannotBe()
{
    ContractPlan plan = ContractPlan::calderbourne();
    plan.version("deprivationWeight3", Value());
    const ContractReview found = review(plan);
    QCOMPARE(found.verdict, Verdict::NotKnown);
    QVERIFY(found.cases.isEmpty());
    QCOMPARE(found.items.first().kind, Kind::Terms);
    QCOMPARE(found.items.first().cell.field, u"deprivationWeight3"_s);
}

void TestContractReview::missingResultsNameTheirCell()
{
    ContractPlan plan = ContractPlan::calderbourne();
    plan.set(IndicatorResult::type, "adm-4", "low", ContractPlan::in("2026-27"), Value());
    const ContractReview found = review(plan);
    QVERIFY(!found.caseAt(ResultsAt::Low));
    QVERIFY(found.caseAt(ResultsAt::High));
    QVERIFY(!found.item(Kind::LowResults));
    const ReviewItem& missing = *found.item(Kind::LowMissing);
    QCOMPARE(missing.state, State::NotKnown);
    QCOMPARE(missing.cell,
             (CellRef{u"indicatorResult"_s, Id(u"adm-4"_s), u"low"_s, ContractPlan::in("2026-27")}));
    QCOMPARE(found.verdict, Verdict::Caution); // not a clean yes
}

void TestContractReview::corridorAgainstPeople()
{
    // 10,000 people and a spread of 2: one standard deviation is 2%, which is the corridor, so 31.7% of years lie outside it.
    ContractPlan plan = ContractPlan::calderbourne();
    for (const auto& [id, people] : std::initializer_list<std::pair<const char*, qint64>>{
             {"p1", 2'000}, {"p2", 2'000}, {"p3", 2'000}, {"p4", 2'000}, {"p5", 2'000}})
        plan.set(ContractPeople::type, id, "people", ContractPlan::in("2026-27"),
                 ContractPlan::people(people));
    plan.contract("costSpread", ContractPlan::rate("2"));
    const ReviewItem found = *review(plan).item(Kind::Corridor);
    QCOMPARE(found.state, State::Caution);
    QCOMPARE(found.count, 10'000);
    QVERIFY(qAbs(found.chance->outside() - 0.3173) < 0.0001);
    // Without a share of gain or loss no money hangs on it.
    for (const char* field : {"gainShare", "gainCap", "lossShare", "lossCap"})
        plan.version(field, Value());
    QVERIFY(!review(plan).item(Kind::Corridor));
}

void TestContractReview::linesThatPay()
{
    ContractPlan plan = ContractPlan::calderbourne();
    plan.add(Line::type, "l1",
             {{"scheme", {}, ContractPlan::ref("s03")}, {"contract", {}, ContractPlan::ref("c")}});
    QCOMPARE(review(plan).item(Kind::Lines)->state, State::Go); // one line pays all of it
    plan.add(Line::type, "l2",
             {{"scheme", {}, ContractPlan::ref("s03")}, {"contract", {}, ContractPlan::ref("c")}});
    plan.set(Line::type, "l1", "contractShare", {}, ContractPlan::rate("60"));
    plan.set(Line::type, "l2", "contractShare", {}, ContractPlan::rate("39.99"));
    const ReviewItem open = *review(plan).item(Kind::Lines);
    QCOMPARE(open.state, State::Stop);
    QCOMPARE(open.lineProblem->kind, ContractLineProblem::Kind::SharesNotWhole);
    QCOMPARE(review(plan).verdict, Verdict::Caution); // the verdict is about cost and VAT
    plan.set(Line::type, "l2", "contractShare", {}, ContractPlan::rate("40.00"));
    QCOMPARE(review(plan).item(Kind::Lines)->state, State::Go);
}

void TestContractReview::fairnessOfTheSample()
{
    const ContractPayment paid = ContractPlan::calderbourne().paid();
    const std::optional<ContractFairness> found = contractFairness(paid, u"2026-27"_s);
    QVERIFY(found);
    QCOMPARE(formatAmount(found->fifths[0].weighted), u"32,788.67"_s);
    QCOMPARE(formatAmount(found->fifths[0].flat), u"23,548.30"_s);
    QCOMPARE(formatAmount(found->fifths[4].weighted), u"31,960.09"_s);
    QCOMPARE(formatAmount(found->fifths[4].flat), u"45,906.02"_s);
    QCOMPARE(formatAmount(found->total.weighted), u"183,206.13"_s);
    QCOMPARE(formatAmount(found->total.flat), u"219,763.68"_s);
    QCOMPARE(formatAmount(found->total.difference()), u"−36,557.55"_s);
    QVERIFY(found->deprivedLose);
    QVERIFY(found->areas.isEmpty());
    QVERIFY(!contractFairness(paid, u"2029-30"_s));
}

void TestContractReview::fairnessByArea()
{
    // A pot of £400.00 is parted 300 to 100 by weights of 3 and 1, and 200 to 200 without. Canalside earns that of the least
    // deprived fifth, Fairhaven that of the most deprived.
    const std::optional<ContractFairness> found =
        contractFairness(ContractPlan::twoAreas().paid(), u"2026-27"_s);
    QVERIFY(found);
    QCOMPARE(found->areas.size(), 2);
    QCOMPARE(found->areas.at(0).area, Id(u"a1"_s)); // four in five of its people against three
    QCOMPARE(found->areas.at(0).mostDeprived, Ratio(4, 5));
    QCOMPARE(found->areas.at(0).earned, (FairnessPart{Money::fromPounds(100), Money::fromPounds(200)}));
    QCOMPARE(found->areas.at(1).earned, (FairnessPart{Money::fromPounds(300), Money::fromPounds(200)}));
    QCOMPARE(found->total, (FairnessPart{Money::fromPounds(400), Money::fromPounds(400)}));
    QVERIFY(found->deprivedLose); // though all together earn the same
}

void TestContractReview::weightingMayPayMore()
{
    // The most deprived fifth attains all and everybody else nothing.
    ContractPlan plan = ContractPlan::twoAreas();
    plan.results("bp", "areaLikely", ContractPlan::in("2026-27", "a1"), {100, 0, 0, 0, 50});
    const std::optional<ContractFairness> found = contractFairness(plan.paid(), u"2026-27"_s);
    QCOMPARE(found->total, (FairnessPart{Money::fromPounds(600), Money::fromPounds(400)}));
    QVERIFY(!found->deprivedLose);
}

void TestContractReview::comparison()
{
    ContractPlan plan = ContractPlan::calderbourne();
    plan.add(ContractVersion::type, "w",
             {{"contract", {}, ContractPlan::ref("c")}, {"number", {}, Value::count(3)}});
    // Version 3: as 2, but 6% at risk, a ring-fence typed with other places, other weights, and an activity.
    for (const Field& field : ContractVersion::type.fields)
        if (field.id != "number"_L1)
            for (const Key& key : field.keyedBy == KeyedBy::Nothing
                                      ? QList<Key>{Key()}
                                      : field.keys(plan.plan().contractVersions.find(Id(u"v"_s))))
                plan.set(ContractVersion::type, "w", field.id.data(), key,
                         plan.plan().value(ContractVersion::type.id, Id(u"v"_s), field.id, key));
    plan.set(ContractVersion::type, "w", "atRisk", {}, ContractPlan::rate("6"));
    plan.set(ContractVersion::type, "w", "ringFence", {}, ContractPlan::rate("2"));
    for (const auto& [id, of, weight, lower, upper] :
         std::initializer_list<std::tuple<const char*, const char*, const char*, const char*, const char*>>{
             {"w-bp", "bp", "50", "65", "80"}, {"w-adm", "adm", "50", "24", "18"}})
        plan.add(IndicatorTerms::type, id,
                 {{"version", {}, ContractPlan::ref("w")},
                  {"indicator", {}, ContractPlan::ref(of)},
                  {"weight", {}, ContractPlan::rate(weight)},
                  {"lower", {}, ContractPlan::rate(lower)},
                  {"upper", {}, ContractPlan::rate(upper)}});
    plan.set(IndicatorTerms::type, "w-bp", "improvementCredit", {}, ContractPlan::rate("0.80"));
    plan.add(ContractActivity::type, "act",
             {{"version", {}, ContractPlan::ref("w")},
              {"name", {}, ContractPlan::text("Home visits")},
              {"price", {}, ContractPlan::rate("50")},
              {"planned", ContractPlan::in("2026-27"), Value::count(100)}});
    const ContractPayment a = payContract(readContract(plan.source("v")));
    const ContractPayment b = payContract(readContract(plan.source("w")));
    QVERIFY(a.isPaid() && b.isPaid());
    const QList<VersionRow> rows = compareVersions(plan.plan(), a, b);
    QStringList terms;
    for (const VersionRow& row : rows)
        if (row.kind != VersionRow::Kind::Money)
            terms.append(row.indicator.text() + row.activity + u'.' + row.field);
    QCOMPARE(terms, (QStringList{u".atRisk"_s, u"bp.weight"_s, u"adm.weight"_s, u"Home visits.price"_s,
                                 u"Home visits.planned"_s}));
    QCOMPARE(std::get<Ratio>(rows.first().difference), Ratio(1));
    const auto money = std::find_if(
        rows.begin(), rows.end(), [](const VersionRow& row) { return row.kind == VersionRow::Kind::Money; });
    QCOMPARE(rows.end() - money, 15); // five figures of three years
    QCOMPARE(money->amount, VersionRow::Amount::Fixed);
    // One point more of 7,804,034.00 is at risk.
    QCOMPARE(std::get<Money>(money->difference), Money::fromPence(-7'804'034));
    QVERIFY(compareVersions(plan.plan(), a, a).size() == 15);
}

QTEST_GUILESS_MAIN(TestContractReview)
#include "test_contractreview.moc"
