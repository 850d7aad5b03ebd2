#pragma once

#include "ui/models/fairsharetable.h"
#include "ui/models/fairsharewaysmodel.h"
#include "ui/models/fairshareyearsmodel.h"
#include "ui/pages/need/needsection.h"

class QBoxLayout;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace placewright {

class ShownModel;

// How far each area is from its fair share, in pounds and percent, and the ways to it at a bearable pace: chosen, typed and dragged.
// Without a way all money of the year shown stands against need.
class FairShareSection : public NeedSection
{
    Q_OBJECT
public:
    explicit FairShareSection(PageContext context, QWidget* parent = nullptr);

    QString name() const override { return tr("Fair shares"); }
    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool holds(const QStringList& ids) const override;
    void showIds(const QStringList& ids) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeAreas();
    QWidget* makeWays();
    QWidget* makeYears();
    QWidget* makeChart();
    Grid* makeGrid(PlanTableModel& model, const QString& objectName, const QString& words);
    QPushButton* addTool(Panel& panel, const QString& text, const QString& objectName);

    const FairSharePlan* way() const; // chosen; null: the layer has none
    void choose(const Id& way);
    void planWay();
    void remove(const QStringList& ids);
    void refreshWords(const FairShareStart& start, const FairSharePath* path);
    void showChart(const FairShareStart& start, const FairSharePath& path);
    void preview(const QString& yearId, const Ratio& limit);
    void endPreview();
    void setLimit(const QString& yearId, const Ratio& limit);

    FairShareWaysModel m_ways;
    FairShareYearsModel m_years;
    ShownModel* m_areas;
    GlideChart* m_chart;
    Panel* m_areasPanel;
    Panel* m_waysPanel;
    Panel* m_yearsPanel;
    Grid* m_waysGrid;
    Grid* m_yearsGrid;
    QStackedWidget* m_beside;
    QList<QPushButton*> m_edits; // enabled where the plan may be changed
    QSplitter* m_splitter;
    QSplitter* m_tables;
    Id m_way;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
