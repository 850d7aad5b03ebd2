#include "ui/models/fundreportsmodel.h"

#include "core/words/phrases.h"

namespace placewright {

namespace {

constexpr qint64 quarters = 4;

} // namespace

FundReportsModel::FundReportsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void FundReportsModel::setFund(const Id& fund)
{
    m_fund = fund;
    rebuild();
}

qint64 FundReportsModel::quarterOf(const PlanRow& row) const
{
    const FundReport* report = plan().fundReports.find(row.id);
    return report ? report->quarter.value_or(0) : row.stands.text().toLongLong();
}

QDate FundReportsModel::endOf(qint64 quarter) const
{
    if (!isYearName(document().year()) || quarter < 1)
        return {};
    const int start = document().year().left(4).toInt();
    return QDate(start, 4, 1).addMonths(3 * static_cast<int>(quarter)).addDays(-1);
}

QList<PlanRow> FundReportsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (qint64 quarter = 1; quarter <= quarters && plan().funds.contains(m_fund); ++quarter) {
        bool found = false;
        for (const FundReport& report : plan().fundReports) {
            if (report.fund != m_fund || report.year.text() != document().year() || report.quarter != quarter)
                continue;
            rows.append({PlanRow::Kind::Entity, FundReport::type.id, report.id});
            rows.last().stands = Id(QString::number(quarter));
            found = true;
        }
        PlanRow row{PlanRow::Kind::New, FundReport::type.id, Id()};
        row.stands = Id(QString::number(quarter));
        if (!found && plan().years.contains(Id(document().year())))
            rows.append(row);
    }
    return rows;
}

QList<PlanColumn> FundReportsModel::makeColumns() const
{
    PlanColumn quarter;
    quarter.title = labelOf(*FundReport::type.field(u"quarter"));
    quarter.shown = [this](const PlanRow& row) {
        ShownCell cell;
        cell.computed = false;
        cell.text =
            tr("%1, to %2", "a quarter, a date").arg(quarterOf(row)).arg(dateShown(endOf(quarterOf(row))));
        return std::optional(cell);
    };
    PlanColumn due;
    due.title = tr("Due by");
    due.shown = [this](const PlanRow& row) {
        const Fund* fund = plan().funds.find(m_fund);
        const QDate end = endOf(quarterOf(row));
        ShownCell cell;
        cell.text = fund && fund->reportDays && end.isValid() ? dateShown(end.addDays(*fund->reportDays))
                                                              : tr("not agreed");
        return std::optional(cell);
    };
    QList<PlanColumn> columns{quarter, due};
    for (const QLatin1StringView id : {QLatin1StringView("sentOn"), QLatin1StringView("note")}) {
        PlanColumn column;
        column.title = labelOf(*FundReport::type.field(id));
        column.fields.insert(FundReport::type.id, id);
        column.stretch = id == QLatin1StringView("note");
        columns.append(column);
    }
    return columns;
}

std::optional<PlanRow> FundReportsModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    const PlanRow made{PlanRow::Kind::Entity, FundReport::type.id, document().author().ids()};
    builder.add(made.type, made.id);
    builder.set(made.type, made.id, u"fund", Value(m_fund));
    builder.set(made.type, made.id, u"year", Value(Id(document().year())));
    builder.set(made.type, made.id, u"quarter", Value::count(quarterOf(row)));
    return made;
}

QVariant FundReportsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(FundReport::type.id);
    if ((role != Qt::DisplayRole && role != EmphasisRole) || field != QLatin1StringView("sentOn") ||
        !plan().value(row.type, row.id, field).isNull())
        return {};
    return role == Qt::DisplayRole ? QVariant(tr("not sent")) : static_cast<int>(Emphasis::Secondary);
}

} // namespace placewright
