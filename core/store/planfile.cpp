#include "core/store/planfile.h"

#include "core/plan/applychange.h"
#include "core/plan/committeechecks.h"
#include "core/store/entrychecks.h"
#include "core/store/filecontents.h"
#include "core/store/fileheader.h"
#include "core/store/newplanfile.h"
#include "core/store/planlock.h"
#include "core/store/plantables.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

Error sentence(const char* text)
{
    return {QCoreApplication::translate("Store", text)};
}

// Where an entity stood belongs to the Step, so that its inverse puts it back there.
void fillPositions(Step& step, const Plan& plan)
{
    const auto isOpen = [](const Change& change) {
        return change.op != Change::Op::Set && change.position < 0;
    };
    if (std::none_of(step.changes.begin(), step.changes.end(), isOpen))
        return;
    Plan walked = plan;
    for (Change& change : step.changes) {
        const TableBase* table = std::as_const(walked).table(change.entity);
        if (table && isOpen(change))
            change.position = change.op == Change::Op::Add ? table->size() : table->positionOf(change.id);
        if (applyChange(walked, change))
            break; // apply() says why
    }
}

} // namespace

class PlanFile::Private
{
public:
    struct Pending
    {
        JournalEntry entry;
        QByteArray body;
        Plan base;                // after the entry
        Plan worked;              // its scenario's plan after a Step on it
        QMap<qint64, Step> steps; // of its scenario, after the entry
        QMap<Id, QString> people;
        QMap<QString, QByteArray> newBlobs;
    };

    Outcome prepare(Pending& pending);
    Outcome prepareBase(Pending& pending);
    Outcome prepareScenario(Pending& pending);
    Outcome prepareUndo(Pending& pending);
    Outcome checkVersionHeads(const Pending& pending) const;
    void write(const Pending& pending);
    Result<qint64> add(const NewEntry& wanted);
    void writeScenario(const Pending& pending);
    void adopt(Pending&& pending);
    std::optional<EntryLink> linkOf(qint64 number, Step* step = nullptr);
    const Plan& planOf(const Id& scenario);
    Outcome begin(); // the transaction in which the file is changed
    qint64 dataVersion() { return database->number(u"PRAGMA data_version"_s); }

    QString path;
    bool readOnly = false;
    std::shared_ptr<QLockFile> lock;
    std::unique_ptr<Database> database;
    ScenarioSteps steps;
    PlanTree tree;
    QByteArray head;
    qint64 entries = 0;
    qint64 version = 0; // SQLite's count of what others wrote

    // The scenario edited last, so that many edits of it do not apply all its Steps each time.
    Id workedOn;
    Plan workedOnPlan;

    // What the file says, to come back to when entries are not kept.
    struct State
    {
        ScenarioSteps steps;
        PlanTree tree;
        QByteArray head;
        qint64 entries = 0;
        Id workedOn;
        Plan workedOnPlan;
    };
    State state() const { return {steps, tree, head, entries, workedOn, workedOnPlan}; }
    void takeBack(State&& before)
    {
        steps = std::move(before.steps);
        tree = std::move(before.tree);
        head = std::move(before.head);
        entries = before.entries;
        workedOn = before.workedOn;
        workedOnPlan = std::move(before.workedOnPlan);
    }
};

const Plan& PlanFile::Private::planOf(const Id& scenario)
{
    if (scenario.isNull())
        return tree.base;
    if (workedOn != scenario) {
        workedOnPlan = branchPlan(tree, scenario).plan;
        workedOn = scenario;
    }
    return workedOnPlan;
}

std::optional<EntryLink> PlanFile::Private::linkOf(qint64 number, Step* step)
{
    std::optional<EntryLink> link;
    database->read(u"SELECT body FROM journal WHERE number = ?"_s, {number}, [&](const QSqlQuery& row) {
        if (Result<JournalEntry> entry = entryFromBody(bytesIn(row.value(0)).value_or(QByteArray()))) {
            link = EntryLink{entry->kind, entry->branch, entry->undoes};
            if (step)
                *step = entry->step;
        }
        return false;
    });
    return link;
}

Outcome PlanFile::Private::begin()
{
    if (readOnly)
        return Error{QCoreApplication::translate("Store", "%1 is open read-only: nothing can be changed.")
                         .arg(quotedFileName(path))};
    if (database->failed())
        database->rollBack();
    database->begin();
    if (dataVersion() != version)
        database->fail(QCoreApplication::translate(
                           "Store", "%1 was changed by another program: close it and open it again.")
                           .arg(quotedFileName(path)));
    if (!database->failed())
        return Done{};
    const Error error = database->error();
    database->rollBack();
    return error;
}

