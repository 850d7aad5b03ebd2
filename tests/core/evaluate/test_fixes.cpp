// Nearest fixes: on the sample what calderbourne.md leads to, on the fixture of bcf-s75.md section 6.1 worked by hand.
#include "core/evaluate/fixes.h"
#include "core/plan/apply.h"
#include "tests/support/rulefixture.h"

using namespace rulefixture;

namespace {

const Key year24{Id(u"2024-25"_s), {}};

// "move 212000.00 from to margin breaks", as one text.
QString shown(const Fix& fix)
{
    constexpr const char* kinds[] = {"move", "lower", "raise", "contribution"};
    return u"%1 %2 %3>%4 %5 [%6]"_s.arg(QString::fromLatin1(kinds[static_cast<int>(fix.kind)]),
                                        moneyToPlain(fix.amount), fix.from.text(), fix.to.text(),
                                        plain(fix.marginAfter), fix.breaks.join(u' '));
}

} // namespace

class TestFixes : public QObject
{
    Q_OBJECT

private:
    QStringList fixesOf(const Plan& plan, const Shelf& shelf, QStringView rule)
    {
        const Evaluation evaluation = evaluate(plan, shelf);
        QStringList fixes;
        for (const Fix& fix : nearestFixes(plan, shelf, evaluation, *finding(evaluation.findings, rule)))
            fixes.append(shown(fix));
        return fixes;
    }

private slots:
    void sampleMovesTheShortfallFromTheWards();
    void lockedLinesAreLeftAlone();
    void poundsStayWithTheirPayer();
    void floorsCeilingsAndRingFencesHold();
    void overspendIsTakenFromTheLargestLines();
    void unplannedMoneyGoesToTheLargestLines();
    void contributionIsRaised();
    void whatBreaksIsSaid();
    void metUnknownAndCountedRulesHaveNone();
};

void TestFixes::sampleMovesTheShortfallFromTheWards()
{
    Loaded sample = load(bytesOf(u":/sample/calderbourne.json"_s));
    QCOMPARE(sample.error, QString());
    StepBuilder builder(sample.plan);
    builder.set(u"minimum", Id(u"minimum-2026-27-asc-spend"_s), u"amount", Value(pounds("11512000.00")));
    const Plan plan = builder.plan();
    const Evaluation evaluation = evaluate(plan, sample.shelf);
    const Finding* missed = nullptr;
    for (const Finding& found : evaluation.findings)
        if (found.rule == "BCF-04"_L1 && found.year == "2026-27"_L1)
            missed = &found;
    QVERIFY(missed);
    QCOMPARE(summary(*missed), u"fail 11512000.00 11300000.00 -212000.00"_s);

    const QList<Fix> fixes = nearestFixes(plan, sample.shelf, evaluation, *missed);
    QCOMPARE(fixes.size(), 3);
    QCOMPARE(shown(fixes.at(0)),
             u"move 212000.00 s06-ward-based-discharge-team>s01-reablement-teams 0.00 []"_s);
    QCOMPARE(shown(fixes.at(1)),
             u"move 212000.00 s06-discharge-lounge-therapy>s01-reablement-teams 0.00 []"_s);
    QCOMPARE(shown(fixes.at(2)), u"move 212000.00 s03-community-nursing>s01-reablement-teams 0.00 []"_s);
    QCOMPARE(fixes.at(0).lines, 2);

    Step step;
    step.changes = fixes.at(0).changes;
    const Applied applied = apply(plan, step);
    QVERIFY(applied.ok());
    const Key key{Id(u"2026-27"_s), {}};
    QCOMPARE(applied.plan.lines.find(fixes.at(0).from)->amount.value(key), pounds("1858000.00"));
    QCOMPARE(applied.plan.lines.find(fixes.at(0).to)->amount.value(key), pounds("4412000.00"));
}

