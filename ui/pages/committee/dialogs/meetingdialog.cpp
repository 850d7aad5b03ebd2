#include "ui/pages/committee/dialogs/meetingdialog.h"

#include "core/plan/edit.h"
#include "core/plan/names.h"

#include <QLineEdit>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

Meeting newMeeting(const PlanDocument& document, const Id& body)
{
    Meeting made;
    made.id = document.author().ids();
    made.body = body;
    made.on = document.author().now().date();
    return made;
}

QString labelOfField(QStringView field)
{
    return labelOf(*Meeting::type.field(field));
}

} // namespace

MeetingDialog::MeetingDialog(PlanDocument& document, const Id& body, QWidget* parent)
    : MeetingDialog(document, newMeeting(document, body), true, parent)
{
}

MeetingDialog::MeetingDialog(PlanDocument& document, const Meeting& meeting, QWidget* parent)
    : MeetingDialog(document, meeting, false, parent)
{
}

MeetingDialog::MeetingDialog(PlanDocument& document, const Meeting& meeting, bool isNew, QWidget* parent)
    : AskDialog(isNew ? tr("Add a meeting") : tr("Edit the meeting"),
                isNew ? tr("Add the meeting") : tr("Save the meeting"), parent)
    , m_document(document)
    , m_isNew(isNew)
    , m_body(meeting.body)
    , m_id(meeting.id)
    , m_on(addDate(labelOfField(u"on"), u"meetingOn"_s, meeting.on))
    , m_where(addText(labelOfField(u"where"), u"meetingWhere"_s, meeting.where))
    , m_note(addText(labelOfField(u"note"), u"meetingNote"_s, meeting.note))
{
    setObjectName(u"meetingDialog"_s);
    if (!isNew) {
        m_approved =
            addDate(labelOfField(u"minutesApprovedOn"), u"minutesApprovedOn"_s, meeting.minutesApprovedOn);
        m_approved->setToolTip(tr("Until a day stands here the minutes are a draft."));
    }
    m_on->setFocus();
    m_on->selectAll();
    setAct([this] { return make(); });
}

Outcome MeetingDialog::make()
{
    const Result<QDate> on = dateIn(*m_on);
    if (!on)
        return on.error();
    const Result<QDate> approved = m_approved ? dateIn(*m_approved, true) : Result<QDate>(QDate());
    if (!approved)
        return approved.error();
    if (approved->isValid() && *approved < *on)
        return Error{tr("Minutes are approved after the meeting of %1: type a later day.")
                         .arg(valueToShown(Value(*on)))};
    if (approved->isValid() && *approved > m_document.author().now().date())
        return Error{tr("Minutes are approved today at the latest: type the day on which it happened.")};
    StepBuilder builder(m_document.base());
    if (m_isNew)
        builder.add(Meeting::type.id, m_id).set(Meeting::type.id, m_id, u"body", Value(m_body));
    const auto textOf = [](const QLineEdit* edit) {
        const QString text = edit->text().trimmed();
        return text.isEmpty() ? Value() : Value(text);
    };
    builder.set(Meeting::type.id, m_id, u"on", Value(*on))
        .set(Meeting::type.id, m_id, u"where", textOf(m_where))
        .set(Meeting::type.id, m_id, u"note", textOf(m_note));
    if (m_approved)
        builder.set(Meeting::type.id, m_id, u"minutesApprovedOn",
                    approved->isValid() ? Value(*approved) : Value());
    const QString body = nameOf(m_document.base(), Body::type.id, m_body);
    const QString day = valueToShown(Value(*on));
    const Step step = builder.step(m_isNew ? tr("Added a meeting of %1 on %2").arg(body, day)
                                           : tr("Edited the meeting of %1 on %2").arg(body, day));
    if (!step.changes.isEmpty() && !m_document.commitToBase(step))
        return Error{m_document.lastRefusal()};
    return Done{};
}

} // namespace placewright
