#pragma once

#include "ui/models/testoutturnmodel.h"
#include "ui/pages/pools/poolssection.h"

class QPushButton;

namespace placewright {

// The tested outturn of each scheme of a fund, typed.
class TestSection : public PoolsSection
{
    Q_OBJECT
public:
    TestSection(PageContext context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showCell(const PoolCell& cell) override;

private:
    TestOutturnModel m_model;
    Grid* m_grid;
    Panel* m_panel;
    QPushButton* m_clear;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
