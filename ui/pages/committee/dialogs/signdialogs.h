#pragma once

#include "ui/document/plandocument.h"
#include "ui/pages/committee/dialogs/askdialog.h"

namespace placewright {

// Keeps the base as it stands as the next version of a year.
class FreezeDialog : public AskDialog
{
    Q_OBJECT
public:
    FreezeDialog(PlanDocument& document, const QString& year, QWidget* parent);

private:
    Outcome freeze();

    PlanDocument& m_document;
    QString m_year;
    QLineEdit* m_on;
    QLineEdit* m_note;
};

// A signature under a frozen version: who, when, in which capacity, and by whose leave where somebody else signs.
class SignDialog : public AskDialog
{
    Q_OBJECT
public:
    SignDialog(PlanDocument& document, const QString& year, const Id& signatory, QWidget* parent);

private:
    void refresh();
    Outcome sign();

    PlanDocument& m_document;
    QComboBox* m_signatory;
    QComboBox* m_version;
    QLineEdit* m_on;
    QLineEdit* m_person;
    QComboBox* m_capacity;
    QLineEdit* m_delegatedBy;
    QLineEdit* m_note;
};

// When the year's plan went in, and when the Health and Wellbeing Board approved it: either may come first.
class SubmissionDialog : public AskDialog
{
    Q_OBJECT
public:
    SubmissionDialog(PlanDocument& document, const QString& year, QWidget* parent);

private:
    Outcome keep();

    PlanDocument& m_document;
    QString m_year;
    QLineEdit* m_submitted;
    QLineEdit* m_expected;
    QLineEdit* m_approved;
    QLineEdit* m_minute;
    QLineEdit* m_note;
};

} // namespace placewright
