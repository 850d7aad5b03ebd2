#include "core/evaluate/needresults.h"

#include "core/ledger/grouppeople.h"
#include "core/money/apportion.h"
#include "core/need/distributionranks.h"
#include "core/need/distributionslopes.h"
#include "core/need/inequality.h"
#include "core/place/service.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QList<const AreaTotal*> areasOf(const Evaluation& evaluation, const Id& layer, const QString& year)
{
    QList<const AreaTotal*> found;
    for (const AreaTotal& total : evaluation.areas)
        if (total.layer == layer && total.year == year)
            found.append(&total);
    return found;
}

QList<Money> targetsOf(const Plan& plan, const LayerNeed& need, Money whole, const QList<People>& weights)
{
    QList<qint64> units;
    QStringList keys;
    for (qsizetype slot = 0; slot < weights.size(); ++slot) {
        units.append(weights[slot].units());
        keys.append(tieKey(plan.areas[need.areas[slot].area]));
    }
    return apportion(whole, units, tieRanks(keys));
}

class Services
{
public:
    Services(const Plan& plan, const Evaluation& evaluation, const LayerNeed& need, const QString& year)
        : m_plan(plan)
        , m_evaluation(evaluation)
        , m_need(need)
    {
        for (qsizetype slot = 0; slot < need.areas.size(); ++slot)
            m_slots.insert(need.areas[slot].area, slot);
        for (const LayerTotal& layer : evaluation.layers)
            if (layer.layer == need.layer && layer.year == year)
                for (auto area = layer.parentOf.cbegin(); area != layer.parentOf.cend(); ++area)
                    if (const qsizetype slot = m_slots.value(*area, -1); slot >= 0)
                        m_slots.insert(area.key(), slot);
        for (const Choice& choice : serviceChoices)
            m_totals.append(started(choice.value));
        m_totals.append(started({}));
        for (const LedgerRow& row : evaluation.ledger.rows)
            if (!row.aligned && plan.years[row.year].id.text() == year)
                add(row);
        for (ServiceTotal& total : m_totals)
            setTargets(total);
        m_totals.removeIf([](const ServiceTotal& total) {
            return total.allocated.isZero() && total.notSplit.isZero() &&
                   total.state == ServiceMeasure::State::NoMeasure;
        });
    }

    QList<ServiceTotal> totals() const { return m_totals; }

private:
    ServiceTotal started(const QString& service) const
    {
        ServiceTotal total;
        total.service = service;
        if (const ServiceMeasure* measure = m_need.measureOf(service)) {
            total.state = measure->state;
            total.measureName = measure->measureName;
        }
        for (const AreaNeed& area : m_need.areas) {
            ServiceArea one;
            one.area = m_plan.areas[area.area].id;
            total.areas.append(one);
        }
        return total;
    }

    void add(const LedgerRow& row)
    {
        const QString service = serviceOf(m_plan.schemes[row.scheme], m_plan.lines[row.line]);
        const auto found = std::find_if(m_totals.begin(), m_totals.end(),
                                        [&](const ServiceTotal& total) { return total.service == service; });
        ServiceTotal& total = found == m_totals.end() ? m_totals.last() : *found;
        total.notSplit += row.notSplit;
        for (const AreaPart& part : m_evaluation.ledger.partsOf(row)) {
            const qsizetype slot = m_slots.value(part.area, -1);
            if (slot < 0)
                continue;
            total.areas[slot].allocated += part.amount;
            total.allocated += part.amount;
            if (row.assumed) {
                total.areas[slot].assumed += part.amount;
                total.assumed += part.amount;
            }
        }
    }

    void setTargets(ServiceTotal& total) const
    {
        const ServiceMeasure* measure = m_need.measureOf(total.service);
        if (!measure || !measure->counts())
            return;
        People whole;
        for (const People& weight : measure->weights)
            whole += weight;
        const QList<Money> targets = targetsOf(m_plan, m_need, total.allocated, measure->weights);
        for (qsizetype slot = 0; slot < targets.size(); ++slot) {
            ServiceArea& area = total.areas[slot];
            area.needShare = Ratio(measure->weights[slot].units(), whole.units());
            area.target = targets[slot];
            area.distance = area.allocated - targets[slot];
        }
    }

    const Plan& m_plan;
    const Evaluation& m_evaluation;
    const LayerNeed& m_need;
    QHash<qsizetype, qsizetype> m_slots;
    QList<ServiceTotal> m_totals;
};

