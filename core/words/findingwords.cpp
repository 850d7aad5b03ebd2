#include "core/words/findingwords.h"

#include "core/plan/names.h"
#include "core/rules/sourceparts.h"
#include "core/words/agreementfindings.h"
#include "core/words/governancefindings.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

constexpr qsizetype mostNamed = 3;

// "A, B and C", "A, B, C and 4 more".
QString joined(const QStringList& names)
{
    if (names.size() <= 1)
        return names.value(0);
    if (names.size() <= mostNamed)
        return Words::tr("%1 and %2").arg(names.mid(0, names.size() - 1).join(u", "_s), names.last());
    return Words::tr("%1 and %2 more")
        .arg(names.mid(0, mostNamed).join(u", "_s))
        .arg(names.size() - mostNamed);
}

Money moneyOf(const Figure& figure)
{
    const Money* money = std::get_if<Money>(&figure);
    return money ? *money : Money();
}

// "£212,000.00" of a margin, whichever side it is on.
QString distance(const Finding& finding)
{
    return formatMoney(moneyOf(finding.margin).abs());
}

QString quotedLine(const Plan& plan, const Id& id)
{
    const Line* line = plan.lines.find(id);
    if (!line)
        return u"“%1”"_s.arg(id.text());
    return u"“%1” (%2)"_s.arg(line->name, nameOf(plan, Scheme::type.id, line->scheme));
}

QString lineNames(const Plan& plan, const QList<Id>& lines)
{
    QStringList names;
    for (const Id& id : lines)
        names.append(quotedLine(plan, id));
    return joined(names);
}

QString sourceNames(const Plan& plan, const Rulebook& rulebook, const QStringList& codes)
{
    QStringList names;
    for (const QString& code : codes) {
        const auto [source, payer] = partFromName(code);
        const QString label =
            source.isEmpty() ? Words::tr("lines without a source") : rulebook.label(u"sources", source);
        names.append(payer.isNull() ? label : Words::tr("%1 of %2").arg(label, partnerShown(plan, payer)));
    }
    return joined(names);
}

// A figure or choice that is absent, as a person would look for it.
QString absent(const CellRef& cell, const Finding& finding, const Plan& plan, const Rulebook& rulebook)
{
    const RulebookCheck* check = rulebook.check(finding.rule);
    if (cell.entity == Minimum::type.id) {
        const Minimum* minimum = plan.minimums.find(cell.id);
        const QString code = minimum ? minimum->kind
                             : check ? check->parameters.value("minimumKind"_L1).toString()
                                     : QString();
        const QString kind = rulebook.label(u"minimumKinds", code);
        return cell.field == "baseline"_L1
                   ? Words::tr("the minimum “%1” of the year before %2").arg(kind, finding.year)
                   : Words::tr("the published minimum “%1” for %2").arg(kind, finding.year);
    }
    if (cell.entity == Contribution::type.id) {
        const Contribution* contribution = plan.contributions.find(cell.id);
        if (!contribution)
            return Words::tr("any income from a mandated source in %1").arg(finding.year);
        return Words::tr("the contribution “%1” of %2 in %3")
            .arg(rulebook.label(u"sources", contribution->source), partnerShown(plan, contribution->partner),
                 finding.year);
    }
    const EntityType* type = Plan::schema().type(cell.entity);
    const Field* field = type ? type->field(cell.field) : nullptr;
    const QString name = cell.entity == Line::type.id ? quotedLine(plan, cell.id)
                                                      : u"“%1”"_s.arg(nameOf(plan, cell.entity, cell.id));
    return Words::tr("%1 of %2").arg(field ? labelOf(*field) : cell.field, name);
}

QString unknownSentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook)
{
    const RulebookCheck* check = rulebook.check(finding.rule);
    const QString function = check ? check->function : QString();
    QStringList names = agreementAbsent(finding, plan, function) + governanceAbsent(finding, plan, function);
    for (const CellRef& cell : finding.missing)
        if (!isNamedThere(cell, function) && !isGovernance(function))
            names.append(absent(cell, finding, plan, rulebook));
    for (const QString& detail : finding.details)
        if (const RulebookFact* fact = rulebook.fact(detail))
            names.append(Words::tr("the rulebook’s “%1”").arg(fact->text));
    names.removeDuplicates();
    return Words::tr("Not known until this is entered: %1.").arg(joined(names));
}

