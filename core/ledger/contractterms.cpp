#include "core/ledger/contractterms.h"

#include "core/ledger/contractyears.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = ContractProblem::Kind;

constexpr int longestTerm = 10; // years

Ratio partOf(const std::optional<Rate>& percent)
{
    return percent ? percent->exact() / Ratio(100) : Ratio();
}

std::optional<Ratio> maybePart(const std::optional<Rate>& percent)
{
    return percent ? std::optional(partOf(percent)) : std::nullopt;
}

// The field of a version or of an indicator's terms that holds the figure of one fifth.
QString fifthField(QLatin1StringView name, int fifth)
{
    return QString(name) + QString::number(fifth + 1);
}

class TermsReader
{
public:
    TermsReader(const ContractSource& source, ContractTerms& read)
        : m_source(source)
        , m_read(read)
        , m_version(source.version)
    {
    }

    void read()
    {
        readTerm();
        readVersion();
        for (const IndicatorSource& indicator : m_source.indicators)
            readIndicator(indicator);
        if (m_source.indicators.isEmpty() && m_read.terms.atRisk > Ratio(0))
            problem(Kind::NoIndicators, m_version, u"atRisk"_s);
        if (m_read.problems.isEmpty())
            for (const OutcomeProblem& found : problemsOf(m_read.terms))
                m_read.problems.append(atCell(found));
    }

private:
    template <class T> void problem(Kind kind, const T& entity, const QString& field, const Key& key = {})
    {
        m_read.problems.append({kind, {}, QString(T::type.id), entity.id, field, key});
    }

    void readTerm()
    {
        const Contract& contract = m_source.contract;
        if (!contract.startsOn.isValid())
            problem(Kind::TermMissing, contract, u"startsOn"_s);
        if (!contract.endsOn.isValid())
            problem(Kind::TermMissing, contract, u"endsOn"_s);
        if (contract.startsOn.isValid() && contract.startsOn.day() != 1)
            problem(Kind::TermNotWholeMonths, contract, u"startsOn"_s);
        if (contract.endsOn.isValid() && contract.endsOn.addDays(1).day() != 1)
            problem(Kind::TermNotWholeMonths, contract, u"endsOn"_s);
        if (contract.startsOn.isValid() && contract.endsOn.isValid()) {
            if (contract.endsOn < contract.startsOn)
                problem(Kind::TermReversed, contract, u"endsOn"_s);
            else if (contract.startsOn.addYears(longestTerm) <= contract.endsOn)
                problem(Kind::TermTooLong, contract, u"endsOn"_s);
        }
        if (!m_source.layerKnown)
            problem(Kind::LayerMissing, contract, u"layer"_s);
        else if (m_source.areas.isEmpty())
            problem(Kind::NoAreas, contract, u"layer"_s);
        for (const auto& [percent, field] :
             {std::pair{contract.growth, u"growth"_s}, std::pair{contract.costGrowth, u"costGrowth"_s}})
            if (percent && percent->exact() <= Ratio(-100))
                problem(Kind::GrowthTooLow, contract, field);
    }

    void readVersion()
    {
        if (m_version.number && m_source.numbers.count(*m_version.number) > 1)
            problem(Kind::VersionTwice, m_version, u"number"_s);
        if (m_version.baseKind == contractBase::perHead ? !m_version.price : !m_version.base)
            problem(Kind::BaseMissing, m_version,
                    m_version.baseKind == contractBase::perHead ? u"price"_s : u"base"_s);
        if (m_version.uplift && m_version.uplift->exact() <= Ratio(-100))
            problem(Kind::UpliftTooLow, m_version, u"uplift"_s);
        for (auto uplift = m_version.yearUplift.cbegin(); uplift != m_version.yearUplift.cend(); ++uplift)
            if (uplift->exact() <= Ratio(-100))
                problem(Kind::UpliftTooLow, m_version, u"yearUplift"_s, uplift.key());
        OutcomeTerms& terms = m_read.terms;
        readWeights(m_version.needWeights, "needWeight"_L1, terms.needWeights);
        readWeights(m_version.deprivationWeights, "deprivationWeight"_L1, terms.deprivationWeights);
        terms.ringFence = partOf(m_version.ringFence);
        terms.atRisk = partOf(m_version.atRisk);
        if (m_version.smallEligible && *m_version.smallEligible < 0)
            problem(Kind::SmallNumberNegative, m_version, u"smallEligible"_s);
        terms.smallEligible = m_version.smallEligible.value_or(0);
        terms.unearned.returned = m_version.unearned != unearnedMoney::commissioner;
        terms.unearned.afterBounds = m_version.unearnedCounts == unearnedCounts::after;
        readSharing(terms.gainAndLoss);
    }

