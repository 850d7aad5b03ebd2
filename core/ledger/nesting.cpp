#include "core/ledger/nesting.h"

#include "core/ledger/layerfigures.h"
#include "core/place/codeset.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace placewright {

namespace {

// Each unit of the finer layer's code set in the coarser one's, where it lies whole in one.
std::shared_ptr<const UnitsWithin> unitsIn(const Plan& plan, const NeedTables& tables, const QString& from,
                                           const QString& to)
{
    for (const NeedDataset& dataset : plan.needDatasets) {
        const auto lookup = tables.lookups.value(dataset.hash);
        if (!lookup || !lookup->joins(from, to))
            continue;
        const QByteArray key = (dataset.hash + u'/' + from + u'/' + to).toUtf8();
        return tables.cache->get<UnitsWithin>(key, [&] {
            UnitsWithin made;
            const Recode targets = recode(*lookup, from, to);
            for (auto code = targets.targets.cbegin(); code != targets.targets.cend(); ++code)
                if (code->size() == 1)
                    made.whole.insert(code.key(), code->first());
            return made;
        });
    }
    return std::make_shared<const UnitsWithin>();
}

} // namespace

Nesting nestingOf(const Plan& plan, const Layer& child, const Layer& parent, const NeedTables& tables)
{
    Nesting made;
    const LayerFigures finer(plan, child, tables);
    const LayerFigures coarser(plan, parent, tables);
    if (finer.units().slotOf.isEmpty() || coarser.units().slotOf.isEmpty())
        return made;
    const QString& from = finer.units().codeSet;
    const QString& to = coarser.units().codeSet;
    const bool same = from == to;
    if (same && (from == codeSet::other || from.isEmpty()))
        return made;
    const std::shared_ptr<const UnitsWithin> within = same ? nullptr : unitsIn(plan, tables, from, to);
    if (within && within->whole.isEmpty())
        return made;

    QHash<qsizetype, QSet<qsizetype>> parents; // -1: outside
    for (auto unit = finer.units().slotOf.cbegin(); unit != finer.units().slotOf.cend(); ++unit) {
        const QString code = same ? unit.key() : within->whole.value(unit.key());
        parents[*unit].insert(coarser.units().slotOf.value(code, -1));
    }
    for (auto practice = finer.practices().cbegin(); practice != finer.practices().cend(); ++practice) {
        const auto whole = coarser.practices().value(practice.key());
        for (const auto& [slot, share] : *practice)
            parents[slot].insert(whole.size() == 1 ? whole.first().first : -1);
    }
    for (qsizetype slot = 0; slot < finer.areas().size(); ++slot) {
        const QSet<qsizetype> found = parents.value(slot);
        if (found.size() == 1 && !found.contains(-1))
            made.parentOf.insert(finer.areas()[slot], coarser.areas()[*found.cbegin()]);
        else
            made.crossing.append(finer.areas()[slot]);
    }
    const bool exact =
        made.crossing.isEmpty() && finer.units().shared.isEmpty() && coarser.units().shared.isEmpty();
    made.kind = exact ? Nesting::Kind::Exact : Nesting::Kind::Crossing;
    return made;
}

Coverage coverageOf(const Plan& plan, const Layer& layer, const NeedTables& tables)
{
    Coverage made;
    const LayerFigures figures(plan, layer, tables);
    made.shared = figures.units().shared;
    if (figures.isMadeOfPractices())
        return made;
    for (const QLatin1StringView district : {codeSet::lad23, codeSet::lad22, codeSet::lad19}) {
        const std::shared_ptr<const UnitsWithin> within =
            unitsIn(plan, tables, figures.units().codeSet, district);
        const QHash<QString, QString>& districts = within->whole;
        QSet<QString> touched;
        for (auto unit = figures.units().slotOf.cbegin(); unit != figures.units().slotOf.cend(); ++unit)
            if (const auto found = districts.constFind(unit.key()); found != districts.cend())
                touched.insert(*found);
        if (touched.isEmpty())
            continue;
        for (auto unit = districts.cbegin(); unit != districts.cend(); ++unit)
            if (touched.contains(*unit) && !figures.units().slotOf.contains(unit.key()) &&
                !made.shared.contains(unit.key()))
                made.uncovered.append(unit.key());
        made.uncovered.sort();
        break;
    }
    return made;
}

} // namespace placewright
