#include "core/money/arithmeticerror.h"
#include "core/money/people.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <concepts>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

template <class T>
concept MakesPeople = requires(T value)
{
    People::fromWhole(value);
}
|| requires(T value)
{
    People::fromUnits(value);
};

static_assert(MakesPeople<int> && !MakesPeople<double> && !MakesPeople<float>);
static_assert(!std::is_constructible_v<People, double> && !std::is_convertible_v<double, People>);

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT

private slots:
    void parse_data();
    void parse();
    void refusals_data();
    void refusals();
    void sums();
    void roundTrips();
    void format();
};

void TestPeople::parse_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("units");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* name, const QString& typed, qint64 units, const QString& text) {
        QTest::newRow(name) << typed << units << text;
    };
    row("zero", u"0"_s, 0, u"0"_s);
    row("whole", u"45,493"_s, 45'493'000'000'000, u"45493"_s);
    row("no commas", u" 45493 "_s, 45'493'000'000'000, u"45493"_s);
    row("hundreds keep their zeros", u"1100"_s, 1'100'000'000'000, u"1100"_s);
    row("weighted", u"3928.020356"_s, 3'928'020'356'000, u"3928.020356"_s);
    row("nine decimals", u"0.000000001"_s, 1, u"0.000000001"_s);
    row("closing zeros", u"2.500000000000"_s, 2'500'000'000, u"2.5"_s);
    row("below half", u"1.0000000014999"_s, 1'000'000'001, u"1.000000001"_s);
    row("half, odd goes up", u"1.0000000015"_s, 1'000'000'002, u"1.000000002"_s);
    row("half, even stays", u"1.0000000025"_s, 1'000'000'002, u"1.000000002"_s);
    row("half with zeros, even stays", u"1.000000002500"_s, 1'000'000'002, u"1.000000002"_s);
    row("above half, even", u"1.00000000250000001"_s, 1'000'000'003, u"1.000000003"_s);
    row("carries to the whole", u"7.9999999996"_s, 8'000'000'000, u"8"_s);
    row("most", u"9223372036.854775807"_s, std::numeric_limits<qint64>::max(), u"9223372036.854775807"_s);
}

void TestPeople::parse()
{
    QFETCH(const QString, typed);
    QFETCH(const qint64, units);
    QFETCH(const QString, text);

    const Result<People> read = People::parse(typed);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().text));
    QCOMPARE(read->units(), units);
    QCOMPARE(read->text(), text);
}

void TestPeople::refusals_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("empty") << u" "_s << u"A number of people is missing: type one such as 45,493."_s;
    QTest::newRow("negative") << u"-5"_s << u"“-5” is not a number of people: a minus sign in place 1."_s;
    QTest::newRow("true minus") << u"−5"_s << u"“−5” is not a number of people: a minus sign in place 1."_s;
    QTest::newRow("suppressed") << u"*"_s << u"“*” is not a number of people: “*” in place 1."_s;
    QTest::newRow("exponent") << u"3.9E3"_s << u"“3.9E3” is not a number of people: letter E in place 4."_s;
    QTest::newRow("suffix") << u"5k"_s << u"“5k” is not a number of people: letter k in place 2."_s;
    QTest::newRow("short group")
        << u"45,49"_s
        << u"“45,49” is not a number of people: the comma in place 3 does not separate thousands."_s;
    QTest::newRow("too large") << u"9223372036.854775808"_s
                               << u"“9223372036.854775808” is too large a number of people."_s;
    QTest::newRow("rounds up beyond the largest")
        << u"9223372036.8547758075"_s << u"“9223372036.8547758075” is too large a number of people."_s;
}

void TestPeople::refusals()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, sentence);

    const Result<People> read = People::parse(typed);
    QVERIFY2(!read.ok(), "it was read");
    QCOMPARE(read.error().text, sentence);
}

void TestPeople::sums()
{
    QCOMPARE((People::fromWhole(3) - People::fromUnits(1)).units(), 2'999'999'999);
    QVERIFY(People::fromWhole(2).exact() == Ratio(2));
    QVERIFY(People::fromUnits(500'000'000).exact() == Ratio(1, 2));
    QVERIFY(People::fromWhole(1) < People::fromWhole(2));

    QCOMPARE(People::fromWhole(9'223'372'036).units(), 9'223'372'036'000'000'000);
    QVERIFY_EXCEPTION_THROWN(People::fromWhole(9'223'372'037), ArithmeticError);
    const People most = People::fromUnits(std::numeric_limits<qint64>::max());
    QVERIFY_EXCEPTION_THROWN(most + People::fromUnits(1), ArithmeticError);
    const People least = People::fromUnits(std::numeric_limits<qint64>::min());
    QVERIFY_EXCEPTION_THROWN(least - People::fromUnits(1), ArithmeticError);
}

void TestPeople::roundTrips()
{
    Seeded random(20210321);
    for (int i = 0; i < 5'000; ++i) {
        const People people = People::fromUnits(random.magnitude());
        const Result<People> read = People::parse(people.text());
        QVERIFY2(read.ok(), qPrintable(people.text()));
        QCOMPARE(read->units(), people.units());
        QCOMPARE(People::parse(formatPeople(people, 9))->units(), people.units());
    }
}

void TestPeople::format()
{
    QCOMPARE(formatPeople(People::fromWhole(286'400)), u"286,400"_s);
    QCOMPARE(formatPeople(People::fromWhole(45'493), 1), u"45,493.0"_s);
    QCOMPARE(formatPeople(People::fromUnits(500'000'000)), u"1"_s);
    QCOMPARE(formatPeople(People::fromUnits(499'999'999)), u"0"_s);
    QCOMPARE(formatPeople(People::fromUnits(-1'500'000'000)), u"−2"_s);
}

QTEST_APPLESS_MAIN(TestPeople)
#include "test_people.moc"
