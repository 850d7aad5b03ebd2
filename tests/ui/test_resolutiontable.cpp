// What a resolution changes, as its panel and the dialog that applies it show it.
#include "tests/support/committeeplan.h"
#include "ui/pages/committee/resolutiontable.h"

#include <QTest>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QStringList shown(const ResolutionChanges& changes)
{
    QStringList rows;
    for (const ShownTableRow& row : changes.rows) {
        QStringList cells;
        for (const ShownTableCell& cell : row.cells)
            cells.append(cell.text);
        rows.append(cells.join(u" | "_s));
    }
    return rows;
}

ResolutionChanges changesOfResolution(const Plan& plan)
{
    return changesOf(plan, {}, *plan.resolutions.find(Id(u"moved"_s)));
}

} // namespace

class ResolutionTableTest : public QObject
{
    Q_OBJECT

private slots:
    void linesOfASchemeWhoseSumIsTheSame();
    void aSchemeOfOneLineStandsAlone();
    void cellsWithoutPoundsAreSentences();
};

// £1,000,000.00 from the NHS minimum to the council's money: the scheme has £2,875,000.00 before and after.
void ResolutionTableTest::linesOfASchemeWhoseSumIsTheSame()
{
    Plan plan = with(committeePlan(), Line::type, u"beds-council"_s,
                     {{u"scheme"_s, ref(u"s-beds"_s)},
                      {u"name"_s, text(u"Council beds"_s)},
                      {u"source"_s, text(u"LA_ADD"_s)},
                      {u"amount 2026-27"_s, pounds(500'000)}});
    plan = withResolution(plan, u"moved"_s, u"item4"_s,
                          heldAmounts(plan, {{u"beds"_s, 1'375'000}, {u"beds-council"_s, 1'500'000}}));
    const ResolutionChanges changes = changesOfResolution(plan);
    QVERIFY2(changes.problem.isEmpty(), qPrintable(changes.problem));
    QCOMPARE(shown(changes), (QStringList{u"Rehabilitation beds | 2,875,000 | 2,875,000 | 0"_s,
                                          QChar(0x2003) + u"Rehabilitation beds, NHS_MIN | 2,375,000 | "
                                                          "1,375,000 | −1,000,000"_s,
                                          QChar(0x2003) + u"Council beds, LA_ADD | 500,000 | 1,500,000 | "
                                                          "+1,000,000"_s,
                                          u"Spend that differs | 2,875,000 | 2,875,000 | 0"_s}));
    QVERIFY(changes.others.isEmpty());
}

void ResolutionTableTest::aSchemeOfOneLineStandsAlone()
{
    const Plan plan = withResolution(committeePlan(), u"moved"_s, u"item4"_s,
                                     heldAmounts(committeePlan(), {{u"handy"_s, 160'000}}));
    QCOMPARE(shown(changesOfResolution(plan)),
             (QStringList{u"Handyperson service | 150,000 | 160,000 | +10,000"_s,
                          u"Spend that differs | 150,000 | 160,000 | +10,000"_s}));
}

void ResolutionTableTest::cellsWithoutPoundsAreSentences()
{
    const Plan before = committeePlan();
    const Plan after = with(before, Line::type, u"beds"_s, {{u"source"_s, text(u"LA_ADD"_s)}});
    const ResolutionChanges changes =
        changesShown(after, {}, changedSince(before, after, {}), u"Base"_s, u"After"_s);
    QVERIFY(changes.rows.isEmpty());
    QCOMPARE(changes.others,
             QStringList{u"Line “Rehabilitation beds”: Source of funding from NHS_MIN to LA_ADD."_s});
}

QTEST_MAIN(ResolutionTableTest)
#include "test_resolutiontable.moc"
