#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// The five domains of the integration index, a row each, with what is measured and between which points. Typing makes the domain.
class IndexDomainsModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit IndexDomainsModel(PlanDocument& document, QObject* parent = nullptr);

    QString domainAt(int row) const;              // indexDomain::
    int rowOfDomain(const QString& domain) const; // -1: none of that name
    Id makeDomain(const QString& domain); // the one that is there, or a new one in one Step; null: refused

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    QString domainOf(const PlanRow& row) const;
};

QString indexDomainName(const QString& domain); // "Care pathways"
QStringList indexDomainOrder();                 // the five, as the index takes them
const IndexDomain* indexDomainOf(const Plan& plan, const QString& domain);

} // namespace placewright
