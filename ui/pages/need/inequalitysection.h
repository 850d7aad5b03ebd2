#pragma once

#include "core/evaluate/needresults.h"
#include "ui/pages/need/needsection.h"

class QCheckBox;
class QGridLayout;
class QLabel;
class QSplitter;
class QStackedWidget;

namespace placewright {

class ConcentrationChart;
class NeedScatterChart;
class ShownModel;

// How unequally money is spread over need: the measures in a table, of all money and of known money side by side; money along
// deprivation with other scenarios laid over it; pounds a weighted head against need.
class InequalitySection : public NeedSection
{
    Q_OBJECT
public:
    explicit InequalitySection(PageContext context, QWidget* parent = nullptr);

    QString name() const override { return tr("Inequality"); }
    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeCharts();
    void refreshMeasures(const QList<InequalityFigure>& all, const QList<InequalityFigure>& known);
    void showWords();
    void refreshOverlays();
    void refreshConcentration(const QList<InequalityFigure>& figures);
    void refreshScatter();
    bool isOrdered() const; // by deprivation, every area
    const LayerTotal* layerTotal() const;
    QString moneyWords() const; // how much of the money is assumed
    void takeOverlay(const QString& scenario, bool shown);

    ShownModel* m_measures;
    Grid* m_grid;
    QLabel* m_words;
    Panel* m_measuresPanel;
    ConcentrationChart* m_concentration;
    NeedScatterChart* m_scatter;
    QStackedWidget* m_curve; // the chart, or what it needs
    QWidget* m_overlays;
    QGridLayout* m_boxes;
    QList<QCheckBox*> m_checks;
    QStringList m_shown; // scenarios laid over, as checked; empty text: the base
    QSplitter* m_splitter;
    QSplitter* m_charts;
    QList<InequalityFigure> m_all;
    QList<InequalityFigure> m_known;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
