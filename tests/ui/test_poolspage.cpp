// The page "Pools and risk" through the real window, over the sample. The figures of its test (home care packages £900,000.00
// over, care home placements £150,000.00 under) are those of the sample's own description: 150,000.00 of underspends,
// 500,000.00 of reserve, 60,000.00 of uncommitted allocations, and 190,000.00 shared by contribution.
#include "core/words/riskwords.h"
#include "tests/support/windowfixture.h"
#include "ui/charts/riskladderchart.h"
#include "ui/document/author.h"
#include "ui/models/riskcells.h"
#include "ui/pages/form/fieldform.h"
#include "ui/pages/page.h"
#include "ui/panel/linklabel.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/report/riskschedule.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTextBrowser>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Id betterCare(u"better-care"_s);
const Id equipment(u"community-equipment"_s);

} // namespace

class PoolsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isReachedByKeyAndKeepsItsPlace();
    void theTestIsWorkedOutToThePenny();
    void theOutturnIsTypedAndMovedByKeys();
    void aDragIsOneStep();
    void stepsAreReorderedByKeyAndMouse();
    void stepsAreAddedEditedAndDeleted();
    void capsAreTypedAndRefused();
    void aCapMakesThePartnersEntry();
    void sharesThatDoNotAddAreSaidAtTheField();
    void schemesAreTestedInTheirTable();
    void theChecklistLeadsToTheField();
    void formFieldsRefuseWhatCannotBe();
    void excludedFunctionsAreRefused();
    void reportsAreRecordedByQuarter();
    void vatRoutesAreSettled();
    void theScheduleIsCopiedAndPrinted();
    void alignedFundsShareNoRisk();
    void withoutAFundOneIsAdded();
    void aPlanToReadOnlyIsNotEdited();

private:
    const Plan& plan() { return m->document().plan(); }
    qsizetype steps() { return m->document().undoStack().count(); }
    QString title() { return m->shown<QLabel>(u"pageTitle"_s)->text(); }
    QString where() { return m->shown<QLabel>(u"pageWhere"_s)->text(); }
    void view(const QString& name) { m->action(u"poolView"_s + name)->trigger(); }
    void tab(const QString& text);
    QString cell(const QString& grid, const QString& id, const QString& column)
    {
        return cellOf(*m->grid(grid), id, column).data().toString();
    }
    QStringList rowIds(const QString& grid);
    const FundSettlement& settlement(const Id& fund)
    {
        return *settlementOf(m->document().evaluation(), fund, u"2026-27"_s);
    }
    void choose(const QString& box, const QString& text);
    void typeField(const QString& field, const QString& text);
    QString fieldProblem(const QString& field);
    std::optional<qint64> step(const QString& term) { return plan().riskTerms.find(Id(term))->step; }

    std::unique_ptr<WindowFixture> m;
};

void PoolsPageTest::init()
{
    m = std::make_unique<WindowFixture>();
    QVERIFY(m->openSample());
    m->press(Qt::Key_5, Qt::ControlModifier);
}

void PoolsPageTest::cleanup()
{
    m.reset();
}

void PoolsPageTest::tab(const QString& text)
{
    auto* tabs = m->shown<QTabBar>(u"fundTabs"_s);
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->tabText(i) != text)
            continue;
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
        return;
    }
    QFAIL(qPrintable(u"no tab “%1”"_s.arg(text)));
}

QStringList PoolsPageTest::rowIds(const QString& grid)
{
    QStringList ids;
    const GridProxy* shown = m->grid(grid)->proxy();
    for (int row = 0; row < shown->rowCount(); ++row)
        ids.append(shown->index(row, 0).data(IdRole).toString());
    return ids;
}

void PoolsPageTest::choose(const QString& name, const QString& text)
{
    auto* box = m->shown<QComboBox>(name);
    QVERIFY2(box, qPrintable(name));
    const int index = box->findText(text);
    QVERIFY2(index >= 0, qPrintable(u"no “%1” in %2"_s.arg(text, name)));
    {
        const QSignalBlocker quiet(box); // the neighbour of what is wanted, so that one key chooses it
        box->setCurrentIndex(index > 0 ? index - 1 : index + 1);
    }
    box->setFocus();
    QTest::keyClick(box, index > 0 ? Qt::Key_Down : Qt::Key_Up);
    QCoreApplication::processEvents();
}

