// The views of the page Committee beside the meeting, over the committee of tests/support/committeeplan.h, by keyboard and mouse.
// Expected figures are derived by hand beside each test. Today is 10 March 2026.
#include "core/evaluate/committeerecord.h"
#include "core/store/planfile.h"
#include "tests/support/committeeplan.h"
#include "ui/charts/indexchart.h"
#include "ui/models/journalmodel.h"
#include "ui/pages/committee/audittrailsection.h"
#include "ui/pages/committee/decisionssection.h"
#include "ui/pages/committee/delegationsection.h"
#include "ui/pages/committee/dialogs/erasenamedialog.h"
#include "ui/pages/committee/indexsection.h"
#include "ui/pages/committee/memberssection.h"
#include "ui/panel/panel.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

const Id committee(u"committee"_s);

// The plan in a file of its own, one view of it shown.
class Desk
{
public:
    explicit Desk(const Plan& plan = committeePlan())
    {
        PlanTree tree;
        tree.base = plan;
        tree.people = plan.people;
        const QString path = m_folder.filePath(u"committee.plan"_s);
        if (const auto made = PlanFile::create(path, tree, author(), u"Made"_s); !made)
            qFatal("%s", qPrintable(made.error().text));
        open(path);
    }

    // The same file again, after `more` was written to it.
    void reopenWith(const QList<NewEntry>& more)
    {
        const QString path = m_document->path();
        m_section.reset();
        m_shown.reset();
        m_document.reset();
        {
            auto file = PlanFile::open(path, PlanFile::Mode::ReadWrite, author());
            if (!file)
                qFatal("%s", qPrintable(file.error().text));
            if (const auto done = (*file)->commitAll(more); !done)
                qFatal("%s", qPrintable(done.error().text));
        }
        open(path);
    }

    template <class Section> Section& show()
    {
        m_shown->chooseBody(committee);
        m_shown->refresh();
        auto section =
            std::make_unique<Section>(CommitteeContext{{*m_document, m_selection}, *m_shown}, nullptr);
        Section* made = section.get();
        m_section = std::move(section);
        QObject::connect(m_document.get(), &PlanDocument::changed, made, [this] {
            m_shown->refresh();
            m_section->refresh();
        });
        made->resize(1240, 660);
        made->refresh();
        made->show();
        made->activateWindow();
        if (!QTest::qWaitForWindowActive(made))
            qFatal("the view does not come up");
        return *made;
    }

    PlanDocument& document() { return *m_document; }
    const Plan& base() { return m_document->base(); }
    CommitteeSection& section() { return *m_section; }
    qsizetype steps() { return m_document->journal().size(); }
    QString lastWhat() { return m_document->journal().last().step.what; }
    Author author()
    {
        return {u"A. Tester"_s, [] { return QDateTime(QDate(2026, 3, 10), QTime(14, 32), Qt::UTC); },
                [this] { return Id(u"new-%1"_s.arg(++m_made)); }};
    }

