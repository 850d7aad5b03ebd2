#pragma once

#include "core/money/result.h"
#include "core/plan/plantree.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

class QLockFile;

namespace placewright {

struct NewPlanFile;

// One entry of the journal: a Step on a branch, and what it undoes. Bodies are never rewritten.
struct JournalEntry
{
    enum class Kind { Edit, Undo, Import, Migrated, OnRecord }; // OnRecord: never undone, base only

    qint64 number = 0; // 1, 2, 3, ...
    Kind kind = Kind::Edit;
    Id branch;         // a scenario; null: the base
    qint64 undoes = 0; // number of the entry that this one takes back; 0: none
    Step step;
    QByteArray hash; // SHA-256 of (hash of the entry before, body)
};

// Who is editing, and when: given from outside so that a test can set it.
struct Author
{
    QString name;
    std::function<QDateTime()> now;
    IdSource ids = randomIds(); // for a name that the file does not know yet
};

// "Placewright" by the computer's clock: what the program does of itself.
Author programAuthor();

// An entry that is to be written: see PlanFile::commit.
struct NewEntry
{
    JournalEntry::Kind kind = JournalEntry::Kind::Edit;
    Id branch;
    Step step;
    Author author;
    qint64 undoes = 0;
    QMap<QString, QByteArray> blobs;
    QMap<Id, QString> people = {}; // names that its Step refers to and the file does not know yet
};

// The plan file: one SQLite database, every Step on disk before it is shown, journal chained. Holds a lock file beside
// the plan while it is open for writing. Errors are one sentence each: not a plan, newer than the program, damaged, open
// elsewhere, cannot be written.
class PlanFile
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    // Makes the file whole beside the target and puts it in its place. The chain begins with an Import entry that adds
    // the base, then one Edit entry for each Step of a scenario.
    static Result<std::unique_ptr<PlanFile>> create(const QString& path, const PlanTree& tree,
                                                    const Author& author, const QString& what);
    // The same with a journal that came along: it must replay to the tree, and the head hash is the same afterwards.
    static Result<std::unique_ptr<PlanFile>> createFromJournal(const QString& path, const PlanTree& tree,
                                                               const QList<JournalEntry>& journal);
    // A file of an older version is migrated in the author's name: see store/migration.h.
    static Result<std::unique_ptr<PlanFile>> open(const QString& path, Mode mode,
                                                  const Author& author = programAuthor());
    ~PlanFile();

    QString path() const;
    bool isReadOnly() const;
    const PlanTree& tree() const; // as on disk
    QByteArray headHash() const;
    qint64 entryCount() const;

    // Applies the Step to its branch and writes it, or does neither. `blobs` are stored with it. Returns the entry's number.
    // A Step that does not fit is refused with the first conflict in words. `undoes` names an earlier entry of the same
    // branch: on the base the Step is its inverse and is applied; on a scenario that entry's Step leaves the scenario's Steps,
    // or comes back to its old place when that entry was itself an undo.
    Result<qint64> commit(JournalEntry::Kind kind, const Id& branch, Step step, const Author& author,
                          qint64 undoes = 0, const QMap<QString, QByteArray>& blobs = {});

    // Several entries in one transaction, each on what the ones before it leave: all are written, or none. Returns the
    // number of the last.
    Result<qint64> commitAll(const QList<NewEntry>& entries);

    // The name of a person of the plan, outside the journal, which refers to people by id: corrected, or erased when it is empty.
    Outcome renamePerson(const Id& person, const QString& name);

    Result<QList<JournalEntry>> journal(qint64 from = 1) const; // entries numbered `from` and later

private:
    class Private;
    explicit PlanFile(std::unique_ptr<Private> d);
    // Without a lock: one is taken for writing.
    static Result<std::unique_ptr<PlanFile>> openWith(std::shared_ptr<QLockFile> lock, const QString& path,
                                                      Mode mode, const Author& author);
    static Result<std::unique_ptr<PlanFile>> writeAndOpen(const QString& path, const NewPlanFile& plan);
    std::unique_ptr<Private> d;
};

// What `verify` found. Intact: the chain recomputes, replay gives the tables, every blob has its hash.
struct Verification
{
    bool intact = false;
    qint64 entries = 0;
    qint64 firstBroken = 0; // 0: none
    QByteArray headHash;
    QString text; // one sentence
};

// A whole copy of a plan in another place, made by SQLite itself (VACUUM INTO); replaces what stands there.
Outcome copyPlanFile(const QString& from, const QString& to);

// Reads the file without writing. `expectedHead`, when given, must be the hash of an entry: of the last, or of the one that was
// the last when a paper was printed.
Result<Verification> verifyPlanFile(const QString& path, const QByteArray& expectedHead = {});

} // namespace placewright
