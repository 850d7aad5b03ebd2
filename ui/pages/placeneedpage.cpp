#include "ui/pages/placeneedpage.h"

#include "core/words/headlines.h"
#include "ui/pages/need/areassection.h"
#include "ui/pages/need/fairsharesection.h"
#include "ui/pages/need/inequalitysection.h"
#include "ui/pages/need/mapsection.h"
#include "ui/pages/need/needprofilesection.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/theme/space.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView needSection("Need"); // the one that is of use without any area

} // namespace

PlaceNeedPage::PlaceNeedPage(PageContext context, QWidget* parent)
    : Page(context, PageId::PlaceAndNeed, parent)
    , m_layer(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
{
    auto* empty = new EmptyState(Icon::PlaceAndNeed, tr("No areas yet"),
                                 tr("Areas show whether money is where need is. Build them out of GP "
                                    "practices or LSOAs, or type them."),
                                 tr("Import need…"), tr("Type areas"), this);
    m_stack->addWidget(empty);
    addSection(new AreasSection(context, this), "Areas");
    addSection(new NeedProfileSection(context, this), "Need");
    addSection(new FairShareSection(context, this), "FairShares");
    addSection(new InequalitySection(context, this), "Inequality");
    addSection(new MapSection(context, this), "Map");
    body()->addWidget(makeHead());
    body()->addWidget(m_stack, 1);

    QPushButton* importNeed = addAction(tr("Import need…"), Icon::Plus, u"importNeed"_s);
    connect(importNeed, &QPushButton::clicked, this, &PlaceNeedPage::importRequested);
    connect(empty, &EmptyState::mainActionRequested, this, &PlaceNeedPage::importRequested);
    connect(empty, &EmptyState::otherActionRequested, this, &PlaceNeedPage::addLayer);
}

QWidget* PlaceNeedPage::makeHead()
{
    QStringList names;
    for (const NeedSection* one : std::as_const(m_sections))
        names.append(one->name());
    m_switch = new SegmentedButton(names, this);
    m_switch->setObjectName(u"needSections"_s);
    m_switch->setAccessibleName(tr("Part of the page"));
    connect(m_switch, &SegmentedButton::currentChanged, this, &PlaceNeedPage::showSection);
    m_layer->setObjectName(u"layerChoice"_s);
    m_layer->setAccessibleName(tr("Layer of areas"));
    m_layer->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_layer, &QComboBox::activated, this, [this] {
        StepBuilder builder(plan());
        builder.set(Place::type.id, plan().place().id, u"needLayer",
                    Value(Id(m_layer->currentData().toString())));
        document().commit(builder.step(tr("Need charts show “%1”").arg(m_layer->currentText())));
    });
    auto* add = new QPushButton(tr("+ Layer"), this);
    add->setObjectName(u"addLayer"_s);
    connect(add, &QPushButton::clicked, this, &PlaceNeedPage::addLayer);

    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    auto* label = new QLabel(tr("Areas of"), head);
    label->setBuddy(m_layer);
    row->addWidget(m_switch);
    row->addStretch(1);
    row->addWidget(label);
    row->addWidget(m_layer);
    row->addWidget(add);
    return head;
}

void PlaceNeedPage::addSection(NeedSection* section, const char* id)
{
    const auto index = static_cast<int>(m_sections.size());
    m_sections.append(section);
    m_sectionIds.append(QLatin1StringView(id));
    m_stack->addWidget(section);
    auto* go = new QAction(section->name(), this);
    go->setObjectName(u"needSection"_s + QLatin1StringView(id));
    go->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + index)));
    go->setShortcutContext(Qt::WindowShortcut);
    connect(go, &QAction::triggered, this, [this, index] {
        emit goTo(PageId::PlaceAndNeed, {});
        m_switch->setCurrent(index);
    });
    QWidget::addAction(go);

    for (Grid* grid : section->grids())
        wire(grid);
    for (Panel* panel : section->panels())
        wire(panel);
    connect(section, &NeedSection::goTo, this, &Page::goTo);
    connect(section, &NeedSection::said, this, &Page::said);
    connect(section, &NeedSection::refused, this, &Page::refused);
    connect(section, &NeedSection::noticed, this, &Page::noticed);
    connect(section, &NeedSection::importRequested, this, &PlaceNeedPage::importRequested);
    connect(section, &NeedSection::sectionRequested, this, [this](const QString& to) {
        m_switch->setCurrent(static_cast<int>(qMax<qsizetype>(0, m_sectionIds.indexOf(to))));
    });
    connect(section, &NeedSection::sectionRequested, this, [this](const QString& wanted) {
        if (const qsizetype place = m_sectionIds.indexOf(wanted); place >= 0)
            m_switch->setCurrent(static_cast<int>(place));
    });
    connect(section, &NeedSection::findingChanged, this, &PlaceNeedPage::refreshTitle);
}

