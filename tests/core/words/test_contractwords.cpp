// Contracts in words, against design/calderbourne.md and the mockup of the page Contracts; sums of workings for random ones.
#include "core/words/contractwords.h"
#include "tests/support/contractplan.h"
#include "tests/support/seeded.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString year = u"2026-27"_s;

QString shown(const WorkingLine& line)
{
    return line.number + u" | "_s + line.text + u" | "_s +
           (line.amount ? formatAmount(*line.amount) : u"–"_s);
}

QStringList shown(const QList<WorkingLine>& lines)
{
    QStringList rows;
    for (const WorkingLine& line : lines)
        rows.append(shown(line));
    return rows;
}

Money paidBy(const QList<WorkingLine>& lines)
{
    Money sum;
    for (const WorkingLine& line : lines)
        if (line.pays)
            sum += *line.amount;
    return sum;
}

QString detailOf(const QList<WorkingLine>& lines, const QString& number)
{
    for (const WorkingLine& line : lines)
        if (line.number == number)
            return line.detail;
    return {};
}

} // namespace

class TestContractWords : public QObject
{
    Q_OBJECT

    const ContractPlan m_sample = ContractPlan::calderbourne();

    static ContractReview review(const ContractPlan& plan) { return reviewContract(plan.source()); }
    static QStringList list(const ContractPlan& plan)
    {
        const ContractReview found = review(plan);
        QStringList rows;
        for (const ReviewItem& item : found.items)
            rows.append(reviewSentence(plan.plan(), found, item));
        return rows;
    }

private slots:
    void titles();
    void workingOfTheMockup();
    void workingAtLowResults();
    void reasonsOfGainAndLoss_data();
    void reasonsOfGainAndLoss();
    void stepsOfTheNote();
    void inputsAreLinked();
    void activityIsPaidBeside();
    void cells();
    void smallFifthsAreMeasuredTogether();
    void byAreaFifthIndicatorMonthAndYear();
    void unearnedMoney();
    void linesAddUp();
    void problems_data();
    void problems();
    void everyProblemHasItsSentence();
    void reviewOfTheMockup();
    void boardIsToldNotToSign();
    void verdictsSayWhatIsMissing();
    void fairness();
    void comparedVersions();
};

void TestContractWords::titles()
{
    const QString title = contractHeadline(m_sample.plan(), m_sample.paid(), year);
    QCOMPARE(title, u"At expected results the contract pays £7,756,304.43, £206,995.57 short of full"_s);
    QVERIFY(title.split(u' ').size() <= 12);
    QCOMPARE(contractHeadline(m_sample.plan(), m_sample.paid(ResultsAt::Low), year),
             u"At low results the contract pays £7,724,401.00, £238,899.00 short of full"_s);
    QCOMPARE(contractHeadline(m_sample.plan(), m_sample.paid(), u"2030-31"_s),
             u"Neighbourhood teams does not run in 2030-31"_s);
    QCOMPARE(contractCaption(m_sample.plan(), m_sample.paid()),
             u"Outcome-weighted capitation: neighbourhood teams, scheme 03, three years, a proposal."_s);
    QCOMPARE(workingTitle(m_sample.paid(), year), u"How £7,756,304.43 comes about"_s);

    ContractPlan open = ContractPlan::calderbourne();
    open.version("base", Value());
    QCOMPARE(contractHeadline(open.plan(), open.paid(), year),
             u"Neighbourhood teams: what it pays cannot be worked out yet"_s);
    QCOMPARE(
        contractCaption(open.plan(), open.paid()),
        u"The base is not entered: enter what the contract is worth in its first year, there is no national default."_s);
    QVERIFY(contractWorking(open.plan(), open.paid(), year).isEmpty());

    ContractPlan full = ContractPlan::calderbourne();
    full.version("atRisk", Value());
    QCOMPARE(contractHeadline(full.plan(), full.paid(), year),
             u"At expected results the contract pays £7,963,300.00, in full"_s);
}

void TestContractWords::workingOfTheMockup()
{
    const QList<WorkingLine> lines = contractWorking(m_sample.plan(), m_sample.paid(), year);
    QCOMPARE(
        shown(lines),
        (QStringList{
            u"1 | Base for scheme 03 | 7,963,300.00"_s, u"2 | Less teams and training, 2.00% | −159,266.00"_s,
            u"3 | Less at risk, 5.00% of the rest | −390,201.70"_s,
            u"4 | Fixed, paid monthly | 7,413,832.30"_s, u"5 | Earned on blood pressure | 101,015.31"_s,
            u"6 | Earned on admissions | 82,190.82"_s, u"7 | Gain share, cost in the corridor | 0.00"_s,
            u"8 | Teams and training, all spent | 159,266.00"_s,
            u" | Payment, 2026-27: lines 4 to 8 | 7,756,304.43"_s,
            u" | Not earned on outcomes | 206,995.57"_s, u" | Goes back to the place | 206,995.57"_s}));
    QCOMPARE(detailOf(lines, u"1"_s), u"£7,963,300.00 agreed for 2026-27"_s);
    QCOMPARE(detailOf(lines, u"3"_s), u"5.00% of £7,804,034.00"_s);
    // 741,383,230 pence by 12 is 61,781,935 and 10 over.
    QCOMPARE(detailOf(lines, u"4"_s), u"10 times £617,819.36, then 2 times £617,819.35"_s);
    QCOMPARE(detailOf(lines, u"5"_s), u"of £234,121.02"_s);
    QCOMPARE(detailOf(lines, u"7"_s),
             u"cost £58,000.00 below the benchmark of £7,800,000.00; corridor 2.00% = £156,000.00"_s);
    QVERIFY(lines.at(3).isTotal && lines.at(8).isTotal);
    QCOMPARE(paidBy(lines), Money::fromPence(775'630'443));
}

