#include "ui/models/contractpeoplemodel.h"

#include "ui/models/contractcells.h"

namespace placewright {

ContractPeopleModel::ContractPeopleModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void ContractPeopleModel::show(const Shown& shown)
{
    m_shown = shown;
    rebuild();
}

QLatin1StringView ContractPeopleModel::field() const
{
    return m_shown.areas.isEmpty() ? QLatin1StringView("people") : QLatin1StringView("areaPeople");
}

QList<PlanRow> ContractPeopleModel::makeRows() const
{
    QHash<qint64, Id> entries;
    for (const ContractPeople& entry : plan().contractPeople)
        if (entry.contract == m_shown.contract && entry.fifth && !entries.contains(*entry.fifth))
            entries.insert(*entry.fifth, entry.id);
    QList<PlanRow> rows;
    if (!plan().contracts.contains(m_shown.contract))
        return rows;
    for (const Id& area : m_shown.areas.isEmpty() ? QList<Id>{Id()} : m_shown.areas)
        for (int fifth = 0; fifth < fifthCount; ++fifth) {
            const Id id = entries.value(fifth + 1);
            PlanRow row{id.isNull() ? PlanRow::Kind::New : PlanRow::Kind::Entity, ContractPeople::type.id, id,
                        0, area};
            row.stands = Id(fifthId(fifth));
            rows.append(row);
        }
    return rows;
}

QList<PlanColumn> ContractPeopleModel::makeColumns() const
{
    QList<PlanColumn> columns;
    const auto addPlace = [&](const QString& title, bool area) {
        PlanColumn column;
        column.title = title;
        column.stretch = !area;
        column.shown = [this, area](const PlanRow& row) {
            ShownCell cell;
            cell.computed = false;
            cell.text =
                area ? nameOf(plan(), Area::type.id, row.area) : fifthName(fifthOf(row.stands.text()));
            return std::optional(cell);
        };
        columns.append(column);
    };
    if (!m_shown.areas.isEmpty())
        addPlace(tr("Area"), true);
    addPlace(tr("Fifth"), false);
    for (const Id& year : m_shown.years) {
        PlanColumn column;
        column.title = year.text();
        column.fields.insert(ContractPeople::type.id, field());
        column.key = {year, {}};
        column.figure = true;
        columns.append(column);
    }
    return columns;
}

std::optional<PlanRow> ContractPeopleModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    PlanRow made = row;
    made.kind = PlanRow::Kind::Entity;
    made.id = document().author().ids();
    builder.add(made.type, made.id);
    builder.set(made.type, made.id, u"contract", Value(m_shown.contract));
    builder.set(made.type, made.id, u"fifth", Value::count(fifthOf(row.stands.text()) + 1));
    return made;
}

QString ContractPeopleModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    return contractRefusal(ContractPeople::type.id, field, value);
}

QVariant ContractPeopleModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (column.fields.isEmpty())
        return {};
    const Key key{column.key.year, row.area};
    if (role == ProblemRole && m_shown.problem && row.kind == PlanRow::Kind::Entity) {
        const QString sentence = m_shown.problem(row.id, field(), key);
        return sentence.isEmpty() ? QVariant() : sentence;
    }
    if ((role != Qt::DisplayRole && role != EmphasisRole) ||
        !plan().value(row.type, row.id, field(), key).isNull())
        return {};
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    const std::optional<Ratio> people =
        m_shown.people ? m_shown.people(key, fifthOf(row.stands.text())) : std::nullopt;
    return people ? formatDecimal(*people, 0, Rounding::HalfAwayFromZero) : tr("not known");
}

QModelIndex ContractPeopleModel::indexOfCell(const CellRef& cell) const
{
    for (int place = 0; place < rowCount(); ++place)
        if (row(place).id == cell.id && (cell.key.area.isNull() || row(place).area == cell.key.area))
            for (int at = 0; at < columnCount(); ++at)
                if (!column(at).fields.isEmpty() &&
                    (cell.key.year.isNull() || column(at).key.year == cell.key.year))
                    return index(place, at);
    return {};
}

} // namespace placewright
