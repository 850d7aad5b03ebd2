#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The functions that a fund's agreement covers. What regulations 5 and 6 of SI 2000/617 leave out is neither offered nor
// taken.
class FundFunctionsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit FundFunctionsModel(PlanDocument& document, QObject* parent = nullptr);

    void setFund(const Id& fund);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Id m_fund;
};

} // namespace placewright
