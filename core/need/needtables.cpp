#include "core/need/needtables.h"

#include "core/place/codeset.h"

#include <QCoreApplication>

namespace placewright {

FigureTable figuresOf(const PracticeTable& practices)
{
    QStringList codes;
    QStringList names;
    QList<FigureColumn> columns;
    const auto count = static_cast<size_t>(practices.practices().size());
    FigureColumn people;
    people.id = registeredPeople;
    people.name = QCoreApplication::translate("NeedTables", "Registered people");
    people.kind = FigureKind::Count;
    people.values.reserve(count);
    columns.append(people);
    for (const NeedMeasureName& name : needMeasureNames()) {
        FigureColumn column;
        column.id = name.id;
        column.name = needMeasureLabel(name.measure);
        column.kind = FigureKind::WeightedPeople;
        column.orientation = Orientation::HighIsMore;
        column.values.reserve(count);
        columns.append(column);
    }
    for (const Practice& practice : practices.practices()) {
        codes.append(practice.code);
        names.append(practice.name);
        columns[0].values.push_back(practice.population.units());
        for (int measure = 0; measure < needMeasureCount; ++measure) {
            const auto& weighted = practice.weighted[static_cast<size_t>(measure)];
            columns[measure + 1].values.push_back(weighted ? weighted->units() : noFigure);
        }
    }
    return {codeSet::practice, codes, names, columns};
}

} // namespace placewright
