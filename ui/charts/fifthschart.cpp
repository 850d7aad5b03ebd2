#include "ui/charts/fifthschart.h"

#include "core/money/apportion.h"
#include "ui/charts/charttable.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal barHeight = 12;
constexpr qreal laneHeight = 2 * barHeight + 8;
constexpr qreal edge = 1.5; // of a hollow bar

// One column of shares as it is written; all "not known" where one is.
QStringList shownColumn(const QList<std::optional<Ratio>>& shares)
{
    QList<Ratio> known;
    QList<int> ranks;
    for (const std::optional<Ratio>& share : shares) {
        if (!share || share->isNegative())
            return QStringList(shares.size(), FifthsChart::tr("not known"));
        ranks.append(static_cast<int>(known.size()));
        known.append(*share);
    }
    QStringList texts;
    if (known.isEmpty())
        return texts;
    for (const qint64 tenths : shownShares(known, 1, ranks))
        texts.append(formatPercent(Ratio(tenths, 1000)));
    return texts;
}

double forDrawing(const std::optional<Ratio>& share)
{
    return share ? std::max(0.0, share->toDoubleForCharts()) : 0;
}

} // namespace

FifthsChart::FifthsChart(QWidget* parent)
    : Chart(parent)
    , m_table(new ChartTable(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FifthsChart::setFifths(const QList<FifthBar>& fifths)
{
    QList<std::optional<Ratio>> people;
    QList<std::optional<Ratio>> need;
    QList<std::optional<Ratio>> money;
    for (const FifthBar& fifth : fifths) {
        people.append(fifth.people);
        need.append(fifth.need);
        money.append(fifth.money);
    }
    const QStringList peopleTexts = shownColumn(people);
    const QStringList needTexts = shownColumn(need);
    const QStringList moneyTexts = shownColumn(money);
    m_rows.clear();
    m_most = 0;
    QList<ChartTable::Row> rows;
    const auto cell = [](const QString& text, const std::optional<Ratio>& share) {
        const QVariant number = share ? QVariant(share->toDoubleForCharts()) : QVariant();
        return ChartTable::Cell{text, number, {}, 0};
    };
    for (qsizetype i = 0; i < fifths.size(); ++i) {
        const QString name = i == 0                   ? tr("1 most deprived")
                             : i == fifths.size() - 1 ? tr("%1 least deprived").arg(i + 1)
                                                      : QString::number(i + 1);
        m_rows.append({fifths.at(i).id, name, peopleTexts.at(i), needTexts.at(i), moneyTexts.at(i),
                       forDrawing(need.at(i)), forDrawing(money.at(i))});
        m_most = std::max({m_most, m_rows.last().needShare, m_rows.last().moneyShare});
        rows.append({fifths.at(i).id,
                     {{name, {}, {}, 0},
                      cell(peopleTexts.at(i), people.at(i)),
                      cell(needTexts.at(i), need.at(i)),
                      cell(moneyTexts.at(i), money.at(i))},
                     false});
    }
    m_table->setRows({tr("Fifth"), tr("People"), tr("Need"), tr("Money")}, rows);
    updateGeometry();
    dataChanged();
}

QAbstractItemModel* FifthsChart::twinModel() const
{
    return m_table;
}

QString FifthsChart::needText(int fifth) const
{
    return m_rows.value(fifth).need;
}

QString FifthsChart::moneyText(int fifth) const
{
    return m_rows.value(fifth).money;
}

FifthsChart::Lane FifthsChart::laneIn(const QRectF& rect, int row) const
{
    const QFontMetricsF caption(textFont(TextSize::Caption));
    const QFontMetricsF strong(figureFont(TextSize::Caption, TextWeight::Strong));
    qreal names = 0;
    for (const Row& each : m_rows)
        names = std::max(names, caption.horizontalAdvance(each.name));
    const qreal left = rect.left() + space::inside + names + space::between;
    const qreal labels = strong.horizontalAdvance(tr("%1 money").arg(u"100.0%"_s)) + space::medium;
    const qreal right = std::max(left + 40, rect.right() - space::inside - labels);
    const qreal top = rect.top() + space::small + row * laneHeight;
    const Row& of = m_rows.at(row);
    const auto wide = [&](double share) {
        return m_most > 0 ? std::max(1.0, (right - left) * share / m_most) : 1.0;
    };
    Lane lane;
    lane.whole = QRectF(rect.left(), top, rect.width(), laneHeight);
    lane.need = QRectF(left, top + 3, wide(of.needShare), barHeight);
    lane.money = QRectF(left, top + 3 + barHeight + space::tiny, wide(of.moneyShare), barHeight);
    return lane;
}

QList<ChartMark> FifthsChart::marks() const
{
    QList<ChartMark> all;
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows.at(i);
        const Lane lane = laneIn(rect(), i);
        all.append(
            {row.id, tr("Fifth %1").arg(row.name),
             tr("%1 of the people, %2 of the need, %3 of the money").arg(row.people, row.need, row.money),
             lane.need.united(lane.money).adjusted(-2, -1, 2, 1), lane.whole, false});
    }
    return all;
}

QSize FifthsChart::sizeHint() const
{
    const auto rows = static_cast<qreal>(std::max<qsizetype>(5, m_rows.size()));
    return {360, static_cast<int>(rows * laneHeight) + 2 * space::small};
}

QSize FifthsChart::minimumSizeHint() const
{
    return {280, sizeHint().height()};
}

QSizeF FifthsChart::exportSize() const
{
    return {std::max<qreal>(width(), 360), static_cast<qreal>(sizeHint().height())};
}

void FifthsChart::paintChart(ChartCanvas& canvas) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        paintRow(canvas, row);
    if (m_rows.isEmpty())
        return;
    const Lane first = laneIn(canvas.rect, 0);
    const Lane last = laneIn(canvas.rect, static_cast<int>(m_rows.size()) - 1);
    canvas.painter.fillRect(
        QRectF(first.need.left() - 1, first.whole.top(), 1, last.whole.bottom() - first.whole.top()),
        canvas.tokens.border);
}

void FifthsChart::paintRow(ChartCanvas& canvas, int at) const
{
    const Row& row = m_rows.at(at);
    const Tokens& tokens = canvas.tokens;
    const Lane lane = laneIn(canvas.rect, at);
    QPainter& painter = canvas.painter;
    const bool selected = canvas.interactive && isSelected(row.id);
    if (selected)
        painter.fillRect(lane.whole, tokens.selection);
    else if (canvas.interactive && hoveredMark() == at)
        painter.fillRect(lane.whole, tokens.alt);
    const QColor ink = selected ? tokens.onSelection : tokens.text;
    canvas.text(canvas.caption, ink, lane.whole.left() + space::inside, lane.need.bottom() + 1, row.name);
    painter.setBrush(tokens.base);
    painter.setPen(QPen(tokens.text, edge));
    painter.drawRect(lane.need.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2));
    painter.fillRect(lane.money, tokens.series[0]);
    const bool named = at == 0; // which bar is which
    canvas.text(canvas.caption, ink, lane.need.right() + space::medium, lane.need.center().y(),
                named ? tr("%1 need").arg(row.need) : row.need);
    canvas.text(canvas.captionStrong, ink, lane.money.right() + space::medium, lane.money.center().y(),
                named ? tr("%1 money").arg(row.money) : row.money);
    if (canvas.interactive && hasFocus() && currentMark() == at)
        paintFocusRing(canvas, lane.need.united(lane.money).adjusted(-1, -1, 1, 1));
}

} // namespace placewright
