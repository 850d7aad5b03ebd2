// A day with the real window over the sample plan: paste, type, drag, undo, close, come back; scenarios; the strip; the
// shared selection. Expected figures stand in calderbourne.md.
#include "core/plan/committeeroll.h"
#include "core/words/findingwords.h"
#include "core/words/headlines.h"
#include "tests/support/windowfixture.h"
#include "ui/charts/needgapchart.h"
#include "ui/pages/conditionspage.h"
#include "ui/panel/conditioncell.h"
#include "ui/panel/undonotice.h"
#include "ui/table/gridview.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Id thisYear(u"2026-27"_s);
const QString amountColumn = u"2026-27 £"_s;
const QString nameColumn = u"Scheme and line"_s;
const Id canalside(u"a1"_s);

Money amountOf(const Plan& plan, const Id& line)
{
    const Line* found = plan.lines.find(line);
    return found ? found->amount.value(Key{thisYear, {}}) : Money();
}

Money allocatedTo(const PlanDocument& document, const Id& area)
{
    for (const AreaTotal& total : document.evaluation().areas)
        if (total.area == area && total.year == thisYear.text())
            return total.allocated;
    return {};
}

Money allocatedToAll(const PlanDocument& document)
{
    Money all;
    for (const AreaTotal& total : document.evaluation().areas)
        if (total.year == thisYear.text())
            all += total.allocated;
    return all;
}

// Everything that moving money between areas must leave alone: pounds of each line, source and fund, and the margins.
QStringList totalsOf(const PlanDocument& document)
{
    QStringList totals;
    for (const Line& line : document.plan().lines)
        for (auto amount = line.amount.cbegin(); amount != line.amount.cend(); ++amount)
            totals.append(
                u"%1 %2 %3"_s.arg(line.id.text(), amount.key().year.text(), formatMoney(amount.value())));
    const Evaluation& evaluation = document.evaluation();
    for (const SourceTotal& source : evaluation.sources)
        totals.append(u"%1 %2 %3 %4"_s.arg(source.year, source.source, formatMoney(source.income.amount),
                                           formatMoney(source.spend.amount)));
    for (const FundTotal& fund : evaluation.funds)
        totals.append(u"%1 %2 %3 %4"_s.arg(fund.year, fund.fund.text(), formatMoney(fund.income.amount),
                                           formatMoney(fund.spend.amount)));
    for (const Finding& finding : evaluation.findings)
        totals.append(u"%1 %2 %3"_s.arg(finding.year, findingId(finding), marginWords(finding)));
    return totals;
}

const ChartMark* find(const QList<ChartMark>& marks, const Id& area)
{
    for (const ChartMark& mark : marks)
        if (mark.id == area.text())
            return &mark;
    return nullptr;
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aWorkingDay();
    void scenariosAreChosenInTheStrip();
    void editsOfAScenarioLeaveTheBase();
    void undoGoesWhereTheEditWas();
    void aScenarioBranches();
    void theStripLeadsToTheMissedCondition();
    void signaturesAreCollectedInTheStrip();
    void aFixIsTriedAndTakenBack();
    void theYearIsChosenInTheStrip();
    void selectionIsSharedBetweenChartsAndTables();
    void countedLinesAreSelectedInSchemes();
    void panesAreReachedByKey();

private:
    QStringList pasteFortyLines();
    QStringList typeThirtyAmounts(const QStringList& lines);
    QString dragCanalside();
    ConditionCell* stripCell(int position)
    {
        return m->shown<ConditionCell>(u"conditionCell%1"_s.arg(position));
    }
    QString shownFinding()
    {
        return static_cast<ConditionsPage*>(m->page(PageId::Conditions))->shownFinding();
    }
    void chooseScenario(int position);
    bool collectSignatures();

    std::unique_ptr<WindowFixture> m;
};

void WindowTest::init()
{
    m = std::make_unique<WindowFixture>();
    QVERIFY(m->openSample());
}

void WindowTest::cleanup()
{
    m.reset();
}

