// Quorums: cases G1 to G4 of the section 75 note, 5.3, and every kind of rule with the figure worked out by hand.
#include "tests/support/seats.h"
#include "tests/support/seeded.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QuorumRule atLeast(qint64 number, const QList<RoleNeed>& needs = {})
{
    return {number, {}, needs};
}

QuorumRule percent(const QString& share, std::optional<qint64> number = {})
{
    return {number, *Rate::parse(share), {}};
}

RoleNeed role(QLatin1StringView name, qint64 least = 1)
{
    return {name, {}, least};
}

RoleNeed partner(const QString& name, qint64 least = 1)
{
    return {{}, Id(name), least};
}

QString missingIn(const QList<RoleNeed>& needs)
{
    QStringList each;
    for (const RoleNeed& need : needs)
        each.append((u"%1 %2 %3"_s.arg(need.least).arg(need.role, need.partner.text())).simplified());
    return each.join(u", ");
}

} // namespace

class TestQuorum : public QObject
{
    Q_OBJECT

private slots:
    void ofCases_data();
    void ofCases();
    void roles_data();
    void roles();
    void shareIsTheLeastWholeNumber();
    void exclusionIsAbsence();
    void needsAreCountedOneByOne();
};

void TestQuorum::ofCases_data()
{
    QTest::addColumn<QuorumRule>("rule");
    QTest::addColumn<QString>("seats");
    QTest::addColumn<QString>("figures"); // present of seats, needed
    QTest::addColumn<QString>("missing");
    QTest::addColumn<bool>("met");
    const auto row = [](const char* name, const QuorumRule& rule, const char* seats, const char* figures,
                        const char* missing, bool met) {
        QTest::newRow(name) << rule << QString::fromLatin1(seats) << QString::fromLatin1(figures)
                            << QString::fromLatin1(missing) << met;
    };

    const QuorumRule bournemouth =
        atLeast(7, {role(memberRole::councillor), role(memberRole::nhs), role(memberRole::publicHealth)});
    row("G1: eight, but no Director of Public Health", bournemouth,
        "4 council councillor, 4 icb nhs, publicHealth absent, 3 absent", "8 of 12, 7", "1 publicHealth",
        false);
    row("G1: eight, one a substitute for the Director", bournemouth,
        "4 council councillor, 3 icb nhs, publicHealth substitute, 4 absent", "8 of 12, 7", "", true);
    row("G1: seven with all three", bournemouth, "3 council councillor, 3 icb nhs, publicHealth, 5 absent",
        "7 of 12, 7", "", true);
    row("G1: seven with all three by substitutes", bournemouth,
        "council councillor substitute, icb nhs substitute, publicHealth substitute, 4 provider, 5 absent",
        "7 of 12, 7", "", true);
    row("G1: six with all three", bournemouth, "3 council councillor, 2 icb nhs, publicHealth, 6 absent",
        "6 of 12, 7", "", false);
    row("G1: six, one of them a substitute", bournemouth,
        "3 council councillor, 2 icb nhs, publicHealth substitute, 6 absent", "6 of 12, 7", "", false);
    row("G1: seven, but the Director is excluded", bournemouth,
        "3 council councillor, 3 icb nhs, publicHealth excluded, councilOfficer", "7 of 8, 7",
        "1 publicHealth", false);
    row("G1: seven, but no councillor and no NHS", bournemouth, "publicHealth, 6 provider", "7 of 7, 7",
        "1 councillor, 1 nhs", false);

    row("G2: three of a board that needs three", atLeast(3), "3 council, 9 absent", "3 of 12, 3", "", true);
    row("G2: two of it", atLeast(3), "2 council, 10 absent", "2 of 12, 3", "", false);

    row("G3: four of twenty-one", atLeast(4), "2 councillor, 2 provider, 4 councillor absent, 13 absent",
        "4 of 21, 4", "", true);
    row("G3: three of twenty-one", atLeast(4), "2 councillor, provider, 4 councillor absent, 14 absent",
        "3 of 21, 4", "", false);

    const QuorumRule rutland = atLeast(3, {partner(u"icb"_s),
                                           partner(u"council"_s, 2),
                                           {memberRole::councillor, Id(u"council"_s), 1},
                                           {memberRole::councilOfficer, Id(u"council"_s), 1}});
    row("G4: the CCG and two officers", rutland,
        "icb nhs, 2 council councilOfficer, council councillor absent", "3 of 4, 3", "1 councillor council",
        false);
    row("G4: the CCG, a Member and an officer", rutland,
        "icb nhs, council councillor, council councilOfficer", "3 of 3, 3", "", true);
    row("G4: the CCG, a Member and a director, who is an officer", rutland,
        "icb nhs, council councillor, council adultServices", "3 of 3, 3", "", true);
    row("G4: the CCG and two Members", rutland, "icb nhs, 2 council councillor", "3 of 3, 3",
        "1 councilOfficer council", false);
    row("G4: a Member and an officer without the CCG", rutland,
        "icb nhs absent, council councillor, council councilOfficer", "2 of 3, 3", "1 icb", false);
    row("G4: an officer of the CCG is none of the council", rutland,
        "icb councilOfficer, 2 council councillor", "3 of 3, 3", "1 councilOfficer council", false);

    row("no rule: somebody must be there", QuorumRule(), "council, absent", "1 of 2, 1", "", true);
    row("no rule, and nobody is there", QuorumRule(), "2 absent", "0 of 2, 1", "", false);
    row("no seats at all", QuorumRule(), "", "0 of 0, 1", "", false);
    row("a number of zero is one", atLeast(0), "absent", "0 of 1, 1", "", false);
    row("a number below zero is one", atLeast(-3), "council", "1 of 1, 1", "", true);
    row("a number above the membership", atLeast(4), "3 council", "3 of 3, 4", "", false);

    row("half of five is three", percent(u"50"_s), "3 council, 2 absent", "3 of 5, 3", "", true);
    row("two are not half of five", percent(u"50"_s), "2 council, 3 absent", "2 of 5, 3", "", false);
    row("half of four is two", percent(u"50"_s), "2 council, 2 absent", "2 of 4, 2", "", true);
    row("a quarter of twelve is three", percent(u"25"_s), "3 council, 9 absent", "3 of 12, 3", "", true);
    row("a quarter of thirteen is four", percent(u"25"_s), "3 council, 10 absent", "3 of 13, 4", "", false);
    row("not quite a third of three is one", percent(u"33.333333333333"_s), "council, 2 absent", "1 of 3, 1",
        "", true);
    row("hardly more than a third of three is two", percent(u"33.333333333334"_s), "council, 2 absent",
        "1 of 3, 2", "", false);
    row("all of three", percent(u"100"_s), "3 council", "3 of 3, 3", "", true);
    row("zero percent is one", percent(u"0"_s), "absent", "0 of 1, 1", "", false);
    row("a trace of a percent is one", percent(u"0.000000000001"_s), "council", "1 of 1, 1", "", true);
    row("more than all", percent(u"100.1"_s), "3 council", "3 of 3, 4", "", false);
    row("a share above the number", percent(u"50"_s, 2), "2 council, 4 absent", "2 of 6, 3", "", false);
    row("a number above the share", percent(u"25"_s, 3), "2 council, 6 absent", "2 of 8, 3", "", false);
    row("the share is of seats with a vote", percent(u"50"_s), "2 council, 2 absent, 6 voteless", "2 of 4, 2",
        "", true);

    row("without a vote nobody counts", atLeast(2), "council, 3 voteless", "1 of 1, 2", "", false);
    row("an excluded member leaves the quorum, not the membership", percent(u"50"_s),
        "2 council, excluded, absent", "2 of 4, 2", "", true);
    row("and can break it", percent(u"50"_s), "council, 2 excluded, absent", "1 of 4, 2", "", false);
    row("excluded and absent", atLeast(1), "absent excluded", "0 of 1, 1", "", false);
    row("a role is not met by one without a vote", atLeast(1, {role(memberRole::nhs)}),
        "council, nhs voteless", "1 of 1, 1", "1 nhs", false);
    row("two of a role, one there", atLeast(1, {role(memberRole::nhs, 2)}), "nhs, nhs absent", "1 of 2, 1",
        "1 nhs", false);
    row("three of a role, none there", atLeast(1, {role(memberRole::nhs, 3)}), "council", "1 of 1, 1",
        "3 nhs", false);
    row("a need of nobody", atLeast(1, {role(memberRole::nhs, 0)}), "council", "1 of 1, 1", "", true);
    row("one member for two needs", atLeast(1, {role(memberRole::nhs), partner(u"icb"_s)}), "icb nhs",
        "1 of 1, 1", "", true);
    row("one of the other partner", atLeast(1, {partner(u"icb2"_s)}), "3 icb, icb2 absent", "3 of 4, 1",
        "1 icb2", false);
    row("any two, whoever", atLeast(1, {RoleNeed{{}, {}, 2}}), "council, icb absent", "1 of 2, 1", "1",
        false);
}

