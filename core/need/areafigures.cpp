#include "core/need/areafigures.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace placewright {

namespace {

using LookupList = std::span<const std::shared_ptr<const Lookup>>;

// The first way from one set of codes to another: one lookup, else two.
std::optional<Recode> route(LookupList lookups, const QString& from, const QString& to)
{
    for (const auto& lookup : lookups)
        if (lookup->joins(from, to))
            return recode(*lookup, from, to);
    for (const auto& first : lookups) {
        if (!first->column(from))
            continue;
        for (const Lookup::Column& middle : first->columns())
            for (const auto& second : lookups)
                if (middle.codeSet != from && second->joins(middle.codeSet, to))
                    return chained(recode(*first, from, middle.codeSet), recode(*second, middle.codeSet, to));
    }
    return std::nullopt;
}

// How a code that was split into units of several areas is shared between these.
QMap<qsizetype, Ratio> sharesOf(const QStringList& units, const AreaUnits& areas, const PeopleOfUnit& people)
{
    const bool known = people && std::all_of(units.begin(), units.end(),
                                             [&](const QString& unit) { return people(unit).has_value(); });
    qint64 whole = 0;
    for (const QString& unit : units)
        whole += known ? *people(unit) : 1;
    QMap<qsizetype, Ratio> shares;
    for (const QString& unit : units) {
        const qsizetype slot = areas.slotOf.value(unit, -1);
        const qint64 part = known && whole > 0 ? *people(unit) : 1;
        const qint64 of = whole > 0 ? whole : units.size();
        if (slot >= 0 && part > 0)
            shares[slot] = shares.value(slot) + Ratio(part, of);
    }
    return shares;
}

qint64 settled(qint64 figure, const Ratio& share)
{
    return share == Ratio(1) ? figure : (Ratio(figure) * share).unitsAt(0, Rounding::HalfToEven);
}

// people x figure, both in units of 1e-9, in units of 1e-9.
qint64 product(qint64 people, qint64 figure)
{
    return (Ratio(people, figureUnits) * Ratio(figure)).unitsAt(0, Rounding::HalfToEven);
}

void addTo(std::optional<qint64>& sum, qint64 figure)
{
    sum = (Ratio(sum.value_or(0)) + Ratio(figure)).unitsAt(0, Rounding::HalfToEven); // checked
}

AreaFigures startedWith(const FigureColumn& column, const AreaJoin& join, qsizetype areas)
{
    AreaFigures made;
    made.kind = column.kind;
    made.areas.resize(areas);
    made.split = join.split;
    made.merged = join.merged;
    made.missing = join.missing;
    for (const qsizetype slot : join.missingIn)
        ++made.areas[slot].missing;
    if (!join.possible)
        made.fault = AreaFigures::Fault::NoRoute;
    return made;
}

} // namespace

AreaJoin joinAreas(const FigureTable& table, const AreaUnits& units, LookupList lookups,
                   const PeopleOfUnit& people)
{
    AreaJoin join;
    QSet<QString> reached;
    if (table.codeSet() == units.codeSet) {
        for (qsizetype row = 0; row < table.size(); ++row) {
            const QString& code = table.codes().at(row);
            if (const qsizetype slot = units.slotOf.value(code, -1); slot >= 0) {
                join.parts.append({row, slot, Ratio(1)});
                reached.insert(code);
            }
        }
    } else {
        const std::optional<Recode> made = route(lookups, table.codeSet(), units.codeSet);
        if (!made) {
            join.possible = false;
            return join;
        }
        QHash<QString, int> sources;
        for (qsizetype row = 0; row < table.size(); ++row) {
            const QString& code = table.codes().at(row);
            const auto found = made->targets.constFind(code);
            if (found == made->targets.cend())
                continue;
            const QStringList& targets = *found;
            qsizetype first = -2;
            bool several = false;
            for (const QString& target : targets) {
                const qsizetype slot = units.slotOf.value(target, -1);
                several = several || (first != -2 && slot != first);
                first = slot;
                if (slot >= 0) {
                    reached.insert(target);
                    ++sources[target];
                }
            }
            if (!several) {
                if (first >= 0)
                    join.parts.append({row, first, Ratio(1)});
                continue;
            }
            const QMap<qsizetype, Ratio> shares = sharesOf(targets, units, people);
            for (auto share = shares.cbegin(); share != shares.cend(); ++share)
                join.parts.append({row, share.key(), share.value()});
            join.split.append(code);
        }
        for (auto code = made->targets.cbegin(); code != made->targets.cend(); ++code) {
            if (table.row(code.key()) >= 0)
                continue; // the table lacks a part of these units
            QSet<qsizetype> lacking;
            for (const QString& target : *code)
                if (const qsizetype slot = units.slotOf.value(target, -1);
                    slot >= 0 && reached.contains(target))
                    lacking.insert(slot);
            for (const qsizetype slot : std::as_const(lacking))
                join.missingIn.append(slot);
        }
        std::sort(join.missingIn.begin(), join.missingIn.end());
        for (auto source = sources.cbegin(); source != sources.cend(); ++source)
            if (*source > 1)
                join.merged.append(source.key());
        join.merged.sort();
    }
    for (auto unit = units.slotOf.cbegin(); unit != units.slotOf.cend(); ++unit)
        if (!reached.contains(unit.key()))
            join.missing.append(unit.key());
    join.missing.sort();
    for (const QString& unit : std::as_const(join.missing))
        join.missingIn.append(units.slotOf.value(unit));
    return join;
}

