// Findings and fixes in words. The sample's are those of the mockups.
#include "core/words/findingwords.h"
#include "tests/support/rulefixture.h"

using namespace rulefixture;

class TestFindingWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sampleTitles();
    void missedMinimum();
    void metRules();
    void fixes();
    void unknownNamesWhatIsMissing();
    void notApplicableSaysWhy();
    void warningsAndCounts();
    void figures();

private:
    const Rulebook& rules(const Loaded& loaded) const
    {
        return *loaded.shelf.rulebookOf(*(loaded.plan.years.end() - 1));
    }

    Loaded m_sample;
    QList<Finding> m_findings; // of 2026-27
};

void TestFindingWords::initTestCase()
{
    m_sample = load(bytesOf(u":/sample/calderbourne.json"_s));
    QCOMPARE(m_sample.error, QString());
    StepBuilder builder(m_sample.plan);
    builder.set(u"minimum", Id(u"minimum-2026-27-asc-spend"_s), u"amount", Value(pounds("11512000.00")));
    m_sample.plan = builder.plan();
    for (const Finding& found : evaluate(m_sample.plan, m_sample.shelf).findings)
        if (found.year == "2026-27"_L1)
            m_findings.append(found);
}

void TestFindingWords::sampleTitles()
{
    QStringList titles;
    for (const Finding& found : m_findings)
        titles.append(conditionTitle(found, m_sample.plan, rules(m_sample)));
    QCOMPARE(titles, (QStringList{u"No source overspends its income"_s,
                                  u"Every minimum is planned in full"_s,
                                  u"NHS minimum pooled: Ashmoor ICB"_s,
                                  u"NHS minimum pooled: Fenwold ICB"_s,
                                  u"Social care minimum"_s,
                                  u"LA Better Care Grant pooled in full"_s,
                                  u"DFG on housing and adaptations"_s,
                                  u"DFG passed to the districts"_s,
                                  u"District grants add up to the DFG"_s,
                                  u"Every choice is in this year’s lists"_s,
                                  u"Everybody who must sign has signed"_s,
                                  u"Approval by the Health and Wellbeing Board"_s,
                                  u"Agreements say what regulation 7 asks"_s,
                                  u"One host and one pool manager"_s,
                                  u"Contributions are those agreed"_s,
                                  u"Every pool says who bears the risk"_s,
                                  u"No excluded function in scope"_s,
                                  u"Consulted before the start"_s,
                                  u"Agreements signed by the national date"_s,
                                  u"Pool manager’s quarterly reports sent"_s,
                                  u"VAT route settled for every scheme"_s,
                                  u"Every decision taken by a quorum"_s}));
}

void TestFindingWords::missedMinimum()
{
    const Finding found = *finding(m_findings, u"BCF-04");
    QCOMPARE(statusWord(found), u"Missed"_s);
    QCOMPARE(stripTitle(found, m_sample.plan, rules(m_sample)), u"Social care minimum"_s);
    QCOMPARE(marginWords(found), u"Missed by £212,000.00"_s);
    QCOMPARE(marginText(found), u"−212,000.00"_s);
    QCOMPARE(sentence(found, m_sample.plan, rules(m_sample)),
             u"£11,300,000.00 counts towards it; at least £11,512,000.00 is required, £212,000.00 short."_s);
}

void TestFindingWords::metRules()
{
    const Finding spend = *finding(m_findings, u"BCF-01");
    QCOMPARE(statusWord(spend), u"Met"_s);
    QCOMPARE(stripTitle(spend, m_sample.plan, rules(m_sample)), u"Spend within income"_s);
    // As the sample is made: the committee has not given the handyperson service its £10,000.00 yet.
    QCOMPARE(marginWords(spend), u"Met, £0.00 over"_s);
    QCOMPARE(sentence(spend, m_sample.plan, rules(m_sample)),
             u"Every source spends at most its income: £57,633,700.00 is planned of £57,643,700.00."_s);
    QCOMPARE(marginWords(*finding(m_findings, u"BCF-13")), u"Met"_s);
}

