#include "core/words/committeephrases.h"

#include "core/committee/delegated.h"
#include "core/plan/names.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteePhrases)
};

struct RoleWords
{
    QLatin1StringView role;
    const char* one = nullptr;
    const char* several = nullptr;
};

constexpr RoleWords roleWords[] = {
    {memberRole::councillor, QT_TRANSLATE_NOOP("CommitteePhrases", "a councillor"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 councillors")},
    {memberRole::adultServices, QT_TRANSLATE_NOOP("CommitteePhrases", "adult social services"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 of adult social services")},
    {memberRole::childrenServices, QT_TRANSLATE_NOOP("CommitteePhrases", "children’s services"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 of children’s services")},
    {memberRole::publicHealth, QT_TRANSLATE_NOOP("CommitteePhrases", "public health"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 of public health")},
    {memberRole::councilOfficer, QT_TRANSLATE_NOOP("CommitteePhrases", "a council officer"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 council officers")},
    {memberRole::nhs, QT_TRANSLATE_NOOP("CommitteePhrases", "an NHS member"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 NHS members")},
    {memberRole::provider, QT_TRANSLATE_NOOP("CommitteePhrases", "a provider"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 providers")},
    {memberRole::healthwatch, QT_TRANSLATE_NOOP("CommitteePhrases", "Healthwatch"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 of Healthwatch")},
    {memberRole::voluntary, QT_TRANSLATE_NOOP("CommitteePhrases", "the voluntary sector"),
     QT_TRANSLATE_NOOP("CommitteePhrases", "%1 of the voluntary sector")},
};

constexpr RoleWords anyRole{{},
                            QT_TRANSLATE_NOOP("CommitteePhrases", "a member"),
                            QT_TRANSLATE_NOOP("CommitteePhrases", "%1 members")};

} // namespace

QString memberName(const Plan& base, const Id& member)
{
    return nameOf(base, BodyMember::type.id, member);
}

QString organisationOf(const Plan& base, const BodyMember& of)
{
    return of.partner.isNull() ? of.organisation : nameOf(base, Partner::type.id, of.partner);
}

QString partnerTold(const Plan& base, const Id& partner)
{
    const Partner* found = base.partners.find(partner);
    if (!found || found->kind != partnerKind::council)
        return partnerShown(base, partner);
    const auto councils = std::count_if(base.partners.begin(), base.partners.end(),
                                        [](const Partner& one) { return one.kind == partnerKind::council; });
    return councils == 1 ? Words::tr("the council") : partnerShown(base, partner);
}

QString whoseMoney(const Plan& base, const Id& partner)
{
    return Words::tr("%1’s").arg(partnerTold(base, partner));
}

QString partnersListed(const Plan& base, const QList<Id>& partners)
{
    QStringList names;
    for (const Id& partner : partners)
        names.append(partnerTold(base, partner));
    return listed(names);
}

QString roleWanted(const Plan& base, const RoleNeed& need)
{
    const auto found = std::find_if(std::begin(roleWords), std::end(roleWords),
                                    [&](const RoleWords& words) { return words.role == need.role; });
    const RoleWords& words = found == std::end(roleWords) ? anyRole : *found;
    const QString who =
        need.least == 1 ? Words::tr(words.one) : Words::tr(words.several).arg(numberWord(need.least));
    return need.partner.isNull() ? who : Words::tr("%1 of %2").arg(who, partnerTold(base, need.partner));
}

QString minuteInBrackets(const QString& minute)
{
    return minute.isEmpty() ? QString() : u' ' + Words::tr("(minute %1)").arg(minute);
}

QString resolutionSubject(const Resolution& about)
{
    if (about.option.isEmpty())
        return Words::tr("“%1”").arg(about.name);
    const QString letter = about.option.section(u':', 0, 0).section(u',', 0, 0).trimmed();
    return letter.size() > 2 ? Words::tr("“%1”").arg(about.option) : Words::tr("Option %1").arg(letter);
}

QString sentenceOf(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.endsWith(u'.') || trimmed.endsWith(u'?') || trimmed.endsWith(u'!'))
        return trimmed;
    return trimmed + u'.';
}

bool isConfidential(const Plan& base, const ItemInterest& declared)
{
    const Interest* interest = base.interests.find(declared.interest);
    return interest && interest->confidential;
}

QString interestMeant(const Plan& base, const ItemInterest& declared)
{
    const Interest* interest = base.interests.find(declared.interest);
    if (!interest)
        return declared.declared;
    QStringList nature;
    if (!interest->kind.isEmpty())
        nature.append(lowered(labelOfChoice(*Interest::type.field(u"kind"), interest->kind)));
    if (!interest->degree.isEmpty())
        nature.append(lowered(labelOfChoice(*Interest::type.field(u"degree"), interest->degree)));
    return nature.isEmpty() ? interest->what : Words::tr("%1 (%2)").arg(interest->what, nature.join(u", "_s));
}

QList<PartnerAmount> recordedAmounts(const Plan& base, const Id& outcome)
{
    QList<PartnerAmount> amounts;
    QList<QList<MovedMoney>> moved; // of each of them
    for (const ResolutionMoney& money : base.resolutionMoneys) {
        if (money.outcome != outcome)
            continue;
        auto at = std::find_if(amounts.begin(), amounts.end(),
                               [&](const PartnerAmount& amount) { return amount.partner == money.partner; }) -
                  amounts.begin();
        if (at == amounts.size()) {
            amounts.append({money.partner, {}, false});
            moved.append(QList<MovedMoney>());
        }
        const bool parted = money.increase || money.decrease;
        moved[at].append({money.partner, money.year, money.category,
                          (parted ? money.increase : money.amount).value_or(Money()),
                          money.decrease.value_or(Money())});
        amounts[at].beyond = amounts.at(at).beyond || money.beyond;
    }
    for (qsizetype i = 0; i < amounts.size(); ++i)
        amounts[i].amount = movedAmount(moved.at(i));
    return amounts;
}

} // namespace placewright
