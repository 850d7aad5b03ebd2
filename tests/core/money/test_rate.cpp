#include "core/money/rate.h"

#include <QTest>

#include <concepts>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

template <class T>
concept MakesRate = requires(T value)
{
    Rate::fromWhole(value);
};

static_assert(MakesRate<int> && !MakesRate<double> && !MakesRate<float>);
static_assert(!std::is_constructible_v<Rate, double> && !std::is_convertible_v<double, Rate>);

} // namespace

class TestRate : public QObject
{
    Q_OBJECT

private slots:
    void parse_data();
    void parse();
    void refusals_data();
    void refusals();
    void whatWasTyped();
};

void TestRate::parse_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");

    const auto row = [](const char* name, const QString& typed, const QString& text, qint64 numerator,
                        qint64 denominator) {
        QTest::newRow(name) << typed << text << numerator << denominator;
    };
    row("whole", u"12"_s, u"12"_s, 12, 1);
    row("keeps its closing zero", u"11.50"_s, u"11.50"_s, 23, 2);
    row("percent", u"12.5%"_s, u"12.5"_s, 25, 2);
    row("minus", u"-0.1"_s, u"-0.1"_s, -1, 10);
    row("true minus", u"−3.25"_s, u"-3.25"_s, -13, 4);
    row("plus", u"+5"_s, u"5"_s, 5, 1);
    row("thousands", u"1,234.5"_s, u"1234.5"_s, 2469, 2);
    row("twelve decimals", u"0.000000000001"_s, u"0.000000000001"_s, 1, 1'000'000'000'000);
    row("scaling factor", u"0.999998352351"_s, u"0.999998352351"_s, 999'998'352'351, 1'000'000'000'000);
    row("white space around", u"\u00A0 7 "_s, u"7"_s, 7, 1);
    row("leading zero is not octal", u"010"_s, u"10"_s, 10, 1);
    row("minus zero", u"-0.00"_s, u"0.00"_s, 0, 1);
    row("most digits", u"9223372036854775807"_s, u"9223372036854775807"_s, std::numeric_limits<qint64>::max(),
        1);
}

void TestRate::parse()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, text);
    QFETCH(const qint64, numerator);
    QFETCH(const qint64, denominator);

    const Result<Rate> read = Rate::parse(typed);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().text));
    QCOMPARE(read->text(), text);
    QVERIFY(read->exact() == Ratio(numerator, denominator));
    const Result<Rate> again = Rate::parse(read->text());
    QVERIFY(again.ok());
    QCOMPARE(*again, *read);
}

void TestRate::refusals_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("empty") << u""_s << u"A number is missing: type one such as 12.5."_s;
    QTest::newRow("letter") << u"1l.5"_s << u"“1l.5” is not a number: letter l in place 2."_s;
    QTest::newRow("pound") << u"£5"_s << u"“£5” is not a number: “£” in place 1."_s;
    QTest::newRow("suffix") << u"5k"_s << u"“5k” is not a number: letter k in place 2."_s;
    QTest::newRow("exponent") << u"1e-5"_s << u"“1e-5” is not a number: letter e in place 2."_s;
    QTest::newRow("decimal comma")
        << u"12,5"_s << u"“12,5” is not a number: the comma in place 3 does not separate thousands."_s;
    QTest::newRow("space before percent") << u"5 %"_s << u"“5 %” is not a number: a space in place 2."_s;
    QTest::newRow("two percents") << u"5%%"_s << u"“5%%” is not a number: “%” in place 3."_s;
    QTest::newRow("thirteen decimals")
        << u"0.0000000000001"_s << u"“0.0000000000001” has more than 12 decimals, from place 15."_s;
    QTest::newRow("beyond 64 bits") << u"9223372036854775808"_s
                                    << u"“9223372036854775808” has too many digits: use at most 18."_s;
}

void TestRate::refusals()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, sentence);

    const Result<Rate> read = Rate::parse(typed);
    QVERIFY2(!read.ok(), "it was read");
    QCOMPARE(read.error().text, sentence);
}

void TestRate::whatWasTyped()
{
    const Rate short_ = *Rate::parse(u"11.5");
    const Rate long_ = *Rate::parse(u"11.50");
    QVERIFY(!(short_ == long_));
    QVERIFY(short_.exact() == long_.exact());
    QCOMPARE(long_.unscaled(), 1150);
    QCOMPARE(long_.places(), 2);
    QCOMPARE(Rate::fromWhole(-4).text(), u"-4"_s);
    QVERIFY(Rate::fromWhole(-4).isNegative());
    QVERIFY(Rate().isZero());
}

QTEST_APPLESS_MAIN(TestRate)
#include "test_rate.moc"
