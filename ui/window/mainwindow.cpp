#include "ui/window/mainwindow.h"

#include "core/exchange/csv.h"
#include "core/exchange/newplan.h"
#include "core/exchange/samplefile.h"
#include "core/plan/committeeroll.h"
#include "core/words/headlines.h"
#include "ui/pages/page.h"
#include "ui/panel/linklabel.h"
#include "ui/panel/panel.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/window/helpwindow.h"
#include "ui/window/needimportdialog.h"
#include "ui/window/newplandialog.h"
#include "ui/window/planview.h"
#include "ui/window/startscreen.h"
#include "ui/window/statuslegend.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QSize usualSize(1440, 900);
constexpr QSize smallestSize(1024, 680);

QString planFilter()
{
    return MainWindow::tr("Placewright plans (*.plan)");
}

// A name beside or in the folder that is not taken: "Calderbourne.plan", "Calderbourne 2.plan".
QString freeName(const QDir& folder, const QString& stem)
{
    QString path = folder.filePath(stem + u".plan"_s);
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = folder.filePath(u"%1 %2.plan"_s.arg(stem).arg(i));
    return path;
}

// "Version 1 frozen 27 February 2026, 9f3a 71c2": the last one of the year shown; the whole hash stands in its paper.
QString frozenSentence(const PlanDocument& document)
{
    const FrozenVersion* version = latestVersion(document.base(), Id(document.year()));
    if (!version)
        return {};
    return MainWindow::tr("Version %1 frozen %2, %3 %4")
        .arg(version->number.value_or(0))
        .arg(valueToShown(Value(version->on)),
             version->head.first(std::min<qsizetype>(4, version->head.size())), version->head.mid(4, 4));
}

GridView* focusedGrid()
{
    QWidget* focused = QApplication::focusWidget();
    while (focused && !qobject_cast<GridView*>(focused))
        focused = focused->parentWidget();
    return qobject_cast<GridView*>(focused);
}

// The panel with the focus, or else the first of the page that holds a chart (or at least a table).
Panel* panelToUse(const Page& page, bool withChart)
{
    const auto fits = [withChart](const Panel* panel) {
        return panel && panel->isVisible() && (panel->chart() || (!withChart && panel->grid()));
    };
    Panel* focused = Panel::of(QApplication::focusWidget());
    if (fits(focused))
        return focused;
    for (Panel* panel : page.findChildren<Panel*>())
        if (fits(panel))
            return panel;
    return nullptr;
}

} // namespace

MainWindow::MainWindow(Theme& theme, SessionStore& session, Dialogs& dialogs, const Author& author)
    : m_theme(theme)
    , m_session(session)
    , m_dialogs(dialogs)
    , m_author(author)
    , m_stack(new QStackedWidget(this))
    , m_start(new StartScreen(this))
{
    setWindowTitle(tr("Placewright"));
    setMinimumSize(smallestSize);
    resize(usualSize);
    restoreGeometry(session.geometry());
    setCentralWidget(m_stack);
    m_stack->addWidget(m_start);

    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makePlanMenu();
    makeScenarioMenu();
    makeHelpMenu();
    makeStatusBar();

    connect(m_start, &StartScreen::newRequested, this, &MainWindow::newPlan);
    connect(m_start, &StartScreen::openRequested, this, &MainWindow::chooseAndOpen);
    connect(m_start, &StartScreen::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartScreen::recentRequested, this, &MainWindow::openPlan);
    refreshRecent();
    refreshActions();
    refreshStatus();
}

MainWindow::~MainWindow()
{
    closePlan();
}

QAction* MainWindow::action(QMenu* menu, const QString& text, const char* objectName,
                            const QKeySequence& keys)
{
    QAction* made = menu->addAction(text);
    made->setObjectName(QLatin1StringView(objectName));
    made->setShortcut(keys);
    return made;
}

