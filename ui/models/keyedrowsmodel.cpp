#include "ui/models/keyedrowsmodel.h"

#include <algorithm>

namespace placewright {

KeyedRowsModel::KeyedRowsModel(PlanDocument& document, const EntityType& type,
                               const QList<QLatin1StringView>& fields, const QString& heading,
                               QObject* parent)
    : PlanTableModel(document, parent, sourceOf(type))
    , m_type(type)
    , m_fields(fields)
    , m_heading(heading)
{
    rebuild();
}

void KeyedRowsModel::setEntity(const Id& id, const QList<Row>& rows)
{
    m_id = id;
    m_keys = rows;
    rebuild();
}

void KeyedRowsModel::setInstead(const std::function<QString(QLatin1StringView, const Key&)>& instead)
{
    m_instead = instead;
}

QList<PlanRow> KeyedRowsModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().table(m_type.id)->contains(m_id))
        return rows;
    for (const Row& key : m_keys) {
        PlanRow row{PlanRow::Kind::Entity, m_type.id, m_id, 0, key.area};
        row.year = key.year;
        row.stands = key.area.isNull() ? key.year : key.area;
        rows.append(row);
    }
    return rows;
}

QList<PlanColumn> KeyedRowsModel::makeColumns() const
{
    PlanColumn name;
    name.title = m_heading;
    name.stretch = true;
    name.shown = [this](const PlanRow& row) {
        const auto key = std::find_if(m_keys.begin(), m_keys.end(), [&](const Row& one) {
            return one.year == row.year && one.area == row.area;
        });
        ShownCell cell;
        cell.computed = false;
        if (key != m_keys.end())
            cell.text = key->name;
        return std::optional(cell);
    };
    QList<PlanColumn> columns{name};
    for (const QLatin1StringView& id : m_fields) {
        const Field& field = *m_type.field(id);
        PlanColumn column;
        column.title = labelOf(field);
        column.fields.insert(m_type.id, id);
        column.figure = field.type != ValueType::Text && field.type != ValueType::Flag;
        columns.append(column);
    }
    return columns;
}

QString KeyedRowsModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    return m_refusal ? m_refusal(field, Key{row.year, row.area}, value) : QString();
}

QVariant KeyedRowsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(m_type.id);
    if (field.isEmpty())
        return {};
    const Key key{row.year, row.area};
    if (role == ProblemRole && m_problem) {
        const QString sentence = m_problem(field, key);
        return sentence.isEmpty() ? QVariant() : sentence;
    }
    if ((role != Qt::DisplayRole && role != EmphasisRole) ||
        !plan().value(m_type.id, m_id, field, key).isNull())
        return {};
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    const QString instead = m_instead ? m_instead(field, key) : QString();
    return instead.isEmpty() ? QString(QChar(0x2013)) : instead;
}

QModelIndex KeyedRowsModel::indexOfCell(QAnyStringView field, const Key& key) const
{
    for (int at = 0; at < columnCount(); ++at)
        for (int place = 0; place < rowCount(); ++place)
            if (!field.isEmpty() && column(at).fields.value(m_type.id) == field &&
                row(place).year == key.year && row(place).area == key.area)
                return index(place, at);
    return {};
}

} // namespace placewright
