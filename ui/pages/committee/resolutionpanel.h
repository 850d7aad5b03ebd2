#pragma once

#include "ui/pages/committee/committeesection.h"
#include "ui/panel/panel.h"

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace placewright {

class LimitBar;
class ShownModel;

// What is put to the vote under the item shown: its words, what it changes, each partner's money against what it delegated, what
// became of it and why; and the steps from the votes to the plan.
class ResolutionPanel : public Panel
{
    Q_OBJECT
public:
    ResolutionPanel(const CommitteeContext& context, Grid* grid, ShownModel& model, QWidget* parent);

    void refresh();

signals:
    void chosen(); // another resolution
    void noticed(const QString& sentence);

private:
    enum Fact { OutcomeFact, WhyFact, AnswersFact, DissentFact, ReasonsFact, FactCount };
    enum class Stage { Always, Open, Recorded }; // when its button is shown
    struct Deed
    {
        QPushButton* button = nullptr;
        std::function<QString()> whyNot; // empty: it can be done
        Stage stage = Stage::Always;
    };

    PlanDocument& document() const { return m_context.page.document; }
    const Plan& base() const { return document().base(); }
    const ShownCommittee& shown() const { return m_context.shown; }
    QWidget* makeBody(Grid* grid);
    QWidget* makeDeeds();
    void addDeed(QPushButton* button, const char* name, Stage stage, void (ResolutionPanel::*act)(),
                 QString (ResolutionPanel::*whyNot)() const);
    void refreshChoice();
    void refreshChanges();
    void refreshBars();
    void refreshFacts();
    void refreshDeeds();
    void setFact(Fact fact, const QString& words);
    QString answers() const;
    QString dissents() const;
    QString outcomeWords() const;

    void propose();
    void recordVotes();
    void recordOutcome();
    void recordAnswer();
    void applySteps();
    void reopen();
    QString whyNotPropose() const;
    QString whyNotVote() const;
    QString whyNotRecord() const;
    QString whyNotAnswer() const;
    QString whyNotApply() const;
    QString whyNotReopen() const;
    QString whyNothing() const; // nothing can be done to any resolution
    QDate nextDay(const QDate& usual) const;
    void removeResolution();

    CommitteeContext m_context;
    Grid* m_grid;
    ShownModel& m_model;
    QComboBox* m_choice;
    QPushButton* m_remove;
    QLabel* m_wording;
    QLabel* m_others;
    QWidget* m_inside = nullptr;
    QVBoxLayout* m_barColumn;
    QList<LimitBar*> m_bars;
    QList<std::pair<QLabel*, QLabel*>> m_facts;
    QList<Deed> m_deeds;
};

} // namespace placewright
