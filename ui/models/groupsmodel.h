#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// Population groups by area of one layer: people, or percent of the area's people; whichever is shown can be typed, and stands
// before what the dataset says. Small numbers are faded or left out by the place's own rule.
class GroupsModel : public PlanTableModel
{
    Q_OBJECT
public:
    enum class Shown { People, Share };

    explicit GroupsModel(PlanDocument& document, QObject* parent = nullptr);

    void setLayer(const Id& layer);
    void setShown(Shown shown);
    int leftOut() const; // cells with small numbers that are not shown

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    struct Cell
    {
        std::optional<People> people;
        std::optional<Ratio> share; // of the area's people
        bool typed = false;
        bool small = false;
    };
    Cell cellOf(const PlanRow& row, const Id& area) const;
    bool leavesOut() const;
    bool hidesInRow(const PlanRow& row) const;
    QVariant areaData(const PlanRow& row, const Id& area, int role) const;
    QString words(const Cell& cell, Shown shown) const;
    std::optional<ShownCell> totalOf(const PlanRow& row) const;
    const GroupPeople* groupOf(const PlanRow& row) const;

    Id m_layer;
    Shown m_shown = Shown::People;
};

} // namespace placewright
