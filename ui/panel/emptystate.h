#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace placewright {

// What a page or panel shows when it has nothing: one icon, what is not here, one sentence what it is for, one main
// action and one other. An empty action text leaves the button out.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(Icon icon, const QString& what, const QString& sentence, const QString& mainAction,
               const QString& otherAction = {}, QWidget* parent = nullptr);

signals:
    void mainActionRequested();
    void otherActionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshLook();

    Icon m_icon;
    QLabel* m_what;
    QLabel* m_sentence;
};

} // namespace placewright
