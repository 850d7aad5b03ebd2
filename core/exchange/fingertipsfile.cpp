#include "core/exchange/csvcolumns.h"
#include "core/exchange/figurecell.h"
#include "core/exchange/figurelayouts.h"
#include "core/exchange/figurerows.h"
#include "core/money/wideint.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString text(QByteArrayView cell)
{
    return QString::fromUtf8(cell).simplified();
}

// The site's page markup stands in some cells: <div class="no-data">-</div>.
QByteArray withoutTags(QByteArrayView cell)
{
    if (!cell.contains('<'))
        return QByteArray::fromRawData(cell.data(), cell.size());
    QByteArray plain;
    bool isTag = false;
    for (const char c : cell) {
        isTag = isTag || c == '<';
        if (!isTag)
            plain += c;
        isTag = isTag && c != '>';
    }
    return plain.trimmed();
}

// Where the columns of the "all data" layout stand; its two spellings differ by a space.
struct Places
{
    explicit Places(const TableHeader& header)
        : indicator(header.find({"indicatorid"}))
        , indicatorName(header.find({"indicatorname"}))
        , areaCode(header.find({"areacode"}))
        , areaName(header.find({"areaname"}))
        , areaType(header.find({"areatype"}))
        , sex(header.find({"sex"}))
        , age(header.find({"age"}))
        , categoryType(header.find({"categorytype"}))
        , category(header.find({"category"}))
        , period(header.find({"timeperiod"}))
        , value(header.find({"value"}))
        , lower(header.find({"lowerci950limit", "lowerci95limit", "lowercilimit"}))
        , upper(header.find({"upperci950limit", "upperci95limit", "uppercilimit"}))
        , count(header.find({"count"}))
        , denominator(header.find({"denominator"}))
        , valueNote(header.find({"valuenote"}))
    {
    }

    qsizetype indicator, indicatorName, areaCode, areaName, areaType, sex, age, categoryType, category,
        period, value, lower, upper, count, denominator, valueNote;
};

// Value = count / denominator x per, found by trying; the file does not say it.
class PerGuess
{
public:
    void see(qint64 value, qint64 count, qint64 denominator)
    {
        if (value <= 0 || count <= 0 || denominator <= 0)
            return;
        ++m_rows;
        for (size_t i = 0; i < pers.size(); ++i)
            m_fits[i] += fits(value, count, denominator, pers[i]) ? 1 : 0;
    }
    // Nine rows in ten must fit, to within a fiftieth: published counts are rounded.
    std::optional<qint64> per() const
    {
        for (size_t i = 0; i < pers.size(); ++i)
            if (m_rows > 0 && m_fits[i] * 10 >= m_rows * 9)
                return pers[i];
        return {};
    }

private:
    static constexpr std::array<qint64, 4> pers{100, 1'000, 10'000, 100'000};

    static bool fits(qint64 value, qint64 count, qint64 denominator, qint64 per)
    {
        const Int128 published = Int128(value) * (denominator / figureUnits);
        const Int128 crude = Int128(count) * per;
        const Int128 difference = published < crude ? crude - published : published - crude;
        return difference * 50 <= crude;
    }

    qint64 m_rows = 0;
    std::array<qint64, 4> m_fits{};
};

struct AreaType
{
    QSet<QString> codes;
    QString codeSet;
};

QString codeSetOfAreas(const QString& type, const QSet<QString>& codes)
{
    if (type == "GPs"_L1)
        return codeSet::practice;
    return codeSetOfCodes(QStringList(codes.cbegin(), codes.cend()));
}

class FingertipsReader
{
public:
    FingertipsReader(OpenTable& table, const FigureHints& hints)
        : m_scanner(table.scanner)
        , m_header(table.header)
        , m_places(table.header)
        , m_hints(hints)
    {
    }

