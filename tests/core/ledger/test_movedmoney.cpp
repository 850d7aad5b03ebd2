// How much money moves between two plans, and whose. Expected values are derived by hand, as said beside them.
#include "core/ledger/movedmoney.h"
#include "tests/support/committeeplan.h"
#include "tests/support/contractplan.h"
#include "tests/support/seeded.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestMovedMoney : public QObject
{
    Q_OBJECT

    static Result<MoneyMoves> moves(const Plan& before, const Plan& after)
    {
        const Ledger was = makeLedger(before, {}, payContracts(before, {}));
        const Ledger now = makeLedger(after, {}, payContracts(after, {}));
        return movedMoney({before, was}, {after, now});
    }
    // "ashmoor 2026-27 Acute +0.00 -500,000.00"
    static QStringList rows(const Plan& before, const Plan& after)
    {
        const Result<MoneyMoves> found = moves(before, after);
        if (!found)
            return {found.error().text};
        QStringList rows;
        for (const MovedMoney& row : found->moved)
            rows.append((row.partner.isNull() ? u"nobody knows"_s : row.partner.text()) + u' ' + row.year +
                        u' ' + row.category + u" +"_s + formatAmount(row.increase) + u" -"_s +
                        formatAmount(row.decrease));
        return rows;
    }
    static Plan line(const Plan& plan, const QString& id, const ExamplePlan::Cells& cells)
    {
        return with(plan, Line::type, id, cells);
    }
    static Plan amount(const Plan& plan, const QString& id, qint64 to, const QString& year = u"2026-27"_s)
    {
        return line(plan, id, {{u"amount "_s + year, pounds(to)}});
    }
    static Plan paidIn(const Plan& plan, const QString& id, qint64 to)
    {
        return with(plan, Contribution::type, id, {{u"amount 2026-27"_s, pounds(to)}});
    }

private slots:
    void nothing();
    void optionOfTheSample();
    void whoseMoney_data();
    void whoseMoney();
    void payersOfAFund();
    void linesThatComeAndGo();
    void linesThatGoElsewhere_data();
    void linesThatGoElsewhere();
    void vatIsPartOfALine();
    void alignedMoneyCounts();
    void contributions_data();
    void contributions();
    void contributionsThatGoElsewhere();
    void amountOfAContract();
    void unknownContracts();
    void reverseIsTheSameMoney();
};

void TestMovedMoney::nothing()
{
    const Plan plan = committeePlan();
    QCOMPARE(rows(plan, plan), QStringList());
    QCOMPARE(rows(plan, line(plan, u"handy"_s, {{u"note"_s, text(u"seen"_s)}})), QStringList());
    QCOMPARE(moves(plan, plan)->lines, QList<Id>());
}

// Option B: £500,000.00 and £192,000.00 of Ashmoor ICB's, £120,000.00 of the council's.
void TestMovedMoney::optionOfTheSample()
{
    const Plan plan = committeePlan();
    const Plan after = *planAfter(plan, Id(u"optionB"_s));
    QCOMPARE(rows(plan, after), (QStringList{u"ashmoor 2026-27 Acute +0.00 -500,000.00"_s,
                                             u"ashmoor 2026-27 Community Health +692,000.00 -192,000.00"_s,
                                             u"council 2026-27 Other +0.00 -120,000.00"_s,
                                             u"council 2026-27 Social Care +120,000.00 -0.00"_s}));
    QCOMPARE(formatMoney(movedAmount(moves(plan, after)->moved)), u"£812,000.00"_s);
    QCOMPARE(moves(plan, after)->lines.size(), 6);
}

void TestMovedMoney::whoseMoney_data()
{
    QTest::addColumn<QString>("payer"); // as the line names it
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("fund");
    QTest::addColumn<QString>("expected");
    QTest::newRow("named") << u"fenwold"_s << u"NHS_MIN"_s << u"pool"_s << u"fenwold"_s;
    QTest::newRow("named against its source") << u"ashmoor"_s << u"LA_ADD"_s << u"pool"_s << u"ashmoor"_s;
    QTest::newRow("the only one") << QString() << u"LA_ADD"_s << u"pool"_s << u"council"_s;
    QTest::newRow("two pay") << QString() << u"NHS_MIN"_s << u"pool"_s << QString();
    QTest::newRow("nobody pays") << QString() << u"DFG"_s << u"pool"_s << QString();
    QTest::newRow("nobody pays there") << QString() << u"NHS_MIN"_s << u"beside"_s << QString();
}

void TestMovedMoney::whoseMoney()
{
    QFETCH(QString, payer);
    QFETCH(QString, source);
    QFETCH(QString, fund);
    const Plan plan =
        line(committeePlan(), u"handy"_s, {{u"payer"_s, ref(payer)}, {u"source"_s, text(source)}});
    const Id year(u"2026-27"_s);
    QTEST(payerIn(plan, *plan.lines.find(Id(u"handy"_s)), Id(fund), year).text(), "expected");
}

