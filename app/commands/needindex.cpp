#include "core/exchange/needindex.h"

#include "app/commands/table.h"
#include "app/commands/usage.h"
#include "core/exchange/csv.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<PracticeFile> readPractices(const QString& path)
{
    const Result<QByteArray> bytes = readWholeFile(path, largestTable);
    return bytes ? readPracticeFile(*bytes, QFileInfo(path).fileName()) : bytes.error();
}

Result<QList<SavedPlace>> readPlaces(const QString& path)
{
    const Result<QByteArray> bytes = readWholeFile(path, largestTable);
    return bytes ? readSavedPlaces(*bytes, QFileInfo(path).fileName()) : bytes.error();
}

void printTable(const QList<PlaceIndex>& indices, Console& console)
{
    QStringList header{Words::tr("Place"), Words::tr("ICB"), Words::tr("Practices"), Words::tr("Population")};
    for (const NeedMeasureName& measure : needMeasureNames())
        header.append(needMeasureLabel(measure.measure));
    TextTable table(header);
    for (const PlaceIndex& index : indices) {
        QStringList cells{index.place, index.icb, QString::number(index.practices),
                          formatPeople(index.population)};
        for (const std::optional<Ratio>& ratio : index.index)
            cells.append(ratio ? decimalText(*ratio, 9, Rounding::HalfAwayFromZero) : Words::tr("not known"));
        table.row(cells);
    }
    table.print(console);
    console.print(Words::tr("Need index of each service component; base: the place's ICB = 1."));
}

// A place gets no index when the practice file has none of its practices, or knows no ICB by the name the place gives.
void warnOfPlacesWithoutIndex(const QList<PlaceIndex>& indices, const PracticeTable& table, Console& console)
{
    QMap<QString, QString> icbs;
    for (const Practice& practice : table.practices())
        icbs.insert(practice.icb, practice.icbName);
    QStringList found;
    for (auto icb = icbs.cbegin(); icb != icbs.cend(); ++icb)
        found.append(icb->isEmpty() ? icb.key() : u"%1 (%2)"_s.arg(icb.key(), *icb));
    for (const PlaceIndex& index : indices) {
        if (index.practices == 0)
            console.err << Words::tr("%1: none of its practices is in the practice file.").arg(index.place)
                        << Qt::endl;
        if (!icbs.contains(index.icb))
            console.err
                << (index.icb.isEmpty()
                        ? Words::tr(
                              "%1: its ICB is not known, so it has no index. The practice file has: %2.")
                              .arg(index.place, found.join(u", "_s))
                        : Words::tr(
                              "%1: the practice file has no ICB “%2”, so the place has no index. It has: %3.")
                              .arg(index.place, index.icb, found.join(u", "_s)))
                << Qt::endl;
    }
}

} // namespace

ExitStatus runNeedIndex(const QStringList& arguments, Console& console)
{
    Usage usage("need-index"_L1);
    usage.argument(u"PRACTICES.csv"_s, Words::tr("NHS England's weighted populations by practice"));
    usage.argument(u"PLACES.json"_s, Words::tr("places as NHS England's place tool saves them"));
    usage.flag(u"official-rounding"_s, Words::tr("round each sum to a whole person first, as the tool does"));
    usage.flag(u"skip-refused"_s,
               Words::tr("go on without the practices whose rows are refused, and list them"));
    usage.flag(u"json"_s, Words::tr("print JSON"));
    if (const auto over = usage.parse(arguments, console))
        return *over;

    const Result<PracticeFile> practices = readPractices(usage.argument(0));
    if (!practices)
        return console.refuse(practices.error());
    if (!practices->refused.isEmpty() && !usage.has(u"skip-refused"_s)) {
        const RefusedRow& first = practices->refused.first();
        return console.refuse(
            ExitStatus::CannotRead,
            Words::tr("“%1”, line %2: %3 Rows refused in all: %4; mend them, or use --skip-refused.")
                .arg(QFileInfo(usage.argument(0)).fileName(), QString::number(first.line), first.reason,
                     QString::number(practices->refused.size())));
    }
    const Result<QList<SavedPlace>> places = readPlaces(usage.argument(1));
    if (!places)
        return console.refuse(places.error());

    for (const RefusedRow& row : practices->refused)
        console.err << Words::tr("Skipped line %1: %2").arg(QString::number(row.line), row.reason)
                    << Qt::endl;
    if (!practices->lastLineIsWhole)
        console.err
            << Words::tr(
                   "The last line has no line break: if the file was cut short, its last figure is wrong.")
            << Qt::endl;
    const QList<PlaceIndex> indices =
        needIndices(*practices->table, *places,
                    usage.has(u"official-rounding"_s) ? IndexRounding::Official : IndexRounding::Exact);
    for (const PlaceIndex& index : indices) {
        if (!index.unmatched.isEmpty())
            console.err << Words::tr("%1: not in the practice file: %2")
                               .arg(index.place, index.unmatched.join(u", "_s))
                        << Qt::endl;
    }
    warnOfPlacesWithoutIndex(indices, *practices->table, console);
    if (usage.has(u"json"_s))
        console.out << QString::fromUtf8(QJsonDocument(needIndicesToJson(indices)).toJson()) << Qt::flush;
    else
        printTable(indices, console);
    return ExitStatus::Done;
}

} // namespace placewright
