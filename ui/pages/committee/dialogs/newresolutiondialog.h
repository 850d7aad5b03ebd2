#pragma once

#include "ui/document/plandocument.h"
#include "ui/pages/committee/dialogs/askdialog.h"

namespace placewright {

// What is put to the vote under an item: words alone, a scenario to adopt, or money of one line, taken from another or new. What it
// changes is held by the resolution; the plan stays as it is until it is decided and applied.
class NewResolutionDialog : public AskDialog
{
    Q_OBJECT
public:
    NewResolutionDialog(PlanDocument& document, const AgendaItem& item, QWidget* parent);

    const Id& resolution() const { return m_id; } // once it is made

private:
    void refresh();
    Outcome make();
    Result<QList<Change>> changes() const;
    Result<QList<Change>> moneyChanges() const;
    QComboBox* addLines(const QString& label, const QString& objectName, const QString& none);

    PlanDocument& m_document;
    Id m_item;
    Id m_id;
    QLineEdit* m_name;
    QLineEdit* m_text;
    QComboBox* m_what;
    QComboBox* m_line = nullptr;
    QComboBox* m_year = nullptr;
    QLineEdit* m_amount = nullptr;
    QComboBox* m_from = nullptr;
    QString m_suggested;
};

} // namespace placewright
