#include "core/plan/names.h"
#include "core/words/contractphrases.h"
#include "core/words/contractwords.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

using Kind = ReviewItem::Kind;
using State = ReviewItem::State;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractReview)
};

// "£14,304.43 to spare", "cost is £17,599.00 above payment"
QString marginWords(Money margin)
{
    return margin.isNegative() ? Words::tr("cost is %1 above payment").arg(formatMoney(-margin))
                               : Words::tr("%1 to spare").arg(formatMoney(margin));
}

// An estimate: upwards to two figures, so that it never claims less than it is. "£13,000".
QString roughly(Money amount)
{
    qint64 unit = 100;
    while (amount.pence() / unit >= 100)
        unit *= 10;
    const qint64 up = (amount.pence() + unit - 1) / unit * unit;
    return formatMoney(Money::fromPence(up), Pence::Never);
}

QString estimated(double part, int places = 1)
{
    return Words::tr("%1%").arg(QString::number(part * 100, 'f', places));
}

QString routeOf(const Plan& plan, const ContractReview& review)
{
    const Contract* contract = plan.contracts.find(review.contract);
    return contract ? contract->vatRoute : QString();
}

QString vatSentence(const Plan& plan, const ContractReview& review, const ReviewItem& item)
{
    const QString route = routeOf(plan, review);
    const Money vat = item.amount.value_or(Money());
    if (item.state == State::Stop)
        return Words::tr("VAT: nobody funds %1 that cannot be recovered")
            .arg(formatMoney(item.second.value_or(Money())));
    if (item.state == State::NotKnown && route.isEmpty())
        return Words::tr("VAT: the route is not settled");
    if (item.state == State::NotKnown)
        return Words::tr("VAT: how much the provider cannot recover is not known");
    if (!vat.isZero())
        return Words::tr("VAT: %1 not recovered, all of it set aside").arg(formatMoney(vat));
    return route == contractVat::none ? Words::tr("VAT: none arises, £0.00 lost")
                                      : Words::tr("VAT: recoverable, £0.00 lost");
}

QString corridorSentence(const ReviewItem& item)
{
    const QString width = Words::tr("Corridor of %1 for %2 people")
                              .arg(partAsPercent(item.share.value_or(Ratio())), countShown(item.count));
    if (!item.chance)
        return Words::tr("%1: what chance does to it is not known").arg(width);
    return Words::tr("%1: chance alone leaves it in %2 of years")
        .arg(width, estimated(item.chance->outside()));
}

QString corridorDetail(const ReviewItem& item)
{
    QStringList said;
    if (item.chance)
        said.append(
            Words::tr("A corridor of %1 would be left one year in ten, one of %2 one year in twenty.")
                .arg(estimated(item.chance->oneYearInTen, 2), estimated(item.chance->oneYearInTwenty, 2)));
    else
        said.append(Words::tr("Enter the spread of one person’s yearly cost."));
    const std::optional<ReferenceRate> reference = medicareMinimumSavingsRate(item.count);
    if (!reference)
        said.append(Words::tr(
            "For comparison: US Medicare rules of 2015 shared no saving with fewer than 5,000 people."));
    else if (reference->to < 0)
        said.append(Words::tr("For comparison: US Medicare rules of 2015 asked for %1 from %2 people on.")
                        .arg(estimated(reference->high), countShown(reference->from)));
    else
        said.append(
            Words::tr("For comparison: US Medicare rules of 2015 asked for %1 to %2 for %3 to %4 people.")
                .arg(estimated(reference->high), estimated(reference->low), countShown(reference->from),
                     countShown(reference->to)));
    return said.join(u' ');
}

QString statedSentence(const Plan& plan, const ContractReview& review, const ReviewItem& item)
{
    static const Contract none;
    const Contract* found = plan.contracts.find(review.contract);
    const Contract& contract = found ? *found : none;
    const bool isStated = item.state == State::Go;
    switch (item.kind) {
    case Kind::Provider:
        return isStated ? Words::tr("Provider: %1").arg(contract.provider) : Words::tr("Provider: not named");
    case Kind::Commissioner:
        return isStated ? Words::tr("Commissioner: %1").arg(partnerShown(plan, contract.commissioner))
                        : Words::tr("Commissioner: not named");
    case Kind::Term:
        return isStated
                   ? Words::tr("Term: %1 to %2").arg(dateShown(contract.startsOn), dateShown(contract.endsOn))
                   : Words::tr("Term: not known in whole months");
    case Kind::Signature:
        return isStated ? Words::tr("Signed on %1").arg(dateShown(contract.signedOn))
                        : Words::tr("Not signed: a proposal");
    default:
        return {};
    }
}

