// What a body may decide of a partner's money. Expected figures worked out by hand.
#include "core/money/arithmeticerror.h"
#include "tests/support/delegations.h"

#include <QTest>

#include <limits>

using namespace placewright;
using namespace Qt::StringLiterals;
using namespace placewright::delegations;
using enum DelegationVerdict;

namespace {

QString nameOf(DelegationVerdict verdict)
{
    switch (verdict) {
    case Within:
        return u"within"_s;
    case PartnerUnknown:
        return u"partner unknown"_s;
    case NothingDelegated:
        return u"nothing delegated"_s;
    case NoMinute:
        return u"no minute"_s;
    case RoleNotInFavour:
        return u"role not in favour"_s;
    case AboveDecision:
        return u"above decision"_s;
    case AboveYear:
        return u"above year"_s;
    }
    return {};
}

// "icb £5.00: above year 2026-27 by £1.00 of d1 £4.00 [2026-27: £4.00 - £0.00 = −£1.00]"
QString textOf(const PartnerVerdict& verdict)
{
    QString text =
        verdict.partner.text() + u' ' + formatMoney(verdict.amount) + u": "_s + nameOf(verdict.verdict);
    if (!verdict.year.isEmpty())
        text += u' ' + verdict.year;
    if (!verdict.above.isZero())
        text += u" by "_s + formatMoney(verdict.above);
    if (!verdict.delegation.isNull())
        text += u" of "_s + verdict.delegation.text();
    if (verdict.limit)
        text += u' ' + formatMoney(*verdict.limit);
    for (const YearHeadroom& year : verdict.years)
        text += u" [%1: %2 - %3 = %4]"_s.arg(year.year, formatMoney(year.limit), formatMoney(year.used),
                                             formatMoney(year.left));
    return text;
}

QStringList textOf(const QList<PartnerVerdict>& verdicts)
{
    QStringList each;
    for (const PartnerVerdict& verdict : verdicts)
        each.append(textOf(verdict));
    return each;
}

void row(const char* name, const Case& given, const QStringList& verdicts)
{
    QTest::newRow(name) << given << verdicts;
}

void decisionRows()
{
    const QList<DelegatedLimit> northYorkshire{limit(u"d1"_s, u"icb"_s, pounds(42'500))};
    row("£42,500.00 is within £42,500.00", {northYorkshire, {more(u"icb"_s, pounds(42'500))}},
        {u"icb £42,500.00: within of d1 £42,500.00"_s});
    row("£42,501.00 is £1.00 above", {northYorkshire, {more(u"icb"_s, pounds(42'501))}},
        {u"icb £42,501.00: above decision by £1.00 of d1 £42,500.00"_s});
    row("a penny above", {northYorkshire, {more(u"icb"_s, pounds(42'500, 1))}},
        {u"icb £42,500.01: above decision by £0.01 of d1 £42,500.00"_s});
    row("a decrease counts as much", {northYorkshire, {less(u"icb"_s, pounds(42'501))}},
        {u"icb £42,501.00: above decision by £1.00 of d1 £42,500.00"_s});

    const QList<DelegatedLimit> halfMillion{limit(u"d1"_s, u"icb"_s, pounds(500'000))};
    row("moving £500,000.00 from one scheme to another is £500,000.00",
        {halfMillion, {more(u"icb"_s, pounds(500'000)), less(u"icb"_s, pounds(500'000))}},
        {u"icb £500,000.00: within of d1 £500,000.00"_s});
    row("£300,000.00 and £200,000.01 more, £400,000.00 less",
        {halfMillion,
         {more(u"icb"_s, pounds(300'000)), less(u"icb"_s, pounds(400'000)),
          more(u"icb"_s, pounds(200'000, 1), u"Acute"_s)}},
        {u"icb £500,000.01: above decision by £0.01 of d1 £500,000.00"_s});
    row("from one year to the next",
        {halfMillion,
         {less(u"icb"_s, pounds(400'000)), more(u"icb"_s, pounds(400'000), u"Social care"_s, u"2027-28"_s)}},
        {u"icb £400,000.00: within of d1 £500,000.00"_s});
    row("£300,000.00 more in each of two years is £600,000.00",
        {halfMillion,
         {more(u"icb"_s, pounds(300'000)), more(u"icb"_s, pounds(300'000), u"Social care"_s, u"2027-28"_s)}},
        {u"icb £600,000.00: above decision by £100,000.00 of d1 £500,000.00"_s});

    row("two partners, one within and one above, in the order of the rows",
        {{limit(u"d1"_s, u"council"_s, pounds(100)), limit(u"d2"_s, u"icb"_s, pounds(100))},
         {more(u"icb"_s, pounds(101)), less(u"council"_s, pounds(100)), more(u"icb"_s, pounds(1))}},
        {u"icb £102.00: above decision by £2.00 of d2 £100.00"_s,
         u"council £100.00: within of d1 £100.00"_s});
    row("another partner's limit is none",
        {{limit(u"d1"_s, u"council"_s, pounds(1'000'000))}, {more(u"icb"_s, pounds(1))}},
        {u"icb £1.00: nothing delegated"_s});
    row("nothing is delegated", {{}, {more(u"icb"_s, pounds(1))}}, {u"icb £1.00: nothing delegated"_s});
    row("a limit without amounts has none",
        {{limit(u"d1"_s, u"icb"_s, {})}, {more(u"icb"_s, pounds(90'000'000))}},
        {u"icb £90,000,000.00: within of d1"_s});
    row("a limit of zero", {{limit(u"d1"_s, u"icb"_s, Money())}, {more(u"icb"_s, pounds(0, 1))}},
        {u"icb £0.01: above decision by £0.01 of d1 £0.00"_s});
    row("the second of two limits covers it",
        {{limit(u"d1"_s, u"icb"_s, pounds(5)), limit(u"d2"_s, u"icb"_s, pounds(10))},
         {more(u"icb"_s, pounds(7))}},
        {u"icb £7.00: within of d2 £10.00"_s});
    row("above two limits: the one with the most room is named",
        {{limit(u"d1"_s, u"icb"_s, pounds(5)), limit(u"d2"_s, u"icb"_s, pounds(10)),
          limit(u"d3"_s, u"icb"_s, pounds(8))},
         {more(u"icb"_s, pounds(12))}},
        {u"icb £12.00: above decision by £2.00 of d2 £10.00"_s});
    row("no money moves: no verdict is needed", {{}, {more(u"icb"_s, {}), more({}, {})}},
        {u"icb £0.00: within"_s, u" £0.00: within"_s});
    row("no rows", {northYorkshire, {}}, {});
    row("nobody can tell whose money it is",
        {{limit(u"d1"_s, {}, {})}, {more({}, pounds(1)), less(u"icb"_s, pounds(2))}},
        {u" £1.00: partner unknown"_s, u"icb £2.00: nothing delegated"_s});
}

void yearRows()
{
    const QList<DelegatedLimit> million{limit(u"d1"_s, u"icb"_s, {}, pounds(1'000'000))};
    row("£990,000.00 are left of £1,000,000.00 after £10,000.00", {million, {more(u"icb"_s, pounds(10'000))}},
        {u"icb £10,000.00: within of d1 [2026-27: £1,000,000.00 - £0.00 = £990,000.00]"_s});
    const QList<DecidedMoney> before{
        used(u"icb"_s, pounds(600'000)), used(u"icb"_s, pounds(390'000), u"Acute"_s),
        used(u"icb"_s, pounds(900'000), u"Acute"_s, u"2025-26"_s), used(u"council"_s, pounds(900'000))};
    row("the last £10,000.00 of the year", {million, {more(u"icb"_s, pounds(10'000))}, before},
        {u"icb £10,000.00: within of d1 [2026-27: £1,000,000.00 - £990,000.00 = £0.00]"_s});
    row("a penny more than is left", {million, {more(u"icb"_s, pounds(10'000, 1))}, before},
        {u"icb £10,000.01: above year 2026-27 by £0.01 of d1 £1,000,000.00 [2026-27: £1,000,000.00 - £990,000.00 = −£0.01]"_s});
    row("another year has its own",
        {million, {more(u"icb"_s, pounds(1'000'000), u"Acute"_s, u"2027-28"_s)}, before},
        {u"icb £1,000,000.00: within of d1 [2027-28: £1,000,000.00 - £0.00 = £0.00]"_s});
    row("within a year is the larger of increases and decreases of that year",
        {million,
         {less(u"icb"_s, pounds(400'000)), more(u"icb"_s, pounds(300'000)),
          more(u"icb"_s, pounds(700'000), u"Acute"_s, u"2027-28"_s)}},
        {u"icb £1,000,000.00: within of d1 [2026-27: £1,000,000.00 - £0.00 = £600,000.00] [2027-28: £1,000,000.00 - £0.00 = £300,000.00]"_s});
    row("the year that is further above is named",
        {{limit(u"d1"_s, u"icb"_s, {}, pounds(10))},
         {more(u"icb"_s, pounds(11)), more(u"icb"_s, pounds(13), u"Acute"_s, u"2027-28"_s),
          more(u"icb"_s, pounds(12), u"Acute"_s, u"2028-29"_s)}},
        {u"icb £36.00: above year 2027-28 by £3.00 of d1 £10.00 [2026-27: £10.00 - £0.00 = −£1.00] [2027-28: £10.00 - £0.00 = −£3.00] [2028-29: £10.00 - £0.00 = −£2.00]"_s});
    row("a year in which nothing moves is not held against its limit",
        {{limit(u"d1"_s, u"icb"_s, {}, pounds(10))},
         {more(u"icb"_s, {}, u"Acute"_s, u"2025-26"_s), more(u"icb"_s, pounds(10))},
         {used(u"icb"_s, pounds(11), u"Acute"_s, u"2025-26"_s)}},
        {u"icb £10.00: within of d1 [2026-27: £10.00 - £0.00 = £0.00]"_s});
    row("within the year, above a decision",
        {{limit(u"d1"_s, u"icb"_s, pounds(5), pounds(100))}, {more(u"icb"_s, pounds(6))}},
        {u"icb £6.00: above decision by £1.00 of d1 £5.00 [2026-27: £100.00 - £0.00 = £94.00]"_s});
    row("above both: what is further above is named",
        {{limit(u"d1"_s, u"icb"_s, pounds(5), pounds(100))},
         {more(u"icb"_s, pounds(6))},
         {used(u"icb"_s, pounds(97))}},
        {u"icb £6.00: above year 2026-27 by £3.00 of d1 £100.00 [2026-27: £100.00 - £97.00 = −£3.00]"_s});
    row("above both by as much: the decision is named",
        {{limit(u"d1"_s, u"icb"_s, pounds(5), pounds(5))}, {more(u"icb"_s, pounds(6))}},
        {u"icb £6.00: above decision by £1.00 of d1 £5.00 [2026-27: £5.00 - £0.00 = −£1.00]"_s});
    row("one limit is short of the year, another covers it",
        {{limit(u"d1"_s, u"icb"_s, {}, pounds(5)), limit(u"d2"_s, u"icb"_s, pounds(6))},
         {more(u"icb"_s, pounds(6))}},
        {u"icb £6.00: within of d2 £6.00"_s});
}

void areaRows()
{
    const DelegatedLimit acute = forArea(limit(u"a"_s, u"icb"_s, pounds(100), pounds(150)), u"Acute"_s);
    const DelegatedLimit social = forArea(limit(u"s"_s, u"icb"_s, pounds(50)), u"Social care"_s);
    row("an area within its own limit", {{acute}, {more(u"icb"_s, pounds(100), u"Acute"_s)}},
        {u"icb £100.00: within of a £100.00 [2026-27: £150.00 - £0.00 = £50.00]"_s});
    row("what was decided for other areas does not count against it",
        {{acute},
         {more(u"icb"_s, pounds(100), u"Acute"_s)},
         {used(u"icb"_s, pounds(50), u"Acute"_s), used(u"icb"_s, pounds(50), u"Social care"_s)}},
        {u"icb £100.00: within of a £100.00 [2026-27: £150.00 - £50.00 = £0.00]"_s});
    row("an area without a limit", {{acute}, {more(u"icb"_s, pounds(1))}},
        {u"icb £1.00: nothing delegated"_s});
    row("two areas, each within its own",
        {{social, acute}, {more(u"icb"_s, pounds(100), u"Acute"_s), less(u"icb"_s, pounds(50))}},
        {u"icb £100.00: within of a £100.00 [2026-27: £150.00 - £0.00 = £50.00]"_s});
    row("two areas, one above its own",
        {{social, acute}, {more(u"icb"_s, pounds(100), u"Acute"_s), less(u"icb"_s, pounds(53))}},
        {u"icb £100.00: above decision by £3.00 of s £50.00"_s});
    row("two areas, both above: the further one is named",
        {{social, acute}, {less(u"icb"_s, pounds(53)), more(u"icb"_s, pounds(109), u"Acute"_s)}},
        {u"icb £109.00: above decision by £9.00 of a £100.00 [2026-27: £150.00 - £0.00 = £41.00]"_s});
    row("two areas, one without a limit",
        {{acute}, {more(u"icb"_s, pounds(100), u"Acute"_s), less(u"icb"_s, pounds(1))}},
        {u"icb £100.00: nothing delegated"_s});
    row("an area that does not move needs no limit",
        {{acute}, {more(u"icb"_s, {}), more(u"icb"_s, pounds(100), u"Acute"_s)}},
        {u"icb £100.00: within of a £100.00 [2026-27: £150.00 - £0.00 = £50.00]"_s});
    row("no area of spend, and limits for areas only", {{acute, social}, {more(u"icb"_s, pounds(1), {})}},
        {u"icb £1.00: nothing delegated"_s});
    row("no area of spend is any", {{limit(u"d1"_s, u"icb"_s, pounds(1))}, {more(u"icb"_s, pounds(1), {})}},
        {u"icb £1.00: within of d1 £1.00"_s});
    row("the limit for any area is short, those for areas suffice",
        {{limit(u"d1"_s, u"icb"_s, pounds(60)), social, acute},
         {more(u"icb"_s, pounds(50)), more(u"icb"_s, pounds(100), u"Acute"_s)}},
        {u"icb £150.00: within of s £50.00"_s});
    row("the limit for any area suffices, those for areas do not",
        {{social, limit(u"d1"_s, u"icb"_s, pounds(60))}, {more(u"icb"_s, pounds(60))}},
        {u"icb £60.00: within of d1 £60.00"_s});
    row("half under the one and half under the other is neither",
        {{limit(u"d1"_s, u"icb"_s, pounds(60)), acute},
         {more(u"icb"_s, pounds(50)), more(u"icb"_s, pounds(100), u"Acute"_s)}},
        {u"icb £150.00: above decision by £90.00 of d1 £60.00"_s});
    row("above both kinds: the limit for any area is named",
        {{social, limit(u"d1"_s, u"icb"_s, pounds(40))}, {more(u"icb"_s, pounds(60))}},
        {u"icb £60.00: above decision by £20.00 of d1 £40.00"_s});
    row("another partner's limit for the area", {{acute}, {more(u"council"_s, pounds(1), u"Acute"_s)}},
        {u"council £1.00: nothing delegated"_s});
}

void roleAndMinuteRows()
{
    const QList<DelegatedLimit> officer{
        toRole(limit(u"d1"_s, u"council"_s, pounds(100)), memberRole::councilOfficer)};
    const QList<MovedMoney> hundred{more(u"council"_s, pounds(100))};
    const auto by = [](QLatin1StringView role, const QString& partner) {
        return InFavour{role, Id(partner)};
    };
    row("an officer is in favour",
        {officer, hundred, {}, {by(memberRole::nhs, u"icb"_s), by(memberRole::councilOfficer, u"council"_s)}},
        {u"council £100.00: within of d1 £100.00"_s});
    row("a director in favour is an officer",
        {officer, hundred, {}, {by(memberRole::adultServices, u"council"_s)}},
        {u"council £100.00: within of d1 £100.00"_s});
    row("only others are in favour",
        {officer, hundred, {}, {by(memberRole::nhs, u"icb"_s), by(memberRole::councillor, u"council"_s)}},
        {u"council £100.00: role not in favour of d1 £100.00"_s});
    row("another council’s officer is in favour",
        {officer, hundred, {}, {by(memberRole::councilOfficer, u"district"_s)}},
        {u"council £100.00: role not in favour of d1 £100.00"_s});
    row("an officer of no partner is in favour", {officer, hundred, {}, {by(memberRole::councilOfficer, {})}},
        {u"council £100.00: role not in favour of d1 £100.00"_s});
    row("each partner’s own officer decides its own money",
        {{officer.first(), toRole(limit(u"d2"_s, u"district"_s, pounds(100)), memberRole::councilOfficer)},
         {more(u"council"_s, pounds(100)), less(u"district"_s, pounds(50))},
         {},
         {by(memberRole::publicHealth, u"district"_s)}},
        {u"council £100.00: role not in favour of d1 £100.00"_s, u"district £50.00: within of d2 £100.00"_s});
    row("nobody is in favour", {officer, hundred}, {u"council £100.00: role not in favour of d1 £100.00"_s});
    row("an officer is no director",
        {{toRole(limit(u"d1"_s, u"council"_s, pounds(100)), memberRole::publicHealth)},
         hundred,
         {},
         {by(memberRole::councilOfficer, u"council"_s)}},
        {u"council £100.00: role not in favour of d1 £100.00"_s});
    row("the role is not in favour, and a smaller limit is to the body",
        {officer + QList{limit(u"d2"_s, u"council"_s, pounds(99))}, hundred},
        {u"council £100.00: above decision by £1.00 of d2 £99.00"_s});

    const DelegatedLimit noMinute = withMinute(limit(u"d1"_s, u"council"_s, pounds(1'000)), {});
    row("a limit without a minute", {{noMinute}, hundred}, {u"council £100.00: no minute of d1 £1,000.00"_s});
    row("a minute of blanks", {{withMinute(noMinute, u"  "_s)}, hundred},
        {u"council £100.00: no minute of d1 £1,000.00"_s});
    row("no limit and no minute", {{withMinute(limit(u"d1"_s, u"council"_s, {}), {})}, hundred},
        {u"council £100.00: no minute of d1"_s});
    row("one without a minute, one with", {{noMinute, limit(u"d2"_s, u"council"_s, pounds(100))}, hundred},
        {u"council £100.00: within of d2 £100.00"_s});
    row("one without a minute, one short", {{noMinute, limit(u"d2"_s, u"council"_s, pounds(70))}, hundred},
        {u"council £100.00: above decision by £30.00 of d2 £70.00"_s});
    row("one without a minute, one for a role that is not in favour", {{noMinute, officer.first()}, hundred},
        {u"council £100.00: role not in favour of d1 £100.00"_s});
    row("one for the area without a minute", {{forArea(noMinute, u"Social care"_s)}, hundred},
        {u"council £100.00: no minute of d1 £1,000.00"_s});
    row("any area without a minute, this area short",
        {{noMinute, forArea(limit(u"s"_s, u"council"_s, pounds(90)), u"Social care"_s)}, hundred},
        {u"council £100.00: above decision by £10.00 of s £90.00"_s});
}

} // namespace

class TestDelegated : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data();
    void verdicts();
    void moved();
    void perHead_data();
    void perHead();
    void tooMuchForMoney();
};

void TestDelegated::verdicts_data()
{
    QTest::addColumn<Case>("given");
    QTest::addColumn<QStringList>("verdicts");
    decisionRows();
    yearRows();
    areaRows();
    roleAndMinuteRows();
}

void TestDelegated::verdicts()
{
    QFETCH(Case, given);
    const QList<PartnerVerdict> verdicts =
        holdAgainst(given.limits, given.decided, given.moved, given.inFavour);
    QTEST(textOf(verdicts), "verdicts");
    for (const PartnerVerdict& verdict : verdicts)
        QCOMPARE(verdict.isWithin(), verdict.verdict == Within);
}

void TestDelegated::moved()
{
    QCOMPARE(movedAmount({}), Money());
    QCOMPARE(movedAmount({more(u"icb"_s, pounds(500'000)), less(u"icb"_s, pounds(500'000))}),
             pounds(500'000));
    QCOMPARE(
        movedAmount({more(u"icb"_s, pounds(3)), more(u"council"_s, pounds(4)), less(u"icb"_s, pounds(5))}),
        pounds(7));
    QCOMPARE(
        movedAmount({less(u"icb"_s, pounds(3)), less(u"council"_s, pounds(4)), more(u"icb"_s, pounds(5))}),
        pounds(7));
}

void TestDelegated::perHead_data()
{
    QTest::addColumn<Money>("per100000");
    QTest::addColumn<std::optional<qint64>>("people");
    QTest::addColumn<std::optional<Money>>("limit");
    const auto perHeadRow = [](const char* name, Money per100000, std::optional<qint64> people,
                               std::optional<Money> limit) {
        QTest::newRow(name) << per100000 << people << limit;
    };
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    perHeadRow("£10,000.00 for 425,000", pounds(10'000), 425'000, pounds(42'500));
    perHeadRow("£10,000.00 for 425,001", pounds(10'000), 425'001, pounds(42'500, 10));
    // 1,000,001p x 4.25001 = 4,250,014.25001p
    perHeadRow("£10,000.01 for 425,001, rounded down", pounds(10'000, 1), 425'001, pounds(42'500, 14));
    // 99p x 0.99999 = 98.99901p
    perHeadRow("nearly a penny more is none", pounds(0, 99), 99'999, pounds(0, 98));
    perHeadRow("nobody", pounds(10'000), 0, Money());
    perHeadRow("people not known", pounds(10'000), {}, {});
    perHeadRow("fewer than nobody", pounds(10'000), -1, {});
    perHeadRow("the product is beyond 64 bits, the limit is not", pounds(90'000'000'000), 99'999'999,
               Money::fromPence(8'999'999'910'000'000));
    perHeadRow("as much as money may be", Money::fromPence(most), 100'000, Money::fromPence(most));
    perHeadRow("more than money may be", Money::fromPence(most), 100'001, {});
    perHeadRow("far more than money may be", Money::fromPence(most), most, {});
}

void TestDelegated::perHead()
{
    QFETCH(Money, per100000);
    QFETCH(std::optional<qint64>, people);
    QTEST(limitForPeople(per100000, people), "limit");
}

void TestDelegated::tooMuchForMoney()
{
    const Money most = Money::fromPence(std::numeric_limits<qint64>::max());
    const QList<MovedMoney> twice{more(u"icb"_s, most), more(u"icb"_s, most)};
    QVERIFY_EXCEPTION_THROWN(movedAmount(twice), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(holdAgainst({limit(u"d1"_s, u"icb"_s, {})}, {}, twice, {}), ArithmeticError);
    QVERIFY_EXCEPTION_THROWN(holdAgainst({limit(u"d1"_s, u"icb"_s, {}, pounds(1))},
                                         {used(u"icb"_s, most), used(u"icb"_s, most)},
                                         {more(u"icb"_s, pounds(1))}, {}),
                             ArithmeticError);
}

QTEST_APPLESS_MAIN(TestDelegated)
#include "test_delegated.moc"
