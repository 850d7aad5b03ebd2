#pragma once

#include "ui/pages/page.h"

class QBoxLayout;

namespace placewright {

class FifthsChart;
class FundingStackChart;
class NeedGapView;
class ShownModel;
class Worklist;

// What the place has, what it spends it on, whether money is where need is, and what is missing before sign-off.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    OverviewPage(PageContext context, QWidget* parent);

    QString name() const override { return tr("Overview"); }
    Icon icon() const override { return Icon::Overview; }
    QString helpTopic() const override { return QStringLiteral("overview"); }
    void refresh() override;

signals:
    void boardPaperRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshSources();
    void refreshKinds();
    void refreshPartners();
    void refreshFifths();

    Panel* m_sourcesPanel;
    ShownModel* m_sources;
    Panel* m_kindsPanel;
    Panel* m_needPanel;
    Panel* m_noNeedPanel; // in its place while there is nothing to compare
    Panel* m_fifthsPanel; // only where the plan knows its people by deprivation fifth
    Panel* m_partnersPanel;
    ShownModel* m_kinds;
    Worklist* m_worklist;
    NeedGapView* m_need;
    FifthsChart* m_fifths;
    FundingStackChart* m_partners;
    QBoxLayout* m_columns;
    QBoxLayout* m_pair; // fifths and partners
};

} // namespace placewright
