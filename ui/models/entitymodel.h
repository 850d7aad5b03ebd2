#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The entities of one type as they stand in the plan, one row each, some of their fields as columns. The last row takes
// new ones.
class EntityModel : public PlanTableModel
{
    Q_OBJECT
public:
    EntityModel(PlanDocument& document, const EntityType& type, const QList<QLatin1StringView>& fields,
                const QString& newRowText, QObject* parent = nullptr);

    Id add(const QString& name); // one Step; null: refused

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    void setUsual(StepBuilder& builder, const Id& id) const;

    const EntityType& m_type;
    QList<QLatin1StringView> m_fields;
    QString m_newRowText;
};

} // namespace placewright
