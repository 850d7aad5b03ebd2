#pragma once

#include "core/model/field.h"
#include "core/money/result.h"

#include <QDate>
#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace placewright {

// A few fields and a main button that says what it does. What is not valid or is refused is said under the fields, and the
// dialog stays open until it is mended or cancelled.
class AskDialog : public QDialog
{
    Q_OBJECT
public:
    AskDialog(const QString& title, const QString& doIt, QWidget* parent);

    void accept() override; // does it
    QString problem() const;

protected:
    // What the main button does: the last thing said when a dialog is made.
    void setAct(const std::function<Outcome()>& act);
    QLabel* addSentence(const QString& text, bool strong = false);
    void addWide(QWidget* widget, int stretch = 0); // below the fields so far
    QLineEdit* addText(const QString& label, const QString& objectName, const QString& text = {});
    QLineEdit* addDate(const QString& label, const QString& objectName, const QDate& date);
    QComboBox* addChoice(const QString& label, const QString& objectName);
    QCheckBox* addCheck(const QString& text, const QString& objectName);
    void setMainText(const QString& text);
    void setPossible(const QString& whyNot); // empty: it can be done

    // The fixed choices of a field, by label; `empty` heads them where nothing is an answer.
    static void fill(QComboBox& box, const Field& field, const QString& empty = {});
    // Refused unless it is a day in full; `optional`: nothing may be typed.
    static Result<QDate> dateIn(const QLineEdit& edit, bool optional = false);

private:
    QFormLayout* form();
    void say(const QString& sentence);

    std::function<Outcome()> m_act;
    QVBoxLayout* m_column;
    QFormLayout* m_form = nullptr;
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
    QPushButton* m_do;
};

} // namespace placewright
