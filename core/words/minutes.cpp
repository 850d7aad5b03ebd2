#include "core/words/minutes.h"

#include "core/plan/committeeroll.h"
#include "core/plan/names.h"
#include "core/words/committeephrases.h"
#include "core/words/minutesresolution.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Minutes)
};

// "Cllr Imran Aziz (chair), Calderbourne Council"
QString personIn(const Plan& base, const BodyMember& member)
{
    QStringList parts{memberName(base, member.id)};
    if (member.chair)
        parts.first() = Words::tr("%1 (chair)").arg(parts.first());
    if (!member.title.isEmpty())
        parts.append(member.title);
    if (const QString organisation = organisationOf(base, member); !organisation.isEmpty())
        parts.append(organisation);
    return parts.join(u", "_s);
}

QString substituteIn(const Plan& base, const Attendance& attendance, const BodyMember& member)
{
    const QString name =
        attendance.substitute.isNull() ? Words::tr("A substitute") : memberName(base, attendance.substitute);
    QStringList parts{Words::tr("%1, in place of %2").arg(name, memberName(base, member.id))};
    if (const QString organisation = organisationOf(base, member); !organisation.isEmpty())
        parts.append(organisation);
    return parts.join(u", "_s);
}

// "had" and "did" of what a chair decided about an interest, in the past tense.
QString actionTold(const QString& action)
{
    if (action == chairAction::note)
        return Words::tr("The chair noted it, and the member took part.");
    if (action == chairAction::noVote)
        return Words::tr("The member stayed and did not vote.");
    if (action == chairAction::leave)
        return Words::tr("The member left for this item and did not vote.");
    if (action == chairAction::noPapers)
        return Words::tr("The member had no papers, took no part and did not vote.");
    if (action == chairAction::substitute)
        return Words::tr("A substitute took the member’s place for this item.");
    return Words::tr("The chair’s action is not recorded.");
}

QString interestTold(const Plan& base, const ItemInterest& declared, MinutesCopy copy)
{
    const QString action = actionTold(declared.action);
    if (copy == MinutesCopy::Public && isConfidential(base, declared))
        return Words::tr("A member declared an interest that is confidential.") + u' ' + action;
    const QString what = interestMeant(base, declared);
    QString text =
        what.isEmpty()
            ? Words::tr("%1 declared an interest.").arg(memberName(base, declared.member))
            : Words::tr("%1 declared an interest: %2.").arg(memberName(base, declared.member), what);
    text += u' ' + action;
    return declared.note.isEmpty() || copy == MinutesCopy::Public ? text
                                                                  : text + u' ' + sentenceOf(declared.note);
}

QString resultTold(const QString& result)
{
    if (result == itemResult::agreed)
        return Words::tr("The item was agreed.");
    if (result == itemResult::noted)
        return Words::tr("The committee noted the item.");
    if (result == itemResult::deferred)
        return Words::tr("The item was deferred.");
    if (result == itemResult::withdrawn)
        return Words::tr("The item was withdrawn.");
    return {};
}

class Writing
{
public:
    Writing(const Plan& base, const Meeting& meeting, MinutesCopy copy)
        : m_base(base)
        , m_meeting(meeting)
        , m_copy(copy)
    {
    }

    Minutes write()
    {
        const Body* body = m_base.bodies.find(m_meeting.body);
        m_minutes.meeting = m_meeting.id;
        m_minutes.title = Words::tr("%1: minutes").arg(body ? body->name : QString());
        m_minutes.when = dateShown(m_meeting.on);
        m_minutes.where = m_meeting.where;
        m_minutes.status = m_meeting.minutesApprovedOn.isValid()
                               ? Words::tr("Approved on %1").arg(dateShown(m_meeting.minutesApprovedOn))
                               : Words::tr("DRAFT, not yet approved");
        writeRoll();
        if (body)
            writeQuorum(*body);
        writeItems();
        writeCopyLine();
        m_minutes.foot =
            Words::tr("Names are as entered in the plan; nobody’s identity has been checked by this "
                      "program.");
        return m_minutes;
    }

private:
    const Attendance* attendanceOf(const Id& member) const
    {
        const auto found = std::find_if(
            m_base.attendances.begin(), m_base.attendances.end(), [&](const Attendance& attendance) {
                return attendance.meeting == m_meeting.id && attendance.member == member;
            });
        return found == m_base.attendances.end() ? nullptr : &*found;
    }

    bool isSeat(const BodyMember& member) const
    {
        return member.body == m_meeting.body && member.substituteFor.isNull() &&
               (!member.from.isValid() || member.from <= m_meeting.on) &&
               (!member.to.isValid() || member.to >= m_meeting.on);
    }

    // The chair first, then as the plan has them.
    QList<const BodyMember*> seats() const
    {
        QList<const BodyMember*> seats;
        for (const BodyMember& member : m_base.bodyMembers)
            if (isSeat(member))
                seats.append(&member);
        std::stable_partition(seats.begin(), seats.end(),
                              [](const BodyMember* member) { return member->chair; });
        return seats;
    }

    void writeRoll()
    {
        for (const BodyMember* member : seats()) {
            const Attendance* attendance = attendanceOf(member->id);
            const QString how = attendance ? attendance->how : QString();
            QStringList& there = member->withoutVote ? m_minutes.inAttendance : m_minutes.there;
            if (how == attending::present)
                there.append(personIn(m_base, *member));
            else if (how == attending::substitute)
                there.append(substituteIn(m_base, *attendance, *member));
            else if (how == attending::apologies)
                m_minutes.apologies.append(personIn(m_base, *member));
            else
                m_minutes.absent.append(personIn(m_base, *member));
        }
    }

