#include "core/words/contractyearwords.h"

#include "core/plan/names.h"
#include "core/words/contractphrases.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr auto nearest = Rounding::HalfAwayFromZero;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractYearWords)
};

struct Said
{
    QString text;
    QString detail;
};

// What gain or loss an area has, and why.
Said sharingWords(const GainAndLoss& terms, const AreaPayment& paid, const OutcomeArea& area)
{
    const Money benchmark = area.benchmark.value_or(paid.base);
    if (!area.cost)
        return {Words::tr("Gain or loss, cost not entered"),
                Words::tr("nothing is shared until the provider’s cost is known")};
    if (terms.gainShare.isZero() && terms.lossShare.isZero())
        return {Words::tr("Gain or loss, none is shared"),
                Words::tr("cost %1, benchmark %2").arg(formatMoney(*area.cost), formatMoney(benchmark))};
    const bool over = paid.underBenchmark.isNegative();
    const QString distance = (over ? Words::tr("cost %1 above the benchmark of %2")
                                   : Words::tr("cost %1 below the benchmark of %2"))
                                 .arg(formatMoney(paid.underBenchmark.abs()), formatMoney(benchmark));
    if (paid.shared.isZero())
        return {over ? Words::tr("Loss share, cost in the corridor")
                     : Words::tr("Gain share, cost in the corridor"),
                Words::tr("%1; corridor %2 = %3")
                    .arg(distance, partAsPercent(terms.corridor), formatMoney(paid.corridor))};
    const Ratio& share = over ? terms.lossShare : terms.gainShare;
    if (share.isZero())
        return {over ? Words::tr("Loss share, none agreed") : Words::tr("Gain share, none agreed"), distance};
    const std::optional<Ratio>& cap = over ? terms.lossCap : terms.gainCap;
    const Money amount = over ? paid.loss : paid.gain;
    const Money uncapped = scaled(paid.shared, over ? share : share * paid.quality, nearest);
    const QString capped =
        amount == uncapped || !cap
            ? QString()
            : Words::tr("; at most %1 of the benchmark = %2").arg(partAsPercent(*cap), formatMoney(amount));
    if (over)
        return {capped.isEmpty() ? Words::tr("Loss share") : Words::tr("Loss share, capped"),
                Words::tr("%1; %2 of %3 = %4%5")
                    .arg(distance, partAsPercent(share), formatMoney(paid.shared), formatMoney(uncapped),
                         capped)};
    if (paid.quality.isZero() && !paid.atRisk.isZero()) {
        const Ratio earned = Ratio::of(paid.earned, paid.atRisk);
        return {Words::tr("Gain share, below the quality gate"),
                Words::tr("%1; %2 of the outcome money is earned, the gate is %3")
                    .arg(distance, roundedPercent(earned), partAsPercent(terms.qualityGate))};
    }
    return {capped.isEmpty() ? Words::tr("Gain share") : Words::tr("Gain share, capped"),
            Words::tr("%1; %2 of %3, times %4 of outcome money earned = %5%6")
                .arg(distance, partAsPercent(share), formatMoney(paid.shared), roundedPercent(paid.quality),
                     formatMoney(uncapped), capped)};
}

QString ofMoney(const Ratio& part, Money whole)
{
    return Words::tr("%1 of %2").arg(partAsPercent(part), formatMoney(whole));
}

} // namespace

ContractYearWords::ContractYearWords(const Plan& plan, const ContractPayment& payment, qsizetype position,
                                     qsizetype area)
    : m_plan(plan)
    , m_terms(payment.terms)
    , m_figures(payment.terms.years.at(position))
    , m_year(payment.years.at(position))
    , m_position(position)
    , m_area(area)
    , m_contract(plan.contracts.find(payment.terms.contract))
    , m_version(plan.contractVersions.find(payment.terms.version))
{
    if (area >= 0) {
        m_slots = {area};
        m_sum = m_year.outcome.areas.at(area);
        return;
    }
    for (qsizetype i = 0; i < m_year.outcome.areas.size(); ++i)
        m_slots.append(i);
    m_sum = m_year.outcome.total;
}

CellRef ContractYearWords::ofVersion(QLatin1StringView field, const Key& key) const
{
    return {QString(ContractVersion::type.id), m_terms.version, QString(field), key};
}

