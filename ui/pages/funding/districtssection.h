#pragma once

#include "ui/models/districtgrantsmodel.h"
#include "ui/pages/funding/fundingsection.h"

class QStackedWidget;

namespace placewright {

// Disabled Facilities Grant of the districts in a two-tier area: what is allocated, passed down and kept by agreement, with
// the conditions on it. Where no partner is a district, what the section is for.
class DistrictsSection : public FundingSection
{
    Q_OBJECT
public:
    DistrictsSection(PageContext context, QWidget* parent);

    void refresh() override;
    bool holds(const QStringList& ids) const override;
    void showIds(const QStringList& ids) override;

    Grid* grid() const { return m_grid; }
    bool canAdd() const; // some district has no grant in the year
    void addMissing();

signals:
    void partnersRequested(); // to name the districts

private:
    void addDistrict();
    QString finding() const;
    QString caption() const;

    DistrictGrantsModel m_model;
    Grid* m_grid;
    Panel* m_panel;
    QStackedWidget* m_stack;
};

} // namespace placewright
