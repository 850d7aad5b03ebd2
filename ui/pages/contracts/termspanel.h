#pragma once

#include "ui/models/contractindicatorsmodel.h"
#include "ui/pages/contracts/showncontract.h"
#include "ui/panel/panel.h"

class QLabel;

namespace placewright {

class FieldForm;

// The terms of one version as a form: parties and term, money, indicators, weights, gain and loss, and what few contracts
// change. Beside each figure what it comes to in the year shown; below it, in one sentence, what is wrong with it.
class TermsPanel : public Panel
{
    Q_OBJECT
public:
    TermsPanel(PlanDocument& document, ShownContract& shown, QWidget* parent = nullptr);

    void refresh();
    bool showCell(const CellRef& cell);
    Grid* indicatorsGrid() const { return m_indicatorsGrid; }

signals:
    void indicatorChosen(const placewright::Id& indicator);
    void refused(const QString& sentence);

private:
    FieldForm* makeForm(const EntityType& type);
    QWidget* makeBody();
    void makeMoney();
    void makeWeights();
    void makeSharing();
    void makeRare();
    void makeIndicators();
    void chooseRow();
    void refreshIndicators();
    void refreshMoneyNotes();
    void refreshSharingNotes();
    const IndicatorTerms* indicatorTerms() const; // of the indicator chosen

    PlanDocument& m_document;
    ShownContract& m_shown;
    ContractIndicatorsModel m_indicators;
    Grid* m_indicatorsGrid;
    FieldForm* m_parties;
    FieldForm* m_money;
    FieldForm* m_weights;
    FieldForm* m_credit;
    FieldForm* m_sharing;
    FieldForm* m_rare;
    QLabel* m_moneyHeading = nullptr;
    bool m_refreshing = false;
};

// The selected indicator: what it counts, and thresholds of single fifths.
class IndicatorPanel : public Panel
{
    Q_OBJECT
public:
    IndicatorPanel(PlanDocument& document, ShownContract& shown, QWidget* parent = nullptr);

    void refresh();
    bool showCell(const CellRef& cell);

private:
    PlanDocument& m_document;
    ShownContract& m_shown;
    FieldForm* m_facts;
    FieldForm* m_thresholds;
};

} // namespace placewright
