// How money reaches areas. Splits are worked by hand beside each case.
#include "core/ledger/areamove.h"
#include "core/ledger/ledger.h"
#include "tests/support/exampleplan.h"
#include "tests/support/randomplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString year = u"2026-27"_s;

// Areas a, b, c of 100, 200, 300 people and 300, 200, 100 weighted people; codes run against ids. One scheme and line.
ExamplePlan example(const Value& amount, const ExamplePlan::Cells& scheme,
                    const ExamplePlan::Cells& line = {})
{
    ExamplePlan plan;
    plan.add(u"year", u"2025-26"_s).add(u"year", year).add(u"layer", u"l"_s).add(u"layer", u"bare"_s);
    const QStringList ids{u"a"_s, u"b"_s, u"c"_s};
    for (int i = 0; i < 3; ++i)
        plan.add(u"area", ids.at(i),
                 {{u"layer"_s, ref(u"l"_s)},
                  {u"code"_s, text(u"E0%1"_s.arg(3 - i))},
                  {u"population"_s, Value(People::fromWhole(100 * (i + 1)))},
                  {u"weightedPopulation"_s, Value(People::fromWhole(100 * (3 - i)))}});
    plan.add(u"fund", u"f"_s, {{u"kind"_s, text(u"pooled"_s)}})
        .add(u"fund", u"g"_s, {{u"kind"_s, text(u"aligned"_s)}})
        .add(u"scheme", u"s"_s, {{u"fund"_s, ref(u"f"_s)}, {u"layer"_s, ref(u"l"_s)}})
        .set(u"scheme", u"s"_s, scheme)
        .add(u"line", u"x"_s, {{u"scheme"_s, ref(u"s"_s)}, {u"amount "_s + year, amount}})
        .set(u"line", u"x"_s, line);
    return plan;
}

Ledger ledgerOf(const Plan& plan)
{
    return makeLedger(plan, layerNeeds(plan, {}));
}

// "a 5, b 2, c 3, left 0" in pence, by area id.
QString splitOf(const Plan& plan, const Ledger& ledger, const LedgerRow& row)
{
    QMap<QString, qint64> pence;
    for (const AreaPart& part : ledger.partsOf(row))
        pence[plan.areas[part.area].id.text()] += part.amount.pence();
    QStringList words;
    for (auto part = pence.begin(); part != pence.end(); ++part)
        words.append(u"%1 %2"_s.arg(part.key()).arg(part.value()));
    words.append(u"left %1"_s.arg(row.notSplit.pence()));
    return words.join(u", "_s);
}

const ExamplePlan::Cells halfAndQuarters{{u"areaBasis"_s, text(u"shares"_s)},
                                         {u"share a"_s, percent(u"50")},
                                         {u"share b"_s, percent(u"25")},
                                         {u"share c"_s, percent(u"25.00")}};

Value chosen(const char* choice)
{
    return text(QString::fromLatin1(choice));
}

