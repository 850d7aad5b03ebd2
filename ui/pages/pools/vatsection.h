#pragma once

#include "ui/models/vatmodel.h"
#include "ui/pages/pools/poolssection.h"

namespace placewright {

// VAT of every scheme in a pooled fund.
class VatSection : public PoolsSection
{
    Q_OBJECT
public:
    VatSection(PageContext context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showCell(const PoolCell& cell) override;

private:
    VatModel m_model;
    Grid* m_grid;
    Panel* m_panel;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