void PoolsPageTest::typeField(const QString& field, const QString& text)
{
    auto* edit = m->shown<QLineEdit>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->setFocus();
    edit->selectAll();
    m->type(text);
    m->press(Qt::Key_Return);
}

QString PoolsPageTest::fieldProblem(const QString& field)
{
    const auto* label = m->shown<QLabel>(field + u".problem"_s);
    return label ? label->text() : QString();
}

void PoolsPageTest::isReachedByKeyAndKeepsItsPlace()
{
    QCOMPARE(m->window().view()->page()->id(), PageId::PoolsAndRisk);
    auto* tabs = m->shown<QTabBar>(u"fundTabs"_s);
    QStringList texts;
    for (int i = 0; i < tabs->count(); ++i)
        texts.append(tabs->tabText(i));
    QCOMPARE(texts, (QStringList{u"Better Care pool"_s, u"Community equipment pool"_s,
                                 u"Ageing well (aligned)"_s, u"VAT"_s}));
    tab(u"Community equipment pool"_s);
    view(u"Agreement"_s);
    QVERIFY(m->grid(u"functionsGrid"_s));
    const QVariantMap state = m->page(PageId::PoolsAndRisk)->viewState();
    tab(u"VAT"_s);
    QVERIFY(!m->shown<SegmentedButton>(u"poolViews"_s));
    m->page(PageId::PoolsAndRisk)->restoreViewState(state);
    m->page(PageId::PoolsAndRisk)->refresh();
    QVERIFY(m->grid(u"functionsGrid"_s));
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Community equipment pool"_s);
    m->press(Qt::Key_8, Qt::ControlModifier);
    QCOMPARE(m->window().view()->page()->id(), PageId::Conditions);
}

void PoolsPageTest::theTestIsWorkedOutToThePenny()
{
    QCOMPARE(title(),
             u"A £900,000.00 overspend would cost the council £80,595.11 and Ashmoor ICB £105,515.74"_s);
    QVERIFY2(
        where().contains(u"The fund would absorb the first £710,000.00; Fenwold ICB would pay £3,889.15."),
        qPrintable(where()));
    QCOMPARE(cell(u"poolPartnersGrid"_s, u"ashmoor"_s, u"Pays in £"_s), u"30,568,300"_s);
    QCOMPARE(cell(u"poolPartnersGrid"_s, u"ashmoor"_s, u"Share"_s), u"55.53%"_s);
    QCOMPARE(cell(u"poolPartnersGrid"_s, u"fenwold"_s, u"Share"_s), u"2.05%"_s);
    QCOMPARE(cell(u"poolPartnersGrid"_s, u"council"_s, u"Share"_s), u"42.42%"_s);
    QCOMPARE(cell(u"poolPartnersGrid"_s, u"council"_s, u"Partner"_s), u"Council (host)"_s);
    const GridView* partners = m->grid(u"poolPartnersGrid"_s);
    QCOMPARE(
        cellOf(*m->grid(u"poolPartnersGrid"_s), u"fenwold"_s, u"Pays in £"_s).data(StatusRole).toString(),
        u"indicative"_s);
    QVERIFY(cellOf(*m->grid(u"poolPartnersGrid"_s), u"council"_s, u"Pays in £"_s).data(StatusRole).isNull());
    const QAbstractItemModel* model = partners->gridModel();
    QCOMPARE(model->index(model->rowCount() - 1, 3).data().toString(), u"5,300,000"_s);

    struct Row
    {
        const char* term;
        QString amount, fund, ashmoor, fenwold, council;
    };
    const Row rows[] = {
        {"bc-over-1", u"150,000.00"_s, u"150,000.00"_s, u"0.00"_s, u"0.00"_s, u"0.00"_s},
        {"bc-over-2", u"500,000.00"_s, u"500,000.00"_s, u"0.00"_s, u"0.00"_s, u"0.00"_s},
        {"bc-over-3", u"60,000.00"_s, u"60,000.00"_s, u"0.00"_s, u"0.00"_s, u"0.00"_s},
        {"bc-over-4", u"190,000.00"_s, u"0.00"_s, u"105,515.74"_s, u"3,889.15"_s, u"80,595.11"_s},
    };
    for (const Row& row : rows) {
        const QString id = QLatin1StringView(row.term);
        QCOMPARE(cell(u"riskWorkingGrid"_s, id, u"Amount £"_s), row.amount);
        QCOMPARE(cell(u"riskWorkingGrid"_s, id, u"The fund"_s), row.fund);
        QCOMPARE(cell(u"riskWorkingGrid"_s, id, u"Ashmoor ICB"_s), row.ashmoor);
        QCOMPARE(cell(u"riskWorkingGrid"_s, id, u"Fenwold ICB"_s), row.fenwold);
        QCOMPARE(cell(u"riskWorkingGrid"_s, id, u"Council"_s), row.council);
    }
    QCOMPARE(m->shown<Panel>(u"riskWorkingPanel"_s)->title(), u"How £900,000.00 is paid, step by step"_s);
    // Every figure of a column adds up to its total, and across to the amount.
    const QAbstractItemModel* working = m->grid(u"riskWorkingGrid"_s)->gridModel();
    const int last = working->rowCount() - 1;
    QVERIFY(working->index(last, 0).data(TotalRole).toBool());
    for (int column = 2; column < working->columnCount(); ++column) {
        qint64 sum = 0;
        for (int row = 0; row < last; ++row)
            sum += working->index(row, column).data(NumberRole).toLongLong();
        QCOMPARE(sum, working->index(last, column).data(NumberRole).toLongLong());
    }
    for (int row = 0; row <= last; ++row) {
        qint64 sum = 0;
        for (int column = 3; column < working->columnCount(); ++column)
            sum += working->index(row, column).data(NumberRole).toLongLong();
        QCOMPARE(sum, working->index(row, 2).data(NumberRole).toLongLong());
    }
    QCOMPARE(rowIds(u"ladderGrid"_s), (QStringList{u"bc-over-1"_s, u"bc-over-2"_s, u"bc-over-3"_s,
                                                   u"bc-over-4"_s, u"bc-over-5"_s, QString()}));
    QCOMPARE(cell(u"ladderGrid"_s, QString(), u"Paid by"_s), u"not agreed"_s);
}

