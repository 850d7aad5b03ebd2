#pragma once

#include "core/evaluate/fundsettlement.h"
#include "ui/models/termsharesmodel.h"
#include "ui/pages/pools/poolssection.h"
#include "ui/panel/panel.h"

class QPushButton;

namespace placewright {

class FieldForm;

// One step of the risk share in detail: the fields that its kind has, each with what is wrong with it below.
class TermPanel : public Panel
{
    Q_OBJECT
public:
    explicit TermPanel(PlanDocument& document, QWidget* parent = nullptr);

    void setTerm(const Id& term); // null: hides itself
    const Id& term() const { return m_term; }
    void refresh();
    bool showCell(const PoolCell& cell);
    Grid* sharesGrid() const { return m_sharesGrid; }

signals:
    void refused(const QString& sentence);
    void deleteRequested(const placewright::Id& term);
    void closed(); // while the focus was in it

private:
    void refreshChoices(const RiskTerm& term);
    void refreshProblems();
    QString refusalOf(const Field& field, const Value& value) const;
    void follow(StepBuilder& builder, const Field& field) const;

    PlanDocument& m_document;
    Id m_term;
    FieldForm* m_form;
    TermSharesModel m_shares;
    Grid* m_sharesGrid;
    QPushButton* m_delete;
};

// The kinds of steps that an overspend or an underspend can have, in the order of the menu.
QList<QLatin1StringView> kindsOfSide(QStringView side);
// The last number of the steps of a fund, or of one of its schemes, on one side; 0: there are none.
qint64 lastStep(const Plan& plan, const Id& fund, const Id& scheme, QStringView side);

} // namespace placewright
