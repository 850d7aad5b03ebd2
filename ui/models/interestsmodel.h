#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The register of interests of one body's members. Whether it was declared in time stands in words.
class InterestsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit InterestsModel(PlanDocument& document, QObject* parent = nullptr);

    void setBody(const Id& body);
    int late() const; // how many were declared late, or not yet and it is late

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    Result<Value> valueTyped(const StepBuilder& builder, const PlanRow& row, const PlanColumn& column,
                             const Field& field, const QString& text) override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    bool isHere(const Interest& interest) const;
    QDate today() const { return document().author().now().date(); }

    Id m_body;
};

// "declared 12 days late", "declared in time", "not declared: due 4 March 2026"; empty: nobody can tell.
QString declaredInWords(const Interest& interest, const QDate& today);
bool isLate(const Interest& interest, const QDate& today);

} // namespace placewright
