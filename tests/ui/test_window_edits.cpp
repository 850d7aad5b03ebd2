// Editing through the real window: the typed equivalents of the dot, refusals, sort, filter, fill, clear and copy, plans
// that cannot be written.
#include "core/ledger/areamove.h"
#include "tests/support/windowfixture.h"
#include "ui/charts/needgapchart.h"
#include "ui/charts/needgapentry.h"
#include "ui/pages/page.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Id thisYear(u"2026-27"_s);
const QString amountColumn = u"2026-27 £"_s;
const QString nameColumn = u"Scheme and line"_s;
const Id respite(u"s11-respite"_s);

Money amountOf(const PlanDocument& document, const Id& line)
{
    return document.plan().lines.find(line)->amount.value(Key{thisYear, {}});
}

Money allocatedTo(const PlanDocument& document, const QString& area)
{
    for (const AreaTotal& total : document.evaluation().areas)
        if (total.area.text() == area && total.year == thisYear.text())
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

} // namespace

class WindowEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aDotIsMovedByKeys();
    void aDotIsMovedByTyping();
    void aLimitStopsTheDotAndSaysWhy();
    void aWrongPasteChangesNothing();
    void aWrongAmountKeepsTheEditorOpen();
    void aChoiceIsTypedInItsList();
    void cellsAreFilledDown();
    void cellsAreClearedAndCopied();
    void sortedByItsHeader();
    void filteredByKey();
    void aLineIsAddedAndDeleted();
    void aPlanOpenElsewhereIsReadOrCopied();
    void readOnlyRefusesEdits();
    void whatIsNoPlanIsRefused_data();
    void whatIsNoPlanIsRefused();

private:
    GridView& schemes()
    {
        m->press(Qt::Key_4, Qt::ControlModifier);
        return *m->grid(u"schemesGrid"_s);
    }
    // The chart of the Overview with the focus, Canalside its current mark.
    NeedGapChart& chartAtCanalside();
    qsizetype steps() { return m->document().undoStack().count(); }
    QString said() { return m->shown<QLabel>(u"said"_s)->text(); }

    std::unique_ptr<WindowFixture> m;
};

void WindowEditsTest::init()
{
    m = std::make_unique<WindowFixture>();
    QVERIFY(m->openSample());
}

void WindowEditsTest::cleanup()
{
    m.reset();
}

NeedGapChart& WindowEditsTest::chartAtCanalside()
{
    NeedGapChart* chart = m->needChart();
    chart->setFocus(Qt::TabFocusReason);
    const QList<ChartMark> marks = chart->marks();
    for (qsizetype i = 0; i < marks.size(); ++i)
        m->press(Qt::Key_Up);
    for (qsizetype i = 0; i < marks.size() && marks.at(chart->currentMark()).id != u"a1"; ++i)
        m->press(Qt::Key_Down);
    return *chart;
}

