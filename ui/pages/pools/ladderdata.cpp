#include "ui/pages/pools/ladderdata.h"

#include "core/plan/edit.h"
#include "core/words/riskwords.h"
#include "ui/models/riskcells.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(LadderData)
};

constexpr int leastPercent = -10;
constexpr int mostPercent = 20;
constexpr int focusLeastPercent = -2;
constexpr int focusMostPercent = 6;
constexpr int partnerColours[] = {0, 1, 2, 4, 5}; // the fourth is for what nobody has agreed to pay

Money percentOf(Money whole, int percent)
{
    return scaled(whole, Ratio(percent, 100), Rounding::HalfAwayFromZero);
}

bool isFunds(RungKind kind)
{
    return kind == RungKind::Underspends || kind == RungKind::OtherFunds || kind == RungKind::Reserve ||
           kind == RungKind::Amount || kind == RungKind::Keep;
}

// Who a series of the chart is: a step of the fund's own, what the fund takes besides, a partner, or nobody.
struct Taker
{
    enum class Kind { FundRung, FundElse, Partner, Nobody };
    Kind kind;
    int at = -1; // position of the rung or partner
};

QList<Taker> takersOf(const FundRisk& risk, const Plan& plan)
{
    QList<Taker> takers;
    for (int i = 0; i < risk.terms.rungs.size(); ++i)
        if (isFunds(risk.terms.rungs.at(i).kind))
            takers.append({Taker::Kind::FundRung, i});
    takers.append({Taker::Kind::FundElse});
    // The host outermost, the others from the smallest contribution up.
    QList<int> partners;
    for (int i = 0; i < risk.partners.size(); ++i)
        partners.append(i);
    const Fund* fund = plan.funds.find(risk.fund);
    const qsizetype host = fund ? risk.partners.indexOf(fund->host) : -1;
    std::stable_sort(partners.begin(), partners.end(), [&](int a, int b) {
        if ((a == host) != (b == host))
            return b == host;
        return risk.terms.partners.at(a).contribution < risk.terms.partners.at(b).contribution;
    });
    for (const int partner : std::as_const(partners))
        takers.append({Taker::Kind::Partner, partner});
    takers.append({Taker::Kind::Nobody});
    return takers;
}

QList<Money> partsOf(const RiskResult& result, const QList<Taker>& takers)
{
    QList<Money> parts;
    Money named;
    qsizetype rest = -1;
    for (const Taker& taker : takers) {
        Money part;
        switch (taker.kind) {
        case Taker::Kind::FundRung:
            for (const RiskStep& step : result.steps)
                if (step.role == RiskStep::Role::Rung && step.scheme < 0 && step.rung == taker.at)
                    part += step.fund;
            named += part;
            break;
        case Taker::Kind::FundElse:
            rest = parts.size();
            break;
        case Taker::Kind::Partner:
            part = result.partners.at(taker.at);
            break;
        case Taker::Kind::Nobody:
            part = result.unresolved;
            break;
        }
        parts.append(part);
    }
    parts[rest] = result.fund - named;
    return parts;
}

// Colours by size, so that the same partner keeps its own from fund to fund as far as that goes.
int colourOf(const FundRisk& risk, int partner)
{
    int larger = 0;
    for (int i = 0; i < risk.terms.partners.size(); ++i) {
        const Money other = risk.terms.partners.at(i).contribution;
        const Money own = risk.terms.partners.at(partner).contribution;
        if (other > own || (other == own && i < partner))
            ++larger;
    }
    return partnerColours[static_cast<size_t>(larger) % std::size(partnerColours)];
}

