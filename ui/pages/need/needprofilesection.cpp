#include "ui/pages/need/needprofilesection.h"

#include "core/evaluate/needresults.h"
#include "core/place/service.h"
#include "core/words/needwords.h"
#include "ui/models/datasetsmodel.h"
#include "ui/models/removal.h"
#include "ui/models/serviceneedsmodel.h"
#include "ui/pages/need/groupspanel.h"
#include "ui/pages/need/peerpanel.h"
#include "ui/pages/need/weightspanel.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

QPushButton* button(const QString& text, const char* objectName, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1StringView(objectName));
    return made;
}

} // namespace

NeedProfileSection::NeedProfileSection(PageContext context, QWidget* parent)
    : NeedSection(context, parent)
    , m_services(makeServicesModel())
    , m_serviceGrid(new Grid(m_services, this))
    , m_servicesPanel(new Panel(this))
    , m_weights(new WeightsPanel(document(), this))
    , m_weightsPanel(new Panel(this))
    , m_groups(new GroupsPanel(document(), this))
    , m_datasets(new DatasetsModel(document(), this))
    , m_datasetGrid(new Grid(m_datasets, this))
    , m_datasetsPanel(new Panel(this))
    , m_peers(new PeerPanel(document(), this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_minute(new QLineEdit(this))
    , m_agree(button(tr("Agree"), "agreeMeasure", this))
    , m_withdraw(button(tr("Withdraw"), "withdrawMeasure", this))
    , m_service(service::community)
{
    m_servicesPanel->setBody(makeServices());
    m_weightsPanel->setBody(m_weights);
    m_datasetsPanel->setBody(makeDatasets());
    m_splitter->addWidget(m_servicesPanel);
    m_splitter->addWidget(m_weightsPanel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::between);
    m_splitter->setSizes({640, 560});

    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::between);
    column->addWidget(m_splitter);
    column->addWidget(m_groups);
    column->addWidget(m_datasetsPanel);
    column->addWidget(m_peers);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    connect(m_services, &PlanTableModel::refused, this, &NeedSection::refused);
    connect(m_datasets, &PlanTableModel::refused, this, &NeedSection::refused);
    connect(m_weights, &WeightsPanel::refused, this, &NeedSection::refused);
    connect(m_weights, &WeightsPanel::said, this, &NeedSection::said);
    connect(m_groups, &GroupsPanel::refused, this, &NeedSection::refused);
    connect(m_groups, &GroupsPanel::noticed, this, &NeedSection::noticed);
    connect(m_serviceGrid->view()->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const QModelIndex cell = m_serviceGrid->view()->currentCell(); cell.isValid() && !m_moving)
            showService(m_services->serviceAt(cell.row()));
    });
    for (Grid* grid : {m_serviceGrid, m_weights->componentGrid(), m_weights->effectGrid(),
                       m_groups->groupsGrid(), m_datasetGrid, m_peers->peersGrid()})
        wire(grid);
    for (Panel* panel : {m_servicesPanel, m_weightsPanel, static_cast<Panel*>(m_groups), m_datasetsPanel,
                         static_cast<Panel*>(m_peers)})
        wire(panel);
}

// A service that gets its first measure becomes an entity: its row goes and comes, and stays the one chosen. Said before the model
// hears of a change, and over when the section is refreshed.
ServiceNeedsModel* NeedProfileSection::makeServicesModel()
{
    connect(&document(), &PlanDocument::changed, this, [this] { m_moving = true; });
    return new ServiceNeedsModel(document(), this);
}

QWidget* NeedProfileSection::makeServices()
{
    m_serviceGrid->view()->setObjectName(u"servicesGrid"_s);
    m_serviceGrid->view()->setAccessibleName(tr("Measure of need of each service"));
    m_serviceGrid->view()->setFitsRows(true);
    m_services->attach(*m_serviceGrid->view());
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeAgreement());
    column->addWidget(m_serviceGrid);
    column->addStretch(1);
    return body;
}

