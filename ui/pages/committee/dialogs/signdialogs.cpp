#include "ui/pages/committee/dialogs/signdialogs.h"

#include "core/evaluate/committeerecord.h"
#include "core/evaluate/signoffs.h"
#include "core/plan/edit.h"
#include "core/plan/names.h"
#include "ui/report/frozenversion.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

const Submission& submissionOrEmpty(const Plan& base, const QString& year)
{
    static const Submission none;
    const Submission* found = submissionOf(base, Id(year));
    return found ? *found : none;
}

} // namespace

FreezeDialog::FreezeDialog(PlanDocument& document, const QString& year, QWidget* parent)
    : AskDialog(tr("Freeze a version"), tr("Freeze it"), parent)
    , m_document(document)
    , m_year(year)
{
    setObjectName(u"freezeDialog"_s);
    const FrozenVersion* last = latestVersion(document.base(), Id(year));
    const qint64 number = last ? last->number.value_or(0) + 1 : 1;
    setMainText(tr("Freeze version %1").arg(number));
    addSentence(tr("Version %1 of the %2 plan").arg(number).arg(year), true);
    addSentence(tr("The base is kept as it stands, with its evaluation and its paper, and the hash of the "
                   "journal. A frozen version never changes; later edits make a new one."));
    m_on = addDate(tr("On"), u"freezeOn"_s, document.author().now().date());
    m_note = addText(tr("Note"), u"freezeNote"_s);
    m_on->setFocus();
    setAct([this] { return freeze(); });
}

Outcome FreezeDialog::freeze()
{
    const Result<QDate> on = dateIn(*m_on);
    if (!on)
        return on.error();
    QApplication::setOverrideCursor(Qt::WaitCursor); // the paper takes a moment
    const Outcome done = freezeVersion(m_document, m_year, *on, m_note->text().trimmed());
    QApplication::restoreOverrideCursor();
    return done;
}

SignDialog::SignDialog(PlanDocument& document, const QString& year, const Id& signatory, QWidget* parent)
    : AskDialog(tr("Sign the plan"), tr("Record the signature"), parent)
    , m_document(document)
    , m_signatory(addChoice(tr("For"), u"signFor"_s))
    , m_version(addChoice(tr("Version"), u"signVersion"_s))
    , m_on(addDate(tr("Signed on"), u"signOn"_s, document.author().now().date()))
    , m_person(addText(tr("Who signs"), u"signPerson"_s))
    , m_capacity(addChoice(tr("In the capacity of"), u"signCapacity"_s))
    , m_delegatedBy(addText(tr("Delegated by"), u"signDelegatedBy"_s))
    , m_note(addText(tr("Note"), u"signNote"_s))
{
    setObjectName(u"signDialog"_s);
    addSentence(tr("A signature is never changed. A later one of the same signatory counts in its place."));
    const Plan& base = document.base();
    for (const Signatory& one : base.signatories)
        if (one.year == Id(year))
            m_signatory->addItem(nameOf(base, Signatory::type.id, one.id), one.id.text());
    m_signatory->setCurrentIndex(std::max(0, m_signatory->findData(signatory.text())));
    for (const FrozenVersion& version : base.frozenVersions)
        if (version.year == Id(year))
            m_version->insertItem(0,
                                  tr("version %1, frozen %2")
                                      .arg(version.number.value_or(0))
                                      .arg(valueToShown(Value(version.on))),
                                  version.id.text());
    m_version->setCurrentIndex(0);
    fill(*m_capacity, *SignOff::type.field(u"capacity"));
    m_delegatedBy->setPlaceholderText(tr("minute or letter, where somebody else signs"));
    connect(m_signatory, &QComboBox::currentIndexChanged, this, &SignDialog::refresh);
    refresh();
    setAct([this] { return sign(); });
    m_on->setFocus();
}

