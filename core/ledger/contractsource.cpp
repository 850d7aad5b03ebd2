#include "core/ledger/contractsource.h"

#include "core/ledger/grouppeople.h"

#include <algorithm>

namespace placewright {

namespace {

template <class T, class Owner> QHash<Id, QList<const T*>> byOwner(const Table<T>& table, Owner owner)
{
    QHash<Id, QList<const T*>> found;
    for (const T& row : table)
        if (const Id& id = row.*owner; !id.isNull())
            found[id].append(&row);
    return found;
}

template <class T> QList<T> copied(const QList<const T*>& rows)
{
    QList<T> values;
    values.reserve(rows.size());
    for (const T* row : rows)
        values.append(*row);
    return values;
}

} // namespace

ContractSources::ContractSources(const Plan& plan, const QList<LayerNeed>& needs)
    : m_plan(plan)
    , m_needs(needs)
{
    if (plan.contracts.isEmpty())
        return;
    m_fifths = deprivationFifths(plan);
    m_versions = byOwner(plan.contractVersions, &ContractVersion::contract);
    m_terms = byOwner(plan.indicatorTerms, &IndicatorTerms::version);
    m_results = byOwner(plan.indicatorResults, &IndicatorResult::indicator);
    m_activities = byOwner(plan.contractActivities, &ContractActivity::version);
    m_people = byOwner(plan.contractPeople, &ContractPeople::contract);
    m_lines = byOwner(plan.lines, &Line::contract);
    m_areas = byOwner(plan.areas, &Area::layer);
}

QList<const ContractVersion*> ContractSources::versionsOf(const Id& contract) const
{
    QList<const ContractVersion*> versions = m_versions.value(contract);
    std::stable_sort(
        versions.begin(), versions.end(),
        [](const ContractVersion* a, const ContractVersion* b) { return a->number < b->number; });
    return versions;
}

const ContractVersion* ContractSources::versionOf(const Contract& contract) const
{
    const QList<const ContractVersion*> versions = versionsOf(contract.id);
    if (!contract.version)
        return versions.isEmpty() ? nullptr : versions.last();
    const auto named = std::find_if(versions.begin(), versions.end(), [&](const ContractVersion* version) {
        return version->number == contract.version;
    });
    return named == versions.end() ? nullptr : *named;
}

ContractSource ContractSources::source(const Contract& contract, const ContractVersion& version) const
{
    ContractSource source;
    source.contract = contract;
    source.version = version;
    for (const IndicatorTerms* terms : m_terms.value(version.id))
        if (const ContractIndicator* indicator = m_plan.contractIndicators.find(terms->indicator))
            source.indicators.append({*terms, *indicator, copied(m_results.value(indicator->id))});
    source.activities = copied(m_activities.value(version.id));
    source.people = copied(m_people.value(contract.id));
    source.layerKnown = m_plan.layers.contains(contract.layer);
    for (const Area* area : m_areas.value(contract.layer))
        if (contract.covers.isEmpty() || contract.covers.value(Key{{}, area->id}))
            source.areas.append(*area);
    source.needPeople = needPeople(contract, source.areas);
    for (const Line* line : m_lines.value(contract.id))
        source.lines.append({line->id, line->contractShare, !line->amount.isEmpty()});
    for (const ContractVersion* one : m_versions.value(contract.id))
        if (one->number)
            source.numbers.append(*one->number);
    return source;
}

QList<ByFifth<std::optional<People>>> ContractSources::needPeople(const Contract& contract,
                                                                  const QList<Area>& areas) const
{
    QList<ByFifth<std::optional<People>>> people(areas.size());
    const auto need = std::find_if(m_needs.begin(), m_needs.end(),
                                   [&](const LayerNeed& one) { return one.layer == contract.layer; });
    if (contract.peopleFrom == contractPeople::typed || need == m_needs.end() || m_fifths.isEmpty())
        return people;
    QHash<Id, qsizetype> slotOf;
    for (qsizetype slot = 0; slot < need->areas.size(); ++slot)
        slotOf.insert(m_plan.areas[need->areas.at(slot).area].id, slot);
    for (qsizetype area = 0; area < areas.size(); ++area)
        if (const auto slot = slotOf.constFind(areas.at(area).id); slot != slotOf.cend())
            for (size_t fifth = 0; fifth < fifthCount; ++fifth)
                people[area][fifth] =
                    need->groups.at(m_fifths.at(static_cast<qsizetype>(fifth))).people.at(*slot);
    return people;
}

} // namespace placewright