QString linesSentence(const Plan& plan, const ReviewItem& item)
{
    if (item.lineProblem)
        return Words::tr("Where its money comes from: the lines do not fit together");
    if (item.count == 0)
        return Words::tr("Where its money comes from: no line pays it yet");
    if (item.count == 1)
        return Words::tr("Where its money comes from: all from “%1”")
            .arg(nameOf(plan, Line::type.id, item.cell.id));
    return Words::tr("Where its money comes from: %1 lines, 100% in all").arg(numberWord(item.count));
}

// Why nobody can say: what is missing, most pressing first.
QString unknownReason(const Plan& plan, const ContractReview& review)
{
    if (const ReviewItem* terms = review.item(Kind::Terms); terms && terms->problem)
        return Words::tr("the terms cannot be worked out");
    if (review.item(Kind::Cost))
        return Words::tr("the provider’s cost is not entered");
    return routeOf(plan, review).isEmpty() ? Words::tr("the VAT route is not settled")
                                           : Words::tr("VAT that the provider cannot recover is not entered");
}

// "one caution", "two cautions and one figure not known"
QString reservations(const ContractReview& review)
{
    QStringList said;
    if (const qsizetype cautions = review.count(State::Caution); cautions > 0)
        said.append(cautions == 1 ? Words::tr("one caution")
                                  : Words::tr("%1 cautions").arg(numberWord(cautions)));
    if (const qsizetype unknown = review.count(State::NotKnown); unknown > 0)
        said.append(unknown == 1 ? Words::tr("one thing not known")
                                 : Words::tr("%1 things not known").arg(numberWord(unknown)));
    return listed(said);
}

QString doNotSign(const ContractReview& review)
{
    const ReviewItem* yearOne = review.item(Kind::LikelyYearOne);
    const ReviewItem* vat = review.item(Kind::Vat);
    const bool below = yearOne && yearOne->state == State::Stop;
    const bool unfunded = vat && vat->state == State::Stop;
    const QString short_ = below ? Words::tr("likely results leave year one %1 short of cost")
                                       .arg(formatMoney(-yearOne->amount.value_or(Money())))
                                 : QString();
    const QString open =
        unfunded ? Words::tr("nobody funds %1 of VAT").arg(formatMoney(vat->second.value_or(Money())))
                 : QString();
    if (below && unfunded)
        return Words::tr("Do not sign: %1, and %2").arg(short_, open);
    return Words::tr("Do not sign: %1").arg(below ? short_ : open);
}

} // namespace

QString caseName(ResultsAt at)
{
    return at == ResultsAt::Low    ? Words::tr("Low results")
           : at == ResultsAt::High ? Words::tr("High results")
                                   : Words::tr("Likely results");
}

QString verdictSentence(const Plan& plan, const ContractReview& review)
{
    switch (review.verdict) {
    case ContractReview::Verdict::Sign:
        return Words::tr("Safe to sign? Yes");
    case ContractReview::Verdict::Caution:
        return Words::tr("Safe to sign? Yes, with %1").arg(reservations(review));
    case ContractReview::Verdict::DoNotSign:
        return doNotSign(review);
    case ContractReview::Verdict::NotKnown:
        break;
    }
    return Words::tr("Safe to sign? Not known: %1").arg(unknownReason(plan, review));
}

QString reviewSentence(const Plan& plan, const ContractReview& review, const ReviewItem& item)
{
    switch (item.kind) {
    case Kind::Terms:
        return item.problem ? contractProblemSentence(plan, *item.problem)
                            : Words::tr("The contract has no terms that can be worked out");
    case Kind::Cost:
        return Words::tr("The provider’s cost in %1 is not entered").arg(item.year);
    case Kind::LowMissing:
        return Words::tr("Low results: not known, as they are not all entered");
    case Kind::HighMissing:
        return Words::tr("High results: not known, as they are not all entered");
    case Kind::LowResults:
    case Kind::LikelyYearOne:
    case Kind::HighResults: {
        const QString name = caseName(item.kind == Kind::LowResults    ? ResultsAt::Low
                                      : item.kind == Kind::HighResults ? ResultsAt::High
                                                                       : ResultsAt::Likely);
        return item.amount ? Words::tr("%1: %2").arg(name, marginWords(*item.amount))
                           : Words::tr("%1: cost against payment is not known").arg(name);
    }
    case Kind::LikelyTerm:
        return item.amount ? Words::tr("The whole term: %1").arg(marginWords(*item.amount))
                           : Words::tr("The whole term: cost against payment is not known");
    case Kind::Vat:
        return vatSentence(plan, review, item);
    case Kind::Chance:
        return Words::tr("Chance alone: within %1, nine years in ten")
            .arg(roughly(item.amount.value_or(Money())));
    case Kind::Corridor:
        return corridorSentence(item);
    case Kind::AtRisk:
        return item.share ? Words::tr("At risk on outcomes: %1, %2 of the likely payment")
                                .arg(formatMoney(item.amount.value_or(Money())), formatPercent(*item.share))
                          : Words::tr("At risk on outcomes: share of payment not known");
    case Kind::RingFence:
        return item.state == State::Go ? Words::tr("Teams and training: %1 inside the contract")
                                             .arg(formatMoney(item.amount.value_or(Money())))
                                       : Words::tr("Teams and training: no money inside the contract");
    case Kind::Lines:
        return linesSentence(plan, item);
    case Kind::Provider:
    case Kind::Commissioner:
    case Kind::Term:
    case Kind::Signature:
        break;
    }
    return statedSentence(plan, review, item);
}

