#include "ui/window/shots.h"

#include "ui/charts/chart.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

struct Setting
{
    QString name;
    ThemeChoice theme;
    int scale; // device pixels for each logical one
    QSize size;
};

// Answers nothing: pictures ask no questions.
class NoDialogs : public Dialogs
{
public:
    QString openFile(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList openFiles(QWidget*, const QString&, const QString&) override { return {}; }
    QString saveFile(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    std::optional<QString> askText(QWidget*, const QString&, const QString&, const QString&) override
    {
        return std::nullopt;
    }
    int choose(QWidget*, const QString&, const QString&, const QStringList&) override { return 0; }
    void tell(QWidget*, const QString&, const QString& sentence) override { told = sentence; }

    QString told;
};

// Layouts settle in rounds: text wraps, heights follow, scroll bars come and go.
void settle()
{
    for (int round = 0; round < 6; ++round) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents();
    }
}

QPixmap pictureOf(QWidget& window, int scale)
{
    QPixmap picture(window.size() * scale);
    picture.setDevicePixelRatio(scale);
    window.render(&picture);
    return picture;
}

Outcome save(const QPixmap& picture, const QString& path)
{
    if (!picture.save(path))
        return Error{MainWindow::tr("%1 cannot be written. Choose a folder you may write to.")
                         .arg(QDir::toNativeSeparators(path))};
    return Done{};
}

// How the actions are named that show a part of a page.
const QRegularExpression& sectionName()
{
    static const QRegularExpression name(
        u"^(needSection|fundingSection|poolView|contractView|committeeView)(?!s$)"_s);
    return name;
}

QList<QAction*> sectionsOf(const Page& page)
{
    return page.findChildren<QAction*>(sectionName());
}

// The sections of a page behind the first, each by its own action.
Outcome saveSections(MainWindow& window, const Page& page, const Setting& setting, const QDir& target)
{
    const QList<QAction*> sections = sectionsOf(page);
    for (qsizetype i = 1; i < sections.size(); ++i) {
        sections[i]->trigger();
        settle();
        const QString name = page.helpTopic() + u'-' +
                             sections[i]->objectName().remove(sectionName()).toLower() + u'-' + setting.name;
        if (Outcome saved = save(pictureOf(window, setting.scale), target.filePath(name + u".png"_s)); !saved)
            return saved;
    }
    return Done{};
}

} // namespace

namespace {

// The day of the plan's last step, so that pictures of what is due do not change with the calendar.
Author onLastDay(const QString& plan, Author author)
{
    const auto file = PlanFile::open(plan, PlanFile::Mode::ReadOnly);
    const Result<QList<JournalEntry>> journal =
        file ? (*file)->journal() : Result<QList<JournalEntry>>(file.error());
    if (journal && !journal->isEmpty())
        author.now = [when = journal->last().step.when] { return when; };
    return author;
}

} // namespace

Outcome takeShots(Theme& theme, const QString& plan, const QString& folder, const Author& author)
{
    const QDir target(folder);
    if (!target.mkpath(u"."_s))
        return Error{MainWindow::tr("%1 cannot be made. Choose a folder you may write to.")
                         .arg(QDir::toNativeSeparators(folder))};
    const QTemporaryDir scratch;
    QSettings settings(scratch.filePath(u"shots.ini"_s), QSettings::IniFormat);
    SessionStore session(settings);
    NoDialogs dialogs;
    const Setting shots[] = {
        {u"light"_s, ThemeChoice::Light, 1, {1440, 900}},
        {u"dark"_s, ThemeChoice::Dark, 1, {1440, 900}},
        {u"small"_s, ThemeChoice::Light, 1, {1280, 720}},
        {u"contrast"_s, ThemeChoice::HighContrast, 1, {1440, 900}},
        {u"200-percent"_s, ThemeChoice::Light, 2, {1280, 720}},
    };
    for (const Setting& setting : shots) {
        theme.setChoice(setting.theme);
        MainWindow window(theme, session, dialogs, onLastDay(plan, author));
        window.setAttribute(Qt::WA_DontShowOnScreen);
        window.resize(setting.size);
        window.show();
        if (setting.name == u"light")
            if (Outcome saved = save(pictureOf(window, 1), target.filePath(u"start-light.png"_s)); !saved)
                return saved;
        if (!window.openPlan(plan))
            return Error{dialogs.told};
        for (Page* page : window.view()->pages()) {
            window.view()->showPage(page->id());
            if (const QList<QAction*> sections = sectionsOf(*page); !sections.isEmpty())
                sections.first()->trigger(); // whatever the window before was left at
            settle();
            const QString name = page->helpTopic() + u'-' + setting.name;
            if (Outcome saved = save(pictureOf(window, setting.scale), target.filePath(name + u".png"_s));
                !saved)
                return saved;
            if (Outcome saved = saveSections(window, *page, setting, target); !saved)
                return saved;
            if (setting.name != u"light")
                continue;
            for (const Chart* chart : page->findChildren<Chart*>()) {
                const QString stem = target.filePath(page->helpTopic() + u'-' + chart->objectName());
                if (!chart->exportPng(stem + u".png"_s) || !chart->exportSvg(stem + u".svg"_s))
                    return Error{
                        MainWindow::tr("%1 cannot be written. Choose a folder you may write to.").arg(stem)};
            }
        }
        settings.clear();
    }
    return Done{};
}

} // namespace placewright
