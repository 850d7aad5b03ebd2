// What partners delegated, held against what a resolution moves, in words.
#include "core/plan/names.h"
#include "core/words/committeephrases.h"
#include "core/words/committeewords.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(DelegationWords)
};

// " for Community Health", where the delegation is for one area of spend.
QString forArea(const Delegation* delegation)
{
    return delegation && !delegation->category.isEmpty() ? Words::tr(" for %1").arg(delegation->category)
                                                         : QString();
}

QString minuteOf(const Delegation* delegation)
{
    return delegation ? minuteInBrackets(delegation->minute) : QString();
}

QString headroomInWords(const PartnerVerdict& verdict)
{
    QStringList sentences;
    for (const YearHeadroom& year : verdict.years)
        sentences.append(verdict.years.size() == 1
                             ? Words::tr("%1 of the year’s limit of %2 is left.")
                                   .arg(formatMoney(year.left), formatMoney(year.limit))
                             : Words::tr("%1 of the limit of %2 for %3 is left.")
                                   .arg(formatMoney(year.left), formatMoney(year.limit), year.year));
    return sentences.join(u' ');
}

QString aboveYear(const PartnerVerdict& verdict, const Delegation* delegation)
{
    const auto year = std::find_if(verdict.years.begin(), verdict.years.end(),
                                   [&](const YearHeadroom& one) { return one.year == verdict.year; });
    const Money limit = year == verdict.years.end() ? verdict.limit.value_or(Money()) : year->limit;
    const Money before = year == verdict.years.end() ? Money() : year->limit - year->used;
    const QString left = before > Money() ? formatMoney(before) : Words::tr("nothing");
    return Words::tr("%1 is left of the %2 that it delegated for %3%4%5")
        .arg(left, formatMoney(limit), verdict.year, forArea(delegation), minuteOf(delegation));
}

QString within(const PartnerVerdict& verdict, const Delegation* delegation)
{
    QString text =
        verdict.limit
            ? Words::tr("within the %1 a decision that it delegated%2%3")
                  .arg(formatMoney(*verdict.limit), forArea(delegation), minuteOf(delegation))
            : Words::tr("within what it delegated%1%2").arg(forArea(delegation), minuteOf(delegation));
    const QString left = headroomInWords(verdict);
    return left.isEmpty() ? text + u'.' : text + u". "_s + left;
}

} // namespace

QString verdictInWords(const Plan& base, const PartnerVerdict& verdict)
{
    const QString amount = formatMoney(verdict.amount);
    if (verdict.verdict == DelegationVerdict::PartnerUnknown)
        return Words::tr("Nobody can tell whose money %1 of it is: name the partner that pays it.")
            .arg(amount);
    const Delegation* delegation = base.delegations.find(verdict.delegation);
    const QString whose = Words::tr("%1 of it is %2").arg(amount, whoseMoney(base, verdict.partner));
    const auto but = [&](const QString& text) { return whose + u"; "_s + text + u'.'; };
    switch (verdict.verdict) {
    case DelegationVerdict::Within:
        if (!delegation)
            return whose + u'.';
        return whose + u", "_s + within(verdict, delegation);
    case DelegationVerdict::PartnerUnknown:
        break;
    case DelegationVerdict::NothingDelegated:
        return but(Words::tr("it delegated nothing that covers this"));
    case DelegationVerdict::NoMinute:
        return but(Words::tr("its delegation names no minute, so it does not count"));
    case DelegationVerdict::RoleNotInFavour:
        return but(
            Words::tr("it delegated this to a member’s role, %1, and nobody with that role was for it%2")
                .arg(lowered(labelOfChoice(*Delegation::type.field(u"role"),
                                           delegation ? delegation->role : QString())),
                     minuteOf(delegation)));
    case DelegationVerdict::AboveDecision:
        return but(Words::tr("it delegated %1 a decision%2%3")
                       .arg(formatMoney(verdict.limit.value_or(Money())), forArea(delegation),
                            minuteOf(delegation)));
    case DelegationVerdict::AboveYear:
        return but(aboveYear(verdict, delegation));
    }
    return {};
}

QString excessInWords(const Plan& base, const PartnerVerdict& verdict)
{
    const Delegation* delegation = base.delegations.find(verdict.delegation);
    if (verdict.isWithin() || !delegation || delegation->excessTo.isNull())
        return {};
    return Words::tr("What is above goes to %1.").arg(nameOf(base, Body::type.id, delegation->excessTo));
}

} // namespace placewright
