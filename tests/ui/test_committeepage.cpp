// The page Committee through the real window. The committee is that of design/calderbourne.md: limits of £250,000.00 a decision, ten
// members, nine of whom came; Dr Nazir left item 5. Expected figures are worked out beside each test.
#include "tests/support/committeeplan.h"
#include "tests/support/windowfixture.h"
#include "ui/pages/committee/limitbar.h"
#include "ui/pages/page.h"
#include "ui/panel/emptystate.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/window/planview.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Id handyLine(u"handy"_s);
const Key year{Id(u"2026-27"_s), {}};

Author maker()
{
    return {u"A. Maker"_s, [] { return QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC); },
            countedIds(u"made-"_s)};
}

template <class T> T& in(QWidget& dialog, const QString& name)
{
    T* found = dialog.findChild<T*>(name);
    if (!found)
        qFatal("the dialog has no %s", qPrintable(name));
    return *found;
}

void choose(QWidget& dialog, const QString& box, const QVariant& data)
{
    auto& combo = in<QComboBox>(dialog, box);
    const int at = combo.findData(data);
    QVERIFY2(at >= 0, qPrintable(u"%1 does not offer %2"_s.arg(box, data.toString())));
    combo.setCurrentIndex(at);
}

QString problemIn(QWidget& dialog)
{
    const auto& problem = in<QLabel>(dialog, u"problem"_s);
    return problem.isVisible() ? problem.text() : QString();
}

} // namespace

class CommitteePageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isReachedByKeyAndSaysWhatTheMeetingDecides();
    void theAgendaIsWalkedByKey();
    void aDecisionWithinTheLimitIsAppliedAndUndoLeavesIt();
    void aRecommendationAppliesNothingUntilItIsAccepted();
    void anExcludedMemberCannotBeGivenAVote();
    void aCastingVoteIsForEqualVotesAlone();
    void attendanceIsTypedAndCountsForTheQuorum();
    void anInterestIsAskedAbout();
    void aResolutionHoldsMoneyAndChangesNothing();
    void aResolutionAdoptsAScenario();
    void aStaleResolutionIsReopened();
    void aVersionIsFrozenSignedAndComparedToThePenny();
    void theWrongRoleIsRefused();
    void signatoriesAndDatesAreTyped();
    void theBaseIsShownWhateverTheScenario();
    void anItemIsAddedAndDescribed();
    void aPlanWithoutACommitteeIsGivenOne();
    void whatNeedsNoBodyStandsWithoutOne();
    void aMeetingIsEditedAndItsMinutesApproved();
    void aDissentGoesWithItsRound();
    void whoCameByASubstituteIsAsked();
    void minutesAndRegisterAreWritten();
    void theMeetingIsReadWithoutScrolling();
    void everythingByKeyboard();
    void aPlanToReadOnlyIsNotEdited();
    void keepsItsPlaceAndHelps();

private:
    const Plan& base() { return m->document().base(); }
    QString title() { return m->shown<QLabel>(u"pageTitle"_s)->text(); }
    QString where() { return m->shown<QLabel>(u"pageWhere"_s)->text(); }
    QPushButton& button(const QString& name) { return *m->shown<QPushButton>(name); }
    Money handy() { return base().lines.find(handyLine)->amount.value(year); }
    QString fact(int number)
    {
        const auto* label = m->shown<QLabel>(u"resolutionFact%1"_s.arg(number));
        return label ? label->text() : QString();
    }
    QString cell(const QString& grid, const QString& id, const QString& column)
    {
        return cellOf(*m->grid(grid), id, column).data().toString();
    }
    void make(const Plan& plan);
    void openWithoutBodies();
    void chooseItem(const QString& item);
    void press(const QString& name, const std::function<void(QWidget&)>& act);
    void voteOnOptionB();
    void freeze();
    void setAmount(const QString& line, qint64 pounds);
    void setCell(const QString& grid, const QString& row, const QString& column, const QString& text);

    std::unique_ptr<WindowFixture> m;
};

void CommitteePageTest::make(const Plan& plan)
{
    const QString path = m->filePath(u"committee.plan"_s);
    Result<std::unique_ptr<PlanFile>> made =
        PlanFile::create(path, {plan, {}, plan.people, {}}, maker(), u"made"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().text));
    made->reset();
    QVERIFY(m->window().openPlan(path));
    m->document().showYear(u"2026-27"_s);
    m->press(Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(m->window().view()->page()->id(), PageId::Committee);
}

void CommitteePageTest::init()
{
    m = std::make_unique<WindowFixture>();
    make(committeePlan());
}

void CommitteePageTest::cleanup()
{
    m.reset();
}

// By a click on the row of the agenda.
void CommitteePageTest::chooseItem(const QString& item)
{
    auto* agenda = m->shown<QListWidget>(u"agenda"_s);
    for (int row = 0; row < agenda->count(); ++row)
        if (agenda->item(row)->text() == base().agendaItems.find(Id(item))->title)
            QTest::mouseClick(agenda->viewport(), Qt::LeftButton, {},
                              agenda->visualItemRect(agenda->item(row)).center());
    QCoreApplication::processEvents();
}

void CommitteePageTest::press(const QString& name, const std::function<void(QWidget&)>& act)
{
    auto* found = m->shown<QPushButton>(name);
    QVERIFY2(found, qPrintable(name));
    QVERIFY2(found->isEnabled(), qPrintable(name + u": "_s + found->toolTip()));
    bool wasOpen = false;
    m->during([&](QWidget& dialog) {
        wasOpen = true;
        act(dialog);
    });
    m->click(*found);
    QVERIFY2(wasOpen, qPrintable(name));
    QCoreApplication::processEvents();
}

