#pragma once

#include "ui/charts/chartentry.h"

namespace placewright {

class RiskLadderChart;

// The typed equivalent of dragging the tested outturn: "Outturn [+900,000.00] or [+1.6%]", either of the two.
class RiskLadderEntry : public ChartEntry
{
    Q_OBJECT
public:
    explicit RiskLadderEntry(RiskLadderChart* chart);

protected:
    void refresh() override;
    QString ask(int field, const QString& typed) override;

private:
    RiskLadderChart* m_ladder;
};

} // namespace placewright