    Result<FigureFile> read()
    {
        while (m_scanner.next()) {
            if (const auto fault = raggedRow(m_scanner, static_cast<size_t>(m_header.size())))
                m_pivot.refuse(m_scanner.line(), *fault);
            else if (const auto why = readRow())
                m_pivot.refuse(m_scanner.line(), *why);
        }
        if (m_scanner.fault())
            return *m_scanner.fault();
        return finish();
    }

private:
    QByteArrayView cell(qsizetype place) const { return trimmedCell(m_scanner.cells(), place); }
    FigureColumn column() const;
    std::optional<QString> readRow();
    FigureFile finish();

    CsvScanner& m_scanner;
    const TableHeader& m_header;
    Places m_places;
    const FigureHints& m_hints;
    FigurePivot m_pivot;
    QHash<QString, PerGuess> m_pers; // by indicator
    QStringList m_indicators;        // names
    QMap<QString, AreaType> m_types;
    QStringList m_valueNotes;
    int m_notedRows = 0;
};

FigureColumn FingertipsReader::column() const
{
    QStringList kinds;
    for (const qsizetype place : {m_places.sex, m_places.age, m_places.categoryType, m_places.category})
        if (const QString part = text(cell(place)); !part.isEmpty())
            kinds.append(part);
    const QString indicator = text(cell(m_places.indicator));
    const QString period = text(cell(m_places.period));
    FigureColumn column;
    column.id = (QStringList{indicator} + kinds + QStringList{period}).join(u'|');
    column.name = u"%1 (%2), %3"_s.arg(text(cell(m_places.indicatorName)), kinds.join(u", "_s), period);
    return column;
}

std::optional<QString> FingertipsReader::readRow()
{
    const QString code = codeOf(cell(m_places.areaCode));
    if (code.isEmpty())
        return QCoreApplication::translate("FigureFile", "the code is blank.");
    if (cell(m_places.indicator).isEmpty() || cell(m_places.period).isEmpty())
        return QCoreApplication::translate("FigureFile", "%1: the indicator or the time period is blank.")
            .arg(code);
    std::array<qint64, 5> figures{};
    const std::array places{m_places.value, m_places.lower, m_places.upper, m_places.count,
                            m_places.denominator};
    for (size_t i = 0; i < places.size(); ++i) {
        const auto figure = places[i] < 0
                                ? Result<qint64>(qint64(noFigure))
                                : figureCell(withoutTags(cell(places[i])), m_header.text(places[i]));
        if (!figure)
            return code + u": "_s + figure.error().text;
        figures[i] = *figure;
    }
    const QString type = text(cell(m_places.areaType));
    if (!isEngland(code))
        m_types[type].codes.insert(code);
    m_pers[text(cell(m_places.indicator))].see(figures[0], figures[3], figures[4]);
    if (const QString name = text(cell(m_places.indicatorName)); !m_indicators.contains(name))
        m_indicators.append(name);
    if (!cell(m_places.valueNote).isEmpty()) {
        ++m_notedRows;
        const QString note = text(withoutTags(cell(m_places.valueNote)));
        if (!m_valueNotes.contains(note))
            m_valueNotes.append(note);
    }
    m_pivot.add(m_pivot.area(code, text(cell(m_places.areaName))), m_pivot.column(column()), m_scanner.line(),
                {figures[0], figures[1], figures[2], figures[3]});
    return {};
}

FigureFile FingertipsReader::finish()
{
    // One table holds one set of areas: the one that is asked for, else the one with the most areas.
    QString wanted;
    for (auto type = m_types.begin(); type != m_types.end(); ++type) {
        type->codeSet = codeSetOfAreas(type.key(), type->codes);
        const bool isAsked = !m_hints.codeSet.isEmpty() && type->codeSet == m_hints.codeSet;
        const bool wantedIsAsked = m_types.contains(wanted) && !m_hints.codeSet.isEmpty() &&
                                   m_types[wanted].codeSet == m_hints.codeSet;
        const bool isLarger = !m_types.contains(wanted) || type->codes.size() > m_types[wanted].codes.size();
        if (wantedIsAsked ? (isAsked && isLarger) : (isAsked || isLarger))
            wanted = type.key();
    }
    FigureFile file;
    const AreaType taken = m_types.value(wanted);
    QString set = taken.codeSet.isEmpty() ? QString(codeSet::other) : taken.codeSet;
    if (set == codeSet::other && !m_hints.codeSet.isEmpty())
        set = m_hints.codeSet;
    QHash<QString, qint64> pers;
    for (auto guess = m_pers.cbegin(); guess != m_pers.cend(); ++guess)
        if (const auto per = guess->per())
            pers.insert(guess.key(), *per);
    m_pivot.describe([&](FigureColumn& column) {
        const auto per = pers.constFind(column.id.section(u'|', 0, 0));
        if (per == pers.cend())
            return;
        column.kind = FigureKind::Rate;
        column.per = *per;
        column.unit = *per == 100 ? QCoreApplication::translate("FigureFile", "percent")
                                  : QCoreApplication::translate("FigureFile", "per %L1").arg(*per);
    });
    m_pivot.finish(file, set, [&](const QString& code) { return taken.codes.contains(code); });

    file.name = m_indicators.size() == 1
                    ? m_indicators.first()
                    : QCoreApplication::translate("FigureFile", "Fingertips: %L1 indicators")
                          .arg(m_indicators.size());
    file.source = QCoreApplication::translate("FigureFile",
                                              "Office for Health Improvement and Disparities, Fingertips");
    file.licence = openGovernmentLicence();
    if (pers.size() == 1 && m_pers.size() == 1 && !file.table->columns().isEmpty())
        file.unit = file.table->columns().first().unit;
    for (auto type = m_types.cbegin(); type != m_types.cend(); ++type) {
        if (type.key() != wanted) {
            file.notes.append(
                QCoreApplication::translate("FigureFile", "Areas of another type left out: “%1”, %L2.")
                    .arg(type.key())
                    .arg(type->codes.size()));
        }
    }
    if (m_notedRows > 0) {
        file.notes.append(QCoreApplication::translate("FigureFile", "Rows with a note on the figure: %L1.")
                              .arg(m_notedRows));
        file.notes += m_valueNotes.mid(0, 5);
    }
    file.lastLineIsWhole = m_scanner.endsInLineBreak();
    return file;
}

struct ShortPlaces
{
    explicit ShortPlaces(const TableHeader& header)
        : indicator(header.find({"indicatorid"}))
        , year(header.find({"year"}))
        , code(header.find({"areacode"}))
        , name(header.find({"areaname"}))
        , isCurrent(header.find({"isareacurrent"}))
        , value(header.find({"value"}))
    {
    }
    qsizetype indicator, year, code, name, isCurrent, value;
};

constexpr QByteArrayView practiceDeprivation("93553");

FigureColumn shortColumn(QByteArrayView indicator, const QString& year)
{
    FigureColumn column;
    if (indicator == practiceDeprivation) {
        column.id = u"imd."_s + year;
        column.name =
            QCoreApplication::translate("FigureFile", "Index of Multiple Deprivation %1: score of practice")
                .arg(year);
        column.orientation = Orientation::HighIsMore;
    } else {
        column.id = text(indicator) + u'|' + year;
        column.name = QCoreApplication::translate("FigureFile", "Fingertips indicator %1, %2")
                          .arg(text(indicator), year);
    }
    return column;
}

} // namespace

