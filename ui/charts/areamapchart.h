#pragma once

#include "core/need/areaneighbours.h"
#include "core/need/areashapes.h"
#include "ui/charts/areamapgeometry.h"
#include "ui/charts/chart.h"
#include "ui/charts/mapclasses.h"

#include <QPixmap>

#include <memory>
#include <optional>

namespace placewright {

class ChartTable;
struct MapPicture; // the areas at one scale, made ready for drawing

struct MapArea
{
    QString id;        // of the plan's area: the shared selection
    QStringList codes; // of its shapes: one, or all it is made of
    QString name;
    std::optional<Ratio> value; // nothing: not known
    QString valueWords;         // "£52.10 a weighted head, 3.2% below its fair share"
    bool faded = false;         // small numbers
    bool assumed = false;       // split or typed by assumption
};

struct AreaMapData
{
    std::shared_ptr<const AreaShapes> shapes;
    MapMeasure measure;
    QList<MapArea> areas; // in plan order: the order of the twin table
};

// Where is it? Areas coloured in at most five classes, as polygons, hexagons or points; the other shapes of the map stand behind
// as hairlines. An area without a shape stands in the twin table, and the legend counts it.
// Keys: arrows go to the neighbour on that side, Page Down and Page Up along the table, Home and End to its ends; Space selects;
// plus and minus zoom, 0 fits. The wheel zooms and a drag pans. Nothing is edited.
class AreaMapChart : public Chart
{
    Q_OBJECT
public:
    explicit AreaMapChart(QWidget* parent = nullptr);
    ~AreaMapChart() override;

    // The same shapes and codes with other values are redrawn only where the picture changes, and the view stays.
    void setData(const AreaMapData& newData);
    const MapClasses& classes() const { return m_classes; }
    QStringList idsWithoutShape() const { return m_withoutShape; }

    QAbstractItemModel* twinModel() const override;
    QList<ChartMark> marks() const override; // one an area that has a shape
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    double zoom() const { return m_zoom; }    // 1 shows all areas
    QPointF pixelOf(const QString& id) const; // the middle of an area; the null point when it has no shape

public slots:
    void zoomIn();
    void zoomOut();
    void fitAll();

protected:
    void paintChart(ChartCanvas& canvas) const override;
    int markAt(const QPointF& pos) const override;
    bool markKey(int mark, QKeyEvent* event) override;
    QSizeF exportSize() const override;

    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Outlined // an area's shape in drawing units
    {
        int row = 0; // in m_data.areas
        std::vector<const AreaShape*> shapes;
        AreaBorder border;
        QPointF centre;
        QRectF box;
        int classAt = -1;
        QString text;  // its value as written
        QString words; // the same as the mark says it
    };
    struct LegendRow
    {
        enum class Sample { Class, NotKnown, Faded, Assumed, None };
        Sample sample = Sample::None;
        int classAt = -1;
        QString words;
    };
    struct LegendPlace
    {
        QRectF map;
        QRectF legend;
        bool beside = false;
    };

    void outlineAreas();
    void classify(const QList<MapArea>& before);
    void fillTable();
    QString textOf(const MapArea& area) const;
    int shadeOf(const Outlined& outlined) const; // -1: not known
    QString fadedWords() const;
    QString assumedWords() const;
    const MapArea& areaOf(const Outlined& outlined) const { return m_data.areas.at(outlined.row); }

    QList<LegendRow> legendRows() const;
    LegendPlace placeLegend(const QRectF& rect) const;
    void paintLegend(ChartCanvas& canvas, const QRectF& rect, bool beside) const;
    QList<QRectF> legendCells(const QRectF& rect, bool beside, qreal* height) const; // head, base, rows

    double fitScale(const QSizeF& size) const;
    double scale() const;   // pixels a drawing unit
    QPointF offset() const; // of the drawing units' origin, whole device pixels
    void setView(double zoom, const QPointF& centre);
    void zoomAbout(double factor, const QPointF& pixel);
    void showArea(int mark);

    const MapPicture& picture() const;
    std::unique_ptr<MapPicture> pictureAt(double scale) const;
    void labelArea(MapPicture& picture, size_t at) const;
    void labelPoints(MapPicture& picture) const;
    void paintLayer(const ChartCanvas& canvas, const QRectF& map) const;

    AreaMapData m_data;
    MapClasses m_classes;
    std::vector<Outlined> m_areas; // those with a shape; marks are in their order
    QStringList m_withoutShape;
    QRectF m_box;
    ChartTable* m_table;
    mutable std::unique_ptr<AreaNeighbours> m_neighbours; // made at the first arrow key

    double m_zoom = 1;
    QPointF m_centre;
    bool m_panning = false;
    QPointF m_grabbed;
    QPointF m_grabbedCentre;

    mutable qreal m_ratio = 1; // device pixels a pixel, as last painted
    mutable std::unique_ptr<MapPicture> m_picture;
    mutable QList<ChartMark> m_marks;
    mutable bool m_marksAreOld = true;
    mutable QPixmap m_layer; // all but hover, focus and legend
    mutable QPoint m_layerOffset;
    mutable QStringList m_layerSelected;
    mutable std::vector<int> m_layerDirty; // areas that look different now
    mutable bool m_layerIsOld = true;
};

} // namespace placewright
