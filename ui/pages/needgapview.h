#pragma once

#include "ui/charts/needgapchart.h"
#include "ui/document/plandocument.h"
#include "ui/document/selection.h"

#include <QObject>

namespace placewright {

// The need-gap chart of the year shown, wired to the document: what it shows, how far a dot may move and why no further,
// and the Step that a move asks for. Used wherever the chart stands.
class NeedGapView : public QObject
{
    Q_OBJECT
public:
    NeedGapView(PlanDocument& document, QWidget* parent);

    NeedGapChart* chart() const { return m_chart; }
    void refresh();

signals:
    void refused(const QString& sentence);

private:
    NeedGapData dataOf(const Plan& plan, const Evaluation& evaluation) const;
    MoveLimits limitsOf(const QString& areaId) const;
    void preview(const QString& areaId, Money amount);
    void move(const QString& areaId, Money delta);

    PlanDocument& m_document;
    NeedGapChart* m_chart;
};

} // namespace placewright
