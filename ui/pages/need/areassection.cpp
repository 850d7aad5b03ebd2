#include "ui/pages/need/areassection.h"

#include "core/exchange/needimport.h"
#include "core/place/codeset.h"
#include "core/plan/apply.h"
#include "core/words/headlines.h"
#include "core/words/needwords.h"
#include "ui/models/areasmodel.h"
#include "ui/models/areaunitsmodel.h"
#include "ui/models/practicesmodel.h"
#include "ui/models/removal.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/need/layernotices.h"
#include "ui/pages/need/lookuplayerdialog.h"
#include "ui/pages/needgapview.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
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

QWidget* stacked(QWidget* parent, const QList<QWidget*>& parts)
{
    auto* body = new QWidget(parent);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* part : parts)
        column->addWidget(part, part == parts.last() ? 1 : 0);
    return body;
}

QPushButton* button(const QString& text, const char* objectName, QWidget* parent)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1StringView(objectName));
    return made;
}

QLabel* noticeLabel(const char* objectName, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(objectName));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFont(textFont(TextSize::Caption));
    return label;
}

} // namespace

AreasSection::AreasSection(PageContext context, QWidget* parent)
    : NeedSection(context, parent)
    , m_unitSet(measureBox(u"unitSetChoice"_s, tr("What areas are made of"), this))
    , m_measure(measureBox(u"measureChoice"_s, tr("Need measure"), this))
    , m_population(measureBox(u"populationChoice"_s, tr("Population"), this))
    , m_deprivation(measureBox(u"deprivationChoice"_s, tr("Deprivation"), this))
    , m_base(new QComboBox(this))
    , m_facts(noticeLabel("layerNotice", this))
    , m_warnings(noticeLabel("layerWarning", this))
    , m_areasPanel(new Panel(this))
    , m_partsPanel(new Panel(this))
    , m_measuresPanel(new Panel(this))
    , m_areas(new AreasModel(document(), this))
    , m_areaGrid(new Grid(m_areas, this))
    , m_practices(new PracticesModel(document(), this))
    , m_practiceGrid(new Grid(m_practices, this))
    , m_units(new AreaUnitsModel(document(), this))
    , m_unitGrid(new Grid(m_units, this))
    , m_parts(new QStackedWidget(this))
    , m_codes(new QLineEdit(this))
    , m_overlap(new QComboBox(this))
    , m_overlapLabel(new QLabel(tr("one of another area"), this))
    , m_measures(new ShownModel(this))
    , m_need(new NeedGapView(document(), this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    makePanels();
    makeConnections();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter, 1);
}

void AreasSection::makePanels()
{
    m_areaGrid->view()->setObjectName(u"areasGrid"_s);
    m_areaGrid->view()->setAccessibleName(tr("Areas"));
    m_areas->attach(*m_areaGrid->view());
    m_areasPanel->setBody(stacked(this, {makeSources(), makeTools(), m_areaGrid}));

    m_practiceGrid->view()->setObjectName(u"practicesGrid"_s);
    m_practiceGrid->view()->setAccessibleName(tr("GP practices of the area"));
    m_practices->attach(*m_practiceGrid->view());
    m_unitGrid->view()->setObjectName(u"unitsGrid"_s);
    m_unitGrid->view()->setAccessibleName(tr("Units of the area"));
    m_units->attach(*m_unitGrid->view());
    m_parts->addWidget(m_practiceGrid);
    m_parts->addWidget(m_unitGrid);
    m_partsPanel->setBody(stacked(this, {makePartTools(), m_parts}));

    auto* measureGrid = new Grid(m_measures, this);
    measureGrid->view()->setObjectName(u"measuresGrid"_s);
    measureGrid->view()->setAccessibleName(tr("Need index by service"));
    m_measuresPanel->setGrid(measureGrid);
    auto* need = new Panel(this);
    need->setChart(m_need->chart());

    auto* left = new QSplitter(Qt::Vertical, this);
    left->addWidget(m_areasPanel);
    left->addWidget(m_partsPanel);
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
    left->setSizes({520, 260});
    right->setSizes({460, 300});
    wire(m_areaGrid);
    wire(m_practiceGrid);
    wire(m_unitGrid);
    wire(measureGrid);
    wire(need);
}