    void readWeights(const std::array<std::optional<Rate>, 5>& typed, QLatin1StringView field,
                     ByFifth<Ratio>& to)
    {
        for (int fifth = 0; fifth < fifthCount; ++fifth) {
            const std::optional<Rate>& weight = typed[static_cast<size_t>(fifth)];
            if (!weight)
                problem(Kind::WeightMissing, m_version, fifthField(field, fifth));
            else
                to[static_cast<size_t>(fifth)] = weight->exact();
        }
    }

    void readSharing(GainAndLoss& to)
    {
        to.corridor = partOf(m_version.corridor);
        to.mode = m_version.corridorMode == corridorMode::excess ? CorridorMode::Excess : CorridorMode::First;
        to.gainShare = partOf(m_version.gainShare);
        to.gainCap = maybePart(m_version.gainCap);
        to.lossShare = partOf(m_version.lossShare);
        to.lossCap = maybePart(m_version.lossCap);
        to.qualityGate = partOf(m_version.qualityGate);
        to.floor = maybePart(m_version.floor);
        to.ceiling = maybePart(m_version.ceiling);
        if (m_version.corridorMode.isEmpty() && !(to.gainShare.isZero() && to.lossShare.isZero()))
            problem(Kind::CorridorModeMissing, m_version, u"corridorMode"_s);
    }

    void readIndicator(const IndicatorSource& source)
    {
        const ContractIndicator& indicator = source.indicator;
        if (m_read.indicators.contains(indicator.id)) {
            problem(Kind::IndicatorTwice, source.terms, u"indicator"_s);
            return;
        }
        OutcomeIndicator made;
        made.tieRank = 0; // ranked below, when all are known
        if (!source.terms.weight)
            problem(Kind::IndicatorWeightMissing, source.terms, u"weight"_s);
        made.weight = partOf(source.terms.weight);
        if (indicator.direction.isEmpty())
            problem(Kind::DirectionMissing, indicator, u"direction"_s);
        made.higherIsBetter = indicator.direction != indicatorDirection::lower;
        if (indicator.counts.isEmpty())
            problem(Kind::CountsMissing, indicator, u"counts"_s);
        if (!indicator.per)
            problem(Kind::PerMissing, indicator, u"per"_s);
        made.per = indicator.per.value_or(0);
        made.improvementCredit =
            source.terms.improvementCredit ? source.terms.improvementCredit->exact() : Ratio();
        for (int fifth = 0; fifth < fifthCount; ++fifth)
            readThresholds(source.terms, fifth, made.thresholds[static_cast<size_t>(fifth)]);
        m_read.terms.indicators.append(made);
        m_read.indicators.append(indicator.id);
        m_read.indicatorTerms.append(source.terms.id);
        m_read.countsPeople.append(indicator.counts == indicatorCounts::people);
        rankIndicators();
    }

    void readThresholds(const IndicatorTerms& terms, int fifth, OutcomeThresholds& to)
    {
        const auto at = static_cast<size_t>(fifth);
        const auto read = [&](const std::optional<Rate>& own, const std::optional<Rate>& common,
                              const QString& field, Ratio& limit) {
            const std::optional<Rate>& typed = own ? own : common;
            if (typed)
                limit = typed->exact();
            else if (const bool saidAlready = fifth > 0 && !common && !m_read.problems.isEmpty() &&
                                              m_read.problems.last().field == field;
                     !saidAlready)
                problem(Kind::ThresholdMissing, terms, field);
        };
        read(terms.fifthLower[at], terms.lower, u"lower"_s, to.lower);
        read(terms.fifthUpper[at], terms.upper, u"upper"_s, to.upper);
    }

    void rankIndicators()
    {
        QList<Id> ordered = m_read.indicators;
        std::sort(ordered.begin(), ordered.end());
        for (qsizetype i = 0; i < ordered.size(); ++i)
            m_read.terms.indicators[i].tieRank = static_cast<int>(ordered.indexOf(m_read.indicators.at(i)));
    }

