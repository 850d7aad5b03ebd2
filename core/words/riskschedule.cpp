#include "core/money/apportion.h"
#include "core/plan/names.h"
#include "core/words/riskwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RiskSchedule)
};

// The schedule of one fund and year, clause by clause.
class Schedule
{
public:
    Schedule(const Plan& plan, const FundSettlement& settlement)
        : m_plan(plan)
        , m_risk(settlement.risk)
        , m_fund(*plan.funds.find(settlement.risk.fund))
        , m_key{Id(settlement.risk.year), {}}
    {
    }

    QList<ScheduleClause> write()
    {
        writeParties();
        writeCaps();
        writeOver();
        writeSchemes();
        writeOwnRisk();
        writeUnder();
        writePerformance();
        writeRounding();
        return m_clauses;
    }

private:
    void heading(const QString& text)
    {
        ++m_chapter;
        m_clause = 0;
        m_clauses.append({QString::number(m_chapter), text, false});
    }

    void clause(const QString& text, bool open = false)
    {
        ++m_clause;
        m_clauses.append({u"%1.%2"_s.arg(m_chapter).arg(m_clause), capitalised(text), open});
    }

    QString name(const Id& partner) const { return nameOf(m_plan, Partner::type.id, partner); }

    QString payer(const RiskTerm& term) const
    {
        const Id id = term.paidBy.isNull() ? m_fund.host : term.paidBy;
        return id.isNull() ? Words::tr("[name the partner]") : name(id);
    }

    void writeParties()
    {
        heading(Words::tr("The fund and its partners"));
        clause(m_fund.host.isNull()
                   ? Words::tr("%1 is a pooled fund under section 75 of the NHS Act 2006. [Name the host.]")
                         .arg(m_fund.name)
                   : Words::tr("%1 is a pooled fund under section 75 of the NHS Act 2006. Its host is %2.")
                         .arg(m_fund.name, name(m_fund.host)),
               m_fund.host.isNull());
        QStringList paid;
        for (qsizetype i = 0; i < m_risk.partners.size(); ++i)
            if (const Money money = m_risk.terms.partners.at(i).contribution; !money.isZero())
                paid.append(Words::tr("%1 %2").arg(name(m_risk.partners.at(i)), formatMoney(money)));
        clause(paid.isEmpty()
                   ? Words::tr("[Enter what each partner contributes in %1.]").arg(m_risk.year)
                   : Words::tr("In %1 the partners contribute: %2.").arg(m_risk.year, listed(paid)),
               paid.isEmpty());
        clause(
            Words::tr("An overspend is the sum of what schemes spend over their plan. Underspends elsewhere "
                      "are taken only by the step that names them, never netted before it."));
    }

    void writeCaps()
    {
        QStringList caps;
        for (qsizetype i = 0; i < m_risk.partners.size(); ++i)
            if (const auto& cap = m_risk.terms.partners.at(i).cap)
                caps.append(Words::tr("%1 %2").arg(name(m_risk.partners.at(i)), formatMoney(*cap)));
        if (caps.isEmpty())
            return;
        heading(Words::tr("Caps"));
        clause(Words::tr("By sharing an overspend a partner adds no more in %1 than its cap: %2.")
                   .arg(m_risk.year, listed(caps)));
        clause(
            Words::tr("What a partner pays for lines at its own risk, for a fixed line or for breaking the "
                      "agreement does not count towards its cap."));
    }

    void writeOver()
    {
        heading(Words::tr("An overspend"));
        bool shares = false;
        for (qsizetype i = 0; i < m_risk.rungs.size(); ++i) {
            const RiskTerm* term = m_plan.riskTerms.find(m_risk.rungs.at(i));
            if (!term || m_risk.terms.rungs.at(i).side != RiskSide::Over ||
                term->kind == riskKind::performanceFund)
                continue;
            shares = shares || !fundPays(term->kind);
            writeStep(*term);
        }
        if (!shares)
            clause(Words::tr("[Say how the partners pay what the fund cannot absorb.]"), true);
        clause(Words::tr("What no step takes has not been agreed: the partners decide before it is spent."));
    }

    static bool fundPays(const QString& kind)
    {
        return kind == riskKind::underspends || kind == riskKind::otherFunds || kind == riskKind::reserve ||
               kind == riskKind::amount;
    }

    // A step with the agreement's name for it, its limit and its clause.
    QString whole(const RiskTerm& term, int scheme = -1) const
    {
        QString text = term.side == riskSide::under ? underText(term, scheme) : stepText(term, scheme);
        if (!term.label.isEmpty())
            text = Words::tr("%1: %2").arg(term.label, text);
        if (term.limit && term.kind != riskKind::firstLoss)
            text += Words::tr(" This step takes no more than %1.").arg(formatMoney(*term.limit));
        if (!term.clause.isEmpty())
            text += Words::tr(" (Agreement: %1.)").arg(term.clause);
        return text;
    }