    template <class T> T& child(const QString& name)
    {
        T* found = m_section->findChild<T*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    GridView& grid(const QString& name) { return child<GridView>(name); }
    QString title(const QString& panel) { return child<Panel>(panel).title(); }

    static QModelIndex cell(GridView& view, const QString& id, const QString& column)
    {
        const GridProxy* proxy = view.proxy();
        for (int at = 0; at < proxy->columnCount(); ++at)
            for (int row = 0; row < proxy->rowCount(); ++row)
                if (proxy->headerData(at, Qt::Horizontal).toString() == column &&
                    proxy->index(row, 0).data(IdRole).toString() == id)
                    return proxy->index(row, at);
        return {};
    }
    QString said(const QString& name, const QString& id, const QString& column)
    {
        const QModelIndex found = cell(grid(name), id, column);
        return found.isValid() ? found.data().toString() : u"no such cell"_s;
    }
    void click(GridView& view, const QModelIndex& at)
    {
        QVERIFY2(at.isValid(), "no such cell");
        view.scrollTo(at);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(at).center());
    }
    void click(const QString& button)
    {
        QTest::mouseClick(&child<QPushButton>(button), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
        QCoreApplication::processEvents();
    }
    static void type(const QString& text)
    {
        for (const QChar c : text)
            QTest::keyClick(QGuiApplication::focusWindow(), c.toLatin1());
    }
    // Into a cell, as a person does: the row with that id (empty: the new one), then the keys, then Enter.
    void typeInto(const QString& name, const QString& id, const QString& column, const QString& text)
    {
        GridView& view = grid(name);
        click(view, cell(view, id, column));
        type(text);
        press(Qt::Key_Return);
    }
    // The same where the cell has a list.
    void chooseInto(const QString& name, const QString& id, const QString& column, const QString& text)
    {
        GridView& view = grid(name);
        click(view, cell(view, id, column));
        press(Qt::Key_F2);
        auto* box = view.viewport()->findChild<QComboBox*>();
        QVERIFY2(box, "the cell has no list");
        const int at = box->findText(text);
        QVERIFY2(at >= 0, qPrintable(u"no “%1” in the list"_s.arg(text)));
        box->setCurrentIndex(at);
        emit box->activated(at);
        QCoreApplication::processEvents();
    }
    void typeField(const QString& name, const QString& text)
    {
        auto& edit = child<QLineEdit>(name);
        edit.setFocus();
        edit.selectAll();
        type(text);
        press(Qt::Key_Return);
    }
    QString problemAt(const QString& field)
    {
        const auto& label = child<QLabel>(field + u".problem"_s);
        return label.isHidden() ? QString() : label.text();
    }
    void choose(const QString& box, const QString& text)
    {
        auto& found = child<QComboBox>(box);
        const int at = found.findText(text);
        QVERIFY2(at >= 0, qPrintable(u"no “%1” in %2"_s.arg(text, box)));
        found.setCurrentIndex(at);
        emit found.activated(at);
    }

    bool commit(const EntityType& type, const QString& id, const ExamplePlan::Cells& cells)
    {
        StepBuilder builder(base());
        if (!base().table(type.id)->contains(Id(id)))
            builder.add(type.id, Id(id));
        for (const auto& [name, value] : cells) {
            const Field* field = type.field(name.section(u' ', 0, 0));
            builder.set(type.id, Id(id), field->id, *Key::fromText(field->keyedBy, name.section(u' ', 1)),
                        value);
        }
        return m_document->commitToBase(builder.step(u"Changed by the test"_s));
    }

private:
    void open(const QString& path)
    {
        auto opened = PlanDocument::open(path, PlanFile::Mode::ReadWrite, author());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        m_document = std::move(*opened);
        m_shown = std::make_unique<ShownCommittee>(*m_document);
    }

    QTemporaryDir m_folder;
    int m_made = 0;
    std::unique_ptr<PlanDocument> m_document;
    Selection m_selection;
    std::unique_ptr<ShownCommittee> m_shown;
    std::unique_ptr<CommitteeSection> m_section;
};

Value date(int year, int month, int day)
{
    return Value(QDate(year, month, day));
}

} // namespace

class CommitteeSectionsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<Desk>(); }
    void cleanup() { m.reset(); }

    void aNameTypedMakesAMember();
    void aScenarioShownIsLeftAlone();
    void theTermsAreAForm();
    void anInterestDeclaredLateIsSaidInWords();
    void interestsAndTheirSubjectsAreTyped();
    void aNameIsErasedAndTheJournalStays();
    void aLimitNeedsItsMinute();
    void headroomIsWhatIsLeft();
    void aLimitPerHeadIsShownInPounds();
    void theRegisterIsFilteredAndSaved();
    void scrutinyAndDutiesAreTyped();
    void theJournalIsReadAndFiltered();
    void theHeadHashIsCopied();
    void aLongJournalIsFetchedPageByPage();
    void theIndexIsWorkedOutFromItsEvidence();
    void anIndexThatLacksEvidenceSaysWhat();
    void idsAreShown();

private:
    void chooseDomain(QLatin1StringView domain)
    {
        GridView& view = m->grid(u"indexDomainsGrid"_s);
        m->click(view, Desk::cell(view, QString(domain), u"Domain"_s));
    }
    void carry(const QString& resolution, const QString& item);

    std::unique_ptr<Desk> m;
};

void CommitteeSectionsTest::aNameTypedMakesAMember()
{
    m->show<MembersSection>();
    const qsizetype members = m->base().bodyMembers.size();
    const qsizetype steps = m->steps();
    m->typeInto(u"bodyMembersGrid"_s, {}, u"Name"_s, u"Ann Example"_s);
    QCOMPARE(m->base().bodyMembers.size(), members + 1);
    QCOMPARE(m->steps(), steps + 1);
    const BodyMember made = m->base().bodyMembers[members];
    QCOMPARE(made.body, committee);
    QCOMPARE(m->base().people.value(made.person), u"Ann Example"_s);
    QCOMPARE(m->said(u"bodyMembersGrid"_s, made.id.text(), u"Name"_s), u"Ann Example"_s);
    // The journal keeps no name, so that it can be erased.
    QVERIFY2(!m->lastWhat().contains(u"Ann"), qPrintable(m->lastWhat()));
    // Who is known already is not made again.
    m->typeInto(u"bodyMembersGrid"_s, {}, u"Name"_s, u"Amara Doyle"_s);
    QCOMPARE(m->base().bodyMembers[members + 1].person, Id(u"p-sign-council"_s));
    // Its place in the body is typed beside it.
    m->chooseInto(u"bodyMembersGrid"_s, made.id.text(), u"Substitute for"_s, u"Janet Osei"_s);
    QCOMPARE(m->base().bodyMembers.find(made.id)->substituteFor, Id(u"osei"_s));
    QVERIFY(m->document().undo());
    QVERIFY(m->base().bodyMembers.find(made.id)->substituteFor.isNull());
}

