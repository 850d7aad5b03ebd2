#pragma once

#include "ui/document/plandocument.h"
#include "ui/pages/committee/dialogs/askdialog.h"

namespace placewright {

// The chair's action on a member's interest under one item. An action decided before is shown, and changed.
class InterestDialog : public AskDialog
{
    Q_OBJECT
public:
    InterestDialog(PlanDocument& document, const AgendaItem& item, QWidget* parent);

    void choose(const Id& member, const Id& interest); // what the plan asks about

private:
    void fillMembers(const Id& body);
    void refreshInterests();
    void refreshAction();
    const ItemInterest* existing() const;
    Outcome keep();

    PlanDocument& m_document;
    Id m_item;
    QComboBox* m_member;
    QComboBox* m_interest;
    QLineEdit* m_declared;
    QComboBox* m_action;
    QLineEdit* m_note;
};

} // namespace placewright
