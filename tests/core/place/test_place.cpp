#include "core/place/place.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestPlace : public QObject
{
    Q_OBJECT

private slots:
    void yearsFollowOneAnother_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("year");
        QTest::addColumn<QString>("after");
        QTest::newRow("plain") << u"2025-26"_s << u"2026-27"_s << u"2027-28"_s;
        QTest::newRow("century") << u"2098-99"_s << u"2099-00"_s << u"2100-01"_s;
        QTest::newRow("the last") << u"9998-99"_s << u"9999-00"_s << QString();
        QTest::newRow("no year") << QString() << u"2026-28"_s << QString();
    }
    void yearsFollowOneAnother()
    {
        QFETCH(QString, before);
        QFETCH(QString, year);
        QFETCH(QString, after);
        QCOMPARE(yearBefore(year), before);
        QCOMPARE(yearAfter(year), after);
    }
};

QTEST_APPLESS_MAIN(TestPlace)
#include "test_place.moc"
