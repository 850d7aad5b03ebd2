#include "ui/pages/needgapview.h"

#include "core/ledger/areamove.h"
#include "core/plan/names.h"
#include "core/words/headlines.h"
#include "core/words/refusalwords.h"

#include <algorithm>

namespace placewright {

namespace {

const AreaTotal* areaTotal(const Evaluation& evaluation, const QString& area, const QString& year)
{
    const auto found =
        std::find_if(evaluation.areas.begin(), evaluation.areas.end(),
                     [&](const AreaTotal& total) { return total.area.text() == area && total.year == year; });
    return found == evaluation.areas.end() ? nullptr : &*found;
}

// The line whose known pounds for the area a lock keeps where they are, as the sentence that says so; empty: there is none.
QString lockedReason(const Plan& plan, const Id& area, const Id& year)
{
    for (const Line& line : plan.lines) {
        const Scheme* scheme = plan.schemes.find(line.scheme);
        if (!scheme || !line.areaAmount.contains(Key{year, area}))
            continue;
        MoveRefusal refusal{MoveRefusal::Kind::LineLocked, line.id, {}, {}};
        if (scheme->locked && !line.locked)
            refusal.kind = MoveRefusal::Kind::SchemeLocked;
        else if (!line.locked)
            continue;
        QString words = moveSentence(refusal, plan, nullptr);
        words.chop(words.endsWith(QChar(u'.')) ? 1 : 0);
        return words;
    }
    return {};
}

QString reason(const Plan& plan, const Id& area, const Id& year, AreaMoveRoom::Limit limit, bool down)
{
    if (limit == AreaMoveRoom::Limit::NoKnownPounds) {
        const QString locked = lockedReason(plan, area, year);
        return locked.isEmpty() ? NeedGapView::tr("No unlocked line has known pounds for this area") : locked;
    }
    return down ? NeedGapView::tr("Its unlocked lines with known pounds are used up here")
                : NeedGapView::tr("The other areas of these lines have nothing left to give");
}

} // namespace

NeedGapView::NeedGapView(PlanDocument& document, QWidget* parent)
    : QObject(parent)
    , m_document(document)
    , m_chart(new NeedGapChart(parent))
{
    m_chart->setObjectName(QStringLiteral("needGapChart"));
    m_chart->setLimits([this](const QString& areaId) { return limitsOf(areaId); });
    connect(m_chart, &NeedGapChart::moveRequested, this, &NeedGapView::move);
    connect(m_chart, &NeedGapChart::dragging, this, &NeedGapView::preview);
    connect(m_chart, &NeedGapChart::dragEnded, this, [this] { m_chart->setPreview(std::nullopt); });
}

NeedGapData NeedGapView::dataOf(const Plan& plan, const Evaluation& evaluation) const
{
    NeedGapData data;
    data.placeName = plan.place().name;
    const QList<ShownArea> areas = shownAreas(plan, evaluation, needLayer(plan), m_document.year());
    qint64 widest = 0;
    for (const ShownArea& area : areas)
        widest = std::min(widest, area.gap());
    for (const ShownArea& area : areas)
        data.areas.append({area.total->area.text(), area.name, *area.total->needShare, area.total->allocated,
                           area.total->perWeightedHead.value_or(Money()),
                           widest < 0 && area.gap() * 2 <= widest});
    return data;
}

void NeedGapView::refresh()
{
    const Plan& plan = m_document.plan();
    const Evaluation& evaluation = m_document.evaluation();
    const QString& year = m_document.year();
    m_chart->setData(dataOf(plan, evaluation));
    m_chart->setTexts(needChartTitle(plan, evaluation, year), needChartCaption(plan, evaluation, year),
                      needSummary(plan, evaluation, year),
                      contextSentence(plan, year, m_document.scenarioName(m_document.scenario())));
}

MoveLimits NeedGapView::limitsOf(const QString& areaId) const
{
    const AreaTotal* total = areaTotal(m_document.evaluation(), areaId, m_document.year());
    if (!total)
        return {};
    const QString readOnly = tr("This plan is open to read only");
    if (m_document.isReadOnly())
        return {total->allocated, total->allocated, readOnly, readOnly};
    const AreaMoveRoom room = areaMoveRoom(m_document.plan(), Id(areaId), Id(m_document.year()));
    const auto why = [&](AreaMoveRoom::Limit limit, bool down) {
        return reason(m_document.plan(), Id(areaId), Id(m_document.year()), limit, down);
    };
    return {total->allocated - room.down, total->allocated + room.up, why(room.downLimit, true),
            why(room.upLimit, false)};
}

void NeedGapView::preview(const QString& areaId, Money amount)
{
    const AreaTotal* total = areaTotal(m_document.evaluation(), areaId, m_document.year());
    if (!total)
        return;
    const auto changes =
        moveAreaMoney(m_document.plan(), Id(areaId), Id(m_document.year()), amount - total->allocated);
    if (!changes)
        return;
    Step step;
    step.changes = *changes;
    const Applied applied = apply(m_document.plan(), step);
    if (Result<Evaluation> evaluation =
            tryEvaluate(applied.plan, m_document.shelf(), m_document.evaluation());
        applied.ok() && evaluation)
        m_chart->setPreview(dataOf(applied.plan, *evaluation));
}

void NeedGapView::move(const QString& areaId, Money delta)
{
    const auto changes = moveAreaMoney(m_document.plan(), Id(areaId), Id(m_document.year()), delta);
    if (!changes) {
        emit refused(tr("That much cannot move: the unlocked lines with known pounds do not hold it."));
        return;
    }
    Step step;
    step.what = tr("Moved %1 %2 %3")
                    .arg(formatMoney(delta.abs()), delta.isNegative() ? tr("from") : tr("to"),
                         nameOf(m_document.plan(), Area::type.id, Id(areaId)));
    step.changes = *changes;
    m_document.commit(step);
}

} // namespace placewright
