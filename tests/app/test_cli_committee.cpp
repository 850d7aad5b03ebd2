// The committee on the command line, on tests/data/plans/committee.json: a joint committee of a council and an ICB that each delegate
// £50,000.00 a decision. One resolution is decided, recorded and applied; one is open: it takes £60,000.00 from the ICB's nurses and
// gives the council's home care £10,000.00. Expected figures are worked by hand.
#include "tests/app/cliprocess.h"

#include <QTemporaryDir>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestCliCommittee : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_plan;
    QJsonObject m_committee;
    QByteArray m_text;

    QString made(const QString& name, const QByteArray& text)
    {
        const QString json = m_folder.filePath(name + u".json"_s);
        const QString plan = m_folder.filePath(name + u".plan"_s);
        if (!writeFile(json, text))
            return {};
        const CliRun run = runCli({u"convert"_s, json, plan});
        if (run.status != 0)
            qWarning("%s", run.err.constData());
        return run.status == 0 ? plan : QString();
    }
    static QJsonObject committeeOf(const QString& plan, const QStringList& more = {})
    {
        return runCli(QStringList{u"evaluate"_s, plan, u"--json"_s, u"--on"_s, u"2025-03-20"_s} + more)
            .json()[u"committee"_s]
            .toObject();
    }
    static QJsonObject findingOf(const QString& plan, const QString& rule)
    {
        return find(runCli({u"check"_s, plan, u"--json"_s}).json()[u"findings"_s].toArray(),
                    {{"rule"_L1, rule}});
    }

private slots:
    void initTestCase();
    void bodies();
    void recordedResolution();
    void openResolution();
    void staleResolution();
    void confidentialItems();
    void signOff();
    void versionsAndSubmissions();
    void index();
    void noNamesAndNoScenario();
    void planWithoutACommittee();
    void unsoundCommittees_data();
    void unsoundCommittees();
    void findings();
    void printed();
    void strictMindsWhatIsNotKnown();
};

