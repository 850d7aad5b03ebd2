#include "ui/models/fairshareyearsmodel.h"

#include "core/words/needwords.h"
#include "ui/models/fairsharetable.h"

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int yearsOffered = 10;

QString titleOf(const Field& field)
{
    if (field.id == QLatin1StringView("limit"))
        return FairShareYearsModel::tr("Nobody below %");
    if (field.id == QLatin1StringView("growth"))
        return FairShareYearsModel::tr("Growth %");
    if (field.id == QLatin1StringView("floor"))
        return FairShareYearsModel::tr("Floor %");
    if (field.id == QLatin1StringView("ceiling"))
        return FairShareYearsModel::tr("Ceiling %");
    return labelOf(field);
}

} // namespace

FairShareYearsModel::FairShareYearsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void FairShareYearsModel::setWay(const Id& way, const FairSharePath& path)
{
    m_way = way;
    m_path = path;
    rebuild();
}

QList<PlanRow> FairShareYearsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const FairShareYear& year : plan().fairShareYears)
        if (year.fairSharePlan == m_way)
            rows.append({PlanRow::Kind::Entity, FairShareYear::type.id, year.id});
    if (!document().isReadOnly() && plan().fairSharePlans.contains(m_way))
        rows.append({PlanRow::Kind::New, FairShareYear::type.id, Id()});
    return rows;
}

QList<PlanColumn> FairShareYearsModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const QLatin1StringView id :
         {QLatin1StringView("year"), QLatin1StringView("limit"), QLatin1StringView("growth"),
          QLatin1StringView("floor"), QLatin1StringView("ceiling")}) {
        const Field& field = *FairShareYear::type.field(id);
        PlanColumn column;
        column.title = titleOf(field);
        column.fields.insert(FairShareYear::type.id, id);
        column.figure = field.type == ValueType::Rate;
        columns.append(column);
    }
    PlanColumn state;
    state.title = tr("Can it be done?");
    state.stretch = true;
    state.shown = [this](const PlanRow& row) { return stateCell(row); };
    columns.append(state);
    return columns;
}

qsizetype FairShareYearsModel::positionOf(const Id& year) const
{
    return m_path.yearIds.indexOf(year);
}

std::optional<ShownCell> FairShareYearsModel::stateCell(const PlanRow& row) const
{
    ShownCell cell;
    if (row.kind != PlanRow::Kind::Entity)
        return cell;
    const qsizetype at = positionOf(row.id);
    if (m_path.fault != FairSharePath::Fault::None || at < 0) {
        cell.text = fairShareFaultWords(m_path.fault);
        cell.emphasis = Emphasis::Secondary;
    } else if (const QString problem = yearProblemWords(m_path, at); !problem.isEmpty()) {
        cell.text = problem;
        cell.emphasis = Emphasis::Missed;
    } else {
        cell.text = tr("yes");
    }
    cell.tooltip = cell.text;
    return cell;
}

QString FairShareYearsModel::nextYear(const Plan& so) const
{
    const FairSharePlan* way = so.fairSharePlans.find(m_way);
    if (!way)
        return {};
    QString last = way->baseline.text();
    for (const FairShareYear& year : so.fairShareYears)
        if (year.fairSharePlan == m_way && isYearName(year.year))
            last = std::max(last, year.year);
    return yearAfter(last);
}

std::optional<PlanRow> FairShareYearsModel::addRow(StepBuilder& builder) const
{
    const QString next = nextYear(builder.plan());
    if (next.isEmpty())
        return std::nullopt;
    const Id id = document().author().ids();
    builder.add(FairShareYear::type.id, id);
    builder.set(FairShareYear::type.id, id, u"fairSharePlan", Value(m_way));
    builder.set(FairShareYear::type.id, id, u"year", Value(next));
    return PlanRow{PlanRow::Kind::Entity, FairShareYear::type.id, id};
}

Id FairShareYearsModel::addYear()
{
    StepBuilder builder(plan());
    const QString next = nextYear(plan());
    const std::optional<PlanRow> row = addRow(builder);
    return row && document().commit(builder.step(tr("Added %1", "a year").arg(next))) ? row->id : Id();
}

// What counts while no limit is typed.
QString FairShareYearsModel::limitWords(const Id& year) const
{
    const qsizetype at = positionOf(year);
    const std::optional<Ratio> limit = m_path.limits.value(at);
    if (at < 0 || !limit)
        return tr("straight line");
    return tr("%1, straight line", "a percentage that was not typed")
        .arg(formatDecimal(-*limit * Ratio(100), 1, Rounding::HalfAwayFromZero));
}

QVariant FairShareYearsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(FairShareYear::type.id);
    const QVariant secondary = static_cast<int>(Emphasis::Secondary);
    if (role == ChoicesRole && field == QLatin1StringView("year")) {
        const FairSharePlan* way = plan().fairSharePlans.find(m_way);
        QStringList years;
        for (QString year = way ? way->baseline.text() : QString(); way && years.size() < yearsOffered;
             years.append(year))
            year = yearAfter(year);
        return years;
    }
    if (field.isEmpty() || (role != Qt::DisplayRole && role != EmphasisRole))
        return {};
    if (row.kind == PlanRow::Kind::New) {
        if (field == QLatin1StringView("year"))
            return role == Qt::DisplayRole ? QVariant(tr("Add a year here")) : secondary;
        return {};
    }
    if (field == QLatin1StringView("year") || !plan().value(row.type, row.id, field).isNull())
        return {};
    if (field == QLatin1StringView("limit"))
        return role == Qt::DisplayRole ? QVariant(limitWords(row.id)) : secondary;
    return role == Qt::DisplayRole ? QVariant(tr("as the way")) : secondary;
}

} // namespace placewright
