// The page Contracts through the real window, over the sample. Expected figures are those of the sample's own description of
// its contract, worked out there by hand; others are derived beside the test.
#include "tests/support/windowfixture.h"
#include "ui/charts/paycurvechart.h"
#include "ui/document/author.h"
#include "ui/models/contractcells.h"
#include "ui/pages/contracts/paycurvedata.h"
#include "ui/pages/page.h"
#include "ui/panel/linklabel.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Id teams(u"neighbourhood-teams"_s);
const Id first(u"neighbourhood-teams-1"_s);
const Id second(u"neighbourhood-teams-2"_s);
const Id pressureTerms(u"neighbourhood-teams-2-blood-pressure"_s);
const Key year{Id(u"2026-27"_s), {}};

} // namespace

class ContractsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isReachedByKeyAndSaysWhatIsPaid();
    void theWorkingAddsUpAndLeadsToItsInputs();
    void weightedAndFlatStandSideBySide();
    void theCurveBendsWhereTheTermsSay();
    void aTermIsTypedAndTakenBack();
    void badTermsGetOneSentenceAndThePlanKeepsTheOldValue();
    void aTermThatIsMissingIsSaidAtItsField();
    void aDotIsDraggedAndTakenBack();
    void aResultIsTypedBelowTheChart();
    void anotherIndicatorHasItsOwnCurve();
    void anIndicatorIsAdded();
    void resultsAreTypedByFifth();
    void costsAreTypedByYear();
    void paymentsAreSeenOtherwise();
    void theReviewLeadsToTheField();
    void aVersionIsCopiedAndCompared();
    void contractsAreAddedAndDeleted();
    void outsideTheTermTheFirstYearIsShown();
    void aLinePaysTheContract();
    void paidAreaByAreaEachAreaHasItsRows();
    void activitiesAreAddedAndPaid();
    void keepsItsPlace();
    void aPlanToReadOnlyIsNotEdited();
    void inANarrowWindowTheChartStandsBelow();

private:
    const Plan& plan() { return m->document().plan(); }
    qsizetype steps() { return m->document().undoStack().count(); }
    QString title() { return m->shown<QLabel>(u"pageTitle"_s)->text(); }
    QString where() { return m->shown<QLabel>(u"pageWhere"_s)->text(); }
    void view(const QString& name) { m->action(u"contractView"_s + name)->trigger(); }
    QString cell(const QString& grid, const QString& id, const QString& column)
    {
        return cellOf(*m->grid(grid), id, column).data().toString();
    }
    QString amountOf(const QString& line); // of the working, by its words
    void typeField(const QString& field, const QString& text);
    QString problemAt(const QString& field);
    QString noteAt(const QString& field) { return m->shown<QLabel>(field + u".note"_s)->text(); }
    PayCurveChart& curve() { return *m->shown<PayCurveChart>(u"payCurve"_s); }
    qint64 expected(const QString& result)
    {
        return plan().indicatorResults.find(Id(result))->likely.value(year);
    }
    void choose(const QString& box, const QString& text);

    std::unique_ptr<WindowFixture> m;
};

void ContractsPageTest::init()
{
    m = std::make_unique<WindowFixture>();
    QVERIFY(m->openSample());
    m->press(Qt::Key_6, Qt::ControlModifier);
}

void ContractsPageTest::cleanup()
{
    m.reset();
}

QString ContractsPageTest::amountOf(const QString& words)
{
    const QAbstractItemModel* working = m->grid(u"contractWorkingGrid"_s)->gridModel();
    for (int row = 0; row < working->rowCount(); ++row)
        if (working->index(row, 1).data().toString().startsWith(words))
            return working->index(row, 2).data().toString();
    return {};
}

void ContractsPageTest::typeField(const QString& field, const QString& text)
{
    auto* edit = m->shown<QLineEdit>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->setFocus();
    edit->selectAll();
    m->type(text);
    m->press(Qt::Key_Return);
}

QString ContractsPageTest::problemAt(const QString& field)
{
    const auto* label = m->shown<QLabel>(field + u".problem"_s);
    return label ? label->text() : QString();
}