void CommitteeSectionsTest::aScenarioShownIsLeftAlone()
{
    QVERIFY(m->commit(Scenario::type, u"scenario"_s, {{u"name"_s, text(u"Other"_s)}}));
    m->document().showScenario(Id(u"scenario"_s));
    m->show<MembersSection>();
    m->typeInto(u"bodyMembersGrid"_s, u"lund"_s, u"Post"_s, u"Director"_s);
    QCOMPARE(m->base().bodyMembers.find(Id(u"lund"_s))->title, u"Director"_s);
    QVERIFY(m->document().journal().last().branch.isNull());
    QCOMPARE(m->document().scenario(), Id(u"scenario"_s));
    m->typeField(u"body.terms"_s, u"Minute 3/25"_s);
    QCOMPARE(m->base().bodies.find(committee)->terms, u"Minute 3/25"_s);
    m->click(m->grid(u"bodyMembersGrid"_s), Desk::cell(m->grid(u"bodyMembersGrid"_s), u"lund"_s, u"Post"_s));
    m->click(u"deleteMember"_s);
    QVERIFY(!m->base().bodyMembers.contains(Id(u"lund"_s)));
    QVERIFY2(!m->lastWhat().contains(u"Lund"), qPrintable(m->lastWhat()));
}

void CommitteeSectionsTest::theTermsAreAForm()
{
    m->show<MembersSection>();
    QCOMPARE(m->child<QLineEdit>(u"body.quorumNumber"_s).text(), u"6"_s);
    m->typeField(u"body.quorumNumber"_s, u"11"_s); // ten members
    QVERIFY2(m->problemAt(u"body.quorumNumber"_s).contains(u"above"),
             qPrintable(m->problemAt(u"body.quorumNumber"_s)));
    QCOMPARE(*m->base().bodies.find(committee)->quorumNumber, 6);
    m->typeField(u"body.quorumNumber"_s, u"7"_s);
    QCOMPARE(*m->base().bodies.find(committee)->quorumNumber, 7);
    QCOMPARE(m->problemAt(u"body.quorumNumber"_s), QString());
    // From 1 to 10 March are nine days.
    m->typeField(u"body.reviewOn"_s, u"1 March 2026"_s);
    QVERIFY2(m->problemAt(u"body.reviewOn"_s).contains(u"9"), qPrintable(m->problemAt(u"body.reviewOn"_s)));
    QVERIFY(m->title(u"bodyTermsPanel"_s).contains(u"overdue"));
    m->typeField(u"body.reviewOn"_s, u"10 March 2026"_s);
    QCOMPARE(m->problemAt(u"body.reviewOn"_s), QString());
    QCOMPARE(m->grid(u"quorumNeedsGrid"_s).gridModel()->rowCount(), 3 + 1);
    m->chooseInto(u"quorumNeedsGrid"_s, {}, u"Role"_s, u"Healthwatch"_s);
    QCOMPARE(m->base().quorumNeeds.size(), 4);
    QCOMPARE(m->base().quorumNeeds[3].role, QString(memberRole::healthwatch));
}

void CommitteeSectionsTest::anInterestDeclaredLateIsSaidInWords()
{
    // 28 days after 1 January is 29 January; 5 February is 7 days later.
    QVERIFY(m->commit(Interest::type, u"practice"_s,
                      {{u"arose"_s, date(2026, 1, 1)}, {u"declaredOn"_s, date(2026, 2, 5)}}));
    QVERIFY(m->commit(Interest::type, u"in-time"_s,
                      {{u"member"_s, ref(u"aziz"_s)},
                       {u"arose"_s, date(2026, 1, 1)},
                       {u"declaredOn"_s, date(2026, 1, 29)}}));
    // Not declared: 28 days after 10 February is today; after 9 February was yesterday.
    QVERIFY(m->commit(Interest::type, u"due"_s,
                      {{u"member"_s, ref(u"aziz"_s)}, {u"arose"_s, date(2026, 2, 10)}}));
    QVERIFY(m->commit(Interest::type, u"missed"_s,
                      {{u"member"_s, ref(u"aziz"_s)}, {u"arose"_s, date(2026, 2, 9)}}));
    m->show<MembersSection>();
    const auto inTime = [&](const QString& id) { return m->said(u"interestsGrid"_s, id, u"In time"_s); };
    QVERIFY2(inTime(u"practice"_s).contains(u"7 day") && inTime(u"practice"_s).contains(u"late"),
             qPrintable(inTime(u"practice"_s)));
    QCOMPARE(inTime(u"in-time"_s), u"declared in time"_s);
    QCOMPARE(inTime(u"due"_s), u"not declared: due by 10 March 2026"_s);
    QCOMPARE(inTime(u"missed"_s), u"not declared: was due by 9 March 2026"_s);
    QVERIFY2(m->section().title().contains(u"2 interest"), qPrintable(m->section().title()));
    const QModelIndex late = Desk::cell(m->grid(u"interestsGrid"_s), u"missed"_s, u"In time"_s);
    QCOMPARE(late.data(EmphasisRole).toInt(), static_cast<int>(Emphasis::Missed));
}

