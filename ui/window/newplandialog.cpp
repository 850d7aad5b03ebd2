#include "ui/window/newplandialog.h"

#include "core/exchange/builtinrulebooks.h"
#include "core/place/place.h"

#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

// The financial year that a plan made now is for: from January on, the one that starts in April.
QString nextYear(const QDate& today)
{
    const int start = today.month() >= 10 ? today.year() + 1 : today.year();
    return u"%1-%2"_s.arg(start).arg((start + 1) % 100, 2, 10, QChar(u'0'));
}

} // namespace

NewPlanDialog::NewPlanDialog(QWidget* parent)
    : QDialog(parent)
    , m_place(new QLineEdit(this))
    , m_board(new QLineEdit(this))
    , m_council(new QLineEdit(this))
    , m_icbs(new QPlainTextEdit(this))
    , m_year(new QLineEdit(nextYear(QDate::currentDate()), this))
    , m_years(new QSpinBox(this))
    , m_rulebook(new QComboBox(this))
{
    setWindowTitle(tr("New plan"));
    setObjectName(u"newPlanDialog"_s);
    m_place->setObjectName(u"place"_s);
    m_council->setObjectName(u"council"_s);
    m_icbs->setObjectName(u"icbs"_s);
    m_year->setObjectName(u"firstYear"_s);
    m_board->setPlaceholderText(tr("named after the place when left empty"));
    m_icbs->setFixedHeight(70);
    m_icbs->setTabChangesFocus(true);
    m_years->setRange(1, 5);
    m_rulebook->addItem(tr("none"), QString());
    const QMap<QString, QByteArray> rulebooks = builtInRulebooks();
    for (auto book = rulebooks.cbegin(); book != rulebooks.cend(); ++book)
        m_rulebook->addItem(book.key(), book.key());
    m_rulebook->setCurrentIndex(m_rulebook->findData(u"2025-26"_s));

    auto* form = new QFormLayout(this);
    form->addRow(tr("Place"), m_place);
    form->addRow(tr("Health and Wellbeing Board"), m_board);
    form->addRow(tr("Council"), m_council);
    form->addRow(tr("Integrated care boards, one a line"), m_icbs);
    form->addRow(tr("First year"), m_year);
    form->addRow(tr("Years"), m_years);
    form->addRow(tr("Rules"), m_rulebook);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make = buttons->addButton(tr("Make the plan"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QLineEdit* field : {m_place, m_council, m_year})
        connect(field, &QLineEdit::textChanged, this, &NewPlanDialog::refresh);
    refresh();
}

NewPlan NewPlanDialog::plan() const
{
    NewPlan plan;
    plan.place = m_place->text();
    plan.board = m_board->text();
    plan.council = m_council->text();
    plan.icbs = m_icbs->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    plan.firstYear = m_year->text().trimmed();
    plan.years = m_years->value();
    plan.rulebook = m_rulebook->currentData().toString();
    return plan;
}

void NewPlanDialog::refresh()
{
    m_make->setEnabled(!m_place->text().trimmed().isEmpty() && !m_council->text().trimmed().isEmpty() &&
                       isYearName(m_year->text().trimmed()));
}

} // namespace placewright
