#include "ui/pages/form/fieldform.h"

#include "core/plan/names.h"
#include "ui/models/typing.h"
#include "ui/models/whatiskept.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr int labelWidth = 140;
constexpr int markWidth = 20;
constexpr int figureWidth = 130;
constexpr int dateWidth = 170;

bool isText(const Field& field)
{
    return field.type == ValueType::Text || field.type == ValueType::Person;
}

// A scenario has no committee of its own.
const Plan& planOf(const PlanDocument& document, const EntityType& type)
{
    return type.keeping == Keeping::Anywhere ? document.plan() : document.base();
}

int widthFor(const Field& field)
{
    return field.type == ValueType::Date ? dateWidth : figureWidth;
}

} // namespace

FieldForm::FieldForm(PlanDocument& document, const EntityType& type, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_type(type)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(space::inside, space::small, space::inside, space::medium);
    m_grid->setHorizontalSpacing(space::medium);
    m_grid->setVerticalSpacing(space::small);
    m_grid->setColumnMinimumWidth(1, labelWidth);
    m_grid->setColumnStretch(2, 1);
}

QLabel* FieldForm::addHeading(const QString& text)
{
    auto* heading = new QLabel(text, this);
    heading->setContentsMargins(0, m_headings.isEmpty() ? 0 : space::medium, 0, 0);
    m_headings.append(heading);
    placeHeading(heading, m_grid->rowCount());
    refreshLook();
    return heading;
}

void FieldForm::placeHeading(QLabel* heading, int row)
{
    const int column = m_isMarked ? 0 : 1;
    m_grid->addWidget(heading, row, column, 1, 3 - column);
}

QLabel* FieldForm::makeLabel(const QString& text)
{
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setFixedWidth(labelWidth);
    return label;
}

FieldForm::Row FieldForm::makeRow(QLatin1StringView id)
{
    Row row;
    row.field = m_type.field(id);
    row.mark = new QLabel(this);
    row.mark->setFixedWidth(markWidth);
    row.mark->hide();
    row.editor = makeEditor(*row.field);
    row.editor->setObjectName(u"%1.%2"_s.arg(QString(m_type.id), QString(id)));
    row.editor->setAccessibleName(labelOf(*row.field));
    row.editor->setToolTip(row.field->help ? helpOf(*row.field) : QString());
    row.note = new QLabel(this);
    row.note->setObjectName(row.editor->objectName() + u".note"_s);
    row.problem = new QLabel(this);
    row.problem->setWordWrap(true);
    row.problem->setObjectName(row.editor->objectName() + u".problem"_s);
    row.problem->hide();
    return row;
}

void FieldForm::addField(QLatin1StringView id, const QString& label)
{
    Row row = makeRow(id);
    row.label = makeLabel(label.isEmpty() ? labelOf(*row.field) : label);
    row.label->setBuddy(row.editor);
    row.editor->setAccessibleName(row.label->text());
    row.note->setWordWrap(true);

    const int at = m_grid->rowCount();
    m_grid->addWidget(row.mark, at, 0);
    m_grid->addWidget(row.label, at, 1);
    auto* beside = new QHBoxLayout;
    beside->setSpacing(space::medium);
    beside->addWidget(row.editor, isText(*row.field) ? 1 : 0);
    if (isText(*row.field))
        row.note->hide();
    else
        beside->addWidget(row.note, 1);
    m_grid->addLayout(beside, at, 2);
    m_grid->addWidget(row.problem, at + 1, 2);
    m_rows.append(row);
    refreshLook();
}

void FieldForm::addFields(const QString& text, const QList<FormField>& fields)
{
    const int at = m_grid->rowCount();
    QLabel* label = makeLabel(text);
    m_grid->addWidget(label, at, 1);
    auto* beside = new QHBoxLayout;
    beside->setSpacing(space::small);
    for (const FormField& field : fields) {
        Row row = makeRow(field.id);
        if (&field == &fields.first()) {
            row.label = label;
            label->setBuddy(row.editor);
            m_grid->addWidget(row.mark, at, 0);
        }
        if (field.width > 0)
            row.editor->setFixedWidth(field.width);
        const bool isAlone = fields.size() == 1;
        row.note->setWordWrap(isAlone);
        if (!isAlone)
            row.note->hide();
        beside->addWidget(row.editor);
        beside->addWidget(row.note, isAlone ? 1 : 0);
        m_grid->addWidget(row.problem, m_grid->rowCount(), 2);
        m_rows.append(row);
    }
    if (fields.size() > 1)
        beside->addStretch(1);
    m_grid->addLayout(beside, at, 2);
    refreshLook();
}

