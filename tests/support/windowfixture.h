#pragma once

#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <functional>

namespace placewright {

class GridView;
class NeedGapChart;
class Page;
enum class PageId;

// Answers for the person: takes the next prepared answer, cancels when there is none, and keeps every sentence that was said.
class AnsweringDialogs : public Dialogs
{
public:
    QString openFile(QWidget*, const QString&, const QString&) override;
    QStringList openFiles(QWidget*, const QString&, const QString&) override;
    QString saveFile(QWidget*, const QString&, const QString& suggested, const QString&) override;
    std::optional<QString> askText(QWidget*, const QString&, const QString& question,
                                   const QString&) override;
    int choose(QWidget*, const QString&, const QString& sentence, const QStringList& buttons) override;
    void tell(QWidget*, const QString&, const QString& sentence) override;

    QStringList paths; // next answers to openFile and saveFile
    QStringList texts; // to askText
    QList<int> choices;
    QStringList said; // sentences of tell and choose, in order
    QStringList asked;
    QStringList offered; // buttons of the last choose
};

// The real window, offscreen, in a folder of its own, with a clock, a person and settings that a test can rely on. Keys
// and the mouse go through the window as a person's do.
class WindowFixture
{
public:
    WindowFixture();
    ~WindowFixture();

    // The program starts again: another window over the same settings and the same folder.
    void restart();

    MainWindow& window() { return *m_window; }
    PlanDocument& document() { return *m_window->document(); }
    AnsweringDialogs& dialogs() { return m_dialogs; }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }

    bool openSample(); // by the button of the start screen
    Page* page(PageId id);
    GridView* grid(const QString& objectName); // of a Grid or a GridView, on the page shown
    NeedGapChart* needChart();                 // of the page shown
    QAction* action(const QString& objectName);
    QString menuText(const QString& objectName); // without the mnemonic and the key

    template <class T> T* shown(const QString& objectName) // the one that is visible
    {
        for (T* found : m_window->findChildren<T*>(objectName))
            if (found->isVisible())
                return found;
        return nullptr;
    }

    // To whatever has the focus, through the window, so that shortcuts work.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);
    // Cells by shown index: a click, and a stretch by a click and a click with Shift.
    void click(GridView& view, const QModelIndex& shown, Qt::KeyboardModifiers modifiers = {});
    void clickStretch(GridView& view, const QModelIndex& from, const QModelIndex& to);
    void click(QWidget& widget);
    // What is done while a dialog that the next action opens is waiting.
    void during(const std::function<void(QWidget& dialog)>& act);

private:
    void start();
    QWindow* focused();

    QTemporaryDir m_folder;
    int m_minutes = 0;
    int m_made = 0;
    QTranslator m_english;
    Theme m_theme;
    AnsweringDialogs m_dialogs;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SessionStore> m_session;
    std::unique_ptr<MainWindow> m_window;
};

// The shown index of an entity's cell: the row with that id, the column with that title. Not valid when there is none.
QModelIndex cellOf(GridView& view, const QString& id, const QString& columnTitle);
// The row below the last line, where new lines are typed and pasted.
QModelIndex newRowOf(GridView& view, const QString& columnTitle);
QStringList namesOf(const QList<JournalEntry>& entries); // of their Steps

} // namespace placewright
