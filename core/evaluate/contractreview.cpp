#include "core/evaluate/contractreview.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = ReviewItem::Kind;
using State = ReviewItem::State;

// A corridor is wide enough when chance alone leaves it in at most one year in ten.
constexpr double rarely = 0.10;

Money shortfall(Money needed, Money funded)
{
    return std::max(Money(), needed - funded);
}

std::optional<Money> costOf(const OutcomeYear& year)
{
    Money sum;
    for (const OutcomeArea& area : year.areas) {
        if (!area.cost)
            return std::nullopt;
        sum += *area.cost;
    }
    return sum;
}

Ratio peopleIn(const OutcomeArea& area)
{
    Ratio people;
    for (const Ratio& fifth : area.people)
        people = people + fifth;
    return people;
}

// Reviews one version of one contract.
class Reviewer
{
public:
    explicit Reviewer(const ContractSource& source)
        : m_source(source)
        , m_contract(source.contract)
        , m_term(yearsOfTerm(source.contract))
        , m_likely(payContract(readContract(source, ResultsAt::Likely)))
    {
    }

    ContractReview review()
    {
        m_review.contract = m_contract.id;
        m_review.version = m_source.version.id;
        if (m_likely.isPaid())
            reviewSafety();
        else
            add(Kind::Terms, State::NotKnown).problem = m_likely.terms.problems.value(0);
        reviewReadiness();
        for (ReviewItem& item : m_review.items)
            if (item.problem)
                item.cell = {item.problem->entity, item.problem->id, item.problem->field, item.problem->key};
        decide();
        return std::move(m_review);
    }

private:
    ReviewItem& add(Kind kind, State state, const CellRef& cell = {})
    {
        ReviewItem item;
        item.kind = kind;
        item.state = state;
        item.cell = cell;
        m_review.items.append(item);
        return m_review.items.last();
    }

    CellRef ofContract(const QString& field, const QString& year = {}) const
    {
        return {QString(Contract::type.id), m_contract.id, field, Key{Id(year), {}}};
    }
    CellRef ofVersion(const QString& field) const
    {
        return {QString(ContractVersion::type.id), m_source.version.id, field, {}};
    }
    CellRef ofBase() const
    {
        return ofVersion(m_source.version.baseKind == contractBase::perHead ? u"price"_s : u"base"_s);
    }
    CellRef ofCost(const QString& year) const
    {
        if (!m_contract.byArea || !m_contract.cost.isEmpty())
            return ofContract(u"cost"_s, year);
        CellRef cell = ofContract(u"areaCost"_s, year);
        cell.key.area = m_likely.terms.areas.value(0);
        return cell;
    }

    // What the provider cannot recover. Routes on which VAT is recovered or none arises lose nothing unless somebody typed it.
    std::optional<Money> vatOf(const QString& year) const
    {
        const std::optional<Money> typed = carriedAmount(m_contract.irrecoverableVat, m_term, year, {});
        if (typed)
            return typed->isNegative() ? std::nullopt : typed;
        const bool loses = m_contract.vatRoute.isEmpty() || m_contract.vatRoute == contractVat::provider;
        return loses ? std::nullopt : std::optional(Money());
    }

    std::optional<Money> costAt(ResultsAt at, qsizetype year) const
    {
        const std::optional<Money> likely = costOf(m_likely.terms.years.at(year).figures);
        if (at == ResultsAt::Likely)
            return likely;
        const QMap<Key, Money>& typed = at == ResultsAt::Low ? m_contract.costLow : m_contract.costHigh;
        const std::optional<Money> own =
            carriedAmount(typed, m_term, m_likely.terms.years.at(year).year, m_contract.costGrowth);
        return own ? own : likely;
    }

    ContractCase caseOf(const ContractPayment& payment) const
    {
        ContractCase made;
        made.at = payment.terms.at;
        ContractCaseYear& total = made.total;
        total.cost = total.irrecoverableVat = total.unfundedVat = total.margin = Money();
        const auto sum = [](std::optional<Money>& to, const std::optional<Money>& more) {
            to = to && more ? std::optional(*to + *more) : std::nullopt;
        };
        for (qsizetype i = 0; i < payment.years.size(); ++i) {
            ContractCaseYear year;
            year.year = payment.years.at(i).year;
            year.payment = payment.years.at(i).payment;
            year.cost = costAt(made.at, i);
            year.irrecoverableVat = vatOf(year.year);
            year.vatFunded = carriedAmount(m_contract.vatFunded, m_term, year.year, {}).value_or(Money());
            if (year.irrecoverableVat)
                year.unfundedVat = shortfall(*year.irrecoverableVat, year.vatFunded);
            if (year.cost && year.unfundedVat)
                year.margin = year.payment - *year.cost - *year.unfundedVat;
            total.payment += year.payment;
            total.vatFunded += year.vatFunded;
            sum(total.cost, year.cost);
            sum(total.irrecoverableVat, year.irrecoverableVat);
            sum(total.unfundedVat, year.unfundedVat);
            sum(total.margin, year.margin);
            made.years.append(year);
        }
        return made;
    }

