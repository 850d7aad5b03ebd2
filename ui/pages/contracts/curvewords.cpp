#include "ui/pages/contracts/curvewords.h"

#include "core/plan/names.h"
#include "core/words/phrases.h"
#include "ui/models/contractcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PayCurve)
};

// What the steepest stretch of a fifth's curve pays for one whole unit of the rate.
Money steepest(const ContractPayment& payment, const CurvePlace& place, int fifth)
{
    const OutcomeIndicator& terms = payment.terms.terms.indicators.at(place.indicator);
    const OutcomeThresholds& limits = terms.thresholds[static_cast<size_t>(fifth)];
    const OutcomeCell& cell =
        payment.years.at(place.year)
            .outcome.cell(place.area, place.indicator, payment.terms.indicators.size(), fifth);
    const std::optional<Ratio> before = rateBefore(payment, place, fifth);
    const Ratio least = std::min(limits.lower, before.value_or(limits.lower)) - Ratio(1);
    const Ratio most = std::max(limits.upper, before.value_or(limits.upper)) + Ratio(1);
    const QList<Ratio> bends = bendsOf(terms, fifth, before, least, most);
    Ratio slope;
    for (qsizetype i = 1; i < bends.size(); ++i) {
        const Ratio gained = attainmentAt(terms, fifth, bends.at(i), before).share -
                             attainmentAt(terms, fifth, bends.at(i - 1), before).share;
        const Ratio each = gained / (bends.at(i) - bends.at(i - 1));
        slope = std::max(slope, each.isNegative() ? -each : each);
    }
    return scaled(cell.pot, slope, Rounding::HalfAwayFromZero);
}

} // namespace

QString curveTitle(const ContractIndicator& indicator, const ContractPayment& payment,
                   const CurvePlace& place)
{
    const QString most = formatMoney(steepest(payment, place, 0));
    const QString least = formatMoney(steepest(payment, place, fifthCount - 1));
    if (isPercentage(indicator))
        return Words::tr("A point earns up to %1 in the most deprived fifth, %2 in the least")
            .arg(most, least);
    const QString per = formatDecimal(Ratio(indicator.per.value_or(1)), 0, Rounding::HalfAwayFromZero);
    return indicator.direction == indicatorDirection::lower
               ? Words::tr("One less per %1 earns up to %2 in the most deprived fifth, %3 in the least")
                     .arg(per, most, least)
               : Words::tr("One more per %1 earns up to %2 in the most deprived fifth, %3 in the least")
                     .arg(per, most, least);
}

QString curveCaption(const Plan& plan, const ContractIndicator& indicator, const ContractPayment& payment,
                     const CurvePlace& place)
{
    const Id area = payment.terms.areas.value(place.area);
    QString caption =
        area.isNull()
            ? Words::tr("%1: what each fifth earns at each level of attainment, £ in %2.")
                  .arg(indicator.name, payment.years.at(place.year).year)
            : Words::tr("%1 in %3: what each fifth earns at each level of attainment, £ in %2.")
                  .arg(indicator.name, payment.years.at(place.year).year, nameOf(plan, Area::type.id, area));
    if (!payment.terms.terms.indicators.at(place.indicator).improvementCredit.isZero())
        caption += u' ' + Words::tr("Improvement credit bends the foot of the line.");
    return caption;
}

QString curveSummary(const ContractIndicator& indicator, const PayCurveData& data)
{
    const auto said = [&](const PayCurveLine& line) {
        return line.now ? Words::tr("%1 earns %2 of %3 at %4")
                              .arg(line.name, formatMoney(line.paysNow), formatMoney(line.full),
                                   rateShown(indicator, *line.now, data.decimals))
                        : Words::tr("%1 has no result").arg(line.name);
    };
    return Words::tr("%1; %2.").arg(said(data.lines.first()), lowered(said(data.lines.last())));
}

} // namespace placewright
