#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The grants of the year shown to the districts of a two-tier area, one row each: what is allocated, passed down, and kept by
// agreement, and how the condition stands. A district without a grant has a row as well: typing there makes its grant.
class DistrictGrantsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit DistrictGrantsModel(PlanDocument& document, QObject* parent = nullptr);

    QList<Id> districts() const; // that are partners of that kind, or have a grant in the year; in plan order
    QList<Id> missing() const;   // of them, those without a grant in the year
    bool addMissing();           // blank, one Step
    const Finding*
    adding() const; // the condition that the grants add up to the income; null: the rules have none
    // Over all districts. Nothing: something of it is not known.
    std::optional<Money> total(std::optional<Money> DistrictGrant::*amount) const;
    std::optional<Money> toPass() const;

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    QList<const DistrictGrant*> grants() const; // of the year
    const Finding* findingOf(QLatin1StringView function, const Id& district) const;
    std::optional<Money> toPass(const DistrictGrant& grant) const;
    PlanColumn districtColumn() const;
    PlanColumn moneyColumn(QLatin1StringView field, std::optional<Money> DistrictGrant::*amount) const;
    PlanColumn toPassColumn() const;
    PlanColumn conditionColumn() const;
    ShownCell totalCell(const std::optional<Money>& total, Pence pence) const;
    QVariant grantData(const PlanRow& row, QLatin1StringView field, int role) const;
};

} // namespace placewright
