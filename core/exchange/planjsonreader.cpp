#include "core/exchange/jsontext.h"
#include "core/exchange/planjson.h"
#include "core/exchange/planjsonformat.h"
#include "core/plan/edit.h"
#include "core/store/column.h"
#include "core/store/entrychecks.h"
#include "core/store/journal.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PlanJson)
};

QString member(const QString& path, QAnyStringView key)
{
    return path + u'.' + key.toString();
}

QString element(const QString& path, qsizetype index)
{
    return u"%1[%2]"_s.arg(path).arg(index);
}

// Reads one plan. The first fault ends it: every function returns false from then on.
class PlanReader
{
public:
    bool read(const QJsonObject& json)
    {
        if (!readFormat(json) || !readEntities(json) || !checkWhole())
            return false;
        return readPeople(json.value("people"_L1)) && checkPersons() && readSteps(json.value("steps"_L1)) &&
               readTexts(json.value("texts"_L1)) && readBytes(json.value("bytes"_L1)) &&
               readJournal(json.value("journal"_L1));
    }

    PlanJson plan;
    QString fault;

private:
    bool refuse(const QString& path, const QString& what)
    {
        if (fault.isEmpty())
            fault = u"%1: %2"_s.arg(path, what);
        return false;
    }

    bool refuseUnknown(const QJsonObject& json, const QStringList& known, const QString& path)
    {
        for (auto entry = json.begin(); entry != json.end(); ++entry)
            if (!known.contains(entry.key()))
                return refuse(path.isEmpty() ? entry.key() : member(path, entry.key()),
                              Words::tr("this key is not known"));
        return true;
    }

    bool readFormat(const QJsonObject& json)
    {
        if (json.value("format"_L1) != QJsonValue(planJsonFormat))
            return refuse(u"format"_s, Words::tr("“placewright-plan” is expected"));
        const QJsonValue version = json.value("version"_L1);
        if (version.isDouble() && version.toDouble() > planJsonVersion)
            return refuse(u"version"_s,
                          Words::tr("this was written by a newer Placewright: read it with that one"));
        if (version != QJsonValue(planJsonVersion))
            return refuse(u"version"_s, Words::tr("1 is expected"));
        QStringList known{u"format"_s, u"version"_s, u"steps"_s,  u"people"_s,
                          u"texts"_s,  u"bytes"_s,   u"journal"_s};
        for (const EntityType* type : Plan::schema().types)
            known << type->plural;
        return refuseUnknown(json, known, {});
    }

    bool readEntities(const QJsonObject& json)
    {
        for (const EntityType* type : Plan::schema().types) {
            const QString path = type->plural;
            const QJsonValue list = json.value(path);
            if (!list.isUndefined() && !list.isArray())
                return refuse(path, Words::tr("a list in square brackets is expected"));
            const QJsonArray rows = list.toArray();
            for (qsizetype i = 0; i < rows.size(); ++i)
                if (!readEntity(*type, rows.at(i), element(path, i)))
                    return false;
        }
        return true;
    }

    bool readEntity(const EntityType& type, const QJsonValue& json, const QString& path)
    {
        if (!json.isObject())
            return refuse(path, Words::tr("an object in braces is expected"));
        const QJsonObject row = json.toObject();
        QStringList known{u"id"_s};
        for (const Field& field : type.fields)
            known << field.id;
        Id id;
        if (!refuseUnknown(row, known, path) || !readId(row, path, id))
            return false;
        if (&type == &FinancialYear::type && !isYearName(id.text()))
            return refuse(member(path, u"id"),
                          Words::tr("“%1” is not a financial year like 2026-27").arg(id.text()));
        TableBase& table = *plan.tree.base.table(type.id);
        if (isTaken(id))
            return refuse(member(path, u"id"), Words::tr("“%1” is used a second time").arg(id.text()));
        void* entity = table.insert(table.size(), id);
        for (const Field& field : type.fields)
            if (row.contains(field.id) &&
                !readField(field, entity, row.value(field.id), member(path, field.id)))
                return false;
        return true;
    }