void TestCliCommittee::initTestCase()
{
    m_text = fileBytes(QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/tests/data/plans/committee.json"));
    m_plan = made(u"harbour"_s, m_text);
    QVERIFY(!m_plan.isEmpty());
    m_committee = committeeOf(m_plan);
    QCOMPARE(m_committee.keys(), (QStringList{u"bodies"_s, u"index"_s, u"resolutions"_s, u"signOff"_s,
                                              u"submissions"_s, u"versions"_s}));
}

void TestCliCommittee::bodies()
{
    const QJsonArray bodies = m_committee[u"bodies"_s].toArray();
    QCOMPARE(bodies.size(), 3);
    const QJsonObject committee = find(bodies, {{"id"_L1, u"committee"_s}});
    QCOMPARE(committee[u"name"_s].toString(), u"Place Committee"_s);
    QCOMPARE(committee[u"meeting"_s].toString(), u"2025-03-12"_s); // nobody has come in April yet
    QVERIFY(committee[u"quorate"_s].toBool());
    QCOMPARE(committee[u"present"_s].toInt(), 4);
    QCOMPARE(committee[u"needed"_s].toInt(), 3);
    QVERIFY(find(bodies, {{"id"_L1, u"forum"_s}})[u"quorate"_s].isNull());
    const QJsonObject thin = find(bodies, {{"id"_L1, u"thin"_s}});
    QVERIFY(thin[u"quorate"_s].isBool());
    QVERIFY(!thin[u"quorate"_s].toBool()); // one of the two that are needed
}

void TestCliCommittee::recordedResolution()
{
    const QJsonObject found = find(m_committee[u"resolutions"_s].toArray(), {{"id"_L1, u"handyperson"_s}});
    QCOMPARE(found[u"outcome"_s].toString(), u"applied"_s);
    QVERIFY(found[u"expected"_s].isNull());
    QCOMPARE(found[u"amount"_s].toString(), u"40000.00"_s);
    QCOMPARE(found[u"reason"_s].toString(), u"Within what is delegated."_s);
    QCOMPARE(found[u"on"_s].toString(), u"2025-03-13"_s);
    QCOMPARE(found[u"meeting"_s].toString(), u"2025-03-12"_s);
    QCOMPARE(found[u"body"_s].toString(), u"committee"_s);
    QCOMPARE(found[u"item"_s].toInt(), 4);
    QCOMPARE(found[u"inFavour"_s].toInt(), 3);
    QCOMPARE(found[u"present"_s].toInt(), 4);
    const QJsonArray years = found[u"years"_s].toArray();
    QCOMPARE(years.size(), 1);
    QCOMPARE(years.at(0)[u"amount"_s].toString(), u"40000.00"_s); // 40,000 more, 25,000 less
    const QJsonArray partners = found[u"partners"_s].toArray();
    QCOMPARE(partners.size(), 1);
    QCOMPARE(partners.at(0)[u"partnerName"_s].toString(), u"Harbour Council"_s);
    QCOMPARE(partners.at(0)[u"amount"_s].toString(), u"40000.00"_s);
    QVERIFY(!partners.at(0)[u"recommended"_s].toBool());
}

void TestCliCommittee::openResolution()
{
    const QJsonObject found = find(m_committee[u"resolutions"_s].toArray(), {{"id"_L1, u"fewer"_s}});
    QCOMPARE(found[u"outcome"_s].toString(), u"open"_s);
    QCOMPARE(found[u"expected"_s].toString(), u"recommended"_s);
    QCOMPARE(found[u"amount"_s].toString(), u"60000.00"_s); // 60,000 less, 10,000 more
    QVERIFY(found[u"on"_s].isNull());
    QCOMPARE(found[u"inFavour"_s].toInt(), 2);
    QCOMPARE(found[u"against"_s].toInt(), 1);
    QCOMPARE(found[u"present"_s].toInt(), 4);
    QCOMPARE(found[u"needed"_s].toInt(), 3);
    QVERIFY2(found[u"reason"_s].toString().contains(u"£50,000.00"_s),
             qPrintable(found[u"reason"_s].toString()));
    const QJsonArray partners = found[u"partners"_s].toArray();
    const QJsonObject bay = find(partners, {{"partner"_L1, u"bay"_s}});
    QCOMPARE(bay[u"amount"_s].toString(), u"60000.00"_s);
    QCOMPARE(bay[u"verdict"_s].toString(), u"aboveDecision"_s);
    QCOMPARE(bay[u"limit"_s].toString(), u"50000.00"_s);
    QCOMPARE(bay[u"above"_s].toString(), u"10000.00"_s);
    QVERIFY(bay[u"recommended"_s].toBool());
    QVERIFY(bay[u"answer"_s].isNull());
    const QJsonObject council = find(partners, {{"partner"_L1, u"council"_s}});
    QCOMPARE(council[u"amount"_s].toString(), u"10000.00"_s);
    QCOMPARE(council[u"verdict"_s].toString(), u"within"_s);
    QVERIFY(!council[u"recommended"_s].toBool());
}

void TestCliCommittee::staleResolution()
{
    const QString plan = made(u"stale"_s, QByteArray(m_text).replace(R"("amount": {"2025-26": "300000.00"}}
    ],
    "people")",
                                                                     R"("amount": {"2025-26": "299999.99"}}
    ],
    "people")"));
    QVERIFY(!plan.isEmpty());
    const QJsonObject found = find(committeeOf(plan)[u"resolutions"_s].toArray(), {{"id"_L1, u"fewer"_s}});
    QCOMPARE(found[u"outcome"_s].toString(), u"open"_s);
    QVERIFY(found[u"amount"_s].isNull());
}

// Of a resolution under a confidential item only where it stands.
void TestCliCommittee::confidentialItems()
{
    for (const QJsonValue& open : m_committee[u"resolutions"_s].toArray())
        QVERIFY(open[u"confidential"_s].isBool() && !open[u"confidential"_s].toBool());
    QJsonObject json = QJsonDocument::fromJson(m_text).object();
    QJsonArray items = json[u"agendaItems"_s].toArray();
    QVERIFY(!items.isEmpty());
    for (QJsonValueRef item : items) {
        QJsonObject cells = item.toObject();
        cells.insert(u"confidential"_s, true);
        item = cells;
    }
    json.insert(u"agendaItems"_s, items);
    const QString plan = made(u"confidential"_s, QJsonDocument(json).toJson());
    QVERIFY(!plan.isEmpty());
    const QJsonArray found = committeeOf(plan)[u"resolutions"_s].toArray();
    const QJsonArray open = m_committee[u"resolutions"_s].toArray();
    QCOMPARE(found.size(), open.size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        const QJsonObject entry = found.at(i).toObject();
        for (const QString& key : entry.keys()) {
            if (key == u"confidential")
                QVERIFY(entry[key].toBool());
            else if (key == u"years" || key == u"partners")
                QVERIFY(entry[key].toArray().isEmpty());
            else if (key == u"id" || key == u"body" || key == u"bodyName" || key == u"meeting" ||
                     key == u"item")
                QCOMPARE(entry[key], open.at(i)[key]);
            else
                QVERIFY2(entry[key].isNull(), qPrintable(key));
        }
        for (const QString& key : open.at(i).toObject().keys())
            QVERIFY2(entry.contains(key), qPrintable(key)); // a reader finds every key
    }
}

