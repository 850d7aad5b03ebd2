#include "core/exchange/figurerows.h"

#include "core/exchange/csvcolumns.h"
#include "core/exchange/figurecell.h"
#include "core/money/numeral.h"
#include "core/money/people.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QString shownUnits(qint64 units)
{
    const QString text = People::fromUnits(units < 0 ? -units : units).text();
    return units < 0 ? minusSign + text : text;
}

QString notANumber(QByteArrayView cell, const QString& column)
{
    return QCoreApplication::translate("FigureFile", "%1: “%2” is not a number.")
        .arg(column, quotable(QString::fromUtf8(cell)));
}

std::optional<QString> ruleFault(qint64 units, const CellRule& rule, QByteArrayView cell,
                                 const QString& column)
{
    const auto figure = [&] { return quotable(QString::fromUtf8(cell)); };
    if (rule.whole && units % figureUnits != 0) {
        return QCoreApplication::translate("FigureFile", "%1: “%2” is not a whole number.")
            .arg(column, figure());
    }
    if (units < rule.least) {
        return QCoreApplication::translate("FigureFile", "%1: “%2” is less than %3.")
            .arg(column, figure(), shownUnits(rule.least));
    }
    if (units > rule.most) {
        return QCoreApplication::translate("FigureFile", "%1: “%2” is more than %3.")
            .arg(column, figure(), shownUnits(rule.most));
    }
    return {};
}

std::optional<QString> codeFault(const QString& code, const QString& set)
{
    if (code.isEmpty())
        return QCoreApplication::translate("FigureFile", "the code is blank.");
    constexpr qsizetype longest = 40;
    if (set.isEmpty() ? code.size() <= longest : fitsCodeSet(code, set))
        return {};
    if (set.isEmpty()) {
        return QCoreApplication::translate("FigureFile", "“%1” is no code of an area or practice.")
            .arg(quotable(code));
    }
    return QCoreApplication::translate("FigureFile", "“%1” is no code of this set: %2.", "a code, a code set")
        .arg(quotable(code), codeSetLabel(set));
}

// As trimmedCell, at the speed that a million cells ask for.
QByteArrayView plainCell(std::span<const QByteArrayView> cells, qsizetype place)
{
    const QByteArrayView cell = cells[static_cast<size_t>(place)];
    const bool isTrimmed = cell.isEmpty() || (cell.front() > ' ' && cell.back() > ' ');
    return isTrimmed ? cell : cell.trimmed();
}

class WideReader
{
public:
    WideReader(OpenTable& table, WideTable wanted)
        : m_scanner(table.scanner)
        , m_header(table.header)
        , m_wanted(std::move(wanted))
        , m_figures(m_wanted.columns.size())
    {
    }

    Result<WideRows> read()
    {
        while (m_scanner.next()) {
            if (const auto why = readRow())
                m_rows.refused.append({m_scanner.line(), *why});
        }
        if (m_scanner.fault())
            return *m_scanner.fault();
        refuseRepeats();
        for (WideColumn& column : m_wanted.columns)
            m_rows.columns.append(std::move(column.figure));
        m_rows.lastLineIsWhole = m_scanner.endsInLineBreak();
        sortByLine(m_rows.refused);
        return std::move(m_rows);
    }

private:
    std::optional<QString> readRow();
    std::optional<QString> readFigures();
    void refuseRepeats();

    CsvScanner& m_scanner;
    const TableHeader& m_header;
    WideTable m_wanted;
    std::vector<qint64> m_figures;
    std::vector<int> m_lines;
    QHash<QString, qsizetype> m_places;
    QHash<qsizetype, qsizetype> m_repeats; // both ways
    WideRows m_rows;
};

