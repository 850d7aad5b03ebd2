#include "core/ledger/fundrisk.h"

#include "core/money/apportion.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace placewright {

namespace {

struct KindPair
{
    QLatin1StringView id;
    RungKind kind;
};
constexpr KindPair kindPairs[] = {
    {riskKind::underspends, RungKind::Underspends},
    {riskKind::otherFunds, RungKind::OtherFunds},
    {riskKind::reserve, RungKind::Reserve},
    {riskKind::amount, RungKind::Amount},
    {riskKind::fault, RungKind::Fault},
    {riskKind::firstLoss, RungKind::FirstLoss},
    {riskKind::ownRisk, RungKind::OwnRisk},
    {riskKind::fixedLine, RungKind::FixedLine},
    {riskKind::proportional, RungKind::Proportional},
    {riskKind::fixedPercent, RungKind::FixedPercent},
    {riskKind::overCap, RungKind::OverCap},
    {riskKind::keep, RungKind::Keep},
    {riskKind::savingPriority, RungKind::SavingPriority},
    {riskKind::performanceFund, RungKind::PerformanceFund},
};

bool needsPayer(RungKind kind)
{
    return kind == RungKind::Fault || kind == RungKind::FirstLoss || kind == RungKind::FixedLine ||
           kind == RungKind::OverCap || kind == RungKind::SavingPriority || kind == RungKind::PerformanceFund;
}

QList<int> ranksOf(const QList<Id>& ids, const Id& first = {})
{
    QStringList keys;
    for (const Id& id : ids)
        keys.append((id == first ? QChar(u'0') : QChar(u'1')) + id.text());
    return tieRanks(keys);
}

QList<const RiskTerm*> inOrder(const Plan& plan, const Id& fund, const Id& scheme)
{
    QList<const RiskTerm*> terms;
    for (const RiskTerm& term : plan.riskTerms)
        if (term.fund == fund && term.scheme == scheme)
            terms.append(&term);
    std::stable_sort(terms.begin(), terms.end(), [](const RiskTerm* a, const RiskTerm* b) {
        const bool underA = a->side == riskSide::under;
        const bool underB = b->side == riskSide::under;
        if (underA != underB)
            return underB;
        return a->step != b->step ? a->step < b->step : a->id < b->id;
    });
    return terms;
}

// What stands in one fund, of all years.
struct OfFund
{
    QList<const LedgerRow*> rows;
    QList<const Contribution*> contributions;
};

// One fund in one year.
class FundRiskMaker
{
public:
    FundRiskMaker(const Plan& plan, const OfFund& of, const Fund& fund, qsizetype year)
        : m_plan(plan)
        , m_of(of)
        , m_fund(fund)
        , m_year(year)
        , m_key{plan.years[year].id, {}}
    {
        m_risk.fund = fund.id;
        m_risk.year = m_key.year.text();
    }

    std::optional<FundRisk> make()
    {
        readRows();
        const bool contributes =
            std::any_of(m_of.contributions.begin(), m_of.contributions.end(),
                        [this](const Contribution* c) { return c->amount.contains(m_key); });
        if (m_rows.isEmpty() && !contributes)
            return std::nullopt;
        addPartners();
        const QList<const RiskTerm*> own = inOrder(m_plan, m_fund.id, {});
        findLoops();
        for (const RiskTerm& term : m_plan.riskTerms) {
            const Scheme* scheme = m_plan.schemes.find(term.scheme);
            if (term.fund == m_fund.id && scheme && scheme->fund != m_fund.id)
                addProblem(FundRiskProblem::Kind::SchemeElsewhere, RiskTerm::type, term.id, "scheme");
            if (term.fund == m_fund.id && scheme && m_reserves.contains(scheme->id))
                addProblem(FundRiskProblem::Kind::StepOnReserve, RiskTerm::type, term.id, "scheme");
        }
        for (const RiskTerm* term : own) {
            m_risk.rungs.append(term->id);
            m_risk.terms.rungs.append(rungOf(*term));
        }
        findTwice(own);
        addSchemes();
        for (const RiskProblem& problem : problemsOf(m_risk.terms))
            m_risk.problems.append(placed(problem));
        return m_risk;
    }

private:
    void readRows()
    {
        for (const LedgerRow* row : m_of.rows) {
            if (row->year != m_year)
                continue;
            m_rows[row->scheme].append(row);
            m_risk.planned += row->amount;
            m_plannedBy[row->scheme] += row->amount;
        }
        for (const RiskTerm& term : m_plan.riskTerms)
            if (term.fund == m_fund.id && term.kind == riskKind::reserve)
                m_reserves.append(term.reserve);
        m_ownRisk =
            std::any_of(m_plan.riskTerms.begin(), m_plan.riskTerms.end(), [this](const RiskTerm& term) {
                return term.fund == m_fund.id && term.kind == riskKind::ownRisk;
            });
    }

