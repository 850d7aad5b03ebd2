// The words of the sample's pool, against design/calderbourne.md and the mockup of the page Pools and risk.
#include "core/exchange/readshelf.h"
#include "core/exchange/samplefile.h"
#include "core/plan/edit.h"
#include "core/words/findingwords.h"
#include "core/words/riskwords.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestRiskWords : public QObject
{
    Q_OBJECT

    Plan m_plan;
    Shelf m_shelf;
    const Key m_year{Id(u"2026-27"_s), {}};

    FundSettlement settled(const Plan& plan, const QString& fund = u"better-care"_s) const
    {
        const Evaluation evaluation = evaluate(plan, m_shelf);
        for (const FundSettlement& settlement : evaluation.risks)
            if (settlement.risk.fund == Id(fund) && settlement.risk.year == m_year.year.text())
                return settlement;
        return {};
    }
    Plan tested(qint64 homeCarePounds, qint64 careHomesPounds = 7'350'000) const
    {
        StepBuilder builder(m_plan);
        builder.set(Scheme::type.id, Id(u"s02"_s), u"testOutturn", m_year,
                    Value(Money::fromPounds(homeCarePounds)));
        builder.set(Scheme::type.id, Id(u"s08"_s), u"testOutturn", m_year,
                    Value(Money::fromPounds(careHomesPounds)));
        return builder.plan();
    }
    const Rulebook* rulebook() const { return m_shelf.rulebookOf(*m_plan.years.find(m_year.year)); }

private slots:
    void initTestCase();
    void pageOfTheMockup();
    void ladderOfTheMockup();
    void workingAddsUp_data();
    void workingAddsUp();
    void beyondAgreement();
    void onPlan();
    void underspend();
    void agreementOfTheMockup();
    void vat();
    void schedule();
    void scheduleAsksForWhatIsOpen();
    void kinks();
};

void TestRiskWords::initTestCase()
{
    Result<PlanTree> tree = demoTree();
    QVERIFY2(tree.ok(), tree ? "" : qPrintable(tree.error().text));
    m_plan = tree->base;
    Result<Shelf> shelf = readShelf(*tree);
    QVERIFY(shelf.ok());
    m_shelf = *shelf;
    m_shelf.today = QDate(2026, 3, 10);
}

void TestRiskWords::pageOfTheMockup()
{
    const FundSettlement pool = settled(m_plan);
    QCOMPARE(riskHeadline(m_plan, pool),
             u"A £900,000.00 overspend would cost the council £80,595.11 and Ashmoor ICB £105,515.74"_s);
    QCOMPARE(riskCaption(m_plan, pool),
             u"The fund would absorb the first £710,000.00; Fenwold ICB would pay £3,889.15."_s);
    QCOMPARE(ladderTitle(m_plan, pool),
             u"The fund covers the first £710,000.00; then all three partners share"_s);
    QCOMPARE(rungsTitle(m_plan, pool.risk), u"An overspend climbs six steps"_s);
    QCOMPARE(
        testSentence(m_plan, pool.risk),
        u"A test, not a forecast: home care packages £900,000.00 over and care home placements £150,000.00 under."_s);
    QCOMPARE(underspendSentence(m_plan, pool.risk),
             u"Underspend: the first £250,000.00 is kept in the fund, the rest goes back by contribution."_s);
}

void TestRiskWords::ladderOfTheMockup()
{
    const FundSettlement pool = settled(m_plan);
    QStringList rows;
    for (const Id& id : pool.risk.rungs) {
        const RiskTerm& term = *m_plan.riskTerms.find(id);
        const RungWords words = rungWords(m_plan, pool, term);
        if (term.side == riskSide::over)
            rows.append(QStringList{words.name, words.upTo, words.paidBy}.join(u" | "_s));
    }
    const RungWords left = leftOverWords();
    rows.append(QStringList{left.name, left.upTo, left.paidBy}.join(u" | "_s));
    QCOMPARE(rows, (QStringList{u"Underspends elsewhere in the fund | 150,000 | the fund"_s,
                                u"Risk reserve, scheme 18 | 500,000 | the fund"_s,
                                u"Uncommitted allocations | 60,000 | the fund"_s,
                                u"Shared by contribution | to each cap | all three"_s,
                                u"Over Fenwold ICB’s cap | to its cap | the host"_s,
                                u"Anything left | no limit | not agreed"_s}));
}

