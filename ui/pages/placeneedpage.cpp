#include "ui/pages/placeneedpage.h"

#include "core/exchange/needimport.h"
#include "core/plan/names.h"
#include "core/words/headlines.h"
#include "ui/models/areasmodel.h"
#include "ui/models/practicesmodel.h"
#include "ui/models/removal.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/needgapview.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

QWidget* under(QWidget* tools, QWidget* grid, QWidget* parent)
{
    auto* body = new QWidget(parent);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(grid, 1);
    return body;
}

QPushButton* button(const QString& text, const char* objectName, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1StringView(objectName));
    return made;
}

} // namespace

PlaceNeedPage::PlaceNeedPage(PageContext context, QWidget* parent)
    : Page(context, PageId::PlaceAndNeed, parent)
    , m_layer(new QComboBox(this))
    , m_measure(new QComboBox(this))
    , m_base(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_areasPanel(new Panel(this))
    , m_practicesPanel(new Panel(this))
    , m_measuresPanel(new Panel(this))
    , m_areas(new AreasModel(document(), this))
    , m_areaGrid(new Grid(m_areas, this))
    , m_practices(new PracticesModel(document(), this))
    , m_codes(new QLineEdit(this))
    , m_overlap(new QComboBox(this))
    , m_measures(new ShownModel(this))
    , m_datasets(new ShownModel(this))
    , m_need(new NeedGapView(document(), this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_areaGrid->view()->setObjectName(u"areasGrid"_s);
    m_areaGrid->view()->setAccessibleName(tr("Areas"));
    m_areas->attach(*m_areaGrid->view());
    m_areasPanel->setBody(under(makeTools(), m_areaGrid, this));

    auto* practiceGrid = new Grid(m_practices, this);
    practiceGrid->view()->setObjectName(u"practicesGrid"_s);
    practiceGrid->view()->setAccessibleName(tr("GP practices of the area"));
    m_practices->attach(*practiceGrid->view());
    m_practicesPanel->setBody(under(makePracticeTools(), practiceGrid, this));

    auto* measureGrid = new Grid(m_measures, this);
    measureGrid->view()->setObjectName(u"measuresGrid"_s);
    measureGrid->view()->setAccessibleName(tr("Need index by service"));
    m_measuresPanel->setGrid(measureGrid);

    auto* datasetGrid = new Grid(m_datasets, this);
    datasetGrid->view()->setObjectName(u"datasetsGrid"_s);
    datasetGrid->view()->setAccessibleName(tr("Need datasets"));
    datasetGrid->view()->setFitsRows(true);
    auto* datasets = new Panel(this);
    datasets->setTitle(tr("Where need comes from"));
    datasets->setGrid(datasetGrid);
    auto* need = new Panel(this);
    need->setChart(m_need->chart());

    auto* left = new QSplitter(Qt::Vertical, this);
    left->addWidget(m_areasPanel);
    left->addWidget(m_practicesPanel);
    left->addWidget(datasets);
    auto* right = new QSplitter(Qt::Vertical, this);
    right->addWidget(need);
    right->addWidget(m_measuresPanel);
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    for (QSplitter* splitter : {m_splitter, left, right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setSizes({700, 520});
    left->setSizes({460, 240, 130});
    right->setSizes({460, 300});
    auto* empty = new EmptyState(
        Icon::PlaceAndNeed, tr("No areas yet"),
        tr("Areas show whether money is where need is. Build them out of GP practices, or type them."),
        tr("Import need…"), tr("Type areas"), this);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_splitter);
    body()->addWidget(m_stack, 1);

    QPushButton* importNeed = addAction(tr("Import need…"), Icon::Plus, u"importNeed"_s);
    connect(importNeed, &QPushButton::clicked, this, &PlaceNeedPage::importRequested);
    connect(empty, &EmptyState::mainActionRequested, this, &PlaceNeedPage::importRequested);
    connect(empty, &EmptyState::otherActionRequested, this, &PlaceNeedPage::addLayer);
    connect(m_areas, &PlanTableModel::refused, this, &Page::refused);
    connect(m_practices, &PlanTableModel::refused, this, &Page::refused);
    connect(m_need, &NeedGapView::refused, this, &Page::refused);
    connect(m_areaGrid->view(), &GridView::idsSelected, this, [this](const QStringList& ids) {
        if (!ids.isEmpty())
            showArea(Id(ids.first()));
    });
    wire(m_areaGrid);
    wire(need);
}

QWidget* PlaceNeedPage::makeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    m_layer->setObjectName(u"layerChoice"_s);
    m_layer->setAccessibleName(tr("Layer of areas"));
    m_measure->setObjectName(u"measureChoice"_s);
    m_measure->setAccessibleName(tr("Need measure"));
    m_base->setObjectName(u"baseChoice"_s);
    m_base->setAccessibleName(tr("Base of the need index"));
    QPushButton* add = button(tr("+ Area"), "addArea", this);
    QPushButton* remove = button(tr("Delete"), "removeArea", this);
    QPushButton* districts = button(tr("By district"), "byDistrict", this);
    districts->setToolTip(
        tr("Make a layer with one area for each district of the dataset's practices in this plan's ICBs."));
    for (QWidget* part :
         {static_cast<QWidget*>(m_layer), static_cast<QWidget*>(m_measure), static_cast<QWidget*>(m_base)})
        row->addWidget(part);
    row->addStretch(1);
    for (QPushButton* part : {add, remove, districts})
        row->addWidget(part);
    connect(m_layer, &QComboBox::activated, this, [this] {
        StepBuilder builder(plan());
        builder.set(Place::type.id, plan().place().id, u"needLayer", Value(chosenLayer()));
        document().commit(builder.step(tr("Need charts show “%1”").arg(m_layer->currentText())));
    });
    connect(m_measure, &QComboBox::activated, this, [this] {
        StepBuilder builder(plan());
        builder.set(Layer::type.id, chosenLayer(), u"needMeasure",
                    Value(m_measure->currentData().toString()));
        document().commit(builder.step(tr("Need measure: %1").arg(m_measure->currentText())));
    });
    connect(m_base, &QComboBox::activated, this, [this] {
        m_areas->setBase(static_cast<NeedBase>(m_base->currentIndex()));
        refreshMeasures();
    });
    m_base->addItems({tr("Base: this place"), tr("Base: ICB"), tr("Base: England")});
    connect(add, &QPushButton::clicked, this, &PlaceNeedPage::addArea);
    connect(remove, &QPushButton::clicked, this, &PlaceNeedPage::removeArea);
    connect(districts, &QPushButton::clicked, this, &PlaceNeedPage::makeDistricts);
    return tools;
}

QWidget* PlaceNeedPage::makePracticeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    m_codes->setObjectName(u"practiceCodes"_s);
    m_codes->setPlaceholderText(tr("Practice codes, for example M85006 M85018"));
    m_overlap->setObjectName(u"overlapChoice"_s);
    m_overlap->setAccessibleName(tr("A practice of another area"));
    m_overlap->addItems({tr("moves here"), tr("is split equally")});
    QPushButton* put = button(tr("Put into this area"), "assignPractices", this);
    row->addWidget(m_codes, 1);
    row->addWidget(new QLabel(tr("one of another area"), this));
    row->addWidget(m_overlap);
    row->addWidget(put);
    connect(put, &QPushButton::clicked, this, &PlaceNeedPage::assign);
    connect(m_codes, &QLineEdit::returnPressed, this, &PlaceNeedPage::assign);
    return tools;
}

Id PlaceNeedPage::chosenLayer() const
{
    return Id(m_layer->currentData().toString());
}

QVariantMap PlaceNeedPage::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}, {u"base"_s, m_base->currentIndex()}};
}

