#pragma once

#include "ui/charts/chartentry.h"

namespace placewright {

class GlideChart;

// The typed equivalent of dragging a limit of the glide chart: "2027-28, nobody more than [3.0%] below fair share", for
// the year of the current mark.
class GlideEntry : public ChartEntry
{
    Q_OBJECT
public:
    explicit GlideEntry(GlideChart* chart);

protected:
    void refresh() override;
    QString ask(int field, const QString& typed) override;

private:
    GlideChart* m_glide;
    QLabel* m_name;
    QString m_yearId;
};

} // namespace placewright
