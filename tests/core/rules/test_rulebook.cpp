// The built-in rulebooks say what bcf-s75.md says, and the parser refuses what it cannot trust, naming the place.
#include "core/rules/check.h"
#include "core/rules/rulebook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Rulebook builtIn(const QString& path)
{
    const Result<Rulebook> rulebook = Rulebook::fromJson(bytesOf(path));
    return rulebook ? *rulebook : Rulebook();
}

// The value at "checks[3].parameters.source" replaced, or removed when it is undefined.
QJsonValue replaced(const QJsonValue& in, QStringList path, const QJsonValue& by)
{
    if (path.isEmpty())
        return by;
    const QString name = path.takeFirst();
    bool isIndex = false;
    const int index = name.toInt(&isIndex);
    if (isIndex) {
        QJsonArray array = in.toArray();
        array.replace(index, replaced(array.at(index), path, by));
        return array;
    }
    QJsonObject object = in.toObject();
    const QJsonValue child = replaced(object.value(name), path, by);
    if (child.isUndefined())
        object.remove(name);
    else
        object.insert(name, child);
    return object;
}

} // namespace

class TestRulebook : public QObject
{
    Q_OBJECT

private slots:
    void builtInRulebooks_data();
    void builtInRulebooks();
    void numbersOfTheRules();
    void theSampleLeavesFourFactsUnconfirmed();
    void labels();
    void streamsSayWhatIsKnownOfThem();
    void functionsOfTheLaw();
    void datesOfFacts_data();
    void datesOfFacts();
    void dayOfAYear();
    void everyFactAndEntryHasASource_data();
    void everyFactAndEntryHasASource();
    void refuses_data();
    void refuses();
    void refusesWhatIsNotARulebook_data();
    void refusesWhatIsNotARulebook();
};

void TestRulebook::builtInRulebooks_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("applies");
    QTest::addColumn<QStringList>("doesNot");
    QTest::addColumn<QStringList>("sources");
    QTest::addColumn<int>("notConfirmed");
    const QStringList agreements{u"S75-01"_s, u"S75-02"_s, u"S75-03"_s, u"S75-04"_s, u"S75-05"_s,
                                 u"S75-06"_s, u"S75-07"_s, u"S75-08"_s, u"S75-09"_s, u"GOV-01"_s};
    const QStringList all{
        u"BCF-01"_s, u"BCF-02"_s, u"BCF-03"_s, u"BCF-04"_s, u"BCF-05"_s,
        u"BCF-06"_s, u"BCF-07"_s, u"BCF-08"_s, u"BCF-09"_s, u"BCF-10"_s,
        u"BCF-11"_s, u"BCF-12"_s, u"BCF-13"_s, u"BCF-22"_s}; // signatures were not asked for
    QTest::newRow("2024-25") << u":/rulebooks/2024-25.json"_s << all + agreements << QStringList()
                             << QStringList{u"NHS_MIN"_s,      u"NHS_ADD"_s,       u"DFG"_s,   u"IBCF"_s,
                                            u"LA_DISCHARGE"_s, u"ICB_DISCHARGE"_s, u"LA_ADD"_s}
                             << 8;
    QTest::newRow("2025-26") << u":/rulebooks/2025-26.json"_s
                             << QStringList{u"BCF-01"_s, u"BCF-02"_s, u"BCF-03"_s, u"BCF-04"_s,
                                            u"BCF-05"_s, u"BCF-07"_s, u"BCF-09"_s, u"BCF-10"_s,
                                            u"BCF-11"_s, u"BCF-13"_s, u"BCF-21"_s, u"BCF-22"_s} +
                                    agreements
                             << QStringList{u"BCF-06"_s, u"BCF-08"_s, u"BCF-12"_s}
                             << QStringList{u"NHS_MIN"_s, u"NHS_ADD"_s, u"LABCG"_s, u"DFG"_s, u"LA_ADD"_s}
                             << 5;
}

