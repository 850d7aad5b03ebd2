// The rules of sign-off and quorum on the fixture of 2025-26, one council and one ICB: its rulebook asks three to sign by
// 31 March 2025. Expected figures are counted by hand.
#include "core/evaluate/fixes.h"
#include "core/rules/governancechecks.h"
#include "core/rules/signatories.h"
#include "core/words/findingwords.h"
#include "core/words/headlines.h"
#include "tests/support/rulefixture.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

using namespace rulefixture;

using Edit = void (*)(StepBuilder& plan);
Q_DECLARE_METATYPE(Edit)

namespace {

const QDate dueDay(2025, 3, 31);

Id idOf(const char* text)
{
    return Id(QString::fromLatin1(text));
}

void signatory(StepBuilder& plan, const char* id, const char* partner, const char* role,
               const char* year = "2025-26")
{
    plan.add(u"signatory", idOf(id))
        .set(u"signatory", idOf(id), u"year", Value(idOf(year)))
        .set(u"signatory", idOf(id), u"role", Value(QString::fromLatin1(role)));
    if (*partner)
        plan.set(u"signatory", idOf(id), u"partner", Value(idOf(partner)));
}

void version(StepBuilder& plan, const char* id, const char* year)
{
    plan.add(u"frozenVersion", idOf(id))
        .set(u"frozenVersion", idOf(id), u"year", Value(idOf(year)))
        .set(u"frozenVersion", idOf(id), u"number", Value::count(1))
        .set(u"frozenVersion", idOf(id), u"on", Value(QDate(2025, 3, 1)));
}

void sign(StepBuilder& plan, const char* id, const char* who, QDate on, const char* capacity,
          const char* delegatedBy = "", const char* under = "v1")
{
    plan.add(u"signOff", idOf(id))
        .set(u"signOff", idOf(id), u"signatory", Value(idOf(who)))
        .set(u"signOff", idOf(id), u"version", Value(idOf(under)))
        .set(u"signOff", idOf(id), u"capacity", Value(QString::fromLatin1(capacity)))
        .set(u"signOff", idOf(id), u"delegatedBy", Value(QString::fromLatin1(delegatedBy)));
    if (on.isValid())
        plan.set(u"signOff", idOf(id), u"on", Value(on));
}

// The council's two and the ICB's one are named; the two chief executives have signed on the day it was due.
void twoSigned(StepBuilder& plan)
{
    version(plan, "v1", "2025-26");
    signatory(plan, "councilChief", "council", "chiefExecutive");
    signatory(plan, "councilFinance", "council", "section151");
    signatory(plan, "icbChief", "icb", "chiefExecutive");
    sign(plan, "first", "councilChief", dueDay, "chiefExecutive");
    sign(plan, "second", "icbChief", dueDay, "chiefExecutive");
}

void allSigned(StepBuilder& plan)
{
    twoSigned(plan);
    sign(plan, "third", "councilFinance", dueDay, "section151");
}

void otherYear(StepBuilder& plan)
{
    plan.add(u"year", idOf("2026-27"));
    version(plan, "next", "2026-27");
}

void submission(StepBuilder& plan, const char* year, QDate approved, QDate expected)
{
    plan.add(u"submission", idOf("sent")).set(u"submission", idOf("sent"), u"year", Value(idOf(year)));
    if (approved.isValid())
        plan.set(u"submission", idOf("sent"), u"approvedOn", Value(approved));
    if (expected.isValid())
        plan.set(u"submission", idOf("sent"), u"approvalExpectedOn", Value(expected));
}

void resolution(StepBuilder& plan, const char* id, const char* name)
{
    if (!plan.plan().meetings.find(idOf("meeting")))
        plan.add(u"body", idOf("committee"))
            .set(u"body", idOf("committee"), u"name", Value(u"Place Committee"_s))
            .add(u"meeting", idOf("meeting"))
            .set(u"meeting", idOf("meeting"), u"body", Value(idOf("committee")))
            .set(u"meeting", idOf("meeting"), u"on", Value(QDate(2025, 3, 12)))
            .add(u"agendaItem", idOf("item"))
            .set(u"agendaItem", idOf("item"), u"meeting", Value(idOf("meeting")))
            .set(u"agendaItem", idOf("item"), u"title", Value(u"Options"_s));
    plan.add(u"resolution", idOf(id))
        .set(u"resolution", idOf(id), u"item", Value(idOf("item")))
        .set(u"resolution", idOf(id), u"name", Value(QString::fromLatin1(name)));
}

void outcome(StepBuilder& plan, const char* id, const char* of, const char* what, int present = -1,
             int needed = -1)
{
    plan.add(u"resolutionOutcome", idOf(id))
        .set(u"resolutionOutcome", idOf(id), u"resolution", Value(idOf(of)))
        .set(u"resolutionOutcome", idOf(id), u"outcome", Value(QString::fromLatin1(what)));
    if (present >= 0)
        plan.set(u"resolutionOutcome", idOf(id), u"present", Value::count(present));
    if (needed >= 0)
        plan.set(u"resolutionOutcome", idOf(id), u"needed", Value::count(needed));
}

// The built-in rulebook of 2025-26 with entries of BCF-21 replaced.
QMap<QString, QByteArray> withEntries(const QJsonObject& entries)
{
    QMap<QString, QByteArray> rulebooks = builtIn();
    QJsonObject rulebook = QJsonDocument::fromJson(rulebooks.value(u"2025-26"_s)).object();
    QJsonArray checks = rulebook[u"checks"_s].toArray();
    for (auto&& check : checks) {
        QJsonObject changed = check.toObject();
        for (auto it = entries.begin(); it != entries.end(); ++it)
            if (changed[u"rule"_s].toString() == "BCF-21"_L1)
                changed[it.key()] = it.value();
        check = changed;
    }
    rulebook[u"checks"_s] = checks;
    rulebooks[u"2025-26"_s] = QJsonDocument(rulebook).toJson();
    return rulebooks;
}

QMap<QString, QByteArray> withParameters(const QJsonObject& parameters)
{
    return withEntries({{u"parameters"_s, parameters}});
}

QJsonObject entry(const char* organisation, const char* role)
{
    QJsonObject object{{u"role"_s, QString::fromLatin1(role)}};
    if (*organisation)
        object[u"organisation"_s] = QString::fromLatin1(organisation);
    return object;
}

struct Judged
{
    Plan plan;
    Shelf shelf;
    Evaluation evaluation;
    Finding finding;

