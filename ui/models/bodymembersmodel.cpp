#include "ui/models/bodymembersmodel.h"

#include <QCoreApplication>

namespace placewright {

namespace {

constexpr QLatin1StringView columnFields[] = {
    QLatin1StringView("person"),      QLatin1StringView("partner"),     QLatin1StringView("organisation"),
    QLatin1StringView("role"),        QLatin1StringView("title"),       QLatin1StringView("chair"),
    QLatin1StringView("accountable"), QLatin1StringView("withoutVote"), QLatin1StringView("substituteFor"),
    QLatin1StringView("from"),        QLatin1StringView("to"),
};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(BodyMembers)
};

} // namespace

QString memberShown(const Plan& plan, const Id& id)
{
    const BodyMember* member = plan.bodyMembers.find(id);
    if (!member)
        return {};
    return member->person.isNull() ? Words::tr("no name") : personName(plan, member->person);
}

Result<Value> memberTyped(const Plan& plan, const Id& body, const Field& field, const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Value();
    Id found;
    for (const BodyMember& member : plan.bodyMembers) {
        if (member.body != body)
            continue;
        if (member.id.text() == text)
            return Value(member.id);
        if (memberShown(plan, member.id).compare(text, Qt::CaseInsensitive) != 0)
            continue;
        if (!found.isNull())
            return Error{Words::tr("More than one member is called “%1”. Rename one first.").arg(text)};
        found = member.id;
    }
    if (found.isNull())
        return Error{Words::tr("%1: “%2” is no member of this body. Choose from the list, or press Esc.")
                         .arg(labelOf(field), text)};
    return Value(found);
}

QStringList memberChoices(const Plan& plan, const Id& body, const Id& except)
{
    QStringList names;
    for (const BodyMember& member : plan.bodyMembers)
        if (member.body == body && member.id != except)
            names.append(memberShown(plan, member.id));
    return names;
}

BodyMembersModel::BodyMembersModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent, PlanSource::Base)
{
    rebuild();
}

void BodyMembersModel::setBody(const Id& body)
{
    m_body = body;
    rebuild();
}

QList<PlanRow> BodyMembersModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().bodies.contains(m_body))
        return rows;
    for (const BodyMember& member : plan().bodyMembers)
        if (member.body == m_body)
            rows.append({PlanRow::Kind::Entity, BodyMember::type.id, member.id});
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, BodyMember::type.id, Id()});
    return rows;
}

QList<PlanColumn> BodyMembersModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const QLatin1StringView id : columnFields) {
        PlanColumn column;
        column.title = labelOf(*BodyMember::type.field(id));
        column.fields.insert(BodyMember::type.id, id);
        column.stretch = id == QLatin1StringView("title");
        column.keeps = id == QLatin1StringView("person");
        columns.append(column);
    }
    return columns;
}

std::optional<PlanRow> BodyMembersModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, BodyMember::type.id, document().author().ids()};
    builder.add(row.type, row.id);
    builder.set(row.type, row.id, u"body", Value(m_body));
    return row;
}

Result<Value> BodyMembersModel::valueTyped(const StepBuilder& builder, const PlanRow& row,
                                           const PlanColumn& column, const Field& field, const QString& text)
{
    return field.references == BodyMember::type.id
               ? memberTyped(builder.plan(), m_body, field, text)
               : PlanTableModel::valueTyped(builder, row, column, field, text);
}

QString BodyMembersModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    if (field.id == QLatin1StringView("substituteFor") && value.id() == row.id && !value.isNull())
        return tr("Nobody is their own substitute: choose another member.");
    const BodyMember* member = plan().bodyMembers.find(row.id);
    if (!member || !value.fits(ValueType::Date) || value.isNull())
        return {};
    const QDate from = field.id == QLatin1StringView("from") ? value.date() : member->from;
    const QDate to = field.id == QLatin1StringView("to") ? value.date() : member->to;
    return from.isValid() && to.isValid() && to < from
               ? tr("Nobody leaves before they came: type other dates.")
               : QString();
}

QVariant BodyMembersModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(BodyMember::type.id);
    const bool isName = field == QLatin1StringView("person");
    if (row.kind == PlanRow::Kind::New) {
        if (isName && role == Qt::DisplayRole)
            return tr("New member…");
        if (isName && role == EmphasisRole)
            return static_cast<int>(Emphasis::Secondary);
        if (role != ChoicesRole)
            return {};
    }
    if (field == QLatin1StringView("substituteFor")) {
        if (role == ChoicesRole)
            return QStringList{QString()} + memberChoices(plan(), m_body, row.id);
        const BodyMember* member = plan().bodyMembers.find(row.id);
        if (member && (role == Qt::DisplayRole || role == Qt::EditRole))
            return memberShown(plan(), member->substituteFor);
        return {};
    }
    if (!isName || (role != Qt::DisplayRole && role != Qt::EditRole && role != EmphasisRole))
        return {};
    const BodyMember* member = plan().bodyMembers.find(row.id);
    const bool hasName = member && !plan().people.value(member->person).isEmpty();
    if (role == EmphasisRole)
        return hasName ? QVariant() : static_cast<int>(Emphasis::Secondary);
    if (role == Qt::EditRole)
        return hasName ? plan().people.value(member->person) : QString();
    return memberShown(plan(), row.id);
}

} // namespace placewright
