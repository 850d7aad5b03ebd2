#pragma once

#include "ui/charts/chartentry.h"

namespace placewright {

class PayCurveChart;

// The typed equivalent of dragging a dot: "[Fifth 1, most deprived] [66.2%] earns £19,867.35 of £106,408.44", for the line
// of the current mark.
class PayCurveEntry : public ChartEntry
{
    Q_OBJECT
public:
    explicit PayCurveEntry(PayCurveChart* chart);
    QComboBox* lines() const { return m_lines; }

protected:
    void refresh() override;
    QString ask(int field, const QString& typed) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit(); // names and sentence, shorter where there is little room

    PayCurveChart* m_curve;
    QComboBox* m_lines;
    QLabel* m_earns;
    QString m_lineId;
};

} // namespace placewright
