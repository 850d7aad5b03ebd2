#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The schemes of a pooled fund in the year shown: planned, and the outturn that the risk share is tested at.
class TestOutturnModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit TestOutturnModel(PlanDocument& document, QObject* parent = nullptr);

    void setFund(const Id& fund);
    bool isTested() const;
    bool clearTest(); // every scheme of the fund at its plan again: one Step

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Key key() const { return {Id(document().year()), {}}; }
    QList<Id> schemes() const;
    Money planned(const Id& scheme) const;
    Money tested(const Id& scheme) const;
    PlanColumn moneyColumn(const QString& title, Money (TestOutturnModel::*amount)(const Id&) const,
                           bool isChange) const;
    PlanColumn fieldColumn(QLatin1StringView field) const;
    Money difference(const Id& scheme) const { return tested(scheme) - planned(scheme); }
    Money fault(const Id& scheme) const;

    Id m_fund;
};

} // namespace placewright
