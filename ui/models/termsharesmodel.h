#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The partners' percentages under one step of the risk share that is shared by fixed percentages.
class TermSharesModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit TermSharesModel(PlanDocument& document, QObject* parent = nullptr);

    void setTerm(const Id& term);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    const RiskTermShare* shareOf(const Id& partner) const;
    ShownCell sumCell() const;

    Id m_term;
};

} // namespace placewright
