#include "core/words/needwords.h"

#include "core/place/service.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NeedWords)
};

QString percent(double share, int places = 1)
{
    return QLocale::c().toString(share * 100, 'f', places) + u'%';
}

QString decimals(double value, int places)
{
    QString text = QLocale::c().toString(std::abs(value), 'f', places);
    return value < 0 && text.toDouble() != 0 ? QChar(u'\u2212') + text : text;
}

QString pounds(double value)
{
    return (value < 0 ? QString(QChar(u'\u2212')) : QString()) + u'£' +
           QLocale(QLocale::English, QLocale::UnitedKingdom).toString(std::abs(value), 'f', 2);
}

QString listed(const QStringList& names)
{
    constexpr qsizetype most = 4;
    if (names.size() <= most)
        return names.join(u", "_s);
    return Words::tr("%1 and %2 more", "names, a number")
        .arg(names.first(most).join(u", "_s))
        .arg(names.size() - most);
}

struct MeasureText
{
    const char* id;
    const char* name;
};
constexpr MeasureText inequalityNames[] = {
    {"hoover", QT_TRANSLATE_NOOP("NeedWords", "Hoover index")},
    {"gini", QT_TRANSLATE_NOOP("NeedWords", "Gini coefficient")},
    {"theil", QT_TRANSLATE_NOOP("NeedWords", "Theil T")},
    {"meanLogDeviation", QT_TRANSLATE_NOOP("NeedWords", "Mean log deviation")},
    {"atkinsonHalf", QT_TRANSLATE_NOOP("NeedWords", "Atkinson index, aversion 0.5")},
    {"atkinsonOne", QT_TRANSLATE_NOOP("NeedWords", "Atkinson index, aversion 1")},
    {"atkinsonTwo", QT_TRANSLATE_NOOP("NeedWords", "Atkinson index, aversion 2")},
    {"concentrationSpend", QT_TRANSLATE_NOOP("NeedWords", "Concentration index of money a head")},
    {"concentrationNeed", QT_TRANSLATE_NOOP("NeedWords", "Concentration index of need a head")},
    {"horizontalInequity", QT_TRANSLATE_NOOP("NeedWords", "Horizontal inequity of money")},
    {"slopeSpendPerHead", QT_TRANSLATE_NOOP("NeedWords", "Slope index, £ a head")},
    {"relativeSpendPerHead", QT_TRANSLATE_NOOP("NeedWords", "Relative index, £ a head")},
    {"slopeSpendPerWeightedHead", QT_TRANSLATE_NOOP("NeedWords", "Slope index, £ a weighted head")},
    {"relativeSpendPerWeightedHead", QT_TRANSLATE_NOOP("NeedWords", "Relative index, £ a weighted head")},
    {"slopeSpendByFifth", QT_TRANSLATE_NOOP("NeedWords", "Slope index by fifth, £ a head")},
    {"relativeSpendByFifth", QT_TRANSLATE_NOOP("NeedWords", "Relative index by fifth, £ a head")},
};

bool isSlope(QStringView measure)
{
    return measure.startsWith(u"slopeSpend");
}

QString slopeSentence(double slope, bool weighted)
{
    const QString amount = pounds(std::abs(slope));
    if (decimals(slope, 2) == u"0.00")
        return Words::tr("Money a head is the same from the most to the least deprived.");
    if (weighted)
        return slope < 0
                   ? Words::tr("For the same need, the most deprived end gets %1 a head more.").arg(amount)
                   : Words::tr("For the same need, the most deprived end gets %1 a head less.").arg(amount);
    return slope < 0
               ? Words::tr("The most deprived end gets %1 a head more than the least deprived.").arg(amount)
               : Words::tr("The most deprived end gets %1 a head less than the least deprived.").arg(amount);
}

QString relativeSentence(double relative)
{
    return Words::tr("The least deprived end gets %1 of what the most deprived end gets.")
        .arg(percent(relative));
}

