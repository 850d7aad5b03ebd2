#include "core/exchange/figurelayouts.h"
#include "core/exchange/figurerows.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int noEnd = 1000; // the last band is open

struct AgeBand
{
    int from = 0;
    int to = noEnd;
    qsizetype place = -1; // in the header

    QString id() const
    {
        if (to == noEnd)
            return u"people.%1+"_s.arg(from);
        return from == to ? u"people.%1"_s.arg(from) : u"people.%1-%2"_s.arg(from).arg(to);
    }
    QString name() const
    {
        if (to == noEnd)
            return QCoreApplication::translate("FigureFile", "People aged %1 and over").arg(from);
        if (from == to)
            return QCoreApplication::translate("FigureFile", "People aged %1").arg(from);
        return QCoreApplication::translate("FigureFile", "People aged %1 to %2").arg(from).arg(to);
    }
};

// "17", "90+", "5-9", "Aged 16 to 24 years", "Aged 15 years and under"; nothing for any other header.
std::optional<AgeBand> ageBand(const QString& header)
{
    static const QRegularExpression pattern(
        u"^(?:aged?\\s+)?(\\d{1,3})(?:\\s*(\\+)|\\s*(?:-|–|to)\\s*(\\d{1,3}))?(?:\\s+years?)?"
        "(?:\\s+(?:old))?(?:\\s+and\\s+(under|over|younger|older))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr int oldest = 120; // or it is a year, or anything else
    const QRegularExpressionMatch match = pattern.match(header);
    if (!match.hasMatch() || match.captured(1).toInt() > oldest)
        return {};
    AgeBand band;
    band.from = match.captured(1).toInt();
    band.to = band.from;
    const QString open = match.captured(4).toLower();
    if (!match.captured(2).isEmpty() || open == "over"_L1 || open == "older"_L1)
        band.to = noEnd;
    else if (!match.captured(3).isEmpty())
        band.to = match.captured(3).toInt();
    if (open == "under"_L1 || open == "younger"_L1)
        band.from = 0;
    if (band.to < band.from)
        return {};
    return band;
}

QList<AgeBand> ageBands(const TableHeader& header)
{
    QList<AgeBand> bands;
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (auto band = ageBand(header.text(i))) {
            band->place = i;
            bands.append(*band);
        }
    }
    std::stable_sort(bands.begin(), bands.end(),
                     [](const AgeBand& a, const AgeBand& b) { return a.from < b.from; });
    return bands;
}

std::optional<Error> bandFault(const QList<AgeBand>& bands, const QString& fileName)
{
    int next = 0;
    for (const AgeBand& band : bands) {
        if (band.from != next) {
            return Error{(band.from > next
                              ? QCoreApplication::translate(
                                    "FigureFile", "“%1”, line 1: there is no column of people aged %2.")
                              : QCoreApplication::translate(
                                    "FigureFile", "“%1”, line 1: people aged %2 stand in two columns."))
                             .arg(fileName)
                             .arg(band.from > next ? next : band.from)};
        }
        next = band.to == noEnd ? noEnd : band.to + 1;
    }
    if (next != noEnd) {
        return Error{QCoreApplication::translate(
                         "FigureFile", "“%1”, line 1: there is no column of people aged %2 and over.")
                         .arg(fileName)
                         .arg(next)};
    }
    return {};
}

constexpr QByteArrayView totalForms[]{"allages", "total", "allpersons", "allpeople"};
constexpr QByteArrayView codeForms[]{"code",
                                     "areacode",
                                     "lowerlayersuperoutputareascode",
                                     "middlelayersuperoutputareascode",
                                     "lowertierlocalauthoritiescode",
                                     "uppertierlocalauthoritiescode"};

struct CodeColumn
{
    qsizetype place = -1;
    QString codeSet; // empty: the header names no set or year
};

CodeColumn codeColumn(const TableHeader& header)
{
    for (qsizetype i = 0; i < header.size(); ++i) {
        const auto column = onsColumn(header.form(i));
        if (column && column->holds == OnsColumn::Codes)
            return {i, column->codeSet};
    }
    return {header.find(codeForms), {}};
}

// The columns beside the published bands that plans ask for, where whole bands make them up.
struct Wanted
{
    int from;
    int to;
};
constexpr std::array wantedAges{Wanted{0, 17},     Wanted{18, 64},    Wanted{65, noEnd},
                                Wanted{75, noEnd}, Wanted{85, noEnd}, Wanted{90, noEnd}};

std::optional<FigureColumn> summed(const Wanted& wanted, const QList<AgeBand>& bands,
                                   const QList<FigureColumn>& columns)
{
    QList<qsizetype> parts;
    bool starts = false;
    bool ends = false;
    for (qsizetype i = 0; i < bands.size(); ++i) {
        const AgeBand& band = bands.at(i);
        if (band.from < wanted.from || band.to > wanted.to)
            continue;
        starts = starts || band.from == wanted.from;
        ends = ends || band.to == wanted.to;
        parts.append(i);
    }
    if (!starts || !ends || parts.size() < 2)
        return {}; // it would split a band, or is one that is published
    const AgeBand band{wanted.from, wanted.to};
    FigureColumn sum = columns.first();
    sum.id = band.id();
    sum.name = band.name();
    std::fill(sum.values.begin(), sum.values.end(), 0);
    for (const qsizetype part : parts) {
        const std::vector<qint64>& values = columns.at(part + 1).values;
        for (size_t row = 0; row < values.size(); ++row)
            sum.values[row] += values[row];
    }
    return sum;
}