// Random money over random areas by every basis, sound and unsound.
Plan randomMoney(Seeded& seeded)
{
    ExamplePlan plan;
    plan.add(u"year", u"2025-26"_s).add(u"year", year).add(u"layer", u"l"_s).add(u"layer", u"k"_s);
    QStringList areas;
    const bool twoLayers = seeded.between(0, 3) == 0;
    const qint64 count = seeded.between(1, 12);
    for (qint64 i = 0; i < count; ++i) {
        const QString id = u"n%1"_s.arg(seeded.between(0, 1'000'000));
        if (areas.contains(id))
            continue;
        areas.append(id);
        plan.add(u"area", id, {{u"layer"_s, ref(twoLayers && i % 4 == 3 ? u"k"_s : u"l"_s)}});
        if (seeded.between(0, 1))
            plan.set(u"area", id, {{u"code"_s, text(u"E%1"_s.arg(seeded.between(0, 3)))}}); // some alike
        if (seeded.between(0, 30))
            plan.set(u"area", id,
                     {{u"population"_s, Value(People::fromWhole(seeded.between(0, 3) * 1000))}}); // many ties
        if (seeded.between(0, 30))
            plan.set(u"area", id,
                     {{u"weightedPopulation"_s, Value(People::fromUnits(seeded.magnitude(44)))}});
    }
    plan.add(u"fund", u"f"_s, {{u"kind"_s, text(u"pooled"_s)}})
        .add(u"fund", u"g"_s, {{u"kind"_s, text(u"aligned"_s)}});
    const QStringList bases{u"notSplit"_s, u"area"_s, u"pounds"_s, u"shares"_s, u"population"_s, u"need"_s};
    const auto fillBasis = [&](const char* type, const QString& id) {
        plan.set(QLatin1StringView(type), id,
                 {{u"areaBasis"_s, text(bases.at(seeded.between(0, 5)))},
                  {u"basisArea"_s, ref(areas.at(seeded.between(0, areas.size() - 1)))}});
        qint64 left = 100;
        for (const QString& area : areas) {
            const qint64 share =
                area == areas.last() && seeded.between(0, 9) ? left : seeded.between(0, left);
            left -= share;
            plan.set(QLatin1StringView(type), id, {{u"share "_s + area, Value(Rate::fromWhole(share))}});
        }
    };
    for (int i = 0; i < 4; ++i) {
        const QString scheme = u"s%1"_s.arg(i);
        plan.add(u"scheme", scheme, {{u"fund"_s, ref(i == 3 ? u"g"_s : u"f"_s)}});
        if (seeded.between(0, 9))
            plan.set(u"scheme", scheme,
                     {{u"layer"_s, ref(!twoLayers || seeded.between(0, 2) ? u"l"_s : u"k"_s)}});
        fillBasis("scheme", scheme);
    }
    for (int i = 0; i < 12; ++i) {
        const QString line = u"x%1"_s.arg(i);
        const Money amount = Money::fromPence(seeded.either(36));
        plan.add(
            u"line", line,
            {{u"scheme"_s, ref(u"s%1"_s.arg(seeded.between(0, 3)))}, {u"amount "_s + year, Value(amount)}});
        if (seeded.between(0, 1))
            plan.set(u"line", line, {{u"amount 2025-26"_s, Value(Money::fromPence(seeded.either(8)))}});
        if (seeded.between(0, 1))
            fillBasis("line", line);
        for (const QString& area : areas)
            if (seeded.between(0, 1))
                plan.set(u"line", line,
                         {{u"areaAmount "_s + year + u'/' + area,
                           Value(Money::fromPence(amount.pence() / seeded.between(4, 20)))}});
    }
    return plan.plan();
}

// What each line gives each area in each year, by ids.
QMap<QString, qint64> moneyByIds(const Plan& plan, const Ledger& ledger)
{
    QMap<QString, qint64> money;
    for (const LedgerRow& row : ledger.rows) {
        const QString of = plan.lines[row.line].id.text() + u' ' + plan.years[row.year].id.text();
        money[of + u" left"_s] = row.notSplit.pence();
        money[of + u" problem"_s] = static_cast<int>(row.problem);
        for (const AreaPart& part : ledger.partsOf(row))
            money[of + u' ' + plan.areas[part.area].id.text()] += part.amount.pence();
    }
    return money;
}

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private slots:
    void bases_data();
    void bases();
    void problems_data();
    void problems();
    void emptyCellsOfAnotherLayerAreLeftOut();
    void poundsOfTwoLayersDoNotMove();
    void tiesWithoutCodes();
    void rowsFollowLinesAndYears();
    void alignedIsMarked();
    void statusOfARow();
    void lineWithoutMoneyOrScheme();
    void irrecoverableVatIsARow();
    void vatOnKnownPoundsIsNotSplit();
    void partsAddUp();
    void orderOfRowsMovesNoMoney();
};