    void addPartners()
    {
        QSet<Id> taking{m_fund.host};
        QHash<Id, Money> contributed;
        for (const Contribution* contribution : m_of.contributions) {
            if (!contribution->amount.contains(m_key))
                continue;
            taking.insert(contribution->partner);
            contributed[contribution->partner] += contribution->amount.value(m_key);
        }
        for (const FundPartner& partner : m_plan.fundPartners)
            if (partner.fund == m_fund.id)
                taking.insert(partner.partner);
        for (const RiskTerm& term : m_plan.riskTerms) {
            if (term.fund != m_fund.id)
                continue;
            taking.insert(term.paidBy);
            taking.insert(term.overCapOf);
            for (const RiskTermShare& share : m_plan.riskTermShares)
                if (share.term == term.id)
                    taking.insert(share.partner);
        }
        for (auto rows = m_rows.cbegin(); rows != m_rows.cend(); ++rows)
            for (const LedgerRow* row : *rows)
                if (const Line& line = m_plan.lines[row->line]; m_ownRisk || line.risk == lineRisk::own)
                    for (const auto& bearer : bearersOf(m_plan, line))
                        taking.insert(bearer.first);
        for (const Partner& partner : m_plan.partners)
            if (taking.contains(partner.id))
                m_risk.partners.append(partner.id);
        const QList<int> ranks = ranksOf(m_risk.partners, m_fund.host);
        for (qsizetype i = 0; i < m_risk.partners.size(); ++i) {
            RiskPartner partner;
            partner.tieRank = ranks.at(i);
            partner.contribution = contributed.value(m_risk.partners.at(i));
            addCap(partner, m_risk.partners.at(i));
            m_risk.terms.partners.append(partner);
        }
    }

    void addCap(RiskPartner& to, const Id& id)
    {
        bool met = false;
        for (const FundPartner& partner : m_plan.fundPartners) {
            if (partner.fund != m_fund.id || partner.partner != id)
                continue;
            if (met)
                addProblem(FundRiskProblem::Kind::PartnerTwice, FundPartner::type, partner.id, "partner");
            met = true;
            const auto cap = partner.cap.constFind(m_key);
            if (cap != partner.cap.constEnd())
                to.cap = *cap;
            if (partner.capAtContribution)
                to.cap = to.cap ? std::min(*to.cap, to.contribution) : to.contribution;
        }
    }

    std::optional<int> partnerAt(const Id& id) const
    {
        const qsizetype position = m_risk.partners.indexOf(id);
        return position < 0 ? std::nullopt : std::optional(static_cast<int>(position));
    }