void CommitteeSectionsTest::interestsAndTheirSubjectsAreTyped()
{
    m->show<MembersSection>();
    m->click(m->grid(u"interestsGrid"_s),
             Desk::cell(m->grid(u"interestsGrid"_s), u"practice"_s, u"Interest"_s));
    QCOMPARE(m->said(u"interestLinksGrid"_s, u"practice-response"_s, u"Scheme"_s),
             u"Urgent community response"_s);
    m->chooseInto(u"interestLinksGrid"_s, {}, u"Scheme"_s, u"Reablement teams"_s);
    QCOMPARE(m->base().interestLinks.size(), 2);
    QCOMPARE(m->base().interestLinks[1].interest, Id(u"practice"_s));
    QCOMPARE(m->base().interestLinks[1].scheme, Id(u"s-reablement"_s));
    m->chooseInto(u"interestsGrid"_s, {}, u"Member"_s, u"Cllr Beth Lowry"_s);
    QCOMPARE(m->base().interests.size(), 2);
    QCOMPARE(m->base().interests[1].member, Id(u"lowry"_s));
    QVERIFY2(!m->lastWhat().contains(u"Lowry"), qPrintable(m->lastWhat()));
    const qsizetype steps = m->steps();
    // Pasted, so from no list: refused, and nothing is made.
    QAbstractItemModel* interests = m->grid(u"interestsGrid"_s).gridModel();
    QVERIFY(
        !interests->setData(interests->index(interests->rowCount() - 1, 0), u"Nobody Known"_s, Qt::EditRole));
    QVERIFY(interests->index(0, 0).data(RefusalRole).toString().contains(u"no member of this body"));
    QCOMPARE(m->steps(), steps);
    QCOMPARE(m->base().interests.size(), 2);
}

void CommitteeSectionsTest::aNameIsErasedAndTheJournalStays()
{
    m->show<MembersSection>();
    const QByteArray head = m->document().headHash();
    const qsizetype entries = m->steps();
    EraseNameDialog dialog(m->document(), Id(u"p-lund"_s), nullptr);
    const QList<QLabel*> sentences = dialog.findChildren<QLabel*>();
    QVERIFY(std::any_of(sentences.begin(), sentences.end(), [](const QLabel* label) {
        return label->text().contains(u"The paper of a frozen version inside this file keeps the names"_s);
    }));
    auto* who = dialog.findChild<QComboBox*>(u"eraseWho"_s);
    QCOMPARE(who->currentText(), u"Peter Lund"_s);
    dialog.accept();
    QCOMPARE(dialog.problem(), QString());
    QCOMPARE(dialog.erased(), u"Peter Lund"_s);
    QVERIFY(!m->base().people.values().contains(u"Peter Lund"_s));
    QCOMPARE(m->said(u"bodyMembersGrid"_s, u"lund"_s, u"Name"_s), u"Name erased"_s);
    QCOMPARE(m->document().headHash(), head);
    QCOMPARE(m->steps(), entries);
    QVERIFY(m->base().bodyMembers.contains(Id(u"lund"_s)));
}