void TestFindingWords::fixes()
{
    const Evaluation evaluation = evaluate(m_sample.plan, m_sample.shelf);
    const QList<Fix> fixes =
        nearestFixes(m_sample.plan, m_sample.shelf, evaluation, *finding(m_findings, u"BCF-04"));
    QVERIFY(!fixes.isEmpty());
    QCOMPARE(
        sentence(fixes.first(), m_sample.plan),
        u"Move £212,000.00 from “Ward-based discharge team” (Hospital discharge hub) to “Reablement teams” (Reablement at home)"_s);
    QVERIFY(consequence(fixes.first()).endsWith(u"No other condition breaks."_s));
    Fix breaking = fixes.first();
    breaking.breaks = {u"BCF-06"_s, u"BCF-01"_s};
    QVERIFY(consequence(breaking).endsWith(u"Breaks or worsens BCF-06 and BCF-01."_s));
}

void TestFindingWords::unknownNamesWhatIsMissing()
{
    const Loaded loaded = load(fixtureJson(u"2024-25"_s));
    StepBuilder builder(loaded.plan);
    builder.remove(u"minimum", Id(u"minimumSocialCare"_s));
    builder.set(u"contribution", Id(u"payNhsMinimum"_s), u"amount", Key{Id(u"2024-25"_s), {}}, Value());
    const QList<Finding> findings = evaluate(builder.plan(), loaded.shelf).findings;
    const Finding social = *finding(findings, u"BCF-04");
    QCOMPARE(statusWord(social), u"Not known"_s);
    QCOMPARE(marginWords(social), u"Not known"_s);
    QCOMPARE(marginText(social), u"not known"_s);
    QCOMPARE(
        sentence(social, builder.plan(), rules(loaded)),
        u"Not known until this is entered: the published minimum “Adult social care spend from the NHS minimum contribution” for 2024-25."_s);
    QCOMPARE(
        sentence(*finding(findings, u"BCF-03"), builder.plan(), rules(loaded)),
        u"Not known until this is entered: the contribution “NHS minimum contribution” of Fixture ICB in 2024-25."_s);
}

void TestFindingWords::notApplicableSaysWhy()
{
    const Loaded loaded = load(fixtureJson(u"2025-26"_s));
    const Finding found = *finding(evaluate(loaded.plan, loaded.shelf).findings, u"BCF-12");
    QCOMPARE(statusWord(found), u"Does not apply"_s);
    QCOMPARE(marginText(found), QString());
    QVERIFY(sentence(found, loaded.plan, rules(loaded)).startsWith(u"The 2025-26 template no longer asks"_s));
}

void TestFindingWords::warningsAndCounts()
{
    const Loaded loaded = load(fixtureJson(u"2025-26-old-grant"_s));
    StepBuilder builder(loaded.plan);
    builder.set(u"line", Id(u"line5"_s), u"spendKind", Value(u"revenue"_s));
    const QList<Finding> findings = evaluate(builder.plan(), loaded.shelf).findings;
    const Finding grant = *finding(findings, u"BCF-09");
    QCOMPARE(statusWord(grant), u"Warning"_s);
    QCOMPARE(marginWords(grant), u"Out by £2,000,000.00"_s);
    QCOMPARE(sentence(grant, builder.plan(), rules(loaded)),
             u"£0.00 of £2,000,000.00 is spent as the rule says. Not so: “Adaptations” (Adaptations)."_s);
    const Finding choices = *finding(findings, u"BCF-13");
    QCOMPARE(statusWord(choices), u"Missed"_s);
    QCOMPARE(marginWords(choices), u"2 to put right"_s);
    QVERIFY(sentence(choices, builder.plan(), rules(loaded)).endsWith(u"not in this year’s lists: IBCF."_s));
}

void TestFindingWords::figures()
{
    QCOMPARE(figureText(pounds("11512000.00")), u"11,512,000.00"_s);
    QCOMPARE(figureText(qint64(1234)), u"1,234"_s);
    QCOMPARE(figureText(QDate(2026, 3, 31)), u"31 March 2026"_s);
    QCOMPARE(figureText({}), u"not known"_s);
}

QTEST_GUILESS_MAIN(TestFindingWords)
#include "test_findingwords.moc"
