#include "core/plan/edit.h"
#include "core/plan/names.h"
#include "core/store/column.h"
#include "core/store/filecontents.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QMap<Id, QString> namesIn(Database& database)
{
    QMap<Id, QString> people;
    database.read(u"SELECT id, name FROM people"_s, {}, [&](const QSqlQuery& row) {
        people.insert(Id(textIn(row.value(0)).value_or(QString())), textIn(row.value(1)).value_or(QString()));
        return true;
    });
    return people;
}

// Follows the chain from its first entry, then compares what it says with what stands in the tables.
class Verifier
{
public:
    // `expectedHead`: a hash that was kept elsewhere; empty: none.
    Verifier(Database& database, const QByteArray& expectedHead)
        : m_database(database)
        , m_people(namesIn(database))
        , m_replay(m_people)
        , m_expectedHead(expectedHead)
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
            if (hash == m_expectedHead)
                m_expectedAt = number;
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

    void compareHead()
    {
        if (!m_expectedHead.isEmpty() && m_expectedAt == 0)
            m_found.text =
                QCoreApplication::translate("Store", "The journal is sound in itself but does not hold the "
                                                     "hash given: it was rebuilt or cut short.");
    }

    bool faultFound() const { return !m_found.text.isEmpty(); }

    Verification result()
    {
        m_found.intact = m_found.text.isEmpty();
        const auto lines = static_cast<int>(m_found.entries);
        if (m_found.intact) {
            m_found.text = QCoreApplication::translate(
                "Store", "Intact: %n journal line(s), each as it was written.", nullptr, lines);
            if (m_expectedAt > 0)
                m_found.text +=
                    u' ' + QCoreApplication::translate("Store", "The hash given is that of line %1.")
                               .arg(m_expectedAt);
        }
        return m_found;
    }

private:
    void breakAt(qint64 number, QString why)
    {
        while (why.endsWith(u'.'))
            why.chop(1);
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
        else if (entry->kind == JournalEntry::Kind::OnRecord)
            checkVersions(number, entry->step);
    }

    // A version says which entry was the last one before it. One that came with an import tells of another journal.
    void checkVersions(qint64 number, const Step& step)
    {
        const QString head = QString::fromLatin1(m_found.headHash.toHex());
        for (const Change& change : step.changes) {
            const FrozenVersion* version = change.entity == FrozenVersion::type.id
                                               ? m_replay.base().frozenVersions.find(change.id)
                                               : nullptr;
            if (!version || version->head == head)
                continue;
            breakAt(number,
                    QCoreApplication::translate("Store", "version %1 of %2 was frozen under another journal")
                        .arg(QString::number(version->number.value_or(0)), version->year.text()));
            return;
        }
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
        Plan named = change.op == Change::Op::Add ? tables : m_replay.base();
        named.people = m_people;
        QString what = u"%1 “%2”"_s.arg(labelOf(type), nameOf(named, type.id, change.id));
        if (const Field* field = type.field(change.field))
            what += u", "_s + shownField(named, *field, change.key);
        return QCoreApplication::translate(
                   "Store", "The tables were changed behind the journal's back: %1 is not what the "
                            "journal says.")
            .arg(what);
    }

    Database& m_database;
    const QMap<Id, QString> m_people; // for names
    Replay m_replay;
    Verification m_found;
    QByteArray m_expectedHead;
    qint64 m_expectedAt = 0; // its entry; 0: none has it
};

} // namespace

Result<Verification> verifyPlanFile(const QString& path, const QByteArray& expectedHead)
{
    Result<std::unique_ptr<Database>> database = openPlanDatabase(path, Database::Access::Read);
    if (!database)
        return database.error();
    (*database)->run(u"BEGIN"_s); // all of it as of one moment
    Verifier verifier(**database, expectedHead);
    verifier.followChain();
    if ((*database)->failed())
        return (*database)->error();
    if (!verifier.faultFound())
        verifier.compareTables(readContents(**database, path));
    if (!verifier.faultFound())
        verifier.compareHead();
    return verifier.result();
}

} // namespace placewright