void WindowEditsTest::aDotIsMovedByKeys()
{
    NeedGapChart& chart = chartAtCanalside();
    QCOMPARE(chart.marks().at(chart.currentMark()).id, u"a1"_s);
    const Money had = allocatedTo(m->document(), u"a1"_s);
    m->press(Qt::Key_Right);
    m->press(Qt::Key_Right);
    m->press(Qt::Key_PageUp);
    m->press(Qt::Key_Left);
    QCOMPARE(steps(), 0); // shown, not yet asked for
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), 1);
    QCOMPARE(m->document().undoStack().undoText(), u"Moved £11,000.00 to Canalside"_s);
    QCOMPARE(allocatedTo(m->document(), u"a1"_s), had + Money::fromPounds(11'000));

    m->press(Qt::Key_PageDown);
    m->press(Qt::Key_Escape);
    QCOMPARE(steps(), 1);
    m->press(Qt::Key_Left);
    m->press(Qt::Key_Down); // leaving the mark applies
    QCOMPARE(steps(), 2);
    QCOMPARE(m->document().undoStack().undoText(), u"Moved £1,000.00 from Canalside"_s);
    m->press(Qt::Key_Z, Qt::ControlModifier);
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(allocatedTo(m->document(), u"a1"_s), had);
}

void WindowEditsTest::aDotIsMovedByTyping()
{
    chartAtCanalside();
    const Money all = allocatedToAll(m->document());
    m->press(Qt::Key_Return);
    auto* entry = m->window().view()->page()->findChild<NeedGapEntry*>();
    QVERIFY(entry->field()->hasFocus());
    QCOMPARE(entry->field()->text(), u"11.5%"_s);
    m->type(u"12%"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), 1);
    QCOMPARE(allocatedTo(m->document(), u"a1"_s), scaled(all, Ratio(12, 100), Rounding::HalfAwayFromZero));
    QCOMPARE(allocatedToAll(m->document()), all);

    entry->field()->selectAll();
    m->type(u"6.5m"_s); // pounds do as well
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), 2);
    QCOMPARE(allocatedTo(m->document(), u"a1"_s), Money::fromPounds(6'500'000));
}

