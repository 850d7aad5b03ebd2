#include "core/money/arithmeticerror.h"
#include "core/money/money.h"
#include "tests/support/seeded.h"

#include <QTest>

#include <concepts>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

template <class T>
concept MakesPence = requires(T value)
{
    Money::fromPence(value);
};
template <class T>
concept MakesPounds = requires(T value)
{
    Money::fromPounds(value);
};
template <class T>
concept ComparesWithMoney = requires(Money money, T value)
{
    money == value;
}
|| requires(Money money, T value)
{
    money < value;
};
template <class T>
concept AddsToMoney = requires(Money money, T value)
{
    money + value;
}
|| requires(Money money, T value)
{
    money += value;
};
template <class T>
concept MultipliesMoney = requires(Money money, T value)
{
    money* value;
};

// Nothing leads from a floating-point number to money.
static_assert(MakesPence<int> && MakesPence<qint64> && MakesPounds<int>);
static_assert(!MakesPence<double> && !MakesPence<float> && !MakesPence<long double>);
static_assert(!MakesPounds<double> && !MakesPounds<float> && !MakesPounds<long double>);
static_assert(!std::is_constructible_v<Money, double> && !std::is_convertible_v<double, Money>);
static_assert(!std::is_constructible_v<Money, float> && !std::is_assignable_v<Money&, double>);
static_assert(!std::is_convertible_v<Money, double> && !std::is_constructible_v<double, Money>);
static_assert(ComparesWithMoney<Money> && !ComparesWithMoney<double> && !ComparesWithMoney<int>);
static_assert(AddsToMoney<Money> && !AddsToMoney<double> && !AddsToMoney<int>);
static_assert(!MultipliesMoney<double> && !MultipliesMoney<Money>);

} // namespace

class TestMoney : public QObject
{
    Q_OBJECT

private slots:
    void sums();
    void overflow();
    void addingAndTakingAway();
    void parse_data();
    void parse();
    void refusals_data();
    void refusals();
    void plain_data();
    void plain();
    void plainRefusals_data();
    void plainRefusals();
    void format_data();
    void format();
    void wholePoundsLoseNothing();
    void formatShort_data();
    void formatShort();
    void roundTrips();
};

void TestMoney::sums()
{
    QCOMPARE(Money::fromPounds(12).pence(), 1200);
    QCOMPARE((Money::fromPence(150) + Money::fromPence(-275)).pence(), -125);
    QCOMPARE((Money::fromPence(150) - Money::fromPence(275)).pence(), -125);
    QCOMPARE((-Money::fromPence(5)).pence(), -5);
    QCOMPARE(Money::fromPence(-5).abs().pence(), 5);
    QVERIFY(Money::fromPence(-1) < Money());
    QVERIFY(Money::fromPence(300).isWholePounds());
    QVERIFY(!Money::fromPence(-301).isWholePounds());
    QCOMPARE(qHash(Money::fromPence(7)), qHash(Money::fromPence(7)));
}

