#include "core/committee/delegated.h"

#include "core/committee/voting.h"
#include "core/money/wideint.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr qint64 peoplePerRate = 100'000;

struct YearAmount
{
    QString year;
    Money amount;
};

// What of one partner's money is held against one limit: all of it, or that of one area of spend.
struct Part
{
    Money amount; // in all years
    QList<YearAmount> years;
    QList<DecidedMoney> decided;
};

template <class Row, class Belongs> QList<Row> only(const QList<Row>& rows, Belongs belongs)
{
    QList<Row> kept;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(kept), belongs);
    return kept;
}

template <class Row, class Name> QList<Name> inOrder(const QList<Row>& rows, Name Row::*name)
{
    QList<Name> names;
    for (const Row& row : rows)
        if (!names.contains(row.*name))
            names.append(row.*name);
    return names;
}

Part partOf(const QList<MovedMoney>& moved, const QList<DecidedMoney>& decided)
{
    Part part{movedAmount(moved), {}, decided};
    for (const QString& year : inOrder(moved, &MovedMoney::year)) {
        const Money amount =
            movedAmount(only(moved, [&](const MovedMoney& row) { return row.year == year; }));
        if (!amount.isZero())
            part.years.append({year, amount});
    }
    return part;
}

QList<YearHeadroom> headroom(const DelegatedLimit& limit, const Part& part)
{
    QList<YearHeadroom> years;
    if (!limit.perYear)
        return years;
    for (const YearAmount& year : part.years) {
        Money used;
        for (const DecidedMoney& before : part.decided)
            if (before.year == year.year)
                used += before.amount;
        years.append({year.year, *limit.perYear, used, *limit.perYear - used - year.amount});
    }
    return years;
}

// How far beyond the amounts of the limit, whichever is further.
void holdAmounts(PartnerVerdict& verdict, const DelegatedLimit& limit, const Part& part)
{
    verdict.verdict = DelegationVerdict::Within;
    if (limit.perDecision && part.amount > *limit.perDecision) {
        verdict.verdict = DelegationVerdict::AboveDecision;
        verdict.above = part.amount - *limit.perDecision;
    }
    for (const YearHeadroom& year : verdict.years) {
        if (!year.left.isNegative() || -year.left <= verdict.above)
            continue;
        verdict.verdict = DelegationVerdict::AboveYear;
        verdict.above = -year.left;
        verdict.limit = year.limit;
        verdict.year = year.year;
    }
}

PartnerVerdict heldAgainst(const DelegatedLimit& limit, const Part& part, const QList<InFavour>& inFavour)
{
    PartnerVerdict verdict;
    verdict.delegation = limit.delegation;
    verdict.limit = limit.perDecision;
    verdict.years = headroom(limit, part);
    const bool roleInFavour =
        limit.role.isEmpty() || std::any_of(inFavour.begin(), inFavour.end(), [&](const InFavour& member) {
            return member.partner == limit.partner && countsAs(member.role, limit.role);
        });
    if (limit.minute.trimmed().isEmpty())
        verdict.verdict = DelegationVerdict::NoMinute;
    else if (!roleInFavour)
        verdict.verdict = DelegationVerdict::RoleNotInFavour;
    else
        holdAmounts(verdict, limit, part);
    return verdict;
}

// The nearer to a decision, the lower.
int distance(DelegationVerdict verdict)
{
    switch (verdict) {
    case DelegationVerdict::Within:
        return 0;
    case DelegationVerdict::AboveDecision:
    case DelegationVerdict::AboveYear:
        return 1;
    case DelegationVerdict::RoleNotInFavour:
        return 2;
    case DelegationVerdict::NoMinute:
        return 3;
    case DelegationVerdict::NothingDelegated:
    case DelegationVerdict::PartnerUnknown:
        break;
    }
    return 4;
}