QString concentrationSentence(double index, bool need)
{
    if (std::abs(index) < 0.0005)
        return need ? Words::tr("Need a head is the same whatever the deprivation.")
                    : Words::tr("Money a head is the same whatever the deprivation.");
    if (need)
        return index < 0 ? Words::tr("Need a head is higher where deprivation is.")
                         : Words::tr("Need a head is lower where deprivation is.");
    return index < 0 ? Words::tr("Money a head is higher where deprivation is.")
                     : Words::tr("Money a head is lower where deprivation is.");
}

QString inequitySentence(double value)
{
    if (std::abs(value) < 0.0005)
        return Words::tr("Money follows need along deprivation, all but exactly.");
    return value < 0 ? Words::tr("Money leans to deprived areas more than need does.")
                     : Words::tr("Money leans to deprived areas less than need does.");
}

} // namespace

QString problemWords(const Plan& plan, const MeasureProblem& problem)
{
    using Fault = AreaFigures::Fault;
    const NeedDataset* dataset = plan.needDatasets.find(problem.dataset);
    const QString name = dataset ? dataset->name : Words::tr("the dataset");
    switch (problem.fault) {
    case Fault::None:
        return {};
    case Fault::NoDataset:
        return Words::tr("No dataset is chosen: choose one, or import it.");
    case Fault::NoMeasure:
        return Words::tr("“%1” has no measure “%2”: choose one of its measures.").arg(name, problem.measure);
    case Fault::NotForThis:
        return Words::tr(
                   "“%1” of “%2” is a rank or a tenth: it puts areas in order and cannot weigh need. Choose "
                   "a score or a count.")
            .arg(problem.measure, name);
    case Fault::NoRoute:
        return Words::tr(
                   "The rows of “%1” are not what these areas are made of: import a lookup that leads from "
                   "one to the other.")
            .arg(name);
    case Fault::NoPeople:
        return Words::tr(
                   "“%1” is a score or a rate, which counts by people: import the people of the same units, "
                   "and choose them as the population of the layer.")
            .arg(problem.measure);
    case Fault::Incomplete:
        return problem.areas.isEmpty() ? Words::tr("“%1” is not known for every area.").arg(problem.measure)
                                       : Words::tr("“%1” is not known for all of: %2.")
                                             .arg(problem.measure, listed(problem.areas));
    case Fault::Negative:
        return Words::tr("“%1” has figures below zero (%2): it puts areas in order and cannot weigh need.")
            .arg(problem.measure, listed(problem.areas));
    case Fault::Reversed:
        return Words::tr("A low “%1” means more need: it puts areas in order and cannot weigh need.")
            .arg(problem.measure);
    }
    return {};
}

QString populationBaseWords(PopulationBase base)
{
    switch (base) {
    case PopulationBase::Typed:
        return Words::tr("people as typed");
    case PopulationBase::Registered:
        return Words::tr("people registered with GP practices");
    case PopulationBase::Resident:
        return Words::tr("people who live there");
    case PopulationBase::Mixed:
        return Words::tr("people counted in different ways: registered, resident or typed");
    }
    return {};
}

static QString stateWords(ServiceMeasure::State state, const QString& measureName)
{
    switch (state) {
    case ServiceMeasure::State::NoMeasure:
        return Words::tr("no agreed measure");
    case ServiceMeasure::State::Proposed:
        return Words::tr("no agreed measure; proposed: %1").arg(measureName);
    case ServiceMeasure::State::Agreed:
        return measureName;
    case ServiceMeasure::State::Unusable:
        return Words::tr("cannot be worked out");
    }
    return {};
}

QString serviceStateWords(const ServiceMeasure& measure)
{
    return stateWords(measure.state, measure.measureName);
}

QString serviceStateWords(const ServiceTotal& total)
{
    return stateWords(total.state, total.measureName);
}

QString assumedWords(Money assumed, Money allocated)
{
    if (allocated.isZero())
        return Words::tr("No money is split between these areas.");
    if (assumed.isZero())
        return Words::tr("All of it is known by area.");
    return Words::tr("%1 of it is assumed: split by population or need.")
        .arg(formatPercent(Ratio::of(assumed, allocated)));
}

QString inequalityName(QStringView measure)
{
    for (const MeasureText& text : inequalityNames)
        if (measure == QLatin1StringView(text.id))
            return QCoreApplication::translate("NeedWords", text.name);
    return measure.toString();
}

