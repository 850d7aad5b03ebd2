#include "core/ledger/fundrisk.h"
#include "core/plan/edit.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

// A pool of a council (host, £600) and an ICB (£400) with three schemes, made field by field. Expected values by hand.
class TestFundRisk : public QObject
{
    Q_OBJECT

    StepBuilder m_builder{Plan()};

    void add(const EntityType& type, const char* id,
             std::initializer_list<std::tuple<const char*, Key, Value>> fields)
    {
        m_builder.add(type.id, Id(QString::fromLatin1(id)), m_builder.plan().table(type.id)->size());
        for (const auto& [field, key, value] : fields)
            set(type, id, field, key, value);
    }
    void set(const EntityType& type, const char* id, const char* field, const Key& key, const Value& value)
    {
        m_builder.set(type.id, Id(QString::fromLatin1(id)), QLatin1StringView(field), key, value);
    }
    static Value text(const char* value) { return Value(QString::fromUtf8(value)); }
    static Value ref(const char* id) { return Value(Id(QString::fromLatin1(id))); }
    static Value pounds(qint64 amount) { return Value(Money::fromPounds(amount)); }
    static Key year() { return Key{Id(u"2026-27"_s), {}}; }

    void term(const char* id, qint64 step, QLatin1StringView kind, const char* scheme = nullptr,
              QLatin1StringView side = riskSide::over)
    {
        add(RiskTerm::type, id,
            {{"fund", {}, ref("pool")},
             {"side", {}, Value(QString(side))},
             {"step", {}, Value::count(step)},
             {"kind", {}, Value(QString(kind))}});
        if (scheme)
            set(RiskTerm::type, id, "scheme", {}, ref(scheme));
    }
    FundRisk risk() const
    {
        const Plan& plan = m_builder.plan();
        const QList<FundRisk> risks = fundRisks(plan, makeLedger(plan, {}));
        return risks.value(0);
    }
    QList<FundRiskProblem::Kind> problems() const
    {
        QList<FundRiskProblem::Kind> kinds;
        for (const FundRiskProblem& problem : risk().problems)
            kinds.append(problem.kind);
        return kinds;
    }
    QList<Money> paid() const { return settle(risk().terms).partners; }

private slots:
    void init();
    void readsPartnersSchemesAndTerms();
    void hostTakesTheTie();
    void linesAtOwnRisk();
    void ownVarianceIsSplitByAmount();
    void bearers_data();
    void bearers();
    void reserveIsTheSchemesPlan();
    void capIsTheSmallerOfTwo();
    void vatCountsAsPlanned();
    void problemsNameTheirCell_data();
    void problemsNameTheirCell();
    void oneReserveOneUse();
    void reserveThatIsSpent();
    void unplannedSchemeIsTested();
    void payerMustBeKnown();
    void outturnIsParted();
    void offsetsInALoop();
    void alignedFundsHaveNoRisk();
};

void TestFundRisk::init()
{
    m_builder = StepBuilder{Plan()};
    add(Place::type, "place", {{"name", {}, text("Harbour")}});
    add(FinancialYear::type, "2026-27", {});
    add(Partner::type, "council", {{"name", {}, text("Council")}, {"kind", {}, text("council")}});
    add(Partner::type, "icb", {{"name", {}, text("ICB")}, {"kind", {}, text("icb")}});
    add(Fund::type, "pool",
        {{"name", {}, text("Pool")}, {"kind", {}, text("pooled")}, {"host", {}, ref("council")}});
    add(Contribution::type, "c1",
        {{"fund", {}, ref("pool")},
         {"partner", {}, ref("icb")},
         {"source", {}, text("NHS_MIN")},
         {"amount", year(), pounds(400)}});
    add(Contribution::type, "c2",
        {{"fund", {}, ref("pool")},
         {"partner", {}, ref("council")},
         {"source", {}, text("LA_ADD")},
         {"amount", year(), pounds(600)}});
    for (const char* scheme : {"a", "b", "r"})
        add(Scheme::type, scheme,
            {{"number", {}, text(scheme)}, {"name", {}, text(scheme)}, {"fund", {}, ref("pool")}});
    const auto line = [&](const char* id, const char* scheme, const char* source, const char* commissioner,
                          qint64 amount) {
        add(Line::type, id,
            {{"scheme", {}, ref(scheme)},
             {"name", {}, text(id)},
             {"source", {}, text(source)},
             {"areaOfSpend", {}, text("Social Care")},
             {"commissioner", {}, text(commissioner)},
             {"amount", year(), pounds(amount)}});
    };
    line("a1", "a", "NHS_MIN", "NHS", 300);
    line("a2", "a", "LA_ADD", "LA", 300);
    line("b1", "b", "NHS_MIN", "NHS", 100);
    line("b2", "b", "LA_ADD", "LA", 200);
    line("r1", "r", "LA_ADD", "LA", 100);
}

