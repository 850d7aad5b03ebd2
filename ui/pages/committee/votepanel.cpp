#include "ui/pages/committee/votepanel.h"

#include "core/plan/edit.h"
#include "core/plan/names.h"
#include "core/words/committeewords.h"
#include "ui/pages/committee/dialogs/interestdialog.h"
#include "ui/pages/committee/marknote.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

VotePanel::VotePanel(const CommitteeContext& context, Grid* grid, AttendanceModel& model, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_model(model)
    , m_notesColumn(new QVBoxLayout)
    , m_act(new QPushButton(tr("The chair’s action…"), this))
    , m_came(new QPushButton(tr("All others came"), this))
    , m_members(new QPushButton(tr("Add the members"), this))
{
    setObjectName(u"votePanel"_s);
    m_act->setObjectName(u"chairAction"_s);
    m_act->setToolTip(tr("What the chair decides about a member’s interest in this item"));
    m_came->setObjectName(u"allCame"_s);
    m_members->setObjectName(u"addMembers"_s);
    m_came->setToolTip(tr("Present: every member that nothing is said of yet"));
    setGrid(grid);
    auto* below = new QWidget(this);
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, space::small, 0, space::small);
    column->setSpacing(space::medium);
    m_notesColumn->setSpacing(space::medium);
    column->addLayout(m_notesColumn);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::medium);
    buttons->addWidget(m_members);
    buttons->addWidget(m_came);
    buttons->addWidget(m_act);
    buttons->addStretch(1);
    column->addLayout(buttons);
    setFooter(below);
    connect(m_act, &QPushButton::clicked, this, &VotePanel::act);
    connect(m_came, &QPushButton::clicked, this, &VotePanel::allCame);
    connect(m_members, &QPushButton::clicked, this, &VotePanel::membersRequested);
}

MarkNote* VotePanel::note(int position)
{
    while (m_notes.size() <= position) {
        auto* made = new MarkNote(this);
        made->setObjectName(u"voteNote%1"_s.arg(m_notes.size()));
        m_notesColumn->addWidget(made);
        m_notes.append(made);
    }
    return m_notes.at(position);
}

void VotePanel::refresh()
{
    const ShownCommittee& shown = m_context.shown;
    m_model.show(shown.meetingId(), shown.itemId(), shown.resolutionId());
    const QList<Seat> seats =
        shown.item() ? seatsAt(base(), *shown.item(), shown.resolutionId()) : QList<Seat>();
    setTitle(finding(seats));
    setCaption(shown.body() ? votingRuleInWords(*shown.body()) : QString());
    refreshNotes();
    const bool canEdit = !document().isReadOnly();
    m_act->setEnabled(canEdit && shown.item() && m_model.rowCount() > 0);
    m_members->setVisible(m_model.rowCount() == 0);
    m_came->setVisible(m_model.rowCount() > 0);
    bool isUnsaid = false;
    for (int row = 0; row < m_model.rowCount(); ++row)
        isUnsaid = isUnsaid || m_model.row(row).kind == PlanRow::Kind::New;
    m_came->setEnabled(canEdit && isUnsaid);
}

// "8 of 10 members took part"
QString VotePanel::finding(const QList<Seat>& seats) const
{
    if (m_model.rowCount() == 0)
        return tr("No members yet");
    if (seats.isEmpty())
        return tr("Who came");
    const auto took = std::count_if(seats.begin(), seats.end(),
                                    [](const Seat& seat) { return seat.present && !seat.excluded; });
    return tr("%1 of %n member(s) took part", nullptr, static_cast<int>(seats.size())).arg(took);
}

void VotePanel::refreshNotes()
{
    const ShownCommittee& shown = m_context.shown;
    int position = 0;
    if (const AgendaItem* item = shown.item(); item && shown.body()) {
        const Quorum quorum = quorumOf(base(), *item);
        note(position++)
            ->say(quorum.met ? Icon::Met : Icon::Missed, quorumInWords(base(), *shown.body(), quorum));
        if (const ResolutionReview* review = shown.review(); review && review->open)
            for (const InterestAsked& asked : review->asked) {
                const Interest* interest = base().interests.find(asked.interest);
                note(position++)
                    ->say(Icon::Warning,
                          tr("%1 has an interest in what this moves: %2. The chair has to decide.")
                              .arg(nameOf(base(), BodyMember::type.id, asked.member),
                                   interest ? interest->what : QString()));
            }
        for (const ItemInterest& declared : base().itemInterests)
            if (declared.item == item->id)
                note(position++)->say(Icon::Warning, interestInWords(base(), declared));
    }
    for (; position < m_notes.size(); ++position)
        m_notes.at(position)->say(Icon::None, {});
}

void VotePanel::act()
{
    const AgendaItem* item = m_context.shown.item();
    if (!item)
        return;
    InterestDialog dialog(document(), *item, this);
    const ResolutionReview* review = m_context.shown.review();
    if (review && !review->asked.isEmpty())
        dialog.choose(review->asked.first().member, review->asked.first().interest);
    dialog.exec();
}

void VotePanel::allCame()
{
    StepBuilder builder(base());
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const PlanRow& seat = m_model.row(row);
        if (seat.kind != PlanRow::Kind::New)
            continue;
        const Id id = document().author().ids();
        builder.add(Attendance::type.id, id)
            .set(Attendance::type.id, id, u"meeting", Value(m_context.shown.meetingId()))
            .set(Attendance::type.id, id, u"member", Value(seat.stands))
            .set(Attendance::type.id, id, u"how", Value(QString(attending::present)));
    }
    document().commitToBase(builder.step(tr("Attendance: all others came")));
}

} // namespace placewright