void TestCliCommittee::signOff()
{
    QStringList found;
    for (const QJsonValue& entry : m_committee[u"signOff"_s].toArray())
        found.append(u"%1, %2: %3 %4 %5"_s.arg(entry[u"organisationName"_s].toString(),
                                               entry[u"role"_s].toString(), entry[u"status"_s].toString(),
                                               entry[u"signedOn"_s].toString(u"-"_s),
                                               entry[u"required"_s].toBool() ? u"required"_s : u"more"_s));
    QCOMPARE(found, (QStringList{u"Harbour Council, chiefExecutive: signed 2025-03-28 required"_s,
                                 u"Harbour Council, section151: delegated 2025-03-28 required"_s,
                                 u"Harbour Health and Wellbeing Board, chair: open - more"_s,
                                 u"Bay ICB, chiefExecutive: open - required"_s}));
    const QJsonArray list = m_committee[u"signOff"_s].toArray();
    QCOMPARE(list.at(0)[u"organisation"_s].toString(), u"council"_s);
    QCOMPARE(list.at(0)[u"version"_s].toInt(), 1);
    QVERIFY(list.at(2)[u"organisation"_s].isNull());
    QCOMPARE(list.at(2)[u"expectedOn"_s].toString(), u"2025-07-15"_s);
}

void TestCliCommittee::versionsAndSubmissions()
{
    const QJsonArray versions = m_committee[u"versions"_s].toArray();
    QCOMPARE(versions.size(), 1);
    QCOMPARE(versions.at(0)[u"number"_s].toInt(), 1);
    QCOMPARE(versions.at(0)[u"on"_s].toString(), u"2025-03-14"_s);
    QVERIFY(versions.at(0)[u"head"_s].toString().startsWith(u"9f3a71c2"_s));
    QVERIFY(versions.at(0)[u"paper"_s].isNull());
    const QJsonArray submissions = m_committee[u"submissions"_s].toArray();
    QCOMPARE(submissions.size(), 1);
    QCOMPARE(submissions.at(0)[u"submittedOn"_s].toString(), u"2025-03-31"_s);
    QCOMPARE(submissions.at(0)[u"approvalExpectedOn"_s].toString(), u"2025-07-15"_s);
    QVERIFY(submissions.at(0)[u"approvedOn"_s].isNull());
}

// Scores 0.4, 0.5, 0.6 (36 where 30 is expected), 0.5 and 0.5, of equal weight: the mean is 50. Lowest where 0.4 weighs 0.3 and the others
// 0.175 each, highest where it weighs 0.1 and they 0.225: 12 + 36.75 and 4 + 47.25. The geometric figures are exp of the same weighted logarithms.
void TestCliCommittee::index()
{
    const QJsonArray years = m_committee[u"index"_s].toArray();
    QCOMPARE(years.size(), 1);
    const auto is = [&](const QString& key, double expected) {
        const double found = years.at(0)[key].toDouble();
        QVERIFY2(qAbs(found - expected) < 1e-9, qPrintable(u"%1 %2"_s.arg(key).arg(found, 0, 'g', 12)));
    };
    is(u"arithmetic"_s, 50);
    is(u"arithmeticLow"_s, 48.75);
    is(u"arithmeticHigh"_s, 51.25);
    is(u"geometric"_s, 49.5934419641);
    is(u"geometricLow"_s, 48.2784944717);
    is(u"geometricHigh"_s, 50.9442043039);
    const QJsonArray domains = years.at(0)[u"domains"_s].toArray();
    QCOMPARE(domains.size(), 5);
    QCOMPARE(domains.at(2)[u"domain"_s].toString(), u"outcomes"_s);
    QCOMPARE(domains.at(2)[u"score"_s].toDouble(), 0.6);
    QCOMPARE(domains.at(2)[u"expected"_s].toDouble(), 30.0);
    QCOMPARE(domains.at(0)[u"weight"_s].toDouble(), 0.2);
    QVERIFY(domains.at(0)[u"problem"_s].isNull());

    const QString missing = made(
        u"noindex"_s, QByteArray(m_text).replace(R"("quality": {"2025-26": "50"})", R"("note": "later")"));
    const QJsonArray without = committeeOf(missing)[u"index"_s].toArray();
    QVERIFY(without.at(0)[u"arithmetic"_s].isNull());
    QCOMPARE(without.at(0)[u"domains"_s].toArray().at(4)[u"problem"_s].toString(), u"noFigure"_s);
}