void TestFundRisk::readsPartnersSchemesAndTerms()
{
    term("t2", 2, riskKind::proportional);
    term("t1", 1, riskKind::underspends);
    term("u1", 1, riskKind::keep, nullptr, riskSide::under);
    term("own", 1, riskKind::fixedLine, "b");
    set(Scheme::type, "a", "testOutturn", year(), pounds(700));
    set(Scheme::type, "b", "testOutturn", year(), pounds(260));
    const FundRisk read = risk();
    QCOMPARE(read.partners, (QList<Id>{Id(u"council"_s), Id(u"icb"_s)}));
    QCOMPARE(read.terms.partners.at(0).contribution, Money::fromPounds(600));
    QCOMPARE(read.schemes, (QList<Id>{Id(u"a"_s), Id(u"b"_s), Id(u"r"_s)}));
    QCOMPARE(read.rungs, (QList<Id>{Id(u"t1"_s), Id(u"t2"_s), Id(u"u1"_s)}));
    QCOMPARE(read.schemeRungs.at(1), QList<Id>{Id(u"own"_s)});
    QCOMPARE(read.planned, Money::fromPounds(1000));
    QVERIFY(read.tested);
    QVERIFY(read.problems.isEmpty());
    QCOMPARE(read.terms.schemes.at(0).variance, Money::fromPounds(100));
    QCOMPARE(read.terms.schemes.at(1).variance, Money::fromPounds(-40));
    // £100 over, £40 of it from scheme b, £60 shared 60 to 40.
    QCOMPARE(paid(), (QList<Money>{Money::fromPounds(36), Money::fromPounds(24)}));
}

void TestFundRisk::hostTakesTheTie()
{
    set(Contribution::type, "c1", "amount", year(), pounds(600));
    term("t1", 1, riskKind::proportional);
    set(Scheme::type, "a", "testOutturn", year(), Value(Money::fromPence(60001)));
    QCOMPARE(paid(), (QList<Money>{Money::fromPence(1), Money()}));
    set(Fund::type, "pool", "host", {}, ref("icb"));
    QCOMPARE(paid(), (QList<Money>{Money(), Money::fromPence(1)}));
}

void TestFundRisk::linesAtOwnRisk()
{
    term("t1", 1, riskKind::proportional);
    set(Line::type, "a1", "risk", {}, text("own"));
    set(Line::type, "a2", "risk", {}, text("own"));
    set(Line::type, "a2", "riskBearer", {}, ref("icb"));
    set(Scheme::type, "a", "testOutturn", year(), pounds(700));
    const FundRisk read = risk();
    QVERIFY(read.terms.schemes.at(0).variance.isZero());
    QCOMPARE(read.terms.schemes.at(0).ownVariance, (QList<Money>{Money(), Money::fromPounds(100)}));
    QCOMPARE(paid(), (QList<Money>{Money(), Money::fromPounds(100)}));
}