    RiskRung rungOf(const RiskTerm& term)
    {
        RiskRung rung;
        const auto pair = std::find_if(std::begin(kindPairs), std::end(kindPairs),
                                       [&](const KindPair& p) { return term.kind == p.id; });
        rung.kind = pair == std::end(kindPairs) ? RungKind::Proportional : pair->kind;
        rung.side = term.side == riskSide::under ? RiskSide::Under : RiskSide::Over;
        rung.limit = term.limit;
        if (needsPayer(rung.kind)) {
            rung.payer = partnerAt(term.paidBy.isNull() ? m_fund.host : term.paidBy);
            if (!rung.payer)
                addProblem(FundRiskProblem::Kind::NoHost, RiskTerm::type, term.id, "paidBy");
        }
        if (!term.overCapOf.isNull())
            rung.overCapOf = partnerAt(term.overCapOf);
        switch (rung.kind) {
        case RungKind::Reserve:
            rung.stock = stockOf(term.reserve, reserveOf(term));
            break;
        case RungKind::OtherFunds:
            rung.stock = stockOf({}, Money());
            break;
        case RungKind::Amount:
            if (!term.amount)
                addProblem(FundRiskProblem::Kind::AmountMissing, RiskTerm::type, term.id, "amount");
            rung.available = term.amount.value_or(Money());
            break;
        case RungKind::FixedPercent:
            rung.shares = sharesOf(term);
            break;
        case RungKind::SavingPriority:
            if (term.firstReduction)
                rung.firstReduction = term.firstReduction->exact() / Ratio(100);
            else
                addProblem(FundRiskProblem::Kind::ReductionMissing, RiskTerm::type, term.id,
                           "firstReduction");
            rung.remainder =
                term.remainder == savingRemainder::original  ? SavingRemainder::OriginalContributions
                : term.remainder == savingRemainder::reduced ? SavingRemainder::ReducedContributions
                                                             : SavingRemainder::NotSaid;
            break;
        case RungKind::PerformanceFund:
            if (!term.amount)
                addProblem(FundRiskProblem::Kind::AmountMissing, RiskTerm::type, term.id, "amount");
            if (!term.goal)
                addProblem(FundRiskProblem::Kind::GoalMissing, RiskTerm::type, term.id, "goal");
            rung.performanceAmount = term.amount.value_or(Money());
            rung.goal = term.goal ? term.goal->exact() : Ratio(1);
            if (term.achieved.contains(m_key))
                rung.achieved = term.achieved.value(m_key).exact();
            break;
        default:
            break;
        }
        return rung;
    }

    // The planned money of the scheme that holds it, less what a tested outturn has spent.
    Money reserveOf(const RiskTerm& term)
    {
        const qsizetype position = m_plan.schemes.positionOf(term.reserve);
        if (position < 0) {
            addProblem(FundRiskProblem::Kind::ReserveMissing, RiskTerm::type, term.id, "reserve");
            return {};
        }
        const Scheme& scheme = m_plan.schemes[position];
        if (scheme.fund != m_fund.id) {
            addProblem(FundRiskProblem::Kind::ReserveElsewhere, RiskTerm::type, term.id, "reserve");
            return {};
        }
        const Money planned = m_plannedBy.value(static_cast<qint32>(position));
        const auto tested = scheme.testOutturn.constFind(m_key);
        if (tested == scheme.testOutturn.constEnd())
            return planned;
        if (*tested > planned)
            addProblem(FundRiskProblem::Kind::ReserveOverdrawn, Scheme::type, scheme.id, "testOutturn");
        return std::max(Money(), planned - *tested);
    }

    // Steps that name one reserve draw on one stock, as do all that draw on other funds (a null reserve).
    int stockOf(const Id& reserve, Money there)
    {
        qsizetype at = m_stocks.indexOf(reserve);
        if (at < 0) {
            at = m_stocks.size();
            m_stocks.append(reserve);
            m_risk.terms.stocks.append(there);
        }
        return static_cast<int>(at);
    }

    QList<Ratio> sharesOf(const RiskTerm& term)
    {
        QList<Ratio> shares(m_risk.partners.size());
        QList<Id> named;
        for (const RiskTermShare& share : m_plan.riskTermShares) {
            if (share.term != term.id)
                continue;
            if (named.contains(share.partner))
                addProblem(FundRiskProblem::Kind::PartnerTwice, RiskTermShare::type, share.id, "partner");
            named.append(share.partner);
            if (!share.percent)
                addProblem(FundRiskProblem::Kind::ShareMissing, RiskTermShare::type, share.id, "percent");
            else if (const std::optional<int> at = partnerAt(share.partner))
                shares[*at] = shares[*at] + share.percent->exact() / Ratio(100);
        }
        return shares;
    }

