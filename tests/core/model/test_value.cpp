// What one cell holds and which cell it is: the forms of files, and what people type.
#include "core/model/key.h"
#include "core/model/value.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(placewright::ValueType)
Q_DECLARE_METATYPE(placewright::KeyedBy)
Q_DECLARE_METATYPE(placewright::Value)

namespace {

Money pounds(qint64 whole, qint64 pence = 0)
{
    return Money::fromPence(whole * 100 + pence);
}

Rate rate(QStringView text)
{
    return *Rate::parse(text);
}

} // namespace

class TestValue : public QObject
{
    Q_OBJECT

private slots:
    void nothingHasOneForm();
    void readsOnlyItsOwnType();
    void jsonForm_data();
    void jsonForm();
    void jsonRefused_data();
    void jsonRefused();
    void typed_data();
    void typed();
    void typedRefused_data();
    void typedRefused();
    void shown_data();
    void shown();
    void keyForm_data();
    void keyForm();
    void keyRefused_data();
    void keyRefused();
    void keysAreOrderedByYearThenArea();
    void ids();
};

void TestValue::nothingHasOneForm()
{
    QCOMPARE(Value(QString()), Value());
    QCOMPARE(Value(u""_s), Value());
    QCOMPARE(Value(Id()), Value());
    QCOMPARE(Value(QDate()), Value());
    QCOMPARE(Value::flag(false), Value());
    QVERIFY(!Value(Money()).isNull());
    QVERIFY(!Value::count(0).isNull());
    QVERIFY(!Value(People()).isNull());
    QVERIFY(!Value(Rate()).isNull());
    QCOMPARE(Value().text(), QString());
    QVERIFY(Value().id().isNull());
    QVERIFY(!Value().money() && !Value().rate() && !Value().people() && !Value().count());
    QVERIFY(!Value().flag());
    QVERIFY(!Value().date().isValid());
}

void TestValue::readsOnlyItsOwnType()
{
    const QList<std::pair<Value, QList<ValueType>>> all{
        {Value(u"x"_s), {ValueType::Text, ValueType::Choice}},
        {Value(Id(u"x"_s)), {ValueType::Reference, ValueType::Person}},
        {Value(pounds(1)), {ValueType::Money}},
        {Value(rate(u"1")), {ValueType::Rate}},
        {Value(People::fromWhole(1)), {ValueType::People}},
        {Value::count(1), {ValueType::Count}},
        {Value::flag(true), {ValueType::Flag}},
        {Value(QDate(2026, 4, 1)), {ValueType::Date}},
    };
    for (const auto& [value, types] : all)
        for (int type = 0; type <= static_cast<int>(ValueType::Date); ++type) {
            QCOMPARE(value.fits(static_cast<ValueType>(type)), types.contains(static_cast<ValueType>(type)));
            QVERIFY(Value().fits(static_cast<ValueType>(type)));
        }
    for (qsizetype i = 0; i < all.size(); ++i)
        for (qsizetype j = 0; j < all.size(); ++j)
            QCOMPARE(all.at(i).first == all.at(j).first, i == j);
}

