#pragma once

#include "ui/document/plandocument.h"
#include "ui/panel/panel.h"

class QComboBox;

namespace placewright {

class ShownModel;

// One published measure of this place against its peers: a gap is shown only with its 95% interval, never without.
class PeerPanel : public Panel
{
    Q_OBJECT
public:
    PeerPanel(PlanDocument& document, QWidget* parent);

    void refresh(const Id& layer);
    Grid* peersGrid() const { return m_peersGrid; }

private:
    void refreshOwn();
    void refreshRows();
    const FigureTable* table() const;

    PlanDocument& m_document;
    Id m_layer;
    ShownModel* m_peers;
    Grid* m_peersGrid;
    QComboBox* m_measure;
    QComboBox* m_own;
};

} // namespace placewright