void PoolsPageTest::theOutturnIsTypedAndMovedByKeys()
{
    auto* chart = m->shown<RiskLadderChart>(u"riskLadder"_s);
    chart->setFocus();
    m->press(Qt::Key_Return); // to the field
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(field);
    field->selectAll();
    qsizetype before = steps();
    m->type(u"500k"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), before + 1);
    // Home care alone is over; care homes stay under: 150,000 from there, 350,000 of the reserve.
    const Key year{Id(u"2026-27"_s), {}};
    QCOMPARE(plan().schemes.find(Id(u"s02"_s))->testOutturn.value(year), Money::fromPounds(12'650'000));
    QCOMPARE(plan().schemes.find(Id(u"s08"_s))->testOutturn.value(year), Money::fromPounds(7'350'000));
    QCOMPARE(settlement(betterCare).result->variance, Money::fromPounds(500'000));
    QCOMPARE(cell(u"riskWorkingGrid"_s, u"bc-over-2"_s, u"Amount £"_s), u"350,000.00"_s);
    QCOMPARE(title(), u"A £500,000.00 overspend would be covered by the fund"_s);

    chart->setFocus();
    chart->setCurrentMark(0);
    before = steps();
    m->press(Qt::Key_Right);
    m->press(Qt::Key_Right);
    QCOMPARE(steps(), before); // what is moved is shown, and waits
    QCOMPARE(title(), u"A £502,000.00 overspend would be covered by the fund"_s);
    m->press(Qt::Key_Escape);
    QCOMPARE(steps(), before);
    QCOMPARE(title(), u"A £500,000.00 overspend would be covered by the fund"_s);
    m->press(Qt::Key_Right);
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(settlement(betterCare).result->variance, Money::fromPounds(501'000));
}

void PoolsPageTest::aDragIsOneStep()
{
    auto* chart = m->shown<RiskLadderChart>(u"riskLadder"_s);
    const QPoint handle = chart->marks().first().rect.center().toPoint();
    const QPoint to(static_cast<int>(chart->scale().pixel(2'000'000)), handle.y());
    const qsizetype before = steps();
    QTest::mousePress(chart, Qt::LeftButton, {}, handle);
    QTest::mouseMove(chart, (handle + to) / 2);
    QTest::mouseMove(chart, to);
    QCOMPARE(steps(), before); // live, but nothing is done yet
    QVERIFY2(title().startsWith(u"A £2,0"_s) || title().startsWith(u"A £1,9"_s), qPrintable(title()));
    QTest::mouseRelease(chart, Qt::LeftButton, {}, to);
    QCOMPARE(steps(), before + 1);
    const Money variance = settlement(betterCare).result->variance;
    QVERIFY(variance.pence() % 100'000 == 0); // whole thousands of pounds
    QVERIFY((variance - Money::fromPounds(2'000'000)).abs() <= Money::fromPounds(20'000));
    QVERIFY(m->document().undo());
    QCOMPARE(settlement(betterCare).result->variance, Money::fromPounds(900'000));
}

void PoolsPageTest::stepsAreReorderedByKeyAndMouse()
{
    GridView* ladder = m->grid(u"ladderGrid"_s);
    m->click(*ladder, cellOf(*ladder, u"bc-over-3"_s, u"How it is paid"_s));
    ladder->setFocus();
    const qsizetype before = steps();
    m->press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(step(u"bc-over-3"_s), 2);
    QCOMPARE(step(u"bc-over-2"_s), 3);
    // The uncommitted allocations are now taken whole before the reserve: the same test, the same sums.
    QCOMPARE(cell(u"riskWorkingGrid"_s, u"bc-over-2"_s, u"#"_s), u"3"_s);
    QCOMPARE(settlement(betterCare).result->fund, Money::fromPounds(710'000));

    const QPoint from = ladder->visualRect(cellOf(*ladder, u"bc-over-4"_s, u"How it is paid"_s)).center();
    const QPoint to = ladder->visualRect(cellOf(*ladder, u"bc-over-1"_s, u"How it is paid"_s)).center();
    QTest::mousePress(ladder->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(ladder->viewport(), (from + to) / 2);
    QTest::mouseMove(ladder->viewport(), to);
    QTest::mouseRelease(ladder->viewport(), Qt::LeftButton, {}, to);
    QTRY_COMPARE(steps(), before + 2);
    QCOMPARE(step(u"bc-over-4"_s), 1);
    QCOMPARE(step(u"bc-over-1"_s), 2);
    QCOMPARE(step(u"bc-over-3"_s), 3);
    QCOMPARE(step(u"bc-over-2"_s), 4);
    // Shared first, all 900,000 by contribution.
    QCOMPARE(settlement(betterCare).result->fund, Money());
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(step(u"bc-over-4"_s), 4);
}

void PoolsPageTest::stepsAreAddedEditedAndDeleted()
{
    const auto addStep = [this](const QString& kind) {
        for (QAction* action : m->shown<QPushButton>(u"addStep"_s)->menu()->actions())
            if (action->objectName() == u"addStep."_s + kind)
                action->trigger();
    };
    addStep(QString(riskKind::firstLoss));
    const RiskTerm& added = plan().riskTerms[plan().riskTerms.size() - 1];
    const Id id = added.id;
    QCOMPARE(added.fund, betterCare);
    QCOMPARE(added.step, 6);
    QVERIFY(m->shown<Panel>(u"termPanel"_s));
    choose(u"riskTerm.paidBy"_s, u"Ashmoor ICB"_s);
    QCOMPARE(plan().riskTerms.find(id)->paidBy, Id(u"ashmoor"_s));
    typeField(u"riskTerm.limit"_s, u"-5"_s);
    QVERIFY2(fieldProblem(u"riskTerm.limit"_s).contains(u"less than £0.00"),
             qPrintable(fieldProblem(u"riskTerm.limit"_s)));
    QVERIFY(!plan().riskTerms.find(id)->limit);
    typeField(u"riskTerm.limit"_s, u"25k"_s);
    QCOMPARE(plan().riskTerms.find(id)->limit, Money::fromPounds(25'000));
    QVERIFY(fieldProblem(u"riskTerm.limit"_s).isEmpty());

    choose(u"riskTerm.scheme"_s, u"Home care packages"_s); // for one scheme: the first of its own
    QCOMPARE(plan().riskTerms.find(id)->scheme, Id(u"s02"_s));
    QCOMPARE(plan().riskTerms.find(id)->step, 1);
    QVERIFY(rowIds(u"ladderGrid"_s).contains(u"own-s02"_s));
    // Ashmoor ICB bears the first 25,000 of home care, before anything else.
    QCOMPARE(cell(u"riskWorkingGrid"_s, id.text(), u"Ashmoor ICB"_s), u"25,000.00"_s);
    QCOMPARE(cell(u"riskWorkingGrid"_s, u"bc-over-4"_s, u"Amount £"_s), u"165,000.00"_s);

    m->click(*m->shown<QPushButton>(u"deleteStep"_s));
    QVERIFY(!plan().riskTerms.contains(id));
    QVERIFY(!m->shown<Panel>(u"termPanel"_s));
    QCOMPARE(cell(u"riskWorkingGrid"_s, u"bc-over-4"_s, u"Amount £"_s), u"190,000.00"_s);

    m->click(*m->shown<LinkLabel>(u"ladderSide"_s));
    QCOMPARE(rowIds(u"ladderGrid"_s), (QStringList{u"bc-under-1"_s, u"bc-under-2"_s, QString()}));
}

void PoolsPageTest::capsAreTypedAndRefused()
{
    GridView* partners = m->grid(u"poolPartnersGrid"_s);
    const Key year{Id(u"2026-27"_s), {}};
    m->click(*partners, cellOf(*partners, u"fenwold"_s, u"Cap £"_s));
    m->type(u"-1"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().fundPartners.find(Id(u"better-care-fenwold"_s))->cap.value(year),
             Money::fromPounds(50'000));
    m->press(Qt::Key_Escape);
    m->type(u"3000"_s);
    const qsizetype before = steps();
    m->press(Qt::Key_Return);
    QCOMPARE(steps(), before + 1);
    QCOMPARE(plan().fundPartners.find(Id(u"better-care-fenwold"_s))->cap.value(year),
             Money::fromPounds(3'000));
    // Its 3,889.15 stop at 3,000.00; the council pays the rest, as it is the host.
    QCOMPARE(cell(u"riskWorkingGrid"_s, u"bc-over-4"_s, u"Fenwold ICB"_s), u"3,000.00"_s);
    QCOMPARE(cell(u"riskWorkingGrid"_s, u"bc-over-5"_s, u"Council"_s), u"889.15"_s);
}

void PoolsPageTest::aCapMakesThePartnersEntry()
{
    StepBuilder builder(plan());
    builder.remove(FundPartner::type.id, Id(u"community-equipment-council"_s));
    QVERIFY(m->document().commit(builder.step(u"Bare"_s)));
    tab(u"Community equipment pool"_s);
    GridView* partners = m->grid(u"poolPartnersGrid"_s);
    QCOMPARE(cell(u"poolPartnersGrid"_s, u"council"_s, u"Cap £"_s), u"no cap"_s);
    m->click(*partners, cellOf(*partners, u"council"_s, u"Cap £"_s));
    m->type(u"40000"_s);
    m->press(Qt::Key_Return);
    const FundPartner& made = plan().fundPartners[plan().fundPartners.size() - 1];
    QCOMPARE(made.fund, equipment);
    QCOMPARE(made.partner, Id(u"council"_s));
    QCOMPARE(made.cap.value(Key{Id(u"2026-27"_s), {}}), Money::fromPounds(40'000));
    QCOMPARE(cell(u"poolPartnersGrid"_s, u"council"_s, u"Cap £"_s), u"40,000"_s);
}

void PoolsPageTest::sharesThatDoNotAddAreSaidAtTheField()
{
    GridView* ladder = m->grid(u"ladderGrid"_s);
    m->click(*ladder, cellOf(*ladder, u"bc-over-4"_s, u"How it is paid"_s));
    m->click(*m->shown<LinkLabel>(u"editStep"_s));
    choose(u"riskTerm.kind"_s, u"Shared by fixed percentages"_s);
    QVERIFY(title().endsWith(u"who pays cannot be worked out yet"_s));
    QVERIFY(m->shown<RiskLadderChart>(u"riskLadder"_s)->marks().isEmpty() ||
            m->shown<RiskLadderChart>(u"riskLadder"_s)->labels().isEmpty());

    GridView* shares = m->grid(u"termSharesGrid"_s);
    const auto type = [&](const QString& partner, const QString& percent) {
        m->click(*shares, cellOf(*shares, partner, u"Share %"_s));
        m->type(percent);
        m->press(Qt::Key_Return);
    };
    type(u"ashmoor"_s, u"60"_s);
    type(u"council"_s, u"30"_s);
    QCOMPARE(plan().riskTermShares.size(), 2);
    QVERIFY(!settlement(betterCare).result);
    const QString problem = u"The shares of “Shared by fixed percentages” do not add to 100%: mend them."_s;
    bool isSaid = false;
    for (const char* partner : {"ashmoor", "council"})
        isSaid =
            isSaid || cellOf(*shares, QLatin1StringView(partner), u"Share %"_s).data(ProblemRole) == problem;
    QVERIFY(isSaid);
    QVERIFY(where().endsWith(problem));
    // The chart says which field, and leads there.
    ladder->setFocus();
    m->click(*m->shown<LinkLabel>(u"mendTerms"_s));
    QVERIFY(shares->hasFocus());
    type(u"fenwold"_s, u"101"_s);
    QCOMPARE(plan().riskTermShares.size(), 2); // not a percentage
    m->press(Qt::Key_Escape);
    type(u"fenwold"_s, u"10"_s);
    QVERIFY(settlement(betterCare).result.has_value());
    QCOMPARE(cell(u"riskWorkingGrid"_s, u"bc-over-4"_s, u"Ashmoor ICB"_s), u"114,000.00"_s); // 60% of 190,000
    QVERIFY(!m->shown<LinkLabel>(u"mendTerms"_s));
}

void PoolsPageTest::schemesAreTestedInTheirTable()
{
    view(u"Test"_s);
    GridView* test = m->grid(u"testOutturnGrid"_s);
    QCOMPARE(cell(u"testOutturnGrid"_s, u"s02"_s, u"Difference £"_s), u"+900,000"_s);
    QCOMPARE(cell(u"testOutturnGrid"_s, u"s01"_s, u"Tested outturn £"_s), u"as planned"_s);
    m->click(*test, cellOf(*test, u"s02"_s, u"Of it, agreement broken £"_s));
    m->type(u"1m"_s);
    m->press(Qt::Key_Return);
    // More than the overspend: kept, and said at the cell.
    QVERIFY(!settlement(betterCare).result);
    QVERIFY(!cellOf(*test, u"s02"_s, u"Of it, agreement broken £"_s).data(ProblemRole).toString().isEmpty());
    const qsizetype before = steps();
    m->click(*m->shown<QPushButton>(u"clearTest"_s));
    QCOMPARE(steps(), before + 1);
    QVERIFY(settlement(betterCare).result->variance.isZero());
    QCOMPARE(title(), u"Better Care pool: on plan, nobody pays more"_s);
    QVERIFY(!m->shown<QPushButton>(u"clearTest"_s)->isEnabled());
}

void PoolsPageTest::theChecklistLeadsToTheField()
{
    QCOMPARE(m->shown<Panel>(u"agreementItemsPanel"_s)->title(), u"Section 75 agreement: one item open"_s);
    GridView* items = m->grid(u"agreementItemsGrid"_s);
    m->click(*items, items->proxy()->index(2, 0)); // consulted before the start
    QTRY_VERIFY(m->shown<QLineEdit>(u"fund.consultedOn"_s));
    QCOMPARE(QApplication::focusWidget(), m->shown<QLineEdit>(u"fund.consultedOn"_s));
    typeField(u"fund.consultedOn"_s, u"2 May 2025"_s);
    QCOMPARE(plan().funds.find(betterCare)->consultedOn, QDate(2025, 5, 2));
    QCOMPARE(m->shown<Panel>(u"agreementPanel"_s)->title(), u"Section 75 agreement: two items open"_s);
}

void PoolsPageTest::formFieldsRefuseWhatCannotBe()
{
    view(u"Agreement"_s);
    const qsizetype before = steps();
    typeField(u"fund.endsOn"_s, u"31 March 2024"_s);
    QCOMPARE(fieldProblem(u"fund.endsOn"_s), u"It cannot end before it starts, on 1 April 2025."_s);
    QCOMPARE(steps(), before);
    m->press(Qt::Key_Escape);
    QCOMPARE(m->shown<QLineEdit>(u"fund.endsOn"_s)->text(), u"31 March 2028"_s);
    QVERIFY(fieldProblem(u"fund.endsOn"_s).isEmpty());
    typeField(u"fund.noticeMonths"_s, u"-3"_s);
    QVERIFY(!fieldProblem(u"fund.noticeMonths"_s).isEmpty());
    QCOMPARE(steps(), before);
    typeField(u"fund.noticeMonths"_s, u"9"_s);
    QCOMPARE(plan().funds.find(betterCare)->noticeMonths, 9);
    choose(u"fund.host"_s, u"not named"_s);
    QVERIFY(plan().funds.find(betterCare)->host.isNull());
    QCOMPARE(fieldProblem(u"fund.host"_s), u"A pooled fund needs a host partner: name one."_s);
}

void PoolsPageTest::excludedFunctionsAreRefused()
{
    view(u"Agreement"_s);
    GridView* functions = m->grid(u"functionsGrid"_s);
    const qsizetype count = plan().fundFunctions.size();
    const QStringList offered = newRowOf(*functions, u"Function"_s).data(ChoicesRole).toStringList();
    QVERIFY(offered.contains(u"Waste"_s));
    QVERIFY(!offered.contains(u"Surgery"_s));
    m->click(*functions, newRowOf(*functions, u"Function"_s));
    QApplication::clipboard()->setText(u"Surgery"_s);
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(plan().fundFunctions.size(), count);
    QVERIFY2(m->dialogs().said.last().contains(u"Regulation 5 of SI 2000/617"),
             qPrintable(m->dialogs().said.last()));
    QApplication::clipboard()->setText(u"Appointment of approved mental health professionals"_s);
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(plan().fundFunctions.size(), count);
    QVERIFY2(m->dialogs().said.last().contains(u"Regulation 6 of SI 2000/617"),
             qPrintable(m->dialogs().said.last()));
    QApplication::clipboard()->setText(u"Waste"_s);
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(plan().fundFunctions.size(), count + 1);
    QCOMPARE(plan().fundFunctions[count].fund, betterCare);
    QCOMPARE(cell(u"functionsGrid"_s, plan().fundFunctions[count].id.text(), u"Whose"_s), u"council"_s);
}

void PoolsPageTest::reportsAreRecordedByQuarter()
{
    view(u"Agreement"_s);
    GridView* reports = m->grid(u"reportsGrid"_s);
    const qsizetype count = plan().fundReports.size();
    QCOMPARE(cell(u"reportsGrid"_s, u"2"_s, u"Quarter"_s), u"2, to 30 September 2026"_s);
    m->click(*reports, cellOf(*reports, u"2"_s, u"Sent on"_s));
    m->type(u"20 October 2026"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().fundReports.size(), count + 1);
    const FundReport& made = plan().fundReports[count];
    QCOMPARE(made.quarter, 2);
    QCOMPARE(made.year, Id(u"2026-27"_s));
    QCOMPARE(made.sentOn, QDate(2026, 10, 20));
    QCOMPARE(m->shown<Panel>(u"reportsPanel"_s)->title(), u"1 of 4 reports sent in 2026-27"_s);
}

void PoolsPageTest::vatRoutesAreSettled()
{
    tab(u"VAT"_s);
    QCOMPARE(title(), u"£230,000.00 at risk: the VAT of Community equipment is not settled"_s);
    GridView* vat = m->grid(u"vatGrid"_s);
    QCOMPARE(cell(u"vatGrid"_s, u"s12"_s, u"At risk £"_s), u"230,000"_s);
    QCOMPARE(cell(u"vatGrid"_s, u"s12"_s, u"VAT route"_s), u"not settled"_s);
    m->click(*vat, cellOf(*vat, u"s12"_s, u"VAT route"_s));
    QApplication::clipboard()->setText(u"Council, section 33"_s);
    m->press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(plan().schemes.find(Id(u"s12"_s))->vatRoute, QString(vatRoute::council));
    QCOMPARE(title(), u"VAT is settled for every pooled scheme"_s);
}

void PoolsPageTest::theScheduleIsCopiedAndPrinted()
{
    view(u"Schedule"_s);
    m->click(*m->shown<QPushButton>(u"copySchedule"_s));
    const QString copied = QApplication::clipboard()->text();
    for (const ScheduleClause& clause : riskSchedule(plan(), settlement(betterCare))) {
        QVERIFY2(copied.contains(clause.text), qPrintable(clause.text));
        QVERIFY(m->shown<QTextBrowser>(u"scheduleText"_s)->toPlainText().contains(clause.text));
    }
    for (const char* ending : {"pdf", "odt"}) {
        const QString path = m->filePath(u"schedule."_s + QLatin1StringView(ending));
        m->dialogs().paths = {path};
        m->click(*m->shown<QPushButton>(u"printSchedule"_s));
        QVERIFY2(QFile::exists(path), qPrintable(path));
        QVERIFY(QFile(path).size() > 1'000);
    }
    // The paper says what the page says: each clause, each step, and the test to the penny.
    const RiskScheduleSource source{plan(), settlement(betterCare), u"base"_s, m->document().savedAt(),
                                    m->document().headHash()};
    const QString paper = riskSchedulePaper(source)->toPlainText();
    for (const ScheduleClause& clause : riskSchedule(plan(), settlement(betterCare)))
        QVERIFY2(paper.contains(clause.text), qPrintable(clause.text));
    for (const char* figure :
         {"190,000.00", "105,515.74", "3,889.15", "80,595.11", "710,000.00", "not agreed"})
        QVERIFY2(paper.contains(QLatin1StringView(figure)), figure);
    QVERIFY(m->dialogs().asked.last().endsWith(u"Better Care pool risk share.pdf"_s));
}

void PoolsPageTest::alignedFundsShareNoRisk()
{
    tab(u"Ageing well (aligned)"_s);
    QCOMPARE(title(), u"Ageing well: £4,900,000.00 is aligned, not pooled"_s);
    QVERIFY(!m->grid(u"ladderGrid"_s));
    QVERIFY(!m->shown<SegmentedButton>(u"poolViews"_s));
    QCOMPARE(cell(u"alignedGrid"_s, u"ashmoor"_s, u"2026-27 £"_s), u"3,000,000"_s);
    QVERIFY(m->shown<Panel>(u"alignedMeans"_s));
}

void PoolsPageTest::withoutAFundOneIsAdded()
{
    StepBuilder builder(plan());
    for (const Scheme& scheme : plan().schemes)
        builder.remove(Scheme::type.id, scheme.id);
    for (const Fund& fund : plan().funds)
        builder.remove(Fund::type.id, fund.id);
    QVERIFY(m->document().commit(builder.step(u"Bare"_s)));
    QCOMPARE(title(), u"No pooled fund yet"_s);
    QVERIFY(!m->shown<QTabBar>(u"fundTabs"_s));
    auto* add = m->shown<QWidget>(u"noFund"_s)->findChild<QPushButton*>();
    m->click(*add);
    QCOMPARE(plan().funds.size(), 1);
    QCOMPARE(plan().funds[0].kind, QString(fundKind::pooled));
    QCOMPARE(QApplication::focusWidget(), m->shown<QLineEdit>(u"fund.name"_s)); // named at once
    m->type(u"Integrated care"_s);
    m->press(Qt::Key_Return);
    QCOMPARE(plan().funds[0].name, u"Integrated care"_s);
    QCOMPARE(m->shown<QTabBar>(u"fundTabs"_s)->tabText(0), u"Integrated care"_s);
}

void PoolsPageTest::aPlanToReadOnlyIsNotEdited()
{
    const QString path = m->document().path();
    m->window().closePlan();
    auto other = PlanFile::open(path, PlanFile::Mode::ReadWrite, systemAuthor()); // somebody else has it
    QVERIFY(other.ok());
    m->dialogs().choices = {0};
    QVERIFY(m->window().openPlan(path));
    QVERIFY(m->document().isReadOnly());
    m->press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(!m->shown<QPushButton>(u"addStep"_s)->isEnabled());
    QVERIFY(!m->shown<QPushButton>(u"addPooledFund"_s)->isEnabled());
    GridView* partners = m->grid(u"poolPartnersGrid"_s);
    QVERIFY(!(cellOf(*partners, u"fenwold"_s, u"Cap £"_s).flags() & Qt::ItemIsEditable));
    auto* chart = m->shown<RiskLadderChart>(u"riskLadder"_s);
    QVERIFY(!chart->marks().first().adjustable);
    view(u"Agreement"_s);
    QVERIFY(!m->shown<QLineEdit>(u"fund.poolManager"_s)->isEnabled());
}

QTEST_MAIN(PoolsPageTest)
#include "test_poolspage.moc"