    void findTwice(const QList<const RiskTerm*>& terms)
    {
        for (qsizetype i = 1; i < terms.size(); ++i)
            if (terms[i]->side == terms[i - 1]->side && terms[i]->step == terms[i - 1]->step)
                addProblem(FundRiskProblem::Kind::StepTwice, RiskTerm::type, terms[i]->id, "step");
    }

    // A scheme's own step that waits for the reserve of a scheme whose own step waits for it.
    void findLoops()
    {
        std::map<Id, QList<const RiskTerm*>> waits;
        for (const RiskTerm& term : m_plan.riskTerms)
            if (term.fund == m_fund.id && !term.scheme.isNull() && term.kind == riskKind::reserve)
                waits[term.scheme].append(&term);
        for (const auto& [scheme, terms] : waits)
            for (const RiskTerm* term : terms)
                if (reaches(waits, term->reserve, scheme, {}))
                    addProblem(FundRiskProblem::Kind::OffsetsInLoop, RiskTerm::type, term->id, "reserve");
    }

    static bool reaches(const std::map<Id, QList<const RiskTerm*>>& waits, const Id& from, const Id& to,
                        QList<Id> seen)
    {
        if (from == to)
            return true;
        const auto next = waits.find(from);
        if (next == waits.end() || seen.contains(from))
            return false;
        seen.append(from);
        return std::any_of(next->second.begin(), next->second.end(),
                           [&](const RiskTerm* term) { return reaches(waits, term->reserve, to, seen); });
    }

    void addSchemes()
    {
        QList<Id> ids;
        for (qsizetype position = 0; position < m_plan.schemes.size(); ++position)
            if (takesPart(static_cast<qint32>(position)))
                ids.append(m_plan.schemes[position].id);
        const QList<int> ranks = ranksOf(ids);
        for (qsizetype i = 0; i < ids.size(); ++i)
            addScheme(*m_plan.schemes.find(ids.at(i)), ranks.at(i));
    }

    // Plans to spend, is tested, or has steps of its own; what holds a reserve is no scheme here.
    bool takesPart(qint32 position) const
    {
        const Scheme& scheme = m_plan.schemes[position];
        if (scheme.fund != m_fund.id || m_reserves.contains(scheme.id))
            return false;
        return m_rows.contains(position) || scheme.testOutturn.contains(m_key) ||
               std::any_of(m_plan.riskTerms.begin(), m_plan.riskTerms.end(), [&](const RiskTerm& term) {
                   return term.fund == m_fund.id && term.scheme == scheme.id;
               });
    }

    void addScheme(const Scheme& scheme, int rank)
    {
        const auto position = static_cast<qint32>(m_plan.schemes.positionOf(scheme.id));
        const Money planned = m_plannedBy.value(position);
        RiskScheme risk;
        risk.tieRank = rank;
        risk.fault = scheme.testFault.value(m_key);
        risk.commissioned.resize(m_risk.partners.size());
        risk.contributed.resize(m_risk.partners.size());
        const auto tested = scheme.testOutturn.constFind(m_key);
        const Money variance = tested == scheme.testOutturn.constEnd() ? Money() : *tested - planned;
        m_risk.tested = m_risk.tested || tested != scheme.testOutturn.constEnd();

        const QList<const RiskTerm*> terms = inOrder(m_plan, m_fund.id, scheme.id);
        m_risk.schemeRungs.append(QList<Id>());
        for (const RiskTerm* term : terms) {
            m_risk.schemeRungs.last().append(term->id);
            risk.rungs.append(rungOf(*term));
        }
        findTwice(terms);
        const bool byPayer = std::any_of(risk.rungs.begin(), risk.rungs.end(), [](const RiskRung& rung) {
            return rung.kind == RungKind::Proportional || rung.kind == RungKind::SavingPriority;
        });
        const QList<const LedgerRow*> rows = m_rows.value(position);
        for (const LedgerRow* row : rows)
            addRow(risk, *row, byPayer);
        testAt(risk, m_risk.terms.partners, variance);
        m_risk.schemes.append(scheme.id);
        m_risk.terms.schemes.append(risk);
    }

