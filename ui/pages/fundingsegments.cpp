#include "ui/pages/fundingsegments.h"

#include "core/words/headlines.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FundingSegments)
};

bool isPooled(const Plan& plan, const Contribution& contribution)
{
    const Fund* fund = plan.funds.find(contribution.fund);
    return !fund || fund->kind != fundKind::aligned;
}

FundingSegment& segmentFor(FundingPartner& partner, const Contribution& contribution,
                           const Rulebook* rulebook)
{
    const QString id = partner.id + QChar(u'/') + contribution.source;
    const auto known = std::find_if(partner.segments.begin(), partner.segments.end(),
                                    [&](const FundingSegment& s) { return s.id == id; });
    if (known != partner.segments.end())
        return *known;
    FundingSegment segment;
    segment.id = id;
    const RulebookEntry* entry = rulebook ? rulebook->entry(u"sources", contribution.source) : nullptr;
    segment.label = rulebook ? rulebook->shortLabel(u"sources", contribution.source) : contribution.source;
    segment.series = entry && !entry->minimum ? 1 : 0;
    partner.segments.append(segment);
    return partner.segments.last();
}

} // namespace

QList<FundingPartner> fundingPartners(const PlanDocument& document)
{
    const Plan& plan = document.plan();
    const Key year{Id(document.year()), {}};
    QList<FundingPartner> partners;
    for (const Partner& entity : plan.partners) {
        FundingPartner partner{
            entity.id.text(), entity.shortName.isEmpty() ? entity.name : entity.shortName, {}};
        for (const Contribution& contribution : plan.contributions) {
            const auto amount = contribution.amount.constFind(year);
            if (contribution.partner != entity.id || amount == contribution.amount.constEnd() ||
                !isPooled(plan, contribution))
                continue;
            FundingSegment& segment = segmentFor(partner, contribution, document.rulebook());
            segment.amount += *amount;
            segment.indicative =
                segment.indicative || statusFromId(contribution.status.value(year)) != Status::Confirmed;
        }
        std::stable_sort(
            partner.segments.begin(), partner.segments.end(),
            [](const FundingSegment& a, const FundingSegment& b) { return a.series < b.series; });
        if (!partner.segments.isEmpty())
            partners.append(partner);
    }
    const auto total = [](const FundingPartner& partner) {
        Money sum;
        for (const FundingSegment& segment : partner.segments)
            sum += segment.amount;
        return sum;
    };
    std::stable_sort(partners.begin(), partners.end(),
                     [&](const FundingPartner& a, const FundingPartner& b) { return total(a) > total(b); });
    return partners;
}

QString fundingSummary(const PlanDocument& document)
{
    QStringList parts;
    for (const FundingPartner& partner : fundingPartners(document)) {
        Money sum;
        for (const FundingSegment& segment : partner.segments)
            sum += segment.amount;
        parts.append(Words::tr("%1 pays %2").arg(partner.name, formatMoney(sum)));
    }
    return parts.isEmpty() ? Words::tr("Nobody pays in yet.")
                           : parts.join(QStringLiteral("; ")) + QChar(u'.');
}

} // namespace placewright