    void writeQuorum(const Body& body)
    {
        const Quorum quorum = quorumOf(m_base, m_meeting);
        QStringList roles;
        for (const RoleNeed& need : quorumRuleOf(m_base, body).needs)
            roles.append(roleWanted(m_base, need));
        const QString with = roles.isEmpty() ? QString() : Words::tr(", with %1").arg(listed(roles));
        const QString form =
            quorum.met
                ? Words::tr("%1 of %2 voting members were there. The quorum is %3%4, and was met.")
                : Words::tr("%1 of %2 voting members were there. The quorum is %3%4, and was not met.");
        m_minutes.quorum = form.arg(capitalised(numberWord(quorum.present)), numberWord(quorum.seats),
                                    numberWord(quorum.needed), with);
    }

    QList<const AgendaItem*> agenda() const
    {
        QList<const AgendaItem*> items;
        for (const AgendaItem& item : m_base.agendaItems)
            if (item.meeting == m_meeting.id)
                items.append(&item);
        std::stable_sort(items.begin(), items.end(), [](const AgendaItem* a, const AgendaItem* b) {
            return a->number && (!b->number || *a->number < *b->number);
        });
        return items;
    }

    void writeItems()
    {
        for (const AgendaItem* item : agenda())
            m_minutes.items.append(written(*item));
    }

    MinutesItem written(const AgendaItem& item) const
    {
        MinutesItem told;
        told.item = item.id;
        told.number = item.number ? QString::number(*item.number) : QString();
        told.leftOut = item.confidential && m_copy == MinutesCopy::Public;
        if (told.leftOut) {
            told.title = told.number.isEmpty() ? Words::tr("One item is confidential.")
                                               : Words::tr("Item %1 is confidential.").arg(told.number);
            return told;
        }
        told.title = item.confidential ? Words::tr("%1 (confidential)").arg(item.title) : item.title;
        writeMatter(told, item);
        writeResolutions(told, item);
        writeReasons(told, item);
        return told;
    }

    void writeMatter(MinutesItem& told, const AgendaItem& item) const
    {
        if (!item.paper.isEmpty())
            told.paper = Words::tr("The committee considered paper %1.").arg(item.paper);
        told.note = sentenceOf(item.note);
        if (m_copy == MinutesCopy::Confidential && !item.closedNote.isEmpty())
            told.closedNote = Words::tr("Confidential: %1").arg(sentenceOf(item.closedNote));
        for (const ItemInterest& declared : m_base.itemInterests)
            if (declared.item == item.id)
                told.interests.append(interestTold(m_base, declared, m_copy));
    }

    void writeResolutions(MinutesItem& told, const AgendaItem& item) const
    {
        for (const Resolution& resolution : m_base.resolutions)
            if (resolution.item == item.id)
                told.resolutions += resolutionTold(m_base, resolution);
        if (told.resolutions.isEmpty())
            told.result = resultTold(item.result);
    }

    void writeReasons(MinutesItem& told, const AgendaItem& item) const
    {
        if (!item.reasons.isEmpty())
            told.reasons = Words::tr("Reasons: %1").arg(sentenceOf(item.reasons));
        if (!item.alternatives.isEmpty())
            told.alternatives =
                Words::tr("Alternatives considered and rejected: %1").arg(sentenceOf(item.alternatives));
        if (item.keyDecision)
            told.flags.append(Words::tr("This was a key decision."));
        if (item.calledIn)
            told.flags.append(Words::tr("Scrutiny called the decision in."));
        else if (item.callInEnds.isValid())
            told.flags.append(
                Words::tr("Scrutiny could call the decision in until %1.").arg(dateShown(item.callInEnds)));
        if (item.scrutinyConsidered)
            told.flags.append(
                Words::tr("The committee considered whether scrutiny or consultation was needed."));
    }

    void writeCopyLine()
    {
        if (m_copy == MinutesCopy::Confidential) {
            m_minutes.copyLine = Words::tr("Confidential copy: not for publication.");
            return;
        }
        const auto leftOut = std::count_if(m_minutes.items.begin(), m_minutes.items.end(),
                                           [](const MinutesItem& item) { return item.leftOut; });
        if (leftOut == 0)
            m_minutes.copyLine = Words::tr("Public copy.");
        else
            m_minutes.copyLine =
                leftOut == 1
                    ? Words::tr("Public copy: one confidential item is left out.")
                    : Words::tr("Public copy: %1 confidential items are left out.").arg(numberWord(leftOut));
    }

    const Plan& m_base;
    const Meeting& m_meeting;
    MinutesCopy m_copy;
    Minutes m_minutes;
};

} // namespace

QStringList MinutesItem::paragraphs() const
{
    QStringList all;
    const auto paragraph = [&](const QStringList& sentences) {
        QStringList said;
        for (const QString& sentence : sentences)
            if (!sentence.isEmpty())
                said.append(sentence);
        if (!said.isEmpty())
            all.append(said.join(u' '));
    };
    paragraph({paper, note});
    paragraph({closedNote});
    for (const QString& interest : interests)
        paragraph({interest});
    for (const MinutesResolution& resolution : resolutions) {
        paragraph({resolution.resolved, resolution.amount});
        paragraph({resolution.votes, resolution.reason});
        for (const QString& dissent : resolution.dissent)
            paragraph({dissent});
        paragraph(resolution.after);
    }
    paragraph({result});
    paragraph({reasons});
    paragraph({alternatives});
    paragraph(flags);
    return all;
}

Minutes minutesOf(const Plan& base, const Id& meeting, MinutesCopy copy)
{
    const Meeting* found = base.meetings.find(meeting);
    return found ? Writing(base, *found, copy).write() : Minutes();
}

} // namespace placewright
