#pragma once

#include "ui/models/keyedrowsmodel.h"
#include "ui/pages/contracts/showncontract.h"
#include "ui/panel/panel.h"

namespace placewright {

class FieldForm;

// What a contract is whatever its terms: name, scheme, signature, which version counts, the areas it covers, where its people
// come from, VAT route and yearly growth.
class FactsPanel : public Panel
{
    Q_OBJECT
public:
    FactsPanel(PlanDocument& document, ShownContract& shown, QWidget* parent = nullptr);

    void refresh();
    bool showCell(const CellRef& cell);
    Grid* areasGrid() const { return m_areasGrid; }

signals:
    void refused(const QString& sentence);

private:
    void refreshAreas(const Contract& contract);

    PlanDocument& m_document;
    ShownContract& m_shown;
    FieldForm* m_form;
    KeyedRowsModel m_areas;
    Grid* m_areasGrid;
};

} // namespace placewright