void TestFundRisk::ownVarianceIsSplitByAmount()
{
    term("t1", 1, riskKind::proportional);
    set(Line::type, "b1", "risk", {}, text("own")); // £100 of the scheme's £300
    set(Scheme::type, "b", "testOutturn", year(), pounds(390));
    const FundRisk read = risk();
    QCOMPARE(read.terms.schemes.at(1).ownVariance.at(1), Money::fromPounds(30));
    QCOMPARE(read.terms.schemes.at(1).variance, Money::fromPounds(60));
    QCOMPARE(paid(), (QList<Money>{Money::fromPounds(36), Money::fromPounds(54)})); // 60 at 60 to 40, and 30
}

void TestFundRisk::bearers_data()
{
    QTest::addColumn<QString>("commissioner");
    QTest::addColumn<QString>("shares");
    QTest::addColumn<QString>("bearer");
    QTest::addColumn<QString>("expected");
    QTest::newRow("council") << u"LA"_s << QString() << QString() << u"council"_s;
    QTest::newRow("NHS") << u"NHS"_s << QString() << QString() << u"icb"_s;
    QTest::newRow("joint") << u"Joint"_s << u"30 70"_s << QString() << u"icb 30, council 70"_s;
    QTest::newRow("joint, not whole") << u"Joint"_s << u"30 60"_s << QString() << QString();
    QTest::newRow("named") << u"LA"_s << QString() << u"icb"_s << u"icb"_s;
    QTest::newRow("nobody") << QString() << QString() << QString() << QString();
}

void TestFundRisk::bearers()
{
    QFETCH(QString, commissioner);
    QFETCH(QString, shares);
    QFETCH(QString, bearer);
    set(Line::type, "a1", "commissioner", {}, Value(commissioner));
    if (!shares.isEmpty()) {
        set(Line::type, "a1", "nhsShare", {}, Value(*Rate::parse(shares.section(u' ', 0, 0))));
        set(Line::type, "a1", "councilShare", {}, Value(*Rate::parse(shares.section(u' ', 1, 1))));
    }
    if (!bearer.isEmpty())
        set(Line::type, "a1", "riskBearer", {}, Value(Id(bearer)));
    QStringList found;
    for (const auto& [id, weight] : bearersOf(m_builder.plan(), *m_builder.plan().lines.find(Id(u"a1"_s))))
        found.append(weight == 1 ? id.text() : u"%1 %2"_s.arg(id.text()).arg(weight / 1'000'000'000'000));
    QTEST(found.join(u", "_s), "expected");
}

void TestFundRisk::reserveIsTheSchemesPlan()
{
    term("t1", 1, riskKind::reserve);
    set(RiskTerm::type, "t1", "reserve", {}, ref("r"));
    term("t2", 2, riskKind::proportional);
    set(Scheme::type, "a", "testOutturn", year(), pounds(800));
    const FundRisk read = risk();
    QCOMPARE(read.schemes, (QList<Id>{Id(u"a"_s), Id(u"b"_s)}));
    QCOMPARE(heldFor(read.terms, read.terms.rungs.at(0)), Money::fromPounds(100));
    QCOMPARE(paid(), (QList<Money>{Money::fromPounds(60), Money::fromPounds(40)}));
}

void TestFundRisk::capIsTheSmallerOfTwo()
{
    term("t1", 1, riskKind::proportional);
    add(FundPartner::type, "p1",
        {{"fund", {}, ref("pool")}, {"partner", {}, ref("icb")}, {"cap", year(), pounds(500)}});
    QCOMPARE(risk().terms.partners.at(1).cap, Money::fromPounds(500));
    set(FundPartner::type, "p1", "capAtContribution", {}, Value::flag(true));
    QCOMPARE(risk().terms.partners.at(1).cap, Money::fromPounds(400));
    QVERIFY(!risk().terms.partners.at(0).cap);
}

void TestFundRisk::vatCountsAsPlanned()
{
    set(Line::type, "a2", "irrecoverableVat", year(), pounds(60));
    set(Scheme::type, "a", "testOutturn", year(), pounds(700));
    QCOMPARE(risk().planned, Money::fromPounds(1060));
    QCOMPARE(risk().terms.schemes.at(0).variance, Money::fromPounds(40));
}

