#include "core/ledger/ledger.h"

#include "core/ledger/contractamounts.h"
#include "core/money/apportion.h"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>
#include <vector>

namespace placewright {

namespace {

// How one basis sends money to areas: either fixed parts of one amount, or a split by weights, or nowhere and why.
struct Route
{
    SplitProblem problem = SplitProblem::None;
    bool assumed = false;
    QList<qint32> areas;
    std::shared_ptr<Apportioner> split; // none: one area takes all, or nothing is split
};

Route nowhere(SplitProblem problem)
{
    Route route;
    route.problem = problem;
    return route;
}

// The basis that counts for a line: its own, else its scheme's.
struct Basis
{
    const QString& kind;
    const Id& area;
    const QMap<Key, Rate>& shares;
};

class LedgerMaker
{
public:
    LedgerMaker(const Plan& plan, const QList<LayerNeed>& needs, const PaidContracts& contracts)
        : m_plan(plan)
        , m_needs(needs)
        , m_contracts(plan, contracts)
    {
        QStringList keys;
        for (const Area& area : plan.areas)
            keys.append(tieKey(area));
        m_areaRanks = tieRanks(keys);
    }

    Ledger make()
    {
        m_schemeRoutes.resize(static_cast<size_t>(m_plan.schemes.size()));
        for (qsizetype i = 0; i < m_plan.lines.size(); ++i)
            addLine(static_cast<qint32>(i));
        return std::move(m_ledger);
    }

private:
    void addLine(qint32 position)
    {
        const Line& line = m_plan.lines[position];
        const qsizetype schemePosition = m_plan.schemes.positionOf(line.scheme);
        if (schemePosition < 0 ||
            (line.contract.isNull() && line.amount.isEmpty() && line.irrecoverableVat.isEmpty()))
            return;
        const Scheme& scheme = m_plan.schemes[schemePosition];
        const Fund* fund = m_plan.funds.find(scheme.fund);
        const bool ownBasis = !line.areaBasis.isEmpty();
        const QString& kind = ownBasis ? line.areaBasis : scheme.areaBasis;
        const bool pounds = kind == basis::pounds;
        Route own;
        const bool byNeed = kind == basis::need; // each service has its own need
        const bool asContract = kind == basis::contract;
        if (asContract)
            own = contractRoute(line, scheme.layer);
        else if (ownBasis && !pounds && !byNeed)
            own = route({kind, line.basisArea, line.share}, scheme.layer);
        const Route& route = byNeed ? assumedRoute(scheme.layer, true, serviceOf(scheme, line))
                             : pounds || ownBasis || asContract ? own
                                                                : schemeRoute(schemePosition, scheme);

        for (qsizetype year = 0; year < m_plan.years.size(); ++year) {
            const Key key{m_plan.years[year].id, {}};
            LedgerRow empty;
            empty.line = position;
            empty.scheme = static_cast<qint32>(schemePosition);
            empty.year = static_cast<qint32>(year);
            empty.status = statusFromId(line.status.value(key));
            empty.aligned = fund && fund->kind == fundKind::aligned;
            if (const std::optional<Money> amount = amountOf(line, key, empty)) {
                LedgerRow row = empty;
                row.amount = *amount;
                if (!line.contract.isNull()) {
                    row.origin = LedgerRow::Origin::Contract;
                    row.status = worst(row.status, m_contracts.statusOf(line.contract));
                }
                if (pounds)
                    splitByPounds(row, scheme, line, key.year);
                else
                    splitByRoute(row, route);
                m_ledger.rows.append(row);
            }
            const Money vat = line.irrecoverableVat.value(key);
            if (!vat.isZero()) {
                LedgerRow row = empty;
                row.amount = vat;
                row.origin = LedgerRow::Origin::Vat;
                splitByRoute(row, pounds ? Route() : route); // known pounds are of the amount alone
                m_ledger.rows.append(row);
            }
        }
    }

    // What the line spends in the year: typed, or what its contract pays. Nothing: neither.
    std::optional<Money> amountOf(const Line& line, const Key& year, const LedgerRow& row)
    {
        if (line.contract.isNull()) {
            const auto typed = line.amount.constFind(year);
            return typed == line.amount.cend() ? std::nullopt : std::optional(*typed);
        }
        const ContractAmounts::Amount amount = m_contracts.amountOf(line, year.year.text());
        if (amount.isUnknown)
            m_ledger.unknown.append({row.line, row.scheme, row.year, row.aligned});
        return amount.money;
    }

