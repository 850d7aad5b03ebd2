#include "core/exchange/planjson.h"

#include "core/exchange/planjsonformat.h"
#include "core/store/journal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringDecoder>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QJsonArray entities(const EntityType& type, const TableBase& table)
{
    QJsonArray list;
    for (qsizetype i = 0; i < table.size(); ++i) {
        QJsonObject entity = recordToJson(recordOf(type, table.at(i)));
        entity.insert(u"id"_s, table.idAt(i).text());
        list.append(entity);
    }
    return list;
}

QJsonObject stepsByScenario(const QHash<Id, QList<Step>>& steps)
{
    QJsonObject byScenario;
    for (auto scenario = steps.begin(); scenario != steps.end(); ++scenario) {
        QJsonArray list;
        for (const Step& step : scenario.value())
            list.append(stepToJson(step));
        if (!list.isEmpty())
            byScenario.insert(scenario.key().text(), list);
    }
    return byScenario;
}

// Everybody whom a cell of the base refers to.
void nameInCells(const PlanTree& tree, QMap<Id, QString>& named)
{
    for (const EntityType* type : Plan::schema().types) {
        const TableBase& table = *tree.base.table(type->id);
        for (const Field& field : type->fields)
            for (qsizetype i = 0; field.type == ValueType::Person && i < table.size(); ++i)
                if (const Id person = field.get(table.at(i), Key()).id(); !person.isNull())
                    named.insert(person, tree.people.value(person));
    }
}

QJsonArray peopleOf(const PlanTree& tree, const QList<JournalEntry>* journal)
{
    QMap<Id, QString> named;
    if (journal)
        named = tree.people;
    const auto name = [&](const Step& step) {
        if (!step.who.isNull())
            named.insert(step.who, tree.people.value(step.who));
    };
    nameInCells(tree, named);
    for (const QList<Step>& steps : tree.steps)
        for (const Step& step : steps)
            name(step);
    if (journal)
        for (const JournalEntry& entry : *journal)
            name(entry.step);

    QJsonArray people;
    for (auto person = named.begin(); person != named.end(); ++person)
        people.append(QJsonObject{{u"id"_s, person.key().text()}, {u"name"_s, person.value()}});
    return people;
}

void insertBlobs(QJsonObject& plan, const QMap<QString, QByteArray>& blobs)
{
    QJsonObject texts;
    QJsonObject bytes;
    for (auto blob = blobs.begin(); blob != blobs.end(); ++blob) {
        if (const std::optional<QString> text = exactText(blob.value()))
            texts.insert(blob.key(), *text);
        else
            bytes.insert(blob.key(), QString::fromLatin1(blob.value().toBase64()));
    }
    if (!texts.isEmpty())
        plan.insert(u"texts"_s, texts);
    if (!bytes.isEmpty())
        plan.insert(u"bytes"_s, bytes);
}

} // namespace

std::optional<QString> exactText(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(bytes);
    return !decoder.hasError() && text.toUtf8() == bytes ? std::optional(text) : std::nullopt;
}

QByteArray planToJson(const PlanTree& tree, const QList<JournalEntry>* journal)
{
    QJsonObject plan{{u"format"_s, planJsonFormat}, {u"version"_s, planJsonVersion}};
    for (const EntityType* type : Plan::schema().types)
        if (const TableBase& table = *tree.base.table(type->id); table.size() > 0)
            plan.insert(type->plural, entities(*type, table));
    if (const QJsonObject steps = stepsByScenario(tree.steps); !steps.isEmpty())
        plan.insert(u"steps"_s, steps);
    if (const QJsonArray people = peopleOf(tree, journal); !people.isEmpty())
        plan.insert(u"people"_s, people);
    insertBlobs(plan, tree.blobs);
    if (journal) {
        QJsonArray entries;
        for (const JournalEntry& entry : *journal) {
            QJsonObject body = journalBody(entry);
            body.insert(u"hash"_s, QString::fromLatin1(entry.hash.toHex()));
            entries.append(body);
        }
        plan.insert(u"journal"_s, entries);
    }
    return QJsonDocument(plan).toJson(QJsonDocument::Indented);
}

Result<PlanTree> planFromJson(const QByteArray& text)
{
    Result<PlanJson> read = readPlanJson(text);
    if (!read)
        return read.error();
    return std::move(read->tree);
}

} // namespace placewright
