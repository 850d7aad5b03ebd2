// The committee of the sample plan, its meeting of 12 March 2026 and who has signed: every expected value stands in
// calderbourne.md or in the mockup of the page.
#include "core/committee/heldsteps.h"
#include "core/committee/integrationindex.h"
#include "core/evaluate/committeereview.h"
#include "core/evaluate/signoffs.h"
#include "core/exchange/keptplan.h"
#include "core/exchange/readshelf.h"
#include "core/exchange/samplefile.h"
#include "core/plan/names.h"
#include "core/store/journal.h"
#include "core/words/committeewords.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString thisYear = u"2026-27"_s;
const Id committee(u"place-committee"_s);
const Id handyperson(u"resolution-4"_s);
const Id optionB(u"resolution-5"_s);
const QDate day(2026, 3, 12);

QString ballotWords(const Seat& seat)
{
    if (!seat.ballot)
        return seat.excluded ? u"left"_s : seat.present ? u"silent"_s : u"away"_s;
    return *seat.ballot == Ballot::For       ? u"for"_s
           : *seat.ballot == Ballot::Against ? u"against"_s
                                             : u"abstained"_s;
}

QString shown(const Money& money)
{
    return formatAmount(money);
}

} // namespace

class TestSampleCommittee : public QObject
{
    Q_OBJECT

private:
    const Plan& base() const { return m_tree.base; }
    ResolutionReview review(const Id& resolution) const
    {
        return reviewResolution(base(), m_shelf, resolution, day);
    }
    const ResolutionOutcome* outcome(const Id& resolution, QLatin1StringView what) const
    {
        const auto found =
            std::find_if(base().resolutionOutcomes.begin(), base().resolutionOutcomes.end(),
                         [&](const ResolutionOutcome& recorded) {
                             return recorded.resolution == resolution && recorded.outcome == what;
                         });
        return found == base().resolutionOutcomes.end() ? nullptr : &*found;
    }
    const FrozenVersion& version() const { return base().frozenVersions[0]; }

    QTemporaryDir m_folder;
    QString m_path;
    PlanTree m_tree;
    Shelf m_shelf;
    QList<JournalEntry> m_journal;

private slots:
    void initTestCase();

    void termsOfReference();
    void membersAndVotes_data();
    void membersAndVotes();
    void whatIsDelegated();
    void oneInterest();
    void agenda();
    void februaryIsApproved();

    void handypersonIsDecidedAndApplied();
    void headroomOfTheYear();
    void optionBIsRecommended();
    void optionBIsTheScenario();
    void optionBMovesSixSchemes_data();
    void optionBMovesSixSchemes();
    void reasonsAreThoseOfTheProgram();
    void dissent();

    void versionOneIsThePlanOfItsDay();
    void twoOfFiveHaveSigned();
    void changedSinceSigned();
    void submission();

    void integrationIndex();
    void accountability();

    void journalIsAlwaysTheSame();
    void journalNamesNobody();
    void verifiesByTheHeadOfVersionOne();
};

void TestSampleCommittee::initTestCase()
{
    m_path = m_folder.filePath(u"sample.plan"_s);
    const Result<std::unique_ptr<PlanFile>> file = createSample(m_path);
    QVERIFY2(file.ok(), file ? "" : qPrintable(file.error().text));
    m_tree = (*file)->tree();
    const Result<QList<JournalEntry>> journal = (*file)->journal();
    QVERIFY(journal.ok());
    m_journal = *journal;
    Result<Shelf> shelf = readShelf(m_tree);
    QVERIFY2(shelf.ok(), shelf ? "" : qPrintable(shelf.error().text));
    m_shelf = *shelf;
    m_shelf.today = day;
}

