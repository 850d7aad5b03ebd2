#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace placewright {

// What a published figure is, and so what may be done with it: counts add up; scores, rates and percentages only average, by
// people; ranks and deciles do neither and only order.
enum class FigureKind { Count, WeightedPeople, Score, Rate, Rank, Decile };

// Which end of a figure means more deprived or more need. Ranks and deciles of deprivation start at the most deprived.
enum class Orientation { Unknown, HighIsMore, LowIsMore };

// A figure in whole units of 1e-9, so that columns sum exactly in any order; more decimals are settled half to even.
inline constexpr qint64 figureUnits = 1'000'000'000;
inline constexpr qint64 noFigure = std::numeric_limits<qint64>::min(); // a blank cell: missing, never zero

// One measure of a dataset, a value a row of the table.
struct FigureColumn
{
    QString id;   // permanent within the dataset: "imd.score", "people.65+", else the header as published
    QString name; // for people
    FigureKind kind = FigureKind::Score;
    qint64 per = 1; // Rate: a percentage 100, per 1,000, per 100,000
    QString unit;   // "people", "per 100,000", as published
    Orientation orientation = Orientation::Unknown;
    std::vector<qint64> values;
    std::vector<qint64> lower; // 95% confidence limits; empty where none are published
    std::vector<qint64> upper;
    std::vector<qint64>
        counts; // what a rate counted: small ones are faded or left out; empty where not published

    std::optional<qint64> at(qsizetype row) const;
};

bool addsUp(FigureKind kind);   // counts and weighted people
bool averages(FigureKind kind); // scores and rates, weighted by people

// A need dataset of areas or practices, read once and never changed. Rows stand in byte order of their codes, which are distinct
// and all of one set.
class FigureTable
{
public:
    FigureTable(QString codeSet, QStringList codes, QStringList names, QList<FigureColumn> columns);

    const QString& codeSet() const { return m_codeSet; }
    const QStringList& codes() const { return m_codes; }
    const QStringList& names() const { return m_names; } // of the areas; empty strings where not published
    const QList<FigureColumn>& columns() const { return m_columns; }
    qsizetype size() const { return m_codes.size(); }

    qsizetype row(const QString& code) const { return m_rows.value(code, -1); } // -1: not there
    const FigureColumn* column(QAnyStringView id) const;

private:
    QString m_codeSet;
    QStringList m_codes;
    QStringList m_names;
    QList<FigureColumn> m_columns;
    QHash<QString, qsizetype> m_rows;
};

using FigureTables = QHash<QString, std::shared_ptr<const FigureTable>>; // by SHA-256 of the bytes

} // namespace placewright
