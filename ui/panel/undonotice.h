#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace placewright {

// The dark bar above the status bar after anything that removed or moved more than one thing. It goes at the next edit,
// which the window tells it, never by a clock.
class UndoNotice : public QWidget
{
    Q_OBJECT
public:
    explicit UndoNotice(QWidget* parent = nullptr);

    void announce(const QString& whatHappened); // shows itself
    void dismiss();

signals:
    void undoRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshLook();

    QLabel* m_text;
    QPushButton* m_undo;
};

} // namespace placewright