void TestSampleCommittee::termsOfReference()
{
    const Body* body = base().bodies.find(committee);
    QVERIFY(body);
    QCOMPARE(body->name, u"Calderbourne Place Committee"_s);
    QCOMPARE(body->kind, QString(bodyKind::jointCommittee));
    QCOMPARE(nameOf(base(), Body::type.id, body->answersTo), u"Calderbourne Health and Wellbeing Board"_s);
    QCOMPARE(votingRuleInWords(*body), u"Simple majority; the chair has a casting vote."_s);
    const QuorumRule rule = quorumRuleOf(base(), *body);
    QCOMPARE(rule.number, 6);
    QVERIFY(!rule.share);
    QCOMPARE(rule.needs, (QList<RoleNeed>{{memberRole::councillor, {}, 1},
                                          {memberRole::nhs, {}, 1},
                                          {memberRole::publicHealth, {}, 1}}));
    QStringList accountable;
    for (const BodyMember& member : base().bodyMembers)
        if (member.body == committee && member.accountable)
            accountable.append(personName(base(), member.person));
    QCOMPARE(accountable, (QStringList{u"Janet Osei"_s}));
    QVERIFY(body->reviewOn.isValid() && body->reviewOn > day);
}

void TestSampleCommittee::membersAndVotes_data()
{
    QTest::addColumn<QString>("organisation");
    QTest::addColumn<QString>("vote");
    QTest::newRow("Cllr Imran Aziz") << u"Council"_s << u"for"_s;
    QTest::newRow("Cllr Beth Lowry") << u"Council"_s << u"against"_s;
    QTest::newRow("Ruth Calloway") << u"Council"_s << u"for"_s;
    QTest::newRow("Dr Owen Pryce") << u"Council"_s << u"for"_s;
    QTest::newRow("Janet Osei") << u"Ashmoor ICB"_s << u"for"_s;
    QTest::newRow("Martin Thwaite") << u"Ashmoor ICB"_s << u"for"_s;
    QTest::newRow("Dr Samira Nazir") << u"Care Alliance"_s << u"left"_s;
    QTest::newRow("Peter Lund") << u"Fenwold ICB"_s << u"away"_s;
    QTest::newRow("Denise Fairclough") << u"Healthwatch"_s << u"for"_s;
    QTest::newRow("Tom Ackroyd") << u"Voluntary sector"_s << u"abstained"_s;
}

void TestSampleCommittee::membersAndVotes()
{
    const QList<Seat> seats = review(optionB).seats;
    QCOMPARE(seats.size(), 10);
    const auto seat = std::find_if(seats.begin(), seats.end(), [&](const Seat& one) {
        return nameOf(base(), BodyMember::type.id, one.member) == QString::fromUtf8(QTest::currentDataTag());
    });
    QVERIFY(seat != seats.end());
    const BodyMember* member = base().bodyMembers.find(seat->member);
    const Partner* partner = base().partners.find(member->partner);
    QTEST(partner ? partner->shortName : member->organisation, "organisation");
    QTEST(ballotWords(*seat), "vote");
}

void TestSampleCommittee::whatIsDelegated()
{
    const QList<DelegatedLimit> limits = limitsOf(base(), committee, day);
    QStringList rows;
    for (const DelegatedLimit& limit : limits)
        rows.append(u"%1: %2, %3, minute %4, then %5"_s.arg(
            limit.partner.text(), shown(limit.perDecision.value()), shown(limit.perYear.value()),
            limit.minute, nameOf(base(), Body::type.id, limit.excessTo)));
    QCOMPARE(
        rows,
        (QStringList{u"council: 250,000.00, 1,000,000.00, minute 14/25, then Calderbourne Council cabinet"_s,
                     u"ashmoor: 250,000.00, 1,000,000.00, minute 14/25, then Ashmoor ICB board"_s}));
    QVERIFY(limitsOf(base(), Id(u"hwb"_s), day).isEmpty());
}

void TestSampleCommittee::oneInterest()
{
    QCOMPARE(base().interests.size(), 1);
    const Interest& interest = base().interests[0];
    QCOMPARE(nameOf(base(), BodyMember::type.id, interest.member), u"Dr Samira Nazir"_s);
    QVERIFY(interest.arose.daysTo(interest.declaredOn) >= 0);
    QVERIFY(interest.arose.daysTo(interest.declaredOn) <= daysToDeclare);
    QCOMPARE(base().itemInterests.size(), 1);
    QCOMPARE(interestInWords(base(), base().itemInterests[0]),
             u"Dr Samira Nazir left: partner in the Care Alliance, which runs urgent community response "
             "(financial, actual)."_s);
    const Scheme* about = base().schemes.find(base().interestLinks[0].scheme);
    QVERIFY(about);
    QCOMPARE(about->name, u"Urgent community response"_s);
}

