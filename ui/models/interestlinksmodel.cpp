#include "ui/models/interestlinksmodel.h"

namespace placewright {

InterestLinksModel::InterestLinksModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent, PlanSource::Base)
{
    rebuild();
}

void InterestLinksModel::setInterest(const Id& interest)
{
    m_interest = interest;
    rebuild();
}

QList<PlanRow> InterestLinksModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().interests.contains(m_interest))
        return rows;
    for (const InterestLink& link : plan().interestLinks)
        if (link.interest == m_interest)
            rows.append({PlanRow::Kind::Entity, InterestLink::type.id, link.id});
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, InterestLink::type.id, Id()});
    return rows;
}

QList<PlanColumn> InterestLinksModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const char* name : {"scheme", "contract", "provider"}) {
        const QLatin1StringView id(name);
        PlanColumn column;
        column.title = labelOf(*InterestLink::type.field(id));
        column.fields.insert(InterestLink::type.id, id);
        column.stretch = columns.isEmpty();
        columns.append(column);
    }
    return columns;
}

std::optional<PlanRow> InterestLinksModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, InterestLink::type.id, document().author().ids()};
    builder.add(row.type, row.id);
    builder.set(row.type, row.id, u"interest", Value(m_interest));
    return row;
}

QVariant InterestLinksModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (row.kind != PlanRow::Kind::New ||
        column.fields.value(InterestLink::type.id) != QLatin1StringView("scheme"))
        return {};
    if (role == Qt::DisplayRole)
        return tr("New subject…");
    return role == EmphasisRole ? QVariant(static_cast<int>(Emphasis::Secondary)) : QVariant();
}

} // namespace placewright
