#include "core/exchange/layerimport.h"

#include "core/exchange/layersummary.h"
#include "core/money/numeral.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// An area of the layer, already there or wanted by a claim.
struct AreaSlot
{
    Id id; // null: not there yet
    QString name;
    QString code;
    bool used = false; // gets at least one practice
};

struct Wanted
{
    QString name;
    QList<AreaClaim> claims;
    QList<qsizetype> areas; // claimed, distinct
};

struct Addition
{
    qsizetype slot;
    QString practice;
    Value share;
};

// Where each practice stands in the layer already: membership by slot.
using Memberships = QHash<QString, QMap<qsizetype, Id>>;

class LayerBuilder
{
public:
    LayerBuilder(const Plan& plan, const LayerRequest& request)
        : m_plan(plan)
        , m_request(request)
        , m_layer(layerNamed(plan, request.layerName))
        , m_refused(request.refused)
        , m_builder(plan)
    {
        findAreas();
        findWanted();
        decide();
        std::stable_sort(m_refused.begin(), m_refused.end(),
                         [](const RefusedRow& a, const RefusedRow& b) { return a.line < b.line; });
    }

    const QList<RefusedRow>& refused() const { return m_refused; }
    std::optional<Error> typedFault() const;
    NeedImport build(const PracticeTable& table, const IdSource& ids);
    bool isEmpty() const { return m_additions.isEmpty(); }

private:
    void findAreas();
    void findWanted();
    void decide();
    void decide(const QString& practice, const Wanted& wanted);
    Id makeLayer(const IdSource& ids);
    void makeAreas(const PracticeTable& table, const Id& layer, const IdSource& ids);
    Id commonIcb(const PracticeTable& table, qsizetype slot) const;

    const Plan& m_plan;
    const LayerRequest& m_request;
    const Layer* m_layer;
    QList<AreaSlot> m_areas;
    Memberships m_memberships;
    QMap<QString, Wanted> m_wanted;
    QList<Addition> m_additions;
    QList<QPair<Id, Value>> m_shares; // memberships that a split makes smaller
    QStringList m_overlapping;
    QList<RefusedRow> m_refused;
    StepBuilder m_builder;
};

void LayerBuilder::findAreas()
{
    QHash<Id, qsizetype> byId;
    QHash<QString, qsizetype> byName;
    QHash<QString, qsizetype> byCode;
    if (m_layer) {
        for (const Area& area : m_plan.areas) {
            if (area.layer != m_layer->id)
                continue;
            byId.insert(area.id, m_areas.size());
            byName.insert(area.name.toCaseFolded(), m_areas.size());
            if (!area.code.isEmpty())
                byCode.insert(area.code, m_areas.size());
            m_areas.append({area.id, area.name, area.code, false});
        }
        for (const PracticeMembership& membership : m_plan.practices) {
            if (const auto slot = byId.constFind(membership.area); slot != byId.constEnd())
                m_memberships[membership.practice][*slot] = membership.id;
        }
    }

    QList<AreaClaim> claims = m_request.claims;
    if (!m_request.keepOrder) {
        std::sort(claims.begin(), claims.end(), [](const AreaClaim& a, const AreaClaim& b) {
            return std::tie(a.area, a.areaCode, a.practice) < std::tie(b.area, b.areaCode, b.practice);
        });
    }
    for (const AreaClaim& claim : std::as_const(claims)) {
        const QString folded = claim.area.toCaseFolded();
        qsizetype slot = claim.areaCode.isEmpty() ? -1 : byCode.value(claim.areaCode, -1);
        if (slot < 0)
            slot = byName.value(folded, -1);
        if (slot < 0) {
            slot = m_areas.size();
            m_areas.append({Id(), claim.area, claim.areaCode, false});
            byName.insert(folded, slot);
            if (!claim.areaCode.isEmpty())
                byCode.insert(claim.areaCode, slot);
        }
        Wanted& wanted = m_wanted[claim.practice];
        wanted.name = claim.name;
        wanted.claims.append(claim);
        wanted.areas.append(slot);
    }
}

void LayerBuilder::findWanted()
{
    for (Wanted& wanted : m_wanted) {
        QList<qsizetype> distinct = wanted.areas;
        std::sort(distinct.begin(), distinct.end());
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
        wanted.areas = distinct;
    }
}