    void writeStep(const RiskTerm& term)
    {
        const QString text = whole(term);
        clause(text, text.contains(u'['));
    }

    QString underText(const RiskTerm& term, int scheme) const
    {
        if (term.kind == riskKind::proportional)
            return Words::tr("it goes back to the partners by their contributions%1.")
                .arg(sharesInWords(scheme));
        if (term.kind == riskKind::fixedPercent)
            return Words::tr("it goes back to the partners by fixed percentages: %1.").arg(percentages(term));
        if (term.kind == riskKind::ownRisk)
            return Words::tr("each partner gets back what is left of what it commissions.");
        if (term.kind == riskKind::fixedLine)
            return Words::tr("it goes back to %1 alone.").arg(payer(term));
        return stepText(term, scheme);
    }

    QString stepText(const RiskTerm& term, int scheme = -1) const
    {
        const QString& kind = term.kind;
        if (kind == riskKind::underspends)
            return Words::tr("it is met from underspends of other schemes of the fund.");
        if (kind == riskKind::otherFunds)
            return Words::tr("it is met from underspends that other pooled funds do not need.");
        if (kind == riskKind::reserve) {
            const Scheme* reserve = m_plan.schemes.find(term.reserve);
            return reserve ? Words::tr("it is met from the reserve held in scheme %1, %2.")
                                 .arg(reserve->number, reserve->name)
                           : Words::tr("it is met from the reserve of [name the scheme].");
        }
        if (kind == riskKind::amount)
            return term.amount
                       ? Words::tr("it is met from %1 held in the fund.").arg(formatMoney(*term.amount))
                       : Words::tr("it is met from [enter the amount] held in the fund.");
        if (kind == riskKind::fault)
            return Words::tr("the part that comes from breaking the agreement is paid by %1 alone.")
                .arg(payer(term));
        if (kind == riskKind::firstLoss)
            return term.limit
                       ? Words::tr("the first %1 are paid by %2.").arg(formatMoney(*term.limit), payer(term))
                       : Words::tr("it is paid by %1.").arg(payer(term));
        if (kind == riskKind::ownRisk)
            return Words::tr(
                "each partner pays for what it commissions; a joint line is paid by its percentages.");
        if (kind == riskKind::fixedLine)
            return Words::tr("%1 pays alone: no other partner’s contribution varies.").arg(payer(term));
        if (kind == riskKind::proportional)
            return Words::tr("the partners share it by their contributions%1.").arg(sharesInWords(scheme));
        if (kind == riskKind::fixedPercent)
            return Words::tr("the partners share it by fixed percentages: %1.").arg(percentages(term));
        if (kind == riskKind::overCap)
            return term.overCapOf.isNull()
                       ? Words::tr(
                             "what a partner’s cap keeps it from paying is paid by %1, up to its own cap.")
                             .arg(payer(term))
                       : Words::tr("what %1’s cap keeps it from paying is paid by %2, up to its own cap.")
                             .arg(name(term.overCapOf), payer(term));
        if (kind == riskKind::keep)
            return Words::tr("it is kept in the fund.");
        if (kind == riskKind::savingPriority)
            return savingText(term);
        return {};
    }

    // " (A 55.53%, B 44.47%)": shown shares add to 100.
    QString sharesInWords(int scheme) const
    {
        QList<Ratio> weights;
        QList<int> ranks;
        for (qsizetype i = 0; i < m_risk.terms.partners.size(); ++i) {
            const RiskPartner& partner = m_risk.terms.partners.at(i);
            const qint64 pence =
                scheme < 0 ? partner.contribution.pence() : m_risk.terms.schemes.at(scheme).contributed.at(i);
            weights.append(Ratio(std::max<qint64>(0, pence)));
            ranks.append(partner.tieRank);
        }
        if (std::all_of(weights.begin(), weights.end(), [](const Ratio& w) { return w.isZero(); }))
            return {};
        QStringList said;
        const QList<qint64> shown = shownShares(weights, 2, ranks);
        for (qsizetype i = 0; i < shown.size(); ++i)
            if (!weights.at(i).isZero())
                said.append(Words::tr("%1 %2%").arg(
                    name(m_risk.partners.at(i)),
                    formatDecimal(Ratio(shown.at(i), 100), 2, Rounding::HalfAwayFromZero)));
        return u" (%1)"_s.arg(listed(said));
    }

