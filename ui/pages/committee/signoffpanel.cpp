#include "ui/pages/committee/signoffpanel.h"

#include "core/plan/edit.h"
#include "ui/pages/committee/dialogs/changedsincedialog.h"
#include "ui/pages/committee/dialogs/signdialogs.h"
#include "ui/report/boardpaper.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QPushButton* namedButton(const QString& text, const QString& objectName, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    return button;
}

// The organisations that one required signature stands for; a null id: the Health and Wellbeing Board.
QList<Id> organisationsOf(const Plan& base, const RequiredSignatory& required)
{
    if (required.organisation.isEmpty())
        return {Id()};
    QList<Id> partners;
    for (const Partner& partner : base.partners)
        if (partner.kind == required.organisation)
            partners.append(partner.id);
    return partners;
}

} // namespace

SignOffPanel::SignOffPanel(const CommitteeContext& context, Grid* grid, SignatoriesModel& model,
                           QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_model(model)
    , m_signatories(grid)
    , m_sign(namedButton(tr("Sign…"), u"signPlan"_s, this))
    , m_dates(namedButton(tr("Submission dates…"), u"submissionDates"_s, this))
    , m_required(namedButton(tr("Add who must sign"), u"addSignatories"_s, this))
    , m_submission(new QLabel(this))
{
    setObjectName(u"signOffPanel"_s);
    grid->view()->setFitsRows(true);
    setGrid(grid);
    for (QPushButton* button : {m_required, m_dates, m_sign})
        addTool(button);
    m_submission->setObjectName(u"submissionWords"_s);
    m_submission->setWordWrap(true);
    setFooter(m_submission);
    connect(m_sign, &QPushButton::clicked, this, &SignOffPanel::sign);
    connect(m_dates, &QPushButton::clicked, this, &SignOffPanel::editSubmission);
    connect(m_required, &QPushButton::clicked, this, &SignOffPanel::addRequired);
    connect(grid->view(), &GridView::linkActivated, this, &SignOffPanel::showChanges);
}

const Rulebook* SignOffPanel::rulebook() const
{
    const FinancialYear* found = base().years.find(year());
    return found ? document().shelf().rulebookOf(*found) : nullptr;
}

// Reads the plans that versions kept: only when something was committed since.
const SinceVersions& SignOffPanel::since()
{
    const QByteArray head = document().headHash();
    if (m_sinceHead != head || m_sinceYear != year()) {
        m_since = sinceSigned(document().tree(), document().shelf(), year());
        m_sinceHead = head;
        m_sinceYear = year();
    }
    return m_since;
}

void SignOffPanel::refresh()
{
    const QList<SignOffState> states = signOffsOf(base(), document().shelf(), year());
    const SinceVersions& changed = since();
    m_model.show(year(), states, changed);
    const Rulebook* rules = rulebook();
    const std::optional<RequiredSignatures> required =
        rules ? requiredSignatures(*rules) : std::optional<RequiredSignatures>();
    setTitle(states.isEmpty() ? tr("Nobody is named to sign the plan yet")
                              : signOffHeadline(states, changed, document().journal()));
    setCaption(signOffCaption(states, year().text(), required ? required->due : QDate()));
    m_submission->setText(submissionWords());
    refreshButtons(states);
}

void SignOffPanel::refreshButtons(const QList<SignOffState>& states)
{
    const bool canEdit = !document().isReadOnly();
    const bool isFrozen = latestVersion(base(), year());
    m_sign->setEnabled(canEdit && isFrozen && !states.isEmpty());
    m_sign->setToolTip(!isFrozen          ? tr("Freeze a version first: that is what is signed.")
                       : states.isEmpty() ? tr("Say first who signs.")
                                          : QString());
    m_dates->setEnabled(canEdit && base().years.contains(year()));
    m_required->setVisible(!missing().isEmpty());
    m_required->setEnabled(canEdit);
    m_required->setToolTip(tr("The organisations and roles that the year’s rulebook names"));
}

QString SignOffPanel::submissionWords() const
{
    const Submission* submission = submissionOf(base(), year());
    const auto day = [](QDate date) { return valueToShown(Value(date)); };
    QStringList said;
    said.append(submission && submission->submittedOn.isValid()
                    ? tr("Submitted on %1.").arg(day(submission->submittedOn))
                    : tr("Not submitted yet."));
    if (submission && submission->approvedOn.isValid())
        said.append(
            submission->minute.isEmpty()
                ? tr("Approved by the Health and Wellbeing Board on %1.").arg(day(submission->approvedOn))
                : tr("Approved by the Health and Wellbeing Board on %1 (minute %2).")
                      .arg(day(submission->approvedOn), submission->minute));
    else if (submission && submission->approvalExpectedOn.isValid())
        said.append(tr("Approval by the Health and Wellbeing Board is expected on %1.")
                        .arg(day(submission->approvalExpectedOn)));
    return said.join(u' ');
}

bool SignOffPanel::showSignatory(const Id& id)
{
    const QModelIndex cell = m_model.indexOf(id);
    if (!cell.isValid())
        return false;
    m_signatories->view()->selectIds({});
    m_signatories->view()->setCurrentIndex(m_signatories->view()->shownIndex(cell));
    m_signatories->view()->setFocus();
    return true;
}

void SignOffPanel::freeze()
{
    FreezeDialog dialog(document(), year().text(), this);
    dialog.exec();
}

// For the row of the table with the cursor, else for the first that has not signed.
void SignOffPanel::sign()
{
    Id signatory = m_model.signatoryAt(m_signatories->view()->currentCell());
    if (signatory.isNull())
        for (const SignOffState& state : signOffsOf(base(), document().shelf(), year()))
            if (!state.signature && signatory.isNull())
                signatory = state.signatory;
    SignDialog dialog(document(), year().text(), signatory, this);
    dialog.exec();
}

void SignOffPanel::editSubmission()
{
    SubmissionDialog dialog(document(), year().text(), this);
    dialog.exec();
}

QList<std::pair<Id, RequiredSignatory>> SignOffPanel::missing() const
{
    QList<std::pair<Id, RequiredSignatory>> missing;
    const Rulebook* rules = rulebook();
    const auto required = rules ? requiredSignatures(*rules) : std::nullopt;
    if (!required)
        return missing;
    for (const RequiredSignatory& one : required->signatories)
        for (const Id& partner : organisationsOf(base(), one)) {
            const auto isIt = [&](const Signatory& signatory) {
                return signatory.year == year() && signatory.partner == partner && signatory.role == one.role;
            };
            if (std::none_of(base().signatories.begin(), base().signatories.end(), isIt))
                missing.append({partner, one});
        }
    return missing;
}

void SignOffPanel::addRequired()
{
    StepBuilder builder(base());
    for (const auto& [partner, required] : missing()) {
        const Id id = document().author().ids();
        builder.add(Signatory::type.id, id)
            .set(Signatory::type.id, id, u"year", Value(year()))
            .set(Signatory::type.id, id, u"partner", Value(partner))
            .set(Signatory::type.id, id, u"role", Value(required.role));
        if (required.delegable)
            builder.set(Signatory::type.id, id, u"delegable", Value::flag(true));
    }
    document().commitToBase(builder.step(tr("Added who must sign")));
}

void SignOffPanel::showChanges(const QModelIndex& cell)
{
    const SignOffState* state = m_model.stateOf(m_model.signatoryAt(cell));
    if (!state || !state->version || !m_since.contains(state->version->id))
        return;
    const FrozenVersion version = *state->version;
    ChangedSinceDialog dialog(document(), version, m_since.value(version.id), this);
    dialog.exec();
}

} // namespace placewright