QString inequalityValue(const InequalityFigure& figure)
{
    if (!figure.value)
        return Words::tr("not known");
    if (isSlope(figure.measure))
        return pounds(*figure.value);
    if (figure.measure == u"hoover")
        return percent(*figure.value, 2);
    return decimals(*figure.value, 4);
}

QString inequalitySentence(const InequalityFigure& figure)
{
    if (!figure.value)
        return refusalWords(figure.refusal);
    const double value = *figure.value;
    const QString& measure = figure.measure;
    if (measure == u"hoover")
        return Words::tr("%1 of the money (%2) would have to move for it to follow need.")
            .arg(percent(value, 1), figure.moves ? formatMoney(*figure.moves) : QString());
    if (measure == u"gini")
        return Words::tr("0 is the same money for the same need everywhere, 1 is all of it in one place.");
    if (measure == u"theil" || measure == u"meanLogDeviation")
        return Words::tr("0 is the same money for the same need everywhere; it has no upper end.");
    if (measure.startsWith(u"atkinson"))
        return Words::tr("With the money shared evenly, %1 less would do as well.").arg(percent(value, 2));
    if (measure == u"concentrationSpend" || measure == u"concentrationNeed")
        return concentrationSentence(value, measure == u"concentrationNeed");
    if (measure == u"horizontalInequity")
        return inequitySentence(value);
    if (isSlope(measure))
        return slopeSentence(value, measure == u"slopeSpendPerWeightedHead");
    return relativeSentence(value);
}

QString basisWords(const Basis& basis)
{
    QStringList parts{basis.weights == HeadWeight::People ? Words::tr("weights: heads")
                                                          : Words::tr("weights: weighted heads")};
    if (basis.ranks == RankBase::Local)
        parts.append(Words::tr("ranks within this place"));
    if (basis.ranks == RankBase::National)
        parts.append(Words::tr("national ranks"));
    if (basis.origin == RankOrigin::MostDeprived)
        parts.append(Words::tr("0 is the most deprived"));
    if (basis.origin == RankOrigin::LeastDeprived)
        parts.append(Words::tr("0 is the least deprived"));
    if (basis.ties == TieRule::MiddleRank)
        parts.append(Words::tr("ties share the middle rank"));
    if (basis.ties == TieRule::OneSegment)
        parts.append(Words::tr("ties are one segment"));
    return parts.join(u"; "_s);
}

QString refusalWords(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None:
        return {};
    case Refusal::NoRows:
        return Words::tr("The people or the need of some area are not known: fill them in under Areas.");
    case Refusal::NegativeFigure:
        return Words::tr("An area has people or money below zero.");
    case Refusal::NoPeople:
        return Words::tr("The areas have no people.");
    case Refusal::NoAmount:
        return Words::tr("No money reaches these areas.");
    case Refusal::AmountWithoutHead:
        return Words::tr("An area has money and nobody in it.");
    case Refusal::ZeroShare:
        return Words::tr("An area with people has no money, and this measure cannot take nought.");
    case Refusal::BadAversion:
        return Words::tr("The aversion must be above zero.");
    case Refusal::OneLevel:
        return Words::tr("All areas stand at one level of deprivation.");
    case Refusal::OrientationUnknown:
        return Words::tr(
            "Nothing puts the areas in order of deprivation: choose a deprivation measure, or type scores.");
    case Refusal::NotANumber:
        return Words::tr("A figure is not a number.");
    case Refusal::TooFewGroups:
        return Words::tr("Fewer than five groups are known, and the method asks for five.");
    case Refusal::TooManyGroups:
        return Words::tr("More than a hundred groups: the method refuses it.");
    case Refusal::RepeatedGroup:
        return Words::tr("A group stands there twice.");
    case Refusal::EmptyGroup:
        return Words::tr("A group has no people.");
    case Refusal::OutsideTransform:
        return Words::tr("A value has no logarithm.");
    case Refusal::OutsideBounds:
        return Words::tr("The mean lies outside its bounds.");
    case Refusal::NoMean:
        return Words::tr("The mean is zero.");
    case Refusal::NoLimits:
        return Words::tr("No interval is published, so no gap is shown.");
    }
    return {};
}

