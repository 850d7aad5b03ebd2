#include "ui/models/quorumneedsmodel.h"

namespace placewright {

QuorumNeedsModel::QuorumNeedsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent, PlanSource::Base)
{
    rebuild();
}

void QuorumNeedsModel::setBody(const Id& body)
{
    m_body = body;
    rebuild();
}

QList<PlanRow> QuorumNeedsModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().bodies.contains(m_body))
        return rows;
    for (const QuorumNeed& need : plan().quorumNeeds)
        if (need.body == m_body)
            rows.append({PlanRow::Kind::Entity, QuorumNeed::type.id, need.id});
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, QuorumNeed::type.id, Id()});
    return rows;
}

QList<PlanColumn> QuorumNeedsModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const char* name : {"role", "partner", "least"}) {
        const QLatin1StringView id(name);
        PlanColumn column;
        column.title = labelOf(*QuorumNeed::type.field(id));
        column.fields.insert(QuorumNeed::type.id, id);
        column.stretch = columns.isEmpty();
        column.figure = id == QLatin1StringView("least");
        columns.append(column);
    }
    return columns;
}

std::optional<PlanRow> QuorumNeedsModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, QuorumNeed::type.id, document().author().ids()};
    builder.add(row.type, row.id);
    builder.set(row.type, row.id, u"body", Value(m_body));
    return row;
}

QString QuorumNeedsModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    return field.id == QLatin1StringView("least") && !value.isNull() && *value.count() < 1
               ? tr("At least one must be there: type 1 or more.")
               : QString();
}

QVariant QuorumNeedsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    const QLatin1StringView field = column.fields.value(QuorumNeed::type.id);
    const QVariant secondary = static_cast<int>(Emphasis::Secondary);
    if (row.kind == PlanRow::Kind::New) {
        if (field != QLatin1StringView("role"))
            return {};
        return role == EmphasisRole ? secondary : QVariant(tr("New named role…"));
    }
    if (!plan().value(row.type, row.id, field).isNull())
        return {};
    if (role == EmphasisRole)
        return secondary;
    return field == QLatin1StringView("least") ? QVariant(QStringLiteral("1")) : QVariant(tr("any"));
}

} // namespace placewright
