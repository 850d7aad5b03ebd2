#include "ui/pages/need/weightspanel.h"

#include "core/evaluate/needresults.h"
#include "core/ledger/servicemeasures.h"
#include "core/money/apportion.h"
#include "core/place/service.h"
#include "core/words/headlines.h"
#include "core/words/needwords.h"
#include "ui/models/needcomponentsmodel.h"
#include "ui/models/removal.h"
#include "ui/models/serviceneedsmodel.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/need/measurechoice.h"
#include "ui/pages/need/weightslider.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"
#include "ui/theme/typography.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr int barWidth = 120;

Rate wholeRate(int weight)
{
    return Rate::fromWhole(weight);
}

int sliderValue(const NeedComponent& component)
{
    return static_cast<int>(weightOf(component).unitsAt(0, Rounding::HalfAwayFromZero));
}

// Tenths of a percent that add to 100.0%; none where there is nothing to share.
QList<qint64> tenthsOf(const Plan& plan, const LayerNeed& need, const QList<People>& weights)
{
    QList<Ratio> shares;
    QStringList keys;
    qint64 sum = 0;
    for (qsizetype i = 0; i < weights.size() && i < need.areas.size(); ++i) {
        shares.append(weights.at(i).exact());
        keys.append(tieKey(plan.areas[need.areas.at(i).area]));
        sum += weights.at(i).units() > 0 ? 1 : 0;
    }
    return sum == 0 ? QList<qint64>() : shownShares(shares, 1, tieRanks(keys));
}

} // namespace

