#include "core/words/agreementfindings.h"

#include "core/plan/names.h"
#include "core/words/phrases.h"
#include "core/words/refusalwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AgreementFindings)
};

constexpr qsizetype mostNamed = 3;

QString some(const QStringList& names)
{
    if (names.size() <= mostNamed + 1)
        return listed(names);
    return Words::tr("%1 and %2 more")
        .arg(names.mid(0, mostNamed).join(u", "_s))
        .arg(names.size() - mostNamed);
}

Money moneyOf(const Figure& figure)
{
    const Money* money = std::get_if<Money>(&figure);
    return money ? *money : Money();
}

qint64 countOf(const Figure& figure)
{
    const qint64* count = std::get_if<qint64>(&figure);
    return count ? *count : 0;
}

QString dateOf(const Figure& figure)
{
    const QDate* date = std::get_if<QDate>(&figure);
    return date ? dateShown(*date) : QString();
}

QString quoted(const Plan& plan, const EntityType& type, const Id& id)
{
    return u"“%1”"_s.arg(nameOf(plan, type.id, id));
}

// The two parts of a detail such as "better-care:fenwold".
std::pair<Id, QString> pairOf(const QString& detail)
{
    const qsizetype at = detail.indexOf(u':');
    return {Id(detail.left(at)), at < 0 ? QString() : detail.mid(at + 1)};
}

QStringList fundNames(const Plan& plan, const QStringList& ids)
{
    QStringList names;
    for (const QString& id : ids)
        names.append(quoted(plan, Fund::type, Id(id)));
    return names;
}

// "Pool manager (Better Care pool)".
QStringList fieldNames(const Plan& plan, const QStringList& details)
{
    QStringList names;
    for (const QString& detail : details) {
        const auto [fund, fieldId] = pairOf(detail);
        const Field* field = Fund::type.field(fieldId);
        names.append(u"%1 (%2)"_s.arg(field ? labelOf(*field) : fieldId, nameOf(plan, Fund::type.id, fund)));
    }
    return names;
}

QString districtSentence(const Finding& finding, const Rulebook& rulebook)
{
    const Money allocated = moneyOf(finding.required);
    const Money kept = moneyOf(finding.planned);
    QStringList said;
    if (kept == allocated && finding.status == FindingStatus::Fail && finding.details.isEmpty())
        said.append(Words::tr("An amount is typed below £0.00: enter what is passed down and retained."));
    else if (kept == allocated)
        said.append(
            Words::tr("All of %1 is passed down, or retained by agreement.").arg(formatMoney(allocated)));
    else if (kept < allocated)
        said.append(Words::tr("%1 of %2 is passed down, or retained by agreement: %3 short.")
                        .arg(formatMoney(kept), formatMoney(allocated), formatMoney(allocated - kept)));
    else
        said.append(Words::tr("%1 is passed down, or retained by agreement: %2 more than the %3 allocated.")
                        .arg(formatMoney(kept), formatMoney(kept - allocated), formatMoney(allocated)));
    if (!finding.details.isEmpty()) {
        const RulebookCheck* check = rulebook.check(finding.rule);
        const RulebookFact* fact =
            check ? rulebook.fact(check->parameters.value("passedDownBy"_L1).toString()) : nullptr;
        said.append(Words::tr("Some of it was passed down after %1.").arg(fact ? fact->value : QString()));
    }
    return said.join(u' ');
}

QString contributionSentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook)
{
    if (finding.status == FindingStatus::Pass)
        return Words::tr("%1 is paid in, as agreed.").arg(formatMoney(moneyOf(finding.planned)));
    const Key key{Id(finding.year), {}};
    QStringList off;
    QStringList said;
    for (const QString& detail : finding.details) {
        const auto [fund, partner] = pairOf(detail);
        const qsizetype before = said.size();
        for (const Contribution& contribution : plan.contributions) {
            if (contribution.fund != fund || contribution.partner.text() != partner ||
                contribution.amount.value(key).isZero())
                continue;
            if (const auto problem = routeProblem(plan, &rulebook, contribution))
                said.append(routeSentence(*problem, plan, &rulebook, contribution));
        }
        if (said.size() == before)
            off.append(
                Words::tr("%1 into %2").arg(partnerShown(plan, Id(partner)), quoted(plan, Fund::type, fund)));
    }
    said.removeDuplicates();
    if (!off.isEmpty())
        said.prepend(Words::tr("Not what is agreed: %1, by %2 at most.")
                         .arg(some(off), formatMoney(moneyOf(finding.margin).abs())));
    return said.join(u' ');
}

