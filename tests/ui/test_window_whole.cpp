// The window as a whole: twin tables, the board paper, a new plan by keyboard, menus and their keys, and what a screen
// reader finds on each page.
#include "core/words/findingwords.h"
#include "tests/support/windowfixture.h"
#include "ui/charts/chart.h"
#include "ui/pages/page.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/window/planview.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextEdit>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QList<QAction*> leavesOf(const QMenu& menu)
{
    QList<QAction*> leaves;
    for (QAction* action : menu.actions()) {
        if (action->menu())
            leaves += leavesOf(*action->menu());
        else if (!action->isSeparator())
            leaves.append(action);
    }
    return leaves;
}

// The keys that the menu shows for an action: its shortcut, or that of the table or page it names.
QString keysOf(const QAction& action)
{
    const QString named = action.text().section(u'\t', 1);
    return named.isEmpty() ? action.shortcut().toString(QKeySequence::PortableText) : named;
}

bool isInteractive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::SpinBox:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::Link:
    case QAccessible::Chart:
    case QAccessible::Graphic:
        return true;
    default:
        return false;
    }
}

// On Linux Qt gives the entry shown as the name of a list of choices: that says what is chosen, not what for.
QString nameOf(QAccessibleInterface& element)
{
    const auto* widget = qobject_cast<QWidget*>(element.object());
    if (element.role() != QAccessible::ComboBox || !widget)
        return element.text(QAccessible::Name);
    const auto labels = element.relations(QAccessible::Label);
    return labels.isEmpty() ? widget->accessibleName() : labels.first().first->text(QAccessible::Name);
}

// Every interactive element that is shown and has no name, as "role objectName in panel".
void collectNameless(QAccessibleInterface* element, QStringList& nameless, int& seen)
{
    if (!element || !element->isValid() || element->state().invisible)
        return;
    if (isInteractive(element->role())) {
        ++seen;
        if (nameOf(*element).trimmed().isEmpty()) {
            const QObject* object = element->object();
            const QObject* parent = object ? object->parent() : nullptr;
            nameless.append(u"%1 %2 “%3” in %4 “%5”"_s.arg(element->role())
                                .arg(QLatin1StringView(object ? object->metaObject()->className() : "?"),
                                     object ? object->objectName() : QString(),
                                     QLatin1StringView(parent ? parent->metaObject()->className() : "?"),
                                     parent ? parent->objectName() : QString()));
        }
    }
    if (element->role() == QAccessible::Table || element->role() == QAccessible::ComboBox)
        return; // cells and list entries are texts
    for (int i = 0; i < element->childCount(); ++i)
        collectNameless(element->child(i), nameless, seen);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class WindowWholeTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void chartsHaveATwinTable();
    void theBoardPaperIsWritten();
    void theBoardPaperThatCannotBeWritten();
    void aNewPlanIsMadeByKeyboard();
    void aNewPlanNeedsItsNames();
    void aCopyIsSaved();
    void actionsHaveNamesAndTheirOwnKeys();
    void everyKeyOfThisIssueIsInAMenu();
    void everyPageCanBeRead();
    void theStartScreenCanBeRead();
    void helpOpensForThePageShown();

private:
    std::unique_ptr<WindowFixture> m;
};

void WindowWholeTest::init()
{
    m = std::make_unique<WindowFixture>();
    QVERIFY(m->openSample());
}

void WindowWholeTest::cleanup()
{
    m.reset();
}

void WindowWholeTest::chartsHaveATwinTable()
{
    int charts = 0;
    for (int number = 1; number <= m->window().view()->pages().size(); ++number) {
        m->press(static_cast<Qt::Key>(Qt::Key_0 + number), Qt::ControlModifier);
        for (Panel* panel : m->window().view()->page()->findChildren<Panel*>()) {
            Chart* chart = panel->chart();
            if (!chart || !chart->isVisible())
                continue;
            ++charts;
            QVERIFY(!panel->showsTable());
            const QList<ChartMark> marks = chart->marks();
            QVERIFY(!marks.isEmpty());
            chart->setFocus();
            m->press(Qt::Key_Space);
            const QStringList selected = chart->selectedIds();
            QVERIFY(!selected.isEmpty());
            m->press(Qt::Key_T, Qt::ControlModifier);
            QVERIFY(panel->showsTable());
            GridView* table = panel->grid()->view();
            QVERIFY(table->isVisible());
            QVERIFY(table->proxy()->rowCount() > 0);
            QVERIFY(table->hasFocus());
            QCOMPARE(chart->selectedIds(), selected);
            m->press(Qt::Key_T, Qt::ControlModifier);
            QVERIFY(!panel->showsTable());
            QVERIFY(chart->isVisible());
        }
    }
    // Need on Overview and Place and need, the stack on Overview and Funding, fifths, who pays, what a contract pays.
    QCOMPARE(charts, 7);

    // The twin of the need chart has its nine areas and adds to the whole.
    m->press(Qt::Key_1, Qt::ControlModifier);
    Panel* panel = m->shown<Panel>(u"needPanel"_s);
    panel->chart()->setFocus();
    m->press(Qt::Key_T, Qt::ControlModifier);
    const GridView* table = panel->grid()->view();
    QCOMPARE(table->proxy()->rowCount(), 9);
    QStringList row;
    for (int column = 0; column < 4; ++column)
        row.append(table->proxy()->index(0, column).data().toString());
    QCOMPARE(row, (QStringList{u"Canalside"_s, u"15.51%"_s, u"11.53%"_s, u"−3.98"_s}));
    panel->copyTable();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"Area\tNeed\tMoney\tGap, points\t"));
}

