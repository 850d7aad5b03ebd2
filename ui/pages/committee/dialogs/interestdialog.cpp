#include "ui/pages/committee/dialogs/interestdialog.h"

#include "core/plan/edit.h"
#include "core/plan/names.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

InterestDialog::InterestDialog(PlanDocument& document, const AgendaItem& item, QWidget* parent)
    : AskDialog(tr("The chair’s action on an interest"), tr("Keep the action"), parent)
    , m_document(document)
    , m_item(item.id)
    , m_member(addChoice(tr("Member"), u"interestMember"_s))
    , m_interest(addChoice(tr("Interest"), u"interestOf"_s))
    , m_declared(addText(labelOf(*ItemInterest::type.field(u"declared")), u"interestDeclared"_s))
    , m_action(addChoice(labelOf(*ItemInterest::type.field(u"action")), u"interestAction"_s))
    , m_note(addText(labelOf(*ItemInterest::type.field(u"note")), u"interestNote"_s))
{
    setObjectName(u"interestDialog"_s);
    addSentence(tr("All but “noted” take the member’s vote and place in the quorum for this item."));
    fill(*m_action, *ItemInterest::type.field(u"action"), tr("none"));
    if (const Meeting* meeting = document.base().meetings.find(item.meeting))
        fillMembers(meeting->body);
    connect(m_member, &QComboBox::currentIndexChanged, this, &InterestDialog::refreshInterests);
    connect(m_interest, &QComboBox::currentIndexChanged, this, &InterestDialog::refreshAction);
    refreshInterests();
    setAct([this] { return keep(); });
}

void InterestDialog::fillMembers(const Id& body)
{
    const Plan& base = m_document.base();
    for (const BodyMember& member : base.bodyMembers)
        if (member.body == body)
            m_member->addItem(nameOf(base, BodyMember::type.id, member.id), member.id.text());
}

void InterestDialog::choose(const Id& member, const Id& interest)
{
    m_member->setCurrentIndex(std::max(0, m_member->findData(member.text())));
    m_interest->setCurrentIndex(std::max(0, m_interest->findData(interest.text())));
    m_action->setFocus();
}

void InterestDialog::refreshInterests()
{
    const Id member(m_member->currentData().toString());
    {
        const QSignalBlocker quiet(m_interest);
        m_interest->clear();
        for (const Interest& interest : m_document.base().interests)
            if (interest.member == member)
                m_interest->addItem(interest.what, interest.id.text());
        m_interest->addItem(tr("declared at the meeting, not in the register"), QString());
    }
    refreshAction();
}

const ItemInterest* InterestDialog::existing() const
{
    const Id member(m_member->currentData().toString());
    const Id interest(m_interest->currentData().toString());
    for (const ItemInterest& one : m_document.base().itemInterests)
        if (one.item == m_item && one.member == member && one.interest == interest)
            return &one;
    return nullptr;
}

void InterestDialog::refreshAction()
{
    m_declared->setEnabled(m_interest->currentData().toString().isEmpty());
    const ItemInterest* before = existing();
    m_declared->setText(before ? before->declared : QString());
    m_note->setText(before ? before->note : QString());
    m_action->setCurrentIndex(std::max(0, m_action->findData(before ? before->action : QString())));
}

Outcome InterestDialog::keep()
{
    const QString action = m_action->currentData().toString();
    const Id member(m_member->currentData().toString());
    const Id interest(m_interest->currentData().toString());
    if (member.isNull())
        return Error{tr("Choose a member.")};
    if (action.isEmpty())
        return Error{tr("Choose what the chair decided.")};
    if (interest.isNull() && m_declared->text().trimmed().isEmpty())
        return Error{tr("Say what was declared at the meeting.")};
    StepBuilder builder(m_document.base());
    const ItemInterest* before = existing();
    const Id id = before ? before->id : m_document.author().ids();
    if (!before)
        builder.add(ItemInterest::type.id, id)
            .set(ItemInterest::type.id, id, u"item", Value(m_item))
            .set(ItemInterest::type.id, id, u"member", Value(member));
    builder.set(ItemInterest::type.id, id, u"interest", interest.isNull() ? Value() : Value(interest))
        .set(ItemInterest::type.id, id, u"declared",
             Value(interest.isNull() ? m_declared->text().trimmed() : QString()))
        .set(ItemInterest::type.id, id, u"action", Value(action))
        .set(ItemInterest::type.id, id, u"note", Value(m_note->text().trimmed()));
    if (!m_document.commitToBase(builder.step(tr("The chair’s action on an interest"))))
        return Error{m_document.lastRefusal()};
    return Done{};
}

} // namespace placewright
