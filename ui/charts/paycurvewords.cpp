// What the pay curve says: its twin table, its marks and their words.
#include "ui/charts/charttable.h"
#include "ui/charts/paycurvechart.h"
#include "ui/theme/space.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int finer = 2; // decimals beyond those shown, at most

qint64 powerOfTen(int places)
{
    qint64 power = 1;
    for (int i = 0; i < places; ++i)
        power *= 10;
    return power;
}

} // namespace

int PayCurveChart::exactPlaces(const Ratio& attainment, int least) const
{
    const int most = m_data.decimals + finer;
    const Ratio rounded(attainment.unitsAt(most, Rounding::HalfAwayFromZero), powerOfTen(most));
    int places = least;
    while (places < most &&
           Ratio(rounded.unitsAt(places, Rounding::HalfAwayFromZero), powerOfTen(places)) != rounded)
        ++places;
    return places;
}

QString PayCurveChart::figure(const Ratio& attainment) const
{
    return formatDecimal(attainment, m_data.decimals, Rounding::HalfAwayFromZero) + m_data.unit;
}

QString PayCurveChart::plainFigure(const Ratio& attainment) const
{
    return formatDecimal(attainment, exactPlaces(attainment, 0), Rounding::HalfAwayFromZero) + m_data.unit;
}

QString PayCurveChart::earnsWords(int line, bool brief) const
{
    const std::optional<Ratio> attainment = attainmentOf(line);
    const QString full = formatMoney(shown().lines.at(line).full);
    if (!attainment)
        return tr("earns up to %1", "an amount").arg(full);
    const QString earned = formatMoney(paysAt(line, *attainment));
    return brief ? tr("earns %1", "an amount").arg(earned)
                 : tr("earns %1 of %2", "two amounts").arg(earned, full);
}

QString PayCurveChart::markWords(int at) const
{
    const PayCurveLine& line = shown().lines.at(at);
    const std::optional<Ratio> attainment = attainmentOf(at);
    QStringList parts;
    if (attainment)
        parts.append(tr("%1 %2", "a result; what it earns").arg(figure(*attainment), earnsWords(at)));
    else
        parts << tr("not known") << earnsWords(at);
    if (!line.nowDetail.isEmpty() && attainment == line.now)
        parts.append(line.nowDetail);
    if (line.low)
        parts.append(tr("low %1", "a result").arg(figure(*line.low)));
    if (line.high)
        parts.append(tr("high %1", "a result").arg(figure(*line.high)));
    return parts.join(tr("; ", "between what is said of a mark"));
}

void PayCurveChart::rebuild()
{
    const PayCurveData& present = shown();
    struct Column
    {
        QString header;
        std::optional<Ratio> PayCurveLine::*of;
    };
    QList<Column> columns{{tr("Lower threshold"), &PayCurveLine::lower},
                          {tr("Upper threshold"), &PayCurveLine::upper},
                          {tr("Low"), &PayCurveLine::low},
                          {tr("High"), &PayCurveLine::high}};
    columns.removeIf([&](const Column& column) {
        return std::none_of(present.lines.begin(), present.lines.end(),
                            [&](const PayCurveLine& line) { return (line.*column.of).has_value(); });
    });
    columns.prepend({tr("Now", "the present result"), &PayCurveLine::now});

    int places = m_data.decimals; // the exact figure, all with as many decimals
    for (const PayCurveLine& line : present.lines) {
        for (const Column& column : std::as_const(columns)) {
            if (const std::optional<Ratio>& attainment = line.*column.of)
                places = std::max(places, exactPlaces(*attainment, m_data.decimals));
        }
    }
    const auto attainmentCell = [&](const std::optional<Ratio>& attainment, const QString& otherwise) {
        if (!attainment)
            return ChartTable::Cell{otherwise, {}, {}, 0};
        return ChartTable::Cell{formatDecimal(*attainment, places, Rounding::HalfAwayFromZero) + present.unit,
                                attainment->unitsAt(places, Rounding::HalfAwayFromZero),
                                {},
                                0};
    };
    const auto moneyCell = [](Money amount) {
        return ChartTable::Cell{formatAmount(amount), amount.pence(), {}, 0};
    };
    QStringList header{present.linesName.isEmpty() ? tr("Line") : present.linesName, columns.first().header,
                       tr("Earns £"), tr("Full £")};
    for (const Column& column : std::as_const(columns).mid(1))
        header.append(column.header);
    QList<ChartTable::Row> rows;
    for (const PayCurveLine& line : present.lines) {
        QList<ChartTable::Cell> cells{{line.name, {}, {}, 0},
                                      attainmentCell(line.now, tr("not known")),
                                      line.now ? moneyCell(line.paysNow)
                                               : ChartTable::Cell{tr("not known"), {}, {}, 0},
                                      moneyCell(line.full)};
        for (const Column& column : std::as_const(columns).mid(1))
            cells.append(attainmentCell(line.*column.of, u"–"_s));
        rows.append({line.id, cells, false});
    }
    m_table->setRows(header, isEmpty() ? QList<ChartTable::Row>() : rows);
    updateGeometry();
    dataChanged();
}

QList<ChartMark> PayCurveChart::marks() const
{
    QList<ChartMark> all;
    if (isEmpty())
        return all;
    const Plot plot = plotIn(rect());
    for (int i = 0; i < shown().lines.size(); ++i) {
        const PayCurveLine& line = shown().lines.at(i);
        const std::optional<QPointF> dot = dotOf(i, plot);
        QRectF area;
        for (const ChartLabel& label : plot.ends) {
            if (label.id == line.id)
                area = label.rect;
        }
        const QPointF at = dot.value_or(area.isNull() ? plot.rect.center() : area.center());
        constexpr qreal half = space::target / 2.0;
        const QRectF rect(at.x() - half, at.y() - half, space::target, space::target);
        all.append({line.id, line.name, markWords(i), dot ? rect : rect.united(area), area,
                    m_data.adjustable && dot.has_value()});
    }
    return all;
}

} // namespace placewright