    void addRow(RiskScheme& to, const LedgerRow& row, bool byPayer)
    {
        const Line& line = m_plan.lines[row.line];
        const bool own = line.risk == lineRisk::own;
        QList<std::pair<Id, qint64>> bearers;
        if (own || m_ownRisk) {
            bearers = bearersOf(m_plan, line);
            if (bearers.isEmpty() && row.origin != LedgerRow::Origin::Vat)
                addProblem(FundRiskProblem::Kind::BearerNotKnown, Line::type, line.id, "riskBearer");
        }
        QList<qint64> weights;
        QStringList keys;
        for (const auto& [id, weight] : bearers) {
            weights.append(weight);
            keys.append((id == m_fund.host ? QChar(u'0') : QChar(u'1')) + id.text());
        }
        const auto give = [&](Money amount, auto&& take) {
            if (bearers.isEmpty())
                return;
            const QList<Money> parts = apportion(amount, weights, tieRanks(keys));
            for (qsizetype i = 0; i < bearers.size(); ++i)
                if (const std::optional<int> at = partnerAt(bearers.at(i).first))
                    take(*at, parts.at(i));
        };
        const auto giveTo = [&](QList<qint64>& weightsOf) {
            give(row.amount, [&](int at, Money part) { weightsOf[at] += std::max<qint64>(0, part.pence()); });
        };
        if (own) {
            if (to.ownPlanned.isEmpty())
                to.ownPlanned.resize(m_risk.partners.size());
            giveTo(to.ownPlanned);
            return;
        }
        to.planned += row.amount;
        giveTo(to.commissioned);
        if (const std::optional<int> at = partnerAt(payerOf(line)))
            to.contributed[*at] += std::max<qint64>(0, row.amount.pence());
        else if (byPayer)
            addProblem(FundRiskProblem::Kind::PayerNotKnown, Line::type, line.id, "payer");
    }

    // The partner named, else the only one that pays into the fund from that source.
    Id payerOf(const Line& line) const
    {
        if (!line.payer.isNull())
            return line.payer;
        Id payer;
        for (const Contribution* contribution : m_of.contributions) {
            if (contribution->source != line.source || !contribution->amount.contains(m_key))
                continue;
            if (!payer.isNull() && payer != contribution->partner)
                return {};
            payer = contribution->partner;
        }
        return payer;
    }

    void addProblem(FundRiskProblem::Kind kind, const EntityType& type, const Id& id, const char* field)
    {
        const FundRiskProblem problem{kind, RiskProblem::Kind::NoPartners, type.id, id,
                                      QString::fromLatin1(field)};
        if (!m_risk.problems.contains(problem))
            m_risk.problems.append(problem);
    }

