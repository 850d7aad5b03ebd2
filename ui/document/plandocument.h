#pragma once

#include "core/evaluate/evaluation.h"
#include "core/plan/edit.h"
#include "core/store/planfile.h"

#include <QObject>
#include <QUndoStack>

namespace placewright {

// The open plan: the file, the branch and year shown, their evaluation, and the undo stack. Every edit goes through
// `commit`: on disk first, then shown. Nothing else changes a plan.
class PlanDocument : public QObject
{
    Q_OBJECT
public:
    static Result<std::unique_ptr<PlanDocument>> open(const QString& path, PlanFile::Mode mode,
                                                      const Author& author);
    ~PlanDocument() override;

    QString path() const { return m_file->path(); }
    bool isReadOnly() const { return m_file->isReadOnly(); }
    const PlanTree& tree() const { return m_file->tree(); }
    const Author& author() const { return m_author; }

    const Plan& plan() const { return m_branch.plan; } // of the scenario shown
    const Plan& base() const { return m_file->tree().base; }
    const Shelf& shelf() const { return m_shelf; }
    const Evaluation& evaluation() const { return m_evaluation; }
    const QList<StaleStep>& stale() const { return m_branch.stale; }

    const Id& scenario() const { return m_scenario; } // null: the base
    QString scenarioName(const Id& scenario) const;
    const QString& year() const { return m_year; } // empty: the plan has no year yet
    const Rulebook* rulebook() const;              // of the year shown; null: none

    // Another scenario evaluated, for comparisons beside the one shown. Null when its sums overflow.
    struct Other
    {
        Plan plan;
        Evaluation evaluation;
    };
    std::shared_ptr<const Other> other(const Id& scenario) const;

    // The newest journal entry on the shown branch or the base that set this cell; null when none did.
    const JournalEntry* lastChange(const CellRef& cell) const;
    const QList<JournalEntry>& journal() const { return m_journal; }
    QString personName(const Id& person) const;
    QDateTime savedAt() const; // of the last entry
    QByteArray headHash() const { return m_file->headHash(); }
    QString lastStepText() const { return m_lastStep; }

    QUndoStack& undoStack() { return m_undoStack; }
    bool canUndo() const;
    bool canRedo() const;

    // Commits on the shown branch. False: nothing happened, and `refused` said why. An empty Step is done already.
    bool commit(const Step& step, const QMap<QString, QByteArray>& blobs = {});
    bool commitToBase(const Step& step, const QMap<QString, QByteArray>& blobs = {},
                      const QMap<Id, QString>& people = {});
    // What goes on the record stands on the base and is not undone.
    bool record(const Step& step, const QMap<QString, QByteArray>& blobs = {},
                const QMap<Id, QString>& people = {});
    // The person of that name, or a new id for it in `people`; null for an empty name.
    Id personNamed(const QString& name, QMap<Id, QString>& people) const;
    bool renamePerson(const Id& person, const QString& name);
    QString lastRefusal() const { return m_lastRefusal; }

public slots:
    void showScenario(const placewright::Id& scenario);
    void showYear(const QString& year);
    bool undo();
    bool redo();

signals:
    void changed(); // the plan, its evaluation, or the scenario or year shown
    void refused(const QString& sentence);

private:
    PlanDocument(std::unique_ptr<PlanFile> file, Author author);
    Outcome load();
    bool commitTo(JournalEntry::Kind kind, const Id& branch, const Step& step,
                  const QMap<QString, QByteArray>& blobs, const QMap<Id, QString>& people);
    bool takeBack(bool forward);
    Outcome refresh();
    bool refuse(const QString& sentence);
    void refreshJournal();
    void announce(const Step& step);

    std::unique_ptr<PlanFile> m_file;
    Author m_author;
    Id m_scenario;
    QString m_year;
    Branch m_branch;
    Shelf m_shelf;
    Evaluation m_evaluation;
    QList<JournalEntry> m_journal;
    QUndoStack m_undoStack;
    QString m_lastStep;
    QString m_lastRefusal;
    mutable QHash<Id, std::shared_ptr<const Other>> m_others;
};

} // namespace placewright