void ContractsPageTest::choose(const QString& name, const QString& text)
{
    auto* box = m->shown<QComboBox>(name);
    QVERIFY2(box, qPrintable(name));
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(u"no “%1” in %2"_s.arg(text, name)));
    {
        const QSignalBlocker quiet(box); // the neighbour of what is wanted, so that one key chooses it
        box->setCurrentIndex(index > 0 ? index - 1 : index + 1);
    }
    box->setFocus();
    QTest::keyClick(box, index > 0 ? Qt::Key_Down : Qt::Key_Up);
    QCoreApplication::processEvents();
}

void ContractsPageTest::isReachedByKeyAndSaysWhatIsPaid()
{
    QCOMPARE(m->window().view()->page()->id(), PageId::Contracts);
    QVERIFY2(title().contains(u"£7,756,304.43"), qPrintable(title()));
    QVERIFY2(title().contains(u"£206,995.57"), qPrintable(title()));
    QVERIFY2(where().contains(u"2026-27"), qPrintable(where()));
    QCOMPARE(m->shown<QComboBox>(u"contractChoice"_s)->currentText(), u"Neighbourhood teams"_s);
    QCOMPARE(m->shown<QComboBox>(u"versionChoice"_s)->currentText(), u"Terms, version 2"_s);
    QCOMPARE(m->shown<QLineEdit>(u"contract.provider"_s)->text(), u"Calderbourne Care Alliance"_s);
    QCOMPARE(m->shown<QLineEdit>(u"contractVersion.base"_s)->text(), u"7,963,300.00"_s);
    // 2% of the base; 5% of the rest.
    QVERIFY2(noteAt(u"contractVersion.ringFence"_s).contains(u"£159,266.00"),
             qPrintable(noteAt(u"contractVersion.ringFence"_s)));
    QVERIFY(noteAt(u"contractVersion.atRisk"_s).contains(u"£390,201.70"));
    QCOMPARE(cell(u"indicatorsGrid"_s, u"blood-pressure"_s, u"Weight"_s), u"60%"_s);
    QCOMPARE(cell(u"indicatorsGrid"_s, u"blood-pressure"_s, u"Upper"_s), u"80%"_s);
    QCOMPARE(cell(u"indicatorsGrid"_s, u"blood-pressure"_s, u"Now"_s), u"72.5%"_s);
    QCOMPARE(cell(u"indicatorsGrid"_s, u"admissions"_s, u"Lower"_s), u"24"_s);
    QCOMPARE(cell(u"indicatorsGrid"_s, u"admissions"_s, u"Now"_s), u"19.9"_s);
}

void ContractsPageTest::theWorkingAddsUpAndLeadsToItsInputs()
{
    const QAbstractItemModel* working = m->grid(u"contractWorkingGrid"_s)->gridModel();
    QStringList amounts;
    int leads = -1;
    for (int row = 0; row < working->rowCount(); ++row) {
        amounts.append(working->index(row, 2).data().toString());
        if (amounts.last() == u"−390,201.70")
            leads = row;
    }
    for (const char* amount : {"7,963,300.00", "7,413,832.30", "101,015.31", "82,190.82", "159,266.00",
                               "7,756,304.43", "206,995.57"})
        QVERIFY2(amounts.contains(QLatin1StringView(amount)), amount);
    QVERIFY2(leads >= 0, qPrintable(amounts.join(u' ')));
    GridView* grid = m->grid(u"contractWorkingGrid"_s);
    m->click(*grid, grid->shownIndex(working->index(leads, 1)));
    QCOMPARE(QApplication::focusWidget(), m->shown<QLineEdit>(u"contractVersion.atRisk"_s));
}

