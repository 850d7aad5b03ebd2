#include "core/ledger/contractyears.h"

#include "core/ledger/carriedfigures.h"
#include "core/money/apportion.h"

#include <algorithm>
#include <numeric>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = ContractProblem::Kind;

constexpr auto nearest = Rounding::HalfAwayFromZero;

Ratio growthOf(const std::optional<Rate>& percent)
{
    return percent ? Ratio(1) + percent->exact() / Ratio(100) : Ratio(1);
}

class YearsReader
{
public:
    YearsReader(const ContractSource& source, ContractTerms& read)
        : m_source(source)
        , m_contract(source.contract)
        , m_read(read)
        , m_term(yearsOfTerm(source.contract))
    {
        m_slots.byArea = source.contract.byArea;
        if (!m_slots.byArea) {
            m_slots.areas = {Id()};
            m_slots.tieRanks = {0};
            m_slots.order = orderOf(m_slots.areas);
            return;
        }
        QStringList keys;
        for (const Area& area : source.areas) {
            keys.append(tieKey(area));
            m_slots.areas.append(area.id);
        }
        m_slots.tieRanks = tieRanks(keys);
        m_slots.order = orderOf(m_slots.areas);
    }

    void read()
    {
        if (m_slots.byArea)
            m_read.areas = m_slots.areas;
        for (const TermYear& year : m_term) {
            ContractYear made;
            made.year = year.year;
            made.months = year.months;
            made.figures.areas.resize(m_slots.size());
            for (qsizetype slot = 0; slot < m_slots.size(); ++slot) {
                made.figures.areas[slot].tieRank = m_slots.tieRanks.at(slot);
                made.figures.areas[slot].marketForces = marketForces(slot);
            }
            made.figures.results.resize(m_slots.size() * m_source.indicators.size() * fifthCount);
            m_read.years.append(made);
        }
        readPeople();
        if (m_read.problems.isEmpty()) {
            readBases();
            readContractResults(m_source, m_slots, m_read);
            readAmounts();
            for (const ContractActivity& activity : m_source.activities)
                readActivity(activity);
        }
        if (m_read.problems.isEmpty())
            checkYears();
        if (!m_read.problems.isEmpty())
            m_read.years.clear();
    }

private:
    template <class T> void problem(Kind kind, const T& entity, const QString& field, const Key& key = {})
    {
        m_read.problems.append({kind, {}, QString(T::type.id), entity.id, field, key});
    }

    Ratio marketForces(qsizetype slot) const
    {
        const ContractVersion& version = m_source.version;
        if (m_slots.byArea)
            if (const auto own = version.areaMarketForces.constFind(m_slots.areaKey(slot));
                own != version.areaMarketForces.cend())
                return own->exact();
        return version.marketForces ? version.marketForces->exact() : Ratio(1);
    }

    // Steps 0 and 1: who lives there.
    void readPeople()
    {
        if (m_contract.peopleFrom == contractPeople::typed)
            readTypedPeople();
        else
            readNeedPeople();
    }

    void readNeedPeople()
    {
        QList<ByFifth<Ratio>> people(m_slots.size());
        for (qsizetype area = 0; area < m_source.areas.size(); ++area) {
            ByFifth<Ratio>& sum = people[m_slots.byArea ? area : 0];
            for (size_t fifth = 0; fifth < fifthCount; ++fifth) {
                const std::optional<People>& one = m_source.needPeople.at(area)[fifth];
                if (!one) {
                    problem(Kind::PeopleNotKnown, m_contract, u"peopleFrom"_s,
                            Key{{}, m_source.areas.at(area).id});
                    return;
                }
                sum[fifth] = sum[fifth] + one->exact();
            }
        }
        Ratio factor(1);
        for (ContractYear& year : m_read.years) {
            for (qsizetype slot = 0; slot < m_slots.size(); ++slot)
                for (size_t fifth = 0; fifth < fifthCount; ++fifth)
                    year.figures.areas[slot].people[fifth] =
                        m_contract.growth ? people.at(slot)[fifth] * factor : people.at(slot)[fifth];
            factor = factor * growthOf(m_contract.growth);
        }
    }

