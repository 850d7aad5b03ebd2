#pragma once

#include "core/rules/check.h"

namespace placewright {

// What one partner pays into pooled funds from one source in the year; no amount: not known, or nothing.
struct Income
{
    const Contribution* contribution = nullptr;
    std::optional<Money> amount;
    Status status = Status::Confirmed;
};

// Income and spend of one source, pooled money only.
struct SourceSum
{
    explicit SourceSum(const QString& code)
        : source(code)
    {
    }

    QString source; // empty: lines that name none
    Money income;   // of the contributions that have an amount
    Money spend;
    bool used = false;                 // some amount of either
    QList<CellRef> missing;            // contributions with no amount in the year; lines that name no source
    Status status = Status::Confirmed; // the worst of both
};

// All minimums of one kind that the plan holds for a year, and for one partner if one is named.
struct MinimumSum
{
    Money amount;
    Status status = Status::Confirmed;
    QList<CellRef> read;
    QList<CellRef> missing; // no amount, or no such minimum at all

    bool known() const { return missing.isEmpty(); }
};

// A pooled fund that spends or is paid into in the year, and its risk share.
struct PooledFund
{
    const Fund* fund = nullptr;
    const FundRisk* risk = nullptr;
    bool entered = false; // something of its agreement: what is absent then fails; else it is not known
};

// One year of a plan as the checks read it: pooled money only. Made once a year and shared by its checks.
class YearView
{
public:
    explicit YearView(const CheckInput& input); // refers to it
    explicit YearView(CheckInput&&) = delete;

    const Plan& plan() const { return m_input.plan; }
    const Rulebook& rulebook() const { return m_input.rulebook; }
    const Id& year() const { return m_year; }
    Key key() const { return Key{m_year, {}}; }
    const QList<const LedgerRow*>& rows() const { return m_rows; } // in plan order of lines
    const QList<Income>& incomes() const { return m_incomes; }     // in plan order
    const QList<SourceSum>& sources() const { return m_sources; }  // rulebook order, then others by code
    QList<PooledFund> funds() const;                               // in plan order
    qint32 position() const { return m_input.year; }               // in Plan::years
    const QDate& today() const { return m_input.today; }
    const Ledger& ledger() const { return m_input.ledger; }

    const Line& line(const LedgerRow& row) const { return m_input.plan.lines[row.line]; }
    const Scheme& scheme(const LedgerRow& row) const { return m_input.plan.schemes[row.scheme]; }
    const SourceSum* source(QStringView code) const;
    MinimumSum minimum(const QString& kind, const Id& inYear, const Id& partner = {}) const;

    Finding begin(const RulebookCheck& check, const Id& subject = {}) const;
    CellRef amountCell(const Contribution& contribution) const;
    CellRef lineCell(const LedgerRow& row, QLatin1StringView field) const;
    CellRef schemeCell(const LedgerRow& row, QLatin1StringView field) const;

private:
    void addSources();

    const CheckInput& m_input;
    Id m_year;
    QList<const LedgerRow*> m_rows;
    QList<Income> m_incomes;
    QList<SourceSum> m_sources;
};

// Writes the three figures and the status they give: a negative margin fails.
void settle(Finding& finding, Money required, Money planned, Money margin);
// The same where something needed is absent: no margin, status Unknown.
void leaveUnknown(Finding& finding, const QList<CellRef>& missing);

// The values of a parameter that is a text or a list of texts.
QString textParameter(const RulebookCheck& check, QLatin1StringView name);
QStringList listParameter(const RulebookCheck& check, QLatin1StringView name);

} // namespace placewright