// Why a row of all ages and then the bands is refused.
std::optional<QString> sumFault(const std::vector<qint64>& figures, qint64 allowed)
{
    if (std::find(figures.begin(), figures.end(), noFigure) != figures.end())
        return QCoreApplication::translate("FigureFile", "a number of people is missing.");
    qint64 sum = 0;
    for (size_t i = 1; i < figures.size(); ++i) {
        if (figures[i] > std::numeric_limits<qint64>::max() - sum)
            return QCoreApplication::translate("FigureFile",
                                               "its ages add up to more people than there can be.");
        sum += figures[i];
    }
    if (std::abs(sum - figures.front()) <= allowed * figureUnits)
        return {};
    return QCoreApplication::translate("FigureFile", "its ages add up to %L1, not to %L2.")
        .arg(sum / figureUnits)
        .arg(figures.front() / figureUnits);
}

// England's areas alone: the same table may go on with those of Wales and Scotland.
bool isOfSet(const QString& code, const QString& set)
{
    return code.startsWith(u'E') && !isEngland(code) && fitsCodeSet(code, set);
}

QString people(const QString& fileName)
{
    if (fileName.contains("female"_L1, Qt::CaseInsensitive))
        return QCoreApplication::translate("FigureFile", "Women and girls by age");
    if (fileName.contains("male"_L1, Qt::CaseInsensitive))
        return QCoreApplication::translate("FigureFile", "Men and boys by age");
    return QCoreApplication::translate("FigureFile", "People by age");
}

} // namespace

bool isAgesHeader(const TableHeader& header)
{
    constexpr qsizetype fewest = 3;
    return ageBands(header).size() >= fewest;
}

Result<FigureFile> readAges(const QByteArray& bytes, const QString& fileName, const FigureHints& hints)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    const TableHeader& header = table->header;
    const QList<AgeBand> bands = ageBands(header);
    const CodeColumn code = codeColumn(header);
    const qsizetype total = header.find(totalForms);
    if (code.place < 0)
        return noColumn(fileName, u"Code"_s);
    if (total < 0)
        return noColumn(fileName, u"All ages"_s);
    for (const qsizetype place : {code.place, total})
        if (header.isTwice(place))
            return columnTwice(fileName, header.text(place));
    if (auto fault = bandFault(bands, fileName))
        return std::move(*fault);

    // Counts of the census are perturbed cell by cell, so its bands may miss the total by a few people.
    const bool isCensus = header.form(code.place).startsWith("lowerlayer") ||
                          header.form(code.place).startsWith("middlelayer") ||
                          fileName.contains("census"_L1, Qt::CaseInsensitive);
    QString set = code.codeSet;
    if (set.isEmpty())
        set = hints.codeSet;
    const bool isMixed = header.form(code.place) == "code" || header.form(code.place) == "areacode";
    if (set.isEmpty() && isMixed)
        set = codeSet::lad23;

    WideTable wanted;
    wanted.code = code.place;
    wanted.name = header.find({"name", "areaname"});
    FigureColumn all;
    all.id = u"people.all"_s;
    all.name = QCoreApplication::translate("FigureFile", "People of all ages");
    all.kind = FigureKind::Count;
    all.unit = QCoreApplication::translate("FigureFile", "people");
    wanted.columns.push_back({total, wholePeople(), all});
    for (const AgeBand& band : bands) {
        all.id = band.id();
        all.name = band.name();
        wanted.columns.push_back({band.place, wholePeople(), all});
    }
    const qint64 allowed = isCensus ? bands.size() : 0;
    bool isPerturbed = false;
    FigureFile file;
    wanted.rowFault = [&](const std::vector<qint64>& figures) {
        auto fault = sumFault(figures, allowed);
        isPerturbed = isPerturbed || (!fault && sumFault(figures, 0));
        return fault;
    };
    wanted.codeSet = set;
    if (isMixed)
        wanted.leaveOut = [&](const QString& areaCode) { return !isOfSet(areaCode, set); };

    auto rows = readWide(*table, std::move(wanted));
    if (!rows)
        return rows.error();
    const bool isAssumed =
        hints.codeSet.isEmpty() && code.codeSet.isEmpty(); // may be districts of another year
    if (set.isEmpty() || isAssumed)
        set = codeSetOfCodes(rows->codes);
    for (const Wanted& ages : wantedAges)
        if (auto column = summed(ages, bands, rows->columns.mid(0, bands.size() + 1)))
            rows->columns.append(std::move(*column));

    file.name = people(fileName);
    file.source =
        isCensus ? QCoreApplication::translate("FigureFile", "Office for National Statistics, Census 2021")
                 : QCoreApplication::translate("FigureFile",
                                               "Office for National Statistics, population estimates");
    file.licence = openGovernmentLicence();
    file.unit = QCoreApplication::translate("FigureFile", "people");
    if (rows->leftOut > 0) {
        file.notes.append(
            QCoreApplication::translate("FigureFile", "Rows of other areas left out: %L1 (wanted here: %2).")
                .arg(rows->leftOut)
                .arg(codeSetLabel(set)));
    }
    if (isPerturbed) {
        file.notes.append(QCoreApplication::translate(
            "FigureFile", "Ages do not add up to the total in some areas, by a person a band at most: the "
                          "census office changes small counts to protect people."));
    }
    file.refused = std::move(rows->refused);
    file.lastLineIsWhole = rows->lastLineIsWhole;
    file.table = std::make_shared<const FigureTable>(set, rows->codes, rows->names, rows->columns);
    return file;
}

} // namespace placewright
