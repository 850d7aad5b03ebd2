#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// What a need index is relative to.
enum class NeedBase { Place, Icb, England };

// The areas of one layer: typed figures, and what follows from them under a named base.
class AreasModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit AreasModel(PlanDocument& document, QObject* parent = nullptr);

    void setLayer(const Id& layer);
    const Id& layer() const { return m_layer; }
    void setBase(NeedBase base);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    QString pastedSentence(qsizetype newRows, qsizetype cells) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    std::optional<ShownCell> peopleCell(const PlanRow& row, bool weighted) const;
    std::optional<ShownCell> indexCell(const PlanRow& row) const;
    std::optional<ShownCell> shareCell(const PlanRow& row) const;
    std::optional<ShownCell> deprivationCell(const PlanRow& row) const;
    const AreaNeed* areaOf(const PlanRow& row) const;

    Id m_layer;
    NeedBase m_base = NeedBase::Place;
};

// The index of an area under a base: (weighted people / people) / (the same of the base). Nothing where a figure is missing,
// or where the base needs a dataset and the layer has none.
std::optional<Ratio> needIndexUnder(const PlanDocument& document, const Id& layer, const Id& area,
                                    NeedBase base);

} // namespace placewright