void CommitteeSectionsTest::aLimitNeedsItsMinute()
{
    m->show<DelegationSection>();
    QCOMPARE(m->grid(u"delegationsGrid"_s).gridModel()->rowCount(), 2);
    const qsizetype steps = m->steps();
    m->choose(u"limitPartner"_s, u"Fenwold ICB"_s);
    m->typeField(u"limitPerDecision"_s, u"42500"_s);
    QVERIFY2(m->child<QLabel>(u"limitProblem"_s).text().contains(u"minute"),
             qPrintable(m->child<QLabel>(u"limitProblem"_s).text()));
    QCOMPARE(m->steps(), steps);
    m->typeField(u"limitMinute"_s, u"9/25"_s);
    QCOMPARE(m->steps(), steps + 1);
    const Delegation made = m->base().delegations[2];
    QCOMPARE(made.partner, Id(u"fenwold"_s));
    QCOMPARE(*made.perDecision, Money::fromPence(42'500'00));
    QVERIFY(!made.perYear);
    QCOMPARE(made.minute, u"9/25"_s);
    QCOMPARE(m->said(u"delegationsGrid"_s, made.id.text(), u"A year £"_s), u"no limit"_s);
    QVERIFY(m->child<QLineEdit>(u"limitMinute"_s).text().isEmpty());
    // Taking the minute away again is refused with a sentence.
    GridView& limits = m->grid(u"delegationsGrid"_s);
    const QSignalSpy refused(&m->section(), &CommitteeSection::refused);
    m->click(limits, Desk::cell(limits, made.id.text(), u"Minute"_s));
    Desk::press(Qt::Key_Delete);
    QCOMPARE(m->base().delegations[2].minute, u"9/25"_s);
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().contains(u"minute"));
}

// Everybody there is in favour; the outcome as it follows is recorded.
void CommitteeSectionsTest::carry(const QString& resolution, const QString& item)
{
    const IdSource ids = m->document().author().ids;
    const auto votes = recordVotes(m->base(), Id(resolution), allInFavour(m->base(), item), ids);
    QVERIFY2(votes, votes ? "" : qPrintable(votes.error().text));
    QVERIFY2(m->document().record(*votes), qPrintable(m->document().lastRefusal()));
    const auto outcome = recordOutcome(m->base(), m->document().shelf(), Id(resolution), meetingDay(),
                                       u"4/26"_s, u"So decided."_s, ids);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().text));
    QVERIFY2(m->document().record(*outcome), qPrintable(m->document().lastRefusal()));
}

void CommitteeSectionsTest::headroomIsWhatIsLeft()
{
    m->show<DelegationSection>();
    carry(u"handyperson"_s, u"item4"_s); // £10,000.00 of the council's, in 2026-27
    const QAbstractItemModel* rooms = m->grid(u"headroomGrid"_s).gridModel();
    QCOMPARE(rooms->rowCount(), 2 * 2); // two limits, two years
    const auto row = [&](int at) {
        QStringList cells;
        for (int column = 0; column < rooms->columnCount(); ++column)
            cells.append(rooms->index(at, column).data().toString());
        return cells.join(u'|');
    };
    QCOMPARE(row(0), u"the council|2026-27|250,000.00|1,000,000.00|10,000.00|990,000.00"_s);
    QCOMPARE(row(1), u"the council|2027-28|250,000.00|1,000,000.00|0.00|1,000,000.00"_s);
    QCOMPARE(row(2), u"Ashmoor ICB|2026-27|250,000.00|1,000,000.00|0.00|1,000,000.00"_s);
    // Of the year shown first, 2027-28; of a row, the decisions that used it, and their sum.
    const QAbstractItemModel* decisions = m->grid(u"headroomDecisionsGrid"_s).gridModel();
    QCOMPARE(decisions->rowCount(), 0);
    m->click(m->grid(u"headroomGrid"_s), m->grid(u"headroomGrid"_s).proxy()->index(0, 0));
    QCOMPARE(decisions->rowCount(), 2);
    QCOMPARE(decisions->index(0, 1).data().toString(), u"handyperson"_s);
    QCOMPARE(decisions->index(0, 3).data().toString(), u"10,000.00"_s);
    m->click(m->grid(u"headroomGrid"_s), m->grid(u"headroomGrid"_s).proxy()->index(2, 0));
    QCOMPARE(decisions->rowCount(), 0);
}

