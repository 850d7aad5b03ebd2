#include "core/exchange/stepsjson.h"

#include "core/exchange/jsontext.h"
#include "core/exchange/treecheck.h"
#include "core/plan/committeechecks.h"
#include "core/store/entrychecks.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

Error at(const QString& path, const QString& why)
{
    return {QCoreApplication::translate("StepsJson", "%1: %2", "a path in a file, and what is wrong there")
                .arg(path, why)};
}

Result<WrittenStep> readStep(const QJsonValue& value, const QString& path)
{
    static const QStringList known{u"what"_s, u"why"_s, u"who"_s, u"when"_s, u"scenario"_s, u"changes"_s};
    if (!value.isObject())
        return at(path, QCoreApplication::translate("StepsJson", "a step in braces is expected."));
    QJsonObject json = value.toObject();
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (!known.contains(member.key()))
            return at(path + u'.' + member.key(),
                      QCoreApplication::translate("StepsJson", "a step has no such part (%1).")
                          .arg(known.join(u", "_s)));
        if (member.key() != u"changes" && !member->isString())
            return at(path + u'.' + member.key(),
                      QCoreApplication::translate("StepsJson", "a text is expected."));
    }
    const QJsonArray changes = json.value("changes"_L1).toArray();
    if (changes.isEmpty())
        return at(path, QCoreApplication::translate("StepsJson",
                                                    "a step has at least one entry in its list “changes”."));

    WrittenStep written;
    written.who = json.take("who"_L1).toString();
    written.scenario = json.take("scenario"_L1).toString();
    Result<Step> step = stepFromJson(json, Plan::schema());
    if (!step)
        return Error{path + u'.' + step.error().text};
    written.step = *step;
    return written;
}

// The branch of a step by name, once the steps before it are applied.
Result<Id> branchOf(const WrittenStep& step, const QString& otherwise, const Plan& base)
{
    const QString& name = step.scenario.isEmpty() ? otherwise : step.scenario;
    const std::optional<Id> branch = findScenario(base, name);
    if (!branch)
        return Error{QCoreApplication::translate("StepsJson", "The plan has no scenario “%1”.").arg(name)};
    return *branch;
}

// Applies one step to a copy of what the file says; why it cannot be, in words.
QString tryOn(PlanTree& tree, const Id& branch, const Step& step)
{
    JournalEntry entry;
    entry.branch = branch;
    entry.step = step;
    if (const Outcome kept = checkKeeping(entry, tree.base); !kept)
        return kept.error().text;
    if (const Outcome known = checkNamed(step, tree.people); !known)
        return known.error().text;
    const Plan plan = branchPlan(tree, branch).plan;
    Applied applied = apply(plan, step);
    if (!applied.ok())
        return describe(applied.conflicts.first(), step, plan);
    if (branch.isNull())
        if (const std::optional<QString> refused = committeeRefusal(tree.base, applied.plan, step))
            return *refused;
    if (branch.isNull())
        tree.base = std::move(applied.plan);
    else
        tree.steps[branch].append(step);
    return {};
}

QString sentenceFor(const Step& step)
{
    const auto changes = static_cast<int>(step.changes.size());
    return QCoreApplication::translate("StepsJson", "Applied %n change(s) from a file", nullptr, changes);
}

} // namespace

Result<QList<WrittenStep>> readSteps(const QByteArray& text)
{
    const Result<QJsonObject> json = parseJsonObject(text);
    if (!json)
        return json.error();
    const QJsonArray list = json->value("steps"_L1).toArray();
    if (list.isEmpty())
        return Error{
            QCoreApplication::translate("StepsJson", "This file has no list “steps” with a step in it.")};
    QList<WrittenStep> steps;
    for (qsizetype i = 0; i < list.size(); ++i) {
        Result<WrittenStep> step = readStep(list.at(i), u"steps[%1]"_s.arg(i));
        if (!step)
            return step.error();
        steps.append(*step);
    }
    return steps;
}

Result<AppliedSteps> applySteps(PlanFile& file, const QList<WrittenStep>& steps, const QString& scenario,
                                const Author& author)
{
    PlanTree tried = file.tree();
    QList<NewEntry> entries;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const WrittenStep& written = steps.at(i);
        const Result<Id> branch = branchOf(written, scenario, tried.base);
        if (!branch)
            return branch.error();
        if (const QString conflict = tryOn(tried, *branch, written.step); !conflict.isEmpty())
            return AppliedSteps{0, at(u"steps[%1]"_s.arg(i), conflict).text};
        NewEntry entry{JournalEntry::Kind::Edit, *branch, written.step, author, 0, {}};
        if (entry.step.what.isEmpty())
            entry.step.what = sentenceFor(entry.step);
        if (!written.who.isEmpty())
            entry.author.name = written.who;
        entries.append(entry);
    }
    if (Outcome counts = checkEvaluates(tried, file.tree()); !counts)
        return AppliedSteps{0, counts.error().text};
    if (const Result<qint64> last = file.commitAll(entries); !last)
        return last.error();
    return AppliedSteps{static_cast<int>(steps.size()), {}};
}

} // namespace placewright
