#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The members of one body, substitutes among them. A name typed in the last row makes a member.
class BodyMembersModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit BodyMembersModel(PlanDocument& document, QObject* parent = nullptr);

    void setBody(const Id& body);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    Result<Value> valueTyped(const StepBuilder& builder, const PlanRow& row, const PlanColumn& column,
                             const Field& field, const QString& text) override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Id m_body;
};

// Members of one body by the name under which tables show them: what is typed, chosen, or nothing. A person may sit on several bodies.
Result<Value> memberTyped(const Plan& plan, const Id& body, const Field& field, const QString& text);
QStringList memberChoices(const Plan& plan, const Id& body, const Id& except = {});
QString memberShown(const Plan& plan, const Id& member); // the person's name, or why there is none

} // namespace placewright