    void reviewSafety()
    {
        const ContractPayment low = payContract(readContract(m_source, ResultsAt::Low));
        const ContractPayment high = payContract(readContract(m_source, ResultsAt::High));
        for (const ContractPayment* payment : {&low, &std::as_const(m_likely), &high})
            if (payment->isPaid())
                m_review.cases.append(caseOf(*payment));
        reviewCost();
        reviewCase(Kind::LowResults, Kind::LowMissing, low);
        reviewLikely();
        reviewCase(Kind::HighResults, Kind::HighMissing, high);
        reviewVat();
        reviewChance();
        reviewCorridor();
        reviewAtRisk();
    }

    const ContractCase& likely() const { return *m_review.caseAt(ResultsAt::Likely); }
    const ContractCaseYear& yearOne() const { return likely().years.first(); }

    void reviewCost()
    {
        const auto unknown = std::find_if(likely().years.begin(), likely().years.end(),
                                          [](const ContractCaseYear& year) { return !year.cost; });
        if (unknown != likely().years.end()) {
            const QString year = unknown->year;
            add(Kind::Cost, State::NotKnown, ofCost(year)).year = year;
        }
    }

    void reviewCase(Kind kind, Kind missing, const ContractPayment& payment)
    {
        const ContractCase* found = m_review.caseAt(payment.terms.at);
        if (!found) {
            add(missing, State::NotKnown).problem = payment.terms.problems.value(0);
            return;
        }
        const ContractCaseYear& first = found->years.first();
        const ContractCaseYear& whole = found->total;
        const bool known = first.margin && whole.margin;
        const bool below =
            (first.margin && first.margin->isNegative()) || (known && whole.margin->isNegative());
        ReviewItem& item = add(kind,
                               below   ? State::Caution
                               : known ? State::Go
                                       : State::NotKnown,
                               first.cost ? ofBase() : ofCost(first.year));
        item.year = first.year;
        item.amount = first.margin;
        item.second = whole.margin;
    }

    // Below cost already before VAT, where the VAT is not known.
    static std::optional<Money> marginAtBest(const ContractCaseYear& year)
    {
        if (year.margin || !year.cost)
            return year.margin;
        const Money before = year.payment - *year.cost;
        return before.isNegative() ? std::optional(before) : std::nullopt;
    }

    void reviewLikely()
    {
        const ContractCaseYear& first = yearOne();
        const ContractCaseYear& whole = likely().total;
        const std::optional<Money> margin = marginAtBest(first);
        const CellRef unknown = first.cost ? vatCell(first.year) : ofCost(first.year);
        ReviewItem& item = add(Kind::LikelyYearOne,
                               !margin                ? State::NotKnown
                               : margin->isNegative() ? State::Stop
                                                      : State::Go,
                               margin ? ofBase() : unknown);
        item.year = first.year;
        item.amount = margin;
        if (likely().years.size() < 2)
            return;
        std::optional<Money> worst;
        QString worstYear;
        for (const ContractCaseYear& year : likely().years)
            if (const std::optional<Money> one = marginAtBest(year);
                one && one->isNegative() && (!worst || *one < *worst)) {
                worst = one;
                worstYear = year.year;
            }
        const bool below = worst || (whole.margin && whole.margin->isNegative());
        ReviewItem& term = add(Kind::LikelyTerm,
                               below          ? State::Caution
                               : whole.margin ? State::Go
                                              : State::NotKnown,
                               whole.margin ? ofBase() : unknown);
        term.amount = whole.margin;
        term.second = worst;
        term.year = worstYear;
    }

    CellRef vatCell(const QString& year) const
    {
        return m_contract.vatRoute.isEmpty() ? ofContract(u"vatRoute"_s)
                                             : ofContract(u"irrecoverableVat"_s, year);
    }