QString reviewDetail(const Plan& plan, const ContractReview& review, const ReviewItem& item)
{
    switch (item.kind) {
    case Kind::LowMissing:
    case Kind::HighMissing:
        return item.problem ? contractProblemSentence(plan, *item.problem) : QString();
    case Kind::LowResults:
    case Kind::HighResults: {
        const ContractCase* found =
            review.caseAt(item.kind == Kind::LowResults ? ResultsAt::Low : ResultsAt::High);
        return item.second && found && found->years.size() > 1
                   ? Words::tr("Over the whole term: %1.").arg(marginWords(*item.second))
                   : QString();
    }
    case Kind::LikelyTerm:
        return item.second ? Words::tr("Worst in %1: %2.").arg(item.year, marginWords(*item.second))
                           : QString();
    case Kind::Cost:
        return Words::tr("Enter what the provider expects to spend: without it nobody can say whether the "
                         "payment is enough.");
    case Kind::Vat:
        return item.state == State::Stop ? Words::tr("%1 is not recovered over the term; the first year in "
                                                     "which less is set aside is %2.")
                                               .arg(formatMoney(item.amount.value_or(Money())), item.year)
                                         : QString();
    case Kind::Chance:
        return Words::tr("What outcomes earn varies so much by chance with no change in care: an estimate.");
    case Kind::Corridor:
        return corridorDetail(item);
    case Kind::AtRisk:
        return item.second ? Words::tr("The floor keeps what outcomes and sharing take to %1.")
                                 .arg(formatMoney(*item.second))
                           : QString();
    case Kind::RingFence:
        return item.state == State::Go ? QString()
                                       : Words::tr("Teams need money inside the contract for training, "
                                                   "planning and collaboration (House of "
                                                   "Lords, Patients at the centre, paragraph 94).");
    case Kind::Lines:
        return item.lineProblem  ? contractLineSentence(plan, *item.lineProblem)
               : item.count == 0 ? Words::tr("Name the contract on the lines whose sources pay it.")
                                 : QString();
    default:
        return {};
    }
}

QString readinessTitle(const ContractReview& review)
{
    const auto open = std::count_if(review.items.begin(), review.items.end(), [](const ReviewItem& item) {
        return item.isBeforeSignature() && item.state != State::Go;
    });
    return open == 0   ? Words::tr("Before signature: nothing open")
           : open == 1 ? Words::tr("Before signature: one item open")
                       : Words::tr("Before signature: %1 items open").arg(numberWord(open));
}

QString fairnessTitle(const ContractFairness& fairness)
{
    const Money difference = fairness.total.difference();
    if (difference.isZero())
        return Words::tr("Weighting pays the same in all");
    return (difference.isNegative() ? Words::tr("Weighting pays %1 less")
                                    : Words::tr("Weighting pays %1 more"))
        .arg(formatMoney(difference.abs()));
}

QString fairnessCaption(const ContractFairness& fairness)
{
    const Money difference = fairness.total.difference();
    if (difference.isZero())
        return Words::tr("Outcome money earned with and without deprivation weights.");
    return difference.isNegative()
               ? Words::tr("Deprived fifths attain less, so weighted pots are earned less.")
               : Words::tr("Deprived fifths attain more, so weighted pots are earned more.");
}

QString fairnessWarning(const Plan& plan, const ContractFairness& fairness)
{
    if (!fairness.deprivedLose)
        return {};
    QStringList losing;
    const auto loses = [&](const QString& who, const FairnessPart& part) {
        if (part.difference().isNegative())
            losing.append((losing.isEmpty() ? Words::tr("%1 earns %2 less") : Words::tr("%1 %2 less"))
                              .arg(who, formatMoney(part.difference().abs())));
    };
    loses(Words::tr("the place"), fairness.total);
    loses(Words::tr("the most deprived fifth"), fairness.fifths[0]);
    for (const AreaFairness& area : fairness.areas.first(std::min<qsizetype>(1, fairness.areas.size())))
        loses(nameOf(plan, Area::type.id, area.area), area.earned);
    return Words::tr(
               "With these weights %1 than with flat ones: a low result may show deprivation, not poor work "
               "(House of Lords, Patients at the centre, paragraph 73). Improvement credit, thresholds by "
               "fifth and a "
               "floor soften it.")
        .arg(listed(losing));
}

} // namespace placewright