QWidget* FieldForm::makeEditor(const Field& field)
{
    if (field.type == ValueType::Choice || field.type == ValueType::Reference) {
        auto* box = new QComboBox(this);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumWidth(figureWidth); // a long choice gives way to the form's width
        connect(box, &QComboBox::activated, this, [this, box] { apply(box); });
        return box;
    }
    if (field.type == ValueType::Flag) {
        auto* check = new QCheckBox(this);
        connect(check, &QCheckBox::clicked, this, [this, check] { apply(check); });
        return check;
    }
    auto* edit = new QLineEdit(this);
    if (!isText(field))
        edit->setFixedWidth(widthFor(field));
    if (field.type == ValueType::Money || field.type == ValueType::Rate || field.type == ValueType::Count)
        edit->setAlignment(Qt::AlignRight);
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::editingFinished, this, [this, edit] { apply(edit); });
    connect(edit, &QLineEdit::textEdited, this, [this, edit] {
        for (Row& row : m_rows)
            if (row.editor == edit) {
                row.refused.clear();
                showProblem(row);
            }
    });
    return edit;
}

FieldForm::Row* FieldForm::rowOf(QAnyStringView field)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row& row) { return QAnyStringView(row.field->id) == field; });
    return found == m_rows.end() ? nullptr : &*found;
}

const FieldForm::Row* FieldForm::rowOf(QAnyStringView field) const
{
    return const_cast<FieldForm*>(this)->rowOf(field);
}

Key FieldForm::keyOf(const Field& field) const
{
    return field.keyedBy == KeyedBy::Year ? Key{m_year, {}} : Key();
}

void FieldForm::setEntity(const Id& id, const Id& year)
{
    const bool same = m_id == id && m_year == year;
    m_id = id;
    m_year = year;
    for (Row& row : m_rows) {
        row.stored.clear();
        if (same)
            continue;
        row.refused.clear();
        if (auto* edit = qobject_cast<QLineEdit*>(row.editor))
            edit->setModified(false);
    }
    refresh();
}

void FieldForm::refresh()
{
    for (Row& row : m_rows)
        show(row);
}

void FieldForm::show(Row& row)
{
    const Plan& plan = planOf(m_document, m_type);
    const Rulebook* rulebook = m_document.rulebook();
    const Value value = plan.value(m_type.id, m_id, row.field->id, keyOf(*row.field));
    const bool isOpen = !m_document.isReadOnly() && plan.table(m_type.id)->contains(m_id);
    row.shown = shownTyped(plan, rulebook, *row.field, value);
    row.editor->setEnabled(isOpen);
    if (auto* box = qobject_cast<QComboBox*>(row.editor)) {
        const QSignalBlocker quiet(box);
        const QStringList choices =
            row.choices.isEmpty() ? typedChoices(plan, rulebook, *row.field) : row.choices;
        box->clear();
        for (const QString& choice : choices)
            box->addItem(choice.isEmpty() && !row.emptyChoice.isEmpty() ? row.emptyChoice : choice, choice);
        if (box->findData(row.shown) < 0)
            box->addItem(row.shown, row.shown);
        box->setCurrentIndex(box->findData(row.shown));
    } else if (auto* check = qobject_cast<QCheckBox*>(row.editor)) {
        check->setChecked(value.flag());
    } else if (auto* edit = qobject_cast<QLineEdit*>(row.editor);
               !edit->isModified() || (!edit->hasFocus() && row.refused.isEmpty())) {
        edit->setText(row.shown);
        edit->setModified(false);
        if (!edit->hasFocus())
            edit->setCursorPosition(0);
    }
    showProblem(row);
}

void FieldForm::apply(QWidget* editor)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [editor](const Row& one) { return one.editor == editor; });
    QString text;
    if (const auto* box = qobject_cast<QComboBox*>(editor)) {
        text = box->currentData().toString();
    } else if (const auto* check = qobject_cast<QCheckBox*>(editor)) {
        text = check->isChecked() ? u"yes"_s : QString();
    } else {
        auto* edit = static_cast<QLineEdit*>(editor);
        if (!edit->isModified() || edit->text() == row->shown)
            return;
        text = edit->text();
    }
    row->refused = take(*row, text);
    if (row->refused.isEmpty())
        if (auto* edit = qobject_cast<QLineEdit*>(editor))
            edit->setModified(false);
    show(*row);
}

QString FieldForm::take(Row& row, const QString& text)
{
    const Plan& plan = planOf(m_document, m_type);
    QMap<Id, QString> people;
    const Result<Value> value = row.field->type == ValueType::Person
                                    ? Result<Value>(typedPerson(m_document, text, people))
                                    : typedValue(plan, m_document.rulebook(), *row.field, text);
    if (!value)
        return value.error().text;
    if (const QString why = m_refusal ? m_refusal(*row.field, *value) : QString(); !why.isEmpty())
        return why;
    StepBuilder builder(plan);
    builder.set(m_type.id, m_id, row.field->id, keyOf(*row.field), *value);
    if (m_following)
        m_following(builder, *row.field);
    if (auto* edit = qobject_cast<QLineEdit*>(row.editor))
        edit->setModified(false); // what the plan says from here on is shown
    const QString what = tr("%1: %2").arg(nameForSteps(plan, m_type.id, m_id), labelOf(*row.field));
    return commitWhereKept(m_document, builder.step(what), people) ? QString() : m_document.lastRefusal();
}

