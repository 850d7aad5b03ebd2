// What changed since a version was signed, in words.
#include "core/plan/names.h"
#include "core/words/committeephrases.h"
#include "core/words/phrases.h"
#include "core/words/signoffwords.h"
#include "core/words/stepwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

using What = PoundsChanged::What;

constexpr qsizetype mostShort = 3; // parts of a cell

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SignOffWords)
};

// A cell of what may be gone: as the plan has it, else as its removal has it.
Value valueKnown(const Plan& base, const ChangedSince& changed, const EntityType& type, const Id& id,
                 QLatin1StringView field)
{
    if (base.table(type.id)->contains(id))
        return base.value(type.id, id, field);
    for (const Change& change : changed.others)
        if (change.op == Change::Op::Remove && change.id == id && change.entity == type.id)
            for (const Cell& cell : change.record)
                if (cell.field == field)
                    return cell.value;
    return {};
}

QString nameKnown(const Plan& base, const ChangedSince& changed, const EntityType& type, const Id& id)
{
    const QString name = valueKnown(base, changed, type, id, "name"_L1).text();
    return name.isEmpty() ? nameOf(base, type.id, id) : name;
}

QString sourceName(const Plan& base, const Shelf& shelf, const QString& year, const QString& source)
{
    const FinancialYear* known = base.years.find(Id(year));
    const Rulebook* rulebook = known ? shelf.rulebookOf(*known) : nullptr;
    return rulebook ? rulebook->shortLabel(u"sources", source) : source;
}

// "Handyperson service, NHS minimum"
QString lineName(const Plan& base, const Shelf& shelf, const ChangedSince& changed, const QString& year,
                 const LineChanged& line)
{
    QStringList parts{
        valueKnown(base, changed, Line::type, line.line, "name"_L1).text(),
        sourceName(base, shelf, year, valueKnown(base, changed, Line::type, line.line, "source"_L1).text())};
    parts.removeAll(QString());
    if (parts.isEmpty())
        parts.append(line.line.text());
    if (line.vat)
        parts.append(Words::tr("irrecoverable VAT"));
    return parts.join(u", "_s);
}

// In running text: "Ashmoor ICB (NHS minimum) to Calderbourne pooled fund"
QString contributionName(const Plan& base, const Shelf& shelf, const ChangedSince& changed,
                         const PoundsChanged& pounds)
{
    const QString fund =
        pounds.fund.isNull() ? Words::tr("no fund") : nameKnown(base, changed, Fund::type, pounds.fund);
    const QString partner = pounds.partner.isNull() ? Words::tr("nobody")
                            : base.partners.contains(pounds.partner)
                                ? partnerShown(base, pounds.partner)
                                : nameKnown(base, changed, Partner::type, pounds.partner);
    return pounds.source.isEmpty()
               ? Words::tr("%1 to %2").arg(partner, fund)
               : Words::tr("%1 (%2) to %3")
                     .arg(partner, sourceName(base, shelf, pounds.year, pounds.source), fund);
}

QString minimumName(const Plan& base, const Shelf& shelf, const Id& id)
{
    const Minimum* minimum = base.minimums.find(id);
    if (!minimum)
        return Words::tr("A minimum that is gone");
    const FinancialYear* year = base.years.find(minimum->year);
    const Rulebook* rulebook = year ? shelf.rulebookOf(*year) : nullptr;
    const QString name = rulebook ? rulebook->shortLabel(u"minimumKinds", minimum->kind) : minimum->kind;
    return minimum->partner.isNull() ? name
                                     : Words::tr("%1, %2").arg(name, partnerShown(base, minimum->partner));
}

QString subjectName(const Plan& base, const Shelf& shelf, const ChangedSince& changed,
                    const PoundsChanged& pounds)
{
    switch (pounds.what) {
    case What::Spend:
        return nameKnown(base, changed, Scheme::type, pounds.subject);
    case What::Contribution:
        return contributionName(base, shelf, changed, pounds);
    case What::Minimum:
        return minimumName(base, shelf, pounds.subject);
    }
    return {};
}

QString beforeAnd(const QString& name)
{
    return name.section(Words::tr(" and "), 0, 0);
}

// "Handyperson" of “Handyperson and home safety”, where no other scheme would be called that.
QString shortSchemeName(const Plan& base, const QString& name)
{
    const auto same = std::count_if(base.schemes.begin(), base.schemes.end(), [&](const Scheme& scheme) {
        return beforeAnd(scheme.name) == beforeAnd(name);
    });
    return same == 1 ? beforeAnd(name) : name;
}

// "handyperson +£10,000.00"; money that only moved from line to line has no sum to tell.
QString spendOrMinimum(const QString& name, const PoundsChanged& pounds)
{
    const QString moved = formatMoney(std::min(pounds.increases(), pounds.decreases()));
    if (pounds.before == pounds.after)
        return Words::tr("%1 moved within %2").arg(moved, name);
    const QString sum = Words::tr("%1 %2").arg(name, formatChange(pounds.after - pounds.before));
    return pounds.increases().isZero() || pounds.decreases().isZero()
               ? sum
               : Words::tr("%1, with %2 moved within it").arg(sum, moved);
}

QString shortPart(const Plan& base, const Shelf& shelf, const ChangedSince& changed,
                  const PoundsChanged& pounds, bool manyYears)
{
    QString name = subjectName(base, shelf, changed, pounds);
    if (pounds.what == What::Minimum && onlyMinimum(changed))
        name = Words::tr("Minimum");
    else if (pounds.what == What::Spend)
        name = shortSchemeName(base, name);
    if (manyYears)
        name = Words::tr("%1 %2").arg(name, pounds.year);
    if (pounds.what == What::Contribution)
        return Words::tr("%1 %2").arg(name, formatChange(pounds.after - pounds.before));
    return spendOrMinimum(lowered(name), pounds);
}

