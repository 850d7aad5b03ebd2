#include "ui/theme/icons.h"

#include "ui/theme/tokens.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainterPath>

#include <algorithm>
#include <cstdlib>

namespace placewright {

namespace {

// What is stroked, what is filled, and what is cut out of the filling, each as a path on the grid of 16: M and L with x y,
// H x, V y, C with three points, Z, O cx cy r (circle), R x y w h (rectangle, corners 1).
struct Drawing
{
    const char* stroke = "";
    const char* fill = "";
    const char* cut = "";
    bool dashed = false;
};

Drawing conditionDrawing(Icon icon)
{
    switch (icon) {
    case Icon::Missed:
        return {"", "M5 .8 L11 .8 L15.2 5 L15.2 11 L11 15.2 L5 15.2 L.8 11 L.8 5 Z",
                "M5.4 5.4 L10.6 10.6 M10.6 5.4 L5.4 10.6"};
    case Icon::Met:
        return {"O8 8 6.7 M4.9 8.2 L7.2 10.5 L11.2 5.8"};
    case Icon::Warning:
        return {"M8 1.8 L14.8 13.8 L1.2 13.8 Z M8 6.2 V9.6", "O8 11.6 .95"};
    case Icon::NotKnown:
        return {"O8 8 6.7 M6.1 6.5 C6.1 4 9.9 4 9.9 6.5 C9.9 7.9 8 7.9 8 9.4", "O8 11.6 .9", "", true};
    case Icon::DoesNotApply:
        return {"M3.5 8 H12.5"};
    case Icon::Indicative:
        return {"M2.5 2.5 H13.5 V13.5 H2.5 Z M4 12 L12 4"};
    case Icon::Disputed:
        return {"", "M8 1 L15 8 L8 15 L1 8 Z"};
    case Icon::Gain:
        return {"", "M8 3 L13.2 12.8 L2.8 12.8 Z"};
    case Icon::Loss:
        return {"", "M8 13 L13.2 3.2 L2.8 3.2 Z"};
    case Icon::InFavour:
        return {"", "O8 8 5"};
    case Icon::Against:
        return {"", "R3.5 3.5 9 9"};
    case Icon::Abstained:
        return {"O8 8 4.4"};
    default:
        return {};
    }
}

Drawing pageDrawing(Icon icon)
{
    switch (icon) {
    case Icon::Overview:
        return {"R1.8 1.8 5 6.4 R9.2 1.8 5 3.4 R1.8 10.8 5 3.4 R9.2 7.8 5 6.4"};
    case Icon::PlaceAndNeed:
        return {"M8 14.8 C4.5 10.8 3 8.6 3 6.3 C3 3.6 5.2 1.3 8 1.3 C10.8 1.3 13 3.6 13 6.3 C13 8.6 11.5 "
                "10.8 8 14.8 Z "
                "O8 6.3 1.9"};
    case Icon::Funding:
        return {"M1.5 14.2 H14.5 M3 14 V8.5 H5.4 V14 M6.8 14 V2.5 H9.2 V14 M10.6 14 V6 H13 V14"};
    case Icon::Schemes:
        return {"M1.5 3.5 H14.5 M5 1.8 V5.2 M1.5 8 H14.5 M10.5 6.3 V9.7 M1.5 12.5 H14.5 M6.5 10.8 V14.2"};
    case Icon::PoolsAndRisk:
        return {"M8 1.2 V6.2 M5.6 4 L8 6.4 L10.4 4 M1.5 9.8 C3 8.4 4.6 8.4 6 9.8 C7.4 11.2 9 11.2 10.4 9.8 "
                "C11.8 8.4 13.2 8.4 14.5 9.8 M1.5 13.6 C3 12.2 4.6 12.2 6 13.6 C7.4 15 9 15 10.4 13.6 "
                "C11.8 12.2 13.2 12.2 14.5 13.6"};
    case Icon::Contracts:
        return {"R2.8 1.5 10.4 13 M5.5 5 H10.5 M5.5 8 H10.5 M5.5 11 H8.5"};
    case Icon::Committee:
        return {
            "O8 5.2 2.3 M3.9 14 C3.9 10.6 5.8 9.6 8 9.6 C10.2 9.6 12.1 10.6 12.1 14 O3.2 5 1.6 O12.8 5 1.6 "
            "M.8 11.6 C.8 9.4 1.8 8.6 3.4 8.5 M15.2 11.6 C15.2 9.4 14.2 8.6 12.6 8.5"};
    case Icon::Scenarios:
        return {"O3.4 8 1.9 O12.6 3.4 1.9 O12.6 12.6 1.9 M5.1 7.1 L10.9 4.3 M5.1 8.9 L10.9 11.7"};
    case Icon::Conditions:
        return {
            "M1.2 3.8 L2.6 5.2 L5 2.4 M7.5 3.8 H14.8 M1.2 8.3 L2.6 9.7 L5 6.9 M7.5 8.3 H14.8 M1.8 12.8 H4.6 "
            "M7.5 12.8 H14.8"};
    case Icon::InYear:
        return {"R1.8 2.8 12.4 11.6 M1.8 6.2 H14.2 M5 1 V4 M11 1 V4 M4.6 11.6 L6.8 9.4 L8.8 11 L11.4 8.6"};
    case Icon::Papers:
    case Icon::Paper:
        return {"R5 1.5 9 10.6 M2.4 4.4 V14.5 H10.8 M7.4 4.8 H11.6 M7.4 8 H11.6"};
    default:
        return {};
    }
}

Drawing actionDrawing(Icon icon)
{
    switch (icon) {
    case Icon::Undo:
        return {"M2.2 5.8 H9.8 C12.6 5.8 14 7.6 14 9.6 C14 11.6 12.6 13.4 9.8 13.4 H7.5 M5.4 2.4 L2 5.8 L5.4 "
                "9.2"};
    case Icon::Redo:
        return {
            "M13.8 5.8 H6.2 C3.4 5.8 2 7.6 2 9.6 C2 11.6 3.4 13.4 6.2 13.4 H8.5 M10.6 2.4 L14 5.8 L10.6 9.2"};
    case Icon::Meeting:
        return {"R1.2 2.2 13.6 9.2 M8 11.4 V14.2 M4.8 14.2 H11.2"};
    case Icon::Export:
        return {"M8 10.4 V1.8 M4.9 4.8 L8 1.7 L11.1 4.8 M1.8 8.6 V14 H14.2 V8.6"};
    case Icon::Enlarge:
        return {"M9.6 1.8 H14.2 V6.4 M14.2 1.8 L9.4 6.6 M6.4 14.2 H1.8 V9.6 M1.8 14.2 L6.6 9.4"};
    case Icon::Lock:
        return {"R3 7 10 7.4 M5.2 7 V4.9 C5.2 .9 10.8 .9 10.8 4.9 V7", "O8 10.6 1"};
    case Icon::Plus:
        return {"M8 2.5 V13.5 M2.5 8 H13.5"};
    case Icon::Search:
        return {"O6.8 6.8 4.9 M10.4 10.4 L14.6 14.6"};
    case Icon::Close:
        return {"M3.5 3.5 L12.5 12.5 M12.5 3.5 L3.5 12.5"};
    case Icon::ChevronUp:
        return {"M3.5 10.2 L8 5.8 L12.5 10.2"};
    case Icon::ChevronDown:
        return {"M3.5 5.8 L8 10.2 L12.5 5.8"};
    case Icon::ChevronLeft:
        return {"M10.2 3.5 L5.8 8 L10.2 12.5"};
    case Icon::ChevronRight:
        return {"M5.8 3.5 L10.2 8 L5.8 12.5"};
    case Icon::Expanded:
        return {"", "M3 5.4 L13 5.4 L8 11.2 Z"};
    case Icon::Collapsed:
        return {"", "M5.4 3 L11.2 8 L5.4 13 Z"};
    default:
        return {};
    }
}

Drawing drawingOf(Icon icon)
{
    if (icon <= Icon::Abstained)
        return conditionDrawing(icon);
    if (icon >= Icon::Overview && icon <= Icon::Papers)
        return pageDrawing(icon);
    return icon == Icon::Paper ? pageDrawing(icon) : actionDrawing(icon);
}

class PathReader
{
public:
    explicit PathReader(const char* text)
        : m_at(text)
    {
    }

