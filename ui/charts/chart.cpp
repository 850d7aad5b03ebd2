#include "ui/charts/chart.h"

#include "ui/charts/chartaccessible.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace placewright {

namespace {

constexpr qreal dragStart = 4; // pixels; less than Qt's distance, since small moves are what handles are for

} // namespace

qreal ChartCanvas::width(const QFont& font, const QString& text) const
{
    return QFontMetricsF(font, painter.device()).horizontalAdvance(text);
}

void ChartCanvas::text(const QFont& font, const QColor& colour, qreal x, qreal middle, const QString& text,
                       Qt::Alignment alignment) const
{
    const QFontMetricsF metrics(font, painter.device());
    if (alignment & Qt::AlignRight)
        x -= metrics.horizontalAdvance(text);
    else if (alignment & Qt::AlignHCenter)
        x -= metrics.horizontalAdvance(text) / 2;
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(QPointF(x, std::round(middle + (metrics.ascent() - metrics.descent()) / 2)), text);
}

Chart::Chart(QWidget* parent)
    : QWidget(parent)
{
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

Chart::~Chart() = default;

void Chart::setTexts(const QString& title, const QString& caption, const QString& summary,
                     const QString& source)
{
    m_title = title;
    m_caption = caption;
    m_summary = summary;
    m_source = source;
    setAccessibleName(title);
    setAccessibleDescription(summary);
    emit textsChanged();
}

void Chart::setCurrentMark(int mark)
{
    const int count = static_cast<int>(marks().size());
    mark = count == 0 ? 0 : std::clamp(mark, 0, count - 1);
    if (mark != m_current)
        leaveMark(m_current);
    m_current = mark;
    update();
    const QList<ChartMark> all = marks();
    if (mark < all.size()) {
        emit wordsChanged(wordsFor(all.at(mark)));
        emit marksChanged();
        if (hasFocus()) {
            QAccessibleEvent event(this, QAccessible::Focus);
            event.setChild(mark);
            QAccessible::updateAccessibility(&event);
        }
    }
}

QString Chart::wordsFor(const ChartMark& mark) const
{
    return tr("%1: %2", "a mark of a chart and its value").arg(mark.name, mark.value);
}

void Chart::setSelectedIds(const QStringList& ids)
{
    if (m_selected == ids)
        return;
    m_selected = ids;
    const QList<ChartMark> all = marks();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ChartMark& mark) { return ids.contains(mark.id); });
    if (found != all.end() && !hasFocus())
        m_current = static_cast<int>(found - all.begin());
    update();
    emit marksChanged();
}

void Chart::selectByUser(const QString& id, bool extend)
{
    if (id.isEmpty())
        return; // a mark that stands for no entity
    QStringList ids = extend ? m_selected : QStringList();
    if (extend && ids.contains(id))
        ids.removeAll(id);
    else
        ids.append(id);
    m_selected = ids;
    update();
    emit idsSelected(ids);
}

void Chart::dataChanged()
{
    const int count = static_cast<int>(marks().size());
    m_current = std::clamp(m_current, 0, std::max(0, count - 1));
    if (m_hovered >= count)
        m_hovered = -1;
    update();
    emit marksChanged();
}

int Chart::markAt(const QPointF& pos) const
{
    const QList<ChartMark> all = marks();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).rect.contains(pos))
            return static_cast<int>(i);
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).area.contains(pos))
            return static_cast<int>(i);
    }
    return -1;
}

void Chart::markPressed(int, const QPointF&) {}

void Chart::markDragged(int, const QPointF&) {}

void Chart::markReleased(int, bool) {}

bool Chart::markKey(int, QKeyEvent*)
{
    return false;
}

void Chart::leaveMark(int) {}

ChartCanvas Chart::canvasFor(QPainter& painter, const Tokens& tokens, const QRectF& rect) const
{
    const double points = static_cast<double>(logicalDpiY()) / painter.device()->logicalDpiY();
    const auto scaled = [points](QFont font) {
        font.setPointSizeF(font.pointSizeF() * points);
        return font;
    };
    return {painter,
            tokens,
            rect,
            scaled(figureFont(TextSize::Body)),
            scaled(figureFont(TextSize::Body, TextWeight::Strong)),
            scaled(figureFont(TextSize::Caption)),
            scaled(figureFont(TextSize::Caption, TextWeight::Strong)),
            true};
}

void Chart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    painter.fillRect(rect(), tokens.base);
    ChartCanvas canvas = canvasFor(painter, tokens, rect());
    paintChart(canvas);
}

void Chart::paintFocusRing(ChartCanvas& canvas, const QRectF& rect) const
{
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setBrush(Qt::NoBrush);
    canvas.painter.setPen(QPen(canvas.tokens.accent, 2));
    canvas.painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 3, 3);
    canvas.painter.restore();
}

void Chart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_pressedAt = event->position();
    m_pressed = markAt(m_pressedAt);
    m_dragged = false;
    if (m_pressed < 0)
        return;
    setCurrentMark(m_pressed);
    markPressed(m_pressed, m_pressedAt);
}

void Chart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pressed >= 0) {
        const qreal way = (event->position() - m_pressedAt).manhattanLength();
        m_dragged = m_dragged || way >= dragStart;
        if (m_dragged)
            markDragged(m_pressed, event->position());
        return;
    }
    const int under = markAt(event->position());
    if (under != m_hovered) {
        m_hovered = under;
        update();
        if (under >= 0)
            emit wordsChanged(wordsFor(marks().at(under)));
    }
    const QList<ChartMark> all = marks();
    const bool grips =
        under >= 0 && all.at(under).adjustable && all.at(under).rect.contains(event->position());
    setCursor(grips ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void Chart::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_pressed < 0)
        return;
    const int mark = m_pressed;
    m_pressed = -1;
    markReleased(mark, m_dragged);
    const QList<ChartMark> all = marks();
    if (!m_dragged && mark < all.size())
        selectByUser(all.at(mark).id, event->modifiers() & Qt::ControlModifier);
}

void Chart::leaveEvent(QEvent* event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    const QList<ChartMark> all = marks();
    if (all.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Escape)
        QToolTip::hideText();
    const Qt::KeyboardModifiers strange = event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (strange == Qt::NoModifier) {
        if (markKey(m_current, event))
            return;
        switch (event->key()) {
        case Qt::Key_Up:
            setCurrentMark(m_current - 1);
            return;
        case Qt::Key_Down:
            setCurrentMark(m_current + 1);
            return;
        case Qt::Key_Space:
            selectByUser(all.at(m_current).id, event->modifiers() & Qt::ShiftModifier);
            return;
        default:
            break;
        }
    }
    QWidget::keyPressEvent(event);
}

void Chart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    setCurrentMark(m_current);
}

void Chart::focusOutEvent(QFocusEvent* event)
{
    leaveMark(m_current);
    QWidget::focusOutEvent(event);
    update();
}

void Chart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        emit marksChanged();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
}

bool Chart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int under = markAt(help->pos());
    if (under < 0) {
        QToolTip::hideText();
    } else {
        const ChartMark mark = marks().at(under);
        QToolTip::showText(help->globalPos(), wordsFor(mark), this, mark.area.united(mark.rect).toRect());
    }
    return true;
}

} // namespace placewright
