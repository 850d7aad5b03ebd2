#include "core/words/headlines.h"

#include "core/evaluate/needresults.h"
#include "core/money/apportion.h"
#include "core/plan/names.h"
#include "core/words/findingwords.h"
#include "core/words/governancefindings.h"
#include "core/words/phrases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Headlines)
};

const LayerTotal* layerTotal(const Evaluation& evaluation, const Id& layer, const QString& year)
{
    const auto found =
        std::find_if(evaluation.layers.begin(), evaluation.layers.end(),
                     [&](const LayerTotal& total) { return total.layer == layer && total.year == year; });
    return found == evaluation.layers.end() ? nullptr : &*found;
}

// Half the sum of the differences between two distributions: the share that would have to move.
Ratio distance(const QList<Ratio>& a, const QList<Ratio>& b)
{
    Ratio sum;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const Ratio difference = a.at(i) - b.at(i);
        sum = sum + (difference.isNegative() ? -difference : difference);
    }
    return sum / Ratio(2);
}

bool followsHeads(const QList<ShownArea>& areas, const LayerNeed& need)
{
    QList<Ratio> money;
    QList<Ratio> heads;
    QList<Ratio> needs;
    for (const ShownArea& area : areas) {
        money.append(*area.total->allocatedShare);
        needs.append(*area.total->needShare);
        heads.append(area.total->population->exact() / need.population.exact());
    }
    return distance(money, heads) < distance(money, needs);
}

const Finding* worstMissed(const QList<const Finding*>& missed)
{
    const Finding* worst = nullptr;
    for (const Finding* finding : missed) {
        const Money* margin = std::get_if<Money>(&finding->margin);
        const Money* worstMargin = worst ? std::get_if<Money>(&worst->margin) : nullptr;
        if (!worst || (margin && (!worstMargin || *margin < *worstMargin)))
            worst = finding;
    }
    return worst;
}

ToSettle settleFinding(const Plan& plan, const Rulebook& rulebook, const Finding& finding)
{
    ToSettle item;
    item.finding = findingId(finding);
    const QString title = lowered(stripTitle(finding, plan, rulebook));
    for (const CountedLine& line : finding.counted)
        item.ids.append(line.line.text());
    if (finding.status == FindingStatus::Unknown) {
        item.kind = ToSettle::Kind::NotKnown;
        item.text = Words::tr("Enter the figure that “%1” needs").arg(title);
        return item;
    }
    item.kind = finding.severity == Severity::Block ? ToSettle::Kind::Missed : ToSettle::Kind::Warning;
    const RulebookCheck* check = rulebook.check(finding.rule);
    item.text = check ? governanceToDo(finding, rulebook, check->function) : QString();
    if (!item.text.isEmpty())
        return item;
    const Money* margin = std::get_if<Money>(&finding.margin);
    item.text = margin ? Words::tr("Find %1 for the %2").arg(formatMoney(margin->abs()), title)
                       : Words::tr("Mend what “%1” found").arg(title);
    return item;
}

struct Unsettled
{
    int figures = 0;
    Money amount;
    QStringList ids;
    QStringList names;
};

template <class Entities, class Include>
Unsettled unsettled(const Entities& entities, const Key& year, Status wanted, Include include)
{
    Unsettled found;
    for (const auto& entity : entities) {
        const auto amount = entity.amount.constFind(year);
        if (amount == entity.amount.cend() || statusFromId(entity.status.value(year)) != wanted ||
            !include(entity))
            continue;
        ++found.figures;
        found.amount += *amount;
        found.ids.append(entity.id.text());
    }
    return found;
}

} // namespace

QList<ShownArea> shownAreas(const Plan& plan, const Evaluation& evaluation, const Id& layer,
                            const QString& year)
{
    QList<ShownArea> shown;
    QList<Ratio> needs;
    QList<Ratio> moneys;
    QStringList keys;
    for (const AreaTotal& total : evaluation.areas) {
        if (total.layer != layer || total.year != year)
            continue;
        if (!total.needShare || !total.allocatedShare)
            return {};
        const Area* area = plan.areas.find(total.area);
        shown.append({&total, area->name, 0, 0});
        needs.append(*total.needShare);
        moneys.append(*total.allocatedShare);
        keys.append(tieKey(*area));
    }
    if (shown.isEmpty())
        return shown;
    const QList<int> ranks = tieRanks(keys);
    const QList<qint64> needTenths = shownShares(needs, 1, ranks);
    const QList<qint64> moneyTenths = shownShares(moneys, 1, ranks);
    for (qsizetype i = 0; i < shown.size(); ++i) {
        shown[i].need = needTenths.at(i);
        shown[i].money = moneyTenths.at(i);
    }
    return shown;
}

