#include "ui/models/delegationsmodel.h"

#include "core/words/phrases.h"

namespace placewright {

namespace {

constexpr QLatin1StringView columnFields[] = {
    QLatin1StringView("partner"),     QLatin1StringView("role"),     QLatin1StringView("category"),
    QLatin1StringView("perDecision"), QLatin1StringView("perYear"),  QLatin1StringView("basis"),
    QLatin1StringView("population"),  QLatin1StringView("minute"),   QLatin1StringView("from"),
    QLatin1StringView("to"),          QLatin1StringView("excessTo"),
};

} // namespace

DelegationsModel::DelegationsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent, PlanSource::Base)
{
    rebuild();
}

void DelegationsModel::setBody(const Id& body)
{
    m_body = body;
    rebuild();
}

Id DelegationsModel::addLimit(const Id& partner, const QString& minute,
                              const std::optional<Money>& perDecision, const std::optional<Money>& perYear)
{
    StepBuilder builder(plan());
    const PlanRow row = *addRow(builder);
    builder.set(row.type, row.id, u"partner", Value(partner));
    builder.set(row.type, row.id, u"perDecision", Value::of(perDecision));
    builder.set(row.type, row.id, u"perYear", Value::of(perYear));
    builder.set(row.type, row.id, u"minute", Value(minute));
    const QString what = tr("Added a limit of %1’s money for %2")
                             .arg(partnerShown(plan(), partner), nameOf(plan(), Body::type.id, m_body));
    return document().commitToBase(builder.step(what)) ? row.id : Id();
}

QList<PlanRow> DelegationsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const Delegation& delegation : plan().delegations)
        if (delegation.body == m_body)
            rows.append({PlanRow::Kind::Entity, Delegation::type.id, delegation.id});
    return rows;
}

QList<PlanColumn> DelegationsModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const QLatin1StringView id : columnFields) {
        const Field& field = *Delegation::type.field(id);
        PlanColumn column;
        column.title = labelOf(field);
        column.fields.insert(Delegation::type.id, id);
        column.figure = field.type == ValueType::Money || field.type == ValueType::Count;
        column.stretch = id == QLatin1StringView("minute");
        column.pence = Pence::Always;
        columns.append(column);
    }
    return columns;
}

std::optional<PlanRow> DelegationsModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, Delegation::type.id, document().author().ids()};
    builder.add(row.type, row.id);
    builder.set(row.type, row.id, u"body", Value(m_body));
    return row;
}

QString DelegationsModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    if (field.id == QLatin1StringView("partner") && value.isNull())
        return tr("A limit is of somebody’s money: choose the partner, or delete the row.");
    if (field.id == QLatin1StringView("excessTo") && !value.isNull() && value.id() == m_body)
        return tr("What is above the limit goes to another body: choose one.");
    if (value.fits(ValueType::Money) && !value.isNull() && value.money()->isNegative())
        return tr("A limit is not below zero.");
    if (value.fits(ValueType::Count) && !value.isNull() && *value.count() < 0)
        return tr("There are no fewer than no people.");
    const Delegation* delegation = plan().delegations.find(row.id);
    if (!delegation || !value.fits(ValueType::Date) || value.isNull())
        return {};
    const QDate from = field.id == QLatin1StringView("from") ? value.date() : delegation->from;
    const QDate to = field.id == QLatin1StringView("to") ? value.date() : delegation->to;
    return from.isValid() && to.isValid() && to < from
               ? tr("A limit does not end before it begins: type other dates.")
               : QString();
}

QVariant DelegationsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(Delegation::type.id);
    const Delegation* delegation = plan().delegations.find(row.id);
    if (!delegation)
        return {};
    const bool perHead = delegation->basis == delegationBasis::perHead;
    if (role == ProblemRole) {
        if (field == QLatin1StringView("minute") && delegation->minute.trimmed().isEmpty())
            return tr("A limit without the minute that granted it does not count.");
        if (field == QLatin1StringView("population") && perHead && !delegation->population)
            return tr("A limit per 100,000 people needs the number of people; until then it does not count.");
        return {};
    }
    if ((role != Qt::DisplayRole && role != EmphasisRole) || !plan().value(row.type, row.id, field).isNull())
        return {};
    const QString instead = field == QLatin1StringView("role")       ? tr("the body as such")
                            : field == QLatin1StringView("category") ? tr("any")
                            : field == QLatin1StringView("basis")
                                ? labelOfChoice(*Delegation::type.field(u"basis"), delegationBasis::pounds)
                            : column.figure && field != QLatin1StringView("population") ? tr("no limit")
                                                                                        : QString();
    if (instead.isEmpty())
        return {};
    return role == EmphasisRole ? QVariant(static_cast<int>(Emphasis::Secondary)) : QVariant(instead);
}

} // namespace placewright
