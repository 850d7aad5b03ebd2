#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// What one interest is about: schemes, contracts, kinds of provider, each in a row.
class InterestLinksModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit InterestLinksModel(PlanDocument& document, QObject* parent = nullptr);

    void setInterest(const Id& interest);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Id m_interest;
};

} // namespace placewright
