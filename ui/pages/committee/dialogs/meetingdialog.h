#pragma once

#include "ui/document/plandocument.h"
#include "ui/pages/committee/dialogs/askdialog.h"

namespace placewright {

// A meeting of a body: a new one, or one that stands already; of that, also on which day its minutes were approved.
class MeetingDialog : public AskDialog
{
    Q_OBJECT
public:
    MeetingDialog(PlanDocument& document, const Id& body, QWidget* parent);
    MeetingDialog(PlanDocument& document, const Meeting& meeting, QWidget* parent);

    const Id& meeting() const { return m_id; } // once it is made

private:
    MeetingDialog(PlanDocument& document, const Meeting& meeting, bool isNew, QWidget* parent);
    Outcome make();

    PlanDocument& m_document;
    const bool m_isNew;
    Id m_body;
    Id m_id;
    QLineEdit* m_on;
    QLineEdit* m_where;
    QLineEdit* m_note;
    QLineEdit* m_approved = nullptr;
};

} // namespace placewright
