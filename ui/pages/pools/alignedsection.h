#pragma once

#include "ui/pages/pools/poolssection.h"

namespace placewright {

class ShownModel;

// Money that is aligned: who spends what beside the pools, and what that means.
class AlignedSection : public PoolsSection
{
    Q_OBJECT
public:
    AlignedSection(PageContext context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showCell(const PoolCell& cell) override;

private:
    ShownModel* m_model;
    Panel* m_panel;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