void TestLedger::bases_data()
{
    QTest::addColumn<ExamplePlan::Cells>("scheme");
    QTest::addColumn<ExamplePlan::Cells>("line");
    QTest::addColumn<qint64>("pence");
    QTest::addColumn<QString>("split");
    QTest::addColumn<bool>("assumed");
    using Cells = ExamplePlan::Cells;
    const auto row = [](const char* name, const Cells& scheme, const Cells& line, qint64 pence,
                        const char* split, bool assumed = false) {
        QTest::newRow(name) << scheme << line << pence << QString::fromLatin1(split) << assumed;
    };
    const auto basis = [](const char* kind) { return Cells{{u"areaBasis"_s, chosen(kind)}}; };
    const Cells inArea{{u"areaBasis"_s, chosen("area")}, {u"basisArea"_s, ref(u"b"_s)}};
    const Cells twoAreas{{u"areaAmount 2026-27/a"_s, pounds(0, 4)},
                         {u"areaAmount 2026-27/c"_s, pounds(0, 5)},
                         {u"areaAmount 2025-26/b"_s, pounds(9)}}; // of another year
    const Cells ownPounds = Cells{{u"areaBasis"_s, chosen("pounds")}} + twoAreas;

    row("none said", {}, {}, 10, "left 10");
    row("not split", basis("notSplit"), {}, 10, "left 10");
    row("one area", inArea, {}, 10, "b 10, left 0");
    row("pounds", basis("pounds"), twoAreas, 10, "a 4, c 5, left 1");
    row("pounds in full", basis("pounds"), twoAreas, 9, "a 4, c 5, left 0");
    row("pounds, none named", basis("pounds"), {}, 10, "left 10");
    // 5, 2.5, 2.5: the odd penny goes to c, whose code E01 comes before b's E02
    row("shares", halfAndQuarters, {}, 10, "a 5, b 2, c 3, left 0");
    row("shares, taken back", halfAndQuarters, {}, -10, "a -5, b -2, c -3, left 0");
    row("shares with a zero",
        {{u"areaBasis"_s, chosen("shares")}, {u"share a"_s, percent(u"0")}, {u"share b"_s, percent(u"100")}},
        {}, 10, "b 10, left 0");
    // twelve decimals: 33.333333333333 thrice and the rest on c: 3.33.., 3.33.., 3.33..4 of 10p
    row("shares of twelve decimals",
        {{u"areaBasis"_s, chosen("shares")},
         {u"share a"_s, percent(u"33.333333333333")},
         {u"share b"_s, percent(u"33.333333333333")},
         {u"share c"_s, percent(u"33.333333333334")}},
        {}, 10, "a 3, b 3, c 4, left 0");
    // 100:200:300 of 10p: 1.67, 3.33, 5
    row("population", basis("population"), {}, 10, "a 2, b 3, c 5, left 0", true);
    // 300:200:100 of 10p: 5, 3.33, 1.67
    row("need", basis("need"), {}, 10, "a 5, b 3, c 2, left 0", true);
    row("nothing to split", basis("need"), {}, 0, "a 0, b 0, c 0, left 0", true);
    // the line's own word goes before the scheme's
    row("line: not split", basis("need"), basis("notSplit"), 10, "left 10");
    row("line: one area", basis("need"), inArea, 10, "b 10, left 0");
    row("line: shares", basis("need"), halfAndQuarters, 10, "a 5, b 2, c 3, left 0");
    row("line: pounds", basis("need"), ownPounds, 10, "a 4, c 5, left 1");
    row("line: population", inArea, basis("population"), 10, "a 2, b 3, c 5, left 0", true);
    row("line: need, of the scheme's layer", halfAndQuarters, basis("need"), 10, "a 5, b 3, c 2, left 0",
        true);
    // what it holds of another basis does not count
    row("line's shares unused", inArea, {{u"share a"_s, percent(u"100")}}, 10, "b 10, left 0");
}

void TestLedger::bases()
{
    QFETCH(ExamplePlan::Cells, scheme);
    QFETCH(ExamplePlan::Cells, line);
    QFETCH(qint64, pence);
    QFETCH(QString, split);
    QFETCH(bool, assumed);
    const Plan plan = example(Value(Money::fromPence(pence)), scheme, line).plan();
    const Ledger ledger = ledgerOf(plan);
    QCOMPARE(ledger.rows.size(), 1);
    const LedgerRow& row = ledger.rows.first();
    QCOMPARE(splitOf(plan, ledger, row), split);
    QCOMPARE(row.problem, SplitProblem::None);
    QCOMPARE(row.assumed, assumed);
    QVERIFY(!row.aligned);
}

