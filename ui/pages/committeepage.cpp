#include "ui/pages/committeepage.h"

#include "core/evaluate/signoffs.h"
#include "core/words/headlines.h"
#include "ui/models/removal.h"
#include "ui/pages/committee/audittrailsection.h"
#include "ui/pages/committee/decisionssection.h"
#include "ui/pages/committee/delegationsection.h"
#include "ui/pages/committee/dialogs/setupdialog.h"
#include "ui/pages/committee/indexsection.h"
#include "ui/pages/committee/meetingsection.h"
#include "ui/pages/committee/memberssection.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/theme/space.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelsBelow = 1180 - space::navigation; // of the page: narrower, panels go under each other
constexpr int shortNamesBelow = 1230;
constexpr int widestChoice = 250;

} // namespace

CommitteePage::CommitteePage(PageContext context, QWidget* parent)
    : Page(context, PageId::Committee, parent)
    , m_shown(context.document)
    , m_bodies(new QComboBox(this))
    , m_meetings(new QComboBox(this))
    , m_switch(new SegmentedButton({tr("Meeting"), tr("Members and interests"), tr("Delegation"),
                                    tr("Decisions"), tr("Audit trail"), tr("Integration index")},
                                   this))
    , m_minutes(new QPushButton(tr("Draft minutes…"), this))
    , m_freeze(new QPushButton(this))
    , m_more(new QPushButton(tr("More"), this))
    , m_stack(new QStackedWidget(this))
{
    m_stack->addWidget(noCommittee());
    const CommitteeContext all{context, m_shown};
    m_meeting = new MeetingSection(all, this);
    m_meeting->setNoBody(noCommittee());
    addView(m_meeting, QT_TR_NOOP("Meeting"), "Meeting");
    addView(new MembersSection(all, this), QT_TR_NOOP("Members and interests"), "Members");
    addView(new DelegationSection(all, this), QT_TR_NOOP("Delegation"), "Delegation");
    auto* decisions = new DecisionsSection(all, this);
    addView(decisions, QT_TR_NOOP("Decisions"), "Decisions");
    connect(decisions, &DecisionsSection::registerRequested, this, &CommitteePage::registerRequested);
    addView(new AuditTrailSection(all, this), QT_TR_NOOP("Audit trail"), "AuditTrail");
    addView(new IndexSection(all, this), QT_TR_NOOP("Integration index"), "Index");
    connect(m_meeting, &MeetingSection::membersRequested, this, [this] { m_switch->setCurrent(Members); });
    makeHead();
    m_bar = makeBar();
    addDeeds();
    body()->addWidget(m_bar);
    body()->addWidget(m_stack, 1);
}

EmptyState* CommitteePage::noCommittee()
{
    auto* none = new EmptyState(
        Icon::Committee, tr("No committee yet"),
        tr("A committee decides what its partners delegated to it and recommends the rest. Who "
           "sits on it, what it resolved, and who signed the plan stand here."),
        tr("Set up a committee…"), {}, this);
    none->setObjectName(u"noCommittee"_s);
    connect(none, &EmptyState::mainActionRequested, this, &CommitteePage::setUp);
    return none;
}

void CommitteePage::makeHead()
{
    m_bodies->setObjectName(u"bodyChoice"_s);
    m_bodies->setAccessibleName(tr("Body"));
    m_meetings->setObjectName(u"meetingChoice"_s);
    m_meetings->setAccessibleName(tr("Meeting"));
    for (QComboBox* box : {m_bodies, m_meetings}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(widestChoice);
        addHeadWidget(box);
    }
    connect(m_bodies, &QComboBox::activated, this, [this] {
        m_shown.chooseBody(Id(m_bodies->currentData().toString()));
        refresh();
    });
    connect(m_meetings, &QComboBox::activated, this, [this] {
        m_shown.chooseMeeting(Id(m_meetings->currentData().toString()));
        refresh();
    });
}

