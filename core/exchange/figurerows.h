#pragma once

#include "core/exchange/codecolumns.h"
#include "core/exchange/figurefile.h"

#include <functional>
#include <limits>

namespace placewright {

// What a cell of a column may hold, in units of 1e-9.
struct CellRule
{
    qint64 least = -std::numeric_limits<qint64>::max();
    qint64 most = std::numeric_limits<qint64>::max();
    bool whole = false;
};
CellRule wholePeople(); // 0 to 100 million
CellRule zeroOrMore();

struct WideColumn
{
    qsizetype place = -1;
    CellRule rule;
    FigureColumn figure; // without values
};

// A table of one row an area: which columns to take, and how to judge a row.
struct WideTable
{
    qsizetype code = -1;
    qsizetype name = -1;
    QString codeSet; // what the codes must be of; empty: anything
    std::vector<WideColumn> columns;
    std::function<bool(const QString& code)> leaveOut; // neither taken nor refused
    std::function<std::optional<QString>(const std::vector<qint64>& figures)>
        rowFault; // why the row is refused
};
struct WideRows
{
    QStringList codes;
    QStringList names;
    QList<FigureColumn> columns;
    QList<RefusedRow> refused;
    int leftOut = 0;
    bool lastLineIsWhole = true;
};
Result<WideRows> readWide(OpenTable& table, WideTable wanted);

// A table of one row an area and column, turned so that each area has one row. The same figure given twice is one; two different
// ones are refused, both.
class FigurePivot
{
public:
    struct Figure
    {
        qint64 value = noFigure;
        qint64 lower = noFigure;
        qint64 upper = noFigure;
        qint64 count = noFigure;
        friend bool operator==(const Figure&, const Figure&) = default;
    };

    qsizetype column(const FigureColumn& figure); // by id; made where it is new
    qsizetype area(const QString& code, const QString& name);
    void add(qsizetype area, qsizetype column, int line, const Figure& figure);
    void refuse(int line, const QString& why) { m_refused.append({line, why}); }

    QStringList codes() const { return m_codes; }
    void describe(const std::function<void(FigureColumn& column)>& describe);
    // The areas that are `taken` as the file's table; England's own figures beside it.
    void finish(FigureFile& file, const QString& codeSet,
                const std::function<bool(const QString& code)>& taken);

private:
    struct Given
    {
        qsizetype area;
        qsizetype column;
        int line;
        Figure figure;
        bool conflicting = false;
    };

    QList<FigureColumn> m_columns;
    QHash<QString, qsizetype> m_columnPlaces;
    QStringList m_codes;
    QStringList m_names;
    QHash<QString, qsizetype> m_areaPlaces;
    std::vector<Given> m_given;
    QHash<std::pair<qsizetype, qsizetype>, qsizetype> m_givenPlaces;
    QList<RefusedRow> m_refused;
};

bool isEngland(const QString& code); // E92000001

// A figure of a long table: missing, a number, or the reason why its row is refused.
Result<qint64> figureCell(QByteArrayView cell, const QString& column);
Error noColumn(const QString& fileName, const QString& column);
Error columnTwice(const QString& fileName, const QString& column);
QString columnsNotTaken(const QStringList& headers); // a note
void sortByLine(QList<RefusedRow>& refused);
QString openGovernmentLicence();
QString yearsOfFileName(const QString& fileName); // "2022/23" from "…_2022_23.csv"; empty when there are none

} // namespace placewright