void MainWindow::makeFileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    connect(action(menu, tr("&New plan…"), "actionNew", QKeySequence::New), &QAction::triggered, this,
            &MainWindow::newPlan);
    connect(action(menu, tr("&Open…"), "actionOpen", QKeySequence::Open), &QAction::triggered, this,
            &MainWindow::chooseAndOpen);
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    connect(action(menu, tr("Open the &sample plan"), "actionSample"), &QAction::triggered, this,
            &MainWindow::openSample);
    menu->addSeparator();
    QAction* copy = action(menu, tr("Save a &copy…"), "actionSaveCopy", QKeySequence::SaveAs);
    connect(copy, &QAction::triggered, this, &MainWindow::saveCopy);
    QAction* paper = action(menu, tr("&Board paper…"), "actionBoardPaper", QKeySequence::Print);
    connect(paper, &QAction::triggered, this, &MainWindow::exportBoardPaper);
    menu->addSeparator();
    QAction* close = action(menu, tr("C&lose the plan"), "actionClose", QKeySequence::Close);
    connect(close, &QAction::triggered, this, &MainWindow::closePlan);
    connect(action(menu, tr("&Quit"), "actionQuit", QKeySequence::Quit), &QAction::triggered, this,
            &QWidget::close);
    m_planActions << copy << paper << close;
}

void MainWindow::makeEditMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    m_undo = action(menu, tr("Undo"), "actionUndo", QKeySequence::Undo);
    m_undo->setIcon(themeIcon(Icon::Undo));
    m_undo->setIconText(tr("Undo"));
    m_redo = action(menu, tr("Redo"), "actionRedo", QKeySequence(Qt::CTRL | Qt::Key_Y));
    m_redo->setIcon(themeIcon(Icon::Redo));
    m_redo->setIconText(tr("Redo"));
    connect(m_undo, &QAction::triggered, this, [this] { m_document && m_document->undo(); });
    connect(m_redo, &QAction::triggered, this, [this] { m_document && m_document->redo(); });
    menu->addSeparator();

    // The keys themselves belong to the focused table; the menu names them and works by mouse.
    struct GridAction
    {
        QString text;
        const char* name;
        QKeySequence keys;
        void (GridView::*slot)();
    };
    const GridAction gridActions[] = {
        {tr("&Copy"), "actionCopy", QKeySequence::Copy, &GridView::copy},
        {tr("&Paste"), "actionPaste", QKeySequence::Paste, &GridView::paste},
        {tr("Fill &down"), "actionFillDown", QKeySequence(Qt::CTRL | Qt::Key_D), &GridView::fillDown},
        {tr("C&lear"), "actionClear", QKeySequence::Delete, &GridView::clearCells},
    };
    for (const GridAction& one : gridActions) {
        QAction* made =
            action(menu, one.text + u'\t' + one.keys.toString(QKeySequence::NativeText), one.name);
        connect(made, &QAction::triggered, this, [slot = one.slot] {
            if (GridView* grid = focusedGrid())
                (grid->*slot)();
        });
        m_planActions << made;
    }
    QAction* cell = action(menu, tr("&Edit the cell") + u"\tF2"_s, "actionEditCell");
    connect(cell, &QAction::triggered, this, [] {
        if (GridView* grid = focusedGrid())
            grid->edit(grid->currentIndex());
    });
    QAction* filter = action(menu, tr("&Filter") + u"\tCtrl+F"_s, "actionFilter");
    connect(filter, &QAction::triggered, this, [this] {
        if (auto* field = m_view->page()->findChild<QLineEdit*>(u"pageFilter"_s))
            field->setFocus(Qt::ShortcutFocusReason);
    });
    m_planActions << cell << filter;
}

