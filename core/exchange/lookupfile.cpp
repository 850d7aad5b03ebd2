#include "core/exchange/lookupfile.h"

#include "core/exchange/codecolumns.h"
#include "core/exchange/csvcolumns.h"
#include "core/exchange/figurecell.h"
#include "core/exchange/figurerows.h"
#include "core/money/numeral.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView practiceCodes[]{"practicecode", "gppracticecode"};

struct CodePlace
{
    qsizetype place = -1;
    QString codeSet; // empty: by its codes
    qsizetype names = -1;
    qsizetype nhsCodes = -1;
    bool isOns = true; // its cells are ONS codes
};

qsizetype placeOf(const TableHeader& header, QByteArrayView stem, OnsColumn::Holds holds)
{
    for (qsizetype i = 0; i < header.size(); ++i)
        if (const auto column = onsColumn(header.form(i));
            column && column->stem == stem && column->holds == holds)
            return i;
    return -1;
}

// Columns of codes; NHS codes stand for themselves where the ONS codes are not there.
QList<CodePlace> codePlaces(const TableHeader& header)
{
    QList<CodePlace> places;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const auto column = onsColumn(header.form(i));
        if (!column)
            continue;
        const bool hasCodes = placeOf(header, column->stem, OnsColumn::Codes) >= 0;
        if (column->holds == OnsColumn::Codes || (column->holds == OnsColumn::NhsCodes && !hasCodes)) {
            const bool isOns = column->holds == OnsColumn::Codes;
            places.append({i, column->codeSet, placeOf(header, column->stem, OnsColumn::Names),
                           isOns ? placeOf(header, column->stem, OnsColumn::NhsCodes) : -1, isOns});
        }
    }
    return places;
}

// Nothing but codes, names and what ONS lookups carry beside them: a table of figures may have two columns of codes as well.
bool holdsNoFigures(const QByteArray& bytes)
{
    auto table = openTable(headLines(bytes), {});
    if (!table || !table->scanner.next())
        return true;
    const auto cells = table->scanner.cells();
    for (qsizetype i = 0; i < table->header.size() && i < static_cast<qsizetype>(cells.size()); ++i) {
        const QByteArray& form = table->header.form(i);
        const bool isKnown = onsColumn(form) || form == "objectid" || form == "fid" || form == "chgind";
        if (!isKnown && figureOf(cells[static_cast<size_t>(i)].trimmed()))
            return false;
    }
    return true;
}

bool isLocalityHeader(const TableHeader& header)
{
    return header.find({"locality", "localityname"}) >= 0 && header.find(practiceCodes) < 0 &&
           (header.find({"areacode"}) >= 0 || !codePlaces(header).isEmpty());
}

// "AreaCode" is the finest, "ParentCode" what it lies in by publisher, "Locality" a name.
QList<CodePlace> localityPlaces(const TableHeader& header)
{
    QList<CodePlace> places = codePlaces(header);
    if (const qsizetype area = header.find({"areacode"}); area >= 0)
        places.prepend({area, {}, header.find({"areaname"})});
    if (const qsizetype parent = header.find({"parentcode"}); parent >= 0)
        places.append({parent, {}, header.find({"parentname"})});
    CodePlace locality;
    locality.place = header.find({"locality", "localityname"});
    locality.codeSet = codeSet::other;
    locality.isOns = false;
    places.append(locality);
    return places;
}

class LookupReader
{
public:
    LookupReader(OpenTable& table, QList<CodePlace> places)
        : m_scanner(table.scanner)
        , m_header(table.header)
        , m_places(std::move(places))
        , m_changes(table.header.find({"chgind"}))
    {
        for (const CodePlace& place : std::as_const(m_places))
            m_columns.append({place.codeSet, m_header.text(place.place), {}, {}});
    }

    Result<LookupFile> read()
    {
        while (m_scanner.next()) {
            if (const auto why = readRow())
                m_file.refused.append({m_scanner.line(), *why});
        }
        if (m_scanner.fault())
            return *m_scanner.fault();
        for (Lookup::Column& column : m_columns) {
            if (column.codeSet.isEmpty()) {
                QStringList codes = column.codes;
                codes.removeAll({});
                column.codeSet = codeSetOfCodes(codes);
            }
            const qsizetype distinct = QSet<QString>(column.codes.cbegin(), column.codes.cend()).size();
            m_file.notes.append(QCoreApplication::translate("FigureFile", "%1: %L2 codes of %3.",
                                                            "a column, a number, a set of codes")
                                    .arg(column.header)
                                    .arg(distinct - (column.codes.contains(QString()) ? 1 : 0))
                                    .arg(codeSetLabel(column.codeSet)));
        }
        m_file.lookup = std::make_shared<const Lookup>(std::move(m_columns));
        m_file.lastLineIsWhole = m_scanner.endsInLineBreak();
        return std::move(m_file);
    }

private:
    std::optional<QString> readRow();