    void readTypedPeople()
    {
        for (const ContractPeople& row : m_source.people) {
            const qint64 fifth = row.fifth.value_or(0);
            if (fifth < 1 || fifth > fifthCount)
                problem(Kind::FifthNotKnown, row, u"fifth"_s);
            else if (m_fifthRows[static_cast<size_t>(fifth - 1)])
                problem(Kind::PeopleTwice, row, u"fifth"_s);
            else
                m_fifthRows[static_cast<size_t>(fifth - 1)] = &row;
        }
        const Ratio growth = growthOf(m_contract.growth);
        for (size_t fifth = 0; fifth < fifthCount; ++fifth) {
            const ContractPeople* row = m_fifthRows[fifth];
            for (ContractYear& year : m_read.years)
                for (qsizetype slot = 0; slot < m_slots.size(); ++slot) {
                    const Key key = m_slots.key(year.year, slot);
                    const auto known =
                        row ? carried(m_slots.byArea ? row->areaPeople : row->people, key) : std::nullopt;
                    if (!known) {
                        if (row)
                            problem(Kind::PeopleNotKnown, *row,
                                    m_slots.byArea ? u"areaPeople"_s : u"people"_s, key);
                        else
                            problem(Kind::PeopleNotKnown, m_contract, u"peopleFrom"_s);
                        return;
                    }
                    Ratio people = known->value.exact();
                    for (int since = known->yearsAgo; since > 0 && m_contract.growth; --since)
                        people = people * growth;
                    year.figures.areas[slot].people[fifth] = people;
                }
        }
    }

    // Step 2, over the years: the base of the year before, uplifted, and moved with the weighted population.
    void readBases()
    {
        const ContractVersion& version = m_source.version;
        const bool priced = version.baseKind == contractBase::perHead;
        Money full = version.base.value_or(Money());
        Ratio before;
        for (qsizetype i = 0; i < m_read.years.size(); ++i) {
            ContractYear& year = m_read.years[i];
            const QList<Ratio> people = weightedPeople(m_read.terms, year.figures.areas);
            const Ratio weighted = std::accumulate(people.begin(), people.end(), Ratio());
            if (i > 0)
                m_price = m_price * upliftOf(year.year);
            m_prices.append(m_price);
            const Ratio part(year.months, 12);
            const bool usable =
                weighted > Ratio(0) &&
                std::none_of(people.begin(), people.end(), [](const Ratio& one) { return one.isNegative(); });
            if (!usable) {
                year.figures.base.fill(Money(), m_slots.size()); // `checkYears` says so
                continue;
            }
            if (priced) {
                year.figures.base = pricedBase(people, version.price->exact() * m_price, part);
            } else {
                if (i > 0 && !before.isZero())
                    full = scaled(full, upliftOf(year.year) * weighted / before, nearest);
                year.figures.base = splitBase(people, m_slots.tieRanks, scaled(full, part, nearest));
            }
            for (const Money base : std::as_const(year.figures.base))
                year.total += base;
            before = weighted;
        }
    }

    Ratio upliftOf(const QString& year) const
    {
        const ContractVersion& version = m_source.version;
        const auto own = version.yearUplift.constFind(Key{Id(year), {}});
        return growthOf(own == version.yearUplift.cend() ? version.uplift : std::optional(*own));
    }

