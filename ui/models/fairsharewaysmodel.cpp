#include "ui/models/fairsharewaysmodel.h"

#include <utility>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstYears = 3;

// What an empty cell stands for.
QString emptyWords(QLatin1StringView field)
{
    if (field == QLatin1StringView("service"))
        return FairShareWaysModel::tr("all money");
    if (field == QLatin1StringView("knownOnly"))
        return FairShareWaysModel::tr("no");
    if (field == QLatin1StringView("growth"))
        return FairShareWaysModel::tr("none");
    if (field == QLatin1StringView("floor"))
        return u"0"_s;
    if (field == QLatin1StringView("ceiling"))
        return FairShareWaysModel::tr("no limit");
    return {};
}

// Short: the field's own label and help stand in the tooltip.
QString titleOf(const Field& field)
{
    if (field.id == QLatin1StringView("knownOnly"))
        return FairShareWaysModel::tr("Known only");
    if (field.id == QLatin1StringView("growth"))
        return FairShareWaysModel::tr("Growth %");
    if (field.id == QLatin1StringView("floor"))
        return FairShareWaysModel::tr("Floor %");
    if (field.id == QLatin1StringView("ceiling"))
        return FairShareWaysModel::tr("Ceiling %");
    return labelOf(field);
}

} // namespace

FairShareWaysModel::FairShareWaysModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void FairShareWaysModel::setLayer(const Id& layer)
{
    m_layer = layer;
    rebuild();
}

QList<Id> FairShareWaysModel::ways() const
{
    QList<Id> ids;
    for (const FairSharePlan& way : plan().fairSharePlans)
        if (way.layer == m_layer)
            ids.append(way.id);
    return ids;
}

QList<PlanRow> FairShareWaysModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const Id& way : ways())
        rows.append({PlanRow::Kind::Entity, FairSharePlan::type.id, way});
    if (!document().isReadOnly() && !m_layer.isNull())
        rows.append({PlanRow::Kind::New, FairSharePlan::type.id, Id()});
    return rows;
}

QList<PlanColumn> FairShareWaysModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const QLatin1StringView id :
         {QLatin1StringView("name"), QLatin1StringView("service"), QLatin1StringView("baseline"),
          QLatin1StringView("knownOnly"), QLatin1StringView("growth"), QLatin1StringView("floor"),
          QLatin1StringView("ceiling")}) {
        const Field& field = *FairSharePlan::type.field(id);
        PlanColumn column;
        column.title = titleOf(field);
        column.fields.insert(FairSharePlan::type.id, id);
        column.stretch = columns.isEmpty();
        column.figure = field.type == ValueType::Rate;
        columns.append(column);
    }
    return columns;
}

Id FairShareWaysModel::startWay(StepBuilder& builder, const Id& baseline, const QString& name) const
{
    const Id id = document().author().ids();
    builder.add(FairSharePlan::type.id, id);
    builder.set(FairSharePlan::type.id, id, u"name", Value(name));
    builder.set(FairSharePlan::type.id, id, u"layer", Value(m_layer));
    builder.set(FairSharePlan::type.id, id, u"baseline", Value(baseline));
    return id;
}

std::optional<PlanRow> FairShareWaysModel::addRow(StepBuilder& builder) const
{
    if (m_layer.isNull() || document().year().isEmpty())
        return std::nullopt;
    const Id id = startWay(builder, Id(document().year()), tr("Way to the fair share"));
    return PlanRow{PlanRow::Kind::Entity, FairSharePlan::type.id, id};
}

Id FairShareWaysModel::addWay()
{
    if (plan().years.isEmpty() || m_layer.isNull())
        return {};
    const Id baseline = plan().years[0].id;
    QStringList years;
    for (QString year = baseline.text(); years.size() < firstYears; years.append(year))
        year = yearAfter(year);
    StepBuilder builder(plan());
    const QString name = tr("Fair share by %1").arg(years.last());
    const Id id = startWay(builder, baseline, name);
    for (const QString& year : std::as_const(years)) {
        const Id made = document().author().ids();
        builder.add(FairShareYear::type.id, made);
        builder.set(FairShareYear::type.id, made, u"fairSharePlan", Value(id));
        builder.set(FairShareYear::type.id, made, u"year", Value(year));
    }
    return document().commit(builder.step(tr("Planned a way: %1").arg(name))) ? id : Id();
}

QVariant FairShareWaysModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(FairSharePlan::type.id);
    const QVariant secondary = static_cast<int>(Emphasis::Secondary);
    if (role == ChoicesRole && field == QLatin1StringView("knownOnly"))
        return QStringList{tr("no"), tr("yes")};
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    if (row.kind == PlanRow::Kind::New) {
        if (field == QLatin1StringView("name"))
            return role == Qt::DisplayRole ? QVariant(tr("Type a new way here")) : secondary;
        return {};
    }
    const QString words = emptyWords(field);
    if (words.isEmpty() || !plan().value(row.type, row.id, field).isNull())
        return {};
    return role == Qt::DisplayRole ? QVariant(words) : secondary;
}

} // namespace placewright