QString fifthSentence(const QList<FifthTotal>& fifths)
{
    if (fifths.isEmpty() || !fifths.first().needShare || !fifths.first().moneyShare)
        return {};
    return Words::tr("The most deprived fifth has %1 of the need and %2 of the money.")
        .arg(formatPercent(*fifths.first().needShare), formatPercent(*fifths.first().moneyShare));
}

QString fairShareFaultWords(FairSharePath::Fault fault)
{
    using Fault = FairSharePath::Fault;
    switch (fault) {
    case Fault::None:
        return {};
    case Fault::NoLayer:
        return Words::tr("Choose the layer whose areas it is for.");
    case Fault::NeedUnknown:
        return Words::tr("The need of some area is not known: fill it in under Areas.");
    case Fault::NoMeasure:
        return Words::tr("The service has no agreed measure of need: agree one under Need.");
    case Fault::NoMoney:
        return Words::tr("No money reaches these areas in the year it starts from.");
    case Fault::NoYears:
        return Words::tr("It has no years yet: add one.");
    case Fault::BadYear:
        return Words::tr(
            "Years are written as 2027-28, each later than the one before and the year it starts from; a "
            "limit is a percentage below the fair share, without a minus.");
    }
    return {};
}

QString paceProblemWords(const PaceYear& year)
{
    const QString amount = formatMoney(year.amount);
    switch (year.problem) {
    case PaceProblem::None:
        return {};
    case PaceProblem::NoAreas:
        return Words::tr("The layer has no areas.");
    case PaceProblem::NegativeMoney:
        return Words::tr("An area has money below zero.");
    case PaceProblem::NoMoney:
        return Words::tr("There is no money to share.");
    case PaceProblem::FloorAboveCeiling:
        return Words::tr("The least growth is above the most growth: %1 too much.").arg(amount);
    case PaceProblem::LimitAboveCeiling:
        return Words::tr("The limit needs %1 more than the most growth allows.").arg(amount);
    case PaceProblem::FloorsAboveMoney:
        return Words::tr("Short by %1: the least growth and the limit need more than there is.").arg(amount);
    case PaceProblem::CeilingsBelowMoney:
        return Words::tr("%1 is left over: every area stands at its most growth.").arg(amount);
    }
    return {};
}

QString fairShareSummary(const Plan& plan, const FairSharePath& path)
{
    if (path.fault != FairSharePath::Fault::None)
        return fairShareFaultWords(path.fault);
    for (qsizetype i = 0; i < path.steps.size(); ++i)
        if (!path.steps[i].year.ok())
            return path.years[i] + u": "_s + paceProblemWords(path.steps[i].year);
    const PathStep& last = path.steps.last();
    std::optional<Ratio> worst;
    Money moved;
    QString who;
    for (qsizetype i = 0; i < last.areas.size(); ++i) {
        const std::optional<Ratio> distance = closingDistance(last.areas[i], last.year.areas[i].amount);
        if (distance && (!worst || *distance < *worst)) {
            worst = distance;
            who = plan.areas[path.areas[i]].name;
        }
        if (const Money gain = last.year.areas[i].amount - path.opening[i].opening; gain > Money())
            moved += gain;
    }
    if (!worst || !worst->isNegative())
        return Words::tr("By %1 every area has its fair share; %2 more reaches areas below it.")
            .arg(path.years.last(), formatMoney(moved));
    return Words::tr("By %1 nobody is more than %2 below the fair share (%3); areas gain %4 in all.")
        .arg(path.years.last(), formatPercent(-*worst), who, formatMoney(moved));
}

QString concentrationTitle(const QList<InequalityFigure>& figures)
{
    const auto found = std::find_if(figures.begin(), figures.end(), [](const InequalityFigure& figure) {
        return figure.measure == u"horizontalInequity";
    });
    if (found == figures.end() || !found->value)
        return Words::tr("Nothing puts the areas in order of deprivation yet");
    if (std::abs(*found->value) < 0.0005)
        return Words::tr("Money follows need from the most to the least deprived");
    return *found->value < 0 ? Words::tr("Money leans to deprived areas more than need does")
                             : Words::tr("Money leans to deprived areas less than need does");
}

} // namespace placewright
