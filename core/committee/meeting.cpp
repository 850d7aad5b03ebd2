#include "core/committee/meeting.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice ways[] = {
    {attending::present, QT_TRANSLATE_NOOP("Field", "Present")},
    {attending::substitute, QT_TRANSLATE_NOOP("Field", "By a substitute")},
    {attending::apologies, QT_TRANSLATE_NOOP("Field", "Apologies")},
    {attending::absent, QT_TRANSLATE_NOOP("Field", "Absent")},
};

constexpr Choice results[] = {
    {itemResult::agreed, QT_TRANSLATE_NOOP("Field", "Agreed")},
    {itemResult::noted, QT_TRANSLATE_NOOP("Field", "Noted")},
    {itemResult::deferred, QT_TRANSLATE_NOOP("Field", "Deferred")},
    {itemResult::withdrawn, QT_TRANSLATE_NOOP("Field", "Withdrawn")},
};

constexpr Choice actions[] = {
    {chairAction::note, QT_TRANSLATE_NOOP("Field", "Noted; takes part")},
    {chairAction::noVote, QT_TRANSLATE_NOOP("Field", "Stayed without a vote")},
    {chairAction::leave, QT_TRANSLATE_NOOP("Field", "Left for the item")},
    {chairAction::noPapers, QT_TRANSLATE_NOOP("Field", "Had no papers; took no part")},
    {chairAction::substitute, QT_TRANSLATE_NOOP("Field", "Substitute took the place")},
};

