#pragma once

#include "ui/pages/need/measurechoice.h"
#include "ui/pages/need/needsection.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace placewright {

class AreasModel;
class AreaUnitsModel;
class NeedGapView;
class PracticesModel;
class ShownModel;

// The areas of the layer: their people, need and deprivation and which datasets these come from, what each area is made of, and how
// the layer lies in others; the need-gap chart beside.
class AreasSection : public NeedSection
{
    Q_OBJECT
public:
    AreasSection(PageContext context, QWidget* parent);

    QString name() const override { return tr("Areas"); }
    QString title() const override;
    QString caption() const override;
    void refresh() override;
    bool holds(const QStringList& ids) const override;
    void showIds(const QStringList& ids) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;

private:
    QWidget* makeSources();
    QWidget* makeTools();
    QWidget* makePartTools();
    void makePanels();
    void makeConnections();
    void refreshSources();
    void refreshMeasures();
    void refreshNotices();
    void showArea(const Id& area);
    void setFields(const QString& what, const QList<std::pair<QLatin1StringView, Value>>& values);
    void addArea();
    void removeArea();
    void removePart();
    void makeDistricts();
    void makeFromLookup();
    Step shownAfter(const Step& step) const;
    void assign();
    bool madeOfUnits() const;

    QComboBox* m_unitSet;
    QComboBox* m_measure;
    QComboBox* m_population;
    QComboBox* m_deprivation;
    QComboBox* m_base;
    QLabel* m_facts;
    QLabel* m_warnings;
    Panel* m_areasPanel;
    Panel* m_partsPanel;
    Panel* m_measuresPanel;
    AreasModel* m_areas;
    Grid* m_areaGrid;
    PracticesModel* m_practices;
    Grid* m_practiceGrid;
    AreaUnitsModel* m_units;
    Grid* m_unitGrid;
    QStackedWidget* m_parts;
    QLineEdit* m_codes;
    QComboBox* m_overlap;
    QLabel* m_overlapLabel;
    ShownModel* m_measures;
    NeedGapView* m_need;
    QSplitter* m_splitter;

    // What the border notices were worked out from.
    struct Borders
    {
        Id layer;
        Table<Layer> layers;
        Table<Area> areas;
        Table<AreaUnit> units;
        Table<PracticeMembership> practices;
        Table<NeedDataset> datasets;
        bool operator==(const Borders&) const = default;
    };
    std::optional<Borders> m_borders;
    QStringList m_borderFacts;
    QStringList m_borderWarnings;
};

} // namespace placewright
