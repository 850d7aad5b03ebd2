#include "ui/models/fairsharetable.h"

#include "core/need/fairshare.h"
#include "core/words/headlines.h"
#include "core/words/needwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;
using Fault = FairSharePath::Fault;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FairShareTable)
};

struct Question
{
    Id layer;
    QString year;
    QString service;
    bool knownOnly = false;
};

// Known and assumed money of each area, in the layer's order; what is split elsewhere or not at all.
void readMoney(FairShareStart& start, const Plan& plan, const Evaluation& evaluation, const Question& asked)
{
    const auto take = [&](const Id& area, Money allocated, Money assumed) {
        start.areas.append(
            {area, nameOf(plan, Area::type.id, area), allocated - assumed, assumed, {}, {}, {}});
        start.known += allocated - assumed;
        start.assumed += assumed;
    };
    if (asked.service.isEmpty()) {
        for (const AreaTotal& total : evaluation.areas)
            if (total.layer == asked.layer && total.year == asked.year)
                take(total.area, total.allocated, total.assumed);
        if (const YearTotal* year = yearTotal(evaluation, asked.year)) {
            start.notSplit = year->notSplit;
            start.elsewhere = year->split - start.known - start.assumed;
        }
        return;
    }
    for (const ServiceTotal& total : serviceTotals(plan, evaluation, asked.layer, asked.year)) {
        if (total.service != asked.service)
            continue;
        for (const ServiceArea& area : total.areas)
            take(area.area, area.allocated, area.assumed);
        start.notSplit = total.notSplit;
    }
}

// Need weights of the areas, one unit each; empty with the fault set where there are none.
QList<qint64> readNeed(FairShareStart& start, const LayerNeed& need)
{
    QList<qint64> units;
    if (start.service.isEmpty()) {
        start.measureName = need.measureName;
        if (!need.complete) {
            start.fault = Fault::NeedUnknown;
            return {};
        }
        for (const AreaNeed& area : need.areas)
            units.append(area.weighted->units());
        return units;
    }
    const ServiceMeasure* measure = need.measureOf(start.service);
    if (!measure || !measure->counts()) {
        start.fault = Fault::NoMeasure;
        return {};
    }
    start.measureName = measure->measureName;
    for (const People& weight : measure->weights)
        units.append(weight.units());
    return units;
}

void setTargets(FairShareStart& start, const Plan& plan, const QList<qint64>& need)
{
    QList<FairShareRow> rows;
    for (qsizetype i = 0; i < start.areas.size(); ++i) {
        const FairShareStart::One& one = start.areas.at(i);
        rows.append({tieKey(*plan.areas.find(one.area)), need.at(i), one.known, one.assumed});
    }
    const KnownAndAssumed both = fairShares(rows);
    const FairShares& counted = start.knownOnly ? both.knownOnly : both.all;
    for (qsizetype i = 0; i < start.areas.size(); ++i) {
        FairShareStart::One& one = start.areas[i];
        one.target = counted.areas.at(i).target;
        one.distance = counted.areas.at(i).distance;
        one.relative = counted.relative(i);
    }
    start.moves = counted.moves;
}

FairShareStart startOf(const Plan& plan, const Evaluation& evaluation, const Question& asked)
{
    FairShareStart start;
    start.year = asked.year;
    start.service = asked.service;
    start.knownOnly = asked.knownOnly;
    const LayerNeed* need = layerNeedOf(evaluation, asked.layer);
    if (!need) {
        start.fault = Fault::NoLayer;
        return start;
    }
    start.base = need->base;
    readMoney(start, plan, evaluation, asked);
    const QList<qint64> weights = readNeed(start, *need);
    if (start.fault != Fault::None)
        return start;
    const bool noNeed = std::all_of(weights.begin(), weights.end(), [](qint64 unit) { return unit == 0; });
    if (noNeed || weights.size() != start.areas.size()) {
        start.fault = start.areas.isEmpty() ? Fault::NoMoney : Fault::NeedUnknown;
        return start;
    }
    const Money counts = start.knownOnly ? start.known : start.known + start.assumed;
    if (counts.isZero())
        start.fault = Fault::NoMoney;
    setTargets(start, plan, weights);
    return start;
}

ShownTableCell notKnownCell()
{
    ShownTableCell cell = textCell(Words::tr("not known"));
    cell.emphasis = Emphasis::Secondary;
    return cell;
}

