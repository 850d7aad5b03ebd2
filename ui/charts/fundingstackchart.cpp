#include "ui/charts/fundingstackchart.h"

#include "core/money/ratio.h"
#include "ui/charts/charttable.h"
#include "ui/charts/stackedbars.h"
#include "ui/theme/hatch.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal barHeight = 20;
constexpr qreal lineHeight = 19; // of the name above and the labels below
constexpr qreal labelGap = 12;

Money totalOf(const FundingPartner& partner)
{
    Money total;
    for (const FundingSegment& segment : partner.segments)
        total += segment.amount;
    return total;
}

size_t seriesOf(const FundingSegment& segment)
{
    return static_cast<size_t>(std::clamp(segment.series, 0, 5));
}

// One unit a chart: millions to two decimals, or thousands where nothing reaches a million.
QString amountOf(const FundingSegment& segment, bool inMillions)
{
    const qint64 unit = inMillions ? 100'000'000 : 100'000; // pence
    const QString amount =
        formatDecimal(Ratio(segment.amount.pence(), unit), inMillions ? 2 : 0, Rounding::HalfAwayFromZero);
    return u" £"_s + amount + (inMillions ? u'm' : u'k');
}

QString labelOf(const FundingSegment& segment, bool inMillions)
{
    return segment.label + amountOf(segment, inMillions);
}

bool reachesMillions(const QList<FundingPartner>& partners)
{
    return std::any_of(partners.begin(), partners.end(), [](const FundingPartner& partner) {
        return totalOf(partner) >= Money::fromPounds(1'000'000);
    });
}

qreal laneHeight()
{
    return lineHeight + barHeight + lineHeight;
}

QRectF plotIn(const QRectF& rect, qsizetype partners)
{
    return {rect.left() + space::inside, rect.top(), std::max(60.0, rect.width() - 2.0 * space::inside),
            laneHeight() * static_cast<qreal>(std::max<qsizetype>(1, partners))};
}

struct Label
{
    QString text;
    qreal x = 0; // left
    qreal width = 0;
    QColor colour;
    QString amount; // what the text ends with
};

// Where a row of labels is too long, the name of the longest is cut; its amount never is.
void fitLongest(QList<Label>& labels, qreal room, const QFontMetricsF& metrics)
{
    qreal needed = -labelGap;
    for (const Label& label : labels)
        needed += label.width + labelGap;
    if (labels.isEmpty() || needed <= room)
        return;
    Label& longest = *std::max_element(labels.begin(), labels.end(),
                                       [](const Label& a, const Label& b) { return a.width < b.width; });
    const qreal left = longest.width - (needed - room) - metrics.horizontalAdvance(longest.amount);
    const QString name = longest.text.chopped(longest.amount.size());
    longest.text = metrics.elidedText(name, Qt::ElideRight, std::max(0.0, left)) + longest.amount;
    longest.width = metrics.horizontalAdvance(longest.text);
}

// Labels under a bar stand under their part as far as there is room: first pushed right of one another, then back
// from the right edge.
void spread(QList<Label>& labels, qreal left, qreal right)
{
    qreal free = left;
    for (Label& label : labels) {
        label.x = std::max(label.x, free);
        free = label.x + label.width + labelGap;
    }
    qreal edge = right;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->x = std::min(label->x, edge - label->width);
        edge = label->x - labelGap;
    }
}

} // namespace

FundingStackChart::FundingStackChart(QWidget* parent)
    : Chart(parent)
    , m_bars(std::make_unique<StackedBars>())
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

FundingStackChart::~FundingStackChart() = default;

void FundingStackChart::setPartners(const QList<FundingPartner>& partners)
{
    m_partners = partners;
    Money all;
    QList<ChartTable::Row> rows;
    for (const FundingPartner& partner : partners) {
        for (const FundingSegment& segment : partner.segments) {
            const QString status = segment.indicative ? u"indicative"_s : QString();
            rows.append({segment.id,
                         {{partner.name, {}, {}, 0},
                          {segment.label, {}, {}, 0},
                          {formatAmount(segment.amount), segment.amount.pence(), status, 0},
                          {segment.indicative ? tr("indicative") : tr("confirmed"), {}, {}, 0}},
                         false});
        }
        all += totalOf(partner);
    }
    if (!rows.isEmpty())
        rows.append({{}, {{tr("Total"), {}, {}, 0}, {}, {formatAmount(all), all.pence(), {}, 0}, {}}, true});
    m_table->setRows({tr("Partner"), tr("Contribution"), tr("£"), tr("Status")}, rows);
    updateGeometry();
    dataChanged();
}

QAbstractItemModel* FundingStackChart::twinModel() const
{
    return m_table;
}

void FundingStackChart::layOutBars(const Tokens& tokens, const QRectF& rect) const
{
    QList<QList<StackedBars::Part>> bars;
    for (const FundingPartner& partner : m_partners) {
        QList<StackedBars::Part> parts;
        for (const FundingSegment& segment : partner.segments)
            parts.append({segment.amount.toDoubleForCharts(), tokens.series[seriesOf(segment)]});
        bars.append(parts);
    }
    m_bars->setBars(bars, tokens.base);
    m_bars->layOut(plotIn(rect, m_partners.size()), barHeight);
}

