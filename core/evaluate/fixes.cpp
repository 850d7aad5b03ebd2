#include "core/evaluate/fixes.h"

#include "core/plan/edit.h"
#include "core/rules/moves.h"
#include "core/rules/sourceparts.h"

#include <QJsonArray>

#include <algorithm>

namespace placewright {

namespace {

constexpr qsizetype mostTried = 12;
constexpr qsizetype mostOffered = 3;

// A line of the year that money may be taken from or given to.
struct Candidate
{
    const Line* line = nullptr;
    Money amount;
};

bool larger(const Candidate& a, const Candidate& b)
{
    return a.amount != b.amount ? a.amount > b.amount : a.line->id < b.line->id;
}

// One missed finding, and the edits that may meet it.
class FixSearch
{
public:
    FixSearch(const Plan& plan, const Shelf& shelf, const Evaluation& evaluation, const Finding& finding)
        : m_plan(plan)
        , m_shelf(shelf)
        , m_evaluation(evaluation)
        , m_finding(finding)
        , m_key{Id(finding.year), {}}
    {
    }

    QList<Fix> run()
    {
        const FinancialYear* year = m_plan.years.find(m_key.year);
        m_rulebook = year ? m_shelf.rulebookOf(*year) : nullptr;
        const RulebookCheck* check = m_rulebook ? m_rulebook->check(m_finding.rule) : nullptr;
        const Money* margin = std::get_if<Money>(&m_finding.margin);
        if (m_finding.status != FindingStatus::Fail || !check || !margin)
            return {};
        readLines();
        const Money shortfall = -*margin;
        const QString& function = check->function;
        if (function == u"areaOfSpendMinimum" || function == u"commissionedMinimum")
            moveToCounted(*check, shortfall);
        else if (function == u"spendWithinIncome")
            balanceSources(Fix::Kind::LowerLine);
        else if (function == u"minimumsPlanned")
            balanceSources(Fix::Kind::RaiseLine);
        else if (function == u"minimumPooledByPartner" || function == u"grantPooled")
            raiseContribution(check->parameters.value(QLatin1StringView("source")).toString(), shortfall);
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Fix& a, const Fix& b) { return a.breaks.size() < b.breaks.size(); });
        return m_found.mid(0, mostOffered);
    }

private:
    // Unlocked lines of the year, largest first. Money with known pounds per area is left where it is: another amount
    // would no longer agree with them.
    void readLines()
    {
        for (const LedgerRow& row : m_evaluation.ledger.rows) {
            const Line& line = m_plan.lines[row.line];
            const Scheme& scheme = m_plan.schemes[row.scheme];
            const QString& areaBasis = line.areaBasis.isEmpty() ? scheme.areaBasis : line.areaBasis;
            if (m_plan.years[row.year].id == m_key.year && !row.aligned &&
                row.origin == LedgerRow::Origin::Typed && !line.locked && !scheme.locked &&
                areaBasis != basis::pounds)
                m_lines.append({&line, row.amount});
        }
        std::sort(m_lines.begin(), m_lines.end(), larger);
    }

    void moveToCounted(const RulebookCheck& check, Money shortfall)
    {
        QHash<Id, Money> counted;
        for (const CountedLine& line : m_finding.counted)
            counted.insert(line.line, line.amount);
        const QJsonArray firstFrom = check.parameters.value(QLatin1StringView("moveFirstFrom")).toArray();
        const QString source = check.parameters.value(QLatin1StringView("source")).toString();

        QList<Candidate> targets;
        QList<Candidate> donors;
        for (const Candidate& candidate : m_lines) {
            const auto found = counted.constFind(candidate.line->id);
            if (found == counted.constEnd()) {
                if (candidate.line->source == source && candidate.amount >= shortfall)
                    donors.append(candidate);
            } else if (*found == candidate.amount) { // a pound given is a pound counted
                targets.append(candidate);
            }
        }
        std::stable_partition(donors.begin(), donors.end(), [&](const Candidate& donor) {
            return firstFrom.contains(donor.line->areaOfSpend);
        });
        for (const Candidate& donor : donors) {
            const auto target = std::find_if(targets.begin(), targets.end(), [&](const Candidate& t) {
                return !refusedMove(m_plan, m_rulebook, m_key.year, donor.line->id, t.line->id, shortfall);
            });
            if (target == targets.end())
                continue;
            StepBuilder builder(m_plan);
            setAmount(builder, donor, donor.amount - shortfall);
            setAmount(builder, *target, target->amount + shortfall);
            attempt(builder, Fix::Kind::MoveBetweenLines, shortfall, donor.line->id, target->line->id);
        }
    }

    // By how much a source, or one payer's part of it, is out of balance: income less spend.
    Money balanceOf(const QString& source, const Id& payer) const
    {
        if (payer.isNull()) {
            for (const SourceTotal& total : m_evaluation.sources)
                if (total.year == m_finding.year && total.source == source)
                    return total.balance;
            return {};
        }
        const QList<FundRisk> none;
        const auto year = static_cast<qint32>(m_plan.years.positionOf(m_key.year));
        const CheckInput input{m_plan, m_evaluation.ledger, none, *m_rulebook, year, {}};
        const YearView view(input);
        for (const SourcePart& part : splitByPayer(view, source).parts)
            if (part.payer == payer)
                return part.income - part.spend;
        return {};
    }