std::optional<QString> WideReader::readRow()
{
    if (auto fault = raggedRow(m_scanner, static_cast<size_t>(m_header.size())))
        return fault;
    QString code = codeOf(trimmedCell(m_scanner.cells(), m_wanted.code));
    if (!code.isEmpty() && m_wanted.leaveOut && m_wanted.leaveOut(code)) {
        ++m_rows.leftOut;
        return {};
    }
    if (auto fault = codeFault(code, m_wanted.codeSet))
        return fault;
    auto fault = readFigures();
    if (!fault && m_wanted.rowFault)
        fault = m_wanted.rowFault(m_figures);
    if (fault)
        return code + u": "_s + *fault;

    const qsizetype place = m_rows.codes.size();
    if (const auto first = m_places.constFind(code); first != m_places.cend()) {
        m_repeats.insert(*first, place);
        m_repeats.insert(place, *first);
    } else {
        m_places.insert(code, place);
    }
    m_rows.codes.append(std::move(code));
    m_rows.names.append(QString::fromUtf8(trimmedCell(m_scanner.cells(), m_wanted.name)));
    m_lines.push_back(m_scanner.line());
    for (size_t i = 0; i < m_figures.size(); ++i)
        m_wanted.columns[i].figure.values.push_back(m_figures[i]);
    return {};
}

std::optional<QString> WideReader::readFigures()
{
    for (size_t i = 0; i < m_figures.size(); ++i) {
        const WideColumn& column = m_wanted.columns[i];
        const QByteArrayView cell = plainCell(m_scanner.cells(), column.place);
        if (saysNoFigure(cell)) {
            m_figures[i] = noFigure;
            continue;
        }
        const auto units = figureOf(cell);
        if (!units)
            return notANumber(cell, m_header.text(column.place));
        if (auto fault = ruleFault(*units, column.rule, cell, m_header.text(column.place)))
            return fault;
        m_figures[i] = *units;
    }
    return {};
}

// Which of two rows is right is not ours to guess, so none of them is taken.
void WideReader::refuseRepeats()
{
    if (m_repeats.isEmpty())
        return;
    WideRows kept;
    std::vector<std::vector<qint64>> values(m_wanted.columns.size());
    for (qsizetype i = 0; i < m_rows.codes.size(); ++i) {
        const auto at = static_cast<size_t>(i);
        if (const auto other = m_repeats.constFind(i); other != m_repeats.cend()) {
            m_rows.refused.append({m_lines[at], QCoreApplication::translate(
                                                    "FigureFile", "%1 is listed twice, also on line %2.")
                                                    .arg(m_rows.codes.at(i))
                                                    .arg(m_lines[static_cast<size_t>(*other)])});
            continue;
        }
        kept.codes.append(m_rows.codes.at(i));
        kept.names.append(m_rows.names.at(i));
        for (size_t column = 0; column < values.size(); ++column)
            values[column].push_back(m_wanted.columns[column].figure.values[at]);
    }
    m_rows.codes = std::move(kept.codes);
    m_rows.names = std::move(kept.names);
    for (size_t column = 0; column < values.size(); ++column)
        m_wanted.columns[column].figure.values = std::move(values[column]);
}

} // namespace

CellRule wholePeople()
{
    return {0, 100'000'000 * figureUnits, true};
}

CellRule zeroOrMore()
{
    return {0, std::numeric_limits<qint64>::max(), false};
}

Result<WideRows> readWide(OpenTable& table, WideTable wanted)
{
    return WideReader(table, std::move(wanted)).read();
}

qsizetype FigurePivot::column(const FigureColumn& figure)
{
    const auto found = m_columnPlaces.constFind(figure.id);
    if (found != m_columnPlaces.cend())
        return *found;
    m_columnPlaces.insert(figure.id, m_columns.size());
    m_columns.append(figure);
    return m_columns.size() - 1;
}

qsizetype FigurePivot::area(const QString& code, const QString& name)
{
    const auto found = m_areaPlaces.constFind(code);
    if (found != m_areaPlaces.cend())
        return *found;
    m_areaPlaces.insert(code, m_codes.size());
    m_codes.append(code);
    m_names.append(name);
    return m_codes.size() - 1;
}

void FigurePivot::add(qsizetype area, qsizetype column, int line, const Figure& figure)
{
    const auto found = m_givenPlaces.constFind({area, column});
    if (found == m_givenPlaces.cend()) {
        m_givenPlaces.insert({area, column}, static_cast<qsizetype>(m_given.size()));
        m_given.push_back({area, column, line, figure});
        return;
    }
    Given& first = m_given[static_cast<size_t>(*found)];
    if (first.figure == figure)
        return;
    const auto why = [&](int other) {
        return QCoreApplication::translate("FigureFile", "%1 has another figure for “%2” on line %3.")
            .arg(m_codes.at(area), m_columns.at(column).name, QString::number(other));
    };
    if (!first.conflicting)
        refuse(first.line, why(line));
    first.conflicting = true;
    refuse(line, why(first.line));
}

