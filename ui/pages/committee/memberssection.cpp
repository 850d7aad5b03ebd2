#include "ui/pages/committee/memberssection.h"

#include "core/plan/committeeroll.h"
#include "core/words/committeewords.h"
#include "core/words/phrases.h"
#include "ui/pages/committee/dialogs/erasenamedialog.h"
#include "ui/pages/form/fieldform.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastTerms = 380;
constexpr int leastTables = 480;

constexpr QLatin1StringView termFields[] = {
    QLatin1StringView("name"),        QLatin1StringView("kind"),        QLatin1StringView("answersTo"),
    QLatin1StringView("votingRule"),  QLatin1StringView("castingVote"), QLatin1StringView("quorumNumber"),
    QLatin1StringView("quorumShare"), QLatin1StringView("reviewOn"),    QLatin1StringView("terms"),
    QLatin1StringView("note"),
};

} // namespace

MembersSection::MembersSection(const CommitteeContext& context, QWidget* parent)
    : CommitteeTables(context, parent)
    , m_members(context.page.document)
    , m_needs(context.page.document)
    , m_interests(context.page.document)
    , m_links(context.page.document)
    , m_form(new FieldForm(context.page.document, Body::type, this))
    , m_termsPanel(new Panel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_left(new QSplitter(Qt::Vertical, this))
    , m_tables(new QSplitter(Qt::Vertical, this))
    , m_register(new QSplitter(Qt::Horizontal, this))
{
    m_splitter->addWidget(makeTerms());
    m_splitter->addWidget(makeTables());
    for (QSplitter* splitter : {m_splitter, m_left, m_tables, m_register}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setSizes({400, 800});
    m_splitter->setStretchFactor(1, 1);
    m_left->setSizes({420, 150});
    m_tables->setSizes({330, 240});
    m_register->setSizes({480, 380});
    setContent(m_splitter);
}

QWidget* MembersSection::makeTerms()
{
    for (const QLatin1StringView field : termFields)
        m_form->addField(field);
    m_form->setEmptyChoice(QLatin1StringView("answersTo"), tr("nobody"));
    m_form->setEmptyChoice(QLatin1StringView("votingRule"), tr("not settled"));
    m_form->setRefusal([this](const Field& field, const Value& value) {
        if (field.required && value.isNull())
            return tr("A body needs a name: type one.");
        if (field.id == QLatin1StringView("answersTo") && value.id() == m_form->entity())
            return tr("A body does not answer to itself: choose another.");
        if (field.id == QLatin1StringView("quorumShare") && !value.isNull() &&
            (value.rate()->isNegative() || value.rate()->exact() > Ratio(100)))
            return tr("A percentage is between 0 and 100.");
        if (field.id == QLatin1StringView("quorumNumber") && !value.isNull() && *value.count() < 1)
            return tr("At least one must be there: type 1 or more.");
        return QString();
    });
    m_termsPanel->setObjectName(u"bodyTermsPanel"_s);
    m_termsPanel->setBody(scrolled(m_form));
    m_termsPanel->setEnlargeable(false);
    m_termsPanel->setMinimumSize(leastTerms, 160);

    m_needsGrid = makeGrid(m_needs, u"quorumNeedsGrid"_s, tr("Roles that the quorum names"));
    m_needsPanel = makePanel(m_needsGrid, u"quorumNeedsPanel"_s);
    addDelete(m_needsPanel, m_needsGrid, u"deleteQuorumNeed"_s, tr("Delete the rows selected"));
    m_left->addWidget(m_termsPanel);
    m_left->addWidget(m_needsPanel);
    return m_left;
}

QWidget* MembersSection::makeTables()
{
    m_membersGrid = makeGrid(m_members, u"bodyMembersGrid"_s, tr("Members of the body"));
    m_membersPanel = makePanel(m_membersGrid, u"bodyMembersPanel"_s);
    auto* erase = new QPushButton(tr("Erase a name…"), this);
    erase->setObjectName(u"eraseName"_s);
    erase->setToolTip(tr("Takes a person’s name out of the plan for good"));
    m_membersPanel->addTool(erase);
    keepForEdits(erase);
    connect(erase, &QPushButton::clicked, this, &MembersSection::eraseName);
    addDelete(m_membersPanel, m_membersGrid, u"deleteMember"_s, tr("Delete the members selected"));

    m_interestsGrid = makeGrid(m_interests, u"interestsGrid"_s, tr("Register of interests"));
    m_interestsPanel = makePanel(m_interestsGrid, u"interestsPanel"_s);
    addDelete(m_interestsPanel, m_interestsGrid, u"deleteInterest"_s, tr("Delete the interests selected"));
    m_linksGrid = makeGrid(m_links, u"interestLinksGrid"_s, tr("What the interest is about"));
    m_linksPanel = makePanel(m_linksGrid, u"interestLinksPanel"_s);
    addDelete(m_linksPanel, m_linksGrid, u"deleteInterestLink"_s, tr("Delete the rows selected"));
    connect(m_interestsGrid->view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MembersSection::followInterest);
    m_register->addWidget(m_interestsPanel);
    m_register->addWidget(m_linksPanel);
    m_tables->addWidget(m_membersPanel);
    m_tables->addWidget(m_register);
    m_tables->setMinimumWidth(leastTables);
    return m_tables;
}

void MembersSection::refresh()
{
    const Body* body = shown().body();
    if (!body)
        return;
    m_members.setBody(body->id);
    m_needs.setBody(body->id);
    m_interests.setBody(body->id);
    refreshTerms(*body);
    followInterest();
    refreshFindings(*body);
    refreshEdits();
}

void MembersSection::refreshTerms(const Body& body)
{
    m_form->setEntity(body.id, Id());
    m_form->setFieldShown(QLatin1StringView("castingVote"), body.votingRule == votingRule::simpleMajority);
    const QDate now = today();
    const bool overdue = body.reviewOn.isValid() && body.reviewOn < now;
    const auto days = static_cast<int>(body.reviewOn.isValid() ? body.reviewOn.daysTo(now) : 0);
    m_form->setProblem(QLatin1StringView("reviewOn"),
                       overdue ? tr("Overdue by %n day(s).", nullptr, days) : QString());
    m_form->setProblem(QLatin1StringView("votingRule"),
                       body.votingRule.isEmpty() ? tr("Without a voting rule nothing can be put to the vote.")
                                                 : QString());
    m_termsPanel->setTitle(overdue ? tr("Its terms of reference are overdue for review")
                                   : tr("Terms of reference"));
    m_termsPanel->setCaption(votingRuleInWords(body));
}

void MembersSection::refreshFindings(const Body& body)
{
    int voting = 0;
    int substitutes = 0;
    QString accountable;
    const QDate now = today();
    for (const BodyMember& member : base().bodyMembers) {
        const bool isNow =
            (!member.from.isValid() || member.from <= now) && (!member.to.isValid() || now <= member.to);
        if (member.body != body.id || !isNow)
            continue;
        substitutes += member.substituteFor.isNull() ? 0 : 1;
        voting += member.withoutVote || !member.substituteFor.isNull() ? 0 : 1;
        if (member.accountable)
            accountable = memberShown(base(), member.id);
    }
    const int late = m_interests.late();
    const QString members = tr("%n voting member(s)", nullptr, voting);
    m_title = late > 0 ? tr("%1; %2", "two findings")
                             .arg(members, tr("%n interest(s) declared late or not at all", nullptr, late))
                       : tr("%1; every interest was declared in time").arg(members);
    if (m_interests.rowCount() <= (document().isReadOnly() ? 0 : 1))
        m_title = tr("%1; no interest is registered").arg(members);
    m_caption = accountable.isEmpty() ? tr("no accountable officer is named")
                                      : tr("accountable officer %1").arg(accountable);

    m_membersPanel->setTitle(substitutes > 0 ? tr("%1 and %2", "voting members, substitutes")
                                                   .arg(members, tr("%n substitute(s)", nullptr, substitutes))
                                             : members);
    m_membersPanel->setCaption(
        tr("A name typed in the last row makes a member. A substitute has a row of its own."));
    m_needsPanel->setTitle(tr("Who must be there"));
    m_needsPanel->setCaption(tr("A director counts as a council officer too."));
    m_interestsPanel->setTitle(late > 0 ? tr("%n interest(s) declared late or not at all", nullptr, late)
                                        : tr("Register of interests"));
    m_interestsPanel->setCaption(tr("A change is declared within %1 days.").arg(daysToDeclare));
}

void MembersSection::followInterest()
{
    const int at = std::max(0, m_interestsGrid->view()->currentCell().row());
    const Id interest = at < m_interests.rowCount() ? m_interests.row(at).id : Id();
    m_links.setInterest(interest);
    const Interest* found = base().interests.find(interest);
    m_linksPanel->setTitle(tr("What it is about"));
    m_linksPanel->setCaption(found ? tr("%1: a resolution that moves their money asks.").arg(found->what)
                                   : tr("Choose an interest of the register."));
}

void MembersSection::eraseName()
{
    const QModelIndex at = m_membersGrid->view()->currentCell();
    const BodyMember* member = at.isValid() ? base().bodyMembers.find(m_members.row(at.row()).id) : nullptr;
    EraseNameDialog dialog(document(), member ? member->person : Id(), this);
    if (dialog.exec() == QDialog::Accepted)
        emit said(tr("“%1” is erased. The journal is as it was: it refers to people by code.")
                      .arg(dialog.erased()));
}

bool MembersSection::showId(const Id& id)
{
    const BodyMember* member = base().bodyMembers.find(id);
    const Interest* interest = base().interests.find(id);
    const InterestLink* link = base().interestLinks.find(id);
    if (link)
        interest = base().interests.find(link->interest);
    const BodyMember* of = interest ? base().bodyMembers.find(interest->member) : member;
    const QuorumNeed* need = base().quorumNeeds.find(id);
    const Id body = of ? of->body : need ? need->body : Id();
    if (body.isNull())
        return false;
    if (shown().bodyId() != body) {
        shown().chooseBody(body);
        emit chosen();
        refresh();
    }
    if (interest && showIn(m_interestsGrid, m_interests, interest->id)) {
        followInterest();
        return !link || showIn(m_linksGrid, m_links, id);
    }
    return showIn(m_membersGrid, m_members, id) || showIn(m_needsGrid, m_needs, id);
}

QVariantMap MembersSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()},
            {u"left"_s, m_left->saveState()},
            {u"tables"_s, m_tables->saveState()},
            {u"register"_s, m_register->saveState()}};
}

void MembersSection::restoreViewState(const QVariantMap& state)
{
    m_left->restoreState(state.value(u"left"_s).toByteArray());
    m_tables->restoreState(state.value(u"tables"_s).toByteArray());
    for (const auto& [splitter, name] :
         {std::pair{m_splitter, u"splitter"_s}, std::pair{m_register, u"register"_s}}) {
        const Qt::Orientation orientation = splitter->orientation();
        splitter->restoreState(state.value(name).toByteArray());
        splitter->setOrientation(orientation);
    }
}

void MembersSection::setNarrow(bool narrow)
{
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    m_register->setOrientation(Qt::Horizontal);
}

} // namespace placewright
