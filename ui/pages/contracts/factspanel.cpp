#include "ui/pages/contracts/factspanel.h"

#include "core/plan/names.h"
#include "ui/pages/contracts/shownforms.h"
#include "ui/pages/form/fieldform.h"
#include "ui/table/grid.h"

#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int rateWidth = 64;
constexpr QLatin1StringView coversField("covers");

} // namespace

FactsPanel::FactsPanel(PlanDocument& document, ShownContract& shown, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_shown(shown)
    , m_form(new FieldForm(document, Contract::type, this))
    , m_areas(document, Contract::type, {coversField}, tr("Area"))
    , m_areasGrid(new Grid(&m_areas, this))
{
    setObjectName(u"contractFactsPanel"_s);
    setEnlargeable(false);
    for (const char* field : {"name", "scheme", "services", "signedOn", "version", "vatRoute"})
        m_form->addField(QLatin1StringView(field));
    m_form->addHeading(tr("Whom it covers"));
    for (const char* field : {"layer", "byArea", "peopleFrom"})
        m_form->addField(QLatin1StringView(field));
    m_form->addHeading(tr("Years without figures of their own"));
    m_form->addFields(tr("People grow by"), {{QLatin1StringView("growth"), rateWidth}});
    m_form->addFields(tr("Cost grows by"), {{QLatin1StringView("costGrowth"), rateWidth}});
    m_form->addFields(tr("Spread of cost"), {{QLatin1StringView("costSpread"), rateWidth}});
    m_form->addField(QLatin1StringView("note"));
    m_form->setEmptyChoice(QLatin1StringView("scheme"), tr("none"));
    m_form->setEmptyChoice(QLatin1StringView("layer"), tr("not named"));
    m_form->setEmptyChoice(QLatin1StringView("vatRoute"), tr("not settled"));
    m_form->setEmptyChoice(QLatin1StringView("peopleFrom"), tr("Need datasets of the plan"));
    m_form->setNote(QLatin1StringView("growth"), tr("% a year"));
    m_form->setNote(QLatin1StringView("costGrowth"), tr("% a year"));
    m_form->setNote(QLatin1StringView("costSpread"), tr("times the mean cost of a person"));
    refuseBadTerms(*m_form, document, shown);

    m_areasGrid->view()->setObjectName(u"contractAreasGrid"_s);
    m_areasGrid->view()->setAccessibleName(tr("Areas that the contract covers"));
    m_areasGrid->view()->setFitsRows(true);
    m_areas.attach(*m_areasGrid->view());
    m_areas.setInstead([this](QLatin1StringView, const Key&) {
        const Contract* contract = m_shown.contract();
        return contract && contract->covers.isEmpty() ? tr("yes, as all") : tr("no");
    });
    connect(&m_areas, &PlanTableModel::refused, this, &FactsPanel::refused);

    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_form);
    column->addWidget(m_areasGrid);
    setBody(body);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void FactsPanel::refresh()
{
    const Contract* contract = m_shown.contract();
    setVisible(contract);
    if (!contract)
        return;
    m_form->setEntity(contract->id, Id(m_shown.year()));
    m_form->setNote(QLatin1StringView("version"),
                    contract->version ? tr("counts for the plan") : tr("empty: the highest counts"));
    m_form->setNote(QLatin1StringView("signedOn"),
                    contract->signedOn.isValid() ? tr("signed") : tr("a proposal: its money is indicative"));
    sayProblems(*m_form, m_shown);
    refreshAreas(*contract);
    setTitle(tr("The contract"));
    setCaption(tr("The same in every version of its terms."));
}

void FactsPanel::refreshAreas(const Contract& contract)
{
    QList<KeyedRowsModel::Row> rows;
    for (const Area& area : m_document.plan().areas)
        if (area.layer == contract.layer)
            rows.append({Id(), area.id, area.name});
    m_areas.setEntity(contract.id, rows);
    m_areasGrid->setVisible(!rows.isEmpty());
}

bool FactsPanel::showCell(const CellRef& cell)
{
    if (cell.entity != Contract::type.id || cell.id != m_shown.contractId())
        return false;
    if (cell.field == coversField) {
        const QModelIndex at = m_areas.indexOfCell(cell.field, cell.key);
        m_areasGrid->view()->setFocus();
        if (at.isValid())
            m_areasGrid->view()->setCurrentIndex(m_areasGrid->view()->shownIndex(at));
        return true;
    }
    return m_form->focusField(cell.field.isEmpty() ? u"name"_s : cell.field);
}

} // namespace placewright