    // Known: as the contract pays its areas in the first year of its term that pays them anything.
    Route contractRoute(const Line& line, const Id& layer) const
    {
        const PaidContract* contract = m_contracts.paid(line.contract);
        if (!contract)
            return nowhere(SplitProblem::NoAreas);
        const ContractPayment& payment = contract->payment;
        if (payment.terms.areas.isEmpty() || !payment.isPaid())
            return nowhere(SplitProblem::ContractPaidAsOne);
        if (!layer.isNull() && layer != contract->source.contract.layer)
            return nowhere(SplitProblem::OtherLayer);
        Route route;
        QList<qint64> weights;
        qint64 sum = 0;
        for (qsizetype slot = 0; slot < payment.terms.areas.size(); ++slot) {
            route.areas.append(static_cast<qint32>(m_plan.areas.positionOf(payment.terms.areas.at(slot))));
            weights.append(std::max<qint64>(payment.years.first().outcome.areas.at(slot).payment.pence(), 0));
            sum += weights.last();
        }
        if (sum == 0)
            return nowhere(SplitProblem::NoAreas);
        route.split = apportioner(route.areas, weights);
        return route;
    }

    void splitByRoute(LedgerRow& row, const Route& route)
    {
        row.firstPart = static_cast<qint32>(m_ledger.parts.size());
        row.problem = route.problem;
        row.assumed = route.assumed;
        row.partCount = static_cast<qint32>(route.areas.size());
        if (route.areas.isEmpty()) {
            row.notSplit = row.amount;
            return;
        }
        if (!route.split) {
            m_ledger.parts.append({route.areas.first(), row.amount});
            return;
        }
        m_scratch.resize(static_cast<size_t>(route.areas.size()));
        route.split->split(row.amount, m_scratch);
        m_ledger.parts.resize(row.firstPart + row.partCount);
        AreaPart* part = m_ledger.parts.data() + row.firstPart;
        for (size_t i = 0; i < m_scratch.size(); ++i)
            part[i] = {route.areas.at(static_cast<qsizetype>(i)), m_scratch[i]};
    }

    void splitByPounds(LedgerRow& row, const Scheme& scheme, const Line& line, const Id& year)
    {
        row.firstPart = static_cast<qint32>(m_ledger.parts.size());
        const std::optional<Id> layer = layerOfPounds(m_plan, scheme, line, year);
        if (!layer) {
            row.problem = SplitProblem::OtherLayer;
            row.notSplit = row.amount;
            return;
        }
        Money placed;
        for (auto cell = line.areaAmount.lowerBound(Key{year, {}});
             cell != line.areaAmount.cend() && cell.key().year == year; ++cell) {
            const qsizetype area = m_plan.areas.positionOf(cell.key().area);
            if (area < 0 || (!layer->isNull() && m_plan.areas[area].layer != *layer))
                continue;
            m_ledger.parts.append({static_cast<qint32>(area), *cell});
            placed += *cell;
        }
        if (placed < std::min(Money(), row.amount) || placed > std::max(Money(), row.amount)) {
            m_ledger.parts.resize(row.firstPart);
            placed = Money();
            row.problem = SplitProblem::PoundsAboveAmount;
        }
        row.partCount = static_cast<qint32>(m_ledger.parts.size()) - row.firstPart;
        row.notSplit = row.amount - placed;
    }

    const Route& schemeRoute(qsizetype position, const Scheme& scheme)
    {
        std::optional<Route>& known = m_schemeRoutes[static_cast<size_t>(position)];
        if (!known)
            known = route({scheme.areaBasis, scheme.basisArea, scheme.share}, scheme.layer);
        return *known;
    }

    Route route(const Basis& from, const Id& layer)
    {
        if (from.kind == basis::area) {
            const qsizetype area = m_plan.areas.positionOf(from.area);
            if (area < 0)
                return nowhere(SplitProblem::AreaUnknown);
            if (!layer.isNull() && m_plan.areas[area].layer != layer)
                return nowhere(SplitProblem::OtherLayer);
            Route route;
            route.areas.append(static_cast<qint32>(area));
            return route;
        }
        if (from.kind == basis::shares)
            return shareRoute(from.shares, layer);
        if (from.kind == basis::population)
            return assumedRoute(layer, false, {});
        return {};
    }

