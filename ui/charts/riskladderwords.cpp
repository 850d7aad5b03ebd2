// What the risk ladder says: its twin table, its marks and their words.
#include "core/money/ratio.h"
#include "ui/charts/charttable.h"
#include "ui/charts/riskladderchart.h"
#include "ui/table/roles.h"
#include "ui/theme/space.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

QString RiskLadderChart::changeText(Money variance)
{
    const QString text = formatAmount(variance);
    return variance > Money() ? u'+' + text : text;
}

QString RiskLadderChart::shareText(Money variance) const
{
    const QString text = formatPercent(Ratio::of(variance, m_data.fundTotal));
    return variance > Money() ? u'+' + text : text;
}

void RiskLadderChart::rebuild()
{
    QStringList header{tr("Where"), tr("Outturn against plan £"), tr("Of the fund")};
    const LadderData& present = shown();
    for (const LadderSeries& series : present.series)
        header.append(tr("%1 £", "who pays; a table header").arg(series.name));
    header.append(tr("Together £"));

    QList<LadderPoint> points = isEmpty() ? QList<LadderPoint>() : present.points;
    const auto isTest = [&](const LadderPoint& point) { return point.variance == present.test; };
    if (!isEmpty() && std::none_of(points.begin(), points.end(), isTest)) {
        const auto after = std::find_if(points.begin(), points.end(), [&](const LadderPoint& point) {
            return point.variance > present.test;
        });
        points.insert(after, LadderPoint{present.test, partsAt(present.test)});
    }
    QList<ChartTable::Row> rows;
    for (const LadderPoint& point : std::as_const(points)) {
        QStringList names;
        for (const LadderKink& kink : present.kinks) {
            if (kink.at == point.variance && !kink.label.isEmpty())
                names.append(kink.label);
        }
        const bool tested = isTest(point);
        if (tested)
            names.prepend(tr("Test"));
        const int plain = static_cast<int>(tested ? Emphasis::Strong : Emphasis::None);
        const auto amount = [](Money money, int emphasis) {
            return ChartTable::Cell{formatAmount(money), money.pence(), {}, emphasis};
        };
        QList<ChartTable::Cell> cells{
            {names.isEmpty() ? u"–"_s : names.join(tr("; ", "between two names")), {}, {}, plain},
            {changeText(point.variance), point.variance.pence(), {}, plain},
            {shareText(point.variance), point.variance.pence(), {}, plain}};
        Money together;
        for (qsizetype i = 0; i < present.series.size(); ++i) {
            const Money part = tested ? partsAt(present.test).value(i) : point.parts.value(i);
            const bool open = present.series.at(i).kind == LadderSeries::Kind::NotAgreed && !part.isZero();
            cells.append(amount(part, open ? static_cast<int>(Emphasis::Missed) : plain));
            together += part;
        }
        cells.append(amount(together, plain));
        rows.append({{}, cells, false});
    }
    m_table->setRows(header, rows);
    updateGeometry();
    dataChanged();
}

QString RiskLadderChart::partWords(int series, Money part) const
{
    const QString amount = formatMoney(part.abs());
    const bool under = part.isNegative() || (part.isZero() && variance().isNegative());
    switch (shown().series.at(series).kind) {
    case LadderSeries::Kind::Fund:
        return under ? tr("keeps %1").arg(amount) : tr("absorbs %1").arg(amount);
    case LadderSeries::Kind::Partner:
        return under ? tr("gets back %1").arg(amount) : tr("pays %1").arg(amount);
    case LadderSeries::Kind::NotAgreed:
        break;
    }
    return tr("nobody has agreed to pay %1").arg(amount);
}

QStringList RiskLadderChart::calloutLines() const
{
    if (shown().test == variance() && !shown().testLines.isEmpty())
        return shown().testLines;
    return {tr("%1 of the fund").arg(shareText(variance()))};
}

QString RiskLadderChart::handleWords() const
{
    return tr("%1; %2", "an outturn; what follows from it")
        .arg(formatChange(variance()), calloutLines().join(u' '));
}