WeightsPanel::WeightsPanel(PlanDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_components(new NeedComponentsModel(document, this))
    , m_effect(new ShownModel(this))
    , m_componentGrid(new Grid(m_components, this))
    , m_effectGrid(new Grid(m_effect, this))
    , m_measure(measureBox(u"componentChoice"_s, tr("Measure to add"), this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_remove(new QPushButton(tr("Delete"), this))
    , m_sliderBox(new QWidget(this))
    , m_sliderRows(new QGridLayout(m_sliderBox))
    , m_effectTitle(new QLabel(this))
{
    m_componentGrid->view()->setObjectName(u"componentsGrid"_s);
    m_componentGrid->view()->setAccessibleName(tr("Measures and weights of the service"));
    m_componentGrid->view()->setFitsRows(true);
    m_components->attach(*m_componentGrid->view());
    connect(m_components, &PlanTableModel::refused, this, &WeightsPanel::refused);
    m_effectGrid->view()->setObjectName(u"weightEffectGrid"_s);
    m_effectGrid->view()->setAccessibleName(tr("Each area's share of the service's need"));
    m_effectGrid->view()->setFitsRows(true);
    m_effectTitle->setObjectName(u"weightEffect"_s);
    m_effectTitle->setWordWrap(true);
    m_effectTitle->setFont(textFont(TextSize::Caption));
    m_sliderRows->setContentsMargins(space::inside, space::small, space::inside, space::small);
    m_sliderRows->setHorizontalSpacing(space::medium);
    m_sliderRows->setVerticalSpacing(space::tiny);
    m_sliderRows->setColumnStretch(1, 1);

    auto* titleBox = new QWidget(this);
    auto* titleRow = new QVBoxLayout(titleBox);
    titleRow->setContentsMargins(space::inside, space::small, space::inside, space::small);
    titleRow->addWidget(m_effectTitle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_componentGrid);
    column->addWidget(m_sliderBox);
    column->addWidget(titleBox);
    column->addWidget(m_effectGrid);
    column->addStretch(1);
}

QWidget* WeightsPanel::makeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    m_add->setObjectName(u"addComponent"_s);
    m_remove->setObjectName(u"removeComponent"_s);
    row->addWidget(m_measure, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    connect(m_add, &QPushButton::clicked, this, &WeightsPanel::addMeasure);
    connect(m_remove, &QPushButton::clicked, this, &WeightsPanel::removeMeasures);
    return tools;
}

void WeightsPanel::setService(const QString& service, const Id& layer)
{
    const MeasureRef chosen = chosenMeasure(*m_measure);
    const bool same = service == m_service && layer == m_layer;
    m_service = service;
    m_layer = layer;
    m_components->setService(service, layer);
    const LayerNeed* need = layerNeedOf(m_document.evaluation(), layer);
    fillMeasures(*m_measure, measuresFor(m_document.plan(), m_document.shelf(), MeasureUse::Weigh),
                 need ? tr("The layer's own need: %1").arg(need->measureName) : tr("The layer's own need"),
                 {});
    if (same)
        chooseMeasure(*m_measure, chosen);
    const bool writes = !m_document.isReadOnly();
    for (QWidget* control : {static_cast<QWidget*>(m_measure), static_cast<QWidget*>(m_add)})
        control->setEnabled(writes);
    m_remove->setEnabled(writes && m_components->rowCount() > 0);
    refreshSliders();
    showEffect(std::nullopt);
}

void WeightsPanel::addMeasure()
{
    const Plan& plan = m_document.plan();
    const MeasureRef chosen = chosenMeasure(*m_measure);
    const ServiceNeed* service = serviceNeedOf(plan, m_service);
    for (const Id& id : m_components->components()) {
        const NeedComponent* component = plan.needComponents.find(id);
        if (component->dataset == chosen.dataset && component->measure == chosen.measure) {
            emit refused(tr("%1 is in the mix already: change its weight.").arg(m_measure->currentText()));
            return;
        }
    }
    StepBuilder builder(plan);
    const Id serviceId = service ? service->id : m_document.author().ids();
    if (!service)
        builder.add(ServiceNeed::type.id, serviceId)
            .set(ServiceNeed::type.id, serviceId, u"service", Value(m_service));
    const Id id = m_document.author().ids();
    builder.add(NeedComponent::type.id, id)
        .set(NeedComponent::type.id, id, u"serviceNeed", Value(serviceId))
        .set(NeedComponent::type.id, id, u"dataset", Value(chosen.dataset))
        .set(NeedComponent::type.id, id, u"measure", Value(chosen.measure));
    constexpr int usualWeight = 50;
    builder.set(NeedComponent::type.id, id, u"weight",
                Value(wholeRate(m_components->components().isEmpty() ? 100 : usualWeight)));
    m_document.commit(builder.step(
        tr("%1: added %2 to the measure of need").arg(serviceLabel(m_service), m_measure->currentText())));
}

void WeightsPanel::removeMeasures()
{
    QStringList ids = m_componentGrid->view()->selectedIds();
    ids.removeIf([this](const QString& id) { return !m_components->components().contains(Id(id)); });
    if (ids.isEmpty()) {
        emit refused(tr("Choose the measure to delete first."));
        return;
    }
    const Removed removed = removeEntities(m_document, ids);
    if (!removed.what.isEmpty())
        emit said(removed.what);
}

void WeightsPanel::refreshSliders()
{
    const Plan& plan = m_document.plan();
    const QList<Id> components = m_components->components();
    while (m_rows.size() > components.size()) {
        const Row last = m_rows.takeLast();
        for (QWidget* part : {static_cast<QWidget*>(last.name), static_cast<QWidget*>(last.slider),
                              static_cast<QWidget*>(last.value)})
            part->deleteLater();
    }
    while (m_rows.size() < components.size()) {
        const auto place = static_cast<int>(m_rows.size());
        Row row{{}, new QLabel(m_sliderBox), new WeightSlider(m_sliderBox), new QLabel(m_sliderBox)};
        row.slider->setObjectName(u"weightSlider%1"_s.arg(place));
        row.name->setBuddy(row.slider);
        row.value->setMinimumWidth(space::large * 2);
        row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.value->setFont(figureFont(TextSize::Body));
        m_sliderRows->addWidget(row.name, place, 0);
        m_sliderRows->addWidget(row.slider, place, 1);
        m_sliderRows->addWidget(row.value, place, 2);
        connect(row.slider, &WeightSlider::tried, this, [this, place](int weight) {
            m_rows.at(place).value->setText(QString::number(weight));
            showEffect(weightsTried());
        });
        connect(row.slider, &WeightSlider::dropped, this, [this] {
            refreshSliders();
            showEffect(std::nullopt);
        });
        connect(row.slider, &WeightSlider::settledAt, this,
                [this, place](int weight) { settle(m_rows.at(place).component, weight); });
        m_rows.append(row);
    }
    for (qsizetype i = 0; i < components.size(); ++i) {
        Row& row = m_rows[i];
        const NeedComponent& component = *plan.needComponents.find(components.at(i));
        row.component = component.id;
        const QString words = componentWords(m_document, component, m_layer);
        row.name->setText(row.name->fontMetrics().elidedText(words, Qt::ElideRight, space::navigation));
        row.name->setToolTip(words);
        row.slider->setAccessibleName(tr("Weight of %1").arg(words));
        row.slider->setEnabled(!m_document.isReadOnly());
        row.slider->setSettled(sliderValue(component));
        row.value->setText(component.weight ? component.weight->text() : u"1"_s);
    }
    m_sliderBox->setVisible(!components.isEmpty());
}

// A weight that was typed with decimals counts as typed until its slider is moved.
QList<Ratio> WeightsPanel::weightsTried() const
{
    QList<Ratio> weights;
    for (const Row& row : m_rows) {
        const NeedComponent* component = m_document.plan().needComponents.find(row.component);
        const bool moved = row.slider->value() != row.slider->settled();
        weights.append(!moved && component ? weightOf(*component) : Ratio(row.slider->value()));
    }
    return weights;
}

void WeightsPanel::showEffect(const std::optional<QList<Ratio>>& tried)
{
    const Plan& plan = m_document.plan();
    const LayerNeed* need = layerNeedOf(m_document.evaluation(), m_layer);
    const Layer* layer = plan.layers.find(m_layer);
    const ServiceNeed* service = serviceNeedOf(plan, m_service);
    const ServiceMeasure* kept = need ? need->measureOf(m_service) : nullptr;
    m_effectGrid->setVisible(kept && service && layer && !m_rows.isEmpty());
    if (!kept || !service || !layer || m_rows.isEmpty()) {
        m_effect->setTable({}, {});
        m_effectTitle->setText(
            tr("No measure stands for need of %1 yet: add one.").arg(serviceLabel(m_service)));
        return;
    }
    const ServiceMeasure shown =
        tried ? serviceMeasure(plan, LayerFigures(plan, *layer, m_document.shelf()), *need, *service, *tried)
              : *kept;
    QList<People> heads;
    for (const AreaNeed& area : need->areas)
        heads.append(area.population.value_or(People()));
    const QList<qint64> people = need->complete ? tenthsOf(plan, *need, heads) : QList<qint64>();
    const QList<qint64> before = tenthsOf(plan, *need, kept->weights);
    const QList<qint64> after = tenthsOf(plan, *need, shown.weights);
    const qint64 most =
        after.isEmpty() ? 1 : std::max<qint64>(1, *std::max_element(after.begin(), after.end()));

    const auto shareCell = [](const QList<qint64>& shares, qsizetype i) {
        ShownTableCell cell = textCell(i < shares.size() ? shownShare(shares.at(i)) : tr("not known"));
        if (i < shares.size())
            cell.number = static_cast<double>(shares.at(i));
        return cell;
    };
    QList<ShownTableRow> rows;
    QString widest;
    qint64 widestChange = 0;
    for (qsizetype i = 0; i < need->areas.size(); ++i) {
        const Area& area = plan.areas[need->areas.at(i).area];
        ShownTableCell bar = textCell({});
        ShownTableCell change = textCell(QString(QChar(0x2013)));
        if (i < after.size()) {
            bar.bar = static_cast<double>(after.at(i)) / static_cast<double>(most);
            if (i < before.size()) {
                const qint64 by = after.at(i) - before.at(i);
                change.text = shownGap(by);
                change.number = static_cast<double>(by);
                change.emphasis = by > 0 ? Emphasis::Gain : by < 0 ? Emphasis::Loss : Emphasis::None;
                if (std::abs(by) > std::abs(widestChange)) {
                    widestChange = by;
                    widest = area.name;
                }
            }
        }
        rows.append({area.id.text(),
                     false,
                     false,
                     {textCell(area.name), shareCell(people, i), shareCell(before, i), shareCell(after, i),
                      change, bar}});
    }
    m_effect->setTable({{tr("Area"), false, true},
                        {tr("Of people"), true},
                        {tr("Of need, as kept"), true},
                        {tr("As shown"), true},
                        {tr("Points"), true},
                        {QString(), false, false, barWidth}},
                       rows);
    if (shown.state == ServiceMeasure::State::Unusable)
        m_effectTitle->setText(problemWords(plan, shown.problem));
    else if (tried && widestChange != 0)
        m_effectTitle->setText(tr("%1: %2 points for %3, the most of all areas. Let go to keep it.")
                                   .arg(shown.measureName, shownGap(widestChange), widest));
    else
        m_effectTitle->setText(tr("Each area's share of need: %1%2")
                                   .arg(shown.measureName, shown.estimated
                                                               ? tr("; estimates, where codes were split")
                                                               : QString()));
}

void WeightsPanel::settle(const Id& component, int weight)
{
    StepBuilder builder(m_document.plan());
    builder.set(NeedComponent::type.id, component, u"weight", Value(wholeRate(weight)));
    const NeedComponent* held = m_document.plan().needComponents.find(component);
    if (!held)
        return;
    m_document.commit(
        builder.step(tr("Weight of %1: %2").arg(componentWords(m_document, *held, m_layer)).arg(weight)));
}

} // namespace placewright
