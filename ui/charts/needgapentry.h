#pragma once

#include "ui/charts/chartentry.h"

namespace placewright {

class NeedGapChart;

// The typed equivalent of dragging a dot of the need-gap chart: the share of the current area as a percentage, or
// pounds.
class NeedGapEntry : public ChartEntry
{
    Q_OBJECT
public:
    explicit NeedGapEntry(NeedGapChart* chart);

protected:
    void refresh() override;
    QString ask(int field, const QString& typed) override;

private:
    NeedGapChart* m_gaps;
    QLabel* m_name;
    QString m_areaId;
};

} // namespace placewright