void TestCliCommittee::noNamesAndNoScenario()
{
    for (const char* name : {"Ann Example", "Bob Example", "Cas Example", "Dee Example"})
        QVERIFY2(!QJsonDocument(m_committee).toJson().contains(name), name);

    const QString steps = m_folder.filePath(u"steps.json"_s);
    QVERIFY(writeFile(steps, R"({"steps": [
        {"why": "test", "changes": [{"op": "add", "entity": "scenario", "id": "less", "to": {"name": "Less"}}]},
        {"why": "test", "scenario": "Less", "changes": [{"op": "set", "entity": "line", "id": "nurses", "field": "amount",
         "key": "2025-26", "from": "300000.00", "to": "1.00"}]}]})"));
    const QString plan = made(u"scenario"_s, m_text);
    const CliRun applied = runCli({u"apply"_s, plan, steps, u"--who"_s, u"Ann"_s});
    QVERIFY2(applied.status == 0, applied.err.constData());
    QCOMPARE(committeeOf(plan, {u"--scenario"_s, u"Less"_s}), m_committee);
}

void TestCliCommittee::planWithoutACommittee()
{
    const QString plan = made(u"bare"_s, R"({"format": "placewright-plan", "version": 1,
        "places": [{"id": "place", "name": "Harbour"}], "years": [{"id": "2025-26"}]})");
    const QJsonObject committee = committeeOf(plan);
    QCOMPARE(committee.keys(), m_committee.keys());
    for (const QString& key : committee.keys())
        QVERIFY2(committee[key].toArray().isEmpty(), qPrintable(key));
}

// What nobody could enter is not converted either.
void TestCliCommittee::unsoundCommittees_data()
{
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("sentence"); // empty: converted
    QTest::newRow("quorum of all members") << R"("quorumNumber": 3)"_ba
                                           << R"("quorumNumber": 4)"_ba << QString();
    QTest::newRow("quorum above the membership")
        << R"("quorumNumber": 3)"_ba
        << R"("quorumNumber": 5)"_ba
        << u"Place Committee: a quorum of 5 is above the 4 members with a vote."_s;
    QTest::newRow("limit without a minute")
        << R"("id": "d1", "body": "committee", "partner": "council", "perDecision": "50000.00", "minute": "14/25")"_ba
        << R"("id": "d1", "body": "committee", "partner": "council", "perDecision": "50000.00")"_ba
        << u"Place Committee, Harbour Council: a limit needs the minute that granted it."_s;
    QTest::newRow("signature by the wrong role")
        << R"("on": "2025-03-28", "capacity": "chiefExecutive")"_ba
        << R"("on": "2025-03-28", "capacity": "chair")"_ba << u"“Chair” cannot give it."_s;
    QTest::newRow("vote by a non-member")
        << R"("resolution": "fewer", "member": "m3")"_ba
        << R"("resolution": "fewer", "member": "t1")"_ba << u"is not a member of Place Committee."_s;
    QTest::newRow("vote by a member without one")
        << R"("person": "p3", "partner": "bay", "role": "nhs")"_ba
        << R"("person": "p3", "partner": "bay", "role": "nhs", "withoutVote": true)"_ba << u"has no vote."_s;
    // Sent out after the vote: the vote stands on the record and is not counted.
    QTest::newRow("vote that counts no more")
        << R"("resolutions": [)"_ba
        << R"("itemInterests": [{"id": "ii", "item": "i5", "member": "m3", "declared": "x", "action": "leave"}],
    "resolutions": [)"_ba
        << QString();
}