Outcome PlanFile::Private::prepare(Pending& pending)
{
    JournalEntry& entry = pending.entry;
    entry.number = entries + 1;
    pending.base = tree.base;
    if (!entry.branch.isNull() && !tree.base.scenarios.contains(entry.branch))
        return sentence(QT_TRANSLATE_NOOP("Store", "That scenario is not in the plan."));
    if (Outcome storable = checkStorable(entry.step); !storable)
        return storable;
    if (Outcome sound = checkBlobs(pending.newBlobs); !sound)
        return sound;
    if (Outcome kept = checkKeeping(entry, tree.base); !kept)
        return kept;
    if ((entry.kind == JournalEntry::Kind::Undo) != (entry.undoes != 0))
        return sentence(QT_TRANSLATE_NOOP("Store", "An undo must name the entry it takes back."));
    if (Outcome prepared = entry.branch.isNull() ? prepareBase(pending) : prepareScenario(pending); !prepared)
        return prepared;
    QMap<QString, QByteArray> blobs = tree.blobs;
    blobs.insert(pending.newBlobs);
    return checkReferences(entry.branch.isNull() ? pending.base : pending.worked, blobs);
}

Outcome PlanFile::Private::prepareBase(Pending& pending)
{
    JournalEntry& entry = pending.entry;
    if (entry.undoes != 0)
        if (const Result<UndoTarget> target = undoTarget(entry, [this](qint64 n) { return linkOf(n); });
            !target)
            return target.error();
    fillPositions(entry.step, tree.base);
    Applied applied = apply(tree.base, entry.step);
    if (!applied.ok())
        return Error{describe(applied.conflicts.first(), entry.step, tree.base)};
    pending.base = std::move(applied.plan);
    if (entry.kind == JournalEntry::Kind::Import || entry.kind == JournalEntry::Kind::Migrated)
        return Done{};
    pending.base.people = pending.people; // for names
    const std::optional<QString> refused = committeeRefusal(tree.base, pending.base, entry.step);
    return refused ? Outcome(Error{*refused}) : Outcome(Done{});
}

Outcome PlanFile::Private::prepareScenario(Pending& pending)
{
    JournalEntry& entry = pending.entry;
    pending.steps = steps.value(entry.branch);
    if (entry.undoes != 0)
        return prepareUndo(pending);
    const auto isScenario = [](const Change& change) { return change.entity == Scenario::type.id; };
    if (std::any_of(entry.step.changes.begin(), entry.step.changes.end(), isScenario))
        return sentence(QT_TRANSLATE_NOOP("Store", "Scenarios are added, changed and removed in the base."));
    const Plan& plan = planOf(entry.branch);
    fillPositions(entry.step, plan);
    Applied applied = apply(plan, entry.step);
    if (!applied.ok())
        return Error{describe(applied.conflicts.first(), entry.step, plan)};
    pending.steps.insert(entry.number, entry.step);
    pending.worked = std::move(applied.plan);
    return Done{};
}

Outcome PlanFile::Private::prepareUndo(Pending& pending)
{
    JournalEntry& entry = pending.entry;
    const Result<UndoTarget> target = undoTarget(entry, [this](qint64 n) { return linkOf(n); });
    if (!target)
        return target.error();
    if (pending.steps.contains(target->origin) == target->restores)
        return Error{QCoreApplication::translate("Store", "Entry %1 is undone already.").arg(entry.undoes)};
    if (!target->restores) {
        pending.steps.remove(target->origin);
        return Done{};
    }
    Step restored;
    if (!linkOf(target->origin, &restored))
        return database->error();
    pending.steps.insert(target->origin, restored);
    return Done{};
}

// What a version says of the journal before it is what verify holds it against.
Outcome PlanFile::Private::checkVersionHeads(const Pending& pending) const
{
    if (pending.entry.kind != JournalEntry::Kind::OnRecord)
        return Done{};
    const QString before = QString::fromLatin1(head.toHex());
    for (const FrozenVersion& frozen : pending.base.frozenVersions)
        if (!tree.base.frozenVersions.contains(frozen.id) && frozen.head != before)
            return sentence(QT_TRANSLATE_NOOP(
                "Store", "The plan has changed while it was frozen. Freeze the version again."));
    return Done{};
}

