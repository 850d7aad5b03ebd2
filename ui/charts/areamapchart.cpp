#include "ui/charts/areamapchart.h"

#include "ui/charts/areamappicture.h"
#include "ui/charts/charttable.h"
#include "ui/table/roles.h"
#include "ui/theme/space.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr double zoomStep = 1.25;
constexpr double mostZoom = 60;
constexpr qreal margin = 10; // about the map, for borders and rings
constexpr qreal panStart = 4;

bool sameAreas(const AreaMapData& a, const AreaMapData& b)
{
    return a.shapes == b.shapes &&
           std::equal(a.areas.begin(), a.areas.end(), b.areas.begin(), b.areas.end(),
                      [](const MapArea& x, const MapArea& y) { return x.id == y.id && x.codes == y.codes; });
}

QRectF around(const QRectF& a, const QRectF& b) // also of empty ones
{
    const double left = std::min(a.left(), b.left());
    const double top = std::min(a.top(), b.top());
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

} // namespace

AreaMapChart::AreaMapChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

AreaMapChart::~AreaMapChart() = default;

void AreaMapChart::setData(const AreaMapData& newData)
{
    const bool same = m_data.shapes && sameAreas(m_data, newData);
    const AreaMapData before = std::exchange(m_data, newData);
    if (!same)
        outlineAreas();
    classify(same ? before.areas : QList<MapArea>());
    fillTable();
    if (!same)
        fitAll();
    dataChanged();
}

void AreaMapChart::outlineAreas()
{
    m_areas.clear();
    m_withoutShape.clear();
    m_neighbours.reset();
    m_picture.reset();
    m_layerIsOld = true;
    for (int row = 0; row < m_data.areas.size(); ++row) {
        const MapArea& area = m_data.areas.at(row);
        Outlined outlined;
        outlined.row = row;
        for (const QString& code : area.codes) {
            const AreaShape* shape = m_data.shapes ? m_data.shapes->find(code) : nullptr;
            const auto end = outlined.shapes.end();
            if (shape && std::find(outlined.shapes.begin(), end, shape) == end)
                outlined.shapes.push_back(shape);
        }
        if (outlined.shapes.empty()) {
            m_withoutShape.append(area.id);
            continue;
        }
        outlined.box = outlined.shapes.front()->box;
        for (const AreaShape* shape : outlined.shapes)
            outlined.box = around(outlined.box, shape->box);
        outlined.border = borderOf(outlined.shapes);
        outlined.centre = labelPointOf(outlined.shapes);
        m_box = m_areas.empty() ? outlined.box : around(m_box, outlined.box);
        m_areas.push_back(std::move(outlined));
    }
}

// `before`: the same areas as they were, so that only those that look different are written and drawn anew.
void AreaMapChart::classify(const QList<MapArea>& before)
{
    std::vector<Ratio> values;
    for (const MapArea& area : m_data.areas) {
        if (area.value)
            values.push_back(*area.value);
    }
    m_classes = MapClasses(m_data.measure, std::move(values));
    const bool hasDots = m_data.shapes && m_data.shapes->kind() == AreaShapes::Kind::Points;
    if (hasDots || before.isEmpty()) {
        m_picture.reset();
        m_layerIsOld = true;
    }
    for (size_t i = 0; i < m_areas.size(); ++i) {
        Outlined& outlined = m_areas[i];
        const MapArea& area = areaOf(outlined);
        const int classBefore =
            std::exchange(outlined.classAt, area.value ? m_classes.classOf(*area.value) : -1);
        const QString textBefore = std::exchange(outlined.text, textOf(area));
        outlined.words = area.valueWords.isEmpty() || !area.value ? outlined.text : area.valueWords;
        if (area.faded)
            outlined.words = tr("%1; %2", "a value, and how sure it is").arg(outlined.words, fadedWords());
        if (area.assumed)
            outlined.words = tr("%1; %2", "a value, and how sure it is").arg(outlined.words, assumedWords());
        if (!m_picture)
            continue;
        const MapArea& was = before.at(outlined.row);
        MapPicture::Area& drawn = m_picture->areas[i];
        const bool looksTheSame = classBefore == outlined.classAt && drawn.shade == shadeOf(outlined) &&
                                  drawn.kind == m_data.measure.kind && textBefore == outlined.text &&
                                  was.name == area.name && was.faded == area.faded &&
                                  was.assumed == area.assumed;
        if (looksTheSame)
            continue;
        labelArea(*m_picture, i);
        m_layerDirty.push_back(static_cast<int>(i));
    }
    m_marksAreOld = true;
}

