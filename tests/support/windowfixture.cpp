#include "tests/support/windowfixture.h"

#include "ui/charts/needgapchart.h"
#include "ui/pages/page.h"
#include "ui/table/grid.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QTimer>
#include <QWindow>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString takeNext(QStringList& prepared)
{
    return prepared.isEmpty() ? QString() : prepared.takeFirst();
}

} // namespace

QString AnsweringDialogs::openFile(QWidget*, const QString&, const QString&)
{
    return takeNext(paths);
}

QStringList AnsweringDialogs::openFiles(QWidget*, const QString&, const QString&)
{
    return std::exchange(paths, {});
}

QString AnsweringDialogs::saveFile(QWidget*, const QString&, const QString& suggested, const QString&)
{
    asked.append(suggested);
    return takeNext(paths);
}

std::optional<QString> AnsweringDialogs::askText(QWidget*, const QString&, const QString& question,
                                                 const QString&)
{
    asked.append(question);
    return texts.isEmpty() ? std::nullopt : std::optional(texts.takeFirst());
}

int AnsweringDialogs::choose(QWidget*, const QString&, const QString& sentence, const QStringList& buttons)
{
    said.append(sentence);
    offered = buttons;
    return choices.isEmpty() ? -1 : choices.takeFirst();
}

void AnsweringDialogs::tell(QWidget*, const QString&, const QString& sentence)
{
    said.append(sentence);
}

WindowFixture::WindowFixture()
    : m_theme(*qApp)
{
    // Where the sample is put: the documents folder of this person, who has no home but this.
    qputenv("HOME", m_folder.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
    if (m_english.load(u":/i18n/placewright_en_GB.qm"_s)) // plurals, as the program has them
        QCoreApplication::installTranslator(&m_english);
    m_theme.setChoice(ThemeChoice::Light);
    start();
}

WindowFixture::~WindowFixture() = default;

void WindowFixture::start()
{
    m_settings = std::make_unique<QSettings>(filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_session = std::make_unique<SessionStore>(*m_settings);
    const Author author{
        u"A. Tester"_s,
        [this] { return QDateTime(QDate(2026, 3, 10), QTime(9, 0), Qt::UTC).addSecs(60 * ++m_minutes); },
        [this] { return Id(u"new-%1"_s.arg(++m_made)); }};
    m_window = std::make_unique<MainWindow>(m_theme, *m_session, m_dialogs, author);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window does not come up");
}

void WindowFixture::restart()
{
    m_window->close();
    m_window.reset();
    m_session.reset();
    m_settings.reset(); // writes the file
    start();
}

bool WindowFixture::openSample()
{
    auto* button = shown<QPushButton>(u"openSample"_s);
    if (!button)
        return false;
    click(*button);
    return m_window->document() != nullptr;
}

Page* WindowFixture::page(PageId id)
{
    return m_window->view()->page(id);
}

GridView* WindowFixture::grid(const QString& objectName)
{
    if (auto* grid = shown<Grid>(objectName))
        return grid->view();
    return shown<GridView>(objectName);
}

NeedGapChart* WindowFixture::needChart()
{
    return m_window->view()->page()->findChild<NeedGapChart*>(u"needGapChart"_s);
}

QAction* WindowFixture::action(const QString& objectName)
{
    auto* found = m_window->findChild<QAction*>(objectName);
    if (!found)
        qFatal("no action %s", qPrintable(objectName));
    return found;
}

QString WindowFixture::menuText(const QString& objectName)
{
    return action(objectName)->text().section(u'\t', 0, 0).remove(u'&');
}

// The window with the focus; the platform leaves it nowhere when a dialog has gone.
QWindow* WindowFixture::focused()
{
    if (!QGuiApplication::focusWindow()) {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            qFatal("the window does not come back");
    }
    return QGuiApplication::focusWindow();
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(focused(), key, modifiers);
}

void WindowFixture::type(const QString& text)
{
    for (const QChar c : text)
        QTest::keyClick(focused(), c.toLatin1());
}

void WindowFixture::click(GridView& view, const QModelIndex& shown, Qt::KeyboardModifiers modifiers)
{
    QVERIFY2(shown.isValid(), "no such cell");
    view.scrollTo(shown);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, view.visualRect(shown).center());
}

void WindowFixture::clickStretch(GridView& view, const QModelIndex& from, const QModelIndex& to)
{
    click(view, from);
    click(view, to, Qt::ShiftModifier);
}

void WindowFixture::click(QWidget& widget)
{
    QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.rect().center());
    QCoreApplication::processEvents(); // what a click queues
}

void WindowFixture::during(const std::function<void(QWidget&)>& act)
{
    auto* waiting = new QTimer(m_window.get());
    QObject::connect(waiting, &QTimer::timeout, waiting, [waiting, act] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (!dialog)
            return;
        waiting->stop();
        waiting->deleteLater();
        const auto hasFocus = [dialog] { // it comes after the window is active
            return QApplication::focusWidget() && dialog->isAncestorOf(QApplication::focusWidget());
        };
        const bool active = QTest::qWaitForWindowActive(dialog);
        if (active && !QTest::qWaitFor(hasFocus, 2000))
            qWarning("no field of the dialog has the focus");
        if (active)
            act(*dialog);
        if (dialog->isVisible())
            dialog->close(); // or the test would wait for ever
    });
    waiting->start(5);
}

QModelIndex cellOf(GridView& view, const QString& id, const QString& columnTitle)
{
    const GridProxy* shown = view.proxy();
    for (int column = 0; column < shown->columnCount(); ++column) {
        if (shown->headerData(column, Qt::Horizontal).toString() != columnTitle)
            continue;
        for (int row = 0; row < shown->rowCount(); ++row)
            if (shown->index(row, 0).data(IdRole).toString() == id)
                return shown->index(row, column);
    }
    return {};
}

QModelIndex newRowOf(GridView& view, const QString& columnTitle)
{
    const QModelIndex first = cellOf(view, QString(), columnTitle);
    return first.isValid() ? first.siblingAtRow(view.proxy()->rowCount() - 1) : first;
}

QStringList namesOf(const QList<JournalEntry>& entries)
{
    QStringList names;
    for (const JournalEntry& entry : entries)
        names.append(entry.step.what);
    return names;
}

} // namespace placewright
