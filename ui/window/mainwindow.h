#pragma once

#include "ui/document/plandocument.h"
#include "ui/window/dialogs.h"
#include "ui/window/sessionstore.h"

#include <QMainWindow>

class QLabel;
class QStackedWidget;

namespace placewright {

class LinkLabel;
class Page;
class PlanView;
class StartScreen;
class StatusLegend;
class Theme;
struct DecisionFilter;

// The window: menus and their actions, the start screen or an open plan, and the status bar. It holds the open document and
// nothing that a page or the document should know.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Theme& theme, SessionStore& session, Dialogs& dialogs, const Author& author);
    ~MainWindow() override;

    // False: nothing was opened, and the person was told why.
    bool openPlan(const QString& path);
    bool openSample();
    void closePlan();
    PlanDocument* document() const { return m_document.get(); }
    PlanView* view() const { return m_view; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makePlanMenu();
    void makeScenarioMenu();
    void makeHelpMenu();
    void makeStatusBar();
    QAction* action(QMenu* menu, const QString& text, const char* objectName, const QKeySequence& keys = {});

    void newPlan();
    void chooseAndOpen();
    void saveCopy();
    void exportBoardPaper();
    void exportRiskSchedule(const Id& fund);
    void exportMinutes(const Id& meeting);
    void exportRegister(const DecisionFilter& filter);
    void importNeedFiles();
    void branchScenario();
    void stepScenario(int by);
    void showHelp();
    void about();

    bool take(std::unique_ptr<PlanDocument> document);
    void refreshRecent();
    void refreshActions();
    void refreshStatus();
    void sayRefused(const QString& sentence);

    Theme& m_theme;
    SessionStore& m_session;
    Dialogs& m_dialogs;
    Author m_author;
    std::unique_ptr<PlanDocument> m_document;
    QStackedWidget* m_stack;
    StartScreen* m_start;
    PlanView* m_view = nullptr;

    QMenu* m_recentMenu = nullptr;
    QMenu* m_pageMenu = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QList<QAction*> m_planActions; // only while a plan is open
    QLabel* m_saved = nullptr;
    QLabel* m_last = nullptr;
    QLabel* m_version = nullptr; // the last frozen of the year shown
    LinkLabel* m_undoLast = nullptr;
    QLabel* m_said = nullptr;
    StatusLegend* m_legend = nullptr;
    QLabel* m_zoom = nullptr;
};

} // namespace placewright