void LayerBuilder::decide()
{
    for (auto wanted = m_wanted.cbegin(); wanted != m_wanted.cend(); ++wanted)
        decide(wanted.key(), *wanted);
}

void LayerBuilder::decide(const QString& practice, const Wanted& wanted)
{
    const QMap<qsizetype, Id> present = m_memberships.value(practice);
    QList<qsizetype> all = present.keys();
    bool isNew = false;
    for (const qsizetype slot : wanted.areas) {
        if (!present.contains(slot)) {
            all.append(slot);
            isNew = true;
        }
    }
    if (!isNew)
        return;
    if (all.size() == 1) {
        m_additions.append({all.first(), practice, Value()});
        return;
    }

    std::sort(all.begin(), all.end(), [this](qsizetype a, qsizetype b) {
        return sharingKey(m_areas[a].code, m_areas[a].name) < sharingKey(m_areas[b].code, m_areas[b].name);
    });
    QStringList names;
    for (const qsizetype slot : std::as_const(all))
        names.append(m_areas[slot].name);
    m_overlapping.append(shownPractice(practice, wanted.name) + u": "_s + names.join(u", "_s));

    if (m_request.overlap == Overlap::SplitEqually) {
        const QList<Rate> shares = equalShares(all.size());
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (const auto membership = present.constFind(all[i]); membership != present.constEnd())
                m_shares.append({*membership, Value(shares[i])});
            else
                m_additions.append({all[i], practice, Value(shares[i])});
        }
        return;
    }
    for (const AreaClaim& claim : wanted.claims) {
        m_refused.append(
            {claim.line, QCoreApplication::translate(
                             "NeedImport", "practice %1 would stand in more than one area of the layer: %2.")
                             .arg(practice, names.join(u", "_s))});
    }
}

// A layer whose need was typed keeps it: practices would replace those figures unasked.
std::optional<Error> LayerBuilder::typedFault() const
{
    if (!m_layer || !m_layer->needDataset.isNull())
        return {};
    const bool typed = std::any_of(m_plan.areas.begin(), m_plan.areas.end(), [this](const Area& area) {
        return area.layer == m_layer->id && (area.population || area.weightedPopulation);
    });
    if (!typed)
        return {};
    return Error{QCoreApplication::translate(
                     "NeedImport",
                     "The layer “%1” has typed populations; choose another name for the layer of practices.")
                     .arg(m_layer->name)};
}

Id LayerBuilder::makeLayer(const IdSource& ids)
{
    const Id layer = m_layer ? m_layer->id : ids();
    if (!m_layer) {
        m_builder.add(Layer::type.id, layer);
        m_builder.set(Layer::type.id, layer, "name", m_request.layerName);
        m_builder.set(Layer::type.id, layer, "kind", QString(m_request.kind));
    }
    if (!m_layer || m_layer->needDataset.isNull()) {
        m_builder.set(Layer::type.id, layer, "needDataset", m_request.dataset);
        m_builder.set(Layer::type.id, layer, "needMeasure", QString(needMeasureId(NeedMeasure::Overall)));
    }
    const Place& place = m_plan.place();
    if (!place.id.isNull() && place.needLayer.isNull())
        m_builder.set(Place::type.id, place.id, "needLayer", layer);
    return layer;
}

void LayerBuilder::makeAreas(const PracticeTable& table, const Id& layer, const IdSource& ids)
{
    for (const Addition& addition : std::as_const(m_additions))
        m_areas[addition.slot].used = true;
    for (qsizetype i = 0; i < m_areas.size(); ++i) {
        AreaSlot& slot = m_areas[i];
        if (!slot.used || !slot.id.isNull())
            continue;
        slot.id = ids();
        m_builder.add(Area::type.id, slot.id);
        m_builder.set(Area::type.id, slot.id, "layer", layer);
        m_builder.set(Area::type.id, slot.id, "name", slot.name);
        m_builder.set(Area::type.id, slot.id, "code", slot.code);
        m_builder.set(Area::type.id, slot.id, "icb", commonIcb(table, i));
    }
}

