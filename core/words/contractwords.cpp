#include "core/words/contractwords.h"

#include "core/plan/names.h"
#include "core/words/contractphrases.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractWords)
};

QString paysAt(ResultsAt at)
{
    switch (at) {
    case ResultsAt::Low:
        return Words::tr("At low results the contract pays %1");
    case ResultsAt::High:
        return Words::tr("At high results the contract pays %1");
    case ResultsAt::Likely:
        break;
    }
    return Words::tr("At expected results the contract pays %1");
}

QString amountName(VersionRow::Amount amount)
{
    switch (amount) {
    case VersionRow::Amount::Fixed:
        return Words::tr("fixed");
    case VersionRow::Amount::RingFence:
        return Words::tr("teams and training");
    case VersionRow::Amount::AtRisk:
        return Words::tr("at risk on outcomes");
    case VersionRow::Amount::Earned:
        return Words::tr("earned on outcomes");
    case VersionRow::Amount::Payment:
        break;
    }
    return Words::tr("payment");
}

const Field* fieldOf(const VersionRow& row)
{
    switch (row.kind) {
    case VersionRow::Kind::Terms:
        return ContractVersion::type.field(row.field);
    case VersionRow::Kind::Indicator:
        return IndicatorTerms::type.field(row.field);
    case VersionRow::Kind::Activity:
        return ContractActivity::type.field(row.field);
    case VersionRow::Kind::Money:
        break;
    }
    return nullptr;
}

QString nameOfRow(const Plan& plan, const VersionRow& row)
{
    if (row.kind == VersionRow::Kind::Money)
        return Words::tr("%1: %2").arg(row.key.year.text(), amountName(row.amount));
    const Field* field = fieldOf(row);
    const QString label = field ? shownField(plan, *field, row.key) : row.field;
    if (row.kind == VersionRow::Kind::Indicator)
        return Words::tr("%1: %2").arg(nameOf(plan, ContractIndicator::type.id, row.indicator),
                                       lowered(label));
    if (row.kind == VersionRow::Kind::Activity)
        return Words::tr("%1: %2").arg(row.activity, lowered(label));
    return label;
}

QString shown(const Plan& plan, const VersionRow& row, const Value& value)
{
    if (value.isNull())
        return Words::tr("–");
    if (value.fits(ValueType::Money))
        return formatMoney(*value.money());
    const Field* field = fieldOf(row);
    return field ? shownValue(plan, *field, value) : valueToShown(value);
}

// "+0.50", "−12.00"
QString numberChange(const Ratio& change)
{
    const QString text = fewestPlaces(change);
    return change > Ratio(0) ? u"+"_s + text : text;
}

QString versionName(const Plan& plan, const Id& id)
{
    const ContractVersion* version = plan.contractVersions.find(id);
    return version && version->number ? Words::tr("version %1").arg(*version->number)
                                      : nameOf(plan, ContractVersion::type.id, id);
}

Money paidInAll(const ContractPayment& payment)
{
    Money sum;
    for (const ContractYearPayment& year : payment.years)
        sum += year.payment;
    return sum;
}

} // namespace

QString contractHeadline(const Plan& plan, const ContractPayment& payment, const QString& year)
{
    if (!payment.isPaid())
        return Words::tr("%1: what it pays cannot be worked out yet")
            .arg(nameOf(plan, Contract::type.id, payment.terms.contract));
    const ContractYearPayment* found = payment.yearOf(year);
    if (!found)
        return Words::tr("%1 does not run in %2")
            .arg(nameOf(plan, Contract::type.id, payment.terms.contract), year);
    const QString pays = paysAt(payment.terms.at).arg(formatMoney(found->payment));
    const Money above = found->payment - (found->outcome.total.base + found->activity);
    if (above.isZero())
        return Words::tr("%1, in full").arg(pays);
    return (above.isNegative() ? Words::tr("%1, %2 short of full") : Words::tr("%1, %2 above full"))
        .arg(pays, formatMoney(above.abs()));
}

QString contractCaption(const Plan& plan, const ContractPayment& payment)
{
    const Contract* contract = plan.contracts.find(payment.terms.contract);
    if (!payment.isPaid())
        return payment.terms.problems.isEmpty()
                   ? QString()
                   : contractProblemSentence(plan, payment.terms.problems.first());
    QStringList said;
    if (const Scheme* scheme = contract ? plan.schemes.find(contract->scheme) : nullptr) {
        said.append(lowered(scheme->name));
        if (!scheme->number.isEmpty())
            said.append(Words::tr("scheme %1").arg(scheme->number));
    }
    said.append(yearsShown(payment.years.size()));
    if (!contract || !contract->signedOn.isValid())
        said.append(Words::tr("a proposal"));
    return Words::tr("Outcome-weighted capitation: %1.").arg(said.join(u", "_s));
}

QString ownInputsSentence()
{
    return Words::tr("Inputs are the place’s own; there is no national default.");
}

ComparedRow comparedRow(const Plan& plan, const VersionRow& row)
{
    ComparedRow words{nameOfRow(plan, row), shown(plan, row, row.a), shown(plan, row, row.b), {}};
    if (const Money* money = std::get_if<Money>(&row.difference))
        words.difference = formatChange(*money);
    else if (const Ratio* number = std::get_if<Ratio>(&row.difference))
        words.difference = numberChange(*number);
    return words;
}

QString comparisonTitle(const Plan& plan, const ContractPayment& a, const ContractPayment& b)
{
    const QString first = versionName(plan, a.terms.version);
    const QString second = versionName(plan, b.terms.version);
    if (!a.isPaid() || !b.isPaid())
        return Words::tr("What %1 pays cannot be worked out yet").arg(a.isPaid() ? second : first);
    const Money more = paidInAll(b) - paidInAll(a);
    if (more.isZero())
        return capitalised(Words::tr("%1 and %2 pay the same over the term").arg(first, second));
    return capitalised((more.isNegative() ? Words::tr("%1 pays %2 less over the term than %3")
                                          : Words::tr("%1 pays %2 more over the term than %3"))
                           .arg(second, formatMoney(more.abs()), first));
}

} // namespace placewright