QWidget* NeedProfileSection::makeAgreement()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    m_minute->setObjectName(u"agreementMinute"_s);
    m_minute->setAccessibleName(tr("Who, when and in which minute"));
    m_minute->setPlaceholderText(tr("Who, when and in which minute"));
    row->addWidget(m_minute, 1);
    row->addWidget(m_agree);
    row->addWidget(m_withdraw);
    connect(m_agree, &QPushButton::clicked, this, &NeedProfileSection::agree);
    connect(m_withdraw, &QPushButton::clicked, this, &NeedProfileSection::withdraw);
    connect(m_minute, &QLineEdit::returnPressed, this, [this] {
        if (m_agree->isEnabled())
            agree();
        else if (m_withdraw->isEnabled())
            withdraw();
    });
    return tools;
}

QWidget* NeedProfileSection::makeDatasets()
{
    m_datasetGrid->view()->setObjectName(u"datasetsGrid"_s);
    m_datasetGrid->view()->setAccessibleName(tr("Need datasets"));
    m_datasetGrid->view()->setFitsRows(true);
    m_datasets->attach(*m_datasetGrid->view());
    auto* body = new QWidget(this);
    auto* tools = new QWidget(body);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    QPushButton* import = button(tr("Import…"), "importDatasets", tools);
    QPushButton* remove = button(tr("Delete"), "removeDataset", tools);
    row->addStretch(1);
    row->addWidget(import);
    row->addWidget(remove);
    connect(import, &QPushButton::clicked, this, &NeedSection::importRequested);
    connect(remove, &QPushButton::clicked, this, &NeedProfileSection::removeDatasets);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(m_datasetGrid);
    return body;
}

QString NeedProfileSection::title() const
{
    const LayerNeed* need = layerNeedOf(evaluation(), layer());
    if (!need)
        return plan().needDatasets.isEmpty() ? tr("No need dataset yet: import one")
                                             : tr("No areas yet to measure need of");
    const auto agreed = std::count_if(need->services.begin(), need->services.end(),
                                      [](const ServiceMeasure& one) { return one.counts(); });
    if (agreed == 0)
        return tr("No service has an agreed measure of need");
    return tr("%1 of %2 services have an agreed measure of need").arg(agreed).arg(need->services.size());
}

QString NeedProfileSection::caption() const
{
    const LayerNeed* need = layerNeedOf(evaluation(), layer());
    return need ? tr("Counted: %1. The layer's own need: %2. A measure that is not agreed weighs no money.")
                      .arg(populationBaseWords(need->base), need->measureName)
                : QString();
}

void NeedProfileSection::refresh()
{
    m_services->setLayer(layer());
    GridView* view = m_serviceGrid->view();
    if (view->currentCell().isValid())
        view->setCurrentIndex(view->shownIndex(
            m_services->index(m_services->rowOfService(m_service), view->currentCell().column())));
    m_moving = false;
    showService(m_service);
    m_groups->refresh(layer());
    m_peers->refresh(layer());
    const auto count = static_cast<int>(plan().needDatasets.size());
    m_datasetsPanel->setTitle(count == 0 ? tr("No dataset yet")
                                         : tr("%n dataset(s), side by side", nullptr, count));
    m_datasetsPanel->setCaption(tr("As published, kept unchanged in the file. Name, source, date, licence, "
                                   "base and unit can be typed."));
    findChild<QPushButton*>(u"removeDataset"_s)->setEnabled(count > 0 && !document().isReadOnly());
    findChild<QPushButton*>(u"importDatasets"_s)->setEnabled(!document().isReadOnly());
}

void NeedProfileSection::showService(const QString& service)
{
    const bool other = service != m_service;
    m_service = service;
    m_servicesPanel->setTitle(tr("What stands for need of each service"));
    m_servicesPanel->setCaption(tr("Choose a service to see and change its measures."));
    m_weightsPanel->setTitle(tr("%1: measures and weights").arg(serviceLabel(service)));
    m_weightsPanel->setCaption(tr("Weights are scaled to one; each measure counts by its areas' shares."));
    m_weights->setService(service, layer());
    if (other)
        m_minute->clear();
    refreshAgreement();
}

