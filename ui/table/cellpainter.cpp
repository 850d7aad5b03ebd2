#include "ui/table/cellpainter.h"

#include "ui/table/celldelegate.h"
#include "ui/table/gridproxy.h"
#include "ui/theme/hatch.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal markGap = 7;
constexpr qreal arrowWidth = 15;
constexpr qreal levelIndent = 16;
constexpr qreal secondaryGap = 10;

qreal sizeOfMark(Icon mark)
{
    switch (mark) {
    case Icon::None:
        return 0;
    case Icon::Gain:
    case Icon::Loss:
        return 9;
    case Icon::Indicative:
        return 12;
    case Icon::Disputed:
        return 11;
    default:
        return 14;
    }
}

Icon statusMark(const QString& status)
{
    if (status == u"indicative"_s)
        return Icon::Indicative;
    return status == u"disputed"_s ? Icon::Disputed : Icon::None;
}

// The focused cell of a selected range keeps its own ground, as in a spreadsheet; a focused row does not.
bool standsOut(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return (option.state & QStyle::State_HasFocus) && view &&
           view->selectionBehavior() == QAbstractItemView::SelectItems;
}

// Rows of a group are indented where their names stand: in the column that stretches, else in the first.
int indentedColumn(const QAbstractItemModel& model)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal, HeaderStretchRole).toBool())
            return column;
    }
    return 0;
}

bool strongBy(Emphasis emphasis)
{
    return emphasis == Emphasis::Strong || emphasis == Emphasis::Missed || emphasis == Emphasis::Gain ||
           emphasis == Emphasis::Loss;
}

} // namespace

CellPainter::CellPainter(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index)
    : m_painter(painter)
    , m_option(option)
    , m_index(index)
    , m_tokens(tokensOf(option.palette))
    , m_rect(QRectF(option.rect).adjusted(0, 0, 0, -1))
    , m_selected((option.state & QStyle::State_Selected) && !standsOut(option))
    , m_indicative(index.data(StatusRole).toString() == u"indicative"_s)
    , m_content(contentOf(index, m_tokens, m_selected))
{
}

CellPainter::Content CellPainter::contentOf(const QModelIndex& index, const Tokens& tokens, bool selected)
{
    Content content;
    const auto emphasis = static_cast<Emphasis>(index.data(EmphasisRole).toInt());
    const bool group = index.siblingAtColumn(0).data(GroupRole).toBool();
    const bool total = index.siblingAtColumn(0).data(TotalRole).toBool();
    const bool link = index.data(LinkRole).toBool();
    content.text = index.data(Qt::DisplayRole).toString().replace(u'\n', u' ');
    content.secondary = index.data(SecondaryTextRole).toString();
    content.right = isFigure(index);
    content.arrow = carriesGroupArrow(index);
    const bool strong = (group && emphasis != Emphasis::Secondary) || total || strongBy(emphasis);
    const TextWeight weight = strong ? TextWeight::Strong : TextWeight::Normal;
    content.font = content.right ? figureFont(TextSize::Body, weight) : textFont(TextSize::Body, weight);
    content.font.setUnderline(link);
    if (index.column() == indentedColumn(*index.model()) && !group)
        content.indent = static_cast<int>(index.data(LevelRole).toInt() * levelIndent);

    content.colour = tokens.text;
    if (emphasis == Emphasis::Secondary || (index.data(ComputedRole).toBool() && !strong))
        content.colour = tokens.text2;
    else if (emphasis == Emphasis::Missed || emphasis == Emphasis::Loss)
        content.colour = tokens.missed;
    else if (emphasis == Emphasis::Met || emphasis == Emphasis::Gain || link)
        content.colour = tokens.accent;
    if (selected && tokens.kind == ThemeKind::HighContrast)
        content.colour = tokens.onSelection;

    content.mark = static_cast<Icon>(index.data(MarkRole).toInt());
    if (content.mark == Icon::None)
        content.mark = statusMark(index.data(StatusRole).toString());
    if (content.mark == Icon::None && emphasis == Emphasis::Gain)
        content.mark = Icon::Gain;
    if (content.mark == Icon::None && emphasis == Emphasis::Loss)
        content.mark = Icon::Loss;
    const bool change = content.mark == Icon::Gain || content.mark == Icon::Loss;
    const bool onYellow = selected && tokens.kind == ThemeKind::HighContrast;
    if (change || onYellow)
        content.markColour = content.colour;
    else
        content.markColour =
            content.mark == Icon::Indicative ? tokens.text2 : iconColour(content.mark, tokens);
    content.markSize = sizeOfMark(content.mark);
    return content;
}

qreal CellPainter::wantedWidth(const QModelIndex& index)
{
    const Content content = contentOf(index, tokensFor(ThemeKind::Light), false);
    const CellInsets insets = cellInsets(index);
    const QFontMetricsF metrics(content.font);
    qreal width =
        insets.left + insets.right + content.indent + std::ceil(metrics.horizontalAdvance(content.text));
    if (content.mark != Icon::None)
        width += content.markSize + markGap + 2;
    if (content.arrow)
        width += arrowWidth;
    if (!content.secondary.isEmpty())
        width += secondaryGap + QFontMetricsF(textFont(TextSize::Body)).horizontalAdvance(content.secondary);
    return width;
}