void TestRulebook::builtInRulebooks()
{
    QFETCH(QString, path);
    const Result<Rulebook> rulebook = Rulebook::fromJson(bytesOf(path));
    QVERIFY2(rulebook.ok(), rulebook ? "" : qPrintable(rulebook.error().text));
    QCOMPARE(rulebook->id, QString::fromUtf8(QTest::currentDataTag()));
    QStringList applies;
    QStringList doesNot;
    for (const RulebookCheck& check : rulebook->checks) {
        (check.applies ? applies : doesNot).append(check.rule);
        QCOMPARE(check.whyNot.isEmpty(), check.applies);
    }
    QTEST(applies, "applies");
    QTEST(doesNot, "doesNot");
    QStringList sources;
    for (const RulebookEntry& entry : rulebook->list(u"sources"))
        sources.append(entry.value);
    QTEST(sources, "sources");
    QTEST(rulebook->notConfirmed(), "notConfirmed");
}

void TestRulebook::numbersOfTheRules()
{
    const Rulebook rules24 = builtIn(u":/rulebooks/2024-25.json"_s);
    const Rulebook rules25 = builtIn(u":/rulebooks/2025-26.json"_s);
    QCOMPARE(rules24.fact(u"socialCareUplift")->value, u"5.66"_s);
    QVERIFY(rules24.fact(u"socialCareUplift")->confidence == Confidence::Check);
    QCOMPARE(rules25.fact(u"socialCareUplift")->value, u"3.9"_s);
    QVERIFY(rules25.fact(u"socialCareUplift")->confidence == Confidence::Seen);
    QCOMPARE(rules25.fact(u"section75Date")->value, QString());
    QVERIFY(rules25.fact(u"section75Date")->confidence == Confidence::Blank);
    QCOMPARE(rules24.list(u"schemeTypes").size(), 19);
    QCOMPARE(rules25.list(u"activities").size(), 17);
    QCOMPARE(rules25.list(u"objectives").size(), 6);
    QCOMPARE(rules25.list(u"areasOfSpend").size(), 7);
    QVERIFY(rules25.list(u"schemeTypes").isEmpty());
    QVERIFY(rules25.check(u"BCF-02")->severity == Severity::Warn);
    QVERIFY(rules25.check(u"BCF-04")->severity == Severity::Block);
    QVERIFY(rules25.entry(u"sources", u"LABCG")->minimum);
    QVERIFY(!rules25.entry(u"sources", u"LA_ADD")->minimum);
}

void TestRulebook::theSampleLeavesFourFactsUnconfirmed()
{
    const Rulebook own = builtIn(u":/sample/calderbourne-2026-27.json"_s);
    QCOMPARE(own.id, u"calderbourne-2026-27"_s);
    QCOMPARE(own.basedOn, u"2025-26"_s);
    QCOMPARE(own.notConfirmed(), 4);
    QStringList open;
    for (const RulebookFact& fact : own.facts)
        if (fact.confidence != Confidence::Seen)
            open.append(fact.id + (fact.value.isEmpty() ? u" (blank)"_s : QString()));
    QCOMPARE(open, (QStringList{u"socialCareMinimum"_s, u"socialCareUplift (blank)"_s, u"planDeadline"_s,
                                u"section75Date (blank)"_s}));
    QCOMPARE(own.fact(u"planDeadline")->value, u"31 March 2026"_s);
    QVERIFY(!own.check(u"BCF-05"));
}

void TestRulebook::labels()
{
    const Rulebook rules = builtIn(u":/rulebooks/2025-26.json"_s);
    QCOMPARE(rules.label(u"sources", u"LABCG"_s), u"Local Authority Better Care Grant"_s);
    QCOMPARE(rules.shortLabel(u"sources", u"NHS_MIN"_s), u"NHS minimum"_s);
    QCOMPARE(rules.shortLabel(u"areasOfSpend", u"Social Care"_s), u"Social care"_s);
    QCOMPARE(rules.label(u"areasOfSpend", u"Acute"_s), u"Acute"_s);
    QCOMPARE(rules.label(u"sources", u"IBCF"_s), u"IBCF"_s);
    QVERIFY(rules.list(u"nothing").isEmpty());
    QVERIFY(!rules.check(u"BCF-99"));
}

