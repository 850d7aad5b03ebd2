#include "core/evaluate/evaluation.h"

#include "core/ledger/nesting.h"
#include "core/money/apportion.h"
#include "core/money/arithmeticerror.h"
#include "core/rules/checks.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace placewright {

namespace {

// Totals by name within a year, in the order in which names are first asked for.
template <class Total> class ByName
{
public:
    Total& at(const QString& name)
    {
        const auto known = m_positions.constFind(name);
        if (known != m_positions.constEnd())
            return m_totals[*known];
        m_positions.insert(name, m_totals.size());
        m_totals.append(Total());
        return m_totals.last();
    }
    QList<Total>& totals() { return m_totals; }

private:
    QHash<QString, qsizetype> m_positions;
    QList<Total> m_totals;
};

class Evaluator
{
public:
    Evaluator(const Plan& plan, const Shelf& shelf)
        : m_plan(plan)
        , m_shelf(shelf)
    {
    }

    Evaluation evaluate(const PaidContracts& before)
    {
        m_result.needs = layerNeeds(m_plan, m_shelf);
        m_result.contracts = payContracts(m_plan, m_result.needs, before);
        m_result.ledger = makeLedger(m_plan, m_result.needs, m_result.contracts);
        for (qint32 year = 0; year < m_plan.years.size(); ++year)
            addYear(year);
        addSchemes();
        addAreas();
        m_result.risks = settleFunds(m_plan, m_result.ledger);
        m_result.pooled = pooledShares(m_plan);
        QList<FundRisk> risks;
        for (const FundSettlement& settlement : std::as_const(m_result.risks))
            risks.append(settlement.risk);
        for (qint32 year = 0; year < m_plan.years.size(); ++year)
            if (const Rulebook* rulebook = m_shelf.rulebookOf(m_plan.years[year]))
                m_result.findings +=
                    runChecks({m_plan, m_result.ledger, risks, *rulebook, year, m_shelf.today});
        return std::move(m_result);
    }

private:
    const QString& yearName(qsizetype year) const { return m_plan.years[year].id.text(); }

    bool isAligned(const Contribution& contribution) const
    {
        const Fund* fund = m_plan.funds.find(contribution.fund);
        return fund && fund->kind == fundKind::aligned;
    }

    void addYear(qint32 year)
    {
        YearTotal total;
        total.year = yearName(year);
        ByName<SourceTotal> sources;
        ByName<KindTotal> kinds;
        if (const Rulebook* rulebook = m_shelf.rulebookOf(m_plan.years[year])) { // the template's order
            for (const RulebookEntry& entry : rulebook->list(u"sources"))
                sources.at(entry.value).source = entry.value;
            for (const RulebookEntry& entry : rulebook->list(u"areasOfSpend"))
                kinds.at(entry.value).areaOfSpend = entry.value;
        }
        QList<FundTotal> funds = emptyFunds(year);
        addIncome(year, total, sources, funds);
        addSpend(year, total, sources, kinds, funds);

        m_result.years.append(total);
        for (SourceTotal& source : sources.totals()) {
            if (source.year.isEmpty())
                continue; // listed by the rulebook, not used
            source.balance = source.income.amount - source.spend.amount;
            m_result.sources.append(source);
        }
        for (const KindTotal& kind : kinds.totals())
            if (!kind.year.isEmpty())
                m_result.kinds.append(kind);
        for (FundTotal& fund : funds) {
            fund.balance = fund.income.amount - fund.spend.amount;
            for (FundShare& share : fund.contributions)
                if (!fund.income.amount.isZero())
                    share.share = Ratio::of(share.amount.amount, fund.income.amount);
            m_result.funds.append(fund);
        }
    }

    QList<FundTotal> emptyFunds(qint32 year) const
    {
        QList<FundTotal> funds;
        for (const Fund& fund : m_plan.funds) {
            FundTotal total;
            total.fund = fund.id;
            total.year = yearName(year);
            funds.append(total);
        }
        return funds;
    }

    void addIncome(qint32 year, YearTotal& total, ByName<SourceTotal>& sources, QList<FundTotal>& funds)
    {
        const Key key{m_plan.years[year].id, {}};
        for (const Partner& partner : m_plan.partners) // shares stand in the order of partners
            for (const Contribution& contribution : m_plan.contributions)
                if (contribution.partner == partner.id && contribution.amount.contains(key))
                    addToFund(contribution, key, funds);
        for (const Contribution& contribution : m_plan.contributions)
            if (contribution.partner.isNull() && contribution.amount.contains(key))
                addToFund(contribution, key, funds);
        for (const Contribution& contribution : m_plan.contributions) {
            const auto amount = contribution.amount.constFind(key);
            if (amount == contribution.amount.constEnd())
                continue;
            const Status status = statusFromId(contribution.status.value(key));
            if (isAligned(contribution)) {
                total.aligned.add(*amount, status);
                continue;
            }
            total.income.add(*amount, status);
            SourceTotal& source = sources.at(contribution.source);
            source.year = yearName(year);
            source.source = contribution.source;
            source.income.add(*amount, status);
        }
    }

