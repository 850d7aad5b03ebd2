#include "core/exchange/csvcolumns.h"
#include "core/exchange/figurelayouts.h"
#include "core/exchange/figurerows.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// One figure a row: which columns say whose it is, what it is and how much.
struct LongTable
{
    qsizetype code = -1;
    qsizetype name = -1;
    qsizetype value = -1;
    std::function<FigureColumn(const CsvScanner& row)> column;
};

QString text(const CsvScanner& row, qsizetype place)
{
    return QString::fromUtf8(trimmedCell(row.cells(), place)).simplified();
}

QStringList textsOf(const CsvScanner& row, std::initializer_list<qsizetype> places)
{
    QStringList texts;
    for (const qsizetype place : places)
        if (const QString part = text(row, place); !part.isEmpty())
            texts.append(part);
    return texts;
}

// "Age standardised rate per 100,000" is a rate; "Slope Index of Inequality" is not.
void describeMeasure(FigureColumn& column, const QString& measure, const QString& unit)
{
    static const QRegularExpression per(u"\\bper\\s+(1[0,]*0)\\b"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = per.match(measure);
    column.unit = unit;
    if (match.hasMatch()) {
        column.kind = FigureKind::Rate;
        column.per = match.captured(1).remove(u',').toLongLong();
        column.unit = QCoreApplication::translate("FigureFile", "per %1").arg(match.captured(1));
    } else if (measure.contains(u'%') || measure.contains("percent"_L1, Qt::CaseInsensitive)) {
        column.kind = FigureKind::Rate;
        column.per = 100;
        column.unit = QCoreApplication::translate("FigureFile", "percent");
    }
}

Result<FigureFile> readLong(OpenTable& table, const LongTable& wanted, const FigureHints& hints)
{
    FigurePivot pivot;
    CsvScanner& scanner = table.scanner;
    int missing = 0;
    while (scanner.next()) {
        if (const auto fault = raggedRow(scanner, static_cast<size_t>(table.header.size()))) {
            pivot.refuse(scanner.line(), *fault);
            continue;
        }
        const QString code = codeOf(trimmedCell(scanner.cells(), wanted.code));
        const auto value =
            figureCell(trimmedCell(scanner.cells(), wanted.value), table.header.text(wanted.value));
        if (code.isEmpty()) {
            pivot.refuse(scanner.line(), QCoreApplication::translate("FigureFile", "the code is blank."));
        } else if (!value) {
            pivot.refuse(scanner.line(), code + u": "_s + value.error().text);
        } else {
            missing += *value == noFigure ? 1 : 0;
            const qsizetype area = pivot.area(code, text(scanner, wanted.name));
            pivot.add(area, pivot.column(wanted.column(scanner)), scanner.line(), {*value});
        }
    }
    if (scanner.fault())
        return *scanner.fault();

    QStringList codes = pivot.codes();
    codes.removeIf(isEngland);
    QStringList taken = mainCodes(codes);
    QString set = hints.codeSet;
    if (set.isEmpty())
        set = codeSetOfCodes(taken);
    else if (set != codeSet::other)
        taken.removeIf([&](const QString& code) { return !fitsCodeSet(code, set); });
    FigureFile file;
    const QSet<QString> rows(taken.cbegin(), taken.cend());
    pivot.finish(file, set, [&](const QString& code) { return rows.contains(code); });
    file.licence = openGovernmentLicence();
    file.lastLineIsWhole = scanner.endsInLineBreak();
    if (codes.size() > rows.size()) {
        file.notes.append(QCoreApplication::translate(
                              "FigureFile", "Areas of another kind left out: %L1 (wanted here: %2).")
                              .arg(codes.size() - rows.size())
                              .arg(codeSetLabel(set)));
    }
    if (set == codeSet::other) {
        file.notes.append(QCoreApplication::translate(
            "FigureFile", "Some codes are of councils that have ended: say which set of codes the figures "
                          "are to be read as."));
    }
    if (missing > 0) {
        file.notes.append(
            QCoreApplication::translate("FigureFile", "Figures missing in the file: %L1.").arg(missing));
    }
    return file;
}

} // namespace

bool isOflogHeader(const TableHeader& header)
{
    constexpr int unmistakable = 4;
    return header.count({"localauthoritycode", "localauthorityname", "financialyear", "measure", "value",
                         "madsfrommedian"}) >= unmistakable;
}

Result<FigureFile> readOflog(const QByteArray& bytes, const QString& fileName, const FigureHints& hints)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    const TableHeader& header = table->header;
    LongTable wanted;
    wanted.code = header.find({"localauthoritycode"});
    wanted.name = header.find({"localauthorityname"});
    wanted.value = header.find({"value"});
    const qsizetype measure = header.find({"measure"});
    const qsizetype year = header.find({"financialyear"});
    const qsizetype shortCode = header.find({"code"});
    const std::array needed{std::pair(wanted.code, u"Local authority code"_s),
                            std::pair(measure, u"Measure"_s), std::pair(year, u"Financial year"_s),
                            std::pair(wanted.value, u"Value"_s)};
    for (const auto& [place, name] : needed)
        if (place < 0)
            return noColumn(fileName, name);
    wanted.column = [=](const CsvScanner& row) {
        const QString period = text(row, year);
        FigureColumn column;
        column.id = text(row, shortCode < 0 ? measure : shortCode) + u'|' + period;
        column.name = text(row, measure) + u", "_s + period;
        return column;
    };
    auto file = readLong(*table, wanted, hints);
    if (!file)
        return file;
    file->name = QCoreApplication::translate("FigureFile", "Adult social care measures of councils");
    file->source = QCoreApplication::translate("FigureFile", "Office for Local Government");
    file->base = QCoreApplication::translate("FigureFile", "England");
    return file;
}

bool isLongTableHeader(const TableHeader& header)
{
    constexpr int unmistakable = 5;
    return header.find({"indicatorid"}) < 0 && header.count({"areacode", "areaname", "period", "indicator",
                                                             "measure", "unit", "value"}) >= unmistakable;
}

Result<FigureFile> readLongTable(const QByteArray& bytes, const QString& fileName, const FigureHints& hints)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    const TableHeader& header = table->header;
    LongTable wanted;
    wanted.code = header.find({"areacode"});
    wanted.name = header.find({"areaname"});
    wanted.value = header.find({"value"});
    const qsizetype indicator = header.find({"indicator"});
    const qsizetype period = header.find({"period"});
    const qsizetype measure = header.find({"measure"});
    const qsizetype unit = header.find({"unit"});
    const qsizetype group = header.find({"group"});
    const std::array needed{std::pair(wanted.code, u"area_code"_s), std::pair(indicator, u"indicator"_s),
                            std::pair(period, u"period"_s), std::pair(wanted.value, u"value"_s)};
    for (const auto& [place, name] : needed)
        if (place < 0)
            return noColumn(fileName, name);
    wanted.column = [=](const CsvScanner& row) {
        FigureColumn column;
        column.id = textsOf(row, {indicator, measure, group, period}).join(u'|');
        column.name = textsOf(row, {indicator, measure, group, period}).join(u", "_s);
        describeMeasure(column, text(row, measure), text(row, unit));
        return column;
    };
    QString title;
    if (auto first = openTable(bytes, fileName);
        first && first->scanner.next() && first->scanner.cells().size() == static_cast<size_t>(header.size()))
        title = text(first->scanner, indicator);
    auto file = readLong(*table, wanted, hints);
    if (file) {
        file->name = title;
        file->licence.clear();
        if (!file->table->columns().isEmpty())
            file->unit = file->table->columns().first().unit;
    }
    return file;
}

} // namespace placewright