    bool isTaken(const Id& id) const
    {
        const auto types = Plan::schema().types;
        return std::any_of(types.begin(), types.end(), [&](const EntityType* type) {
            return plan.tree.base.table(type->id)->contains(id);
        });
    }

    bool readId(const QJsonObject& row, const QString& path, Id& id)
    {
        id = Id(row.value("id"_L1).toString());
        return isWellFormed(id) ||
               refuse(member(path, u"id"),
                      Words::tr("an id of 1 to 64 letters, digits, -, _, . and : is expected"));
    }

    bool readField(const Field& field, void* entity, const QJsonValue& json, const QString& path)
    {
        if (field.keyedBy == KeyedBy::Nothing)
            return readCell(field, entity, Key(), json, path);
        if (!json.isObject())
            return refuse(path, Words::tr("one value for each year or area is expected, in braces"));
        const QJsonObject cells = json.toObject();
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
            const QString cellPath = member(path, cell.key());
            const std::optional<Key> key = Key::fromText(field.keyedBy, cell.key());
            if (!key)
                return refuse(cellPath, Words::tr("“%1” is not a year or area").arg(cell.key()));
            if (!readCell(field, entity, *key, cell.value(), cellPath))
                return false;
        }
        return true;
    }

    bool readCell(const Field& field, void* entity, const Key& key, const QJsonValue& json,
                  const QString& path)
    {
        const Result<Value> value = valueFromJson(field.type, json);
        if (!value)
            return refuse(path, value.error().text);
        if (const std::optional<QString> why = notStorable(field, *value))
            return refuse(path, *why);
        field.set(entity, key, *value);
        return true;
    }

    // What can be seen only when all of it is there: references into nothing, scenarios that branch from themselves.
    bool checkWhole()
    {
        const Step whole = difference(Plan(), plan.tree.base);
        const Applied applied = apply(Plan(), whole);
        if (applied.ok())
            return true;
        const Conflict& conflict = applied.conflicts.first();
        const Change& change = whole.changes.at(conflict.change);
        const EntityType& type = *Plan::schema().type(change.entity);
        const QString path = element(type.plural, change.position);
        if (conflict.reason == Conflict::Reason::Dangling)
            for (const Cell& cell : change.record)
                if (!checkReference(*type.field(cell.field), cell, path))
                    return false;
        return refuse(path, describe(conflict, whole, plan.tree.base));
    }

    bool checkReference(const Field& field, const Cell& cell, const QString& path)
    {
        const Plan& base = plan.tree.base;
        QString cellPath = member(path, field.id);
        if (cell.key != Key())
            cellPath = member(cellPath, cell.key.text());
        const auto missing = [&](const Id& id) {
            return refuse(cellPath, Words::tr("there is no “%1” in the plan").arg(id.text()));
        };
        if (field.type == ValueType::Reference && !base.table(field.references)->contains(cell.value.id()))
            return missing(cell.value.id());
        if (!cell.key.year.isNull() && !base.years.contains(cell.key.year))
            return missing(cell.key.year);
        return cell.key.area.isNull() || base.areas.contains(cell.key.area) || missing(cell.key.area);
    }

    bool readPeople(const QJsonValue& json)
    {
        if (!json.isUndefined() && !json.isArray())
            return refuse(u"people"_s, Words::tr("a list in square brackets is expected"));
        const QJsonArray list = json.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString path = element(u"people"_s, i);
            const QJsonObject person = list.at(i).toObject();
            Id id;
            if (!refuseUnknown(person, {u"id"_s, u"name"_s}, path) || !readId(person, path, id))
                return false;
            const QString name = person.value("name"_L1).toString();
            if (!person.value("name"_L1).isString() || notStorable(name))
                return refuse(member(path, u"name"), Words::tr("a name is expected"));
            if (plan.tree.people.contains(id))
                return refuse(member(path, u"id"), Words::tr("“%1” is used a second time").arg(id.text()));
            plan.tree.people.insert(id, name);
        }
        return true;
    }

    bool checkPersons()
    {
        for (const EntityType* type : Plan::schema().types)
            for (const Field& field : type->fields)
                if (field.type == ValueType::Person && !checkPersons(*type, field))
                    return false;
        plan.tree.base.people = plan.tree.people;
        return true;
    }

    bool checkPersons(const EntityType& type, const Field& field)
    {
        const TableBase& table = *plan.tree.base.table(type.id);
        for (qsizetype i = 0; i < table.size(); ++i) {
            const Id person = field.get(table.at(i), Key()).id();
            if (!person.isNull() && !plan.tree.people.contains(person))
                return refuseStranger(member(element(type.plural, i), field.id), person);
        }
        return true;
    }

    bool refuseStranger(const QString& path, const Id& person)
    {
        return refuse(path, Words::tr("“%1” is not among the people").arg(person.text()));
    }

    bool readSteps(const QJsonValue& json)
    {
        if (!json.isUndefined() && !json.isObject())
            return refuse(u"steps"_s, Words::tr("one list for each scenario is expected, in braces"));
        const QJsonObject scenarios = json.toObject();
        for (auto scenario = scenarios.begin(); scenario != scenarios.end(); ++scenario) {
            const QString path = member(u"steps"_s, scenario.key());
            if (!plan.tree.base.scenarios.contains(Id(scenario.key())))
                return refuse(path, Words::tr("there is no such scenario"));
            if (!scenario.value().isArray())
                return refuse(path, Words::tr("a list in square brackets is expected"));
            const QJsonArray list = scenario.value().toArray();
            for (qsizetype i = 0; i < list.size(); ++i)
                if (!readStep(Id(scenario.key()), list.at(i), element(path, i)))
                    return false;
        }
        return true;
    }

    bool readStep(const Id& scenario, const QJsonValue& json, const QString& path)
    {
        const QJsonObject row = json.toObject();
        if (!json.isObject() || !row.value("changes"_L1).isArray())
            return refuse(path, Words::tr("a step with a list of “changes” is expected"));
        if (!refuseUnknown(row, {u"what"_s, u"why"_s, u"who"_s, u"when"_s, u"changes"_s}, path))
            return false;
        for (const QString& key : {u"what"_s, u"why"_s, u"who"_s, u"when"_s})
            if (row.contains(key) && !row.value(key).isString())
                return refuse(member(path, key), Words::tr("a text in quotes is expected"));
        if (!checkChangeShapes(row.value("changes"_L1).toArray(), member(path, u"changes")))
            return false;
        const Result<Step> step = stepFromJson(row, Plan::schema());
        if (!step)
            return refuse(path, step.error().text);
        if (const std::optional<QString> why = notStorable(Plan::schema(), *step))
            return refuse(path, *why);
        if (!step->who.isNull() && !plan.tree.people.contains(step->who))
            return refuseStranger(member(path, u"who"), step->who);
        JournalEntry entry;
        entry.branch = scenario;
        entry.step = *step;
        if (const Outcome kept = checkKeeping(entry, plan.tree.base); !kept)
            return refuse(path, kept.error().text);
        plan.tree.steps[scenario].append(*step);
        return true;
    }

    bool checkChangeShapes(const QJsonArray& changes, const QString& path)
    {
        for (qsizetype i = 0; i < changes.size(); ++i) {
            const QString changePath = element(path, i);
            if (!changes.at(i).isObject())
                return refuse(changePath, Words::tr("an object in braces is expected"));
            const QJsonObject change = changes.at(i).toObject();
            if (change.value("entity"_L1) == QJsonValue(Scenario::type.id))
                return refuse(member(changePath, u"entity"),
                              Words::tr("a scenario's steps cannot change scenarios"));
            const QString op = change.value("op"_L1).toString();
            const QString side = op == u"add" ? u"to"_s : u"from"_s;
            if ((op == u"add" || op == u"remove") && !change.value(side).isObject())
                return refuse(member(changePath, side), Words::tr("the fields are expected, in braces"));
            const QJsonValue position = change.value("position"_L1);
            if (!position.isUndefined() && (position.toInteger(-1) < 0))
                return refuse(member(changePath, u"position"), Words::tr("a number from 0 is expected"));
        }
        return true;
    }

    bool readTexts(const QJsonValue& json)
    {
        return readBlobs(json, u"texts"_s,
                         [](const QString& text) -> std::optional<QByteArray> { return text.toUtf8(); });
    }

    bool readBytes(const QJsonValue& json)
    {
        return readBlobs(json, u"bytes"_s,
                         [](const QString& text) -> std::optional<QByteArray> {
                             auto decoded = QByteArray::fromBase64Encoding(
                                 text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
                             return decoded ? std::optional(*decoded) : std::nullopt;
                         }) &&
               checkReferredTexts();
    }

    template <class Decode> bool readBlobs(const QJsonValue& json, const QString& key, Decode decode)
    {
        if (!json.isUndefined() && !json.isObject())
            return refuse(key, Words::tr("one text for each hash is expected, in braces"));
        const QJsonObject blobs = json.toObject();
        for (auto blob = blobs.begin(); blob != blobs.end(); ++blob) {
            const std::optional<QByteArray> bytes =
                blob.value().isString() ? decode(blob.value().toString()) : std::nullopt;
            if (!bytes || sha256Hex(*bytes) != blob.key())
                return refuse(member(key, blob.key()), Words::tr("the text does not have this SHA-256"));
            plan.tree.blobs.insert(blob.key(), *bytes);
        }
        return true;
    }

    bool checkReferredTexts()
    {
        const Plan& base = plan.tree.base;
        const auto check = [this](const QString& hash, const QString& path) {
            return hash.isEmpty() || plan.tree.blobs.contains(hash) ||
                   refuse(path, Words::tr("there is no text with this SHA-256"));
        };
        for (qsizetype i = 0; i < base.years.size(); ++i)
            if (!check(base.years[i].rulebookHash, member(element(u"years"_s, i), u"rulebookHash")))
                return false;
        for (qsizetype i = 0; i < base.needDatasets.size(); ++i)
            if (!check(base.needDatasets[i].hash, member(element(u"needDatasets"_s, i), u"hash")))
                return false;
        for (qsizetype i = 0; i < base.frozenVersions.size(); ++i) {
            const FrozenVersion& version = base.frozenVersions[i];
            const QString path = element(u"frozenVersions"_s, i);
            if (!check(version.planHash, member(path, u"planHash")) ||
                !check(version.evaluationHash, member(path, u"evaluationHash")) ||
                !check(version.paperHash, member(path, u"paperHash")))
                return false;
        }
        return true;
    }

    bool readJournal(const QJsonValue& json)
    {
        if (!json.isUndefined() && !json.isArray())
            return refuse(u"journal"_s, Words::tr("a list in square brackets is expected"));
        const QJsonArray list = json.toArray();
        QByteArray hash = hashBeforeFirst();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString path = element(u"journal"_s, i);
            QJsonObject body = list.at(i).toObject();
            const QString stated = body.take("hash"_L1).toString();
            const QByteArray bytes = canonicalBytes(body);
            Result<JournalEntry> entry = entryFromBody(bytes);
            if (!entry)
                return refuse(path, entry.error().text);
            hash = chainHash(hash, bytes);
            if (stated != QString::fromLatin1(hash.toHex()))
                return refuse(member(path, u"hash"),
                              Words::tr("the hash does not match what this entry and those before it say"));
            entry->number = i + 1;
            entry->hash = hash;
            plan.journal.append(*entry);
        }
        return true;
    }
};

} // namespace

Result<PlanJson> readPlanJson(const QByteArray& text)
{
    const Result<QJsonObject> json = parseJsonObject(text);
    if (!json)
        return json.error();
    PlanReader reader;
    if (!reader.read(*json))
        return Error{reader.fault};
    return std::move(reader.plan);
}

} // namespace placewright