QString shownShare(qint64 tenths)
{
    return formatDecimal(Ratio(tenths, 10), 1, Rounding::HalfAwayFromZero) + u'%';
}

QString shownGap(qint64 tenths)
{
    const QString text = formatDecimal(Ratio(tenths, 10), 1, Rounding::HalfAwayFromZero);
    return tenths > 0 ? u'+' + text : text;
}

Id needLayer(const Plan& plan)
{
    const Id& chosen = plan.place().needLayer;
    if (plan.layers.contains(chosen))
        return chosen;
    return plan.layers.isEmpty() ? Id() : plan.layers[0].id;
}

const LayerNeed* needOf(const Evaluation& evaluation, const Id& layer)
{
    return layerNeedOf(evaluation, layer);
}

QString needHeadline(const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    QList<ShownArea> areas = shownAreas(plan, evaluation, needLayer(plan), year);
    if (areas.isEmpty())
        return plan.areas.isEmpty() ? Words::tr("No areas yet: build them to see money against need")
                                    : Words::tr("Need or money is missing for some areas");
    std::stable_sort(areas.begin(), areas.end(),
                     [](const ShownArea& a, const ShownArea& b) { return a.gap() < b.gap(); });
    const qint64 widest = areas.first().gap();
    if (widest >= 0)
        return Words::tr("Every area has its share of the money by need");
    QStringList names; // those at least half as far below as the furthest, three at most
    qint64 need = 0;
    qint64 money = 0;
    for (const ShownArea& area : areas) {
        if (names.size() == 3 || area.gap() * 2 > widest)
            break;
        names.append(area.name);
        need += area.need;
        money += area.money;
    }
    const QString verb = names.size() == 1 ? Words::tr("%1 has %2 of the need and %3 of the money")
                                           : Words::tr("%1 have %2 of the need and %3 of the money");
    return verb.arg(listed(names), shownShare(need), shownShare(money));
}

QString needRangeHeadline(const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    const Id layer = needLayer(plan);
    const AreaTotal* least = nullptr;
    const AreaTotal* most = nullptr;
    for (const AreaTotal& area : evaluation.areas) {
        if (area.layer != layer || area.year != year || !area.needIndex)
            continue;
        if (!least || *area.needIndex < *least->needIndex)
            least = &area;
        if (!most || *area.needIndex > *most->needIndex)
            most = &area;
    }
    if (!most)
        return plan.areas.isEmpty() ? Words::tr("No areas yet: build them to see need")
                                    : Words::tr("Population or need is missing for some areas");
    const auto shown = [](const AreaTotal& area) {
        return formatDecimal(*area.needIndex, 2, Rounding::HalfAwayFromZero);
    };
    return Words::tr("Need a head runs from %1 in %2 to %3 in %4")
        .arg(shown(*least), nameOf(plan, Area::type.id, least->area), shown(*most),
             nameOf(plan, Area::type.id, most->area));
}

QString needChartTitle(const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    const Id layer = needLayer(plan);
    const QList<ShownArea> areas = shownAreas(plan, evaluation, layer, year);
    const LayerNeed* need = needOf(evaluation, layer);
    if (areas.isEmpty() || !need)
        return Words::tr("Money against need");
    const auto above =
        std::count_if(areas.begin(), areas.end(), [](const ShownArea& area) { return area.gap() > 0; });
    const QString held = above == 1 ? Words::tr("one area holds more than its share")
                                    : Words::tr("%1 areas hold more than their share").arg(numberWord(above));
    return followsHeads(areas, *need) ? Words::tr("Money follows heads, not need: %1").arg(held)
                                      : Words::tr("Money follows need more than heads: %1").arg(held);
}

QString needChartCaption(const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    const Id layer = needLayer(plan);
    const LayerNeed* need = needOf(evaluation, layer);
    const LayerTotal* total = layerTotal(evaluation, layer, year);
    if (!need || !total || !need->complete)
        return Words::tr("No agreed measure of need for these areas.");
    const QString assumed = total->allocated.isZero()
                                ? formatPercent(Ratio(0))
                                : formatPercent(Ratio::of(total->assumed, total->allocated));
    return Words::tr("Share of need (%1) and of money split by area; base: %2 = 100%. %3 of the money is "
                     "assumed. Gap in points.")
        .arg(need->measureName, plan.place().name, assumed);
}

