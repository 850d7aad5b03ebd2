#include "core/store/journal.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

#include <array>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<JournalEntry::Kind, QLatin1StringView>, 5> kinds{{
    {JournalEntry::Kind::Edit, "edit"_L1},
    {JournalEntry::Kind::Undo, "undo"_L1},
    {JournalEntry::Kind::Import, "import"_L1},
    {JournalEntry::Kind::Migrated, "migrated"_L1},
    {JournalEntry::Kind::OnRecord, "record"_L1},
}};

Error notAnEntry()
{
    return {QCoreApplication::translate("Store", "it is not what this program writes")};
}

} // namespace

QJsonObject journalBody(const JournalEntry& entry)
{
    QJsonObject body = stepToJson(entry.step);
    for (const auto& [kind, name] : kinds)
        if (kind == entry.kind)
            body.insert(u"kind"_s, name);
    if (!entry.branch.isNull())
        body.insert(u"branch"_s, entry.branch.text());
    if (entry.undoes != 0)
        body.insert(u"undoes"_s, entry.undoes);
    return body;
}

Result<JournalEntry> entryFromBody(const QByteArray& body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    JournalEntry entry;
    const QString kindName = json.value("kind"_L1).toString();
    for (const auto& [kind, name] : kinds)
        if (name == kindName)
            entry.kind = kind;
    entry.branch = Id(json.value("branch"_L1).toString());
    entry.undoes = json.value("undoes"_L1).toInteger();
    Result<Step> step = stepFromJson(json, Plan::schema());
    if (!step)
        return step.error();
    entry.step = std::move(*step);
    if (canonicalBytes(journalBody(entry)) != body)
        return notAnEntry();
    return entry;
}

QByteArray hashBeforeFirst()
{
    return QByteArray(32, '\0');
}

QByteArray chainHash(const QByteArray& before, const QByteArray& body)
{
    return QCryptographicHash::hash(before + body, QCryptographicHash::Sha256);
}

Result<UndoTarget> undoTarget(const JournalEntry& undo,
                              const std::function<std::optional<EntryLink>(qint64)>& linkOf)
{
    UndoTarget target{undo.number, true};
    for (qint64 next = undo.undoes; next != 0;) {
        const std::optional<EntryLink> link = next > 0 && next < target.origin ? linkOf(next) : std::nullopt;
        if (!link)
            return Error{QCoreApplication::translate("Store", "There is no entry %1 to undo.").arg(next)};
        if (link->branch != undo.branch)
            return Error{
                QCoreApplication::translate("Store", "Entry %1 belongs to another scenario.").arg(next)};
        if (link->kind == JournalEntry::Kind::OnRecord)
            return Error{QCoreApplication::translate(
                             "Store", "Entry %1 is on the record: it can be superseded, not taken back.")
                             .arg(next)};
        target.origin = next;
        target.restores = !target.restores;
        next = link->undoes;
    }
    return target;
}

} // namespace placewright
