#pragma once

#include "core/exchange/newplan.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace placewright {

// Asks what a new plan starts from; its button is off until place and council have a name.
class NewPlanDialog : public QDialog
{
    Q_OBJECT
public:
    explicit NewPlanDialog(QWidget* parent = nullptr);

    NewPlan plan() const;

private:
    void refresh();

    QLineEdit* m_place;
    QLineEdit* m_board;
    QLineEdit* m_council;
    QPlainTextEdit* m_icbs;
    QLineEdit* m_year;
    QSpinBox* m_years;
    QComboBox* m_rulebook;
    QPushButton* m_make;
};

} // namespace placewright