void TestFundRisk::problemsNameTheirCell_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("cell");
    QTest::newRow("fault without a host")
        << QString(riskKind::fault) << u"noHost"_s << u"riskTerm.t1.paidBy"_s;
    QTest::newRow("reserve without a scheme")
        << QString(riskKind::reserve) << u"reserveMissing"_s << u"riskTerm.t1.reserve"_s;
    QTest::newRow("amount not typed")
        << QString(riskKind::amount) << u"amountMissing"_s << u"riskTerm.t1.amount"_s;
    QTest::newRow("no percentages") << QString(riskKind::fixedPercent) << u"sharesNotWhole"_s
                                    << u"riskTerm.t1.kind"_s;
    QTest::newRow("keep an overspend") << QString(riskKind::keep) << u"wrongSide"_s << u"riskTerm.t1.kind"_s;
    QTest::newRow("goal not typed") << QString(riskKind::performanceFund) << u"goalMissing"_s
                                    << u"riskTerm.t1.goal"_s;
}

void TestFundRisk::problemsNameTheirCell()
{
    QFETCH(QString, kind);
    QFETCH(QString, problem);
    QFETCH(QString, cell);
    set(Fund::type, "pool", "host", {}, Value());
    m_builder.add(RiskTerm::type.id, Id(u"t1"_s), 0);
    set(RiskTerm::type, "t1", "fund", {}, ref("pool"));
    set(RiskTerm::type, "t1", "side", {}, text("over"));
    set(RiskTerm::type, "t1", "step", {}, Value::count(1));
    set(RiskTerm::type, "t1", "kind", {}, Value(kind));
    const QHash<QString, FundRiskProblem> wanted{
        {u"noHost"_s, {FundRiskProblem::Kind::NoHost, {}, {}, {}, {}}},
        {u"reserveMissing"_s, {FundRiskProblem::Kind::ReserveMissing, {}, {}, {}, {}}},
        {u"amountMissing"_s, {FundRiskProblem::Kind::AmountMissing, {}, {}, {}, {}}},
        {u"goalMissing"_s, {FundRiskProblem::Kind::GoalMissing, {}, {}, {}, {}}},
        {u"sharesNotWhole"_s, {FundRiskProblem::Kind::Terms, RiskProblem::Kind::SharesNotWhole, {}, {}, {}}},
        {u"wrongSide"_s, {FundRiskProblem::Kind::Terms, RiskProblem::Kind::WrongSide, {}, {}, {}}},
    };
    bool met = false;
    QStringList cells;
    for (const FundRiskProblem& found : risk().problems) {
        const QString at = u"%1.%2.%3"_s.arg(found.entity, found.id.text(), found.field);
        cells.append(at);
        met = met ||
              (found.kind == wanted.value(problem).kind && at == cell &&
               (found.kind != FundRiskProblem::Kind::Terms || found.terms == wanted.value(problem).terms));
    }
    QVERIFY2(met, qPrintable(cells.join(u' ')));
}

// £250 over: a scheme that is not over leaves the £100 to the fund; two steps of £60 and the rest take it once.
void TestFundRisk::oneReserveOneUse()
{
    term("own", 1, riskKind::reserve, "b");
    term("t1", 1, riskKind::reserve);
    term("t2", 2, riskKind::reserve);
    term("t3", 3, riskKind::proportional);
    for (const char* id : {"own", "t1", "t2"})
        set(RiskTerm::type, id, "reserve", {}, ref("r"));
    set(RiskTerm::type, "t1", "limit", {}, pounds(60));
    set(Scheme::type, "a", "testOutturn", year(), pounds(850));
    const RiskResult result = settle(risk().terms);
    QCOMPARE(result.steps.size(), 3);
    QCOMPARE(result.steps.at(0).amount, Money::fromPounds(60));
    QCOMPARE(result.steps.at(1).amount, Money::fromPounds(40));
    QCOMPARE(result.partners, (QList<Money>{Money::fromPounds(90), Money::fromPounds(60)}));
}