void TestLedger::problems_data()
{
    QTest::addColumn<ExamplePlan::Cells>("scheme");
    QTest::addColumn<ExamplePlan::Cells>("line");
    QTest::addColumn<ExamplePlan::Cells>("areaC");
    QTest::addColumn<SplitProblem>("problem");
    using Cells = ExamplePlan::Cells;
    const auto row = [](const char* name, SplitProblem problem, const Cells& scheme, const Cells& line = {},
                        const Cells& areaC = {}) {
        QTest::newRow(name) << scheme << line << areaC << problem;
    };
    const auto basis = [](const char* kind, const Cells& more = {}) {
        return Cells{{u"areaBasis"_s, chosen(kind)}} + more;
    };
    const auto placed = [](qint64 a, qint64 b) {
        return Cells{{u"areaAmount 2026-27/a"_s, pounds(0, a)}, {u"areaAmount 2026-27/b"_s, pounds(0, b)}};
    };
    row("no layer, population", SplitProblem::NoLayer, basis("population", {{u"layer"_s, Value()}}));
    row("no layer, need", SplitProblem::NoLayer, basis("need", {{u"layer"_s, Value()}}));
    row("a layer without areas", SplitProblem::NoAreas, basis("need", {{u"layer"_s, ref(u"bare"_s)}}));
    row("no shares", SplitProblem::SharesNotWhole, basis("shares"));
    row("a penny's worth short", SplitProblem::SharesNotWhole,
        basis("shares", {{u"share a"_s, percent(u"99.999999999999")}}));
    row("too much", SplitProblem::SharesNotWhole,
        basis("shares", {{u"share a"_s, percent(u"60")}, {u"share b"_s, percent(u"40.000000000001")}}));
    row("less than nothing", SplitProblem::SharesNotWhole,
        basis("shares", {{u"share a"_s, percent(u"110")}, {u"share b"_s, percent(u"-10")}}));
    row("less than nothing first", SplitProblem::SharesNotWhole,
        basis("shares", {{u"share a"_s, percent(u"-10")}, {u"share b"_s, percent(u"110")}}));
    row("no area", SplitProblem::AreaUnknown, basis("area"));
    row("no area for the line", SplitProblem::AreaUnknown, basis("need"), basis("area"));
    row("a penny too many", SplitProblem::PoundsAboveAmount, basis("pounds"), placed(6, 5));
    row("of the other sign", SplitProblem::PoundsAboveAmount, basis("pounds"), placed(-4, 0));
    const Cells elsewhere{{u"layer"_s, ref(u"bare"_s)}}; // area c stands in another layer than a and b
    const Cells noLayer{{u"layer"_s, Value()}};
    row("an area of another layer", SplitProblem::OtherLayer, basis("area", {{u"basisArea"_s, ref(u"c"_s)}}),
        {}, elsewhere);
    row("a share for another layer", SplitProblem::OtherLayer, halfAndQuarters, {}, elsewhere);
    row("shares over two layers", SplitProblem::OtherLayer, halfAndQuarters + noLayer, {}, elsewhere);
    row("shares all in another layer", SplitProblem::OtherLayer,
        basis("shares", {{u"share c"_s, percent(u"100")}}), {}, elsewhere);
    row("pounds in another layer", SplitProblem::OtherLayer, basis("pounds"),
        {{u"areaAmount 2026-27/c"_s, pounds(0, 3)}}, elsewhere);
    row("pounds in two layers", SplitProblem::OtherLayer, basis("pounds", noLayer),
        placed(1, 2) + Cells{{u"areaAmount 2026-27/c"_s, pounds(0, 3)}}, elsewhere);
    row("no population", SplitProblem::NeedUnknown, basis("population"), {}, {{u"population"_s, Value()}});
    row("no weighted population", SplitProblem::NeedUnknown, basis("need"), {},
        {{u"weightedPopulation"_s, Value()}});
}

void TestLedger::problems()
{
    QFETCH(ExamplePlan::Cells, scheme);
    QFETCH(ExamplePlan::Cells, line);
    QFETCH(ExamplePlan::Cells, areaC);
    QFETCH(SplitProblem, problem);
    const Plan plan = example(pounds(0, 10), scheme, line).set(u"area", u"c"_s, areaC).plan();
    const Ledger ledger = ledgerOf(plan);
    QCOMPARE(ledger.rows.size(), 1);
    QCOMPARE(ledger.rows.first().problem, problem);
    QVERIFY(!ledger.rows.first().assumed);
    QCOMPARE(splitOf(plan, ledger, ledger.rows.first()), u"left 10"_s);

    ExamplePlan nobody = example(pounds(0, 10), {{u"areaBasis"_s, chosen("need")}});
    for (const QString& area : {u"a"_s, u"b"_s, u"c"_s})
        nobody.set(u"area", area, {{u"weightedPopulation"_s, people(u"0")}});
    QCOMPARE(ledgerOf(nobody.plan()).rows.first().problem, SplitProblem::NeedUnknown);
}

