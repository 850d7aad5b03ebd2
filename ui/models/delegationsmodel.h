#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// What partners let one body decide alone. New limits are made whole, with their minute: see `addLimit`; rows pasted below the last
// one bring theirs.
class DelegationsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit DelegationsModel(PlanDocument& document, QObject* parent = nullptr);

    void setBody(const Id& body);
    // One Step. Null: refused, and the document said why.
    Id addLimit(const Id& partner, const QString& minute, const std::optional<Money>& perDecision,
                const std::optional<Money>& perYear);

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
