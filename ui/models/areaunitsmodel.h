#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The codes that one area is made of: LSOAs, wards, districts. The last row takes codes, typed or pasted; one that another area of
// the layer has is refused, and nothing of that paste is taken.
class AreaUnitsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit AreaUnitsModel(PlanDocument& document, QObject* parent = nullptr);

    void setArea(const Id& area);
    const Id& area() const { return m_area; }
    int units() const;
    // One Step for all of the codes, or none and a refusal that names the code and the area that has it.
    bool addCodes(const QStringList& codes);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QString pastedSentence(qsizetype newRows, qsizetype cells) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Outcome take(StepBuilder& builder, const Id& unit, const QString& text) const;
    const Layer* layer() const;
    QString nameOfUnit(const QString& code) const;
    std::optional<qint64> peopleOfUnit(const QString& code) const;

    Id m_area;
};

} // namespace placewright