void CellPainter::paint()
{
    m_painter.save();
    m_painter.setClipRect(m_option.rect, Qt::IntersectClip);
    paintGround();
    const CellInsets insets = cellInsets(m_index);
    const int span = std::max(1, m_index.data(SpanRole).toInt());
    const int last = std::min(m_index.column() + span, m_index.model()->columnCount()) - 1;
    const int right = cellInsets(last, m_index.model()->columnCount()).right;
    QRectF room = m_rect.adjusted(insets.left + m_content.indent, 0, -right, 0);
    paintBar(room);
    paintContent(room);
    paintFrames();
    m_painter.restore();
}

void CellPainter::paintGround()
{
    const bool group = m_index.siblingAtColumn(0).data(GroupRole).toBool();
    const bool tinted = group || m_index.data(ComputedRole).toBool();
    m_ground = m_selected ? m_tokens.selection : tinted ? m_tokens.alt : m_tokens.base;
    m_painter.fillRect(m_option.rect, m_ground);
    if (m_indicative)
        paintHatch(m_painter, m_rect,
                   m_selected && m_tokens.kind == ThemeKind::HighContrast ? m_tokens.onSelection
                                                                          : m_tokens.hatch);
    const QRectF whole = m_option.rect;
    m_painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), m_tokens.line);
}

void CellPainter::paintBar(QRectF& room)
{
    const QVariant share = m_index.data(BarRole);
    if (!share.isValid())
        return;
    qreal figureWidth = 0;
    if (!m_content.text.isEmpty())
        figureWidth = QFontMetricsF(m_content.font).horizontalAdvance(m_content.text) + 2 * space::medium;
    const qreal most = std::max(0.0, room.width() - figureWidth);
    const qreal width = most * std::clamp(share.toDouble(), 0.0, 1.0);
    const QRectF bar(room.left(), std::round(m_rect.center().y() - 5), width, 10);
    m_painter.fillRect(bar, m_tokens.series[0]);
    const qreal hatched = width * std::clamp(m_index.data(BarHatchedRole).toDouble(), 0.0, 1.0);
    paintHatch(m_painter, bar.adjusted(width - hatched, 0, 0, 0), m_tokens.base, 2);
}

void CellPainter::paintContent(const QRectF& room)
{
    const QFontMetricsF metrics(m_content.font);
    const qreal lead = (m_content.mark == Icon::None ? 0 : m_content.markSize + markGap) +
                       (m_content.arrow ? arrowWidth : 0);
    QString text = m_content.text;
    const qreal textRoom = room.width() - lead;
    qreal width = metrics.horizontalAdvance(text);
    if (!m_content.right && width > textRoom) {
        text = metrics.elidedText(text, Qt::ElideRight, textRoom);
        width = metrics.horizontalAdvance(text);
    }
    qreal x = m_content.right ? room.right() - width : room.left() + lead;
    const qreal middle = m_rect.center().y();
    const qreal baseline = std::round(middle + (metrics.ascent() - metrics.descent()) / 2);

    if (m_indicative && !text.isEmpty()) {
        const qreal high = m_rect.height() - 6;
        m_painter.fillRect(QRectF(x - 4, middle - high / 2, width + 8, high), m_ground);
    }
    if (m_content.mark != Icon::None) {
        const qreal size = m_content.markSize;
        const QRectF place(x - markGap - size, middle - size / 2, size, size);
        if (m_content.mark == Icon::Indicative)
            m_painter.fillRect(place.adjusted(-1, -1, 1, 1), m_ground);
        paintIcon(m_painter, m_content.mark, place, m_content.markColour, m_ground);
    }
    if (m_content.arrow) {
        const auto* proxy = qobject_cast<const GridProxy*>(m_index.model());
        const bool collapsed = proxy && proxy->isCollapsed(m_index.data(IdRole).toString());
        const QRectF place(room.left() - 2, middle - 5, 10, 10);
        paintIcon(m_painter, collapsed ? Icon::Collapsed : Icon::Expanded, place, m_tokens.text2, m_ground);
    }
    m_painter.setFont(m_content.font);
    m_painter.setPen(m_content.colour);
    m_painter.drawText(QPointF(x, baseline), text);

    if (m_content.secondary.isEmpty() || m_content.right)
        return;
    x += width + secondaryGap;
    m_painter.setFont(textFont(TextSize::Body));
    m_painter.setPen(m_selected ? m_content.colour : m_tokens.text2);
    const QFontMetricsF plain(m_painter.font());
    m_painter.drawText(QPointF(x, baseline),
                       plain.elidedText(m_content.secondary, Qt::ElideRight, room.right() - x));
}

void CellPainter::paintFrames()
{
    const bool problem = !m_index.data(ProblemRole).toString().isEmpty();
    const bool focused = m_option.state & QStyle::State_HasFocus;
    if (!problem && !focused)
        return;
    const bool onYellow = m_selected && m_tokens.kind == ThemeKind::HighContrast;
    const QColor focus = onYellow ? m_tokens.onSelection : m_tokens.accent;
    m_painter.setPen(
        QPen(problem && !focused ? m_tokens.wrong : focus, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(m_rect.adjusted(1, 1, -1, -1));
}

} // namespace placewright