QString riskSentence(const Finding& finding, const Plan& plan)
{
    const int funds = static_cast<int>(countOf(finding.required));
    if (finding.status == FindingStatus::Pass)
        return funds == 0 ? Words::tr("No money in a pooled fund is at shared risk.")
                          : Words::tr("The terms of %n pooled fund(s) can be worked out, and partners pay.",
                                      nullptr, funds);
    QStringList broken;
    QStringList unpaid;
    for (const QString& detail : finding.details) {
        const auto [fund, scheme] = pairOf(detail);
        if (scheme.isEmpty())
            broken.append(quoted(plan, Fund::type, fund));
        else
            unpaid.append(quoted(plan, Scheme::type, Id(scheme)));
    }
    QStringList said;
    if (!broken.isEmpty())
        said.append(Words::tr("The terms of %1 cannot be worked out.").arg(some(broken)));
    if (!unpaid.isEmpty())
        said.append(Words::tr("No step says which partner pays an overspend of %1.").arg(some(unpaid)));
    return said.join(u' ');
}

QString reportSentence(const Finding& finding, const Plan& plan)
{
    const int due = static_cast<int>(countOf(finding.required));
    if (finding.status == FindingStatus::Pass)
        return due == 0 ? Words::tr("No quarterly report is due yet.")
                        : Words::tr("All %n quarterly report(s) that are due are sent.", nullptr, due);
    QStringList names;
    for (const QString& detail : finding.details) {
        const auto [fund, quarter] = pairOf(detail);
        names.append(Words::tr("quarter %1 of %2").arg(quarter, quoted(plan, Fund::type, fund)));
    }
    return Words::tr("Overdue: %1.").arg(some(names));
}

QString vatSentence(const Finding& finding, const Plan& plan)
{
    if (finding.status == FindingStatus::Pass)
        return Words::tr("Every scheme has a VAT route that fits whoever delivers it.");
    QStringList names;
    for (const QString& scheme : finding.details)
        names.append(quoted(plan, Scheme::type, Id(scheme)));
    const QString which =
        Words::tr("The VAT route is not settled, or not that of the deliverer: %1.").arg(some(names));
    if (!std::holds_alternative<Money>(finding.margin))
        return Words::tr("%1 None of it is the council’s money.").arg(which);
    return Words::tr("%1 %2 of VAT on the council’s money is at risk.")
        .arg(which, formatMoney(moneyOf(finding.margin).abs()));
}

bool hasAgreed(const Plan& plan, const Id& fund, const QString& partner, const Key& year)
{
    return std::any_of(plan.fundPartners.begin(), plan.fundPartners.end(), [&](const FundPartner& entry) {
        return entry.fund == fund && entry.partner.text() == partner && entry.agreed.contains(year);
    });
}

// Checks that know nothing of a fund while nothing of its agreement is entered.
bool namesAgreements(const QString& function)
{
    return function == "agreementContents"_L1 || function == "hostAndManager"_L1 ||
           function == "riskShareWhole"_L1 || function == "vatRoutes"_L1;
}

QString grantName(const CellRef& cell, const QString& district)
{
    if (cell.field == "passedDown"_L1)
        return Words::tr("what is passed down to %1").arg(district);
    if (cell.field == "passedOn"_L1)
        return Words::tr("the day it is passed down to %1").arg(district);
    return Words::tr("the grant allocated to %1").arg(district);
}

} // namespace