void MainWindow::makeViewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    m_pageMenu = menu->addMenu(tr("&Page"));
    menu->addSeparator();
    QMenu* themes = menu->addMenu(tr("&Theme"));
    m_theme.fillMenu(*themes);
    connect(&m_theme, &Theme::changed, this, [this] {
        m_session.setTheme(themeChoiceId(m_theme.choice()));
        m_session.setZoom(m_theme.zoom());
        refreshStatus();
    });
    QMenu* rows = menu->addMenu(tr("&Row height"));
    auto* heights = new QActionGroup(this);
    for (const auto& [height, text] :
         {std::pair(24, tr("Compact")), std::pair(28, tr("Medium")), std::pair(36, tr("Roomy"))}) {
        QAction* made = rows->addAction(text);
        made->setObjectName(u"actionRowHeight%1"_s.arg(height));
        made->setCheckable(true);
        made->setChecked(m_session.rowHeight() == height);
        heights->addAction(made);
        connect(made, &QAction::triggered, this, [this, height = height] {
            m_session.setRowHeight(height);
            for (GridView* grid : findChildren<GridView*>())
                grid->setRowHeight(height);
        });
    }
    QAction* summaries = action(menu, tr("&Summaries in words"), "actionSummaries");
    summaries->setCheckable(true);
    summaries->setChecked(m_session.summaries());
    connect(summaries, &QAction::toggled, this, [this](bool shown) {
        m_session.setSummaries(shown);
        for (Panel* panel : findChildren<Panel*>())
            panel->setSummaryShown(shown);
    });
    QAction* twin =
        action(menu, tr("Chart or ta&ble"), "actionTwinTable", QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(twin, &QAction::triggered, this, [this] {
        if (Panel* panel = panelToUse(*m_view->page(), true))
            panel->toggleTable();
    });
    QAction* exportShown =
        action(menu, tr("&Export chart or table…"), "actionExport", QKeySequence(Qt::CTRL | Qt::Key_E));
    connect(exportShown, &QAction::triggered, this, [this] {
        if (Panel* panel = panelToUse(*m_view->page(), false))
            panel->openExportMenu();
    });
    m_planActions << twin << exportShown;
    menu->addSeparator();
    connect(action(menu, tr("&Larger"), "actionLarger", QKeySequence::ZoomIn), &QAction::triggered, this,
            [this] { m_theme.setZoom(qMin(m_theme.zoom() + 25, 300)); });
    connect(action(menu, tr("S&maller"), "actionSmaller", QKeySequence::ZoomOut), &QAction::triggered, this,
            [this] { m_theme.setZoom(qMax(m_theme.zoom() - 25, 50)); });
    connect(action(menu, tr("&Usual size"), "actionUsualSize", QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_0)),
            &QAction::triggered, this, [this] { m_theme.setZoom(100); });
}

void MainWindow::makePlanMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Plan"));
    QAction* import = action(menu, tr("&Import need…"), "actionImportNeed");
    connect(import, &QAction::triggered, this, &MainWindow::importNeedFiles);
    menu->addSeparator();
    QAction* next = action(menu, tr("Next &missed condition"), "actionNextMissed", QKeySequence(Qt::Key_F8));
    connect(next, &QAction::triggered, this, [this] { m_view->showNextMissed(false); });
    QAction* previous = action(menu, tr("&Previous missed condition"), "actionPreviousMissed",
                               QKeySequence(Qt::SHIFT | Qt::Key_F8));
    connect(previous, &QAction::triggered, this, [this] { m_view->showNextMissed(true); });
    QAction* pane = action(menu, tr("Next pa&ne"), "actionNextPane", QKeySequence(Qt::Key_F6));
    connect(pane, &QAction::triggered, this, [this] { m_view->focusNextPane(); });
    m_planActions << import << next << previous << pane;
}

void MainWindow::makeScenarioMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Scenario"));
    QAction* branch =
        action(menu, tr("&Branch from this one…"), "actionBranch", QKeySequence(Qt::CTRL | Qt::Key_B));
    connect(branch, &QAction::triggered, this, &MainWindow::branchScenario);
    QAction* previous =
        action(menu, tr("&Previous"), "actionPreviousScenario", QKeySequence(Qt::CTRL | Qt::Key_BracketLeft));
    connect(previous, &QAction::triggered, this, [this] { stepScenario(-1); });
    QAction* next =
        action(menu, tr("&Next"), "actionNextScenario", QKeySequence(Qt::CTRL | Qt::Key_BracketRight));
    connect(next, &QAction::triggered, this, [this] { stepScenario(1); });
    m_planActions << branch << previous << next;
}

