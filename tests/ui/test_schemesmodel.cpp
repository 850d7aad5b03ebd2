// The table of schemes and lines over the sample plan. Expected figures stand in calderbourne.md.
#include "tests/ui/schemesshown.h"
#include "ui/models/areasservedmodel.h"

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

// What Ctrl+V asks for when rows are pasted onto the last row of the table.
PastedBlock blockAt(const QModelIndex& topLeft, const QList<QStringList>& rows)
{
    PastedBlock block;
    block.topLeft = topLeft;
    for (qsizetype i = 0; i < rows.first().size(); ++i)
        block.cells.append(
            {topLeft.siblingAtColumn(topLeft.column() + static_cast<int>(i)), rows.first().at(i)});
    block.beyond = rows.sliced(1);
    return block;
}

QList<QStringList> fortyLines()
{
    QList<QStringList> rows;
    for (int i = 1; i <= 40; ++i)
        rows.append({u"Pasted line %1"_s.arg(i), u"NHS minimum contribution"_s, u"Community Health"_s,
                     u"£1,000"_s, u"(%1.50)"_s.arg(i)});
    return rows;
}

} // namespace

class TestSchemesModel : public QObject
{
    Q_OBJECT

private slots:
    void groupsLinesUnderTheirSchemes()
    {
        SampleDocument document;
        const Shown table(*document);
        QCOMPARE(table.count(PlanRow::Kind::Group), 18);
        QCOMPARE(table.count(PlanRow::Kind::Entity), 42);
        QCOMPARE(table.count(PlanRow::Kind::New), 1);
        QCOMPARE(table.count(PlanRow::Kind::Total), 1);

        const QModelIndex name = table.cell(u"s01"_s, u"name");
        QCOMPARE(shown(table.cell(u"s01"_s, u"number")), u"01"_s);
        QCOMPARE(shown(name), u"Reablement at home"_s);
        QCOMPARE(name.data(SecondaryTextRole).toString(), u"Home-based intermediate care"_s);
        QCOMPARE(name.data(SpanRole).toInt(), 3); // over source and area of spend, which a scheme has not
        QVERIFY(name.data(GroupRole).toBool());
        QCOMPARE(shown(table.amount(u"s01"_s, lastYear)), u"5,330,000"_s);
        QCOMPARE(shown(table.amount(u"s01"_s)), u"5,550,000"_s);
        QCOMPARE(shown(table.change(u"s01"_s)), u"+220,000"_s);
        QCOMPARE(shown(table.change(u"s06"_s)), u"−90,000"_s);
        QCOMPARE(shown(table.change(u"s01-evening-and-weekend-cover"_s)), u"0"_s);
        QCOMPARE(shown(table.cell(u"s01-reablement-teams"_s, u"source")), u"NHS minimum"_s);
        QCOMPARE(shown(table.cell(u"s01-reablement-teams"_s, u"areaOfSpend")), u"Social care"_s);
    }

    void totalsAddUp()
    {
        SampleDocument document;
        const Shown table(*document);
        const int now = table.model.columnOf(u"amount", thisYear);
        QVERIFY(shown(table.total(0)).contains(u"42"_s));
        QCOMPARE(table.total(0).data(SecondaryTextRole).toString(), u"income left to plan £0.00"_s);
        QCOMPARE(shown(table.total(now - 1)), u"55,764,900"_s);
        QCOMPARE(shown(table.total(now)), u"57,643,700"_s);
        QCOMPARE(shown(table.total(now + 1)), u"+1,878,800"_s);
        QVERIFY(table.total(now).data(TotalRole).toBool());
        // Indicative 1,126,700 + 2,712,250 + 500,000 + 200,000, disputed 800,000.
        QCOMPARE(table.total(now).data(Qt::ToolTipRole).toString(),
                 u"£4,538,950.00 of it is indicative. £800,000.00 of it is disputed."_s);
    }

    void everyGroupingHasTheSameTotal_data()
    {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<int>("groups");
        QTest::newRow("scheme") << static_cast<int>(Grouping::Scheme) << 18;
        QTest::newRow("source") << static_cast<int>(Grouping::Source) << 5;
        QTest::newRow("area of spend") << static_cast<int>(Grouping::AreaOfSpend) << 6;
        QTest::newRow("fund") << static_cast<int>(Grouping::Fund) << 2;
        QTest::newRow("nothing") << static_cast<int>(Grouping::Nothing) << 0;
    }

