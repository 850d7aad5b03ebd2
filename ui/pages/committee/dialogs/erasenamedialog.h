#pragma once

#include "ui/document/plandocument.h"
#include "ui/pages/committee/dialogs/askdialog.h"

namespace placewright {

// Whose name is to be erased from the plan. The journal refers to people by id and stays as it is.
class EraseNameDialog : public AskDialog
{
    Q_OBJECT
public:
    // `usual`: who is chosen at first.
    EraseNameDialog(PlanDocument& document, const Id& usual, QWidget* parent);

    QString erased() const { return m_erased; } // the name, once it is done

private:
    Outcome erase();
    void refreshWhere();

    PlanDocument& m_document;
    QComboBox* m_who;
    QLabel* m_where;
    QString m_erased;
};

// In how many entries of the journal the person stands as author, or is referred to.
int entriesWith(const QList<JournalEntry>& journal, const Id& person);

} // namespace placewright
