#include "ui/pages/committee/dialogs/resolutiondialogs.h"

#include "core/evaluate/committeerecord.h"
#include "core/plan/names.h"
#include "core/words/committeewords.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/committee/resolutiontable.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize applySize(640, 480);

QString nameOfResolution(const Plan& base, const Id& id)
{
    const Resolution* resolution = base.resolutions.find(id);
    return resolution ? resolution->name : QString();
}

Outcome recorded(PlanDocument& document, const Result<Step>& step)
{
    if (!step)
        return step.error();
    return document.record(*step) ? Outcome(Done{}) : Outcome(Error{document.lastRefusal()});
}

} // namespace

OutcomeDialog::OutcomeDialog(PlanDocument& document, const ResolutionReview& review, const QDate& on,
                             QWidget* parent)
    : AskDialog(tr("Record the outcome"), tr("Record the outcome"), parent)
    , m_document(document)
    , m_review(review)
{
    setObjectName(u"outcomeDialog"_s);
    const Plan& base = document.base();
    addSentence(nameOfResolution(base, review.resolution), true);
    addSentence(outcomeInWords(base, review))->setObjectName(u"outcomeWords"_s);
    addSentence(reasonInWords(base, review));
    m_on = addDate(tr("On"), u"outcomeOn"_s, on);
    m_minute = addText(tr("Minute"), u"outcomeMinute"_s);
    m_minute->setFocus();
    setAct([this] { return recordIt(); });
}

Outcome OutcomeDialog::recordIt()
{
    const Result<QDate> on = dateIn(*m_on);
    if (!on)
        return on.error();
    const Plan& base = m_document.base();
    const ResolutionReview review = reviewResolution(base, m_document.shelf(), m_review.resolution, *on);
    return recorded(m_document, recordOutcome(base, m_document.shelf(), review.resolution, *on,
                                              m_minute->text().trimmed(), reasonInWords(base, review),
                                              m_document.author().ids));
}

ReplyDialog::ReplyDialog(PlanDocument& document, const ResolutionReview& review, const QDate& on,
                         QWidget* parent)
    : AskDialog(tr("Record an answer"), tr("Record the answer"), parent)
    , m_document(document)
    , m_resolution(review.resolution)
{
    setObjectName(u"replyDialog"_s);
    const Plan& base = document.base();
    addSentence(nameOfResolution(base, review.resolution), true);
    m_partner = addChoice(tr("Partner"), u"replyPartner"_s);
    for (const Id& partner : review.recommendTo)
        m_partner->addItem(nameOf(base, Partner::type.id, partner), partner.text());
    for (int i = m_partner->count() - 1; i >= 0; --i) // first who has not answered
        if (!lastReply(base, m_resolution, Id(m_partner->itemData(i).toString())))
            m_partner->setCurrentIndex(i);
    m_answer = addChoice(tr("Answer"), u"replyAnswer"_s);
    fill(*m_answer, *RecommendationReply::type.field(u"answer"));
    m_on = addDate(tr("On"), u"replyOn"_s, on);
    m_minute = addText(tr("Minute"), u"replyMinute"_s);
    setAct([this] { return recordIt(); });
}

Outcome ReplyDialog::recordIt()
{
    const Result<QDate> on = dateIn(*m_on);
    if (!on)
        return on.error();
    return recorded(m_document,
                    recordReply(m_document.base(), m_resolution, Id(m_partner->currentData().toString()),
                                m_answer->currentData().toString(), *on, m_minute->text().trimmed(),
                                m_document.author().ids));
}

ApplyDialog::ApplyDialog(PlanDocument& document, const ResolutionReview& review, const QDate& on,
                         QWidget* parent)
    : AskDialog(tr("Apply to the plan"), tr("Apply to the plan"), parent)
    , m_document(document)
    , m_resolution(review.resolution)
{
    setObjectName(u"applyDialog"_s);
    resize(applySize);
    const Plan& base = document.base();
    addSentence(nameOfResolution(base, m_resolution), true);
    addSentence(tr("This will change in the base. It goes on the record, and undo does not take it back."));
    const ResolutionChanges changes = changesOf(base, document.shelf(), *base.resolutions.find(m_resolution));
    auto* model = new ShownModel(this);
    model->setTable(changes.columns, changes.rows);
    auto* grid = new Grid(model, this);
    grid->view()->setObjectName(u"applyGrid"_s);
    grid->view()->setAccessibleName(tr("What will change"));
    grid->view()->setRowSelection(true);
    addWide(grid, 1);
    if (!changes.others.isEmpty())
        addSentence(changes.others.join(u'\n'));
    m_on = addDate(tr("On"), u"applyOn"_s, on);
    m_reason = addText(tr("Note"), u"applyReason"_s);
    if (!review.amount.isZero())
        setMainText(tr("Apply %1").arg(formatMoney(review.amount)));
    m_on->setFocus();
    setAct([this] { return applyThem(); });
}

Outcome ApplyDialog::applyThem()
{
    const Result<QDate> on = dateIn(*m_on);
    if (!on)
        return on.error();
    return recorded(m_document, recordApplication(m_document.base(), m_document.shelf(), m_resolution, *on,
                                                  m_reason->text().trimmed(), m_document.author().ids));
}

ReopenDialog::ReopenDialog(PlanDocument& document, const ResolutionReview& review, const QDate& on,
                           QWidget* parent)
    : AskDialog(tr("Reopen the item"), tr("Reopen it"), parent)
    , m_document(document)
    , m_resolution(review.resolution)
{
    setObjectName(u"reopenDialog"_s);
    addSentence(nameOfResolution(document.base(), m_resolution), true);
    const QString why = reasonToReopen(document.base(), review);
    if (!why.isEmpty())
        addSentence(tr("%1 Nothing is applied.").arg(why))->setObjectName(u"reopenWords"_s);
    addSentence(tr("The resolution is put to the vote again. What was recorded stays on the record."));
    m_on = addDate(tr("On"), u"reopenOn"_s, on);
    m_reason = addText(tr("Why"), u"reopenReason"_s);
    m_reason->setText(why);
    m_reason->setFocus();
    setAct([this] { return reopen(); });
}

Outcome ReopenDialog::reopen()
{
    const Result<QDate> on = dateIn(*m_on);
    if (!on)
        return on.error();
    if (m_reason->text().trimmed().isEmpty())
        return Error{tr("Say why it is reopened.")};
    return recorded(m_document, recordReopening(m_document.base(), m_resolution, *on,
                                                m_reason->text().trimmed(), m_document.author().ids));
}

} // namespace placewright