NeedSection* PlaceNeedPage::section() const
{
    return m_sections.at(std::clamp<qsizetype>(m_switch->current(), 0, m_sections.size() - 1));
}

void PlaceNeedPage::showSection(int)
{
    refresh();
}

void PlaceNeedPage::refresh()
{
    refreshLayers();
    NeedSection* shown = section();
    const Id layer = needLayer(plan());
    if (shown->layer() != layer)
        shown->setLayer(layer);
    shown->refresh();
    const bool hasAreas =
        !plan().layers.isEmpty() || m_sectionIds.at(m_sections.indexOf(shown)) == needSection;
    m_stack->setCurrentWidget(hasAreas ? shown : m_stack->widget(0));
    refreshTitle();
}

void PlaceNeedPage::refreshTitle()
{
    const NeedSection* shown = section();
    const QString where = contextSentence(plan(), year(), document().scenarioName(document().scenario()));
    setTitle(shown->title(), u"%1 %2"_s.arg(where, shown->caption()).trimmed());
}

void PlaceNeedPage::refreshLayers()
{
    const QSignalBlocker quiet(m_layer);
    m_layer->clear();
    for (const Layer& layer : plan().layers)
        m_layer->addItem(layer.name, layer.id.text());
    m_layer->setCurrentIndex(m_layer->findData(needLayer(plan()).text()));
    m_layer->setEnabled(m_layer->count() > 0 && !document().isReadOnly());
    findChild<QPushButton*>(u"addLayer"_s)->setEnabled(!document().isReadOnly());
}

void PlaceNeedPage::addLayer()
{
    const IdSource& ids = document().author().ids;
    StepBuilder builder(plan());
    const Id layer = ids();
    const Id area = ids();
    builder.add(Layer::type.id, layer)
        .set(Layer::type.id, layer, u"name", Value(tr("Neighbourhoods")))
        .set(Layer::type.id, layer, u"kind", Value(u"neighbourhood"_s));
    builder.add(Area::type.id, area)
        .set(Area::type.id, area, u"layer", Value(layer))
        .set(Area::type.id, area, u"name", Value(tr("Area 1")));
    builder.set(Place::type.id, plan().place().id, u"needLayer", Value(layer));
    document().commit(builder.step(tr("Added a layer of areas")));
}

void PlaceNeedPage::showIds(const QStringList& ids)
{
    NeedSection* shown = section();
    if (!shown->holds(ids))
        for (qsizetype i = 0; i < m_sections.size(); ++i)
            if (m_sections.at(i)->holds(ids)) {
                m_switch->setCurrent(static_cast<int>(i));
                break;
            }
    section()->showIds(ids);
}

QVariantMap PlaceNeedPage::viewState() const
{
    QVariantMap state{{u"section"_s, m_sectionIds.at(m_sections.indexOf(section()))}};
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        state.insert(u"in"_s + m_sectionIds.at(i), m_sections.at(i)->viewState());
    return state;
}

void PlaceNeedPage::restoreViewState(const QVariantMap& state)
{
    for (qsizetype i = 0; i < m_sections.size(); ++i)
        m_sections.at(i)->restoreViewState(state.value(u"in"_s + m_sectionIds.at(i)).toMap());
    const qsizetype index = m_sectionIds.indexOf(state.value(u"section"_s).toString());
    m_switch->setCurrent(static_cast<int>(qMax<qsizetype>(0, index)));
}

} // namespace placewright