void TestFixes::lockedLinesAreLeftAlone()
{
    const Loaded loaded = load(fixtureJson(u"2025-26"_s));
    QCOMPARE(fixesOf(loaded.plan, loaded.shelf, u"BCF-04"),
             (QStringList{u"move 212000.00 line4>line1 0.00 []"_s, u"move 212000.00 line2>line1 0.00 []"_s,
                          u"move 212000.00 line3>line1 0.00 []"_s}));
    StepBuilder builder(loaded.plan);
    builder.set(u"line", Id(u"line4"_s), u"locked", Value::flag(true));
    builder.set(u"scheme", Id(u"nursing"_s), u"locked", Value::flag(true));
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-04"),
             QStringList{u"move 212000.00 line3>line1 0.00 []"_s});
    builder.set(u"line", Id(u"line1"_s), u"locked", Value::flag(true));
    QVERIFY(fixesOf(builder.plan(), loaded.shelf, u"BCF-04").isEmpty());
}

void TestFixes::poundsStayWithTheirPayer()
{
    const Loaded loaded = load(fixtureJson(u"2025-26"_s));
    StepBuilder builder(loaded.plan);
    builder.set(u"line", Id(u"line1"_s), u"payer", Value(Id(u"icb"_s)));
    builder.set(u"line", Id(u"line3"_s), u"payer", Value(Id(u"icb"_s)));
    // One board pays: all is its money, named or not. With two, only what is named is.
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-04").size(), 3);
    builder.add(u"partner", Id(u"icb2"_s)).set(u"partner", Id(u"icb2"_s), u"kind", Value(u"icb"_s));
    builder.add(u"contribution", Id(u"pay2"_s))
        .set(u"contribution", Id(u"pay2"_s), u"fund", Value(Id(u"pool"_s)))
        .set(u"contribution", Id(u"pay2"_s), u"partner", Value(Id(u"icb2"_s)))
        .set(u"contribution", Id(u"pay2"_s), u"source", Value(u"NHS_MIN"_s))
        .set(u"contribution", Id(u"pay2"_s), u"amount", Key{Id(u"2025-26"_s), {}}, Value(pounds("1.00")));
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-04"),
             QStringList{u"move 212000.00 line3>line1 0.00 []"_s});
}

void TestFixes::floorsCeilingsAndRingFencesHold()
{
    // Line 4 (4,900,000) may give 211,999.99 only; so line 2 and 3 give.
    const Loaded loaded = load(fixtureJson(u"2025-26"_s));
    StepBuilder builder(loaded.plan);
    builder.set(u"scheme", Id(u"therapy"_s), u"floor", Value(pounds("4688000.01")));
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-04"),
             (QStringList{u"move 212000.00 line2>line1 0.00 []"_s, u"move 212000.00 line3>line1 0.00 []"_s}));
    builder.set(u"scheme", Id(u"reablement"_s), u"ceiling", Value(pounds("8311999.99")));
    QVERIFY(fixesOf(builder.plan(), loaded.shelf, u"BCF-04").isEmpty());

    // The rest of the DFG: line 5 may take it, a line of revenue may not, and with a ceiling nothing may.
    const Loaded old = load(fixtureJson(u"2024-25"_s));
    StepBuilder grant(old.plan);
    grant.set(u"line", Id(u"line5"_s), u"amount", year24, Value(pounds("1000000.00")));
    grant.add(u"line", Id(u"line7"_s))
        .set(u"line", Id(u"line7"_s), u"scheme", Value(Id(u"adaptations"_s)))
        .set(u"line", Id(u"line7"_s), u"source", Value(u"DFG"_s))
        .set(u"line", Id(u"line7"_s), u"spendKind", Value(u"revenue"_s))
        .set(u"line", Id(u"line7"_s), u"amount", year24, Value(pounds("999999.99")));
    QCOMPARE(fixesOf(grant.plan(), old.shelf, u"BCF-02"), QStringList{u"raise 0.01 >line5 0.00 []"_s});
    grant.set(u"scheme", Id(u"adaptations"_s), u"ceiling", Value(pounds("1999999.99")));
    QVERIFY(fixesOf(grant.plan(), old.shelf, u"BCF-02").isEmpty());
}

