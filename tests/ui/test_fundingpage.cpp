// The page Funding through the real window: streams and what they may be used for, districts, routes, pooled shares; and the
// limits that a drag in Schemes and in the need chart keeps. Expected figures stand in calderbourne.md.
#include "tests/support/windowfixture.h"
#include "ui/charts/needgapchart.h"
#include "ui/pages/page.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const QString amountColumn = u"2026-27 £"_s;

QString text(GridView& view, const QString& id, const QString& column)
{
    return cellOf(view, id, column).data().toString();
}

} // namespace

class FundingPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void streamsAddUpByPartner();
    void aStreamSaysWhatItMayBeUsedFor();
    void streamsWithoutARulebook();
    void districtsAreMadeAndFollowed();
    void contributionsSayWhatIsBroughtForward();
    void pooledShareIsTheTitleOfPartners();
    void theFundSelectedIsShownInPools();
    void theSectionIsRemembered();
    void columnsAreChosenInGroups();
    void schemesSayGrossAndNet();
    void fillingDownIsStoppedAndSaysWhy();
    void aLockStopsTheDotAndIsNamed();

private:
    void showSection(const QString& id)
    {
        auto* action = m->page(PageId::Funding)->findChild<QAction*>(u"fundingSection"_s + id);
        QVERIFY(action);
        action->trigger();
        QCOMPARE(m->window().view()->page()->id(), PageId::Funding);
    }
    void set(QLatin1StringView type, const QString& id, const QString& field, const Key& key,
             const Value& value)
    {
        StepBuilder builder(m->document().plan());
        builder.set(type, Id(id), field, key, value);
        QVERIFY(m->document().commit(builder.step(u"Set"_s)));
    }
    QString label(const QString& name)
    {
        auto* found = m->shown<QLabel>(name);
        return found ? found->text() : QString();
    }
    qsizetype steps() { return m->document().undoStack().count(); }

    std::unique_ptr<WindowFixture> m;
};

void FundingPageTest::init()
{
    m = std::make_unique<WindowFixture>();
    QVERIFY(m->openSample());
}

void FundingPageTest::cleanup()
{
    m.reset();
}

void FundingPageTest::streamsAddUpByPartner()
{
    showSection(u"Streams"_s);
    GridView& grid = *m->grid(u"streamsGrid"_s);
    const auto row = [&](const QString& id) {
        return QStringList{text(grid, id, u"Income £"_s), text(grid, id, u"Planned spend £"_s),
                           text(grid, id, u"Left to plan £"_s)};
    };
    QCOMPARE(row(u"NHS_MIN"_s), (QStringList{u"27,545,000"_s, u"27,545,000"_s, u"0"_s}));
    QCOMPARE(row(u"NHS_MIN/ashmoor"_s), (QStringList{u"26,418,300"_s, u"26,418,300"_s, u"0"_s}));
    QCOMPARE(row(u"NHS_MIN/fenwold"_s), (QStringList{u"1,126,700"_s, u"1,126,700"_s, u"0"_s}));
    QCOMPARE(row(u"DFG"_s), (QStringList{u"3,412,250"_s, u"3,412,250"_s, u"0"_s}));
    QVERIFY(!cellOf(grid, u"DFG/council"_s, u"Income £"_s).isValid()); // one payer: the stream says it all
    QVERIFY(m->shown<Panel>(u"streamsPanel"_s)->title().contains(u"£57,643,700.00"_s));

    // A line that does not say whose money it is stands by itself.
    set(Line::type.id, u"s04-nursing-fenwold-icb"_s, u"payer"_s, {}, Value());
    QCOMPARE(row(u"NHS_MIN/"_s).value(1), u"1,126,700"_s);
    QCOMPARE(row(u"NHS_MIN/fenwold"_s), (QStringList{u"1,126,700"_s, u"0"_s, u"1,126,700"_s}));
}

void FundingPageTest::aStreamSaysWhatItMayBeUsedFor()
{
    showSection(u"Streams"_s);
    GridView& grid = *m->grid(u"streamsGrid"_s);
    m->click(grid, cellOf(grid, u"DFG"_s, u"Income £"_s));
    QCOMPARE(m->shown<Panel>(u"streamFactsPanel"_s)->title(), u"Disabled Facilities Grant"_s);
    const Rulebook& rulebook = *m->document().rulebook();
    const RulebookEntry& dfg = *rulebook.entry(u"sources", u"DFG");
    for (const QLatin1StringView fact : {streamFact::payer, streamFact::use, streamFact::legalBasis}) {
        const RulebookFact* said = dfg.fact(QString(fact));
        QVERIFY(said && !said->value.isEmpty());
        QCOMPARE(label(u"streamFact-"_s + fact), said->value);
        QVERIFY(label(u"streamFactFrom-"_s + fact).contains(said->source));
        QVERIFY(label(u"streamFactFrom-"_s + fact)
                    .startsWith(said->confidence == Confidence::Seen ? u"Seen:"_s : u"To be checked:"_s));
    }
    QCOMPARE(dfg.fact(QString(streamFact::carryForward))->confidence, Confidence::Blank);
    QCOMPARE(label(u"streamFact-carryForward"_s), u"not known"_s); // and nothing is made up for it
    QVERIFY(label(u"streamFactFrom-carryForward"_s).startsWith(u"Not known."_s));

    m->click(grid, cellOf(grid, u"NHS_MIN/fenwold"_s, u"Income £"_s)); // a partner's row tells of its stream
    QCOMPARE(m->shown<Panel>(u"streamFactsPanel"_s)->title(), u"NHS minimum contribution"_s);
    QVERIFY(label(u"streamFact-legalBasis"_s).contains(u"223GA"_s));
}

