#include "core/store/plantables.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QList<SqlValue> keyValues(const Id& id, const Key& key)
{
    QList<SqlValue> values{id.text()};
    if (!key.year.isNull())
        values << key.year.text();
    if (!key.area.isNull())
        values << key.area.text();
    return values;
}

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", ");
}

QStringList quotedNames(const QStringList& names)
{
    QStringList quoted;
    for (const QString& name : names)
        quoted << quotedName(name);
    return quoted;
}

QString insertStatement(const QString& table, const QStringList& columns)
{
    return u"INSERT INTO %1(%2) VALUES(%3)"_s.arg(quotedName(table), quotedNames(columns).join(u", "),
                                                  placeholders(columns.size()));
}

QString keyCondition(const StoredTable& table)
{
    return quotedNames(table.keyColumns()).join(u" = ? AND ") + u" = ?"_s;
}

} // namespace

PlanTableWriter::PlanTableWriter(Database& database)
    : m_database(database)
    , m_tables(storedTables(Plan::schema()))
{
}

void PlanTableWriter::write(const Step& step, const Plan& before, const Plan& after)
{
    QMap<QString, QSet<Id>> moved; // types whose rows came or went, with those that came
    for (const Change& change : step.changes) {
        if (m_database.failed())
            return;
        const EntityType& type = *Plan::schema().type(change.entity);
        switch (change.op) {
        case Change::Op::Set:
            set(type, change);
            break;
        case Change::Op::Add:
            add(type, change);
            moved[change.entity].insert(change.id);
            break;
        case Change::Op::Remove:
            remove(type, change.id);
            moved[change.entity].remove(change.id);
            break;
        }
    }
    for (auto type = moved.cbegin(); type != moved.cend(); ++type)
        renumber(*Plan::schema().type(type.key()), before, after, type.value());
}

void PlanTableWriter::set(const EntityType& type, const Change& change)
{
    const Field& field = *type.field(change.field);
    if (field.keyedBy != KeyedBy::Nothing) {
        setKeyed(type, field, change.id, change.key, change.to);
        return;
    }
    m_database.run(
        u"UPDATE %1 SET %2 = ? WHERE \"id\" = ?"_s.arg(quotedName(type.plural), quotedName(field.id)),
        {toColumn(change.to), change.id.text()});
    if (m_database.changedRows() != 1)
        m_database.fail(
            QCoreApplication::translate(
                "Store", "The row “%1” of table “%2” is gone from the file: close and open it again.")
                .arg(change.id.text(), type.plural));
}

void PlanTableWriter::setKeyed(const EntityType& type, const Field& field, const Id& id, const Key& key,
                               const Value& value)
{
    const QString name = storedTableName(type, field.keyedBy);
    const auto table = std::find_if(m_tables.cbegin(), m_tables.cend(),
                                    [&](const StoredTable& t) { return t.name == name; });
    const QString column = quotedName(field.id);
    if (!value.isNull()) {
        const QStringList keys = table->keyColumns();
        m_database.run(u"%1 ON CONFLICT(%2) DO UPDATE SET %3 = excluded.%3"_s.arg(
                           insertStatement(name, keys + QStringList{QString(field.id)}),
                           quotedNames(keys).join(u", "), column),
                       keyValues(id, key) << toColumn(value));
        return;
    }
    const QString condition = keyCondition(*table);
    m_database.run(u"UPDATE %1 SET %2 = NULL WHERE %3"_s.arg(quotedName(name), column, condition),
                   keyValues(id, key));
    QStringList empty;
    for (const Field* each : table->fields)
        empty << quotedName(each->id) + u" IS NULL"_s;
    m_database.run(u"DELETE FROM %1 WHERE %2 AND %3"_s.arg(quotedName(name), condition, empty.join(u" AND ")),
                   keyValues(id, key));
}

void PlanTableWriter::add(const EntityType& type, const Change& change)
{
    QStringList columns{u"id"_s, u"position"_s};
    QList<SqlValue> values{change.id.text(), qint64(-1)};
    for (const Cell& cell : change.record) {
        if (cell.key != Key())
            continue;
        columns << cell.field;
        values << toColumn(cell.value);
    }
    m_database.run(insertStatement(type.plural, columns), values);
    for (const Cell& cell : change.record)
        if (cell.key != Key())
            setKeyed(type, *type.field(cell.field), change.id, cell.key, cell.value);
}

void PlanTableWriter::remove(const EntityType& type, const Id& id)
{
    for (const StoredTable& table : m_tables)
        if (table.type->id == type.id)
            m_database.run(u"DELETE FROM %1 WHERE \"id\" = ?"_s.arg(quotedName(table.name)), {id.text()});
}

void PlanTableWriter::renumber(const EntityType& type, const Plan& before, const Plan& after,
                               const QSet<Id>& added)
{
    const TableBase& old = *before.table(type.id);
    const TableBase& rows = *after.table(type.id);
    const QString sql = u"UPDATE %1 SET \"position\" = ? WHERE \"id\" = ?"_s.arg(quotedName(type.plural));
    for (qsizetype i = 0; i < rows.size(); ++i)
        if (added.contains(rows.idAt(i)) || old.positionOf(rows.idAt(i)) != i)
            m_database.run(sql, {qint64(i), rows.idAt(i).text()});
}

} // namespace placewright