void TestFixes::overspendIsTakenFromTheLargestLines()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    builder.set(u"line", Id(u"line4"_s), u"amount", year24, Value(pounds("5000000.00")));
    // Line 1 may lose the 100,000 that it has above its own minimum; line 4 is as large as line 2.
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-01"),
             (QStringList{u"lower 100000.00 line1> 0.00 []"_s, u"lower 100000.00 line2> 0.00 []"_s,
                          u"lower 100000.00 line4> 0.00 []"_s}));

    // Two sources over: one line of each.
    builder.set(u"line", Id(u"line6"_s), u"amount", year24, Value(pounds("5000000.05")));
    const Evaluation evaluation = evaluate(builder.plan(), loaded.shelf);
    const QList<Fix> fixes =
        nearestFixes(builder.plan(), loaded.shelf, evaluation, *finding(evaluation.findings, u"BCF-01"));
    QVERIFY(!fixes.isEmpty());
    QCOMPARE(shown(fixes.at(0)), u"lower 100000.05 line1> 0.00 []"_s);
    QCOMPARE(fixes.at(0).lines, 2);
}

void TestFixes::unplannedMoneyGoesToTheLargestLines()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    builder.set(u"line", Id(u"line4"_s), u"amount", year24, Value(pounds("4800000.00")));
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-02"),
             (QStringList{u"raise 100000.00 >line1 0.00 []"_s, u"raise 100000.00 >line2 0.00 []"_s,
                          u"raise 100000.00 >line4 0.00 []"_s}));
}

void TestFixes::contributionIsRaised()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    builder.set(u"contribution", Id(u"payNhsMinimum"_s), u"amount", year24, Value(pounds("19900000.00")));
    builder.set(u"contribution", Id(u"payGrant"_s), u"amount", year24, Value(pounds("4999999.99")));
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-03"),
             QStringList{u"contribution 100000.00 payNhsMinimum> 0.00 []"_s});
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-07"),
             QStringList{u"contribution 0.01 payGrant> 0.00 []"_s});
}

void TestFixes::whatBreaksIsSaid()
{
    // Line 4 locked: what line 1 needs can come from line 2 or 3 only, and the out-of-hospital minimum has 100,000 to
    // spare. Of line 3 only 40 % counts there: 300,000 costs it 120,000; from line 2 it costs 300,000.
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    builder.set(u"minimum", Id(u"minimumSocialCare"_s), u"amount", Value(pounds("8400000.00")));
    builder.set(u"line", Id(u"line4"_s), u"locked", Value::flag(true));
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-04"),
             (QStringList{u"move 300000.00 line2>line1 0.00 [BCF-06]"_s,
                          u"move 300000.00 line3>line1 0.00 [BCF-06]"_s}));
    // With 200,000 to move line 3 breaks nothing and comes first.
    builder.set(u"minimum", Id(u"minimumSocialCare"_s), u"amount", Value(pounds("8300000.00")));
    QCOMPARE(fixesOf(builder.plan(), loaded.shelf, u"BCF-04"),
             (QStringList{u"move 200000.00 line3>line1 0.00 []"_s,
                          u"move 200000.00 line2>line1 0.00 [BCF-06]"_s}));
}

void TestFixes::metUnknownAndCountedRulesHaveNone()
{
    const Loaded loaded = load(fixtureJson(u"2025-26-old-grant"_s));
    StepBuilder builder(loaded.plan);
    builder.remove(u"minimum", Id(u"minimumNhs"_s));
    QVERIFY(fixesOf(builder.plan(), loaded.shelf, u"BCF-01").isEmpty());
    QVERIFY(fixesOf(builder.plan(), loaded.shelf, u"BCF-03").isEmpty());
    QVERIFY(
        fixesOf(builder.plan(), loaded.shelf, u"BCF-07").isEmpty()); // no contribution of that grant to raise
    QVERIFY(fixesOf(builder.plan(), loaded.shelf, u"BCF-13").isEmpty());
}

QTEST_GUILESS_MAIN(TestFixes)
#include "test_fixes.moc"