template <class T> InequalityFigure figureOf(const QString& name, const Measured<T>& measured, auto valueOf)
{
    InequalityFigure figure;
    figure.measure = name;
    figure.basis = measured.basis();
    figure.refusal = measured.refusal();
    if (measured)
        figure.value = valueOf(*measured);
    return figure;
}

double asDouble(const Ratio& ratio)
{
    return ratio.toDoubleForCharts();
}
double asDouble(double value)
{
    return value;
}

} // namespace

namespace {

Money moneyOf(const AreaTotal& area, MoneyBase base)
{
    return base == MoneyBase::All ? area.allocated : area.allocated - area.assumed;
}

QList<FifthTotal> fifthsOf(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                           const QString& year, MoneyBase base)
{
    const LayerNeed* need = layerNeedOf(evaluation, layer);
    const QList<qsizetype> groups = deprivationFifths(plan);
    const QList<const AreaTotal*> areas = areasOf(evaluation, layer, year);
    if (!need || groups.isEmpty() || areas.isEmpty() || areas.size() != need->areas.size())
        return {};
    QList<FifthTotal> totals(groups.size());
    QList<Ratio> weighted(groups.size());
    QList<Ratio> money(groups.size());
    People everybody;
    Money allocated;
    for (qsizetype slot = 0; slot < areas.size(); ++slot) {
        QList<Ratio> parts;
        Ratio whole;
        for (qsizetype fifth = 0; fifth < groups.size(); ++fifth) {
            const std::optional<People>& people = need->groups[groups[fifth]].people[slot];
            if (!people)
                return {};
            const std::optional<Rate>& weight = plan.populationGroups[groups[fifth]].needWeight;
            if (weight && weight->isNegative())
                return {};
            parts.append(people->exact() * (weight ? weight->exact() : Ratio(1)));
            whole = whole + parts.last();
            totals[fifth].people += *people;
            everybody += *people;
        }
        if (whole.isZero() || whole.isNegative())
            return {};
        allocated += moneyOf(*areas[slot], base);
        for (qsizetype fifth = 0; fifth < groups.size(); ++fifth) {
            const Ratio share = parts[fifth] / whole;
            if (need->complete)
                weighted[fifth] = weighted[fifth] + need->areas[slot].weighted->exact() * share;
            money[fifth] = money[fifth] + Ratio(moneyOf(*areas[slot], base).pence()) * share;
        }
    }
    for (qsizetype fifth = 0; fifth < groups.size(); ++fifth) {
        FifthTotal& total = totals[fifth];
        total.fifth = static_cast<int>(fifth) + 1;
        total.peopleShare = Ratio(total.people.units(), everybody.units());
        if (need->complete)
            total.needShare = weighted[fifth] / need->weighted.exact();
        if (!allocated.isZero())
            total.moneyShare = money[fifth] / Ratio(allocated.pence());
    }
    return totals;
}

// OHID's slope and relative index over the five national fifths: pounds a head, as fifthTotals() sends money to fifths.
void addFifthSlopes(QList<InequalityFigure>& figures, const Plan& plan, const Evaluation& evaluation,
                    const Id& layer, const QString& year, MoneyBase base)
{
    Money allocated;
    for (const AreaTotal* area : areasOf(evaluation, layer, year))
        allocated += moneyOf(*area, base);
    QList<OutcomeRow> groups;
    for (const FifthTotal& total : fifthsOf(plan, evaluation, layer, year, base)) {
        if (!total.moneyShare || total.people.isZero())
            continue; // groupSlopeIndex refuses fewer than five
        const Ratio pounds = *total.moneyShare * Ratio(allocated.pence(), 100) / total.people.exact();
        groups.append({QString::number(total.fifth), total.people, asDouble(pounds), total.fifth});
    }
    const Measured<SlopeIndex> line = groupSlopeIndex(groups, Orientation::LowIsMore);
    figures.append(
        figureOf(u"slopeSpendByFifth"_s, line, [](const SlopeIndex& index) { return index.slope; }));
    figures.append(
        figureOf(u"relativeSpendByFifth"_s, line, [](const SlopeIndex& index) { return index.relative; }));
}

} // namespace

bool isSmallNumber(const Plan& plan, People people)
{
    const std::optional<qint64>& threshold = plan.place().smallNumber;
    return threshold && !people.isZero() && people < People::fromWhole(*threshold);
}

const LayerNeed* layerNeedOf(const Evaluation& evaluation, const Id& layer)
{
    const auto found = std::find_if(evaluation.needs.begin(), evaluation.needs.end(),
                                    [&](const LayerNeed& need) { return need.layer == layer; });
    return found == evaluation.needs.end() ? nullptr : &*found;
}