// The plan's partner for the ICB that all the practices of a new area belong to; null when they belong to several.
Id LayerBuilder::commonIcb(const PracticeTable& table, qsizetype slot) const
{
    QString icb;
    for (const Addition& addition : m_additions) {
        const Practice* practice = addition.slot == slot ? table.find(addition.practice) : nullptr;
        if (!practice)
            continue;
        if (!icb.isEmpty() && icb != practice->icb)
            return {};
        icb = practice->icb;
    }
    for (const Partner& partner : m_plan.partners) {
        if (partner.kind == partnerKind::icb && !icb.isEmpty() && partner.code == icb)
            return partner.id;
    }
    return {};
}

NeedImport LayerBuilder::build(const PracticeTable& table, const IdSource& ids)
{
    const Id layer = makeLayer(ids);
    makeAreas(table, layer, ids);
    for (const auto& [membership, share] : std::as_const(m_shares))
        m_builder.set(PracticeMembership::type.id, membership, "share", share);
    for (const Addition& addition : std::as_const(m_additions)) {
        const Id membership = ids();
        m_builder.add(PracticeMembership::type.id, membership);
        m_builder.set(PracticeMembership::type.id, membership, "area", m_areas[addition.slot].id);
        m_builder.set(PracticeMembership::type.id, membership, "practice", addition.practice);
        m_builder.set(PracticeMembership::type.id, membership, "share", addition.share);
    }

    NeedImport made;
    made.step = m_builder.step(m_request.what);
    made.refused = m_refused;
    made.overlapping = m_overlapping;
    for (auto wanted = m_wanted.cbegin(); wanted != m_wanted.cend(); ++wanted) {
        if (!table.find(wanted.key()))
            made.unmatched.append(shownPractice(wanted.key(), wanted->name));
    }
    made.notInAnyArea = practicesInNoArea(m_builder.plan(), layer, table);
    made.summary = layerSummary(m_builder.plan(), layer, table, made);
    return made;
}

} // namespace

const Layer* layerNamed(const Plan& plan, const QString& name)
{
    const QString folded = name.trimmed().toCaseFolded();
    for (const Layer& layer : plan.layers) {
        if (layer.name.trimmed().toCaseFolded() == folded)
            return &layer;
    }
    return nullptr;
}

Result<NeedImport> importLayer(const Plan& plan, const PracticeTable& table, const LayerRequest& request,
                               const IdSource& ids)
{
    LayerBuilder builder(plan, request);
    if (const auto fault = builder.typedFault())
        return *fault;
    if (!builder.refused().isEmpty() && !request.skipRefused)
        return refusal(request.fileName, builder.refused());
    if (builder.isEmpty()) {
        return Error{
            QCoreApplication::translate("NeedImport", "Nothing to add: the layer “%1” stands as it is.")
                .arg(request.layerName)};
    }
    return builder.build(table, ids);
}

QByteArray sharingKey(const QString& code, const QString& name)
{
    return (code.isEmpty() ? name : code).toUtf8();
}

QList<Rate> equalShares(qsizetype areas)
{
    constexpr int places = 12;
    constexpr qint64 hundred = 100'000'000'000'000;
    const qint64 each = hundred / areas;
    const qint64 left = hundred % areas;
    QList<Rate> shares;
    for (qsizetype i = 0; i < areas; ++i) {
        const QString digits = QString::number(each + (i < left ? 1 : 0)).rightJustified(places + 1, u'0');
        shares.append(Rate::parse(withoutFinalZeros(withPoint(digits, places))).value());
    }
    return shares;
}

Error refusal(const QString& fileName, const QList<RefusedRow>& refused)
{
    const RefusedRow& first = refused.first();
    QString where =
        fileName.isEmpty() ? QString() : QCoreApplication::translate("NeedImport", "“%1”").arg(fileName);
    if (first.line > 0) {
        where = QCoreApplication::translate("NeedImport", "“%1”, line %2")
                    .arg(fileName, QString::number(first.line));
    }
    QString text = where.isEmpty() ? first.reason : where + u": "_s + first.reason;
    if (refused.size() > 1) {
        text += u' ' + QCoreApplication::translate("NeedImport", "More rows refused: %1.")
                           .arg(withCommas(QString::number(refused.size() - 1)));
    }
    return {text};
}

} // namespace placewright