void TestContractWords::workingAtLowResults()
{
    const QList<WorkingLine> lines = contractWorking(m_sample.plan(), m_sample.paid(ResultsAt::Low), year);
    // 7,724,401.00 with the floor, 7,696,634.12 without it.
    QVERIFY(shown(lines).contains(u"8 | Floor, −3.00% | 27,766.88"_s));
    QCOMPARE(detailOf(lines, u"8"_s), u"outcomes and sharing take at most £238,899.00"_s);
    QCOMPARE(shown(lines).at(9), u" | Payment, 2026-27: lines 4 to 9 | 7,724,401.00"_s);
    QCOMPARE(paidBy(lines), Money::fromPence(772'440'100));
}

void TestContractWords::reasonsOfGainAndLoss_data()
{
    QTest::addColumn<QString>("cost");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("detail");
    // Earned 183,206.13 of 390,201.70 is 46.95%. 7.8m less 7.6m: 50% of 200,000 × 18320613/39020170 = 46,951.65.
    QTest::newRow("gain")
        << u"7,600,000.00"_s << u"Gain share"_s << u"46,951.65"_s
        << u"cost £200,000.00 below the benchmark of £7,800,000.00; 50.00% of £200,000.00, times 46.95% of outcome money earned = £46,951.65"_s;
    // 50% of 2,800,000 × 0.469516... = 657,323.08; the cap is 5% of 7.8m.
    QTest::newRow("gain capped")
        << u"5,000,000.00"_s << u"Gain share, capped"_s << u"390,000.00"_s
        << u"cost £2,800,000.00 below the benchmark of £7,800,000.00; 50.00% of £2,800,000.00, times 46.95% of outcome money earned = £657,323.08; at most 5.00% of the benchmark = £390,000.00"_s;
    QTest::newRow("loss in the corridor")
        << u"7,956,000.00"_s << u"Loss share, cost in the corridor"_s << u"0.00"_s
        << u"cost £156,000.00 above the benchmark of £7,800,000.00; corridor 2.00% = £156,000.00"_s;
    QTest::newRow("loss")
        << u"8,000,000.00"_s << u"Loss share"_s << u"−60,000.00"_s
        << u"cost £200,000.00 above the benchmark of £7,800,000.00; 30.00% of £200,000.00 = £60,000.00"_s;
    QTest::newRow("loss capped")
        << u"8,800,000.00"_s << u"Loss share, capped"_s << u"−156,000.00"_s
        << u"cost £1,000,000.00 above the benchmark of £7,800,000.00; 30.00% of £1,000,000.00 = £300,000.00; at most 2.00% of the benchmark = £156,000.00"_s;
    QTest::newRow("no cost") << QString() << u"Gain or loss, cost not entered"_s << u"0.00"_s
                             << u"nothing is shared until the provider’s cost is known"_s;
}

void TestContractWords::reasonsOfGainAndLoss()
{
    QFETCH(QString, cost);
    ContractPlan plan = ContractPlan::calderbourne();
    plan.contract("cost", cost.isEmpty() ? Value() : Value(*parseMoney(cost)), "2026-27");
    const QList<WorkingLine> lines = contractWorking(plan.plan(), plan.paid(), year);
    const WorkingLine& line = lines.at(6);
    QTEST(line.text, "text");
    QTEST(formatAmount(*line.amount), "amount");
    QTEST(line.detail, "detail");
    QCOMPARE(paidBy(lines), plan.paid().yearOf(year)->payment);
    if (cost == u"7,600,000.00") { // the gate above what is earned
        plan.version("qualityGate", ContractPlan::rate("47"));
        const WorkingLine below = contractWorking(plan.plan(), plan.paid(), year).at(6);
        QCOMPARE(below.text, u"Gain share, below the quality gate"_s);
        QCOMPARE(
            below.detail,
            u"cost £200,000.00 below the benchmark of £7,800,000.00; 46.95% of the outcome money is earned, the gate is 47.00%"_s);
    }
}

