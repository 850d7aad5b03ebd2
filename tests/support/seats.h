#pragma once

#include "core/committee/body.h"
#include "core/committee/voting.h"

#include <QStringList>

namespace placewright {

inline void addToSeat(Seat& seat, const QString& word)
{
    using namespace Qt::StringLiterals;
    static const QStringList partners{u"council"_s, u"icb"_s, u"icb2"_s};
    static const QStringList roles{memberRole::councillor,     memberRole::adultServices,
                                   memberRole::publicHealth,   memberRole::childrenServices,
                                   memberRole::councilOfficer, memberRole::nhs,
                                   memberRole::provider,       memberRole::healthwatch};
    if (partners.contains(word))
        seat.partner = Id(word);
    else if (roles.contains(word))
        seat.role = word;
    else if (word == u"chair")
        seat.chair = true;
    else if (word == u"absent")
        seat.present = false;
    else if (word == u"substitute")
        seat.inPerson = false;
    else if (word == u"excluded")
        seat.excluded = true;
    else if (word == u"voteless")
        seat.hasVote = false;
    else if (word == u"for")
        seat.ballot = Ballot::For;
    else if (word == u"against")
        seat.ballot = Ballot::Against;
    else if (word == u"abstains")
        seat.ballot = Ballot::Abstained;
    else if (word == u"casts-for")
        seat.casting = Ballot::For;
    else if (word == u"casts-against")
        seat.casting = Ballot::Against;
    else if (word == u"casts-neither")
        seat.casting = Ballot::Abstained;
    else
        qFatal("a word that no seat has: %s", qPrintable(word));
}

// "council chair for, icb nhs excluded against, 3 council for": seats m1, m2, m3, m4, m5, present in person and with a vote unless
// it says otherwise.
inline QList<Seat> seatsOf(const QString& text)
{
    QList<Seat> seats;
    for (const QString& words : text.split(u',', Qt::SkipEmptyParts)) {
        Seat seat;
        seat.present = true;
        qsizetype count = 1;
        for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
            bool isNumber = false;
            const int number = word.toInt(&isNumber);
            if (isNumber)
                count = number;
            else
                addToSeat(seat, word);
        }
        for (; count > 0; --count) {
            seat.member = Id(QChar(u'm') + QString::number(seats.size() + 1));
            seats.append(seat);
        }
    }
    return seats;
}

} // namespace placewright
