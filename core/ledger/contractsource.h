#pragma once

#include "core/contract/outcomepayment.h"
#include "core/ledger/areaneed.h"

namespace placewright {

// A line that pays a contract.
struct PayingLine
{
    Id line;
    std::optional<Rate> share;
    bool hasAmount = false; // of its own as well, which it must not

    friend bool operator==(const PayingLine&, const PayingLine&) = default;
};

// An indicator as one version of terms pays it, with its results.
struct IndicatorSource
{
    IndicatorTerms terms;
    ContractIndicator indicator;
    QList<IndicatorResult> results; // in plan order

    friend bool operator==(const IndicatorSource&, const IndicatorSource&) = default;
};

// Everything of a plan that one version of one contract rests on. Rows are shared with the plan, so two of them compare
// quickly: what is equal pays the same.
struct ContractSource
{
    Contract contract;
    ContractVersion version;
    QList<IndicatorSource> indicators; // in plan order of the terms
    QList<ContractActivity> activities;
    QList<ContractPeople> people;
    QList<Area> areas; // covered, in plan order
    bool layerKnown = false;
    QList<ByFifth<std::optional<People>>> needPeople; // beside areas: of the plan's population groups
    QList<PayingLine> lines;                          // in plan order
    QList<qint64> numbers;                            // of all versions of the contract

    friend bool operator==(const ContractSource&, const ContractSource&) = default;
};

// Finds the rows of contracts by their owners, once for all contracts of a plan. Refers to both.
class ContractSources
{
public:
    ContractSources(const Plan& plan, const QList<LayerNeed>& needs);

    QList<const ContractVersion*> versionsOf(const Id& contract) const; // by number, then plan order
    // The one that the contract names, else the highest; null: there is none.
    const ContractVersion* versionOf(const Contract& contract) const;
    ContractSource source(const Contract& contract, const ContractVersion& version) const;

private:
    template <class T> using ByOwner = QHash<Id, QList<const T*>>;

    QList<ByFifth<std::optional<People>>> needPeople(const Contract& contract,
                                                     const QList<Area>& areas) const;

    const Plan& m_plan;
    const QList<LayerNeed>& m_needs;
    QList<qsizetype> m_fifths; // positions in Plan::populationGroups; empty: the plan has no fifths
    ByOwner<ContractVersion> m_versions;
    ByOwner<IndicatorTerms> m_terms;
    ByOwner<IndicatorResult> m_results;
    ByOwner<ContractActivity> m_activities;
    ByOwner<ContractPeople> m_people;
    ByOwner<Line> m_lines;
    ByOwner<Area> m_areas; // by layer
};

} // namespace placewright
