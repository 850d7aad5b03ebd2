#include "ui/models/contractactivitiesmodel.h"

#include "ui/models/contractcells.h"

namespace placewright {

namespace {

constexpr QLatin1StringView nameField("name");
constexpr QLatin1StringView termFields[] = {nameField, QLatin1StringView("unit"), QLatin1StringView("price"),
                                            QLatin1StringView("marginalRate"),
                                            QLatin1StringView("planInBase")};
constexpr QLatin1StringView yearFields[] = {QLatin1StringView("planned"), QLatin1StringView("likely"),
                                            QLatin1StringView("low"), QLatin1StringView("high")};

} // namespace

ContractActivitiesModel::ContractActivitiesModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void ContractActivitiesModel::show(const Id& version, const QList<Id>& years, const Problem& problem)
{
    m_version = version;
    m_years = years;
    m_problem = problem;
    rebuild();
}

QList<PlanRow> ContractActivitiesModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().contractVersions.contains(m_version))
        return rows;
    for (const ContractActivity& activity : plan().contractActivities)
        if (activity.version == m_version)
            rows.append({PlanRow::Kind::Entity, ContractActivity::type.id, activity.id});
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, ContractActivity::type.id, Id()});
    return rows;
}

QList<PlanColumn> ContractActivitiesModel::makeColumns() const
{
    QList<PlanColumn> columns;
    const auto add = [&](QLatin1StringView id, const QString& title, const Key& key) {
        const Field& field = *ContractActivity::type.field(id);
        PlanColumn column;
        column.title = title.isEmpty() ? labelOf(field) : title;
        column.fields.insert(ContractActivity::type.id, id);
        column.key = key;
        column.figure = field.type == ValueType::Rate || field.type == ValueType::Count;
        column.stretch = id == nameField;
        columns.append(column);
    };
    for (const QLatin1StringView id : termFields)
        add(id, {}, {});
    for (const Id& year : m_years)
        for (const QLatin1StringView id : yearFields)
            add(id,
                tr("%1 %2", "planned, of a year")
                    .arg(labelOf(*ContractActivity::type.field(id)), year.text()),
                Key{year, {}});
    return columns;
}

std::optional<PlanRow> ContractActivitiesModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, ContractActivity::type.id, document().author().ids()};
    builder.add(row.type, row.id);
    builder.set(row.type, row.id, u"version", Value(m_version));
    builder.set(row.type, row.id, nameField, Value(tr("New activity")));
    return row;
}

QString ContractActivitiesModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    return contractRefusal(ContractActivity::type.id, field, value);
}

QVariant ContractActivitiesModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(ContractActivity::type.id);
    if (role == ProblemRole && m_problem && row.kind == PlanRow::Kind::Entity) {
        const QString sentence = m_problem(row.id, field, column.key);
        return sentence.isEmpty() ? QVariant() : sentence;
    }
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    const QVariant secondary = static_cast<int>(Emphasis::Secondary);
    if (row.kind == PlanRow::Kind::New) {
        if (field != nameField)
            return {};
        return role == Qt::DisplayRole ? QVariant(tr("Add an activity here")) : secondary;
    }
    if (!plan().value(row.type, row.id, field, column.key).isNull())
        return {};
    if (role == EmphasisRole)
        return secondary;
    return field == QLatin1StringView("likely") ? tr("as planned") : QString(QChar(0x2013));
}

QModelIndex ContractActivitiesModel::indexOfCell(const CellRef& cell) const
{
    const int at = columnOf(cell.field, cell.key);
    return indexOf(cell.id, qMax(0, at));
}

} // namespace placewright
