#include "app/commands/usage.h"
#include "core/exchange/csv.h"
#include "core/exchange/needimport.h"
#include "core/exchange/readdataset.h"
#include "core/exchange/readshelf.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void printList(const QString& heading, const QStringList& lines, Console& console)
{
    if (lines.isEmpty())
        return;
    console.print(u"  %1 (%2):"_s.arg(heading, QString::number(lines.size())));
    for (const QString& line : lines)
        console.print(u"    "_s + line);
}

void printImport(const NeedImport& import, Console& console)
{
    for (const QString& sentence : import.summary)
        console.print(sentence);
    QStringList refused;
    for (const RefusedRow& row : import.refused)
        refused.append(row.line > 0 ? Words::tr("line %1: %2").arg(QString::number(row.line), row.reason)
                                    : row.reason);
    printList(Words::tr("Refused rows"), refused, console);
    printList(Words::tr("Practices in two areas"), import.overlapping, console);
    printList(Words::tr("Practices that the need dataset does not hold"), import.unmatched, console);
    printList(Words::tr("Practices that no area has"), import.notInAnyArea, console);
}

// Imports one after the other, each against the plan as the ones before it leave it; nothing is written yet.
class Importer
{
public:
    explicit Importer(const PlanTree& tree)
        : m_tree(tree)
    {
    }

    std::optional<Error> addFile(const QString& path, const ImportOptions& options)
    {
        const Result<QByteArray> bytes = readWholeFile(path, largestTable);
        if (!bytes)
            return bytes.error();
        if (const auto error = readTables())
            return error;
        return take(
            importNeed(m_tree.base, m_shelf, *bytes, QFileInfo(path).fileName(), options, randomIds()));
    }

    std::optional<Error> addDistricts(const QStringList& icbs, const QString& layerName)
    {
        if (const auto error = readTables())
            return error;
        const NeedDataset* latest = latestDataset(m_tree.base);
        if (!latest)
            return Error{
                Words::tr("The plan has no need dataset: import NHS England's practice file first.")};
        return take(layerByDistrict(m_tree.base, m_shelf, latest->id, icbs, layerName, randomIds()));
    }

    std::optional<Error> addLayer(const LookupLayer& wanted)
    {
        if (const auto error = readTables())
            return error;
        return take(layerByLookup(m_tree.base, m_shelf, wanted, randomIds()));
    }

    std::optional<Error> choose(const QString& layerName, const LayerMeasures& measures)
    {
        if (const auto error = readTables())
            return error;
        return takeStep(chooseMeasures(m_tree.base, m_shelf, layerName, measures));
    }

    std::optional<Error> chooseFifthsBy(const QString& measure)
    {
        if (const auto error = readTables())
            return error;
        return takeStep(chooseFifths(m_tree.base, m_shelf, measure, randomIds()));
    }

    const QList<NeedImport>& imports() const { return m_imports; }

private:
    std::optional<Error> readTables()
    {
        const Result<Shelf> shelf = readShelf(m_tree, m_shelf);
        if (!shelf)
            return shelf.error();
        m_shelf = *shelf;
        return std::nullopt;
    }

    std::optional<Error> takeStep(const Result<Step>& step)
    {
        if (!step)
            return step.error();
        NeedImport made;
        made.step = *step;
        made.summary.append(step->what + u'.');
        return take(made);
    }

    std::optional<Error> take(const Result<NeedImport>& import)
    {
        if (!import)
            return import.error();
        const Applied applied = apply(m_tree.base, import->step);
        if (!applied.ok())
            return Error{describe(applied.conflicts.first(), import->step, m_tree.base)};
        m_tree.base = applied.plan;
        m_tree.blobs.insert(import->blobs);
        m_imports.append(*import);
        return std::nullopt;
    }

    PlanTree m_tree;
    Shelf m_shelf;
    QList<NeedImport> m_imports;
};

bool isCodeSet(const QString& id)
{
    return std::any_of(codeSetChoices.begin(), codeSetChoices.end(),
                       [&](const Choice& choice) { return choice.value == id; });
}

QString codeSetIds()
{
    QStringList ids;
    for (const Choice& choice : codeSetChoices)
        ids.append(choice.value);
    return ids.join(u", "_s);
}

// "lad23=E08000025,E08000029" as a set and its codes; nothing when it is not of that form.
std::optional<std::pair<QString, QStringList>> limitOf(const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QStringList codes = text.mid(equals + 1).split(u',', Qt::SkipEmptyParts);
    if (equals < 1 || codes.isEmpty() || !isCodeSet(text.first(equals)))
        return std::nullopt;
    return std::pair(text.first(equals), codes);
}

