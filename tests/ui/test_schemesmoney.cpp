// VAT, client contributions, risk and limits in the table of schemes, over the sample plan. Expected figures stand in
// calderbourne.md.
#include "tests/ui/schemesshown.h"

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

class TestSchemesMoney : public QObject
{
    Q_OBJECT

private slots:
    // A line of 400,000 and one of 2,900,000, with VAT and with what clients pay, both made up here.
    void vatCountsInEverySubtotal()
    {
        SampleDocument document;
        Shown table(*document);
        QCOMPARE(table.model.columnOf(u"irrecoverableVat", thisYear), -1);
        StepBuilder builder(document->plan());
        builder.set(Line::type.id, Id(u"s16-telecare-and-alarms"_s), u"irrecoverableVat", thisYear,
                    Value(Money::fromPounds(80'000)));
        builder.set(Line::type.id, Id(u"s02-packages-above-the-grant"_s), u"clientContributions", thisYear,
                    Value(Money::fromPounds(50'000)));
        QVERIFY(document->commit(builder.step(u"VAT"_s)));
        QVERIFY(table.model.columnOf(u"irrecoverableVat", thisYear) > 0); // shows itself, so that rows add up
        QCOMPARE(shown(table.amount(u"s16-telecare-and-alarms"_s)), u"400,000"_s);
        QCOMPARE(shown(table.amount(u"s16"_s)), u"480,000"_s);
        QCOMPARE(shown(table.cell(u"s16"_s, u"irrecoverableVat", thisYear)), u"80,000"_s);
        QCOMPARE(shown(table.change(u"s16-telecare-and-alarms"_s)), u"+100,000"_s); // 480,000 after 380,000
        QCOMPARE(shown(table.change(u"s16"_s)), u"+100,000"_s);
        int compared = 0;
        for (const SchemeTotal& scheme : document->evaluation().schemes) {
            if (scheme.year != thisYear.year.text())
                continue;
            QCOMPARE(pence(table.amount(scheme.scheme.text())), scheme.spend.amount.pence());
            ++compared;
        }
        QCOMPARE(compared, 18);
        const int now = table.model.columnOf(u"amount", thisYear);
        const auto year =
            std::find_if(document->evaluation().years.begin(), document->evaluation().years.end(),
                         [](const YearTotal& total) { return total.year == thisYear.year.text(); });
        QCOMPARE(pence(table.total(now)), year->spend.amount.pence());
        QCOMPARE(pence(table.total(now)), pounds(57'723'700));
        QCOMPARE(table.total(0).data(SecondaryTextRole).toString(), u"planned over income £80,000.00"_s);

        table.model.setColumns(table.model.columns() + QStringList{u"gross"_s, u"clientContributions"_s});
        const auto titled = [&](const QString& title) {
            for (int column = 0; column < table.model.columnCount(); ++column)
                if (table.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == title)
                    return column;
            return -1;
        };
        const int gross = titled(u"Gross £"_s);
        QVERIFY(gross > 0);
        QCOMPARE(shown(table.amount(u"s16-telecare-and-alarms"_s).siblingAtColumn(gross)), u"480,000"_s);
        QCOMPARE(shown(table.amount(u"s02-packages-above-the-grant"_s).siblingAtColumn(gross)),
                 u"2,950,000"_s);
        QCOMPARE(shown(table.amount(u"s02"_s).siblingAtColumn(gross)), u"12,200,000"_s);
        QCOMPARE(shown(table.total(gross)), u"57,773,700"_s);
        QVERIFY(!(table.amount(u"s16-telecare-and-alarms"_s).siblingAtColumn(gross).flags() &
                  Qt::ItemIsEditable));
        QVERIFY(table.cell(u"s16-telecare-and-alarms"_s, u"clientContributions", thisYear).flags() &
                Qt::ItemIsEditable);
        for (const Grouping grouping : {Grouping::Source, Grouping::Fund, Grouping::AreaOfSpend}) {
            table.model.setGrouping(grouping);
            qint64 sum = 0;
            const int column = table.model.columnOf(u"amount", thisYear);
            for (int row = 0; row < table.model.rowCount(); ++row)
                if (table.model.row(row).kind == PlanRow::Kind::Group)
                    sum += pence(table.model.index(row, column));
            QCOMPARE(sum, pounds(57'723'700));
        }
    }

    void riskAndLimitsAreTypedAndRefused()
    {
        SampleDocument document;
        Shown table(*document);
        table.model.setColumns(usualSchemeColumns() +
                               QStringList{u"risk"_s, u"riskBearer"_s, u"clientContributions"_s, u"floor"_s,
                                           u"ceiling"_s, u"vatRoute"_s, u"irrecoverableVat"_s});
        const QString line = u"s02-packages-above-the-grant"_s;
        const auto type = [&](const QModelIndex& at, const QString& text) {
            return table.model.setData(at, text, Qt::EditRole);
        };
        QCOMPARE(shown(table.cell(line, u"risk")), u"Shared"_s);
        QCOMPARE(shown(table.cell(line, u"riskBearer")), u"–"_s);
        QVERIFY(type(table.cell(line, u"risk"), u"At own risk"_s));
        QCOMPARE(shown(table.cell(line, u"riskBearer")), u"as the commissioner"_s);
        QVERIFY(type(table.cell(line, u"riskBearer"), u"Council"_s));
        QCOMPARE(document->plan().lines.find(Id(line))->riskBearer, Id(u"council"_s));
        QCOMPARE(shown(table.cell(u"s01"_s, u"ceiling")), u"7,000,000"_s);
        QCOMPARE(shown(table.cell(u"s01"_s, u"vatRoute")), u"Council, section 33"_s);

        const int steps = document->undoStack().count();
        const auto refused = [&](const QModelIndex& at, const QString& text) {
            return type(at, text) ? QString() : table.model.lastRefusal();
        };
        QCOMPARE(refused(table.cell(line, u"clientContributions", thisYear), u"-1"_s),
                 u"Client contributions cannot be below zero."_s);
        QCOMPARE(refused(table.cell(line, u"irrecoverableVat", thisYear), u"-1"_s),
                 u"Irrecoverable VAT cannot be below zero."_s);
        QCOMPARE(refused(table.cell(u"s01"_s, u"floor"), u"7,000,000.01"_s),
                 u"The floor cannot be above the ceiling of £7,000,000.00."_s);
        QCOMPARE(refused(table.cell(u"s02"_s, u"ceiling"), u"10,499,999.99"_s),
                 u"The ceiling cannot be below the floor of £10,500,000.00."_s);
        QCOMPARE(refused(table.cell(u"s02"_s, u"floor"), u"-1"_s), u"A floor cannot be below zero."_s);
        QCOMPARE(document->undoStack().count(), steps);
        QVERIFY(type(table.cell(u"s01"_s, u"floor"), u"7,000,000"_s)); // equal is allowed
    }

    // The sample: scheme 01 has a ceiling of 7,000,000 and spends 5,550,000; scheme 02 a floor of 10,500,000 and spends
    // 12,150,000; scheme 09 is locked; Disabled Facilities Grant is for capital (BCF-09).
    void fillingDownStaysWithinTheLimits_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("ceiling") << u"s01-evening-and-weekend-cover"_s << u"amount"_s << u"2,800,000.01"_s
                                 << u"“Reablement at home” would pass its ceiling of £7,000,000.00."_s;
        QTest::newRow("at the ceiling")
            << u"s01-evening-and-weekend-cover"_s << u"amount"_s << u"2,800,000"_s << QString();
        QTest::newRow("floor") << u"s02-packages-above-the-grant"_s << u"amount"_s << u"1,249,999.99"_s
                               << u"“Home care packages” would fall below its floor of £10,500,000.00."_s;
        QTest::newRow("at the floor")
            << u"s02-packages-above-the-grant"_s << u"amount"_s << u"1,250,000"_s << QString();
        QTest::newRow("locked") << u"s09-discretionary-adaptations"_s << u"amount"_s << u"600,000"_s
                                << u"“Disabled adaptations” is locked."_s;
        QTest::newRow("as it was") << u"s09-discretionary-adaptations"_s << u"amount"_s << u"500,000"_s
                                   << QString();
        QTest::newRow("ring-fence") << u"s10-handyperson-service"_s << u"source"_s
                                    << u"Disabled Facilities Grant"_s
                                    << u"“Handyperson service” cannot hold this money: DFG on housing and "
                                       u"adaptations (BCF-09)."_s;
        QTest::newRow("another source")
            << u"s10-handyperson-service"_s << u"source"_s << u"NHS minimum contribution"_s << QString();
        QTest::newRow("words") << u"s09-discretionary-adaptations"_s << u"name"_s << u"Adaptations"_s
                               << QString();
    }

    void fillingDownStaysWithinTheLimits()
    {
        QFETCH(QString, line);
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, why);
        SampleDocument document;
        Shown table(*document);
        const Key key = field == u"amount" ? thisYear : Key();
        const QModelIndex at = table.cell(line, field, key);
        QVERIFY(at.isValid());
        QCOMPARE(table.model.whyNotFill({{at, text}}), why);
        QVERIFY(table.model.setData(at, text, Qt::EditRole)); // typing is free
    }
};

QTEST_MAIN(TestSchemesMoney)
#include "test_schemesmoney.moc"
