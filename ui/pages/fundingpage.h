#pragma once

#include "ui/models/contributionsmodel.h"
#include "ui/models/entitymodel.h"
#include "ui/models/minimumsmodel.h"
#include "ui/pages/page.h"

class QSplitter;
class QStackedWidget;

namespace placewright {

class FundingStackChart;
class SegmentedButton;
class ShownModel;
class YearsPanel;

// Who pays in, from which source, in each year; what of it is left to plan; the published minimums; and the funds, partners
// and years that all of it stands on.
class FundingPage : public Page
{
    Q_OBJECT
public:
    enum class Section { Contributions, Minimums, FundsAndPartners, Years };

    explicit FundingPage(PageContext context, QWidget* parent = nullptr);

    QString name() const override { return tr("Funding"); }
    Icon icon() const override { return Icon::Funding; }
    NavigationBadge badge() const override;
    QString helpTopic() const override { return QStringLiteral("funding"); }
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void showIds(const QStringList& ids) override;
    void refresh() override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Grid* makeGrid(PlanTableModel& model, const QString& objectName, const QString& words);
    QWidget* makeContributions();
    QWidget* makeMinimums();
    QWidget* makeFundsAndPartners();
    void makeActions();
    void showSection(Section section);
    void startTyping(Grid& grid, PlanTableModel& model, const Id& id);
    void deleteSelected();
    void refreshBalance();
    void refreshMinimums();

    ContributionsModel m_contributions;
    MinimumsModel m_minimums;
    EntityModel m_funds;
    EntityModel m_partners;
    ShownModel* m_balance;
    SegmentedButton* m_sections;
    QStackedWidget* m_stack;
    QSplitter* m_splitter;
    QSplitter* m_beside;
    Panel* m_contributionsPanel;
    Panel* m_balancePanel;
    Panel* m_minimumsPanel;
    Panel* m_fundsPanel;
    Panel* m_partnersPanel;
    YearsPanel* m_years;
    FundingStackChart* m_chart;
    Grid* m_contributionsGrid;
    Grid* m_minimumsGrid;
    Grid* m_fundsGrid;
    Grid* m_partnersGrid;
    QPushButton* m_addAsked;
    QPushButton* m_addContribution;
    QPushButton* m_addFund;
    QPushButton* m_addPartner;
    QPushButton* m_delete;
};

} // namespace placewright
