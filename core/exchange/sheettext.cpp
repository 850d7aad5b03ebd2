#include "core/exchange/sheettext.h"

#include <QLocale>
#include <QMap>
#include <QStringList>
#include <QXmlStreamReader>

#include <algorithm>
#include <memory>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostColumns = 16'384; // of Excel; nothing beyond is a table
constexpr qsizetype mostRows = 1'048'576;
constexpr qsizetype mostText = 400'000'000; // bytes of one sheet's CSV

// The CSV of a sheet as its rows come.
class CsvWriter
{
public:
    // False where the sheet has outgrown every bound.
    bool startRow(qsizetype row)
    {
        if (row < m_row || row >= mostRows)
            return false;
        for (; m_row < row; ++m_row)
            m_csv += '\n';
        m_column = 0;
        return m_csv.size() < mostText;
    }
    void endRow()
    {
        m_csv += '\n';
        ++m_row;
    }
    bool cell(qsizetype column, QByteArrayView text)
    {
        if (text.isEmpty())
            return true;
        if (column < m_column || column >= mostColumns)
            return false;
        for (; m_column < column; ++m_column)
            m_csv += ',';
        append(text);
        return true;
    }
    qsizetype nextRow() const { return m_row; }

    // The whole text. Blank cells at the end of a row are not in the sheet, so rows are filled up to the longest.
    std::optional<QByteArray> squared() const;

private:
    void append(QByteArrayView text)
    {
        const bool isPlain = std::none_of(
            text.begin(), text.end(), [](char c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
        if (isPlain) {
            m_csv.append(text.data(), text.size());
            return;
        }
        m_csv += '"';
        for (const char c : text) {
            if (c == '"')
                m_csv += '"';
            m_csv += c == '\n' || c == '\r' ? ' ' : c;
        }
        m_csv += '"';
    }

    QByteArray m_csv;
    qsizetype m_row = 0;
    qsizetype m_column = 0;
};

std::optional<QByteArray> CsvWriter::squared() const
{
    // Commas of every row and the most of any.
    std::vector<qsizetype> commas;
    qsizetype count = 0;
    bool isQuoted = false;
    for (const char c : m_csv) {
        if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            ++count;
        else if (c == '\n') {
            commas.push_back(count);
            count = 0;
        }
    }
    const qsizetype longest = commas.empty() ? 0 : *std::max_element(commas.begin(), commas.end());
    if (longest * static_cast<qsizetype>(commas.size()) > mostText)
        return {};
    QByteArray squared;
    squared.reserve(m_csv.size());
    qsizetype at = 0;
    for (const qsizetype held : commas) {
        const qsizetype end = m_csv.indexOf('\n', at);
        squared.append(m_csv.constData() + at, end - at);
        if (end > at)
            squared.append(longest - held, ',');
        squared += '\n';
        at = end + 1;
    }
    return squared;
}

// "AB12" is column 27 of row 11, both counted from 0; nothing for any other text.
std::optional<std::pair<qsizetype, qsizetype>> cellPlace(QStringView reference)
{
    qsizetype column = 0;
    qsizetype at = 0;
    for (; at < reference.size() && reference[at] >= u'A' && reference[at] <= u'Z' && column < mostColumns;
         ++at)
        column = column * 26 + (reference[at].unicode() - u'A' + 1);
    bool isNumber = false;
    const int row = reference.mid(at).toInt(&isNumber);
    if (column == 0 || column > mostColumns || !isNumber || row < 1 || row > mostRows)
        return {};
    return std::pair(column - 1, qsizetype(row - 1));
}

// The text of an element of strings, without the readings that some languages note beside them.
QString richText(QXmlStreamReader& xml)
{
    QString text;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == "rPh"_L1) {
                xml.skipCurrentElement();
            } else if (xml.name() == "t"_L1) {
                text += xml.readElementText(QXmlStreamReader::IncludeChildElements);
            } else {
                ++depth;
            }
        } else if (xml.isEndElement()) {
            --depth;
        }
    }
    return text;
}

