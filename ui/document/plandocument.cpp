#include "ui/document/plandocument.h"

#include "core/exchange/readshelf.h"
#include "core/plan/names.h"

#include <algorithm>

namespace placewright {

namespace {

// What was committed, so that it can be taken back. The Step is on disk before the command is pushed, and the inverse is
// on disk before the stack moves: the command itself does nothing.
class CommittedStep : public QUndoCommand
{
public:
    CommittedStep(const Id& ofBranch, const Step& committed, qint64 number)
        : QUndoCommand(committed.what)
        , branch(ofBranch)
        , step(committed)
        , entry(number)
    {
    }
    void undo() override {}
    void redo() override {}

    Id branch;
    Step step;    // to be inverted: as last committed
    qint64 entry; // its number in the journal
};

} // namespace

Result<std::unique_ptr<PlanDocument>> PlanDocument::open(const QString& path, PlanFile::Mode mode,
                                                         const Author& author)
{
    Result<std::unique_ptr<PlanFile>> file = PlanFile::open(path, mode);
    if (!file)
        return file.error();
    std::unique_ptr<PlanDocument> document(new PlanDocument(std::move(*file), author));
    if (Outcome loaded = document->load(); !loaded)
        return loaded.error();
    return document;
}

PlanDocument::PlanDocument(std::unique_ptr<PlanFile> file, Author author)
    : m_file(std::move(file))
    , m_author(std::move(author))
{
}

PlanDocument::~PlanDocument() = default;

Outcome PlanDocument::load()
{
    Result<QList<JournalEntry>> journal = m_file->journal();
    if (!journal)
        return journal.error();
    m_journal = std::move(*journal);
    if (Outcome done = refresh(); !done)
        return done;
    if (!m_branch.plan.years.isEmpty())
        m_year = m_branch.plan.years[m_branch.plan.years.size() - 1].id.text();
    return Done{};
}

Outcome PlanDocument::refresh()
{
    Result<Shelf> shelf = readShelf(m_file->tree(), m_shelf);
    if (!shelf)
        return shelf.error();
    shelf->today = m_author.now().date();
    Branch branch = branchPlan(m_file->tree(), m_scenario);
    Result<Evaluation> evaluation = tryEvaluate(branch.plan, *shelf, m_evaluation);
    if (!evaluation)
        return evaluation.error();
    m_shelf = std::move(*shelf);
    m_branch = std::move(branch);
    m_evaluation = std::move(*evaluation);
    m_others.clear();
    return Done{};
}

QString PlanDocument::scenarioName(const Id& scenario) const
{
    if (const Scenario* found = tree().base.scenarios.find(scenario))
        return found->name;
    const QString& base = tree().base.place().baseName;
    return base.isEmpty() ? tr("Base") : base;
}

const Rulebook* PlanDocument::rulebook() const
{
    const FinancialYear* year = plan().years.find(Id(m_year));
    return year ? m_shelf.rulebookOf(*year) : nullptr;
}

std::shared_ptr<const PlanDocument::Other> PlanDocument::other(const Id& scenario) const
{
    const auto known = m_others.constFind(scenario);
    if (known != m_others.constEnd())
        return *known;
    std::shared_ptr<const Other> other;
    Plan plan = branchPlan(tree(), scenario).plan;
    if (Result<Evaluation> evaluation = tryEvaluate(plan, m_shelf, m_evaluation))
        other = std::make_shared<const Other>(Other{std::move(plan), std::move(*evaluation)});
    m_others.insert(scenario, other);
    return other;
}

const JournalEntry* PlanDocument::lastChange(const CellRef& cell) const
{
    const auto sets = [&](const Change& change) {
        return change.op == Change::Op::Set && change.entity == cell.entity && change.id == cell.id &&
               change.field == cell.field && change.key == cell.key;
    };
    const auto found = std::find_if(m_journal.rbegin(), m_journal.rend(), [&](const JournalEntry& entry) {
        return (entry.branch == m_scenario || entry.branch.isNull()) &&
               std::any_of(entry.step.changes.begin(), entry.step.changes.end(), sets);
    });
    return found == m_journal.rend() ? nullptr : &*found;
}

QString PlanDocument::personName(const Id& person) const
{
    return tree().people.contains(person) ? placewright::personName(base(), person) : tr("somebody");
}

QDateTime PlanDocument::savedAt() const
{
    return m_journal.isEmpty() ? QDateTime() : m_journal.last().step.when;
}

bool PlanDocument::canUndo() const
{
    return !isReadOnly() && m_undoStack.canUndo();
}

bool PlanDocument::canRedo() const
{
    return !isReadOnly() && m_undoStack.canRedo();
}

void PlanDocument::showScenario(const Id& scenario)
{
    if (scenario == m_scenario)
        return;
    const Id before = m_scenario;
    m_scenario = scenario;
    if (Outcome done = refresh(); !done) {
        m_scenario = before;
        refuse(done.error().text);
        return;
    }
    emit changed();
}

void PlanDocument::showYear(const QString& year)
{
    if (year == m_year || !plan().years.contains(Id(year)))
        return;
    m_year = year;
    emit changed();
}

bool PlanDocument::commit(const Step& step, const QMap<QString, QByteArray>& blobs)
{
    return commitTo(JournalEntry::Kind::Edit, m_scenario, step, blobs, {});
}

bool PlanDocument::commitToBase(const Step& step, const QMap<QString, QByteArray>& blobs,
                                const QMap<Id, QString>& people)
{
    return commitTo(JournalEntry::Kind::Edit, Id(), step, blobs, people);
}

bool PlanDocument::record(const Step& step, const QMap<QString, QByteArray>& blobs,
                          const QMap<Id, QString>& people)
{
    return commitTo(JournalEntry::Kind::OnRecord, Id(), step, blobs, people);
}

Id PlanDocument::personNamed(const QString& name, QMap<Id, QString>& people) const
{
    const QString wanted = name.simplified();
    if (wanted.isEmpty())
        return {};
    const auto named = [&](const QMap<Id, QString>& among) { return among.key(wanted); };
    if (const Id known = named(tree().people); !known.isNull())
        return known;
    if (const Id given = named(people); !given.isNull())
        return given;
    Id person;
    do
        person = m_author.ids();
    while (tree().people.contains(person) || people.contains(person));
    people.insert(person, wanted);
    return person;
}

bool PlanDocument::renamePerson(const Id& person, const QString& name)
{
    if (isReadOnly())
        return refuse(tr("This plan is open to read only. Save a copy to edit it."));
    if (const Outcome renamed = m_file->renamePerson(person, name.simplified()); !renamed)
        return refuse(renamed.error().text);
    if (const Outcome done = refresh(); !done)
        return refuse(done.error().text);
    emit changed();
    return true;
}

bool PlanDocument::commitTo(JournalEntry::Kind kind, const Id& branch, const Step& step,
                            const QMap<QString, QByteArray>& blobs, const QMap<Id, QString>& people)
{
    if (step.changes.isEmpty())
        return true;
    if (isReadOnly())
        return refuse(tr("This plan is open to read only. Save a copy to edit it."));
    // A Step whose result cannot be worked out is refused before it is on disk.
    const Applied applied = apply(branchPlan(tree(), branch).plan, step);
    if (!applied.ok())
        return refuse(describe(applied.conflicts.first(), step, plan()));
    if (blobs.isEmpty())
        if (Result<Evaluation> evaluation = tryEvaluate(applied.plan, m_shelf, m_evaluation); !evaluation)
            return refuse(evaluation.error().text);
    Result<qint64> entry = m_file->commitAll({{kind, branch, step, m_author, 0, blobs, people}});
    if (!entry)
        return refuse(entry.error().text);
    refreshJournal();
    if (kind != JournalEntry::Kind::OnRecord) // as recorded, with positions
        m_undoStack.push(new CommittedStep(branch, m_journal.last().step, *entry));
    announce(step);
    return true;
}

bool PlanDocument::undo()
{
    return takeBack(false);
}

bool PlanDocument::redo()
{
    return takeBack(true);
}

bool PlanDocument::takeBack(bool forward)
{
    if (forward ? !canRedo() : !canUndo())
        return false;
    const int index = m_undoStack.index() - (forward ? 0 : 1);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the stack owns its commands and hands them out const
    auto* command = static_cast<CommittedStep*>(const_cast<QUndoCommand*>(m_undoStack.command(index)));
    Step back = inverse(command->step);
    back.what = forward ? tr("Redo: %1").arg(command->text()) : tr("Undo: %1").arg(command->text());
    Result<qint64> entry =
        m_file->commit(JournalEntry::Kind::Undo, command->branch, back, m_author, command->entry);
    if (!entry)
        return refuse(entry.error().text);
    refreshJournal();
    command->step = m_journal.last().step;
    command->entry = *entry;
    if (forward)
        m_undoStack.redo();
    else
        m_undoStack.undo();
    if (command->branch != m_scenario &&
        (command->branch.isNull() || tree().base.scenarios.contains(command->branch)))
        m_scenario = command->branch;
    announce(back);
    return true;
}

void PlanDocument::refreshJournal()
{
    if (Result<QList<JournalEntry>> journal = m_file->journal(m_journal.size() + 1))
        m_journal += std::move(*journal);
}

void PlanDocument::announce(const Step& step)
{
    if (!m_scenario.isNull() && !tree().base.scenarios.contains(m_scenario))
        m_scenario = Id();
    m_lastStep = step.what;
    if (Outcome done = refresh(); !done)
        refuse(done.error().text);
    if (!plan().years.contains(Id(m_year)))
        m_year = plan().years.isEmpty() ? QString() : plan().years[plan().years.size() - 1].id.text();

    emit changed();
}

bool PlanDocument::refuse(const QString& sentence)
{
    m_lastRefusal = sentence;
    emit refused(sentence);
    return false;
}

} // namespace placewright