    void everyGroupingHasTheSameTotal()
    {
        QFETCH(int, grouping);
        QFETCH(int, groups);
        SampleDocument document;
        Shown table(*document);
        table.model.setGrouping(static_cast<Grouping>(grouping));
        const int now = table.model.columnOf(u"amount", thisYear);
        qint64 ofGroups = 0;
        qint64 ofLines = 0;
        for (int row = 0; row < table.model.rowCount(); ++row) {
            const PlanRow::Kind kind = table.model.row(row).kind;
            if (kind == PlanRow::Kind::Group)
                ofGroups += pence(table.model.index(row, now));
            if (kind == PlanRow::Kind::Entity)
                ofLines += pence(table.model.index(row, now));
        }
        QCOMPARE(table.count(PlanRow::Kind::Group), groups);
        QCOMPARE(ofLines, pounds(57'643'700));
        QCOMPARE(groups == 0 ? ofLines : ofGroups, pounds(57'643'700));
        QCOMPARE(pence(table.total(now)), pounds(57'643'700));

        // A line is typed into wherever it stands.
        QVERIFY(table.model.setData(table.amount(u"s16-telecare-and-alarms"_s), u"500k"_s, Qt::EditRole));
        QCOMPARE(pence(table.total(table.model.columnOf(u"amount", thisYear))), pounds(57'743'700));
    }

    void groupsBySourceHoldWhatTheSourcesPay()
    {
        SampleDocument document;
        Shown table(*document);
        table.model.setGrouping(Grouping::Source);
        const int now = table.model.columnOf(u"amount", thisYear);
        QStringList found;
        for (int row = 0; row < table.model.rowCount(); ++row)
            if (table.model.row(row).kind == PlanRow::Kind::Group)
                found.append(shown(table.model.index(row, table.model.nameColumn())) + u": "_s +
                             shown(table.model.index(row, now)));
        QCOMPARE(found, (QStringList{u"NHS minimum contribution: 27,545,000"_s,
                                     u"Additional NHS contribution: 5,600,000"_s,
                                     u"Local Authority Better Care Grant: 12,986,450"_s,
                                     u"Disabled Facilities Grant: 3,412,250"_s,
                                     u"Additional LA contribution: 8,100,000"_s}));
        // Away from its scheme, a line says which it is of.
        QCOMPARE(shown(table.cell(u"s16-telecare-and-alarms"_s, u"scheme")), u"Telecare"_s);
    }