QString needSummary(const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    const QList<ShownArea> areas = shownAreas(plan, evaluation, needLayer(plan), year);
    if (areas.isEmpty())
        return Words::tr("There is nothing to compare yet.");
    const auto byGap = [](const ShownArea& a, const ShownArea& b) { return a.gap() < b.gap(); };
    const auto [lowest, highest] = std::minmax_element(areas.begin(), areas.end(), byGap);
    return Words::tr("%1 is furthest below its share by need, with %2 of the need and %3 of the money; %4 is "
                     "furthest above, with %5 and %6.")
        .arg(lowest->name, shownShare(lowest->need), shownShare(lowest->money), highest->name,
             shownShare(highest->need), shownShare(highest->money));
}

QString splitSentence(const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    const YearTotal* total = yearTotal(evaluation, year);
    if (!total)
        return {};
    const Id layer = needLayer(plan);
    const auto areas = std::count_if(plan.areas.begin(), plan.areas.end(),
                                     [&](const Area& area) { return area.layer == layer; });
    return Words::tr("%1 is shared between %2 areas; %3 is not split by area.")
        .arg(formatMoney(total->split), numberWord(areas), formatMoney(total->notSplit));
}

QString fundingHeadline(const Evaluation& evaluation, const QString& year)
{
    const auto paying =
        std::count_if(evaluation.sources.begin(), evaluation.sources.end(), [&](const SourceTotal& source) {
            return source.year == year && !source.income.amount.isZero();
        });
    const YearTotal* total = yearTotal(evaluation, year);
    if (!total || paying == 0)
        return Words::tr("No money has been entered yet");
    const QString sources =
        paying == 1 ? Words::tr("One source pays in %1")
                    : Words::tr("%1 sources pay in %2").arg(capitalised(numberWord(paying)), u"%1"_s);
    return sources.arg(formatMoney(total->income.amount));
}

QString fundingCaption(const Evaluation& evaluation, const QString& year)
{
    const YearTotal* total = yearTotal(evaluation, year);
    if (!total)
        return {};
    QStringList sentences;
    if (!total->income.indicative.isZero())
        sentences.append(Words::tr("%1 of it is indicative.").arg(formatMoney(total->income.indicative)));
    if (!total->income.disputed.isZero())
        sentences.append(Words::tr("%1 of it is disputed.").arg(formatMoney(total->income.disputed)));
    if (sentences.isEmpty())
        sentences.append(Words::tr("All of it is confirmed."));
    if (!total->aligned.amount.isZero())
        sentences.append(
            Words::tr("%1 more is aligned, not pooled.").arg(formatMoney(total->aligned.amount)));
    return sentences.join(u' ');
}

QString partnersHeadline(const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    Money nhs;
    Money council;
    Money others;
    for (const FundTotal& fund : evaluation.funds) {
        const Fund* entity = plan.funds.find(fund.fund);
        if (fund.year != year || (entity && entity->kind == fundKind::aligned))
            continue;
        for (const FundShare& share : fund.contributions) {
            const Partner* partner = plan.partners.find(share.partner);
            const QString kind = partner ? partner->kind : QString();
            (kind == partnerKind::icb       ? nhs
             : kind == partnerKind::council ? council
                                            : others) += share.amount.amount;
        }
    }
    const Money whole = nhs + council + others;
    if (whole.isZero())
        return Words::tr("Who pays");
    const Ratio weights[] = {Ratio::of(nhs, whole), Ratio::of(council, whole), Ratio::of(others, whole)};
    const int ranks[] = {0, 1, 2};
    const QList<qint64> shares = shownShares(weights, 1, ranks);
    const QString two =
        Words::tr("NHS %1, council %2").arg(shownShare(shares.at(0)), shownShare(shares.at(1)));
    return others.isZero() ? two : Words::tr("%1, others %2").arg(two, shownShare(shares.at(2)));
}