    void addToFund(const Contribution& contribution, const Key& key, QList<FundTotal>& funds) const
    {
        const qsizetype position = m_plan.funds.positionOf(contribution.fund);
        if (position < 0)
            return;
        FundTotal& fund = funds[position];
        if (fund.contributions.isEmpty() || fund.contributions.last().partner != contribution.partner) {
            FundShare share;
            share.partner = contribution.partner;
            fund.contributions.append(share);
        }
        const Money amount = contribution.amount.value(key);
        const Status status = statusFromId(contribution.status.value(key));
        fund.contributions.last().amount.add(amount, status);
        fund.income.add(amount, status);
    }

    void addSpend(qint32 year, YearTotal& total, ByName<SourceTotal>& sources, ByName<KindTotal>& kinds,
                  QList<FundTotal>& funds)
    {
        for (const LedgerRow& row : m_result.ledger.rows) {
            if (row.year != year)
                continue;
            const Line& line = m_plan.lines[row.line];
            const qsizetype fund = m_plan.funds.positionOf(m_plan.schemes[row.scheme].fund);
            if (fund >= 0)
                funds[fund].spend.add(row.amount, row.status);
            if (row.aligned)
                continue;
            total.spend.add(row.amount, row.status);
            if (row.origin == LedgerRow::Origin::Vat)
                total.irrecoverableVat += row.amount;
            else
                total.clientContributions += line.clientContributions.value({m_plan.years[year].id, {}});
            total.notSplit += row.notSplit;
            total.split += row.amount - row.notSplit;
            SourceTotal& source = sources.at(line.source);
            source.year = yearName(year);
            source.source = line.source;
            source.spend.add(row.amount, row.status);
            KindTotal& kind = kinds.at(line.areaOfSpend);
            kind.year = yearName(year);
            kind.areaOfSpend = line.areaOfSpend;
            kind.spend.add(row.amount, row.status);
        }
    }

    // Rows of one scheme and year together, in plan order of schemes.
    void addSchemes()
    {
        const QList<LedgerRow>& rows = m_result.ledger.rows;
        std::vector<qint32> order(static_cast<size_t>(rows.size()));
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<qint32>(i);
        std::stable_sort(order.begin(), order.end(), [&](qint32 a, qint32 b) {
            return std::tie(rows[a].scheme, rows[a].year) < std::tie(rows[b].scheme, rows[b].year);
        });

        std::vector<SchemeArea> byArea(static_cast<size_t>(m_plan.areas.size()));
        std::vector<qint32> touched;
        for (size_t i = 0; i < order.size();) {
            const LedgerRow& first = rows[order[i]];
            SchemeTotal total;
            total.scheme = m_plan.schemes[first.scheme].id;
            total.year = yearName(first.year);
            touched.clear();
            for (; i < order.size() && rows[order[i]].scheme == first.scheme &&
                   rows[order[i]].year == first.year;
                 ++i)
                addRow(total, rows[order[i]], byArea, touched);
            std::sort(touched.begin(), touched.end());
            for (const qint32 area : touched) {
                SchemeArea& sum = byArea[static_cast<size_t>(area)];
                total.areas.append(sum);
                sum = {};
            }
            m_result.schemes.append(total);
        }
    }

    void addRow(SchemeTotal& total, const LedgerRow& row, std::vector<SchemeArea>& byArea,
                std::vector<qint32>& touched) const
    {
        total.spend.add(row.amount, row.status);
        total.notSplit += row.notSplit;
        for (const AreaPart& part : m_result.ledger.partsOf(row)) {
            SchemeArea& sum = byArea[static_cast<size_t>(part.area)];
            if (sum.area.isNull()) {
                sum.area = m_plan.areas[part.area].id;
                touched.push_back(part.area);
            }
            sum.amount += part.amount;
            if (row.assumed)
                sum.assumed += part.amount;
        }
    }