QWidget* AreasSection::makeSources()
{
    auto* sources = new QWidget(this);
    auto* form = new QGridLayout(sources);
    form->setContentsMargins(space::inside, 0, space::inside, space::medium);
    form->setHorizontalSpacing(space::medium);
    form->setVerticalSpacing(space::small);
    const auto put = [&](int row, int column, const QString& text, QComboBox* box) {
        auto* label = new QLabel(text, sources);
        label->setBuddy(box);
        form->addWidget(label, row, column);
        form->addWidget(box, row, column + 1);
        form->setColumnStretch(column + 1, 1);
    };
    put(0, 0, tr("Made of"), m_unitSet);
    put(0, 2, tr("Need"), m_measure);
    put(1, 0, tr("People"), m_population);
    put(1, 2, tr("Deprivation"), m_deprivation);
    form->addWidget(m_facts, 2, 0, 1, 4);
    form->addWidget(m_warnings, 3, 0, 1, 4);
    return sources;
}

QWidget* AreasSection::makeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    m_base->setObjectName(u"baseChoice"_s);
    m_base->setAccessibleName(tr("Base of the need index"));
    m_base->addItems({tr("Base: this place"), tr("Base: ICB"), tr("Base: England")});
    QPushButton* add = button(tr("+ Area"), "addArea", this);
    QPushButton* remove = button(tr("Delete"), "removeArea", this);
    QPushButton* districts = button(tr("By district"), "byDistrict", this);
    districts->setToolTip(
        tr("Make a layer with one area for each district of the dataset's practices in this plan's ICBs."));
    QPushButton* lookup = button(tr("From a lookup…"), "layerFromLookup", this);
    lookup->setToolTip(tr("Make a layer of wards, districts or other areas out of an imported lookup."));
    row->addWidget(m_base);
    row->addStretch(1);
    for (QPushButton* part : {add, remove, districts, lookup})
        row->addWidget(part);
    connect(add, &QPushButton::clicked, this, &AreasSection::addArea);
    connect(remove, &QPushButton::clicked, this, &AreasSection::removeArea);
    connect(districts, &QPushButton::clicked, this, &AreasSection::makeDistricts);
    connect(lookup, &QPushButton::clicked, this, &AreasSection::makeFromLookup);
    return tools;
}

QWidget* AreasSection::makePartTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    m_codes->setObjectName(u"unitCodes"_s);
    m_codes->setAccessibleName(tr("Codes to put into the area"));
    m_overlap->setObjectName(u"overlapChoice"_s);
    m_overlap->setAccessibleName(tr("A practice of another area"));
    m_overlap->addItems({tr("moves here"), tr("is split equally")});
    QPushButton* put = button(tr("Put into this area"), "assignUnits", this);
    QPushButton* remove = button(tr("Take out"), "removeUnits", this);
    row->addWidget(m_codes, 1);
    row->addWidget(m_overlapLabel);
    row->addWidget(m_overlap);
    row->addWidget(put);
    row->addWidget(remove);
    connect(put, &QPushButton::clicked, this, &AreasSection::assign);
    connect(remove, &QPushButton::clicked, this, &AreasSection::removePart);
    connect(m_codes, &QLineEdit::returnPressed, this, &AreasSection::assign);
    return tools;
}

