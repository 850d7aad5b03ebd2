#pragma once

#include "ui/pages/page.h"

class QComboBox;
class QStackedWidget;

namespace placewright {

class NeedSection;
class SegmentedButton;

// The page "Place and need": the layer of areas that all its sections share, and one section shown: areas, need, fair shares,
// inequality or map. Its title is the finding of the section.
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
    QWidget* makeHead();
    void addSection(NeedSection* section, const char* id);
    void showSection(int index);
    void refreshTitle();
    void refreshLayers();
    void addLayer();
    NeedSection* section() const;

    QList<NeedSection*> m_sections;
    QStringList m_sectionIds; // in the view state
    SegmentedButton* m_switch = nullptr;
    QComboBox* m_layer;
    QStackedWidget* m_stack;
};

} // namespace placewright