    const Rulebook& rulebook() const { return *shelf.rulebookOf(*plan.years.begin()); }
    QString words() const { return sentence(finding, plan, rulebook()); }
    QString margin() const { return marginWords(finding, rulebook()); }
};

Judged judge(QStringView rule, const std::function<void(StepBuilder&)>& edit,
             const QMap<QString, QByteArray>& rulebooks = builtIn())
{
    const Loaded loaded = load(fixtureJson(u"2025-26"_s), rulebooks);
    if (!loaded.error.isEmpty()) {
        qWarning() << loaded.error;
        return {};
    }
    StepBuilder builder(loaded.plan);
    edit(builder);
    Judged judged{builder.plan(), loaded.shelf, {}, {}};
    judged.evaluation = evaluate(judged.plan, judged.shelf);
    if (const Finding* found = finding(judged.evaluation.findings, rule))
        judged.finding = *found;
    return judged;
}

} // namespace

class TestGovernanceChecks : public QObject
{
    Q_OBJECT

private slots:
    void onTheFixture_data();
    void onTheFixture();
    void whatIsWrongWithASignature_data();
    void whatIsWrongWithASignature();
    void delegationAsTheRulebookSays_data();
    void delegationAsTheRulebookSays();
    void withoutADayNobodyIsLate();
    void aRoundThatAsksForNone();
    void theBoardSignsForItself();
    void detailsComeBack();
    void whoMustSign_data();
    void whoMustSign();
    void words_data();
    void words();
    void stripAndWorklist();
    void noMoneyMendsIt();
};

