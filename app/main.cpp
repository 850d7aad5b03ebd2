#include "core/exchange/readshelf.h"
#include "ui/document/author.h"
#include "ui/report/boardpaper.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/shots.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>
#include <QTranslator>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

enum Exit { Succeeded = 0, WrongUsage = 2, Unreadable = 3 };

int fail(Exit status, const QString& sentence)
{
    QTextStream(stderr) << sentence << Qt::endl;
    return status;
}

int exportPaper(const QString& plan, const QString& target, const QString& scenario, const Author& author)
{
    Result<std::unique_ptr<PlanDocument>> document =
        PlanDocument::open(plan, PlanFile::Mode::ReadOnly, author);
    if (!document)
        return fail(Unreadable, document.error().text);
    const std::optional<Id> branch = findScenario((*document)->tree().base, scenario);
    if (!branch)
        return fail(WrongUsage,
                    QCoreApplication::translate("main", "The plan has no scenario “%1”.").arg(scenario));
    (*document)->showScenario(*branch);
    const Outcome written = writeBoardPaper(paperSource(**document), target);
    return written ? Succeeded : fail(Unreadable, written.error().text);
}

} // namespace

int main(int argc, char* argv[])
{
#ifdef Q_OS_LINUX
    // Papers and pictures need fonts, not a display.
    const bool silentRun = std::any_of(argv + 1, argv + argc, [](const char* argument) {
        return QByteArrayView(argument).startsWith("--export") ||
               QByteArrayView(argument).startsWith("--shots");
    });
    const bool display =
        !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if (silentRun && !display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"Placewright"_s);
    QApplication::setOrganizationName(u"Placewright"_s);
    QApplication::setApplicationVersion(QLatin1StringView(PLACEWRIGHT_VERSION));
    QTranslator british;
    if (british.load(u":/i18n/placewright_en_GB.qm"_s))
        QApplication::installTranslator(&british);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Plans the money a place spends on health and care together."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption exportOption(
        u"export"_s, QCoreApplication::translate("main", "Write the board paper, .pdf or .odt."), u"OUT"_s);
    const QCommandLineOption scenarioOption(
        u"scenario"_s, QCoreApplication::translate("main", "Of this scenario; the base without it."),
        u"NAME"_s);
    const QCommandLineOption shotsOption(
        u"shots"_s, QCoreApplication::translate("main", "Write every page and chart as PNG."), u"FOLDER"_s);
    parser.addOptions({exportOption, scenarioOption, shotsOption});
    parser.addPositionalArgument(u"PLAN"_s, QCoreApplication::translate("main", "The plan to open."),
                                 u"[PLAN]"_s);
    if (!parser.parse(QApplication::arguments()))
        return fail(WrongUsage, parser.errorText());
    if (parser.isSet(help))
        parser.showHelp();
    if (parser.isSet(version))
        parser.showVersion();

    const QStringList plans = parser.positionalArguments();
    const bool silent = parser.isSet(exportOption) || parser.isSet(shotsOption);
    if (plans.size() > 1 || (silent && plans.isEmpty()))
        return fail(WrongUsage,
                    QCoreApplication::translate("main", "Name one plan. See placewright --help."));

    const Author author = systemAuthor();
    if (parser.isSet(exportOption))
        return exportPaper(plans.first(), parser.value(exportOption), parser.value(scenarioOption), author);

    Theme theme(app);
    if (parser.isSet(shotsOption)) {
        const Outcome taken = takeShots(theme, plans.first(), parser.value(shotsOption), author);
        return taken ? Succeeded : fail(Unreadable, taken.error().text);
    }

    QSettings settings;
    SessionStore session(settings);
    SystemDialogs dialogs;
    theme.setZoom(session.zoom());
    theme.setChoice(themeChoiceFromId(session.theme()));
    MainWindow window(theme, session, dialogs, author);
    window.show();
    if (!plans.isEmpty())
        window.openPlan(plans.first());
    return QApplication::exec();
}