ShownTableCell signedCell(Money money, Pence pence)
{
    ShownTableCell cell = moneyCell(money, pence);
    if (money > Money())
        cell.text.prepend(u'+');
    cell.emphasis = money.isNegative() ? Emphasis::Loss : money.isZero() ? Emphasis::None : Emphasis::Gain;
    return cell;
}

ShownTableCell percentCell(const std::optional<Ratio>& distance)
{
    if (!distance)
        return notKnownCell();
    const qint64 tenths = (*distance * Ratio(1000)).unitsAt(0, Rounding::HalfAwayFromZero);
    ShownTableCell cell = textCell(formatPercent(*distance));
    if (tenths > 0)
        cell.text.prepend(u'+');
    cell.number = QVariant::fromValue(distance->toDoubleForCharts());
    cell.tooltip = formatPercent(*distance, 6);
    return cell;
}

// All pence or none in a column.
Pence penceOf(const QList<Money>& column)
{
    const bool whole =
        std::all_of(column.begin(), column.end(), [](Money money) { return money.isWholePounds(); });
    return whole ? Pence::Never : Pence::Always;
}

} // namespace

FairShareStart fairShareStart(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                              const QString& year)
{
    return startOf(plan, evaluation, {layer, year, {}, false});
}

FairShareStart fairShareStart(const Plan& plan, const Evaluation& evaluation, const FairSharePlan& way)
{
    return startOf(plan, evaluation, {way.layer, way.baseline.text(), way.service, way.knownOnly});
}

qsizetype firstProblem(const FairSharePath& path)
{
    for (qsizetype i = 0; i < path.steps.size(); ++i)
        if (!path.steps.at(i).year.ok())
            return i;
    return -1;
}

QString yearProblemWords(const FairSharePath& path, qsizetype year)
{
    if (year < path.steps.size())
        return paceProblemWords(path.steps.at(year).year);
    const qsizetype first = firstProblem(path);
    return first < 0 ? QString() : Words::tr("%1 cannot be done").arg(path.years.at(first));
}

Rate limitRate(const Ratio& limit)
{
    const Ratio percent = (limit.isNegative() ? -limit : Ratio(0)) * Ratio(100);
    QString text = decimalText(percent, 2, Rounding::Up);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return *Rate::parse(text);
}

void fillFairShareTable(ShownModel& model, const Plan& plan, const FairShareStart& start,
                        const FairSharePath* path)
{
    const bool hasTargets = start.fault == Fault::None;
    const QList<FairShareStart::One>& areas = start.areas;
    const auto column = [&](auto read) {
        QList<Money> amounts;
        for (const FairShareStart::One& one : areas)
            amounts.append(read(one));
        return penceOf(amounts);
    };
    const Pence knownPence = column([](const auto& one) { return one.known; });
    const Pence assumedPence = column([](const auto& one) { return one.assumed; });
    const Pence targetPence = column([](const auto& one) { return one.target; });
    const Pence distancePence = column([](const auto& one) { return one.distance; });

    QList<ShownTableColumn> columns{{Words::tr("Area"), false, true}, {Words::tr("Known £"), true},
                                    {Words::tr("Assumed £"), true},   {Words::tr("Fair share £"), true},
                                    {Words::tr("Distance £"), true},  {Words::tr("Distance %"), true}};
    QList<ShownTableRow> rows;
    for (const FairShareStart::One& one : areas) {
        ShownTableRow row{
            one.area.text(),
            false,
            false,
            {textCell(one.name), moneyCell(one.known, knownPence), moneyCell(one.assumed, assumedPence)}};
        if (hasTargets)
            row.cells += {moneyCell(one.target, targetPence), signedCell(one.distance, distancePence),
                          percentCell(one.relative)};
        else
            row.cells += {notKnownCell(), notKnownCell(), notKnownCell()};
        rows.append(row);
    }
    const QString none(QChar(0x2013));
    ShownTableRow total{{},
                        false,
                        true,
                        {textCell(Words::tr("Total")), moneyCell(start.known, knownPence),
                         moneyCell(start.assumed, assumedPence)}};
    if (hasTargets)
        total.cells += {moneyCell(start.knownOnly ? start.known : start.known + start.assumed, targetPence),
                        moneyCell(Money(), distancePence), textCell(none)};
    else
        total.cells += {notKnownCell(), notKnownCell(), textCell(none)};

    const qsizetype years = path && path->fault == Fault::None ? path->years.size() : 0;
    for (qsizetype year = 0; year < years; ++year) {
        columns.append({Words::tr("%1 £").arg(path->years.at(year)), true});
        columns.append({Words::tr("%1 %").arg(path->years.at(year)), true});
        const PathStep* step = year < path->steps.size() ? &path->steps.at(year) : nullptr;
        const bool reached = step && step->year.ok();
        QHash<Id, qsizetype> slotOf;
        QList<Money> amounts;
        for (qsizetype slot = 0; reached && slot < path->areas.size(); ++slot) {
            slotOf.insert(plan.areas[path->areas.at(slot)].id, slot);
            amounts.append(step->year.areas.at(slot).amount);
        }
        const Pence pence = penceOf(amounts);
        for (qsizetype i = 0; i < areas.size(); ++i) {
            const qsizetype slot = slotOf.value(areas.at(i).area, -1);
            if (slot < 0) {
                rows[i].cells += {notKnownCell(), notKnownCell()};
                continue;
            }
            rows[i].cells += {moneyCell(amounts.at(slot), pence),
                              percentCell(closingDistance(step->areas.at(slot), amounts.at(slot)))};
        }
        if (reached)
            total.cells += {moneyCell(step->year.money, pence), textCell(none)};
        else
            total.cells += {notKnownCell(), textCell(none)};
    }
    if (!rows.isEmpty())
        rows.append(total);
    model.setTable(columns, rows);
}

