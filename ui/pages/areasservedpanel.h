#pragma once

#include "ui/models/areasservedmodel.h"
#include "ui/panel/panel.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace placewright {

// The areas that one scheme or line serves: how its money reaches them, of which layer, where the split comes from, and one row
// an area.
class AreasServedPanel : public Panel
{
    Q_OBJECT
public:
    explicit AreasServedPanel(PlanDocument& document, QWidget* parent = nullptr);

    AreasServedModel& model() { return m_model; }
    Grid* areas() const { return m_grid; }
    void setSubject(const Id& schemeOrLine);
    void refresh();

private:
    void set(QLatin1StringView field, const Value& value);
    void takeBasis(int item);
    void takeLayer(int item);
    void takeArea(int item);
    void takeSource();
    QString caption() const;
    void holdLocked();
    void fillBasis();
    void fillReferences(QComboBox& combo, QLatin1StringView type, const Id& chosen);

    PlanDocument& m_document;
    AreasServedModel m_model;
    QComboBox* m_basis;
    QComboBox* m_layer;
    QComboBox* m_area;
    QLabel* m_areaLabel;
    QLineEdit* m_source;
    QLabel* m_sourceLabel;
    QLabel* m_problem;
    Grid* m_grid;
};

} // namespace placewright