// bcf-s75.md, 1.1 and 1.6: what is tagged as unconfirmed stays blank.
void TestRulebook::streamsSayWhatIsKnownOfThem()
{
    const Rulebook rules24 = builtIn(u":/rulebooks/2024-25.json"_s);
    const Rulebook rules25 = builtIn(u":/rulebooks/2025-26.json"_s);
    const Rulebook own = builtIn(u":/sample/calderbourne-2026-27.json"_s);
    for (const Rulebook* rules : {&rules24, &rules25, &own}) {
        for (const RulebookEntry& entry : rules->list(u"sources")) {
            QStringList ids;
            for (const RulebookFact& fact : entry.facts) {
                ids.append(fact.id);
                QVERIFY2(!fact.source.isEmpty() && !fact.text.isEmpty(), qPrintable(entry.value + fact.id));
                QCOMPARE(fact.value.isEmpty(), fact.confidence == Confidence::Blank);
            }
            QCOMPARE(ids,
                     (QStringList{u"legalBasis"_s, u"payer"_s, u"use"_s, u"carryForward"_s, u"years"_s}));
        }
    }
    const auto confidence = [](const Rulebook& rules, QStringView source, QStringView fact) {
        return rules.entry(u"sources", source)->fact(fact)->confidence;
    };
    QVERIFY(confidence(rules25, u"NHS_MIN", u"legalBasis") == Confidence::Seen);
    QVERIFY(rules25.entry(u"sources", u"NHS_MIN")->fact(u"legalBasis")->value.contains(u"223GA"_s));
    QVERIFY(confidence(rules25, u"DFG", u"legalBasis") == Confidence::Check);
    QVERIFY(confidence(rules25, u"DFG", u"carryForward") == Confidence::Blank);
    QVERIFY(confidence(rules25, u"LABCG", u"carryForward") == Confidence::Blank);
    QVERIFY(confidence(rules24, u"IBCF", u"carryForward") == Confidence::Blank);
    QVERIFY(confidence(rules24, u"IBCF", u"legalBasis") == Confidence::Seen);
    QVERIFY(confidence(rules24, u"LA_DISCHARGE", u"carryForward") == Confidence::Seen);
    QVERIFY(!rules25.entry(u"sources", u"NHS_MIN")->fact(u"colour"));
}

void TestRulebook::functionsOfTheLaw()
{
    for (const QString& path : {u":/rulebooks/2024-25.json"_s, u":/rulebooks/2025-26.json"_s,
                                u":/sample/calderbourne-2026-27.json"_s}) {
        const Rulebook rules = builtIn(path);
        QStringList seen;
        QStringList check;
        for (const RulebookEntry& entry : rules.list(u"functions"))
            if (entry.excluded)
                (entry.confidence == Confidence::Seen ? seen : check).append(entry.value);
        QCOMPARE(seen, (QStringList{u"Emergency ambulance services"_s, u"Surgery"_s, u"Radiotherapy"_s,
                                    u"Endoscopy"_s, u"Class 4 laser treatments"_s}));
        QCOMPARE(check, (QStringList{u"Termination of pregnancies"_s, u"Other invasive treatments"_s,
                                     u"Appointment of approved mental health professionals"_s}));
        QVERIFY(!rules.entry(u"functions", u"Rehabilitation")->excluded);
        QCOMPARE(rules.entry(u"functions", u"Adult social care")->partnerKind, u"council"_s);
        QCOMPARE(rules.entry(u"providers", u"NHS Acute Provider")->partnerKind, u"nhs"_s);
        QCOMPARE(rules.entry(u"providers", u"Local Authority")->partnerKind, u"council"_s);
        QCOMPARE(rules.entry(u"providers", u"Private Sector")->partnerKind, QString());
    }
}

void TestRulebook::datesOfFacts_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QDate>("expected");
    QTest::newRow("in words") << u"30 September 2024"_s << QDate(2024, 9, 30);
    QTest::newRow("one digit") << u"1 April 2025"_s << QDate(2025, 4, 1);
    QTest::newRow("ISO") << u"2023-10-31"_s << QDate(2023, 10, 31);
    QTest::newRow("no such day") << u"31 September 2024"_s << QDate();
    QTest::newRow("no year") << u"30 June"_s << QDate();
    QTest::newRow("a sentence") << u"in the autumn"_s << QDate();
    QTest::newRow("nothing") << QString() << QDate();
}