std::optional<QList<QByteArray>> sharedStrings(const QByteArray& part)
{
    QXmlStreamReader xml(part);
    QList<QByteArray> strings;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "si"_L1)
            strings.append(richText(xml).toUtf8());
    }
    if (xml.hasError())
        return {};
    return strings;
}

// The value of one cell of Excel as text. Nothing when it names a string that is not there.
std::optional<QByteArray> excelCell(QXmlStreamReader& xml, const QList<QByteArray>& strings)
{
    const QString type = xml.attributes().value("t"_L1).toString();
    QByteArray value;
    while (xml.readNextStartElement()) {
        if (xml.name() == "v"_L1)
            value = xml.readElementText(QXmlStreamReader::IncludeChildElements).toUtf8();
        else if (xml.name() == "is"_L1)
            value = richText(xml).toUtf8();
        else
            xml.skipCurrentElement();
    }
    if (type == "s"_L1) {
        bool isNumber = false;
        const int place = value.toInt(&isNumber);
        if (!isNumber || place < 0 || place >= strings.size())
            return {};
        return strings.at(place);
    }
    if (type.isEmpty() || type == "n"_L1)
        return shownNumber(value);
    return value;
}

std::optional<QByteArray> excelCsv(const QByteArray& part, const QList<QByteArray>& strings)
{
    QXmlStreamReader xml(part);
    CsvWriter csv;
    qsizetype column = 0;
    bool isWhole = true;
    while (!xml.atEnd() && isWhole) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == "row"_L1)
            csv.endRow();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "row"_L1) {
            bool isNumber = false;
            const int row = xml.attributes().value("r"_L1).toInt(&isNumber);
            isWhole = csv.startRow(isNumber && row > 0 ? row - 1 : csv.nextRow());
            column = 0;
        } else if (xml.name() == "c"_L1) {
            if (const auto place = cellPlace(xml.attributes().value("r"_L1)))
                column = place->first;
            const auto text = excelCell(xml, strings);
            isWhole = text && csv.cell(column, text->trimmed());
            ++column;
        }
    }
    if (xml.hasError() || !isWhole)
        return {};
    return csv.squared();
}

// The parts that the workbook's relations name, by their id, below "xl/".
QMap<QString, QByteArray> excelTargets(const QByteArray& part)
{
    QMap<QString, QByteArray> targets;
    QXmlStreamReader xml(part);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "Relationship"_L1) {
            const QString target = xml.attributes().value("Target"_L1).toString();
            targets.insert(xml.attributes().value("Id"_L1).toString(),
                           (target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target).toUtf8());
        }
    }
    return targets;
}

// How often a cell or row of OpenDocument stands; blank ones are repeated to the edge of the sheet.
qsizetype repeated(const QXmlStreamReader& xml, QLatin1StringView attribute)
{
    for (const QXmlStreamAttribute& held : xml.attributes())
        if (held.name() == attribute)
            return std::clamp<qsizetype>(held.value().toInt(), 1, mostRows);
    return 1;
}

struct OpenCell
{
    QByteArray text;
    qsizetype times = 1;
};

OpenCell openCell(QXmlStreamReader& xml)
{
    OpenCell cell;
    cell.times = repeated(xml, "number-columns-repeated"_L1);
    QString type;
    QString value;
    for (const QXmlStreamAttribute& held : xml.attributes()) {
        if (held.name() == "value-type"_L1)
            type = held.value().toString();
        else if (held.name() == "value"_L1)
            value = held.value().toString();
    }
    QStringList paragraphs;
    while (xml.readNextStartElement()) {
        if (xml.name() == "p"_L1)
            paragraphs.append(xml.readElementText(QXmlStreamReader::IncludeChildElements));
        else
            xml.skipCurrentElement();
    }
    const bool isNumber = type == "float"_L1 || type == "percentage"_L1 || type == "currency"_L1;
    cell.text = isNumber ? shownNumber(value.toUtf8()) : paragraphs.join(u' ').trimmed().toUtf8();
    return cell;
}

