#pragma once

#include "core/committee/delegated.h"
#include "core/ledger/ledger.h"

namespace placewright {

// Whose money a line spends from a fund in a year: the partner it names, else the only one that contributes to the fund from the line's
// source; null: nobody can tell.
Id payerIn(const Plan& plan, const Line& line, const Id& fund, const Id& year);

// A plan with its Ledger.
struct Spending
{
    const Plan& plan;
    const Ledger& ledger;
};

struct MoneyMoves
{
    QList<MovedMoney> moved;
    QList<Id> lines; // whose money moves
};

// What money moves between two plans: one row for each partner, year and area of spend, in plan order of lines and years. A line's
// amount includes its irrecoverable VAT; aligned lines count, since they are a partner's money too. Where a line goes to another
// scheme, fund, source, payer, area of spend or provider, all of it leaves the one and reaches the other.
// Contributions commit the same money a second time, so that only what they change beyond the lines of that partner and year is
// added, without an area of spend: a line and its contribution raised by £10,000.00 are £10,000.00.
// One sentence when a line pays a contract and nobody can tell how much before or after.
Result<MoneyMoves> movedMoney(const Spending& before, const Spending& after);

} // namespace placewright
