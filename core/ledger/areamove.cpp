#include "core/ledger/areamove.h"

#include "core/ledger/ledger.h"
#include "core/money/apportion.h"

#include <algorithm>

namespace placewright {

namespace {

// The pounds by area of one line that may move, in one year.
struct MovableLine
{
    Id line;
    Money own;
    QList<Id> others;
    QList<qint64> otherPence;
    QList<int> otherRanks;
    Money otherTotal;
};

bool movesFreely(const Plan& plan, const Line& line)
{
    const Scheme* scheme = plan.schemes.find(line.scheme);
    if (!scheme || line.locked || scheme->locked)
        return false;
    const QString& kind = line.areaBasis.isEmpty() ? scheme->areaBasis : line.areaBasis;
    const Fund* fund = plan.funds.find(scheme->fund);
    return kind == basis::pounds && !(fund && fund->kind == fundKind::aligned);
}

std::optional<MovableLine> movable(const Plan& plan, const Line& line, const Id& area, const Id& year)
{
    const auto own = line.areaAmount.constFind(Key{year, area});
    if (own == line.areaAmount.constEnd() || own->isNegative() || !movesFreely(plan, line))
        return std::nullopt;
    const Area* mover = plan.areas.find(area);
    const std::optional<Id> layer = layerOfPounds(plan, *plan.schemes.find(line.scheme), line, year);
    if (!mover || !layer || (!layer->isNull() && mover->layer != *layer))
        return std::nullopt;
    MovableLine found;
    found.line = line.id;
    found.own = *own;
    QStringList keys;
    for (auto cell = line.areaAmount.lowerBound(Key{year, {}});
         cell != line.areaAmount.cend() && cell.key().year == year; ++cell) {
        const Area* other = plan.areas.find(cell.key().area);
        if (!other || other->id == area || other->layer != mover->layer || cell->isNegative())
            continue;
        found.others.append(other->id);
        found.otherPence.append(cell->pence());
        found.otherTotal += *cell;
        keys.append(tieKey(*other));
    }
    if (found.others.isEmpty())
        return std::nullopt;
    found.otherRanks = tieRanks(keys);
    return found;
}

QList<MovableLine> movableLines(const Plan& plan, const Id& area, const Id& year)
{
    QList<MovableLine> lines;
    for (const Line& line : plan.lines)
        if (const std::optional<MovableLine> found = movable(plan, line, area, year))
            lines.append(*found);
    return lines;
}

// What the others of a line give or get: in proportion to what they hold, equally when they hold nothing.
QList<Money> spread(const MovableLine& line, Money amount)
{
    QList<qint64> weights = line.otherPence;
    if (line.otherTotal.isZero())
        weights.fill(1);
    return apportion(amount, weights, line.otherRanks);
}

} // namespace

AreaMoveRoom areaMoveRoom(const Plan& plan, const Id& area, const Id& year)
{
    AreaMoveRoom room;
    const QList<MovableLine> lines = movableLines(plan, area, year);
    for (const MovableLine& line : lines) {
        room.down += line.own;
        room.up += line.otherTotal;
    }
    if (lines.isEmpty())
        room.downLimit = room.upLimit = AreaMoveRoom::Limit::NoKnownPounds;
    return room;
}

std::optional<QList<Change>> moveAreaMoney(const Plan& plan, const Id& area, const Id& year, Money delta)
{
    const QList<MovableLine> lines = movableLines(plan, area, year);
    QList<qint64> room;
    QStringList keys;
    Money whole;
    for (const MovableLine& line : lines) {
        const Money available = delta.isNegative() ? line.own : line.otherTotal;
        room.append(available.pence());
        whole += available;
        keys.append(line.line.text());
    }
    if (delta.abs() > whole || whole.isZero())
        return std::nullopt;

    StepBuilder builder(plan);
    const QLatin1StringView field("areaAmount");
    const auto shift = [&](const Id& line, const Id& of, Money by) {
        const Key key{year, of};
        const Money present = plan.value(Line::type.id, line, field, key).money().value_or(Money());
        builder.set(Line::type.id, line, field, key, Value(present + by));
    };
    const QList<Money> perLine = apportion(delta, room, tieRanks(keys));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const MovableLine& line = lines.at(i);
        shift(line.line, area, perLine.at(i));
        const QList<Money> others = spread(line, -perLine.at(i));
        for (qsizetype j = 0; j < line.others.size(); ++j)
            shift(line.line, line.others.at(j), others.at(j));
    }
    return builder.step({}).changes;
}

} // namespace placewright
