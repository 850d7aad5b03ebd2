#pragma once

#include "core/words/contractwords.h"
#include "ui/charts/paycurvechart.h"
#include "ui/pages/contracts/contractssection.h"
#include "ui/pages/contracts/paycurvedata.h"

class QComboBox;
class QScrollArea;
class QSplitter;

namespace placewright {

class FactsPanel;
class FairnessPanel;
class IndicatorPanel;
class LinkLabel;
class ShownModel;
class TermsPanel;

// Terms at the left; at the right the pay curve by fifth, whose dots are dragged, and below it how the payment comes about
// and whom the weights pay. All three follow a drag.
class TermsSection : public ContractsSection
{
    Q_OBJECT
public:
    TermsSection(const ContractsContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showCell(const CellRef& cell) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

signals:
    void reviewRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeForms();
    QWidget* makeBeside();
    void fitForms();
    void fitBelow();
    void refreshAreas();
    std::optional<CurvePlace> place() const; // nothing: nothing is paid there
    void showPayment(const ContractPayment& payment);
    void showChart();
    void showNothing();
    void preview(const QString& line, const Ratio& attainment);
    void apply(const QString& line, const Ratio& attainment);
    void openLine(int row);

    TermsPanel* m_terms;
    IndicatorPanel* m_indicator;
    FactsPanel* m_facts;
    PayCurveChart* m_chart;
    Panel* m_chartPanel;
    QComboBox* m_area; // paid area by area: whose pots the chart shows
    LinkLabel* m_mend; // leads to the cell that keeps the terms from being worked out
    ShownModel* m_working;
    Panel* m_workingPanel;
    FairnessPanel* m_fairness;
    QScrollArea* m_left = nullptr;
    QSplitter* m_splitter;
    QSplitter* m_beside;
    QSplitter* m_below;
    QList<WorkingLine> m_lines;
    PayCurveData m_data;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