QWidget* CommitteePage::makeBar()
{
    m_switch->setObjectName(u"committeeViews"_s);
    m_switch->setAccessibleName(tr("View of the committee"));
    m_minutes->setObjectName(u"draftMinutes"_s);
    m_freeze->setObjectName(u"freezeVersion"_s);
    m_more->setObjectName(u"moreCommittee"_s);
    m_more->setMenu(makeMenu());
    connect(m_switch, &SegmentedButton::currentChanged, this, &CommitteePage::showView);
    connect(m_minutes, &QPushButton::clicked, this, [this] { emit minutesRequested(m_shown.meetingId()); });
    connect(m_freeze, &QPushButton::clicked, m_meeting, &MeetingSection::freeze);
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    row->addWidget(m_switch);
    row->addStretch(1);
    for (QPushButton* button : {m_minutes, m_freeze, m_more})
        row->addWidget(button);
    return bar;
}

QMenu* CommitteePage::makeMenu()
{
    auto* menu = new QMenu(m_more);
    m_addMeeting = menu->addAction(tr("Add a meeting…"));
    m_addMeeting->setObjectName(u"addMeeting"_s);
    m_editMeeting = menu->addAction(tr("Edit the meeting…"));
    m_editMeeting->setObjectName(u"editMeeting"_s);
    m_editMeeting->setToolTip(tr("Its day, place and note, and when its minutes were approved"));
    m_setUp = menu->addAction(tr("Set up a committee…"));
    m_setUp->setObjectName(u"setUpCommittee"_s);
    menu->addSeparator();
    m_removeMeeting = menu->addAction(tr("Delete the meeting"));
    m_removeMeeting->setObjectName(u"deleteMeeting"_s);
    m_removeBody = menu->addAction(tr("Delete the body"));
    m_removeBody->setObjectName(u"deleteBody"_s);
    connect(m_addMeeting, &QAction::triggered, m_meeting, &MeetingSection::addMeeting);
    connect(m_editMeeting, &QAction::triggered, m_meeting, &MeetingSection::editMeeting);
    connect(m_setUp, &QAction::triggered, this, &CommitteePage::setUp);
    connect(m_removeMeeting, &QAction::triggered, this, &CommitteePage::removeMeeting);
    connect(m_removeBody, &QAction::triggered, this, &CommitteePage::removeBody);
    return menu;
}

void CommitteePage::addView(CommitteeSection* section, const char* name, const char* id)
{
    const auto index = static_cast<int>(m_views.size());
    m_views.append(section);
    m_viewIds.append(QLatin1StringView(id));
    m_stack->addWidget(section);
    for (Grid* grid : section->grids())
        wire(grid);
    for (Panel* panel : section->panels())
        wire(panel);
    connect(section, &CommitteeSection::goTo, this, &Page::goTo);
    connect(section, &CommitteeSection::said, this, &Page::said);
    connect(section, &CommitteeSection::refused, this, &Page::refused);
    connect(section, &CommitteeSection::noticed, this, &Page::noticed);
    connect(section, &CommitteeSection::chosen, this, &CommitteePage::refresh);
    auto* go = new QAction(tr(name), this);
    go->setObjectName(u"committeeView"_s + QLatin1StringView(id));
    connect(go, &QAction::triggered, this, [this, index] {
        emit goTo(PageId::Committee, {});
        m_switch->setCurrent(index);
    });
    QWidget::addAction(go);
}

// What the buttons of the meeting do, in the menu as well: the tables between them keep the Tab key.
void CommitteePage::addDeeds()
{
    for (const QString& name : {u"newResolution"_s, u"recordVotes"_s, u"recordOutcome"_s, u"recordAnswer"_s,
                                u"applyResolution"_s, u"reopenResolution"_s, u"chairAction"_s, u"signPlan"_s,
                                u"submissionDates"_s, u"freezeVersion"_s, u"draftMinutes"_s}) {
        auto* button = findChild<QPushButton*>(name);
        const QString words = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        auto* deed = new QAction(name == u"freezeVersion"_s ? tr("Freeze a version…") : words, this);
        deed->setObjectName(u"do-"_s + name);
        connect(deed, &QAction::triggered, this, [this, button] {
            emit goTo(PageId::Committee, {});
            m_switch->setCurrent(Meetings);
            if (button->isEnabled())
                button->click();
            else
                emit said(button->toolTip());
        });
        QWidget::addAction(deed);
    }
}