void WindowWholeTest::theBoardPaperIsWritten()
{
    const QString pdf = m->filePath(u"paper.pdf"_s);
    const QString odt = m->filePath(u"paper.odt"_s);
    m->dialogs().paths = {pdf, odt};
    m->press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY2(m->dialogs().said.isEmpty(), qPrintable(m->dialogs().said.join(u'\n')));
    QVERIFY(m->dialogs().asked.first().endsWith(u" board paper.pdf"));
    const QByteArray paper = contentOf(pdf);
    QVERIFY(paper.startsWith("%PDF-"));
    static const QRegularExpression count(u"/Type /Pages.*?/Count (\\d+)"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch pages = count.match(QString::fromLatin1(paper));
    QVERIFY(pages.hasMatch());
    QVERIFY2(pages.captured(1).toInt() >= 2 && pages.captured(1).toInt() <= 5, qPrintable(pages.captured(1)));
    QVERIFY(m->shown<QLabel>(u"said"_s)->text().contains(u"paper.pdf"));

    m->press(Qt::Key_1, Qt::ControlModifier);
    m->click(*m->shown<QPushButton>(u"boardPaper"_s)); // the page's own button
    const QByteArray text = contentOf(odt);
    QVERIFY(text.startsWith("PK"));
    QVERIFY(text.contains("application/vnd.oasis.opendocument.text"));
    QVERIFY(text.size() > 4000);
    QCOMPARE(m->document().undoStack().count(), 0);

    m->press(Qt::Key_P, Qt::ControlModifier); // cancelled
    QVERIFY(m->dialogs().said.isEmpty());
}

void WindowWholeTest::theBoardPaperThatCannotBeWritten()
{
    m->dialogs().paths = {m->filePath(u"no such folder/paper.pdf"_s)};
    m->press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m->dialogs().said.size(), 1);
    QVERIFY2(m->dialogs().said.first().endsWith(u'.'), qPrintable(m->dialogs().said.first()));
}

void WindowWholeTest::aNewPlanIsMadeByKeyboard()
{
    const QString path = m->filePath(u"Testbury.plan"_s);
    m->dialogs().paths = {path};
    m->during([this](QWidget& dialog) {
        QCOMPARE(dialog.objectName(), u"newPlanDialog"_s);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"place"_s);
        m->type(u"Testbury"_s);
        m->press(Qt::Key_Tab);
        m->press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"council"_s);
        m->type(u"Testbury Council"_s);
        m->press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"icbs"_s);
        m->type(u"NHS North ICB"_s);
        m->press(Qt::Key_Return);
        m->type(u"NHS South ICB"_s);
        m->press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"firstYear"_s);
        m->type(u"2025-26"_s); // the field is selected whole
        m->press(Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
    });
    m->press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY2(m->dialogs().said.isEmpty(), qPrintable(m->dialogs().said.join(u'\n')));
    QCOMPARE(m->document().path(), path);
    const Plan& plan = m->document().plan();
    QCOMPARE(plan.place().name, u"Testbury"_s);
    QCOMPARE(plan.place().board, u"Testbury Health and Wellbeing Board"_s);
    QStringList partners;
    for (const Partner& partner : plan.partners)
        partners.append(partner.name);
    QCOMPARE(partners, (QStringList{u"Testbury Council"_s, u"NHS North ICB"_s, u"NHS South ICB"_s}));
    QCOMPARE(plan.years.size(), 1);
    QCOMPARE(m->document().year(), u"2025-26"_s);
    QVERIFY(m->document().rulebook());
    QVERIFY(plan.lines.isEmpty());

    // Every page of a plan that is nearly empty can be shown, and a first line typed.
    for (int number = 1; number <= 5; ++number) {
        m->press(static_cast<Qt::Key>(Qt::Key_0 + number), Qt::ControlModifier);
        QCOMPARE(m->window().view()->page()->id(), static_cast<PageId>(number - 1));
        QVERIFY2(!m->window().view()->page()->title().isEmpty(),
                 qPrintable(m->window().view()->page()->name()));
    }
    m->press(Qt::Key_4, Qt::ControlModifier);
    GridView* grid = m->grid(u"schemesGrid"_s);
    m->click(*grid, newRowOf(*grid, u"Scheme and line"_s));
    m->type(u"First line"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan.lines.size(), 1);
    QCOMPARE(plan.lines[0].name, u"First line"_s);
    QCOMPARE(plan.schemes.size(), 1);
    QCOMPARE(m->document().undoStack().count(), 1);
}

