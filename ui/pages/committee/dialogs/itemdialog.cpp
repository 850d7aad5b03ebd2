#include "ui/pages/committee/dialogs/itemdialog.h"

#include "ui/pages/form/fieldform.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(680, 560);

} // namespace

ItemDialog::ItemDialog(PlanDocument& document, const Id& item, QWidget* parent)
    : QDialog(parent)
    , m_form(new FieldForm(document, AgendaItem::type, this))
{
    setWindowTitle(tr("Agenda item"));
    setObjectName(u"itemDialog"_s);
    resize(usualSize);
    for (const char* field : {"title", "number", "paper", "result"})
        m_form->addField(QLatin1StringView(field));
    m_form->addHeading(tr("Minutes"));
    for (const char* field :
         {"note", "closedNote", "confidential", "reasons", "alternatives", "scrutinyConsidered"})
        m_form->addField(QLatin1StringView(field));
    m_form->addHeading(tr("Call-in"));
    for (const char* field : {"keyDecision", "callInEnds", "calledIn"})
        m_form->addField(QLatin1StringView(field));
    m_form->setEmptyChoice(QLatin1StringView("result"), tr("not reached, or a resolution"));
    m_form->setEntity(item, {});
    connect(&document, &PlanDocument::changed, m_form, &FieldForm::refresh);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAutoDefault(false); // Enter keeps a field
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_form, 1);
    layout->addWidget(buttons);
    m_form->focusField(u"title");
}

} // namespace placewright
