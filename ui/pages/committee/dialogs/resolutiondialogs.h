#pragma once

#include "core/evaluate/committeereview.h"
#include "ui/document/plandocument.h"
#include "ui/pages/committee/dialogs/askdialog.h"

namespace placewright {

// The outcome as votes and delegation make it, to go on the record with its minute.
class OutcomeDialog : public AskDialog
{
    Q_OBJECT
public:
    OutcomeDialog(PlanDocument& document, const ResolutionReview& review, const QDate& on, QWidget* parent);

private:
    Outcome recordIt();

    PlanDocument& m_document;
    ResolutionReview m_review;
    QLineEdit* m_on;
    QLineEdit* m_minute;
};

// What a partner answered to a recommendation.
class ReplyDialog : public AskDialog
{
    Q_OBJECT
public:
    ReplyDialog(PlanDocument& document, const ResolutionReview& review, const QDate& on, QWidget* parent);

private:
    Outcome recordIt();

    PlanDocument& m_document;
    Id m_resolution;
    QComboBox* m_partner;
    QComboBox* m_answer;
    QLineEdit* m_on;
    QLineEdit* m_minute;
};

// Lists what will change before the Steps of a resolution are applied: undo does not bring it back.
class ApplyDialog : public AskDialog
{
    Q_OBJECT
public:
    ApplyDialog(PlanDocument& document, const ResolutionReview& review, const QDate& on, QWidget* parent);

private:
    Outcome applyThem();

    PlanDocument& m_document;
    Id m_resolution;
    QLineEdit* m_on;
    QLineEdit* m_reason;
};

// Says why a resolution can no longer be applied, where that is so, and reopens its item with that reason.
class ReopenDialog : public AskDialog
{
    Q_OBJECT
public:
    ReopenDialog(PlanDocument& document, const ResolutionReview& review, const QDate& on, QWidget* parent);

private:
    Outcome reopen();

    PlanDocument& m_document;
    Id m_resolution;
    QLineEdit* m_on;
    QLineEdit* m_reason;
};

} // namespace placewright
