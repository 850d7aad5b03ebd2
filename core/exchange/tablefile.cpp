#include "core/exchange/csvcolumns.h"
#include "core/exchange/figurecell.h"
#include "core/exchange/figurelayouts.h"
#include "core/exchange/figurerows.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView codeNames[]{"areacode",       "localauthoritycode",
                                     "lsoacode",       "lsoacode2021",
                                     "lsoacode2011",   "msoacode",
                                     "wardcode",       "ladcode",
                                     "ltlacode",       "utlacode",
                                     "icbcode",        "practicecode",
                                     "gppracticecode", "odscode",
                                     "gpcode",         "organisationcode",
                                     "geographycode",  "code"};
constexpr QByteArrayView areaNames[]{
    "areaname", "localauthorityname", "practicename", "gppracticename", "lsoaname", "icbname", "name"};
constexpr QByteArrayView periodNames[]{"timeperiod", "period", "financialyear", "year",
                                       "date",       "month",  "quarter",       "reportingperiod"};

bool isCode(QByteArrayView cell)
{
    return looksLikeOnsCode(cell) || looksLikePracticeCode(cell);
}

struct CodeColumn
{
    qsizetype place = -1;
    QString codeSet; // as the header names it; empty where it does not
};

CodeColumn namedCodeColumn(const TableHeader& header)
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        const auto column = onsColumn(header.form(i));
        if (column && column->holds == OnsColumn::Codes)
            return {i, column->codeSet};
    }
    CodeColumn column{header.find(codeNames), {}};
    if (column.place >= 0 && header.form(column.place) == "lsoacode2011")
        column.codeSet = codeSet::lsoa11;
    return column;
}

// Where a header names no code: the first column whose cells in the first rows are all codes.
CodeColumn codeColumn(const QByteArray& bytes, const TableHeader& header)
{
    CodeColumn named = namedCodeColumn(header);
    if (named.place >= 0 || header.size() == 0)
        return named;
    auto table = openTable(headLines(bytes), {});
    if (!table)
        return {};
    constexpr int rowsTried = 20;
    std::vector<int> codes(static_cast<size_t>(header.size()));
    int rows = 0;
    while (rows < rowsTried && table->scanner.next()) {
        if (table->scanner.cells().size() != codes.size())
            continue;
        ++rows;
        for (size_t i = 0; i < codes.size(); ++i)
            codes[i] += isCode(table->scanner.cells()[i].trimmed()) ? 1 : 0;
    }
    const auto found = std::find(codes.begin(), codes.end(), rows);
    return rows == 0 || found == codes.end() ? CodeColumn() : CodeColumn{found - codes.begin(), {}};
}

Error noCodes(const QString& fileName)
{
    return Error{
        QCoreApplication::translate("FigureFile", "“%1”: no column holds codes of areas or GP practices.")
            .arg(fileName)};
}

// The areas of the table: those of the set that is asked for, else those of the kind that stands most often.
struct Areas
{
    QString codeSet;
    QSet<QString> taken;
    qsizetype leftOut = 0;
};

Areas areasOf(QStringList codes, const QString& named, const QString& asked)
{
    codes.removeIf(isEngland);
    codes.removeAll({});
    QSet<QString> all(codes.cbegin(), codes.cend());
    Areas areas;
    areas.codeSet = asked.isEmpty() ? named : asked;
    if (areas.codeSet.isEmpty() || areas.codeSet == codeSet::other) {
        const QStringList held = mainCodes(QStringList(all.cbegin(), all.cend()));
        areas.taken = QSet<QString>(held.cbegin(), held.cend());
        if (areas.codeSet.isEmpty())
            areas.codeSet = codeSetOfCodes(held);
    } else {
        for (const QString& code : std::as_const(all))
            if (fitsCodeSet(code, areas.codeSet))
                areas.taken.insert(code);
    }
    areas.leftOut = all.size() - areas.taken.size();
    return areas;
}