void TestGovernanceChecks::onTheFixture_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* rule, const char* expected, Edit edit) {
        QTest::newRow(name) << QString::fromLatin1(rule) << edit << QString::fromLatin1(expected);
    };
    const Edit none = [](StepBuilder&) {};

    row("21 nobody named", "BCF-21", "fail 3 0 -3", none);
    row("21 all, on the day it is due", "BCF-21", "pass 3 3 0", allSigned);
    row("21 one has not signed", "BCF-21", "fail 3 2 -1", twoSigned);
    row("21 one not named", "BCF-21", "fail 3 2 -1", [](StepBuilder& plan) {
        allSigned(plan);
        plan.remove(u"signatory", idOf("councilFinance"));
    });
    row("21 a second ICB, not named", "BCF-21", "fail 4 3 -1", [](StepBuilder& plan) {
        allSigned(plan);
        plan.add(u"partner", idOf("icb2")).set(u"partner", idOf("icb2"), u"kind", Value(u"icb"_s));
    });
    row("21 a second ICB, signed", "BCF-21", "pass 4 4 0", [](StepBuilder& plan) {
        allSigned(plan);
        plan.add(u"partner", idOf("icb2")).set(u"partner", idOf("icb2"), u"kind", Value(u"icb"_s));
        signatory(plan, "secondChief", "icb2", "chiefExecutive");
        sign(plan, "fourth", "secondChief", dueDay, "chiefExecutive");
    });
    row("21 a district signs nothing", "BCF-21", "pass 3 3 0", [](StepBuilder& plan) {
        allSigned(plan);
        plan.add(u"partner", idOf("west")).set(u"partner", idOf("west"), u"kind", Value(u"district"_s));
    });
    row("21 one more than the list asks", "BCF-21", "pass 3 3 0", [](StepBuilder& plan) {
        allSigned(plan);
        signatory(plan, "icbFinance", "icb", "financeDirector");
    });
    row("21 no ICB in the plan", "BCF-21", "unknown - - -", [](StepBuilder& plan) {
        allSigned(plan);
        plan.set(u"partner", idOf("icb"), u"kind", Value(u"other"_s));
    });
    row("21 no ICB, and one has not signed", "BCF-21", "fail 2 1 -1", [](StepBuilder& plan) {
        twoSigned(plan);
        plan.set(u"partner", idOf("icb"), u"kind", Value(u"other"_s));
    });
    row("21 named for another year", "BCF-21", "fail 3 2 -1", [](StepBuilder& plan) {
        twoSigned(plan);
        otherYear(plan);
        signatory(plan, "nextFinance", "council", "section151", "2026-27");
        sign(plan, "third", "nextFinance", dueDay, "section151");
    });

    row("22 nothing entered", "BCF-22", "fail - - -", none);
    row("22 neither day", "BCF-22", "fail - - -",
        [](StepBuilder& plan) { submission(plan, "2025-26", QDate(), QDate()); });
    row("22 expected", "BCF-22", "pass - 2025-07-15 -",
        [](StepBuilder& plan) { submission(plan, "2025-26", QDate(), QDate(2025, 7, 15)); });
    row("22 approved", "BCF-22", "pass - 2025-07-17 -",
        [](StepBuilder& plan) { submission(plan, "2025-26", QDate(2025, 7, 17), QDate()); });
    row("22 approved later than expected", "BCF-22", "pass - 2025-07-17 -",
        [](StepBuilder& plan) { submission(plan, "2025-26", QDate(2025, 7, 17), QDate(2025, 7, 15)); });
    row("22 of another year", "BCF-22", "fail - - -", [](StepBuilder& plan) {
        otherYear(plan);
        submission(plan, "2026-27", QDate(2025, 7, 17), QDate());
    });

    row("01 no decision", "GOV-01", "notApplicable - - -", none);
    row("01 put to no vote yet", "GOV-01", "notApplicable - - -",
        [](StepBuilder& plan) { resolution(plan, "one", "One"); });
    row("01 not carried decides nothing", "GOV-01", "notApplicable - - -", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "notCarried", 8, 6);
    });
    row("01 not quorate decides nothing", "GOV-01", "notApplicable - - -", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "notQuorate", 5, 6);
    });
    row("01 exactly as many as needed", "GOV-01", "pass 1 1 0", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "carried", 6, 6);
    });
    row("01 one fewer", "GOV-01", "fail 1 0 -1", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "carried", 5, 6);
    });
    row("01 one of two", "GOV-01", "fail 2 1 -1", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        resolution(plan, "two", "Two");
        outcome(plan, "o1", "one", "applied", 8, 6);
        outcome(plan, "o2", "two", "recommended", 5, 6);
    });
    row("01 applied as it was decided", "GOV-01", "fail 1 0 -1", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "carried", 5, 6);
        outcome(plan, "o2", "one", "applied");
    });
    row("01 nobody knows who could vote", "GOV-01", "unknown - - -", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "carried", 8);
    });
    row("01 not known, beside one that was not quorate", "GOV-01", "fail 2 1 -1", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        resolution(plan, "two", "Two");
        outcome(plan, "o1", "one", "carried");
        outcome(plan, "o2", "two", "carried", 5, 6);
    });
    row("01 reopened", "GOV-01", "notApplicable - - -", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "carried", 5, 6);
        outcome(plan, "o2", "one", "reopened");
    });
    row("01 reopened, and decided again", "GOV-01", "pass 1 1 0", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "carried", 5, 6);
        outcome(plan, "o2", "one", "reopened");
        outcome(plan, "o3", "one", "carried", 7, 6);
    });
    row("01 figures of a vote that was reopened", "GOV-01", "unknown - - -", [](StepBuilder& plan) {
        resolution(plan, "one", "One");
        outcome(plan, "o1", "one", "carried", 8, 6);
        outcome(plan, "o2", "one", "reopened");
        outcome(plan, "o3", "one", "carried");
    });
}

