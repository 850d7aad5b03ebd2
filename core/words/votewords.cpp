// How many were there and how they voted, in words.
#include "core/plan/names.h"
#include "core/words/committeephrases.h"
#include "core/words/committeewords.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommitteeWords)
};

QString rolesListed(const Plan& base, const QList<RoleNeed>& needs)
{
    QStringList roles;
    for (const RoleNeed& need : needs)
        roles.append(roleWanted(base, need));
    return listed(roles);
}

QList<Id> partnersThat(const Tally& tally, const std::function<bool(std::optional<Ballot>)>& holds)
{
    QList<Id> partners;
    for (const PartnerPosition& partner : tally.partners)
        if (holds(partner.position))
            partners.append(partner.partner);
    return partners;
}

QString partnersWho(const Plan& base, const Tally& tally, std::optional<Ballot> position)
{
    return partnersListed(base,
                          partnersThat(tally, [&](std::optional<Ballot> held) { return held == position; }));
}

// "the council was for it and Ashmoor ICB against it"
QString partnersApart(const Plan& base, const Tally& tally)
{
    const QList<Id> inFavour =
        partnersThat(tally, [](std::optional<Ballot> held) { return held == Ballot::For; });
    const QString form = inFavour.size() == 1 ? Words::tr("%1 was for it and %2 against it")
                                              : Words::tr("%1 were for it and %2 against it");
    return form.arg(partnersListed(base, inFavour), partnersWho(base, tally, Ballot::Against));
}

QString partnersSilent(const Plan& base, const Tally& tally)
{
    if (tally.partners.isEmpty())
        return Words::tr("no council or ICB has a seat");
    return Words::tr("%1 took no side").arg(partnersWho(base, tally, std::nullopt));
}

QString keysMissing(const Plan& base, const Tally& tally)
{
    const QList<Id> missing =
        partnersThat(tally, [](std::optional<Ballot> held) { return held != Ballot::For; });
    const QString form =
        missing.size() == 1 ? Words::tr("%1 has not approved it") : Words::tr("%1 have not approved it");
    return form.arg(partnersListed(base, missing));
}

QString partnersAgree(const Plan& base, const Tally& tally)
{
    const QString who =
        partnersWho(base, tally, tally.result == VoteResult::Carried ? Ballot::For : Ballot::Against);
    if (tally.partners.size() == 1)
        return tally.result == VoteResult::Carried ? Words::tr("%1 was for it").arg(who)
                                                   : Words::tr("%1 was against it").arg(who);
    return tally.result == VoteResult::Carried ? Words::tr("%1 were each for it").arg(who)
                                               : Words::tr("%1 were each against it").arg(who);
}

QString headOf(VoteResult result)
{
    switch (result) {
    case VoteResult::Carried:
        return Words::tr("Carried");
    case VoteResult::NotCarried:
        return Words::tr("Not carried");
    case VoteResult::NoDecision:
        return Words::tr("No decision");
    case VoteResult::NotQuorate:
        return Words::tr("Not quorate");
    }
    return {};
}

QString notCounted(const Plan& base, const Tally& tally)
{
    if (tally.notCounted.isEmpty())
        return {};
    QStringList names;
    for (const Id& member : tally.notCounted)
        names.append(memberName(base, member));
    const QString form = names.size() == 1 ? Words::tr("The vote of %1 does not count.")
                                           : Words::tr("The votes of %1 do not count.");
    return u' ' + form.arg(listed(names));
}

} // namespace

QString votesInWords(const VotesCounted& votes)
{
    QString text = Words::tr("%1 to %2").arg(votes.inFavour).arg(votes.against);
    if (votes.abstained > 0)
        text += Words::tr(", %1 abstained").arg(votes.abstained);
    if (votes.silent > 0)
        text += Words::tr(", %1 did not vote").arg(votes.silent);
    return text;
}

