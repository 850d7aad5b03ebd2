#pragma once

#include "ui/document/plandocument.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace placewright {

class Grid;
class NeedComponentsModel;
class ShownModel;
class WeightSlider;

// The measures that stand for need of one service and their swing weights, typed or dragged; and what a weight does to each area's
// share of that need, at once and before it is settled.
class WeightsPanel : public QWidget
{
    Q_OBJECT
public:
    WeightsPanel(PlanDocument& document, QWidget* parent);

    void setService(const QString& service, const Id& layer);
    Grid* componentGrid() const { return m_componentGrid; }
    Grid* effectGrid() const { return m_effectGrid; }

signals:
    void refused(const QString& sentence);
    void said(const QString& words);

private:
    QWidget* makeTools();
    void addMeasure();
    void removeMeasures();
    void refreshSliders();
    void showEffect(const std::optional<QList<Ratio>>& tried);
    void settle(const Id& component, int weight);
    QList<Ratio> weightsTried() const;

    PlanDocument& m_document;
    QString m_service;
    Id m_layer;
    NeedComponentsModel* m_components;
    ShownModel* m_effect;
    Grid* m_componentGrid;
    Grid* m_effectGrid;
    QComboBox* m_measure;
    QPushButton* m_add;
    QPushButton* m_remove;
    QWidget* m_sliderBox;
    QGridLayout* m_sliderRows;
    QLabel* m_effectTitle;
    struct Row
    {
        Id component;
        QLabel* name;
        WeightSlider* slider;
        QLabel* value;
    };
    QList<Row> m_rows;
};

} // namespace placewright