void TestGovernanceChecks::onTheFixture()
{
    QFETCH(QString, rule);
    QFETCH(Edit, edit);
    QFETCH(QString, expected);
    const Judged judged = judge(rule, edit);
    QCOMPARE(summary(judged.finding), expected);
    QVERIFY(judged.finding.subject.isNull());
    QVERIFY(judged.finding.severity == (rule == "BCF-22"_L1 ? Severity::Warn : Severity::Block));
    QCOMPARE(judged.finding.missing.isEmpty(), judged.finding.status != FindingStatus::Unknown);
}

// The signature of the section 151 officer, where the other two have signed.
void TestGovernanceChecks::whatIsWrongWithASignature_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("fault"); // empty: it counts
    const auto row = [](const char* name, const char* fault, Edit edit) {
        QTest::newRow(name) << edit << QString::fromLatin1(fault);
    };
    row("in time", "",
        [](StepBuilder& plan) { sign(plan, "third", "councilFinance", dueDay, "section151"); });
    row("the day after", "late",
        [](StepBuilder& plan) { sign(plan, "third", "councilFinance", dueDay.addDays(1), "section151"); });
    row("by somebody else", "delegated", [](StepBuilder& plan) {
        sign(plan, "third", "councilFinance", dueDay, "section151", "Minute 9/25");
    });
    row("late and by somebody else", "delegated", [](StepBuilder& plan) {
        sign(plan, "third", "councilFinance", dueDay.addDays(1), "section151", "Minute 9/25");
    });
    row("in another role", "role",
        [](StepBuilder& plan) { sign(plan, "third", "councilFinance", dueDay, "chiefExecutive"); });
    row("in no role that is said", "",
        [](StepBuilder& plan) { sign(plan, "third", "councilFinance", dueDay, ""); });
    row("without a day", "open",
        [](StepBuilder& plan) { sign(plan, "third", "councilFinance", QDate(), "section151"); });
    row("under a version of another year", "open", [](StepBuilder& plan) {
        otherYear(plan);
        sign(plan, "third", "councilFinance", dueDay, "section151", "", "next");
    });
    row("under no version", "open",
        [](StepBuilder& plan) { sign(plan, "third", "councilFinance", dueDay, "section151", "", "gone"); });
    row("the later one counts: late", "late", [](StepBuilder& plan) {
        sign(plan, "third", "councilFinance", dueDay, "section151");
        sign(plan, "again", "councilFinance", dueDay.addDays(2), "section151");
    });
    row("the later one counts: in person", "", [](StepBuilder& plan) {
        sign(plan, "third", "councilFinance", dueDay.addDays(-1), "section151", "Minute 9/25");
        sign(plan, "again", "councilFinance", dueDay, "section151");
    });
    row("another row of the same role", "", [](StepBuilder& plan) {
        signatory(plan, "successor", "council", "section151");
        sign(plan, "third", "successor", dueDay, "section151");
    });
    row("another row of the same role, left open", "", [](StepBuilder& plan) {
        sign(plan, "third", "councilFinance", dueDay, "section151");
        signatory(plan, "successor", "council", "section151");
    });
    row("late, and another row left open", "late", [](StepBuilder& plan) {
        sign(plan, "third", "councilFinance", dueDay.addDays(1), "section151");
        signatory(plan, "successor", "council", "section151");
    });
    row("of another partner", "open", [](StepBuilder& plan) {
        signatory(plan, "icbFinance", "icb", "section151");
        sign(plan, "third", "icbFinance", dueDay, "section151");
    });
}