QString countSentence(const Finding& finding)
{
    const qint64* rows = std::get_if<qint64>(&finding.required);
    const qint64* right = std::get_if<qint64>(&finding.planned);
    if (!rows || !right)
        return {};
    if (finding.status == FindingStatus::Pass)
        return Words::tr("All %n row(s) are right.", nullptr, static_cast<int>(*rows));
    const QString count =
        Words::tr("%1 of %n row(s) to put right", nullptr, static_cast<int>(*rows)).arg(*rows - *right);
    if (finding.details.isEmpty())
        return count + u'.';
    return Words::tr("%1: not in this year’s lists: %2.").arg(count, joined(finding.details));
}

// Required and planned in the words of each check; the check's own name decides.
QString moneySentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook,
                      const QString& function)
{
    const QString required = formatMoney(moneyOf(finding.required));
    const QString planned = formatMoney(moneyOf(finding.planned));
    const bool met = finding.status == FindingStatus::Pass;
    if (function == "spendWithinIncome"_L1)
        return met ? Words::tr("Every source spends at most its income: %1 is planned of %2.")
                         .arg(planned, required)
                   : Words::tr("More is planned than is paid in: %1, by %2 at most.")
                         .arg(sourceNames(plan, rulebook, finding.details), distance(finding));
    if (function == "minimumsPlanned"_L1)
        return met ? Words::tr("All of the mandated money is planned: %1 of %2.").arg(planned, required)
                   : Words::tr("Not all of it is planned: %1, by %2 at most.")
                         .arg(sourceNames(plan, rulebook, finding.details), distance(finding));
    if (function == "minimumPooledByPartner"_L1 || function == "grantPooled"_L1)
        return met ? Words::tr("%1 is pooled; at least %2 is required, %3 over.")
                         .arg(planned, required, distance(finding))
                   : Words::tr("%1 is pooled; at least %2 is required, %3 short.")
                         .arg(planned, required, distance(finding));
    if (function == "minimumUplift"_L1)
        return met ? Words::tr("The minimum is %1; last year’s with its uplift is %2.").arg(planned, required)
                   : Words::tr("The minimum is %1; last year’s with its uplift is %2: %3 more apart than is "
                               "allowed.")
                         .arg(planned, required, distance(finding));
    if (function == "sourcesSpentOnTypes"_L1 || function == "sourceKindOfSpend"_L1) {
        if (met)
            return Words::tr("All %1 is spent as the rule says.").arg(required);
        QStringList said{Words::tr("%1 of %2 is spent as the rule says.").arg(planned, required)};
        if (!finding.faults.isEmpty())
            said.append(Words::tr("Not so: %1.").arg(lineNames(plan, finding.faults)));
        if (!finding.details.isEmpty())
            said.append(
                Words::tr("Income and spend differ: %1.").arg(sourceNames(plan, rulebook, finding.details)));
        return said.join(u' ');
    }
    return met ? Words::tr("%1 counts towards it; at least %2 is required, %3 over.")
                     .arg(planned, required, distance(finding))
               : Words::tr("%1 counts towards it; at least %2 is required, %3 short.")
                     .arg(planned, required, distance(finding));
}

QString withSubject(const QString& title, const Finding& finding, const Plan& plan)
{
    return finding.subject.isNull() ? title
                                    : Words::tr("%1: %2").arg(title, partnerShown(plan, finding.subject));
}

} // namespace

QString conditionTitle(const Finding& finding, const Plan& plan, const Rulebook& rulebook)
{
    const RulebookCheck* check = rulebook.check(finding.rule);
    return withSubject(check ? check->title : finding.rule, finding, plan);
}

QString stripTitle(const Finding& finding, const Plan& plan, const Rulebook& rulebook)
{
    const RulebookCheck* check = rulebook.check(finding.rule);
    return withSubject(check ? check->shortTitle + governanceDay(rulebook, check->function) : finding.rule,
                       finding, plan);
}

QString sentence(const Finding& finding, const Plan& plan, const Rulebook& rulebook)
{
    const RulebookCheck* check = rulebook.check(finding.rule);
    if (!check)
        return finding.rule;
    if (finding.status == FindingStatus::NotApplicable && !check->whyNot.isEmpty())
        return check->whyNot;
    if (finding.status == FindingStatus::NotApplicable)
        return isGovernance(check->function) ? whyNoGovernance(check->function)
                                             : whyNotApplicable(check->function);
    if (finding.status == FindingStatus::Unknown)
        return unknownSentence(finding, plan, rulebook);
    if (const QString said = agreementSentence(finding, plan, rulebook, check->function); !said.isEmpty())
        return said;
    if (isGovernance(check->function))
        return governanceSentence(finding, plan, rulebook, check->function);
    if (std::holds_alternative<Money>(finding.margin))
        return moneySentence(finding, plan, rulebook, check->function);
    return countSentence(finding);
}

