#pragma once

#include "ui/pages/page.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace placewright {

class ConditionBar;
class Grid;
class Panel;
class ShownModel;

// One condition: the rule in words, who entered its minimum, planned beside required, the lines it counted, the nearest
// fixes, and its margin in every scenario.
class ConditionDetail : public QWidget
{
    Q_OBJECT
public:
    ConditionDetail(PlanDocument& document, QWidget* parent = nullptr);

    void show(const Finding* finding); // null: nothing to show

signals:
    void goTo(placewright::PageId page, const QStringList& ids);
    void noticed(const QString& sentence);

private:
    void showLines(const Finding& finding);
    void showFixes(const Finding& finding);
    void showScenarios(const Finding& finding);
    void addFix(const QString& what, const QString& consequence, bool first,
                const std::function<void()>& tryIt);
    void showTarget(const Finding& finding, bool governance);
    QString provenance(const Finding& finding) const;
    const Finding* sameIn(const Evaluation& evaluation, const Finding& finding) const;
    QString scenarioConsequence(const PlanDocument::Other& other) const;

    PlanDocument& m_document;
    Panel* m_panel;
    QPushButton* m_go;
    QLabel* m_text;
    QLabel* m_provenance;
    ConditionBar* m_bar;
    ShownModel* m_lines;
    Grid* m_lineGrid;
    QLabel* m_fixTitle;
    QVBoxLayout* m_fixes;
    QWidget* m_scenarios;
    QStringList m_target;
    PageId m_targetPage = PageId::Schemes;
};

} // namespace placewright