void TestRulebook::datesOfFacts()
{
    QFETCH(QString, value);
    RulebookFact fact;
    fact.value = value;
    QTEST(dateOf(fact), "expected");
}

void TestRulebook::dayOfAYear()
{
    RulebookFact fact;
    fact.value = u"30 June"_s;
    QCOMPARE(dayOf(fact, u"2026-27"_s), QDate(2026, 6, 30));
    fact.value = u"31 March"_s;
    QCOMPARE(dayOf(fact, u"2026-27"_s), QDate(2027, 3, 31));
    fact.value = u"1 April"_s;
    QCOMPARE(dayOf(fact, u"2026-27"_s), QDate(2026, 4, 1));
    fact.value = u"30 June 2026"_s;
    QCOMPARE(dayOf(fact, u"2026-27"_s), QDate());
    fact.value = QString();
    QCOMPARE(dayOf(fact, u"2026-27"_s), QDate());
}

void TestRulebook::everyFactAndEntryHasASource_data()
{
    QTest::addColumn<QString>("path");
    for (const QString& path : {u":/rulebooks/2024-25.json"_s, u":/rulebooks/2025-26.json"_s,
                                u":/sample/calderbourne-2026-27.json"_s})
        QTest::newRow(qPrintable(path)) << path;
}

void TestRulebook::everyFactAndEntryHasASource()
{
    QFETCH(QString, path);
    const Rulebook rules = builtIn(path);
    QVERIFY(!rules.facts.isEmpty() && !rules.checks.isEmpty());
    for (const RulebookFact& fact : rules.facts) {
        QVERIFY2(!fact.source.isEmpty(), qPrintable(fact.id));
        QCOMPARE(fact.value.isEmpty(), fact.confidence == Confidence::Blank);
    }
    for (const auto list :
         {u"sources", u"areasOfSpend", u"commissioners", u"providers", u"minimumKinds", u"functions"}) {
        QVERIFY(!rules.list(list).isEmpty());
        for (const RulebookEntry& entry : rules.list(list))
            QVERIFY2(!entry.source.isEmpty() && !entry.label.isEmpty(), qPrintable(entry.value));
    }
    for (const RulebookCheck& check : rules.checks)
        QVERIFY2(!check.source.isEmpty() && !check.shortTitle.isEmpty() &&
                     checkKind(check.function, check.version),
                 qPrintable(check.rule));
}

