#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// Who pays what into which fund, one column of pounds a year, grouped by fund with subtotals. The total is of pooled money;
// aligned funds are told apart and stay outside it. The last row takes new contributions, typed or pasted.
class ContributionsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit ContributionsModel(PlanDocument& document, QObject* parent = nullptr);

    // Where new contributions go: the fund itself, or that of the contribution. Otherwise, the first fund.
    void setTarget(const Id& fundOrContribution);
    Id addContribution();       // one Step; a plan without funds gets one. Null: refused
    Sum broughtForward() const; // of pooled contributions in the year shown, within their amounts

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;
    QString pastedSentence(qsizetype newRows, qsizetype cells) const override;

private:
    bool isAligned(const Id& fund) const;
    Sum sumOf(const PlanRow& row, const Id& year) const;
    bool isKnown(const PlanRow& row, const Id& year) const;
    PlanColumn amountColumn(const Id& year) const;
    bool isAnyDisputed() const;
    PlanColumn broughtForwardColumn() const;
    Sum broughtForwardOf(const PlanRow& row) const;
    QString problemOf(const Contribution& contribution, QLatin1StringView field) const;
    QString emptyText(const PlanRow& row, const PlanColumn& column, QLatin1StringView field) const;
    QVariant contributionData(const PlanRow& row, const PlanColumn& column, int role) const;
    QVariant fundData(const PlanRow& row, const PlanColumn& column, int role) const;

    Id m_target;
};

} // namespace placewright
