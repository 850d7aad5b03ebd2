#include "ui/models/attendancemodel.h"

#include "ui/models/bodymembersmodel.h"
#include "ui/models/votewords.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView how("how");
constexpr QLatin1StringView substitute("substitute");

// A person's own row; a substitute has none.
bool isSeat(const BodyMember& member)
{
    return member.substituteFor.isNull();
}

bool sitsOn(const BodyMember& member, const QDate& day)
{
    return (!member.from.isValid() || !day.isValid() || member.from <= day) &&
           (!member.to.isValid() || !day.isValid() || day <= member.to);
}

} // namespace

AttendanceModel::AttendanceModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent, PlanSource::Base)
{
    rebuild();
}

void AttendanceModel::show(const Id& meeting, const Id& item, const Id& resolution)
{
    m_meeting = meeting;
    m_item = item;
    m_resolution = resolution;
    rebuild();
}

Id AttendanceModel::body() const
{
    const Meeting* meeting = plan().meetings.find(m_meeting);
    return meeting ? meeting->body : Id();
}

QList<Id> AttendanceModel::substitutesOf(const Id& member) const
{
    QList<Id> found;
    for (const BodyMember& one : plan().bodyMembers)
        if (!member.isNull() && one.substituteFor == member)
            found.append(one.id);
    return found;
}

// The seats at the item; of a meeting without an agenda, who sits on the body that day.
QList<Id> AttendanceModel::members(const Meeting& meeting) const
{
    QList<Id> all;
    for (const Seat& seat : m_seats)
        all.append(seat.member);
    if (!all.isEmpty())
        return all;
    for (const BodyMember& member : plan().bodyMembers)
        if (member.body == meeting.body && isSeat(member) && sitsOn(member, meeting.on))
            all.append(member.id);
    return all;
}

QList<PlanRow> AttendanceModel::makeRows() const
{
    QList<PlanRow> rows;
    const Meeting* meeting = plan().meetings.find(m_meeting);
    m_seats.clear();
    if (!meeting)
        return rows;
    if (const AgendaItem* item = plan().agendaItems.find(m_item))
        m_seats = seatsAt(plan(), *item, m_resolution);
    QHash<Id, Id> entries;
    for (const Attendance& attendance : plan().attendances)
        if (attendance.meeting == m_meeting)
            entries.insert(attendance.member, attendance.id);
    for (const Id& member : members(*meeting)) {
        const Id entry = entries.value(member);
        PlanRow row{entry.isNull() ? PlanRow::Kind::New : PlanRow::Kind::Entity, Attendance::type.id, entry};
        row.stands = member;
        rows.append(row);
    }
    return rows;
}

QString AttendanceModel::memberWords(const Id& id) const
{
    const BodyMember* member = plan().bodyMembers.find(id);
    if (!member)
        return {};
    const QString name = memberShown(plan(), id);
    return member->chair ? tr("%1, chair").arg(name) : name;
}

QString AttendanceModel::bodyWords(const Id& id) const
{
    const BodyMember* member = plan().bodyMembers.find(id);
    if (!member)
        return {};
    const Partner* partner = plan().partners.find(member->partner);
    if (!partner)
        return member->organisation;
    return partner->shortName.isEmpty() ? partner->name : partner->shortName;
}

PlanColumn AttendanceModel::shownColumn(const QString& title,
                                        QString (AttendanceModel::*words)(const Id&) const) const
{
    PlanColumn column;
    column.title = title;
    column.shown = [this, words](const PlanRow& row) {
        ShownCell cell;
        cell.text = (this->*words)(row.stands);
        cell.tooltip = cell.text;
        cell.computed = false;
        return std::optional(cell);
    };
    return column;
}