    void statusStandsOnTypedFiguresOfTheYear()
    {
        SampleDocument document;
        const Shown table(*document);
        const QModelIndex nursing = table.amount(u"s04-nursing-fenwold-icb"_s);
        QCOMPARE(nursing.data(StatusRole).toString(), u"indicative"_s);
        QVERIFY(!nursing.data(Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(table.amount(u"s04-nursing-fenwold-icb"_s, lastYear).data(StatusRole).toString(),
                 u"confirmed"_s);
        const QModelIndex beds = table.amount(u"s07-step-up-beds"_s);
        QCOMPARE(beds.data(StatusRole).toString(), u"disputed"_s);
        const QString words = beds.data(Qt::ToolTipRole).toString();
        QVERIFY2(words.contains(u"Ashmoor"_s) && words.contains(u"£740,000.00"_s), qPrintable(words));
        QCOMPARE(shown(table.cell(u"s07-step-up-beds"_s, u"status", thisYear)), u"Disputed"_s);
        QVERIFY(table.amount(u"s04"_s).data(StatusRole).toString().isEmpty());
    }

    void typingIsOneStepAndUndoTakesItBack()
    {
        SampleDocument document;
        Shown table(*document);
        const Plan before = document->plan();
        QVERIFY(
            table.model.setData(table.amount(u"s01-reablement-teams"_s), u"£4,250,000.50"_s, Qt::EditRole));
        QCOMPARE(document->undoStack().count(), 1);
        QCOMPARE(document->plan().lines.find(Id(u"s01-reablement-teams"_s))->amount.value(thisYear),
                 Money::fromPence(425'000'050));
        // With pence in one amount, the whole column shows them; the column of the other year does not.
        QCOMPARE(shown(table.amount(u"s01-reablement-teams"_s)), u"4,250,000.50"_s);
        QCOMPARE(shown(table.amount(u"s01"_s)), u"5,600,000.50"_s);
        QCOMPARE(shown(table.amount(u"s16-telecare-and-alarms"_s)), u"400,000.00"_s);
        QCOMPARE(shown(table.amount(u"s16-telecare-and-alarms"_s, lastYear)), u"380,000"_s);
        QCOMPARE(shown(table.change(u"s01-reablement-teams"_s)), u"+270,000.50"_s);
        QCOMPARE(table.total(0).data(SecondaryTextRole).toString(), u"planned over income £50,000.50"_s);

        QVERIFY(table.model.setData(table.cell(u"s01-reablement-teams"_s, u"areaOfSpend"),
                                    u"community health"_s, Qt::EditRole));
        QCOMPARE(document->plan().lines.find(Id(u"s01-reablement-teams"_s))->areaOfSpend,
                 u"Community Health"_s);
        QVERIFY(table.model.setData(table.cell(u"s01"_s, u"name"), u"Reablement"_s, Qt::EditRole));
        QCOMPARE(shown(table.cell(u"s01"_s, u"name")), u"Reablement"_s);
        while (document->canUndo())
            QVERIFY(document->undo());
        QVERIFY(document->plan() == before);
        QCOMPARE(shown(table.amount(u"s01"_s)), u"5,550,000"_s);
    }

    void refusesWhatACellCannotHold()
    {
        SampleDocument document;
        Shown table(*document);
        const Plan before = document->plan();
        const QModelIndex amount = table.amount(u"s01-reablement-teams"_s);
        QVERIFY(!table.model.setData(amount, u"a lot"_s, Qt::EditRole));
        QVERIFY(!amount.data(RefusalRole).toString().isEmpty());
        const QModelIndex source = table.cell(u"s01-reablement-teams"_s, u"source");
        QVERIFY(!table.model.setData(source, u"Lottery"_s, Qt::EditRole));
        QVERIFY(source.data(RefusalRole).toString().contains(u"Lottery"_s));
        for (const QModelIndex& computed : {table.change(u"s01-reablement-teams"_s), table.amount(u"s01"_s),
                                            table.cell(u"s01"_s, u"source")}) {
            QVERIFY(!(computed.flags() & Qt::ItemIsEditable));
            QVERIFY(!table.model.setData(computed, u"1"_s, Qt::EditRole));
        }
        QVERIFY(document->plan() == before);
        QCOMPARE(document->undoStack().count(), 0);
    }

    void fortyPastedLinesAreOneStep()
    {
        SampleDocument document;
        Shown table(*document);
        const Plan before = document->plan();
        QVERIFY(table.model.paste(blockAt(table.newRow(table.model.nameColumn()), fortyLines())));
        QCOMPARE(document->undoStack().count(), 1);
        QVERIFY(document->lastStepText().contains(u"40"_s));
        QCOMPARE(document->plan().lines.size(), 82);
        const Line& last = document->plan().lines[81];
        QCOMPARE(last.name, u"Pasted line 40"_s);
        QCOMPARE(last.source, u"NHS_MIN"_s);
        QCOMPARE(last.areaOfSpend, u"Community Health"_s);
        QCOMPARE(last.scheme, Id(u"s18"_s)); // the last scheme, where the empty row stands
        QCOMPARE(last.amount.value(lastYear), Money::fromPounds(1000));
        QCOMPARE(last.amount.value(thisYear), Money::fromPence(-4050));
        // 40 x 1,000 more last year; this year 820 + 40 x 0.50 = 840 less.
        QCOMPARE(pence(table.total(table.model.columnOf(u"amount", lastYear))), pounds(55'804'900));
        QCOMPARE(pence(table.total(table.model.columnOf(u"amount", thisYear))), pounds(57'642'860));
        QVERIFY(document->undo());
        QVERIFY(document->plan() == before);
        QVERIFY(document->redo());
        QCOMPARE(document->plan().lines.size(), 82);
    }

    void pastedLinesGoWhereTheyAreTold()
    {
        SampleDocument document;
        Shown table(*document);
        table.model.setTarget(Id(u"s02-packages-above-the-grant"_s));
        QVERIFY(table.model.paste(blockAt(table.newRow(table.model.nameColumn()), {{u"Night sitting"_s}})));
        QCOMPARE(document->plan().lines[42].scheme, Id(u"s02"_s));

        // The number in front says which scheme; one that the plan lacks is made.
        const QList<QStringList> rows{{u"5"_s, u"Street triage"_s, u"NHS_ADD"_s},
                                      {u"21"_s, u"Winter fund"_s, u"Additional NHS"_s},
                                      {u"21"_s, u"Snow"_s}};
        QVERIFY(table.model.paste(blockAt(table.newRow(0), rows)));
        QCOMPARE(document->plan().lines[43].scheme, Id(u"s05"_s));
        QCOMPARE(document->plan().schemes.size(), 19);
        const Scheme& made = document->plan().schemes[18];
        QCOMPARE(made.number, u"21"_s);
        QCOMPARE(document->plan().lines[44].scheme, made.id);
        QCOMPARE(document->plan().lines[45].scheme, made.id);
        QCOMPARE(document->undoStack().count(), 2);
    }

    void aPasteWithOneWrongCellChangesNothing()
    {
        SampleDocument document;
        Shown table(*document);
        const Plan before = document->plan();
        QList<QStringList> rows = fortyLines();
        rows[16][3] = u"1,00"_s;
        QVERIFY(!table.model.paste(blockAt(table.newRow(table.model.nameColumn()), rows)));
        QVERIFY2(table.model.lastRefusal().contains(u"17"_s) &&
                     table.model.lastRefusal().contains(u"2025-26 £"_s),
                 qPrintable(table.model.lastRefusal()));
        QVERIFY(document->plan() == before);
        QCOMPARE(document->undoStack().count(), 0);
    }

    void fillAndClearAreOneStepEach()
    {
        SampleDocument document;
        Shown table(*document);
        const Plan before = document->plan();
        const QStringList lines{u"s05-two-hour-response"_s, u"s05-night-service"_s, u"s05-falls-pick-up"_s};
        QList<CellText> cells;
        QModelIndexList indexes;
        for (const QString& line : lines) {
            cells.append({table.amount(line), u"900,000"_s});
            indexes.append(table.amount(line));
        }
        QVERIFY(table.model.fill(cells));
        QCOMPARE(shown(table.amount(u"s05"_s)), u"2,700,000"_s);
        QVERIFY(table.model.clear(indexes));
        QCOMPARE(shown(table.amount(u"s05"_s)), u"0"_s);
        QCOMPARE(shown(table.amount(lines.first())), u"–"_s);
        QCOMPARE(document->undoStack().count(), 2);
        QVERIFY(document->undo());
        QCOMPARE(shown(table.amount(u"s05"_s)), u"2,700,000"_s);
        QVERIFY(document->undo());
        QVERIFY(document->plan() == before);
    }

    void filtersAndTotalsWhatItShows()
    {
        SampleDocument document;
        Shown table(*document);
        table.model.setFilter({{}, u"DFG"_s, {}});
        QCOMPARE(table.count(PlanRow::Kind::Entity), 3);
        QCOMPARE(table.count(PlanRow::Kind::Group), 2);
        QCOMPARE(table.count(PlanRow::Kind::New), 0);
        QCOMPARE(shown(table.total(table.model.columnOf(u"amount", thisYear))), u"3,412,250"_s);
        table.model.setFilter({u"falls"_s, {}, {}}); // one line by its name, two by their scheme's
        QCOMPARE(table.count(PlanRow::Kind::Entity), 3);
        table.model.setFilter({u"falls"_s, {}, u"Social Care"_s});
        QCOMPARE(table.count(PlanRow::Kind::Entity), 1);
        table.model.setFilter({});
        QCOMPARE(table.count(PlanRow::Kind::Entity), 42);
    }

    void addsAndRemovesLinesAndSchemes()
    {
        SampleDocument document;
        Shown table(*document);
        const Plan before = document->plan();
        table.model.setTarget(Id(u"s03"_s));
        const Id added = table.model.addLine();
        QCOMPARE(document->plan().lines.find(added)->scheme, Id(u"s03"_s));
        QCOMPARE(shown(table.amount(added.text())), u"–"_s);
        QVERIFY(!table.model.remove({u"s03"_s, u"s04-nursing-fenwold-icb"_s}).isEmpty());
        QCOMPARE(document->plan().schemes.size(), 17);
        QCOMPARE(document->plan().lines.size(), 38); // three of the scheme, the new one, and one more
        QCOMPARE(document->undoStack().count(), 2);
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QVERIFY(document->plan() == before);
        QVERIFY(table.model.remove({u"not there"_s}).isEmpty());
    }

    void columnsAreChosen()
    {
        SampleDocument document;
        Shown table(*document);
        QCOMPARE(table.model.columnOf(u"provider"), -1);
        table.model.setColumns({u"provider"_s, u"fund"_s, u"nonsense"_s});
        QCOMPARE(table.model.columns(), (QStringList{u"name"_s, u"provider"_s, u"fund"_s}));
        QCOMPARE(shown(table.cell(u"s01-reablement-teams"_s, u"provider")), u"Local authority"_s);
        QVERIFY(
            table.model.setData(table.cell(u"s01"_s, u"fund"), u"Community equipment pool"_s, Qt::EditRole));
        QCOMPARE(document->plan().schemes.find(Id(u"s01"_s))->fund, Id(u"community-equipment"_s));
        QStringList all;
        for (const SchemeColumn& column : schemeColumns()) {
            QVERIFY(!titleOf(column).isEmpty());
            all.append(column.id);
        }
        table.model.setColumns(all);
        QCOMPARE(table.model.columnCount(), all.size() + 1); // two years
    }

    void changeNeedsTheYearBefore()
    {
        SampleDocument document;
        Shown table(*document);
        document->showYear(u"2025-26"_s);
        QCOMPARE(shown(table.amount(u"s01"_s).siblingAtColumn(table.model.columnOf(u"amount", thisYear) + 1)),
                 u"–"_s);
        QCOMPARE(shown(table.cell(u"s07-step-up-beds"_s, u"status", lastYear)), u"Confirmed"_s);
    }

    void areasServedByKnownShares()
    {
        SampleDocument document;
        AreasServedModel model(*document);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setSubject(Id(u"s02"_s));
        QCOMPARE(model.rowCount(), 11); // nine areas, what is not split, the total
        QCOMPARE(shown(model.index(0, 0)), u"Canalside"_s);
        QCOMPARE(shown(model.index(0, 1)), u"9.8"_s);
        QCOMPARE(model.index(0, 0).data(IdRole).toString(), u"a1"_s);
        // 9.8 % of 12,150,000 in four lines, each a whole number of pounds.
        QCOMPARE(shown(model.index(0, 3)), u"1,190,700"_s);
        QCOMPARE(shown(model.index(10, 1)), u"100"_s);
        QCOMPARE(shown(model.index(10, 3)), u"12,150,000"_s);

        QVERIFY(model.setData(model.index(0, 1), u"10.8"_s, Qt::EditRole));
        QCOMPARE(document->undoStack().count(), 1);
        QCOMPARE(shown(model.index(10, 1)), u"101.00"_s);
        QVERIFY(!model.problem().isEmpty());
        QCOMPARE(shown(model.index(9, 3)), u"12,150,000"_s); // nothing reaches the areas
        QVERIFY(document->undo());
        QVERIFY(model.problem().isEmpty());
        QVERIFY(!(model.index(0, 3).flags() & Qt::ItemIsEditable));
    }

    void areasServedByKnownPounds()
    {
        SampleDocument document;
        AreasServedModel model(*document);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSubject(Id(u"s14"_s)); // both lines: 208,000 + 120,000
        QCOMPARE(shown(model.index(0, 2)), u"328,000"_s);
        QVERIFY(!(model.index(0, 2).flags() & Qt::ItemIsEditable));
        model.setSubject(Id(u"s14-link-workers"_s));
        QCOMPARE(shown(model.index(0, 2)), u"208,000"_s);
        QCOMPARE(shown(model.index(8, 2)), u"–"_s);
        QVERIFY(model.setData(model.index(0, 2), u"200,000"_s, Qt::EditRole));
        QCOMPARE(shown(model.index(9, 2)), u"8,000"_s);
        QVERIFY(model.setData(model.index(0, 2), u"208,000.01"_s, Qt::EditRole));
        QVERIFY(!model.problem().isEmpty());
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QCOMPARE(shown(model.index(9, 2)), u"0"_s);
    }

    void areasOfALineThatInherits()
    {
        SampleDocument document;
        AreasServedModel model(*document);
        model.setSubject(Id(u"s02-packages-above-the-grant"_s));
        QVERIFY(model.inherits());
        QCOMPARE(model.effectiveBasis(), QString(basis::shares));
        QCOMPARE(shown(model.index(0, 1)), u"9.8"_s);
        QVERIFY(!(model.index(0, 1).flags() & Qt::ItemIsEditable));
        QCOMPARE(shown(model.index(10, 3)), u"2,900,000"_s);
    }
};

QTEST_MAIN(TestSchemesModel)
#include "test_schemesmodel.moc"