CellRef ContractYearWords::ofContract(QLatin1StringView field, const Key& key) const
{
    return {QString(Contract::type.id), m_terms.contract, QString(field), key};
}

CellRef ContractYearWords::ofTerms(qsizetype indicator, QLatin1StringView field) const
{
    return {QString(IndicatorTerms::type.id), m_terms.indicatorTerms.value(indicator), QString(field), {}};
}

QList<CellRef> ContractYearWords::weightInputs(QLatin1StringView field) const
{
    QList<CellRef> inputs;
    for (int fifth = 0; fifth < fifthCount; ++fifth)
        inputs.append({QString(ContractVersion::type.id),
                       m_terms.version,
                       QString(field) + QString::number(fifth + 1),
                       {}});
    return inputs;
}

QString ContractYearWords::indicatorName(qsizetype indicator) const
{
    return nameOf(m_plan, ContractIndicator::type.id, m_terms.indicators.value(indicator));
}

Ratio ContractYearWords::weighted() const
{
    Ratio people;
    for (const qsizetype slot : m_slots)
        people = people + weightedPeople(m_terms.terms, areaAt(slot));
    return people;
}

OutcomeCell ContractYearWords::indicatorSum(qsizetype indicator) const
{
    OutcomeCell sum;
    for (const qsizetype slot : m_slots)
        for (int fifth = 0; fifth < fifthCount; ++fifth) {
            const OutcomeCell& cell = m_year.outcome.cell(slot, indicator, m_terms.indicators.size(), fifth);
            sum.pot += cell.pot;
            sum.earned += cell.earned;
        }
    return sum;
}

MeasuredFifths ContractYearWords::measuredAt(qsizetype slot, qsizetype indicator) const
{
    std::array<OutcomeResult, fifthCount> results;
    for (int fifth = 0; fifth < fifthCount; ++fifth)
        results[static_cast<size_t>(fifth)] =
            m_figures.figures.result(slot, indicator, m_terms.indicators.size(), fifth);
    return measured(results, m_terms.terms.smallEligible);
}

QList<Money> ContractYearWords::monthlySums() const
{
    QList<Money> sums(m_figures.months);
    for (const qsizetype slot : m_slots) {
        const QList<Money> months = monthly(paidAt(slot).fixed, m_figures.months);
        for (qsizetype i = 0; i < sums.size(); ++i)
            sums[i] += months.at(i);
    }
    return sums;
}

QList<CellRef> ContractYearWords::peopleInputs() const
{
    if (!m_contract || m_contract->peopleFrom != contractPeople::typed)
        return {ofContract("peopleFrom"_L1)};
    QList<CellRef> inputs;
    for (const ContractPeople& people : m_plan.contractPeople)
        if (people.contract == m_terms.contract)
            inputs.append({QString(ContractPeople::type.id), people.id,
                           isByArea() ? u"areaPeople"_s : u"people"_s, areaKey()});
    return inputs;
}

QLatin1StringView ContractYearWords::activityField() const
{
    return m_terms.at == ResultsAt::Low ? "low"_L1 : m_terms.at == ResultsAt::High ? "high"_L1 : "likely"_L1;
}

QLatin1StringView ContractYearWords::resultField() const
{
    if (!isByArea())
        return activityField();
    return m_terms.at == ResultsAt::Low    ? "areaLow"_L1
           : m_terms.at == ResultsAt::High ? "areaHigh"_L1
                                           : "areaLikely"_L1;
}

QList<CellRef> ContractYearWords::indicatorInputs(qsizetype indicator) const
{
    QList<CellRef> inputs;
    for (const QLatin1StringView field : {"weight"_L1, "lower"_L1, "upper"_L1, "improvementCredit"_L1})
        inputs.append(ofTerms(indicator, field));
    for (const IndicatorResult& result : m_plan.indicatorResults) {
        if (result.indicator != m_terms.indicators.at(indicator))
            continue;
        const Key key = areaKey();
        inputs.append({QString(IndicatorResult::type.id), result.id, QString(resultField()), key});
        inputs.append({QString(IndicatorResult::type.id), result.id,
                       isByArea() ? u"areaEligible"_s : u"eligible"_s, key});
        if (!m_terms.terms.indicators.at(indicator).improvementCredit.isZero())
            inputs.append({QString(IndicatorResult::type.id), result.id,
                           isByArea() ? u"areaBaseline"_s : u"baseline"_s, Key{{}, key.area}});
    }
    return inputs;
}