void CommitteeSectionsTest::aLimitPerHeadIsShownInPounds()
{
    // £60,000.00 and £400,000.00 per 100,000 people, for 250,000 people: two and a half times.
    QVERIFY(m->commit(Delegation::type, u"limit-council"_s,
                      {{u"population"_s, Value::count(250'000)},
                       {u"basis"_s, Value(QString(delegationBasis::perHead))},
                       {u"perDecision"_s, pounds(60'000)},
                       {u"perYear"_s, pounds(400'000)}}));
    m->show<DelegationSection>();
    QCOMPARE(m->said(u"delegationsGrid"_s, u"limit-council"_s, u"A year £"_s), u"400,000.00"_s);
    const QAbstractItemModel* rooms = m->grid(u"headroomGrid"_s).gridModel();
    QCOMPARE(rooms->index(0, 2).data().toString(), u"150,000.00"_s);
    QCOMPARE(rooms->index(0, 3).data().toString(), u"1,000,000.00"_s);
}

void CommitteeSectionsTest::theRegisterIsFilteredAndSaved()
{
    m->show<DecisionsSection>();
    QCOMPARE(m->title(u"decisionsPanel"_s), u"No decision is recorded yet"_s);
    carry(u"handyperson"_s, u"item4"_s);
    carry(u"optionB"_s, u"item5"_s);
    GridView& decisions = m->grid(u"decisionsGrid"_s);
    QCOMPARE(decisions.proxy()->rowCount(), 2);
    QCOMPARE(m->said(u"decisionsGrid"_s, u"handyperson"_s, u"Amount £"_s), u"10,000.00"_s);
    QCOMPARE(m->said(u"decisionsGrid"_s, u"optionB"_s, u"Amount £"_s), u"812,000.00"_s);
    QVERIFY(m->said(u"decisionsGrid"_s, u"optionB"_s, u"Outcome"_s).contains(u"Ashmoor ICB"));
    m->click(decisions, Desk::cell(decisions, u"handyperson"_s, u"Decision"_s));
    QVERIFY(m->child<QLabel>(u"decisionDetail"_s).text().contains(u"£10,000.00"));

    m->child<QLineEdit>(u"decisionsText"_s).setFocus();
    Desk::type(u"OPTIONB"_s);
    QCOMPARE(decisions.proxy()->rowCount(), 1);
    QCOMPARE(m->said(u"decisionsGrid"_s, u"optionB"_s, u"Item"_s), u"5"_s);
    m->child<QLineEdit>(u"decisionsText"_s).clear();
    m->choose(u"decisionsOutcome"_s,
              labelOfChoice(*ResolutionOutcome::type.field(u"outcome"), resolutionOutcome::carried));
    QCOMPARE(decisions.proxy()->rowCount(), 1);
    QCOMPARE(m->said(u"decisionsGrid"_s, u"handyperson"_s, u"Item"_s), u"4"_s);
    m->choose(u"decisionsBody"_s, u"Calderbourne Health and Wellbeing Board"_s);
    QCOMPARE(decisions.proxy()->rowCount(), 0);
    DecisionFilter asked;
    connect(static_cast<DecisionsSection*>(&m->section()), &DecisionsSection::registerRequested, this,
            [&](const DecisionFilter& filter) { asked = filter; });
    m->click(u"saveRegister"_s);
    QCOMPARE(asked.body, Id(u"hwb"_s));
    QCOMPARE(asked.outcome, QString(resolutionOutcome::carried));
}

void CommitteeSectionsTest::scrutinyAndDutiesAreTyped()
{
    m->show<DecisionsSection>();
    m->typeInto(u"scrutinyGrid"_s, {}, u"Subject"_s, u"Step-up beds"_s);
    QCOMPARE(m->base().scrutinyItems.size(), 1);
    const QString matter = m->base().scrutinyItems[0].id.text();
    m->chooseInto(u"scrutinyGrid"_s, matter, u"Outcome"_s, u"No objection"_s);
    QCOMPARE(m->base().scrutinyItems[0].outcome, QString(scrutinyOutcome::noObjection));
    m->typeInto(u"dutiesGrid"_s, {}, u"Duty"_s, u"Annual report"_s);
    const QString duty = m->base().duties[0].id.text();
    m->typeInto(u"dutiesGrid"_s, duty, u"Due on"_s, u"9 March 2026"_s);
    const auto mark = [&] {
        return Desk::cell(m->grid(u"dutiesGrid"_s), duty, u"Due on"_s).data(MarkRole).isValid();
    };
    QVERIFY(mark()); // due yesterday, not shown
    QVERIFY(m->title(u"dutiesPanel"_s).contains(u'1'));
    m->typeInto(u"dutiesGrid"_s, duty, u"Due on"_s, u"10 March 2026"_s);
    QVERIFY(!mark()); // due today
    m->typeInto(u"dutiesGrid"_s, duty, u"Due on"_s, u"9 March 2026"_s);
    m->typeInto(u"dutiesGrid"_s, duty, u"Shown on"_s, u"8 March 2026"_s);
    QVERIFY(!mark());
}

void CommitteeSectionsTest::theJournalIsReadAndFiltered()
{
    QVERIFY(m->commit(Scheme::type, u"s-beds"_s, {{u"name"_s, text(u"Step-up beds"_s)}}));
    QVERIFY(m->commit(Body::type, u"committee"_s, {{u"note"_s, text(u"Meets monthly"_s)}}));
    QVERIFY(m->document().undo());
    m->show<AuditTrailSection>();
    GridView& journal = m->grid(u"journalGrid"_s);
    const auto numbers = [&] {
        QStringList ids;
        for (int row = 0; row < journal.proxy()->rowCount(); ++row)
            ids.append(journal.proxy()->index(row, 0).data(IdRole).toString());
        return ids.join(u' ');
    };
    QCOMPARE(numbers(), u"4 3 2 1"_s);
    QCOMPARE(m->said(u"journalGrid"_s, u"4"_s, u"Kind"_s), u"Undo of entry 3"_s);
    QCOMPARE(m->said(u"journalGrid"_s, u"3"_s, u"Kind"_s), u"Undone by entry 4"_s);
    QCOMPARE(m->said(u"journalGrid"_s, u"2"_s, u"Who"_s), u"A. Tester"_s);
    m->click(journal, Desk::cell(journal, u"2"_s, u"What"_s));
    QCOMPARE(m->title(u"journalDetailPanel"_s), u"Changed by the test"_s);
    const QAbstractItemModel* changes = m->grid(u"journalChangesGrid"_s).gridModel();
    QCOMPARE(changes->rowCount(), 1);
    QVERIFY2(changes->index(0, 0).data().toString().contains(u"Step-up beds"),
             qPrintable(changes->index(0, 0).data().toString()));

    m->typeField(u"journalText"_s, u"step-up"_s);
    QCOMPARE(numbers(), u"2"_s);
    m->child<QLineEdit>(u"journalText"_s).clear();
    QCOMPARE(numbers(), u"4 3 2 1"_s);
    m->choose(u"journalScheme"_s, u"Step-up beds"_s);
    QVERIFY2(numbers().startsWith(u"2"), qPrintable(numbers()));
    m->choose(u"journalScheme"_s, u"All schemes"_s);
    m->typeField(u"journalFrom"_s, u"11 March 2026"_s);
    QCOMPARE(numbers(), QString());
    m->typeField(u"journalFrom"_s, u"nonsense"_s);
    QVERIFY(!m->child<QLabel>(u"journalDateProblem"_s).isHidden());
    m->typeField(u"journalFrom"_s, u"10 March 2026"_s);
    QVERIFY(m->child<QLabel>(u"journalDateProblem"_s).isHidden());
    QCOMPARE(numbers(), u"4 3 2 1"_s);
    m->typeField(u"journalTo"_s, u"9 March 2026"_s); // before the first
    QVERIFY(!m->child<QLabel>(u"journalDateProblem"_s).isHidden());
}

void CommitteeSectionsTest::theHeadHashIsCopied()
{
    m->show<AuditTrailSection>();
    m->click(u"copyHead"_s);
    const QString hash = QString::fromLatin1(m->document().headHash().toHex());
    QCOMPARE(QApplication::clipboard()->text(), hash);
    QString shown = m->child<QLabel>(u"journalHead"_s).text();
    QVERIFY(shown.contains(hash.first(8) + u' ' + hash.mid(8, 8)));
    QVERIFY(shown.remove(u' ').endsWith(hash));
}

void CommitteeSectionsTest::aLongJournalIsFetchedPageByPage()
{
    constexpr int entries = 10'000;
    QList<NewEntry> more;
    for (int i = 1; i < entries; ++i) {
        Step step;
        step.what = u"Entry number %1"_s.arg(i + 1);
        step.changes = {Change::set(Body::type.id, committee, QLatin1StringView("note"), {},
                                    i == 1 ? Value() : Value(u"note %1"_s.arg(i - 1)),
                                    Value(u"note %1"_s.arg(i)))};
        more.append({JournalEntry::Kind::Edit, {}, step, m->author(), 0, {}, {}});
    }
    m->reopenWith(more);
    QCOMPARE(m->steps(), qsizetype(entries));
    QElapsedTimer timer;
    timer.start();
    m->show<AuditTrailSection>();
    QVERIFY2(timer.elapsed() < 3000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    auto& journal = *static_cast<JournalModel*>(m->grid(u"journalGrid"_s).gridModel());
    QVERIFY2(journal.rowCount() < 1000, qPrintable(QString::number(journal.rowCount())));
    QCOMPARE(journal.entry(0).what, u"Entry number 10000"_s);
    m->grid(u"journalGrid"_s).setFocus();
    const int before = journal.rowCount();
    Desk::press(Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(journal.rowCount() > before);
    // What stands far back is found without reading everything in between by hand.
    m->typeField(u"journalText"_s, u"Entry number 17"_s);
    journal.fetchAll();
    // 17; 170 to 179; 1700 to 1799.
    QCOMPARE(journal.rowCount(), 1 + 10 + 100);
    QCOMPARE(journal.entry(110).number, 17);
    m->child<QLineEdit>(u"journalText"_s).clear();
    timer.restart();
    journal.fetchAll();
    QCOMPARE(journal.rowCount(), entries);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
}

void CommitteeSectionsTest::theIndexIsWorkedOutFromItsEvidence()
{
    m->show<IndexSection>();
    // All from 0 to 100. Activity 50, pathways 60; outcomes 70, less the 10 + 1 x 10 expected: 50; structures 80; training 64
    // and 36: the root of 0.64 x 0.36 is 0.48. Mean of 0.5, 0.6, 0.5, 0.8, 0.48: 0.576. Their product is 0.0576, its fifth
    // root 0.56505.
    const std::pair<QLatin1StringView, const char*> figures[] = {{indexDomain::activity, "50"},
                                                                 {indexDomain::pathways, "60"},
                                                                 {indexDomain::outcomes, "70"},
                                                                 {indexDomain::structures, "80"},
                                                                 {indexDomain::training, "64"}};
    for (const auto& [domain, figure] : figures) {
        const QString id(domain);
        m->typeInto(u"indexDomainsGrid"_s, id, u"Low point"_s, u"0"_s);
        m->typeInto(u"indexDomainsGrid"_s, id, u"High point"_s, u"100"_s);
        chooseDomain(domain);
        m->typeInto(u"indexFiguresGrid"_s, u"2026-27"_s, u"Figure"_s, QLatin1StringView(figure));
    }
    QCOMPARE(m->base().indexDomains.size(), 5);
    m->typeInto(u"indexFiguresGrid"_s, u"2026-27"_s, u"Quality"_s, u"36"_s); // of training, typed last
    QVERIFY(m->section().title().contains(u"no index yet"));
    m->typeInto(u"indexDomainsGrid"_s, QString(indexDomain::outcomes), u"Expected at no deprivation"_s,
                u"10"_s);
    m->typeInto(u"indexDomainsGrid"_s, QString(indexDomain::outcomes), u"More for each point"_s, u"1"_s);
    chooseDomain(indexDomain::outcomes);
    m->typeInto(u"indexFiguresGrid"_s, u"2026-27"_s, u"Deprivation score"_s, u"10"_s);
    QVERIFY2(m->section().title().contains(u"57.6 arithmetic") &&
                 m->section().title().contains(u"56.5 geometric"),
             qPrintable(m->section().title()));
    const auto& chart = m->child<IndexChart>(u"indexChart"_s);
    // 2026-27: two means and five domains; 2027-28: five domains without a score.
    QCOMPARE(chart.marks().size(), 2 + 5 + 5);
    QVERIFY(chart.marks().first().value.startsWith(u"57.6"));
    QCOMPARE(chart.twinModel()->index(0, 1).data().toString(), u"50.0"_s);
    QCOMPARE(chart.twinModel()->index(0, 5).data().toString(), u"48.0"_s);
    QCOMPARE(chart.twinModel()->index(0, 6).data().toString(), u"57.6"_s);
    QCOMPARE(chart.twinModel()->index(1, 6).data().toString(), QString(QChar(0x2013)));
}

void CommitteeSectionsTest::anIndexThatLacksEvidenceSaysWhat()
{
    m->show<IndexSection>();
    const auto words = [&] { return m->child<QLabel>(u"indexWords"_s).text(); };
    QVERIFY2(words().contains(u"2026-27 lacks Activity levels (nothing is entered)"), qPrintable(words()));
    QVERIFY2(words().contains(u"adjusted for deprivation"), qPrintable(words()));
    m->typeInto(u"indexDomainsGrid"_s, QString(indexDomain::activity), u"Measure"_s, u"Contacts"_s);
    QCOMPARE(m->base().indexDomains.size(), 1);
    QCOMPARE(m->base().indexDomains[0].domain, QString(indexDomain::activity));
    QVERIFY2(words().contains(u"Activity levels (no figure)"), qPrintable(words()));
    // Quality is of training alone.
    chooseDomain(indexDomain::activity);
    const qsizetype steps = m->steps();
    m->typeInto(u"indexFiguresGrid"_s, u"2026-27"_s, u"Quality"_s, u"3"_s);
    QCOMPARE(m->steps(), steps);
    Desk::press(Qt::Key_Escape);
    QCOMPARE(m->steps(), steps);
}

void CommitteeSectionsTest::idsAreShown()
{
    m->show<MembersSection>();
    QVERIFY(m->section().showId(Id(u"practice-response"_s)));
    QCOMPARE(m->grid(u"interestLinksGrid"_s).selectedIds(), QStringList{u"practice-response"_s});
    QVERIFY(m->section().showId(Id(u"lund"_s)));
    QCOMPARE(m->grid(u"bodyMembersGrid"_s).selectedIds(), QStringList{u"lund"_s});
    QVERIFY(!m->section().showId(Id(u"limit-council"_s)));
    m->show<DelegationSection>();
    QVERIFY(m->section().showId(Id(u"limit-council"_s)));
}

QTEST_MAIN(CommitteeSectionsTest)
#include "test_committeesections.moc"
