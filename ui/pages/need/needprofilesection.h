#pragma once

#include "ui/pages/need/needsection.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;

namespace placewright {

class DatasetsModel;
class GroupsPanel;
class PeerPanel;
class ServiceNeedsModel;
class WeightsPanel;

// What stands for need: which measure or weighted mix the partners agreed for each service, population groups by area, the datasets
// side by side, and published measures against peers.
class NeedProfileSection : public NeedSection
{
    Q_OBJECT
public:
    NeedProfileSection(PageContext context, QWidget* parent);

    QString name() const override { return tr("Need"); }
    QString title() const override;
    QString caption() const override;
    void refresh() override;
    bool holds(const QStringList& ids) const override;
    void showIds(const QStringList& ids) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;

private:
    ServiceNeedsModel* makeServicesModel();
    QWidget* makeServices();
    QWidget* makeDatasets();
    QWidget* makeAgreement();
    void showService(const QString& service);
    void refreshAgreement();
    void agree();
    void withdraw();
    void removeDatasets();

    ServiceNeedsModel* m_services;
    Grid* m_serviceGrid;
    Panel* m_servicesPanel;
    WeightsPanel* m_weights;
    Panel* m_weightsPanel;
    GroupsPanel* m_groups;
    DatasetsModel* m_datasets;
    Grid* m_datasetGrid;
    Panel* m_datasetsPanel;
    PeerPanel* m_peers;
    QSplitter* m_splitter;
    QLineEdit* m_minute;
    QPushButton* m_agree;
    QPushButton* m_withdraw;
    QString m_service;
    bool m_moving = false; // the plan has changed, the section not yet
};

} // namespace placewright