void TestRulebook::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("by");
    const QJsonValue gone(QJsonValue::Undefined);
    const auto row = [](const char* name, const char* path, const QJsonValue& by) {
        QTest::newRow(name) << QString::fromLatin1(path) << by;
    };
    row("unknown check", "checks[3].function", u"areaOfSpendMaximum"_s);
    row("unknown version of a check", "checks[3].version", 7);
    row("version of a wrong type", "checks[3].version", u"1"_s);
    row("severity of a wrong type", "checks[0].severity", 1);
    row("severity of no meaning", "checks[0].severity", u"fatal"_s);
    row("applies is a text", "checks[0].applies", u"yes"_s);
    row("check without source", "checks[2].source", gone);
    row("check without confidence", "checks[2].confidence", gone);
    row("rule twice", "checks[1].rule", u"BCF-01"_s);
    row("no reason why not", "checks[5].whyNot", gone);
    row("fact without source", "facts[4].source", gone);
    row("fact without confidence", "facts[4].confidence", gone);
    row("fact with a new confidence", "facts[4].confidence", u"sure"_s);
    row("fact known without value", "facts[4].value", gone);
    row("value of a wrong type", "facts[4].value", 3.9);
    row("list without source", "lists.providers.source", gone);
    row("list without confidence", "lists.providers.confidence", gone);
    row("entry of a wrong type", "lists.providers.entries[1]", u"NHS"_s);
    row("entry twice", "lists.providers.entries[1].value", u"Local Authority"_s);
    row("flag of a wrong type", "lists.sources.entries[0].minimum", 1);
    row("list of no such name", "lists.colours", QJsonObject());
    row("no checks", "checks", gone);
    row("checks of a wrong type", "checks", QJsonObject());
    row("no parameters", "checks[3].parameters", gone);
    row("parameter missing", "checks[3].parameters.minimumKind", gone);
    row("parameter not in its list", "checks[3].parameters.source", u"IBCF"_s);
    row("parameter of a wrong type", "checks[3].parameters.areasOfSpend", u"Social Care"_s);
    row("parameter unknown", "checks[3].parameters.colour", u"red"_s);
    row("percentage in words", "checks[4].parameters.tolerancePercent", u"half"_s);
    row("fact that is not there", "checks[4].parameters.upliftFact", u"uplift"_s);
    row("date that is a text", "checks[21].parameters.signedBy", u"signatories"_s);
    row("day that has a year", "checks[9].parameters.passedDownBy", u"planDeadline"_s);
    row("fact of a source that is not there", "lists.sources.entries[0].facts[0].id", u"colour"_s);
    row("fact of a source twice", "lists.sources.entries[0].facts[1].id", u"legalBasis"_s);
    row("fact of a source without confidence", "lists.sources.entries[0].facts[2].confidence", gone);
    row("excluded is a text", "lists.functions.entries[0].excluded", u"no"_s);
    row("cell of no entity", "checks[12].parameters.cells[0].entity", u"animal"_s);
    row("cell of no field", "checks[12].parameters.cells[0].field", u"colour"_s);
    row("cell that is money", "checks[12].parameters.cells[2].field", u"amount"_s);
    row("nobody signs", "checks[13].parameters.signatories", QJsonArray());
    row("signatories not named", "checks[13].parameters.signatories", gone);
    row("signatory of a wrong type", "checks[13].parameters.signatories[0]", u"council"_s);
    row("signatory without a role", "checks[13].parameters.signatories[0].role", gone);
    row("signatory of no known role", "checks[13].parameters.signatories[0].role", u"treasurer"_s);
    row("signatory of no known kind", "checks[13].parameters.signatories[0].organisation", u"district"_s);
    row("signatory twice", "checks[13].parameters.signatories[1].role", u"chiefExecutive"_s);
    row("misspelt entry of a signatory", "checks[13].parameters.signatories[0].delegatable", false);
    row("delegable is a text", "checks[13].parameters.delegable", u"no"_s);
    row("delegable of one is a text", "checks[13].parameters.signatories[2].delegable", u"no"_s);
    row("due on no day", "checks[13].parameters.due", u"signatories"_s);
    row("misspelt entry", "checks[0].titel", u"No source overspends"_s);
    row("newer version", "version", 2);
    row("no id", "id", u""_s);
}

void TestRulebook::refuses()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, by);
    const QJsonDocument document = QJsonDocument::fromJson(bytesOf(u":/rulebooks/2025-26.json"_s));
    QString steps = path;
    steps.replace(u'[', u'.').remove(u']');
    const QJsonObject changed = replaced(document.object(), steps.split(u'.'), by).toObject();
    QVERIFY(changed != document.object());

    const Result<Rulebook> rulebook = Rulebook::fromJson(QJsonDocument(changed).toJson());
    QVERIFY(!rulebook.ok());
    QString place = path;
    if (path == "checks[3].version"_L1 && by.isDouble())
        place = u"checks[3].function"_s; // what the pair names is not there
    QVERIFY2(rulebook.error().text.contains(u" %1: "_s.arg(place)), qPrintable(rulebook.error().text));
}

void TestRulebook::refusesWhatIsNotARulebook_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << u"not JSON"_s;
    QTest::newRow("cut short") << bytesOf(u":/rulebooks/2025-26.json"_s).left(200) << u"line "_s;
    QTest::newRow("a plan") << QByteArray("{\"format\": \"placewright-plan\"}") << u"not a rulebook"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"not a rulebook"_s;
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00{", 4) << u"not JSON"_s;
}

void TestRulebook::refusesWhatIsNotARulebook()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const Result<Rulebook> rulebook = Rulebook::fromJson(text);
    QVERIFY(!rulebook.ok());
    QVERIFY2(rulebook.error().text.contains(says), qPrintable(rulebook.error().text));
}

QTEST_GUILESS_MAIN(TestRulebook)
#include "test_rulebook.moc"