void TestGovernanceChecks::whatIsWrongWithASignature()
{
    QFETCH(Edit, edit);
    QFETCH(QString, fault);
    const Judged judged = judge(u"BCF-21", [&](StepBuilder& plan) {
        twoSigned(plan);
        edit(plan);
    });
    QCOMPARE(summary(judged.finding), fault.isEmpty() ? u"pass 3 3 0"_s : u"fail 3 2 -1"_s);
    QCOMPARE(judged.finding.details,
             fault.isEmpty() ? QStringList() : QStringList{u"council:section151:%1"_s.arg(fault)});
}

void TestGovernanceChecks::delegationAsTheRulebookSays_data()
{
    QTest::addColumn<QJsonObject>("parameters");
    QTest::addColumn<QString>("expected");
    const auto with = [](const QJsonValue& all, const QJsonValue& one) {
        QJsonObject finance = entry("council", "section151");
        if (!one.isUndefined())
            finance[u"delegable"_s] = one;
        QJsonObject parameters{{u"signatories"_s, QJsonArray{finance}}, {u"due"_s, u"planDeadline"_s}};
        if (!all.isUndefined())
            parameters[u"delegable"_s] = all;
        return parameters;
    };
    const QJsonValue unsaid(QJsonValue::Undefined);
    QTest::newRow("unsaid") << with(unsaid, unsaid) << u"fail 1 0 -1"_s;
    QTest::newRow("no") << with(false, unsaid) << u"fail 1 0 -1"_s;
    QTest::newRow("yes") << with(true, unsaid) << u"pass 1 1 0"_s;
    QTest::newRow("no, but this one") << with(false, true) << u"pass 1 1 0"_s;
    QTest::newRow("yes, but not this one") << with(true, false) << u"fail 1 0 -1"_s;
}