QList<ChartMark> RiskLadderChart::marks() const
{
    QList<ChartMark> all;
    if (isEmpty())
        return all;
    const LadderData& present = shown();
    const Plot plot = plotIn(rect());
    const auto around = [](const QPointF& at) {
        constexpr qreal half = space::target / 2.0;
        return QRectF(at.x() - half, at.y() - half, space::target, space::target);
    };
    const auto atLeastTarget = [&](const QRectF& rect) { return rect.united(around(rect.center())); };
    const auto inPlot = [&](Money at) {
        return std::clamp(plot.x.pixel(at.toDoubleForCharts()), plot.rect.left(), plot.rect.right());
    };

    const QRectF handle = around({inPlot(variance()), plot.rect.bottom()});
    const QString outturn =
        present.fundName.isEmpty() ? tr("Outturn") : tr("%1, outturn", "a fund").arg(present.fundName);
    all.append({{}, outturn, handleWords(), handle, handle.united(plot.callout), present.adjustable});

    for (qsizetype i = 0; i < present.kinks.size(); ++i) {
        const LadderKink& kink = present.kinks.at(i);
        const QPointF onStrip(plot.strip.pixel(kink.at.toDoubleForCharts()), plot.stripBar.center().y());
        QRectF rect = around(inFocus(kink.at) ? QPointF(inPlot(kink.at), plot.rect.top()) : onStrip);
        for (const ChartLabel& label : plot.kinks) {
            if (label.id == QString::number(i))
                rect = atLeastTarget(label.rect);
        }
        all.append({{},
                    kink.label,
                    tr("%1, %2 of the fund").arg(formatChange(kink.at), shareText(kink.at)),
                    rect,
                    rect,
                    false});
    }

    const QList<Money> parts = partsNow();
    Money below;
    for (int i = 0; i < present.series.size(); ++i) {
        const Money part = parts.value(i);
        const double middle = (below.toDoubleForCharts() + (below + part).toDoubleForCharts()) / 2;
        const qreal y = std::clamp(plot.y.pixel(middle), plot.rect.top(), plot.rect.bottom());
        const QRectF rect = around({inPlot(variance()), y});
        QRectF area = rect;
        for (const ChartLabel& label : plot.ends) {
            if (label.id == QString::number(i))
                area = label.rect;
        }
        all.append({present.series.at(i).id, present.series.at(i).name,
                    tr("%1 at %2", "who pays how much; at what outturn")
                        .arg(partWords(i, part), formatChange(variance())),
                    rect, area, false});
        below += part;
    }

    all.append({{},
                tr("Shown above"),
                tr("%1 to %2 of the fund, %3 to %4", "a range; the same in pounds")
                    .arg(shareText(m_focusLeast), shareText(m_focusMost), formatChange(m_focusLeast),
                         formatChange(m_focusMost)),
                atLeastTarget(plot.window),
                plot.window,
                true});
    return all;
}

// The handle and the window, then what lies under the pointer: names, lines, areas.
int RiskLadderChart::markAt(const QPointF& pos) const
{
    if (isEmpty())
        return -1;
    const QList<ChartMark> all = marks();
    const Plot plot = plotIn(rect());
    if (all.first().rect.contains(pos))
        return 0;
    const QRectF strip(plot.stripBar.left(), plot.window.top(), plot.stripBar.width(), plot.window.height());
    if (strip.contains(pos) || plot.window.contains(pos))
        return markOf(Part::Window);
    for (int i = 0; i < shown().kinks.size(); ++i) {
        if (inFocus(shown().kinks.at(i).at) && all.at(markOf(Part::Kink, i)).rect.contains(pos))
            return markOf(Part::Kink, i);
    }
    if (plot.callout.contains(pos))
        return 0;
    for (const ChartLabel& label : plot.ends) {
        if (label.rect.contains(pos))
            return markOf(Part::Series, label.id.toInt());
    }
    if (!plot.rect.contains(pos))
        return -1;
    for (int i = 0; i < shown().kinks.size(); ++i) {
        const Money at = shown().kinks.at(i).at;
        if (inFocus(at) && std::abs(plot.x.pixel(at.toDoubleForCharts()) - pos.x()) < space::small)
            return markOf(Part::Kink, i);
    }
    const QList<QPolygonF> areas = areasIn(plot);
    for (int i = 0; i < areas.size(); ++i) {
        if (areas.at(i).containsPoint(pos, Qt::OddEvenFill))
            return markOf(Part::Series, i);
    }
    return -1;
}

} // namespace placewright
