#include "ui/pages/need/groupspanel.h"

#include "core/evaluate/needresults.h"
#include "core/words/needwords.h"
#include "ui/models/groupsmodel.h"
#include "ui/models/removal.h"
#include "ui/pages/need/measurechoice.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr int fifths = 5;

MeasureUse useOf(const QString& kind)
{
    return kind == groupKind::deprivationFifth || kind == groupKind::core20 ? MeasureUse::Fifth
                                                                            : MeasureUse::People;
}

// The measure that most likely is meant, where the plan has it.
bool isUsual(const QString& kind, const QString& measure)
{
    if (kind == groupKind::aged65)
        return measure == u"people.65+";
    if (kind == groupKind::aged85)
        return measure == u"people.85+";
    return useOf(kind) == MeasureUse::Fifth && measure == u"imd.decile";
}

QString nameOfFifth(int fifth)
{
    if (fifth == 1)
        return GroupsPanel::tr("Fifth 1, most deprived");
    if (fifth == fifths)
        return GroupsPanel::tr("Fifth 5, least deprived");
    return GroupsPanel::tr("Fifth %1").arg(fifth);
}

} // namespace

GroupsPanel::GroupsPanel(PlanDocument& document, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_groups(new GroupsModel(document, this))
    , m_grid(new Grid(m_groups, this))
    , m_shown(new SegmentedButton({tr("People"), tr("Percent of the area")}, this))
    , m_kind(new QComboBox(this))
    , m_source(measureBox(u"groupSource"_s, tr("Where its people come from"), this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_remove(new QPushButton(tr("Delete"), this))
    , m_threshold(new QLineEdit(this))
    , m_rule(new QComboBox(this))
{
    m_grid->view()->setObjectName(u"groupsGrid"_s);
    m_grid->view()->setAccessibleName(tr("Population groups by area"));
    m_grid->view()->setFitsRows(true);
    m_groups->attach(*m_grid->view());
    connect(m_groups, &PlanTableModel::refused, this, &GroupsPanel::refused);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(m_grid);
    column->addWidget(makeSmallNumbers());
    setBody(body);
}

QWidget* GroupsPanel::makeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    m_shown->setObjectName(u"groupsShown"_s);
    m_shown->setAccessibleName(tr("People or percent"));
    m_kind->setObjectName(u"groupKind"_s);
    m_kind->setAccessibleName(tr("Group to add"));
    for (const auto& [kind, text] : {std::pair(groupKind::deprivationFifth, tr("Five deprivation fifths")),
                                     std::pair(groupKind::core20, tr("Core20: the most deprived fifth")),
                                     std::pair(groupKind::aged65, tr("Aged 65 and over")),
                                     std::pair(groupKind::aged85, tr("Aged 85 and over")),
                                     std::pair(groupKind::frailty, tr("Living with frailty")),
                                     std::pair(groupKind::learningDisability, tr("Learning disability")),
                                     std::pair(groupKind::priority, tr("A priority group of ours"))})
        m_kind->addItem(text, QString(kind));
    m_add->setObjectName(u"addGroup"_s);
    m_remove->setObjectName(u"removeGroup"_s);
    row->addWidget(m_shown);
    row->addStretch(1);
    row->addWidget(m_kind);
    row->addWidget(new QLabel(tr("from"), tools));
    row->addWidget(m_source, 2);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    connect(m_shown, &SegmentedButton::currentChanged, this, [this](int shown) {
        m_groups->setShown(shown == 0 ? GroupsModel::Shown::People : GroupsModel::Shown::Share);
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, &GroupsPanel::offerSources);
    connect(m_add, &QPushButton::clicked, this, &GroupsPanel::addGroup);
    connect(m_remove, &QPushButton::clicked, this, &GroupsPanel::removeGroups);
    return tools;
}

QWidget* GroupsPanel::makeSmallNumbers()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(space::inside, space::medium, space::inside, space::medium);
    row->setSpacing(space::medium);
    constexpr int fieldWidth = 80;
    m_threshold->setObjectName(u"smallNumber"_s);
    m_threshold->setAccessibleName(tr("Smallest number shown as any other"));
    m_threshold->setPlaceholderText(tr("none"));
    m_threshold->setMaximumWidth(fieldWidth);
    m_rule->setObjectName(u"smallNumberRule"_s);
    m_rule->setAccessibleName(tr("What is done with small numbers"));
    m_rule->addItem(tr("are faded"), QString(smallNumbers::fade));
    m_rule->addItem(tr("are left out"), QString(smallNumbers::leaveOut));
    row->addWidget(new QLabel(tr("Numbers of people below"), box));
    row->addWidget(m_threshold);
    row->addWidget(m_rule);
    row->addStretch(1);
    connect(m_threshold, &QLineEdit::editingFinished, this, &GroupsPanel::setThreshold);
    connect(m_rule, &QComboBox::activated, this, &GroupsPanel::setRule);
    return box;
}

void GroupsPanel::refresh(const Id& layer)
{
    const bool moved = layer != m_layer;
    m_layer = layer;
    if (moved)
        m_groups->setLayer(layer);
    const Plan& plan = m_document.plan();
    const LayerNeed* need = layerNeedOf(m_document.evaluation(), layer);
    const Layer* entity = plan.layers.find(layer);
    const auto count = static_cast<int>(plan.populationGroups.size());
    setTitle(count == 0 ? tr("No population groups yet")
                        : tr("%n population group(s) by area", nullptr, count));
    QString caption = need ? tr("People of %1: %2. Grey beside a figure: its share of the area's people.")
                                 .arg(entity->name, populationBaseWords(need->base))
                           : QString();
    if (const int left = m_groups->leftOut(); left > 0)
        caption += u' ' + tr("%n small number(s) left out.", nullptr, left);
    setCaption(caption);

    const MeasureRef chosen = chosenMeasure(*m_source);
    offerSources();
    chooseMeasure(*m_source, chosen);
    const QSignalBlocker quiet(m_threshold);
    const std::optional<qint64>& threshold = plan.place().smallNumber;
    if (!m_threshold->hasFocus() || !m_threshold->isModified())
        m_threshold->setText(threshold ? QString::number(*threshold) : QString());
    m_threshold->setProperty(invalidProperty, false);
    m_rule->setCurrentIndex(plan.place().smallNumberRule == smallNumbers::leaveOut ? 1 : 0);
    for (QWidget* control :
         {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_add),
          static_cast<QWidget*>(m_threshold), static_cast<QWidget*>(m_rule)})
        control->setEnabled(!m_document.isReadOnly());
    m_remove->setEnabled(!m_document.isReadOnly() && count > 0);
}

void GroupsPanel::offerSources()
{
    const QString kind = m_kind->currentData().toString();
    const QList<MeasureItem> items = measuresFor(m_document.plan(), m_document.shelf(), useOf(kind));
    fillMeasures(*m_source, items, tr("Typed here"), {});
    const auto usual = std::find_if(items.begin(), items.end(), [&](const MeasureItem& item) {
        return isUsual(kind, item.measure.measure);
    });
    if (usual != items.end())
        chooseMeasure(*m_source, usual->measure);
}

void GroupsPanel::addGroup()
{
    const Plan& plan = m_document.plan();
    const QString kind = m_kind->currentData().toString();
    const MeasureRef source = chosenMeasure(*m_source);
    const bool all = kind == groupKind::deprivationFifth;
    const bool has = std::any_of(plan.populationGroups.begin(), plan.populationGroups.end(),
                                 [&](const PopulationGroup& group) { return group.kind == kind; });
    if (has && kind != groupKind::priority) {
        emit refused(tr("The plan has “%1” already: delete it first, or add a group of your own.")
                         .arg(m_kind->currentText()));
        return;
    }
    StepBuilder builder(plan);
    for (int fifth = 1; fifth <= (all ? fifths : 1); ++fifth) {
        const Id id = m_document.author().ids();
        const QString name = all                           ? nameOfFifth(fifth)
                             : kind == groupKind::priority ? tr("New group")
                                                           : m_kind->currentText();
        builder.add(PopulationGroup::type.id, id)
            .set(PopulationGroup::type.id, id, u"name", Value(name))
            .set(PopulationGroup::type.id, id, u"kind", Value(kind))
            .set(PopulationGroup::type.id, id, u"dataset", Value(source.dataset))
            .set(PopulationGroup::type.id, id, u"measure", Value(source.measure));
        if (all || kind == groupKind::core20)
            builder.set(PopulationGroup::type.id, id, u"fifth", Value::count(fifth));
    }
    m_document.commit(builder.step(tr("Added %1").arg(m_kind->currentText())));
}

void GroupsPanel::removeGroups()
{
    QStringList ids = m_grid->view()->selectedIds();
    ids.removeIf([this](const QString& id) { return !m_document.plan().populationGroups.contains(Id(id)); });
    if (ids.isEmpty()) {
        emit refused(tr("Choose the groups to delete first."));
        return;
    }
    if (const Removed removed = removeEntities(m_document, ids); removed.several)
        emit noticed(removed.what);
}

void GroupsPanel::setThreshold()
{
    const QString text = m_threshold->text().trimmed();
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    constexpr int most = 10'000;
    const bool valid = text.isEmpty() || (isNumber && number > 0 && number <= most);
    m_threshold->setProperty(invalidProperty, !valid);
    m_threshold->update();
    if (!valid) {
        emit refused(
            tr("“%1” is no threshold: type a whole number up to 10,000, or nothing to show all.").arg(text));
        return;
    }
    m_threshold->setModified(false);
    StepBuilder builder(m_document.plan());
    builder.set(Place::type.id, m_document.plan().place().id, u"smallNumber",
                text.isEmpty() ? Value() : Value::count(number));
    m_document.commit(builder.step(text.isEmpty() ? tr("All numbers of people are shown")
                                                  : tr("Numbers of people below %1 are small").arg(number)));
}

void GroupsPanel::setRule()
{
    StepBuilder builder(m_document.plan());
    builder.set(Place::type.id, m_document.plan().place().id, u"smallNumberRule",
                Value(m_rule->currentData().toString()));
    m_document.commit(builder.step(tr("Small numbers %1").arg(m_rule->currentText())));
}

} // namespace placewright
