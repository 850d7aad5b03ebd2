#include "ui/models/interestsmodel.h"

#include "core/words/phrases.h"
#include "ui/models/bodymembersmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView columnFields[] = {
    QLatin1StringView("member"), QLatin1StringView("kind"),         QLatin1StringView("degree"),
    QLatin1StringView("what"),   QLatin1StringView("arose"),        QLatin1StringView("declaredOn"),
    QLatin1StringView("ended"),  QLatin1StringView("confidential"),
};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Interests)
};

} // namespace

bool isLate(const Interest& interest, const QDate& today)
{
    if (!interest.arose.isValid())
        return false;
    const QDate declared = interest.declaredOn.isValid() ? interest.declaredOn : today;
    return interest.arose.daysTo(declared) > daysToDeclare;
}

QString declaredInWords(const Interest& interest, const QDate& today)
{
    if (!interest.arose.isValid())
        return interest.declaredOn.isValid() ? QString() : Words::tr("not declared");
    const QDate due = interest.arose.addDays(daysToDeclare);
    if (!interest.declaredOn.isValid())
        return isLate(interest, today) ? Words::tr("not declared: was due by %1").arg(dateShown(due))
                                       : Words::tr("not declared: due by %1").arg(dateShown(due));
    const auto days = static_cast<int>(due.daysTo(interest.declaredOn));
    return days > 0 ? Words::tr("declared %n day(s) late", nullptr, days) : Words::tr("declared in time");
}

InterestsModel::InterestsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent, PlanSource::Base)
{
    rebuild();
}

void InterestsModel::setBody(const Id& body)
{
    m_body = body;
    rebuild();
}

bool InterestsModel::isHere(const Interest& interest) const
{
    const BodyMember* member = plan().bodyMembers.find(interest.member);
    return member && member->body == m_body;
}

int InterestsModel::late() const
{
    return static_cast<int>(
        std::count_if(plan().interests.begin(), plan().interests.end(),
                      [this](const Interest& one) { return isHere(one) && isLate(one, today()); }));
}

QList<PlanRow> InterestsModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().bodies.contains(m_body))
        return rows;
    for (const Interest& interest : plan().interests)
        if (isHere(interest))
            rows.append({PlanRow::Kind::Entity, Interest::type.id, interest.id});
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, Interest::type.id, Id()});
    return rows;
}

QList<PlanColumn> InterestsModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const QLatin1StringView id : columnFields) {
        PlanColumn column;
        column.title = labelOf(*Interest::type.field(id));
        column.fields.insert(Interest::type.id, id);
        column.stretch = id == QLatin1StringView("what");
        column.keeps = id == QLatin1StringView("member");
        columns.append(column);
        if (id != QLatin1StringView("declaredOn"))
            continue;
        PlanColumn inTime;
        inTime.title = tr("In time");
        inTime.shown = [this](const PlanRow& row) {
            ShownCell cell;
            if (const Interest* interest = plan().interests.find(row.id)) {
                cell.text = declaredInWords(*interest, today());
                cell.emphasis = isLate(*interest, today()) ? Emphasis::Missed : Emphasis::None;
            }
            return std::optional(cell);
        };
        columns.append(inTime);
    }
    return columns;
}

std::optional<PlanRow> InterestsModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, Interest::type.id, document().author().ids()};
    builder.add(row.type, row.id);
    return row;
}

Result<Value> InterestsModel::valueTyped(const StepBuilder& builder, const PlanRow& row,
                                         const PlanColumn& column, const Field& field, const QString& text)
{
    return field.references == BodyMember::type.id
               ? memberTyped(builder.plan(), m_body, field, text)
               : PlanTableModel::valueTyped(builder, row, column, field, text);
}

QString InterestsModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    if (value.isNull())
        return field.id == QLatin1StringView("member")
                   ? tr("An interest is somebody’s: choose the member, or delete the row.")
                   : QString();
    const Interest* interest = plan().interests.find(row.id);
    const bool isStart = field.id == QLatin1StringView("arose");
    const bool isEnd = field.id == QLatin1StringView("ended");
    if (!interest || (!isStart && !isEnd))
        return {};
    const QDate arose = isStart ? value.date() : interest->arose;
    const QDate ended = isEnd ? value.date() : interest->ended;
    return arose.isValid() && ended.isValid() && ended < arose
               ? tr("An interest ends after it began: type other dates.")
               : QString();
}

QVariant InterestsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (column.fields.value(Interest::type.id) != QLatin1StringView("member"))
        return {};
    if (role == ChoicesRole)
        return memberChoices(plan(), m_body);
    if (row.kind == PlanRow::Kind::New) {
        if (role == Qt::DisplayRole)
            return tr("New interest…");
        return role == EmphasisRole ? QVariant(static_cast<int>(Emphasis::Secondary)) : QVariant();
    }
    const Interest* interest = plan().interests.find(row.id);
    if (interest && (role == Qt::DisplayRole || role == Qt::EditRole))
        return memberShown(plan(), interest->member);
    return {};
}

} // namespace placewright