void PlaceNeedPage::restoreViewState(const QVariantMap& state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_base->setCurrentIndex(state.value(u"base"_s, 0).toInt());
    m_areas->setBase(static_cast<NeedBase>(m_base->currentIndex()));
}

void PlaceNeedPage::refresh()
{
    const Id layer = needLayer(plan());
    setTitle(needRangeHeadline(plan(), evaluation(), year()),
             contextSentence(plan(), year(), document().scenarioName(document().scenario())));
    m_stack->setCurrentIndex(plan().layers.isEmpty() ? 0 : 1);
    refreshChoices();
    if (m_areas->layer() != layer)
        m_areas->setLayer(layer);
    const LayerNeed* need = needOf(evaluation(), layer);
    const auto count = need ? need->areas.size() : 0;
    m_areasPanel->setTitle(tr("%n area(s), %1 people", nullptr, static_cast<int>(count))
                               .arg(need ? formatPeople(need->population) : tr("no")));
    m_areasPanel->setCaption(
        need ? tr("Need: %1. Typed figures are used as they stand; others are sums of GP practices.")
                   .arg(need->measureName)
             : QString());
    if (!plan().areas.contains(m_practices->area()))
        showArea(need && !need->areas.isEmpty() ? plan().areas[need->areas.first().area].id : Id());
    else
        showArea(m_practices->area());
    refreshMeasures();
    refreshDatasets();
    m_need->refresh();
}