void TestMovedMoney::payersOfAFund()
{
    const Plan plan = committeePlan();
    const Line& handy = *plan.lines.find(Id(u"handy"_s));
    const Id pool(u"pool"_s);
    // Nobody contributes in 2027-28 yet; then Fenwold ICB alone does, from that source.
    QVERIFY(payerIn(plan, handy, pool, Id(u"2027-28"_s)).isNull());
    const Plan later = with(plan, Contribution::type, u"in-late"_s,
                            {{u"fund"_s, ref(u"pool"_s)},
                             {u"partner"_s, ref(u"fenwold"_s)},
                             {u"source"_s, text(u"LA_ADD"_s)},
                             {u"amount 2027-28"_s, pounds(5)}});
    QCOMPARE(payerIn(later, handy, pool, Id(u"2027-28"_s)), Id(u"fenwold"_s));
    QCOMPARE(payerIn(later, handy, pool, Id(u"2026-27"_s)), Id(u"council"_s));
    // Two contributions of one partner are one payer; one of nobody is another.
    const Plan twice = with(plan, Contribution::type, u"in-more"_s,
                            {{u"fund"_s, ref(u"pool"_s)},
                             {u"partner"_s, ref(u"council"_s)},
                             {u"source"_s, text(u"LA_ADD"_s)},
                             {u"amount 2026-27"_s, pounds(5)}});
    QCOMPARE(payerIn(twice, handy, pool, Id(u"2026-27"_s)), Id(u"council"_s));
    const Plan nobody = with(twice, Contribution::type, u"in-more"_s, {{u"partner"_s, Value()}});
    QVERIFY(payerIn(nobody, handy, pool, Id(u"2026-27"_s)).isNull());
}