void WindowWholeTest::aNewPlanNeedsItsNames()
{
    const QString before = m->document().path();
    m->during([this](QWidget& dialog) {
        m->type(u"Testbury"_s);
        m->press(Qt::Key_Return); // no council yet: nothing happens
        QVERIFY(dialog.isVisible());
        m->press(Qt::Key_Escape);
    });
    m->press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m->document().path(), before);
    QVERIFY(m->dialogs().asked.isEmpty());
}

void WindowWholeTest::aCopyIsSaved()
{
    const QString copy = m->filePath(u"kept.plan"_s);
    m->dialogs().paths = {copy};
    m->action(u"actionSaveCopy"_s)->trigger();
    const Result<Verification> verified = verifyPlanFile(copy, m->document().headHash());
    QVERIFY(verified && verified->intact);
    QVERIFY(m->dialogs().said.isEmpty());
}

void WindowWholeTest::actionsHaveNamesAndTheirOwnKeys()
{
    QSet<QString> names;
    QSet<QString> keys;
    int actions = 0;
    for (const QAction* top : m->window().menuBar()->actions()) {
        QVERIFY(top->menu());
        for (const QAction* action : leavesOf(*top->menu())) {
            ++actions;
            QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
            QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
            names.insert(action->objectName());
            QVERIFY(!action->text().section(u'\t', 0, 0).isEmpty());
            const QString key = keysOf(*action);
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(action->text() + u' ' + key));
            if (!key.isEmpty())
                keys.insert(key);
        }
    }
    QVERIFY(actions >= 30);
}

// The keys of visual.md whose pages and commands there are.
void WindowWholeTest::everyKeyOfThisIssueIsInAMenu()
{
    QStringList keys;
    for (const QAction* top : m->window().menuBar()->actions())
        for (const QAction* action : leavesOf(*top->menu()))
            keys.append(keysOf(*action));
    for (const char* wanted :
         {"Ctrl+1", "Ctrl+2",   "Ctrl+3", "Ctrl+4", "Ctrl+5", "F1",     "F2",     "F6",
          "F8",     "Shift+F8", "Ctrl+Z", "Ctrl+Y", "Ctrl+F", "Ctrl+C", "Ctrl+V", "Ctrl+D",
          "Del",    "Ctrl+T",   "Ctrl+E", "Ctrl+[", "Ctrl+]", "Ctrl+B"})
        QVERIFY2(keys.contains(QLatin1StringView(wanted)), wanted);
}

void WindowWholeTest::everyPageCanBeRead()
{
    for (int number = 1; number <= m->window().view()->pages().size(); ++number) {
        m->press(static_cast<Qt::Key>(Qt::Key_0 + number), Qt::ControlModifier);
        QCOMPARE(m->window().view()->page()->id(), static_cast<PageId>(number - 1));
        QCoreApplication::processEvents();
        QStringList nameless;
        int seen = 0;
        collectNameless(QAccessible::queryAccessibleInterface(&m->window()), nameless, seen);
        QVERIFY2(nameless.isEmpty(),
                 qPrintable(m->window().view()->page()->name() + u":\n  "_s + nameless.join(u"\n  "_s)));
        QVERIFY2(seen > 15, qPrintable(QString::number(seen)));
    }
    const Chart* chart = m->page(PageId::Overview)->findChild<Chart*>(u"needGapChart"_s);
    QVERIFY(!chart->accessibleDescription().isEmpty());
}

void WindowWholeTest::theStartScreenCanBeRead()
{
    m->action(u"actionClose"_s)->trigger();
    QVERIFY(!m->window().document());
    QStringList nameless;
    int seen = 0;
    collectNameless(QAccessible::queryAccessibleInterface(&m->window()), nameless, seen);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u"\n  "_s)));
    QVERIFY(seen >= 4);
    for (const char* name : {"actionBoardPaper", "actionUndo", "actionNextMissed", "actionBranch",
                             "actionPaste", "actionTwinTable"})
        QVERIFY2(!m->action(QLatin1StringView(name))->isEnabled(), name);
}

void WindowWholeTest::helpOpensForThePageShown()
{
    m->press(Qt::Key_8, Qt::ControlModifier);
    m->press(Qt::Key_F1);
    QWidget* help = nullptr;
    for (QWidget* window : QApplication::topLevelWidgets())
        if (window != &m->window() && window->isVisible())
            help = window;
    QVERIFY(help);
    const auto texts = help->findChildren<QTextEdit*>();
    QCOMPARE(texts.size(), 1);
    QVERIFY2(texts.first()->toPlainText().contains(u"condition", Qt::CaseInsensitive),
             qPrintable(texts.first()->toPlainText()));
    help->close();
}

QTEST_MAIN(WindowWholeTest)
#include "test_window_whole.moc"
