#include "core/ledger/contractyears.h"

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = ContractProblem::Kind;

class ResultsReader
{
public:
    ResultsReader(const ContractSource& source, const ContractSlots& places, ContractTerms& read)
        : m_source(source)
        , m_slots(places)
        , m_read(read)
    {
    }

    void read()
    {
        for (qsizetype i = 0; i < m_source.indicators.size(); ++i)
            readResults(i);
    }

private:
    template <class T> void problem(Kind kind, const T& entity, const QString& field, const Key& key = {})
    {
        m_read.problems.append({kind, {}, QString(T::type.id), entity.id, field, key});
    }

    const QMap<Key, qint64>& countedIn(const IndicatorResult& row) const
    {
        switch (m_read.at) {
        case ResultsAt::Low:
            return m_slots.byArea ? row.areaLow : row.low;
        case ResultsAt::High:
            return m_slots.byArea ? row.areaHigh : row.high;
        case ResultsAt::Likely:
            break;
        }
        return m_slots.byArea ? row.areaLikely : row.likely;
    }

    QString countedField() const
    {
        static constexpr std::array<QLatin1StringView, 3> whole{"low"_L1, "likely"_L1, "high"_L1};
        static constexpr std::array<QLatin1StringView, 3> byArea{"areaLow"_L1, "areaLikely"_L1,
                                                                 "areaHigh"_L1};
        const auto at = static_cast<size_t>(m_read.at);
        return QString(m_slots.byArea ? byArea[at] : whole[at]);
    }

    void readResults(qsizetype position)
    {
        const IndicatorSource& source = m_source.indicators.at(position);
        ByFifth<const IndicatorResult*> rows{};
        for (const IndicatorResult& row : source.results) {
            const qint64 fifth = row.fifth.value_or(0);
            if (fifth < 1 || fifth > fifthCount)
                problem(Kind::FifthNotKnown, row, u"fifth"_s);
            else if (rows[static_cast<size_t>(fifth - 1)])
                problem(Kind::ResultTwice, row, u"fifth"_s);
            else
                rows[static_cast<size_t>(fifth - 1)] = &row;
        }
        for (int fifth = 0; fifth < fifthCount; ++fifth)
            readFifth(position, fifth, rows[static_cast<size_t>(fifth)]);
    }

    void readFifth(qsizetype indicator, int fifth, const IndicatorResult* row)
    {
        static const IndicatorResult none;
        const IndicatorResult& typed = row ? *row : none;
        const IndicatorSource& source = m_source.indicators.at(indicator);
        const bool everybody = source.indicator.eligibleFrom == indicatorEligible::population;
        const bool isPeople = source.indicator.counts == indicatorCounts::people;
        const bool isCredited = m_read.terms.indicators.at(indicator).improvementCredit > Ratio(0);
        const bool byArea = m_slots.byArea;
        const QMap<Key, qint64> baseline = byArea ? typed.areaBaseline : single(typed.baseline);
        const QMap<Key, qint64> of = byArea ? typed.areaBaselineEligible : single(typed.baselineEligible);
        CarriedCounts eligible(byArea ? typed.areaEligible : typed.eligible, m_slots.order);
        CarriedCounts counted(countedIn(typed), m_slots.order);
        CarriedCounts before(baseline, m_slots.order);
        CarriedCounts beforeOf(of, m_slots.order);
        const qsizetype step = m_source.indicators.size() * fifthCount;
        for (ContractYear& year : m_read.years) {
            const Id yearId(year.year);
            const QList<qint64>& eligibleNow = eligible.at(yearId);
            const QList<qint64>& countedNow = counted.at(yearId);
            const QList<qint64>& beforeNow = before.at(yearId);
            const QList<qint64>& beforeOfNow = beforeOf.at(yearId);
            OutcomeResult* cell = year.figures.results.data() + indicator * fifthCount + fifth;
            for (qsizetype slot = 0; slot < m_slots.size(); ++slot, cell += step) {
                *cell = {eligibleNow.at(slot), countedNow.at(slot), beforeNow.at(slot), beforeOfNow.at(slot)};
                if (everybody)
                    cell->eligible = peopleOf(year, slot, fifth).unitsAt(0, Rounding::HalfAwayFromZero);
                if (!isSound(*cell, isPeople, isCredited) &&
                    !check(*cell, indicator, fifth, typed, year, slot))
                    return; // one sentence a fifth
            }
        }
    }