void FigurePivot::describe(const std::function<void(FigureColumn& column)>& describe)
{
    for (FigureColumn& column : m_columns)
        describe(column);
}

void FigurePivot::finish(FigureFile& file, const QString& codeSet,
                         const std::function<bool(const QString& code)>& taken)
{
    QStringList codes;
    QStringList names;
    std::vector<qsizetype> rows(static_cast<size_t>(m_codes.size()), -1);
    for (qsizetype i = 0; i < m_codes.size(); ++i) {
        if (isEngland(m_codes.at(i)) || !taken(m_codes.at(i)))
            continue;
        rows[static_cast<size_t>(i)] = codes.size();
        codes.append(m_codes.at(i));
        names.append(m_names.at(i));
    }
    const auto size = static_cast<size_t>(codes.size());
    std::vector<bool> stands(static_cast<size_t>(m_columns.size()));
    for (const Given& given : m_given) {
        FigureColumn& column = m_columns[given.column];
        const qsizetype row = rows[static_cast<size_t>(given.area)];
        if (given.conflicting)
            continue;
        if (row < 0) {
            if (isEngland(m_codes.at(given.area)) && given.figure.value != noFigure)
                file.england.insert(column.id, given.figure.value);
            continue;
        }
        stands[static_cast<size_t>(given.column)] = true;
        const auto put = [&](std::vector<qint64>& list, qint64 figure, bool always) {
            if (list.empty() && (always || figure != noFigure))
                list.assign(size, noFigure);
            if (!list.empty())
                list[static_cast<size_t>(row)] = figure;
        };
        put(column.values, given.figure.value, true);
        put(column.lower, given.figure.lower, false);
        put(column.upper, given.figure.upper, false);
        put(column.counts, given.figure.count, false);
    }
    QList<FigureColumn> columns;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        if (stands[static_cast<size_t>(i)])
            columns.append(m_columns.at(i));
        else
            file.england.remove(m_columns.at(i).id);
    file.table = std::make_shared<const FigureTable>(codeSet, codes, names, columns);
    file.refused = m_refused;
    sortByLine(file.refused);
}

bool isEngland(const QString& code)
{
    return code == "E92000001"_L1;
}

Result<qint64> figureCell(QByteArrayView cell, const QString& column)
{
    if (saysNoFigure(cell))
        return qint64(noFigure);
    if (const auto units = figureOf(cell))
        return *units;
    return Error{notANumber(cell, column)};
}

Error noColumn(const QString& fileName, const QString& column)
{
    return Error{QCoreApplication::translate("FigureFile", "“%1”, line 1: the header has no column “%2”.")
                     .arg(fileName, column)};
}

Error columnTwice(const QString& fileName, const QString& column)
{
    return Error{
        QCoreApplication::translate("FigureFile", "“%1”, line 1: the header names the column “%2” twice.")
            .arg(fileName, column)};
}

QString columnsNotTaken(const QStringList& headers)
{
    constexpr qsizetype most = 8;
    const QStringList shown = headers.mid(0, most);
    const QString list = u'“' + shown.join(u"”, “"_s) + u'”';
    if (headers.size() <= most)
        return QCoreApplication::translate("FigureFile", "Columns not taken: %1.").arg(list);
    return QCoreApplication::translate("FigureFile", "Columns not taken: %1 and others, %2 in all.")
        .arg(list)
        .arg(headers.size());
}

void sortByLine(QList<RefusedRow>& refused)
{
    std::stable_sort(refused.begin(), refused.end(),
                     [](const RefusedRow& a, const RefusedRow& b) { return a.line < b.line; });
}

QString openGovernmentLicence()
{
    return u"Open Government Licence v3.0"_s;
}

QString yearsOfFileName(const QString& fileName)
{
    static const QRegularExpression years(u"(?<!\\d)(20\\d\\d)[-_/ ](?:20)?(\\d\\d)(?!\\d)"_s);
    const QRegularExpressionMatch match = years.match(fileName);
    const bool follows =
        match.hasMatch() && (match.captured(1).right(2).toInt() + 1) % 100 == match.captured(2).toInt();
    return follows ? match.captured(1) + u'/' + match.captured(2) : QString();
}

} // namespace placewright
