#pragma once

#include "ui/document/plandocument.h"
#include "ui/pages/committee/dialogs/askdialog.h"

namespace placewright {

// A new body: its name, its form and how it votes. Everything else is typed on the page.
class SetUpDialog : public AskDialog
{
    Q_OBJECT
public:
    SetUpDialog(PlanDocument& document, QWidget* parent);

    const Id& body() const { return m_id; } // once it is made

private:
    Outcome make();

    PlanDocument& m_document;
    Id m_id;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QComboBox* m_rule;
    QCheckBox* m_casting;
};

} // namespace placewright
