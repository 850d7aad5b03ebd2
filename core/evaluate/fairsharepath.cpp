#include "core/evaluate/needresults.h"

#include <algorithm>

namespace placewright {

namespace {

using Fault = FairSharePath::Fault;

struct DraggedLimit
{
    Id year;
    Ratio limit;
};

std::optional<Ratio> fraction(const std::optional<Rate>& percent)
{
    return percent ? std::optional(percent->exact() / Ratio(100)) : std::nullopt;
}

std::optional<Ratio> first(const std::optional<Rate>& own, const std::optional<Rate>& general)
{
    return fraction(own ? own : general);
}

class PathMaker
{
public:
    PathMaker(const Plan& plan, const Evaluation& evaluation, const FairSharePlan& way,
              const std::optional<DraggedLimit>& dragged)
        : m_plan(plan)
        , m_evaluation(evaluation)
        , m_way(way)
        , m_dragged(dragged)
    {
    }

    FairSharePath make()
    {
        readYears();
        if (m_path.fault == Fault::None)
            readAreas();
        if (m_path.fault == Fault::None)
            walk();
        return m_path;
    }

private:
    void readYears()
    {
        QString before = m_way.baseline.text();
        for (const FairShareYear& year : m_plan.fairShareYears) {
            if (year.fairSharePlan != m_way.id)
                continue;
            if (!isYearName(year.year) || year.year <= before || (year.limit && year.limit->isNegative()))
                m_path.fault = Fault::BadYear;
            before = year.year;
            m_years.append(&year);
            m_path.years.append(year.year);
            m_path.yearIds.append(year.id);
        }
        if (m_years.isEmpty())
            m_path.fault = Fault::NoYears;
    }

    void readAreas()
    {
        const LayerNeed* need = layerNeedOf(m_evaluation, m_way.layer);
        if (!need) {
            m_path.fault = Fault::NoLayer;
            return;
        }
        const ServiceMeasure* measure = m_way.service.isEmpty() ? nullptr : need->measureOf(m_way.service);
        if (!m_way.service.isEmpty() && (!measure || !measure->counts())) {
            m_path.fault = Fault::NoMeasure;
            return;
        }
        if (m_way.service.isEmpty() && !need->complete) {
            m_path.fault = Fault::NeedUnknown;
            return;
        }
        const QList<Money> money = openingMoney(*need);
        for (qsizetype slot = 0; slot < need->areas.size(); ++slot) {
            const qsizetype position = need->areas[slot].area;
            m_path.areas.append(position);
            const People weight = measure ? measure->weights[slot] : *need->areas[slot].weighted;
            m_path.opening.append({tieKey(m_plan.areas[position]), money[slot], weight.units()});
        }
        const bool none = std::all_of(money.begin(), money.end(), [](Money m) { return m.isZero(); });
        if (none)
            m_path.fault = Fault::NoMoney;
    }

    QList<Money> openingMoney(const LayerNeed& need) const
    {
        QList<Money> money;
        const auto take = [&](Money allocated, Money assumed) {
            money.append(m_way.knownOnly ? allocated - assumed : allocated);
        };
        const QString& year = m_way.baseline.text();
        if (m_way.service.isEmpty()) {
            for (const AreaTotal& total : m_evaluation.areas)
                if (total.layer == m_way.layer && total.year == year)
                    take(total.allocated, total.assumed);
        } else {
            for (const ServiceTotal& total : serviceTotals(m_plan, m_evaluation, m_way.layer, year))
                if (total.service == m_way.service)
                    for (const ServiceArea& area : total.areas)
                        take(area.allocated, area.assumed);
        }
        money.resize(need.areas.size());
        return money;
    }

    PathYear rulesOf(const FairShareYear& year, const Ratio& straight) const
    {
        PathYear made;
        made.growth = first(year.growth, m_way.growth).value_or(Ratio(0));
        made.rules.floor = first(year.floor, m_way.floor).value_or(Ratio(0));
        made.rules.ceiling = first(year.ceiling, m_way.ceiling);
        const std::optional<Ratio> own = fraction(year.limit);
        made.rules.limit = own ? -*own : straight;
        if (m_dragged && m_dragged->year == year.id)
            made.rules.limit = m_dragged->limit;
        return made;
    }

    void walk()
    {
        PathYear opening;
        opening.growth = first(m_years.first()->growth, m_way.growth).value_or(Ratio(0));
        const QList<PaceArea> areas = firstYearAreas(m_path.opening, opening);
        m_path.openingDistances = openingDistances(areas);
        const QList<Ratio> straight = straightLineLimits(areas, Ratio(0), static_cast<int>(m_years.size()));
        QList<PathYear> years;
        for (qsizetype i = 0; i < m_years.size(); ++i)
            years.append(rulesOf(*m_years[i], straight[i]));
        m_path.steps = glidePath(m_path.opening, years);
        for (qsizetype i = 0; i < m_path.steps.size(); ++i) {
            const PathStep& step = m_path.steps[i];
            m_path.limits.append(years[i].rules.limit);
            m_path.highest.append(closestFeasibleLimit(step.areas, years[i].rules));
            m_path.lowest.append(worstOpeningDistance(step.areas));
        }
    }

    const Plan& m_plan;
    const Evaluation& m_evaluation;
    const FairSharePlan& m_way;
    const std::optional<DraggedLimit>& m_dragged;
    QList<const FairShareYear*> m_years;
    FairSharePath m_path;
};

} // namespace

FairSharePath fairSharePath(const Plan& plan, const Evaluation& evaluation, const FairSharePlan& way)
{
    return PathMaker(plan, evaluation, way, std::nullopt).make();
}

FairSharePath fairSharePath(const Plan& plan, const Evaluation& evaluation, const FairSharePlan& way,
                            const Id& year, const Ratio& limit)
{
    return PathMaker(plan, evaluation, way, DraggedLimit{year, limit}).make();
}

} // namespace placewright