    // A figure that stands for every year and area.
    static QMap<Key, qint64> single(const std::optional<qint64>& figure)
    {
        return figure ? QMap<Key, qint64>{{Key(), *figure}} : QMap<Key, qint64>();
    }

    static Ratio peopleOf(const ContractYear& year, qsizetype slot, int fifth)
    {
        return year.figures.areas.at(slot).people[static_cast<size_t>(fifth)];
    }

    // Whether `check` would find nothing to say or to settle.
    static bool isSound(const OutcomeResult& result, bool isPeople, bool isCredited)
    {
        const bool hasBaseline = result.baseline != noCount;
        const qint64 of = result.baselineEligible == noCount ? result.eligible : result.baselineEligible;
        return result.eligible >= 0 && result.counted >= 0 &&
               (hasBaseline ? result.baseline >= 0 : !isCredited) && of >= 0 &&
               (!isPeople || (result.counted <= result.eligible && result.baseline <= of));
    }

    // False: the cell has a problem, now listed. Without a row of the fifth, the indicator's name is where to begin.
    bool check(OutcomeResult& result, qsizetype position, int fifth, const IndicatorResult& row,
               const ContractYear& year, qsizetype slot)
    {
        const Key key = m_slots.key(year.year, slot);
        const IndicatorSource& source = m_source.indicators.at(position);
        const auto fail = [&](Kind kind, const QString& field, const Key& at) {
            if (row.id.isNull())
                problem(kind, source.indicator, u"name"_s);
            else
                problem(kind, row, field, at);
            return false;
        };
        const auto negative = [&](const QString& field, const Key& at) {
            fail(Kind::Terms, field, at);
            m_read.problems.last().terms = OutcomeProblem::Kind::NegativeCount;
            return false;
        };
        const bool byArea = m_slots.byArea;
        const QString eligibleField = byArea ? u"areaEligible"_s : u"eligible"_s;
        const QString baselineField = byArea ? u"areaBaseline"_s : u"baseline"_s;
        const QString ofField = byArea ? u"areaBaselineEligible"_s : u"baselineEligible"_s;
        if (result.eligible == noCount) {
            if (peopleOf(year, slot, fifth) > Ratio(0))
                return fail(Kind::EligibleMissing, eligibleField, key);
            result.eligible = 0;
        }
        if (result.eligible < 0)
            return negative(eligibleField, key);
        if (result.counted == noCount) {
            if (result.eligible > 0)
                return fail(Kind::ResultMissing, countedField(), key);
            result.counted = 0;
        }
        if (result.counted < 0)
            return negative(countedField(), key);
        const Key area{{}, key.area};
        if (result.baseline != noCount && result.baseline < 0)
            return negative(baselineField, area);
        if (result.baselineEligible != noCount && result.baselineEligible < 0)
            return negative(ofField, area);
        const bool credited = m_read.terms.indicators.at(position).improvementCredit > Ratio(0);
        if (result.baseline == noCount && credited && result.eligible > 0)
            return fail(Kind::BaselineMissing, baselineField, area);
        if (source.indicator.counts == indicatorCounts::people) {
            if (result.counted > result.eligible)
                return fail(Kind::CountedAboveEligible, countedField(), key);
            if (result.baseline != noCount &&
                result.baseline >
                    (result.baselineEligible == noCount ? result.eligible : result.baselineEligible))
                return fail(Kind::CountedAboveEligible, baselineField, area);
        }
        return true;
    }

    const ContractSource& m_source;
    const ContractSlots& m_slots;
    ContractTerms& m_read;
};

} // namespace

void readContractResults(const ContractSource& source, const ContractSlots& places, ContractTerms& read)
{
    ResultsReader(source, places, read).read();
}

} // namespace placewright
