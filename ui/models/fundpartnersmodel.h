#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The partners of one fund in the year shown: what each pays in, its share and its cap; or what the agreement says of
// each. Typing into the row of a partner that the agreement does not name yet makes its entry.
class FundPartnersModel : public PlanTableModel
{
    Q_OBJECT
public:
    enum class Part { Risk, Agreement };

    FundPartnersModel(PlanDocument& document, Part part, QObject* parent = nullptr);

    void setFund(const Id& fund);
    qsizetype payers() const; // how many pay in

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Key key() const { return {Id(document().year()), {}}; }
    const FundPartner* entryOf(const Id& partner) const;
    QList<Id> partners() const; // in plan order
    PlanColumn partnerColumn() const;
    PlanColumn paidColumn() const;
    PlanColumn shareColumn() const;
    PlanColumn fieldColumn(QLatin1StringView field) const;
    std::optional<ShownCell> totalCap(const PlanRow& row) const;
    QString instalmentWords(const FundPartner& entry) const;

    Part m_part;
    Id m_fund;
};

} // namespace placewright
