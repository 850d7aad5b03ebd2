#include "ui/pages/committee/meetingsection.h"

#include "core/words/committeewords.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/committee/agendapanel.h"
#include "ui/pages/committee/dialogs/meetingdialog.h"
#include "ui/pages/committee/resolutionpanel.h"
#include "ui/pages/committee/signoffpanel.h"
#include "ui/pages/committee/votepanel.h"
#include "ui/panel/emptystate.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastAgenda = 180;
constexpr int leastResolution = 420;
constexpr int leastVotes = 320;
constexpr int leastAgendaHigh = 240;
constexpr int leastResolutionHigh = 470;
constexpr int mostResolutionHigh = 560;
constexpr int signOffSeen = 120; // of the sign-off below the meeting, without scrolling
constexpr int leastVotesHigh = 470;

enum Instead { NoMeeting, TheMeeting, NoBody };

} // namespace

MeetingSection::MeetingSection(const CommitteeContext& context, QWidget* parent)
    : CommitteeSection(context, parent)
    , m_attendance(context.page.document)
    , m_signatories(context.page.document)
    , m_changes(new ShownModel(this))
    , m_agenda(new AgendaPanel(context, this))
    , m_resolution(new ResolutionPanel(
          context, makeShownGrid(*m_changes, u"resolutionGrid"_s, tr("What the resolution changes")),
          *m_changes, this))
    , m_votes(new VotePanel(context,
                            makeGrid(m_attendance, u"attendanceGrid"_s, tr("Members, attendance and votes")),
                            m_attendance, this))
    , m_signOff(new SignOffPanel(context,
                                 makeGrid(m_signatories, u"signatoriesGrid"_s, tr("Who signs the plan")),
                                 m_signatories, this))
    , m_beside(new QSplitter(Qt::Horizontal))
    , m_below(new QSplitter(Qt::Vertical))
    , m_stack(new QStackedWidget)
{
    for (Panel* panel : {static_cast<Panel*>(m_agenda), static_cast<Panel*>(m_resolution),
                         static_cast<Panel*>(m_votes), static_cast<Panel*>(m_signOff)})
        wire(panel);
    auto* none =
        new EmptyState(Icon::Committee, tr("No meeting yet"),
                       tr("A meeting has an agenda, who came, what was resolved and how they voted."),
                       tr("Add a meeting…"), tr("Members and interests"), this);
    none->setObjectName(u"noMeeting"_s);
    connect(none, &EmptyState::mainActionRequested, this, &MeetingSection::addMeeting);
    connect(none, &EmptyState::otherActionRequested, this, &MeetingSection::membersRequested);
    m_stack->addWidget(none);
    m_stack->addWidget(makeMeeting());
    m_below->addWidget(m_stack);
    m_below->addWidget(m_signOff);
    m_below->setChildrenCollapsible(false);
    m_below->setHandleWidth(space::between);
    m_below->setStretchFactor(0, 1);
    m_below->setStretchFactor(1, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_below);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(m_agenda, &AgendaPanel::chosen, this, &CommitteeSection::chosen);
    connect(m_agenda, &AgendaPanel::noticed, this, &CommitteeSection::noticed);
    connect(m_resolution, &ResolutionPanel::chosen, this, &CommitteeSection::chosen);
    connect(m_resolution, &ResolutionPanel::noticed, this, &CommitteeSection::noticed);
    connect(m_votes, &VotePanel::membersRequested, this, &MeetingSection::membersRequested);
}

QWidget* MeetingSection::makeMeeting()
{
    m_agenda->setMinimumSize(leastAgenda, leastAgendaHigh);
    m_resolution->setMinimumSize(leastResolution, leastResolutionHigh);
    m_votes->setMinimumSize(leastVotes, leastVotesHigh);
    for (QWidget* panel : {static_cast<QWidget*>(m_agenda), static_cast<QWidget*>(m_resolution),
                           static_cast<QWidget*>(m_votes)})
        m_beside->addWidget(panel);
    m_beside->setChildrenCollapsible(false);
    m_beside->setHandleWidth(space::between);
    m_beside->setStretchFactor(0, 2);
    m_beside->setStretchFactor(1, 5);
    m_beside->setStretchFactor(2, 4);
    m_beside->setSizes({224, 536, 440});
    return m_beside;
}

QString MeetingSection::title() const
{
    if (!shown().body())
        return tr("No committee yet");
    if (!shown().meeting())
        return tr("No meeting of %1 yet").arg(shown().body()->name);
    if (const ResolutionReview* review = shown().review())
        return resolutionHeadline(base(), *review);
    if (const AgendaItem* item = shown().item())
        return item->title;
    return tr("The agenda is empty");
}

QString MeetingSection::caption() const
{
    const Meeting* meeting = shown().meeting();
    if (!meeting)
        return {};
    const QString day = valueToShown(Value(meeting->on));
    const AgendaItem* item = shown().item();
    return item && item->number ? tr("meeting of %1, item %2").arg(day).arg(*item->number)
                                : tr("meeting of %1").arg(day);
}

void MeetingSection::refresh()
{
    m_agenda->refresh();
    m_resolution->refresh();
    m_votes->refresh();
    m_signOff->refresh();
    m_stack->setCurrentIndex(!shown().body() ? NoBody : shown().meeting() ? TheMeeting : NoMeeting);
}

bool MeetingSection::showId(const Id& id)
{
    return base().signatories.contains(id) && m_signOff->showSignatory(id);
}

void MeetingSection::setNoBody(QWidget* words)
{
    m_stack->insertWidget(NoBody, words);
}

void MeetingSection::addMeeting()
{
    MeetingDialog dialog(document(), shown().bodyId(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    shown().chooseMeeting(dialog.meeting());
    emit chosen();
}

void MeetingSection::editMeeting()
{
    MeetingDialog dialog(document(), *shown().meeting(), this);
    dialog.exec();
}

void MeetingSection::freeze()
{
    m_signOff->freeze();
}

QVariantMap MeetingSection::viewState() const
{
    return {{u"beside"_s, m_beside->saveState()}, {u"below"_s, m_below->saveState()}};
}

void MeetingSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_beside->orientation();
    m_beside->restoreState(state.value(u"beside"_s).toByteArray());
    m_beside->setOrientation(orientation);
    m_below->restoreState(state.value(u"below"_s).toByteArray());
}

// What was resolved is seen whole before the sign-off is.
void MeetingSection::resizeEvent(QResizeEvent* event)
{
    CommitteeSection::resizeEvent(event);
    m_resolution->setMinimumHeight(
        std::clamp(height() - signOffSeen, leastResolutionHigh, mostResolutionHigh));
}

void MeetingSection::setNarrow(bool narrow)
{
    m_beside->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
