// The plan that a frozen version keeps: the base back as it was, without names, texts and scenarios.
#include "core/exchange/keptplan.h"
#include "tests/support/committeeplan.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class KeptPlanTest : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void needsNoTextsAndHoldsNoNames();
    void anAlteredOneIsRefused();
    void aVersionWithoutItsPlanIsRefused();
};

namespace {

// With a rulebook, a dataset and an earlier version, whose texts the file keeps apart.
PlanTree tree()
{
    Plan plan = committeePlan();
    plan = with(plan, FinancialYear::type, u"2026-27"_s,
                {{u"rulebook"_s, Value(u"2026-27"_s)}, {u"rulebookHash"_s, Value(QString(64, u'a'))}});
    plan = with(plan, NeedDataset::type, u"figures"_s, {{u"hash"_s, Value(QString(64, u'b'))}});
    plan = with(plan, FrozenVersion::type, u"v1"_s,
                {{u"year"_s, ref(u"2026-27"_s)},
                 {u"number"_s, Value::count(1)},
                 {u"planHash"_s, Value(QString(64, u'c'))},
                 {u"evaluationHash"_s, Value(QString(64, u'd'))},
                 {u"paperHash"_s, Value(QString(64, u'e'))}});
    return {plan, {}, plan.people, {{QString(64, u'a'), "a rulebook"}}};
}

} // namespace

void KeptPlanTest::comesBackAsItWas()
{
    const PlanTree whole = tree();
    const Result<Plan> kept = planKept(planToKeep(whole));
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().text));
    QVERIFY(*kept == whole.base);
    QCOMPARE(kept->years[0].rulebookHash, QString(64, u'a'));
    QCOMPARE(kept->needDatasets[0].hash, QString(64, u'b'));
    QCOMPARE(kept->frozenVersions[0].paperHash, QString(64, u'e'));
    QCOMPARE(planToKeep(whole), planToKeep(tree())); // the same bytes each time
}

void KeptPlanTest::needsNoTextsAndHoldsNoNames()
{
    const QByteArray bytes = planToKeep(tree());
    QVERIFY(!bytes.contains("a rulebook"));
    QVERIFY(!bytes.contains("Aziz"));
}

void KeptPlanTest::anAlteredOneIsRefused()
{
    const Plan base = tree().base;
    PlanTree whole = tree();
    const QByteArray bytes = planToKeep(whole);
    const QString hash = sha256Hex(bytes);
    whole.base = with(base, FrozenVersion::type, u"v1"_s, {{u"planHash"_s, Value(hash)}});
    whole.blobs.insert(hash, bytes);
    const FrozenVersion& version = whole.base.frozenVersions[0];
    const Result<Plan> read = planOfVersion(whole, version);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QVERIFY(*read == base);
    QCOMPARE(read->people, whole.base.people); // names as they are known now

    whole.blobs[hash][bytes.size() / 2] ^= 1;
    const Result<Plan> altered = planOfVersion(whole, version);
    QVERIFY(!altered);
    QVERIFY2(altered.error().text.contains(u"altered"_s), qPrintable(altered.error().text));
    QVERIFY(!planKept("{"));
    QVERIFY(!planKept("[]"));
}

void KeptPlanTest::aVersionWithoutItsPlanIsRefused()
{
    const PlanTree whole = tree();
    const Result<Plan> read = planOfVersion(whole, whole.base.frozenVersions[0]);
    QVERIFY(!read);
    QVERIFY2(read.error().text.contains(u"Version 1"_s), qPrintable(read.error().text));
}

QTEST_GUILESS_MAIN(KeptPlanTest)
#include "test_keptplan.moc"