void MainWindow::makeHelpMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    connect(action(menu, tr("&Help here"), "actionHelp", QKeySequence::HelpContents), &QAction::triggered,
            this, &MainWindow::showHelp);
    connect(action(menu, tr("&About Placewright"), "actionAbout"), &QAction::triggered, this,
            &MainWindow::about);
}

void MainWindow::makeStatusBar()
{
    m_saved = new QLabel(this);
    m_last = new QLabel(this);
    m_undoLast = new LinkLabel(tr("Undo"), this);
    m_version = new QLabel(this);
    m_version->setObjectName(u"frozenVersion"_s);
    m_said = new QLabel(this);
    m_said->setObjectName(u"said"_s);
    m_zoom = new QLabel(this);
    m_legend = new StatusLegend(this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(space::inside, 0, space::inside, 0);
    for (QWidget* part : {static_cast<QWidget*>(m_saved), static_cast<QWidget*>(m_last),
                          static_cast<QWidget*>(m_undoLast), static_cast<QWidget*>(m_version)})
        statusBar()->addWidget(part);
    statusBar()->addWidget(m_said, 1);
    statusBar()->addPermanentWidget(m_legend);
    statusBar()->addPermanentWidget(m_zoom);
    connect(m_undoLast, &LinkLabel::clicked, m_undo, &QAction::trigger);
}

bool MainWindow::openPlan(const QString& path)
{
    if (m_document && QFileInfo(path).canonicalFilePath() == m_document->path())
        return true; // it is the one that is shown
    Result<std::unique_ptr<PlanDocument>> opened =
        PlanDocument::open(path, PlanFile::Mode::ReadWrite, m_author);
    if (opened)
        return take(std::move(*opened));

    // Somebody else may have it open, or the folder may not be ours to write: reading is still possible.
    Result<std::unique_ptr<PlanDocument>> readable =
        PlanDocument::open(path, PlanFile::Mode::ReadOnly, m_author);
    if (readable) {
        const int choice = m_dialogs.choose(this, tr("Open a plan"), opened.error().text,
                                            {tr("Open to read only"), tr("Open a copy")});
        if (choice == 0)
            return take(std::move(*readable));
        if (choice != 1)
            return false;
        readable->reset();
        const QFileInfo file(path);
        const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        const QString copy =
            m_dialogs.saveFile(this, tr("Where to keep the copy"),
                               freeName(documents, tr("%1 copy").arg(file.completeBaseName())), planFilter());
        if (copy.isEmpty())
            return false;
        if (Outcome copied = copyPlanFile(path, copy); !copied) {
            m_dialogs.tell(this, tr("Open a copy"), copied.error().text);
            return false;
        }
        return openPlan(copy);
    }
    m_dialogs.tell(this, tr("Open a plan"), opened.error().text);
    m_session.forget(path);
    refreshRecent();
    return false;
}

bool MainWindow::openSample()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    folder.mkpath(u"."_s);
    const QString path = freeName(folder, u"Calderbourne 2026-27"_s);
    Result<std::unique_ptr<PlanFile>> made = createSample(path);
    if (!made) {
        m_dialogs.tell(this, tr("Open the sample plan"), made.error().text);
        return false;
    }
    made->reset(); // closed, so that it can be opened as any plan
    return openPlan(path);
}