    void readAmounts()
    {
        const ContractVersion& version = m_source.version;
        const QMap<Key, Money>& cost =
            m_read.at == ResultsAt::Low && !m_contract.costLow.isEmpty()     ? m_contract.costLow
            : m_read.at == ResultsAt::High && !m_contract.costHigh.isEmpty() ? m_contract.costHigh
                                                                             : m_contract.cost;
        for (ContractYear& year : m_read.years) {
            spread(year, version.benchmark, version.areaBenchmark, {}, &OutcomeArea::benchmark);
            spread(year, cost, m_contract.areaCost, m_contract.costGrowth, &OutcomeArea::cost);
            const QMap<Key, Money>& spent =
                m_slots.byArea ? m_contract.areaRingFenceSpent : m_contract.ringFenceSpent;
            for (qsizetype slot = 0; slot < m_slots.size(); ++slot)
                if (const auto typed = spent.constFind(m_slots.key(year.year, slot)); typed != spent.cend())
                    year.figures.areas[slot].ringFenceSpent = *typed;
        }
    }

    // An amount for the whole contract, or the areas' own; the whole is parted by what the areas' base is.
    void spread(ContractYear& year, const QMap<Key, Money>& whole, const QMap<Key, Money>& byArea,
                const std::optional<Rate>& growth, std::optional<Money> OutcomeArea::*to)
    {
        const std::optional<Money> total = carriedAmount(whole, m_term, year.year, growth);
        if (!m_slots.byArea) {
            year.figures.areas[0].*to = total;
            return;
        }
        bool anyOwn = false;
        for (qsizetype slot = 0; slot < m_slots.size() && !byArea.isEmpty(); ++slot) {
            const std::optional<Money> own =
                carriedAmount(byArea, m_term, year.year, growth, m_slots.areas.at(slot));
            year.figures.areas[slot].*to = own;
            anyOwn = anyOwn || own;
        }
        if (anyOwn || !total)
            return;
        QList<qint64> weights;
        for (const Money base : std::as_const(year.figures.base))
            weights.append(std::max<qint64>(base.pence(), 0));
        if (std::all_of(weights.begin(), weights.end(), [](qint64 weight) { return weight == 0; }))
            return;
        const QList<Money> parts = apportion(*total, weights, m_slots.tieRanks);
        for (qsizetype slot = 0; slot < m_slots.size(); ++slot)
            year.figures.areas[slot].*to = parts.at(slot);
    }

    void readActivity(const ContractActivity& activity)
    {
        if (!activity.price) {
            problem(Kind::ActivityPriceMissing, activity, u"price"_s);
            return;
        }
        if (activity.price->isNegative() || (activity.marginalRate && activity.marginalRate->isNegative())) {
            problem(Kind::ActivityNegative, activity,
                    activity.price->isNegative() ? u"price"_s : u"marginalRate"_s);
            return;
        }
        const Ratio rate = activity.marginalRate ? activity.marginalRate->exact() / Ratio(100) : Ratio(1);
        const Ratio factor =
            m_source.version.marketForces ? m_source.version.marketForces->exact() : Ratio(1);
        for (qsizetype i = 0; i < m_read.years.size(); ++i) {
            ContractYear& year = m_read.years[i];
            const std::optional<qint64> planned = carriedCount(activity.planned, m_term, year.year);
            if (!planned) {
                problem(Kind::ActivityPlanMissing, activity, u"planned"_s, Key{Id(year.year), {}});
                return;
            }
            const qint64 expected = expectedUnits(activity, year.year).value_or(*planned);
            if (*planned < 0 || expected < 0) {
                problem(Kind::ActivityNegative, activity, *planned < 0 ? u"planned"_s : u"likely"_s,
                        Key{Id(year.year), {}});
                return;
            }
            const Ratio price = activity.price->exact() * factor * m_prices.at(i);
            const auto paid = [&](const Ratio& units) {
                return Money::fromPence((price * units).unitsAt(2, nearest));
            };
            ActivityYear made{activity.id, *planned, expected, {}, {}};
            if (!activity.planInBase)
                made.plannedPayment = paid(Ratio(*planned));
            made.marginalPayment = paid(rate * Ratio(expected - *planned));
            year.activities.append(made);
        }
    }

