#pragma once

#include "core/evaluate/fundsettlement.h"
#include "ui/document/plandocument.h"
#include "ui/panel/panel.h"

class QLabel;
class QMenu;
class QPushButton;

namespace placewright {

class LinkLabel;
class ShownModel;

// The steps of a fund's risk share in the agreement's order, those of an overspend or of an underspend: added, moved by
// dragging or Alt+Up and Alt+Down, opened for editing, deleted. Below them the steps of schemes that have their own.
class LadderPanel : public Panel
{
    Q_OBJECT
public:
    explicit LadderPanel(PlanDocument& document, QWidget* parent = nullptr);

    void setFund(const Id& fund);
    void refresh();
    Grid* ladderGrid() const { return m_ladder; }
    void showSide(bool under);
    void select(const Id& term);

signals:
    void editRequested(const placewright::Id& term);
    void deleteRequested(const placewright::Id& term);
    void refused(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString side() const;
    QList<const RiskTerm*> termsOf(const Id& scheme) const; // of the side shown, in order
    void add(QLatin1StringView kind);
    void move(const Id& term, qsizetype to); // position among the steps of its scheme and side
    void moveBy(const QModelIndex& cell, int by);
    Id selectedTerm() const;
    void refreshMenu();
    void refreshLinks();

    PlanDocument& m_document;
    Id m_fund;
    ShownModel* m_model;
    Grid* m_ladder;
    LinkLabel* m_side; // to the steps of the other side
    QPushButton* m_add;
    QMenu* m_kinds;
    QLabel* m_underspend;
    LinkLabel* m_edit;
    LinkLabel* m_delete;
    bool m_showsUnder = false;
    QString m_dragged; // the step that the pointer took
};

} // namespace placewright
