#pragma once

#include "ui/models/fundfunctionsmodel.h"
#include "ui/models/fundpartnersmodel.h"
#include "ui/models/fundreportsmodel.h"
#include "ui/pages/pools/poolssection.h"

class QPushButton;
class QSplitter;

namespace placewright {

class FieldForm;

// What the agreement of a pooled fund says: who runs it, for how long, its seven contents, consultation and signature; its
// partners, functions in scope and reports.
class AgreementSection : public PoolsSection
{
    Q_OBJECT
public:
    AgreementSection(PageContext context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showCell(const PoolCell& cell) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

private:
    QWidget* makeForm();
    QWidget* makeTables();
    void refreshNotes(const Fund& fund);
    void refreshClauses(const Fund& fund);
    QString refusalOf(const Field& field, const Value& value) const;
    void removeSelected(GridView& view);
    bool showIn(Grid& grid, PlanTableModel& model, const PoolCell& cell);

    FundPartnersModel m_partners;
    FundFunctionsModel m_functions;
    FundReportsModel m_reports;
    FieldForm* m_form;
    Panel* m_formPanel;
    Panel* m_partnersPanel;
    Panel* m_functionsPanel;
    Panel* m_reportsPanel;
    Grid* m_partnersGrid;
    Grid* m_functionsGrid;
    Grid* m_reportsGrid;
    QList<QPushButton*> m_edits;
    QSplitter* m_splitter;
    QSplitter* m_tables;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
