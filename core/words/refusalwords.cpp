#include "core/words/refusalwords.h"

#include "core/plan/names.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

namespace placewright {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RefusalWords)
};

QString sourceName(const Rulebook* rulebook, const QString& source)
{
    return rulebook ? rulebook->label(u"sources", source) : source;
}

QString ruleTitle(const Rulebook* rulebook, const QString& rule)
{
    const RulebookCheck* check = rulebook ? rulebook->check(rule) : nullptr;
    return check ? check->title : rule;
}

} // namespace

QString routeSentence(const RouteProblem& problem, const Plan& plan, const Rulebook* rulebook,
                      const Contribution& contribution)
{
    const QString payer = partnerShown(plan, contribution.partner);
    switch (problem.kind) {
    case RouteProblem::Kind::MinimumNotPooled:
        return Words::tr("“%1” is a mandated minimum: it must go into a pooled fund, and “%2” is aligned.")
            .arg(sourceName(rulebook, contribution.source), nameOf(plan, Fund::type.id, contribution.fund));
    case RouteProblem::Kind::MinimumNotSection75:
        return Words::tr("“%1” is a mandated minimum: it must move under section 75, into the pooled fund.")
            .arg(sourceName(rulebook, contribution.source));
    case RouteProblem::Kind::PayerNotNhs:
        return Words::tr("Section 256 is for NHS bodies to pay councils: %1 cannot pay by it.").arg(payer);
    case RouteProblem::Kind::PayerNotCouncil:
        return Words::tr("Section 76 is for councils to pay NHS bodies: %1 cannot pay by it.").arg(payer);
    case RouteProblem::Kind::NotAPool:
        return contribution.route == contributionRoute::section256
                   ? Words::tr("A section 256 grant goes from one body to another: it cannot stand in a "
                               "pooled fund.")
                   : Words::tr("A section 76 grant goes from one body to another: it cannot stand in a "
                               "pooled fund.");
    }
    return {};
}

QString moveSentence(const MoveRefusal& refusal, const Plan& plan, const Rulebook* rulebook)
{
    const Line* line = plan.lines.find(refusal.line);
    const QString name = nameOf(plan, Line::type.id, refusal.line);
    const QString scheme = line ? nameOf(plan, Scheme::type.id, line->scheme) : QString();
    switch (refusal.kind) {
    case MoveRefusal::Kind::NoSuchLine:
        return Words::tr("The line is not in this plan.");
    case MoveRefusal::Kind::PaysContract:
        return Words::tr("“%1” pays a contract, which says how much. Change the contract’s terms.").arg(name);
    case MoveRefusal::Kind::LineLocked:
        return Words::tr("“%1” is locked.").arg(name);
    case MoveRefusal::Kind::SchemeLocked:
        return Words::tr("“%1” is locked.").arg(scheme);
    case MoveRefusal::Kind::OtherSource:
        return Words::tr("“%1” is paid from another source of funding.").arg(name);
    case MoveRefusal::Kind::OtherPayer:
        return Words::tr("“%1” is another partner’s money.").arg(name);
    case MoveRefusal::Kind::OutOfThePool:
        return Words::tr("Money does not move between pooled and aligned funds.");
    case MoveRefusal::Kind::BelowNought:
        return Words::tr("“%1” does not hold that much.").arg(name);
    case MoveRefusal::Kind::BelowFloor:
        return Words::tr("“%1” would fall below its floor of %2.").arg(scheme, formatMoney(refusal.limit));
    case MoveRefusal::Kind::AboveCeiling:
        return Words::tr("“%1” would pass its ceiling of %2.").arg(scheme, formatMoney(refusal.limit));
    case MoveRefusal::Kind::KindOfSpend:
    case MoveRefusal::Kind::TypeNotAllowed:
        return Words::tr("“%1” cannot hold this money: %2 (%3).")
            .arg(name, ruleTitle(rulebook, refusal.rule), refusal.rule);
    }
    return {};
}

} // namespace placewright