void TestSampleCommittee::agenda()
{
    QStringList items;
    for (const AgendaItem& item : base().agendaItems)
        if (base().meetings.find(item.meeting)->on == day)
            items.append(u"%1 %2: %3"_s.arg(item.number.value()).arg(item.title, item.result));
    QCOMPARE(items, (QStringList{u"1 Apologies and interests: noted"_s,
                                 u"2 Minutes, 12 February 2026: agreed"_s, u"3 Quarter 3 report: noted"_s,
                                 u"4 Handyperson, +£10,000.00: "_s, u"5 Option B, £812,000.00: "_s,
                                 u"6 Scrutiny of step-up beds: deferred"_s, u"7 Next meeting: "_s}));
    QCOMPARE(base().agendaItems.find(Id(u"item-7"_s))->note, u"9 April 2026"_s);
    for (const char* resolved : {"item-4", "item-5"}) {
        const AgendaItem* item = base().agendaItems.find(Id(QString::fromLatin1(resolved)));
        QVERIFY(!item->reasons.isEmpty() && !item->alternatives.isEmpty() && item->scrutinyConsidered);
    }
}

void TestSampleCommittee::februaryIsApproved()
{
    const Meeting* february = base().meetings.find(Id(u"meeting-2026-02-12"_s));
    QVERIFY(february);
    QCOMPARE(february->on, QDate(2026, 2, 12));
    QCOMPARE(february->minutesApprovedOn, day);
    QVERIFY(!base().meetings.find(Id(u"meeting-2026-03-12"_s))->minutesApprovedOn.isValid());
}

void TestSampleCommittee::handypersonIsDecidedAndApplied()
{
    const ResolutionOutcome* decided = outcome(handyperson, resolutionOutcome::carried);
    QVERIFY(decided);
    QCOMPARE(decided->on, day);
    QCOMPARE(decided->amount, Money::fromPence(1'000'000));
    QCOMPARE(decided->inFavour, 9); // all who came: the interest is in another item
    QCOMPARE(decided->against, 0);
    QCOMPARE(decided->present, 9);
    QCOMPARE(decided->needed, 6);
    const ResolutionOutcome* last = lastOutcome(base(), handyperson);
    QCOMPARE(last->outcome, QString(resolutionOutcome::applied));
    const Line* line = base().lines.find(Id(u"s10-handyperson-service"_s));
    QCOMPARE(shown(line->amount.value(Key{Id(thisYear), {}})), u"160,000.00"_s);
}

void TestSampleCommittee::headroomOfTheYear()
{
    Money used;
    for (const DecidedMoney& decided : decidedBy(base(), committee)) {
        QCOMPARE(decided.partner, Id(u"council"_s));
        QCOMPARE(decided.year, thisYear);
        used += decided.amount;
    }
    const Money limit = limitsOf(base(), committee, day).first().perYear.value();
    QCOMPARE(shown(limit - used), u"990,000.00"_s);
}