QString AreaMapChart::textOf(const MapArea& area) const
{
    if (!area.value)
        return tr("not known");
    return m_data.measure.text ? m_data.measure.text(*area.value)
                               : formatDecimal(*area.value, 1, Rounding::HalfAwayFromZero);
}

int AreaMapChart::shadeOf(const Outlined& outlined) const
{
    return outlined.classAt < 0 ? -1 : m_classes.classes().at(outlined.classAt).shade;
}

QString AreaMapChart::fadedWords() const
{
    return m_data.measure.fadedWords.isEmpty() ? tr("small numbers") : m_data.measure.fadedWords;
}

QString AreaMapChart::assumedWords() const
{
    return m_data.measure.assumedWords.isEmpty() ? tr("assumed") : m_data.measure.assumedWords;
}

void AreaMapChart::fillTable()
{
    QList<ChartTable::Row> rows;
    for (const MapArea& area : m_data.areas) {
        const int classAt = area.value ? m_classes.classOf(*area.value) : -1;
        const Icon mark = classAt < 0 ? Icon::None : m_classes.classes().at(classAt).mark;
        const Emphasis side = mark == Icon::Gain   ? Emphasis::Gain
                              : mark == Icon::Loss ? Emphasis::Loss
                                                   : Emphasis::None;
        QStringList notes;
        if (area.assumed)
            notes.append(assumedWords());
        if (area.faded)
            notes.append(fadedWords());
        if (m_withoutShape.contains(area.id))
            notes.append(tr("not on this map"));
        const QVariant number = area.value ? QVariant(area.value->toDoubleForCharts()) : QVariant();
        rows.append({area.id,
                     {{area.name, {}, {}, 0},
                      {textOf(area), number, {}, static_cast<int>(side)},
                      {classAt < 0 ? u"–"_s : m_classes.classes().at(classAt).words, {}, {}, 0},
                      {notes.isEmpty() ? u"–"_s : notes.join(u"; "_s), {}, {}, 0}},
                     false});
    }
    m_table->setRows({tr("Area"), m_data.measure.name, tr("Class"), tr("Note")}, rows);
}

QAbstractItemModel* AreaMapChart::twinModel() const
{
    return m_table;
}

QList<ChartMark> AreaMapChart::marks() const
{
    if (!m_marksAreOld)
        return m_marks;
    m_marks.clear();
    const double pixels = scale();
    const QPointF from = offset();
    for (const Outlined& outlined : m_areas) {
        const MapArea& area = areaOf(outlined);
        const QPointF at = outlined.centre * pixels + from;
        const QRectF box(outlined.box.topLeft() * pixels + from, outlined.box.size() * pixels);
        m_marks.append(
            {area.id, area.name, outlined.words,
             QRectF(at.x() - space::target / 2.0, at.y() - space::target / 2.0, space::target, space::target),
             box, false});
    }
    m_marksAreOld = false;
    return m_marks;
}

QPointF AreaMapChart::pixelOf(const QString& id) const
{
    for (const Outlined& outlined : m_areas) {
        if (areaOf(outlined).id == id)
            return outlined.centre * scale() + offset();
    }
    return {};
}

int AreaMapChart::markAt(const QPointF& pos) const
{
    return placeLegend(rect()).map.contains(pos) ? picture().areaAt(pos - offset()) : -1;
}

QSize AreaMapChart::sizeHint() const
{
    return {560, 440};
}

QSize AreaMapChart::minimumSizeHint() const
{
    return {280, 260};
}

QSizeF AreaMapChart::exportSize() const
{
    return {std::max<qreal>(width(), 480), std::max<qreal>(height(), 400)};
}

double AreaMapChart::fitScale(const QSizeF& size) const
{
    const double across = std::max(40.0, size.width() - 2 * margin);
    const double down = std::max(40.0, size.height() - 2 * margin);
    if (!(m_box.width() > 0) && !(m_box.height() > 0))
        return 1;
    return std::min(m_box.width() > 0 ? across / m_box.width() : down / m_box.height(),
                    m_box.height() > 0 ? down / m_box.height() : across / m_box.width());
}

double AreaMapChart::scale() const
{
    return fitScale(placeLegend(rect()).map.size()) * m_zoom;
}

QPointF AreaMapChart::offset() const
{
    const QPointF exact = placeLegend(rect()).map.center() - m_centre * scale();
    return {std::round(exact.x() * m_ratio) / m_ratio, std::round(exact.y() * m_ratio) / m_ratio};
}