void CommitteePage::showView(int view)
{
    m_view = view;
    refresh();
}

void CommitteePage::refresh()
{
    m_shown.refresh();
    const bool isThere = m_shown.body();
    m_bodies->setVisible(isThere);
    m_meetings->setVisible(isThere && m_view == Meetings && m_shown.meeting());
    refreshHead();
    refreshBar();
    if (isThere || !needsBody(m_view)) {
        section()->refresh();
        m_stack->setCurrentWidget(section());
    } else {
        m_stack->setCurrentIndex(0);
    }
    refreshTitle();
}

void CommitteePage::refreshHead()
{
    const QSignalBlocker quietBodies(m_bodies);
    const QSignalBlocker quietMeetings(m_meetings);
    m_bodies->clear();
    for (const Body& body : document().base().bodies)
        m_bodies->addItem(body.name, body.id.text());
    m_bodies->setCurrentIndex(m_bodies->findData(m_shown.bodyId().text()));
    m_meetings->clear();
    for (const Meeting* meeting : m_shown.meetings())
        m_meetings->addItem(valueToShown(Value(meeting->on)), meeting->id.text());
    m_meetings->setCurrentIndex(m_meetings->findData(m_shown.meetingId().text()));
}

void CommitteePage::refreshBar()
{
    const Plan& base = document().base();
    const bool canEdit = !document().isReadOnly();
    const Meeting* meeting = m_shown.meeting();
    m_switch->setTexts(viewNames());
    const FrozenVersion* version = latestVersion(base, Id(year()));
    m_freeze->setText(tr("Freeze version %1…").arg(version ? version->number.value_or(0) + 1 : 1));
    m_freeze->setEnabled(canEdit && base.years.contains(Id(year())));
    m_freeze->setToolTip(tr("Keeps the base as it stands, with its evaluation and its paper, for signature"));
    m_minutes->setEnabled(meeting);
    m_minutes->setToolTip(meeting ? QString() : tr("There is no meeting yet."));
    m_addMeeting->setEnabled(canEdit && m_shown.body());
    m_editMeeting->setEnabled(canEdit && meeting);
    m_setUp->setEnabled(canEdit);
    m_removeMeeting->setEnabled(canEdit && meeting);
    m_removeBody->setEnabled(canEdit && m_shown.body());
}

// Beside the page's buttons there is not room for the long names in every window.
QStringList CommitteePage::viewNames() const
{
    const Meeting* meeting = m_shown.meeting();
    if (m_isNarrow)
        return {tr("Meeting"),   tr("Members"),     tr("Delegation"),
                tr("Decisions"), tr("Audit trail"), tr("Index")};
    return {meeting ? tr("Meeting, %1").arg(valueToShown(Value(meeting->on))) : tr("Meeting"),
            tr("Members and interests"),
            tr("Delegation"),
            tr("Decisions"),
            tr("Audit trail"),
            tr("Integration index")};
}

void CommitteePage::refreshTitle()
{
    const Plan& base = document().base();
    if (!m_shown.body() && needsBody(m_view)) {
        setTitle(tr("No committee yet"), contextSentence(base, {}, document().scenarioName({})));
        return;
    }
    QStringList said{m_shown.body() ? m_shown.body()->name : document().scenarioName({})};
    if (QString caption = section()->caption(); !caption.isEmpty()) {
        if (caption.endsWith(u'.')) // the sentence has its own
            caption.chop(1);
        said.append(caption);
    }
    QString where = contextSentence(base, {}, said.join(u", "_s));
    if (!document().scenario().isNull())
        where += u' ' + tr("What is decided and signed is the base’s: “%1” has no committee of its own.")
                            .arg(document().scenarioName(document().scenario()));
    setTitle(section()->title(), where);
}

