#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// A minimum that the year's rulebook asks for and the plan does not hold.
struct AskedMinimum
{
    QString kind;
    Id partner; // null: the whole Board
};

// The minimums of the year shown, with those that its rulebook asks for and nobody has entered: they read "not known".
// The last row takes new ones.
class MinimumsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit MinimumsModel(PlanDocument& document, QObject* parent = nullptr);

    QList<AskedMinimum> missing() const;
    bool addMissing(); // blank, one Step

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    PlanColumn baselineColumn() const;
    QVariant askedData(const PlanRow& row, const PlanColumn& column, int role) const;
};

} // namespace placewright
