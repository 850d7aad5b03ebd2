#pragma once

#include "ui/pages/page.h"

class QComboBox;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace placewright {

class AreasModel;
class NeedGapView;
class PracticesModel;
class ShownModel;

// The areas of the place, their people and need, and how much of both each service's measure gives them; the need-gap chart
// beside; areas built out of GP practices, by import, by district or by hand.
class PlaceNeedPage : public Page
{
    Q_OBJECT
public:
    PlaceNeedPage(PageContext context, QWidget* parent);

    QString name() const override { return tr("Place and need"); }
    Icon icon() const override { return Icon::PlaceAndNeed; }
    QString helpTopic() const override { return QStringLiteral("place-and-need"); }
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void refresh() override;
    void showIds(const QStringList& ids) override;

signals:
    void importRequested();

private:
    QWidget* makeTools();
    QWidget* makePracticeTools();
    void refreshChoices();
    void refreshMeasures();
    void refreshDatasets();
    void showArea(const Id& area);
    void addArea();
    void addLayer();
    void removeArea();
    void makeDistricts();
    void assign();
    Id chosenLayer() const;

    QComboBox* m_layer;
    QComboBox* m_measure;
    QComboBox* m_base;
    QStackedWidget* m_stack;
    Panel* m_areasPanel;
    Panel* m_practicesPanel;
    Panel* m_measuresPanel;
    AreasModel* m_areas;
    Grid* m_areaGrid;
    PracticesModel* m_practices;
    QLineEdit* m_codes;
    QComboBox* m_overlap;
    ShownModel* m_measures;
    ShownModel* m_datasets;
    NeedGapView* m_need;
    QSplitter* m_splitter;
};

} // namespace placewright