void CommitteePage::setUp()
{
    SetUpDialog dialog(document(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_shown.chooseBody(dialog.body());
    m_switch->setCurrent(Members);
    refresh();
}

void CommitteePage::removeMeeting()
{
    const Removed removed = removeEntities(document(), {m_shown.meetingId().text()});
    if (!removed.what.isEmpty())
        emit noticed(removed.what);
}

void CommitteePage::removeBody()
{
    const Removed removed = removeEntities(document(), {m_shown.bodyId().text()});
    if (!removed.what.isEmpty())
        emit noticed(removed.what);
}

bool CommitteePage::showHere(const Id& id)
{
    const Plan& base = document().base();
    if (base.resolutions.contains(id))
        m_shown.chooseResolution(id);
    else if (base.agendaItems.contains(id))
        m_shown.chooseItem(id);
    else if (base.meetings.contains(id))
        m_shown.chooseMeeting(id);
    else if (base.bodies.contains(id)) {
        m_shown.chooseBody(id);
        m_switch->setCurrent(Members);
        refresh();
        return true;
    } else
        return false;
    m_switch->setCurrent(Meetings);
    refresh();
    return true;
}

void CommitteePage::showIds(const QStringList& ids)
{
    for (const QString& text : ids) {
        if (showHere(Id(text)))
            return;
        for (int view = 0; view < m_views.size(); ++view) {
            if (!m_views.at(view)->showId(Id(text)))
                continue;
            m_switch->setCurrent(view);
            m_views.at(view)->showId(Id(text)); // again: what was hidden has rows only now
            return;
        }
    }
}

NavigationBadge CommitteePage::badge() const
{
    const Plan& base = document().base();
    int toSign = 0;
    for (const Signatory& signatory : base.signatories)
        if (signatory.year == Id(year()) && !lastSignature(base, signatory.id))
            ++toSign;
    if (toSign > 0)
        return {Icon::Warning, toSign, tr("%n signature(s) to collect", nullptr, toSign)};
    int open = 0;
    for (const Resolution& resolution : base.resolutions)
        if (isOpen(base, resolution.id))
            ++open;
    return {Icon::Warning, open, tr("%n resolution(s) to decide", nullptr, open)};
}

QVariantMap CommitteePage::viewState() const
{
    QVariantMap state{{u"body"_s, m_shown.bodyId().text()},
                      {u"meeting"_s, m_shown.meetingId().text()},
                      {u"item"_s, m_shown.itemId().text()},
                      {u"view"_s, m_viewIds.value(m_view)}};
    for (qsizetype i = 0; i < m_views.size(); ++i)
        state.insert(u"in"_s + m_viewIds.at(i), m_views.at(i)->viewState());
    return state;
}

void CommitteePage::restoreViewState(const QVariantMap& state)
{
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views.at(i)->restoreViewState(state.value(u"in"_s + m_viewIds.at(i)).toMap());
    m_shown.chooseBody(Id(state.value(u"body"_s).toString()));
    m_shown.chooseMeeting(Id(state.value(u"meeting"_s).toString()));
    m_shown.chooseItem(Id(state.value(u"item"_s).toString()));
    const qsizetype view = m_viewIds.indexOf(state.value(u"view"_s).toString());
    m_switch->setCurrent(static_cast<int>(std::max<qsizetype>(0, view)));
}

void CommitteePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_isNarrow = width() < shortNamesBelow;
    m_switch->setTexts(viewNames());
    for (CommitteeSection* view : std::as_const(m_views))
        view->setNarrow(width() < panelsBelow);
}

} // namespace placewright