void noteLeftOut(FigureFile& file, const Areas& areas)
{
    if (areas.leftOut > 0) {
        file.notes.append(QCoreApplication::translate(
                              "FigureFile", "Areas of another kind left out: %L1 (wanted here: %2).")
                              .arg(areas.leftOut)
                              .arg(codeSetLabel(areas.codeSet)));
    }
}

bool isSomeCode(const QString& code)
{
    return isEngland(code) || looksLikeOnsCode(code.toLatin1()) || looksLikePracticeCode(code.toLatin1());
}

// What one reading of the whole table tells of its columns.
struct Survey
{
    QStringList codes;
    bool repeats = false;
    std::vector<qint64> figures; // cells that are numbers, by column
    std::vector<qint64> texts;   // cells that are anything else
};

Survey survey(OpenTable& table, qsizetype code)
{
    Survey found;
    const auto size = static_cast<size_t>(table.header.size());
    found.figures.resize(size);
    found.texts.resize(size);
    QSet<QString> seen;
    while (table.scanner.next()) {
        const auto cells = table.scanner.cells();
        if (cells.size() != size)
            continue;
        const QString area = codeOf(trimmedCell(cells, code));
        found.repeats = found.repeats || seen.contains(area);
        seen.insert(area);
        for (size_t i = 0; i < size; ++i) {
            const QByteArrayView cell = cells[i].trimmed();
            if (!saysNoFigure(cell))
                ++(figureOf(cell) ? found.figures : found.texts)[i];
        }
    }
    found.codes = QStringList(seen.cbegin(), seen.cend());
    return found;
}

CellRule ruleOf(FigureKind kind)
{
    switch (kind) {
    case FigureKind::Count:
    case FigureKind::WeightedPeople:
        return zeroOrMore();
    case FigureKind::Rank:
        return {figureUnits, CellRule().most, true};
    case FigureKind::Decile:
        return {figureUnits, 10 * figureUnits, true};
    case FigureKind::Score:
    case FigureKind::Rate:
        break;
    }
    return {};
}

WideColumn hintedColumn(const TableHeader& header, qsizetype place, const FigureHints& hints)
{
    WideColumn column;
    column.place = place;
    column.rule = ruleOf(hints.kind);
    column.figure.id = header.text(place);
    column.figure.name = header.text(place);
    column.figure.kind = hints.kind;
    column.figure.per = hints.per;
    column.figure.unit = hints.unit;
    column.figure.orientation = hints.orientation;
    return column;
}

// A column of figures for each period, where the areas repeat by period.
Result<FigureFile> readByPeriod(OpenTable& table, const WideTable& wanted, qsizetype period,
                                const Areas& areas)
{
    FigurePivot pivot;
    CsvScanner& scanner = table.scanner;
    while (scanner.next()) {
        if (const auto fault = raggedRow(scanner, static_cast<size_t>(table.header.size()))) {
            pivot.refuse(scanner.line(), *fault);
            continue;
        }
        const auto cell = [&](qsizetype place) { return trimmedCell(scanner.cells(), place); };
        const QString code = codeOf(cell(wanted.code));
        std::optional<QString> fault;
        if (code.isEmpty())
            fault = QCoreApplication::translate("FigureFile", "the code is blank.");
        std::vector<qint64> figures;
        for (size_t i = 0; !fault && i < wanted.columns.size(); ++i) {
            const WideColumn& column = wanted.columns[i];
            const auto figure = figureCell(cell(column.place), table.header.text(column.place));
            if (figure)
                figures.push_back(*figure);
            else
                fault = code + u": "_s + figure.error().text;
        }
        if (fault) {
            pivot.refuse(scanner.line(), *fault);
            continue;
        }
        const QString when = QString::fromUtf8(cell(period)).simplified();
        const qsizetype area = pivot.area(code, QString::fromUtf8(cell(wanted.name)));
        for (size_t i = 0; i < figures.size(); ++i) {
            FigureColumn column = wanted.columns[i].figure;
            column.id += u'|' + when;
            column.name += u", "_s + when;
            pivot.add(area, pivot.column(column), scanner.line(), {figures[i]});
        }
    }
    if (scanner.fault())
        return *scanner.fault();
    FigureFile file;
    pivot.finish(file, areas.codeSet, [&](const QString& code) { return areas.taken.contains(code); });
    file.lastLineIsWhole = scanner.endsInLineBreak();
    return file;
}