QString kindsHeadline(const Evaluation& evaluation, const QString& year)
{
    const auto acuteShare = [&](const QString& of) -> std::optional<Ratio> {
        const YearTotal* total = yearTotal(evaluation, of);
        if (!total || total->spend.amount.isZero())
            return std::nullopt;
        for (const KindTotal& kind : evaluation.kinds)
            if (kind.year == of && kind.areaOfSpend == areaOfSpend::acute)
                return Ratio::of(kind.spend.amount, total->spend.amount);
        return Ratio(0);
    };
    const std::optional<Ratio> now = acuteShare(year);
    const std::optional<Ratio> before = isYearName(year) ? acuteShare(yearBefore(year)) : std::nullopt;
    if (!now)
        return Words::tr("No spending has been planned yet");
    if (!before)
        return Words::tr("Hospital’s share of the pool is %1").arg(formatPercent(*now));
    const qint64 change =
        now->unitsAt(3, Rounding::HalfAwayFromZero) - before->unitsAt(3, Rounding::HalfAwayFromZero);
    const QString sentence = change < 0   ? Words::tr("Hospital’s share of the pool falls to %1, from %2")
                             : change > 0 ? Words::tr("Hospital’s share of the pool rises to %1, from %2")
                                          : Words::tr("Hospital’s share of the pool stays at %1");
    return change == 0 ? sentence.arg(formatPercent(*now))
                       : sentence.arg(formatPercent(*now), formatPercent(*before));
}

QString schemesHeadline(const Plan& plan, const Evaluation& evaluation, const QString& year)
{
    const YearTotal* total = yearTotal(evaluation, year);
    const auto lines = std::count_if(evaluation.ledger.rows.begin(), evaluation.ledger.rows.end(),
                                     [&](const LedgerRow& row) {
                                         return !row.aligned && row.origin == LedgerRow::Origin::Typed &&
                                                plan.years[row.year].id.text() == year;
                                     });
    if (!total || lines == 0)
        return Words::tr("No lines have been planned yet");
    const QString number =
        QLocale(QLocale::English, QLocale::UnitedKingdom).toString(static_cast<qlonglong>(lines));
    const Money left = total->income.amount - total->spend.amount;
    QString spent = left.isZero() ? Words::tr("%1 lines spend all %2") : Words::tr("%1 lines spend %2 of %3");
    spent = left.isZero()
                ? spent.arg(number, formatMoney(total->spend.amount))
                : spent.arg(number, formatMoney(total->spend.amount), formatMoney(total->income.amount));

    QHash<Id, Money> growth;
    const QString before = isYearName(year) ? yearBefore(year) : QString();
    for (const SchemeTotal& scheme : evaluation.schemes) {
        if (scheme.year == year)
            growth[scheme.scheme] += scheme.spend.amount;
        else if (scheme.year == before)
            growth[scheme.scheme] -= scheme.spend.amount;
    }
    const Scheme* most = nullptr;
    for (const Scheme& scheme : plan.schemes)
        if (growth.value(scheme.id) > (most ? growth.value(most->id) : Money()))
            most = &scheme;
    if (!most || !yearTotal(evaluation, before))
        return spent;
    return Words::tr("%1; %2 grow most, by %3")
        .arg(spent, lowered(most->name), formatMoney(growth.value(most->id)));
}

QString conditionsHeadline(const Plan& plan, const Shelf& shelf, const Evaluation& evaluation,
                           const QString& year)
{
    const QList<const Finding*> findings = findingsOf(evaluation, year);
    const FinancialYear* entity = plan.years.find(Id(year));
    const Rulebook* rulebook = entity ? shelf.rulebookOf(*entity) : nullptr;
    if (!rulebook)
        return Words::tr("This year stands under no rulebook, so nothing is checked");
    QList<const Finding*> missed;
    qsizetype warnings = 0;
    qsizetype unknown = 0;
    for (const Finding* finding : findings) {
        if (finding->status == FindingStatus::Unknown)
            ++unknown;
        else if (finding->status == FindingStatus::Fail && finding->severity == Severity::Block)
            missed.append(finding);
        else if (finding->status == FindingStatus::Fail)
            ++warnings;
    }
    if (missed.isEmpty()) {
        QStringList open;
        if (warnings > 0)
            open.append(warnings == 1 ? Words::tr("one warning")
                                      : Words::tr("%1 warnings").arg(numberWord(warnings)));
        if (unknown > 0)
            open.append(Words::tr("%1 cannot be known yet").arg(numberWord(unknown)));
        return open.isEmpty() ? Words::tr("All %1 conditions are met").arg(numberWord(findings.size()))
                              : Words::tr("No condition is missed; %1").arg(open.join(u", "_s));
    }
    const Finding* worst = worstMissed(missed);
    const Money* margin = std::get_if<Money>(&worst->margin);
    const QString count =
        missed.size() == 1
            ? Words::tr("One condition is missed")
            : Words::tr("%1 conditions are missed").arg(capitalised(numberWord(missed.size())));
    if (!margin)
        return Words::tr("%1: %2").arg(count, lowered(stripTitle(*worst, plan, *rulebook)));
    return Words::tr("%1: %2, by %3")
        .arg(count, lowered(stripTitle(*worst, plan, *rulebook)), formatMoney(margin->abs()));
}