void TestCliCommittee::unsoundCommittees()
{
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, now);
    QFETCH(QString, sentence);
    QVERIFY(m_text.contains(was));
    const QString json = m_folder.filePath(u"unsound.json"_s);
    const QString plan = m_folder.filePath(u"unsound.plan"_s);
    QVERIFY(writeFile(json, QByteArray(m_text).replace(was, now)));
    const CliRun run = runCli({u"convert"_s, json, plan, u"--replace"_s});
    const QString said = QString::fromUtf8(run.err);
    if (sentence.isEmpty()) {
        QVERIFY2(run.status == 0, qPrintable(said));
        // What the program wrote it reads again.
        QCOMPARE(runCli({u"convert"_s, plan, json, u"--replace"_s}).status, 0);
        QCOMPARE(runCli({u"convert"_s, json, plan, u"--replace"_s}).status, 0);
    } else {
        QCOMPARE(run.status, 3);
        QVERIFY2(said.contains(sentence) && said.contains(u"unsound.json"_s), qPrintable(said));
    }
}

void TestCliCommittee::findings()
{
    const QJsonObject signatures = findingOf(m_plan, u"BCF-21"_s);
    QCOMPARE(signatures[u"status"_s].toString(), u"fail"_s);
    QCOMPARE(signatures[u"severity"_s].toString(), u"block"_s);
    QCOMPARE(signatures[u"required"_s].toInt(), 3);
    QCOMPARE(signatures[u"planned"_s].toInt(), 1);
    QCOMPARE(signatures[u"margin"_s].toInt(), -2);
    QCOMPARE(signatures[u"text"_s].toString(),
             u"Signed by 1 of 3. Still to sign: Bay ICB, chief executive. Signed by somebody else, which the "
             u"round does not allow: Harbour Council, section 151 officer."_s);
    const QJsonObject approval = findingOf(m_plan, u"BCF-22"_s);
    QCOMPARE(approval[u"status"_s].toString(), u"pass"_s);
    QVERIFY(approval[u"required"_s].isNull());
    QCOMPARE(approval[u"planned"_s].toString(), u"2025-07-15"_s);
    QVERIFY(approval[u"margin"_s].isNull());
    const QJsonObject quorum = findingOf(m_plan, u"GOV-01"_s);
    QCOMPARE(quorum[u"status"_s].toString(), u"pass"_s);
    QCOMPARE(quorum[u"required"_s].toInt(), 1);
}

void TestCliCommittee::printed()
{
    const CliRun run = runCli({u"check"_s, m_plan});
    QCOMPARE(run.status, 1);
    const QString out = QString::fromUtf8(run.out);
    QVERIFY2(out.contains(u"BCF-21  Everybody who must sign has signed: 1 of 3 to collect"_s),
             run.out.constData());
    QVERIFY(out.contains(u"BCF-22  Approval by the Health and Wellbeing Board: Expected 15 July 2025"_s));
    QVERIFY(out.contains(u"GOV-01  Every decision taken by a quorum\n"_s));
}

// Everybody has signed and nothing is known of the money: no condition is missed, and none is met that nobody can judge.
void TestCliCommittee::strictMindsWhatIsNotKnown()
{
    const QString plan = made(u"strict"_s, R"({
        "format": "placewright-plan", "version": 1,
        "places": [{"id": "place", "name": "Harbour"}],
        "partners": [{"id": "council", "name": "Harbour Council", "kind": "council"},
                     {"id": "bay", "name": "Bay ICB", "kind": "icb"}],
        "years": [{"id": "2025-26", "rulebook": "2025-26"}],
        "frozenVersions": [{"id": "v", "year": "2025-26", "number": 1, "on": "2025-03-14"}],
        "signatories": [{"id": "chief", "year": "2025-26", "partner": "council", "role": "chiefExecutive"},
                        {"id": "finance", "year": "2025-26", "partner": "council", "role": "section151"},
                        {"id": "board", "year": "2025-26", "partner": "bay", "role": "chiefExecutive"}],
        "signOffs": [{"id": "s1", "signatory": "chief", "version": "v", "on": "2025-03-31", "capacity": "chiefExecutive"},
                     {"id": "s2", "signatory": "finance", "version": "v", "on": "2025-03-31", "capacity": "section151"},
                     {"id": "s3", "signatory": "board", "version": "v", "on": "2025-03-31", "capacity": "chiefExecutive"}]})");
    QVERIFY(!plan.isEmpty());
    QCOMPARE(findingOf(plan, u"BCF-21"_s)[u"status"_s].toString(), u"pass"_s);
    QCOMPARE(findingOf(plan, u"BCF-04"_s)[u"status"_s].toString(), u"unknown"_s);
    QCOMPARE(runCli({u"check"_s, plan}).status, 0);
    QCOMPARE(runCli({u"check"_s, plan, u"--strict"_s}).status, 1);
}

QTEST_GUILESS_MAIN(TestCliCommittee)
#include "test_cli_committee.moc"
