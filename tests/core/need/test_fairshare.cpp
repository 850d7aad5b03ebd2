#include "core/money/apportion.h"
#include "core/money/arithmeticerror.h"
#include "core/money/people.h"
#include "core/need/fairshare.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QStringList targetsOf(const FairShares& shares)
{
    QStringList texts;
    for (const FairShare& share : shares.areas)
        texts.append(moneyToPlain(share.target));
    return texts;
}

FairShareRow row(const QString& key, qint64 need, qint64 knownPence, qint64 assumedPence = 0)
{
    return {key, need, Money::fromPence(knownPence), Money::fromPence(assumedPence)};
}

struct Place
{
    const char* code;
    const char* heads;
    const char* weighted;
    const char* byNeed;
    const char* byHeads;
    const char* index;
};

People people(const char* text)
{
    return *People::parse(QString::fromLatin1(text));
}

} // namespace

class TestFairShare : public QObject
{
    Q_OBJECT

private slots:
    void westYorkshire();
    void knownAndAssumed();
    void halfPennies();
    void edges();
    void properties();
};

void TestFairShare::westYorkshire()
{
    // Fixture B of the need-capitation note, section 1.6: practices of West Yorkshire ICB 2024/25 by
    // district.
    const QList<Place> places{
        {"E07000163", "25475.712076", "26625.930605", "9984575.72", "9657414.67", "1.033877"},
        {"E08000032", "627335.675518", "637079.4207198", "238901235.43", "237812420.57", "1.004578"},
        {"E08000033", "223118.540377", "226476.993557", "84927611.53", "84580492.12", "1.004104"},
        {"E08000034", "452585.831618826", "449723.42388198", "168643779.84", "171567689.09", "0.982958"},
        {"E08000035", "944925.64523176", "934219.0349722", "350326936.26", "358205445.22", "0.978006"},
        {"E08000036", "364501.8700217", "392581.4591237", "147215861.22", "138176538.33", "1.065419"}};
    QList<FairShareRow> byNeed;
    QList<FairShareRow> byHeads;
    People heads;
    People weighted;
    for (const Place& place : places) {
        heads += people(place.heads);
        weighted += people(place.weighted);
    }
    QCOMPARE(heads.text(), u"2637943.274843286"_s);
    QCOMPARE(weighted.text(), u"2666706.26285968"_s);
    for (const Place& place : places) {
        const QString code = QString::fromLatin1(place.code);
        const bool first = byNeed.isEmpty(); // where the money lies now does not matter to a target
        byNeed.append(row(code, people(place.weighted).units(), first ? 100'000'000'000 : 0));
        byHeads.append(row(code, people(place.heads).units(), first ? 100'000'000'000 : 0));
        const Ratio index =
            people(place.weighted).exact() / people(place.heads).exact() * heads.exact() / weighted.exact();
        QCOMPARE(decimalText(index, 6, Rounding::HalfAwayFromZero), QString::fromLatin1(place.index));
    }
    const QStringList needTargets = targetsOf(fairShares(byNeed).all);
    const QStringList headTargets = targetsOf(fairShares(byHeads).all);
    for (qsizetype i = 0; i < places.size(); ++i) {
        QCOMPARE(needTargets[i], QString::fromLatin1(places[i].byNeed));
        QCOMPARE(headTargets[i], QString::fromLatin1(places[i].byHeads));
    }
}

void TestFairShare::knownAndAssumed()
{
    // Need 1 : 1 : 2. All money £100: targets 25, 25, 50. Known £60: 15, 15, 30.
    const QList<FairShareRow> rows{row(u"A"_s, 1, 20'00, 20'00), row(u"B"_s, 1, 10'00, 0),
                                   row(u"C"_s, 2, 30'00, 20'00)};
    const KnownAndAssumed shares = fairShares(rows);
    QCOMPARE(shares.all.total, Money::fromPounds(100));
    QCOMPARE(targetsOf(shares.all), (QStringList{u"25.00"_s, u"25.00"_s, u"50.00"_s}));
    QCOMPARE(shares.all.areas[0].distance, Money::fromPounds(15));
    QCOMPARE(*shares.all.relative(0), Ratio(3, 5));
    QCOMPARE(*shares.all.relative(1), Ratio(-3, 5));
    QCOMPARE(*shares.all.relative(2), Ratio(0));
    QCOMPARE(shares.all.moves, Money::fromPounds(15));
    QCOMPARE(shares.knownOnly.total, Money::fromPounds(60));
    QCOMPARE(targetsOf(shares.knownOnly), (QStringList{u"15.00"_s, u"15.00"_s, u"30.00"_s}));
    QCOMPARE(*shares.knownOnly.relative(0), Ratio(1, 3));
    QCOMPARE(shares.knownOnly.moves, Money::fromPounds(5));
}

void TestFairShare::halfPennies()
{
    // £0.01 between two equal needs: the lower key has it, whichever row it stands in; the distance is exact
    // before that.
    const QList<FairShareRow> rows{row(u"E2"_s, 5, 1), row(u"E1"_s, 5, 0)};
    const FairShares shares = fairShares(rows).all;
    QCOMPARE(targetsOf(shares), (QStringList{u"0.00"_s, u"0.01"_s}));
    QCOMPARE(*shares.relative(0), Ratio(1));
    QCOMPARE(*shares.relative(1), Ratio(-1));
}

void TestFairShare::edges()
{
    const FairShares nothing = fairShares(QList<FairShareRow>{row(u"A"_s, 1, 0), row(u"B"_s, 1, 0)}).all;
    QVERIFY(nothing.moves.isZero());
    QVERIFY(!nothing.relative(0));
    const FairShares noNeed = fairShares(QList<FairShareRow>{row(u"A"_s, 0, 500), row(u"B"_s, 1, 0)}).all;
    QVERIFY(noNeed.areas[0].target.isZero());
    QVERIFY(!noNeed.relative(0));
    QCOMPARE(noNeed.moves, Money::fromPence(500));
    QVERIFY_EXCEPTION_THROWN(fairShares(QList<FairShareRow>{row(u"A"_s, 0, 500)}), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(fairShares(QList<FairShareRow>{row(u"A"_s, -1, 5), row(u"B"_s, 5, 5)}),
                             ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(fairShares(QList<Money>{Money()}, QList<qint64>{1, 2}, QList<int>{0, 1}),
                             ArithmeticError);
}

void TestFairShare::properties()
{
    Seeded seeded(17);
    for (int round = 0; round < 300; ++round) {
        QList<FairShareRow> rows;
        for (qint64 i = seeded.between(1, 40); i > 0; --i)
            rows.append(
                row(u"E%1"_s.arg(i), seeded.magnitude(50) + 1, seeded.magnitude(40), seeded.magnitude(30)));
        const FairShares shares = fairShares(rows).all;
        Money targets;
        Money distances;
        Money above;
        for (const FairShare& share : shares.areas) {
            targets += share.target;
            distances += share.distance;
            above += share.distance.abs();
        }
        QCOMPARE(targets, shares.total);
        QVERIFY(distances.isZero());
        QCOMPARE(above, shares.moves + shares.moves); // as much below as above

        QList<FairShareRow> shuffled = rows;
        std::shuffle(shuffled.begin(), shuffled.end(), seeded.engine());
        const FairShares again = fairShares(shuffled).all;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const auto same = std::find_if(shuffled.begin(), shuffled.end(),
                                           [&](const FairShareRow& one) { return one.key == rows[i].key; });
            const qsizetype moved = same - shuffled.begin();
            QCOMPARE(again.areas[moved].target, shares.areas[i].target);
            QCOMPARE(again.relative(moved), shares.relative(i));
        }
    }
}

QTEST_APPLESS_MAIN(TestFairShare)
#include "test_fairshare.moc"