bool isFingertipsHeader(const TableHeader& header)
{
    constexpr int unmistakable = 5;
    return header.count({"indicatorid", "indicatorname", "areacode", "areatype", "sex", "age", "timeperiod",
                         "categorytype", "timeperiodsortable"}) >= unmistakable;
}

Result<FigureFile> readFingertips(const QByteArray& bytes, const QString& fileName, const FigureHints& hints)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    const Places places(table->header);
    const std::array needed{std::pair(places.indicator, u"Indicator ID"_s),
                            std::pair(places.areaCode, u"Area Code"_s),
                            std::pair(places.areaType, u"Area Type"_s),
                            std::pair(places.sex, u"Sex"_s),
                            std::pair(places.age, u"Age"_s),
                            std::pair(places.period, u"Time period"_s),
                            std::pair(places.value, u"Value"_s)};
    for (const auto& [place, name] : needed) {
        if (place < 0)
            return noColumn(fileName, name);
        if (table->header.isTwice(place))
            return columnTwice(fileName, name);
    }
    return FingertipsReader(*table, hints).read();
}

bool isFingertipsShortHeader(const TableHeader& header)
{
    constexpr int unmistakable = 4;
    return header.find({"timeperiod"}) < 0 && header.count({"indicatorid", "year", "areacode", "areaname",
                                                            "isareacurrent", "value"}) >= unmistakable;
}