bool MainWindow::take(std::unique_ptr<PlanDocument> document)
{
    closePlan();
    m_document = std::move(document);
    m_view = new PlanView(*m_document, m_undo, m_redo, this);
    m_stack->addWidget(m_view);
    m_stack->setCurrentWidget(m_view);
    for (GridView* grid : m_view->findChildren<GridView*>())
        grid->setRowHeight(m_session.rowHeight());
    for (Panel* panel : m_view->findChildren<Panel*>())
        panel->setSummaryShown(m_session.summaries());

    m_pageMenu->clear();
    int number = 0;
    for (Page* page : m_view->pages()) {
        QAction* made = action(m_pageMenu, page->name(), "",
                               QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++)));
        made->setObjectName(u"actionPage%1"_s.arg(number));
        connect(made, &QAction::triggered, this, [this, id = page->id()] { m_view->showPage(id); });
        m_pageMenu->addActions(page->actions()); // the parts of a page
    }
    connect(m_view, &PlanView::said, m_said, &QLabel::setText);
    connect(m_view, &PlanView::refused, this, &MainWindow::sayRefused);
    connect(m_view, &PlanView::boardPaperRequested, this, &MainWindow::exportBoardPaper);
    connect(m_view, &PlanView::importRequested, this, &MainWindow::importNeedFiles);
    connect(m_view, &PlanView::scheduleRequested, this, &MainWindow::exportRiskSchedule);
    connect(m_view, &PlanView::minutesRequested, this, &MainWindow::exportMinutes);
    connect(m_view, &PlanView::registerRequested, this, &MainWindow::exportRegister);
    connect(m_document.get(), &PlanDocument::changed, this, [this] {
        refreshActions();
        refreshStatus();
    });
    m_session.remember(m_document->path());
    refreshRecent();
    const QVariantMap left = m_session.placeLeft(m_document->path());
    if (!left.isEmpty())
        m_view->restoreViewState(left);
    setWindowTitle(tr("%1 – Placewright")
                       .arg(QFileInfo(m_document->path()).completeBaseName() +
                            (m_document->isReadOnly() ? tr(" (read only)") : QString())));
    refreshActions();
    refreshStatus();
    return true;
}

void MainWindow::closePlan()
{
    if (!m_document)
        return;
    m_session.leave(m_document->path(), m_view->viewState());
    m_stack->setCurrentWidget(m_start);
    delete m_view;
    m_view = nullptr;
    m_document.reset();
    m_pageMenu->clear();
    setWindowTitle(tr("Placewright"));
    refreshRecent();
    refreshActions();
    refreshStatus();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_session.setGeometry(saveGeometry());
    closePlan();
    event->accept();
}

