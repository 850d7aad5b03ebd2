#include "ui/pages/committee/resolutiontable.h"

#include "core/committee/heldsteps.h"
#include "core/evaluate/committeereview.h"
#include "core/words/signoffwords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ResolutionTable)
};

constexpr int longestOption = 14;

bool isApplied(const Plan& base, const Id& resolution)
{
    const ResolutionOutcome* last = lastOutcome(base, resolution);
    return last && last->outcome == resolutionOutcome::applied;
}

Result<Step> heldBy(const Plan& base, const Id& resolution)
{
    Step step;
    for (const ResolutionStep& held : base.resolutionSteps) {
        if (held.resolution != resolution)
            continue;
        Result<QList<Change>> changes = changesHeld(held, Plan::schema());
        if (!changes)
            return changes.error();
        step.changes += *changes;
    }
    return step;
}

QString afterTitle(const Resolution& resolution)
{
    static const QRegularExpression end(u"[,:–]"_s);
    const QString option = resolution.option.section(end, 0, 0).trimmed();
    if (!option.isEmpty() && option.size() <= 2) // "B"
        return Words::tr("Option %1").arg(option);
    return option.isEmpty() || option.size() > longestOption ? Words::tr("After") : option;
}

ShownTableCell changeCell(Money change, Pence pence)
{
    ShownTableCell cell = moneyCell(change, pence);
    cell.text = formatChange(change, pence).remove(u'£');
    if (!change.isZero())
        cell.emphasis = change.isNegative() ? Emphasis::Loss : Emphasis::Gain;
    return cell;
}

bool isWhole(const QList<SinceSignedRow>& rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const SinceSignedRow& row) {
        return row.before.isWholePounds() && row.after.isWholePounds();
    });
}

// The year of all rows; empty when they differ.
QString yearOf(const QList<SinceSignedRow>& rows)
{
    QString year;
    for (const SinceSignedRow& row : rows) {
        if (row.year.isEmpty())
            continue;
        if (!year.isEmpty() && year != row.year)
            return {};
        year = row.year;
    }
    return year;
}

} // namespace

ResolutionChanges changesShown(const Plan& after, const Shelf& shelf, const ChangedSince& changed,
                               const QString& beforeTitle, const QString& afterTitle)
{
    const QList<SinceSignedRow> all = sinceSignedRows(after, changed, shelf);
    const Pence pence = isWhole(all) ? Pence::Never : Pence::Always;
    const QString year = yearOf(all);
    const auto totals =
        std::count_if(all.begin(), all.end(), [](const SinceSignedRow& row) { return row.total; });
    ResolutionChanges shown;
    shown.columns = {
        {year.isEmpty() ? Words::tr("Changes") : Words::tr("Changes, %1").arg(year), false, true},
        {Words::tr("%1 £").arg(beforeTitle), true},
        {Words::tr("%1 £").arg(afterTitle), true},
        {Words::tr("Change £"), true}};
    for (const SinceSignedRow& row : all) {
        const bool isLast = row.total && totals == 1;
        const QString name =
            row.year.isEmpty() || !year.isEmpty() ? row.what : Words::tr("%1, %2").arg(row.what, row.year);
        const QString indent = row.within ? QString(QChar(0x2003)) : QString(); // an em space
        ShownTableRow line{u"change-%1"_s.arg(shown.rows.size()), false, isLast, {textCell(indent + name)}};
        line.cells.first().tooltip = name;
        line.cells.append(moneyCell(row.before, pence));
        line.cells.append(moneyCell(row.after, pence));
        if (row.total)
            for (ShownTableCell& cell : line.cells)
                cell.emphasis = Emphasis::Strong;
        line.cells.append(changeCell(row.difference, pence));
        shown.rows.append(line);
        if (row.within)
            shown.within.insert(line.id);
    }
    shown.others = sinceSignedOthers(after, changed);
    return shown;
}

ResolutionChanges inBrief(const ResolutionChanges& changes)
{
    ResolutionChanges brief = changes;
    brief.rows.clear();
    const auto isWithin = [&](qsizetype row) {
        return row < changes.rows.size() && changes.within.contains(changes.rows.at(row).id);
    };
    for (qsizetype i = 0; i < changes.rows.size(); ++i) {
        brief.rows.append(changes.rows.at(i));
        const bool isAlone = !isWithin(i) && isWithin(i + 1) && !isWithin(i + 2);
        if (!isAlone || changes.rows.at(i).cells.last().text != changes.rows.at(i + 1).cells.last().text)
            continue;
        ShownTableCell& name = brief.rows.last().cells.first();
        name.tooltip = Words::tr("%1: %2", "scheme, its line")
                           .arg(name.tooltip, changes.rows.at(i + 1).cells.first().tooltip);
        ++i;
    }
    return brief;
}

ResolutionChanges changesOf(const Plan& base, const Shelf& shelf, const Resolution& resolution)
{
    const QString title = afterTitle(resolution);
    if (isApplied(base, resolution.id)) {
        const Result<Step> held = heldBy(base, resolution.id);
        const Applied back = held ? apply(base, inverse(*held)) : Applied{};
        if (held && back.ok())
            return changesShown(base, shelf, changedSince(back.plan, base, shelf), Words::tr("Before"),
                                title);
        ResolutionChanges none;
        none.problem =
            Words::tr("It is applied, and the same cells have changed again since. The register of "
                      "decisions has its amount.");
        return none;
    }
    if (const auto after = planAfter(base, resolution.id))
        return changesShown(*after, shelf, changedSince(base, *after, shelf), Words::tr("Base"), title);
    ResolutionChanges none;
    none.problem = Words::tr("Its steps no longer fit the plan.");
    return none;
}

} // namespace placewright