void TestSampleCommittee::optionBIsRecommended()
{
    const ResolutionReview found = review(optionB);
    QVERIFY2(found.unreadable.isEmpty(), qPrintable(found.unreadable));
    QVERIFY(found.stale.isEmpty() && found.asked.isEmpty());
    QCOMPARE(shown(found.amount), u"812,000.00"_s);
    QCOMPARE(found.tally.inFavour, 6);
    QCOMPARE(found.tally.against, 1);
    QCOMPARE(found.tally.abstained, 1);
    QCOMPARE(found.tally.quorum.present, 8);
    QCOMPARE(found.tally.quorum.needed, 6);
    QVERIFY(found.tally.quorum.met);
    QCOMPARE(found.recommendTo, (QList<Id>{Id(u"ashmoor"_s)}));
    QVERIFY(!found.canApply);

    QStringList partners;
    for (const PartnerVerdict& verdict : found.partners)
        partners.append(u"%1 %2 %3"_s.arg(verdict.partner.text(), shown(verdict.amount),
                                          verdict.isWithin() ? u"within"_s : shown(verdict.above)));
    partners.sort();
    QCOMPARE(partners, (QStringList{u"ashmoor 692,000.00 442,000.00"_s, u"council 120,000.00 within"_s}));

    const ResolutionOutcome* recorded = lastOutcome(base(), optionB);
    QVERIFY(recorded);
    QCOMPARE(recorded->outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(recorded->amount, Money::fromPence(81'200'000));
    QCOMPARE(recorded->inFavour, 6);
    QCOMPARE(recorded->against, 1);
    QCOMPARE(recorded->abstained, 1);
    QCOMPARE(recorded->present, 8);
    QCOMPARE(recorded->needed, 6);
    QCOMPARE(outcomeInWords(base(), found), u"Carried, 6 to 1, 1 abstained. Recommended to Ashmoor ICB."_s);
    QCOMPARE(resolutionHeadline(base(), found),
             u"Option B moves £812,000.00, above the £250,000.00 limit: recommended, not decided"_s);
}

// The resolution holds the Steps of the scenario, written as the program writes them.
void TestSampleCommittee::optionBIsTheScenario()
{
    QList<QList<Change>> held;
    for (const ResolutionStep& step : base().resolutionSteps) {
        const Result<QList<Change>> changes = changesHeld(step, Plan::schema());
        QVERIFY2(changes.ok(), changes ? "" : qPrintable(changes.error().text));
        QCOMPARE(heldChanges(*changes), step.changes);
        if (step.resolution == optionB)
            held.append(*changes);
    }
    QList<QList<Change>> ofScenario;
    for (const Step& step : m_tree.steps.value(Id(u"option-b"_s)))
        ofScenario.append(step.changes);
    QCOMPARE(held.size(), 4);
    QVERIFY(held == ofScenario);
    QCOMPARE(base().resolutions.find(optionB)->option, base().scenarios.find(Id(u"option-b"_s))->name);
}

void TestSampleCommittee::optionBMovesSixSchemes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("Hospital discharge hub") << u"3,770,000.00"_s << u"3,270,000.00"_s;
    QTest::newRow("Reablement at home") << u"5,550,000.00"_s << u"6,050,000.00"_s;
    QTest::newRow("Intermediate care beds") << u"4,311,450.00"_s << u"4,119,450.00"_s;
    QTest::newRow("Urgent community response") << u"3,600,000.00"_s << u"3,792,000.00"_s;
    QTest::newRow("Integration and data team") << u"840,000.00"_s << u"720,000.00"_s;
    QTest::newRow("Falls prevention") << u"700,000.00"_s << u"820,000.00"_s;
}

void TestSampleCommittee::optionBMovesSixSchemes()
{
    const std::optional<Plan> plan = planAfter(base(), optionB);
    QVERIFY(plan);
    const auto spend = [](const Plan& of, const QString& scheme) {
        Money sum;
        for (const Line& line : of.lines)
            if (nameOf(of, Scheme::type.id, line.scheme) == scheme)
                sum += line.amount.value(Key{Id(thisYear), {}});
        return shown(sum);
    };
    const QString scheme = QString::fromUtf8(QTest::currentDataTag());
    QTEST(spend(base(), scheme), "before"); // nothing of it is applied
    QTEST(spend(*plan, scheme), "after");
}

void TestSampleCommittee::reasonsAreThoseOfTheProgram()
{
    QCOMPARE(lastOutcome(base(), optionB)->reason, reasonInWords(base(), review(optionB)));
    QVERIFY(
        lastOutcome(base(), optionB)
            ->reason.startsWith(u"£692,000.00 of it is Ashmoor ICB’s; it delegated £250,000.00 a decision "
                                "(minute 14/25)."_s));
    QVERIFY(outcome(handyperson, resolutionOutcome::carried)
                ->reason.contains(u"£990,000.00 of the year’s limit of £1,000,000.00 is left."_s));
}