void TestContractWords::stepsOfTheNote()
{
    // Need and capitation note, 3.6, examples 1 and 2: how £104,032.86 comes about.
    const ContractPlan plan = ContractPlan::exampleOne();
    const QList<WorkingLine> lines = contractSteps(plan.plan(), plan.paid(), year);
    QCOMPARE(
        shown(lines),
        (QStringList{
            u"1 | Weighted people | –"_s, u"2 | Base for scheme 03 | 4,745,331.76"_s,
            u"3 | Ring-fence for teams and training | 94,906.64"_s, u"4 | At risk on outcomes | 232,521.26"_s,
            u"5 | Fixed, paid monthly | 4,417,903.86"_s, u"6.1 | Pot of blood pressure | 139,512.76"_s,
            u"6.2 | Pot of admissions | 93,008.50"_s, u"7.1 | Attainment on blood pressure | –"_s,
            u"7.2 | Attainment on admissions | –"_s, u"8.1 | Earned on blood pressure | 59,550.54"_s,
            u"8.2 | Earned on admissions | 44,482.32"_s, u"8 | Earned on outcomes | 104,032.86"_s,
            u"9 | Cost below the benchmark | –"_s, u"10 | Gain or loss, cost not entered | 0.00"_s,
            u"11 | Outcomes and sharing, within floor and ceiling | −128,488.40"_s,
            u"12 | Payment, 2026-27 | 4,616,843.36"_s, u"13 | Goes back to the place | 128,488.40"_s}));
    QCOMPARE(
        detailOf(lines, u"1"_s),
        u"1.30 × 12,000 + 1.12 × 8,000 + 1.00 × 6,000 + 0.92 × 3,000 + 0.86 × 1,000 = 34,180.00 weighted people"_s);
    QCOMPARE(detailOf(lines, u"5"_s), u"6 times £368,158.66, then 6 times £368,158.65"_s);
    QCOMPARE(
        detailOf(lines, u"6.1"_s),
        u"60.00% of £232,521.26; by people eligible and deprivation weight: fifth 1 £69,275.30, fifth 2 £37,524.12, fifth 3 £19,243.14, fifth 4 £10,006.43, fifth 5 £3,463.77"_s);
    // 24/115, 7/15, 4/5, 34/39, 1.
    QCOMPARE(
        detailOf(lines, u"7.1"_s),
        u"fifth 1 63.00% earns 20.87%, fifth 2 72.00% earns 46.67%, fifth 3 77.00% earns 80.00%, fifth 4 78.08% earns 87.18%, fifth 5 85.00% earns 100.00%"_s);
    for (int step = 1; step <= 13; ++step)
        QVERIFY(std::any_of(lines.begin(), lines.end(),
                            [step](const WorkingLine& line) { return line.step == step; }));
}

void TestContractWords::inputsAreLinked()
{
    for (const ContractPlan& plan : {ContractPlan::calderbourne(), ContractPlan::twoAreas()}) {
        const ContractPayment paid = plan.paid();
        for (const QList<WorkingLine>& lines :
             {contractWorking(plan.plan(), paid, year), contractSteps(plan.plan(), paid, year, 0)})
            for (const WorkingLine& line : lines) {
                QVERIFY2(line.isTotal || !line.subject.isNull() || !line.inputs.isEmpty(),
                         qPrintable(line.text));
                for (const CellRef& cell : line.inputs) {
                    const EntityType* type = Plan::schema().type(cell.entity);
                    QVERIFY2(type && type->field(cell.field), qPrintable(line.text + u": "_s + cell.field));
                    QVERIFY2(plan.plan().table(type->id)->contains(cell.id), qPrintable(cell.id.text()));
                }
            }
    }
    const WorkingLine atRisk = contractWorking(m_sample.plan(), m_sample.paid(), year).at(2);
    QCOMPARE(atRisk.inputs, (QList<CellRef>{{u"contractVersion"_s, Id(u"v"_s), u"atRisk"_s, {}}}));
    QCOMPARE(atRisk.step, 4);
}

