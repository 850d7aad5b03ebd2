#pragma once

#include "core/words/riskwords.h"
#include "ui/models/plantablemodel.h"

namespace placewright {

// VAT of every scheme in a pooled fund that spends in the year shown: who delivers it, whose rules it follows, what is at
// risk while nobody has settled that, and what cannot be recovered.
class VatModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit VatModel(PlanDocument& document, QObject* parent = nullptr);

    const QList<VatState>& states() const { return m_states; }
    Money atRisk() const;

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    const VatState* stateOf(const PlanRow& row) const;
    PlanColumn textColumn(const QString& title, QString (*text)(const Plan&, const VatState&)) const;
    PlanColumn moneyColumn(const QString& title, Money VatState::*amount) const;
    PlanColumn stateColumn() const;

    mutable QList<VatState> m_states; // of the rows last made
};

} // namespace placewright