void TestMoney::overflow()
{
    const Money large = Money::fromPence(most);
    const Money small = Money::fromPence(least);
    const Money penny = Money::fromPence(1);

    QCOMPARE((large - penny + penny).pence(), most);
    QVERIFY_EXCEPTION_THROWN(large + penny, ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(small - penny, ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(-small, ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(small.abs(), ArithmeticError);

    // 2^63 / 100 = 92233720368547758.08: the last whole pound that fits, and the next.
    QCOMPARE(Money::fromPounds(92'233'720'368'547'758).pence(), 9'223'372'036'854'775'800);
    QVERIFY_EXCEPTION_THROWN(Money::fromPounds(92'233'720'368'547'759), ArithmeticError);

    Money kept = large;
    QVERIFY_EXCEPTION_THROWN(kept += penny, ArithmeticError);
    QCOMPARE(kept, large);
}

void TestMoney::addingAndTakingAway()
{
    Seeded random(20250401);
    for (int i = 0; i < 20'000; ++i) {
        const Money a = Money::fromPence(random.either(62));
        const Money b = Money::fromPence(random.either(62));
        QCOMPARE((a + b) - b, a);
        QCOMPARE(a + b, b + a);
        QCOMPARE(a - b, -(b - a));
    }
}

void TestMoney::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("pence");

    const auto row = [](const char* name, const QString& text, qint64 pence) {
        QTest::newRow(name) << text << pence;
    };
    row("pounds", u"5"_s, 500);
    row("pounds and pence", u"5.07"_s, 507);
    row("one decimal", u"5.5"_s, 550);
    row("zero point something", u"-0.1"_s, -10);
    row("zero point nothing", u"0.05"_s, 5);
    row("minus zero", u"-0"_s, 0);
    row("thousands", u"£1,234,567.89"_s, 123456789);
    row("no commas", u"1234567.89"_s, 123456789);
    row("leading zero is not octal", u"010"_s, 1000);
    row("nine after a zero", u"09"_s, 900);
    row("sign then pound", u"-£5"_s, -500);
    row("pound then sign", u"£-5"_s, -500);
    row("true minus", u"−3"_s, -300);
    row("pound then true minus", u"£−3.20"_s, -320);
    row("plus", u"+£88,000.00"_s, 8800000);
    row("brackets", u"(1,200.00)"_s, -120000);
    row("brackets with pound inside", u"(£1,200)"_s, -120000);
    row("brackets after pound", u"£(1,200)"_s, -120000);
    row("thousand", u"500k"_s, 50000000);
    row("thousand, capital", u"£500K"_s, 50000000);
    row("million", u"1.2m"_s, 120000000);
    row("billion", u"-2.5bn"_s, -250000000000);
    row("brackets with million", u"(1.2m)"_s, -120000000);
    // 1.2345 x 1,000 = 1,234.50
    row("decimals of a thousand", u"1.2345k"_s, 123450);
    // 1.23456 x 1,000 = 1,234.56
    row("whole pence of a thousand", u"1.23456k"_s, 123456);
    row("closing zeros of a thousand", u"1.2345600k"_s, 123456);
    row("eight decimals of a million", u"0.00000001m"_s, 1);
    row("white space around", u" \t£5.00\n"_s, 500);
    row("no-break spaces around", u"\u00A05\u202F"_s, 500);
    row("largest", u"£100,000,000,000.00"_s, 10'000'000'000'000);
    row("largest, as billions", u"-100bn"_s, -10'000'000'000'000);
    row("many leading zeros", u"000000000000000000000000000001"_s, 100);
}

void TestMoney::parse()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, pence);

    const Result<Money> read = parseMoney(text);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().text));
    QCOMPARE(read->pence(), pence);
}

void TestMoney::refusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char* name, const QString& text, const QString& sentence) {
        QTest::newRow(name) << text << sentence;
    };
    row("empty", u""_s, u"An amount is missing: type one such as £1,200.00."_s);
    row("blank", u" \u00A0 "_s, u"An amount is missing: type one such as £1,200.00."_s);
    row("letter O", u"4,2O0,000"_s, u"“4,2O0,000” is not an amount: letter O in place 4."_s);
    row("words", u"about 5"_s, u"“about 5” is not an amount: letter a in place 1."_s);
    row("currency word", u"5 GBP"_s, u"“5 GBP” is not an amount: a space in place 2."_s);
    row("euro", u"€5"_s, u"“€5” is not an amount: “€” in place 1."_s);
    row("space before k", u"500 k"_s, u"“500 k” is not an amount: a space in place 4."_s);
    row("space in thousands", u"1 000"_s, u"“1 000” is not an amount: a space in place 2."_s);
    row("two suffixes", u"5km"_s, u"“5km” is not an amount: letter m in place 3."_s);
    row("lone b", u"5b"_s, u"“5b” is not an amount: letter b in place 2."_s);
    row("other digits", u"٥"_s, u"“٥” is not an amount: “٥” in place 1."_s);
    row("control", u"5\u0007"_s, u"“5\u0007” is not an amount: character U+0007 in place 2."_s);
    row("short group", u"12,34"_s,
        u"“12,34” is not an amount: the comma in place 3 does not separate thousands."_s);
    row("long group", u"1,2345"_s,
        u"“1,2345” is not an amount: the comma in place 2 does not separate thousands."_s);
    row("late first comma", u"1234,567"_s,
        u"“1234,567” is not an amount: the comma in place 5 does not separate thousands."_s);
    row("some commas left out", u"1,234567"_s,
        u"“1,234567” is not an amount: the comma in place 2 does not separate thousands."_s);
    row("continental", u"1.234,56"_s, u"“1.234,56” is not an amount: “,” in place 6."_s);
    row("closing comma", u"1,"_s,
        u"“1,” is not an amount: the comma in place 2 does not separate thousands."_s);
    row("group before k", u"1,2k"_s,
        u"“1,2k” is not an amount: the comma in place 2 does not separate thousands."_s);
    row("three decimals", u"0.005"_s, u"“0.005” is not an amount: more than two decimals, from place 5."_s);
    row("three decimals, zero", u"5.000"_s,
        u"“5.000” is not an amount: more than two decimals, from place 5."_s);
    // 1.234567 x 1,000 = 1,234.567
    row("parts of a penny", u"1.234567k"_s,
        u"“1.234567k” is not an amount: it does not come to whole pence."_s);
    row("no decimals after the point", u"5."_s,
        u"“5.” is not an amount: it ends at place 2, where a digit or bracket must follow."_s);
    row("nothing before the point", u".5"_s, u"“.5” is not an amount: “.” in place 1."_s);
    row("two points", u"1.2.3"_s, u"“1.2.3” is not an amount: “.” in place 4."_s);
    row("two signs", u"--5"_s, u"“--5” is not an amount: “-” in place 2."_s);
    row("sign after", u"5-"_s, u"“5-” is not an amount: “-” in place 2."_s);
    row("sign in brackets", u"(-5)"_s, u"“(-5)” is not an amount: “-” in place 2."_s);
    row("sign before brackets", u"-(5)"_s, u"“-(5)” is not an amount: “(” in place 2."_s);
    row("open bracket", u"(5"_s, u"“(5” is not an amount: the bracket is not closed at place 3."_s);
    row("closing bracket alone", u"5)"_s, u"“5)” is not an amount: “)” in place 2."_s);
    row("division in brackets", u"(8/32)"_s, u"“(8/32)” is not an amount: “/” in place 3."_s);
    row("two pounds", u"££5"_s, u"“££5” is not an amount: “£” in place 2."_s);
    row("sign alone", u"-£"_s,
        u"“-£” is not an amount: it ends at place 2, where a digit or bracket must follow."_s);
    row("exponent", u"1e5"_s, u"“1e5” is not an amount: letter e in place 2."_s);
    row("percent", u"5%"_s, u"“5%” is not an amount: “%” in place 2."_s);
    row("not a place marker", u"%2"_s, u"“%2” is not an amount: “%” in place 1."_s);
    row("a penny too large", u"100,000,000,000.01"_s,
        u"“100,000,000,000.01” is too large: the largest amount is £100,000,000,000."_s);
    row("beyond 64 bits", u"-99999999999999999999999999"_s,
        u"“-99999999999999999999999999” is too large: the largest amount is £100,000,000,000."_s);
    row("long text is shortened", QString(50, u'1') + u'x',
        u"“1111111111111111111111111111111111111111…” is not an amount: letter x in place 51."_s);
}