void PlaceNeedPage::showIds(const QStringList& ids)
{
    for (const QString& id : ids)
        if (plan().areas.contains(Id(id)))
            return showArea(Id(id));
}

void PlaceNeedPage::refreshChoices()
{
    const QSignalBlocker quietLayer(m_layer);
    const QSignalBlocker quietMeasure(m_measure);
    m_layer->clear();
    for (const Layer& layer : plan().layers)
        m_layer->addItem(layer.name, layer.id.text());
    const Id shown = needLayer(plan());
    m_layer->setCurrentIndex(m_layer->findData(shown.text()));
    m_measure->clear();
    const LayerNeed* need = needOf(evaluation(), shown);
    const bool typed = !need || need->typed;
    if (!typed)
        for (const NeedMeasureName& one : needMeasureNames())
            m_measure->addItem(needMeasureLabel(one.measure), QString(one.id));
    if (!typed)
        m_measure->setCurrentIndex(m_measure->findData(QString(needMeasureId(*need->measure))));
    m_measure->setVisible(!typed);
}

void PlaceNeedPage::refreshMeasures()
{
    const Id layer = needLayer(plan());
    const Layer* entity = plan().layers.find(layer);
    const NeedDataset* dataset = entity ? plan().needDatasets.find(entity->needDataset) : nullptr;
    const PracticeTable* table = dataset ? document().shelf().tableOf(*dataset) : nullptr;
    m_measuresPanel->setVisible(table != nullptr);
    const LayerNeed* need = needOf(evaluation(), layer);
    if (!table || !need)
        return;
    m_measuresPanel->setTitle(tr("Need index by service"));
    m_measuresPanel->setCaption(tr("Need-weighted people a head, England = 1. Source: %1.")
                                    .arg(dataset->source.isEmpty() ? dataset->name : dataset->source));
    QList<ShownTableColumn> columns{{tr("Area"), false, true}};
    for (const NeedMeasureName& one : needMeasureNames())
        columns.append({needMeasureLabel(one.measure), true});
    QList<ShownTableRow> rows;
    for (const AreaNeed& area : need->areas) {
        QList<ShownTableCell> cells{textCell(plan().areas[area.area].name)};
        for (const NeedMeasureName& one : needMeasureNames()) {
            const AreaNeed measured = areaNeed(plan(), area.area, *table, one.measure);
            const PracticeTable::Sum england = table->england(one.measure);
            ShownTableCell cell = textCell(tr("not known"));
            if (measured.weighted && !measured.population->isZero() && !england.weighted.isZero()) {
                const Ratio index = (measured.weighted->exact() / measured.population->exact()) /
                                    (england.weighted.exact() / england.population.exact());
                cell = textCell(formatDecimal(index, 3, Rounding::HalfAwayFromZero));
                cell.number = index.unitsAt(9, Rounding::HalfAwayFromZero);
            }
            cells.append(cell);
        }
        rows.append({plan().areas[area.area].id.text(), false, false, cells});
    }
    m_measures->setTable(columns, rows);
}

