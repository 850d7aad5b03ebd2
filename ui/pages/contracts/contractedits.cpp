#include "ui/pages/contracts/contractedits.h"

#include "core/plan/names.h"
#include "core/words/headlines.h"
#include "ui/models/contractcells.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractEdits)
};

void copyCells(StepBuilder& builder, const EntityType& type, const Id& from, const Id& to)
{
    const TableBase& table = *builder.plan().table(type.id);
    const Record cells = recordOf(type, table.at(table.positionOf(from)));
    for (const Cell& cell : cells)
        builder.set(type.id, to, cell.field, cell.key, cell.value);
}

// Everything that the version owns of one kind, for the other version.
template <class T>
void copyOwned(StepBuilder& builder, const Table<T>& rows, const Id& from, const Id& to,
               const std::function<Id()>& ids)
{
    for (const T& row : rows) {
        if (row.version != from)
            continue;
        const Id id = ids();
        builder.add(T::type.id, id);
        copyCells(builder, T::type, row.id, id);
        builder.set(T::type.id, id, u"version", Value(to));
    }
}

} // namespace

Id addContract(PlanDocument& document)
{
    const Plan& plan = document.plan();
    const Id contract = document.author().ids();
    const Id version = document.author().ids();
    const QString name = Words::tr("New contract");
    StepBuilder builder(plan);
    builder.add(Contract::type.id, contract)
        .set(Contract::type.id, contract, u"name", Value(name))
        .set(Contract::type.id, contract, u"layer", Value(needLayer(plan)));
    builder.add(ContractVersion::type.id, version)
        .set(ContractVersion::type.id, version, u"contract", Value(contract))
        .set(ContractVersion::type.id, version, u"number", Value::count(1));
    return document.commit(builder.step(Words::tr("Added %1").arg(name))) ? contract : Id();
}

Id copyVersion(PlanDocument& document, const Id& version)
{
    const Plan& plan = document.plan();
    const ContractVersion* from = plan.contractVersions.find(version);
    if (!from)
        return {};
    qint64 highest = 0;
    for (const ContractVersion& one : plan.contractVersions)
        if (one.contract == from->contract)
            highest = std::max(highest, one.number.value_or(0));
    const std::function<Id()> ids = document.author().ids;
    const Id to = ids();
    StepBuilder builder(plan);
    builder.add(ContractVersion::type.id, to);
    copyCells(builder, ContractVersion::type, version, to);
    builder.set(ContractVersion::type.id, to, u"number", Value::count(highest + 1));
    builder.set(ContractVersion::type.id, to, u"name", Value());
    copyOwned(builder, plan.indicatorTerms, version, to, ids);
    copyOwned(builder, plan.contractActivities, version, to, ids);
    const QString what = Words::tr("%1: version %2 of its terms, copied from version %3")
                             .arg(nameOf(plan, Contract::type.id, from->contract))
                             .arg(highest + 1)
                             .arg(from->number.value_or(0));
    return document.commit(builder.step(what)) ? to : Id();
}

bool setExpected(PlanDocument& document, const Id& indicator, int fifth, const Key& key, qint64 counted)
{
    const Plan& plan = document.plan();
    StepBuilder builder(plan);
    Id result;
    for (const IndicatorResult& one : plan.indicatorResults)
        if (one.indicator == indicator && one.fifth == fifth + 1 && result.isNull())
            result = one.id;
    if (result.isNull()) {
        result = document.author().ids();
        builder.add(IndicatorResult::type.id, result)
            .set(IndicatorResult::type.id, result, u"indicator", Value(indicator))
            .set(IndicatorResult::type.id, result, u"fifth", Value::count(fifth + 1));
    }
    builder.set(IndicatorResult::type.id, result, key.area.isNull() ? u"likely" : u"areaLikely", key,
                Value::count(counted));
    const QString what = Words::tr("%1, fifth %2: %3 expected")
                             .arg(nameOf(plan, ContractIndicator::type.id, indicator))
                             .arg(fifth + 1)
                             .arg(formatDecimal(Ratio(counted), 0, Rounding::HalfAwayFromZero));
    return document.commit(builder.step(what));
}

bool setCounting(PlanDocument& document, const Id& contract, const Id& version)
{
    const Plan& plan = document.plan();
    const ContractVersion* of = plan.contractVersions.find(version);
    StepBuilder builder(plan);
    builder.set(Contract::type.id, contract, u"version",
                of && of->number ? Value::count(*of->number) : Value());
    return document.commit(builder.step(Words::tr("%1: version %2 counts")
                                            .arg(nameOf(plan, Contract::type.id, contract))
                                            .arg(of ? of->number.value_or(0) : 0)));
}

} // namespace placewright