void ContractsPageTest::weightedAndFlatStandSideBySide()
{
    QCOMPARE(m->shown<Panel>(u"fairnessPanel"_s)->title(), u"Weighting pays £36,557.55 less"_s);
    QCOMPARE(cell(u"fairnessGrid"_s, fifthId(0), u"Weighted £"_s), u"32,788.67"_s);
    QCOMPARE(cell(u"fairnessGrid"_s, fifthId(0), u"Flat £"_s), u"23,548.30"_s);
    QCOMPARE(cell(u"fairnessGrid"_s, fifthId(4), u"Weighted £"_s), u"31,960.09"_s);
    QCOMPARE(cell(u"fairnessGrid"_s, fifthId(4), u"Flat £"_s), u"45,906.02"_s);
    // All together earn less by the weights: the mark says why.
    auto* warning = m->shown<QToolButton>(u"fairnessWarning"_s);
    QVERIFY(warning);
    m->click(*warning);
    QVERIFY2(m->shown<QLabel>(u"said"_s)->text().contains(u"deprivation"),
             qPrintable(m->shown<QLabel>(u"said"_s)->text()));
    QVERIFY(!m->shown<QLabel>(u"signVerdict"_s)->text().isEmpty());
}

void ContractsPageTest::theCurveBendsWhereTheTermsSay()
{
    // Fifth 1: from 65% to 80%; 8,810 of 14,210 before, so credit starts at 8,810/142.1 = 61.9986%. It is met where
    // (r - 65)/15 = 0.8 (r - 61.9986)/(80 - 61.9986).
    const auto& paid = *m->document().evaluation().contracts.first();
    const OutcomeIndicator& terms = paid.payment.terms.terms.indicators.first();
    const Ratio before(8'810 * 100, 14'210);
    const QList<Ratio> bends = bendsOf(terms, 0, before, Ratio(58), Ratio(87));
    QCOMPARE(bends.size(), 6);
    QCOMPARE(bends.at(1), before);
    QCOMPARE(bends.at(2), Ratio(65));
    const Ratio crossing = bends.at(3);
    QCOMPARE((crossing - Ratio(65)) / Ratio(15), Ratio(8, 10) * (crossing - before) / (Ratio(80) - before));
    QCOMPARE(bends.at(4), Ratio(80));
    QCOMPARE(m->shown<Panel>(u"payCurvePanel"_s)->title(),
             u"A point earns up to £7,093.90 in the most deprived fifth, £1,280.50 in the least"_s);
    // The chart's own twin table says what each fifth earns now.
    const PayCurveData data = payCurveData(plan(), paid.payment, {}, {}, true);
    const Money earned[] = {Money::fromPence(19'867'35), Money::fromPence(19'506'96),
                            Money::fromPence(19'731'61), Money::fromPence(22'701'96),
                            Money::fromPence(19'207'43)};
    for (int fifth = 0; fifth < fifthCount; ++fifth)
        QCOMPARE(data.lines.at(fifth).paysNow, earned[fifth]);
    QCOMPARE(data.lines.first().full, Money::fromPence(106'408'44));
}

void ContractsPageTest::aTermIsTypedAndTakenBack()
{
    const qsizetype before = steps();
    typeField(u"contractVersion.atRisk"_s, u"6"_s);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(plan().contractVersions.find(second)->atRisk->exact(), Ratio(6));
    // 6% of 7,804,034.00.
    QVERIFY(noteAt(u"contractVersion.atRisk"_s).contains(u"£468,242.04"));
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(plan().contractVersions.find(second)->atRisk->exact(), Ratio(5));
    QVERIFY(title().contains(u"£7,756,304.43"));
}

void ContractsPageTest::badTermsGetOneSentenceAndThePlanKeepsTheOldValue()
{
    const qsizetype before = steps();
    typeField(u"contractVersion.ringFence"_s, u"110"_s);
    QCOMPARE(problemAt(u"contractVersion.ringFence"_s), u"A percentage is between 0 and 100."_s);
    QCOMPARE(steps(), before);
    m->press(Qt::Key_Escape);
    QVERIFY(problemAt(u"contractVersion.ringFence"_s).isEmpty());
    QCOMPARE(m->shown<QLineEdit>(u"contractVersion.ringFence"_s)->text(), u"2.00"_s);

    // A less deprived fifth does not weigh more than the one before it.
    typeField(u"contractVersion.deprivationWeight2"_s, u"2.5"_s);
    QVERIFY(!problemAt(u"contractVersion.deprivationWeight2"_s).isEmpty());
    QCOMPARE(plan().contractVersions.find(second)->deprivationWeights[1]->exact(), Ratio(3, 2));
    m->press(Qt::Key_Escape);

    // A lower threshold beyond the upper one.
    GridView* indicators = m->grid(u"indicatorsGrid"_s);
    m->click(*indicators, cellOf(*indicators, u"blood-pressure"_s, u"Lower"_s));
    m->type(u"85"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().indicatorTerms.find(pressureTerms)->lower->exact(), Ratio(65));
    m->press(Qt::Key_Escape);

    typeField(u"contract.endsOn"_s, u"15 March 2029"_s);
    QVERIFY(problemAt(u"contract.endsOn"_s).contains(u"last day of a month"));
    m->press(Qt::Key_Escape);
    typeField(u"contract.endsOn"_s, u"31 March 2025"_s);
    QVERIFY(!problemAt(u"contract.endsOn"_s).isEmpty());
    m->press(Qt::Key_Escape);
    QCOMPARE(steps(), before);
}