void TestMoney::refusals()
{
    QFETCH(const QString, text);
    QFETCH(const QString, sentence);

    const Result<Money> read = parseMoney(text);
    QVERIFY2(!read.ok(), "it was read");
    QCOMPARE(read.error().text, sentence);
}

void TestMoney::plain_data()
{
    QTest::addColumn<qint64>("pence");
    QTest::addColumn<QString>("text");

    QTest::newRow("zero") << qint64(0) << u"0.00"_s;
    QTest::newRow("a penny") << qint64(1) << u"0.01"_s;
    QTest::newRow("ten pence owed") << qint64(-10) << u"-0.10"_s;
    QTest::newRow("505 pence") << qint64(505) << u"5.05"_s;
    QTest::newRow("millions") << qint64(5344028600) << u"53440286.00"_s;
    QTest::newRow("largest owed") << qint64(-10'000'000'000'000) << u"-100000000000.00"_s;
}

void TestMoney::plain()
{
    QFETCH(const qint64, pence);
    QFETCH(const QString, text);

    QCOMPARE(moneyToPlain(Money::fromPence(pence)), text);
    const Result<Money> read = moneyFromPlain(text);
    QVERIFY(read.ok());
    QCOMPARE(read->pence(), pence);
}

void TestMoney::plainRefusals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("empty")
        << u""_s << u"“” is not an amount: it ends at place 0, where a digit or bracket must follow."_s;
    QTest::newRow("pound") << u"£5.00"_s << u"“£5.00” is not an amount: “£” in place 1."_s;
    QTest::newRow("space") << u" 5.00"_s << u"“ 5.00” is not an amount: a space in place 1."_s;
    QTest::newRow("true minus") << u"−5.00"_s << u"“−5.00” is not an amount: “−” in place 1."_s;
    QTest::newRow("suffix") << u"5k"_s << u"“5k” is not an amount: letter k in place 2."_s;
    QTest::newRow("no pence") << u"5"_s << u"“5” is not how a file writes an amount: it must be “5.00”."_s;
    QTest::newRow("one decimal") << u"5.1"_s
                                 << u"“5.1” is not how a file writes an amount: it must be “5.10”."_s;
    QTest::newRow("comma") << u"1,200.00"_s
                           << u"“1,200.00” is not how a file writes an amount: it must be “1200.00”."_s;
    QTest::newRow("leading zero") << u"05.00"_s
                                  << u"“05.00” is not how a file writes an amount: it must be “5.00”."_s;
    QTest::newRow("minus zero") << u"-0.00"_s
                                << u"“-0.00” is not how a file writes an amount: it must be “0.00”."_s;
    QTest::newRow("three decimals") << u"0.005"_s
                                    << u"“0.005” is not an amount: more than two decimals, from place 5."_s;
    QTest::newRow("too large")
        << u"100000000000.01"_s
        << u"“100000000000.01” is too large: the largest amount is £100,000,000,000."_s;
}