// 6 for, 1 against with dissent, 1 abstained.
void CommitteePageTest::voteOnOptionB()
{
    press(u"recordVotes"_s, [this](QWidget& dialog) {
        m->click(in<QPushButton>(dialog, u"allFor"_s));
        choose(dialog, u"vote-lowry"_s, QString(ballot::against));
        in<QLineEdit>(dialog, u"dissent-lowry"_s).setText(u"The discharge hub loses 13.3% before winter."_s);
        choose(dialog, u"vote-ackroyd"_s, QString(ballot::abstained));
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
}

void CommitteePageTest::freeze()
{
    press(u"freezeVersion"_s, [this](QWidget& dialog) { m->click(in<QPushButton>(dialog, u"doIt"_s)); });
}

void CommitteePageTest::setAmount(const QString& line, qint64 amount)
{
    StepBuilder builder(base());
    builder.set(Line::type.id, Id(line), u"amount", year, Value(Money::fromPounds(amount)));
    QVERIFY(m->document().commitToBase(builder.step(u"An edit"_s)));
    QCoreApplication::processEvents();
}

void CommitteePageTest::setCell(const QString& grid, const QString& row, const QString& column,
                                const QString& text)
{
    GridView& view = *m->grid(grid);
    const QModelIndex shown = cellOf(view, row, column);
    QVERIFY2(shown.isValid(), qPrintable(column));
    QVERIFY(view.gridModel()->setData(view.sourceIndex(shown), text, Qt::EditRole));
    QCoreApplication::processEvents();
}

void CommitteePageTest::isReachedByKeyAndSaysWhatTheMeetingDecides()
{
    // The last item with a resolution is shown: £692,000.00 of Ashmoor ICB and £120,000.00 of the council, £812,000.00 in all.
    QVERIFY2(title().contains(u"£812,000.00"_s), qPrintable(title()));
    QVERIFY2(title().contains(u"£250,000.00"_s), qPrintable(title()));
    QVERIFY2(where().contains(u"Calderbourne Place Committee, meeting of 12 March 2026, item 5."_s),
             qPrintable(where()));
    const QAbstractItemModel* changes = m->grid(u"resolutionGrid"_s)->gridModel();
    QCOMPARE(changes->headerData(0, Qt::Horizontal).toString(), u"Changes, 2026-27"_s);
    qint64 up = 0;
    qint64 down = 0;
    for (int row = 0; row < changes->rowCount(); ++row) {
        const QModelIndex change = changes->index(row, 3);
        const qint64 pence = change.data(NumberRole).toLongLong();
        QCOMPARE(changes->index(row, 1).data(NumberRole).toLongLong() + pence,
                 changes->index(row, 2).data(NumberRole).toLongLong());
        if (change.data(TotalRole).toBool())
            QCOMPARE(pence, 0);
        else
            (pence > 0 ? up : down) += pence;
        if (pence > 0)
            QVERIFY(change.data().toString().startsWith(u'+'));
    }
    QCOMPARE(up, 81'200'000);
    QCOMPARE(down, -81'200'000);
    // One bar for each partner that has not delegated that much, in words as well.
    QStringList bars;
    for (const LimitBar* bar : m->window().findChildren<LimitBar*>())
        if (bar->isVisible())
            bars.append(bar->accessibleName() + u' ' + bar->accessibleDescription());
    QCOMPARE(bars.size(), 1);
    const QString all = bars.join(u'\n');
    QVERIFY2(all.contains(u"£692,000.00"_s) && all.contains(u"£250,000.00"_s), qPrintable(all));
    // Nine came of ten; Dr Nazir left for the item.
    QCOMPARE(cell(u"attendanceGrid"_s, u"nazir"_s, u"Vote"_s), u"Left: interest"_s);
    QCOMPARE(cell(u"attendanceGrid"_s, u"lund"_s, u"Vote"_s), u"Apologies"_s);
    QCOMPARE(cell(u"attendanceGrid"_s, u"aziz"_s, u"Vote"_s), u"not recorded"_s);
}

void CommitteePageTest::theAgendaIsWalkedByKey()
{
    auto* agenda = m->shown<QListWidget>(u"agenda"_s);
    QCOMPARE(agenda->count(), 2);
    agenda->setFocus();
    m->press(Qt::Key_Up);
    QCoreApplication::processEvents();
    QVERIFY2(title().contains(u"£10,000.00"_s), qPrintable(title()));
    QVERIFY(where().contains(u"item 4"_s));
    QVERIFY(agenda->hasFocus());
    m->press(Qt::Key_Down);
    QCoreApplication::processEvents();
    QVERIFY(where().contains(u"item 5"_s));
}

void CommitteePageTest::aDecisionWithinTheLimitIsAppliedAndUndoLeavesIt()
{
    setAmount(u"hazards"_s, 250'000); // an ordinary edit before
    chooseItem(u"item4"_s);
    QVERIFY(!button(u"applyResolution"_s).isEnabled());
    QVERIFY(button(u"applyResolution"_s).toolTip().contains(u"record the outcome first"_s));
    QVERIFY(!button(u"reopenResolution"_s).isEnabled());
    press(u"recordVotes"_s, [this](QWidget& dialog) {
        m->click(in<QPushButton>(dialog, u"allFor"_s));
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(base().votes.size(), 9);
    QVERIFY(button(u"reopenResolution"_s).isEnabled()); // or it would be stuck if the plan changed now
    QCOMPARE(cell(u"attendanceGrid"_s, u"aziz"_s, u"Vote"_s), u"For"_s);
    press(u"recordOutcome"_s, [this](QWidget& dialog) {
        QVERIFY(in<QLabel>(dialog, u"outcomeWords"_s).text().contains(u"Carried"_s));
        in<QLineEdit>(dialog, u"outcomeMinute"_s).setText(u"4/26"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(lastOutcome(base(), Id(u"handyperson"_s))->outcome, QString(resolutionOutcome::carried));
    QCOMPARE(lastOutcome(base(), Id(u"handyperson"_s))->minute, u"4/26"_s);
    QCOMPARE(handy(), Money::fromPounds(150'000)); // decided, not applied
    press(u"applyResolution"_s, [this](QWidget& dialog) {
        QCOMPARE(in<QPushButton>(dialog, u"doIt"_s).text(), u"Apply £10,000.00"_s);
        const auto& will = in<GridView>(dialog, u"applyGrid"_s);
        QCOMPARE(will.gridModel()->index(0, 3).data().toString(), u"+10,000"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(handy(), Money::fromPounds(160'000));
    QVERIFY2(fact(0).startsWith(u"Applied to the plan"_s), qPrintable(fact(0)));
    QVERIFY(!button(u"reopenResolution"_s).isEnabled());
    // Undo takes back the ordinary edit, and never what was decided.
    m->press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(base().lines.find(Id(u"hazards"_s))->amount.value(year), Money::fromPounds(240'000));
    QCOMPARE(handy(), Money::fromPounds(160'000));
    QVERIFY(!m->action(u"actionUndo"_s)->isEnabled());
    QCOMPARE(base().votes.size(), 9);
    QVERIFY(m->dialogs().said.isEmpty());
}

void CommitteePageTest::aRecommendationAppliesNothingUntilItIsAccepted()
{
    voteOnOptionB();
    QCOMPARE(base().votes.size(), 8);
    QCOMPARE(fact(3), u"Cllr Beth Lowry: The discharge hub loses 13.3% before winter."_s);
    press(u"recordOutcome"_s, [this](QWidget& dialog) { m->click(in<QPushButton>(dialog, u"doIt"_s)); });
    const ResolutionOutcome outcome = *lastOutcome(base(), Id(u"optionB"_s));
    QCOMPARE(outcome.outcome, QString(resolutionOutcome::recommended));
    QCOMPARE(outcome.inFavour, 6);
    QCOMPARE(outcome.against, 1);
    QCOMPARE(outcome.abstained, 1);
    QCOMPARE(outcome.amount, Money::fromPounds(812'000));
    QVERIFY(!button(u"applyResolution"_s).isEnabled());
    QVERIFY2(button(u"applyResolution"_s).toolTip().contains(u"NHS Ashmoor Integrated Care Board"_s),
             qPrintable(button(u"applyResolution"_s).toolTip()));
    QVERIFY(title().contains(u"recommended, not decided"_s));
    const Money before = base().lines.find(Id(u"discharge"_s))->amount.value(year);

    // An answer without its minute is refused, and nothing changes.
    press(u"recordAnswer"_s, [this](QWidget& dialog) {
        choose(dialog, u"replyAnswer"_s, QString(replyAnswer::accepted));
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY(dialog.isVisible());
        QVERIFY2(problemIn(dialog).contains(u"minute"_s), qPrintable(problemIn(dialog)));
        in<QLineEdit>(dialog, u"replyMinute"_s).setText(u"ICB 7/26"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(base().recommendationReplies.size(), 1);
    QVERIFY(fact(2).contains(u"ICB 7/26"_s));
    QCOMPARE(base().lines.find(Id(u"discharge"_s))->amount.value(year), before);
    press(u"applyResolution"_s, [this](QWidget& dialog) { m->click(in<QPushButton>(dialog, u"doIt"_s)); });
    // Option B takes £500,000.00 out of the discharge team.
    QCOMPARE(base().lines.find(Id(u"discharge"_s))->amount.value(year), before - Money::fromPounds(500'000));
}

void CommitteePageTest::anExcludedMemberCannotBeGivenAVote()
{
    press(u"recordVotes"_s, [this](QWidget& dialog) {
        for (const QString& member : {u"nazir"_s, u"lund"_s}) {
            auto& vote = in<QComboBox>(dialog, u"vote-"_s + member);
            QVERIFY(!vote.isEnabled());
            QCOMPARE(vote.count(), 1);
            QCOMPARE(vote.currentData().toString(), QString());
        }
        QCOMPARE(in<QComboBox>(dialog, u"vote-nazir"_s).currentText(), u"Left: interest"_s);
        QVERIFY(in<QComboBox>(dialog, u"vote-nazir"_s).toolTip().contains(u"cannot vote"_s));
        m->click(in<QPushButton>(dialog, u"doIt"_s)); // nothing was chosen
        QCOMPARE(problemIn(dialog), u"There is no new vote to record."_s);
        m->click(in<QPushButton>(dialog, u"allFor"_s));
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(base().votes.size(), 8);
    for (const Vote& vote : base().votes)
        QVERIFY(vote.member != Id(u"nazir"_s) && vote.member != Id(u"lund"_s));
}

void CommitteePageTest::aCastingVoteIsForEqualVotesAlone()
{
    press(u"recordVotes"_s, [this](QWidget& dialog) {
        auto& casting = in<QComboBox>(dialog, u"castingVote"_s);
        m->click(in<QPushButton>(dialog, u"allFor"_s));
        QVERIFY(!casting.isEnabled()); // 8 to 0
        for (const QString& member : {u"lowry"_s, u"calloway"_s, u"thwaite"_s, u"ackroyd"_s})
            choose(dialog, u"vote-"_s + member, QString(ballot::against));
        QVERIFY(casting.isEnabled()); // 4 to 4
        choose(dialog, u"castingVote"_s, QString(ballot::inFavour));
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(base().votes.size(), 9);
    QVERIFY(base().votes[8].casting);
    QCOMPARE(base().votes[8].member, Id(u"aziz"_s));
    QVERIFY2(fact(0).startsWith(u"Carried"_s), qPrintable(fact(0)));
}

void CommitteePageTest::attendanceIsTypedAndCountsForTheQuorum()
{
    // Eight can vote; without three of them five are left, and six are needed.
    QVERIFY(m->shown<QWidget>(u"voteNote0"_s)->accessibleName().startsWith(u"Quorate"_s));
    for (const QString& member : {u"fairclough"_s, u"ackroyd"_s, u"calloway"_s})
        setCell(u"attendanceGrid"_s, member, u"Attended"_s, u"Absent"_s);
    QCOMPARE(base().attendances.find(Id(u"at-ackroyd"_s))->how, QString(attending::absent));
    const QString quorum = m->shown<QWidget>(u"voteNote0"_s)->accessibleName();
    QVERIFY2(quorum.contains(u'5') && !quorum.startsWith(u"Quorate"_s), qPrintable(quorum));
    QCOMPARE(cell(u"attendanceGrid"_s, u"ackroyd"_s, u"Vote"_s), u"Not there"_s);
    m->press(Qt::Key_Z, Qt::ControlModifier); // attendance is an ordinary edit
    QCOMPARE(base().attendances.find(Id(u"at-calloway"_s))->how, QString(attending::present));
    QVERIFY(m->shown<QWidget>(u"voteNote0"_s)->accessibleName().startsWith(u"Quorate"_s));
}

void CommitteePageTest::anInterestIsAskedAbout()
{
    const QString path = m->filePath(u"asked.plan"_s);
    const Plan asked = without(committeePlan(), ItemInterest::type, u"left"_s);
    Result<std::unique_ptr<PlanFile>> made =
        PlanFile::create(path, {asked, {}, asked.people, {}}, maker(), u"made"_s);
    QVERIFY(made);
    made->reset();
    QVERIFY(m->window().openPlan(path));
    m->document().showYear(u"2026-27"_s);
    m->press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY2(m->shown<QWidget>(u"voteNote1"_s)->accessibleName().contains(u"Dr Samira Nazir"_s),
             qPrintable(m->shown<QWidget>(u"voteNote1"_s)->accessibleName()));
    QVERIFY(!button(u"recordOutcome"_s).isEnabled());
    QVERIFY(button(u"recordOutcome"_s).toolTip().contains(u"Dr Samira Nazir"_s));
    press(u"chairAction"_s, [this](QWidget& dialog) {
        QCOMPARE(in<QComboBox>(dialog, u"interestMember"_s).currentData().toString(), u"nazir"_s);
        QCOMPARE(in<QComboBox>(dialog, u"interestOf"_s).currentData().toString(), u"practice"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY(problemIn(dialog).contains(u"what the chair decided"_s));
        choose(dialog, u"interestAction"_s, QString(chairAction::leave));
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(base().itemInterests.size(), 1);
    QCOMPARE(base().itemInterests[0].action, QString(chairAction::leave));
    QCOMPARE(cell(u"attendanceGrid"_s, u"nazir"_s, u"Vote"_s), u"Left: interest"_s);
    QVERIFY(button(u"recordOutcome"_s).isEnabled());
}

void CommitteePageTest::aResolutionHoldsMoneyAndChangesNothing()
{
    press(u"newResolution"_s, [this](QWidget& dialog) {
        in<QLineEdit>(dialog, u"resolutionName"_s).setText(u"More hazard checks"_s);
        choose(dialog, u"resolutionChanges"_s, u"money"_s);
        choose(dialog, u"resolutionLine"_s, u"hazards"_s);
        choose(dialog, u"resolutionFrom"_s, u"record"_s);
        // The shared record has £140,000.00.
        in<QLineEdit>(dialog, u"resolutionAmount"_s).setText(u"140,000.01"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY2(problemIn(dialog).contains(u"has only £140,000.00"_s), qPrintable(problemIn(dialog)));
        in<QLineEdit>(dialog, u"resolutionAmount"_s).setText(u"42,500"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(base().resolutions.size(), 3);
    const Resolution made = base().resolutions[2];
    QCOMPARE(made.item, Id(u"item5"_s));
    QCOMPARE(base().lines.find(Id(u"hazards"_s))->amount.value(year), Money::fromPounds(240'000));
    const ResolutionReview review = reviewResolution(base(), m->document().shelf(), made.id, meetingDay());
    QCOMPARE(review.amount, Money::fromPounds(42'500)); // moving is counted once
    QVERIFY2(title().contains(u"£42,500.00"_s), qPrintable(title()));
    QCOMPARE(m->shown<QComboBox>(u"resolutionChoice"_s)->count(), 2);
    m->press(Qt::Key_Z, Qt::ControlModifier); // not on the record yet
    QCOMPARE(base().resolutions.size(), 2);
}

void CommitteePageTest::aResolutionAdoptsAScenario()
{
    m->dialogs().texts.append(u"Option C"_s);
    m->action(u"actionBranch"_s)->trigger();
    StepBuilder builder(m->document().plan());
    builder.set(Line::type.id, handyLine, u"amount", year, Value(Money::fromPounds(155'000)));
    QVERIFY(m->document().commit(builder.step(u"More"_s)));
    QVERIFY(!m->document().scenario().isNull());
    const QString scenario = m->document().scenario().text();
    chooseItem(u"item4"_s);
    press(u"newResolution"_s, [&](QWidget& dialog) {
        choose(dialog, u"resolutionChanges"_s, u"scenario:"_s + scenario);
        QCOMPARE(in<QLineEdit>(dialog, u"resolutionName"_s).text(), u"Adopt Option C"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    const Resolution made = base().resolutions[2];
    QCOMPARE(made.option, u"Option C"_s);
    QCOMPARE(handy(), Money::fromPounds(150'000));
    const std::optional<Plan> after = planAfter(base(), made.id);
    QVERIFY(after);
    QCOMPARE(after->lines.find(handyLine)->amount.value(year), Money::fromPounds(155'000));
}

void CommitteePageTest::aStaleResolutionIsReopened()
{
    chooseItem(u"item4"_s);
    press(u"recordVotes"_s, [this](QWidget& dialog) {
        m->click(in<QPushButton>(dialog, u"allFor"_s));
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    press(u"recordOutcome"_s, [this](QWidget& dialog) { m->click(in<QPushButton>(dialog, u"doIt"_s)); });
    setAmount(u"handy"_s, 151'000);
    QVERIFY(m->shown<QLabel>(u"resolutionOthers"_s)->text().contains(u"no longer fit"_s));
    const QString why = u"Its step “%1” no longer fits the plan. Line “Handyperson service”: 2026-27 £ is "
                        u"151,000.00, not 150,000.00 as this step expects."_s.arg(
                            base().resolutionSteps.find(Id(u"handyperson-step"_s))->what);
    press(u"applyResolution"_s, [&](QWidget& dialog) {
        QCOMPARE(dialog.objectName(), u"reopenDialog"_s);
        QCOMPARE(in<QLabel>(dialog, u"reopenWords"_s).text(), why + u" Nothing is applied."_s);
        auto& reason = in<QLineEdit>(dialog, u"reopenReason"_s);
        QCOMPARE(reason.text(), why);
        reason.clear();
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QCOMPARE(problemIn(dialog), u"Say why it is reopened."_s);
        reason.setText(why);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(lastOutcome(base(), Id(u"handyperson"_s))->outcome, QString(resolutionOutcome::reopened));
    QCOMPARE(lastOutcome(base(), Id(u"handyperson"_s))->reason, why);
    QCOMPARE(handy(), Money::fromPounds(151'000));
    QVERIFY(button(u"recordVotes"_s).isEnabled());
}

void CommitteePageTest::aVersionIsFrozenSignedAndComparedToThePenny()
{
    QVERIFY(!button(u"signPlan"_s).isEnabled());
    QVERIFY(button(u"signPlan"_s).toolTip().contains(u"Freeze a version first"_s));
    QCOMPARE(button(u"freezeVersion"_s).text(), u"Freeze version 1…"_s);
    const QByteArray head = m->document().headHash();
    freeze();
    QCOMPARE(base().frozenVersions.size(), 1);
    const FrozenVersion version = base().frozenVersions[0];
    QCOMPARE(version.head, QString::fromLatin1(head.toHex()));
    for (const QString& hash : {version.planHash, version.evaluationHash, version.paperHash})
        QVERIFY(!m->document().tree().blobs.value(hash).isEmpty());
    QVERIFY(m->document().tree().blobs.value(version.paperHash).startsWith("%PDF"));
    QVERIFY2(m->shown<QLabel>(u"frozenVersion"_s)->text().startsWith(u"Version 1 frozen 10 March 2026, "_s),
             qPrintable(m->shown<QLabel>(u"frozenVersion"_s)->text()));
    QCOMPARE(button(u"freezeVersion"_s).text(), u"Freeze version 2…"_s);

    press(u"signPlan"_s, [this](QWidget& dialog) {
        choose(dialog, u"signFor"_s, u"sign-council"_s);
        QCOMPARE(in<QLineEdit>(dialog, u"signPerson"_s).text(), u"Amara Doyle"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(base().signOffs.size(), 1);
    QVERIFY(cell(u"signatoriesGrid"_s, u"sign-council"_s, u"Signed"_s).contains(u"version 1"_s));
    QCOMPARE(cell(u"signatoriesGrid"_s, u"sign-151"_s, u"Signed"_s), u"Not yet signed"_s);
    QVERIFY(cell(u"signatoriesGrid"_s, u"sign-council"_s, u"Since signed"_s).contains(u"Nothing"_s));

    // £10,000.00 more for handyperson, £2,500.01 less for the shared record: £7,499.99 in all.
    setAmount(u"handy"_s, 160'000);
    StepBuilder builder(base());
    builder.set(Line::type.id, Id(u"record"_s), u"amount", year, Value(*parseMoney(u"137,499.99")));
    QVERIFY(m->document().commitToBase(builder.step(u"An edit"_s)));
    const QString since = cell(u"signatoriesGrid"_s, u"sign-council"_s, u"Since signed"_s);
    QVERIFY2(since.contains(u"+£10,000.00"_s) && since.contains(u"−£2,500.01"_s), qPrintable(since));
    GridView& signatories = *m->grid(u"signatoriesGrid"_s);
    const QModelIndex link = cellOf(signatories, u"sign-council"_s, QString());
    QCOMPARE(link.data().toString(), u"Show what changed"_s);
    bool wasShown = false;
    m->during([&](QWidget& dialog) {
        wasShown = true;
        const QAbstractItemModel* rows = in<GridView>(dialog, u"changedSinceGrid"_s).gridModel();
        Money sum;
        std::optional<qint64> total;
        for (int row = 0; row < rows->rowCount(); ++row) {
            const QModelIndex change = rows->index(row, 3);
            const qint64 pence = change.data(NumberRole).toLongLong();
            QCOMPARE(rows->index(row, 1).data(NumberRole).toLongLong() + pence,
                     rows->index(row, 2).data(NumberRole).toLongLong());
            if (rows->index(row, 0).data(EmphasisRole).toInt() == static_cast<int>(Emphasis::Strong))
                total = total.value_or(0) + pence;
            else
                sum += Money::fromPence(pence);
        }
        QCOMPARE(sum, Money::fromPence(749'999));
        QCOMPARE(total, 749'999);
    });
    signatories.setFocus();
    signatories.setCurrentIndex(link);
    m->press(Qt::Key_Return);
    QVERIFY(wasShown);
    // What was signed stays as it was.
    QCOMPARE(base().frozenVersions[0], version);
    freeze();
    QCOMPARE(base().frozenVersions[1].number, 2);
    QVERIFY(cell(u"signatoriesGrid"_s, u"sign-council"_s, u"Signed"_s).contains(u"version 1"_s));
}

void CommitteePageTest::theWrongRoleIsRefused()
{
    freeze();
    press(u"signPlan"_s, [this](QWidget& dialog) {
        choose(dialog, u"signFor"_s, u"sign-151"_s);
        choose(dialog, u"signCapacity"_s, QString(signatoryRole::chiefExecutive));
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY(dialog.isVisible());
        QVERIFY2(problemIn(dialog).contains(u"signs as"_s), qPrintable(problemIn(dialog)));
        choose(dialog, u"signCapacity"_s, QString(signatoryRole::section151));
        in<QLineEdit>(dialog, u"signPerson"_s).setText(u"Somebody Else"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY(dialog.isVisible());
        QVERIFY2(problemIn(dialog).contains(u"delegated"_s), qPrintable(problemIn(dialog)));
        in<QLineEdit>(dialog, u"signOn"_s).setText(u"9 March 2026"_s); // the day before it was frozen
        in<QLineEdit>(dialog, u"signPerson"_s).setText(u"Neil Hargreave"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY2(problemIn(dialog).contains(u"cannot be signed before"_s), qPrintable(problemIn(dialog)));
    });
    QCOMPARE(base().signOffs.size(), 0);
    QVERIFY(base().people.key(u"Somebody Else"_s).isNull());
}

void CommitteePageTest::signatoriesAndDatesAreTyped()
{
    setCell(u"signatoriesGrid"_s, u"sign-hwb"_s, u"Name"_s, u"Cllr Ann Other"_s);
    const Id person = base().signatories.find(Id(u"sign-hwb"_s))->person;
    QCOMPARE(base().people.value(person), u"Cllr Ann Other"_s);
    for (const JournalEntry& entry : m->document().journal()) // names stand apart from the journal
        QVERIFY(!entry.step.what.contains(u"Ann Other"_s));
    press(u"submissionDates"_s, [this](QWidget& dialog) {
        in<QLineEdit>(dialog, u"submittedOn"_s).setText(u"31 of March"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY(!problemIn(dialog).isEmpty());
        in<QLineEdit>(dialog, u"submittedOn"_s).setText(u"17 March 2026"_s);
        in<QLineEdit>(dialog, u"approvalExpectedOn"_s).setText(u"19 March 2026"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(base().submissions.size(), 1);
    const QString words = m->shown<QLabel>(u"submissionWords"_s)->text();
    QVERIFY2(words.contains(u"Submitted on 17 March 2026."_s) && words.contains(u"19 March 2026"_s),
             qPrintable(words));
}

void CommitteePageTest::theBaseIsShownWhateverTheScenario()
{
    m->dialogs().texts.append(u"Option C"_s);
    m->action(u"actionBranch"_s)->trigger();
    QCoreApplication::processEvents();
    QVERIFY2(where().contains(u"“Option C” has no committee of its own"_s), qPrintable(where()));
    setCell(u"attendanceGrid"_s, u"lund"_s, u"Attended"_s, u"Present"_s);
    QCOMPARE(base().attendances.find(Id(u"at-lund"_s))->how, QString(attending::present));
    QVERIFY(m->document().tree().steps.value(m->document().scenario()).isEmpty());
    voteOnOptionB(); // and Peter Lund, who came after all
    QCOMPARE(base().votes.size(), 9);
    QVERIFY(!m->document().scenario().isNull());
}

void CommitteePageTest::anItemIsAddedAndDescribed()
{
    m->during([this](QWidget& dialog) {
        auto& title = in<QLineEdit>(dialog, u"agendaItem.title"_s);
        QVERIFY(title.hasFocus());
        title.selectAll();
        m->type(u"Next meeting"_s);
        m->press(Qt::Key_Tab);
        in<QLineEdit>(dialog, u"agendaItem.note"_s).setFocus();
        m->type(u"9 April 2026"_s);
        m->press(Qt::Key_Tab);
        dialog.close();
    });
    m->click(*m->shown<QWidget>(u"addItem"_s));
    QCOMPARE(base().agendaItems.size(), 3);
    const AgendaItem item = base().agendaItems[2];
    QCOMPARE(item.number, 6);
    QCOMPARE(item.title, u"Next meeting"_s);
    QCOMPARE(item.note, u"9 April 2026"_s);
    QCoreApplication::processEvents();
    QCOMPARE(title(), u"Next meeting"_s);
    const auto* agenda = m->shown<QListWidget>(u"agenda"_s);
    QCOMPARE(agenda->item(2)->data(Qt::AccessibleTextRole).toString(),
             u"Item 6: Next meeting, 9 April 2026"_s);
    QVERIFY(!button(u"recordVotes"_s).isEnabled());
}

void CommitteePageTest::openWithoutBodies()
{
    Plan bare = committeePlan();
    const QList<Id> bodies{Id(u"committee"_s), Id(u"hwb"_s)};
    for (const Id& body : bodies)
        bare = without(bare, Body::type, body.text());
    const QString path = m->filePath(u"bare.plan"_s);
    Result<std::unique_ptr<PlanFile>> made =
        PlanFile::create(path, {bare, {}, bare.people, {}}, maker(), u"made"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().text));
    made->reset();
    QVERIFY(m->window().openPlan(path));
    m->press(Qt::Key_7, Qt::ControlModifier);
}

void CommitteePageTest::aPlanWithoutACommitteeIsGivenOne()
{
    openWithoutBodies();
    QCOMPARE(title(), u"No committee yet"_s);
    auto* empty = m->shown<EmptyState>(u"noCommittee"_s);
    QVERIFY(empty);
    m->during([this](QWidget& dialog) {
        m->press(Qt::Key_Return);
        QCOMPARE(problemIn(dialog), u"Give the committee a name."_s);
        m->type(u"Place Committee"_s);
        QCOMPARE(in<QLineEdit>(dialog, u"bodyName"_s).text(), u"Place Committee"_s);
        m->press(Qt::Key_Return);
        QVERIFY2(!dialog.isVisible(), qPrintable(problemIn(dialog)));
    });
    m->click(*empty->findChild<QPushButton*>());
    QCOMPARE(base().bodies.size(), 1);
    QCOMPARE(base().bodies[0].name, u"Place Committee"_s);
    QCOMPARE(base().bodies[0].votingRule, QString(votingRule::simpleMajority));
    m->action(u"committeeViewMeeting"_s)->trigger();
    auto* none = m->shown<EmptyState>(u"noMeeting"_s);
    QVERIFY(none);
    m->during([this](QWidget&) {
        m->type(u"12 March 2026"_s);
        m->press(Qt::Key_Return);
    });
    m->click(*none->findChild<QPushButton*>());
    QCOMPARE(base().meetings.size(), 1);
    QCOMPARE(base().meetings[0].on, meetingDay());
    QVERIFY2(title().contains(u"agenda is empty"_s), qPrintable(title()));
}

void CommitteePageTest::whatNeedsNoBodyStandsWithoutOne()
{
    openWithoutBodies();
    m->document().showYear(u"2026-27"_s);
    QCoreApplication::processEvents();
    QVERIFY(m->shown<EmptyState>(u"noCommittee"_s));
    QVERIFY(!m->shown<QWidget>(u"resolutionPanel"_s));
    // Who signs stands by the plan, not by a body.
    for (const QString& one : {u"sign-council"_s, u"sign-151"_s, u"sign-hwb"_s})
        QCOMPARE(cell(u"signatoriesGrid"_s, one, u"Signed"_s), u"Not yet signed"_s);
    QVERIFY(button(u"freezeVersion"_s).isEnabled());
    QVERIFY(!button(u"draftMinutes"_s).isEnabled());
    for (const QString& deed : {u"newResolution"_s, u"recordVotes"_s, u"recordOutcome"_s, u"recordAnswer"_s,
                                u"applyResolution"_s, u"reopenResolution"_s, u"chairAction"_s})
        m->action(u"do-"_s + deed)->trigger(); // says why not
    for (const QString& action : {u"addMeeting"_s, u"editMeeting"_s, u"deleteMeeting"_s, u"deleteBody"_s})
        QVERIFY2(!m->action(action)->isEnabled(), qPrintable(action));
    for (const QString& view : {u"Members"_s, u"Delegation"_s}) {
        m->action(u"committeeView"_s + view)->trigger();
        QCoreApplication::processEvents();
        QVERIFY2(m->shown<EmptyState>(u"noCommittee"_s), qPrintable(view));
        QCOMPARE(title(), u"No committee yet"_s);
    }
    const QList<std::pair<QString, QString>> all{{u"Decisions"_s, u"dutiesGrid"_s},
                                                 {u"AuditTrail"_s, u"journalGrid"_s},
                                                 {u"Index"_s, u"indexDomainsGrid"_s}};
    for (const auto& [view, grid] : all) {
        m->action(u"committeeView"_s + view)->trigger();
        QCoreApplication::processEvents();
        QVERIFY2(m->grid(grid) && m->grid(grid)->isVisible(), qPrintable(view));
        QVERIFY2(!m->shown<EmptyState>(u"noCommittee"_s), qPrintable(view));
        QVERIFY(title() != u"No committee yet"_s);
        QVERIFY2(where().endsWith(u'.') && !where().endsWith(u".."_s), qPrintable(where()));
    }
}

void CommitteePageTest::aMeetingIsEditedAndItsMinutesApproved()
{
    const auto edit = [this](const std::function<void(QWidget&)>& act) {
        bool wasOpen = false;
        m->during([&](QWidget& dialog) {
            wasOpen = true;
            act(dialog);
        });
        m->action(u"editMeeting"_s)->trigger();
        QVERIFY(wasOpen);
        QCoreApplication::processEvents();
    };
    const Id march(u"march"_s);
    const auto entries = m->document().journal().size();
    edit([this](QWidget& dialog) { // nothing is changed, nothing is written
        QCOMPARE(in<QLineEdit>(dialog, u"meetingOn"_s).text(), u"12 March 2026"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(m->document().journal().size(), entries);
    edit([this](QWidget& dialog) {
        auto& on = in<QLineEdit>(dialog, u"meetingOn"_s);
        auto& approved = in<QLineEdit>(dialog, u"minutesApprovedOn"_s);
        QVERIFY(approved.text().isEmpty());
        approved.setText(u"11 March 2026"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QCOMPARE(problemIn(dialog),
                 u"Minutes are approved after the meeting of 12 March 2026: type a later day."_s);
        approved.setText(u"9 April 2026"_s); // the test's clock stands on 10 March 2026
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY2(problemIn(dialog).contains(u"today at the latest"_s), qPrintable(problemIn(dialog)));
        on.setText(u"5 March 2026"_s);
        approved.setText(u"9 March 2026"_s);
        in<QLineEdit>(dialog, u"meetingWhere"_s).setText(u"Town hall"_s);
        in<QLineEdit>(dialog, u"meetingNote"_s).setText(u"Moved forward by a week"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
        QVERIFY2(!dialog.isVisible(), qPrintable(problemIn(dialog)));
    });
    Meeting meeting = *base().meetings.find(march);
    QCOMPARE(meeting.on, QDate(2026, 3, 5));
    QCOMPARE(meeting.minutesApprovedOn, QDate(2026, 3, 9));
    QCOMPARE(meeting.where, u"Town hall"_s);
    QCOMPARE(meeting.note, u"Moved forward by a week"_s);
    QVERIFY2(where().contains(u"meeting of 5 March 2026"_s), qPrintable(where()));
    edit([this](QWidget& dialog) {
        QCOMPARE(in<QLineEdit>(dialog, u"minutesApprovedOn"_s).text(), u"9 March 2026"_s);
        in<QLineEdit>(dialog, u"minutesApprovedOn"_s).clear();
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QVERIFY(!base().meetings.find(march)->minutesApprovedOn.isValid());
    m->press(Qt::Key_Z, Qt::ControlModifier); // an ordinary edit
    QCOMPARE(base().meetings.find(march)->minutesApprovedOn, QDate(2026, 3, 9));
}

void CommitteePageTest::aDissentGoesWithItsRound()
{
    voteOnOptionB();
    QVERIFY(!fact(3).isEmpty());
    press(u"recordOutcome"_s, [this](QWidget& dialog) { m->click(in<QPushButton>(dialog, u"doIt"_s)); });
    QVERIFY2(fact(3).startsWith(u"Cllr Beth Lowry"_s), qPrintable(fact(3)));
    press(u"reopenResolution"_s, [this](QWidget& dialog) {
        in<QLineEdit>(dialog, u"reopenReason"_s).setText(u"A member was not told"_s);
        m->click(in<QPushButton>(dialog, u"doIt"_s));
    });
    QCOMPARE(fact(3), QString()); // nobody has voted again
    const auto voteOf = [this](const QString& how, const QString& dissent) {
        press(u"recordVotes"_s, [&](QWidget& dialog) {
            choose(dialog, u"vote-lowry"_s, how);
            if (!dissent.isEmpty())
                in<QLineEdit>(dialog, u"dissent-lowry"_s).setText(dissent);
            m->click(in<QPushButton>(dialog, u"doIt"_s));
        });
    };
    voteOf(ballot::against, u"Still before winter."_s);
    QCOMPARE(fact(3), u"Cllr Beth Lowry: Still before winter."_s);
    voteOf(ballot::inFavour, {});
    QCOMPARE(fact(3), QString());
}

void CommitteePageTest::whoCameByASubstituteIsAsked()
{
    const auto titles = [this] {
        QStringList all;
        const QAbstractItemModel* rows = m->grid(u"attendanceGrid"_s)->gridModel();
        for (int column = 0; column < rows->columnCount(); ++column)
            all.append(rows->headerData(column, Qt::Horizontal).toString());
        return all;
    };
    const QStringList usual{u"Member"_s, u"Body"_s, u"Vote"_s, u"Attended"_s};
    QCOMPARE(titles(), usual);
    setCell(u"attendanceGrid"_s, u"lund"_s, u"Attended"_s, u"By a substitute"_s);
    QCOMPARE(titles(), usual + QStringList{u"Substitute"_s});
    setCell(u"attendanceGrid"_s, u"lund"_s, u"Attended"_s, u"Apologies"_s);
    QCOMPARE(titles(), usual);
}

void CommitteePageTest::minutesAndRegisterAreWritten()
{
    const auto contentOf = [](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    voteOnOptionB();
    press(u"recordOutcome"_s, [this](QWidget& dialog) { m->click(in<QPushButton>(dialog, u"doIt"_s)); });
    const auto entries = m->document().journal().size();
    const QString minutes = m->filePath(u"minutes.pdf"_s);
    m->dialogs().choices = {0};
    m->dialogs().paths = {minutes};
    m->click(button(u"draftMinutes"_s));
    QCOMPARE(m->dialogs().offered, (QStringList{u"Public copy"_s, u"Confidential copy"_s}));
    QVERIFY2(contentOf(minutes).startsWith("%PDF-"), qPrintable(minutes));
    QVERIFY(m->shown<QLabel>(u"said"_s)->text().contains(u"minutes.pdf"_s));

    m->action(u"committeeViewDecisions"_s)->trigger();
    QCoreApplication::processEvents();
    const QString decisions = m->filePath(u"decisions.csv"_s);
    m->dialogs().choices = {0};
    m->dialogs().paths = {decisions};
    m->click(button(u"saveRegister"_s));
    const QString text = QString::fromUtf8(contentOf(decisions));
    QVERIFY2(text.contains(u"812,000.00"_s) || text.contains(u"812000.00"_s), qPrintable(text));
    QVERIFY2(text.contains(u"12 March 2026"_s) || text.contains(u"2026-03-12"_s), qPrintable(text));
    QVERIFY(m->shown<QLabel>(u"said"_s)->text().contains(u"decisions.csv"_s));

    const auto told = m->dialogs().said.size();
    m->dialogs().choices = {0};
    m->dialogs().paths = {m->filePath(u"no such folder/decisions.csv"_s)};
    m->click(button(u"saveRegister"_s));
    QCOMPARE(m->dialogs().said.size(), told + 2); // which copy, and that it cannot be written
    QVERIFY2(m->dialogs().said.last().endsWith(u'.'), qPrintable(m->dialogs().said.last()));
    QCOMPARE(m->document().journal().size(), entries); // nothing of it is an edit
}

// What the meeting decided of the sample, at 1440 × 900: the limit, the outcome, why, who dissented, and how everybody voted.
void CommitteePageTest::theMeetingIsReadWithoutScrolling()
{
    m->window().closePlan();
    QVERIFY(m->openSample());
    m->window().resize(1440, 900);
    m->document().showYear(u"2026-27"_s);
    m->press(Qt::Key_7, Qt::ControlModifier);
    QCoreApplication::processEvents();
    const auto isWhole = [](const QWidget& widget) {
        return widget.visibleRegion().boundingRect() == widget.rect();
    };
    for (const int number : {0, 1, 3}) {
        const auto* words = m->shown<QLabel>(u"resolutionFact%1"_s.arg(number));
        QVERIFY2(words, qPrintable(QString::number(number)));
        QVERIFY2(isWhole(*words), qPrintable(words->text()));
    }
    const auto* bar = m->shown<LimitBar>(u"limitBar"_s);
    QVERIFY(bar && isWhole(*bar));
    const GridView& votes = *m->grid(u"attendanceGrid"_s);
    const int vote = 2;
    QCOMPARE(votes.model()->headerData(vote, Qt::Horizontal).toString(), u"Vote"_s);
    QVERIFY(votes.columnViewportPosition(vote) + votes.columnWidth(vote) <= votes.viewport()->width());
    for (const QString& view : {u"Meeting"_s, u"Members"_s, u"Delegation"_s, u"Decisions"_s, u"AuditTrail"_s,
                                u"Index"_s}) { // one full stop after what each rests on
        m->action(u"committeeView"_s + view)->trigger();
        QCoreApplication::processEvents();
        QVERIFY2(where().endsWith(u'.') && !where().contains(u".."_s), qPrintable(where()));
    }
    m->action(u"committeeViewMembers"_s)->trigger();
    QCoreApplication::processEvents();
    const GridView& members = *m->grid(u"bodyMembersGrid"_s);
    for (int row = 0; row < members.model()->rowCount(); ++row) { // names are whole
        const QString name = members.model()->index(row, 0).data().toString();
        QVERIFY2(members.fontMetrics().horizontalAdvance(name) < members.columnWidth(0), qPrintable(name));
    }
}

// From the page to a recorded vote and outcome without the mouse.
void CommitteePageTest::everythingByKeyboard()
{
    auto* agenda = m->shown<QListWidget>(u"agenda"_s);
    const auto tabTo = [&](const QString& name) {
        for (int i = 0; i < 60; ++i) { // a button that was used up hands the focus on
            if (const QWidget* focus = m->window().focusWidget(); focus && focus->objectName() == name)
                return true;
            m->press(Qt::Key_Tab);
        }
        return false;
    };
    m->shown<QComboBox>(u"bodyChoice"_s)->setFocus();
    QVERIFY(tabTo(u"agenda"_s));
    m->press(Qt::Key_Home);
    QCoreApplication::processEvents();
    QVERIFY(where().contains(u"item 4"_s));
    QVERIFY(agenda->hasFocus());
    QVERIFY(tabTo(u"recordVotes"_s));
    m->during([&](QWidget&) {
        for (int member = 0; member < 9;
             ++member) { // each vote: down from "no vote yet" to "for", over the dissent
            m->press(Qt::Key_Down);
            m->press(Qt::Key_Tab);
        }
        m->press(Qt::Key_Return);
    });
    m->press(Qt::Key_Space);
    QCOMPARE(base().votes.size(), 9);
    QVERIFY(tabTo(u"recordOutcome"_s));
    m->during([&](QWidget&) {
        m->type(u"4/26"_s);
        m->press(Qt::Key_Return);
    });
    m->press(Qt::Key_Space);
    QCOMPARE(lastOutcome(base(), Id(u"handyperson"_s))->outcome, QString(resolutionOutcome::carried));
    QVERIFY(tabTo(u"applyResolution"_s));
    m->during([&](QWidget&) { m->press(Qt::Key_Return); });
    m->press(Qt::Key_Space);
    QCOMPARE(handy(), Money::fromPounds(160'000));
}

void CommitteePageTest::aPlanToReadOnlyIsNotEdited()
{
    const QString path = m->document().path();
    m->window().closePlan();
    Result<std::unique_ptr<PlanFile>> other = PlanFile::open(path, PlanFile::Mode::ReadWrite);
    QVERIFY(other);
    m->dialogs().choices.append(0); // open to read only
    QVERIFY(m->window().openPlan(path));
    m->press(Qt::Key_7, Qt::ControlModifier);
    for (const QString& name : {u"newResolution"_s, u"recordVotes"_s, u"recordOutcome"_s, u"freezeVersion"_s,
                                u"chairAction"_s, u"submissionDates"_s})
        QVERIFY2(!button(name).isEnabled(), qPrintable(name));
    QVERIFY(button(u"recordVotes"_s).toolTip().contains(u"read only"_s));
    GridView& attendance = *m->grid(u"attendanceGrid"_s);
    QVERIFY(!(cellOf(attendance, u"aziz"_s, u"Attended"_s).flags() & Qt::ItemIsEditable));
}

void CommitteePageTest::keepsItsPlaceAndHelps()
{
    chooseItem(u"item4"_s);
    const QString path = m->document().path();
    m->restart();
    QVERIFY(m->window().openPlan(path));
    QCOMPARE(m->window().view()->page()->id(), PageId::Committee);
    QVERIFY2(where().contains(u"item 4"_s), qPrintable(where()));
    // Five signatures to collect.
    QCOMPARE(m->page(PageId::Committee)->badge().count, 5);
    m->press(Qt::Key_F1);
    auto* help = m->shown<QTextBrowser>(u"helpText"_s);
    QVERIFY(help);
    QVERIFY(help->toPlainText().contains(u"ommittee"_s));
    help->window()->close();
}

QTEST_MAIN(CommitteePageTest)
#include "test_committeepage.moc"