void PlaceNeedPage::refreshDatasets()
{
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    QList<ShownTableRow> rows;
    for (const NeedDataset& dataset : plan().needDatasets)
        rows.append({dataset.id.text(),
                     false,
                     false,
                     {textCell(dataset.name), textCell(dataset.source),
                      textCell(dataset.date.isValid() ? british.toString(dataset.date, u"d MMMM yyyy"_s)
                                                      : tr("not known")),
                      textCell(dataset.licence), textCell(tr("%1; %2").arg(dataset.base, dataset.unit))}});
    for (const Layer& layer : plan().layers)
        if (layer.needDataset.isNull())
            rows.append({layer.id.text(),
                         false,
                         false,
                         {textCell(tr("Typed for %1").arg(layer.name)), textCell(layer.measureName),
                          textCell(QString(QChar(0x2013))), textCell(QString(QChar(0x2013))),
                          textCell(tr("this place; need-weighted people"))}});
    m_datasets->setTable(
        {{tr("Dataset")}, {tr("Source"), false, true}, {tr("Date")}, {tr("Licence")}, {tr("Base and unit")}},
        rows);
}

void PlaceNeedPage::showArea(const Id& area)
{
    m_practices->setArea(area);
    const Area* entity = plan().areas.find(area);
    const int count = m_practices->rowCount();
    m_practicesPanel->setTitle(entity ? tr("%1: %n GP practice(s)", nullptr, count).arg(entity->name)
                                      : tr("GP practices"));
    const LayerNeed* need = entity ? needOf(evaluation(), entity->layer) : nullptr;
    m_practicesPanel->setVisible(need && (!need->typed || count > 0 || !plan().needDatasets.isEmpty()));
}

void PlaceNeedPage::addLayer()
{
    StepBuilder builder(plan());
    const Id layer = randomIds()();
    const Id area = randomIds()();
    builder.add(Layer::type.id, layer).set(Layer::type.id, layer, u"name", Value(tr("Neighbourhoods")));
    builder.set(Layer::type.id, layer, u"kind", Value(u"neighbourhood"_s));
    builder.add(Area::type.id, area)
        .set(Area::type.id, area, u"layer", Value(layer))
        .set(Area::type.id, area, u"name", Value(tr("Area 1")));
    document().commit(builder.step(tr("Added a layer of areas")));
}

void PlaceNeedPage::addArea()
{
    StepBuilder builder(plan());
    const Id area = randomIds()();
    const auto count = std::count_if(plan().areas.begin(), plan().areas.end(),
                                     [this](const Area& one) { return one.layer == m_areas->layer(); });
    builder.add(Area::type.id, area).set(Area::type.id, area, u"layer", Value(m_areas->layer()));
    builder.set(Area::type.id, area, u"name", Value(tr("Area %1").arg(count + 1)));
    if (document().commit(builder.step(tr("Added an area"))))
        m_areaGrid->view()->selectIds({area.text()});
}

void PlaceNeedPage::removeArea()
{
    const Removed removed = removeEntities(document(), m_areaGrid->view()->selectedIds());
    if (removed.several)
        emit noticed(removed.what);
}

void PlaceNeedPage::makeDistricts()
{
    if (plan().needDatasets.isEmpty()) {
        emit refused(tr("Import NHS England's practice file first: districts come from it."));
        return;
    }
    const NeedDataset& dataset = plan().needDatasets[plan().needDatasets.size() - 1];
    Result<NeedImport> made =
        layerByDistrict(plan(), document().shelf(), dataset.id, {}, tr("Districts"), randomIds());
    if (!made)
        emit refused(made.error().text);
    else if (document().commit(made->step, made->blobs))
        emit noticed(made->summary.join(u' '));
}

void PlaceNeedPage::assign()
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    const QStringList codes = m_codes->text().split(separators, Qt::SkipEmptyParts);
    if (codes.isEmpty() || m_practices->area().isNull())
        return;
    const Overlap overlap = m_overlap->currentIndex() == 0 ? Overlap::Refuse : Overlap::SplitEqually;
    Result<Step> step = assignPractices(plan(), m_practices->area(), codes, overlap, randomIds());
    if (!step)
        emit refused(step.error().text);
    else if (document().commit(*step))
        m_codes->clear();
}

} // namespace placewright
