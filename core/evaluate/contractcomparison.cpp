#include "core/evaluate/contractreview.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// What a version is about, rather than which it is.
bool isTerm(const Field& field)
{
    return field.id != "contract"_L1 && field.id != "version"_L1 && field.id != "number"_L1 &&
           field.id != "name"_L1 && field.id != "indicator"_L1 && field.id != "note"_L1;
}

std::optional<Ratio> numberOf(const Value& value)
{
    if (value.fits(ValueType::Rate))
        return value.rate()->exact();
    if (value.fits(ValueType::Count))
        return Ratio(*value.count());
    return std::nullopt;
}

class Comparison
{
public:
    Comparison(const Plan& plan, const ContractPayment& a, const ContractPayment& b)
        : m_plan(plan)
        , m_a(a)
        , m_b(b)
    {
    }

    QList<VersionRow> rows()
    {
        compareFields(ContractVersion::type, m_plan.contractVersions.find(m_a.terms.version),
                      m_plan.contractVersions.find(m_b.terms.version), {});
        compareIndicators();
        compareActivities();
        compareMoney();
        return std::move(m_rows);
    }

private:
    void append(VersionRow row)
    {
        if (!row.a.isNull() && !row.b.isNull()) {
            if (row.a.fits(ValueType::Money) && row.b.fits(ValueType::Money))
                row.difference = *row.b.money() - *row.a.money();
            else if (const auto from = numberOf(row.a), to = numberOf(row.b); from && to)
                row.difference = *to - *from;
        }
        m_rows.append(row);
    }

    // Either may be null: terms that one version alone has. `as` says what the rows are of.
    void compareFields(const EntityType& type, const void* a, const void* b, const VersionRow& as)
    {
        for (const Field& field : type.fields) {
            if (!isTerm(field))
                continue;
            QList<Key> keys{Key()};
            if (field.keyedBy != KeyedBy::Nothing) {
                keys = (a ? field.keys(a) : QList<Key>()) + (b ? field.keys(b) : QList<Key>());
                std::sort(keys.begin(), keys.end());
                keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
            }
            for (const Key& key : std::as_const(keys)) {
                VersionRow row = as;
                row.field = field.id;
                row.key = key;
                row.a = a ? field.get(a, key) : Value();
                row.b = b ? field.get(b, key) : Value();
                if (!isSame(row.a, row.b))
                    append(row);
            }
        }
    }

    // "2" and "2.00" are the same percentage.
    static bool isSame(const Value& a, const Value& b)
    {
        if (a == b)
            return true;
        if (a.isNull() || b.isNull())
            return false;
        const std::optional<Ratio> from = numberOf(a);
        const std::optional<Ratio> to = numberOf(b);
        return from && to && *from == *to;
    }

    const IndicatorTerms* termsOf(const ContractPayment& payment, const Id& indicator) const
    {
        for (const IndicatorTerms& terms : m_plan.indicatorTerms)
            if (terms.version == payment.terms.version && terms.indicator == indicator)
                return &terms;
        return nullptr;
    }

    void compareIndicators()
    {
        for (const ContractIndicator& indicator : m_plan.contractIndicators) {
            if (indicator.contract != m_a.terms.contract)
                continue;
            VersionRow as;
            as.kind = VersionRow::Kind::Indicator;
            as.indicator = indicator.id;
            compareFields(IndicatorTerms::type, termsOf(m_a, indicator.id), termsOf(m_b, indicator.id), as);
        }
    }

    const ContractActivity* activityOf(const ContractPayment& payment, const QString& name) const
    {
        for (const ContractActivity& activity : m_plan.contractActivities)
            if (activity.version == payment.terms.version && activity.name == name)
                return &activity;
        return nullptr;
    }

    // Each version has activities of its own: those of one name are the same.
    void compareActivities()
    {
        QStringList names;
        for (const Id& version : {m_a.terms.version, m_b.terms.version})
            for (const ContractActivity& activity : m_plan.contractActivities)
                if (activity.version == version && !names.contains(activity.name))
                    names.append(activity.name);
        for (const QString& name : std::as_const(names)) {
            VersionRow as;
            as.kind = VersionRow::Kind::Activity;
            as.activity = name;
            compareFields(ContractActivity::type, activityOf(m_a, name), activityOf(m_b, name), as);
        }
    }

    static Money amountOf(const ContractYearPayment& year, VersionRow::Amount amount)
    {
        switch (amount) {
        case VersionRow::Amount::Fixed:
            return year.outcome.total.fixed;
        case VersionRow::Amount::RingFence:
            return year.outcome.total.ringFencePaid;
        case VersionRow::Amount::AtRisk:
            return year.outcome.total.atRisk;
        case VersionRow::Amount::Earned:
            return year.outcome.total.earned;
        case VersionRow::Amount::Payment:
            break;
        }
        return year.payment;
    }

    void compareMoney()
    {
        QStringList years;
        for (const ContractPayment* payment : {&m_a, &m_b})
            for (const ContractYearPayment& year : payment->years)
                if (!years.contains(year.year))
                    years.append(year.year);
        std::sort(years.begin(), years.end());
        using Amount = VersionRow::Amount;
        for (const QString& year : std::as_const(years))
            for (const Amount amount :
                 {Amount::Fixed, Amount::AtRisk, Amount::Earned, Amount::RingFence, Amount::Payment}) {
                VersionRow row;
                row.kind = VersionRow::Kind::Money;
                row.amount = amount;
                row.key = Key{Id(year), {}};
                if (const ContractYearPayment* found = m_a.yearOf(year))
                    row.a = amountOf(*found, amount);
                if (const ContractYearPayment* found = m_b.yearOf(year))
                    row.b = amountOf(*found, amount);
                append(row);
            }
    }

    const Plan& m_plan;
    const ContractPayment& m_a;
    const ContractPayment& m_b;
    QList<VersionRow> m_rows;
};

} // namespace

QList<VersionRow> compareVersions(const Plan& plan, const ContractPayment& a, const ContractPayment& b)
{
    return Comparison(plan, a, b).rows();
}

} // namespace placewright
