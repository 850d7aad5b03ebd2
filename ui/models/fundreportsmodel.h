#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The pool manager's four reports of the year shown: when each is due and when it was sent. Typing makes the report.
class FundReportsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit FundReportsModel(PlanDocument& document, QObject* parent = nullptr);

    void setFund(const Id& fund);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    qint64 quarterOf(const PlanRow& row) const;
    QDate endOf(qint64 quarter) const; // of the year shown; not valid: its name says none

    Id m_fund;
};

} // namespace placewright