    QPainterPath read()
    {
        QPainterPath path;
        while (true) {
            while (*m_at == ' ')
                ++m_at;
            if (*m_at == '\0')
                return path;
            take(path, *m_at++);
        }
    }

private:
    double number() { return std::strtod(m_at, const_cast<char**>(&m_at)); }
    QPointF point()
    {
        const double x = number();
        return {x, number()};
    }

    void take(QPainterPath& path, char command)
    {
        switch (command) {
        case 'M':
            path.moveTo(point());
            break;
        case 'L':
            path.lineTo(point());
            break;
        case 'H':
            path.lineTo(number(), path.currentPosition().y());
            break;
        case 'V':
            path.lineTo(path.currentPosition().x(), number());
            break;
        case 'C': {
            const QPointF first = point();
            const QPointF second = point();
            path.cubicTo(first, second, point());
            break;
        }
        case 'Z':
            path.closeSubpath();
            break;
        case 'O': {
            const QPointF centre = point();
            const double radius = number();
            path.addEllipse(centre, radius, radius);
            break;
        }
        case 'R': {
            const QPointF corner = point();
            const double width = number();
            path.addRoundedRect(QRectF(corner, QSizeF(width, number())), 1, 1);
            break;
        }
        default:
            qFatal("a drawing with an unknown command");
        }
    }