void TestQuorum::ofCases()
{
    QFETCH(QuorumRule, rule);
    QFETCH(QString, seats);
    const Quorum quorum = quorumOf(rule, seatsOf(seats));
    const QString figures = u"%1 of %2, %3"_s.arg(
        QString::number(quorum.present), QString::number(quorum.seats), QString::number(quorum.needed));
    QTEST(figures, "figures");
    QTEST(missingIn(quorum.missing), "missing");
    QTEST(quorum.met, "met");
}

void TestQuorum::roles_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("needed");
    QTest::addColumn<bool>("counts");
    const auto row = [](const char* name, const QString& role, const QString& needed, bool counts) {
        QTest::newRow(name) << role << needed << counts;
    };
    using namespace memberRole;
    row("itself", nhs, nhs, true);
    row("another", nhs, provider, false);
    row("any", provider, {}, true);
    row("none, and any is asked for", {}, {}, true);
    row("none, and one is asked for", {}, nhs, false);
    row("the director of adult social services is an officer", adultServices, councilOfficer, true);
    row("the director of children’s services is an officer", childrenServices, councilOfficer, true);
    row("the director of public health is an officer", publicHealth, councilOfficer, true);
    row("an officer is no director", councilOfficer, publicHealth, false);
    row("one director is not another", adultServices, publicHealth, false);
    row("a councillor is no officer", councillor, councilOfficer, false);
    row("nor is the NHS", nhs, councilOfficer, false);
}

