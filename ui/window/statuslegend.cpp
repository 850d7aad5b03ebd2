#include "ui/window/statuslegend.h"

#include "ui/theme/icons.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace placewright {

namespace {

constexpr int markSize = 14;

struct Entry
{
    Icon mark;
    QString text;
};

QList<Entry> entries()
{
    return {{Icon::Indicative, StatusLegend::tr("indicative")},
            {Icon::Disputed, StatusLegend::tr("disputed")}};
}

} // namespace

StatusLegend::StatusLegend(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Legend: hatched square, indicative; diamond, disputed"));
}

QSize StatusLegend::sizeHint() const
{
    const QFontMetrics metrics(textFont(TextSize::Caption));
    int width = 0;
    for (const Entry& entry : entries())
        width += markSize + space::small + metrics.horizontalAdvance(entry.text) + space::between;
    return {width, space::statusBar};
}

void StatusLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    painter.setFont(textFont(TextSize::Caption));
    int x = 0;
    for (const Entry& entry : entries()) {
        paintIcon(painter, entry.mark, QRectF(x, (height() - markSize) / 2.0, markSize, markSize),
                  iconColour(entry.mark, tokens), tokens.nav);
        x += markSize + space::small;
        const int width = painter.fontMetrics().horizontalAdvance(entry.text);
        painter.setPen(tokens.text2);
        painter.drawText(QRect(x, 0, width + 1, height()), Qt::AlignVCenter, entry.text);
        x += width + space::between;
    }
}

} // namespace placewright
