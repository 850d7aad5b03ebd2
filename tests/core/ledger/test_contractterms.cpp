// Contracts read out of a plan: years, people, base, results, costs and activity in plain figures, and each problem at the
// cell that mends it. Expected values are worked by hand beside each case.
#include "tests/support/contractplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = ContractProblem::Kind;

const QString firstYear = u"2026-27"_s;

QStringList problemCells(const ContractPlan& plan, ResultsAt at = ResultsAt::Likely)
{
    QStringList cells;
    for (const ContractProblem& problem : readContract(plan.source(), at).problems)
        cells.append(u"%1.%2 %3"_s.arg(problem.entity, problem.field, problem.key.text()).trimmed());
    return cells;
}

QList<Kind> problemKinds(const ContractPlan& plan, ResultsAt at = ResultsAt::Likely)
{
    QList<Kind> kinds;
    for (const ContractProblem& problem : readContract(plan.source(), at).problems)
        kinds.append(problem.kind);
    return kinds;
}

QString plain(Money money)
{
    return moneyToPlain(money);
}

} // namespace

class TestContractTerms : public QObject
{
    Q_OBJECT

private slots:
    void samplePaysItsSum()
    {
        const ContractPayment paid = ContractPlan::calderbourne().paid();
        QVERIFY(paid.terms.problems.isEmpty());
        QCOMPARE(paid.years.size(), 3);
        QCOMPARE(plain(paid.years.first().payment), u"7756304.43"_s);
        QCOMPARE(paid.terms.status, Status::Indicative); // not signed
        // Years 2 and 3: no uplift, same population, the same results carried forward.
        QCOMPARE(plain(paid.years.at(1).payment), u"7756304.43"_s);
        QCOMPARE(plain(paid.years.at(2).payment), u"7756304.43"_s);
        QCOMPARE(plain(ContractPlan::calderbourne().paid(ResultsAt::Low).years.first().payment),
                 u"7724401.00"_s);
        QCOMPARE(plain(ContractPlan::calderbourne().paid(ResultsAt::High).years.first().payment),
                 u"7809332.16"_s);
        QVERIFY(!paid.yearOf(u"2025-26"_s));
        QCOMPARE(paid.yearOf(u"2028-29"_s), &paid.years.last());
    }

    void sumsByFifthAndFlat()
    {
        const ContractPayment paid = ContractPlan::calderbourne().paid();
        const ByFifth<OutcomeCell> all = byFifth(paid.years.first().outcome, 2);
        QCOMPARE(plain(all[0].earned), u"32788.67"_s); // 19,867.35 + 12,921.32
        QCOMPARE(plain(all[4].earned), u"31960.09"_s); // 19,207.43 + 12,752.66
        QCOMPARE(plain(byFifth(paid.years.first().outcome, 2, 1)[2].pot), u"19751.96"_s);
        const ContractPayment flat = payContract(withFlatWeights(paid.terms));
        QCOMPARE(plain(flat.years.first().outcome.total.earned), u"219763.68"_s);
        QCOMPARE(plain(byFifth(flat.years.first().outcome, 2)[0].earned), u"23548.30"_s);
    }

    void termGivesYearsAndMonths()
    {
        Contract contract;
        contract.startsOn = QDate(2026, 10, 1);
        contract.endsOn = QDate(2028, 6, 30);
        QStringList years;
        for (const TermYear& year : yearsOfTerm(contract))
            years.append(u"%1: %2"_s.arg(year.year).arg(year.months));
        QCOMPARE(years, (QStringList{u"2026-27: 6"_s, u"2027-28: 12"_s, u"2028-29: 3"_s}));
        contract.startsOn = QDate(2099, 4, 1);
        contract.endsOn = QDate(2100, 3, 31);
        QCOMPARE(yearsOfTerm(contract).first().year, u"2099-00"_s);
        contract.endsOn = {};
        QVERIFY(yearsOfTerm(contract).isEmpty());
    }

