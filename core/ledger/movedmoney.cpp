#include "core/ledger/movedmoney.h"

#include "core/plan/names.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MovedMoney)
};

struct LineYear
{
    Id line;
    Id year;

    friend auto operator<=>(const LineYear&, const LineYear&) = default;
};

// Where a line's money comes from and goes to.
struct Purpose
{
    Id payer;
    QString source;
    Id fund;
    Id scheme;
    QString areaOfSpend;
    QString provider;

    friend bool operator==(const Purpose&, const Purpose&) = default;
};

struct Spent
{
    Purpose purpose;
    Money amount;
};

struct SpentByLine
{
    QList<LineYear> order;
    std::map<LineYear, Spent> spent;
};

SpentByLine spentByLine(const Spending& of)
{
    SpentByLine found;
    for (const LedgerRow& row : of.ledger.rows) {
        const Line& line = of.plan.lines[row.line];
        const LineYear key{line.id, of.plan.years[row.year].id};
        auto known = found.spent.find(key);
        if (known == found.spent.end()) {
            const Id fund = of.plan.schemes[row.scheme].fund;
            const Purpose purpose{payerIn(of.plan, line, fund, key.year),
                                  line.source,
                                  fund,
                                  line.scheme,
                                  line.areaOfSpend,
                                  line.provider};
            known = found.spent.emplace(key, Spent{purpose, Money()}).first;
            found.order.append(key);
        }
        known->second.amount += row.amount;
    }
    return found;
}

class Mover
{
public:
    Mover(const Spending& before, const Spending& after)
        : m_before(before)
        , m_after(after)
    {
    }

    MoneyMoves moves()
    {
        moveLines();
        moveContributions();
        MoneyMoves moves;
        for (const MovedMoney& row : std::as_const(m_moved))
            if (!row.increase.isZero() || !row.decrease.isZero())
                moves.moved.append(row);
        moves.lines = m_lines;
        return moves;
    }

private:
    static void change(QList<MovedMoney>& rows, const Id& partner, const Id& year, const QString& area,
                       Money by)
    {
        auto row = std::find_if(rows.begin(), rows.end(), [&](const MovedMoney& one) {
            return one.partner == partner && one.year == year.text() && one.category == area;
        });
        if (row == rows.end()) {
            rows.append({partner, year.text(), area, {}, {}});
            row = rows.end() - 1;
        }
        if (by.isNegative())
            row->decrease -= by;
        else
            row->increase += by;
    }

    void move(const LineYear& key, const Spent& spent, Money by)
    {
        change(m_moved, spent.purpose.payer, key.year, spent.purpose.areaOfSpend, by);
        if (!by.isZero() && !m_lines.contains(key.line))
            m_lines.append(key.line);
    }

    void moveLines()
    {
        const SpentByLine before = spentByLine(m_before);
        const SpentByLine after = spentByLine(m_after);
        for (const LineYear& key : after.order) {
            const Spent& now = after.spent.at(key);
            const auto was = before.spent.find(key);
            if (was != before.spent.end() && was->second.purpose == now.purpose) {
                move(key, now, now.amount - was->second.amount);
                continue;
            }
            if (was != before.spent.end())
                move(key, was->second, -was->second.amount);
            move(key, now, now.amount);
        }
        for (const LineYear& key : before.order)
            if (!after.spent.contains(key))
                move(key, before.spent.at(key), -before.spent.at(key).amount);
    }

    void moveContribution(const Contribution* before, const Contribution* after, const Id& year)
    {
        const Money was = before ? before->amount.value({year, {}}) : Money();
        const Money now = after ? after->amount.value({year, {}}) : Money();
        if (before && after && before->partner == after->partner && before->fund == after->fund &&
            before->source == after->source) {
            change(m_contributed, after->partner, year, {}, now - was);
            return;
        }
        if (before)
            change(m_contributed, before->partner, year, {}, -was);
        if (after)
            change(m_contributed, after->partner, year, {}, now);
    }

    QList<Id> years() const
    {
        QList<Id> years;
        for (const Plan* plan : {&m_after.plan, &m_before.plan})
            for (const FinancialYear& year : plan->years)
                if (!years.contains(year.id))
                    years.append(year.id);
        return years;
    }

    // What contributions change beyond what the lines of the same partner and year do.
    void moveContributions()
    {
        for (const Id& year : years()) {
            for (const Contribution& now : m_after.plan.contributions)
                moveContribution(m_before.plan.contributions.find(now.id), &now, year);
            for (const Contribution& was : m_before.plan.contributions)
                if (!m_after.plan.contributions.contains(was.id))
                    moveContribution(&was, nullptr, year);
        }
        for (const MovedMoney& contributed : std::as_const(m_contributed)) {
            Money increase;
            Money decrease;
            for (const MovedMoney& row : std::as_const(m_moved))
                if (row.partner == contributed.partner && row.year == contributed.year) {
                    increase += row.increase;
                    decrease += row.decrease;
                }
            const Id year(contributed.year);
            if (contributed.increase > increase)
                change(m_moved, contributed.partner, year, {}, contributed.increase - increase);
            if (contributed.decrease > decrease)
                change(m_moved, contributed.partner, year, {}, decrease - contributed.decrease);
        }
    }

    const Spending& m_before;
    const Spending& m_after;
    QList<MovedMoney> m_moved;
    QList<Id> m_lines;
    QList<MovedMoney> m_contributed; // without an area of spend
};

bool sameContracts(const Plan& a, const Plan& b)
{
    return a.contracts == b.contracts && a.contractPeople == b.contractPeople &&
           a.contractIndicators == b.contractIndicators && a.indicatorResults == b.indicatorResults &&
           a.contractVersions == b.contractVersions && a.indicatorTerms == b.indicatorTerms &&
           a.contractActivities == b.contractActivities;
}

// A line whose payment is not known in one of the two plans, unless it is not known in both and nothing of it changes.
const Line* unknownLine(const Spending& before, const Spending& after)
{
    QSet<std::pair<Id, Id>> known;
    const bool same = sameContracts(before.plan, after.plan);
    for (const UnknownAmount& unknown : before.ledger.unknown) {
        const Line& line = before.plan.lines[unknown.line];
        const Line* now = after.plan.lines.find(line.id);
        if (!same || !now || *now != line)
            return &line;
        known.insert({line.id, before.plan.years[unknown.year].id});
    }
    for (const UnknownAmount& unknown : after.ledger.unknown) {
        const Line& line = after.plan.lines[unknown.line];
        if (!known.contains({line.id, after.plan.years[unknown.year].id}))
            return &line;
    }
    return nullptr;
}

} // namespace

Id payerIn(const Plan& plan, const Line& line, const Id& fund, const Id& year)
{
    if (!line.payer.isNull())
        return line.payer;
    std::optional<Id> payer;
    for (const Contribution& contribution : plan.contributions) {
        if (contribution.fund != fund || contribution.source != line.source ||
            !contribution.amount.contains({year, {}}))
            continue;
        if (payer && *payer != contribution.partner)
            return {};
        payer = contribution.partner;
    }
    return payer.value_or(Id());
}

Result<MoneyMoves> movedMoney(const Spending& before, const Spending& after)
{
    if (const Line* line = unknownLine(before, after)) {
        const Plan& plan = after.plan.lines.contains(line->id) ? after.plan : before.plan;
        return Error{
            Words::tr("Nobody can tell how much money this moves, since what the line “%1” pays for its "
                      "contract is not known. Complete the terms of the contract first.")
                .arg(nameOf(plan, Line::type.id, line->id))};
    }
    return Mover(before, after).moves();
}

} // namespace placewright
