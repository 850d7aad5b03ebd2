#include "core/ledger/layerfigures.h"

#include "core/place/codeset.h"

#include <QCryptographicHash>

#include <algorithm>

namespace placewright {

using Fault = AreaFigures::Fault;

namespace {

// Whether an area's own code is one of the units it is made of: a district with a district added to it keeps its own.
bool isSameKind(const QString& code, const QString& unit)
{
    static const QStringList councils{QStringLiteral("E06"), QStringLiteral("E07"), QStringLiteral("E08"),
                                      QStringLiteral("E09"), QStringLiteral("E10")};
    const QString kind = code.left(3);
    return kind == unit.left(3) || (councils.contains(kind) && councils.contains(unit.left(3)));
}

} // namespace

LayerFigures::LayerFigures(const Plan& plan, const Layer& layer, const NeedTables& tables)
    : m_plan(plan)
    , m_layer(layer)
    , m_tables(tables)
{
    for (qsizetype i = 0; i < plan.areas.size(); ++i)
        if (plan.areas[i].layer == layer.id)
            m_areas.append(i);
    m_units.areas = m_areas.size();
    m_units.codeSet = isMadeOfPractices() ? QString(codeSet::practice) : layer.unitSet;
    QCryptographicHash fingerprint(QCryptographicHash::Sha1);
    fingerprint.addData(m_units.codeSet.toUtf8());
    for (const NeedDataset& dataset : plan.needDatasets) {
        if (const auto lookup = tables.lookups.value(dataset.hash);
            lookup && dataset.kind == needDatasetKind::lookup) {
            m_lookups.append(lookup);
            fingerprint.addData(dataset.hash.toLatin1());
        }
    }
    if (isMadeOfPractices())
        addPractices();
    else
        addUnits();
    QMap<QString, QByteArray> ordered; // a hash has no order of its own
    for (auto unit = m_units.slotOf.cbegin(); unit != m_units.slotOf.cend(); ++unit)
        ordered.insert(unit.key(), QByteArray::number(*unit));
    for (auto practice = m_practices.cbegin(); practice != m_practices.cend(); ++practice)
        for (const auto& [slot, share] : *practice)
            ordered[practice.key()] += QByteArray::number(slot) + '*' +
                                       decimalText(share, 14, Rounding::HalfToEven).toLatin1() + ' ';
    for (auto unit = ordered.cbegin(); unit != ordered.cend(); ++unit) {
        fingerprint.addData(unit.key().toUtf8());
        fingerprint.addData(":" + *unit + "\n");
    }
    fingerprint.addData(QByteArray::number(m_units.areas));
    if (const NeedDataset* people = plan.needDatasets.find(layer.populationDataset)) // they share split codes
        fingerprint.addData((u'\n' + tableKey(*people) + u'\n' + layer.populationMeasure).toUtf8());
    m_fingerprint = fingerprint.result();
}

bool LayerFigures::isMadeOfPractices() const
{
    return m_layer.unitSet.isEmpty() || m_layer.unitSet == codeSet::practice;
}

void LayerFigures::addPractices()
{
    QHash<Id, qsizetype> slotOfArea;
    for (qsizetype slot = 0; slot < m_areas.size(); ++slot)
        slotOfArea.insert(m_plan.areas[m_areas[slot]].id, slot);
    for (const PracticeMembership& membership : m_plan.practices) {
        const qsizetype slot = slotOfArea.value(membership.area, -1);
        if (slot < 0)
            continue;
        const Ratio share = membership.share ? membership.share->exact() / Ratio(100) : Ratio(1);
        m_practices[membership.practice].append({slot, share});
        m_units.slotOf.insert(membership.practice, slot);
    }
}

void LayerFigures::addUnits()
{
    QHash<Id, qsizetype> slotOfArea;
    for (qsizetype slot = 0; slot < m_areas.size(); ++slot)
        slotOfArea.insert(m_plan.areas[m_areas[slot]].id, slot);
    QList<QString> made(m_areas.size()); // a unit of each area that has any
    const auto claim = [this](const QString& code, qsizetype slot) {
        const auto known = m_units.slotOf.constFind(code);
        if (known == m_units.slotOf.cend())
            m_units.slotOf.insert(code, slot);
        else if (*known != slot && !m_units.shared.contains(code))
            m_units.shared.append(code);
    };
    for (const AreaUnit& unit : m_plan.areaUnits) {
        const qsizetype slot = slotOfArea.value(unit.area, -1);
        if (slot < 0)
            continue;
        made[slot] = unit.code;
        claim(unit.code, slot);
    }
    for (qsizetype slot = 0; slot < m_areas.size(); ++slot)
        if (const QString& code = m_plan.areas[m_areas[slot]].code;
            !code.isEmpty() && (made[slot].isEmpty() || isSameKind(code, made[slot])))
            claim(code, slot);
    m_units.shared.sort();
    for (const QString& code : std::as_const(m_units.shared))
        m_units.slotOf.remove(code);
}

const FigureTable* LayerFigures::table(const Id& dataset) const
{
    const NeedDataset* held = m_plan.needDatasets.find(dataset);
    return held ? m_tables.figuresOf(*held) : nullptr;
}

const FigureColumn* LayerFigures::column(const Id& dataset, const QString& measure) const
{
    const FigureTable* found = table(dataset);
    return found ? found->column(measure) : nullptr;
}

std::shared_ptr<const AreaFigures> LayerFigures::none(Fault fault) const
{
    AreaFigures made;
    made.fault = fault;
    made.areas.resize(m_units.areas);
    return std::make_shared<const AreaFigures>(made);
}

PeopleColumn LayerFigures::peopleFor(const FigureTable& table) const
{
    const auto from = [&](const Id& dataset, const QString& measure) -> PeopleColumn {
        const FigureTable* people = this->table(dataset);
        const FigureColumn* found = people ? people->column(measure) : nullptr;
        if (!found || !addsUp(found->kind) || people->codeSet() != table.codeSet())
            return {};
        return {people, found, (tableKey(*m_plan.needDatasets.find(dataset)) + u'\n' + measure).toUtf8()};
    };
    if (const PeopleColumn chosen = from(m_layer.populationDataset, m_layer.populationMeasure); chosen.column)
        return chosen;
    if (const PeopleColumn registered = from(m_layer.needDataset, registeredPeople); registered.column)
        return registered;
    for (const NeedDataset& dataset :
         m_plan.needDatasets) { // people of the same units, wherever the plan has them
        for (const QLatin1StringView measure : {registeredPeople, QLatin1StringView("people.all")})
            if (const PeopleColumn people = from(dataset.id, measure); people.column)
                return people;
    }
    return {};
}

std::shared_ptr<const AreaJoin> LayerFigures::join(const FigureTable& table, const QByteArray& key) const
{
    return m_tables.cache->get<AreaJoin>(m_fingerprint + key, [&] {
        if (!isMadeOfPractices() || table.codeSet() != codeSet::practice) {
            const PeopleColumn people =
                m_layer.populationDataset.isNull()
                    ? PeopleColumn()
                    : PeopleColumn{this->table(m_layer.populationDataset),
                                   column(m_layer.populationDataset, m_layer.populationMeasure),
                                   {}};
            const bool ofUnits = people.table && people.column && people.table->codeSet() == m_units.codeSet;
            return joinAreas(table, m_units, {m_lookups.constData(), static_cast<size_t>(m_lookups.size())},
                             ofUnits ? PeopleOfUnit([people](const QString& unit) { return people.of(unit); })
                                     : PeopleOfUnit());
        }
        AreaJoin made;
        for (auto practice = m_practices.cbegin(); practice != m_practices.cend(); ++practice) {
            const qsizetype row = table.row(practice.key());
            if (row < 0) {
                made.missing.append(practice.key());
                continue;
            }
            for (const auto& [slot, share] : *practice)
                made.parts.append({row, slot, share});
        }
        std::sort(made.parts.begin(), made.parts.end(), [](const AreaJoin::Part& a, const AreaJoin::Part& b) {
            return std::tie(a.row, a.slot) < std::tie(b.row, b.slot);
        });
        made.missing.sort();
        return made;
    });
}

std::shared_ptr<const AreaFigures> LayerFigures::figures(const Id& dataset, const QString& measure,
                                                         FigureUse use) const
{
    const FigureTable* found = table(dataset);
    if (!found)
        return none(Fault::NoDataset);
    const FigureColumn* column = found->column(measure);
    if (!column)
        return none(Fault::NoMeasure);
    const PeopleColumn people = peopleFor(*found);
    const QByteArray tableName = tableKey(*m_plan.needDatasets.find(dataset)).toUtf8();
    const QByteArray key = m_fingerprint + tableName + '\n' + measure.toUtf8() + '\n' + people.key +
                           (use == FigureUse::ToOrder ? "o" : "w");
    return m_tables.cache->get<AreaFigures>(key, [&] {
        return figuresByArea(*found, *column, *join(*found, tableName), m_units.areas, people, use);
    });
}

std::shared_ptr<const AreaFigures> LayerFigures::peopleInFifth(const Id& dataset, const QString& measure,
                                                               int fifth) const
{
    const FigureTable* found = table(dataset);
    if (!found)
        return none(Fault::NoDataset);
    const FigureColumn* column = found->column(measure);
    if (!column)
        return none(Fault::NoMeasure);
    if (column->kind != FigureKind::Decile && column->kind != FigureKind::Rank)
        return none(Fault::NotForThis);
    const auto beyond = [last = found->size() * figureUnits](qint64 rank) { return rank > last; };
    if (column->kind == FigureKind::Rank && std::any_of(column->values.begin(), column->values.end(), beyond))
        return none(Fault::NotForThis); // a part of the ranked areas: how many there are is not known
    const PeopleColumn people = peopleFor(*found);
    const QByteArray tableName = tableKey(*m_plan.needDatasets.find(dataset)).toUtf8();
    const QByteArray key = m_fingerprint + tableName + '\n' + measure.toUtf8() + '\n' + people.key + 'f' +
                           QByteArray::number(fifth);
    return m_tables.cache->get<AreaFigures>(key, [&] {
        return peopleWhere(
            *found, *column, *join(*found, tableName), m_units.areas, people,
            [&](qint64 figure) { return fifthOf(column->kind, figure, found->size()) == fifth; });
    });
}

AreaWeights LayerFigures::weights(const Id& dataset, const QString& measure) const
{
    AreaWeights made;
    made.problem = {Fault::None, dataset, measure, {}};
    const std::shared_ptr<const AreaFigures> found = figures(dataset, measure, FigureUse::ToWeigh);
    made.problem.fault = found->fault;
    made.estimated = !found->split.isEmpty();
    if (made.problem)
        return made;
    const bool signedOrReversed = column(dataset, measure)->orientation == Orientation::LowIsMore;
    if (signedOrReversed && averages(found->kind)) {
        made.problem.fault = Fault::Reversed;
        return made;
    }
    const auto failing = [&](auto fails) {
        QStringList names;
        for (qsizetype slot = 0; slot < m_areas.size(); ++slot)
            if (fails(found->areas.at(slot)))
                names.append(m_plan.areas[m_areas[slot]].name);
        return names;
    };
    using One = AreaFigures::One;
    made.problem.areas = failing([](const One& one) { return !one.sum || one.missing > 0; });
    if (!made.problem.areas.isEmpty()) {
        made.problem.fault = Fault::Incomplete;
        return made;
    }
    made.problem.areas = failing([](const One& one) { return one.negative > 0; });
    if (!made.problem.areas.isEmpty()) {
        made.problem.fault = Fault::Negative;
        return made;
    }
    for (const One& one : found->areas)
        made.weights.append(People::fromUnits(*one.sum));
    return made;
}

} // namespace placewright