    const char* m_at;
};

class ThemeIconEngine : public QIconEngine
{
public:
    explicit ThemeIconEngine(Icon icon)
        : m_icon(icon)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const Tokens& tokens = tokensOf(QApplication::palette());
        QColor colour = mode == QIcon::Disabled ? tokens.border : iconColour(m_icon, tokens);
        if (mode == QIcon::Selected)
            colour = tokens.onSelection;
        paintIcon(*painter, m_icon, rect, colour, tokens.base);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    QIconEngine* clone() const override { return new ThemeIconEngine(m_icon); }

private:
    Icon m_icon;
};

} // namespace

void paintIcon(QPainter& painter, Icon icon, const QRectF& rect, const QColor& colour, const QColor& ground)
{
    const Drawing drawing = drawingOf(icon);
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 16, side / 16);
    QPen pen(colour, icon == Icon::Indicative ? 1.2 : 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (drawing.dashed)
        pen.setDashPattern({2.2, 1.6});
    if (icon == Icon::Indicative)
        pen.setJoinStyle(Qt::MiterJoin);
    painter.fillPath(PathReader(drawing.fill).read(), colour);
    painter.strokePath(PathReader(drawing.stroke).read(), pen);
    painter.strokePath(PathReader(drawing.cut).read(), QPen(ground, 2, Qt::SolidLine, Qt::RoundCap));
    painter.restore();
}

QColor iconColour(Icon icon, const Tokens& tokens)
{
    switch (icon) {
    case Icon::Missed:
    case Icon::Loss:
        return tokens.missed;
    case Icon::Met:
    case Icon::Gain:
    case Icon::InFavour:
        return tokens.accent;
    case Icon::Against:
        return tokens.lossMark();
    case Icon::Disputed:
        return tokens.wrong;
    default:
        return tokens.text;
    }
}

QIcon themeIcon(Icon icon)
{
    return QIcon(new ThemeIconEngine(icon));
}

} // namespace placewright
