#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// Who must be among those there for the quorum of one body.
class QuorumNeedsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit QuorumNeedsModel(PlanDocument& document, QObject* parent = nullptr);

    void setBody(const Id& body);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Id m_body;
};

} // namespace placewright
