#include "ui/models/votewords.h"

#include <QCoreApplication>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(VoteWords)
};

// The last action of the chair on an interest of the seat, or of the substitute who took it.
QString actionOn(const Plan& base, const Seat& seat, const Id& meeting, const Id& item)
{
    QList<Id> who{seat.member};
    for (const Attendance& attendance : base.attendances)
        if (attendance.meeting == meeting && attendance.member == seat.member)
            who.append(attendance.substitute);
    QString action;
    for (const ItemInterest& interest : base.itemInterests)
        if (interest.item == item && who.contains(interest.member) && interest.action != chairAction::note)
            action = interest.action;
    return action;
}

QString attendedAs(const Plan& base, const Seat& seat, const Id& meeting)
{
    for (const Attendance& attendance : base.attendances)
        if (attendance.meeting == meeting && attendance.member == seat.member)
            return attendance.how;
    return {};
}

} // namespace

QString whyNoVote(const Plan& base, const Seat& seat, const Id& meeting, const Id& item)
{
    if (seat.canVote())
        return {};
    if (!seat.present)
        return attendedAs(base, seat, meeting) == attending::apologies ? Words::tr("Apologies")
                                                                       : Words::tr("Not there");
    if (seat.excluded) {
        const QString action = actionOn(base, seat, meeting, item);
        if (action == chairAction::leave)
            return Words::tr("Left: interest");
        if (action == chairAction::noPapers)
            return Words::tr("Took no part: interest");
        return Words::tr("No vote: interest");
    }
    return Words::tr("No vote");
}

QString whyNoVote(const Plan& base, const Seat& seat, const Resolution& resolution)
{
    const AgendaItem* item = base.agendaItems.find(resolution.item);
    return whyNoVote(base, seat, item ? item->meeting : Id(), resolution.item);
}

QString ballotInWords(Ballot ballot)
{
    switch (ballot) {
    case Ballot::For:
        return Words::tr("For");
    case Ballot::Against:
        return Words::tr("Against");
    case Ballot::Abstained:
        break;
    }
    return Words::tr("Abstained");
}

Icon markOf(Ballot ballot)
{
    switch (ballot) {
    case Ballot::For:
        return Icon::InFavour;
    case Ballot::Against:
        return Icon::Against;
    case Ballot::Abstained:
        break;
    }
    return Icon::Abstained;
}

} // namespace placewright