void FieldForm::showProblem(Row& row)
{
    const QString sentence = row.refused.isEmpty() ? row.stored : row.refused;
    row.problem->setText(sentence);
    row.problem->setVisible(!sentence.isEmpty() && !row.editor->isHidden());
    row.editor->setProperty(invalidProperty, !sentence.isEmpty());
    row.editor->setAccessibleDescription(sentence);
    row.editor->update();
    fitProblems();
}

// Panels do not pass on how high a text of several lines is at its width.
void FieldForm::fitProblems()
{
    const QMargins margins = m_grid->contentsMargins();
    const bool isMarked =
        std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.mark->isHidden(); });
    const int room = width() - margins.left() - margins.right() - labelWidth - (isMarked ? markWidth : 0) -
                     2 * space::medium;
    for (const Row& row : std::as_const(m_rows))
        row.problem->setFixedHeight(row.problem->text().isEmpty() || room < labelWidth
                                        ? row.problem->sizeHint().height()
                                        : row.problem->heightForWidth(room));
}

void FieldForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitProblems();
}

void FieldForm::setNote(QLatin1StringView field, const QString& words)
{
    Row& row = *rowOf(field);
    row.note->setText(words);
    if (!row.note->wordWrap())
        row.note->setVisible(!words.isEmpty() && !row.editor->isHidden());
}

void FieldForm::setProblem(QLatin1StringView field, const QString& sentence)
{
    Row& row = *rowOf(field);
    row.stored = sentence;
    showProblem(row);
}

void FieldForm::setProblems(const std::function<QString(const Field&, const Key&)>& problemOf)
{
    for (Row& row : m_rows) {
        row.stored = problemOf(*row.field, keyOf(*row.field));
        showProblem(row);
    }
}

void FieldForm::setMark(QLatin1StringView field, Icon mark, const QString& words)
{
    if (!m_isMarked) {
        m_isMarked = true;
        for (QLabel* heading : std::as_const(m_headings)) {
            int at = 0;
            int other = 0;
            m_grid->getItemPosition(m_grid->indexOf(heading), &at, &other, &other, &other);
            placeHeading(heading, at);
        }
    }
    Row& row = *rowOf(field);
    row.mark->setPixmap(themeIcon(mark).pixmap(16));
    row.mark->setAccessibleName(words);
    row.mark->setToolTip(words);
    row.mark->show();
}

void FieldForm::setChoices(QLatin1StringView field, const QStringList& choices)
{
    rowOf(field)->choices = choices;
}

void FieldForm::setEmptyChoice(QLatin1StringView field, const QString& words)
{
    rowOf(field)->emptyChoice = words;
}

void FieldForm::setFieldShown(QLatin1StringView field, bool shown)
{
    Row& row = *rowOf(field);
    row.editor->setVisible(shown);
    if (row.label)
        row.label->setVisible(shown);
    row.note->setVisible(shown && !isText(*row.field) &&
                         (row.note->wordWrap() || !row.note->text().isEmpty()));
    showProblem(row);
}

bool FieldForm::focusField(QAnyStringView field)
{
    const Row* row = rowOf(field);
    if (!row || row->editor->isHidden())
        return false;
    row->editor->setFocus(Qt::OtherFocusReason);
    if (auto* edit = qobject_cast<QLineEdit*>(row->editor))
        edit->selectAll();
    return true;
}

QString FieldForm::problemShown(QAnyStringView field) const
{
    const Row* row = rowOf(field);
    return row && !row->problem->isHidden() ? row->problem->text() : QString();
}

bool FieldForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !static_cast<QLineEdit*>(watched)->isModified()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // nothing is being typed: steps are taken back, not letters
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        for (Row& row : m_rows) {
            if (row.editor != watched)
                continue;
            static_cast<QLineEdit*>(watched)->setModified(false);
            row.refused.clear();
            show(row);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FieldForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshLook();
}

void FieldForm::refreshLook()
{
    const Tokens& tokens = tokensOf(this);
    const auto colour = [](QLabel* label, const QColor& ink) {
        QPalette palette = label->palette();
        if (palette.color(QPalette::WindowText) == ink)
            return;
        palette.setColor(QPalette::WindowText, ink);
        label->setPalette(palette);
    };
    for (QLabel* heading : std::as_const(m_headings))
        heading->setFont(textFont(TextSize::Body, TextWeight::Strong));
    for (const Row& row : std::as_const(m_rows)) {
        if (row.label)
            colour(row.label, tokens.text2);
        colour(row.note, tokens.text2);
        colour(row.problem, tokens.wrong);
        row.problem->setFont(textFont(TextSize::Caption));
        row.note->setFont(textFont(TextSize::Caption));
    }
}

} // namespace placewright