void TestMoney::plainRefusals()
{
    QFETCH(const QString, text);
    QFETCH(const QString, sentence);

    const Result<Money> read = moneyFromPlain(text);
    QVERIFY2(!read.ok(), "it was read");
    QCOMPARE(read.error().text, sentence);
}

void TestMoney::format_data()
{
    QTest::addColumn<qint64>("pence");
    QTest::addColumn<QString>("always");
    QTest::addColumn<QString>("whenAny");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("change");

    QTest::newRow("zero") << qint64(0) << u"£0.00"_s << u"£0"_s << u"0.00"_s << u"£0.00"_s;
    QTest::newRow("a penny") << qint64(1) << u"£0.01"_s << u"£0.01"_s << u"0.01"_s << u"+£0.01"_s;
    QTest::newRow("a penny owed") << qint64(-1) << u"−£0.01"_s << u"−£0.01"_s << u"−0.01"_s << u"−£0.01"_s;
    QTest::newRow("£999.99") << qint64(99999) << u"£999.99"_s << u"£999.99"_s << u"999.99"_s << u"+£999.99"_s;
    QTest::newRow("£1,000") << qint64(100000) << u"£1,000.00"_s << u"£1,000"_s << u"1,000.00"_s
                            << u"+£1,000.00"_s;
    QTest::newRow("£1,234,567.89") << qint64(123456789) << u"£1,234,567.89"_s << u"£1,234,567.89"_s
                                   << u"1,234,567.89"_s << u"+£1,234,567.89"_s;
    QTest::newRow("−£212,000") << qint64(-21200000) << u"−£212,000.00"_s << u"−£212,000"_s << u"−212,000.00"_s
                               << u"−£212,000.00"_s;
    // -2^63 pence has no positive twin.
    QTest::newRow("least") << least << u"−£92,233,720,368,547,758.08"_s << u"−£92,233,720,368,547,758.08"_s
                           << u"−92,233,720,368,547,758.08"_s << u"−£92,233,720,368,547,758.08"_s;
}