void AreasSection::makeConnections()
{
    connect(m_unitSet, &QComboBox::activated, this, [this] {
        setFields(tr("Areas are made of: %1").arg(m_unitSet->currentText()),
                  {{QLatin1StringView("unitSet"), Value(m_unitSet->currentData().toString())}});
    });
    const auto takes = [this](QComboBox* box, const char* dataset, const char* measure, auto what) {
        connect(box, &QComboBox::activated, this, [=, this] {
            const MeasureRef chosen = chosenMeasure(*box);
            setFields(what(box->currentText()), {{QLatin1StringView(dataset), Value(chosen.dataset)},
                                                 {QLatin1StringView(measure), Value(chosen.measure)}});
        });
    };
    takes(m_measure, "needDataset", "needMeasure",
          [](const QString& name) { return tr("Need measure: %1").arg(name); });
    takes(m_population, "populationDataset", "populationMeasure",
          [](const QString& name) { return tr("People: %1").arg(name); });
    takes(m_deprivation, "deprivationDataset", "deprivationMeasure",
          [](const QString& name) { return tr("Deprivation: %1").arg(name); });
    connect(m_base, &QComboBox::activated, this, [this] {
        m_areas->setBase(static_cast<NeedBase>(m_base->currentIndex()));
        refreshMeasures();
    });
    connect(m_areas, &PlanTableModel::refused, this, &NeedSection::refused);
    connect(m_practices, &PlanTableModel::refused, this, &NeedSection::refused);
    connect(m_units, &PlanTableModel::refused, this, &NeedSection::refused);
    connect(m_need, &NeedGapView::refused, this, &NeedSection::refused);
    connect(m_areaGrid->view(), &GridView::idsSelected, this, [this](const QStringList& ids) {
        if (!ids.isEmpty())
            showArea(Id(ids.first()));
    });
}

QString AreasSection::title() const
{
    return needRangeHeadline(plan(), evaluation(), year());
}

QString AreasSection::caption() const
{
    const LayerNeed* need = needOf(evaluation(), layer());
    return need ? tr("Counted: %1. Need: %2.").arg(populationBaseWords(need->base), need->measureName)
                : QString();
}

bool AreasSection::madeOfUnits() const
{
    const Layer* entity = plan().layers.find(layer());
    return entity && !entity->unitSet.isEmpty() && entity->unitSet != codeSet::practice;
}

void AreasSection::refresh()
{
    if (m_areas->layer() != layer())
        m_areas->setLayer(layer());
    const LayerNeed* need = needOf(evaluation(), layer());
    const auto count = need ? need->areas.size() : 0;
    m_areasPanel->setTitle(
        tr("%n area(s), %1", nullptr, static_cast<int>(count))
            .arg(need ? tr("%1 people").arg(formatPeople(need->population)) : tr("people not known")));
    m_areasPanel->setCaption(
        need ? tr("People: %1. Need: %2. Typed figures are used as they stand; others are sums of what the "
                  "areas are made of.")
                   .arg(populationBaseWords(need->base), need->measureName)
             : QString());
    refreshSources();
    refreshNotices();
    const Area* shown = plan().areas.find(m_units->area());
    showArea(shown && shown->layer == layer() ? shown->id
             : need && count > 0              ? plan().areas[need->areas.first().area].id
                                              : Id());
    refreshMeasures();
    m_need->refresh();
}

void AreasSection::refreshSources()
{
    const Layer* entity = plan().layers.find(layer());
    const LayerNeed* need = needOf(evaluation(), layer());
    const QSignalBlocker quiet(m_unitSet);
    m_unitSet->clear();
    m_unitSet->addItem(codeSetLabel(codeSet::practice), QString());
    for (const Choice& choice : codeSetChoices)
        if (choice.value != codeSet::practice)
            m_unitSet->addItem(codeSetLabel(choice.value), QString(choice.value));
    m_unitSet->setCurrentIndex(madeOfUnits() ? m_unitSet->findData(entity->unitSet) : 0);

    QList<MeasureItem> weigh = measuresFor(plan(), document().shelf(), MeasureUse::Weigh);
    weigh.removeIf([this](const MeasureItem& item) { // the layer's own count of people is no measure of need
        return item.measure.measure == registeredPeople &&
               plan().needDatasets.find(item.measure.dataset)->kind == needDatasetKind::practices;
    });
    const bool typed = !entity || !need || need->typed;
    fillMeasures(*m_measure, weigh, tr("Typed here"),
                 typed ? MeasureRef() : MeasureRef{entity->needDataset, need->measureId});
    fillMeasures(*m_population, measuresFor(plan(), document().shelf(), MeasureUse::People),
                 madeOfUnits() ? tr("Typed here") : tr("Registered with the practices, or typed"),
                 entity ? MeasureRef{entity->populationDataset, entity->populationMeasure} : MeasureRef());
    fillMeasures(*m_deprivation, measuresFor(plan(), document().shelf(), MeasureUse::Order), tr("Typed here"),
                 entity ? MeasureRef{entity->deprivationDataset, entity->deprivationMeasure} : MeasureRef());
    for (QComboBox* box : {m_unitSet, m_measure, m_population, m_deprivation})
        box->setEnabled(entity && !document().isReadOnly());
}

