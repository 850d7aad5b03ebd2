#pragma once

#include "core/need/needtables.h"
#include "core/plan/plan.h"

namespace placewright {

// A measure over the areas of a layer that cannot be used as asked, and where; the words are made elsewhere.
struct MeasureProblem
{
    AreaFigures::Fault fault = AreaFigures::Fault::None;
    Id dataset;
    QString measure;
    QStringList areas; // names of the areas it fails for, where it is some of them

    explicit operator bool() const { return fault != AreaFigures::Fault::None; }
};

// Need weights of a layer's areas by one measure, or why there are none.
struct AreaWeights
{
    MeasureProblem problem;
    QList<People> weights;  // one an area, in the layer's order
    bool estimated = false; // some codes were split by a boundary change
};

// What the areas of one layer are made of, and any dataset's figures over them. Refers to the plan and the tables.
class LayerFigures
{
public:
    LayerFigures(const Plan& plan, const Layer& layer, const NeedTables& tables);

    const Layer& layer() const { return m_layer; }
    const QList<qsizetype>& areas() const { return m_areas; } // positions in Plan::areas
    const AreaUnits& units() const { return m_units; }
    bool isMadeOfPractices() const;
    // Slots and shares of each practice; none for layers of other units.
    const QHash<QString, QList<std::pair<qsizetype, Ratio>>>& practices() const { return m_practices; }

    std::shared_ptr<const AreaFigures> figures(const Id& dataset, const QString& measure,
                                               FigureUse use) const;
    // People of the layer's areas in a national deprivation fifth, 1 the most deprived, by a tenth or rank.
    std::shared_ptr<const AreaFigures> peopleInFifth(const Id& dataset, const QString& measure,
                                                     int fifth) const;
    const FigureColumn* column(const Id& dataset, const QString& measure) const;

    // Weights that may split money: a count as it stands, a score or rate times the people behind it.
    AreaWeights weights(const Id& dataset, const QString& measure) const;

private:
    void addPractices();
    void addUnits();
    const FigureTable* table(const Id& dataset) const;
    std::shared_ptr<const AreaJoin> join(const FigureTable& table, const QByteArray& key) const;
    PeopleColumn peopleFor(const FigureTable& table) const;
    std::shared_ptr<const AreaFigures> none(AreaFigures::Fault fault) const;

    const Plan& m_plan;
    const Layer& m_layer;
    const NeedTables& m_tables;
    QList<qsizetype> m_areas;
    AreaUnits m_units;
    QHash<QString, QList<std::pair<qsizetype, Ratio>>> m_practices;
    QList<std::shared_ptr<const Lookup>> m_lookups;
    QByteArray m_fingerprint; // of the units and lookups
};

} // namespace placewright
