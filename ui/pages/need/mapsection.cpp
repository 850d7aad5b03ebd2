#include "ui/pages/need/mapsection.h"

#include "core/exchange/mapfile.h"
#include "core/place/codeset.h"
#include "core/words/headlines.h"
#include "core/words/needwords.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

const QString practicesAsPoints = u"practices"_s; // among the ids of maps

} // namespace

MapSection::MapSection(PageContext context, QWidget* parent)
    : NeedSection(context, parent)
    , m_map(new QComboBox(this))
    , m_figure(new QComboBox(this))
    , m_problem(new QLabel(this))
    , m_chart(new AreaMapChart(this))
    , m_stack(new QStackedWidget(this))
{
    m_chart->setObjectName(u"areaMapChart"_s);
    m_problem->setObjectName(u"mapProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* panel = new Panel(this);
    panel->setObjectName(u"areaMapPanel"_s);
    panel->setChart(m_chart);
    wire(panel);
    auto* none = new EmptyState(
        Icon::PlaceAndNeed, tr("No map yet"),
        tr("Import the shapes of these areas, or of what they are made of: GeoJSON, or hexagons as HexJSON."),
        tr("Import map…"), {}, this);
    none->setObjectName(u"noMap"_s);
    connect(none, &EmptyState::mainActionRequested, this, &NeedSection::importRequested);
    auto* empty = new Panel(this);
    empty->setBody(none);
    empty->setEnlargeable(false);
    m_stack->addWidget(panel);
    m_stack->addWidget(empty);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(makeTools());
    layout->addWidget(m_problem);
    layout->addWidget(m_stack, 1);
}

QWidget* MapSection::makeTools()
{
    auto* tools = new QWidget(this);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    m_map->setObjectName(u"mapChoice"_s);
    m_map->setAccessibleName(tr("Map"));
    m_figure->setObjectName(u"mapFigure"_s);
    m_figure->setAccessibleName(tr("What the map shows"));
    for (QComboBox* combo : {m_map, m_figure})
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const MapFigure each : mapFigures)
        m_figure->addItem(mapFigureName(each), mapFigureId(each));
    m_figure->setCurrentIndex(m_figure->findData(mapFigureId(MapFigure::Distance)));
    auto* import = new QPushButton(tr("Import map…"), tools);
    import->setObjectName(u"importMap"_s);
    row->addWidget(m_map);
    row->addWidget(m_figure);
    row->addStretch(1);
    row->addWidget(import);
    const auto chosen = [this] {
        refreshChart();
        emit findingChanged();
    };
    connect(m_map, &QComboBox::activated, this, chosen);
    connect(m_figure, &QComboBox::activated, this, chosen);
    connect(import, &QPushButton::clicked, this, &NeedSection::importRequested);
    return tools;
}

MapFigure MapSection::figure() const
{
    const QString id = m_figure->currentData().toString();
    const auto found = std::find_if(mapFigures.begin(), mapFigures.end(),
                                    [&](MapFigure each) { return mapFigureId(each) == id; });
    return found == mapFigures.end() ? MapFigure::NeedIndex : *found;
}

const MapSection::ReadMap& MapSection::mapOf(const Id& dataset)
{
    const NeedDataset* of = plan().needDatasets.find(dataset);
    const QString hash = of ? of->hash : QString();
    if (const auto known = m_read.constFind(hash); known != m_read.cend())
        return *known;
    ReadMap read;
    const Result<AreaShapes> shapes = of ? readShapes(document().tree().blobs.value(hash), of->fileName)
                                         : Result<AreaShapes>(Error{tr("The map is not in the plan.")});
    if (shapes)
        read.shapes = std::make_shared<const AreaShapes>(*shapes);
    else
        read.problem = shapes.error().text;
    return *m_read.insert(hash, read);
}

void MapSection::refreshMaps()
{
    QString wanted = m_wanted.isEmpty() ? m_map->currentData().toString() : m_wanted;
    const QSignalBlocker quiet(m_map);
    m_map->clear();
    for (const NeedDataset& dataset : plan().needDatasets)
        if (dataset.kind == needDatasetKind::map)
            m_map->addItem(dataset.name, dataset.id.text());
    const Layer* of = plan().layers.find(layer());
    QByteArray made; // which practices: of which datasets
    for (const NeedDataset& dataset : plan().needDatasets)
        if (dataset.kind == needDatasetKind::practices)
            made += dataset.hash.toLatin1() + ' ';
    if (of)
        made += of->needDataset.text().toUtf8();
    if (made != m_pointsFor || !m_points.shapes) {
        m_points.shapes = of ? practicePoints(plan(), *of, document().shelf()) : nullptr;
        m_pointsFor = made;
    }
    if (m_points.shapes && of && (of->unitSet.isEmpty() || of->unitSet == codeSet::practice))
        m_map->addItem(tr("GP practices as points"), practicesAsPoints);
    m_map->setCurrentIndex(std::max(0, m_map->findData(wanted)));
    if (m_map->findData(wanted) >= 0)
        m_wanted.clear();
    m_map->setEnabled(m_map->count() > 0);
    if (!m_wantedFigure.isEmpty())
        m_figure->setCurrentIndex(std::max(0, m_figure->findData(m_wantedFigure)));
    m_wantedFigure.clear();
}