QList<CellRef> ContractYearWords::ringFenceInputs() const
{
    return {isByArea() ? ofContract("areaRingFenceSpent"_L1, areaKey())
                       : ofContract("ringFenceSpent"_L1, yearKey()),
            ofVersion("ringFence"_L1)};
}

QList<CellRef> ContractYearWords::costInputs() const
{
    const Key key = areaKey();
    if (isByArea())
        return {ofContract("areaCost"_L1, key), ofVersion("areaBenchmark"_L1, key)};
    return {ofContract("cost"_L1, key), ofVersion("benchmark"_L1, key)};
}

WorkingLine ContractYearWords::peopleLine() const
{
    QString detail;
    if (isOne()) {
        const OutcomeArea& area = areaAt(m_slots.first());
        QStringList parts;
        for (size_t fifth = 0; fifth < fifthCount; ++fifth)
            parts.append(Words::tr("%1 × %2").arg(fewestPlaces(m_terms.terms.needWeights[fifth], 2),
                                                  formatDecimal(area.people[fifth], 0, nearest)));
        detail = parts.join(u" + "_s);
        if (area.marketForces != Ratio(1))
            detail = Words::tr("%1 × (%2)").arg(fewestPlaces(area.marketForces, 2), detail);
        detail = Words::tr("%1 = %2 weighted people").arg(detail, formatDecimal(weighted(), 2, nearest));
    } else {
        detail = Words::tr("%1 weighted people in %2 areas")
                     .arg(formatDecimal(weighted(), 2, nearest), countShown(m_slots.size()));
    }
    QList<CellRef> inputs = weightInputs("needWeight"_L1);
    inputs.append(ofVersion("marketForces"_L1));
    inputs.append(peopleInputs());
    return {.text = Words::tr("Weighted people"), .detail = detail, .step = 1, .inputs = inputs};
}

WorkingLine ContractYearWords::baseLine() const
{
    const Scheme* scheme = m_contract ? m_plan.schemes.find(m_contract->scheme) : nullptr;
    const QString first = m_terms.years.first().year;
    QString detail;
    if (isPriced() && m_version->price)
        detail = (m_position > 0 ? Words::tr("£%1 in %2, with uplifts since, for each of %3 weighted people")
                                 : Words::tr("£%1 in %2 for each of %3 weighted people"))
                     .arg(fewestPlaces(m_version->price->exact(), 2), first,
                          formatDecimal(weighted(), 2, nearest));
    else if (m_area >= 0 && isByArea())
        detail = Words::tr("its share of %1 by weighted people").arg(formatMoney(m_year.outcome.total.base));
    else if (m_version && m_version->base)
        detail = Words::tr("%1 agreed for %2").arg(formatMoney(*m_version->base), first);
    if (!detail.isEmpty() && m_position > 0 && !isPriced())
        detail = Words::tr("%1, with uplifts and the change in weighted people since").arg(detail);
    if (m_figures.months < 12)
        detail += Words::tr("; %1 of 12 months").arg(m_figures.months);
    QList<CellRef> inputs{isPriced() ? ofVersion("price"_L1) : ofVersion("base"_L1)};
    if (m_position > 0) {
        const bool own = m_version && m_version->yearUplift.contains(yearKey());
        inputs.append(own ? ofVersion("yearUplift"_L1, yearKey()) : ofVersion("uplift"_L1));
        inputs.append(ofContract("growth"_L1));
    }
    return {.text = scheme && !scheme->number.isEmpty() ? Words::tr("Base for scheme %1").arg(scheme->number)
                                                        : Words::tr("Base"),
            .amount = m_sum.base,
            .detail = detail,
            .step = 2,
            .inputs = inputs};
}

WorkingLine ContractYearWords::ringFenceLine(const QString& text) const
{
    return {.text = text,
            .amount = m_sum.ringFence,
            .detail = ofMoney(m_terms.terms.ringFence, m_sum.base),
            .step = 3,
            .inputs = {ofVersion("ringFence"_L1)}};
}

WorkingLine ContractYearWords::atRiskLine(const QString& text) const
{
    return {.text = text,
            .amount = m_sum.atRisk,
            .detail = ofMoney(m_terms.terms.atRisk, m_sum.base - m_sum.ringFence),
            .step = 4,
            .inputs = {ofVersion("atRisk"_L1)}};
}