    std::optional<qint64> expectedUnits(const ContractActivity& activity, const QString& year) const
    {
        if (m_read.at != ResultsAt::Likely)
            if (const auto units =
                    carriedCount(m_read.at == ResultsAt::Low ? activity.low : activity.high, m_term, year))
                return units;
        return carriedCount(activity.likely, m_term, year);
    }

    void checkYears()
    {
        for (const ContractYear& year : std::as_const(m_read.years)) {
            for (const OutcomeProblem& found : problemsOf(m_read.terms, year.figures))
                m_read.problems.append(atCell(found, year.year));
            if (!m_read.problems.isEmpty())
                return; // the years that follow say the same
        }
    }

    ContractProblem atCell(const OutcomeProblem& found, const QString& year) const
    {
        using Outcome = OutcomeProblem::Kind;
        const Key key = m_slots.key(year, std::max(found.area, 0));
        const bool byArea = m_slots.byArea;
        const ContractVersion& version = m_source.version;
        const auto ofVersion = [&](const QString& field, const Key& at = {}) {
            return ContractProblem{Kind::Terms, found.kind, QString(ContractVersion::type.id),
                                   version.id,  field,      at};
        };
        const auto ofContract = [&](const QString& field, const Key& at = {}) {
            return ContractProblem{Kind::Terms,   found.kind, QString(Contract::type.id),
                                   m_contract.id, field,      at};
        };
        switch (found.kind) {
        case Outcome::MarketForces: {
            const Key area{{}, key.area};
            const bool own = byArea && version.areaMarketForces.contains(area);
            return own ? ofVersion(u"areaMarketForces"_s, area) : ofVersion(u"marketForces"_s);
        }
        case Outcome::NegativeBase:
            return ofVersion(version.baseKind == contractBase::perHead ? u"price"_s : u"base"_s);
        case Outcome::NobodyEligible: {
            const IndicatorSource& source = m_source.indicators.at(found.indicator);
            if (!source.results.isEmpty())
                return {Kind::Terms,
                        found.kind,
                        QString(IndicatorResult::type.id),
                        source.results.first().id,
                        byArea ? u"areaEligible"_s : u"eligible"_s,
                        key};
            return {Kind::Terms,         found.kind, QString(ContractIndicator::type.id),
                    source.indicator.id, u"name"_s,  {}};
        }
        case Outcome::NegativeCost:
            return negativeAmount(found, key);
        default:
            return ofContract(u"peopleFrom"_s, byArea ? Key{{}, key.area} : Key());
        }
    }

    // Of benchmark, cost and what was spent on teams and training.
    ContractProblem negativeAmount(const OutcomeProblem& found, const Key& key) const
    {
        const bool byArea = m_slots.byArea;
        for (const ContractYear& year : m_read.years) {
            if (year.year != key.year.text())
                continue;
            const OutcomeArea& area = year.figures.areas.at(std::max(found.area, 0));
            const auto below = [](const std::optional<Money>& amount) {
                return amount && amount->isNegative();
            };
            if (below(area.benchmark))
                return {Kind::Terms,
                        found.kind,
                        QString(ContractVersion::type.id),
                        m_source.version.id,
                        byArea ? u"areaBenchmark"_s : u"benchmark"_s,
                        key};
            return {Kind::Terms,
                    found.kind,
                    QString(Contract::type.id),
                    m_contract.id,
                    below(area.cost) ? (byArea ? u"areaCost"_s : u"cost"_s)
                                     : (byArea ? u"areaRingFenceSpent"_s : u"ringFenceSpent"_s),
                    key};
        }
        return {};
    }

    const ContractSource& m_source;
    const Contract& m_contract;
    ContractTerms& m_read;
    QList<TermYear> m_term;
    ContractSlots m_slots;
    ByFifth<const ContractPeople*> m_fifthRows{};
    Ratio m_price = Ratio(1); // of a first-year price, so far
    QList<Ratio> m_prices;    // by year
};

} // namespace

void readContractYears(const ContractSource& source, ContractTerms& read)
{
    YearsReader(source, read).read();
}

} // namespace placewright