void MapSection::refresh()
{
    refreshMaps();
    refreshChart();
}

QString MapSection::moneyWords() const
{
    for (const LayerTotal& total : evaluation().layers)
        if (total.layer == layer() && total.year == year())
            return assumedWords(total.assumed, total.allocated);
    return assumedWords(Money(), Money());
}

QString MapSection::finding(const MappedAreas& mapped) const
{
    const MapArea* least = nullptr;
    const MapArea* most = nullptr;
    for (const MapArea& area : mapped.areas) {
        if (!area.value)
            continue;
        if (!least || *area.value < *least->value)
            least = &area;
        if (!most || *area.value > *most->value)
            most = &area;
    }
    if (!least)
        return tr("%1 is not known for these areas").arg(mapFigureName(figure()));
    const auto& text = mapped.measure.text;
    if (figure() == MapFigure::Distance)
        return tr("From %1 in %2 to %3 in %4 against the fair share")
            .arg(text(*least->value), least->name, text(*most->value), most->name);
    return tr("%1 runs from %2 in %3 to %4 in %5")
        .arg(mapped.measure.name, text(*least->value), least->name, text(*most->value), most->name);
}

void MapSection::refreshChart()
{
    const QString chosen = m_map->currentData().toString();
    ReadMap read;
    if (chosen == practicesAsPoints)
        read = m_points;
    else if (!chosen.isEmpty())
        read = mapOf(Id(chosen));
    m_problem->setText(read.problem);
    m_problem->setVisible(!read.problem.isEmpty());
    m_map->setVisible(m_map->count() > 0);
    m_stack->setCurrentIndex(read.shapes ? 0 : 1);

    MappedAreas mapped = mappedAreas(plan(), evaluation(), layer(), year(), figure());
    m_title = finding(mapped);
    QStringList parts{tr("%1: %2.", "a measure, its base").arg(mapped.measure.name, mapped.measure.base)};
    const bool ofMoney = figure() != MapFigure::NeedIndex && figure() != MapFigure::Deprivation;
    if (ofMoney)
        parts.append(tr("All split money of %1. %2", "a year, a sentence").arg(year(), moneyWords()));
    if (!mapped.leftOut.isEmpty())
        parts.append(tr("Left out as small numbers: %1.").arg(mapped.leftOut.join(u", "_s)));
    const Layer* of = plan().layers.find(layer());
    if (read.shapes && of) {
        const AreaShapeCodes codes = shapeCodes(plan(), *of, document().shelf(), *read.shapes);
        for (qsizetype i = 0; i < mapped.areas.size() && i < codes.codes.size(); ++i)
            mapped.areas[i].codes = codes.codes.at(i);
        if (!codes.shared.isEmpty())
            parts.append(tr("%n shape(s) of the map lie in several areas and are not coloured.", nullptr,
                            static_cast<int>(codes.shared.size())));
    }
    m_caption = parts.join(u' ');
    if (!read.shapes)
        return;
    m_chart->setData({read.shapes, mapped.measure, mapped.areas});
    const QStringList without = m_chart->idsWithoutShape();
    if (!without.isEmpty() && without.size() == mapped.areas.size()) {
        m_problem->setText(
            tr("No shape of this map has the code of an area or of what it is made of: check the codes, or "
               "import a lookup that leads from one to the other."));
        m_problem->show();
    }
    m_chart->setTexts(m_title, m_caption, m_title + u'.',
                      contextSentence(plan(), year(), document().scenarioName(document().scenario())));
}

QVariantMap MapSection::viewState() const
{
    return {{u"map"_s, m_map->currentData()}, {u"figure"_s, m_figure->currentData()}};
}

void MapSection::restoreViewState(const QVariantMap& state)
{
    m_wanted = state.value(u"map"_s).toString();
    m_wantedFigure = state.value(u"figure"_s).toString();
}

} // namespace placewright
