#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The measures that stand for need of one service, with their swing weights as typed and as shares of the mix.
class NeedComponentsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit NeedComponentsModel(PlanDocument& document, QObject* parent = nullptr);

    void setService(const QString& service, const Id& layer);
    QList<Id> components() const;

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;

private:
    QString m_service;
    Id m_layer;
};

// A measure in words: the column's name and the dataset's; the layer's own need where it names no dataset.
QString componentWords(const PlanDocument& document, const NeedComponent& component, const Id& layer);
Ratio weightOf(const NeedComponent& component); // typed, else 1

} // namespace placewright
