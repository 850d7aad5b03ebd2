#include "core/rules/moves.h"

#include <QJsonArray>

#include <map>

namespace placewright {

namespace {

using Kind = MoveRefusal::Kind;

bool holds(const QJsonObject& parameters, QLatin1StringView name, const QString& value)
{
    return parameters.value(name).toArray().contains(value);
}

// What a check of the rulebook says about money that a line is to get.
std::optional<MoveRefusal> ringFence(const Plan& plan, const RulebookCheck& check, const Line& line)
{
    const bool ofKind = check.function == QLatin1StringView("sourceKindOfSpend");
    const bool onTypes = check.function == QLatin1StringView("sourcesSpentOnTypes");
    const QJsonObject& parameters = check.parameters;
    const bool fenced = ofKind ? parameters.value(QLatin1StringView("source")).toString() == line.source
                               : onTypes && holds(parameters, QLatin1StringView("sources"), line.source);
    if (!check.applies || !fenced)
        return std::nullopt;
    if (ofKind && !line.spendKind.isEmpty() &&
        line.spendKind != parameters.value(QLatin1StringView("spendKind")).toString())
        return MoveRefusal{Kind::KindOfSpend, line.id, {}, check.rule};
    const Scheme* scheme = plan.schemes.find(line.scheme);
    const bool byActivity = parameters.contains(QLatin1StringView("activities"));
    const QString type = !scheme ? QString() : byActivity ? scheme->activity : scheme->schemeType;
    if (!type.isEmpty() &&
        !holds(parameters, QLatin1StringView(byActivity ? "activities" : "schemeTypes"), type))
        return MoveRefusal{Kind::TypeNotAllowed, line.id, {}, check.rule};
    return std::nullopt;
}

Money schemeTotal(const Plan& plan, const Id& scheme, const Key& key)
{
    Money total;
    for (const Line& line : plan.lines)
        if (line.scheme == scheme)
            total += line.amount.value(key) + line.irrecoverableVat.value(key);
    return total;
}

bool isAligned(const Plan& plan, const Line& line)
{
    const Scheme* scheme = plan.schemes.find(line.scheme);
    const Fund* fund = scheme ? plan.funds.find(scheme->fund) : nullptr;
    return fund && fund->kind == fundKind::aligned;
}

std::optional<MoveRefusal> refusedLine(const Plan& plan, const Rulebook* rulebook, const Key& key,
                                       const LineChange& change)
{
    const Line* line = plan.lines.find(change.line);
    if (!line)
        return MoveRefusal{Kind::NoSuchLine, change.line, {}, {}};
    const Scheme* scheme = plan.schemes.find(line->scheme);
    if (!line->contract.isNull())
        return MoveRefusal{Kind::PaysContract, line->id, {}, {}};
    if (line->locked)
        return MoveRefusal{Kind::LineLocked, line->id, {}, {}};
    if (scheme && scheme->locked)
        return MoveRefusal{Kind::SchemeLocked, line->id, {}, {}};
    if (change.by.isNegative() && (line->amount.value(key) + change.by).isNegative())
        return MoveRefusal{Kind::BelowNought, line->id, {}, {}};
    if (rulebook && change.by > Money())
        for (const RulebookCheck& check : rulebook->checks)
            if (const std::optional<MoveRefusal> refusal = ringFence(plan, check, *line))
                return refusal;
    return std::nullopt;
}

} // namespace

std::optional<MoveRefusal> refusedChange(const Plan& plan, const Rulebook* rulebook, const Id& year,
                                         std::span<const LineChange> changes)
{
    const Key key{year, {}};
    struct SchemeChange
    {
        Money by;
        Id line;
    };
    std::map<Id, SchemeChange> schemes;
    for (const LineChange& change : changes) {
        if (change.by.isZero())
            continue;
        if (const std::optional<MoveRefusal> refusal = refusedLine(plan, rulebook, key, change))
            return refusal;
        SchemeChange& scheme = schemes[plan.lines.find(change.line)->scheme];
        scheme.by += change.by;
        scheme.line = change.line;
    }
    for (const auto& [id, change] : schemes) {
        const Scheme* scheme = plan.schemes.find(id);
        if (!scheme)
            continue;
        const Money after = schemeTotal(plan, id, key) + change.by;
        if (change.by.isNegative() && scheme->floor && after < *scheme->floor)
            return MoveRefusal{Kind::BelowFloor, change.line, *scheme->floor, {}};
        if (change.by > Money() && scheme->ceiling && after > *scheme->ceiling)
            return MoveRefusal{Kind::AboveCeiling, change.line, *scheme->ceiling, {}};
    }
    return std::nullopt;
}

std::optional<MoveRefusal> refusedMove(const Plan& plan, const Rulebook* rulebook, const Id& year,
                                       const Id& from, const Id& to, Money amount)
{
    const Line* giver = plan.lines.find(from);
    const Line* taker = plan.lines.find(to);
    if (!giver || !taker)
        return MoveRefusal{Kind::NoSuchLine, giver ? to : from, {}, {}};
    if (giver->source != taker->source)
        return MoveRefusal{Kind::OtherSource, to, {}, {}};
    if (payerOf(plan, *giver) != payerOf(plan, *taker))
        return MoveRefusal{Kind::OtherPayer, to, {}, {}};
    if (isAligned(plan, *giver) != isAligned(plan, *taker))
        return MoveRefusal{Kind::OutOfThePool, to, {}, {}};
    const LineChange changes[] = {{from, -amount}, {to, amount}};
    return refusedChange(plan, rulebook, year, changes);
}

QList<Id> payersOf(const Plan& plan, const QString& source)
{
    QList<Id> paying;
    for (const Contribution& contribution : plan.contributions) {
        const Fund* fund = plan.funds.find(contribution.fund);
        if (contribution.source == source && !(fund && fund->kind == fundKind::aligned))
            paying.append(contribution.partner);
    }
    QList<Id> payers;
    for (const Partner& partner : plan.partners)
        if (paying.contains(partner.id))
            payers.append(partner.id);
    return payers;
}

Id payerOf(const Plan& plan, const Line& line)
{
    if (!line.payer.isNull())
        return line.payer;
    const QList<Id> payers = payersOf(plan, line.source);
    return payers.size() == 1 ? payers.first() : Id();
}

} // namespace placewright