QList<ToSettle> toSettle(const Plan& plan, const Shelf& shelf, const Evaluation& evaluation,
                         const QString& year)
{
    QList<ToSettle> items;
    const FinancialYear* entity = plan.years.find(Id(year));
    if (const Rulebook* rulebook = entity ? shelf.rulebookOf(*entity) : nullptr)
        for (const Finding* finding : findingsOf(evaluation, year))
            if (finding->status == FindingStatus::Fail || finding->status == FindingStatus::Unknown)
                items.append(settleFinding(plan, *rulebook, *finding));
    std::stable_sort(items.begin(), items.end(),
                     [](const ToSettle& a, const ToSettle& b) { return a.kind < b.kind; });

    const Key key{Id(year), {}};
    const auto pooled = [&](const Contribution& contribution) {
        const Fund* fund = plan.funds.find(contribution.fund);
        return !fund || fund->kind != fundKind::aligned;
    };
    const Unsettled indicative = unsettled(plan.contributions, key, Status::Indicative, pooled);
    if (indicative.figures > 0) {
        const QString text =
            indicative.figures == 1
                ? Words::tr("Confirm one indicative figure, %1")
                : Words::tr("Confirm %1 indicative figures, %2").arg(numberWord(indicative.figures), u"%1"_s);
        items.append(
            {ToSettle::Kind::Indicative, text.arg(formatMoney(indicative.amount)), indicative.ids, {}});
    }
    const Unsettled disputed = unsettled(plan.lines, key, Status::Disputed, [](const Line&) { return true; });
    if (disputed.figures > 0) {
        const QString which =
            disputed.figures == 1
                ? Words::tr("Agree one disputed line: %1, %2")
                      .arg(lowered(nameOf(plan, Line::type.id, Id(disputed.ids.first()))), u"%1"_s)
                : Words::tr("Agree %1 disputed lines, %2").arg(numberWord(disputed.figures), u"%1"_s);
        items.append({ToSettle::Kind::Disputed, which.arg(formatMoney(disputed.amount)), disputed.ids, {}});
    }
    return items;
}

const YearTotal* yearTotal(const Evaluation& evaluation, const QString& year)
{
    const auto found = std::find_if(evaluation.years.begin(), evaluation.years.end(),
                                    [&](const YearTotal& total) { return total.year == year; });
    return found == evaluation.years.end() ? nullptr : &*found;
}

QList<const Finding*> findingsOf(const Evaluation& evaluation, const QString& year)
{
    QList<const Finding*> findings;
    for (const Finding& finding : evaluation.findings)
        if (finding.year == year && finding.status != FindingStatus::NotApplicable)
            findings.append(&finding);
    return findings;
}

QString contextSentence(const Plan& plan, const QString& year, const QString& scenarioName)
{
    const Place& place = plan.place();
    QStringList parts{place.note.isEmpty() ? place.name
                                           : Words::tr("%1 (%2)").arg(place.name, lowered(place.note))};
    if (!year.isEmpty())
        parts.append(year);
    parts.append(scenarioName);
    return parts.join(u", "_s) + u'.';
}

QString rulesSentence(const Rulebook* rulebook, const QString& year)
{
    if (!rulebook)
        return year.isEmpty() ? Words::tr("No year yet.") : Words::tr("Rules: none for %1.").arg(year);
    const QString which = rulebook->basedOn.isEmpty()
                              ? Words::tr("Rules: %1.").arg(rulebook->title)
                              : Words::tr("Rules: %1, your copy of %2.").arg(year, rulebook->basedOn);
    const int open = rulebook->notConfirmed();
    return open == 0 ? which : Words::tr("%1 %n fact(s) not confirmed.", nullptr, open).arg(which);
}

} // namespace placewright
