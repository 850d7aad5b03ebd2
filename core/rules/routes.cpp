#include "core/rules/routes.h"

namespace placewright {

namespace {

const QString routeField = QStringLiteral("route");

bool isCouncil(const Partner& partner)
{
    return partner.kind == partnerKind::council || partner.kind == partnerKind::district;
}

} // namespace

std::optional<RouteProblem> routeProblem(const Plan& plan, const Rulebook* rulebook,
                                         const Contribution& contribution)
{
    using Kind = RouteProblem::Kind;
    const Fund* fund = plan.funds.find(contribution.fund);
    const bool aligned = fund && fund->kind == fundKind::aligned;
    const RulebookEntry* stream = rulebook ? rulebook->entry(u"sources", contribution.source) : nullptr;
    if (stream && stream->minimum) {
        if (aligned)
            return RouteProblem{Kind::MinimumNotPooled, QStringLiteral("fund")};
        if (!isSection75(contribution))
            return RouteProblem{Kind::MinimumNotSection75, routeField};
    }
    const QString& route = contribution.route;
    const bool byGrant = route == contributionRoute::section256 || route == contributionRoute::section76;
    if (const Partner* payer = plan.partners.find(contribution.partner)) {
        if (route == contributionRoute::section256 && isCouncil(*payer))
            return RouteProblem{Kind::PayerNotNhs, routeField};
        if (route == contributionRoute::section76 && payer->kind == partnerKind::icb)
            return RouteProblem{Kind::PayerNotCouncil, routeField};
    }
    if (byGrant && !aligned)
        return RouteProblem{Kind::NotAPool, routeField};
    return std::nullopt;
}

} // namespace placewright
