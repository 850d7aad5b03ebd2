#include "core/plan/edit.h"
#include "core/plan/names.h"
#include "core/store/filecontents.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// Follows the chain from its first entry, then compares what it says with what stands in the tables.
class Verifier
{
public:
    explicit Verifier(Database& database)
        : m_database(database)
    {
        m_found.headHash = hashBeforeFirst();
    }

    void followChain()
    {
        readJournal(m_database, [this](qint64 number, const QByteArray& body, const QByteArray& hash) {
            const qint64 wanted = m_found.entries + 1;
            if (number != wanted)
                breakAt(wanted, QCoreApplication::translate("Store", "it is missing"));
            else if (chainHash(m_found.headHash, body) != hash)
                breakAt(number,
                        QCoreApplication::translate(
                            "Store", "its hash does not match what it and the entries before it say"));
            else
                replay(number, body);
            m_found.headHash = hash;
            m_found.entries = number;
            return m_found.firstBroken == 0;
        });
        if (m_found.entries == 0 && m_found.firstBroken == 0)
            breakAt(1, QCoreApplication::translate("Store", "it is missing"));
    }

    void compareTables(const Result<FileContents>& contents)
    {
        if (!contents) {
            m_found.text = contents.error().text;
            return;
        }
        if (m_replay.base() != contents->base)
            m_found.text = tableDifference(contents->base);
        else if (withoutEmpty(m_replay.steps()) != withoutEmpty(contents->steps))
            m_found.text =
                QCoreApplication::translate("Store", "The steps of a scenario were changed behind the "
                                                     "journal's back: they are not those it holds.");
        else if (const QString altered = alteredBlob(contents->blobs); !altered.isEmpty())
            m_found.text =
                QCoreApplication::translate("Store", "Text %1 was altered: it does not have that hash.")
                    .arg(altered);
        else if (const std::optional<QString> missing = missingBlob(contents->tree()))
            m_found.text = QCoreApplication::translate("Store", "Not complete: %1.").arg(*missing);
    }

    void compareHead(const QByteArray& expected)
    {
        if (!expected.isEmpty() && expected != m_found.headHash)
            m_found.text =
                QCoreApplication::translate("Store", "The journal is sound in itself but does not end in the "
                                                     "hash given: it was rebuilt, cut short or continued.");
    }

    bool faultFound() const { return !m_found.text.isEmpty(); }

    Verification result()
    {
        m_found.intact = m_found.text.isEmpty();
        const auto lines = static_cast<int>(m_found.entries);
        if (m_found.intact)
            m_found.text = QCoreApplication::translate(
                "Store", "Intact: %n journal line(s), each as it was written.", nullptr, lines);
        return m_found;
    }

private:
    void breakAt(qint64 number, const QString& why)
    {
        m_found.firstBroken = number;
        m_found.text = QCoreApplication::translate("Store", "The journal is broken at entry %1: %2.")
                           .arg(number)
                           .arg(why);
    }

    void replay(qint64 number, const QByteArray& body)
    {
        Result<JournalEntry> entry = entryFromBody(body);
        if (!entry) {
            breakAt(number, entry.error().text);
            return;
        }
        entry->number = number;
        if (const Outcome taken = m_replay.take(*entry); !taken)
            breakAt(number, taken.error().text);
    }

    static ScenarioSteps withoutEmpty(ScenarioSteps steps)
    {
        steps.removeIf(
            [](const std::pair<const Id&, QMap<qint64, Step>&>& own) { return own.second.isEmpty(); });
        return steps;
    }

    QString tableDifference(const Plan& tables) const
    {
        const Step step = difference(m_replay.base(), tables);
        const Change& change = step.changes.first();
        const EntityType& type = *Plan::schema().type(change.entity);
        const Plan& named = change.op == Change::Op::Add ? tables : m_replay.base();
        QString what = u"%1 “%2”"_s.arg(labelOf(type), nameOf(named, type.id, change.id));
        if (const Field* field = type.field(change.field))
            what += u", "_s + shownField(named, *field, change.key);
        return QCoreApplication::translate(
                   "Store", "The tables were changed behind the journal's back: %1 is not what the "
                            "journal says.")
            .arg(what);
    }

    Database& m_database;
    Replay m_replay;
    Verification m_found;
};

} // namespace

Result<Verification> verifyPlanFile(const QString& path, const QByteArray& expectedHead)
{
    Result<std::unique_ptr<Database>> database = openPlanDatabase(path, Database::Access::Read);
    if (!database)
        return database.error();
    (*database)->run(u"BEGIN"_s); // all of it as of one moment
    Verifier verifier(**database);
    verifier.followChain();
    if ((*database)->failed())
        return (*database)->error();
    if (!verifier.faultFound())
        verifier.compareTables(readContents(**database, path));
    if (!verifier.faultFound())
        verifier.compareHead(expectedHead);
    return verifier.result();
}

} // namespace placewright