LadderSeries seriesOf(const Taker& taker, const Plan& plan, const FundSettlement& settlement)
{
    LadderSeries series;
    const FundRisk& risk = settlement.risk;
    switch (taker.kind) {
    case Taker::Kind::FundRung: {
        const RiskTerm* term = plan.riskTerms.find(risk.rungs.at(taker.at));
        series.kind = LadderSeries::Kind::Fund;
        series.name = term ? rungWords(plan, settlement, *term).name : QString();
        break;
    }
    case Taker::Kind::FundElse:
        series.kind = LadderSeries::Kind::Fund;
        series.name = Words::tr("The fund otherwise");
        break;
    case Taker::Kind::Partner:
        series.id = risk.partners.at(taker.at).text();
        series.name = capitalised(partnerShown(plan, risk.partners.at(taker.at)));
        series.colour = colourOf(risk, taker.at);
        break;
    case Taker::Kind::Nobody:
        series.kind = LadderSeries::Kind::NotAgreed;
        series.name = Words::tr("Not agreed");
        break;
    }
    return series;
}

// From `least` to `most`: the ends, zero, each whole percent, and both sides of each place where the sharing changes.
QList<Money> placesToSettle(const LadderData& data, const QList<RiskKink>& kinks)
{
    QList<Money> places{data.least, data.most, Money(), data.test};
    for (int percent = leastPercent; percent <= mostPercent; ++percent)
        places.append(percentOf(data.fundTotal, percent));
    for (const RiskKink& kink : kinks) {
        const Money penny = Money::fromPence(kink.at.isNegative() ? -1 : 1);
        places.append({kink.at - penny, kink.at});
    }
    places.removeIf([&](Money place) { return place < data.least || place > data.most; });
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

// Each step between where it starts and where the next one does.
void addRungs(LadderData& data, const Plan& plan, const FundSettlement& settlement,
              const QList<RiskKink>& kinks)
{
    const FundRisk& risk = settlement.risk;
    for (const bool isOver : {true, false}) {
        QList<RiskKink> starts;
        for (const RiskKink& kink : kinks)
            if (kink.kind != RiskKink::Kind::CapReached && kink.at.isNegative() != isOver)
                starts.append(kink);
        std::stable_sort(starts.begin(), starts.end(),
                         [](const RiskKink& a, const RiskKink& b) { return a.at.abs() < b.at.abs(); });
        int number = 0;
        QHash<int, int> numbers;
        for (int i = 0; i < risk.terms.rungs.size(); ++i)
            if ((risk.terms.rungs.at(i).side == RiskSide::Over) == isOver)
                numbers.insert(i, ++number);
        for (qsizetype i = 0; i < starts.size(); ++i) {
            const RiskKink& start = starts.at(i);
            if (start.kind != RiskKink::Kind::RungStarts)
                continue;
            const RiskTerm* term = plan.riskTerms.find(risk.rungs.value(start.rung));
            const Money penny = Money::fromPence(isOver ? 1 : -1);
            const Money end = i + 1 < starts.size() ? starts.at(i + 1).at - penny
                              : isOver              ? data.most
                                                    : data.least;
            const QString name = term ? rungWords(plan, settlement, *term).name : QString();
            const Money from = start.at - penny;
            data.rungs.append({std::min(from, end), std::max(from, end),
                               QString::number(numbers.value(start.rung)),
                               term && term->label.isEmpty() ? lowered(name) : name});
        }
    }
}

QString shareText(Money part, Money whole)
{
    return whole.isZero() ? QString() : formatPercent(Ratio::of(part.abs(), whole), 1);
}

QStringList testLines(const RiskResult& result, Money fundTotal)
{
    if (result.variance.isZero())
        return {Words::tr("on plan, nobody pays more")};
    const bool isOver = result.variance > Money();
    Money partners;
    for (const Money part : result.partners)
        partners += part;
    const QString share = shareText(result.variance, fundTotal);
    const QString fund = formatMoney(result.fund.abs());
    QStringList lines{isOver ? Words::tr("%1 over; %2 from the fund,").arg(share, fund)
                             : Words::tr("%1 under; %2 stays in the fund,").arg(share, fund)};
    lines.append(isOver ? Words::tr("%1 from partners").arg(formatMoney(partners))
                        : Words::tr("%1 back to partners").arg(formatMoney(partners.abs())));
    if (!result.unresolved.isZero()) {
        lines.last().append(QChar(u','));
        lines.append(Words::tr("%1 not agreed").arg(formatMoney(result.unresolved)));
    }
    return lines;
}

} // namespace

