#include "ui/models/entitymodel.h"

#include "ui/models/whatiskept.h"

namespace placewright {

EntityModel::EntityModel(PlanDocument& document, const EntityType& type,
                         const QList<QLatin1StringView>& fields, const QString& newRowText, QObject* parent)
    : PlanTableModel(document, parent, sourceOf(type))
    , m_type(type)
    , m_fields(fields)
    , m_newRowText(newRowText)
{
    rebuild();
}

QList<PlanRow> EntityModel::makeRows() const
{
    QList<PlanRow> rows;
    const TableBase& table = *plan().table(m_type.id);
    for (qsizetype i = 0; i < table.size(); ++i)
        rows.append({PlanRow::Kind::Entity, m_type.id, table.idAt(i)});
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, m_type.id, Id()});
    return rows;
}

QList<PlanColumn> EntityModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const QLatin1StringView& id : m_fields) {
        const Field& field = *m_type.field(id);
        PlanColumn column;
        column.title = labelOf(field);
        column.fields.insert(m_type.id, id);
        column.stretch = columns.isEmpty();
        column.figure = field.type == ValueType::Money || field.type == ValueType::Rate ||
                        field.type == ValueType::People;
        columns.append(column);
    }
    return columns;
}

// A fund is pooled, and a partner is of some kind, until somebody says otherwise.
void EntityModel::setUsual(StepBuilder& builder, const Id& id) const
{
    if (m_type.id == Fund::type.id)
        builder.set(m_type.id, id, u"kind", Value(QString(fundKind::pooled)));
    if (m_type.id == Partner::type.id)
        builder.set(m_type.id, id, u"kind", Value(QString(partnerKind::other)));
}

std::optional<PlanRow> EntityModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, m_type.id, document().author().ids()};
    builder.add(m_type.id, row.id);
    setUsual(builder, row.id);
    return row;
}

Id EntityModel::add(const QString& name)
{
    StepBuilder builder(plan());
    const Id id = addRow(builder)->id;
    builder.set(m_type.id, id, u"name", Value(name));
    return commitWhereKept(document(), builder.step(tr("Added %1").arg(name))) ? id : Id();
}

QVariant EntityModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(m_type.id);
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    const QVariant secondary = static_cast<int>(Emphasis::Secondary);
    if (row.kind == PlanRow::Kind::New && field == m_fields.first())
        return role == Qt::DisplayRole ? QVariant(m_newRowText) : secondary;
    if (row.kind != PlanRow::Kind::Entity || !plan().value(row.type, row.id, field).isNull())
        return {};
    if (field == m_fields.first())
        return role == Qt::DisplayRole ? QVariant(tr("no name")) : secondary;
    return {};
}

} // namespace placewright