void AreasSection::refreshNotices()
{
    const Borders now{layer(),          plan().layers,    plan().areas,
                      plan().areaUnits, plan().practices, plan().needDatasets};
    if (m_borders != now) {
        const LayerNotices borders = borderNotices(plan(), document().shelf(), layer());
        m_borders = now;
        m_borderFacts = borders.facts;
        m_borderWarnings = borders.warnings;
    }
    const LayerNeed* need = needOf(evaluation(), layer());
    const LayerNotices figures = need ? figureNotices(plan(), *need) : LayerNotices();
    const QStringList warnings = m_borderWarnings + figures.warnings;
    m_facts->setText((m_borderFacts + figures.facts).join(u' '));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    QPalette palette = m_warnings->palette();
    if (const QColor missed = tokensOf(this).missed; palette.color(QPalette::WindowText) != missed) {
        palette.setColor(QPalette::WindowText, missed);
        m_warnings->setPalette(palette);
    }
}

void AreasSection::refreshMeasures()
{
    const Layer* entity = plan().layers.find(layer());
    const NeedDataset* dataset = entity ? plan().needDatasets.find(entity->needDataset) : nullptr;
    const PracticeTable* table = dataset ? document().shelf().tableOf(*dataset) : nullptr;
    const LayerNeed* need = needOf(evaluation(), layer());
    m_measuresPanel->setVisible(table && need && !madeOfUnits());
    if (!table || !need || madeOfUnits())
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
                cell.number = index.toDoubleForCharts();
            }
            cells.append(cell);
        }
        rows.append({plan().areas[area.area].id.text(), false, false, cells});
    }
    m_measures->setTable(columns, rows);
}

void AreasSection::showArea(const Id& area)
{
    m_practices->setArea(area);
    m_units->setArea(area);
    const bool units = madeOfUnits();
    m_parts->setCurrentWidget(units ? m_unitGrid : m_practiceGrid);
    m_overlap->setVisible(!units);
    m_overlapLabel->setVisible(!units);
    const Area* entity = plan().areas.find(area);
    const QString name = entity ? entity->name : tr("No area");
    const QString set =
        codeSetLabel(units ? plan().layers.find(layer())->unitSet : QString(codeSet::practice));
    m_codes->setPlaceholderText(units ? tr("Codes of %1, typed or pasted").arg(set)
                                      : tr("Practice codes, for example M85006 M85018"));
    const int count = units ? m_units->units() : m_practices->rowCount();
    m_partsPanel->setTitle(units ? tr("%1: %n unit(s)", nullptr, count).arg(name)
                                 : tr("%1: %n GP practice(s)", nullptr, count).arg(name));
    m_partsPanel->setCaption(units && count == 0 && entity && !entity->code.isEmpty()
                                 ? tr("Without any, the area stands for its own code, %1.").arg(entity->code)
                                 : set);
    const LayerNeed* need = needOf(evaluation(), layer());
    m_partsPanel->setVisible(units ||
                             (need && (!need->typed || count > 0 || !plan().needDatasets.isEmpty())));
}

bool AreasSection::holds(const QStringList& ids) const
{
    return std::any_of(ids.begin(), ids.end(), [this](const QString& id) {
        return plan().areas.contains(Id(id)) || plan().areaUnits.contains(Id(id)) ||
               plan().practices.contains(Id(id));
    });
}

void AreasSection::showIds(const QStringList& ids)
{
    for (const QString& id : ids)
        if (plan().areas.contains(Id(id)))
            return showArea(Id(id));
}