void TestLedger::emptyCellsOfAnotherLayerAreLeftOut()
{
    const Plan pounds =
        example(::pounds(0, 10), {{u"areaBasis"_s, chosen("pounds")}},
                {{u"areaAmount 2026-27/a"_s, ::pounds(0, 4)}, {u"areaAmount 2026-27/c"_s, ::pounds(0, 0)}})
            .set(u"area", u"c"_s, {{u"layer"_s, ref(u"bare"_s)}})
            .plan();
    const Ledger ledger = ledgerOf(pounds);
    QCOMPARE(ledger.rows.first().problem, SplitProblem::None);
    QCOMPARE(splitOf(pounds, ledger, ledger.rows.first()), u"a 4, left 6"_s);
    const Plan shares = example(::pounds(0, 10), {{u"areaBasis"_s, chosen("shares")},
                                                  {u"layer"_s, Value()},
                                                  {u"share b"_s, percent(u"100")},
                                                  {u"share c"_s, percent(u"0")}})
                            .set(u"area", u"c"_s, {{u"layer"_s, ref(u"bare"_s)}})
                            .plan();
    const Ledger shared = ledgerOf(shares);
    QCOMPARE(splitOf(shares, shared, shared.rows.first()), u"b 10, left 0"_s);
}

void TestLedger::poundsOfTwoLayersDoNotMove()
{
    ExamplePlan plan = example(pounds(0, 10), {{u"areaBasis"_s, chosen("pounds")}},
                               {{u"areaAmount 2026-27/a"_s, pounds(0, 4)},
                                {u"areaAmount 2026-27/b"_s, pounds(0, 1)},
                                {u"areaAmount 2026-27/c"_s, pounds(0, 5)}});
    QCOMPARE(areaMoveRoom(plan.plan(), Id(u"a"_s), Id(year)).up, Money::fromPence(6));
    plan.set(u"area", u"c"_s, {{u"layer"_s, ref(u"bare"_s)}});
    for (const QString& area : {u"a"_s, u"c"_s}) {
        const AreaMoveRoom room = areaMoveRoom(plan.plan(), Id(area), Id(year));
        QVERIFY(room.up.isZero() && room.down.isZero());
        QCOMPARE(room.upLimit, AreaMoveRoom::Limit::NoKnownPounds);
        QVERIFY(!moveAreaMoney(plan.plan(), Id(area), Id(year), Money::fromPence(1)));
    }
}

// 2.5 and 2.5 again, but by id once no code says otherwise; and by id after equal codes.
void TestLedger::tiesWithoutCodes()
{
    for (const QString& code : {QString(), u"E09"_s}) {
        ExamplePlan plan = example(pounds(0, 10), halfAndQuarters);
        for (const QString& area : {u"a"_s, u"b"_s, u"c"_s})
            plan.set(u"area", area, {{u"code"_s, text(code)}});
        const Ledger ledger = ledgerOf(plan.plan());
        QCOMPARE(splitOf(plan.plan(), ledger, ledger.rows.first()), u"a 5, b 3, c 2, left 0"_s);
    }
}

void TestLedger::rowsFollowLinesAndYears()
{
    const Plan plan =
        example(pounds(2), {}, {{u"amount 2025-26"_s, pounds(1)}})
            .add(u"line", u"w"_s, {{u"scheme"_s, ref(u"s"_s)}, {u"amount 2025-26"_s, pounds(3)}})
            .plan();
    const Ledger ledger = ledgerOf(plan);
    QCOMPARE(ledger.rows.size(), 3);
    const QList<std::array<qint64, 3>> expected{{0, 0, 100}, {0, 1, 200}, {1, 0, 300}};
    for (qsizetype i = 0; i < 3; ++i) {
        const LedgerRow& row = ledger.rows.at(i);
        QCOMPARE((std::array<qint64, 3>{row.line, row.year, row.amount.pence()}), expected.at(i));
        QCOMPARE(row.scheme, 0);
        QCOMPARE(row.origin, LedgerRow::Origin::Typed);
    }
}

void TestLedger::alignedIsMarked()
{
    const Plan plan = example(pounds(2), {{u"fund"_s, ref(u"g"_s)}}).plan();
    QVERIFY(ledgerOf(plan).rows.first().aligned);
}