// £70 of the reserve is spent already; more than all of it cannot be.
void TestFundRisk::reserveThatIsSpent()
{
    term("t1", 1, riskKind::reserve);
    set(RiskTerm::type, "t1", "reserve", {}, ref("r"));
    set(Scheme::type, "r", "testOutturn", year(), pounds(70));
    QCOMPARE(heldFor(risk().terms, risk().terms.rungs.at(0)), Money::fromPounds(30));
    QVERIFY(risk().problems.isEmpty());
    set(Scheme::type, "r", "testOutturn", year(), pounds(101));
    QVERIFY(problems().contains(FundRiskProblem::Kind::ReserveOverdrawn));
    term("own", 1, riskKind::fixedLine, "r");
    QVERIFY(problems().contains(FundRiskProblem::Kind::StepOnReserve));
}

// A scheme that plans nothing in the year may be tested.
void TestFundRisk::unplannedSchemeIsTested()
{
    add(Scheme::type, "new",
        {{"number", {}, text("9")}, {"name", {}, text("new")}, {"fund", {}, ref("pool")}});
    term("t1", 1, riskKind::proportional);
    QCOMPARE(risk().schemes.size(), 3);
    set(Scheme::type, "new", "testOutturn", year(), pounds(50));
    QCOMPARE(paid(), (QList<Money>{Money::fromPounds(30), Money::fromPounds(20)}));
}

// A scheme's own step by contribution needs to know whose money each of its lines is.
void TestFundRisk::payerMustBeKnown()
{
    term("own", 1, riskKind::proportional, "a");
    set(Scheme::type, "a", "testOutturn", year(), pounds(700));
    QCOMPARE(paid(), (QList<Money>{Money::fromPounds(50), Money::fromPounds(50)})); // lines of £300 each
    add(Contribution::type, "c3",
        {{"fund", {}, ref("pool")},
         {"partner", {}, ref("council")},
         {"source", {}, text("NHS_MIN")},
         {"amount", year(), pounds(1)}});
    QVERIFY(problems().contains(FundRiskProblem::Kind::PayerNotKnown));
    set(Line::type, "a1", "payer", {}, ref("icb"));
    QVERIFY(risk().problems.isEmpty());
}

// At any outturn of the fund the schemes' tested outturns give back exactly what was asked for.
void TestFundRisk::outturnIsParted()
{
    term("t1", 1, riskKind::proportional);
    set(Line::type, "a1", "risk", {}, text("own"));
    for (const qint64 pence : {1, 99, 12'345, -7, -60'001}) {
        const RiskTerms at = atVariance(risk().terms, Money::fromPence(pence));
        QCOMPARE(settle(at).variance, Money::fromPence(pence));
        for (qsizetype i = 0; i < at.schemes.size(); ++i) {
            RiskScheme again = at.schemes.at(i);
            Money whole = again.variance;
            for (const Money own : at.schemes.at(i).ownVariance)
                whole += own;
            testAt(again, at.partners, whole);
            QCOMPARE(again.variance, at.schemes.at(i).variance);
            QCOMPARE(again.ownVariance, at.schemes.at(i).ownVariance);
        }
    }
}

void TestFundRisk::offsetsInALoop()
{
    term("t1", 1, riskKind::reserve, "a");
    term("t2", 1, riskKind::reserve, "b");
    set(RiskTerm::type, "t1", "reserve", {}, ref("b"));
    QVERIFY(!problems().contains(FundRiskProblem::Kind::OffsetsInLoop));
    set(RiskTerm::type, "t2", "reserve", {}, ref("a"));
    QCOMPARE(problems().count(FundRiskProblem::Kind::OffsetsInLoop), 2);
}

void TestFundRisk::alignedFundsHaveNoRisk()
{
    set(Fund::type, "pool", "kind", {}, text("aligned"));
    QVERIFY(fundRisks(m_builder.plan(), makeLedger(m_builder.plan(), {})).isEmpty());
}

QTEST_GUILESS_MAIN(TestFundRisk)
#include "test_fundrisk.moc"
