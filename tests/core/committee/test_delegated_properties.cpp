// Random limits and movements: held against a second reckoning in whole pence.
#include "tests/support/delegations.h"
#include "tests/support/seeded.h"

#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;
using namespace placewright::delegations;
using enum DelegationVerdict;

namespace {

constexpr int rounds = 6000;

const QStringList partners{QString(), u"council"_s, u"icb"_s};
const QStringList years{u"2026-27"_s, u"2027-28"_s};
const QStringList areas{QString(), u"Acute"_s, u"Social care"_s};
const QStringList roles{QString(), memberRole::nhs, memberRole::councilOfficer};

const QString& anyOf(const QStringList& list, Seeded& seeded)
{
    return list.at(seeded.between(0, list.size() - 1));
}

Case randomCase(Seeded& seeded)
{
    Case random;
    for (qint64 i = seeded.between(0, 5); i > 0; --i) {
        DelegatedLimit one = limit(u"d%1"_s.arg(i), anyOf(partners, seeded), {});
        one.category = anyOf(areas, seeded);
        one.role = seeded.between(0, 2) == 0 ? anyOf(roles, seeded) : QString();
        if (seeded.between(0, 3) != 0)
            one.perDecision = Money::fromPence(seeded.between(0, 12));
        if (seeded.between(0, 1) != 0)
            one.perYear = Money::fromPence(seeded.between(0, 12));
        if (seeded.between(0, 5) == 0)
            one.minute.clear();
        random.limits.append(one);
    }
    for (qint64 i = seeded.between(1, 4); i > 0; --i)
        random.moved.append({Id(anyOf(partners, seeded)), anyOf(years, seeded), anyOf(areas, seeded),
                             Money::fromPence(seeded.between(0, 4)), Money::fromPence(seeded.between(0, 4))});
    for (qint64 i = seeded.between(0, 3); i > 0; --i)
        random.decided.append({Id(anyOf(partners, seeded)), anyOf(years, seeded), anyOf(areas, seeded),
                               Money::fromPence(seeded.between(0, 4))});
    if (seeded.between(0, 1) == 0)
        random.inFavour.append({anyOf(roles, seeded), Id(anyOf(partners, seeded))});
    return random;
}

QList<PartnerVerdict> verdictsOf(const Case& given)
{
    return holdAgainst(given.limits, given.decided, given.moved, given.inFavour);
}

// In whole pence, of rows where `counts`; an empty year: all.
template <class Counts> qint64 penceMoved(const Case& given, const QString& year, Counts counts)
{
    qint64 up = 0;
    qint64 down = 0;
    for (const MovedMoney& row : given.moved) {
        if (!counts(row.partner, row.category) || (!year.isEmpty() && row.year != year))
            continue;
        up += row.increase.pence();
        down += row.decrease.pence();
    }
    return up > down ? up : down;
}

template <class Counts> bool covers(const DelegatedLimit& limit, const Case& given, Counts counts)
{
    bool roleIsFor = limit.role.isEmpty();
    for (const InFavour& member : given.inFavour)
        roleIsFor |= member.role == limit.role && member.partner == limit.partner;
    if (limit.minute.isEmpty() || !roleIsFor)
        return false;
    if (limit.perDecision && penceMoved(given, {}, counts) > limit.perDecision->pence())
        return false;
    for (const QString& year : years) {
        const qint64 now = penceMoved(given, year, counts);
        if (!limit.perYear || now == 0)
            continue;
        qint64 sum = now;
        for (const DecidedMoney& before : given.decided)
            if (before.year == year && counts(before.partner, before.category))
                sum += before.amount.pence();
        if (sum > limit.perYear->pence())
            return false;
    }
    return true;
}

bool mayDecide(const Case& given, const Id& partner)
{
    const auto whole = [&](const Id& whose, const QString&) { return whose == partner; };
    if (penceMoved(given, {}, whole) == 0)
        return true;
    if (partner.isNull())
        return false;
    const auto covered = [&](const QString& category, auto counts) {
        return std::any_of(given.limits.begin(), given.limits.end(), [&](const DelegatedLimit& limit) {
            return limit.partner == partner && limit.category == category && covers(limit, given, counts);
        });
    };
    if (covered({}, whole))
        return true;
    for (const QString& area : areas) {
        const auto ofArea = [&](const Id& whose, const QString& category) {
            return whose == partner && category == area;
        };
        if (penceMoved(given, {}, ofArea) != 0 && (area.isEmpty() || !covered(area, ofArea)))
            return false;
    }
    return true;
}

} // namespace

