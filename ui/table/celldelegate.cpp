#include "ui/table/celldelegate.h"

#include "ui/table/cellpainter.h"
#include "ui/table/roles.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace placewright {

namespace {

constexpr char initialTextProperty[] = "initialText";

// The field in a cell: as large as the cell, with the frame of focus or of a refused value inside.
class CellField : public QLineEdit
{
public:
    explicit CellField(QWidget* parent)
        : QLineEdit(parent)
    {
        setFrame(false);
        setTextMargins(space::cellPad - 2, 0, space::cellPad - 2, 0);
        setAutoFillBackground(true);
    }

    bool refused = false;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QLineEdit::paintEvent(event);
        const Tokens& tokens = tokensOf(this);
        QPainter painter(this);
        painter.setPen(QPen(refused ? tokens.wrong : tokens.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
};

QString editorText(const QWidget* editor)
{
    if (const auto* combo = qobject_cast<const QComboBox*>(editor))
        return combo->currentText();
    const auto* field = qobject_cast<const QLineEdit*>(editor);
    return field ? field->text() : QString();
}

void markRefused(QWidget* editor, bool refused)
{
    if (auto* field = dynamic_cast<CellField*>(editor)) {
        field->refused = refused;
        field->update();
    }
}

} // namespace

CellDelegate::CellDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_rowHeight(space::row)
{
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    CellPainter(*painter, option, index).paint();
}

qreal CellDelegate::wantedWidth(const QModelIndex& index) const
{
    return CellPainter::wantedWidth(index);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {static_cast<int>(wantedWidth(index)) + 1, m_rowHeight};
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const
{
    const QStringList choices = index.data(ChoicesRole).toStringList();
    if (!choices.isEmpty()) {
        auto* combo = new QComboBox(parent);
        combo->addItems(choices);
        connect(combo, &QComboBox::activated, this, [this, combo] {
            auto* self = const_cast<CellDelegate*>(this);
            if (self->commit(combo))
                emit self->closeEditor(combo, NoHint);
        });
        return combo;
    }
    auto* field = new CellField(parent);
    if (isFigure(index)) {
        field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        field->setFont(figureFont(TextSize::Body));
    }
    const QVariant label = index.model()->headerData(index.column(), Qt::Horizontal);
    field->setAccessibleName(label.toString());
    connect(field, &QLineEdit::textEdited, this, [this, field] {
        if (isRefused(field))
            const_cast<CellDelegate*>(this)->dropRefusal();
    });
    return field;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (isRefused(editor))
        return; // what was typed stays, whatever else changes
    const QString text = index.data(Qt::EditRole).toString();
    editor->setProperty(initialTextProperty, text);
    if (auto* combo = qobject_cast<QComboBox*>(editor))
        combo->setCurrentText(text);
    else if (auto* field = qobject_cast<QLineEdit*>(editor))
        field->setText(text);
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const QString text = editorText(editor);
    if (text == editor->property(initialTextProperty).toString() && !isRefused(editor))
        return;
    if (text == editor->property(initialTextProperty).toString() ||
        model->setData(index, text, Qt::EditRole)) {
        const_cast<CellDelegate*>(this)->dropRefusal();
        return;
    }
    refuse(editor, index.data(RefusalRole).toString(), index);
}

void CellDelegate::refuse(QWidget* editor, const QString& reason, const QModelIndex& index) const
{
    m_refused = editor;
    markRefused(editor, true);
    if (!m_note) {
        m_note = new QLabel(editor->parentWidget());
        m_note->setWordWrap(true);
        m_note->setAutoFillBackground(true);
        m_note->setMargin(space::small);
        m_note->setTextFormat(Qt::PlainText);
    }
    const Tokens& tokens = tokensOf(editor);
    QPalette palette = m_note->palette();
    palette.setColor(QPalette::WindowText, tokens.wrong);
    palette.setColor(QPalette::Window, tokens.base);
    m_note->setPalette(palette);
    m_note->setFont(textFont(TextSize::Caption));
    const QString kept = index.data(Qt::DisplayRole).toString();
    const QString why = reason.isEmpty() ? tr("This value is not valid.") : reason;
    m_note->setText(kept.isEmpty() ? tr("%1 Press Esc to leave it as it was.").arg(why)
                                   : tr("%1 Press Esc to keep %2.").arg(why, kept));
    editor->setAccessibleDescription(m_note->text());

    const int room = editor->parentWidget()->width();
    const int width = std::min(room, std::max(editor->width(), 280));
    const int height = m_note->heightForWidth(width);
    const int left = std::clamp(editor->geometry().right() + 1 - width, 0, std::max(0, room - width));
    const bool below = editor->geometry().bottom() + height <= editor->parentWidget()->height();
    m_note->setGeometry(left, below ? editor->geometry().bottom() + 1 : editor->y() - height, width, height);
    m_note->show();
    m_note->raise();
}

QString CellDelegate::refusal() const
{
    return m_refused && m_note ? m_note->text() : QString();
}

void CellDelegate::dropRefusal()
{
    if (m_refused) {
        markRefused(m_refused, false);
        m_refused->setAccessibleDescription({});
    }
    m_refused = nullptr;
    delete m_note;
}

void CellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex&) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

bool CellDelegate::commit(QWidget* editor)
{
    const QPointer<QWidget> alive(editor);
    emit commitData(editor);
    return alive && !isRefused(editor);
}

bool CellDelegate::eventFilter(QObject* object, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(object);
    if (!editor)
        return false;
    if (event->type() == QEvent::FocusOut) {
        const auto* combo = qobject_cast<QComboBox*>(editor);
        if (isRefused(editor) || (combo && combo->view()->isVisible()))
            return false;
        if (commit(editor))
            emit closeEditor(editor, NoHint);
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QStyledItemDelegate::eventFilter(object, event);

    auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return false;
    }
    const bool inCombo = qobject_cast<QComboBox*>(editor) != nullptr;
    switch (key->key()) {
    case Qt::Key_Escape:
        dropRefusal();
        emit closeEditor(editor, RevertModelCache);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (inCombo)
            return false;
        [[fallthrough]];
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        const int pressed = key->key();
        const Qt::KeyboardModifiers modifiers = key->modifiers();
        if (commit(editor)) {
            emit closeEditor(editor, NoHint);
            emit movedOn(pressed, modifiers);
        }
        return true;
    }
    default:
        return false;
    }
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString words = index.data(ProblemRole).toString();
    if (words.isEmpty())
        words = index.data(Qt::ToolTipRole).toString();
    const bool tooLong = view->visualRect(index).width() < wantedWidth(index);
    if (words.isEmpty() && tooLong)
        words = index.data(Qt::DisplayRole).toString();
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), words, view);
    return true;
}

CellInsets cellInsets(int column, int columns)
{
    return {column == 0 ? space::inside : space::cellPad,
            column == columns - 1 ? space::inside : space::cellPad};
}

CellInsets cellInsets(const QModelIndex& index)
{
    return cellInsets(index.column(), index.model()->columnCount());
}

bool isFigure(const QModelIndex& index)
{
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    if (alignment.isValid())
        return alignment.toInt() & Qt::AlignRight;
    return index.data(NumberRole).isValid();
}

bool carriesGroupArrow(const QModelIndex& index)
{
    const QModelIndex first = index.siblingAtColumn(0);
    if (!first.data(GroupRole).toBool())
        return false;
    for (int column = 0; column < index.model()->columnCount(); ++column) {
        if (first.siblingAtColumn(column).data(SpanRole).toInt() > 1)
            return column == index.column();
    }
    return index.column() == 0;
}

} // namespace placewright