void PlanFile::Private::write(const Pending& pending)
{
    const JournalEntry& entry = pending.entry;
    insertJournalEntry(*database, entry.number, pending.body, entry.hash);
    for (auto person = pending.people.begin(); person != pending.people.end(); ++person)
        if (!tree.people.contains(person.key()))
            insertPerson(*database, person.key(), person.value());
    for (auto blob = pending.newBlobs.begin(); blob != pending.newBlobs.end(); ++blob)
        insertBlob(*database, blob.key(), blob.value());
    if (entry.branch.isNull())
        PlanTableWriter(*database).write(entry.step, tree.base, pending.base);
    else
        writeScenario(pending);
}

// Checks one entry and writes it into the open transaction.
Result<qint64> PlanFile::Private::add(const NewEntry& wanted)
{
    Pending pending;
    pending.entry.kind = wanted.kind;
    pending.entry.branch = wanted.branch;
    pending.entry.undoes = wanted.undoes;
    pending.entry.step = wanted.step;
    for (auto blob = wanted.blobs.begin(); blob != wanted.blobs.end(); ++blob)
        if (!tree.blobs.contains(blob.key()))
            pending.newBlobs.insert(blob.key(), blob.value());
    pending.people = tree.people;
    if (Outcome sound = checkPeople(wanted.people, {}); !sound)
        return sound.error();
    for (const Id& person : peopleNamed(wanted.step))
        if (wanted.people.contains(person) && !pending.people.contains(person))
            pending.people.insert(person, wanted.people.value(person));
    if (Outcome signedBy = signStep(pending.entry.step, wanted.author, pending.people); !signedBy)
        return signedBy.error();
    if (Outcome known = checkNamed(pending.entry.step, pending.people); !known)
        return known.error();
    if (Outcome prepared = prepare(pending); !prepared)
        return prepared.error();
    if (Outcome versions = checkVersionHeads(pending); !versions)
        return versions.error();
    pending.body = canonicalBytes(journalBody(pending.entry));
    pending.entry.hash = chainHash(head.isEmpty() ? hashBeforeFirst() : head, pending.body);
    write(pending);
    if (database->failed())
        return database->error();
    const qint64 number = pending.entry.number;
    adopt(std::move(pending));
    return number;
}

void PlanFile::Private::writeScenario(const Pending& pending)
{
    const Id& scenario = pending.entry.branch;
    if (pending.entry.undoes == 0) {
        insertScenarioStep(*database, scenario, pending.steps.size() - 1, pending.entry.number);
        return;
    }
    database->run(u"DELETE FROM scenario_steps WHERE scenario = ?"_s, {scenario.text()});
    qint64 position = 0;
    for (auto step = pending.steps.begin(); step != pending.steps.end(); ++step)
        insertScenarioStep(*database, scenario, position++, step.key());
}

void PlanFile::Private::adopt(Pending&& pending)
{
    const JournalEntry& entry = pending.entry;
    workedOn = entry.undoes == 0 ? entry.branch : Id();
    workedOnPlan = std::move(pending.worked);
    if (!entry.branch.isNull())
        steps.insert(entry.branch, pending.steps);
    tree.base = std::move(pending.base);
    tree.steps = stepsOf(tree.base, steps);
    tree.people = std::move(pending.people);
    tree.base.people = tree.people;
    workedOnPlan.people = tree.people;
    tree.blobs.insert(pending.newBlobs);
    head = entry.hash;
    entries = entry.number;
}

Author programAuthor()
{
    return {u"Placewright"_s, [] { return QDateTime::currentDateTimeUtc(); }};
}

PlanFile::PlanFile(std::unique_ptr<Private> made)
    : d(std::move(made))
{
}

PlanFile::~PlanFile() = default;

Result<std::unique_ptr<PlanFile>> PlanFile::open(const QString& path, Mode mode, const Author& author)
{
    return openWith({}, path, mode, author);
}