GlideData glideData(const Plan& plan, const FairSharePlan& way, const FairSharePath& path, bool adjustable,
                    const Id& dragged)
{
    GlideData data;
    data.adjustable = adjustable;
    if (path.fault != Fault::None) {
        data.emptyWords = fairShareFaultWords(path.fault);
        return data;
    }
    data.years.append({way.baseline.text(), way.baseline.text(), {}, {}, {}, {}, {}, {}});
    for (qsizetype i = 0; i < path.years.size(); ++i) {
        const FairShareYear* entity = plan.fairShareYears.find(path.yearIds.at(i));
        GlideYear year;
        year.id = path.yearIds.at(i).text();
        year.name = path.years.at(i);
        if (entity && entity->limit)
            year.limit = -entity->limit->exact() / Ratio(100);
        year.infeasibleWords = yearProblemWords(path, i);
        if (i >= path.steps.size()) { // an earlier year cannot be: nothing is known of this one
            year.lowest = year.limit.value_or(Ratio(0));
            year.highest = year.lowest;
            year.lowestReason = year.infeasibleWords;
            year.highestReason = year.infeasibleWords;
            data.years.append(year);
            continue;
        }
        if (path.yearIds.at(i) == dragged)
            year.limit = path.limits.at(i);
        year.lowest = std::min(path.lowest.at(i).value_or(Ratio(0)), Ratio(0));
        year.lowestReason = Words::tr("no area starts further below");
        if (const std::optional<Ratio>& highest = path.highest.at(i)) {
            year.highest = std::min(*highest, Ratio(0));
            year.highestReason = year.highest.isZero()
                                     ? Words::tr("that is the fair share")
                                     : Words::tr("the least growth and the money reach no closer");
        } else {
            year.highest = year.lowest;
            year.highestReason = year.infeasibleWords;
        }
        year.lowest = std::min(year.lowest, year.highest);
        data.years.append(year);
    }
    for (qsizetype slot = 0; slot < path.areas.size(); ++slot) {
        const Area& area = plan.areas[path.areas.at(slot)];
        GlideArea line{area.id.text(), area.name, {}, {}};
        line.distance.append(path.openingDistances.at(slot));
        line.amount.append(path.opening.at(slot).opening);
        for (qsizetype i = 0; i < path.years.size(); ++i) {
            if (i >= path.steps.size() || !path.steps.at(i).year.ok()) {
                line.distance.append(std::nullopt);
                continue;
            }
            const PathStep& step = path.steps.at(i);
            line.amount.append(step.year.areas.at(slot).amount);
            line.distance.append(closingDistance(step.areas.at(slot), line.amount.last()));
        }
        data.areas.append(line);
    }
    return data;
}

} // namespace placewright
