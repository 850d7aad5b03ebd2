#pragma once

#include "ui/document/plandocument.h"
#include "ui/panel/panel.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace placewright {

class GroupsModel;
class SegmentedButton;

// Population groups by area: people and shares, from datasets or typed; the need of one person of a fifth; and from which number on
// counts of people are shown.
class GroupsPanel : public Panel
{
    Q_OBJECT
public:
    GroupsPanel(PlanDocument& document, QWidget* parent);

    void refresh(const Id& layer);
    Grid* groupsGrid() const { return m_grid; }

signals:
    void refused(const QString& sentence);
    void noticed(const QString& sentence);

private:
    QWidget* makeTools();
    QWidget* makeSmallNumbers();
    void offerSources();
    void addGroup();
    void removeGroups();
    void setThreshold();
    void setRule();

    PlanDocument& m_document;
    Id m_layer;
    GroupsModel* m_groups;
    Grid* m_grid;
    SegmentedButton* m_shown;
    QComboBox* m_kind;
    QComboBox* m_source;
    QPushButton* m_add;
    QPushButton* m_remove;
    QLineEdit* m_threshold;
    QComboBox* m_rule;
};

} // namespace placewright
