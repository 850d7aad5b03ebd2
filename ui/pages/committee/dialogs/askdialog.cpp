#include "ui/pages/committee/dialogs/askdialog.h"

#include "core/model/value.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualWidth = 520;
constexpr int dateWidth = 170;

} // namespace

AskDialog::AskDialog(const QString& title, const QString& doIt, QWidget* parent)
    : QDialog(parent)
    , m_column(new QVBoxLayout)
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_do(m_buttons->addButton(doIt, QDialogButtonBox::AcceptRole))
{
    setWindowTitle(title);
    resize(usualWidth, 0);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_do->setObjectName(u"doIt"_s);
    m_do->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &AskDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &AskDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(space::between);
    m_column->setSpacing(space::between);
    layout->addLayout(m_column, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
}

// Fields are made after the buttons, and come before them by Tab.
void AskDialog::setAct(const std::function<Outcome()>& act)
{
    m_act = act;
    QWidget* first = nullptr;
    QWidget* last = nullptr;
    for (QWidget* field = nextInFocusChain(); field != this; field = field->nextInFocusChain()) {
        if (!(field->focusPolicy() & Qt::TabFocus) || m_buttons->isAncestorOf(field))
            continue;
        if (!first && field->isEnabled())
            first = field;
        last = field;
    }
    if (!last)
        return;
    for (QAbstractButton* button : m_buttons->buttons()) {
        setTabOrder(last, button);
        last = button;
    }
    if (first && !focusWidget())
        first->setFocus(Qt::TabFocusReason);
}

QFormLayout* AskDialog::form()
{
    if (!m_form) {
        m_form = new QFormLayout;
        m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
        m_form->setVerticalSpacing(space::medium);
        m_column->addLayout(m_form);
    }
    return m_form;
}

QLabel* AskDialog::addSentence(const QString& text, bool strong)
{
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (strong)
        label->setFont(textFont(TextSize::Body, TextWeight::Strong));
    addWide(label);
    return label;
}

void AskDialog::addWide(QWidget* widget, int stretch)
{
    m_column->addWidget(widget, stretch);
    m_form = nullptr; // what follows stands below it
}

QLineEdit* AskDialog::addText(const QString& label, const QString& objectName, const QString& text)
{
    auto* edit = new QLineEdit(text, this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(label);
    form()->addRow(label, edit);
    return edit;
}

QLineEdit* AskDialog::addDate(const QString& label, const QString& objectName, const QDate& date)
{
    QLineEdit* edit = addText(label, objectName, date.isValid() ? valueToShown(Value(date)) : QString());
    edit->setMaximumWidth(dateWidth);
    edit->setPlaceholderText(tr("12 March 2026", "how a date is typed"));
    return edit;
}

QComboBox* AskDialog::addChoice(const QString& label, const QString& objectName)
{
    auto* box = new QComboBox(this);
    box->setObjectName(objectName);
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    form()->addRow(label, box);
    return box;
}

QCheckBox* AskDialog::addCheck(const QString& text, const QString& objectName)
{
    auto* check = new QCheckBox(text, this);
    check->setObjectName(objectName);
    form()->addRow(QString(), check);
    return check;
}

void AskDialog::setMainText(const QString& text)
{
    m_do->setText(text);
}

void AskDialog::setPossible(const QString& whyNot)
{
    m_do->setEnabled(whyNot.isEmpty());
    m_do->setToolTip(whyNot);
}

void AskDialog::fill(QComboBox& box, const Field& field, const QString& empty)
{
    box.clear();
    if (!empty.isNull())
        box.addItem(empty, QString());
    for (const Choice& choice : field.choices.fixed)
        box.addItem(labelOfChoice(field, choice.value), QString(choice.value));
}

Result<QDate> AskDialog::dateIn(const QLineEdit& edit, bool optional)
{
    const QString text = edit.text().trimmed();
    if (text.isEmpty()) {
        if (optional)
            return QDate();
        return Error{tr("%1: a day is needed, for example 12 March 2026.").arg(edit.accessibleName())};
    }
    const Result<Value> value = valueFromTyped(ValueType::Date, text);
    if (!value)
        return value.error();
    return value->date();
}

void AskDialog::accept()
{
    const Outcome done = m_act ? m_act() : Outcome(Done{});
    if (done) {
        QDialog::accept();
        return;
    }
    say(done.error().text);
}

QString AskDialog::problem() const
{
    return m_problem->text();
}

void AskDialog::say(const QString& sentence)
{
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, tokensOf(this).wrong);
    m_problem->setPalette(palette);
    m_problem->setText(sentence);
    m_problem->show();
}

} // namespace placewright