    void reviewVat()
    {
        const QList<ContractCaseYear>& years = likely().years;
        const auto unfunded = std::find_if(years.begin(), years.end(), [](const ContractCaseYear& year) {
            return year.unfundedVat && !year.unfundedVat->isZero();
        });
        const auto unknown = std::find_if(years.begin(), years.end(),
                                          [](const ContractCaseYear& year) { return !year.unfundedVat; });
        if (unfunded != years.end()) {
            const QString year = unfunded->year;
            Money vat;
            Money open;
            for (const ContractCaseYear& one : years) {
                vat += one.irrecoverableVat.value_or(Money());
                open += one.unfundedVat.value_or(Money());
            }
            ReviewItem& item = add(Kind::Vat, State::Stop, ofContract(u"vatFunded"_s, year));
            item.year = year;
            item.amount = vat;
            item.second = open;
            return;
        }
        const bool known = unknown == years.end();
        const bool settled = known && !m_contract.vatRoute.isEmpty();
        const QString year = known ? yearOne().year : unknown->year;
        ReviewItem& item = add(Kind::Vat, settled ? State::Go : State::NotKnown, vatCell(year));
        if (!known)
            item.year = year;
        item.amount = likely().total.irrecoverableVat;
        item.second = likely().total.unfundedVat;
    }

    void reviewChance()
    {
        if (m_likely.terms.indicators.isEmpty() || m_likely.years.first().outcome.total.atRisk.isZero())
            return;
        const OutcomeChance chance =
            chanceOf(m_likely.terms.terms, m_likely.terms.years.first().figures, m_likely.terms.countsPeople);
        ReviewItem& item = add(Kind::Chance, State::Go, ofVersion(u"atRisk"_s));
        item.year = yearOne().year;
        item.amount = chance.total.distance;
    }

    void reviewCorridor()
    {
        const GainAndLoss& terms = m_likely.terms.terms.gainAndLoss;
        if (terms.gainShare.isZero() && terms.lossShare.isZero())
            return; // nothing is shared
        // Each area has a corridor of its own: chance leaves that of the smallest first.
        std::optional<Ratio> fewest;
        for (const OutcomeArea& area : m_likely.terms.years.first().figures.areas)
            fewest = fewest ? std::min(*fewest, peopleIn(area)) : peopleIn(area);
        const std::optional<Ratio> spread =
            m_contract.costSpread ? std::optional(m_contract.costSpread->exact()) : std::nullopt;
        const std::optional<CorridorChance> chance = corridorChanceOf(*fewest, spread, terms.corridor);
        ReviewItem& item = add(Kind::Corridor,
                               !chance                      ? State::NotKnown
                               : chance->outside() > rarely ? State::Caution
                                                            : State::Go,
                               chance ? ofVersion(u"corridor"_s) : ofContract(u"costSpread"_s));
        item.share = terms.corridor;
        item.count = fewest->unitsAt(0, Rounding::Down);
        item.amount = m_likely.years.first().outcome.total.corridor;
        item.chance = chance;
    }

    void reviewAtRisk()
    {
        const Money atRisk = m_likely.years.first().outcome.total.atRisk;
        const Money payment = yearOne().payment;
        const bool known = payment > Money();
        ReviewItem& item = add(Kind::AtRisk, known ? State::Go : State::NotKnown, ofVersion(u"atRisk"_s));
        item.year = yearOne().year;
        item.amount = atRisk;
        if (known)
            item.share = Ratio::of(atRisk, payment);
        const OutcomePayment& paid = m_likely.years.first().outcome;
        if (const std::optional<Ratio>& floor = m_likely.terms.terms.gainAndLoss.floor) {
            Money most;
            for (const AreaPayment& area : paid.areas)
                most += scaled(area.base, *floor, Rounding::HalfAwayFromZero);
            item.second = most;
        }
    }

    void reviewReadiness()
    {
        if (m_likely.isPaid()) {
            const Money inside = m_likely.years.first().outcome.total.ringFence;
            ReviewItem& item = add(Kind::RingFence, inside > Money() ? State::Go : State::Caution,
                                   ofVersion(u"ringFence"_s));
            item.year = m_likely.years.first().year;
            item.amount = inside;
        }
        reviewLines();
        const auto stated = [this](Kind kind, bool isStated, const QString& field) {
            add(kind, isStated ? State::Go : State::Caution, ofContract(field));
        };
        stated(Kind::Provider, !m_contract.provider.isEmpty(), u"provider"_s);
        stated(Kind::Commissioner, !m_contract.commissioner.isNull(), u"commissioner"_s);
        stated(Kind::Term, !m_term.isEmpty(), m_contract.startsOn.isValid() ? u"endsOn"_s : u"startsOn"_s);
        stated(Kind::Signature, m_contract.signedOn.isValid(), u"signedOn"_s);
    }

