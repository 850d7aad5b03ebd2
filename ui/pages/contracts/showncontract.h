#pragma once

#include "core/evaluate/contractreview.h"
#include "ui/document/plandocument.h"

namespace placewright {

// What the page shows: one version of one contract, one of its indicators, in one year of its term. All views share it. What
// it works out is kept until the plan changes.
class ShownContract
{
public:
    explicit ShownContract(const PlanDocument& document)
        : m_document(document)
    {
    }

    void choose(const Id& contract);
    void chooseVersion(const Id& version); // null: the one that counts
    void chooseIndicator(const Id& indicator);
    void refresh(); // reads the plan: what is gone gives way to what is there

    const Id& contractId() const { return m_contract; }
    const Id& versionId() const { return m_version; }
    const Id& indicatorId() const { return m_indicator; }
    const Contract* contract() const;       // null: the plan has none
    const ContractVersion* version() const; // null: it has no terms
    bool counts() const { return m_version == m_counting; }
    QList<const ContractVersion*> versions() const; // by number
    QList<Id> indicators() const;                   // of the contract, in plan order

    const QString& year() const { return m_year; } // of the term; the window's where that is of it
    bool isOtherYear() const { return m_year != m_document.year(); }
    QStringList termYears() const;  // empty: the term cannot be
    QStringList typedYears() const; // of the term, those that the plan has
    QList<Id> areas() const;        // paid area by area: those; else none

    // Of the version shown, at likely results. Null: no version.
    const ContractPayment* payment() const { return m_payment.get(); }
    const ContractYearPayment* paidYear() const; // null: terms have problems
    const ContractYear* termsYear() const;       // its figures
    std::shared_ptr<const ContractPayment> paymentOf(const Id& version) const;
    std::shared_ptr<const ContractPayment>
    paymentAt(ResultsAt at) const; // of the version shown; null: not paid
    ContractSource source() const; // of the version shown
    const ContractReview& review() const;

    // The sentence of what keeps the terms from being worked out at that cell; empty: nothing.
    QString problemAt(QAnyStringView entity, const Id& id, QAnyStringView field, const Key& key = {}) const;
    // One sentence why the cell cannot take the value, beside the other terms too; empty: it can.
    QString refusalOf(const CellRef& cell, const Field& field, const Value& value) const;

private:
    const PlanDocument& m_document;
    Id m_contract;
    Id m_chosenVersion; // null: whichever counts
    Id m_version;
    Id m_counting;
    Id m_indicator;
    QString m_year;
    std::shared_ptr<const ContractPayment> m_payment;
    mutable std::optional<ContractReview> m_review;
};

} // namespace placewright
