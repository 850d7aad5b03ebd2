#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The need datasets of the plan side by side: what each is and holds, and what a person may correct about where it came from.
class DatasetsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit DatasetsModel(PlanDocument& document, QObject* parent = nullptr);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;

private:
    ShownCell rowsOf(const NeedDataset& dataset) const;
    ShownCell codesOf(const NeedDataset& dataset) const;
    ShownCell measuresOf(const NeedDataset& dataset) const;
};

} // namespace placewright