QString agreementSentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook,
                          const QString& function)
{
    const bool met = finding.status == FindingStatus::Pass;
    const QString required = formatMoney(moneyOf(finding.required));
    const QString planned = formatMoney(moneyOf(finding.planned));
    if (function == "districtGrants"_L1)
        return districtSentence(finding, rulebook);
    if (function == "districtGrantsAddUp"_L1)
        return met ? Words::tr("The districts’ grants add up to the plan’s income, %1.").arg(required)
                   : Words::tr("The districts’ grants add up to %1; the plan’s income is %2: %3 apart.")
                         .arg(planned, required, formatMoney(moneyOf(finding.margin).abs()));
    if (function == "agreementContents"_L1)
        return met ? Words::tr("Each agreement has its seven contents.")
                   : Words::tr("%1 of %2 contents are there. Not there: %3.")
                         .arg(countOf(finding.planned))
                         .arg(countOf(finding.required))
                         .arg(some(fieldNames(plan, finding.details)));
    if (function == "hostAndManager"_L1)
        return met ? Words::tr("Each pooled fund has a host and a pool manager.")
                   : Words::tr("Not named: %1.").arg(some(fieldNames(plan, finding.details)));
    if (function == "contributionsAgreed"_L1)
        return contributionSentence(finding, plan, rulebook);
    if (function == "riskShareWhole"_L1)
        return riskSentence(finding, plan);
    if (function == "functionsInScope"_L1)
        return met ? Words::tr("None of the %n function(s) in scope is left out by the law.", nullptr,
                               static_cast<int>(countOf(finding.required)))
                   : Words::tr("The law leaves these out of section 75: %1.").arg(some(finding.details));
    if (function == "consultedBeforeStart"_L1)
        return met ? Words::tr("Consulted on %1, before the start on %2.")
                         .arg(dateOf(finding.planned), dateOf(finding.required))
                   : Words::tr("Not before the start: %1, consulted on %2 and started on %3.")
                         .arg(some(fundNames(plan, finding.details)), dateOf(finding.planned),
                              dateOf(finding.required));
    if (function == "agreementsSigned"_L1)
        return met ? Words::tr("Signed on %1; the national date is %2.")
                         .arg(dateOf(finding.planned), dateOf(finding.required))
                   : Words::tr("Signed after %1: %2.")
                         .arg(dateOf(finding.required), some(fundNames(plan, finding.details)));
    if (function == "reportsSent"_L1)
        return reportSentence(finding, plan);
    if (function == "vatRoutes"_L1)
        return vatSentence(finding, plan);
    return {};
}

QString whyNotApplicable(const QString& function)
{
    if (function == "districtGrants"_L1 || function == "districtGrantsAddUp"_L1)
        return Words::tr("The plan has no districts.");
    return Words::tr("No pooled fund holds money in this year.");
}

QStringList agreementAbsent(const Finding& finding, const Plan& plan, const QString& function)
{
    QStringList names;
    if (function == "districtGrants"_L1) {
        for (const CellRef& cell : finding.missing)
            names.append(grantName(cell, partnerShown(plan, finding.subject)));
    } else if (function == "districtGrantsAddUp"_L1) {
        for (const QString& district : finding.details)
            names.append(grantName({}, partnerShown(plan, Id(district))));
    } else if (function == "contributionsAgreed"_L1) {
        for (const QString& detail : finding.details) {
            const auto [fund, partner] = pairOf(detail);
            if (!hasAgreed(plan, fund, partner, Key{Id(finding.year), {}}))
                names.append(
                    Words::tr("the agreed contribution of %1 to %2 in %3")
                        .arg(partnerShown(plan, Id(partner)), quoted(plan, Fund::type, fund), finding.year));
        }
    } else if (function == "functionsInScope"_L1) {
        for (const QString& fund : fundNames(plan, finding.details))
            names.append(Words::tr("the functions in scope of %1").arg(fund));
        for (const CellRef& cell : finding.missing)
            if (const FundFunction* entry = plan.fundFunctions.find(cell.id))
                names.append(Words::tr("whether the law leaves out “%1”").arg(entry->function));
    } else if (namesAgreements(function)) {
        for (const CellRef& cell : finding.missing) {
            const Scheme* scheme = plan.schemes.find(cell.id);
            names.append(Words::tr("the agreement of %1")
                             .arg(quoted(plan, Fund::type, scheme ? scheme->fund : cell.id)));
        }
        names.removeDuplicates();
    } else if (function == "reportsSent"_L1 && finding.missing.isEmpty()) {
        names.append(Words::tr("today’s date"));
    }
    return names;
}

bool isNamedThere(const CellRef& cell, const QString& function)
{
    return namesAgreements(function) || cell.entity == DistrictGrant::type.id ||
           cell.entity == FundPartner::type.id || cell.entity == FundFunction::type.id;
}

} // namespace placewright