void FundingPageTest::streamsWithoutARulebook()
{
    showSection(u"Streams"_s);
    StepBuilder builder(m->document().plan());
    builder.set(FinancialYear::type.id, Id(u"2026-27"_s), u"rulebook", Value());
    builder.set(FinancialYear::type.id, Id(u"2026-27"_s), u"rulebookHash", Value());
    QVERIFY(m->document().commit(builder.step(u"No rules"_s)));
    QVERIFY(!m->document().rulebook());
    GridView& grid = *m->grid(u"streamsGrid"_s);
    QCOMPARE(text(grid, u"NHS_MIN"_s, u"Income £"_s), u"27,545,000"_s);
    QCOMPARE(label(u"streamFact-use"_s), u"not known"_s);
    QCOMPARE(label(u"streamFactFrom-use"_s), u"This year stands under no rulebook."_s);
}

void FundingPageTest::districtsAreMadeAndFollowed()
{
    showSection(u"Districts"_s);
    auto* empty = m->shown<EmptyState>(u"noDistricts"_s);
    QVERIFY(empty);
    auto* add = m->shown<QPushButton>(u"addDistricts"_s);
    QVERIFY(!add->isEnabled());
    emit empty->mainActionRequested();
    QCOMPARE(steps(), 1);
    const Partner& district = m->document().plan().partners[3];
    QCOMPARE(district.kind, QString(partnerKind::district));
    QCOMPARE(m->shown<SegmentedButton>(u"fundingSections"_s)->current(), 4); // to its name
    QVERIFY(m->grid(u"partnersGrid"_s)->selectedIds().contains(district.id.text()));

    showSection(u"Districts"_s);
    GridView& grid = *m->grid(u"districtsGrid"_s);
    QVERIFY(add->isEnabled());
    m->click(*add);
    QCOMPARE(steps(), 2);
    QVERIFY(!add->isEnabled());
    const QString grant = m->document().plan().districtGrants[0].id.text();
    m->click(grid, cellOf(grid, grant, u"Allocated £"_s));
    m->type(u"3,412,250"_s);
    m->press(Qt::Key_Return);
    m->click(grid, cellOf(grid, grant, u"Passed down £"_s));
    m->type(u"3m"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(text(grid, grant, u"Still to pass down £"_s), u"412,250"_s);
    QCOMPARE(text(grid, grant, u"Condition"_s), u"Missed"_s);
    QCOMPARE(m->shown<Panel>(u"districtsPanel"_s)->title(),
             u"£412,250.00 is still to pass down, of £3,412,250.00"_s);
    QStringList missed;
    for (const Finding& finding : m->document().evaluation().findings)
        if (finding.year == u"2026-27" && finding.status == FindingStatus::Fail && finding.rule == u"BCF-10")
            missed.append(findingId(finding));
    QCOMPARE(missed.size(), 1); // what the table says is the condition itself
}

void FundingPageTest::contributionsSayWhatIsBroughtForward()
{
    showSection(u"Contributions"_s);
    auto* caption = m->shown<Panel>(u"contributionsPanel"_s);
    const auto says = [&](const QString& words) {
        const QList<QLabel*> labels = caption->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* one) { return one->text().contains(words); });
    };
    QVERIFY(!says(u"brought forward"_s));
    set(Contribution::type.id, u"better-care-council-la-add"_s, u"broughtForward"_s,
        Key{Id(u"2026-27"_s), {}}, Value(Money::fromPounds(250'000)));
    QVERIFY(says(u"£250,000.00 of it was brought forward from the year before."_s));
    QCOMPARE(text(*m->grid(u"contributionsGrid"_s), u"better-care"_s, u"Brought forward £"_s), u"250,000"_s);
}

void FundingPageTest::pooledShareIsTheTitleOfPartners()
{
    showSection(u"Funds"_s);
    QCOMPARE(m->shown<Panel>(u"partnersPanel"_s)->title(),
             u"24.9% of the council’s relevant spend is pooled"_s);
    QCOMPARE(text(*m->grid(u"partnersGrid"_s), u"ashmoor"_s, u"Pooled share"_s), u"17.1%"_s);
}

void FundingPageTest::theFundSelectedIsShownInPools()
{
    showSection(u"Funds"_s);
    GridView& funds = *m->grid(u"fundsGrid"_s);
    m->click(funds, cellOf(funds, u"community-equipment"_s, u"Host partner"_s));
    m->click(*m->shown<QPushButton>(u"goToPools"_s));
    QCOMPARE(m->window().view()->page()->id(), PageId::PoolsAndRisk);
    QCOMPARE(m->window().view()->page()->viewState().value(u"tab"_s).toString(), u"community-equipment"_s);
}

void FundingPageTest::theSectionIsRemembered()
{
    showSection(u"Streams"_s);
    GridView& grid = *m->grid(u"streamsGrid"_s);
    m->click(grid, cellOf(grid, u"LA_ADD"_s, u"Income £"_s));
    const QVariantMap state = m->page(PageId::Funding)->viewState();
    showSection(u"Years"_s);
    m->page(PageId::Funding)->restoreViewState(state);
    QCOMPARE(m->shown<SegmentedButton>(u"fundingSections"_s)->current(), 1);
    QCOMPARE(m->shown<Panel>(u"streamFactsPanel"_s)->title(), u"Additional LA contribution"_s);
}

void FundingPageTest::columnsAreChosenInGroups()
{
    m->press(Qt::Key_4, Qt::ControlModifier);
    Page* page = m->page(PageId::Schemes);
    auto* menu = page->findChild<QMenu*>(u"columnsMenu"_s);
    QStringList groups;
    for (QAction* action : menu->actions())
        if (action->menu())
            groups.append(action->text());
    QCOMPARE(groups, (QStringList{u"Template"_s, u"Money"_s, u"Risk and VAT"_s, u"Areas"_s}));
    GridView& grid = *m->grid(u"schemesGrid"_s);
    QVERIFY(!cellOf(grid, u"s01"_s, u"VAT route"_s).isValid());
    auto* route = menu->findChild<QAction*>(u"column-vatRoute"_s);
    QVERIFY(route && !route->isChecked());
    route->trigger();
    QCOMPARE(text(grid, u"s01"_s, u"VAT route"_s), u"Council, section 33"_s);
    const QVariantMap state = page->viewState();
    route->trigger();
    QVERIFY(!cellOf(grid, u"s01"_s, u"VAT route"_s).isValid());
    page->restoreViewState(state);
    QVERIFY(cellOf(grid, u"s01"_s, u"VAT route"_s).isValid());
}

void FundingPageTest::schemesSayGrossAndNet()
{
    m->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!label(u"pageWhere"_s).contains(u"Gross"_s));
    set(Line::type.id, u"s02-packages-above-the-grant"_s, u"clientContributions"_s, Key{Id(u"2026-27"_s), {}},
        Value(Money::fromPounds(600'000)));
    QVERIFY2(label(u"pageWhere"_s)
                 .contains(u"Gross £58,243,700.00; net of client contributions £57,643,700.00."_s),
             qPrintable(label(u"pageWhere"_s)));
}

// Scheme 01 has a ceiling of 7,000,000; its first line is 4,200,000.
void FundingPageTest::fillingDownIsStoppedAndSaysWhy()
{
    m->press(Qt::Key_4, Qt::ControlModifier);
    GridView& grid = *m->grid(u"schemesGrid"_s);
    const QModelIndex from = cellOf(grid, u"s01-reablement-teams"_s, amountColumn);
    m->clickStretch(grid, from, from.siblingAtRow(from.row() + 1));
    m->press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(steps(), 0);
    QCOMPARE(
        m->dialogs().said,
        QStringList{u"Nothing was filled down: “Reablement at home” would pass its ceiling of £7,000,000.00. "
                    u"You may type there."_s});
    m->click(grid, cellOf(grid, u"s01-evening-and-weekend-cover"_s, amountColumn));
    m->type(u"4200000"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), 1);
}

void FundingPageTest::aLockStopsTheDotAndIsNamed()
{
    // Scheme 14 alone has known pounds by area.
    set(Scheme::type.id, u"s14"_s, u"locked"_s, {}, Value::flag(true));
    m->press(Qt::Key_1, Qt::ControlModifier);
    NeedGapChart* chart = m->needChart();
    chart->setFocus(Qt::TabFocusReason);
    for (qsizetype i = 0; i < chart->marks().size(); ++i)
        m->press(Qt::Key_Up);
    m->press(Qt::Key_Right);
    QVERIFY2(label(u"said"_s).contains(u"“Social prescribing” is locked"_s), qPrintable(label(u"said"_s)));
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), 1); // the lock alone
}

QTEST_MAIN(FundingPageTest)
#include "test_fundingpage.moc"