    void addAreas()
    {
        const qsizetype areas = m_plan.areas.size();
        std::vector<Money> allocated(static_cast<size_t>(areas * m_plan.years.size()));
        std::vector<Money> assumed(allocated.size());
        for (const LedgerRow& row : m_result.ledger.rows) {
            if (row.aligned)
                continue;
            for (const AreaPart& part : m_result.ledger.partsOf(row)) {
                const auto slot = static_cast<size_t>(row.year * areas + part.area);
                allocated[slot] += part.amount;
                if (row.assumed)
                    assumed[slot] += part.amount;
            }
        }
        const QList<Money> own(allocated.begin(), allocated.end());
        const QList<Money> ownAssumed(assumed.begin(), assumed.end());
        QHash<Id, LayerTotal> nested; // what each layer takes from finer ones
        for (const Layer& parent : m_plan.layers) {
            for (const Layer& child : m_plan.layers) {
                if (child.id == parent.id || !hasMoney(child, own))
                    continue;
                const Nesting nesting = nestingOf(m_plan, child, parent, m_shelf);
                if (!nesting.nests() || nestingOf(m_plan, parent, child, m_shelf).nests())
                    continue;
                nested[parent.id].nested.append(child.id);
                nested[parent.id].parentOf.insert(nesting.parentOf);
                for (auto area = nesting.parentOf.cbegin(); area != nesting.parentOf.cend(); ++area)
                    for (qsizetype year = 0; year < m_plan.years.size(); ++year) {
                        const auto slot = static_cast<size_t>(year * areas + *area);
                        allocated[slot] += own[year * areas + area.key()];
                        assumed[slot] += ownAssumed[year * areas + area.key()];
                    }
            }
        }
        for (qsizetype year = 0; year < m_plan.years.size(); ++year)
            for (const LayerNeed& need : std::as_const(m_result.needs))
                addLayer(need, yearName(year), nested.value(need.layer), allocated.data() + year * areas,
                         assumed.data() + year * areas);
    }

    bool hasMoney(const Layer& layer, const QList<Money>& allocated) const
    {
        const qsizetype areas = m_plan.areas.size();
        for (qsizetype slot = 0; slot < allocated.size(); ++slot)
            if (!allocated[slot].isZero() && m_plan.areas[slot % areas].layer == layer.id)
                return true;
        return false;
    }

    void addLayer(const LayerNeed& need, const QString& year, const LayerTotal& nested,
                  const Money* allocated, const Money* assumed)
    {
        LayerTotal layer = nested;
        layer.layer = need.layer;
        layer.year = year;
        for (const AreaNeed& area : need.areas) {
            layer.allocated += allocated[area.area];
            layer.assumed += assumed[area.area];
        }
        const QList<Money> targets = need.complete ? targetsOf(need, layer.allocated) : QList<Money>();
        for (qsizetype i = 0; i < need.areas.size(); ++i) {
            const AreaNeed& one = need.areas.at(i);
            AreaTotal total;
            total.layer = need.layer;
            total.area = m_plan.areas[one.area].id;
            total.year = year;
            total.population = one.population;
            total.weighted = one.weighted;
            total.deprivation = one.deprivation;
            total.allocated = allocated[one.area];
            total.assumed = assumed[one.area];
            if (!layer.allocated.isZero())
                total.allocatedShare = Ratio::of(total.allocated, layer.allocated);
            if (one.population && !one.population->isZero())
                total.perHead = perPerson(total.allocated, one.population->exact());
            if (need.complete) {
                const Ratio scaledPeople =
                    one.weighted->exact() * need.population.exact() / need.weighted.exact();
                total.needShare = one.weighted->exact() / need.weighted.exact();
                if (!one.population->isZero())
                    total.needIndex = scaledPeople / one.population->exact();
                if (!one.weighted->isZero())
                    total.perWeightedHead = perPerson(total.allocated, scaledPeople);
                total.target = targets.at(i);
                total.distanceFromTarget = total.allocated - targets.at(i);
            }
            m_result.areas.append(total);
        }
        m_result.layers.append(layer);
    }

    static Money perPerson(Money money, const Ratio& people)
    {
        return scaled(money, Ratio(1) / people, Rounding::HalfAwayFromZero);
    }

    QList<Money> targetsOf(const LayerNeed& need, Money whole) const
    {
        QList<qint64> weights;
        QStringList keys;
        for (const AreaNeed& one : need.areas) {
            weights.append(one.weighted->units());
            keys.append(tieKey(m_plan.areas[one.area]));
        }
        return apportion(whole, weights, tieRanks(keys));
    }

    const Plan& m_plan;
    const Shelf& m_shelf;
    Evaluation m_result;
};

} // namespace

Evaluation evaluate(const Plan& plan, const Shelf& shelf, const Evaluation& before)
{
    return Evaluator(plan, shelf).evaluate(before.contracts);
}

Result<Evaluation> tryEvaluate(const Plan& plan, const Shelf& shelf, const Evaluation& before)
{
    try {
        return evaluate(plan, shelf, before);
    } catch (const ArithmeticError&) {
        return Error{QCoreApplication::translate("Evaluation",
                                                 "A sum in this plan is too large to be worked out exactly. "
                                                 "Look for an amount far too large, and mend it.")};
    }
}

} // namespace placewright