bool hasLine(const PoundsChanged& pounds, const Id& line)
{
    return std::any_of(pounds.lines.begin(), pounds.lines.end(),
                       [&](const LineChanged& one) { return one.line == line; });
}

// Whether pounds that are told say it already: what was added or removed with its money, a line or contribution that went
// elsewhere with it, and where the amount of a minimum comes from.
bool goesWith(const Change& change, const PoundsChanged& pounds)
{
    const EntityType& type = pounds.what == What::Spend          ? Scheme::type
                             : pounds.what == What::Contribution ? Contribution::type
                                                                 : Minimum::type;
    const bool isSubject = change.entity == type.id && change.id == pounds.subject;
    const bool isLine = change.entity == Line::type.id && hasLine(pounds, change.id);
    if (change.op != Change::Op::Set)
        return isSubject || isLine;
    switch (pounds.what) {
    case What::Spend:
        return isLine && change.field == u"scheme" && pounds.subject == change.to.id();
    case What::Contribution:
        return isSubject && ((change.field == u"fund" && pounds.fund == change.to.id()) ||
                             (change.field == u"partner" && pounds.partner == change.to.id()) ||
                             (change.field == u"source" && pounds.source == change.to.text()));
    case What::Minimum:
        return isSubject && (change.field == u"source" || change.field == u"note" || change.field == u"year");
    }
    return false;
}

// What no pounds tell.
qsizetype othersToTell(const ChangedSince& changed)
{
    const auto cells = std::count_if(changed.others.begin(), changed.others.end(), [&](const Change& change) {
        return std::none_of(changed.pounds.begin(), changed.pounds.end(),
                            [&](const PoundsChanged& pounds) { return goesWith(change, pounds); });
    });
    return cells + changed.reordered.size();
}

// Whether the lines say more than the scheme does: not where one line is all it has.
bool hasLinesToTell(const PoundsChanged& pounds)
{
    return pounds.lines.size() > 1 ||
           (pounds.lines.size() == 1 &&
            (pounds.lines.first().before != pounds.before || pounds.lines.first().after != pounds.after));
}

} // namespace

const PoundsChanged* onlyMinimum(const ChangedSince& changed)
{
    const PoundsChanged* only = nullptr;
    for (const PoundsChanged& pounds : changed.pounds) {
        if (pounds.what != What::Minimum)
            continue;
        if (only)
            return nullptr;
        only = &pounds;
    }
    return only;
}

QString sinceSignedShort(const Plan& base, const ChangedSince& changed, const Shelf& shelf)
{
    QSet<QString> years;
    for (const PoundsChanged& pounds : changed.pounds)
        years.insert(pounds.year);
    QStringList parts;
    for (const What what : {What::Minimum, What::Spend, What::Contribution})
        for (const PoundsChanged& pounds : changed.pounds)
            if (pounds.what == what)
                parts.append(shortPart(base, shelf, changed, pounds, years.size() > 1));
    const qsizetype others = std::max<qsizetype>(0, parts.size() - mostShort) + othersToTell(changed);
    parts = parts.first(std::min(parts.size(), mostShort));
    if (others > 0)
        parts.append(parts.isEmpty()
                         ? Words::tr("%n change(s), none in pounds", nullptr, static_cast<int>(others))
                         : Words::tr("%n more", nullptr, static_cast<int>(others)));
    return parts.isEmpty() ? Words::tr("Nothing has changed") : capitalised(parts.join(u"; "_s));
}

QList<SinceSignedRow> sinceSignedRows(const Plan& base, const ChangedSince& changed, const Shelf& shelf)
{
    QList<SinceSignedRow> rows;
    for (const What what : {What::Spend, What::Contribution, What::Minimum}) {
        SinceSignedRow total;
        total.total = true;
        total.what = what == What::Spend          ? Words::tr("Spend that differs")
                     : what == What::Contribution ? Words::tr("Contributions that differ")
                                                  : Words::tr("Minimums that differ");
        bool any = false;
        for (const PoundsChanged& pounds : changed.pounds) {
            if (pounds.what != what)
                continue;
            any = true;
            const QString name = subjectName(base, shelf, changed, pounds);
            rows.append({what == What::Contribution ? capitalised(name) : name, pounds.year, pounds.before,
                         pounds.after, pounds.after - pounds.before, false, false});
            if (hasLinesToTell(pounds))
                for (const LineChanged& line : pounds.lines)
                    rows.append({lineName(base, shelf, changed, pounds.year, line), pounds.year, line.before,
                                 line.after, line.after - line.before, false, true});
            total.before += pounds.before;
            total.after += pounds.after;
        }
        total.difference = total.after - total.before;
        if (any)
            rows.append(total);
    }
    return rows;
}

QStringList sinceSignedOthers(const Plan& base, const ChangedSince& changed)
{
    QStringList sentences;
    for (const Change& change : changed.others)
        sentences.append(sentenceOf(describe(change, base)));
    for (const QString& reordered : changed.reordered)
        if (const EntityType* type = Plan::schema().type(reordered))
            sentences.append(Words::tr("%1: in another order.").arg(pluralLabelOf(*type)));
    return sentences;
}

QString sinceSignedSummary(const FrozenVersion& version, const ChangedSince& changed)
{
    return Words::tr("Since version %1, spend has changed by %2, contributions by %3 and minimums by %4.")
        .arg(QString::number(version.number.value_or(0)), formatChange(changed.spend),
             formatChange(changed.contributions), formatChange(changed.minimums));
}

} // namespace placewright
