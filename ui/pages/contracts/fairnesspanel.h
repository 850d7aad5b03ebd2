#pragma once

#include "ui/pages/contracts/showncontract.h"
#include "ui/panel/panel.h"

class QLabel;
class QToolButton;

namespace placewright {

class LinkLabel;
class ShownModel;

// Outcome money with and without deprivation weights, side by side, with the warning where the most deprived lose by them;
// below it, in short, whether the contract is safe to sign.
class FairnessPanel : public Panel
{
    Q_OBJECT
public:
    FairnessPanel(PlanDocument& document, ShownContract& shown, QWidget* parent = nullptr);

    void refresh();
    // Other results in place of the plan's, while they are tried out: the money alone.
    void showMoney(const ContractPayment& payment);
    Grid* moneyGrid() const { return m_moneyGrid; }
    Grid* reviewGrid() const { return m_reviewGrid; }

signals:
    void reviewRequested();
    void said(const QString& words);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshReview();
    void refreshLook();

    PlanDocument& m_document;
    ShownContract& m_shown;
    ShownModel* m_money;
    ShownModel* m_review;
    Grid* m_moneyGrid;
    Grid* m_reviewGrid;
    QToolButton* m_mark; // there where the most deprived lose by the weights; says so
    QLabel* m_verdict;
    LinkLabel* m_more;
};

} // namespace placewright