WorkingLine ContractYearWords::fixedLine() const
{
    return {.text = Words::tr("Fixed, paid monthly"),
            .amount = m_sum.fixed,
            .detail = monthsWords(),
            .step = 5,
            .inputs = {ofVersion("base"_L1), ofVersion("ringFence"_L1), ofVersion("atRisk"_L1)}};
}

// "12 times £617,819.36"; "6 times £368,158.66, then 6 times £368,158.65".
QString ContractYearWords::monthsWords() const
{
    const QList<Money> months = monthlySums();
    QStringList said;
    for (qsizetype from = 0; from < months.size();) {
        qsizetype to = from;
        while (to < months.size() && months.at(to) == months.at(from))
            ++to;
        said.append(Words::tr("%1 times %2").arg(to - from).arg(formatMoney(months.at(from))));
        from = to;
    }
    return said.join(Words::tr(", then "));
}

WorkingLine ContractYearWords::potLine(qsizetype indicator) const
{
    const Money pot = indicatorSum(indicator).pot;
    QStringList parts;
    for (int fifth = 0; fifth < fifthCount; ++fifth) {
        Money sum;
        for (const qsizetype slot : m_slots)
            sum += m_year.outcome.cell(slot, indicator, m_terms.indicators.size(), fifth).pot;
        parts.append(Words::tr("%1 %2").arg(shortFifth(fifth), formatMoney(sum)));
    }
    QList<CellRef> inputs{ofTerms(indicator, "weight"_L1)};
    inputs.append(weightInputs("deprivationWeight"_L1));
    return {.text = Words::tr("Pot of %1").arg(lowered(indicatorName(indicator))),
            .amount = pot,
            .detail = Words::tr("%1; by people eligible and deprivation weight: %2")
                          .arg(ofMoney(m_terms.terms.indicators.at(indicator).weight, m_sum.atRisk),
                               parts.join(u", "_s)),
            .step = 6,
            .subject = m_terms.indicators.at(indicator),
            .inputs = inputs};
}

WorkingLine ContractYearWords::attainmentLine(qsizetype indicator) const
{
    const OutcomeIndicator& terms = m_terms.terms.indicators.at(indicator);
    QStringList parts;
    if (isOne()) {
        const MeasuredFifths found = measuredAt(m_slots.first(), indicator);
        for (int fifth = 0; fifth < fifthCount; ++fifth) {
            const Attainment attained = attainmentOf(terms, fifth, found.results[static_cast<size_t>(fifth)]);
            parts.append(attained.rate ? Words::tr("%1 %2 earns %3")
                                             .arg(shortFifth(fifth), rateShown(*attained.rate, terms.per),
                                                  roundedPercent(attained.share))
                                       : Words::tr("%1 nobody eligible").arg(shortFifth(fifth)));
        }
    }
    return {.text = Words::tr("Attainment on %1").arg(lowered(indicatorName(indicator))),
            .detail = isOne() ? parts.join(u", "_s) : Words::tr("of each area and fifth by itself"),
            .step = 7,
            .subject = m_terms.indicators.at(indicator),
            .inputs = indicatorInputs(indicator)};
}

WorkingLine ContractYearWords::earnedLine(qsizetype indicator) const
{
    const OutcomeCell sum = indicatorSum(indicator);
    return {.text = Words::tr("Earned on %1").arg(lowered(indicatorName(indicator))),
            .amount = sum.earned,
            .detail = Words::tr("of %1").arg(formatMoney(sum.pot)),
            .step = 8,
            .subject = m_terms.indicators.at(indicator),
            .inputs = indicatorInputs(indicator)};
}

WorkingLine ContractYearWords::allEarnedLine() const
{
    return {.text = Words::tr("Earned on outcomes"),
            .amount = m_sum.earned,
            .detail = Words::tr("of %1 at risk; not earned %2")
                          .arg(formatMoney(m_sum.atRisk), formatMoney(m_sum.unearned)),
            .step = 8,
            .isTotal = true};
}