void TestGovernanceChecks::delegationAsTheRulebookSays()
{
    QFETCH(QJsonObject, parameters);
    QFETCH(QString, expected);
    const Judged judged = judge(
        u"BCF-21",
        [](StepBuilder& plan) {
            twoSigned(plan);
            sign(plan, "third", "councilFinance", dueDay, "section151", "Minute 9/25");
        },
        withParameters(parameters));
    QCOMPARE(summary(judged.finding), expected);
}

void TestGovernanceChecks::withoutADayNobodyIsLate()
{
    const QJsonObject parameters{{u"signatories"_s, QJsonArray{entry("council", "section151")}}};
    const Judged judged = judge(
        u"BCF-21",
        [](StepBuilder& plan) {
            twoSigned(plan);
            sign(plan, "third", "councilFinance", QDate(2030, 1, 1), "section151");
        },
        withParameters(parameters));
    QCOMPARE(summary(judged.finding), u"pass 1 1 0"_s);
    QCOMPARE(stripTitle(judged.finding, judged.plan, judged.rulebook()), u"Sign-offs"_s);
}

void TestGovernanceChecks::aRoundThatAsksForNone()
{
    const Judged judged =
        judge(u"BCF-21", twoSigned, withEntries({{u"applies"_s, false}, {u"whyNot"_s, u"Not asked for."_s}}));
    QVERIFY(judged.finding.status == FindingStatus::NotApplicable);
    QCOMPARE(judged.words(), u"Not asked for."_s);
    QVERIFY(!requiredSignatures(judged.rulebook()));
    QCOMPARE(stripTitle(judged.finding, judged.plan, judged.rulebook()), u"Sign-offs"_s);
}

void TestGovernanceChecks::theBoardSignsForItself()
{
    const QJsonObject parameters{{u"signatories"_s, QJsonArray{entry("", "chair")}}};
    const Edit named = [](StepBuilder& plan) {
        version(plan, "v1", "2025-26");
        signatory(plan, "boardChair", "", "chair");
        signatory(plan, "councilChair", "council", "chair");
        sign(plan, "wrong", "councilChair", dueDay, "chair");
    };
    const Judged open = judge(u"BCF-21", named, withParameters(parameters));
    QCOMPARE(summary(open.finding), u"fail 1 0 -1"_s);
    QCOMPARE(open.words(), u"Signed by 0 of 1. Still to sign: Fixture Health and Wellbeing Board, chair."_s);
    const Judged judged = judge(
        u"BCF-21",
        [&](StepBuilder& plan) {
            named(plan);
            sign(plan, "right", "boardChair", dueDay, "chair");
        },
        withParameters(parameters));
    QCOMPARE(summary(judged.finding), u"pass 1 1 0"_s);
}

void TestGovernanceChecks::detailsComeBack()
{
    const OpenSignature signature =
        OpenSignature::fromDetail(OpenSignature{Id(u"a:b"_s), u"section151"_s, u"late"_s}.toDetail());
    QCOMPARE(signature.partner.text(), u"a:b"_s);
    QCOMPARE(signature.role, u"section151"_s);
    QCOMPARE(signature.fault, u"late"_s);
    QVERIFY(OpenSignature::fromDetail(u":chair:open"_s).partner.isNull());
}

void TestGovernanceChecks::whoMustSign_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("expected"); // organisation:role:delegable
    QTest::addColumn<QDate>("due");
    const QStringList three{u"council:chiefExecutive:no"_s, u"council:section151:no"_s,
                            u"icb:chiefExecutive:no"_s};
    QTest::newRow("2024-25") << u":/rulebooks/2024-25.json"_s << QStringList() << QDate();
    QTest::newRow("2025-26") << u":/rulebooks/2025-26.json"_s << three << dueDay;
    QTest::newRow("the sample") << u":/sample/calderbourne-2026-27.json"_s
                                << three + QStringList{u":chair:no"_s} << QDate(2026, 3, 31);
}