void TestRiskWords::workingAddsUp_data()
{
    QTest::addColumn<qint64>("homeCare");
    QTest::addColumn<QString>("council");
    QTest::addColumn<QString>("ashmoor");
    QTest::addColumn<QString>("fenwold");
    QTest::addColumn<QString>("unresolved");
    // Fractions of £55,043,700 by hand; beyond Fenwold's cap the council pays its excess; at £6.5m all three are capped.
    QTest::newRow("test") << qint64(13'050'000) << u"80,595.11"_s << u"105,515.74"_s << u"3,889.15"_s
                          << u"0.00"_s;
    QTest::newRow("£4m") << qint64(16'150'000) << u"1,412,911.58"_s << u"1,827,088.42"_s << u"50,000.00"_s
                         << u"0.00"_s;
    QTest::newRow("£6.5m") << qint64(18'650'000) << u"2,250,000.00"_s << u"3,000,000.00"_s << u"50,000.00"_s
                           << u"490,000.00"_s;
}

void TestRiskWords::workingAddsUp()
{
    QFETCH(qint64, homeCare);
    const Plan plan = tested(homeCare);
    const FundSettlement pool = settled(plan);
    Money sum;
    for (const RiskStep& step : pool.result->steps) {
        QVERIFY(!stepName(plan, pool.risk, step).isEmpty());
        Money parts = step.fund + step.unresolved;
        for (const Money part : step.partners)
            parts += part;
        QCOMPARE(parts, step.amount);
        sum += step.amount;
    }
    QCOMPARE(sum, pool.result->variance);
    QCOMPARE(pool.result->fund, Money::fromPounds(710'000));
    const auto paid = [&](const char* partner) {
        return formatAmount(
            pool.result->partners.at(pool.risk.partners.indexOf(Id(QString::fromLatin1(partner)))));
    };
    QTEST(paid("council"), "council");
    QTEST(paid("ashmoor"), "ashmoor");
    QTEST(paid("fenwold"), "fenwold");
    QTEST(formatAmount(pool.result->unresolved), "unresolved");
}

void TestRiskWords::beyondAgreement()
{
    const Plan plan = tested(18'650'000);
    const FundSettlement pool = settled(plan);
    QCOMPARE(riskHeadline(plan, pool),
             u"A £6,500,000.00 overspend leaves £490,000.00 that nobody has agreed to pay"_s);
    QCOMPARE(stepName(plan, pool.risk, pool.result->steps.last()), u"Not agreed"_s);
    QVERIFY(riskSummary(plan, pool).contains(u"Not agreed: £490,000.00."_s));
}

void TestRiskWords::onPlan()
{
    const FundSettlement pool = settled(m_plan, u"community-equipment"_s);
    QCOMPARE(riskHeadline(m_plan, pool), u"Community equipment pool: on plan, nobody pays more"_s);
    QCOMPARE(ladderTitle(m_plan, pool), u"Both partners share from the first pound"_s);
    QCOMPARE(testSentence(m_plan, pool.risk), u"No other outturn is tested: every scheme ends on plan."_s);
}

void TestRiskWords::underspend()
{
    const Plan plan = tested(11'750'000, 7'500'000); // £400,000 under: £150,000 goes back
    const FundSettlement pool = settled(plan);
    QCOMPARE(riskHeadline(plan, pool),
             u"A £400,000.00 underspend would give the council £63,627.72 and Ashmoor ICB £83,301.90 back"_s);
    QCOMPARE(riskCaption(plan, pool),
             u"The fund would keep £250,000.00; Fenwold ICB would get £3,070.38 back."_s);
}

void TestRiskWords::agreementOfTheMockup()
{
    const QList<AgreementItem> items =
        agreementItems(m_plan, rulebook(), evaluate(m_plan, m_shelf),
                       *m_plan.funds.find(Id(u"better-care"_s)), m_year.year.text());
    QStringList rows;
    for (const AgreementItem& item : items)
        rows.append(item.text + u" | "_s + item.detail +
                    (item.state == AgreementItem::State::Met        ? QString()
                     : item.state == AgreementItem::State::NotKnown ? u" ?"_s
                                                                    : u" !"_s));
    QCOMPARE(
        rows,
        (QStringList{u"Regulation 7 contents | 7 of 7"_s, u"Host and pool manager | Council; Ruth Calloway"_s,
                     u"Consulted before the start | 14 January 2025"_s, u"Term | to 31 March 2028"_s,
                     u"Signed by the national date | date not confirmed ?"_s,
                     u"VAT route, 17 scheme(s) in this fund | settled"_s}));
    QCOMPARE(agreementTitle(items), u"Section 75 agreement: one item open"_s);

    const QList<AgreementItem> equipment =
        agreementItems(m_plan, rulebook(), evaluate(m_plan, m_shelf),
                       *m_plan.funds.find(Id(u"community-equipment"_s)), m_year.year.text());
    QCOMPARE(equipment.last().state, AgreementItem::State::Open);
    QCOMPARE(equipment.last().id, Id(u"s12"_s));
}

void TestRiskWords::vat()
{
    const Evaluation evaluation = evaluate(m_plan, m_shelf);
    Money atRisk;
    int settledSchemes = 0;
    for (const VatState& state : vatStates(m_plan, rulebook(), evaluation, m_year.year.text())) {
        atRisk += state.atRisk;
        settledSchemes += state.settled ? 1 : 0;
        QCOMPARE(state.settled, state.scheme != Id(u"s12"_s));
    }
    QCOMPARE(settledSchemes, 17);
    QCOMPARE(atRisk, Money::fromPounds(230'000)); // 20% of the council's £1,150,000.00
    for (const Finding& finding : evaluation.findings)
        if (finding.rule == u"S75-09" && finding.year == m_year.year.text())
            QCOMPARE(marginWords(finding), u"£230,000.00 at risk"_s);
}

void TestRiskWords::schedule()
{
    QStringList text;
    for (const ScheduleClause& clause : riskSchedule(m_plan, settled(m_plan))) {
        QVERIFY2(!clause.open, qPrintable(clause.text));
        text.append(clause.number + u' ' + clause.text);
    }
    const QString all = text.join(u'\n');
    // Contributions, shares, caps and rungs as in the table of the page.
    for (
        const QString& said :
        {u"NHS Ashmoor Integrated Care Board £30,568,300.00"_s, u"NHS Ashmoor Integrated Care Board 55.53%"_s,
         u"NHS Fenwold Integrated Care Board £50,000.00"_s,
         u"3.2 It is met from the reserve held in scheme 18"_s,
         u"3.3 Uncommitted allocations: it is met from £60,000.00 held in the fund."_s,
         u"What NHS Fenwold Integrated Care Board’s cap keeps it from paying is paid by Calderbourne Council"_s,
         u"What no step takes has not been agreed"_s, u"This step takes no more than £250,000.00."_s,
         u"(Agreement: Schedule 3, 2.4.)"_s})
        QVERIFY2(all.contains(said), qPrintable(said + u"\n\n"_s + all));
}

void TestRiskWords::scheduleAsksForWhatIsOpen()
{
    StepBuilder builder(m_plan);
    for (const char* id : {"bc-over-4", "bc-over-5"})
        builder.remove(RiskTerm::type.id, Id(QString::fromLatin1(id)));
    builder.set(RiskTerm::type.id, Id(u"bc-under-2"_s), u"kind", Value(QString(riskKind::savingPriority)));
    builder.set(RiskTerm::type.id, Id(u"bc-under-2"_s), u"firstReduction", Value(*Rate::parse(u"10"_s)));
    const FundSettlement pool = settled(builder.plan());
    QVERIFY(!pool.result); // the remainder is not said
    QStringList open;
    for (const ScheduleClause& clause : riskSchedule(builder.plan(), pool))
        if (clause.open)
            open.append(clause.text);
    QCOMPARE(open.size(), 2);
    QVERIFY2(open.first().contains(u"[Say how the partners pay"_s), qPrintable(open.first()));
    QVERIFY2(open.last().contains(u"[Say whether the rest is shared"_s), qPrintable(open.last()));
    QVERIFY(riskCaption(builder.plan(), pool)
                .contains(u"does not say how a saving beyond the first reduction"_s));
}

void TestRiskWords::kinks()
{
    const FundSettlement pool = settled(m_plan);
    QStringList words;
    for (const RiskKink& kink :
         kinksBetween(pool.risk.terms, Money(), Money::fromPence(pool.risk.planned.pence() / 5)))
        if (kink.kind != RiskKink::Kind::RungStarts)
            words.append(kinkWords(m_plan, pool.risk, kink));
    QCOMPARE(words, (QStringList{u"Fenwold ICB’s cap, £3.15m"_s, u"Council’s cap, £5.88m"_s,
                                 u"Not agreed from £5.88m"_s, u"Ashmoor ICB’s cap, £6.11m"_s}));
}

QTEST_GUILESS_MAIN(TestRiskWords)
#include "test_riskwords.moc"