// The layer that --areas asks for, or what is wrong with the options.
Result<LookupLayer> lookupLayerOf(const Usage& usage)
{
    LookupLayer wanted;
    wanted.layerName = usage.value(u"layer"_s);
    wanted.areas = usage.value(u"areas"_s);
    wanted.units = usage.has(u"made-of"_s) ? usage.value(u"made-of"_s) : wanted.areas;
    if (!isCodeSet(wanted.areas) || !isCodeSet(wanted.units))
        return Error{Words::tr("--areas and --made-of want one of: %1.").arg(codeSetIds())};
    if (usage.has(u"within"_s)) {
        const auto limit = limitOf(usage.value(u"within"_s));
        if (!limit)
            return Error{Words::tr("--within wants a set and its codes, like lad23=E08000025,E08000029.")};
        wanted.within = limit->first;
        wanted.withinCodes = limit->second;
    }
    return wanted;
}

// What a table of no known layout holds, as the options say.
Result<FigureHints> hintsOfUsage(const Usage& usage)
{
    NeedDataset said;
    said.codeSet = usage.value(u"codes"_s);
    said.figureKind = usage.value(u"figures"_s);
    said.orientation = usage.value(u"more-need"_s) == u"low"_s    ? QString(orientation::lowIsMore)
                       : usage.value(u"more-need"_s) == u"high"_s ? QString(orientation::highIsMore)
                                                                  : QString();
    said.unit = usage.value(u"unit"_s);
    bool perRead = true;
    if (usage.has(u"per"_s))
        said.per = usage.value(u"per"_s).toLongLong(&perRead);
    const Field* kind = NeedDataset::type.field(u"figureKind");
    if (!said.codeSet.isEmpty() && !isCodeSet(said.codeSet))
        return Error{Words::tr("--codes wants one of: %1.").arg(codeSetIds())};
    if (!said.figureKind.isEmpty() && !accepts(*kind, Value(said.figureKind))) {
        return Error{Words::tr("--figures wants one of: count, weightedPeople, score, rate, rank, decile.")};
    }
    if (!perRead || (said.per && *said.per < 1))
        return Error{Words::tr("--per wants a whole number above 0.")};
    if (usage.has(u"more-need"_s) && said.orientation.isEmpty())
        return Error{Words::tr("--more-need wants high or low.")};
    return hintsOf(said);
}

bool choosesMeasures(const Usage& usage)
{
    return usage.has(u"population"_s) || usage.has(u"need"_s) || usage.has(u"deprivation"_s);
}

std::optional<Error> importAll(Importer& importer, const Usage& usage, const FigureHints& hints)
{
    ImportOptions options;
    options.layerName = usage.value(u"layer"_s);
    options.overlap = usage.has(u"split"_s) ? Overlap::SplitEqually : Overlap::Refuse;
    options.skipRefused = usage.has(u"skip-refused"_s);
    options.fileDate = usage.value(u"date"_s);
    options.hints = hints;
    for (const QString& path : usage.argumentsFrom(1))
        if (const std::optional<Error> error = importer.addFile(path, options))
            return error;
    if (usage.has(u"by-district"_s))
        if (const auto error = importer.addDistricts(
                usage.value(u"by-district"_s).split(u',', Qt::SkipEmptyParts), options.layerName))
            return error;
    if (usage.has(u"areas"_s)) {
        const Result<LookupLayer> wanted = lookupLayerOf(usage);
        if (!wanted)
            return wanted.error();
        if (const auto error = importer.addLayer(*wanted))
            return error;
    }
    const LayerMeasures measures{usage.value(u"population"_s), usage.value(u"need"_s),
                                 usage.value(u"deprivation"_s)};
    if (choosesMeasures(usage))
        if (const auto error = importer.choose(options.layerName, measures))
            return error;
    if (usage.has(u"fifths"_s))
        return importer.chooseFifthsBy(usage.value(u"fifths"_s));
    return std::nullopt;
}

} // namespace

