#pragma once

#include "ui/pages/pools/poolssection.h"

class QPushButton;
class QStackedWidget;

namespace placewright {

class FundTabs;
class SegmentedButton;

// The page "Pools and risk": a tab for each fund, aligned ones last, and one for VAT. A pooled fund has four views: who pays,
// the test, the agreement, and its schedule in words.
class PoolsPage : public Page
{
    Q_OBJECT
public:
    PoolsPage(PageContext context, QWidget* parent);

    QString name() const override { return tr("Pools and risk"); }
    Icon icon() const override { return Icon::PoolsAndRisk; }
    NavigationBadge badge() const override;
    QString helpTopic() const override { return QStringLiteral("pools-and-risk"); }
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void showIds(const QStringList& ids) override;
    void refresh() override;

signals:
    void scheduleRequested(const placewright::Id& fund);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum View { Risk, Test, Agreement, Schedule, ViewCount };

    QWidget* makeHead();
    void addView(PoolsSection* section, const char* id);
    void addSection(PoolsSection* section);
    PoolsSection* section() const; // shown; null: there is no fund
    void refreshTabs();
    void refreshTitle();
    void showTab(const QString& tab);
    void showCell(const PoolCell& cell);
    void addFund();

    QList<PoolsSection*> m_views; // of a pooled fund
    QStringList m_viewIds;        // in the view state
    PoolsSection* m_aligned;
    PoolsSection* m_vat;
    FundTabs* m_tabs;
    SegmentedButton* m_switch = nullptr;
    QPushButton* m_add;
    QStackedWidget* m_stack;
    QString m_tab; // a fund's id, or that of VAT
};

} // namespace placewright
