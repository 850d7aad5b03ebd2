#pragma once

#include "core/evaluate/shelf.h"
#include "core/place/codeset.h"
#include "tests/support/exampleplan.h"

namespace placewright {

// A plan with need datasets of a few rows, and the shelf that holds them.
class NeedExample
{
public:
    struct Figures
    {
        QString measure;
        FigureKind kind;
        QString values; // "10 20.5 ?": one a row, "?" for a blank cell
        Orientation orientation = Orientation::HighIsMore;
    };

    ExamplePlan plan;
    Shelf shelf;

    // `codes`: "L1 L2 L3", one a row.
    NeedExample& table(const QString& id, QLatin1StringView codeSet, const QString& codes,
                       const QList<Figures>& columns)
    {
        plan.add(u"needDataset", id,
                 {{word("name"), text(QStringLiteral("Dataset ") + id)},
                  {word("kind"), text(needDatasetKind::figures)},
                  {word("hash"), text(id)},
                  {word("codeSet"), text(codeSet)}});
        putTable(id, codeSet, codes, columns);
        return *this;
    }
    // The rows of a dataset that the plan has already.
    void putTable(const QString& id, QLatin1StringView codeSet, const QString& codes,
                  const QList<Figures>& columns)
    {
        const QStringList rows = codes.split(QChar(u' '));
        QList<FigureColumn> made;
        for (const Figures& figures : columns) {
            FigureColumn column;
            column.id = column.name = figures.measure;
            column.kind = figures.kind;
            column.orientation = figures.orientation;
            for (const QString& value : figures.values.split(QChar(u' ')))
                column.values.push_back(value == QChar(u'?')
                                            ? noFigure
                                            : Rate::parse(value)->exact().unitsAt(9, Rounding::HalfToEven));
            made.append(column);
        }
        shelf.figures.insert(
            tableKey(*plan.plan().needDatasets.find(Id(id))),
            std::make_shared<const FigureTable>(QString(codeSet), rows, QStringList(rows.size()), made));
    }

    // Columns of codes side by side; "-" for a blank one.
    NeedExample& lookup(const QString& id, const QList<std::pair<QLatin1StringView, QString>>& columns)
    {
        plan.add(u"needDataset", id,
                 {{word("name"), text(QStringLiteral("Dataset ") + id)},
                  {word("kind"), text(needDatasetKind::lookup)},
                  {word("hash"), text(id)}});
        QList<Lookup::Column> made;
        for (const auto& [codeSet, codes] : columns) {
            QStringList rows = codes.split(QChar(u' '));
            rows.replaceInStrings(QStringLiteral("-"), QString());
            made.append({QString(codeSet), QString(codeSet), rows, {}});
        }
        shelf.lookups.insert(id, std::make_shared<const Lookup>(made));
        return *this;
    }

    // An area of the layer, made of the units named: "L1 L2"; none: the unit of its own code, which is its id.
    NeedExample& area(const QString& layer, const QString& id, const QString& units = {})
    {
        plan.add(u"area", id,
                 {{word("layer"), ref(layer)}, {word("name"), text(id)}, {word("code"), text(id)}});
        for (const QString& unit : units.split(QChar(u' '), Qt::SkipEmptyParts))
            plan.add(u"areaUnit", id + QChar(u'-') + unit,
                     {{word("area"), ref(id)}, {word("code"), text(unit)}});
        return *this;
    }

private:
    static QString word(const char* latin1) { return QString::fromLatin1(latin1); }
};

} // namespace placewright
