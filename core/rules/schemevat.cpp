#include "core/rules/schemevat.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView nhsProvider("nhs");

bool isCouncilMoney(const Plan& plan, const Rulebook& rulebook, const Line& line)
{
    if (const Partner* payer = plan.partners.find(line.payer))
        return payer->kind == partnerKind::council || payer->kind == partnerKind::district;
    const RulebookEntry* source = rulebook.entry(u"sources", line.source);
    return source && source->partnerKind == partnerKind::council;
}

// "council" or "nhs" when every line is delivered by such bodies; else empty.
QString deliveredBy(const Rulebook& rulebook, const QStringList& providers)
{
    QString kind;
    for (const QString& provider : providers) {
        const RulebookEntry* entry = rulebook.entry(u"providers", provider);
        if (!entry || entry->partnerKind.isEmpty() || (!kind.isEmpty() && kind != entry->partnerKind))
            return {};
        kind = entry->partnerKind;
    }
    return kind;
}

void judge(SchemeVat& vat, const Plan& plan, const Rulebook& rulebook, const Ratio& ratePercent)
{
    const QString& route = plan.schemes.find(vat.scheme)->vatRoute;
    const QString deliverer = deliveredBy(rulebook, vat.providers);
    const bool council = deliverer == partnerKind::council;
    const bool nhs = deliverer == nhsProvider;
    if (route.isEmpty())
        vat.fault = SchemeVat::Fault::NotSettled;
    else if ((council && route == vatRoute::nhs) || (nhs && route == vatRoute::council))
        vat.fault = SchemeVat::Fault::NotDelivered;
    const Partner* host = plan.partners.find(plan.funds.find(vat.fund)->host);
    vat.hostDiffers =
        host && ((nhs && host->kind != partnerKind::icb) || (council && host->kind == partnerKind::icb));
    if (vat.fault != SchemeVat::Fault::None)
        vat.atRisk = scaled(vat.councilSpend, ratePercent / Ratio(100), Rounding::HalfAwayFromZero);
}

} // namespace

QList<SchemeVat> schemeVats(const Plan& plan, const Ledger& ledger, const Rulebook& rulebook, qint32 year,
                            const Ratio& ratePercent)
{
    QHash<qint32, SchemeVat> found;
    for (const LedgerRow& row : ledger.rows) {
        const Scheme& scheme = plan.schemes[row.scheme];
        const Line& line = plan.lines[row.line];
        const Fund* fund = plan.funds.find(scheme.fund);
        if (row.year != year || row.aligned || !fund || row.amount.isZero())
            continue;
        SchemeVat& vat = found[row.scheme];
        vat.scheme = scheme.id;
        vat.fund = fund->id;
        if (row.origin == LedgerRow::Origin::Vat) {
            vat.irrecoverable += row.amount;
            continue;
        }
        vat.spend += row.amount;
        vat.figures = worst(vat.figures, row.status);
        vat.lines.append(line.id);
        if (!vat.providers.contains(line.provider))
            vat.providers.append(line.provider);
        if (isCouncilMoney(plan, rulebook, line))
            vat.councilSpend += row.amount;
    }
    QList<qint32> positions = found.keys();
    std::sort(positions.begin(), positions.end());
    QList<SchemeVat> vats;
    for (const qint32 position : std::as_const(positions)) {
        judge(found[position], plan, rulebook, ratePercent);
        vats.append(found.value(position));
    }
    return vats;
}

} // namespace placewright