void TestMoney::format()
{
    QFETCH(const qint64, pence);
    QFETCH(const QString, always);
    QFETCH(const QString, whenAny);
    QFETCH(const QString, amount);
    QFETCH(const QString, change);

    const Money money = Money::fromPence(pence);
    QCOMPARE(formatMoney(money), always);
    QCOMPARE(formatMoney(money, Pence::WhenAny), whenAny);
    QCOMPARE(formatAmount(money), amount);
    QCOMPARE(formatChange(money), change);
}

void TestMoney::wholePoundsLoseNothing()
{
    QCOMPARE(formatMoney(Money::fromPounds(-1200), Pence::Never), u"−£1,200"_s);
    QCOMPARE(formatAmount(Money::fromPounds(1200), Pence::Never), u"1,200"_s);
    QCOMPARE(formatChange(Money::fromPounds(1200), Pence::Never), u"+£1,200"_s);
    QVERIFY_EXCEPTION_THROWN(formatMoney(Money::fromPence(120001), Pence::Never), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(formatAmount(Money::fromPence(-1), Pence::Never), ArithmeticError);
}

void TestMoney::formatShort_data()
{
    QTest::addColumn<qint64>("pence");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");

    const auto row = [](const char* name, qint64 pence, int decimals, const QString& text) {
        QTest::newRow(name) << pence << decimals << text;
    };
    row("zero", 0, 2, u"£0"_s);
    row("pounds", 95'00, 2, u"£95"_s);
    row("pounds and pence", 95'50, 2, u"£95.50"_s);
    row("pounds and pence, no room", 95'50, 0, u"£96"_s);
    row("owed pence, no room", -95'50, 1, u"−£96"_s);
    row("thousands", 460'000'00, 2, u"£460k"_s);
    row("millions", 12'150'000'00, 2, u"£12.15m"_s);
    row("millions owed", -12'150'000'00, 2, u"−£12.15m"_s);
    // A tie: 12.125 goes away from zero.
    row("tie", 12'125'000'00, 2, u"£12.13m"_s);
    row("tie owed", -12'125'000'00, 2, u"−£12.13m"_s);
    row("zeros left out", 12'100'000'00, 2, u"£12.1m"_s);
    row("hundreds keep their zeros", 100'000'000'00, 0, u"£100m"_s);
    row("billions", 2'500'000'000'00, 2, u"£2.5bn"_s);
    row("thousands of billions", 1'234'000'000'000'00, 0, u"£1,234bn"_s);
    row("last pounds", 999'99, 2, u"£999.99"_s);
    row("rounds up to a thousand", 999'50, 0, u"£1k"_s);
    row("first thousand", 1'000'00, 2, u"£1k"_s);
    // 999,994.99 is 999.99(499)k; 999,995.00 is a tie that reaches 1,000.00k
    row("last thousands", 999'994'99, 2, u"£999.99k"_s);
    row("rounds up to a million", 999'995'00, 2, u"£1m"_s);
    row("rounds up to a million, owed", -999'995'00, 2, u"−£1m"_s);
    row("rounds up to a billion", 999'999'999'99, 2, u"£1bn"_s);
}

void TestMoney::formatShort()
{
    QFETCH(const qint64, pence);
    QFETCH(const int, decimals);
    QFETCH(const QString, text);

    QCOMPARE(placewright::formatShort(Money::fromPence(pence), decimals), text);
}

void TestMoney::roundTrips()
{
    Seeded random(19480705);
    for (int i = 0; i < 5'000; ++i) {
        const qint64 limit = largestEntry.pence() >> random.between(0, 43);
        const Money money = Money::fromPence(random.between(-limit, limit));
        for (const QString& text :
             {formatMoney(money), formatMoney(money, Pence::WhenAny), formatAmount(money),
              formatChange(money), moneyToPlain(money), u'(' + formatMoney(-money) + u')'}) {
            if (text.startsWith(u'(') && !money.isNegative())
                continue;
            const Result<Money> read = parseMoney(text);
            QVERIFY2(read.ok(), qPrintable(text));
            QCOMPARE(*read, money);
        }
        const Result<Money> plain = moneyFromPlain(moneyToPlain(money));
        QVERIFY(plain.ok());
        QCOMPARE(*plain, money);
    }
}

QTEST_APPLESS_MAIN(TestMoney)
#include "test_money.moc"