void TestSampleCommittee::dissent()
{
    QStringList dissents;
    for (const Vote& vote : base().votes)
        if (!vote.dissent.isEmpty())
            dissents.append(nameOf(base(), BodyMember::type.id, vote.member) + u": "_s + vote.dissent);
    QCOMPARE(dissents, (QStringList{u"Cllr Beth Lowry: the discharge hub loses 13.3% before winter"_s}));
    const Ratio lost = Ratio(500'000) / Ratio(3'770'000);
    QCOMPARE(formatPercent(lost, 1), u"13.3%"_s);
}

void TestSampleCommittee::versionOneIsThePlanOfItsDay()
{
    QCOMPARE(base().frozenVersions.size(), 1);
    QCOMPARE(version().number, 1);
    QCOMPARE(version().on, QDate(2026, 2, 27));
    QCOMPARE(version().head, QString::fromLatin1(m_journal.first().hash.toHex()));
    const Result<Plan> kept = planOfVersion(m_tree, version());
    QVERIFY2(kept.ok(), kept ? "" : qPrintable(kept.error().text));
    const Result<PlanTree> made = demoTree();
    QVERIFY(made.ok());
    QVERIFY(*kept == made->base);

    const Evaluation evaluation = evaluate(*kept, m_shelf);
    const auto social =
        std::find_if(evaluation.findings.begin(), evaluation.findings.end(), [](const Finding& finding) {
            return finding.rule == "BCF-04"_L1 && finding.year == thisYear;
        });
    QVERIFY(social != evaluation.findings.end());
    QCOMPARE(shown(std::get<Money>(social->required)), u"11,250,000.00"_s);
    QCOMPARE(shown(std::get<Money>(social->margin)), u"50,000.00"_s);

    // Figures and paper as they were printed on that day.
    const QByteArray figures = m_tree.blobs.value(version().evaluationHash);
    QVERIFY(figures.contains("57633700.00"));
    QVERIFY(m_tree.blobs.value(version().paperHash).startsWith("%PDF-"));
}

void TestSampleCommittee::twoOfFiveHaveSigned()
{
    QStringList rows;
    for (const SignOffState& state : signOffsOf(base(), m_shelf, Id(thisYear))) {
        const Signatory* signatory = base().signatories.find(state.signatory);
        QVERIFY(!state.mayDelegate);
        QVERIFY(!state.signature || state.version == &version());
        rows.append(u"%1, %2: %3"_s.arg(
            signatory->partner.isNull() ? u"HWB"_s : base().partners.find(signatory->partner)->shortName,
            personName(base(), signatory->person),
            state.signature ? state.signature->on.toString(Qt::ISODate) : u"no"_s));
    }
    QCOMPARE(rows,
             (QStringList{u"Council, Amara Doyle: 2026-03-02"_s, u"Council, Neil Hargreave: no"_s,
                          u"Ashmoor ICB, Farah Qureshi: no"_s, u"Fenwold ICB, Colin Maddox: 2026-03-03"_s,
                          u"HWB, Cllr Helen Marsden: no"_s}));
    const Signatory* chair = base().signatories.find(Id(u"signatory-hwb-chair"_s));
    QCOMPARE(chair->expectedOn, QDate(2026, 3, 19));
}

void TestSampleCommittee::changedSinceSigned()
{
    const Result<Plan> kept = planOfVersion(m_tree, version());
    QVERIFY(kept.ok());
    const ChangedSince since = changedSince(*kept, base(), m_shelf);
    QStringList rows;
    for (const PoundsChanged& changed : since.pounds)
        rows.append(u"%1 %2: %3 to %4"_s.arg(changed.year, changed.subject.text(), shown(changed.before),
                                             shown(changed.after)));
    QCOMPARE(rows, (QStringList{u"2026-27 s10: 350,000.00 to 360,000.00"_s,
                                u"2026-27 minimum-2026-27-asc-spend: 11,250,000.00 to 11,512,000.00"_s}));
    QCOMPARE(shown(since.spend), u"10,000.00"_s);
    QCOMPARE(shown(since.minimums), u"262,000.00"_s);
    QCOMPARE(shown(since.contributions), u"0.00"_s);
    QCOMPARE(since.others.size(), 1); // the minimum's source, in words
    QCOMPARE(since.others.first().field, u"source"_s);
}

void TestSampleCommittee::submission()
{
    const Submission* submission = submissionOf(base(), Id(thisYear));
    QVERIFY(submission);
    QCOMPARE(submission->approvalExpectedOn, QDate(2026, 3, 19));
    QVERIFY(!submission->approvedOn.isValid() && !submission->submittedOn.isValid());
}

// The example of the need note, 7.3; geometric mean and spread worked out apart from the program.
void TestSampleCommittee::integrationIndex()
{
    QList<IndexDomain> domains;
    for (const IndexDomain& domain : base().indexDomains)
        domains.append(domain);
    const IndexYear index = placewright::integrationIndex(domains, u"2025-26"_s);
    QStringList scores;
    for (const DomainScore& domain : index.domains)
        scores.append(domain.score ? QString::number(*domain.score, 'f', 2) : u"none"_s);
    QCOMPARE(scores, (QStringList{u"0.62"_s, u"0.55"_s, u"0.48"_s, u"0.70"_s, u"0.40"_s}));
    QVERIFY(index.arithmetic && index.geometric);
    QCOMPARE(QString::number(*index.arithmetic, 'f', 6), u"55.000000"_s);
    QCOMPARE(QString::number(*index.geometric, 'f', 6), u"53.979733"_s);
    QCOMPARE(QString::number(*index.arithmeticLow, 'f', 6), u"53.125000"_s);
    QCOMPARE(QString::number(*index.arithmeticHigh, 'f', 6), u"56.875000"_s);
    QCOMPARE(QString::number(*index.geometricLow, 'f', 6), u"51.994737"_s);
    QCOMPARE(QString::number(*index.geometricHigh, 'f', 6), u"56.040509"_s);
    for (const IndexDomain& domain : domains)
        QVERIFY2(domain.source.contains(u"(fictional)"_s), qPrintable(domain.id.text()));
    QVERIFY(!placewright::integrationIndex(domains, thisYear).arithmetic); // no evidence yet
}

void TestSampleCommittee::accountability()
{
    const ScrutinyItem* beds = base().scrutinyItems.find(Id(u"scrutiny-step-up-beds"_s));
    QVERIFY(beds);
    QVERIFY(beds->outcome.isEmpty());
    QCOMPARE(beds->kind, QString(scrutinyKind::substantialChange));
    for (const Duty& duty : base().duties) {
        QVERIFY2(!duty.source.isEmpty(), qPrintable(duty.name));
        QCOMPARE(duty.evidence.isEmpty(), !duty.evidencedOn.isValid());
        QVERIFY(duty.evidence.isEmpty() || duty.evidence.endsWith(u"(fictional)"_s));
    }
}

void TestSampleCommittee::journalIsAlwaysTheSame()
{
    const Result<std::unique_ptr<PlanFile>> again = createSample(m_folder.filePath(u"again.plan"_s));
    QVERIFY(again.ok());
    QCOMPARE((*again)->headHash(), m_journal.last().hash);
    QCOMPARE(m_journal.first().step.when, QDateTime(QDate(2026, 2, 20), QTime(9, 30), Qt::UTC));
    QCOMPARE(m_journal.last().step.when, QDateTime(day, QTime(15, 7), Qt::UTC));
    int onRecord = 0;
    for (qsizetype i = 1; i < m_journal.size(); ++i) {
        QVERIFY(m_journal.at(i - 1).step.when < m_journal.at(i).step.when);
        onRecord += m_journal.at(i).kind == JournalEntry::Kind::OnRecord ? 1 : 0;
    }
    QCOMPARE(onRecord, 8); // a version, two signatures, twice votes and outcome, one application
}

// So that a name can be erased. Those who signed an agreement or run a pool stand in its text.
void TestSampleCommittee::journalNamesNobody()
{
    QString agreements;
    for (const Fund& fund : base().funds)
        agreements += fund.poolManager + u'\n';
    for (const FundPartner& partner : base().fundPartners)
        agreements += partner.signatory + u'\n';
    QVERIFY(m_tree.people.size() >= 20);
    for (const QString& name : std::as_const(m_tree.people)) {
        if (agreements.contains(name))
            continue;
        for (const JournalEntry& entry : m_journal)
            QVERIFY2(!canonicalBytes(journalBody(entry)).contains(name.toUtf8()), qPrintable(name));
    }
}

void TestSampleCommittee::verifiesByTheHeadOfVersionOne()
{
    const Result<Verification> whole = verifyPlanFile(m_path, QByteArray::fromHex(version().head.toLatin1()));
    QVERIFY2(whole.ok() && whole->intact, whole ? qPrintable(whole->text) : "");
    QCOMPARE(whole->entries, m_journal.size());
    QVERIFY(!verifyPlanFile(m_path, QByteArray(32, 'x'))->intact);
}

QTEST_GUILESS_MAIN(TestSampleCommittee)
#include "test_samplecommittee.moc"
