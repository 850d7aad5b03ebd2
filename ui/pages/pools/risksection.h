#pragma once

#include "core/words/riskwords.h"
#include "ui/charts/riskladderchart.h"
#include "ui/models/fundpartnersmodel.h"
#include "ui/pages/pools/poolssection.h"

class QScrollArea;
class QSplitter;

namespace placewright {

class LadderPanel;
class LinkLabel;
class ShownModel;
class TermPanel;

// Who pays when the fund ends over or under its plan: the partners, the steps, how the agreement stands; the chart of every
// outturn with a test to drag; and that test worked out step by step.
class RiskSection : public PoolsSection
{
    Q_OBJECT
public:
    RiskSection(PageContext context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showCell(const PoolCell& cell) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitTables();
    QWidget* makeTables();
    QWidget* makeBeside();
    void remove(const Id& term);
    void showSettlement(const FundSettlement& settlement); // title and working
    void showChart(const FundSettlement& settlement);
    void refreshChecklist();
    void refreshPartners();
    void preview(Money variance);
    void test(Money variance);
    void openItem(const QModelIndex& cell);

    FundPartnersModel m_partners;
    ShownModel* m_checklist;
    ShownModel* m_working;
    RiskLadderChart* m_chart;
    Panel* m_partnersPanel;
    Panel* m_checklistPanel;
    Panel* m_chartPanel;
    Panel* m_workingPanel;
    Grid* m_partnersGrid;
    LadderPanel* m_ladder;
    TermPanel* m_term;
    LinkLabel* m_mend; // leads to the cell that keeps the terms from being worked out
    QScrollArea* m_left = nullptr;
    QSplitter* m_splitter;
    QSplitter* m_beside;
    QList<AgreementItem> m_items;
    LadderData m_data;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