    ContractProblem atCell(const OutcomeProblem& found) const
    {
        using Outcome = OutcomeProblem::Kind;
        const auto ofVersion = [&](const QString& field) {
            return ContractProblem{Kind::Terms,  found.kind, QString(ContractVersion::type.id),
                                   m_version.id, field,      {}};
        };
        const auto ofTerms = [&](const QString& field) {
            return ContractProblem{Kind::Terms,
                                   found.kind,
                                   QString(IndicatorTerms::type.id),
                                   m_read.indicatorTerms.value(found.indicator),
                                   field,
                                   {}};
        };
        switch (found.kind) {
        case Outcome::NeedWeight:
            return ofVersion(fifthField("needWeight"_L1, std::max(found.fifth, 0)));
        case Outcome::DeprivationWeight:
        case Outcome::DeprivationRises:
            return ofVersion(fifthField("deprivationWeight"_L1, found.fifth));
        case Outcome::NoIndicators:
            return ofVersion(u"atRisk"_s);
        case Outcome::WeightsNotWhole: {
            ContractProblem last = ofTerms(u"weight"_s);
            last.id = m_read.indicatorTerms.last();
            return last;
        }
        case Outcome::NegativeWeight:
            return ofTerms(u"weight"_s);
        case Outcome::Credit:
            return ofTerms(u"improvementCredit"_s);
        case Outcome::ThresholdsEqual:
        case Outcome::ThresholdsReversed:
            return ofTerms(thresholdField(found, false));
        case Outcome::NegativeThreshold:
            return ofTerms(thresholdField(found, true));
        case Outcome::Per:
            return {Kind::Terms,
                    found.kind,
                    QString(ContractIndicator::type.id),
                    m_read.indicators.value(found.indicator),
                    u"per"_s,
                    {}};
        default:
            return ofVersion(sharingField(found.field));
        }
    }

    // The upper threshold, or the one below zero: the fifth's own where it has one.
    QString thresholdField(const OutcomeProblem& found, bool negative) const
    {
        const IndicatorTerms& terms = m_source.indicators.at(found.indicator).terms;
        const auto at = static_cast<size_t>(found.fifth);
        const bool lower =
            negative && m_read.terms.indicators.at(found.indicator).thresholds[at].lower.isNegative();
        const bool own = lower ? terms.fifthLower[at].has_value() : terms.fifthUpper[at].has_value();
        const QLatin1StringView name = lower ? "lower"_L1 : "upper"_L1;
        return own ? fifthField(name, found.fifth) : QString(name);
    }

    static QString sharingField(OutcomeProblem::Field field)
    {
        using Field = OutcomeProblem::Field;
        switch (field) {
        case Field::RingFence:
            return u"ringFence"_s;
        case Field::AtRisk:
            return u"atRisk"_s;
        case Field::Corridor:
            return u"corridor"_s;
        case Field::GainShare:
            return u"gainShare"_s;
        case Field::GainCap:
            return u"gainCap"_s;
        case Field::LossShare:
            return u"lossShare"_s;
        case Field::LossCap:
            return u"lossCap"_s;
        case Field::Gate:
            return u"qualityGate"_s;
        case Field::Floor:
            return u"floor"_s;
        case Field::Ceiling:
            return u"ceiling"_s;
        case Field::None:
            break;
        }
        return {};
    }

    const ContractSource& m_source;
    ContractTerms& m_read;
    const ContractVersion& m_version;
};

void readLines(const ContractSource& source, ContractTerms& read)
{
    Ratio sum;
    for (const PayingLine& line : source.lines) {
        const bool alone = source.lines.size() == 1;
        if (line.hasAmount)
            read.lineProblems.append({ContractLineProblem::Kind::HasAmount, line.line});
        if (!line.share && !alone) {
            read.lineProblems.append({ContractLineProblem::Kind::ShareMissing, line.line});
            continue;
        }
        const Ratio share = line.share ? partOf(line.share) : Ratio(1);
        if (share.isNegative())
            read.lineProblems.append({ContractLineProblem::Kind::NegativeShare, line.line});
        sum = sum + share;
        read.lines.append({line.line, share});
    }
    if (read.lineProblems.isEmpty() && !source.lines.isEmpty() && sum != Ratio(1))
        read.lineProblems.append({ContractLineProblem::Kind::SharesNotWhole, source.lines.last().line});
    if (!read.lineProblems.isEmpty())
        read.lines.clear();
}

} // namespace

QList<TermYear> yearsOfTerm(const Contract& contract)
{
    QList<TermYear> years;
    if (!contract.startsOn.isValid() || !contract.endsOn.isValid())
        return years;
    for (QDate month = contract.startsOn; month <= contract.endsOn; month = month.addMonths(1)) {
        const int start = month.month() < 4 ? month.year() - 1 : month.year();
        const QString name = u"%1-%2"_s.arg(start).arg((start + 1) % 100, 2, 10, QChar(u'0'));
        if (years.isEmpty() || years.last().year != name)
            years.append({name, 0});
        ++years.last().months;
    }
    return years;
}

ContractTerms readContract(const ContractSource& source, ResultsAt at)
{
    ContractTerms read;
    read.contract = source.contract.id;
    read.version = source.version.id;
    read.at = at;
    read.status = source.contract.signedOn.isValid() ? Status::Confirmed : Status::Indicative;
    TermsReader(source, read).read();
    if (read.problems.isEmpty())
        readContractYears(source, read);
    readLines(source, read);
    return read;
}

} // namespace placewright