// One row of cells, from the start of its element.
bool openRow(QXmlStreamReader& xml, CsvWriter& csv)
{
    const qsizetype times = repeated(xml, "number-rows-repeated"_L1);
    std::vector<std::pair<qsizetype, QByteArray>> cells;
    qsizetype column = 0;
    while (xml.readNextStartElement()) {
        const OpenCell cell = openCell(xml);
        if (!cell.text.isEmpty() && column + cell.times > mostColumns)
            return false;
        for (qsizetype i = 0; i < cell.times && !cell.text.isEmpty(); ++i)
            cells.emplace_back(column + i, cell.text);
        column = std::min(column + cell.times, mostColumns);
    }
    constexpr qsizetype mostBlank = 1000; // the rest of the sheet
    if (cells.empty() && times > mostBlank)
        return true;
    for (qsizetype i = 0; i < times; ++i) {
        if (!csv.startRow(csv.nextRow()))
            return false;
        for (const auto& [place, text] : cells)
            if (!csv.cell(place, text))
                return false;
        csv.endRow();
    }
    return true;
}

} // namespace

QByteArray shownNumber(QByteArrayView number)
{
    constexpr int digitsKept = 15; // as Excel shows at most; beyond stands what binary fractions add
    const QByteArray text = number.trimmed().toByteArray();
    const auto significant =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool isPlain = !text.contains('E') && !text.contains('e');
    if (isPlain && significant <= digitsKept)
        return text;
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber)
        return text;
    const double kept = QByteArray::number(value, 'g', digitsKept).toDouble();
    return QByteArray::number(kept, 'f', QLocale::FloatingPointShortest);
}

std::optional<QList<SheetSource>> excelSheets(const PartReader& parts)
{
    const auto workbook = parts("xl/workbook.xml");
    const auto relations = parts("xl/_rels/workbook.xml.rels");
    if (!workbook || !relations)
        return {};
    const QMap<QString, QByteArray> targets = excelTargets(*relations);
    const auto strings = std::make_shared<std::optional<QList<QByteArray>>>();
    const auto readStrings = [parts, targets, strings] {
        if (*strings)
            return;
        QByteArray place = "xl/sharedStrings.xml";
        for (const QByteArray& target : targets)
            if (target.endsWith("sharedStrings.xml"))
                place = target;
        const auto part = parts(place);
        *strings = part ? sharedStrings(*part) : QList<QByteArray>();
    };

    QList<SheetSource> sheets;
    QXmlStreamReader xml(*workbook);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != "sheet"_L1)
            continue;
        QByteArray target;
        for (const QXmlStreamAttribute& held : xml.attributes())
            if (held.name() == "id"_L1)
                target = targets.value(held.value().toString());
        if (!target.contains("worksheets/"))
            continue; // a chart
        sheets.append({xml.attributes().value("name"_L1).toString(), [=]() -> std::optional<QByteArray> {
                           readStrings();
                           const auto part = parts(target);
                           if (!part || !*strings)
                               return {};
                           return excelCsv(*part, **strings);
                       }});
    }
    if (xml.hasError())
        return {};
    return sheets;
}

std::optional<QList<SheetSource>> openDocumentSheets(const PartReader& parts)
{
    const auto content = parts("content.xml");
    if (!content)
        return {};
    QList<SheetSource> sheets;
    QXmlStreamReader xml(*content);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != "table"_L1)
            continue;
        QString name;
        for (const QXmlStreamAttribute& held : xml.attributes())
            if (held.name() == "name"_L1)
                name = held.value().toString();
        CsvWriter csv;
        bool isWhole = true;
        int depth = 1; // rows may stand in groups and headers
        while (depth > 0 && isWhole && !xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == "table-row"_L1)
                isWhole = openRow(xml, csv);
            else if (xml.isStartElement())
                ++depth;
            else if (xml.isEndElement())
                --depth;
        }
        const auto text = isWhole ? csv.squared() : std::nullopt;
        sheets.append({name, [text] { return text; }});
    }
    if (xml.hasError())
        return {};
    return sheets;
}

} // namespace placewright