WorkingLine ContractYearWords::costLine() const
{
    const bool known = std::all_of(m_slots.begin(), m_slots.end(),
                                   [this](qsizetype slot) { return areaAt(slot).cost.has_value(); });
    Money cost;
    Money benchmark;
    for (const qsizetype slot : m_slots) {
        cost += areaAt(slot).cost.value_or(Money());
        benchmark += areaAt(slot).benchmark.value_or(paidAt(slot).base);
    }
    QList<CellRef> inputs = costInputs();
    inputs.append(ofVersion("corridor"_L1));
    WorkingLine line{.text = Words::tr("Cost below the benchmark"),
                     .detail = Words::tr("the provider’s cost is not entered"),
                     .step = 9,
                     .inputs = inputs};
    if (!known)
        return line;
    if (m_sum.underBenchmark.isNegative())
        line.text = Words::tr("Cost above the benchmark");
    line.amount = m_sum.underBenchmark.abs();
    line.detail = Words::tr("benchmark %1, cost %2; corridor %3 = %4")
                      .arg(formatMoney(benchmark), formatMoney(cost),
                           partAsPercent(m_terms.terms.gainAndLoss.corridor), formatMoney(m_sum.corridor));
    return line;
}

WorkingLine ContractYearWords::sharingLine() const
{
    Said said;
    if (isOne()) {
        said = sharingWords(m_terms.terms.gainAndLoss, paidAt(m_slots.first()), areaAt(m_slots.first()));
    } else {
        said = {Words::tr("Gains less losses of %1 areas").arg(countShown(m_slots.size())),
                Words::tr("gains %1, losses %2").arg(formatMoney(m_sum.gain), formatMoney(m_sum.loss))};
    }
    QList<CellRef> inputs{m_sum.underBenchmark.isNegative() ? ofVersion("lossShare"_L1)
                                                            : ofVersion("gainShare"_L1),
                          ofVersion("corridor"_L1)};
    inputs.append(m_sum.underBenchmark.isNegative() ? ofVersion("lossCap"_L1) : ofVersion("gainCap"_L1));
    inputs.append(ofVersion("qualityGate"_L1));
    inputs.append(costInputs());
    return {.text = said.text,
            .amount = m_sum.gain - m_sum.loss,
            .detail = said.detail,
            .step = 10,
            .inputs = inputs};
}

// What floors add and ceilings take, where they bind.
QList<WorkingLine> ContractYearWords::boundLines() const
{
    const GainAndLoss& terms = m_terms.terms.gainAndLoss;
    Money added;
    Money taken;
    Money mostLost;
    Money mostWon;
    for (const qsizetype slot : m_slots) {
        const AreaPayment& paid = paidAt(slot);
        const Money moved = paid.bounded - paid.variation;
        if (moved > Money()) {
            added += moved;
            mostLost += -paid.bounded;
        } else if (moved.isNegative()) {
            taken += moved;
            mostWon += paid.bounded;
        }
    }
    QList<WorkingLine> lines;
    if (!added.isZero())
        lines.append({.text = Words::tr("Floor, −%1").arg(partAsPercent(terms.floor.value_or(Ratio()))),
                      .amount = added,
                      .detail = Words::tr("outcomes and sharing take at most %1").arg(formatMoney(mostLost)),
                      .step = 11,
                      .inputs = {ofVersion("floor"_L1)}});
    if (!taken.isZero())
        lines.append({.text = Words::tr("Ceiling, +%1").arg(partAsPercent(terms.ceiling.value_or(Ratio()))),
                      .amount = taken,
                      .detail = Words::tr("outcomes and sharing add at most %1").arg(formatMoney(mostWon)),
                      .step = 11,
                      .inputs = {ofVersion("ceiling"_L1)}});
    return lines;
}

WorkingLine ContractYearWords::variationLine() const
{
    const GainAndLoss& terms = m_terms.terms.gainAndLoss;
    QString detail = Words::tr("%1 not earned, %2 gained, %3 lost: %4")
                         .arg(formatMoney(m_sum.unearned), formatMoney(m_sum.gain), formatMoney(m_sum.loss),
                              formatChange(m_sum.variation));
    if (terms.floor)
        detail += Words::tr("; floor −%1").arg(partAsPercent(*terms.floor));
    if (terms.ceiling)
        detail += Words::tr("; ceiling +%1").arg(partAsPercent(*terms.ceiling));
    return {.text = Words::tr("Outcomes and sharing, within floor and ceiling"),
            .amount = m_sum.bounded,
            .detail = detail,
            .step = 11,
            .inputs = {ofVersion("floor"_L1), ofVersion("ceiling"_L1)}};
}