void TestQuorum::roles()
{
    QFETCH(QString, role);
    QFETCH(QString, needed);
    QTEST(countsAs(role, needed), "counts");
}

// By search: the least whole number of seats that is at least the share, in whole numbers only.
void TestQuorum::shareIsTheLeastWholeNumber()
{
    Seeded seeded(20261128);
    for (int round = 0; round < 3000; ++round) {
        const int places = static_cast<int>(seeded.between(0, 4));
        qint64 hundred = 100;
        for (int place = 0; place < places; ++place)
            hundred *= 10;
        const qint64 digits = seeded.between(0, hundred);
        const QString typed = QString::number(digits).rightJustified(places + 1, u'0');
        const QString share = places == 0 ? typed : typed.chopped(places) + u'.' + typed.right(places);
        const qint64 seats = seeded.between(0, 40);
        qint64 least = 1;
        while (least * hundred < digits * seats)
            ++least;
        QCOMPARE(quorumOf(percent(share), seatsOf(u"%1 council"_s.arg(seats))).needed, least);
    }
}

namespace {

Seat randomSeat(Seeded& seeded, int number)
{
    static const QList<QString> roles{memberRole::councillor, memberRole::nhs, memberRole::publicHealth,
                                      memberRole::councilOfficer};
    static const QList<Id> partners{Id(), Id(u"council"_s), Id(u"icb"_s)};
    Seat seat;
    seat.member = Id(u"m%1"_s.arg(number));
    seat.role = roles.at(seeded.between(0, 3));
    seat.partner = partners.at(seeded.between(0, 2));
    seat.hasVote = seeded.between(0, 5) != 0;
    seat.present = seeded.between(0, 3) != 0;
    seat.inPerson = seeded.between(0, 3) != 0;
    seat.excluded = seeded.between(0, 5) == 0;
    return seat;
}

QList<Seat> randomSeats(Seeded& seeded)
{
    QList<Seat> seats;
    for (qint64 count = seeded.between(0, 9); count > 0; --count)
        seats.append(randomSeat(seeded, static_cast<int>(count)));
    return seats;
}

QuorumRule randomRule(Seeded& seeded)
{
    QuorumRule rule = atLeast(seeded.between(0, 6), {role(memberRole::councilOfficer, seeded.between(0, 2)),
                                                     partner(u"icb"_s, seeded.between(0, 2))});
    if (seeded.between(0, 1) == 0)
        rule.share = Rate::fromWhole(seeded.between(0, 100));
    return rule;
}

} // namespace