    // Brings every source that is out of balance back with one line each: the largest, then the next ones.
    void balanceSources(Fix::Kind kind)
    {
        const bool lower = kind == Fix::Kind::LowerLine;
        QList<std::pair<Money, QList<Candidate>>> needed;
        for (const QString& detail : m_finding.details) {
            const auto [source, payer] = partFromName(detail);
            const Money amount = balanceOf(source, payer).abs();
            QList<Candidate> lines;
            for (const Candidate& candidate : m_lines) {
                const bool ofPart = candidate.line->source == source &&
                                    (payer.isNull() || payerOf(m_plan, *candidate.line) == payer);
                const LineChange change{candidate.line->id, lower ? -amount : amount};
                if (ofPart && !refusedChange(m_plan, m_rulebook, m_key.year, {&change, 1}))
                    lines.append(candidate);
            }
            if (lines.isEmpty())
                return;
            needed.append({amount, lines});
        }
        qsizetype choices = 0;
        for (const auto& [amount, lines] : needed)
            choices = std::max(choices, lines.size());
        for (qsizetype choice = 0; choice < choices; ++choice) {
            StepBuilder builder(m_plan);
            QList<LineChange> together;
            Money changed;
            Id first;
            for (const auto& [amount, lines] : needed) {
                const Candidate& line = lines.at(std::min(choice, lines.size() - 1));
                setAmount(builder, line, lower ? line.amount - amount : line.amount + amount);
                together.append({line.line->id, lower ? -amount : amount});
                changed += amount;
                first = first.isNull() ? line.line->id : first;
            }
            if (!refusedChange(m_plan, m_rulebook, m_key.year, together))
                attempt(builder, kind, changed, lower ? first : Id(), lower ? Id() : first);
        }
    }

    void raiseContribution(const QString& source, Money shortfall)
    {
        for (const Contribution& contribution : m_plan.contributions) {
            const Fund* fund = m_plan.funds.find(contribution.fund);
            const auto amount = contribution.amount.constFind(m_key);
            if (contribution.source != source || amount == contribution.amount.constEnd() ||
                (!m_finding.subject.isNull() && contribution.partner != m_finding.subject) ||
                (fund && fund->kind == fundKind::aligned))
                continue;
            StepBuilder builder(m_plan);
            builder.set(Contribution::type.id, contribution.id, QLatin1StringView("amount"), m_key,
                        Value(*amount + shortfall));
            attempt(builder, Fix::Kind::SetContribution, shortfall, contribution.id, {});
        }
    }

    void setAmount(StepBuilder& builder, const Candidate& line, Money amount) const
    {
        builder.set(Line::type.id, line.line->id, QLatin1StringView("amount"), m_key, Value(amount));
    }

    const Finding* sameIn(const Evaluation& evaluation, const Finding& wanted) const
    {
        for (const Finding& finding : evaluation.findings)
            if (finding.rule == wanted.rule && finding.year == wanted.year &&
                finding.subject == wanted.subject)
                return &finding;
        return nullptr;
    }

    // Keeps the edit if it meets the finding, with what it would break elsewhere.
    void attempt(const StepBuilder& builder, Fix::Kind kind, Money amount, const Id& from, const Id& to)
    {
        const qsizetype clean = std::count_if(m_found.begin(), m_found.end(),
                                              [](const Fix& fix) { return fix.breaks.isEmpty(); });
        if (m_tried == mostTried || clean == mostOffered)
            return;
        ++m_tried;
        const Result<Evaluation> after = tryEvaluate(builder.plan(), m_shelf);
        const Finding* mended = after ? sameIn(*after, m_finding) : nullptr;
        if (!mended || mended->status != FindingStatus::Pass)
            return;
        Fix fix{kind, amount, from, to, builder.step({}).changes, 0, mended->margin, {}};
        fix.lines = static_cast<int>(fix.changes.size());
        for (const Finding& before : m_evaluation.findings) {
            const Finding* then = sameIn(*after, before);
            if (then && isWorse(before, *then) && !fix.breaks.contains(before.rule))
                fix.breaks.append(before.rule);
        }
        m_found.append(fix);
    }

    static bool isWorse(const Finding& before, const Finding& after)
    {
        if (before.status == FindingStatus::Pass)
            return after.status != FindingStatus::Pass;
        return before.status == FindingStatus::Fail && after.status == FindingStatus::Fail &&
               after.margin < before.margin;
    }

    const Plan& m_plan;
    const Shelf& m_shelf;
    const Evaluation& m_evaluation;
    const Finding& m_finding;
    const Rulebook* m_rulebook = nullptr;
    Key m_key;
    QList<Candidate> m_lines;
    QList<Fix> m_found;
    qsizetype m_tried = 0;
};

} // namespace

QList<Fix> nearestFixes(const Plan& plan, const Shelf& shelf, const Evaluation& evaluation,
                        const Finding& finding)
{
    return FixSearch(plan, shelf, evaluation, finding).run();
}

} // namespace placewright