Result<FigureFile> readFingertipsShort(const QByteArray& bytes, const QString& fileName,
                                       const FigureHints& hints)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    CsvScanner& scanner = table->scanner;
    const ShortPlaces places(table->header);
    const std::array needed{std::pair(places.indicator, u"IndicatorID"_s), std::pair(places.year, u"Year"_s),
                            std::pair(places.code, u"AreaCode"_s), std::pair(places.value, u"Value"_s)};
    for (const auto& [place, name] : needed) {
        if (place < 0)
            return noColumn(fileName, name);
        if (table->header.isTwice(place))
            return columnTwice(fileName, name);
    }

    FigurePivot pivot;
    QSet<QString> closed;
    bool isDeprivation = true;
    while (scanner.next()) {
        if (const auto fault = raggedRow(scanner, static_cast<size_t>(table->header.size()))) {
            pivot.refuse(scanner.line(), *fault);
            continue;
        }
        const auto cell = [&](qsizetype place) { return trimmedCell(scanner.cells(), place); };
        const QString code = codeOf(cell(places.code));
        const auto value = figureCell(cell(places.value), u"Value"_s);
        if (code.isEmpty() || cell(places.year).isEmpty() || cell(places.indicator).isEmpty()) {
            pivot.refuse(scanner.line(), QCoreApplication::translate(
                                             "FigureFile", "the code, the year or the indicator is blank."));
        } else if (!value) {
            pivot.refuse(scanner.line(), code + u": "_s + value.error().text);
        } else {
            isDeprivation = isDeprivation && cell(places.indicator) == practiceDeprivation;
            const auto column =
                pivot.column(shortColumn(cell(places.indicator), QString::fromUtf8(cell(places.year))));
            pivot.add(pivot.area(code, text(cell(places.name))), column, scanner.line(), {*value});
            if (cell(places.isCurrent) == "0")
                closed.insert(code);
        }
    }
    if (scanner.fault())
        return *scanner.fault();

    FigureFile file;
    QStringList areas = pivot.codes();
    areas.removeIf(isEngland);
    const QString set = hints.codeSet.isEmpty() ? codeSetOfCodes(areas) : hints.codeSet;
    pivot.finish(file, isDeprivation ? QString(codeSet::practice) : set, [](const QString&) { return true; });
    file.name = isDeprivation
                    ? QCoreApplication::translate("FigureFile", "Deprivation scores of GP practices")
                    : QCoreApplication::translate("FigureFile", "Fingertips figures");
    file.source = QCoreApplication::translate("FigureFile",
                                              "Office for Health Improvement and Disparities, Fingertips");
    file.licence = openGovernmentLicence();
    file.base = QCoreApplication::translate("FigureFile", "England");
    if (!closed.isEmpty()) {
        file.notes.append(
            QCoreApplication::translate("FigureFile", "Areas or practices that have closed since, kept: %L1.")
                .arg(closed.size()));
    }
    file.lastLineIsWhole = scanner.endsInLineBreak();
    return file;
}

} // namespace placewright
