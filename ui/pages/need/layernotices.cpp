#include "ui/pages/need/layernotices.h"

#include "core/ledger/nesting.h"
#include "core/place/codeset.h"
#include "core/words/needwords.h"

#include <QCoreApplication>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostNamed = 6;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(LayerNotices)
};

QString listed(const QStringList& names)
{
    if (names.size() <= mostNamed)
        return names.join(u", "_s);
    return Words::tr("%1 and %2 more", "names, a number")
        .arg(names.first(mostNamed).join(u", "_s))
        .arg(names.size() - mostNamed);
}

QString namesOf(const Plan& plan, const QList<qsizetype>& areas)
{
    QStringList names;
    for (const qsizetype position : areas)
        names.append(plan.areas[position].name);
    return listed(names);
}

// The district of each code, by the first lookup that has both.
QHash<QString, QString> districtsOf(const Plan& plan, const Shelf& shelf, const QString& unitSet)
{
    QHash<QString, QString> names;
    for (const NeedDataset& dataset : plan.needDatasets) {
        const auto lookup = shelf.lookups.value(dataset.hash);
        const Lookup::Column* units = lookup ? lookup->column(unitSet) : nullptr;
        if (!units)
            continue;
        for (const QLatin1StringView set : {codeSet::lad23, codeSet::lad22, codeSet::lad19}) {
            const Lookup::Column* districts = lookup->column(QString(set));
            if (!districts)
                continue;
            for (qsizetype i = 0; i < units->codes.size() && i < districts->codes.size(); ++i) {
                const QString& code = districts->codes.at(i);
                names.insert(units->codes.at(i), districts->names.value(code, code));
            }
            return names;
        }
    }
    return names;
}

void addCoverage(LayerNotices& notices, const Plan& plan, const Shelf& shelf, const Layer& layer)
{
    const LayerFigures figures(plan, layer, shelf);
    const auto count = static_cast<int>(figures.units().slotOf.size());
    const bool practices = figures.isMadeOfPractices();
    const QString made = practices
                             ? Words::tr("%n GP practice(s)", nullptr, count)
                             : Words::tr("%n unit(s) (%1)", nullptr, count).arg(codeSetLabel(layer.unitSet));
    const Coverage coverage = coverageOf(plan, layer, shelf);
    if (count > 0)
        notices.facts.append(coverage.shared.isEmpty() && !practices
                                 ? Words::tr("%1, each in one area.").arg(made)
                                 : Words::tr("%1.").arg(made));
    if (!coverage.shared.isEmpty())
        notices.warnings.append(Words::tr("%n unit(s) are in more than one area and count in none: %1.",
                                          nullptr, static_cast<int>(coverage.shared.size()))
                                    .arg(listed(coverage.shared)));
    if (coverage.uncovered.isEmpty())
        return;
    const QHash<QString, QString> districts = districtsOf(plan, shelf, layer.unitSet);
    QMap<QString, int> uncovered;
    for (const QString& code : coverage.uncovered)
        ++uncovered[districts.value(code)];
    for (auto district = uncovered.cbegin(); district != uncovered.cend(); ++district)
        notices.warnings.append(Words::tr("%n of the %1 of %2 are in no area.", nullptr, *district)
                                    .arg(codeSetLabel(layer.unitSet), district.key().isEmpty()
                                                                          ? Words::tr("its districts")
                                                                          : district.key()));
}

void addNesting(LayerNotices& notices, const Plan& plan, const Shelf& shelf, const Layer& layer)
{
    const auto areasOf = [&plan](const Layer& one) {
        qsizetype count = 0;
        for (const Area& area : plan.areas)
            count += area.layer == one.id ? 1 : 0;
        return count;
    };
    for (const Layer& other : plan.layers) {
        if (other.id == layer.id)
            continue;
        const bool finer = areasOf(layer) >= areasOf(other); // the layer of more areas may lie in the other
        const Layer& child = finer ? layer : other;
        const Layer& parent = finer ? other : layer;
        const Nesting nesting = nestingOf(plan, child, parent, shelf);
        if (nesting.kind == Nesting::Kind::Exact)
            notices.facts.append(Words::tr("%1 nest exactly in %2.").arg(child.name, parent.name));
        else if (nesting.kind == Nesting::Kind::Crossing)
            notices.warnings.append(Words::tr("%n area(s) of %1 cross the borders of %2: %3.", nullptr,
                                              static_cast<int>(nesting.crossing.size()))
                                        .arg(child.name, parent.name, namesOf(plan, nesting.crossing)));
    }
}

} // namespace

LayerNotices borderNotices(const Plan& plan, const Shelf& shelf, const Id& layer)
{
    LayerNotices notices;
    const Layer* entity = plan.layers.find(layer);
    if (!entity)
        return notices;
    addCoverage(notices, plan, shelf, *entity);
    addNesting(notices, plan, shelf, *entity);
    return notices;
}

LayerNotices figureNotices(const Plan& plan, const LayerNeed& need)
{
    LayerNotices notices;
    if (need.base == PopulationBase::Mixed)
        notices.warnings.append(Words::tr("Unlike counts stand side by side: %1. Figures a head compare "
                                          "them as if they were one.")
                                    .arg(populationBaseWords(need.base)));
    for (const MeasureProblem& problem : {need.problem, need.populationProblem})
        if (problem)
            notices.warnings.append(problemWords(plan, problem));
    if (!need.splitUnits.isEmpty())
        notices.warnings.append(
            Words::tr("%n code(s) were split by a boundary change and shared between areas: their "
                      "figures are estimates (%1).",
                      nullptr, static_cast<int>(need.splitUnits.size()))
                .arg(listed(need.splitUnits)));
    if (need.rankedByFifth)
        notices.facts.append(
            Words::tr("No deprivation score is chosen: areas are in order of their people in "
                      "the most deprived fifth."));
    return notices;
}

} // namespace placewright