    Route shareRoute(const QMap<Key, Rate>& shares, Id layer) const
    {
        Route route;
        QList<qint64> weights;
        Ratio total;
        for (auto share = shares.cbegin(); share != shares.cend(); ++share) {
            const qsizetype area = m_plan.areas.positionOf(share.key().area);
            if (area < 0 || share->isNegative())
                return nowhere(SplitProblem::SharesNotWhole);
            const Ratio exact = share->exact();
            total = total + exact;
            if (total > Ratio(100))
                return nowhere(SplitProblem::SharesNotWhole);
            if (share->isZero())
                continue;
            if (layer.isNull())
                layer = m_plan.areas[area].layer;
            if (m_plan.areas[area].layer != layer)
                return nowhere(SplitProblem::OtherLayer);
            route.areas.append(static_cast<qint32>(area));
            weights.append(exact.unitsAt(12, Rounding::TowardsZero)); // exact: a Rate has at most 12 places
        }
        if (total != Ratio(100))
            return nowhere(SplitProblem::SharesNotWhole);
        route.split = apportioner(route.areas, weights);
        return route;
    }

    // Population and need routes are the same for every line of a layer and service.
    const Route& assumedRoute(const Id& layer, bool byNeed, const QString& service)
    {
        const auto key = std::make_tuple(layer, byNeed, service);
        const auto known = m_assumedRoutes.find(key);
        if (known != m_assumedRoutes.end())
            return known->second;
        return m_assumedRoutes.emplace(key, makeAssumedRoute(layer, byNeed, service)).first->second;
    }

    // By need: the measure agreed for the service, else the layer's own.
    Route makeAssumedRoute(const Id& layer, bool byNeed, const QString& service) const
    {
        const auto need = std::find_if(m_needs.begin(), m_needs.end(),
                                       [&](const LayerNeed& n) { return n.layer == layer; });
        if (need == m_needs.end())
            return nowhere(SplitProblem::NoLayer);
        if (need->areas.isEmpty())
            return nowhere(SplitProblem::NoAreas);
        Route route;
        route.assumed = true;
        QList<qint64> weights;
        qint64 largest = 0;
        const ServiceMeasure* agreed = byNeed ? need->measureOf(service) : nullptr;
        const bool byService = agreed && agreed->counts();
        for (qsizetype slot = 0; slot < need->areas.size(); ++slot) {
            const AreaNeed& area = need->areas[slot];
            const std::optional<People> people = byService ? std::optional(agreed->weights[slot])
                                                 : byNeed  ? area.weighted
                                                           : area.population;
            if (!people)
                return nowhere(SplitProblem::NeedUnknown);
            route.areas.append(static_cast<qint32>(area.area));
            weights.append(people->units());
            largest = std::max(largest, people->units());
        }
        if (largest == 0)
            return nowhere(SplitProblem::NeedUnknown);
        route.split = apportioner(route.areas, weights);
        return route;
    }

    std::shared_ptr<Apportioner> apportioner(const QList<qint32>& areas, const QList<qint64>& weights) const
    {
        QList<int> ranks;
        for (const qint32 area : areas)
            ranks.append(m_areaRanks.at(area));
        return std::make_shared<Apportioner>(weights, ranks);
    }

    const Plan& m_plan;
    const QList<LayerNeed>& m_needs;
    ContractAmounts m_contracts;
    QList<int> m_areaRanks;
    std::vector<std::optional<Route>> m_schemeRoutes;
    std::map<std::tuple<Id, bool, QString>, Route> m_assumedRoutes;
    std::vector<Money> m_scratch;
    Ledger m_ledger;
};

} // namespace

std::optional<Id> layerOfPounds(const Plan& plan, const Scheme& scheme, const Line& line, const Id& year)
{
    Id layer = scheme.layer;
    for (auto cell = line.areaAmount.lowerBound(Key{year, {}});
         cell != line.areaAmount.cend() && cell.key().year == year; ++cell) {
        const Area* area = plan.areas.find(cell.key().area);
        if (!area || cell->isZero())
            continue;
        if (layer.isNull())
            layer = area->layer;
        if (area->layer != layer)
            return std::nullopt;
    }
    return layer;
}

Ledger makeLedger(const Plan& plan, const QList<LayerNeed>& needs, const PaidContracts& contracts)
{
    return LedgerMaker(plan, needs, contracts).make();
}

} // namespace placewright
