#pragma once

#include "ui/models/contractactivitiesmodel.h"
#include "ui/models/contractpeoplemodel.h"
#include "ui/models/contractresultsmodel.h"
#include "ui/models/keyedrowsmodel.h"
#include "ui/pages/contracts/contractssection.h"

class QComboBox;
class QScrollArea;

namespace placewright {

// What is typed by year: results of each indicator by fifth, people by fifth, the provider's cost and VAT, benchmark and
// uplift, and units paid by activity. Paid area by area, by area as well.
class ResultsSection : public ContractsSection
{
    Q_OBJECT
public:
    ResultsSection(const ContractsContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showCell(const CellRef& cell) override;

private:
    Panel* addPanel(Grid* grid, const char* name);
    Grid* addYears(KeyedRowsModel& model, const char* name, const QString& words);
    QList<KeyedRowsModel::Row> rows(bool byArea) const;
    std::optional<OutcomeResult> resultAt(const Key& key, int fifth) const;
    std::optional<Ratio> peopleAt(const Key& key, int fifth) const;
    const ContractYear* figuresOf(const Id& year) const;
    void refreshIndicators();
    void refreshResults(const QList<Id>& years);
    void refreshPeople(const QList<Id>& years);
    void refreshYears();
    bool showIn(Grid* grid, const QModelIndex& at);

    ContractResultsModel m_results;
    ContractPeopleModel m_people;
    KeyedRowsModel m_costs;
    KeyedRowsModel m_areaCosts;
    KeyedRowsModel m_termYears;
    KeyedRowsModel m_areaTerms;
    KeyedRowsModel m_factors;
    ContractActivitiesModel m_activities;
    QComboBox* m_indicator;
    QScrollArea* m_scroll = nullptr;
    Grid* m_resultsGrid = nullptr;
    Grid* m_peopleGrid = nullptr;
    Grid* m_costsGrid = nullptr;
    Grid* m_areaCostsGrid = nullptr;
    Grid* m_termYearsGrid = nullptr;
    Grid* m_areaTermsGrid = nullptr;
    Grid* m_factorsGrid = nullptr;
    Grid* m_activitiesGrid = nullptr;
    QHash<Grid*, Panel*> m_panelOf;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