    CsvScanner& m_scanner;
    const TableHeader& m_header;
    QList<CodePlace> m_places;
    qsizetype m_changes;
    QList<Lookup::Column> m_columns;
    LookupFile m_file;
};

std::optional<QString> LookupReader::readRow()
{
    if (auto fault = raggedRow(m_scanner, static_cast<size_t>(m_header.size())))
        return fault;
    const auto cell = [&](qsizetype place) { return trimmedCell(m_scanner.cells(), place); };
    QStringList codes;
    for (const CodePlace& place : std::as_const(m_places)) {
        const QByteArrayView code = cell(place.place);
        if (codes.isEmpty() && code.isEmpty())
            return QCoreApplication::translate("FigureFile", "%1 is blank.").arg(m_header.text(place.place));
        if (place.isOns && !code.isEmpty() && !looksLikeOnsCode(code)) {
            return QCoreApplication::translate("FigureFile", "%1 “%2” is no code of nine characters.")
                .arg(m_header.text(place.place), quotable(QString::fromUtf8(code)));
        }
        codes.append(place.isOns ? codeOf(code) : QString::fromUtf8(code).simplified());
    }
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const CodePlace& place = m_places.at(i);
        if (const QByteArrayView name = cell(place.names);
            !name.isEmpty() && !m_columns[i].names.contains(codes[i]))
            m_columns[i].names.insert(codes[i], QString::fromUtf8(name));
        if (const QByteArrayView nhs = cell(place.nhsCodes); !nhs.isEmpty())
            m_file.nhsCodes[place.codeSet].insert(codes[i], codeOf(nhs));
        m_columns[i].codes.append(codes[i]);
    }
    if (const QByteArrayView change = cell(m_changes); !change.isEmpty())
        ++m_file.changes[QString::fromUtf8(change)];
    return {};
}

} // namespace

namespace {

// A column of ONS codes under a name that is none of theirs: renamed, and without it the lookup would lead elsewhere.
std::optional<QString> unknownCodeColumn(const QByteArray& bytes, const QString& fileName)
{
    static const QRegularExpression named(u"^[A-Za-z]+\\d*(CD|CDH|NM)$"_s);
    auto table = openTable(bytes, fileName);
    if (!table || !table->scanner.next())
        return {};
    const auto cells = table->scanner.cells();
    for (qsizetype i = 0; i < table->header.size() && i < static_cast<qsizetype>(cells.size()); ++i)
        if (looksLikeOnsCode(trimmedCell(cells, i)) && !named.match(table->header.text(i)).hasMatch())
            return table->header.text(i);
    return {};
}

} // namespace

bool looksLikeWardLocalityList(const QByteArray& bytes)
{
    return isLocalityHeader(headerOf(bytes));
}

bool looksLikeLookup(const QByteArray& bytes)
{
    const TableHeader header = headerOf(bytes);
    return isLocalityHeader(header) || (codePlaces(header).size() > 1 && holdsNoFigures(bytes));
}

Result<LookupFile> readLookupFile(const QByteArray& bytes, const QString& fileName)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    const bool isLocality = isLocalityHeader(table->header);
    const QList<CodePlace> places = isLocality ? localityPlaces(table->header) : codePlaces(table->header);
    if (places.size() < 2) {
        return Error{QCoreApplication::translate("FigureFile",
                                                 "“%1”, line 1: a lookup has two columns of codes, such as "
                                                 "“LSOA21CD” and “LAD24CD”; this header has %n.",
                                                 nullptr, static_cast<int>(places.size()))
                         .arg(fileName)};
    }
    for (const CodePlace& place : places)
        if (table->header.isTwice(place.place))
            return columnTwice(fileName, table->header.text(place.place));

    if (const auto column = isLocality ? std::nullopt : unknownCodeColumn(bytes, fileName)) {
        return Error{QCoreApplication::translate(
                         "FigureFile", "“%1”, line 1: the column “%2” holds codes, but which ones its name "
                                       "does not say. Name it as published, such as “LSOA21CD”.")
                         .arg(fileName, *column)};
    }

    auto file = LookupReader(*table, places).read();
    if (!file)
        return file;
    file->layout = isLocality ? lookupLayout::locality : lookupLayout::codes;
    const QString first = table->header.text(places.first().place);
    const QString last = table->header.text(places.last().place);
    file->name = QCoreApplication::translate("FigureFile", "Lookup from %1 to %2").arg(first, last);
    if (!isLocality) {
        file->source = QCoreApplication::translate("FigureFile", "Office for National Statistics");
        file->licence = openGovernmentLicence();
    }
    if (file->lookup->columns().first().codes.isEmpty() && file->refused.isEmpty()) {
        return Error{
            QCoreApplication::translate("FigureFile", "“%1” holds no area or practice below its header.")
                .arg(fileName)};
    }
    return file;
}

} // namespace placewright