QVariantMap AreasSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}, {u"base"_s, m_base->currentIndex()}};
}

void AreasSection::restoreViewState(const QVariantMap& state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_base->setCurrentIndex(state.value(u"base"_s, 0).toInt());
    m_areas->setBase(static_cast<NeedBase>(m_base->currentIndex()));
}

void AreasSection::setFields(const QString& what, const QList<std::pair<QLatin1StringView, Value>>& values)
{
    StepBuilder builder(plan());
    for (const auto& [field, value] : values)
        builder.set(Layer::type.id, layer(), field, value);
    if (!document().commit(builder.step(what)))
        refreshSources(); // what was chosen does not stand
}

void AreasSection::addArea()
{
    if (!plan().layers.contains(layer())) {
        emit refused(tr("Make a layer of areas first."));
        return;
    }
    StepBuilder builder(plan());
    const Id area = document().author().ids();
    const auto count = std::count_if(plan().areas.begin(), plan().areas.end(),
                                     [this](const Area& one) { return one.layer == layer(); });
    builder.add(Area::type.id, area).set(Area::type.id, area, u"layer", Value(layer()));
    builder.set(Area::type.id, area, u"name", Value(tr("Area %1").arg(count + 1)));
    if (document().commit(builder.step(tr("Added an area"))))
        m_areaGrid->view()->selectIds({area.text()});
}

void AreasSection::removeArea()
{
    const Removed removed = removeEntities(document(), m_areaGrid->view()->selectedIds());
    if (removed.several)
        emit noticed(removed.what);
}

void AreasSection::removePart()
{
    const Grid* grid = madeOfUnits() ? m_unitGrid : m_practiceGrid;
    const Removed removed = removeEntities(document(), grid->view()->selectedIds());
    if (removed.what.isEmpty())
        emit refused(tr("Choose what to take out of the area first."));
    else if (removed.several)
        emit noticed(removed.what);
}

void AreasSection::makeDistricts()
{
    const NeedDataset* dataset = latestDataset(plan());
    if (!dataset) {
        emit refused(tr("Import NHS England's practice file first: districts come from it."));
        return;
    }
    Result<NeedImport> made = layerByDistrict(plan(), document().shelf(), dataset->id, {}, tr("Districts"),
                                              document().author().ids);
    if (!made)
        emit refused(made.error().text);
    else if (document().commit(made->step, made->blobs))
        emit noticed(made->summary.join(u' '));
}

void AreasSection::makeFromLookup()
{
    if (!hasLookup(plan(), document().shelf())) {
        emit refused(
            tr("Import a lookup first, for example “LSOA to ward to district” of the Office for National "
               "Statistics."));
        return;
    }
    LookupLayerDialog dialog(plan(), document().shelf(), document().author().ids, this);
    if (dialog.exec() == QDialog::Accepted && document().commit(shownAfter(dialog.made().step)))
        emit noticed(dialog.made().summary.join(u' '));
}

// The page goes on with the layer that the Step makes.
Step AreasSection::shownAfter(const Step& step) const
{
    const Applied applied = apply(plan(), step);
    StepBuilder builder(applied.plan);
    for (const Layer& made : applied.plan.layers)
        if (!plan().layers.contains(made.id))
            builder.set(Place::type.id, plan().place().id, u"needLayer", Value(made.id));
    Step both = step;
    both.changes += builder.step({}).changes;
    return both;
}

void AreasSection::assign()
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    const QStringList codes = m_codes->text().split(separators, Qt::SkipEmptyParts);
    if (codes.isEmpty() || m_practices->area().isNull())
        return;
    if (madeOfUnits()) {
        if (m_units->addCodes(codes))
            m_codes->clear();
        return;
    }
    const Overlap overlap = m_overlap->currentIndex() == 0 ? Overlap::Refuse : Overlap::SplitEqually;
    Result<Step> step = assignPractices(plan(), m_practices->area(), codes, overlap, document().author().ids);
    if (!step)
        emit refused(step.error().text);
    else if (document().commit(*step))
        m_codes->clear();
}

} // namespace placewright