QList<ServiceTotal> serviceTotals(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                                  const QString& year)
{
    const LayerNeed* need = layerNeedOf(evaluation, layer);
    return need ? Services(plan, evaluation, *need, year).totals() : QList<ServiceTotal>();
}

QList<FifthTotal> fifthTotals(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                              const QString& year)
{
    return fifthsOf(plan, evaluation, layer, year, MoneyBase::All);
}

QList<DistributionRow> distributionRows(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                                        const QString& year, MoneyBase base)
{
    QList<DistributionRow> rows;
    const LayerNeed* need = layerNeedOf(evaluation, layer);
    if (!need || !need->complete) // a measure of some of the areas would be wrong
        return rows;
    const Ratio scale =
        need->population.exact() / need->weighted.exact(); // as pounds a weighted head are shown
    for (const AreaTotal* area : areasOf(evaluation, layer, year)) {
        if (!area->population || !area->weighted)
            continue;
        DistributionRow row;
        row.key = tieKey(*plan.areas.find(area->area));
        row.people = *area->population;
        row.weighted = People::fromUnits((area->weighted->exact() * scale).unitsAt(9, Rounding::HalfToEven));
        row.money = moneyOf(*area, base);
        row.deprivation = area->deprivation ? area->deprivation->unitsAt(9, Rounding::HalfToEven) : 0;
        rows.append(row);
    }
    return rows;
}

QList<InequalityFigure> inequalityFigures(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                                          const QString& year, MoneyBase base)
{
    const QList<DistributionRow> rows = distributionRows(plan, evaluation, layer, year, base);
    const QList<const AreaTotal*> areas = areasOf(evaluation, layer, year);
    const bool ordered =
        !areas.isEmpty() && std::all_of(areas.begin(), areas.end(),
                                        [](const AreaTotal* area) { return area->deprivation.has_value(); });
    const Orientation orientation = ordered ? Orientation::HighIsMore : Orientation::Unknown;
    constexpr Series perWeightedHead{Quantity::Money, HeadWeight::WeightedPeople};
    constexpr Series perHead{Quantity::Money, HeadWeight::People};
    constexpr Series needPerHead{Quantity::WeightedPeople, HeadWeight::People};
    const auto plain = [](const auto& value) { return asDouble(value); };

    QList<InequalityFigure> figures;
    const auto spread = hoover(rows, perWeightedHead);
    figures.append(
        figureOf(u"hoover"_s, spread, [](const HooverIndex& index) { return asDouble(index.share); }));
    if (spread)
        figures.last().moves = spread->moves;
    figures.append(figureOf(u"gini"_s, gini(rows, perWeightedHead), plain));
    figures.append(figureOf(u"theil"_s, theil(rows, perWeightedHead), plain));
    figures.append(figureOf(u"meanLogDeviation"_s, meanLogDeviation(rows, perWeightedHead), plain));
    figures.append(figureOf(u"atkinsonHalf"_s, atkinson(rows, perWeightedHead, 0.5), plain));
    figures.append(figureOf(u"atkinsonOne"_s, atkinson(rows, perWeightedHead, 1), plain));
    figures.append(figureOf(u"atkinsonTwo"_s, atkinson(rows, perWeightedHead, 2), plain));
    figures.append(figureOf(u"concentrationSpend"_s, concentrationIndex(rows, perHead, orientation), plain));
    figures.append(
        figureOf(u"concentrationNeed"_s, concentrationIndex(rows, needPerHead, orientation), plain));
    figures.append(figureOf(u"horizontalInequity"_s, horizontalInequity(rows, orientation), plain));
    const auto heads = gradient(rows, perHead, orientation);
    const auto weightedHeads = gradient(rows, perWeightedHead, orientation);
    const auto relative = [](const Gradient& line) {
        return line.relative ? std::optional<double>(asDouble(*line.relative)) : std::nullopt;
    };
    figures.append(
        figureOf(u"slopeSpendPerHead"_s, heads, [](const Gradient& line) { return asDouble(line.slope); }));
    figures.append(figureOf(u"relativeSpendPerHead"_s, heads, relative));
    figures.append(figureOf(u"slopeSpendPerWeightedHead"_s, weightedHeads,
                            [](const Gradient& line) { return asDouble(line.slope); }));
    figures.append(figureOf(u"relativeSpendPerWeightedHead"_s, weightedHeads, relative));
    addFifthSlopes(figures, plan, evaluation, layer, year, base);
    return figures;
}

} // namespace placewright
