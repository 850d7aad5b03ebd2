#pragma once

#include <QPointer>
#include <QStyledItemDelegate>

class QLabel;

namespace placewright {

struct Tokens;

// Draws every state of a cell from the roles of roles.h, and edits it. A refused value keeps its editor open with the
// reason below it.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    bool eventFilter(QObject* object, QEvent* event) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    bool isRefused(const QWidget* editor) const { return editor && editor == m_refused; }
    QString refusal() const; // the sentence now shown, or empty
    void dropRefusal();
    void setRowHeight(int pixels) { m_rowHeight = pixels; }

    // Width that the cell needs to show all of its text.
    qreal wantedWidth(const QModelIndex& index) const;

signals:
    void movedOn(int key, Qt::KeyboardModifiers modifiers) const; // committed by Enter, Tab, Up or Down

private:
    bool commit(QWidget* editor);
    void refuse(QWidget* editor, const QString& reason, const QModelIndex& index) const;

    mutable QPointer<QWidget> m_refused;
    mutable QPointer<QLabel> m_note;
    int m_rowHeight;
};

// Distances of a cell's content: the outer columns keep the edge of the table.
struct CellInsets
{
    int left;
    int right;
};
CellInsets cellInsets(const QModelIndex& index);
CellInsets cellInsets(int column, int columns);

bool isFigure(const QModelIndex& index); // NumberRole, or TextAlignmentRole to the right
// Where the arrow of a group row stands: the first column that spans others, else column 0.
bool carriesGroupArrow(const QModelIndex& index);

} // namespace placewright
