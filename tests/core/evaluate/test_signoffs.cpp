// Where the signatures of a year stand, and what changed since somebody signed. The case of the sample is that of
// design/calderbourne.md; all others are derived by hand, as said beside them.
#include "core/committee/heldsteps.h"
#include "core/evaluate/signoffs.h"
#include "core/rules/governancechecks.h"
#include "tests/support/committeeplan.h"
#include "tests/support/seeded.h"

#include <QJsonArray>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestSignOffs : public QObject
{
    Q_OBJECT

    static Value choice(QLatin1StringView value) { return Value(QString(value)); }
    // A rulebook under which the council's chief executive cannot delegate and the chair of the board can.
    static std::pair<Plan, Shelf> underRulebook(const Plan& plan)
    {
        auto rulebook = std::make_shared<Rulebook>();
        RulebookCheck check;
        check.function = governanceCheck::signatures;
        check.parameters[u"signatories"_s] = QJsonArray{
            QJsonObject{{u"organisation"_s, u"council"_s}, {u"role"_s, u"chiefExecutive"_s}},
            QJsonObject{{u"organisation"_s, QString()}, {u"role"_s, u"chair"_s}, {u"delegable"_s, true}}};
        rulebook->checks.append(check);
        Shelf shelf;
        shelf.rulebooks.insert(u"hash"_s, rulebook);
        return {with(plan, FinancialYear::type, u"2026-27"_s,
                     {{u"rulebook"_s, text(u"test"_s)}, {u"rulebookHash"_s, text(u"hash"_s)}}),
                shelf};
    }
    static Plan frozenAndSigned()
    {
        Plan plan =
            after(committeePlan(), recordVersion(committeePlan(), Id(u"2026-27"_s), QDate(2026, 2, 27), {},
                                                 {"p", "e", {}}, {}, countedIds(u"version-"_s)));
        for (const auto& [who, day] :
             std::initializer_list<std::pair<QString, int>>{{u"sign-council"_s, 2}, {u"sign-fenwold"_s, 3}})
            plan = after(plan, recordSignature(plan, {},
                                               {Id(who),
                                                Id(u"version-1"_s),
                                                QDate(2026, 3, day),
                                                {},
                                                signatoryRole::chiefExecutive,
                                                {},
                                                {}},
                                               countedIds(u"by-"_s + who)));
        return plan;
    }
    static QStringList pounds(const ChangedSince& changed)
    {
        constexpr const char* kinds[] = {"spend", "contribution", "minimum"};
        QStringList rows;
        for (const PoundsChanged& one : changed.pounds)
            rows.append(QString::fromLatin1(kinds[static_cast<int>(one.what)]) + u' ' + one.subject.text() +
                        u' ' + one.year + u' ' + formatChange(one.after - one.before));
        return rows;
    }
    static QStringList lines(const PoundsChanged& pounds)
    {
        QStringList rows;
        for (const LineChanged& line : pounds.lines)
            rows.append(line.line.text() + (line.vat ? u" VAT "_s : u" "_s) + formatMoney(line.before) +
                        u" to "_s + formatMoney(line.after));
        return rows;
    }
    // Two lines of one scheme: the NHS minimum's £4,200,000.00 and £500,000.00 of council money.
    static Plan twoLines()
    {
        return with(committeePlan(), Line::type, u"reablement-council"_s,
                    {{u"scheme"_s, ref(u"s-reablement"_s)},
                     {u"name"_s, text(u"Reablement, council"_s)},
                     {u"source"_s, text(u"LA_ADD"_s)},
                     {u"areaOfSpend"_s, text(u"Social Care"_s)},
                     {u"amount 2026-27"_s, placewright::pounds(500'000)}});
    }
    static Plan millionMoved()
    {
        const Plan less = with(twoLines(), Line::type, u"reablement"_s,
                               {{u"amount 2026-27"_s, placewright::pounds(3'200'000)}});
        return with(less, Line::type, u"reablement-council"_s,
                    {{u"amount 2026-27"_s, placewright::pounds(1'500'000)}});
    }
    static Plan editedAtRandom(const Plan& plan, Seeded& random);
    static QHash<QString, std::pair<Value, Value>> cellsThatDiffer(const Plan& from, const Plan& to);
    static QStringList others(const ChangedSince& changed)
    {
        QStringList rows;
        for (const Change& change : changed.others)
            rows.append(change.entity + u' ' + change.id.text() + u' ' + change.field);
        return rows;
    }

private slots:
    void twoOfFive();
    void theLastSignatureCounts();
    void rulebookSaysWhoMayDelegate();
    void nothingChanged();
    void sinceTheSampleWasSigned();
    void onlyOneOfTheTwoHasIt();
    void orderAndFunds();
    void movedWithinAScheme();
    void movedWithinAFund();
    void otherCells();
    void amountsThatArePoundsOfNothing();
    void anotherOrder();
    void committeeIsLeftOut();
    void sumsAreExact();
    void everyCellIsToldOnce();
};

void TestSignOffs::twoOfFive()
{
    const Plan plan = frozenAndSigned();
    QStringList states;
    for (const SignOffState& state : signOffsOf(plan, {}, Id(u"2026-27"_s)))
        states.append(state.signatory.text() +
                      (state.signature ? u' ' + state.signature->on.toString(Qt::ISODate) + u" version "_s +
                                             QString::number(*state.version->number)
                                       : u" open"_s));
    QCOMPARE(states,
             (QStringList{u"sign-council 2026-03-02 version 1"_s, u"sign-151 open"_s, u"sign-ashmoor open"_s,
                          u"sign-fenwold 2026-03-03 version 1"_s, u"sign-hwb open"_s}));
    QVERIFY(signOffsOf(plan, {}, Id(u"2027-28"_s)).isEmpty());
}

void TestSignOffs::theLastSignatureCounts()
{
    Plan plan = frozenAndSigned();
    plan = after(plan, recordVersion(plan, Id(u"2026-27"_s), QDate(2026, 3, 20), {}, {"p2", "e2", {}}, {},
                                     countedIds(u"second-"_s)));
    plan = after(plan, recordSignature(plan, {},
                                       {Id(u"sign-council"_s),
                                        Id(u"second-1"_s),
                                        QDate(2026, 3, 25),
                                        {},
                                        signatoryRole::chiefExecutive,
                                        {},
                                        {}},
                                       countedIds(u"again-"_s)));
    const QList<SignOffState> states = signOffsOf(plan, {}, Id(u"2026-27"_s));
    QCOMPARE(states.first().version->number, std::optional<qint64>(2));
    QCOMPARE(states.first().signature->on, QDate(2026, 3, 25));
    QCOMPARE(plan.signOffs.size(), 3); // the first one stands as it was
}

void TestSignOffs::rulebookSaysWhoMayDelegate()
{
    Plan plan = committeePlan();
    for (const QString& id : {u"sign-council"_s, u"sign-151"_s})
        plan = with(plan, Signatory::type, id, {{u"delegable"_s, Value::flag(true)}});
    const auto mayDelegate = [](const Plan& of, const Shelf& shelf) {
        QStringList names;
        for (const SignOffState& state : signOffsOf(of, shelf, Id(u"2026-27"_s)))
            if (state.mayDelegate)
                names.append(state.signatory.text());
        return names;
    };
    QCOMPARE(mayDelegate(plan, {}), (QStringList{u"sign-council"_s, u"sign-151"_s}));
    // The rulebook's word counts for the two that it names; the section 151 officer's row stands for itself.
    const auto [under, shelf] = underRulebook(plan);
    QCOMPARE(mayDelegate(under, shelf), (QStringList{u"sign-151"_s, u"sign-hwb"_s}));
    const Plan frozen = after(under, recordVersion(under, Id(u"2026-27"_s), QDate(2026, 2, 27), {},
                                                   {"p", "e", {}}, {}, countedIds(u"version-"_s)));
    const auto signedBy = [&, held = shelf](const QString& who, QLatin1StringView capacity) {
        return recordSignature(frozen, held,
                               {Id(who),
                                Id(u"version-1"_s),
                                QDate(2026, 3, 2),
                                Id(u"p-osei"_s),
                                capacity,
                                u"letter"_s,
                                {}},
                               countedIds(u"s"_s))
            .ok();
    };
    QVERIFY(!signedBy(u"sign-council"_s, signatoryRole::chiefExecutive));
    QVERIFY(signedBy(u"sign-151"_s, signatoryRole::section151));
    QVERIFY(signedBy(u"sign-hwb"_s, signatoryRole::chair));
    QVERIFY(!signedBy(u"sign-ashmoor"_s, signatoryRole::chiefExecutive));
}

void TestSignOffs::nothingChanged()
{
    const ChangedSince none = changedSince(committeePlan(), committeePlan(), {});
    QVERIFY(none.pounds.isEmpty());
    QVERIFY(none.others.isEmpty());
    QVERIFY(none.spend.isZero() && none.contributions.isZero() && none.minimums.isZero());
}

// Signed on 2 March at a minimum of £11,250,000.00; since then £262,000.00 more of it, and £10,000.00 for the handyperson service.
void TestSignOffs::sinceTheSampleWasSigned()
{
    const Plan signedPlan = with(committeePlan(), Minimum::type, u"min"_s,
                                 {{u"year"_s, ref(u"2026-27"_s)},
                                  {u"kind"_s, text(u"ASC_SPEND"_s)},
                                  {u"amount"_s, placewright::pounds(11'250'000)}});
    Plan base = with(signedPlan, Minimum::type, u"min"_s, {{u"amount"_s, placewright::pounds(11'512'000)}});
    base = with(base, Line::type, u"handy"_s, {{u"amount 2026-27"_s, placewright::pounds(160'000)}});
    const ChangedSince changed = changedSince(signedPlan, base, {});
    QCOMPARE(pounds(changed),
             (QStringList{u"spend s-handy 2026-27 +£10,000.00"_s, u"minimum min 2026-27 +£262,000.00"_s}));
    QCOMPARE(formatMoney(changed.pounds.first().before), u"£150,000.00"_s);
    QCOMPARE(formatMoney(changed.pounds.last().after), u"£11,512,000.00"_s);
    QCOMPARE(formatChange(changed.spend), u"+£10,000.00"_s);
    QCOMPARE(formatChange(changed.minimums), u"+£262,000.00"_s);
    QVERIFY(changed.contributions.isZero());
    QVERIFY(changed.others.isEmpty());
}

void TestSignOffs::onlyOneOfTheTwoHasIt()
{
    const Plan plan = committeePlan();
    const Plan less = without(without(plan, Scheme::type, u"s-fen"_s), Contribution::type, u"in-fenwold"_s);
    QCOMPARE(pounds(changedSince(plan, less, {})),
             (QStringList{u"spend s-fen 2026-27 −£400,000.00"_s,
                          u"contribution in-fenwold 2026-27 −£400,000.00"_s}));
    QCOMPARE(pounds(changedSince(less, plan, {})),
             (QStringList{u"spend s-fen 2026-27 +£400,000.00"_s,
                          u"contribution in-fenwold 2026-27 +£400,000.00"_s}));
    const Plan minimum = with(plan, Minimum::type, u"min"_s,
                              {{u"year"_s, ref(u"2027-28"_s)}, {u"amount"_s, placewright::pounds(5)}});
    QCOMPARE(pounds(changedSince(plan, minimum, {})), QStringList{u"minimum min 2027-28 +£5.00"_s});
    QCOMPARE(pounds(changedSince(minimum, plan, {})), QStringList{u"minimum min 2027-28 −£5.00"_s});
    QCOMPARE(others(changedSince(plan, minimum, {})),
             QStringList{u"minimum min "_s}); // that there is one now
    // Moved to another year: less in the one, more in the other.
    const Plan moved = with(minimum, Minimum::type, u"min"_s, {{u"year"_s, ref(u"2026-27"_s)}});
    QCOMPARE(pounds(changedSince(minimum, moved, {})),
             (QStringList{u"minimum min 2026-27 +£5.00"_s, u"minimum min 2027-28 −£5.00"_s}));
}

void TestSignOffs::orderAndFunds()
{
    const Plan plan = committeePlan();
    Plan base = with(plan, Line::type, u"wardens"_s, {{u"amount 2026-27"_s, placewright::pounds(300'001)}});
    base = with(base, Line::type, u"record"_s,
                {{u"amount 2027-28"_s, placewright::pounds(7)},
                 {u"irrecoverableVat 2026-27"_s, placewright::pounds(3)}});
    base =
        with(base, Contribution::type, u"in-beside"_s, {{u"amount 2026-27"_s, placewright::pounds(300'001)}});
    // Two contributions of one fund that balance leave the fund as it was, and what each of the two partners pays has changed.
    base = with(base, Contribution::type, u"in-ashmoor"_s,
                {{u"amount 2026-27"_s, placewright::pounds(11'000'100)}});
    base = with(base, Contribution::type, u"in-fenwold"_s,
                {{u"amount 2026-27"_s, placewright::pounds(399'900)}});
    const ChangedSince changed = changedSince(plan, base, {});
    QCOMPARE(pounds(changed),
             (QStringList{u"spend s-record 2026-27 +£3.00"_s, u"spend s-record 2027-28 +£7.00"_s,
                          u"spend s-wardens 2026-27 +£1.00"_s, u"contribution in-ashmoor 2026-27 +£100.00"_s,
                          u"contribution in-fenwold 2026-27 −£100.00"_s,
                          u"contribution in-beside 2026-27 +£1.00"_s}));
    QCOMPARE(formatChange(changed.spend), u"+£11.00"_s); // aligned money too
    QCOMPARE(formatChange(changed.contributions), u"+£1.00"_s);
}

// £1,000,000.00 from the NHS minimum to the council's grant, in one scheme: the scheme has what it had, and other money.
void TestSignOffs::movedWithinAScheme()
{
    const ChangedSince changed = changedSince(twoLines(), millionMoved(), {});
    QCOMPARE(pounds(changed), QStringList{u"spend s-reablement 2026-27 £0.00"_s});
    const PoundsChanged& scheme = changed.pounds.first();
    QCOMPARE(scheme.before, Money::fromPounds(4'700'000));
    QCOMPARE(scheme.after, Money::fromPounds(4'700'000));
    QCOMPARE(lines(scheme), (QStringList{u"reablement £4,200,000.00 to £3,200,000.00"_s,
                                         u"reablement-council £500,000.00 to £1,500,000.00"_s}));
    QCOMPARE(scheme.increases(), Money::fromPounds(1'000'000));
    QCOMPARE(scheme.decreases(), Money::fromPounds(1'000'000));
    QVERIFY(changed.spend.isZero());
    QVERIFY(changed.others.isEmpty());
    // From the amount to the VAT of the same line.
    const Plan vat = with(twoLines(), Line::type, u"reablement"_s,
                          {{u"amount 2026-27"_s, placewright::pounds(4'000'000)},
                           {u"irrecoverableVat 2026-27"_s, placewright::pounds(200'000)}});
    const ChangedSince taxed = changedSince(twoLines(), vat, {});
    QCOMPARE(taxed.pounds.size(), 1);
    QCOMPARE(lines(taxed.pounds.first()), (QStringList{u"reablement £4,200,000.00 to £4,000,000.00"_s,
                                                       u"reablement VAT £0.00 to £200,000.00"_s}));
    // Another source of the same pounds is a cell.
    const Plan source = with(twoLines(), Line::type, u"reablement"_s, {{u"source"_s, text(u"LA_ADD"_s)}});
    const ChangedSince paidByOthers = changedSince(twoLines(), source, {});
    QVERIFY(paidByOthers.pounds.isEmpty());
    QCOMPARE(others(paidByOthers), QStringList{u"line reablement source"_s});
}

// £1,000,000.00 that Ashmoor no longer pays and the council does: the fund has what it had.
void TestSignOffs::movedWithinAFund()
{
    const Plan plan = committeePlan();
    Plan base = with(plan, Contribution::type, u"in-ashmoor"_s,
                     {{u"amount 2026-27"_s, placewright::pounds(10'000'000)}});
    base = with(base, Contribution::type, u"in-council"_s,
                {{u"amount 2026-27"_s, placewright::pounds(2'000'000)}});
    const ChangedSince changed = changedSince(plan, base, {});
    QCOMPARE(pounds(changed), (QStringList{u"contribution in-ashmoor 2026-27 −£1,000,000.00"_s,
                                           u"contribution in-council 2026-27 +£1,000,000.00"_s}));
    QVERIFY(changed.contributions.isZero());
    QVERIFY(changed.others.isEmpty());
    // The same contribution paid by another partner: less of the one, more of the other.
    const Plan other = with(plan, Contribution::type, u"in-council"_s, {{u"partner"_s, ref(u"fenwold"_s)}});
    const ChangedSince paidByOther = changedSince(plan, other, {});
    QStringList partners;
    for (const PoundsChanged& one : paidByOther.pounds)
        partners.append(one.partner.text() + u' ' + formatChange(one.after - one.before));
    partners.sort();
    QCOMPARE(partners, (QStringList{u"council −£1,000,000.00"_s, u"fenwold +£1,000,000.00"_s}));
    QVERIFY(paidByOther.contributions.isZero());
    QCOMPARE(others(paidByOther), QStringList{u"contribution in-council partner"_s});
}

// Typed amounts that the Ledger does not have, and nothing that became nought, are cells.
void TestSignOffs::amountsThatArePoundsOfNothing()
{
    const Plan plan = committeePlan();
    const Plan nought = with(plan, Line::type, u"handy"_s, {{u"amount 2027-28"_s, placewright::pounds(0)}});
    QVERIFY(changedSince(plan, nought, {}).pounds.isEmpty());
    QCOMPARE(others(changedSince(plan, nought, {})), QStringList{u"line handy amount"_s});
    const Plan unknown =
        with(plan, Minimum::type, u"min"_s, {{u"year"_s, ref(u"2026-27"_s)}, {u"kind"_s, text(u"K"_s)}});
    const Plan known = with(unknown, Minimum::type, u"min"_s, {{u"amount"_s, placewright::pounds(0)}});
    QCOMPARE(others(changedSince(unknown, known, {})), QStringList{u"minimum min amount"_s});
    // A line that pays a contract has no amount of its own.
    Plan paid = with(plan, Contract::type, u"contract"_s, {{u"name"_s, text(u"A contract"_s)}});
    paid = with(paid, Line::type, u"handy"_s, {{u"contract"_s, ref(u"contract"_s)}});
    const Plan typed = with(paid, Line::type, u"handy"_s, {{u"amount 2026-27"_s, placewright::pounds(9)}});
    QVERIFY(changedSince(paid, typed, {}).pounds.isEmpty());
    QCOMPARE(others(changedSince(paid, typed, {})), QStringList{u"line handy amount"_s});
}

// A line that was taken out and put back at the end with another source: not removed and added, and its source is told.
void TestSignOffs::anotherOrder()
{
    const Plan plan = committeePlan();
    Plan base = without(plan, Line::type, u"discharge"_s);
    base = with(base, Line::type, u"discharge"_s,
                {{u"scheme"_s, ref(u"s-discharge"_s)},
                 {u"name"_s, text(u"Ward-based discharge team"_s)},
                 {u"source"_s, text(u"LA_ADD"_s)},
                 {u"payer"_s, ref(u"ashmoor"_s)},
                 {u"areaOfSpend"_s, text(u"Acute"_s)},
                 {u"provider"_s, text(u"NHS Community Provider"_s)},
                 {u"note"_s, text(u"Put back"_s)},
                 {u"amount 2026-27"_s, placewright::pounds(2'070'001)}});
    const ChangedSince changed = changedSince(plan, base, {});
    QCOMPARE(pounds(changed), QStringList{u"spend s-discharge 2026-27 +£1.00"_s});
    QStringList told = others(changed);
    told.sort();
    QCOMPARE(told, (QStringList{u"line discharge note"_s, u"line discharge source"_s}));
    QCOMPARE(changed.reordered, QStringList{u"line"_s});
}

void TestSignOffs::otherCells()
{
    const Plan plan = committeePlan();
    Plan base =
        with(plan, Line::type, u"handy"_s,
             {{u"provider"_s, text(u"Private Sector"_s)}, {u"amount 2026-27"_s, placewright::pounds(1)}});
    base = with(base, Contribution::type, u"in-council"_s, {{u"note"_s, text(u"agreed"_s)}});
    base = with(base, Line::type, u"new"_s,
                {{u"scheme"_s, ref(u"s-handy"_s)}, {u"amount 2026-27"_s, placewright::pounds(2)}});
    QCOMPARE(others(changedSince(plan, base, {})),
             (QStringList{u"line new "_s, u"contribution in-council note"_s, u"line handy provider"_s}));
}

// Votes, outcomes, members, limits and scenarios are nothing that a signatory signed.
void TestSignOffs::committeeIsLeftOut()
{
    const Plan plan = committeePlan();
    Plan base = frozenAndSigned();
    base = after(base, recordVotes(base, Id(u"optionB"_s), votesOnOptionB(), countedIds(u"v"_s)));
    base = after(base, recordOutcome(base, {}, Id(u"optionB"_s), meetingDay(), {}, {}, countedIds(u"o"_s)));
    base = with(base, Delegation::type, u"limit-council"_s, {{u"perYear"_s, placewright::pounds(1)}});
    base = without(base, Delegation::type, u"limit-ashmoor"_s);
    base = with(base, Scenario::type, u"sc"_s, {{u"name"_s, text(u"B"_s)}});
    const ChangedSince changed = changedSince(plan, base, {});
    QVERIFY(changed.pounds.isEmpty());
    QVERIFY(changed.others.isEmpty());
}

// The parts are the whole: against the two Ledgers, whatever was edited.
void TestSignOffs::sumsAreExact()
{
    Seeded random(20260302);
    const Plan plan = committeePlan();
    const auto spent = [](const Plan& of) {
        Money sum;
        for (const LedgerRow& row : makeLedger(of, {}).rows)
            sum += row.amount;
        return sum;
    };
    const auto paidIn = [](const Plan& of) {
        Money sum;
        for (const Contribution& contribution : of.contributions)
            for (const Money amount : contribution.amount)
                sum += amount;
        return sum;
    };
    for (int run = 0; run < 200; ++run) {
        Plan base = plan;
        for (qint64 edits = random.between(1, 8); edits > 0; --edits) {
            const QString year = random.between(0, 1) ? u"2026-27"_s : u"2027-28"_s;
            const Value amount(Money::fromPence(random.either(30)));
            const QString line = plan.lines[random.between(0, plan.lines.size() - 1)].id.text();
            const QString source =
                plan.contributions[random.between(0, plan.contributions.size() - 1)].id.text();
            switch (random.between(0, 3)) {
            case 0:
                base = without(base, Line::type, line);
                break;
            case 1:
                base = with(base, Contribution::type, source,
                            {{u"fund"_s, ref(u"pool"_s)}, {u"amount "_s + year, amount}});
                break;
            default:
                base = with(base, Line::type, line,
                            {{u"scheme"_s, ref(u"s-"_s + line)}, {u"amount "_s + year, amount}});
            }
        }
        const ChangedSince changed = changedSince(plan, base, {});
        QCOMPARE(changed.spend, spent(base) - spent(plan));
        QCOMPARE(changed.contributions, paidIn(base) - paidIn(plan));
        Money parts;
        for (const PoundsChanged& one : changed.pounds) {
            QVERIFY(one.before != one.after || one.lines.size() > 1);
            if (one.what == PoundsChanged::What::Spend)
                QCOMPARE(one.increases() - one.decreases(), one.after - one.before);
            parts += one.after - one.before;
        }
        QCOMPARE(parts, changed.spend + changed.contributions + changed.minimums);
    }
}

// A few edits that often leave the sums as they were: pounds from line to line and partner to partner, sources, schemes, order.
Plan TestSignOffs::editedAtRandom(const Plan& plan, Seeded& random)
{
    Plan base = plan;
    const auto one = [&](const auto& rows) { return rows[random.between(0, rows.size() - 1)].id.text(); };
    const auto cell = [&](const EntityType& type, const QString& id, QLatin1StringView field) {
        return base.value(type.id, Id(id), field, Key{Id(u"2026-27"_s), {}}).money().value_or(Money());
    };
    const auto move = [&](const EntityType& type, const QString& from, const QString& to,
                          QLatin1StringView field) {
        const Money moved = Money::fromPounds(random.between(0, 3));
        const QString column = field + u" 2026-27"_s;
        base = with(base, type, from, {{column, Value(cell(type, from, field) - moved)}});
        base = with(base, type, to, {{column, Value(cell(type, to, field) + moved)}});
    };
    for (qint64 edits = random.between(1, 6); edits > 0; --edits) {
        const QString line = one(base.lines);
        const QString in = one(base.contributions);
        switch (random.between(0, 10)) {
        case 0:
        case 1:
            move(Line::type, line, one(base.lines), "amount"_L1);
            break;
        case 2:
            move(Line::type, line, line, "irrecoverableVat"_L1);
            base = with(base, Line::type, line, {{u"irrecoverableVat 2027-28"_s, placewright::pounds(1)}});
            break;
        case 3:
            move(Contribution::type, in, one(base.contributions), "amount"_L1);
            break;
        case 4:
            base = with(base, Line::type, line, {{u"scheme"_s, ref(one(base.schemes))}});
            break;
        case 5:
            base = with(base, Line::type, line,
                        {{u"source"_s, text(random.between(0, 1) ? u"LA_ADD"_s : u"NHS_MIN"_s)},
                         {u"amount 2027-28"_s, placewright::pounds(random.between(0, 1))}});
            break;
        case 6:
            base = with(base, Contribution::type, in,
                        {{u"partner"_s, ref(one(base.partners))}, {u"fund"_s, ref(one(base.funds))}});
            break;
        case 7:
            base = with(base, Minimum::type, u"min"_s,
                        {{u"amount"_s, placewright::pounds(random.between(0, 2))},
                         {u"year"_s, ref(one(base.years))}});
            break;
        case 8: { // put back at the end, with less
            base = without(base, Line::type, line);
            base =
                with(base, Line::type, line,
                     {{u"scheme"_s, ref(one(base.schemes))}, {u"amount 2026-27"_s, placewright::pounds(7)}});
            break;
        }
        case 9:
            base = with(base, Line::type, line,
                        {{u"contract"_s, random.between(0, 1) ? ref(u"contract"_s) : Value()}});
            break;
        default:
            base = random.between(0, 1)
                       ? without(base, Line::type, line)
                       : with(base, Line::type, u"more-"_s + line,
                              {{u"scheme"_s, ref(one(base.schemes))},
                               {u"amount 2026-27"_s, placewright::pounds(random.between(0, 2))}});
        }
    }
    return base;
}

// By "entity id field year area", of what stands in both plans; by "entity id" of what only one has.
QHash<QString, std::pair<Value, Value>> TestSignOffs::cellsThatDiffer(const Plan& from, const Plan& to)
{
    QHash<QString, std::pair<Value, Value>> cells;
    for (const EntityType* type : Plan::schema().types) {
        for (const auto& [plan, other] : {std::pair(&from, &to), std::pair(&to, &from)}) {
            const TableBase& rows = *plan->table(type->id);
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const QString name = type->id + u' ' + rows.idAt(i).text();
                if (!other->table(type->id)->contains(rows.idAt(i))) {
                    cells.insert(name, {});
                    continue;
                }
                for (const Cell& cell : recordOf(*type, rows.at(i))) {
                    const Value before = from.value(type->id, rows.idAt(i), cell.field, cell.key);
                    const Value after = to.value(type->id, rows.idAt(i), cell.field, cell.key);
                    if (before != after)
                        cells.insert(name + u' ' + cell.field + u' ' + cell.key.year.text() + u' ' +
                                         cell.key.area.text(),
                                     {before, after});
                }
            }
        }
    }
    return cells;
}

// Either the pounds say what the cell was and is, or it stands among the others, once; and nothing else stands there.
void TestSignOffs::everyCellIsToldOnce()
{
    Seeded random(20260304);
    Plan plan = with(twoLines(), Minimum::type, u"min"_s,
                     {{u"year"_s, ref(u"2026-27"_s)}, {u"kind"_s, text(u"ASC_SPEND"_s)}});
    plan = with(plan, Contract::type, u"contract"_s, {{u"name"_s, text(u"A contract"_s)}});
    const auto moneyIn = [](const Value& value) {
        return value.fits(ValueType::Money) ? value.money().value_or(Money()) : Money();
    };
    int inPounds = 0;
    int inOthers = 0;
    for (int run = 0; run < 300; ++run) {
        const Plan base = editedAtRandom(plan, random);
        const ChangedSince changed = changedSince(plan, base, {});
        QHash<QString, std::pair<Money, Money>> told;
        const auto tell = [&](const QString& cell, Money before, Money after) {
            told[cell].first += before;
            told[cell].second += after;
        };
        Money spend;
        for (const PoundsChanged& one : changed.pounds) {
            const QString year = u' ' + one.year + u' ';
            for (const LineChanged& line : one.lines) {
                QVERIFY(line.before != line.after);
                tell(u"line "_s + line.line.text() + (line.vat ? u" irrecoverableVat"_s : u" amount"_s) +
                         year,
                     line.before, line.after);
                spend += line.after - line.before;
            }
            if (one.what == PoundsChanged::What::Contribution)
                tell(u"contribution "_s + one.subject.text() + u" amount"_s + year, one.before, one.after);
            else if (one.what == PoundsChanged::What::Minimum)
                tell(u"minimum "_s + one.subject.text() + u" amount  "_s, one.before, one.after);
        }
        QCOMPARE(spend, changed.spend);
        QHash<QString, int> listed;
        for (const Change& change : changed.others)
            ++listed[change.entity + u' ' + change.id.text() +
                     (change.op == Change::Op::Set ? u' ' + change.field + u' ' + change.key.year.text() +
                                                         u' ' + change.key.area.text()
                                                   : QString())];
        const auto cells = cellsThatDiffer(plan, base);
        qsizetype among = 0;
        for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
            const Money before = moneyIn(cell->first);
            const Money after = moneyIn(cell->second);
            const bool asPounds = before != after && told.contains(cell.key()) &&
                                  told.value(cell.key()) == std::pair(before, after);
            QVERIFY2((listed.value(cell.key()) == 1) != asPounds && listed.value(cell.key()) <= 1,
                     qPrintable(cell.key()));
            ++(asPounds ? inPounds : inOthers);
            among += asPounds ? 0 : 1;
        }
        QCOMPARE(changed.others.size(), among);
    }
    QVERIFY(inPounds > 300 && inOthers > 300);
}

QTEST_GUILESS_MAIN(TestSignOffs)
#include "test_signoffs.moc"