void TestLedger::statusOfARow()
{
    for (const auto& [id, status] :
         {std::pair{"", Status::Indicative}, std::pair{"indicative", Status::Indicative},
          std::pair{"confirmed", Status::Confirmed}, std::pair{"disputed", Status::Disputed}}) {
        const Plan plan =
            example(pounds(2), {},
                    {{u"status 2026-27"_s, chosen(id)}, {u"status 2025-26"_s, chosen("confirmed")}})
                .plan();
        QCOMPARE(ledgerOf(plan).rows.first().status, status);
    }
}

void TestLedger::lineWithoutMoneyOrScheme()
{
    QVERIFY(ledgerOf(example(Value(), {}).plan()).rows.isEmpty());
    QVERIFY(ledgerOf(example(pounds(1), {}, {{u"scheme"_s, Value()}}).plan()).rows.isEmpty());
    QVERIFY(ledgerOf(Plan()).rows.isEmpty());
    QCOMPARE(ledgerOf(example(Value(Money()), {}).plan()).rows.size(), 1); // nought is a figure
}

// VAT of £0.04 goes where its line's money goes: by halves and quarters 2, 1, 1.
void TestLedger::irrecoverableVatIsARow()
{
    const ExamplePlan plan =
        example(pounds(0, 10), halfAndQuarters,
                {{u"irrecoverableVat "_s + year, pounds(0, 4)}, {u"status "_s + year, text(u"confirmed"_s)}});
    const Ledger ledger = ledgerOf(plan.plan());
    QCOMPARE(ledger.rows.size(), 2);
    QCOMPARE(ledger.rows.at(0).origin, LedgerRow::Origin::Typed);
    const LedgerRow& vat = ledger.rows.at(1);
    QCOMPARE(vat.origin, LedgerRow::Origin::Vat);
    QCOMPARE(vat.line, ledger.rows.at(0).line);
    QCOMPARE(vat.amount, Money::fromPence(4));
    QCOMPARE(vat.status, Status::Confirmed);
    QCOMPARE(splitOf(plan.plan(), ledger, vat), u"a 2, b 1, c 1, left 0"_s);
}

void TestLedger::vatOnKnownPoundsIsNotSplit()
{
    const ExamplePlan plan =
        example(pounds(0, 10), {{u"areaBasis"_s, text(u"pounds"_s)}},
                {{u"areaAmount 2026-27/a"_s, pounds(0, 9)}, {u"irrecoverableVat "_s + year, pounds(0, 4)}});
    const Ledger ledger = ledgerOf(plan.plan());
    QCOMPARE(ledger.rows.size(), 2);
    QCOMPARE(splitOf(plan.plan(), ledger, ledger.rows.at(0)), u"a 9, left 1"_s);
    QCOMPARE(splitOf(plan.plan(), ledger, ledger.rows.at(1)), u"left 4"_s);
}

void TestLedger::partsAddUp()
{
    int split = 0;
    for (quint64 seed = 100; seed < 160; ++seed) {
        Seeded seeded(seed);
        const Plan plan = randomMoney(seeded);
        const Ledger ledger = ledgerOf(plan);
        qsizetype parts = 0;
        for (const LedgerRow& row : ledger.rows) {
            QCOMPARE(row.firstPart, parts); // each part belongs to one row
            parts += row.partCount;
            qint64 sum = row.notSplit.pence();
            for (const AreaPart& part : ledger.partsOf(row))
                sum += part.amount.pence();
            QCOMPARE(sum, row.amount.pence());
            QCOMPARE(row.amount, plan.lines[row.line].amount.value(Key{plan.years[row.year].id, {}}));
            if (row.problem != SplitProblem::None)
                QCOMPARE(row.partCount, 0);
            split += row.partCount > 1 ? 1 : 0;
        }
        QCOMPARE(parts, ledger.parts.size());
    }
    QVERIFY(split > 200);
}

void TestLedger::orderOfRowsMovesNoMoney()
{
    for (quint64 seed = 200; seed < 260; ++seed) {
        Seeded seeded(seed);
        const Plan plan = randomMoney(seeded);
        const QMap<QString, qint64> money = moneyByIds(plan, ledgerOf(plan));
        for (int i = 0; i < 3; ++i) {
            const Plan other = shuffled(plan, seeded);
            QCOMPARE(moneyByIds(other, ledgerOf(other)), money);
        }
    }
}

QTEST_APPLESS_MAIN(TestLedger)
#include "test_ledger.moc"