ExitStatus runImportNeed(const QStringList& arguments, Console& console)
{
    Usage usage("import-need"_L1);
    usage.argument(u"PLAN"_s, Words::tr("the plan file"));
    usage.furtherArguments(
        u"FILE"_s,
        Words::tr("need files of any supported kind, recognised by their headers; a layer after the "
                  "datasets it needs"));
    usage.option(u"by-district"_s, u"ICB,..."_s,
                 Words::tr("also make a layer with one area a district of these ICBs"));
    usage.option(u"areas"_s, u"SET"_s,
                 Words::tr("also make a layer with one area a code of this set, by a lookup"));
    usage.option(u"made-of"_s, u"SET"_s,
                 Words::tr("what the areas of --areas are made of; else of themselves"));
    usage.option(u"within"_s, u"SET=CODE,..."_s, Words::tr("only what lies within these codes"));
    usage.option(u"layer"_s, u"NAME"_s, Words::tr("the layer to make, extend or measure"));
    usage.option(u"population"_s, u"MEASURE"_s,
                 Words::tr("what the people of --layer are counted by, such as people.all"));
    usage.option(u"need"_s, u"MEASURE"_s,
                 Words::tr("what the need of --layer is measured by, such as imd.score"));
    usage.option(u"deprivation"_s, u"MEASURE"_s, Words::tr("what the areas of --layer are ordered by"));
    usage.option(u"fifths"_s, u"MEASURE"_s,
                 Words::tr("tenths or ranks that give people by deprivation fifth, such as imd.decile"));
    usage.option(u"codes"_s, u"SET"_s, Words::tr("the code set of a table whose header does not tell"));
    usage.option(u"figures"_s, u"KIND"_s,
                 Words::tr("what the figures of such a table are: count, score, rate ..."));
    usage.option(u"per"_s, u"PEOPLE"_s, Words::tr("per how many people its rates are"));
    usage.option(u"more-need"_s, u"high|low"_s, Words::tr("which end of its figures is more need"));
    usage.option(u"unit"_s, u"TEXT"_s, Words::tr("the unit of its figures, in words"));
    usage.flag(
        u"split"_s,
        Words::tr("share a practice that stands in two areas equally between them, instead of refusing it"));
    usage.flag(u"skip-refused"_s, Words::tr("go on without the rows that are refused, and list them"));
    usage.option(u"date"_s, u"YYYY-MM-DD"_s, Words::tr("when the files were published"));
    usage.option(u"who"_s, u"NAME"_s, Words::tr("whose edit it is, for the journal"));
    usage.flag(u"dry-run"_s, Words::tr("say what would happen, and change nothing"));
    if (const auto over = usage.parse(arguments, console))
        return *over;
    const bool makesLayer = usage.has(u"by-district"_s) || usage.has(u"areas"_s);
    const bool chooses = choosesMeasures(usage) || usage.has(u"fifths"_s);
    if (usage.argumentsFrom(1).isEmpty() && !makesLayer && !chooses)
        return console.refuse(ExitStatus::WrongUsage,
                              Words::tr("Name a file to import, or use --by-district, --areas or --need."));
    if (choosesMeasures(usage) && !usage.has(u"layer"_s))
        return console.refuse(ExitStatus::WrongUsage,
                              Words::tr("Say which layer is measured so: --layer NAME."));
    if (!usage.has(u"areas"_s) && (usage.has(u"made-of"_s) || usage.has(u"within"_s)))
        return console.refuse(ExitStatus::WrongUsage, Words::tr("--made-of and --within go with --areas."));
    if (usage.has(u"areas"_s))
        if (const Result<LookupLayer> wanted = lookupLayerOf(usage); !wanted)
            return console.refuse(ExitStatus::WrongUsage, wanted.error().text);
    const Result<FigureHints> hints = hintsOfUsage(usage);
    if (!hints)
        return console.refuse(ExitStatus::WrongUsage, hints.error().text);
    if (usage.has(u"date"_s) && !QDate::fromString(usage.value(u"date"_s), Qt::ISODate).isValid())
        return console.refuse(ExitStatus::WrongUsage, Words::tr("--date wants a day like 2025-01-30."));

    const bool dryRun = usage.has(u"dry-run"_s);
    const QString who = usage.value(u"who"_s).trimmed();
    if (who.isEmpty() && !dryRun)
        return console.refuse(ExitStatus::WrongUsage, Words::tr("Say whose edits these are: --who NAME."));
    const auto file =
        PlanFile::open(usage.argument(0), dryRun ? PlanFile::Mode::ReadOnly : PlanFile::Mode::ReadWrite);
    if (!file)
        return console.refuse(file.error());
    Importer importer((*file)->tree());
    if (const std::optional<Error> error = importAll(importer, usage, *hints))
        return console.refuse(*error);
    QList<NewEntry> entries;
    for (const NeedImport& import : importer.imports())
        entries.append(
            {JournalEntry::Kind::Edit, {}, import.step, Author{who, console.now}, 0, import.blobs});
    if (!dryRun)
        if (const Result<qint64> last = (*file)->commitAll(entries); !last)
            return console.refuse(last.error());
    for (const NeedImport& import : importer.imports())
        printImport(import, console);
    if (dryRun)
        console.print(Words::tr("Nothing was changed."));
    return ExitStatus::Done;
}

} // namespace placewright