QList<PlanColumn> AttendanceModel::makeColumns() const
{
    QList<PlanColumn> columns{shownColumn(tr("Member"), &AttendanceModel::memberWords),
                              shownColumn(tr("Body"), &AttendanceModel::bodyWords)};
    columns.first().keeps = true;
    PlanColumn vote;
    vote.title = tr("Vote");
    vote.keeps = true;
    vote.shown = [this](const PlanRow& row) { return std::optional(voteOf(row)); };
    columns.append(vote);
    const auto addField = [&](QLatin1StringView field) {
        PlanColumn column;
        column.title = labelOf(*Attendance::type.field(field));
        column.fields.insert(Attendance::type.id, field);
        columns.append(column);
    };
    addField(how);
    const bool anybodyByOne = // by a substitute
        std::any_of(plan().attendances.begin(), plan().attendances.end(), [this](const Attendance& one) {
            return one.meeting == m_meeting && (one.how == attending::substitute || !one.substitute.isNull());
        });
    if (anybodyByOne)
        addField(substitute);
    return columns;
}

const Seat* AttendanceModel::seatOf(const Id& member) const
{
    const auto seat =
        std::find_if(m_seats.begin(), m_seats.end(), [&](const Seat& one) { return one.member == member; });
    return seat == m_seats.end() ? nullptr : &*seat;
}

// The vote, or why there is none.
ShownCell AttendanceModel::voteOf(const PlanRow& row) const
{
    ShownCell cell;
    cell.computed = false;
    const Seat* seat = seatOf(row.stands);
    if (!seat)
        return cell;
    if (!seat->canVote()) {
        cell.text = whyNoVote(plan(), *seat, m_meeting, m_item);
        cell.emphasis = Emphasis::Secondary;
        return cell;
    }
    if (m_resolution.isNull())
        return cell;
    cell.text = seat->ballot ? ballotInWords(*seat->ballot) : tr("not recorded");
    if (!seat->ballot)
        cell.emphasis = Emphasis::Secondary;
    if (seat->casting)
        cell.secondary = tr("casting: %1").arg(ballotInWords(*seat->casting).toLower());
    return cell;
}

std::optional<PlanRow> AttendanceModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    PlanRow made = row;
    made.kind = PlanRow::Kind::Entity;
    made.id = document().author().ids();
    builder.add(made.type, made.id)
        .set(made.type, made.id, u"meeting", Value(m_meeting))
        .set(made.type, made.id, u"member", Value(row.stands));
    return made;
}

Result<Value> AttendanceModel::valueTyped(const StepBuilder& builder, const PlanRow& row,
                                          const PlanColumn& column, const Field& field, const QString& text)
{
    return field.id == substitute ? memberTyped(builder.plan(), body(), field, text)
                                  : PlanTableModel::valueTyped(builder, row, column, field, text);
}

// Who came in the member's place: the only substitute there is; nobody where the member came or nobody did.
void AttendanceModel::follow(StepBuilder& builder, const PlanRow& row, const Field& field,
                             const Value& value) const
{
    if (field.id == how) {
        const QList<Id> substitutes = substitutesOf(row.stands);
        const bool bySubstitute = value.text() == attending::substitute;
        const Value known = builder.plan().value(row.type, row.id, substitute);
        if (!bySubstitute)
            builder.set(row.type, row.id, substitute, Value());
        else if (known.isNull() && substitutes.size() == 1)
            builder.set(row.type, row.id, substitute, Value(substitutes.first()));
    } else if (field.id == substitute && !value.isNull()) {
        builder.set(row.type, row.id, how, Value(QString(attending::substitute)));
    }
}

QVariant AttendanceModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(row.type);
    if (role == ChoicesRole && field == substitute) {
        QStringList names{QString()};
        for (const Id& id : substitutesOf(row.stands))
            names.append(memberShown(plan(), id));
        return names;
    }
    if (role == Qt::DisplayRole && field == substitute && row.kind == PlanRow::Kind::Entity) {
        const Id came = plan().value(row.type, row.id, substitute).id();
        return came.isNull() ? QString() : memberShown(plan(), came);
    }
    if (role == MarkRole && column.title == tr("Vote")) {
        const Seat* seat = seatOf(row.stands);
        if (seat && !m_resolution.isNull() && seat->canVote() && seat->ballot)
            return static_cast<int>(markOf(*seat->ballot));
        return {};
    }
    if (field != how || row.kind != PlanRow::Kind::New)
        return {};
    if (role == Qt::DisplayRole)
        return tr("not said");
    return role == EmphasisRole ? QVariant(static_cast<int>(Emphasis::Secondary)) : QVariant();
}

} // namespace placewright