// Ids of the lines that came, in the order pasted.
QStringList WindowTest::pasteFortyLines()
{
    m->press(Qt::Key_4, Qt::ControlModifier);
    GridView* grid = m->grid(u"schemesGrid"_s);
    if (!grid)
        return {};
    QString text;
    for (int i = 1; i <= 40; ++i)
        text += u"Pasted %1\tAdditional LA\tSocial care\t\t£%2,000.50\r\n"_s.arg(i).arg(i);
    QApplication::clipboard()->setText(text);
    QSet<Id> before;
    for (const Line& line : m->document().plan().lines)
        before.insert(line.id);
    m->click(*grid, newRowOf(*grid, nameColumn));
    m->press(Qt::Key_V, Qt::ControlModifier);
    QStringList came;
    for (const Line& line : m->document().plan().lines)
        if (!before.contains(line.id))
            came.append(line.id.text());
    return came;
}

// Names of the thirty Steps.
QStringList WindowTest::typeThirtyAmounts(const QStringList& lines)
{
    GridView* grid = m->grid(u"schemesGrid"_s);
    QStringList names;
    m->click(*grid, cellOf(*grid, lines.first(), amountColumn));
    for (int i = 0; i < 30; ++i) {
        const auto entries = m->document().journal().size();
        m->type(u"%1.25"_s.arg(5000 + i));
        m->press(Qt::Key_Return); // applies, and goes to the line below
        if (m->document().journal().size() != entries + 1 ||
            amountOf(m->document().plan(), Id(lines.at(i))) != Money::fromPence((5000 + i) * 100 + 25))
            return names;
        names.append(m->document().undoStack().undoText());
    }
    return names;
}

// By the mouse, forty pixels to the right; the name of the Step.
QString WindowTest::dragCanalside()
{
    NeedGapChart* chart = m->needChart();
    const QList<ChartMark> marks = chart->marks();
    const ChartMark* mark = find(marks, canalside);
    if (!mark)
        return {};
    const QPoint from = mark->rect.center().toPoint();
    QTest::mousePress(chart, Qt::LeftButton, {}, from);
    for (int by = 1; by <= 6; ++by)
        QTest::mouseMove(chart, from + QPoint(by, 0));
    QTest::mouseRelease(chart, Qt::LeftButton, {}, from + QPoint(6, 0));
    return m->document().undoStack().undoText();
}

void WindowTest::chooseScenario(int position)
{
    auto* choice = m->shown<QComboBox>(u"scenarioChoice"_s);
    choice->setFocus();
    m->press(Qt::Key_Home);
    for (int i = 0; i < position; ++i)
        m->press(Qt::Key_Down);
}