    void reviewLines()
    {
        const QList<ContractLineProblem>& problems = m_likely.terms.lineProblems;
        ReviewItem& item = add(Kind::Lines, !problems.isEmpty()        ? State::Stop
                                            : m_source.lines.isEmpty() ? State::Caution
                                                                       : State::Go);
        item.count = m_source.lines.size();
        if (!problems.isEmpty()) {
            item.lineProblem = problems.first();
            const bool amount = problems.first().kind == ContractLineProblem::Kind::HasAmount;
            item.cell = {QString(Line::type.id),
                         problems.first().line,
                         amount ? u"contract"_s : u"contractShare"_s,
                         {}};
        } else if (!m_source.lines.isEmpty()) {
            item.cell = {QString(Line::type.id), m_source.lines.first().line, u"contract"_s, {}};
        } else {
            item.cell = {QString(Line::type.id), {}, u"contract"_s, {}}; // none names it yet
        }
    }

    void decide()
    {
        using Verdict = ContractReview::Verdict;
        const ReviewItem* yearOne = m_review.item(Kind::LikelyYearOne);
        const ReviewItem* vat = m_review.item(Kind::Vat);
        if (!yearOne || !vat)
            m_review.verdict = Verdict::NotKnown;
        else if (yearOne->state == State::Stop || vat->state == State::Stop)
            m_review.verdict = Verdict::DoNotSign;
        else if (yearOne->state == State::NotKnown || vat->state == State::NotKnown)
            m_review.verdict = Verdict::NotKnown;
        else
            m_review.verdict = m_review.count(State::Caution) + m_review.count(State::NotKnown) > 0
                                   ? Verdict::Caution
                                   : Verdict::Sign;
    }

    const ContractSource& m_source;
    const Contract& m_contract;
    QList<TermYear> m_term;
    ContractPayment m_likely;
    ContractReview m_review;
};

} // namespace

const ContractCase* ContractReview::caseAt(ResultsAt at) const
{
    const auto found =
        std::find_if(cases.begin(), cases.end(), [at](const ContractCase& one) { return one.at == at; });
    return found == cases.end() ? nullptr : &*found;
}

const ReviewItem* ContractReview::item(ReviewItem::Kind kind) const
{
    const auto found =
        std::find_if(items.begin(), items.end(), [kind](const ReviewItem& one) { return one.kind == kind; });
    return found == items.end() ? nullptr : &*found;
}

qsizetype ContractReview::count(ReviewItem::State state) const
{
    return std::count_if(items.begin(), items.end(), [state](const ReviewItem& one) {
        return one.state == state && !one.isBeforeSignature();
    });
}

ContractReview reviewContract(const ContractSource& source)
{
    return Reviewer(source).review();
}

std::optional<ContractFairness> contractFairness(const ContractPayment& payment, const QString& year)
{
    const qsizetype position = payment.positionOf(year);
    if (position < 0)
        return std::nullopt;
    const ContractYear& figures = payment.terms.years.at(position);
    const OutcomePayment& weighted = payment.years.at(position).outcome;
    const OutcomePayment flat = payOutcomes(withFlatWeights(payment.terms).terms, figures.figures);
    const qsizetype indicators = payment.terms.indicators.size();

    ContractFairness fairness;
    fairness.year = year;
    const ByFifth<OutcomeCell> weightedFifths = byFifth(weighted, indicators);
    const ByFifth<OutcomeCell> flatFifths = byFifth(flat, indicators);
    for (size_t fifth = 0; fifth < fifthCount; ++fifth)
        fairness.fifths[fifth] = {weightedFifths[fifth].earned, flatFifths[fifth].earned};
    fairness.total = {weighted.total.earned, flat.total.earned};
    for (qsizetype i = 0; i < payment.terms.areas.size(); ++i) {
        const OutcomeArea& area = figures.figures.areas.at(i);
        fairness.areas.append({payment.terms.areas.at(i),
                               area.people[0] / peopleIn(area),
                               {weighted.areas.at(i).earned, flat.areas.at(i).earned}});
    }
    std::stable_sort(
        fairness.areas.begin(), fairness.areas.end(),
        [](const AreaFairness& a, const AreaFairness& b) { return a.mostDeprived > b.mostDeprived; });
    const auto loses = [](const FairnessPart& part) { return part.difference().isNegative(); };
    fairness.deprivedLose = loses(fairness.fifths[0]) || loses(fairness.total) ||
                            (!fairness.areas.isEmpty() && loses(fairness.areas.first().earned));
    return fairness;
}

} // namespace placewright