bool isNearer(const PartnerVerdict& a, const PartnerVerdict& b)
{
    const int distanceOfA = distance(a.verdict);
    const int distanceOfB = distance(b.verdict);
    return distanceOfA != distanceOfB ? distanceOfA < distanceOfB : a.above < b.above;
}

// Under the best of these limits; the first of those that are as good.
PartnerVerdict bestOf(const QList<DelegatedLimit>& limits, const Part& part, const QList<InFavour>& inFavour)
{
    PartnerVerdict best;
    for (const DelegatedLimit& limit : limits) {
        PartnerVerdict verdict = heldAgainst(limit, part, inFavour);
        if (isNearer(verdict, best))
            best = std::move(verdict);
    }
    return best;
}

// Each area of spend under limits for that area: the verdict of the one that is furthest from a decision.
PartnerVerdict areaByArea(const QList<DelegatedLimit>& limits, const QList<DecidedMoney>& decided,
                          const QList<MovedMoney>& moved, const QList<InFavour>& inFavour)
{
    std::optional<PartnerVerdict> furthest;
    for (const QString& category : inOrder(moved, &MovedMoney::category)) {
        const auto isOfArea = [&](const auto& row) { return row.category == category; };
        const Part part = partOf(only(moved, isOfArea), only(decided, isOfArea));
        if (part.amount.isZero())
            continue;
        PartnerVerdict verdict =
            category.isEmpty() ? PartnerVerdict() : bestOf(only(limits, isOfArea), part, inFavour);
        if (!furthest || isNearer(*furthest, verdict))
            furthest = std::move(verdict);
    }
    return furthest.value_or(PartnerVerdict());
}

PartnerVerdict verdictOf(const QList<DelegatedLimit>& limits, const QList<DecidedMoney>& decided,
                         const QList<MovedMoney>& moved, const QList<InFavour>& inFavour)
{
    const auto isForAny = [](const DelegatedLimit& limit) { return limit.category.isEmpty(); };
    const PartnerVerdict whole = bestOf(only(limits, isForAny), partOf(moved, decided), inFavour);
    if (whole.isWithin())
        return whole;
    const PartnerVerdict byArea = areaByArea(limits, decided, moved, inFavour);
    return distance(byArea.verdict) < distance(whole.verdict) ? byArea : whole;
}

} // namespace

Money movedAmount(const QList<MovedMoney>& moved)
{
    Money increase;
    Money decrease;
    for (const MovedMoney& row : moved) {
        increase += row.increase;
        decrease += row.decrease;
    }
    return std::max(increase, decrease);
}

std::optional<Money> limitForPeople(Money per100000, std::optional<qint64> people)
{
    if (!people || *people < 0)
        return std::nullopt;
    const Int128 product = Int128(per100000.pence()) * Int128(*people);
    const auto pence = settledQuotient<Int128>(product, peoplePerRate, Rounding::Down);
    if (!fitsInt64(pence))
        return std::nullopt;
    return Money::fromPence(static_cast<qint64>(pence));
}

QList<PartnerVerdict> holdAgainst(const QList<DelegatedLimit>& limits, const QList<DecidedMoney>& decided,
                                  const QList<MovedMoney>& moved, const QList<InFavour>& inFavour)
{
    QList<PartnerVerdict> verdicts;
    for (const Id& partner : inOrder(moved, &MovedMoney::partner)) {
        const auto isOfPartner = [&](const auto& row) { return row.partner == partner; };
        const QList<MovedMoney> own = only(moved, isOfPartner);
        const Money amount = movedAmount(own);
        PartnerVerdict verdict;
        if (amount.isZero())
            verdict.verdict = DelegationVerdict::Within;
        else if (partner.isNull())
            verdict.verdict = DelegationVerdict::PartnerUnknown;
        else
            verdict = verdictOf(only(limits, isOfPartner), only(decided, isOfPartner), own, inFavour);
        verdict.partner = partner;
        verdict.amount = amount;
        verdicts.append(verdict);
    }
    return verdicts;
}

} // namespace placewright