void TestGovernanceChecks::whoMustSign()
{
    QFETCH(QString, path);
    QFETCH(QStringList, expected);
    QFETCH(QDate, due);
    const Result<Rulebook> rulebook = Rulebook::fromJson(bytesOf(path));
    QVERIFY(rulebook);
    const std::optional<RequiredSignatures> required = requiredSignatures(*rulebook);
    QCOMPARE(required.has_value(), !expected.isEmpty());
    if (!required)
        return;
    QStringList found;
    for (const RequiredSignatory& signatory : required->signatories)
        found.append(u"%1:%2:%3"_s.arg(signatory.organisation, signatory.role,
                                       signatory.delegable ? u"yes"_s : u"no"_s));
    QCOMPARE(found, expected);
    QCOMPARE(required->due, due);
}

void TestGovernanceChecks::words_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("margin");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* rule, const QString& margin, const QString& words,
                        Edit edit) {
        QTest::newRow(name) << QString::fromLatin1(rule) << edit << margin << words;
    };
    const Edit none = [](StepBuilder&) {};

    row("21 met", "BCF-21", u"Met"_s, u"Everybody who must sign has signed: 3 signature(s)."_s, allSigned);
    row("21 none", "BCF-21", u"3 of 3 to collect"_s,
        u"Signed by 0 of 3. Still to sign: Fixture Council, chief executive; Fixture Council, section 151 "
        u"officer; Fixture ICB, chief executive."_s,
        none);
    row("21 late", "BCF-21", u"1 of 3 late"_s,
        u"Signed by 2 of 3. Signed after 31 March 2025: Fixture Council, section 151 officer."_s,
        [](StepBuilder& plan) {
            twoSigned(plan);
            sign(plan, "third", "councilFinance", dueDay.addDays(1), "section151");
        });
    row("21 delegated", "BCF-21", u"1 of 3 do not count"_s,
        u"Signed by 2 of 3. Signed by somebody else, which the round does not allow: Fixture Council, "
        u"section 151 "
        u"officer."_s,
        [](StepBuilder& plan) {
            twoSigned(plan);
            sign(plan, "third", "councilFinance", dueDay, "section151", "Minute 9/25");
        });
    row("21 one late, one open", "BCF-21", u"1 of 3 to collect"_s,
        u"Signed by 1 of 3. Still to sign: Fixture Council, section 151 officer. Signed after 31 March 2025: "
        u"Fixture "
        u"ICB, chief executive."_s,
        [](StepBuilder& plan) {
            twoSigned(plan);
            sign(plan, "again", "icbChief", QDate(2025, 4, 14), "chiefExecutive");
        });
    row("21 unknown", "BCF-21", u"Not known"_s,
        u"Not known until this is entered: an integrated care board among the partners."_s,
        [](StepBuilder& plan) {
            allSigned(plan);
            plan.set(u"partner", idOf("icb"), u"kind", Value(u"other"_s));
        });

    row("22 nothing", "BCF-22", u"No day entered"_s,
        u"Fixture Health and Wellbeing Board has not approved the plan, and no day is named on which it is "
        u"expected "
        u"to."_s,
        none);
    row("22 expected", "BCF-22", u"Expected 15 July 2025"_s,
        u"Fixture Health and Wellbeing Board is expected to approve the plan on 15 July 2025."_s,
        [](StepBuilder& plan) { submission(plan, "2025-26", QDate(), QDate(2025, 7, 15)); });
    row("22 approved", "BCF-22", u"Approved 17 July 2025"_s,
        u"Fixture Health and Wellbeing Board approved the plan on 17 July 2025."_s,
        [](StepBuilder& plan) { submission(plan, "2025-26", QDate(2025, 7, 17), QDate(2025, 7, 15)); });

    row("01 none", "GOV-01", u"Does not apply"_s, u"No decision is on the record yet."_s, none);
    row("01 met", "GOV-01", u"Met"_s,
        u"A quorum could vote on each of the 1 decision(s) on the record, the last on 12 March 2025."_s,
        [](StepBuilder& plan) {
            resolution(plan, "one", "Adopt option B");
            outcome(plan, "o1", "one", "carried", 8, 6);
        });
    // The meeting was on 12 March; what was recorded on another day says that day.
    row("01 met on its own day", "GOV-01", u"Met"_s,
        u"A quorum could vote on each of the 2 decision(s) on the record, the last on 2 April 2025."_s,
        [](StepBuilder& plan) {
            resolution(plan, "one", "Adopt option B");
            resolution(plan, "two", "Adopt option C");
            outcome(plan, "o1", "one", "carried", 8, 6);
            outcome(plan, "o2", "two", "carried", 8, 6);
            plan.set(u"resolutionOutcome", idOf("o1"), u"on", Value(QDate(2025, 4, 2)));
            plan.set(u"resolutionOutcome", idOf("o2"), u"on", Value(QDate(2025, 3, 20)));
        });
    row("01 missed on its own day", "GOV-01", u"1 not quorate"_s,
        u"No quorum could vote on “Adopt option B” on 2 April 2025: 5 could vote, 6 were needed."_s,
        [](StepBuilder& plan) {
            resolution(plan, "one", "Adopt option B");
            outcome(plan, "o1", "one", "carried", 5, 6);
            plan.set(u"resolutionOutcome", idOf("o1"), u"on", Value(QDate(2025, 4, 2)));
        });
    row("01 missed", "GOV-01", u"1 not quorate"_s,
        u"No quorum could vote on “Adopt option B” on 12 March 2025: 5 could vote, 6 were needed."_s,
        [](StepBuilder& plan) {
            resolution(plan, "one", "Adopt option B");
            outcome(plan, "o1", "one", "carried", 5, 6);
        });
    row("01 unknown", "GOV-01", u"Not known"_s,
        u"Not known until this is entered: how many could vote on “Adopt option B”, and how many were needed."_s,
        [](StepBuilder& plan) {
            resolution(plan, "one", "Adopt option B");
            outcome(plan, "o1", "one", "carried");
        });
}

