#include "ui/pages/contracts/paycurvedata.h"

#include "ui/models/contractcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PayCurve)
};

constexpr auto nearest = Rounding::HalfAwayFromZero;
constexpr int mostPlaces = 4;

qsizetype indicatorsOf(const ContractPayment& payment)
{
    return payment.terms.indicators.size();
}

const OutcomeIndicator& indicatorAt(const ContractPayment& payment, const CurvePlace& place)
{
    return payment.terms.terms.indicators.at(place.indicator);
}

std::span<const OutcomeResult, fifthCount> resultsAt(const ContractPayment& payment, const CurvePlace& place)
{
    const OutcomeYear& figures = payment.terms.years.at(place.year).figures;
    const OutcomeResult* first =
        figures.results.constData() +
        (place.area * indicatorsOf(payment) + place.indicator) * static_cast<qsizetype>(fifthCount);
    return std::span<const OutcomeResult, fifthCount>(first, fifthCount);
}

MeasuredFifths measuredAt(const ContractPayment& payment, const CurvePlace& place)
{
    return measured(resultsAt(payment, place), payment.terms.terms.smallEligible);
}

std::optional<Ratio> rateOf(const OutcomeIndicator& indicator, qint64 counted, qint64 eligible)
{
    if (eligible <= 0 || counted < 0)
        return std::nullopt;
    return Ratio(indicator.per) * Ratio(counted, eligible);
}

std::optional<Ratio> measuredRate(const ContractPayment* payment, const CurvePlace& place, int fifth)
{
    if (!payment || !payment->isPaid())
        return std::nullopt;
    const OutcomeResult result = measuredAt(*payment, place).results[static_cast<size_t>(fifth)];
    return rateOf(indicatorAt(*payment, place), result.counted, result.eligible);
}

QString countWords(const OutcomeResult& result, bool people)
{
    const QString counted = formatDecimal(Ratio(result.counted), 0, nearest);
    const QString eligible = formatDecimal(Ratio(result.eligible), 0, nearest);
    return people ? Words::tr("%1 of %2 people").arg(counted, eligible)
                  : Words::tr("%1 among %2 people").arg(counted, eligible);
}

// The thresholds with room beside them, and every dot.
void setRange(PayCurveData& data, const OutcomeIndicator& indicator, bool people)
{
    std::optional<Ratio> low;
    std::optional<Ratio> high;
    const auto take = [&](const std::optional<Ratio>& rate) {
        if (!rate)
            return;
        low = low ? std::min(*low, *rate) : *rate;
        high = high ? std::max(*high, *rate) : *rate;
    };
    for (const OutcomeThresholds& limits : indicator.thresholds) {
        take(limits.lower);
        take(limits.upper);
    }
    const Ratio span = *high - *low;
    int places = 0;
    Ratio unit(1);
    for (; span < Ratio(2) * unit && places < mostPlaces; ++places)
        unit = unit / Ratio(10);
    data.decimals = places + 1;
    data.step = unit / Ratio(10);
    const Ratio room = span * Ratio(45, 100);
    const Ratio least = *low - room;
    const Ratio most = *high + room;
    for (const PayCurveLine& line : data.lines)
        for (const std::optional<Ratio>& rate : {line.now, line.low, line.high})
            take(rate);
    const auto inUnits = [&](const Ratio& rate, Rounding rounding) {
        return Ratio((rate / unit).unitsAt(0, rounding)) * unit;
    };
    data.least = std::max(Ratio(0), inUnits(std::min(least, *low - unit), Rounding::Down));
    data.most = inUnits(std::max(most, *high + unit), Rounding::Up);
    if (people)
        data.most = std::min(data.most, Ratio(indicator.per));
}

} // namespace

std::optional<Ratio> rateOfAll(const ContractPayment& payment, const CurvePlace& place)
{
    const ContractYear* year =
        payment.terms.years.size() > place.year ? &payment.terms.years.at(place.year) : nullptr;
    if (!year || !payment.isPaid())
        return std::nullopt;
    qint64 counted = 0;
    qint64 eligible = 0;
    for (qsizetype area = 0; area < year->figures.areas.size(); ++area)
        for (const OutcomeResult& result : resultsAt(payment, {place.year, area, place.indicator})) {
            counted += result.counted;
            eligible += result.eligible;
        }
    return rateOf(indicatorAt(payment, place), counted, eligible);
}

QList<Ratio> bendsOf(const OutcomeIndicator& indicator, int fifth, const std::optional<Ratio>& before,
                     const Ratio& least, const Ratio& most)
{
    const OutcomeThresholds& limits = indicator.thresholds[static_cast<size_t>(fifth)];
    QList<Ratio> places{limits.lower, limits.upper};
    const bool canImprove =
        before && (indicator.higherIsBetter ? *before < limits.upper : *before > limits.upper);
    if (canImprove && !indicator.improvementCredit.isZero()) {
        places.append(*before);
        // Where the gain on last year, times its credit, earns as much as the distance from the lower threshold.
        const Ratio steep = Ratio(1) / (limits.upper - limits.lower);
        const Ratio credited = indicator.improvementCredit / (limits.upper - *before);
        if (steep != credited)
            places.append((steep * limits.lower - credited * *before) / (steep - credited));
    }
    QList<Ratio> bends{least};
    std::sort(places.begin(), places.end());
    for (const Ratio& place : std::as_const(places))
        if (place > bends.last() && place < most)
            bends.append(place);
    bends.append(most);
    return bends;
}