void TestMovedMoney::linesThatComeAndGo()
{
    const Plan plan = committeePlan();
    const Plan gone = without(plan, Line::type, u"handy"_s);
    QCOMPARE(rows(plan, gone), QStringList{u"council 2026-27 Social Care +0.00 -150,000.00"_s});
    QCOMPARE(rows(gone, plan), QStringList{u"council 2026-27 Social Care +150,000.00 -0.00"_s});
    // Another year is another row, and with no contribution in it nobody can tell whose.
    QCOMPARE(rows(plan, amount(amount(plan, u"handy"_s, 160'000), u"handy"_s, 20'000, u"2027-28"_s)),
             (QStringList{u"council 2026-27 Social Care +10,000.00 -0.00"_s,
                          u"nobody knows 2027-28 Social Care +20,000.00 -0.00"_s}));
    // An amount below nought goes the other way.
    QCOMPARE(rows(plan, amount(gone, u"wardens"_s, -300'000)),
             (QStringList{u"council 2026-27 Social Care +0.00 -750,000.00"_s}));
}

void TestMovedMoney::linesThatGoElsewhere_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<Value>("to");
    QTest::addColumn<QStringList>("expected");
    const QString stays = u"council 2026-27 Social Care +150,000.00 -150,000.00"_s;
    const QString leaves = u"council 2026-27 Social Care +0.00 -150,000.00"_s;
    QTest::newRow("payer") << u"payer"_s << ref(u"fenwold"_s)
                           << QStringList{leaves, u"fenwold 2026-27 Social Care +150,000.00 -0.00"_s};
    QTest::newRow("the same payer by name") << u"payer"_s << ref(u"council"_s) << QStringList();
    QTest::newRow("area of spend") << u"areaOfSpend"_s << text(u"Acute"_s)
                                   << QStringList{leaves, u"council 2026-27 Acute +150,000.00 -0.00"_s};
    QTest::newRow("source of two") << u"source"_s << text(u"NHS_MIN"_s)
                                   << QStringList{leaves,
                                                  u"nobody knows 2026-27 Social Care +150,000.00 -0.00"_s};
    QTest::newRow("scheme") << u"scheme"_s << ref(u"s-hazards"_s) << QStringList{stays};
    QTest::newRow("provider") << u"provider"_s << text(u"Private Sector"_s) << QStringList{stays};
    QTest::newRow("name") << u"name"_s << text(u"Odd jobs"_s) << QStringList();
}

void TestMovedMoney::linesThatGoElsewhere()
{
    QFETCH(QString, field);
    QFETCH(Value, to);
    const Plan plan = committeePlan();
    QTEST(rows(plan, line(plan, u"handy"_s, {{field, to}})), "expected");
}

void TestMovedMoney::vatIsPartOfALine()
{
    const Plan plan = committeePlan();
    const Plan vat = line(plan, u"handy"_s, {{u"irrecoverableVat 2026-27"_s, pounds(1'000, 50)}});
    QCOMPARE(rows(plan, vat), QStringList{u"council 2026-27 Social Care +1,000.50 -0.00"_s});
    // Less care and as much more VAT is the same money of the same line.
    QCOMPARE(rows(plan, line(vat, u"handy"_s, {{u"amount 2026-27"_s, pounds(148'999, 50)}})), QStringList());
}

void TestMovedMoney::alignedMoneyCounts()
{
    const Plan plan = committeePlan();
    QCOMPARE(rows(plan, amount(plan, u"wardens"_s, 310'000)),
             QStringList{u"council 2026-27 Social Care +10,000.00 -0.00"_s});
    // Into the pool: all of it moves.
    QCOMPARE(rows(plan, with(plan, Scheme::type, u"s-wardens"_s, {{u"fund"_s, ref(u"pool"_s)}})),
             QStringList{u"council 2026-27 Social Care +300,000.00 -300,000.00"_s});
}

void TestMovedMoney::contributions_data()
{
    QTest::addColumn<qint64>("contribution"); // 1,000,000 before
    QTest::addColumn<qint64>("handy");        // 150,000 before
    QTest::addColumn<qint64>("hazards");      // 240,000 before
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("as much as the line") << qint64(1'010'000) << qint64(160'000) << qint64(240'000)
                                         << QStringList{u"council 2026-27 Social Care +10,000.00 -0.00"_s};
    QTest::newRow("less than the line") << qint64(1'004'000) << qint64(160'000) << qint64(240'000)
                                        << QStringList{u"council 2026-27 Social Care +10,000.00 -0.00"_s};
    QTest::newRow("more than the line") << qint64(1'015'000) << qint64(160'000) << qint64(240'000)
                                        << QStringList{u"council 2026-27 Social Care +10,000.00 -0.00"_s,
                                                       u"council 2026-27  +5,000.00 -0.00"_s};
    QTest::newRow("alone") << qint64(1'010'000) << qint64(150'000) << qint64(240'000)
                           << QStringList{u"council 2026-27  +10,000.00 -0.00"_s};
    QTest::newRow("alone, less") << qint64(990'000) << qint64(150'000) << qint64(240'000)
                                 << QStringList{u"council 2026-27  +0.00 -10,000.00"_s};
    QTest::newRow("less, and a line more") << qint64(990'000) << qint64(160'000) << qint64(240'000)
                                           << QStringList{u"council 2026-27 Social Care +10,000.00 -0.00"_s,
                                                          u"council 2026-27  +0.00 -10,000.00"_s};
    QTest::newRow("between lines, and as much paid in")
        << qint64(1'010'000) << qint64(160'000) << qint64(230'000)
        << QStringList{u"council 2026-27 Social Care +10,000.00 -10,000.00"_s};
}

void TestMovedMoney::contributions()
{
    QFETCH(qint64, contribution);
    QFETCH(qint64, handy);
    QFETCH(qint64, hazards);
    const Plan plan = committeePlan();
    const Plan after =
        paidIn(amount(amount(plan, u"handy"_s, handy), u"hazards"_s, hazards), u"in-council"_s, contribution);
    QTEST(rows(plan, after), "expected");
}

void TestMovedMoney::contributionsThatGoElsewhere()
{
    const Plan plan = with(committeePlan(), Contribution::type, u"in-spare"_s,
                           {{u"fund"_s, ref(u"pool"_s)},
                            {u"partner"_s, ref(u"fenwold"_s)},
                            {u"source"_s, text(u"NHS_ADD"_s)},
                            {u"amount 2026-27"_s, pounds(50'000)}});
    QCOMPARE(rows(plan, without(plan, Contribution::type, u"in-spare"_s)),
             QStringList{u"fenwold 2026-27  +0.00 -50,000.00"_s});
    QCOMPARE(rows(plan, with(plan, Contribution::type, u"in-spare"_s, {{u"partner"_s, ref(u"ashmoor"_s)}})),
             (QStringList{u"ashmoor 2026-27  +50,000.00 -0.00"_s, u"fenwold 2026-27  +0.00 -50,000.00"_s}));
    QCOMPARE(rows(plan, with(plan, Contribution::type, u"in-spare"_s, {{u"fund"_s, ref(u"beside"_s)}})),
             QStringList{u"fenwold 2026-27  +50,000.00 -50,000.00"_s});
    QCOMPARE(rows(plan, with(plan, Contribution::type, u"in-spare"_s, {{u"source"_s, text(u"NHS_X"_s)}})),
             QStringList{u"fenwold 2026-27  +50,000.00 -50,000.00"_s});
    // A second partner that pays from a source leaves it unknown whose its lines are: all of them change hands.
    const Plan second = with(plan, Contribution::type, u"in-spare"_s, {{u"source"_s, text(u"LA_ADD"_s)}});
    QVERIFY(rows(plan, second).contains(u"nobody knows 2026-27 Other +140,000.00 -0.00"_s));
}

// The contract of the sample pays £7,756,304.43 a year: core/contract's own tests show it.
void TestMovedMoney::amountOfAContract()
{
    ContractPlan made = ContractPlan::calderbourne();
    made.add(Line::type, "l1",
             {{"scheme", {}, ContractPlan::ref("s03")},
              {"payer", {}, ContractPlan::ref("icb")},
              {"areaOfSpend", {}, ContractPlan::text("Community Health")}});
    const Plan before = made.plan();
    made.set(Line::type, "l1", "contract", {}, ContractPlan::ref("c"));
    QCOMPARE(rows(before, made.plan()), (QStringList{u"icb 2026-27 Community Health +7,756,304.43 -0.00"_s,
                                                     u"icb 2027-28 Community Health +7,756,304.43 -0.00"_s,
                                                     u"icb 2028-29 Community Health +7,756,304.43 -0.00"_s}));
    // £1,000.00 more of the base: 98% of it is at risk by 5%, and what is earned of that is for the contract's tests.
    const Plan paid = made.plan();
    made.version("base", ContractPlan::pounds(7'964'300));
    const Money more = movedAmount(moves(paid, made.plan())->moved);
    QVERIFY2(more > Money::fromPounds(2'790) && more < Money::fromPounds(3'000),
             qPrintable(formatMoney(more)));
    QCOMPARE(moves(paid, made.plan())->lines, QList<Id>{Id(u"l1"_s)});
}

void TestMovedMoney::unknownContracts()
{
    ContractPlan made = ContractPlan::calderbourne();
    made.add(Line::type, "l1",
             {{"scheme", {}, ContractPlan::ref("s03")},
              {"name", {}, ContractPlan::text("Teams")},
              {"contract", {}, ContractPlan::ref("c")}});
    const Plan known = made.plan();
    made.version("base", Value());
    const Plan unknown = made.plan();
    const QString refusal =
        u"Nobody can tell how much money this moves, since what the line “Teams” pays for its "
        "contract is not known. Complete the terms of the contract first."_s;
    QCOMPARE(rows(known, unknown), QStringList{refusal});
    QCOMPARE(rows(unknown, known), QStringList{refusal});
    QCOMPARE(rows(unknown, unknown), QStringList());
    made.set(Line::type, "l1", "contractShare", {}, ContractPlan::rate("50"));
    QCOMPARE(rows(unknown, made.plan()), QStringList{refusal});
    made.set(Line::type, "l1", "contractShare", {}, Value());
    made.version("atRisk", ContractPlan::rate("6")); // still not known, and another contract
    QCOMPARE(rows(unknown, made.plan()), QStringList{refusal});
}

// Whatever changes, going back moves the same money the other way, and the lines' balance is the difference of the Ledgers.
void TestMovedMoney::reverseIsTheSameMoney()
{
    Seeded random(20260312);
    const Plan plan = committeePlan();
    for (int run = 0; run < 300; ++run) {
        Plan after = plan;
        for (qint64 edits = random.between(1, 6); edits > 0; --edits) {
            const QString id = plan.lines[random.between(0, plan.lines.size() - 1)].id.text();
            switch (random.between(0, 3)) {
            case 0:
                after = line(after, id, {{u"areaOfSpend"_s, text(u"Acute"_s)}});
                break;
            case 1:
                after = line(after, id, {{u"payer"_s, ref(u"fenwold"_s)}});
                break;
            default:
                after =
                    line(after, id, {{u"amount 2026-27"_s, Value(Money::fromPence(random.magnitude(30)))}});
            }
        }
        const MoneyMoves there = *moves(plan, after);
        const MoneyMoves back = *moves(after, plan);
        const auto balance = [](const QList<MovedMoney>& rows) {
            Money sum;
            for (const MovedMoney& row : rows)
                sum += row.increase - row.decrease;
            return sum;
        };
        Money spent;
        for (const LedgerRow& row : makeLedger(after, {}).rows)
            spent += row.amount;
        for (const LedgerRow& row : makeLedger(plan, {}).rows)
            spent -= row.amount;
        QCOMPARE(balance(there.moved), spent);
        QCOMPARE(balance(back.moved), -spent);
        QCOMPARE(movedAmount(there.moved), movedAmount(back.moved));
    }
}

QTEST_GUILESS_MAIN(TestMovedMoney)
#include "test_movedmoney.moc"