void TestGovernanceChecks::words()
{
    QFETCH(QString, rule);
    QFETCH(Edit, edit);
    const Judged judged = judge(rule, edit);
    QTEST(judged.margin(), "margin");
    QTEST(judged.words(), "words");
}

void TestGovernanceChecks::stripAndWorklist()
{
    const Judged judged = judge(u"BCF-21", twoSigned);
    QCOMPARE(stripTitle(judged.finding, judged.plan, judged.rulebook()), u"Sign-offs, due 31 March"_s);
    QCOMPARE(conditionTitle(judged.finding, judged.plan, judged.rulebook()),
             u"Everybody who must sign has signed"_s);
    QCOMPARE(figureText(judged.finding, judged.finding.required), u"3"_s);
    const Judged approval =
        judge(u"BCF-22", [](StepBuilder& plan) { submission(plan, "2025-26", QDate(2025, 7, 17), QDate()); });
    QCOMPARE(figureText(approval.finding, approval.finding.required), u"–"_s);
    QCOMPARE(figureText(approval.finding, approval.finding.planned), u"17 July 2025"_s);

    QStringList texts;
    for (const ToSettle& item : toSettle(judged.plan, judged.shelf, judged.evaluation, u"2025-26"_s))
        texts.append(item.text);
    QVERIFY(texts.contains(u"Collect 1 of 3 signatures, due 31 March"_s));
    QVERIFY(texts.contains(u"Enter when the Health and Wellbeing Board approves the plan"_s));
}

void TestGovernanceChecks::noMoneyMendsIt()
{
    for (const QStringView rule : {u"BCF-21", u"BCF-22"}) {
        const Judged judged = judge(rule, [](StepBuilder&) {});
        QVERIFY(judged.finding.status == FindingStatus::Fail);
        QVERIFY(nearestFixes(judged.plan, judged.shelf, judged.evaluation, judged.finding).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestGovernanceChecks)
#include "test_governancechecks.moc"
