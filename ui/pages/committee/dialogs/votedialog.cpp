#include "ui/pages/committee/dialogs/votedialog.h"

#include "core/evaluate/committeerecord.h"
#include "core/plan/names.h"
#include "ui/models/votewords.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(680, 520);

QString ballotId(const std::optional<Ballot>& ballot)
{
    if (!ballot)
        return {};
    switch (*ballot) {
    case Ballot::For:
        return QString(ballot::inFavour);
    case Ballot::Against:
        return QString(ballot::against);
    case Ballot::Abstained:
        break;
    }
    return QString(ballot::abstained);
}

QString dissentOf(const Plan& base, const Id& resolution, const Id& member)
{
    QString dissent;
    for (const Vote& vote : base.votes)
        if (vote.resolution == resolution && vote.member == member && !vote.casting)
            dissent = vote.dissent;
    return dissent;
}

} // namespace

VoteDialog::VoteDialog(PlanDocument& document, const Resolution& resolution, QWidget* parent)
    : AskDialog(tr("Record the votes"), tr("Record the votes"), parent)
    , m_document(document)
    , m_resolution(resolution.id)
{
    setObjectName(u"voteDialog"_s);
    resize(usualSize);
    addSentence(resolution.name, true);
    addSentence(tr("A recorded vote is never changed. A later one of the same member counts in its place."));
    const Plan& base = document.base();
    const AgendaItem* item = base.agendaItems.find(resolution.item);
    auto* table = new QWidget(this);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, space::medium, 0);
    grid->setHorizontalSpacing(space::medium);
    grid->setColumnStretch(2, 1);
    grid->addWidget(new QLabel(tr("Member"), table), 0, 0);
    grid->addWidget(new QLabel(tr("Vote"), table), 0, 1);
    grid->addWidget(new QLabel(tr("Dissent, to be minuted"), table), 0, 2);
    for (const Seat& seat : seatsAt(base, *item, resolution.id))
        addSeat(*grid, seat);
    grid->setRowStretch(grid->rowCount(), 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(table);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    addWide(scroll, 1);
    if (const Meeting* meeting = base.meetings.find(item->meeting))
        if (const Body* body = base.bodies.find(meeting->body))
            addCasting(*body);
    auto* all = new QPushButton(tr("All who can: for"), this);
    all->setObjectName(u"allFor"_s);
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, &VoteDialog::voteAllFor);
    addWide(all);
    setAct([this] { return recordThem(); });
    refresh();
    for (const Row& row : std::as_const(m_rows))
        if (row.vote->isEnabled()) {
            row.vote->setFocus();
            break;
        }
}

void VoteDialog::addSeat(QGridLayout& grid, const Seat& seat)
{
    const Plan& base = m_document.base();
    const QString name = nameOf(base, BodyMember::type.id, seat.member);
    Row row;
    row.seat = seat;
    row.vote = new QComboBox(this);
    row.vote->setObjectName(u"vote-"_s + seat.member.text());
    row.vote->setAccessibleName(tr("Vote of %1").arg(name));
    row.recorded = dissentOf(base, m_resolution, seat.member);
    row.dissent = new QLineEdit(row.recorded, this);
    row.dissent->setObjectName(u"dissent-"_s + seat.member.text());
    row.dissent->setAccessibleName(tr("Dissent of %1").arg(name));
    if (seat.canVote()) {
        fill(*row.vote, *Vote::type.field(u"ballot"), seat.ballot ? QString() : tr("no vote yet"));
        row.vote->setCurrentIndex(row.vote->findData(ballotId(seat.ballot)));
        connect(row.vote, &QComboBox::currentIndexChanged, this, &VoteDialog::refresh);
    } else {
        const QString why = whyNoVote(base, seat, *base.resolutions.find(m_resolution));
        row.vote->addItem(why, QString());
        row.vote->setEnabled(false);
        row.vote->setToolTip(tr("%1 cannot vote on this: %2.").arg(name, why.toLower()));
        row.vote->setAccessibleDescription(row.vote->toolTip());
    }
    auto* label = new QLabel(seat.chair ? tr("%1, chair").arg(name) : name, this);
    label->setBuddy(row.vote);
    label->setEnabled(seat.canVote());
    const int at = grid.rowCount();
    grid.addWidget(label, at, 0);
    grid.addWidget(row.vote, at, 1);
    grid.addWidget(row.dissent, at, 2);
    if (seat.chair)
        m_chair = seat.member;
    m_rows.append(row);
}

void VoteDialog::addCasting(const Body& body)
{
    const auto chair = std::find_if(m_rows.begin(), m_rows.end(),
                                    [](const Row& row) { return row.seat.chair && row.seat.canVote(); });
    if (!body.castingVote || body.votingRule != votingRule::simpleMajority || chair == m_rows.end())
        return;
    m_castBefore = ballotId(chair->seat.casting);
    m_casting = addChoice(tr("The chair’s casting vote"), u"castingVote"_s);
    m_casting->addItem(tr("none"), QString());
    m_casting->addItem(tr("For"), QString(ballot::inFavour));
    m_casting->addItem(tr("Against"), QString(ballot::against));
    m_casting->setCurrentIndex(std::max(0, m_casting->findData(m_castBefore)));
}

void VoteDialog::voteAllFor()
{
    for (const Row& row : std::as_const(m_rows))
        if (row.vote->isEnabled())
            row.vote->setCurrentIndex(row.vote->findData(QString(ballot::inFavour)));
}

void VoteDialog::refresh()
{
    int inFavour = 0;
    int against = 0;
    for (const Row& row : std::as_const(m_rows)) {
        const QString vote = row.vote->currentData().toString();
        inFavour += vote == ballot::inFavour ? 1 : 0;
        against += vote == ballot::against ? 1 : 0;
        row.dissent->setEnabled(vote == ballot::against);
    }
    if (!m_casting)
        return;
    const bool isEqual = inFavour == against && inFavour > 0;
    m_casting->setEnabled(isEqual);
    m_casting->setToolTip(isEqual ? QString() : tr("Counts only when the votes are equal."));
    if (!isEqual)
        m_casting->setCurrentIndex(std::max(0, m_casting->findData(m_castBefore)));
}

Outcome VoteDialog::recordThem()
{
    QList<VoteCast> votes;
    for (const Row& row : std::as_const(m_rows)) {
        const QString vote = row.vote->currentData().toString();
        const QString dissent = vote == ballot::against ? row.dissent->text().trimmed() : QString();
        const bool isNew = vote != ballotId(row.seat.ballot) || dissent != row.recorded;
        if (row.seat.canVote() && !vote.isEmpty() && isNew)
            votes.append({row.seat.member, vote, false, dissent});
    }
    if (m_casting && m_casting->isEnabled())
        if (const QString cast = m_casting->currentData().toString(); !cast.isEmpty() && cast != m_castBefore)
            votes.append({m_chair, cast, true, {}});
    if (votes.isEmpty())
        return Error{tr("There is no new vote to record.")};
    const Result<Step> step = recordVotes(m_document.base(), m_resolution, votes, m_document.author().ids);
    if (!step)
        return step.error();
    return m_document.record(*step) ? Outcome(Done{}) : Outcome(Error{m_document.lastRefusal()});
}

} // namespace placewright