class TestDelegatedProperties : public QObject
{
    Q_OBJECT

private slots:
    void reckonedAgain();
    void neverAboveEveryLimit();
    void orderAndSplittingMeanNothing();
    void morePowerIsNeverLess();
};

void TestDelegatedProperties::reckonedAgain()
{
    Seeded seeded(20261210);
    QMap<DelegationVerdict, int> met;
    for (int round = 0; round < rounds; ++round) {
        const Case given = randomCase(seeded);
        QSet<Id> seen;
        for (const PartnerVerdict& verdict : verdictsOf(given)) {
            QVERIFY(!seen.contains(verdict.partner));
            seen.insert(verdict.partner);
            QCOMPARE(verdict.isWithin(), mayDecide(given, verdict.partner));
            QCOMPARE(verdict.amount.pence(), penceMoved(given, {}, [&](const Id& whose, const QString&) {
                         return whose == verdict.partner;
                     }));
            const bool isAbove = verdict.verdict == AboveDecision || verdict.verdict == AboveYear;
            QCOMPARE(verdict.above > Money(), isAbove);
            ++met[verdict.verdict];
        }
    }
    QCOMPARE(met.size(), 7); // every verdict there is
    QVERIFY(std::all_of(met.begin(), met.end(), [](int times) { return times >= 50; }));
}

// Each limit is set a penny short of what moves of its partner, or has no minute.
void TestDelegatedProperties::neverAboveEveryLimit()
{
    Seeded seeded(20261211);
    int tried = 0;
    for (int round = 0; round < rounds; ++round) {
        Case given = randomCase(seeded);
        for (DelegatedLimit& one : given.limits) {
            one.category.clear();
            const qint64 moves =
                penceMoved(given, {}, [&](const Id& whose, const QString&) { return whose == one.partner; });
            one.perDecision = Money::fromPence(moves - seeded.between(1, 3));
        }
        for (const PartnerVerdict& verdict : verdictsOf(given)) {
            QCOMPARE(verdict.isWithin(), verdict.amount.isZero());
            tried += !verdict.amount.isZero();
        }
    }
    QVERIFY(tried > rounds);
}

void TestDelegatedProperties::orderAndSplittingMeanNothing()
{
    Seeded seeded(20261212);
    for (int round = 0; round < rounds; ++round) {
        const Case given = randomCase(seeded);
        Case other = given;
        const MovedMoney first = other.moved.first();
        other.moved[0].increase =
            first.increase - Money::fromPence(seeded.between(0, first.increase.pence()));
        other.moved[0].decrease = Money();
        other.moved.append({first.partner, first.year, first.category,
                            first.increase - other.moved[0].increase, first.decrease});
        std::shuffle(other.moved.begin(), other.moved.end(), seeded.engine());
        std::shuffle(other.decided.begin(), other.decided.end(), seeded.engine());
        std::shuffle(other.limits.begin(), other.limits.end(), seeded.engine());
        const QList<PartnerVerdict> otherVerdicts = verdictsOf(other);
        for (const PartnerVerdict& verdict : verdictsOf(given)) {
            const auto same =
                std::find_if(otherVerdicts.begin(), otherVerdicts.end(),
                             [&](const PartnerVerdict& one) { return one.partner == verdict.partner; });
            QVERIFY(same != otherVerdicts.end());
            QCOMPARE(same->amount, verdict.amount);
            QCOMPARE(same->isWithin(), verdict.isWithin());
            QCOMPARE(same->above, verdict.above);
        }
    }
}

// Another limit, or another member in favour, takes nothing away; more decided before gives nothing.
void TestDelegatedProperties::morePowerIsNeverLess()
{
    Seeded seeded(20261213);
    for (int round = 0; round < rounds; ++round) {
        const Case given = randomCase(seeded);
        Case more = given;
        more.limits += randomCase(seeded).limits;
        more.inFavour.append({anyOf(roles, seeded), Id(anyOf(partners, seeded))});
        Case later = given;
        later.decided += randomCase(seeded).decided;
        const QList<PartnerVerdict> now = verdictsOf(given);
        const QList<PartnerVerdict> withMore = verdictsOf(more);
        const QList<PartnerVerdict> afterwards = verdictsOf(later);
        for (qsizetype i = 0; i < now.size(); ++i) {
            QVERIFY(withMore.at(i).isWithin() || !now.at(i).isWithin());
            QVERIFY(!afterwards.at(i).isWithin() || now.at(i).isWithin());
        }
    }
}

QTEST_APPLESS_MAIN(TestDelegatedProperties)
#include "test_delegated_properties.moc"