// Whoever is excluded, but was there, counts as if away; nobody who comes breaks a quorum.
void TestQuorum::exclusionIsAbsence()
{
    Seeded seeded(20261129);
    int broken = 0;
    for (int round = 0; round < 3000; ++round) {
        const QuorumRule rule = randomRule(seeded);
        const QList<Seat> seats = randomSeats(seeded);
        if (seats.isEmpty())
            continue;
        const qsizetype which = seeded.between(0, seats.size() - 1);
        QList<Seat> excluded = seats;
        excluded[which].present = true;
        excluded[which].excluded = true;
        QList<Seat> away = seats;
        away[which].present = false;
        away[which].excluded = false;
        QList<Seat> there = away;
        there[which].present = true;
        const Quorum without = quorumOf(rule, excluded);
        QCOMPARE(without.present, quorumOf(rule, away).present);
        QCOMPARE(without.needed, quorumOf(rule, away).needed);
        QCOMPARE(without.missing, quorumOf(rule, away).missing);
        QCOMPARE(without.met, quorumOf(rule, away).met);
        const Quorum with = quorumOf(rule, there);
        QCOMPARE(with.present, without.present + (seats.at(which).hasVote ? 1 : 0));
        QVERIFY(with.met || !without.met);
        broken += with.met && !without.met;
    }
    QVERIFY2(broken > 50, "the boards hardly ever hang on one member");
}

// Counted seat by seat here, and nowhere else in the same way.
void TestQuorum::needsAreCountedOneByOne()
{
    Seeded seeded(20261130);
    for (int round = 0; round < 3000; ++round) {
        const QuorumRule rule = randomRule(seeded);
        qint64 officers = rule.needs.at(0).least;
        qint64 ofIcb = rule.needs.at(1).least;
        qint64 toCome = rule.number.value();
        qint64 voting = 0;
        const QList<Seat> seats = randomSeats(seeded);
        for (const Seat& seat : seats) {
            voting += seat.hasVote;
            if (!seat.hasVote || !seat.present || seat.excluded)
                continue;
            --toCome;
            officers -= seat.role == memberRole::councilOfficer || seat.role == memberRole::publicHealth;
            ofIcb -= seat.partner == Id(u"icb"_s);
        }
        const Quorum quorum = quorumOf(rule, seats);
        QStringList missing;
        if (officers > 0)
            missing.append(u"%1 councilOfficer"_s.arg(officers));
        if (ofIcb > 0)
            missing.append(u"%1 icb"_s.arg(ofIcb));
        QCOMPARE(missingIn(quorum.missing), missing.join(u", "));
        QCOMPARE(quorum.seats, voting);
        const bool enough = toCome <= 0 && quorum.present > 0 &&
                            (!rule.share || quorum.present * 100 >= rule.share->unscaled() * voting);
        QCOMPARE(quorum.met, enough && missing.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestQuorum)
#include "test_quorum.moc"