std::optional<Ratio> rateBefore(const ContractPayment& payment, const CurvePlace& place, int fifth)
{
    const OutcomeResult result = measuredAt(payment, place).results[static_cast<size_t>(fifth)];
    return rateOf(indicatorAt(payment, place), result.baseline,
                  result.baselineEligible < 0 ? result.eligible : result.baselineEligible);
}

PayCurveData payCurveData(const Plan& plan, const ContractPayment& payment, const CurvePlace& place,
                          const CurveRange& range, bool adjustable)
{
    const OutcomeIndicator& terms = indicatorAt(payment, place);
    const ContractIndicator& indicator =
        *plan.contractIndicators.find(payment.terms.indicators.at(place.indicator));
    const bool people = indicator.counts == indicatorCounts::people;
    const MeasuredFifths likely = measuredAt(payment, place);
    const OutcomePayment& paid = payment.years.at(place.year).outcome;

    PayCurveData data;
    data.measureName = indicator.measure.isEmpty() ? indicator.name : indicator.measure;
    data.unit = isPercentage(indicator) ? u"%"_s : QString();
    data.higherIsBetter = terms.higherIsBetter;
    data.linesName = Words::tr("Fifth");
    data.adjustable = adjustable;
    bool sameLower = true;
    bool sameUpper = true;
    for (int fifth = 0; fifth < fifthCount; ++fifth) {
        const auto at = static_cast<size_t>(fifth);
        const OutcomeResult& own = resultsAt(payment, place)[at];
        const OutcomeCell& cell = paid.cell(place.area, place.indicator, indicatorsOf(payment), fifth);
        PayCurveLine line;
        line.id = fifthId(fifth);
        line.name = fifthName(fifth);
        line.shortName = Words::tr("Fifth %1").arg(fifth + 1);
        line.look = fifth == 0                ? PayCurveLine::Look::First
                    : fifth == fifthCount - 1 ? PayCurveLine::Look::Last
                                              : PayCurveLine::Look::Middle;
        line.full = cell.pot;
        line.now = rateOf(terms, likely.results[at].counted, likely.results[at].eligible);
        line.paysNow = cell.earned;
        line.nowDetail = countWords(own, people);
        if (likely.results[at].eligible != own.eligible)
            line.nowDetail = Words::tr("%1, measured with its neighbour").arg(line.nowDetail);
        line.low = measuredRate(range.low, place, fifth);
        line.high = measuredRate(range.high, place, fifth);
        line.lower = terms.thresholds[at].lower;
        line.upper = terms.thresholds[at].upper;
        sameLower = sameLower && line.lower == terms.thresholds[0].lower;
        sameUpper = sameUpper && line.upper == terms.thresholds[0].upper;
        data.lines.append(line);
    }
    if (sameLower)
        data.lower = terms.thresholds[0].lower;
    if (sameUpper)
        data.upper = terms.thresholds[0].upper;
    setRange(data, terms, people);
    for (int fifth = 0; fifth < fifthCount; ++fifth) {
        PayCurveLine& line = data.lines[fifth];
        const std::optional<Ratio> before = rateBefore(payment, place, fifth);
        for (const Ratio& rate : bendsOf(terms, fifth, before, data.least, data.most))
            line.points.append(
                {rate, scaled(line.full, attainmentAt(terms, fifth, rate, before).share, nearest)});
    }
    return data;
}

qint64 countAt(const ContractPayment& payment, const CurvePlace& place, int fifth, const Ratio& rate)
{
    const auto at = static_cast<size_t>(fifth);
    const OutcomeIndicator& terms = indicatorAt(payment, place);
    const OutcomeResult& own = resultsAt(payment, place)[at];
    const OutcomeResult together = measuredAt(payment, place).results[at];
    const qint64 wanted = (rate * Ratio(together.eligible) / Ratio(terms.per)).unitsAt(0, nearest);
    const qint64 counted = std::max<qint64>(0, own.counted + wanted - together.counted);
    return payment.terms.countsPeople.at(place.indicator) ? std::min(counted, own.eligible) : counted;
}

ContractPayment withCount(const ContractPayment& payment, const CurvePlace& place, int fifth, qint64 counted)
{
    ContractPayment changed = payment;
    OutcomeYear& figures = changed.terms.years[place.year].figures;
    figures.results[(place.area * indicatorsOf(payment) + place.indicator) * fifthCount + fifth].counted =
        counted;
    ContractYearPayment& year = changed.years[place.year];
    year.outcome = payOutcomes(changed.terms.terms, figures);
    year.payment = year.outcome.total.payment + year.activity;
    return changed;
}

} // namespace placewright