WorkingLine ContractYearWords::spentLine() const
{
    return {.text = m_sum.ringFencePaid == m_sum.ringFence ? Words::tr("Teams and training, all spent")
                                                           : Words::tr("Teams and training, spent"),
            .amount = m_sum.ringFencePaid,
            .detail =
                Words::tr("%1 of %2").arg(formatMoney(m_sum.ringFencePaid), formatMoney(m_sum.ringFence)),
            .step = 12,
            .inputs = ringFenceInputs()};
}

WorkingLine ContractYearWords::activityLine(const ActivityYear& activity) const
{
    const ContractActivity* found = m_plan.contractActivities.find(activity.activity);
    const QString name = found ? found->name : activity.activity.text();
    const qint64 more = activity.expected - activity.planned;
    const QString unit = found && !found->unit.isEmpty() ? found->unit : Words::tr("units");
    QString detail =
        found && found->planInBase
            ? Words::tr("%1 %2 planned, paid by the base").arg(countShown(activity.planned), unit)
            : Words::tr("%1 %2 planned, %3")
                  .arg(countShown(activity.planned), unit, formatMoney(activity.plannedPayment));
    if (more != 0) {
        const Ratio rate =
            found && found->marginalRate ? found->marginalRate->exact() / Ratio(100) : Ratio(1);
        detail +=
            (more > 0 ? Words::tr("; %1 more at %2 of the price, %3")
                      : Words::tr("; %1 fewer at %2 of the price, %3"))
                .arg(countShown(std::abs(more)), partAsPercent(rate), formatChange(activity.marginalPayment));
    }
    const auto cell = [&](QLatin1StringView field, const Key& key = {}) {
        return CellRef{QString(ContractActivity::type.id), activity.activity, QString(field), key};
    };
    return {.text = Words::tr("Activity, %1").arg(lowered(name)),
            .amount = activity.payment(),
            .detail = detail,
            .step = 12,
            .subject = activity.activity,
            .inputs = {cell("price"_L1), cell("planned"_L1, yearKey()), cell(activityField(), yearKey()),
                       cell("marginalRate"_L1)}};
}

WorkingLine ContractYearWords::paymentLine(const QString& text) const
{
    QString detail = Words::tr("%1 fixed, %2 at risk, %3 teams and training spent, %4")
                         .arg(formatMoney(m_sum.fixed), formatMoney(m_sum.atRisk),
                              formatMoney(m_sum.ringFencePaid), formatChange(m_sum.bounded));
    if (isWhole() && !m_figures.activities.isEmpty())
        detail += Words::tr(", %1 activity").arg(formatMoney(m_year.activity));
    return {.text = text,
            .amount = isWhole() ? m_year.payment : m_sum.payment,
            .detail = detail,
            .step = 12,
            .year = m_year.year,
            .inputs = ringFenceInputs(),
            .isTotal = true};
}

WorkingLine ContractYearWords::unearnedLine() const
{
    return {
        .text = Words::tr("Not earned on outcomes"),
        .amount = m_sum.unearned,
        .detail =
            Words::tr("%1 at risk less %2 earned").arg(formatMoney(m_sum.atRisk), formatMoney(m_sum.earned)),
        .step = 8,
        .inputs = {ofVersion("atRisk"_L1)}};
}

