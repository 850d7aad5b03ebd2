#include "core/rules/yearview.h"

#include <QJsonArray>

#include <algorithm>

namespace placewright {

YearView::YearView(const CheckInput& input)
    : m_input(input)
    , m_year(input.plan.years[input.year].id)
{
    for (const LedgerRow& row : input.ledger.rows)
        if (row.year == input.year && !row.aligned)
            m_rows.append(&row);

    for (const Contribution& contribution : input.plan.contributions) {
        const Fund* fund = input.plan.funds.find(contribution.fund);
        if (fund && fund->kind == fundKind::aligned)
            continue;
        Income income{&contribution, {}, Status::Confirmed};
        const auto amount = contribution.amount.constFind(key());
        if (amount != contribution.amount.constEnd()) {
            income.amount = *amount;
            income.status = statusFromId(contribution.status.value(key()));
        }
        m_incomes.append(income);
    }
    addSources();
}

void YearView::addSources()
{
    const QList<RulebookEntry>& listed = m_input.rulebook.list(u"sources");
    for (const RulebookEntry& entry : listed)
        m_sources.append(SourceSum(entry.value));

    const auto sumOf = [this](const QString& code) -> SourceSum& {
        for (SourceSum& sum : m_sources)
            if (sum.source == code)
                return sum;
        m_sources.append(SourceSum(code));
        return m_sources.last();
    };
    for (const Income& income : m_incomes) {
        SourceSum& sum = sumOf(income.contribution->source);
        if (!income.amount) {
            sum.missing.append(amountCell(*income.contribution));
            continue;
        }
        sum.income += *income.amount;
        sum.used = true;
        sum.status = worst(sum.status, income.status);
    }
    for (const LedgerRow* row : m_rows) {
        SourceSum& sum = sumOf(line(*row).source);
        if (sum.source.isEmpty())
            sum.missing.append(lineCell(*row, QLatin1StringView("source")));
        sum.spend += row->amount;
        sum.used = true;
        sum.status = worst(sum.status, row->status);
    }
    std::sort(m_sources.begin() + listed.size(), m_sources.end(),
              [](const SourceSum& a, const SourceSum& b) { return a.source < b.source; });
}

const SourceSum* YearView::source(QStringView code) const
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [&](const SourceSum& sum) { return sum.source == code; });
    return found == m_sources.end() ? nullptr : &*found;
}

MinimumSum YearView::minimum(const QString& kind, const Id& inYear, const Id& partner) const
{
    MinimumSum sum;
    for (const Minimum& minimum : m_input.plan.minimums) {
        if (minimum.year != inYear || minimum.kind != kind ||
            (!partner.isNull() && minimum.partner != partner))
            continue;
        const CellRef cell{QStringLiteral("minimum"), minimum.id, QStringLiteral("amount"), {}};
        sum.read.append(cell);
        if (!minimum.amount) {
            sum.missing.append(cell);
            continue;
        }
        sum.amount += *minimum.amount;
        sum.status = worst(sum.status, statusFromId(minimum.status));
    }
    if (sum.read.isEmpty())
        sum.missing.append({QStringLiteral("minimum"), {}, QStringLiteral("amount"), {}});
    return sum;
}

namespace {

template <class T> bool anyOf(const Table<T>& table, const Id& fund)
{
    return std::any_of(table.begin(), table.end(), [&](const T& entity) { return entity.fund == fund; });
}

bool agreementEntered(const Plan& plan, const Fund& fund)
{
    Fund bare; // what a fund has without an agreement
    bare.id = fund.id;
    bare.name = fund.name;
    bare.kind = fund.kind;
    bare.host = fund.host;
    bare.note = fund.note;
    return !(bare == fund) || anyOf(plan.fundPartners, fund.id) || anyOf(plan.fundFunctions, fund.id) ||
           anyOf(plan.fundReports, fund.id) || anyOf(plan.riskTerms, fund.id);
}

} // namespace

QList<PooledFund> YearView::funds() const
{
    QList<PooledFund> funds;
    for (const FundRisk& risk : m_input.risks) {
        const Fund* fund = m_input.plan.funds.find(risk.fund);
        if (risk.year == m_year.text())
            funds.append({fund, &risk, agreementEntered(m_input.plan, *fund)});
    }
    return funds;
}

Finding YearView::begin(const RulebookCheck& check, const Id& subject) const
{
    Finding finding;
    finding.rule = check.rule;
    finding.rulebook = m_input.rulebook.id;
    finding.year = m_year.text();
    finding.subject = subject;
    finding.severity = check.severity;
    return finding;
}

CellRef YearView::amountCell(const Contribution& contribution) const
{
    return {QStringLiteral("contribution"), contribution.id, QStringLiteral("amount"), key()};
}

CellRef YearView::lineCell(const LedgerRow& row, QLatin1StringView field) const
{
    return {QStringLiteral("line"), line(row).id, field, {}};
}

CellRef YearView::schemeCell(const LedgerRow& row, QLatin1StringView field) const
{
    return {QStringLiteral("scheme"), scheme(row).id, field, {}};
}

void settle(Finding& finding, Money required, Money planned, Money margin)
{
    finding.required = required;
    finding.planned = planned;
    finding.margin = margin;
    finding.status = margin.isNegative() ? FindingStatus::Fail : FindingStatus::Pass;
}

void leaveUnknown(Finding& finding, const QList<CellRef>& missing)
{
    finding.margin = std::monostate();
    finding.status = FindingStatus::Unknown;
    finding.missing = missing;
}

QString textParameter(const RulebookCheck& check, QLatin1StringView name)
{
    return check.parameters.value(name).toString();
}

QStringList listParameter(const RulebookCheck& check, QLatin1StringView name)
{
    QStringList values;
    for (const QJsonValue& value : check.parameters.value(name).toArray())
        values.append(value.toString());
    return values;
}

} // namespace placewright