void NeedProfileSection::refreshAgreement()
{
    const ServiceNeed* need = serviceNeedOf(plan(), m_service);
    const bool writes = need && !document().isReadOnly();
    m_agree->setEnabled(writes && !need->agreed);
    m_withdraw->setEnabled(writes && need->agreed);
    m_minute->setEnabled(writes);
    m_agree->setToolTip(tr("The partners agreed this measure for %1.").arg(serviceLabel(m_service)));
}

void NeedProfileSection::agree()
{
    const ServiceNeed* need = serviceNeedOf(plan(), m_service);
    const QString minute = m_minute->text().trimmed();
    if (!need)
        return;
    if (minute.isEmpty()) {
        emit refused(tr("Type who agreed it, when and in which minute first."));
        m_minute->setFocus();
        return;
    }
    const LayerNeed* layers = layerNeedOf(evaluation(), layer());
    const ServiceMeasure* measure = layers ? layers->measureOf(m_service) : nullptr;
    if (measure && measure->state == ServiceMeasure::State::NoMeasure) {
        emit refused(tr("Add a measure first: there is nothing to agree."));
        return;
    }
    StepBuilder builder(plan());
    builder.set(ServiceNeed::type.id, need->id, u"agreed", Value::flag(true))
        .set(ServiceNeed::type.id, need->id, u"agreedBy", Value(minute));
    Step step = builder.step(tr("%1: measure of need agreed").arg(serviceLabel(m_service)));
    step.why = minute;
    if (!document().commit(step))
        return;
    m_minute->clear();
    m_serviceGrid->view()->setFocus(); // undo is of the plan again, not of the field
}

void NeedProfileSection::withdraw()
{
    const ServiceNeed* need = serviceNeedOf(plan(), m_service);
    const QString minute = m_minute->text().trimmed();
    if (!need)
        return;
    if (minute.isEmpty()) {
        emit refused(tr("Type who withdrew it, when and in which minute first."));
        m_minute->setFocus();
        return;
    }
    StepBuilder builder(plan());
    builder.set(ServiceNeed::type.id, need->id, u"agreed", Value::flag(false))
        .set(ServiceNeed::type.id, need->id, u"agreedBy", Value());
    Step step = builder.step(tr("%1: agreement on the measure withdrawn").arg(serviceLabel(m_service)));
    step.why = minute;
    if (!document().commit(step))
        return;
    m_minute->clear();
    m_serviceGrid->view()->setFocus(); // undo is of the plan again, not of the field
}

void NeedProfileSection::removeDatasets()
{
    QStringList ids = m_datasetGrid->view()->selectedIds();
    ids.removeIf([this](const QString& id) { return !plan().needDatasets.contains(Id(id)); });
    if (ids.isEmpty()) {
        emit refused(tr("Choose the datasets to delete first."));
        return;
    }
    if (const Removed removed = removeEntities(document(), ids); !removed.what.isEmpty())
        emit noticed(removed.what);
}

bool NeedProfileSection::holds(const QStringList& ids) const
{
    return std::any_of(ids.begin(), ids.end(), [this](const QString& id) {
        return plan().needDatasets.contains(Id(id)) || plan().populationGroups.contains(Id(id)) ||
               plan().serviceNeeds.contains(Id(id)) || plan().needComponents.contains(Id(id));
    });
}

void NeedProfileSection::showIds(const QStringList& ids)
{
    for (const QString& id : ids) {
        if (const ServiceNeed* need = plan().serviceNeeds.find(Id(id)))
            showService(need->service);
        if (const NeedComponent* component = plan().needComponents.find(Id(id)))
            if (const ServiceNeed* need = plan().serviceNeeds.find(component->serviceNeed))
                showService(need->service);
    }
    for (Grid* grid : {m_serviceGrid, m_weights->componentGrid(), m_groups->groupsGrid(), m_datasetGrid})
        grid->view()->selectIds(ids);
}

QVariantMap NeedProfileSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}, {u"service"_s, m_service}};
}

void NeedProfileSection::restoreViewState(const QVariantMap& state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    const QString service = state.value(u"service"_s).toString();
    if (m_services->rowOfService(service) >= 0)
        m_service = service;
}

} // namespace placewright