LadderData ladderData(const Plan& plan, const Evaluation& evaluation, const FundSettlement& settlement,
                      bool adjustable)
{
    const FundRisk& risk = settlement.risk;
    const FundTotal* total = fundTotalOf(evaluation, risk.fund, risk.year);
    LadderData data;
    const Fund* fund = plan.funds.find(risk.fund);
    data.fundName = fund ? fund->name : QString();
    data.fundTotal = total && total->income.amount > Money() ? total->income.amount : risk.planned;
    if (!settlement.result || data.fundTotal <= Money()) {
        data.emptyWords = risk.problems.isEmpty()
                              ? Words::tr("Enter what the partners pay in: nobody can share without it.")
                              : riskProblemSentence(plan, risk.problems.first());
        return data;
    }
    data.adjustable = adjustable;
    data.test = settlement.result->variance;
    data.least = std::min(percentOf(data.fundTotal, leastPercent), data.test);
    data.most = std::max(percentOf(data.fundTotal, mostPercent), data.test);
    data.focusLeast = percentOf(data.fundTotal, focusLeastPercent);
    data.focusMost = percentOf(data.fundTotal, focusMostPercent);

    const QList<Taker> takers = takersOf(risk, plan);
    for (const Taker& taker : takers)
        data.series.append(seriesOf(taker, plan, settlement));
    const QList<RiskKink> kinks = kinksBetween(risk.terms, data.least, data.most);
    for (const Money place : placesToSettle(data, kinks))
        data.points.append({place, partsOf(settle(atVariance(risk.terms, place)), takers)});
    for (const RiskKink& kink : kinks) {
        if (kink.kind == RiskKink::Kind::NotAgreedStarts)
            data.notAgreedFrom = kink.at - Money::fromPence(1);
        if (kink.kind != RiskKink::Kind::RungStarts)
            data.kinks.append({kink.at, kinkWords(plan, risk, kink)});
    }
    addRungs(data, plan, settlement, kinks);
    data.testPoint = {data.test, partsOf(*settlement.result, takers)};
    data.testLines = testLines(*settlement.result, data.fundTotal);
    return data;
}

FundSettlement settledAt(const FundSettlement& settlement, Money variance)
{
    FundSettlement at = settlement;
    at.risk.terms = atVariance(settlement.risk.terms, variance);
    at.risk.tested = true;
    at.result = settle(at.risk.terms);
    return at;
}

void moveTest(LadderData& data, const Plan& plan, const FundSettlement& settlement)
{
    data.test = settlement.result->variance;
    data.testPoint = {data.test, partsOf(*settlement.result, takersOf(settlement.risk, plan))};
    data.testLines = testLines(*settlement.result, data.fundTotal);
}

Step testStep(const Plan& plan, const Evaluation& evaluation, const FundSettlement& settlement,
              Money variance, const QString& what)
{
    const FundRisk& risk = settlement.risk;
    const RiskTerms at = atVariance(risk.terms, variance);
    const Key key{Id(risk.year), {}};
    StepBuilder builder(plan);
    for (qsizetype i = 0; i < risk.schemes.size(); ++i) {
        const RiskScheme& scheme = at.schemes.at(i);
        Money of = scheme.variance;
        for (const Money own : scheme.ownVariance)
            of += own;
        const Id& id = risk.schemes.at(i);
        const Money planned = plannedOf(plan, evaluation.ledger, id, risk.year);
        builder.set(Scheme::type.id, id, u"testOutturn", key, of.isZero() ? Value() : Value(planned + of));
        builder.set(Scheme::type.id, id, u"testFault", key,
                    scheme.fault.isZero() ? Value() : Value(scheme.fault));
    }
    return builder.step(what);
}

} // namespace placewright