    // The engine's problem with the cell that mends it.
    FundRiskProblem placed(const RiskProblem& problem) const
    {
        using Kind = RiskProblem::Kind;
        FundRiskProblem cell{FundRiskProblem::Kind::Terms, problem.kind, Fund::type.id, m_fund.id, {}};
        if (problem.rung >= 0) {
            cell.entity = RiskTerm::type.id;
            cell.id = problem.scheme < 0 ? m_risk.rungs.at(problem.rung)
                                         : m_risk.schemeRungs.at(problem.scheme).at(problem.rung);
        }
        const auto field = [&](const char* name) { cell.field = QString::fromLatin1(name); };
        switch (problem.kind) {
        case Kind::NoPartners:
            field("host");
            break;
        case Kind::NoContributions:
        case Kind::WrongSide:
        case Kind::OwnShareUnknown:
            field(problem.rung >= 0 ? "kind" : "host");
            break;
        case Kind::SharesNotWhole:
        case Kind::NegativeShare:
            field("kind");
            for (const RiskTermShare& share : m_plan.riskTermShares) {
                if (share.term == cell.id && share.percent) {
                    cell = {cell.kind, cell.terms, RiskTermShare::type.id, share.id,
                            QStringLiteral("percent")};
                    break;
                }
            }
            break;
        case Kind::NegativeCap:
            for (const FundPartner& partner : m_plan.fundPartners)
                if (partner.fund == m_fund.id && partner.partner == m_risk.partners.value(problem.partner))
                    cell = {cell.kind, cell.terms, FundPartner::type.id, partner.id, QStringLiteral("cap")};
            break;
        case Kind::NegativeLimit:
            field("limit");
            break;
        case Kind::NegativeAmount:
            field("amount");
            break;
        case Kind::PayerMissing:
        case Kind::OverCapOfItself:
        case Kind::CapsInLoop:
            field("paidBy");
            break;
        case Kind::RemainderNotSaid:
            field("remainder");
            break;
        case Kind::ReductionNotAPart:
            field("firstReduction");
            break;
        case Kind::GoalNotPositive:
            field("goal");
            break;
        case Kind::FaultAboveOverspend:
            cell = {cell.kind, cell.terms, Scheme::type.id, m_risk.schemes.value(problem.scheme),
                    QStringLiteral("testFault")};
            break;
        }
        return cell;
    }

    const Plan& m_plan;
    const OfFund& m_of;
    const Fund& m_fund;
    qsizetype m_year;
    Key m_key;
    QHash<qint32, QList<const LedgerRow*>> m_rows; // by position of the scheme
    QHash<qint32, Money> m_plannedBy;
    QList<Id> m_reserves;
    QList<Id> m_stocks;     // by position in terms.stocks; null: other funds
    bool m_ownRisk = false; // some step needs to know who commissions
    FundRisk m_risk;
};

} // namespace

QList<FundRisk> fundRisks(const Plan& plan, const Ledger& ledger)
{
    QHash<Id, OfFund> ofFunds;
    for (const LedgerRow& row : ledger.rows)
        ofFunds[plan.schemes[row.scheme].fund].rows.append(&row);
    for (const Contribution& contribution : plan.contributions)
        ofFunds[contribution.fund].contributions.append(&contribution);
    QList<FundRisk> risks;
    for (const Fund& fund : plan.funds) {
        if (fund.kind == fundKind::aligned)
            continue;
        const OfFund of = ofFunds.value(fund.id);
        for (qsizetype year = 0; year < plan.years.size(); ++year)
            if (std::optional<FundRisk> risk = FundRiskMaker(plan, of, fund, year).make())
                risks.append(*risk);
    }
    return risks;
}

QList<std::pair<Id, qint64>> bearersOf(const Plan& plan, const Line& line)
{
    if (!line.riskBearer.isNull())
        return {{line.riskBearer, 1}};
    const auto only = [&](QLatin1StringView kind) {
        Id found;
        for (const Partner& partner : plan.partners) {
            if (partner.kind != kind)
                continue;
            if (!found.isNull())
                return Id();
            found = partner.id;
        }
        return found;
    };
    const Partner* payer = plan.partners.find(line.payer);
    const Id council = payer && payer->kind == partnerKind::council ? payer->id : only(partnerKind::council);
    const Id icb = payer && payer->kind == partnerKind::icb ? payer->id : only(partnerKind::icb);
    if (line.commissioner == commissioner::council && !council.isNull())
        return {{council, 1}};
    if (line.commissioner == commissioner::nhs && !icb.isNull())
        return {{icb, 1}};
    if (line.commissioner == commissioner::joint && !council.isNull() && !icb.isNull() && line.nhsShare &&
        line.councilShare && !line.nhsShare->isNegative() && !line.councilShare->isNegative() &&
        line.nhsShare->exact() + line.councilShare->exact() == Ratio(100))
        return {{icb, line.nhsShare->exact().unitsAt(12, Rounding::TowardsZero)},
                {council, line.councilShare->exact().unitsAt(12, Rounding::TowardsZero)}};
    return {};
}

} // namespace placewright