QString statusWord(const Finding& finding)
{
    switch (finding.status) {
    case FindingStatus::Pass:
        return Words::tr("Met");
    case FindingStatus::Fail:
        return finding.severity == Severity::Block  ? Words::tr("Missed")
               : finding.severity == Severity::Warn ? Words::tr("Warning")
                                                    : Words::tr("For information");
    case FindingStatus::NotApplicable:
        return Words::tr("Does not apply");
    case FindingStatus::Unknown:
        break;
    }
    return Words::tr("Not known");
}

QString marginWords(const Finding& finding)
{
    if (finding.status != FindingStatus::Pass && finding.status != FindingStatus::Fail)
        return statusWord(finding);
    if (const qint64* count = std::get_if<qint64>(&finding.margin))
        return *count < 0 ? Words::tr("%n to put right", nullptr, static_cast<int>(-*count))
                          : Words::tr("Met");
    if (!std::holds_alternative<Money>(finding.margin))
        return statusWord(finding);
    if (finding.status == FindingStatus::Pass)
        return Words::tr("Met, %1 over").arg(distance(finding));
    if (finding.atRisk)
        return Words::tr("%1 at risk").arg(distance(finding));
    return finding.severity == Severity::Block ? Words::tr("Missed by %1").arg(distance(finding))
                                               : Words::tr("Out by %1").arg(distance(finding));
}

QString marginWords(const Finding& finding, const Rulebook& rulebook)
{
    const RulebookCheck* check = rulebook.check(finding.rule);
    const QString own = check ? governanceMargin(finding, check->function) : QString();
    return own.isEmpty() ? marginWords(finding) : own;
}

namespace {

// Dates decide without a margin.
bool isByDate(const Finding& finding)
{
    const bool judged = finding.status == FindingStatus::Pass || finding.status == FindingStatus::Fail;
    return judged && std::holds_alternative<std::monostate>(finding.margin);
}

} // namespace

QString marginText(const Finding& finding)
{
    if (finding.status == FindingStatus::NotApplicable)
        return {};
    return figureText(finding, finding.margin);
}

QString figureText(const Figure& figure)
{
    if (const Money* money = std::get_if<Money>(&figure))
        return formatAmount(*money);
    if (const qint64* count = std::get_if<qint64>(&figure))
        return formatDecimal(Ratio(*count), 0, Rounding::HalfAwayFromZero);
    if (const QDate* date = std::get_if<QDate>(&figure))
        return valueToShown(Value(*date));
    return Words::tr("not known");
}

QString figureText(const Finding& finding, const Figure& figure)
{
    const bool none = isByDate(finding) && std::holds_alternative<std::monostate>(figure);
    return none ? QString(QChar(0x2013)) : figureText(figure);
}

QString sentence(const Fix& fix, const Plan& plan)
{
    const QString amount = formatMoney(fix.amount);
    const Id& line = fix.from.isNull() ? fix.to : fix.from;
    switch (fix.kind) {
    case Fix::Kind::MoveBetweenLines:
        return Words::tr("Move %1 from %2 to %3")
            .arg(amount, quotedLine(plan, fix.from), quotedLine(plan, fix.to));
    case Fix::Kind::LowerLine:
        return fix.lines > 1 ? Words::tr("Lower %1 and %2 more by %3 in all")
                                   .arg(quotedLine(plan, line))
                                   .arg(fix.lines - 1)
                                   .arg(amount)
                             : Words::tr("Lower %1 by %2").arg(quotedLine(plan, line), amount);
    case Fix::Kind::RaiseLine:
        return fix.lines > 1 ? Words::tr("Raise %1 and %2 more by %3 in all")
                                   .arg(quotedLine(plan, line))
                                   .arg(fix.lines - 1)
                                   .arg(amount)
                             : Words::tr("Raise %1 by %2").arg(quotedLine(plan, line), amount);
    case Fix::Kind::SetContribution:
        return Words::tr("Raise the contribution “%1” by %2")
            .arg(nameOf(plan, Contribution::type.id, fix.from), amount);
    }
    return {};
}

QString consequence(const Fix& fix)
{
    const QString touched = fix.kind == Fix::Kind::SetContribution
                                ? Words::tr("1 contribution.")
                                : Words::tr("%n line(s).", nullptr, fix.lines);
    return fix.breaks.isEmpty() ? Words::tr("%1 No other condition breaks.").arg(touched)
                                : Words::tr("%1 Breaks or worsens %2.").arg(touched, joined(fix.breaks));
}

} // namespace placewright