void AreaMapChart::setView(double zoom, const QPointF& centre)
{
    zoom = std::clamp(zoom, 1.0, mostZoom);
    if (zoom != m_zoom) {
        m_picture.reset();
        m_layerIsOld = true;
    }
    m_zoom = zoom;
    m_centre = {std::clamp(centre.x(), m_box.left(), m_box.right()),
                std::clamp(centre.y(), m_box.top(), m_box.bottom())};
    m_marksAreOld = true;
    update();
    emit marksChanged();
}

void AreaMapChart::zoomAbout(double factor, const QPointF& pixel)
{
    const QPointF held = (pixel - offset()) / scale();
    const double zoom = std::clamp(m_zoom * factor, 1.0, mostZoom);
    const double then = scale() / m_zoom * zoom;
    setView(zoom, held - (pixel - placeLegend(rect()).map.center()) / then);
}

void AreaMapChart::zoomIn()
{
    zoomAbout(zoomStep, placeLegend(rect()).map.center());
}

void AreaMapChart::zoomOut()
{
    zoomAbout(1 / zoomStep, placeLegend(rect()).map.center());
}

void AreaMapChart::fitAll()
{
    setView(1, m_box.center());
}

void AreaMapChart::showArea(int mark)
{
    const Outlined& outlined = m_areas[static_cast<size_t>(mark)];
    const QRectF room = placeLegend(rect()).map.adjusted(24, 24, -24, -24);
    const QPointF at = outlined.centre * scale() + offset();
    if (!room.contains(at))
        setView(m_zoom, outlined.centre);
}

bool AreaMapChart::markKey(int mark, QKeyEvent* event)
{
    const auto goTo = [&](int to) {
        if (to >= 0 && to < static_cast<int>(m_areas.size())) {
            setCurrentMark(to);
            showArea(to);
        }
        return true;
    };
    const auto stepTo = [&](MapDirection direction) {
        if (!m_neighbours) {
            std::vector<MapSite> sites;
            for (const Outlined& outlined : m_areas) {
                MapSite site{outlined.centre, {}};
                for (const AreaShape* shape : outlined.shapes) {
                    for (const ShapeRing& ring : shape->rings)
                        site.rings.push_back(&ring);
                }
                sites.push_back(std::move(site));
            }
            m_neighbours = std::make_unique<AreaNeighbours>(sites);
        }
        return goTo(m_neighbours->step(mark, direction));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return stepTo(MapDirection::Left);
    case Qt::Key_Right:
        return stepTo(MapDirection::Right);
    case Qt::Key_Up:
        return stepTo(MapDirection::Up);
    case Qt::Key_Down:
        return stepTo(MapDirection::Down);
    case Qt::Key_PageDown:
        return goTo(mark + 1);
    case Qt::Key_PageUp:
        return goTo(mark - 1);
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(static_cast<int>(m_areas.size()) - 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        fitAll();
        return true;
    default:
        return false;
    }
}

void AreaMapChart::mousePressEvent(QMouseEvent* event)
{
    m_grabbed = event->position();
    m_grabbedCentre = m_centre;
    m_panning = false;
    Chart::mousePressEvent(event);
    event->accept();
}

void AreaMapChart::mouseMoveEvent(QMouseEvent* event)
{
    Chart::mouseMoveEvent(event);
    if (!(event->buttons() & Qt::LeftButton))
        return;
    const QPointF way = event->position() - m_grabbed;
    m_panning = m_panning || way.manhattanLength() >= panStart;
    if (m_panning) {
        setCursor(Qt::ClosedHandCursor);
        setView(m_zoom, m_grabbedCentre - way / scale());
    }
}

void AreaMapChart::mouseReleaseEvent(QMouseEvent* event)
{
    m_panning = false;
    setCursor(Qt::ArrowCursor);
    Chart::mouseReleaseEvent(event);
}

void AreaMapChart::wheelEvent(QWheelEvent* event)
{
    if (m_areas.empty() || event->angleDelta().y() == 0) {
        Chart::wheelEvent(event);
        return;
    }
    zoomAbout(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void AreaMapChart::resizeEvent(QResizeEvent* event)
{
    m_picture.reset();
    m_layerIsOld = true;
    m_marksAreOld = true;
    Chart::resizeEvent(event);
}

void AreaMapChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_picture.reset();
        m_layerIsOld = true;
        m_marksAreOld = true;
    }
    Chart::changeEvent(event);
}

} // namespace placewright