QList<ChartMark> FundingStackChart::marks() const
{
    layOutBars(tokensOf(this), rect());
    QList<ChartMark> all;
    for (int bar = 0; bar < m_partners.size(); ++bar) {
        const FundingPartner& partner = m_partners.at(bar);
        const Money total = totalOf(partner);
        for (int part = 0; part < partner.segments.size(); ++part) {
            const FundingSegment& segment = partner.segments.at(part);
            const QRectF rect = m_bars->partRect(bar, part);
            const QString share =
                total.isZero() ? QString() : formatPercent(Ratio::of(segment.amount, total));
            QString value =
                share.isEmpty()
                    ? formatMoney(segment.amount)
                    : tr("%1, %2 of what %3 pays in").arg(formatMoney(segment.amount), share, partner.name);
            if (segment.indicative)
                value = tr("%1; indicative").arg(value);
            const qreal spare = std::max(0.0, (space::target - rect.width()) / 2);
            const QRectF hit = rect.adjusted(0, -2, 0, 2);
            all.append({segment.id, tr("%1, %2").arg(partner.name, segment.label), value, hit,
                        hit.adjusted(-spare, 0, spare, 0), false});
        }
    }
    return all;
}

QSize FundingStackChart::sizeHint() const
{
    return {320,
            static_cast<int>(laneHeight() * static_cast<qreal>(std::max<qsizetype>(1, m_partners.size()))) +
                8};
}

QSize FundingStackChart::minimumSizeHint() const
{
    return {290, sizeHint().height()};
}

QSizeF FundingStackChart::exportSize() const
{
    return {std::max<qreal>(width(), 320), static_cast<qreal>(sizeHint().height())};
}

void FundingStackChart::paintChart(ChartCanvas& canvas) const
{
    layOutBars(canvas.tokens, canvas.rect);
    m_bars->paint(canvas.painter);
    for (int partner = 0; partner < m_partners.size(); ++partner)
        paintPartner(canvas, partner);
}

void FundingStackChart::paintPartner(ChartCanvas& canvas, int at) const
{
    const FundingPartner& partner = m_partners.at(at);
    const Tokens& tokens = canvas.tokens;
    const QRectF plot = plotIn(canvas.rect, m_partners.size());
    const qreal top = plot.top() + at * laneHeight();
    canvas.text(canvas.captionStrong, tokens.text, plot.left(), top + 9, partner.name);
    canvas.text(canvas.captionStrong, tokens.text, plot.right(), top + 9, formatMoney(totalOf(partner)),
                Qt::AlignRight);

    const bool inMillions = reachesMillions(m_partners);
    QList<Label> below;
    int firstMark = 0;
    for (int i = 0; i < at; ++i)
        firstMark += static_cast<int>(m_partners.at(i).segments.size());
    for (int part = 0; part < partner.segments.size(); ++part) {
        const FundingSegment& segment = partner.segments.at(part);
        const QRectF bar = m_bars->partRect(at, part);
        if (segment.indicative)
            paintHatch(canvas.painter, bar, tokens.base, 2);
        if (part > 0) // 2 px between touching marks
            canvas.painter.fillRect(QRectF(bar.left() - 1, bar.top() - 1, 2, bar.height() + 2), tokens.base);
        const bool selected = canvas.interactive && isSelected(segment.id);
        if (selected) {
            canvas.painter.setBrush(Qt::NoBrush);
            canvas.painter.setPen(QPen(tokens.text, 2));
            canvas.painter.drawRect(bar.adjusted(1, 1, -1, -1));
        }
        const int mark = firstMark + part;
        if (canvas.interactive && hasFocus() && currentMark() == mark)
            paintFocusRing(canvas, bar.adjusted(-1, -1, 1, 1));
        else if (canvas.interactive && hoveredMark() == mark)
            canvas.painter.fillRect(QRectF(bar.left(), bar.bottom() + 1, bar.width(), 2), tokens.text);

        const QString label = labelOf(segment, inMillions);
        const qreal width = canvas.width(canvas.caption, label);
        const bool inside = !segment.indicative && width + 12 <= bar.width();
        const QColor shade = segment.indicative ? tokens.text : tokens.seriesText[seriesOf(segment)];
        if (inside) {
            canvas.text(canvas.caption, tokens.onSeries[seriesOf(segment)], bar.left() + 6, bar.center().y(),
                        label);
        } else if (partner.segments.size() == 1 && bar.right() + 8 + width <= plot.right()) {
            canvas.text(canvas.caption, tokens.text, bar.right() + 8, bar.center().y(), label);
        } else {
            const bool coloured = shade != tokens.text;
            const qreal drawn = coloured ? canvas.width(canvas.captionStrong, label) : width;
            below.append({label, bar.center().x() - drawn / 2, drawn, shade, amountOf(segment, inMillions)});
        }
    }
    fitLongest(below, plot.width(), QFontMetricsF(canvas.captionStrong, canvas.painter.device()));
    spread(below, plot.left(), plot.right());
    for (const Label& label : below) {
        const QFont& font = label.colour == tokens.text ? canvas.caption : canvas.captionStrong;
        canvas.text(font, label.colour, label.x, top + lineHeight + barHeight + 9, label.text);
    }
}

} // namespace placewright
