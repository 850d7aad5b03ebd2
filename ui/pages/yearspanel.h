#pragma once

#include "ui/document/plandocument.h"
#include "ui/panel/panel.h"

class QComboBox;
class QPushButton;

namespace placewright {

class ShownModel;

// The financial years of a plan and the rulebook each stands under: add the next, choose its rules, remove the last.
class YearsPanel : public Panel
{
    Q_OBJECT
public:
    explicit YearsPanel(PlanDocument& document, QWidget* parent = nullptr);

    void refresh();

signals:
    void noticed(const QString& sentence);

private:
    void refreshFooter();
    void add();
    void removeLast();
    void takeRulebook(int item);

    PlanDocument& m_document;
    ShownModel* m_model;
    Grid* m_grid;
    QComboBox* m_year;
    QComboBox* m_rulebook;
    QPushButton* m_add;
    QPushButton* m_remove;
};

} // namespace placewright
