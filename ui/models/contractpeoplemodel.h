#pragma once

#include "core/contract/outcomepayment.h"
#include "ui/models/plantablemodel.h"

namespace placewright {

// People that a contract covers by deprivation fifth, typed by year, and by area where it is paid area by area.
class ContractPeopleModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit ContractPeopleModel(PlanDocument& document, QObject* parent = nullptr);

    struct Shown
    {
        Id contract;
        QList<Id> years;
        QList<Id> areas;                                                            // empty: paid as one
        std::function<std::optional<Ratio>(const Key& key, int fifth)> people = {}; // as worked out
        std::function<QString(const Id& entry, QAnyStringView field, const Key& key)> problem = {};
    };
    void show(const Shown& shown);
    QModelIndex indexOfCell(const CellRef& cell) const;

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    QLatin1StringView field() const;

    Shown m_shown;
};

} // namespace placewright
