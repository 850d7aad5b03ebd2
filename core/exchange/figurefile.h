#pragma once

#include "core/exchange/practicefile.h"
#include "core/need/figuretable.h"

#include <QDate>
#include <QMap>

namespace placewright {

// What a person says of a table whose header does not say it. Kept with the dataset, so that the same bytes read the same again.
// The code set settles every layout whose header names no year; the rest is for tables of no known layout.
struct FigureHints
{
    QString codeSet; // codeSet::; empty: judged by the codes
    FigureKind kind = FigureKind::Score;
    Orientation orientation = Orientation::Unknown;
    qint64 per = 1;
    QString unit;
};

struct FigureFile
{
    std::shared_ptr<const FigureTable> table;
    QList<RefusedRow> refused;
    QString layout; // figureLayout::
    QString name;
    QString source; // publisher and title; empty where the layout does not tell
    QString licence;
    QString base; // "England": what the table covers, where the layout tells
    QString unit;
    QDate date; // where the file says
    QMap<QString, qint64>
        england;       // England's own figure by column id, where the file has one; no row of the table
    QStringList notes; // one sentence each
    bool lastLineIsWhole = true;
};

namespace figureLayout {
inline constexpr QLatin1StringView
    deprivation("deprivation");                            // Indices of Deprivation 2019, 2025: Files 1, 2, 7
inline constexpr QLatin1StringView ages("ages");           // ONS people by age
inline constexpr QLatin1StringView payments("payments");   // NHS payments to general practice
inline constexpr QLatin1StringView listSizes("listSizes"); // patients of each practice
inline constexpr QLatin1StringView fingertips("fingertips"); // Fingertips "all data"
inline constexpr QLatin1StringView
    fingertipsShort("fingertipsShort"); // one indicator a year, by area (93553)
inline constexpr QLatin1StringView oflog("oflog");
inline constexpr QLatin1StringView longTable("longTable"); // area_code, period, indicator, measure, value
inline constexpr QLatin1StringView healthIndex("healthIndex");
inline constexpr QLatin1StringView table("table"); // any table with a code column
} // namespace figureLayout

// Which layout the header is of, best known first; empty for no table with a code column.
QString figureLayoutOf(const QByteArray& bytes);
bool looksLikeFigureFile(const QByteArray& bytes);

// Figures of areas or practices from a published table in UTF-8. Rows that are refused, with their line and reason: a code that is
// blank, malformed or listed twice with different figures; a figure that is no number or beyond what its column can be; a wrong
// number of cells; people by age that do not add up. A needed column that is absent is one Error. A blank figure is missing.
Result<FigureFile> readFigureFile(const QByteArray& bytes, const QString& fileName, const FigureHints& hints);

} // namespace placewright
