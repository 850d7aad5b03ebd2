#include "ui/charts/stackedbars.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsScene>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QPen>
#include <QValueAxis>

#include <algorithm>

namespace placewright {

namespace {

// Qt Charts counts lanes from below.
qsizetype laneOf(qsizetype bar, qsizetype bars)
{
    return bars - 1 - bar;
}

} // namespace

struct StackedBars::Backend
{
    QGraphicsScene scene;
    QChart* chart = new QChart; // the scene owns it
    QValueAxis* values = new QValueAxis(chart);
    QBarCategoryAxis* lanes = new QBarCategoryAxis(chart);
    QHorizontalStackedBarSeries* series = nullptr;
    QList<QList<Part>> bars;
    QRectF plot;
    qreal barHeight = 20;
};

StackedBars::StackedBars()
    : m_backend(std::make_unique<Backend>())
{
    QChart* chart = m_backend->chart;
    m_backend->scene.addItem(chart);
    chart->legend()->hide();
    chart->setBackgroundVisible(false);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setMargins({});
    chart->setContentsMargins(0, 0, 0, 0);
    chart->addAxis(m_backend->values, Qt::AlignBottom);
    chart->addAxis(m_backend->lanes, Qt::AlignLeft);
    m_backend->values->setVisible(false);
    m_backend->lanes->setVisible(false);
}

StackedBars::~StackedBars() = default;

void StackedBars::setBars(const QList<QList<Part>>& bars, const QColor& gap)
{
    QChart* chart = m_backend->chart;
    m_backend->bars = bars;
    chart->removeAllSeries();
    m_backend->series = new QHorizontalStackedBarSeries;

    // A bar set has one colour, so each part of each bar is a set of its own, nothing in the other lanes.
    double longest = 0;
    QStringList names;
    for (qsizetype bar = 0; bar < bars.size(); ++bar) {
        double length = 0;
        for (const Part& part : bars.at(bar)) {
            auto* set = new QBarSet(QString::number(bar));
            for (qsizetype lane = 0; lane < bars.size(); ++lane)
                set->append(lane == laneOf(bar, bars.size()) ? part.value : 0.0);
            set->setBrush(part.colour);
            set->setPen(QPen(gap, 0));
            m_backend->series->append(set);
            length += part.value;
        }
        longest = std::max(longest, length);
        names.append(QString::number(bar));
    }
    chart->addSeries(m_backend->series);
    m_backend->lanes->clear();
    m_backend->lanes->append(names);
    m_backend->values->setRange(0, longest > 0 ? longest : 1);
    m_backend->series->attachAxis(m_backend->values);
    m_backend->series->attachAxis(m_backend->lanes);
}

void StackedBars::layOut(const QRectF& plot, qreal barHeight)
{
    m_backend->plot = plot;
    m_backend->barHeight = barHeight;
    if (!m_backend->series || m_backend->bars.isEmpty())
        return;
    const qreal lane = plot.height() / static_cast<qreal>(m_backend->bars.size());
    m_backend->series->setBarWidth(std::min(1.0, barHeight / lane));
    m_backend->chart->setGeometry(QRectF(QPointF(), QSizeF(plot.right() + 1, plot.bottom() + 1)));
    m_backend->chart->setPlotArea(plot);
}

QRectF StackedBars::partRect(int bar, int part) const
{
    if (!m_backend->series)
        return {};
    double start = 0;
    for (int i = 0; i < part; ++i)
        start += m_backend->bars.at(bar).at(i).value;
    const double end = start + m_backend->bars.at(bar).at(part).value;
    const auto lane = static_cast<qreal>(laneOf(bar, m_backend->bars.size()));
    const QPointF left = m_backend->chart->mapToPosition(QPointF(start, lane), m_backend->series);
    const QPointF right = m_backend->chart->mapToPosition(QPointF(end, lane), m_backend->series);
    const qreal half = m_backend->barHeight / 2;
    return {QPointF(left.x(), left.y() - half), QPointF(right.x(), right.y() + half)};
}

void StackedBars::paint(QPainter& painter)
{
    if (m_backend->bars.isEmpty())
        return;
    const QRectF all(QPointF(), m_backend->chart->size());
    m_backend->scene.render(&painter, all, all);
}

} // namespace placewright
