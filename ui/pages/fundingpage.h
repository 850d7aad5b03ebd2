#pragma once

#include "ui/models/contributionsmodel.h"
#include "ui/models/entitymodel.h"
#include "ui/models/minimumsmodel.h"
#include "ui/models/partnersmodel.h"
#include "ui/pages/page.h"

class QSplitter;
class QStackedWidget;

namespace placewright {

class DistrictsSection;
class FundingSection;
class FundingStackChart;
class SegmentedButton;
class ShownModel;
class StreamsSection;
class YearsPanel;

// Who pays in, from which source, in each year; what of it is left to plan; what each stream may be used for; the published
// minimums; the grants to districts; and the funds, partners and years that all of it stands on.
class FundingPage : public Page
{
    Q_OBJECT
public:
    enum class Section { Contributions, Streams, Minimums, Districts, FundsAndPartners, Years };

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
    void addSection(Section section, const QString& name, const char* id, QWidget* widget);
    void take(FundingSection* section);
    void showSection(Section section);
    void goToPools();
    void startTyping(Grid& grid, PlanTableModel& model, const Id& id);
    void deleteSelected();
    void refreshContributions();
    void refreshBalance();
    void refreshMinimums();
    void refreshPartners();

    ContributionsModel m_contributions;
    MinimumsModel m_minimums;
    EntityModel m_funds;
    PartnersModel m_partners;
    ShownModel* m_balance;
    SegmentedButton* m_sections = nullptr;
    QStackedWidget* m_stack;
    QStringList m_sectionNames;
    QStringList m_sectionIds; // in the view state
    StreamsSection* m_streams;
    DistrictsSection* m_districts;
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
    QPushButton* m_addDistricts;
    QPushButton* m_addFund;
    QPushButton* m_addPartner;
    QPushButton* m_delete;
};

} // namespace placewright