    void baseFollowsUpliftAndPeople()
    {
        // £10,000.00, 2% a year and 3% in 2028-29, people 1% more a year, all in one fifth of weight 1:
        // 10,000.00 x 1.02 x 1.01 = 10,302.00; x 1.03 x 1.01 = 10,717.1706, rounded 10,717.17.
        ContractPlan plan = ContractPlan::begun(1'000'000, 3);
        plan.peopleByFifth("2026-27", {1'000, 0, 0, 0, 0});
        plan.weights("needWeight", {"1", "1", "1", "1", "1"});
        plan.weights("deprivationWeight", {"1", "1", "1", "1", "1"});
        plan.version("uplift", ContractPlan::rate("2"));
        plan.version("yearUplift", ContractPlan::rate("3"), "2028-29");
        plan.contract("growth", ContractPlan::rate("1"));
        const ContractTerms read = readContract(plan.source());
        QVERIFY(read.problems.isEmpty());
        QCOMPARE(plain(read.years.at(0).total), u"10000.00"_s);
        QCOMPARE(plain(read.years.at(1).total), u"10302.00"_s);
        QCOMPARE(plain(read.years.at(2).total), u"10717.17"_s);
        QCOMPARE(read.years.at(2).figures.areas.first().people[0], Ratio(102'010, 100));
        // The same without growth, but with people typed for the second year: 1,100 of 1,000 is 10% more.
        plan.contract("growth", Value());
        plan.set(ContractPeople::type, "p1", "people", ContractPlan::in("2027-28"),
                 ContractPlan::people(1'100));
        QCOMPARE(plain(readContract(plan.source()).years.at(1).total), u"11220.00"_s); // 10,000 x 1.02 x 1.1
    }

    void priceForEachWeightedPerson()
    {
        // £100.00 for 1.5 x 10 + 1 x 20 = 35 people, market forces 1.1: £3,850.00; 2% more in year 2: £3,927.00.
        ContractPlan plan = ContractPlan::begun(1, 2);
        plan.version("base", Value());
        plan.version("baseKind", ContractPlan::choice(contractBase::perHead));
        plan.version("price", ContractPlan::rate("100"));
        plan.version("uplift", ContractPlan::rate("2"));
        plan.version("marketForces", ContractPlan::rate("1.1"));
        plan.peopleByFifth("2026-27", {10, 20, 0, 0, 0});
        plan.weights("needWeight", {"1.5", "1", "1", "1", "1"});
        plan.weights("deprivationWeight", {"1", "1", "1", "1", "1"});
        ContractTerms read = readContract(plan.source());
        QVERIFY(read.problems.isEmpty());
        QCOMPARE(plain(read.years.at(0).total), u"3850.00"_s);
        QCOMPARE(plain(read.years.at(1).total), u"3927.00"_s);
        // Nine months of the first year: £2,887.50.
        plan.contract("startsOn", Value(QDate(2026, 7, 1)));
        read = readContract(plan.source());
        QCOMPARE(read.years.at(0).months, 9);
        QCOMPARE(plain(read.years.at(0).total), u"2887.50"_s);
        QCOMPARE(plain(read.years.at(1).total), u"3927.00"_s);
    }

    void costsAreCarriedAndGrow()
    {
        const QList<TermYear> term{{u"2026-27"_s, 6}, {u"2027-28"_s, 12}, {u"2028-29"_s, 12}};
        const QMap<Key, Money> typed{{ContractPlan::in("2026-27"), Money::fromPounds(600)},
                                     {ContractPlan::in("2028-29"), Money::fromPounds(1'500)}};
        const std::optional<Rate> growth = *Rate::parse(u"10");
        QCOMPARE(carriedAmount(typed, term, u"2026-27"_s, growth), Money::fromPounds(600));   // as typed
        QCOMPARE(carriedAmount(typed, term, u"2027-28"_s, growth), Money::fromPounds(1'320)); // 600 x 2 x 1.1
        QCOMPARE(carriedAmount(typed, term, u"2028-29"_s, growth), Money::fromPounds(1'500));
        QCOMPARE(carriedAmount(typed, term, u"2027-28"_s, {}), Money::fromPounds(1'200));
        QVERIFY(!carriedAmount(typed, term, u"2025-26"_s, growth));
    }

    void areasOfOneLayer()
    {
        ContractPlan plan = ContractPlan::twoAreas();
        ContractPayment paid = plan.paid();
        QVERIFY(paid.terms.problems.isEmpty());
        QCOMPARE(paid.terms.areas, (QList<Id>{Id(u"a1"_s), Id(u"a2"_s)}));
        // £400.00 at risk each, weights 3 and 1: pots £300.00 and £100.00. Canalside's first fifth attains nothing.
        QCOMPARE(plain(paid.years.first().outcome.areas.at(0).earned), u"100.00"_s);
        QCOMPARE(plain(paid.years.first().outcome.areas.at(1).earned), u"300.00"_s);
        // Only Fairhaven covered: all £8,000.00 is its base.
        plan.set(Contract::type, "c", "covers", {{}, Id(u"a2"_s)}, Value::flag(true));
        paid = plan.paid();
        QCOMPARE(paid.terms.areas, QList<Id>{Id(u"a2"_s)});
        QCOMPARE(plain(paid.years.first().outcome.total.base), u"8000.00"_s);
        // A whole cost is parted by the areas' base: £6,000.00 over 4,000 and 4,000.
        plan = ContractPlan::twoAreas();
        plan.contract("cost", ContractPlan::pounds(6'000), "2026-27");
        QCOMPARE(readContract(plan.source()).years.first().figures.areas.at(1).cost,
                 Money::fromPounds(3'000));
        plan.set(Contract::type, "c", "areaCost", ContractPlan::in("2026-27", "a1"),
                 ContractPlan::pounds(1'000));
        const ContractTerms own = readContract(plan.source());
        QCOMPARE(own.years.first().figures.areas.at(0).cost, Money::fromPounds(1'000));
        QVERIFY(!own.years.first().figures.areas.at(1).cost);
    }

    void activityBesideTheCapitation()
    {
        ContractPlan plan = ContractPlan::calderbourne();
        plan.add(ContractActivity::type, "clinic",
                 {{"version", {}, ContractPlan::ref("v")},
                  {"name", {}, ContractPlan::text("Clinic visits")},
                  {"price", {}, ContractPlan::rate("80.25")},
                  {"marginalRate", {}, ContractPlan::rate("50")},
                  {"planned", ContractPlan::in("2026-27"), Value::count(100)},
                  {"likely", ContractPlan::in("2026-27"), Value::count(103)}});
        // 100 x 80.25 = 8,025.00, and three more at half the price: 120.375, rounded 120.38.
        ContractPayment paid = plan.paid();
        QCOMPARE(plain(paid.years.first().activity), u"8145.38"_s);
        QCOMPARE(plain(paid.years.first().payment), u"7764449.81"_s);
        plan.set(ContractActivity::type, "clinic", "planInBase", {}, Value::flag(true));
        QCOMPARE(plain(plan.paid().years.first().activity), u"120.38"_s);
        plan.set(ContractActivity::type, "clinic", "low", ContractPlan::in("2026-27"), Value::count(98));
        QCOMPARE(plain(plan.paid(ResultsAt::Low).years.first().activity), u"-80.25"_s); // two fewer, at half
        plan.set(ContractActivity::type, "clinic", "price", {}, Value());
        QCOMPARE(problemCells(plan), QStringList{u"contractActivity.price"_s});
    }

    void versionThatCounts()
    {
        ContractPlan plan = ContractPlan::calderbourne();
        plan.add(ContractVersion::type, "first",
                 {{"contract", {}, ContractPlan::ref("c")}, {"number", {}, Value::count(1)}});
        const ContractSources sources(plan.plan(), {});
        const Contract& contract = plan.plan().contracts[0];
        QCOMPARE(sources.versionOf(contract)->id, Id(u"v"_s)); // the highest
        QCOMPARE(sources.versionsOf(contract.id).first()->id, Id(u"first"_s));
        plan.contract("version", Value::count(1));
        const ContractSources named(plan.plan(), {});
        QCOMPARE(named.versionOf(plan.plan().contracts[0])->id, Id(u"first"_s));
        plan.contract("version", Value::count(3));
        const ContractSources missing(plan.plan(), {});
        QVERIFY(!missing.versionOf(plan.plan().contracts[0]));
        plan.set(ContractVersion::type, "first", "number", {}, Value::count(2));
        plan.contract("version", Value());
        QVERIFY(problemKinds(plan).contains(Kind::VersionTwice));
    }

    void problemStandsAtItsCell_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("year");
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* entity, const char* id, const char* field,
                            const Value& value, const char* expected, const char* year = "") {
            QTest::newRow(name) << QString::fromLatin1(entity) << QString::fromLatin1(id)
                                << QString::fromLatin1(field) << QString::fromLatin1(year) << value
                                << QString::fromLatin1(expected);
        };
        const Value none;
        const auto rate = [](const char* text) { return ContractPlan::rate(text); };
        row("no start", "contract", "c", "startsOn", none, "contract.startsOn");
        row("no end", "contract", "c", "endsOn", none, "contract.endsOn");
        row("within a month", "contract", "c", "startsOn", Value(QDate(2026, 4, 2)), "contract.startsOn");
        row("ends first", "contract", "c", "endsOn", Value(QDate(2025, 3, 31)), "contract.endsOn");
        row("too long", "contract", "c", "endsOn", Value(QDate(2036, 4, 30)), "contract.endsOn");
        row("no layer", "contract", "c", "layer", none, "contract.layer");
        row("people from need, and none", "contract", "c", "peopleFrom", none, "contract.peopleFrom a1");
        row("growth", "contract", "c", "growth", rate("-100"), "contract.growth");
        row("no people of a fifth", "contractPeople", "p3", "people", none, "contractPeople.people 2026-27",
            "2026-27");
        row("fifth 6", "contractPeople", "p3", "fifth", Value::count(6), "contractPeople.fifth");
        row("fifth twice", "contractPeople", "p3", "fifth", Value::count(2), "contractPeople.fifth");
        row("no base", "contractVersion", "v", "base", none, "contractVersion.base");
        row("base below nought", "contractVersion", "v", "base", ContractPlan::pounds(-1),
            "contractVersion.base");
        row("no weight", "contractVersion", "v", "needWeight4", none, "contractVersion.needWeight4");
        row("weight of nought", "contractVersion", "v", "deprivationWeight5", rate("0"),
            "contractVersion.deprivationWeight5");
        row("weight rises", "contractVersion", "v", "deprivationWeight5", rate("1.1"),
            "contractVersion.deprivationWeight5");
        row("uplift", "contractVersion", "v", "uplift", rate("-100"), "contractVersion.uplift");
        row("ring-fence", "contractVersion", "v", "ringFence", rate("100.01"), "contractVersion.ringFence");
        row("gain share", "contractVersion", "v", "gainShare", rate("101"), "contractVersion.gainShare");
        row("cap without share", "contractVersion", "v", "lossShare", none, "contractVersion.lossCap");
        row("cap in the corridor", "contractVersion", "v", "gainCap", rate("0.99"),
            "contractVersion.gainCap");
        row("floor", "contractVersion", "v", "floor", rate("-3"), "contractVersion.floor");
        row("no mode", "contractVersion", "v", "corridorMode", none, "contractVersion.corridorMode");
        row("small number", "contractVersion", "v", "smallEligible", Value::count(-1),
            "contractVersion.smallEligible");
        row("market forces", "contractVersion", "v", "marketForces", rate("0"),
            "contractVersion.marketForces");
        row("no direction", "contractIndicator", "bp", "direction", none, "contractIndicator.direction");
        row("no count", "contractIndicator", "bp", "counts", none, "contractIndicator.counts");
        row("no per", "contractIndicator", "bp", "per", none, "contractIndicator.per");
        row("weights", "indicatorTerms", "t-bp", "weight", rate("59.99"), "indicatorTerms.weight");
        row("no lower", "indicatorTerms", "t-bp", "lower", none, "indicatorTerms.lower");
        row("equal", "indicatorTerms", "t-bp", "upper", rate("65"), "indicatorTerms.upper");
        row("reversed", "indicatorTerms", "t-adm", "upper", rate("25"), "indicatorTerms.upper");
        row("own threshold reversed", "indicatorTerms", "t-bp", "upper2", rate("60"),
            "indicatorTerms.upper2");
        row("credit", "indicatorTerms", "t-bp", "improvementCredit", rate("1.01"),
            "indicatorTerms.improvementCredit");
        row("no eligible", "indicatorResult", "bp-2", "eligible", none, "indicatorResult.eligible 2026-27",
            "2026-27");
        row("no result", "indicatorResult", "adm-5", "likely", none, "indicatorResult.likely 2026-27",
            "2026-27");
        row("more than eligible", "indicatorResult", "bp-1", "likely", Value::count(14'211),
            "indicatorResult.likely 2026-27", "2026-27");
        row("below nought", "indicatorResult", "adm-1", "likely", Value::count(-1),
            "indicatorResult.likely 2026-27", "2026-27");
        row("no baseline", "indicatorResult", "bp-1", "baseline", none, "indicatorResult.baseline");
        row("baseline below nought", "indicatorResult", "bp-1", "baseline", Value::count(-1),
            "indicatorResult.baseline");
        row("cost below nought", "contract", "c", "cost", ContractPlan::pounds(-1), "contract.cost 2026-27",
            "2026-27");
        row("benchmark below nought", "contractVersion", "v", "benchmark", ContractPlan::pounds(-1),
            "contractVersion.benchmark 2026-27", "2026-27");
    }

    void problemStandsAtItsCell()
    {
        QFETCH(const QString, entity);
        QFETCH(const QString, id);
        QFETCH(const QString, field);
        QFETCH(const QString, year);
        QFETCH(const Value, value);
        QFETCH(const QString, expected);
        ContractPlan plan = ContractPlan::calderbourne();
        QVERIFY(problemCells(plan).isEmpty());
        plan.set(*Plan::schema().type(entity), id.toLatin1().constData(), field.toLatin1().constData(),
                 year.isEmpty() ? Key() : ContractPlan::in(year.toLatin1().constData()), value);
        QVERIFY2(problemCells(plan).contains(expected), qPrintable(problemCells(plan).join(u"; "_s)));
        QVERIFY(!plan.paid().isPaid());
    }

    void nobodyEligibleIsSaidOnce()
    {
        ContractPlan plan = ContractPlan::calderbourne();
        plan.results("bp", "eligible", ContractPlan::in("2026-27"), {0, 0, 0, 0, 0});
        plan.results("bp", "likely", ContractPlan::in("2026-27"), {0, 0, 0, 0, 0});
        plan.results("bp", "baseline", {}, {0, 0, 0, 0, 0});
        QCOMPARE(problemCells(plan), QStringList{u"indicatorResult.eligible 2026-27"_s});
    }

    void missingLowResultsLeaveTheLikely()
    {
        ContractPlan plan = ContractPlan::calderbourne();
        plan.set(IndicatorResult::type, "bp-1", "low", ContractPlan::in("2026-27"), Value());
        QCOMPARE(problemCells(plan, ResultsAt::Low), QStringList{u"indicatorResult.low 2026-27"_s});
        QVERIFY(problemCells(plan).isEmpty());
    }

    void whatIsEqualIsTakenFromBefore()
    {
        ContractPlan plan = ContractPlan::calderbourne();
        const PaidContracts first = payContracts(plan.plan(), {});
        plan.add(Contract::type, "other", {{"name", {}, ContractPlan::text("Other")}}); // another row
        const PaidContracts again = payContracts(plan.plan(), {}, first);
        QCOMPARE(again.size(), 2);
        QCOMPARE(again.at(0), first.at(0)); // the same, not worked out again
        QVERIFY(!again.at(1));              // it has no terms
        for (const char* result : {"bp-1", "adm-3"}) {
            plan.set(IndicatorResult::type, result, "likely", ContractPlan::in("2026-27"), Value::count(900));
            const PaidContracts edited = payContracts(plan.plan(), {}, again);
            QVERIFY(edited.at(0) != again.at(0));
            QCOMPARE(plain(edited.at(0)->payment.years.first().payment),
                     plain(plan.paid().years.first().payment));
        }
    }
};

QTEST_APPLESS_MAIN(TestContractTerms)
#include "test_contractterms.moc"