void WindowEditsTest::aLimitStopsTheDotAndSaysWhy()
{
    // Scheme 14 alone has known pounds: 820,000, of which Canalside has 328,000.
    NeedGapChart& chart = chartAtCanalside();
    const Money had = allocatedTo(m->document(), u"a1"_s);
    QSignalSpy moves(&chart, &NeedGapChart::dragging);
    m->press(Qt::Key_End);
    m->press(Qt::Key_Right);
    QCOMPARE(moves.size(), 1);
    QVERIFY2(said().contains(u"nothing left to give"), qPrintable(said()));
    m->press(Qt::Key_Return);
    QCOMPARE(allocatedTo(m->document(), u"a1"_s), had + Money::fromPounds(820'000 - 328'000));
    QCOMPARE(m->document().undoStack().undoText(), u"Moved £492,000.00 to Canalside"_s);
    m->press(Qt::Key_Z, Qt::ControlModifier);

    // Typed, it is refused under the field, and nothing happens.
    chart.setFocus();
    m->press(Qt::Key_Return);
    m->type(u"20%"_s);
    m->press(Qt::Key_Return);
    auto* entry = m->window().view()->page()->findChild<NeedGapEntry*>();
    QVERIFY2(entry->problem().startsWith(u"Canalside can go no higher than "), qPrintable(entry->problem()));
    QVERIFY(entry->problem().contains(formatMoney(had + Money::fromPounds(492'000))));
    QCOMPARE(steps(), 1);
    QCOMPARE(allocatedTo(m->document(), u"a1"_s), had);
    m->press(Qt::Key_Escape);
    QVERIFY(entry->problem().isEmpty());

    // Castle Hill has no known pounds at all.
    const QList<ChartMark> marks = chart.marks();
    while (marks.at(chart.currentMark()).id != u"a7")
        m->press(Qt::Key_Down);
    m->press(Qt::Key_Right);
    QVERIFY2(said().contains(u"No unlocked line has known pounds for this area"), qPrintable(said()));
    m->press(Qt::Key_Return);
    QCOMPARE(allocatedTo(m->document(), u"a1"_s), had);
    QVERIFY(!m->document().canUndo());
}

void WindowEditsTest::aWrongPasteChangesNothing()
{
    GridView& grid = schemes();
    const PlanTree before = m->document().tree();
    const auto entries = m->document().journal().size();
    QApplication::clipboard()->setText(
        u"First\tAdditional LA\tSocial care\t\t100\nSecond\tAdditional LA\tSocial care\t\t£1,2x\n"_s);
    m->click(grid, newRowOf(grid, nameColumn));
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m->dialogs().said.size(), 1);
    const QString sentence = m->dialogs().said.first();
    QVERIFY2(sentence.startsWith(u"Nothing was pasted. In new row 2, 2026-27 £: "), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"1,2x"), qPrintable(sentence));
    QVERIFY(m->document().tree() == before);
    QCOMPARE(m->document().journal().size(), entries);

    // Over lines that are there, the row is named.
    QApplication::clipboard()->setText(u"700,000\nlots\n"_s);
    m->click(grid, cellOf(grid, respite.text(), amountColumn));
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m->dialogs().said.size(), 2);
    QVERIFY2(m->dialogs().said.last().startsWith(
                 u"Nothing was pasted. In row “Advice and assessment”, 2026-27 £: "),
             qPrintable(m->dialogs().said.last()));
    QVERIFY(m->document().tree() == before);
}

void WindowEditsTest::aWrongAmountKeepsTheEditorOpen()
{
    GridView& grid = schemes();
    m->click(grid, cellOf(grid, respite.text(), amountColumn));
    m->type(u"many"_s);
    m->press(Qt::Key_Return);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor);
    QVERIFY(grid.isAncestorOf(editor));
    QCOMPARE(editor->text(), u"many"_s);
    QVERIFY2(editor->accessibleDescription().contains(u"many"), qPrintable(editor->accessibleDescription()));
    QVERIFY2(editor->accessibleDescription().endsWith(u"Press Esc to keep 600,000."),
             qPrintable(editor->accessibleDescription()));
    QCOMPARE(steps(), 0);
    editor->selectAll();
    m->type(u"610000"_s); // put right, it is taken
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), 1);
    QCOMPARE(amountOf(m->document(), respite), Money::fromPounds(610'000));
    QVERIFY(m->dialogs().said.isEmpty());

    m->click(grid, cellOf(grid, respite.text(), amountColumn));
    m->type(u"none"_s);
    m->press(Qt::Key_Return);
    m->press(Qt::Key_Escape);
    QCOMPARE(steps(), 1);
    QVERIFY(!qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    QCOMPARE(amountOf(m->document(), respite), Money::fromPounds(610'000));
}

void WindowEditsTest::aChoiceIsTypedInItsList()
{
    GridView& grid = schemes();
    const QModelIndex status = cellOf(grid, respite.text(), u"Status"_s);
    QCOMPARE(status.data().toString(), u"Confirmed"_s);
    m->click(grid, status);
    m->press(Qt::Key_F2);
    auto* list = qobject_cast<QComboBox*>(QApplication::focusWidget());
    QVERIFY(list);
    m->type(u"i"_s); // as lists do: the entry that begins so
    QCOMPARE(steps(), 1);
    QCOMPARE(m->document().undoStack().undoText(), u"Respite: Status"_s);
    QCOMPARE(m->document().plan().lines.find(respite)->status.value(Key{thisYear, {}}), u"indicative"_s);
}

void WindowEditsTest::cellsAreFilledDown()
{
    GridView& grid = schemes();
    const QModelIndex from = cellOf(grid, respite.text(), amountColumn);
    m->clickStretch(grid, from, from.siblingAtRow(from.row() + 2));
    m->press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(steps(), 1);
    QCOMPARE(m->document().undoStack().undoText(), u"Filled down 2 cells"_s);
    QCOMPARE(amountOf(m->document(), Id(u"s11-advice-and-assessment"_s)), Money::fromPounds(600'000));
    QCOMPARE(amountOf(m->document(), Id(u"s11-young-carers"_s)), Money::fromPounds(600'000));
}

void WindowEditsTest::cellsAreClearedAndCopied()
{
    GridView& grid = schemes();
    const QModelIndex from = cellOf(grid, respite.text(), nameColumn);
    const int column = cellOf(grid, respite.text(), amountColumn).column();
    m->clickStretch(grid, from, from.sibling(from.row() + 1, column));
    m->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(
        QApplication::clipboard()->text(),
        u"Respite\tNHS minimum\tSocial care\t580,000\t600,000\nAdvice and assessment\tNHS minimum\tSocial care\t290,000\t300,000\n"_s);
    QCOMPARE(said(), u"4 cells: sum £1,770,000.00, average £442,500.00"_s);

    m->clickStretch(grid, cellOf(grid, respite.text(), amountColumn),
                    cellOf(grid, u"s11-advice-and-assessment"_s, amountColumn));
    m->press(Qt::Key_Delete);
    QCOMPARE(steps(), 1);
    QCOMPARE(m->document().undoStack().undoText(), u"Cleared 2 cells"_s);
    QVERIFY(!m->document().plan().lines.find(respite)->amount.contains(Key{thisYear, {}}));

    // What was copied goes back in: one Step again.
    m->click(grid, cellOf(grid, respite.text(), nameColumn));
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(steps(), 2);
    QCOMPARE(amountOf(m->document(), respite), Money::fromPounds(600'000));
    QCOMPARE(amountOf(m->document(), Id(u"s11-advice-and-assessment"_s)), Money::fromPounds(300'000));
    QVERIFY(m->dialogs().said.isEmpty());
}

void WindowEditsTest::sortedByItsHeader()
{
    GridView& grid = schemes();
    const int column = cellOf(grid, respite.text(), amountColumn).column();
    const auto carers = [&] { // the three lines of Carers' support as shown
        QStringList ids;
        for (int row = 0; row < grid.proxy()->rowCount(); ++row)
            if (const QString id = grid.proxy()->index(row, 0).data(IdRole).toString();
                id.startsWith(u"s11-"))
                ids.append(id);
        return ids;
    };
    const QStringList planned = carers();
    QHeaderView* header = grid.horizontalHeader();
    const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                    header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(carers(),
             (QStringList{u"s11-advice-and-assessment"_s, u"s11-young-carers"_s, u"s11-respite"_s}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(carers(),
             (QStringList{u"s11-respite"_s, u"s11-young-carers"_s, u"s11-advice-and-assessment"_s}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(carers(), planned);
    QCOMPARE(steps(), 0);
}

void WindowEditsTest::filteredByKey()
{
    GridView& grid = schemes();
    const int rows = grid.proxy()->rowCount();
    m->click(grid, cellOf(grid, respite.text(), amountColumn));
    m->press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"pageFilter"_s);
    m->type(u"respite"_s);
    QCOMPARE(grid.proxy()->rowCount(), 2); // the scheme and its one line
    QVERIFY(cellOf(grid, respite.text(), nameColumn).isValid());
    QVERIFY(!cellOf(grid, u"s11-young-carers"_s, nameColumn).isValid());
    static_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
    m->press(Qt::Key_Backspace);
    QCOMPARE(grid.proxy()->rowCount(), rows);
}

void WindowEditsTest::aLineIsAddedAndDeleted()
{
    GridView& grid = schemes();
    const Plan before = m->document().plan();
    m->click(grid, cellOf(grid, respite.text(), nameColumn));
    m->click(*m->shown<QPushButton>(u"addLine"_s));
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor); // its name is asked for at once
    editor->selectAll();
    m->type(u"Sitting service"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(m->document().plan().lines.size(), 43);
    const Line& line = m->document().plan().lines[42];
    QCOMPARE(line.name, u"Sitting service"_s);
    QCOMPARE(line.scheme, Id(u"s11"_s));

    m->clickStretch(grid, cellOf(grid, respite.text(), nameColumn),
                    cellOf(grid, u"s11-advice-and-assessment"_s, nameColumn));
    const auto done = steps();
    m->click(*m->shown<QPushButton>(u"deleteLines"_s));
    QCOMPARE(steps(), done + 1);
    QCOMPARE(m->document().plan().lines.size(), 41);
    QCOMPARE(m->menuText(u"actionUndo"_s), u"Undo: Deleted 2 lines"_s);
    while (m->document().canUndo())
        m->press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m->document().plan() == before);
}

void WindowEditsTest::aPlanOpenElsewhereIsReadOrCopied()
{
    const QString path = m->document().path();
    const QByteArray head = m->document().headHash();
    m->window().closePlan();
    Result<std::unique_ptr<PlanFile>> elsewhere = PlanFile::open(path, PlanFile::Mode::ReadWrite);
    QVERIFY(elsewhere);

    QVERIFY(!m->window().openPlan(path)); // cancelled
    QVERIFY(!m->window().document());
    QCOMPARE(m->dialogs().said.size(), 1);
    QVERIFY2(m->dialogs().said.first().contains(u"is open in"), qPrintable(m->dialogs().said.first()));
    QCOMPARE(m->dialogs().offered, (QStringList{u"Open to read only"_s, u"Open a copy"_s}));

    m->dialogs().choices = {1}; // but no place is named for the copy
    QVERIFY(!m->window().openPlan(path));
    QVERIFY(!m->window().document());

    m->dialogs().choices = {1};
    m->dialogs().paths = {m->filePath(u"my copy.plan"_s)};
    QVERIFY(m->window().openPlan(path));
    QCOMPARE(m->document().path(), QFileInfo(m->filePath(u"my copy.plan"_s)).canonicalFilePath());
    QVERIFY(!m->document().isReadOnly());
    QCOMPARE(m->document().headHash(), head);

    m->dialogs().choices = {0};
    QVERIFY(m->window().openPlan(path));
    QCOMPARE(m->document().path(), path);
    QVERIFY(m->document().isReadOnly());
    QVERIFY(m->window().windowTitle().contains(u"(read only)"));
}

void WindowEditsTest::readOnlyRefusesEdits()
{
    const QString path = m->document().path();
    m->window().closePlan();
    Result<std::unique_ptr<PlanFile>> elsewhere = PlanFile::open(path, PlanFile::Mode::ReadWrite);
    QVERIFY(elsewhere);
    m->dialogs().choices = {0};
    QVERIFY(m->window().openPlan(path));
    m->dialogs().said.clear();
    const Plan before = m->document().plan();

    GridView& grid = schemes();
    m->click(grid, cellOf(grid, respite.text(), amountColumn));
    m->type(u"5"_s);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&grid)); // no editor comes
    QApplication::clipboard()->setText(u"5"_s);
    m->press(Qt::Key_V, Qt::ControlModifier);
    m->press(Qt::Key_Delete);
    m->press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!m->shown<QPushButton>(u"deleteLines"_s)->isEnabled());

    m->press(Qt::Key_1, Qt::ControlModifier);
    chartAtCanalside();
    m->press(Qt::Key_Right);
    QVERIFY2(said().contains(u"read only"), qPrintable(said()));
    m->press(Qt::Key_Return);

    m->dialogs().texts = {u"Another"_s};
    m->press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(m->dialogs().said, QStringList{u"This plan is open to read only. Save a copy to edit it."_s});
    QVERIFY(m->document().plan() == before);
    QVERIFY(!m->action(u"actionUndo"_s)->isEnabled());
}

void WindowEditsTest::whatIsNoPlanIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Scheme,Amount\nRespite,600000\n");
    QTest::newRow("binary") << QByteArray(5000, '\x8f');
}

void WindowEditsTest::whatIsNoPlanIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const QString path = m->filePath(u"other.plan"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const QString before = m->document().path();
    m->dialogs().paths = {path};
    m->press(Qt::Key_O, Qt::ControlModifier);
    QCOMPARE(m->dialogs().said.size(), 1);
    const QString sentence = m->dialogs().said.first();
    QVERIFY2(sentence.contains(u"other.plan") && sentence.endsWith(u'.') && !sentence.contains(u'\n'),
             qPrintable(sentence));
    QCOMPARE(m->document().path(), before); // what was open stays open
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
}

QTEST_MAIN(WindowEditsTest)
#include "test_window_edits.moc"