Result<FigureFile> readByArea(OpenTable& table, WideTable wanted, const Areas& areas)
{
    const bool judged = areas.codeSet != codeSet::other;
    if (judged)
        wanted.codeSet = areas.codeSet; // a code of no kind is refused, not left out
    wanted.leaveOut = [&areas, judged](const QString& code) {
        return !areas.taken.contains(code) && (!judged || isSomeCode(code));
    };
    auto rows = readWide(table, std::move(wanted));
    if (!rows)
        return rows.error();
    FigureFile file;
    file.refused = std::move(rows->refused);
    file.lastLineIsWhole = rows->lastLineIsWhole;
    file.table = std::make_shared<const FigureTable>(areas.codeSet, rows->codes, rows->names, rows->columns);
    return file;
}

} // namespace

bool hasCodeColumn(const QByteArray& bytes)
{
    return codeColumn(bytes, headerOf(bytes)).place >= 0;
}

bool isHealthIndexHeader(const TableHeader& header)
{
    return header.count({"avoidablemortality", "physicalactivity", "feelingsofanxiety"}) == 3;
}

Result<FigureFile> readAnyTable(const QByteArray& bytes, const QString& fileName, const FigureHints& hints)
{
    auto first = openTable(bytes, fileName);
    if (!first)
        return first.error();
    const TableHeader header = first->header;
    const CodeColumn code = codeColumn(bytes, header);
    if (code.place < 0)
        return noCodes(fileName);
    const Survey found = survey(*first, code.place);
    if (first->scanner.fault())
        return *first->scanner.fault();

    WideTable wanted;
    wanted.code = code.place;
    wanted.name = header.find(areaNames);
    const qsizetype period = found.repeats ? header.find(periodNames) : -1;
    QStringList others;
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (i == wanted.code || i == wanted.name || i == period)
            continue;
        const qint64 figures = found.figures[static_cast<size_t>(i)];
        const qint64 texts = found.texts[static_cast<size_t>(i)];
        if (header.form(i).isEmpty())
            continue;
        const bool isFigures = figures > texts; // the odd text refuses its row
        if (isFigures && header.isTwice(i))
            return columnTwice(fileName, header.text(i));
        if (isFigures && !onsColumn(header.form(i)))
            wanted.columns.push_back(hintedColumn(header, i, hints));
        else
            others.append(header.text(i));
    }
    if (wanted.columns.empty()) {
        return Error{QCoreApplication::translate("FigureFile",
                                                 "“%1”: no column holds figures beside the codes in “%2”.")
                         .arg(fileName, header.text(code.place))};
    }

    const Areas areas = areasOf(found.codes, code.codeSet, hints.codeSet);
    auto second = openTable(bytes, fileName);
    if (!second)
        return second.error();
    auto file = period >= 0 ? readByPeriod(*second, wanted, period, areas)
                            : readByArea(*second, std::move(wanted), areas);
    if (!file)
        return file;
    if (isHealthIndexHeader(header)) {
        file->name = QCoreApplication::translate("FigureFile", "Health Index for England");
        file->source = QCoreApplication::translate(
            "FigureFile", "Office for National Statistics, Health Index for England");
        file->licence = openGovernmentLicence();
        file->base = QCoreApplication::translate("FigureFile", "England");
    } else {
        file->name = fileName.section(u'.', 0, 0);
    }
    file->unit = hints.unit;
    noteLeftOut(*file, areas);
    if (!others.isEmpty())
        file->notes.append(columnsNotTaken(others));
    return file;
}

} // namespace placewright
