#pragma once

#include "ui/pages/need/mapareas.h"
#include "ui/pages/need/needsection.h"

class QComboBox;
class QLabel;
class QStackedWidget;

namespace placewright {

// Where is it? The areas on a map that the user imported, or their practices as points, coloured by need, money or deprivation.
class MapSection : public NeedSection
{
    Q_OBJECT
public:
    explicit MapSection(PageContext context, QWidget* parent = nullptr);

    QString name() const override { return tr("Map"); }
    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;

private:
    struct ReadMap
    {
        std::shared_ptr<const AreaShapes> shapes;
        QString problem; // why it cannot be read
    };

    QWidget* makeTools();
    void refreshMaps();
    void refreshChart();
    const ReadMap& mapOf(const Id& dataset);
    MapFigure figure() const;
    QString finding(const MappedAreas& mapped) const;
    QString moneyWords() const;

    QComboBox* m_map;
    QComboBox* m_figure;
    QLabel* m_problem;
    AreaMapChart* m_chart;
    QStackedWidget* m_stack;
    QHash<QString, ReadMap> m_read; // by hash of the bytes
    ReadMap m_points;               // of the practices, and what they were made for
    QByteArray m_pointsFor;
    QString m_wanted; // the map and measure of a view state, until they are there
    QString m_wantedFigure;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
