#include "app/commands/usage.h"
#include "core/exchange/csv.h"
#include "core/exchange/needimport.h"
#include "core/exchange/readshelf.h"

#include <QCoreApplication>
#include <QFileInfo>

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
        const Result<Shelf> shelf = readShelf(m_tree, m_shelf);
        if (!shelf)
            return shelf.error();
        m_shelf = *shelf;
        return take(
            importNeed(m_tree.base, m_shelf, *bytes, QFileInfo(path).fileName(), options, randomIds()));
    }

    std::optional<Error> addDistricts(const QStringList& icbs, const QString& layerName)
    {
        const Result<Shelf> shelf = readShelf(m_tree, m_shelf);
        if (!shelf)
            return shelf.error();
        m_shelf = *shelf;
        const NeedDataset* latest = latestDataset(m_tree.base);
        if (!latest)
            return Error{
                Words::tr("The plan has no need dataset: import NHS England's practice file first.")};
        return take(layerByDistrict(m_tree.base, m_shelf, latest->id, icbs, layerName, randomIds()));
    }

    const QList<NeedImport>& imports() const { return m_imports; }

private:
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

std::optional<Error> importAll(Importer& importer, const Usage& usage)
{
    ImportOptions options;
    options.layerName = usage.value(u"layer"_s);
    options.overlap = usage.has(u"split"_s) ? Overlap::SplitEqually : Overlap::Refuse;
    options.skipRefused = usage.has(u"skip-refused"_s);
    options.fileDate = usage.value(u"date"_s);
    for (const QString& path : usage.argumentsFrom(1))
        if (const std::optional<Error> error = importer.addFile(path, options))
            return error;
    if (usage.has(u"by-district"_s))
        return importer.addDistricts(usage.value(u"by-district"_s).split(u',', Qt::SkipEmptyParts),
                                     options.layerName);
    return std::nullopt;
}

} // namespace

ExitStatus runImportNeed(const QStringList& arguments, Console& console)
{
    Usage usage("import-need"_L1);
    usage.argument(u"PLAN"_s, Words::tr("the plan file"));
    usage.furtherArguments(
        u"FILE"_s, Words::tr("practice file, practice-to-locality list, or saved places; in this order"));
    usage.option(u"by-district"_s, u"ICB,..."_s,
                 Words::tr("also make a layer with one area a district of these ICBs"));
    usage.option(u"layer"_s, u"NAME"_s, Words::tr("the layer to make or extend"));
    usage.flag(
        u"split"_s,
        Words::tr("share a practice that stands in two areas equally between them, instead of refusing it"));
    usage.flag(u"skip-refused"_s, Words::tr("go on without the rows that are refused, and list them"));
    usage.option(u"date"_s, u"YYYY-MM-DD"_s, Words::tr("when the files were published"));
    usage.option(u"who"_s, u"NAME"_s, Words::tr("whose edit it is, for the journal"));
    usage.flag(u"dry-run"_s, Words::tr("say what would happen, and change nothing"));
    if (const auto over = usage.parse(arguments, console))
        return *over;
    if (usage.argumentsFrom(1).isEmpty() && !usage.has(u"by-district"_s))
        return console.refuse(ExitStatus::WrongUsage,
                              Words::tr("Name a file to import, or use --by-district."));
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
    if (const std::optional<Error> error = importAll(importer, usage))
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