std::optional<qint64> PeopleColumn::of(const QString& code) const
{
    if (!table || !column)
        return std::nullopt;
    const qsizetype row = table->row(code);
    return row < 0 ? std::nullopt : column->at(row);
}

std::optional<Ratio> AreaFigures::mean(qsizetype slot) const
{
    const One& one = areas.at(slot);
    if (!one.sum || !one.people || *one.people == 0 || one.missing > 0)
        return std::nullopt; // a mean of some of the units is not the area's
    return Ratio(*one.sum, *one.people);
}

AreaFigures figuresByArea(const FigureTable& table, const FigureColumn& column, const AreaJoin& join,
                          qsizetype areas, const PeopleColumn& people, FigureUse use)
{
    AreaFigures made = startedWith(column, join, areas);
    if (made.fault != AreaFigures::Fault::None)
        return made;
    if (!addsUp(column.kind) && !averages(column.kind) && use == FigureUse::ToWeigh) {
        made.fault = AreaFigures::Fault::NotForThis;
        return made;
    }
    const bool weighs = !addsUp(column.kind);
    if (weighs && (!people.table || !people.column || people.table->codeSet() != table.codeSet())) {
        made.fault = AreaFigures::Fault::NoPeople;
        return made;
    }
    for (const AreaJoin::Part& part : join.parts) {
        AreaFigures::One& one = made.areas[part.slot];
        ++one.rows;
        const std::optional<qint64> figure = column.at(part.row);
        const std::optional<qint64> heads = weighs ? people.of(table.codes().at(part.row)) : std::nullopt;
        if (!figure || (weighs && !heads)) {
            ++one.missing;
            continue;
        }
        one.negative += *figure < 0 ? 1 : 0;
        if (!weighs) {
            addTo(one.sum, settled(*figure, part.share));
            continue;
        }
        const qint64 settledHeads = settled(*heads, part.share);
        addTo(one.sum, product(settledHeads, *figure));
        addTo(one.people, settledHeads);
    }
    return made;
}

AreaFigures peopleWhere(const FigureTable& table, const FigureColumn& column, const AreaJoin& join,
                        qsizetype areas, const PeopleColumn& people,
                        const std::function<bool(qint64)>& passes)
{
    AreaFigures made = startedWith(column, join, areas);
    if (made.fault != AreaFigures::Fault::None)
        return made;
    if (!people.table || !people.column || people.table->codeSet() != table.codeSet()) {
        made.fault = AreaFigures::Fault::NoPeople;
        return made;
    }
    made.kind = FigureKind::Count;
    for (const AreaJoin::Part& part : join.parts) {
        AreaFigures::One& one = made.areas[part.slot];
        ++one.rows;
        const std::optional<qint64> figure = column.at(part.row);
        const std::optional<qint64> heads = people.of(table.codes().at(part.row));
        if (!figure || !heads) {
            ++one.missing;
            continue;
        }
        addTo(one.sum, passes(*figure) ? settled(*heads, part.share) : 0);
    }
    return made;
}

std::optional<int> fifthOf(FigureKind kind, qint64 figure, qint64 ranks)
{
    const qint64 whole = figure / figureUnits;
    if (figure % figureUnits != 0 || whole < 1)
        return std::nullopt;
    if (kind == FigureKind::Decile && whole <= 10)
        return static_cast<int>((whole + 1) / 2);
    if (kind == FigureKind::Rank && whole <= ranks)
        return static_cast<int>((whole * 5 + ranks - 1) / ranks);
    return std::nullopt;
}

} // namespace placewright