    QString percentages(const RiskTerm& term) const
    {
        QStringList said;
        for (const RiskTermShare& share : m_plan.riskTermShares)
            if (share.term == term.id)
                said.append(share.percent
                                ? Words::tr("%1 %2%").arg(name(share.partner), share.percent->text())
                                : Words::tr("%1 [enter the percentage]").arg(name(share.partner)));
        return said.isEmpty() ? Words::tr("[enter them]") : listed(said);
    }

    QString savingText(const RiskTerm& term) const
    {
        const QString first =
            term.firstReduction
                ? Words::tr("contributions fall; %1’s does not until the others’ have fallen by %2%.")
                      .arg(payer(term), term.firstReduction->text())
                : Words::tr("contributions fall; %1’s does not until the others’ have fallen by [enter the "
                            "percentage].")
                      .arg(payer(term));
        const QString rest =
            term.remainder == savingRemainder::original
                ? Words::tr("The rest is shared by all contributions as agreed.")
            : term.remainder == savingRemainder::reduced
                ? Words::tr("The rest is shared by all contributions as they then stand.")
                : Words::tr(
                      "[Say whether the rest is shared by contributions as agreed, or after that fall.]");
        return first + u' ' + rest;
    }

    void writeSchemes()
    {
        bool begun = false;
        for (qsizetype scheme = 0; scheme < m_risk.schemeRungs.size(); ++scheme) {
            for (const Id& id : m_risk.schemeRungs.at(scheme)) {
                const RiskTerm* term = m_plan.riskTerms.find(id);
                if (!term || term->kind == riskKind::performanceFund)
                    continue;
                if (!begun)
                    heading(Words::tr("Schemes with steps of their own, taken before the fund’s"));
                begun = true;
                const QString scope = nameOf(m_plan, Scheme::type.id, m_risk.schemes.at(scheme));
                const QString text = whole(*term, static_cast<int>(scheme));
                clause(term->side == riskSide::under
                           ? Words::tr("Of an underspend of “%1”: %2").arg(scope, text)
                           : Words::tr("Of an overspend of “%1”: %2").arg(scope, text),
                       text.contains(u'['));
            }
        }
    }

    void writeOwnRisk()
    {
        bool begun = false;
        for (const Line& line : m_plan.lines) {
            const Scheme* scheme = m_plan.schemes.find(line.scheme);
            if (!scheme || scheme->fund != m_fund.id || line.risk != lineRisk::own ||
                (line.contract.isNull() && !line.amount.contains(m_key)))
                continue;
            if (!begun)
                heading(Words::tr("Lines at own risk, outside every step above"));
            begun = true;
            QStringList bearers;
            for (const auto& bearer : bearersOf(m_plan, line))
                bearers.append(name(bearer.first));
            clause(Words::tr("“%1” (%2): %3.")
                       .arg(line.name, scheme->name,
                            bearers.isEmpty() ? Words::tr("[say at whose risk]") : listed(bearers)),
                   bearers.isEmpty());
        }
    }

    void writeUnder()
    {
        heading(Words::tr("An underspend"));
        bool rest = true;
        for (qsizetype i = 0; i < m_risk.rungs.size(); ++i) {
            const RiskTerm* term = m_plan.riskTerms.find(m_risk.rungs.at(i));
            if (!term || m_risk.terms.rungs.at(i).side != RiskSide::Under ||
                term->kind == riskKind::performanceFund)
                continue;
            rest = rest && term->limit.has_value();
            writeStep(*term);
        }
        if (rest)
            clause(Words::tr("What no step takes stays in the fund as an underspend."));
    }

    void writePerformance()
    {
        bool begun = false;
        for (const RiskTerm& term : m_plan.riskTerms) {
            if (term.fund != m_fund.id || term.kind != riskKind::performanceFund)
                continue;
            if (!begun)
                heading(Words::tr("Performance funds"));
            begun = true;
            clause(
                Words::tr("%1 pays %2 into the fund as far as the goal of %3 is reached, in proportion, and "
                          "keeps the rest.")
                    .arg(payer(term),
                         term.amount ? formatMoney(*term.amount) : Words::tr("[enter the amount]"),
                         term.goal ? term.goal->text() : Words::tr("[enter the goal]")),
                !term.amount || !term.goal);
        }
    }

    void writeRounding()
    {
        heading(Words::tr("Pence"));
        clause(
            Words::tr("Shares are worked out to the penny by largest remainder, so that they add up; a penny "
                      "that is tied goes to the host."));
    }

    const Plan& m_plan;
    const FundRisk& m_risk;
    const Fund& m_fund;
    Key m_key;
    QList<ScheduleClause> m_clauses;
    int m_chapter = 0;
    int m_clause = 0;
};

} // namespace

QList<ScheduleClause> riskSchedule(const Plan& plan, const FundSettlement& settlement)
{
    return Schedule(plan, settlement).write();
}

} // namespace placewright
