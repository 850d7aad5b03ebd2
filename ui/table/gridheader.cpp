#include "ui/table/gridheader.h"

#include "ui/table/celldelegate.h"
#include "ui/table/roles.h"
#include "ui/theme/icons.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QAbstractItemModel>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace placewright {

namespace {

constexpr qreal arrowRoom = 14;

} // namespace

GridHeader::GridHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsClickable(true);
    setMinimumSectionSize(24);
    setSectionsMovable(false);
}

void GridHeader::setSorted(int column, Qt::SortOrder order)
{
    m_sorted = column;
    m_order = order;
    viewport()->update();
}

QSize GridHeader::sizeHint() const
{
    const int text =
        static_cast<int>(QFontMetricsF(textFont(TextSize::Caption, TextWeight::Strong)).height());
    return {QHeaderView::sizeHint().width(), std::max(space::header, text + 9)};
}

bool GridHeader::isRight(int section) const
{
    if (model()->headerData(section, Qt::Horizontal, HeaderFigureRole).toBool())
        return true;
    const QVariant alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
    return alignment.isValid() && (alignment.toInt() & Qt::AlignRight);
}

qreal GridHeader::wantedWidth(int column) const
{
    const QFontMetricsF metrics(textFont(TextSize::Caption, TextWeight::Strong));
    const CellInsets insets = cellInsets(column, model()->columnCount());
    const QString text = model()->headerData(column, Qt::Horizontal).toString();
    return insets.left + insets.right + std::ceil(metrics.horizontalAdvance(text)) +
           (column == m_sorted ? arrowRoom : 0);
}

void GridHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    const Tokens& tokens = tokensOf(this);
    painter->fillRect(rect, tokens.head);
    const CellInsets insets = cellInsets(section, count());
    QRectF room = QRectF(rect).adjusted(insets.left, 0, -insets.right, -1);
    const QFont font = textFont(TextSize::Caption, TextWeight::Strong);
    const QFontMetricsF metrics(font);
    const bool right = isRight(section);
    const bool sorted = section == m_sorted;
    if (sorted)
        room.adjust(0, 0, -arrowRoom, 0);
    const QString text = metrics.elidedText(model()->headerData(section, Qt::Horizontal).toString(),
                                            Qt::ElideRight, room.width());
    const qreal width = metrics.horizontalAdvance(text);
    const qreal x = right ? room.right() - width : room.left();
    painter->setFont(font);
    painter->setPen(tokens.text2);
    painter->drawText(QPointF(x, std::round(room.center().y() + (metrics.ascent() - metrics.descent()) / 2)),
                      text);
    if (sorted) {
        const QRectF place(x + width + 3, room.center().y() - 5, 10, 10);
        paintIcon(*painter, m_order == Qt::AscendingOrder ? Icon::ChevronUp : Icon::ChevronDown, place,
                  tokens.text, tokens.head);
    }
}

void GridHeader::paintEvent(QPaintEvent* event)
{
    const Tokens& tokens = tokensOf(this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens.head);
    painter.end();
    QHeaderView::paintEvent(event);
    painter.begin(viewport());
    painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), tokens.line2);
}

} // namespace placewright