void MainWindow::newPlan()
{
    NewPlanDialog dialog(this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const NewPlan wanted = dialog.plan();
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString path = m_dialogs.saveFile(this, tr("Where to keep the new plan"),
                                            folder.filePath(wanted.place + u".plan"_s), planFilter());
    if (path.isEmpty())
        return;
    Result<PlanTree> tree = newPlanTree(wanted);
    if (!tree) {
        m_dialogs.tell(this, tr("New plan"), tree.error().text);
        return;
    }
    Result<std::unique_ptr<PlanFile>> created =
        PlanFile::create(path, *tree, m_author, tr("New plan for %1").arg(wanted.place));
    if (!created) {
        m_dialogs.tell(this, tr("New plan"), created.error().text);
        return;
    }
    created->reset();
    openPlan(path);
}

void MainWindow::chooseAndOpen()
{
    const QString path = m_dialogs.openFile(this, tr("Open a plan"), planFilter());
    if (!path.isEmpty())
        openPlan(path);
}

void MainWindow::saveCopy()
{
    const QFileInfo file(m_document->path());
    const QString suggested = freeName(file.absoluteDir(), tr("%1 copy").arg(file.completeBaseName()));
    const QString path = m_dialogs.saveFile(this, tr("Save a copy"), suggested, planFilter());
    if (path.isEmpty())
        return;
    if (Outcome copied = copyPlanFile(m_document->path(), path); !copied)
        m_dialogs.tell(this, tr("Save a copy"), copied.error().text);
    else
        m_said->setText(tr("A copy is in %1.").arg(QDir::toNativeSeparators(path)));
}

void MainWindow::importNeedFiles()
{
    constexpr qint64 largestFile = 200'000'000;
    const QStringList paths = m_dialogs.openFiles(
        this, tr("Import need"), tr("Need files (*.csv *.xlsx *.json *.geojson *.hexjson);;All files (*)"));
    QList<ChosenFile> files;
    for (const QString& path : paths) {
        Result<QByteArray> bytes = readWholeFile(path, largestFile);
        if (!bytes) {
            m_dialogs.tell(this, tr("Import need"), bytes.error().text);
            return;
        }
        files.append({QFileInfo(path).fileName(), *bytes});
    }
    if (files.isEmpty())
        return;
    NeedImportDialog dialog(m_document->plan(), m_document->shelf(), files, m_document->author().ids, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    for (const NeedImport& import : dialog.imports())
        if (!m_document->commit(import.step, import.blobs))
            return;
}

void MainWindow::branchScenario()
{
    const QString from = m_document->scenarioName(m_document->scenario());
    const std::optional<QString> name = m_dialogs.askText(
        this, tr("Branch a scenario"), tr("Name of the scenario that branches from “%1”:").arg(from), {});
    if (!name)
        return;
    const Id id = randomIds()();
    StepBuilder builder(m_document->tree().base);
    builder.add(Scenario::type.id, id).set(Scenario::type.id, id, u"name", Value(*name));
    builder.set(Scenario::type.id, id, u"parent", Value(m_document->scenario()));
    if (m_document->commitToBase(builder.step(tr("Branched “%1” from “%2”").arg(*name, from))))
        m_document->showScenario(id);
}

void MainWindow::stepScenario(int by)
{
    QList<Id> branches{Id()};
    for (const Scenario& scenario : m_document->tree().base.scenarios)
        branches.append(scenario.id);
    const qsizetype at = branches.indexOf(m_document->scenario());
    m_document->showScenario(branches.at((at + by + branches.size()) % branches.size()));
}

void MainWindow::showHelp()
{
    auto* help = new HelpWindow(m_view ? m_view->page()->helpTopic() : u"start"_s, this);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->show();
}

void MainWindow::about()
{
    m_dialogs.tell(
        this, tr("About Placewright"),
        tr("Placewright %1\n\nA planner for the money a place spends on health and care together.\n"
           "Free software under the GNU General Public License, version 3 or later.")
            .arg(QApplication::applicationVersion()));
}

void MainWindow::refreshRecent()
{
    const QStringList paths = m_session.recent();
    m_start->setRecent(paths);
    m_recentMenu->clear();
    m_recentMenu->setEnabled(!paths.isEmpty());
    for (const QString& path : paths) {
        QAction* recent = m_recentMenu->addAction(QFileInfo(path).completeBaseName());
        recent->setObjectName(u"actionRecent%1"_s.arg(m_recentMenu->actions().size()));
        connect(recent, &QAction::triggered, this, [this, path] { openPlan(path); });
    }
}

void MainWindow::refreshActions()
{
    for (QAction* one : std::as_const(m_planActions))
        one->setEnabled(m_document != nullptr);
    const bool canUndo = m_document && m_document->canUndo();
    const bool canRedo = m_document && m_document->canRedo();
    m_undo->setEnabled(canUndo);
    m_redo->setEnabled(canRedo);
    m_undo->setText(canUndo ? tr("&Undo: %1").arg(m_document->undoStack().undoText()) : tr("&Undo"));
    m_redo->setText(canRedo ? tr("&Redo: %1").arg(m_document->undoStack().redoText()) : tr("&Redo"));
    m_pageMenu->setEnabled(m_document != nullptr);
}

void MainWindow::refreshStatus()
{
    const bool open = m_document != nullptr;
    for (QWidget* part :
         {static_cast<QWidget*>(m_saved), static_cast<QWidget*>(m_last), static_cast<QWidget*>(m_legend)})
        part->setVisible(open);
    m_undoLast->setVisible(open && m_document->canUndo());
    const QString version = open ? frozenSentence(*m_document) : QString();
    m_version->setText(version);
    m_version->setVisible(!version.isEmpty());
    m_zoom->setText(u"%1%"_s.arg(m_theme.zoom()));
    if (!open)
        return;
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    m_saved->setText(m_document->isReadOnly() ? tr("Read only")
                                              : tr("Every edit saved, %1")
                                                    .arg(british.toString(m_document->savedAt().toLocalTime(),
                                                                          u"d MMMM yyyy, HH:mm"_s)));
    m_last->setText(m_document->lastStepText());
}

void MainWindow::sayRefused(const QString& sentence)
{
    m_dialogs.tell(this, tr("Nothing was changed"), sentence);
}

} // namespace placewright