QString quorumInWords(const Plan& base, const Body& body, const Quorum& quorum)
{
    const QList<RoleNeed> needs = quorumRuleOf(base, body).needs;
    const QString with = needs.isEmpty() ? QString() : Words::tr(", with %1").arg(rolesListed(base, needs));
    const QString form = quorum.met ? Words::tr("Quorate: %1 can vote; %2 needed%3.")
                                    : Words::tr("Not quorate: %1 can vote; %2 needed%3.");
    const QString text = form.arg(quorum.present).arg(quorum.needed).arg(with);
    return quorum.missing.isEmpty()
               ? text
               : text + u' ' + Words::tr("Missing: %1.").arg(rolesListed(base, quorum.missing));
}

QString votingRuleInWords(const Body& body)
{
    if (body.votingRule.isEmpty())
        return Words::tr("No voting rule is settled, so nothing can be put to the vote.");
    if (body.votingRule == votingRule::simpleMajority)
        return body.castingVote ? Words::tr("Simple majority; the chair has a casting vote.")
                                : Words::tr("Simple majority; the chair has no casting vote.");
    if (body.votingRule == votingRule::consensus)
        return Words::tr("Consensus: nobody may be against.");
    if (body.votingRule == votingRule::blockVote)
        return Words::tr("One block vote a partner; no decision unless they agree.");
    if (body.votingRule == votingRule::unanimousPartners)
        return Words::tr("Every partner must be in favour.");
    if (body.votingRule == votingRule::dualKey)
        return Words::tr("Dual key: every council and ICB must itself approve.");
    return body.votingRule;
}

QString voteReasonInWords(const Plan& base, const Tally& tally)
{
    switch (tally.reason) {
    case VoteReason::NotQuorate:
        return tally.quorum.missing.isEmpty() ? Words::tr("%1 can vote and %2 are needed")
                                                    .arg(tally.quorum.present)
                                                    .arg(tally.quorum.needed)
                                              : Words::tr("%1 can vote and %2 are needed; missing: %3")
                                                    .arg(tally.quorum.present)
                                                    .arg(tally.quorum.needed)
                                                    .arg(rolesListed(base, tally.quorum.missing));
    case VoteReason::NoRule:
        return Words::tr("the body has no voting rule");
    case VoteReason::NobodyVoted:
        return Words::tr("nobody voted for or against it");
    case VoteReason::Agreed:
        return Words::tr("nobody was against it");
    case VoteReason::Objection:
        return Words::tr("it needs consensus, and somebody was against it");
    case VoteReason::Majority:
        return tally.result == VoteResult::Carried ? Words::tr("more were for it than against it")
                                                   : Words::tr("more were against it than for it");
    case VoteReason::CastingVote:
        return tally.result == VoteResult::Carried ? Words::tr("the chair’s casting vote was for it")
                                                   : Words::tr("the chair’s casting vote was against it");
    case VoteReason::Equal:
        return Words::tr("the votes were equal, and no casting vote decided");
    case VoteReason::PartnersAgree:
        return partnersAgree(base, tally);
    case VoteReason::PartnersDiffer:
        return partnersApart(base, tally);
    case VoteReason::PartnerAgainst:
        return partnersThat(tally, [](std::optional<Ballot> held) { return held == Ballot::Against; })
                           .size() == 1
                   ? Words::tr("%1 was against it").arg(partnersWho(base, tally, Ballot::Against))
                   : Words::tr("%1 were against it").arg(partnersWho(base, tally, Ballot::Against));
    case VoteReason::PartnerSilent:
        return partnersSilent(base, tally);
    case VoteReason::KeysComplete:
        return tally.partners.size() == 1
                   ? Words::tr("%1 has approved it").arg(partnersWho(base, tally, Ballot::For))
                   : Words::tr("%1 have each approved it").arg(partnersWho(base, tally, Ballot::For));
    case VoteReason::KeysMissing:
        return keysMissing(base, tally);
    }
    return {};
}

QString tallyInWords(const Plan& base, const Tally& tally)
{
    QString text = headOf(tally.result);
    const bool voted = tally.inFavour + tally.against + tally.abstained > 0;
    if (voted && tally.result != VoteResult::NotQuorate)
        text += u", "_s + votesInWords({tally.inFavour, tally.against, tally.abstained, tally.silent});
    if (tally.reason != VoteReason::Majority)
        text += u": "_s + voteReasonInWords(base, tally);
    return text + u'.' + notCounted(base, tally);
}

} // namespace placewright