void WindowTest::aWorkingDay()
{
    const auto opened = m->document().journal().size();
    QCOMPARE(m->document().plan().lines.size(), 42);

    // Forty lines are pasted: one Step.
    const QStringList lines = pasteFortyLines();
    QCOMPARE(lines.size(), 40);
    QCOMPARE(m->document().journal().size(), opened + 1);
    QCOMPARE(m->document().undoStack().count(), 1);
    QCOMPARE(m->document().undoStack().undoText(), u"Pasted 40 lines"_s);
    for (int i = 0; i < 40; ++i) {
        const Line* line = m->document().plan().lines.find(Id(lines.at(i)));
        QCOMPARE(line->name, u"Pasted %1"_s.arg(i + 1));
        QCOMPARE(line->source, u"LA_ADD"_s);
        QCOMPARE(line->areaOfSpend, u"Social Care"_s);
        QCOMPARE(amountOf(m->document().plan(), line->id), Money::fromPence((i + 1) * 100'000 + 50));
        QVERIFY(!line->amount.contains(Key{Id(u"2025-26"_s), {}}));
    }
    QStringList done{m->document().undoStack().undoText()};

    // Thirty cells are typed: thirty Steps.
    done += typeThirtyAmounts(lines);
    QCOMPARE(done.size(), 31);
    QCOMPARE(m->document().journal().size(), opened + 31);
    QCOMPARE(done.at(1), u"Pasted 1: 2026-27 £"_s);

    // A dot is dragged: one Step, and nothing but the areas moves.
    m->press(Qt::Key_1, Qt::ControlModifier);
    const QStringList totals = totalsOf(m->document());
    const Money had = allocatedTo(m->document(), canalside);
    const Money all = allocatedToAll(m->document());
    done += dragCanalside();
    QCOMPARE(m->document().journal().size(), opened + 32);
    const Money moved = allocatedTo(m->document(), canalside) - had;
    QVERIFY2(moved > Money::fromPounds(10'000), qPrintable(formatMoney(moved)));
    QVERIFY(moved.isWholePounds());
    QCOMPARE(done.last(), u"Moved %1 to Canalside"_s.arg(formatMoney(moved)));
    QCOMPARE(allocatedToAll(m->document()), all);
    QCOMPARE(totalsOf(m->document()), totals);

    // Thirty Steps are undone, each by its name.
    for (int i = 0; i < 30; ++i) {
        QCOMPARE(m->menuText(u"actionUndo"_s), u"Undo: %1"_s.arg(done.at(31 - i)));
        m->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m->menuText(u"actionRedo"_s), u"Redo: %1"_s.arg(done.at(31 - i)));
    }
    QCOMPARE(m->menuText(u"actionUndo"_s), u"Undo: %1"_s.arg(done.at(1)));
    QCOMPARE(m->document().journal().size(), opened + 62);
    QCOMPARE(allocatedTo(m->document(), canalside), had);
    QCOMPARE(amountOf(m->document().plan(), Id(lines.at(0))), Money::fromPence(500'025));
    for (int i = 1; i < 40; ++i)
        QCOMPARE(amountOf(m->document().plan(), Id(lines.at(i))), Money::fromPence((i + 1) * 100'000 + 50));

    // Closed and opened again: where it was, and as it was.
    chooseScenario(2);
    QCOMPARE(m->document().scenario(), Id(u"option-b"_s));
    m->document().showYear(u"2025-26"_s);
    m->press(Qt::Key_4, Qt::ControlModifier);
    GridView* grid = m->grid(u"schemesGrid"_s);
    m->click(*grid, cellOf(*grid, u"s11-respite"_s, nameColumn));
    QCOMPARE(grid->selectedIds(), QStringList{u"s11-respite"_s});
    const PlanTree tree = m->document().tree();
    const QByteArray head = m->document().headHash();
    const QString path = m->document().path();
    m->restart();
    QVERIFY(!m->window().document());
    const Result<Verification> verified = verifyPlanFile(path, head);
    QVERIFY(verified && verified->intact);

    auto* recent = m->shown<QListWidget>(u"recentPlans"_s);
    QVERIFY(recent);
    recent->setFocus();
    recent->setCurrentRow(0);
    m->press(Qt::Key_Return);
    QVERIFY(m->window().document());
    QVERIFY(m->document().tree() == tree);
    QCOMPARE(m->document().headHash(), head);
    QCOMPARE(m->document().scenario(), Id(u"option-b"_s));
    QCOMPARE(m->document().year(), u"2025-26"_s);
    QCOMPARE(m->window().view()->page()->id(), PageId::Schemes);
    QCOMPARE(m->grid(u"schemesGrid"_s)->selectedIds(), QStringList{u"s11-respite"_s});
    QCOMPARE(m->shown<QComboBox>(u"scenarioChoice"_s)->currentText(), u"B: Fair shift"_s);
    QCOMPARE(m->shown<QComboBox>(u"yearChoice"_s)->currentText(), u"2025-26"_s);
    QVERIFY2(m->dialogs().said.isEmpty(), qPrintable(m->dialogs().said.join(u'\n')));
}

void WindowTest::scenariosAreChosenInTheStrip()
{
    QVERIFY(m->document().scenario().isNull());
    chooseScenario(1);
    QCOMPARE(m->document().scenario(), Id(u"option-a"_s));
    QVERIFY(!stripCell(0)->accessibleName().contains(u"Missed"));
    m->press(Qt::Key_BracketRight, Qt::ControlModifier);
    QCOMPARE(m->document().scenario(), Id(u"option-b"_s));
    QCOMPARE(m->shown<QComboBox>(u"scenarioChoice"_s)->currentText(), u"B: Fair shift"_s);
    m->press(Qt::Key_BracketLeft, Qt::ControlModifier);
    m->press(Qt::Key_BracketLeft, Qt::ControlModifier);
    QVERIFY(m->document().scenario().isNull());
    m->press(Qt::Key_BracketLeft, Qt::ControlModifier); // round to the last
    QCOMPARE(m->document().scenario(), Id(u"board-question"_s));
    QVERIFY(m->shown<QLabel>(u"pageWhere"_s)->text().contains(u"The board's question"));
}

void WindowTest::editsOfAScenarioLeaveTheBase()
{
    chooseScenario(1);
    m->press(Qt::Key_4, Qt::ControlModifier);
    GridView* grid = m->grid(u"schemesGrid"_s);
    const Plan base = m->document().tree().base;
    const auto steps = m->document().tree().steps.value(Id(u"option-a"_s)).size();
    m->click(*grid, cellOf(*grid, u"s11-respite"_s, amountColumn));
    m->type(u"650k"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(amountOf(m->document().plan(), Id(u"s11-respite"_s)), Money::fromPounds(650'000));
    QVERIFY(m->document().tree().base == base);
    QCOMPARE(m->document().tree().steps.value(Id(u"option-a"_s)).size(), steps + 1);
    QCOMPARE(m->document().journal().last().branch, Id(u"option-a"_s));
}

void WindowTest::undoGoesWhereTheEditWas()
{
    const PlanTree before = m->document().tree();
    editsOfAScenarioLeaveTheBase();
    m->press(Qt::Key_BracketLeft, Qt::ControlModifier);
    QVERIFY(m->document().scenario().isNull());
    QCOMPARE(amountOf(m->document().plan(), Id(u"s11-respite"_s)), Money::fromPounds(600'000));
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m->document().scenario(), Id(u"option-a"_s));
    QCOMPARE(amountOf(m->document().plan(), Id(u"s11-respite"_s)), Money::fromPounds(600'000));
    QCOMPARE(m->document().tree().steps, before.steps);
    m->press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(amountOf(m->document().plan(), Id(u"s11-respite"_s)), Money::fromPounds(650'000));
}

void WindowTest::aScenarioBranches()
{
    chooseScenario(1);
    m->dialogs().texts = {u"C: More still"_s};
    m->press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(m->dialogs().asked, QStringList{u"Name of the scenario that branches from “A: Trim teams”:"_s});
    auto* choice = m->shown<QComboBox>(u"scenarioChoice"_s);
    QCOMPARE(choice->count(), 5);
    QCOMPARE(choice->currentText(), u"C: More still"_s);
    const Scenario* made = m->document().tree().base.scenarios.find(m->document().scenario());
    QVERIFY(made);
    QCOMPARE(made->parent, Id(u"option-a"_s));
    QCOMPARE(amountOf(m->document().plan(), Id(u"s03-community-nursing"_s)), Money::fromPounds(3'120'000));

    m->press(Qt::Key_B, Qt::ControlModifier); // no name given: nothing happens
    QCOMPARE(choice->count(), 5);
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m->document().tree().base.scenarios.size(), 3);
    QVERIFY(m->document().scenario().isNull());
}

// Whoever has not signed the year's plan signs its last version.
bool WindowTest::collectSignatures()
{
    const Plan& base = m->document().base();
    const FrozenVersion* version = latestVersion(base, thisYear);
    StepBuilder builder(base);
    for (const Signatory& signatory : base.signatories) {
        if (!version || signatory.year != thisYear || lastSignature(base, signatory.id))
            continue;
        const Id id(signatory.id.text() + u"-signed"_s);
        builder.add(SignOff::type.id, id)
            .set(SignOff::type.id, id, u"signatory", Value(signatory.id))
            .set(SignOff::type.id, id, u"version", Value(version->id))
            .set(SignOff::type.id, id, u"on", Value(QDate(2026, 3, 20)))
            .set(SignOff::type.id, id, u"person", Value(signatory.person))
            .set(SignOff::type.id, id, u"capacity", Value(signatory.role));
    }
    return !builder.isEmpty() && m->document().record(builder.step(u"Collected the signatures"_s));
}

void WindowTest::theStripLeadsToTheMissedCondition()
{
    ConditionCell* missed = stripCell(0);
    QCOMPARE(missed->mark(), Icon::Missed);
    QVERIFY2(missed->accessibleName().endsWith(u"Missed by £212,000.00"),
             qPrintable(missed->accessibleName()));
    m->click(*missed);
    QCOMPARE(m->window().view()->page()->id(), PageId::Conditions);
    QVERIFY2(shownFinding().startsWith(u"BCF-04"), qPrintable(shownFinding()));

    m->press(Qt::Key_1, Qt::ControlModifier);
    m->press(Qt::Key_F8);
    QCOMPARE(m->window().view()->page()->id(), PageId::Conditions);
    QVERIFY(shownFinding().startsWith(u"BCF-04"));
    m->press(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(shownFinding(), u"BCF-21"_s); // the other one
    m->press(Qt::Key_F8);
    QVERIFY(shownFinding().startsWith(u"BCF-04"));

    chooseScenario(1); // meets the minimum; nobody signs in a scenario
    m->press(Qt::Key_F8);
    QCOMPARE(shownFinding(), u"BCF-21"_s);
    QVERIFY(collectSignatures());
    m->press(Qt::Key_F8);
    QCOMPARE(m->shown<QLabel>(u"said"_s)->text(), u"No condition is missed."_s);
}

void WindowTest::signaturesAreCollectedInTheStrip()
{
    ConditionCell* signatures = stripCell(1);
    QCOMPARE(signatures->mark(), Icon::Missed);
    QVERIFY2(signatures->accessibleName().contains(u"Sign-offs, due 31 March"),
             qPrintable(signatures->accessibleName()));
    QVERIFY2(signatures->accessibleName().endsWith(u"3 of 5 to collect"),
             qPrintable(signatures->accessibleName()));
    m->click(*signatures);
    QCOMPARE(shownFinding(), u"BCF-21"_s);
    QVERIFY(!m->shown<QPushButton>(u"tryFix0"_s)); // no money mends it
    auto* go = m->shown<QPushButton>(u"goToLines"_s);
    QVERIFY(go);
    QCOMPARE(go->text(), u"Go to committee"_s);
    m->click(*go);
    QCOMPARE(m->window().view()->page()->id(), PageId::Committee);

    QVERIFY(collectSignatures());
    QVERIFY2(stripCell(1)->mark() != Icon::Missed, qPrintable(stripCell(1)->accessibleName()));
}

void WindowTest::aFixIsTriedAndTakenBack()
{
    const QString before = stripCell(0)->accessibleName();
    const Plan plan = m->document().plan();
    const auto entries = m->document().journal().size();
    m->click(*stripCell(0));
    auto* tryIt = m->shown<QPushButton>(u"tryFix0"_s);
    QVERIFY(tryIt);
    const QString what = tryIt->accessibleDescription();
    QVERIFY2(what.contains(u"£212,000.00"), qPrintable(what));
    auto* notice = m->window().findChild<UndoNotice*>();
    QVERIFY(!notice->isVisible());
    m->click(*tryIt);
    QTRY_COMPARE(m->document().journal().size(), entries + 1);
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(notice->accessibleName(), what);
    for (int i = 0; stripCell(i); ++i)
        QVERIFY2(stripCell(i)->mark() != Icon::Missed ||
                     stripCell(i)->accessibleName().contains(u"Sign-offs"),
                 qPrintable(stripCell(i)->accessibleName()));
    const QList<const Finding*> findings = findingsOf(m->document().evaluation(), thisYear.text());
    QCOMPARE(findings.size(), 20);
    // The national date is not known, the VAT of equipment is not settled, three have not signed.
    for (const Finding* finding : findings)
        QCOMPARE(finding->status, finding->rule == u"S75-07" ? FindingStatus::Unknown
                                  : finding->rule == u"S75-09" || finding->rule == u"BCF-21"
                                      ? FindingStatus::Fail
                                      : FindingStatus::Pass);

    m->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!notice->isVisible());
    QCOMPARE(stripCell(0)->accessibleName(), before);
    QVERIFY(m->document().plan() == plan);

    // The notice's own button does the same.
    m->click(*m->shown<QPushButton>(u"tryFix0"_s));
    QTRY_VERIFY(notice->isVisible());
    m->click(*notice->findChild<QPushButton*>());
    QVERIFY(m->document().plan() == plan);
    QVERIFY(!notice->isVisible());
}

void WindowTest::theYearIsChosenInTheStrip()
{
    auto* year = m->shown<QComboBox>(u"yearChoice"_s);
    QCOMPARE(year->currentText(), u"2026-27"_s);
    year->setFocus();
    m->press(Qt::Key_Up);
    QCOMPARE(m->document().year(), u"2025-26"_s);
    QVERIFY(m->shown<QLabel>(u"pageWhere"_s)->text().contains(u"2025-26"));
}

void WindowTest::selectionIsSharedBetweenChartsAndTables()
{
    NeedGapChart* chart = m->needChart();
    const QList<ChartMark> marks = chart->marks();
    const ChartMark* mark = find(marks, canalside);
    QVERIFY(mark);
    QTest::mouseClick(chart, Qt::LeftButton, {}, mark->rect.center().toPoint());
    QCOMPARE(chart->selectedIds(), QStringList{u"a1"_s});
    m->press(Qt::Key_2, Qt::ControlModifier);
    GridView* areas = m->grid(u"areasGrid"_s);
    QCOMPARE(areas->selectedIds(), QStringList{u"a1"_s});
    QCOMPARE(m->needChart()->selectedIds(), QStringList{u"a1"_s});

    m->click(*areas, cellOf(*areas, u"a3"_s, areas->model()->headerData(0, Qt::Horizontal).toString()));
    QCOMPARE(m->needChart()->selectedIds(), QStringList{u"a3"_s});
    QCOMPARE(chart->selectedIds(), QStringList{u"a3"_s});
    QCOMPARE(m->document().undoStack().count(), 0); // a click moves nothing
}

void WindowTest::countedLinesAreSelectedInSchemes()
{
    m->click(*stripCell(0));
    QStringList counted;
    for (const Finding* finding : findingsOf(m->document().evaluation(), thisYear.text()))
        if (finding->rule == u"BCF-04")
            for (const CountedLine& line : finding->counted)
                counted.append(line.line.text());
    QVERIFY(counted.size() > 3);
    auto* go = m->shown<QPushButton>(u"goToLines"_s);
    QVERIFY(go);
    m->click(*go);
    QCOMPARE(m->window().view()->page()->id(), PageId::Schemes);
    QStringList selected = m->grid(u"schemesGrid"_s)->selectedIds();
    selected.sort();
    counted.sort();
    QCOMPARE(selected, counted);
}

void WindowTest::panesAreReachedByKey()
{
    m->press(Qt::Key_4, Qt::ControlModifier);
    const auto inside = [this](const QString& pane) {
        return m->shown<QWidget>(pane)->isAncestorOf(QApplication::focusWidget());
    };
    m->shown<QComboBox>(u"scenarioChoice"_s)->setFocus();
    m->press(Qt::Key_F6);
    QVERIFY(inside(u"navigation"_s));
    m->press(Qt::Key_F6);
    QVERIFY(m->page(PageId::Schemes)->isAncestorOf(QApplication::focusWidget()));
    m->press(Qt::Key_F6);
    QVERIFY(inside(u"conditionStrip"_s));
}

QTEST_MAIN(WindowTest)
#include "test_window.moc"