WorkingLine ContractYearWords::poolLine() const
{
    const UnearnedRule& rule = m_terms.terms.unearned;
    const QList<CellRef> inputs{ofVersion("unearned"_L1), ofVersion("unearnedCounts"_L1)};
    if (!rule.returned)
        return {
            .text = Words::tr("Kept by the commissioner"),
            .amount = std::max(Money(), m_sum.base - m_sum.payment),
            .detail =
                Words::tr("%1 in full less %2 paid").arg(formatMoney(m_sum.base), formatMoney(m_sum.payment)),
            .step = 13,
            .inputs = inputs};
    const OutcomePayment& outcome = m_year.outcome;
    const Money unspent = outcome.total.ringFence - outcome.total.ringFencePaid;
    const QString from =
        Words::tr("%1 and %2 of teams and training not spent")
            .arg(rule.afterBounds ? Words::tr("%1 left unpaid after floor, ceiling and sharing")
                                        .arg(formatMoney(outcome.pool - unspent))
                                  : Words::tr("%1 not earned").arg(formatMoney(outcome.pool - unspent)),
                 formatMoney(unspent));
    WorkingLine line{.text = Words::tr("Goes back to the place"),
                     .amount = outcome.pool,
                     .detail = from,
                     .step = 13,
                     .inputs = inputs};
    if (outcome.total.returned != outcome.pool) {
        line.text = Words::tr("Goes to no area: nobody lives in the most deprived fifth");
    } else if (m_area >= 0 && isByArea()) {
        line.text = Words::tr("Goes back to %1").arg(nameOf(m_plan, Area::type.id, m_terms.areas.at(m_area)));
        line.amount = m_sum.returned;
        line.detail = Words::tr("by people of the most deprived fifth, of %1").arg(formatMoney(outcome.pool));
    } else if (isByArea()) {
        line.text = Words::tr("Goes back to the areas, by people of the most deprived fifth");
    }
    return line;
}

QList<WorkingLine> ContractYearWords::returnedLines() const
{
    QList<WorkingLine> lines;
    if (!isWhole() || !isByArea())
        return lines;
    for (const qsizetype slot : m_slots)
        if (const Money returned = paidAt(slot).returned; !returned.isZero())
            lines.append({.text = nameOf(m_plan, Area::type.id, m_terms.areas.at(slot)),
                          .amount = returned,
                          .step = 13,
                          .subject = m_terms.areas.at(slot)});
    return lines;
}

QString ContractYearWords::cell(qsizetype indicator, int fifth) const
{
    const qsizetype slot = m_slots.first();
    const auto at = static_cast<size_t>(fifth);
    const OutcomeIndicator& terms = m_terms.terms.indicators.at(indicator);
    const MeasuredFifths found = measuredAt(slot, indicator);
    const OutcomeResult& result = found.results[at];
    const OutcomeThresholds& limits = terms.thresholds[at];
    const OutcomeCell& paid = m_year.outcome.cell(slot, indicator, m_terms.indicators.size(), fifth);
    QStringList said{Words::tr("pot %1").arg(formatMoney(paid.pot))};

    QStringList joined;
    for (int other = 0; other < fifthCount; ++other)
        if (other != fifth && found.group[static_cast<size_t>(other)] == found.group[at])
            joined.append(shortFifth(other));
    if (!joined.isEmpty())
        said.append(Words::tr("measured with %1, as fewer than %2 are eligible")
                        .arg(listed(joined), countShown(m_terms.terms.smallEligible)));

    const Attainment attained = attainmentOf(terms, fifth, result);
    if (!attained.rate) {
        said.append(Words::tr("nobody is eligible, so it earns nothing"));
        return Words::tr("%1: %2.").arg(fifthShown(fifth), said.join(u"; "_s));
    }
    said.append(
        Words::tr("%1 of %2 is %3, against %4 to %5: %6 of the way")
            .arg(countShown(result.counted), countShown(result.eligible),
                 rateShown(*attained.rate, terms.per),
                 terms.per == 100 ? thresholdShown(limits.lower, terms.per) : fewestPlaces(limits.lower),
                 thresholdShown(limits.upper, terms.per), roundedPercent(attained.threshold)));
    const bool isFull = attained.threshold == Ratio(1);
    if (!isFull && !terms.improvementCredit.isZero() && result.baseline >= 0) {
        const qint64 before = result.baselineEligible < 0 ? result.eligible : result.baselineEligible;
        if (before > 0)
            said.append(Words::tr("improvement from %1 last year is %2 of the way to %3, which counts %4: %5")
                            .arg(rateShown(Ratio(terms.per) * Ratio(result.baseline, before), terms.per),
                                 roundedPercent(attained.improvement),
                                 thresholdShown(limits.upper, terms.per),
                                 fewestPlaces(terms.improvementCredit, 2),
                                 roundedPercent(terms.improvementCredit * attained.improvement)));
    }
    said.append(
        Words::tr("earns %1, %2 of the pot").arg(formatMoney(paid.earned), roundedPercent(attained.share)));
    return Words::tr("%1: %2.").arg(fifthShown(fifth), said.join(u"; "_s));
}

} // namespace placewright
