#pragma once

#include "ui/charts/mapclasses.h"

#include <QBrush>
#include <QPainterPath>
#include <QRegion>
#include <QSet>

#include <vector>

namespace placewright {

struct Tokens;

// How an area of a class is filled, and what is written on it.
struct MapStyle
{
    QBrush fill;
    QColor ink;
    QColor plate; // set: text stands on a plate of this colour, for the fill is a pattern
};
MapStyle mapStyle(const Tokens& tokens, MapMeasure::Kind kind, int shade, bool faded);

// The areas of a map at one scale, in pixels from the origin of the drawing units, with what there is room to write.
struct MapPicture
{
    struct Shape
    {
        QPainterPath fill;
        QRectF box;
    };
    struct Area
    {
        QPainterPath fill;
        QPainterPath lines; // outer border
        QPainterPath innerLines;
        std::vector<QPointF> dots;
        QPointF centre;
        QRectF box; // with dots
        MapMeasure::Kind kind = MapMeasure::Kind::Rate;
        int shade = -1; // -1: not known
        Icon mark = Icon::None;
        bool faded = false;
        bool assumed = false;
        QString name; // empty: no room
        QString value;
        bool hasRoomForMarks = false;
        bool showsSideOnly = false; // for want of room: ▲ or ▼, not how sure it is
        QPointF label;              // middle of what is written

        bool isJoined = false; // of several shapes

        int markCount() const
        {
            return showsSideOnly ? 1 : (mark != Icon::None && dots.empty()) + assumed + faded;
        }
    };

    double scale = 1;
    std::vector<Area> areas; // in the order of the chart's marks
    std::vector<Shape> behind;
    std::vector<QPointF> dotsBehind;

    int areaAt(const QPointF& at) const; // -1: none
    // Draws what meets the region (in pixels about `offset`), on a ground of base.
    void paint(QPainter& painter, const Tokens& tokens, const QFont& caption, const QPointF& offset,
               const QRegion& region, const QSet<int>& selected) const;
    // Along the border, a dot's edge included.
    void paintBorder(QPainter& painter, size_t area, const QColor& colour, qreal width) const;

private:
    void paintArea(QPainter& painter, const Tokens& tokens, MapStyle style, const Area& area) const;
    void paintWriting(QPainter& painter, const Tokens& tokens, const MapStyle& style, const QFont& caption,
                      const Area& area) const;
};

inline constexpr qreal mapDot = 5;       // radius
inline constexpr qreal mapMarkStep = 12; // from mark to mark
// ▲ or ▼, a ring for assumed, a tilde for small numbers: beside each other about a point.
void paintMapMarks(QPainter& painter, const QColor& ink, const QColor& ground, const QPointF& middle,
                   Icon mark, bool assumed, bool faded);

} // namespace placewright