constexpr Field meetingFields[] = {
    required(refersTo(describe<&Meeting::body>("body", QT_TRANSLATE_NOOP("Field", "Body")), "body")),
    required(describe<&Meeting::on>("on", QT_TRANSLATE_NOOP("Field", "Date"))),
    describe<&Meeting::where>("where", QT_TRANSLATE_NOOP("Field", "Place")),
    describe<&Meeting::minutesApprovedOn>("minutesApprovedOn",
                                          QT_TRANSLATE_NOOP("Field", "Minutes approved on"),
                                          QT_TRANSLATE_NOOP("Field", "Empty: the minutes are a draft.")),
    describe<&Meeting::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field attendanceFields[] = {
    required(refersTo(describe<&Attendance::meeting>("meeting", QT_TRANSLATE_NOOP("Field", "Meeting")),
                      "meeting")),
    goesWith(describe<&Attendance::member>("member", QT_TRANSLATE_NOOP("Field", "Member")), "bodyMember"),
    choice(describe<&Attendance::how>("how", QT_TRANSLATE_NOOP("Field", "Attended")), ways),
    refersTo(describe<&Attendance::substitute>("substitute", QT_TRANSLATE_NOOP("Field", "Substitute"),
                                               QT_TRANSLATE_NOOP("Field", "Who came in the member’s place.")),
             "bodyMember"),
};

constexpr Field agendaItemFields[] = {
    required(refersTo(describe<&AgendaItem::meeting>("meeting", QT_TRANSLATE_NOOP("Field", "Meeting")),
                      "meeting")),
    describe<&AgendaItem::number>("number", QT_TRANSLATE_NOOP("Field", "Number")),
    required(describe<&AgendaItem::title>("title", QT_TRANSLATE_NOOP("Field", "Subject"))),
    describe<&AgendaItem::paper>("paper", QT_TRANSLATE_NOOP("Field", "Paper"),
                                 QT_TRANSLATE_NOOP("Field", "Reference of the paper.")),
    choice(describe<&AgendaItem::result>("result", QT_TRANSLATE_NOOP("Field", "Result"),
                                         QT_TRANSLATE_NOOP("Field", "Of an item without a resolution.")),
           results),
    describe<&AgendaItem::note>("note", QT_TRANSLATE_NOOP("Field", "Note"),
                                QT_TRANSLATE_NOOP("Field", "In every copy of the minutes.")),
    describe<&AgendaItem::closedNote>("closedNote", QT_TRANSLATE_NOOP("Field", "Confidential note"),
                                      QT_TRANSLATE_NOOP("Field", "Left out of public copies.")),
    describe<&AgendaItem::confidential>("confidential", QT_TRANSLATE_NOOP("Field", "Confidential item"),
                                        QT_TRANSLATE_NOOP("Field", "Left out of public copies.")),
    describe<&AgendaItem::reasons>("reasons", QT_TRANSLATE_NOOP("Field", "Reasons"),
                                   QT_TRANSLATE_NOOP("Field", "Why it was decided so.")),
    describe<&AgendaItem::alternatives>("alternatives", QT_TRANSLATE_NOOP("Field", "Alternatives"),
                                        QT_TRANSLATE_NOOP("Field", "Considered and rejected.")),
    describe<&AgendaItem::keyDecision>("keyDecision", QT_TRANSLATE_NOOP("Field", "Key decision")),
    describe<&AgendaItem::calledIn>("calledIn", QT_TRANSLATE_NOOP("Field", "Called in"),
                                    QT_TRANSLATE_NOOP("Field", "Scrutiny has called the decision in.")),
    describe<&AgendaItem::callInEnds>(
        "callInEnds", QT_TRANSLATE_NOOP("Field", "Call-in ends"),
        QT_TRANSLATE_NOOP("Field", "The last day on which scrutiny can call it in.")),
    describe<&AgendaItem::scrutinyConsidered>(
        "scrutinyConsidered", QT_TRANSLATE_NOOP("Field", "Scrutiny considered"),
        QT_TRANSLATE_NOOP("Field", "Whether scrutiny or consultation is needed was considered.")),
};

constexpr Field itemInterestFields[] = {
    required(refersTo(describe<&ItemInterest::item>("item", QT_TRANSLATE_NOOP("Field", "Agenda item")),
                      "agendaItem")),
    goesWith(describe<&ItemInterest::member>("member", QT_TRANSLATE_NOOP("Field", "Member")), "bodyMember"),
    refersTo(describe<&ItemInterest::interest>(
                 "interest", QT_TRANSLATE_NOOP("Field", "Interest"),
                 QT_TRANSLATE_NOOP("Field", "Of the register; empty: declared at the meeting.")),
             "interest"),
    describe<&ItemInterest::declared>("declared", QT_TRANSLATE_NOOP("Field", "Declared"),
                                      QT_TRANSLATE_NOOP("Field", "What was declared at the meeting.")),
    choice(describe<&ItemInterest::action>(
               "action", QT_TRANSLATE_NOOP("Field", "The chair’s action"),
               QT_TRANSLATE_NOOP("Field", "All but “noted” take the vote and the place in the quorum.")),
           actions),
    describe<&ItemInterest::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType Meeting::type{QLatin1StringView("meeting"),
                               QLatin1StringView("meetings"),
                               QT_TRANSLATE_NOOP("Field", "Meeting"),
                               QT_TRANSLATE_NOOP("Field", "Meetings"),
                               QLatin1StringView("body"),
                               meetingFields,
                               Keeping::BaseOnly};

const EntityType Attendance::type{QLatin1StringView("attendance"),
                                  QLatin1StringView("attendances"),
                                  QT_TRANSLATE_NOOP("Field", "Attendance"),
                                  QT_TRANSLATE_NOOP("Field", "Attendances"),
                                  QLatin1StringView("meeting"),
                                  attendanceFields,
                                  Keeping::BaseOnly};

const EntityType AgendaItem::type{QLatin1StringView("agendaItem"),
                                  QLatin1StringView("agendaItems"),
                                  QT_TRANSLATE_NOOP("Field", "Agenda item"),
                                  QT_TRANSLATE_NOOP("Field", "Agenda items"),
                                  QLatin1StringView("meeting"),
                                  agendaItemFields,
                                  Keeping::BaseOnly};

const EntityType ItemInterest::type{QLatin1StringView("itemInterest"),
                                    QLatin1StringView("itemInterests"),
                                    QT_TRANSLATE_NOOP("Field", "Interest under an item"),
                                    QT_TRANSLATE_NOOP("Field", "Interests under items"),
                                    QLatin1StringView("item"),
                                    itemInterestFields,
                                    Keeping::BaseOnly};

} // namespace placewright