void ContractsPageTest::aTermThatIsMissingIsSaidAtItsField()
{
    typeField(u"contractVersion.base"_s, u""_s);
    m->press(Qt::Key_Delete);
    m->press(Qt::Key_Return);
    QVERIFY(!plan().contractVersions.find(second)->base);
    QVERIFY(!problemAt(u"contractVersion.base"_s).isEmpty());
    QVERIFY(!title().contains(u'£'));
    QVERIFY(curve().marks().isEmpty());
    QVERIFY(m->page(PageId::Contracts)->badge().count > 0);
    m->shown<QLineEdit>(u"contract.provider"_s)->setFocus();
    m->click(*m->shown<LinkLabel>(u"mendContract"_s)); // leads there
    QCOMPARE(QApplication::focusWidget(), m->shown<QLineEdit>(u"contractVersion.base"_s));
    m->type(u"7963300"_s);
    m->press(Qt::Key_Return);
    QVERIFY(title().contains(u"£7,756,304.43"));
    QVERIFY(!m->shown<LinkLabel>(u"mendContract"_s));
    QCOMPARE(m->page(PageId::Contracts)->badge().count, 0);
}

void ContractsPageTest::aDotIsDraggedAndTakenBack()
{
    PayCurveChart& chart = curve();
    const QPoint dot = chart.marks().first().rect.center().toPoint();
    const QPoint to(static_cast<int>(chart.scale().pixel(75)), dot.y());
    const qsizetype before = steps();
    QTest::mousePress(&chart, Qt::LeftButton, {}, dot);
    QTest::mouseMove(&chart, (dot + to) / 2);
    QTest::mouseMove(&chart, to);
    QCOMPARE(steps(), before); // live, but nothing is done yet
    QVERIFY2(!title().contains(u"£7,756,304.43"), qPrintable(title()));
    QVERIFY(amountOf(u"Earned on blood pressure"_s) != u"101,015.31");
    QTest::mouseRelease(&chart, Qt::LeftButton, {}, to);
    QCOMPARE(steps(), before + 1);
    // Near 75% of 14,210 people.
    QVERIFY2(qAbs(expected(u"blood-pressure-1"_s) - 10'658) <= 71,
             qPrintable(QString::number(expected(u"blood-pressure-1"_s))));
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(expected(u"blood-pressure-1"_s), 9'407);
    QVERIFY(title().contains(u"£7,756,304.43"));
}

void ContractsPageTest::aResultIsTypedBelowTheChart()
{
    const qsizetype before = steps();
    QVERIFY(curve().requestText(fifthId(0), u"80%"_s).isEmpty());
    QCOMPARE(steps(), before + 1);
    QCOMPARE(expected(u"blood-pressure-1"_s), 11'368); // 80% of 14,210: all of the pot
    QVERIFY2(m->menuText(u"actionUndo"_s).contains(u"11,368"), qPrintable(m->menuText(u"actionUndo"_s)));
    // Earned on blood pressure rises by what fifth 1 did not earn: 106,408.44 - 19,867.35.
    QCOMPARE(amountOf(u"Earned on blood pressure"_s), u"187,556.40"_s);

    PayCurveChart& chart = curve();
    chart.setFocus();
    chart.setCurrentMark(1);
    m->press(Qt::Key_Right);
    m->press(Qt::Key_Escape);
    QCOMPARE(steps(), before + 1);
    m->press(Qt::Key_Right); // 70.40% to 70.5%
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), before + 2);
    QCOMPARE(expected(u"blood-pressure-2"_s), 6'796); // 70.5% of 9,640 is 6,796.2
}

void ContractsPageTest::anotherIndicatorHasItsOwnCurve()
{
    GridView* indicators = m->grid(u"indicatorsGrid"_s);
    m->click(*indicators, cellOf(*indicators, u"admissions"_s, u"Indicator"_s));
    // 70,275.62 over 6 per 1,000; 12,752.66 over 6.
    QCOMPARE(
        m->shown<Panel>(u"payCurvePanel"_s)->title(),
        u"One less per 1,000 earns up to £11,712.60 in the most deprived fifth, £2,125.44 in the least"_s);
    QCOMPARE(m->shown<Panel>(u"indicatorPanel"_s)->title(), u"Emergency admissions"_s);
    QVERIFY(m->shown<QLineEdit>(u"indicatorTerms.improvementCredit"_s)->text().isEmpty());
    QVERIFY(curve().requestText(fifthId(0), u"18"_s).isEmpty());
    QCOMPARE(expected(u"admissions-1"_s), 1'665); // 18 per 1,000 of 92,502 is 1,665.04
}

void ContractsPageTest::anIndicatorIsAdded()
{
    GridView* indicators = m->grid(u"indicatorsGrid"_s);
    const qsizetype before = steps();
    m->click(*indicators, newRowOf(*indicators, u"Indicator"_s));
    m->type(u"Falls"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(plan().contractIndicators.size(), 3);
    QCOMPARE(plan().contractIndicators[2].name, u"Falls"_s);
    QCOMPARE(plan().contractIndicators[2].contract, teams);
    QCOMPARE(plan().indicatorTerms[plan().indicatorTerms.size() - 1].version, second);
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(plan().contractIndicators.size(), 2);
}

void ContractsPageTest::resultsAreTypedByFifth()
{
    view(u"Results"_s);
    GridView* results = m->grid(u"contractResultsGrid"_s);
    QCOMPARE(cell(u"contractResultsGrid"_s, fifthId(0), u"Expected"_s), u"9,407"_s);
    QCOMPARE(cell(u"contractResultsGrid"_s, fifthId(0), u"Rate"_s), u"66.20%"_s);
    QCOMPARE(cell(u"contractResultsGrid"_s, u"year:2026-27"_s, u"Eligible"_s), u"43,500"_s);
    QCOMPARE(cell(u"contractResultsGrid"_s, u"year:2026-27"_s, u"Rate"_s), u"72.50%"_s);
    m->click(*results, cellOf(*results, fifthId(0), u"Expected"_s));
    QApplication::clipboard()->setText(u"9500\t9000\t9900\n6800\t6500\t7100"_s);
    const qsizetype before = steps();
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(expected(u"blood-pressure-1"_s), 9'500);
    QCOMPARE(plan().indicatorResults.find(Id(u"blood-pressure-2"_s))->high.value(year), 7'100);
    m->click(*results, cellOf(*results, fifthId(2), u"Expected"_s));
    m->type(u"-1"_s);
    m->press(Qt::Key_Return);
    m->press(Qt::Key_Escape);
    QCOMPARE(expected(u"blood-pressure-3"_s), 5'880);

    // Of admissions everybody is eligible: worked out, not typed.
    choose(u"resultsIndicator"_s, u"Emergency admissions"_s);
    QCOMPARE(cell(u"contractResultsGrid"_s, fifthId(0), u"Eligible"_s), u"92,502"_s);
    QVERIFY(!(cellOf(*m->grid(u"contractResultsGrid"_s), fifthId(0), u"Eligible"_s).flags() &
              Qt::ItemIsEditable));
}

void ContractsPageTest::costsAreTypedByYear()
{
    view(u"Results"_s);
    GridView* costs = m->grid(u"contractCostsGrid"_s);
    m->click(*costs, cellOf(*costs, u"2026-27"_s, u"Expected cost £"_s));
    m->type(u"7800000"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().contracts.find(teams)->cost.value(year), Money::fromPounds(7'800'000));
    view(u"Review"_s);
    // 7,756,304.43 less 7,800,000.00.
    QVERIFY2(title().contains(u"43,695.57"), qPrintable(title()));
}

void ContractsPageTest::paymentsAreSeenOtherwise()
{
    view(u"Payments"_s);
    const auto lastAmount = [this] {
        const QAbstractItemModel* model = m->grid(u"contractPaymentsGrid"_s)->gridModel();
        return model->index(model->rowCount() - 1, model->columnCount() - 1).data().toString();
    };
    choose(u"paymentsBy"_s, u"By month"_s);
    QCOMPARE(lastAmount(), u"7,413,832.30"_s); // the fixed part
    QCOMPARE(m->grid(u"contractPaymentsGrid"_s)->gridModel()->rowCount(), 13);
    choose(u"paymentsBy"_s, u"By fifth"_s);
    QCOMPARE(lastAmount(), u"183,206.13"_s);
    choose(u"paymentsBy"_s, u"By indicator"_s);
    QCOMPARE(lastAmount(), u"183,206.13"_s);
    QVERIFY(m->grid(u"contractStepsGrid"_s)->gridModel()->rowCount() >= 13);
}

void ContractsPageTest::theReviewLeadsToTheField()
{
    view(u"Review"_s);
    QVERIFY(!title().isEmpty());
    const QAbstractItemModel* cases = m->grid(u"reviewCasesGrid"_s)->gridModel();
    QStringList spared;
    for (int row = 0; row < cases->rowCount(); ++row)
        spared.append(cases->index(row, 4).data().toString());
    QVERIFY2(spared.contains(u"−17,599.00"_s), qPrintable(spared.join(u' ')));
    QVERIFY(spared.contains(u"+14,304.43"_s));
    QVERIFY(spared.contains(u"+67,332.16"_s));
    GridView* before = m->grid(u"reviewBeforeGrid"_s);
    QModelIndex signature;
    for (int row = 0; row < before->proxy()->rowCount(); ++row)
        if (before->proxy()->index(row, 0).data().toString().contains(u"igned"))
            signature = before->proxy()->index(row, 0);
    m->click(*before, signature);
    QTRY_COMPARE(QApplication::focusWidget(), m->shown<QLineEdit>(u"contract.signedOn"_s));
}

void ContractsPageTest::aVersionIsCopiedAndCompared()
{
    const qsizetype before = steps();
    m->click(*m->shown<QPushButton>(u"newVersion"_s));
    QCOMPARE(steps(), before + 1);
    QCOMPARE(plan().contractVersions.size(), 3);
    const ContractVersion& made = plan().contractVersions[2];
    QCOMPARE(made.number, 3);
    QCOMPARE(made.benchmark.value(year), Money::fromPounds(7'800'000));
    QCOMPARE(std::count_if(plan().indicatorTerms.begin(), plan().indicatorTerms.end(),
                           [&](const IndicatorTerms& terms) { return terms.version == made.id; }),
             2);
    QCOMPARE(m->shown<QComboBox>(u"versionChoice"_s)->currentText(), u"Terms, version 3"_s);
    QVERIFY(where().contains(u"does not count"));
    QVERIFY(title().contains(u"£7,756,304.43"));
    typeField(u"contractVersion.atRisk"_s, u"0"_s);
    QVERIFY(plan().contractVersions.find(second)->atRisk->exact() == Ratio(5)); // only the copy

    m->click(*m->shown<QPushButton>(u"compareVersions"_s));
    choose(u"compareWith"_s, u"Against Terms, version 2"_s);
    QStringList whats;
    const QAbstractItemModel* rows = m->grid(u"compareVersionsGrid"_s)->gridModel();
    for (int row = 0; row < rows->rowCount(); ++row)
        whats.append(rows->index(row, 0).data().toString());
    QVERIFY2(whats.contains(u"At risk on outcomes %"_s), qPrintable(whats.join(u", ")));
    // Nothing at risk is not earned: 206,995.57 more in the first year.
    QStringList differences;
    for (int row = 0; row < rows->rowCount(); ++row)
        differences.append(rows->index(row, 3).data().toString());
    QVERIFY2(differences.join(u' ').contains(u"206,995.57"), qPrintable(differences.join(u' ')));

    m->action(u"letVersionCount"_s)->trigger();
    QCOMPARE(plan().contracts.find(teams)->version, 3);
    QVERIFY(!where().contains(u"does not count"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(m->document().undo());
    QCOMPARE(plan().contractVersions.size(), 2);
}

void ContractsPageTest::contractsAreAddedAndDeleted()
{
    m->click(*m->shown<QPushButton>(u"addContract"_s));
    QCOMPARE(plan().contracts.size(), 2);
    QCOMPARE(QApplication::focusWidget(), m->shown<QLineEdit>(u"contract.name"_s)); // named at once
    m->type(u"Care homes"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().contracts[1].name, u"Care homes"_s);
    QVERIFY(title().startsWith(u"Care homes"));
    // No term has a default.
    const ContractVersion& terms = plan().contractVersions[2];
    QVERIFY(!terms.ringFence && !terms.atRisk && !terms.base && !terms.corridor && !terms.floor);
    m->action(u"deleteContract"_s)->trigger();
    QCOMPARE(plan().contracts.size(), 1);
    QCOMPARE(plan().contractVersions.size(), 2);
    m->action(u"deleteContract"_s)->trigger();
    QVERIFY(plan().contracts.isEmpty());
    QCOMPARE(title(), u"No contract yet"_s);
    auto* add = m->shown<QWidget>(u"noContract"_s)->findChild<QPushButton*>();
    m->click(*add);
    QCOMPARE(plan().contracts.size(), 1);
    for (int i = 0; i < 3; ++i)
        QVERIFY(m->document().undo());
    QVERIFY(plan().contracts.contains(teams));
}

void ContractsPageTest::outsideTheTermTheFirstYearIsShown()
{
    m->document().showYear(u"2025-26"_s);
    QVERIFY2(where().contains(u"2025-26 is outside the term"), qPrintable(where()));
    QVERIFY(title().contains(u"£7,756,304.43"));
}

void ContractsPageTest::aLinePaysTheContract()
{
    Id line;
    for (const Line& one : plan().lines)
        if (one.scheme == Id(u"s03"_s) && line.isNull())
            line = one.id;
    m->press(Qt::Key_4, Qt::ControlModifier);
    GridView* schemes = m->grid(u"schemesGrid"_s);
    QVERIFY(schemes);
    QVERIFY(!plan().lines.find(line)->amount.isEmpty());
    const qsizetype before = steps();
    auto* columns = m->action(u"column-contract"_s);
    if (!columns->isChecked())
        columns->trigger();
    const QModelIndex pays = cellOf(*schemes, line.text(), u"Pays the contract"_s);
    m->click(*schemes, pays);
    QApplication::clipboard()->setText(u"Neighbourhood teams"_s);
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(plan().lines.find(line)->contract, teams);
    QVERIFY(plan().lines.find(line)->amount.isEmpty());
    const QModelIndex amount = cellOf(*schemes, line.text(), u"2026-27 £"_s);
    QCOMPARE(amount.data().toString(), u"7,756,304.43"_s);
    QVERIFY(amount.data(ComputedRole).toBool());
    QVERIFY(!(amount.flags() & Qt::ItemIsEditable));
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!plan().lines.find(line)->amount.isEmpty());
}

void ContractsPageTest::paidAreaByAreaEachAreaHasItsRows()
{
    StepBuilder builder(plan());
    builder.set(Contract::type.id, teams, u"byArea", Value::flag(true));
    QVERIFY(m->document().commit(builder.step(u"By area"_s)));
    QVERIFY(!title().contains(u'£')); // no area has results of its own yet
    QVERIFY(m->shown<QComboBox>(u"curveArea"_s));
    m->click(*m->shown<LinkLabel>(u"mendContract"_s));
    GridView* results = m->grid(u"contractResultsGrid"_s);
    QVERIFY(results);
    QVERIFY(results->hasFocus());
    QCOMPARE(results->proxy()->rowCount(), 1 + 9 * fifthCount);
    const QModelIndex cell = cellOf(*results, fifthId(0), u"Expected"_s);
    m->click(*results, cell);
    m->type(u"900"_s);
    m->press(Qt::Key_Return);
    const QString area = cell.siblingAtColumn(0).data().toString();
    const auto& typed = plan().indicatorResults.find(Id(u"blood-pressure-1"_s))->areaLikely;
    QCOMPARE(typed.size(), 1);
    QCOMPARE(typed.first(), 900);
    QCOMPARE(plan().areas.find(typed.firstKey().area)->name, area);
    QVERIFY(m->grid(u"contractAreaCostsGrid"_s));
    QVERIFY(m->grid(u"contractFactorsGrid"_s));
}

void ContractsPageTest::activitiesAreAddedAndPaid()
{
    view(u"Results"_s);
    GridView* activities = m->grid(u"contractActivitiesGrid"_s);
    m->click(*activities, newRowOf(*activities, u"Activity"_s));
    QApplication::clipboard()->setText(u"Home visits\tvisits\t40\t50\tno\t100\t120"_s);
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(plan().contractActivities.size(), 1);
    // 100 visits at £40.00, 20 more at half of it.
    view(u"Terms"_s);
    QVERIFY2(title().contains(u"£7,760,704.43"), qPrintable(title()));
}

void ContractsPageTest::keepsItsPlace()
{
    choose(u"versionChoice"_s, u"Terms, version 1"_s);
    view(u"Payments"_s);
    const QVariantMap state = m->page(PageId::Contracts)->viewState();
    view(u"Terms"_s);
    choose(u"versionChoice"_s, u"Terms, version 2"_s);
    m->page(PageId::Contracts)->restoreViewState(state);
    m->page(PageId::Contracts)->refresh();
    QVERIFY(m->grid(u"contractPaymentsGrid"_s));
    QCOMPARE(m->shown<QComboBox>(u"versionChoice"_s)->currentText(), u"Terms, version 1"_s);
    m->press(Qt::Key_8, Qt::ControlModifier);
    QCOMPARE(m->window().view()->page()->id(), PageId::Conditions);
}

void ContractsPageTest::aPlanToReadOnlyIsNotEdited()
{
    const QString path = m->document().path();
    m->window().closePlan();
    auto other = PlanFile::open(path, PlanFile::Mode::ReadWrite, systemAuthor()); // somebody else has it
    QVERIFY(other.ok());
    m->dialogs().choices = {0};
    QVERIFY(m->window().openPlan(path));
    QVERIFY(m->document().isReadOnly());
    m->press(Qt::Key_6, Qt::ControlModifier);
    for (const char* button : {"addContract", "newVersion", "moreContract"})
        QVERIFY2(!m->shown<QPushButton>(QLatin1StringView(button))->isEnabled(), button);
    QVERIFY(!m->shown<QLineEdit>(u"contractVersion.atRisk"_s)->isEnabled());
    GridView* indicators = m->grid(u"indicatorsGrid"_s);
    QVERIFY(!(cellOf(*indicators, u"admissions"_s, u"Weight"_s).flags() & Qt::ItemIsEditable));
    QVERIFY(!curve().marks().first().adjustable);
    QVERIFY(title().contains(u"£7,756,304.43"));
}

void ContractsPageTest::inANarrowWindowTheChartStandsBelow()
{
    const auto left = [](QWidget* widget) { return widget->mapTo(widget->window(), QPoint()).x(); };
    m->window().resize(1440, 900);
    QCoreApplication::processEvents();
    QVERIFY(left(&curve()) > left(m->shown<Panel>(u"termsPanel"_s)) + 300);
    m->window().resize(1024, 680);
    QCoreApplication::processEvents();
    QVERIFY(left(&curve()) < left(m->shown<Panel>(u"termsPanel"_s)) + 60);
    for (const char* grid : {"indicatorsGrid", "contractWorkingGrid"})
        QVERIFY2(m->grid(QLatin1StringView(grid)), grid);
}

QTEST_MAIN(ContractsPageTest)
#include "test_contractspage.moc"