void TestContractWords::activityIsPaidBeside()
{
    ContractPlan plan = ContractPlan::calderbourne();
    plan.add(ContractActivity::type, "act",
             {{"version", {}, ContractPlan::ref("v")},
              {"name", {}, ContractPlan::text("Home visits")},
              {"unit", {}, ContractPlan::text("visits")},
              {"price", {}, ContractPlan::rate("52.50")},
              {"marginalRate", {}, ContractPlan::rate("60")},
              {"planned", ContractPlan::in("2026-27"), Value::count(10'000)},
              {"likely", ContractPlan::in("2026-27"), Value::count(10'400)}});
    // 10,000 × 52.50 = 525,000; 400 × 52.50 × 60% = 12,600.
    const QList<WorkingLine> lines = contractWorking(plan.plan(), plan.paid(), year);
    QCOMPARE(shown(lines).value(8), u"9 | Activity, home visits | 537,600.00"_s);
    QCOMPARE(detailOf(lines, u"9"_s),
             u"10,000 visits planned, £525,000.00; 400 more at 60.00% of the price, +£12,600.00"_s);
    QCOMPARE(shown(lines).at(9), u" | Payment, 2026-27: lines 4 to 9 | 8,293,904.43"_s);
    QCOMPARE(paidBy(lines), Money::fromPence(829'390'443));
    // Full is the base and the activity, so what is short of it stays.
    QVERIFY(contractHeadline(plan.plan(), plan.paid(), year).endsWith(u"£206,995.57 short of full"));
    QCOMPARE(paidBy(contractByArea(plan.plan(), plan.paid(), year)), Money::fromPence(829'390'443));
}

void TestContractWords::cells()
{
    const ContractPayment paid = m_sample.paid();
    QCOMPARE(cellWorking(m_sample.plan(), paid, year, 0, 0, 0),
             u"Fifth 1, most deprived: pot £106,408.44; 9,407 of 14,210 is 66.20%, against 65% to 80%: 8.00% "
             u"of the way; "
             "improvement from 62.00% last year is 23.34% of the way to 80%, which counts 0.80: 18.67%; "
             "earns £19,867.35, "
             "18.67% of the pot."_s);
    QCOMPARE(cellWorking(m_sample.plan(), paid, year, 0, 0, 4),
             u"Fifth 5, least deprived: pot £19,207.43; 4,207 of 5,130 is 82.01%, against 65% to 80%: "
             u"100.00% of the way; earns "
             "£19,207.43, 100.00% of the pot."_s);
    QCOMPARE(cellWorking(m_sample.plan(), paid, year, 0, 1, 1),
             u"Fifth 2: pot £36,452.89; 1,305 of 63,976 is 20.40 per 1,000, against 24 to 18 per "
             u"1,000: 60.03% of the "
             "way; earns £21,882.22, 60.03% of the pot."_s);
}

void TestContractWords::smallFifthsAreMeasuredTogether()
{
    ContractPlan plan = ContractPlan::calderbourne();
    plan.version("smallEligible", Value::count(6'000));
    // The last fifth, 5,130 people, joins the fourth: 9,465 of 11,820.
    const QString said = cellWorking(plan.plan(), plan.paid(), year, 0, 0, 4);
    QVERIFY2(
        said.contains(u"measured with fifth 4, as fewer than 6,000 are eligible; 9,465 of 11,820 is 80.08%"),
        qPrintable(said));
}

void TestContractWords::byAreaFifthIndicatorMonthAndYear()
{
    const ContractPayment paid = m_sample.paid();
    QCOMPARE(
        shown(contractByFifth(paid, year)),
        (QStringList{u" | Fifth 1, most deprived | 32,788.67"_s, u" | Fifth 2 | 41,389.18"_s,
                     u" | Fifth 3 | 37,518.68"_s, u" | Fifth 4 | 39,549.51"_s,
                     u" | Fifth 5, least deprived | 31,960.09"_s, u" | All five fifths | 183,206.13"_s}));
    QCOMPARE(contractByFifth(paid, year, 0).first().detail, u"of £106,408.44"_s);
    QCOMPARE(
        shown(contractByIndicator(m_sample.plan(), paid, year)),
        (QStringList{u" | Earned on blood pressure | 101,015.31"_s, u" | Earned on admissions | 82,190.82"_s,
                     u" | Earned on outcomes | 183,206.13"_s}));
    const QList<WorkingLine> months = contractByMonth(m_sample.plan(), paid, year);
    QCOMPARE(months.size(), 13);
    QCOMPARE(shown(months.first()), u" | April 2026 | 617,819.36"_s);
    QCOMPARE(shown(months.at(11)), u" | March 2027 | 617,819.35"_s);
    QCOMPARE(shown(months.last()), u" | Fixed, 2026-27 | 7,413,832.30"_s);
    QCOMPARE(shown(contractByYear(paid)),
             (QStringList{u" | 2026-27 | 7,756,304.43"_s, u" | 2027-28 | 7,756,304.43"_s,
                          u" | 2028-29 | 7,756,304.43"_s, u" | The whole term | 23,268,913.29"_s}));
    const ContractPlan two = ContractPlan::twoAreas();
    QCOMPARE(shown(contractByArea(two.plan(), two.paid(), year)),
             (QStringList{u" | Canalside | 3,700.00"_s, u" | Fairhaven | 3,900.00"_s,
                          u" | Payment, 2026-27 | 7,600.00"_s}));

    // From July: nine months, and their names.
    ContractPlan late = ContractPlan::calderbourne();
    late.contract("startsOn", Value(QDate(2026, 7, 1)));
    const QList<WorkingLine> nine = contractByMonth(late.plan(), late.paid(), year);
    QCOMPARE(nine.size(), 10);
    QCOMPARE(nine.first().text, u"July 2026"_s);
    QVERIFY(contractWorking(late.plan(), late.paid(), year).first().detail.endsWith(u"; 9 of 12 months"));
}

void TestContractWords::unearnedMoney()
{
    ContractPlan plan = ContractPlan::twoAreas();
    // £400.00 is not earned: 80 and 60 people of the most deprived fifth take 228.57 and 171.43.
    QStringList rows = shown(contractWorking(plan.plan(), plan.paid(), year));
    QCOMPARE(rows.mid(rows.size() - 4),
             (QStringList{u" | Not earned on outcomes | 400.00"_s,
                          u" | Goes back to the areas, by people of the most deprived fifth | 400.00"_s,
                          u" | Canalside | 228.57"_s, u" | Fairhaven | 171.43"_s}));
    QCOMPARE(shown(contractWorking(plan.plan(), plan.paid(), year, 0)).last(),
             u" | Goes back to Canalside | 228.57"_s);
    plan.version("unearned", ContractPlan::choice(unearnedMoney::commissioner));
    QCOMPARE(shown(contractWorking(plan.plan(), plan.paid(), year)).last(),
             u" | Kept by the commissioner | 400.00"_s);
}

// Terms without problems, drawn at random: whatever binds, the lines add up.
void TestContractWords::linesAddUp()
{
    Seeded random(20260310);
    const auto percent = [&](qint64 most) { return Ratio(random.between(0, most), 100); };
    for (int round = 0; round < 400; ++round) {
        ContractTerms read;
        OutcomeTerms& terms = read.terms;
        terms.needWeights.fill(Ratio(1));
        terms.deprivationWeights = {Ratio(random.between(20, 40), 10), Ratio(2), Ratio(3, 2), Ratio(1),
                                    Ratio(1)};
        terms.ringFence = percent(10);
        const qsizetype indicators = random.between(0, 3);
        terms.atRisk = indicators == 0 ? Ratio() : percent(100);
        GainAndLoss& sharing = terms.gainAndLoss;
        sharing.corridor = percent(5);
        sharing.mode = random.between(0, 1) ? CorridorMode::First : CorridorMode::Excess;
        sharing.gainShare = percent(80);
        sharing.lossShare = percent(80);
        if (random.between(0, 1))
            sharing.gainCap = Ratio(1, 10);
        if (random.between(0, 1))
            sharing.lossCap = Ratio(1, 10);
        sharing.qualityGate = percent(60);
        if (random.between(0, 1))
            sharing.floor = percent(5);
        if (random.between(0, 1))
            sharing.ceiling = percent(5);
        terms.unearned = {random.between(0, 1) == 1, random.between(0, 1) == 1};
        for (qsizetype i = 0; i < indicators; ++i) {
            OutcomeIndicator made;
            made.weight = Ratio(1, indicators);
            made.thresholds.fill({Ratio(50), Ratio(80)});
            made.improvementCredit = percent(100);
            made.tieRank = static_cast<int>(i);
            terms.indicators.append(made);
            read.indicators.append(Id(u"i%1"_s.arg(i)));
            read.indicatorTerms.append(Id(u"t%1"_s.arg(i)));
            read.countsPeople.append(true);
        }
        ContractYear one;
        one.year = year;
        one.months = static_cast<int>(random.between(1, 12));
        const qint64 areas = random.between(1, 4);
        for (qint64 area = 0; area < areas; ++area) {
            OutcomeArea made;
            for (Ratio& people : made.people)
                people = Ratio(random.between(1, 9'000));
            made.tieRank = static_cast<int>(area);
            const Money base = Money::fromPence(random.between(1, 900'000'000));
            if (random.between(0, 3))
                made.cost = scaled(base, Ratio(random.between(80, 120), 100), Rounding::HalfAwayFromZero);
            if (random.between(0, 1))
                made.ringFenceSpent = Money::fromPence(random.between(0, 50'000'000));
            one.figures.areas.append(made);
            one.figures.base.append(base);
            one.total += base;
            if (areas > 1)
                read.areas.append(Id(u"a%1"_s.arg(area)));
            for (qsizetype cell = 0; cell < indicators * fifthCount; ++cell)
                one.figures.results.append({100, random.between(30, 100), random.between(30, 100), -1});
        }
        if (random.between(0, 1))
            one.activities.append({Id(u"act"_s), 10, 12, Money::fromPence(random.between(0, 9'999)),
                                   Money::fromPence(random.between(-9'999, 9'999))});
        read.years.append(one);
        const ContractPayment paid = payContract(read);
        const ContractYearPayment& first = paid.years.first();
        const Plan none;
        const auto check = [&](const QList<WorkingLine>& lines, Money payment) {
            QCOMPARE(*lines.at(0).amount + *lines.at(1).amount + *lines.at(2).amount, *lines.at(3).amount);
            QCOMPARE(paidBy(lines), payment);
            const auto total = std::find_if(lines.begin() + 4, lines.end(),
                                            [](const WorkingLine& line) { return line.isTotal; });
            QCOMPARE(*total->amount, payment);
        };
        check(contractWorking(none, paid, year), first.payment);
        for (qsizetype area = 0; area < areas; ++area)
            check(contractWorking(none, paid, year, area), first.outcome.areas.at(area).payment);
        QCOMPARE(paidBy(contractByArea(none, paid, year)), first.payment);
        QCOMPARE(contractByFifth(paid, year).last().amount, std::optional(first.outcome.total.earned));
        QCOMPARE(contractByMonth(none, paid, year).last().amount, std::optional(first.outcome.total.fixed));
        QVERIFY(!contractSteps(none, paid, year).isEmpty());
    }
}

void TestContractWords::problems_data()
{
    QTest::addColumn<QString>("field"); // entity/id/field[/year]
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("weights") << u"indicatorTerms/t-adm/weight"_s << u"30.5"_s
                             << u"The weights of the indicators add to 90.5%, not 100%: mend them."_s;
    QTest::newRow("L is U")
        << u"indicatorTerms/t-bp/lower"_s << u"80"_s
        << u"The lower and upper thresholds of “Blood pressure” are the same, so nothing lies between none and all: set them apart."_s;
    QTest::newRow("reversed")
        << u"indicatorTerms/t-adm/lower"_s << u"12"_s
        << u"The thresholds of “Admissions” stand against its direction: swap them, or change which way is better."_s;
    QTest::newRow("nobody") << u"contractPeople/p3/people/2026-27"_s << QString()
                            << u"The people of fifth 3 are not known in 2026-27: type them."_s;
    QTest::newRow("caps")
        << u"contractVersion/v/gainShare"_s << QString()
        << u"A cap on gain stands without a gain share: enter the share, or clear the cap."_s;
    QTest::newRow("cap below")
        << u"contractVersion/v/lossCap"_s << u"0.5"_s
        << u"The cap on loss is below the first pound shared beyond the corridor: raise the cap, or narrow the corridor."_s;
    QTest::newRow("part") << u"contractVersion/v/atRisk"_s << u"105"_s
                          << u"At risk on outcomes % must be from 0% to 100%: mend it."_s;
    QTest::newRow("no weight")
        << u"contractVersion/v/deprivationWeight2"_s << QString()
        << u"Deprivation weight, second fifth is not entered: enter it, 1 for no weighting; there is no national default."_s;
    QTest::newRow("rising")
        << u"contractVersion/v/deprivationWeight4"_s << u"1.2"_s
        << u"Deprivation weight, fourth fifth is above that of the more deprived fifth before it: lower it, or raise the other."_s;
    QTest::newRow("mode")
        << u"contractVersion/v/corridorMode"_s << QString()
        << u"A gain or loss is shared, and the terms do not say what of it beyond the corridor: choose it."_s;
    QTest::newRow("result")
        << u"indicatorResult/bp-2/likely/2026-27"_s << QString()
        << u"“Blood pressure”: what expected results count in fifth 2 in 2026-27 is not entered: enter it."_s;
    QTest::newRow("too many")
        << u"indicatorResult/bp-2/likely/2026-27"_s << u"9641"_s
        << u"“Blood pressure”: more people are counted in fifth 2 in 2026-27 than are eligible: mend one of the two."_s;
    QTest::newRow("baseline")
        << u"indicatorResult/bp-5/baseline"_s << QString()
        << u"“Blood pressure” credits improvement, and last year’s count of fifth 5 is not entered: enter it, or clear the credit."_s;
    QTest::newRow("end")
        << u"contract/c/endsOn"_s << u"30 March 2029"_s
        << u"“Neighbourhood teams” ends within a month, and payment is by whole months: enter the last day of one."_s;
    QTest::newRow("cost") << u"contract/c/cost/2026-27"_s << u"-1"_s
                          << u"Expected cost £ in 2026-27 cannot be below £0.00: mend it."_s;
}

void TestContractWords::problems()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    const QStringList parts = field.split(u'/');
    const EntityType& type = *Plan::schema().type(parts.at(0));
    ContractPlan plan = ContractPlan::calderbourne();
    const Result<Value> value = valueFromTyped(type.field(parts.at(2))->type, typed);
    QVERIFY(value.ok());
    plan.set(type, parts.at(1).toLatin1().constData(), parts.at(2).toLatin1().constData(),
             parts.size() > 3 ? ContractPlan::in(parts.at(3).toLatin1().constData()) : Key(), *value);
    const ContractTerms read = readContract(plan.source());
    QVERIFY(!read.problems.isEmpty());
    QTEST(contractProblemSentence(plan.plan(), read.problems.first()), "sentence");
}

void TestContractWords::everyProblemHasItsSentence()
{
    const auto check = [&](const ContractProblem& problem) {
        const QString said = contractProblemSentence(m_sample.plan(), problem);
        QVERIFY2(said.endsWith(u'.') && !said.contains(u'%' + QString::number(1)), qPrintable(said));
        QVERIFY2(said.contains(u": ") && said.count(u". ") == 0,
                 qPrintable(said)); // what, then what to do; one sentence
    };
    ContractProblem problem;
    problem.entity = u"indicatorResult"_s;
    problem.id = Id(u"bp-1"_s);
    problem.field = u"likely"_s;
    for (int kind = int(ContractProblem::Kind::VersionTwice);
         kind <= int(ContractProblem::Kind::SmallNumberNegative); ++kind) {
        problem.kind = static_cast<ContractProblem::Kind>(kind);
        check(problem);
    }
    problem.kind = ContractProblem::Kind::Terms;
    for (int kind = 0; kind <= int(OutcomeProblem::Kind::NegativeCost); ++kind) {
        problem.terms = static_cast<OutcomeProblem::Kind>(kind);
        check(problem);
    }
    for (int kind = 0; kind <= int(ContractLineProblem::Kind::SharesNotWhole); ++kind) {
        const QString said = contractLineSentence(
            m_sample.plan(), {static_cast<ContractLineProblem::Kind>(kind), Id(u"l1"_s)});
        QVERIFY2(said.endsWith(u'.') && said.contains(u"l1"), qPrintable(said));
    }
    ContractPlan plan = ContractPlan::calderbourne();
    plan.contract("version", Value::count(7));
    QCOMPARE(noVersionSentence(plan.plan(), plan.plan().contracts[0]),
             u"Version 7 of “Neighbourhood teams” is not there: choose another as the one that counts."_s);
}

void TestContractWords::reviewOfTheMockup()
{
    ContractPlan plan = ContractPlan::calderbourne();
    plan.contract("costSpread", ContractPlan::rate("3"));
    const ContractReview found = review(plan);
    QCOMPARE(verdictSentence(plan.plan(), found), u"Safe to sign? Yes, with one caution"_s);
    const QStringList rows = list(plan);
    QCOMPARE(rows,
             (QStringList{u"Low results: cost is £17,599.00 above payment"_s,
                          u"Likely results: £14,304.43 to spare"_s, u"The whole term: £42,913.29 to spare"_s,
                          u"High results: £67,332.16 to spare"_s, u"VAT: recoverable, £0.00 lost"_s,
                          u"Chance alone: within £13,000, nine years in ten"_s,
                          u"Corridor of 2.00% for 286,400 people: chance alone leaves it in 0.0% of years"_s,
                          u"At risk on outcomes: £390,201.70, 5.0% of the likely payment"_s,
                          u"Teams and training: £159,266.00 inside the contract"_s,
                          u"Where its money comes from: no line pays it yet"_s,
                          u"Provider: Calderbourne Care Alliance"_s, u"Commissioner: Ashmoor ICB"_s,
                          u"Term: 1 April 2026 to 31 March 2029"_s, u"Not signed: a proposal"_s}));
    QCOMPARE(readinessTitle(found), u"Before signature: two items open"_s);
    QCOMPARE(reviewDetail(plan.plan(), found, found.items.first()),
             u"Over the whole term: cost is £52,797.00 above payment."_s);
    const ReviewItem& corridor = *found.item(ReviewItem::Kind::Corridor);
    QVERIFY(
        reviewDetail(plan.plan(), found, corridor)
            .endsWith(u"For comparison: US Medicare rules of 2015 asked for 2.0% from 60,000 people on."));
    const ContractReview unknown = review(m_sample);
    QCOMPARE(verdictSentence(m_sample.plan(), unknown),
             u"Safe to sign? Yes, with one caution and one thing not known"_s);
    QCOMPARE(reviewSentence(m_sample.plan(), unknown, *unknown.item(ReviewItem::Kind::Corridor)),
             u"Corridor of 2.00% for 286,400 people: what chance does to it is not known"_s);
}

// Five years and £0.8bn, £185m cost and £5m VAT against £160m a year: £30m short in year one.
void TestContractWords::boardIsToldNotToSign()
{
    ContractPlan plan = ContractPlan::begun(16'000'000'000, 5);
    plan.peopleByFifth("2026-27", {180'000, 180'000, 180'000, 180'000, 180'000});
    plan.weights("needWeight", {"1", "1", "1", "1", "1"});
    plan.weights("deprivationWeight", {"1", "1", "1", "1", "1"});
    plan.contract("cost", ContractPlan::pounds(185'000'000), "2026-27");
    plan.contract("vatRoute", ContractPlan::choice(contractVat::provider));
    plan.contract("irrecoverableVat", ContractPlan::pounds(5'000'000), "2026-27");
    const ContractReview both = review(plan);
    QCOMPARE(
        verdictSentence(plan.plan(), both),
        u"Do not sign: likely results leave year one £30,000,000.00 short of cost, and nobody funds £25,000,000.00 of VAT"_s);
    QVERIFY(list(plan).contains(u"VAT: nobody funds £25,000,000.00 that cannot be recovered"_s));
    QVERIFY(list(plan).contains(u"Likely results: cost is £30,000,000.00 above payment"_s));
    QVERIFY(list(plan).contains(u"Teams and training: no money inside the contract"_s));
    QVERIFY(
        reviewDetail(plan.plan(), both, *both.item(ReviewItem::Kind::RingFence)).contains(u"paragraph 94"));
    QCOMPARE(
        reviewDetail(plan.plan(), both, *both.item(ReviewItem::Kind::Vat)),
        u"£25,000,000.00 is not recovered over the term; the first year in which less is set aside is 2026-27."_s);
    plan.contract("vatFunded", ContractPlan::pounds(5'000'000), "2026-27");
    plan.contract("cost", ContractPlan::pounds(190'000'000), "2026-27");
    QCOMPARE(verdictSentence(plan.plan(), review(plan)),
             u"Do not sign: likely results leave year one £30,000,000.00 short of cost"_s);
    plan.contract("cost", ContractPlan::pounds(150'000'000), "2026-27");
    plan.contract("vatFunded", ContractPlan::pounds(4'000'000), "2026-27");
    QCOMPARE(verdictSentence(plan.plan(), review(plan)), u"Do not sign: nobody funds £5,000,000.00 of VAT"_s);
    plan.contract("irrecoverableVat", ContractPlan::pounds(4'000'000), "2026-27");
    QCOMPARE(verdictSentence(plan.plan(), review(plan)), u"Safe to sign? Yes"_s);
    QVERIFY(list(plan).contains(u"VAT: £20,000,000.00 not recovered, all of it set aside"_s));
}

void TestContractWords::verdictsSayWhatIsMissing()
{
    const auto said = [](const ContractPlan& plan) { return verdictSentence(plan.plan(), review(plan)); };
    ContractPlan plan = ContractPlan::calderbourne();
    plan.contract("vatRoute", Value());
    QCOMPARE(said(plan), u"Safe to sign? Not known: the VAT route is not settled"_s);
    plan.contract("vatRoute", ContractPlan::choice(contractVat::provider));
    QCOMPARE(said(plan), u"Safe to sign? Not known: VAT that the provider cannot recover is not entered"_s);
    plan.contract("cost", Value(), "2026-27");
    QCOMPARE(said(plan), u"Safe to sign? Not known: the provider’s cost is not entered"_s);
    QVERIFY(list(plan).contains(u"The provider’s cost in 2026-27 is not entered"_s));
    plan.version("base", Value());
    QCOMPARE(said(plan), u"Safe to sign? Not known: the terms cannot be worked out"_s);
    ContractPlan low = ContractPlan::calderbourne();
    low.set(IndicatorResult::type, "adm-4", "low", ContractPlan::in("2026-27"), Value());
    const ContractReview found = review(low);
    QCOMPARE(list(low).first(), u"Low results: not known, as they are not all entered"_s);
    QCOMPARE(reviewDetail(low.plan(), found, found.items.first()),
             u"“Admissions”: what low results count in fifth 4 in 2026-27 is not entered: enter it."_s);
}

void TestContractWords::fairness()
{
    const ContractFairness sample = *contractFairness(m_sample.paid(), year);
    QCOMPARE(fairnessTitle(sample), u"Weighting pays £36,557.55 less"_s);
    QCOMPARE(fairnessCaption(sample), u"Deprived fifths attain less, so weighted pots are earned less."_s);
    QCOMPARE(fairnessWarning(m_sample.plan(), sample),
             u"With these weights the place earns £36,557.55 less than with flat ones: a low result may show "
             u"deprivation, not "
             "poor work (House of Lords, Patients at the centre, paragraph 73). Improvement credit, "
             "thresholds by fifth and a "
             "floor soften it."_s);
    const ContractPlan two = ContractPlan::twoAreas();
    const ContractFairness areas = *contractFairness(two.paid(), year);
    QCOMPARE(fairnessTitle(areas), u"Weighting pays the same in all"_s);
    QVERIFY(fairnessWarning(two.plan(), areas)
                .startsWith(u"With these weights Canalside earns £100.00 less than"));
}

void TestContractWords::comparedVersions()
{
    ContractPlan plan = ContractPlan::calderbourne();
    const ContractPayment before = plan.paid();
    ContractPayment after = before;
    plan.add(ContractVersion::type, "w",
             {{"contract", {}, ContractPlan::ref("c")},
              {"number", {}, Value::count(3)},
              {"floor", {}, ContractPlan::rate("2.50")}});
    after.terms.version = Id(u"w"_s);
    after.years[0].payment += Money::fromPence(1'234'567);
    QCOMPARE(comparisonTitle(plan.plan(), before, after),
             u"Version 3 pays £12,345.67 more over the term than version 2"_s);
    QCOMPARE(comparisonTitle(plan.plan(), after, before),
             u"Version 2 pays £12,345.67 less over the term than version 3"_s);
    QStringList rows;
    for (const VersionRow& row : compareVersions(plan.plan(), before, after)) {
        const ComparedRow said = comparedRow(plan.plan(), row);
        rows.append(said.what + u" | "_s + said.a + u" | "_s + said.b + u" | "_s + said.difference);
    }
    QVERIFY(rows.contains(u"Floor % | 3.00 | 2.50 | −0.5"_s));
    QVERIFY(rows.contains(u"Blood pressure: weight % | 60 | – | "_s));
    QVERIFY(rows.contains(u"2026-27: payment | £7,756,304.43 | £7,768,650.10 | +£12,345.67"_s));
    QVERIFY(rows.contains(u"2026-27: earned on outcomes | £183,206.13 | £183,206.13 | £0.00"_s));
}

QTEST_GUILESS_MAIN(TestContractWords)
#include "test_contractwords.moc"
