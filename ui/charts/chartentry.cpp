#include "ui/charts/chartentry.h"

#include "ui/charts/chart.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace placewright {

ChartEntry::ChartEntry(Chart* chart, const QString& hint)
    : QWidget(chart)
    , m_chart(chart)
    , m_hintText(hint)
    , m_row(new QHBoxLayout)
    , m_hint(new QLabel(hint, this))
    , m_problem(new QLabel(this))
{
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_problem->setWordWrap(true);
    m_problem->hide();

    m_row->setSpacing(space::medium);
    m_row->addWidget(m_hint, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(m_row);
    layout->addWidget(m_problem);

    connect(chart, &Chart::marksChanged, this, [this] { refresh(); });
    refreshLook();
}

QLabel* ChartEntry::addText(const QString& text)
{
    auto* label = new QLabel(text, this);
    m_row->insertWidget(m_row->count() - 1, label);
    m_texts.append(label);
    refreshLook();
    return label;
}

QLineEdit* ChartEntry::addField(const QString& widest)
{
    auto* edit = new QLineEdit(this);
    edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    edit->installEventFilter(this);
    m_row->insertWidget(m_row->count() - 1, edit);
    if (!m_texts.isEmpty())
        m_texts.last()->setBuddy(edit);
    const auto at = static_cast<int>(m_fields.size());
    m_fields.append({edit, widest, {}});
    connect(edit, &QLineEdit::editingFinished, this, [this, at] { apply(at); });
    connect(edit, &QLineEdit::textEdited, this, [this, at] { showProblem(at, {}); });
    refreshLook();
    return edit;
}

QComboBox* ChartEntry::addChoice()
{
    constexpr int shortest = 8; // letters; it gives way before figures do
    auto* choice = new QComboBox(this);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->setMinimumWidth(shortest * fontMetrics().averageCharWidth() + space::large);
    choice->installEventFilter(this);
    m_row->insertWidget(m_row->count() - 1, choice);
    m_choices.append(choice);
    return choice;
}

void ChartEntry::setChoices(QComboBox* choice, const QStringList& texts)
{
    bool same = choice->count() == texts.size();
    for (int i = 0; i < choice->count() && same; ++i)
        same = choice->itemText(i) == texts.at(i);
    if (same)
        return;
    choice->clear();
    choice->addItems(texts);
}

void ChartEntry::setHint(const QString& hint)
{
    m_hintText = hint;
    fitHint();
}

QString ChartEntry::words() const
{
    QStringList parts;
    for (int i = 0; i < m_row->count(); ++i) {
        const QWidget* widget = m_row->itemAt(i)->widget();
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && label != m_hint)
            parts.append(label->text());
        else if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
            parts.append(edit->text());
        else if (const auto* choice = qobject_cast<const QComboBox*>(widget))
            parts.append(choice->currentText());
    }
    return parts.join(u' ');
}

QString ChartEntry::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void ChartEntry::startTyping()
{
    field()->setFocus(Qt::ShortcutFocusReason);
    field()->selectAll();
}

bool ChartEntry::isTyped(int at) const
{
    return field(at)->isModified();
}

void ChartEntry::setShown(int at, const QString& text)
{
    m_fields[at].shown = text;
    field(at)->setText(text);
    showProblem(at, {});
}

void ChartEntry::apply(int at)
{
    if (!field(at)->isModified() || field(at)->text() == m_fields.at(at).shown)
        return;
    const QString problem = ask(at, field(at)->text());
    showProblem(at, problem);
    if (problem.isEmpty())
        restore();
}

void ChartEntry::restore()
{
    for (const Field& one : std::as_const(m_fields))
        one.edit->setModified(false);
    refresh();
}

void ChartEntry::showProblem(int at, const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    for (const Field& one : std::as_const(m_fields)) {
        const bool wrong = one.edit == field(at) && !problem.isEmpty();
        one.edit->setProperty(invalidProperty, wrong);
        one.edit->setAccessibleDescription(wrong ? problem : QString());
        one.edit->update();
    }
}

bool ChartEntry::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        (qobject_cast<QLineEdit*>(watched) || qobject_cast<QComboBox*>(watched))) {
        restore();
        m_chart->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChartEntry::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHint();
}

void ChartEntry::fitHint()
{
    int taken = space::medium;
    for (const QLabel* text : std::as_const(m_texts))
        taken += text->sizeHint().width() + space::medium;
    for (const Field& one : std::as_const(m_fields))
        taken += one.edit->width() + space::medium;
    for (const QComboBox* choice : std::as_const(m_choices))
        taken += choice->sizeHint().width() + space::medium;
    const bool fits = width() - taken > QFontMetrics(m_hint->font()).horizontalAdvance(m_hintText);
    m_hint->setText(fits ? m_hintText : QString());
}

void ChartEntry::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange ||
        event->type() == QEvent::FontChange)
        refreshLook();
}

void ChartEntry::refreshLook()
{
    const Tokens& tokens = tokensOf(this);
    const auto colour = [](QLabel* label, const QColor& ink) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, ink);
        label->setPalette(palette);
    };
    for (QLabel* label : std::as_const(m_texts))
        colour(label, tokens.text2);
    colour(m_hint, tokens.text2);
    colour(m_problem, tokens.wrong);
    m_hint->setFont(textFont(TextSize::Caption));
    m_problem->setFont(textFont(TextSize::Caption));
    const QFontMetrics figures(figureFont(TextSize::Body));
    for (const Field& one : std::as_const(m_fields))
        one.edit->setFixedWidth(figures.horizontalAdvance(one.widest) + 2 * space::inside);
}

} // namespace placewright
