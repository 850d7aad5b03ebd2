#pragma once

#include "ui/pages/committee/committeesection.h"
#include "ui/panel/panel.h"

class QListWidget;
class QToolButton;

namespace placewright {

// The agenda of the meeting shown: number, subject and what became of each item. Arrow keys and clicks choose, Enter edits.
class AgendaPanel : public Panel
{
    Q_OBJECT
public:
    AgendaPanel(const CommitteeContext& context, QWidget* parent);

    void refresh();
    void addItem();
    void editItem();

signals:
    void chosen(); // an item
    void refused(const QString& sentence);
    void noticed(const QString& sentence);

private:
    void choose(int row);
    void removeItem();
    QString resultOf(const AgendaItem& item) const;

    CommitteeContext m_context;
    QListWidget* m_list;
    QToolButton* m_add;
    QToolButton* m_edit;
    QToolButton* m_remove;
};

} // namespace placewright