Result<std::unique_ptr<PlanFile>> PlanFile::openWith(std::shared_ptr<QLockFile> held, const QString& path,
                                                     Mode mode, const Author& author)
{
    if (Outcome header = checkPlanHeader(path); !header)
        return header.error();
    auto d = std::make_unique<Private>();
    d->path = QFileInfo(path).canonicalFilePath();
    d->readOnly = mode == Mode::ReadOnly;
    if (!d->readOnly) {
        Result<std::shared_ptr<QLockFile>> lock =
            held ? Result<std::shared_ptr<QLockFile>>(std::move(held)) : lockPlan(d->path);
        if (!lock)
            return lock.error();
        d->lock = *lock;
        if (!QFileInfo(d->path).isWritable())
            return Error{QCoreApplication::translate(
                             "Store", "%1 cannot be written here: open it read-only, or work on a copy.")
                             .arg(quotedFileName(path))};
    }
    Result<std::unique_ptr<Database>> database =
        openPlanDatabase(d->path, d->readOnly ? Database::Access::Read : Database::Access::Write, author);
    if (!database)
        return database.error();
    d->database = std::move(*database);
    d->database->run(u"BEGIN"_s);
    d->version = d->dataVersion();
    Result<FileContents> contents = readContents(*d->database, d->path);
    if (!contents)
        return contents.error();
    d->database->run(u"COMMIT"_s);
    d->tree = contents->tree();
    if (const QString altered = alteredBlob(d->tree.blobs); !altered.isEmpty())
        return damagedPlan(path, QCoreApplication::translate("Store", "text %1 was altered").arg(altered));
    if (const std::optional<QString> missing = missingBlob(d->tree))
        return damagedPlan(path, *missing);
    d->steps = std::move(contents->steps);
    d->head = contents->headHash;
    d->entries = contents->entries;
    return std::unique_ptr<PlanFile>(new PlanFile(std::move(d)));
}

QString PlanFile::path() const
{
    return d->path;
}

bool PlanFile::isReadOnly() const
{
    return d->readOnly;
}

const PlanTree& PlanFile::tree() const
{
    return d->tree;
}

QByteArray PlanFile::headHash() const
{
    return d->head;
}

qint64 PlanFile::entryCount() const
{
    return d->entries;
}

Result<qint64> PlanFile::commit(JournalEntry::Kind kind, const Id& branch, Step step, const Author& author,
                                qint64 undoes, const QMap<QString, QByteArray>& blobs)
{
    return commitAll({{kind, branch, std::move(step), author, undoes, blobs}});
}

Result<qint64> PlanFile::commitAll(const QList<NewEntry>& entries)
{
    if (entries.isEmpty())
        return d->entries;
    if (Outcome begun = d->begin(); !begun)
        return begun.error();
    Private::State before = d->state();
    const auto refuse = [&](const Error& error) {
        d->database->rollBack();
        d->takeBack(std::move(before));
        return error;
    };
    qint64 last = 0;
    for (const NewEntry& entry : entries) {
        const Result<qint64> number = d->add(entry);
        if (!number)
            return refuse(number.error());
        last = *number;
    }
    if (!d->database->commit())
        return refuse(d->database->error());
    return last;
}

Outcome PlanFile::renamePerson(const Id& person, const QString& name)
{
    if (!d->tree.people.contains(person))
        return sentence(QT_TRANSLATE_NOOP("Store", "That person is not in the plan."));
    if (Outcome sound = checkPeople({{person, name}}, {}); !sound)
        return sound;
    if (Outcome begun = d->begin(); !begun)
        return begun;
    d->database->run(u"UPDATE people SET name = ? WHERE id = ?"_s, {name, person.text()});
    if (!d->database->commit()) {
        const Error error = d->database->error();
        d->database->rollBack();
        return error;
    }
    d->tree.people.insert(person, name);
    d->tree.base.people = d->tree.people;
    d->workedOnPlan.people = d->tree.people;
    return Done{};
}

Result<QList<JournalEntry>> PlanFile::journal(qint64 from) const
{
    QList<JournalEntry> entries;
    QString fault;
    readJournal(
        *d->database,
        [&](qint64 number, const QByteArray& body, const QByteArray& hash) {
            Result<JournalEntry> entry = entryFromBody(body);
            if (!entry) {
                fault = QCoreApplication::translate("Store", "journal entry %1: %2")
                            .arg(number)
                            .arg(entry.error().text);
                return false;
            }
            entry->number = number;
            entry->hash = hash;
            entries.append(*entry);
            return true;
        },
        from);
    if (d->database->failed()) {
        const Error error = d->database->error();
        d->database->rollBack();
        return error;
    }
    if (!fault.isEmpty())
        return damagedPlan(d->path, fault);
    return entries;
}

} // namespace placewright
