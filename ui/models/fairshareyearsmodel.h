#pragma once

#include "core/evaluate/needresults.h"
#include "ui/models/plantablemodel.h"

namespace placewright {

// The years of one way to the fair share, in order, and whether each can be done. The last row takes new ones.
class FairShareYearsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit FairShareYearsModel(PlanDocument& document, QObject* parent = nullptr);

    void setWay(const Id& way, const FairSharePath& path);
    Id addYear(); // the one after the last: one Step

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    QString nextYear(const Plan& plan) const;   // of the plan so far; empty: no way
    qsizetype positionOf(const Id& year) const; // in the path; -1: not there
    QString limitWords(const Id& year) const;
    std::optional<ShownCell> stateCell(const PlanRow& row) const;

    Id m_way;
    FairSharePath m_path;
};

} // namespace placewright