void SignDialog::refresh()
{
    const Plan& base = m_document.base();
    const Signatory* signatory = base.signatories.find(Id(m_signatory->currentData().toString()));
    if (!signatory)
        return;
    m_person->setText(signatory->person.isNull() ? QString() : personName(base, signatory->person));
    m_capacity->setCurrentIndex(std::max(0, m_capacity->findData(signatory->role)));
    const bool isDelegable = mayDelegate(base, m_document.shelf(), *signatory);
    m_delegatedBy->setEnabled(isDelegable);
    m_delegatedBy->setToolTip(isDelegable ? QString() : tr("This signature cannot be delegated."));
}

Outcome SignDialog::sign()
{
    const Result<QDate> on = dateIn(*m_on);
    if (!on)
        return on.error();
    if (m_version->currentIndex() < 0)
        return Error{tr("There is no frozen version to sign. Freeze one first.")};
    QMap<Id, QString> people;
    Signature signature;
    signature.signatory = Id(m_signatory->currentData().toString());
    signature.version = Id(m_version->currentData().toString());
    signature.on = *on;
    signature.person = m_document.personNamed(m_person->text(), people);
    signature.capacity = m_capacity->currentData().toString();
    signature.delegatedBy = m_delegatedBy->isEnabled() ? m_delegatedBy->text().trimmed() : QString();
    signature.note = m_note->text().trimmed();
    const Result<Step> step =
        recordSignature(m_document.base(), m_document.shelf(), signature, m_document.author().ids);
    if (!step)
        return step.error();
    return m_document.record(*step, {}, people) ? Outcome(Done{}) : Outcome(Error{m_document.lastRefusal()});
}

SubmissionDialog::SubmissionDialog(PlanDocument& document, const QString& year, QWidget* parent)
    : AskDialog(tr("Submission and approval, %1").arg(year), tr("Keep the dates"), parent)
    , m_document(document)
    , m_year(year)
{
    setObjectName(u"submissionDialog"_s);
    const Submission& now = submissionOrEmpty(document.base(), year);
    const auto label = [](QAnyStringView field) { return labelOf(*Submission::type.field(field)); };
    m_submitted = addDate(label(u"submittedOn"), u"submittedOn"_s, now.submittedOn);
    m_expected = addDate(label(u"approvalExpectedOn"), u"approvalExpectedOn"_s, now.approvalExpectedOn);
    m_approved = addDate(label(u"approvedOn"), u"approvedOn"_s, now.approvedOn);
    m_minute = addText(label(u"minute"), u"submissionMinute"_s, now.minute);
    m_note = addText(label(u"note"), u"submissionNote"_s, now.note);
    addSentence(
        tr("The plan may go in before the Health and Wellbeing Board approves it; both days are kept."));
    setAct([this] { return keep(); });
    m_submitted->setFocus();
}

Outcome SubmissionDialog::keep()
{
    const Submission* before = submissionOf(m_document.base(), Id(m_year));
    const Id id = before ? before->id : m_document.author().ids();
    StepBuilder builder(m_document.base());
    if (!before)
        builder.add(Submission::type.id, id).set(Submission::type.id, id, u"year", Value(Id(m_year)));
    const std::pair<QLatin1StringView, const QLineEdit*> dates[] = {
        {QLatin1StringView("submittedOn"), m_submitted},
        {QLatin1StringView("approvalExpectedOn"), m_expected},
        {QLatin1StringView("approvedOn"), m_approved},
    };
    for (const auto& [field, edit] : dates) {
        const Result<QDate> date = dateIn(*edit, true);
        if (!date)
            return Error{tr("%1: %2").arg(edit->accessibleName(), date.error().text)};
        builder.set(Submission::type.id, id, field, date->isValid() ? Value(*date) : Value());
    }
    builder.set(Submission::type.id, id, u"minute", Value(m_minute->text().trimmed()));
    builder.set(Submission::type.id, id, u"note", Value(m_note->text().trimmed()));
    if (!m_document.commitToBase(builder.step(tr("Submission and approval, %1").arg(m_year))))
        return Error{m_document.lastRefusal()};
    return Done{};
}

} // namespace placewright