void TestValue::jsonForm_data()
{
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QJsonValue>("json");
    const auto row = [](const char* name, ValueType type, const Value& value, const QJsonValue& json) {
        QTest::newRow(name) << type << value << json;
    };
    row("text", ValueType::Text, Value(u"“Home First” 24/7\n½"_s), u"“Home First” 24/7\n½"_s);
    row("spaces are kept", ValueType::Text, Value(u" a "_s), u" a "_s);
    row("choice", ValueType::Choice, Value(u"pooled"_s), u"pooled"_s);
    row("reference", ValueType::Reference, Value(Id(u"2026-27"_s)), u"2026-27"_s);
    row("money", ValueType::Money, Value(pounds(600000)), u"600000.00"_s);
    row("pence", ValueType::Money, Value(pounds(0, 5)), u"0.05"_s);
    row("negative", ValueType::Money, Value(pounds(-212000)), u"-212000.00"_s);
    row("largest", ValueType::Money, Value(largestEntry), u"100000000000.00"_s);
    row("no money is not nothing", ValueType::Money, Value(Money()), u"0.00"_s);
    row("rate as typed", ValueType::Rate, Value(rate(u"11.50")), u"11.50"_s);
    row("negative rate", ValueType::Rate, Value(rate(u"-0.000000000001")), u"-0.000000000001"_s);
    row("people", ValueType::People, Value(People::fromUnits(3928'020'356'000)), u"3928.020356"_s);
    row("the most people", ValueType::People, Value(People::fromWhole(100'000'000)), u"100000000"_s);
    row("whole people", ValueType::People, Value(People::fromWhole(45493)), u"45493"_s);
    row("count", ValueType::Count, Value::count(-12), -12);
    row("largest count", ValueType::Count, Value::count(1'000'000'000'000), qint64(1'000'000'000'000));
    row("flag", ValueType::Flag, Value::flag(true), true);
    row("date", ValueType::Date, Value(QDate(2026, 3, 4)), u"2026-03-04"_s);
    row("nothing", ValueType::Money, Value(), QJsonValue::Null);
}

void TestValue::jsonForm()
{
    QFETCH(ValueType, type);
    QFETCH(Value, value);
    QFETCH(QJsonValue, json);
    QCOMPARE(valueToJson(value), json);
    const Result<Value> back = valueFromJson(type, json);
    QVERIFY2(back.ok(), back ? "" : qPrintable(back.error().text));
    QCOMPARE(*back, value);
}

void TestValue::jsonRefused_data()
{
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QJsonValue>("json");
    const auto row = [](ValueType type, const QJsonValue& json, const char* name) {
        QTest::newRow(name) << type << json;
    };
    row(ValueType::Text, 12, "a number for a text");
    row(ValueType::Text, true, "true for a text");
    row(ValueType::Text, QJsonArray{u"a"_s}, "a list for a text");
    row(ValueType::Text, QJsonObject{}, "braces for a text");
    row(ValueType::Text, u"a\0b"_s, "a NUL");
    row(ValueType::Choice, 1, "a number for a choice");
    row(ValueType::Reference, u"two words"_s, "an id with a space");
    row(ValueType::Reference, u"a/b"_s, "an id with a slash");
    row(ValueType::Reference, QString(65, u'a'), "an id too long");
    row(ValueType::Money, 600000, "money as a number");
    row(ValueType::Money, 600000.5, "money as a fraction");
    row(ValueType::Money, u""_s, "money as an empty text");
    row(ValueType::Money, u"600000"_s, "money without pence");
    row(ValueType::Money, u"600,000.00"_s, "money with commas");
    row(ValueType::Money, u"£5.00"_s, "money with a sign");
    row(ValueType::Money, u"5.000"_s, "money with three decimals");
    row(ValueType::Money, u" 5.00"_s, "money with a space");
    row(ValueType::Money, u"100000000000.01"_s, "a penny above the largest");
    row(ValueType::Money, u"99999999999999999999.00"_s, "beyond 64 bits");
    row(ValueType::Rate, 11.5, "a rate as a number");
    row(ValueType::Rate, u"0.0000000000001"_s, "thirteen decimals");
    row(ValueType::Rate, u"ten"_s, "a rate in words");
    row(ValueType::People, u"-1"_s, "fewer than nobody");
    row(ValueType::People, u"100000001"_s, "more people than there are");
    row(ValueType::People, u"1e3"_s, "people with an exponent");
    row(ValueType::Count, u"3"_s, "a count in quotes");
    row(ValueType::Count, 2.5, "half a thing");
    row(ValueType::Count, qint64(1'000'000'000'001), "an absurd count");
    row(ValueType::Flag, u"true"_s, "true in quotes");
    row(ValueType::Flag, 1, "one for true");
    row(ValueType::Date, u"2026-02-30"_s, "no such day");
    row(ValueType::Date, u"04/03/2026"_s, "a date with slashes");
    row(ValueType::Date, u"2026-03-04T00:00:00Z"_s, "a date with a time");
    row(ValueType::Date, u"2026-03-04 or so"_s, "a date with more");
    row(ValueType::Date, 20260304, "a date as a number");
}

void TestValue::jsonRefused()
{
    QFETCH(ValueType, type);
    QFETCH(QJsonValue, json);
    const Result<Value> value = valueFromJson(type, json);
    QVERIFY(!value.ok());
    QVERIFY(value.error().text.endsWith(u'.'));
    QVERIFY(!value.error().text.contains(u'%'));
}

void TestValue::typed_data()
{
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Value>("value");
    const auto row = [](ValueType type, const QString& text, const Value& value) {
        QTest::addRow("%d %s", static_cast<int>(type), qPrintable(text)) << type << text << value;
    };
    row(ValueType::Money, u"£1.2m"_s, Value(pounds(1'200'000)));
    row(ValueType::Money, u" 600,000 "_s, Value(pounds(600'000)));
    row(ValueType::Money, u"(1,200.00)"_s, Value(pounds(-1'200)));
    row(ValueType::Money, u"   "_s, Value());
    row(ValueType::Rate, u"12.5%"_s, Value(rate(u"12.5")));
    row(ValueType::People, u"45,493"_s, Value(People::fromWhole(45493)));
    row(ValueType::Count, u"1,234"_s, Value::count(1234));
    row(ValueType::Count, u"010"_s, Value::count(10)); // not octal
    row(ValueType::Flag, u"Yes"_s, Value::flag(true));
    row(ValueType::Flag, u"no"_s, Value());
    row(ValueType::Date, u"21 November 2026"_s, Value(QDate(2026, 11, 21)));
    row(ValueType::Date, u"3/4/2026"_s, Value(QDate(2026, 4, 3))); // day first
    row(ValueType::Date, u"2026-04-03"_s, Value(QDate(2026, 4, 3)));
    row(ValueType::Text, u"  Respite "_s, Value(u"Respite"_s));
    row(ValueType::Reference, u"a1"_s, Value(Id(u"a1"_s)));
}

void TestValue::typed()
{
    QFETCH(ValueType, type);
    QFETCH(QString, text);
    QFETCH(Value, value);
    const Result<Value> read = valueFromTyped(type, text);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().text));
    QCOMPARE(*read, value);
}

void TestValue::typedRefused_data()
{
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QString>("text");
    const auto row = [](ValueType type, const QString& text) {
        QTest::addRow("%d %s", static_cast<int>(type), qPrintable(text)) << type << text;
    };
    row(ValueType::Money, u"ten pounds"_s);
    row(ValueType::Money, u"1,00"_s);
    row(ValueType::Money, u"£200bn"_s);
    row(ValueType::Rate, u"a tenth"_s);
    row(ValueType::People, u"-4"_s);
    row(ValueType::People, u"100,000,000.000000001"_s);
    row(ValueType::Count, u"2.5"_s);
    row(ValueType::Count, u"1000000000001"_s);
    row(ValueType::Count, u"1,2,3"_s);
    row(ValueType::Flag, u"perhaps"_s);
    row(ValueType::Date, u"31 February 2026"_s);
    row(ValueType::Date, u"11/21/2026"_s);
    row(ValueType::Reference, u"two words"_s);
}

void TestValue::typedRefused()
{
    QFETCH(ValueType, type);
    QFETCH(QString, text);
    const Result<Value> read = valueFromTyped(type, text);
    QVERIFY(!read.ok());
    QVERIFY(read.error().text.endsWith(u'.'));
}

void TestValue::shown_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << Value() << QString();
    QTest::newRow("money") << Value(pounds(-1234567, 0)) << u"−1,234,567.00"_s;
    QTest::newRow("rate") << Value(rate(u"-11.50")) << u"−11.50"_s;
    QTest::newRow("people") << Value(People::fromWhole(45493)) << u"45,493"_s;
    QTest::newRow("part people") << Value(People::fromUnits(3928'020'356'000)) << u"3,928.0"_s;
    QTest::newRow("count") << Value::count(1234) << u"1,234"_s;
    QTest::newRow("flag") << Value::flag(true) << u"yes"_s;
    QTest::newRow("date") << Value(QDate(2026, 3, 4)) << u"4 March 2026"_s;
    QTest::newRow("id") << Value(Id(u"a1"_s)) << u"a1"_s;
}

void TestValue::shown()
{
    QFETCH(Value, value);
    QFETCH(QString, text);
    QCOMPARE(valueToShown(value), text);
}

void TestValue::keyForm_data()
{
    QTest::addColumn<KeyedBy>("keyedBy");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("year");
    QTest::addColumn<QString>("area");
    QTest::newRow("none") << KeyedBy::Nothing << u""_s << u""_s << u""_s;
    QTest::newRow("year") << KeyedBy::Year << u"2026-27"_s << u"2026-27"_s << u""_s;
    QTest::newRow("area") << KeyedBy::Area << u"a1"_s << u""_s << u"a1"_s;
    QTest::newRow("both") << KeyedBy::YearAndArea << u"2026-27/a1"_s << u"2026-27"_s << u"a1"_s;
}

void TestValue::keyForm()
{
    QFETCH(KeyedBy, keyedBy);
    QFETCH(QString, text);
    QFETCH(QString, year);
    QFETCH(QString, area);
    const std::optional<Key> key = Key::fromText(keyedBy, text);
    QVERIFY(key);
    QCOMPARE(key->year.text(), year);
    QCOMPARE(key->area.text(), area);
    QCOMPARE(key->text(), text);
    QVERIFY(key->fits(keyedBy));
}

void TestValue::keyRefused_data()
{
    QTest::addColumn<KeyedBy>("keyedBy");
    QTest::addColumn<QString>("text");
    const auto row = [](KeyedBy keyedBy, const char* text) {
        QTest::addRow("%d %s", static_cast<int>(keyedBy), text) << keyedBy << QString::fromUtf8(text);
    };
    row(KeyedBy::Nothing, "2026-27");
    row(KeyedBy::Year, "");
    row(KeyedBy::Year, "2026-27/a1");
    row(KeyedBy::Year, "20 26");
    row(KeyedBy::Area, "");
    row(KeyedBy::Area, "/a1");
    row(KeyedBy::YearAndArea, "2026-27");
    row(KeyedBy::YearAndArea, "2026-27/");
    row(KeyedBy::YearAndArea, "/a1");
    row(KeyedBy::YearAndArea, "2026-27/a1/b");
}

void TestValue::keyRefused()
{
    QFETCH(KeyedBy, keyedBy);
    QFETCH(QString, text);
    QVERIFY(!Key::fromText(keyedBy, text));
}

void TestValue::keysAreOrderedByYearThenArea()
{
    const Id early(u"2025-26"_s);
    const Id late(u"2026-27"_s);
    const Id a(u"a"_s);
    const Id b(u"b"_s);
    const QList<Key> ordered{{early, {}}, {early, a}, {early, b}, {late, {}}, {late, a}};
    for (qsizetype i = 0; i + 1 < ordered.size(); ++i)
        QVERIFY(ordered.at(i) < ordered.at(i + 1));
}

void TestValue::ids()
{
    for (const char* good :
         {"a", "2026-27", "A_b.c:d-9", "0123456789012345678901234567890123456789012345678901234567890123"})
        QVERIFY2(isWellFormed(Id(QString::fromUtf8(good))), good);
    for (const char* bad : {"", " ", "a b", "a/b", "é", "a\n", "\"",
                            "01234567890123456789012345678901234567890123456789012345678901234"})
        QVERIFY2(!isWellFormed(Id(QString::fromUtf8(bad))), bad);
    const IdSource source = randomIds();
    const Id one = source();
    QVERIFY(isWellFormed(one));
    QCOMPARE(one.text().size(), 32); // 128 bits in hexadecimal
    QVERIFY(one != source());
}

QTEST_APPLESS_MAIN(TestValue)
#include "test_value.moc"
