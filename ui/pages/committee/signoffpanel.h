#pragma once

#include "core/rules/signatories.h"
#include "ui/models/signatoriesmodel.h"
#include "ui/pages/committee/committeesection.h"
#include "ui/panel/panel.h"

class QLabel;
class QPushButton;

namespace placewright {

// Who signs the plan of the year shown, what each has signed, and what changed since; below it when the plan went in and was
// approved.
class SignOffPanel : public Panel
{
    Q_OBJECT
public:
    SignOffPanel(const CommitteeContext& context, Grid* grid, SignatoriesModel& model, QWidget* parent);

    void refresh();
    void freeze();
    bool showSignatory(const Id& id);

signals:
    void refused(const QString& sentence);
    void said(const QString& words);

private:
    PlanDocument& document() const { return m_context.page.document; }
    const Plan& base() const { return document().base(); }
    Id year() const { return Id(document().year()); }
    const Rulebook* rulebook() const; // of the base's year
    void refreshButtons(const QList<SignOffState>& states);
    QString submissionWords() const;
    void sign();
    void editSubmission();
    void addRequired();
    void showChanges(const QModelIndex& cell);
    QList<std::pair<Id, RequiredSignatory>> missing() const; // by organisation; a null id: the board
    const SinceVersions& since();

    CommitteeContext m_context;
    SignatoriesModel& m_model;
    Grid* m_signatories;
    QPushButton* m_sign;
    QPushButton* m_dates;
    QPushButton* m_required;
    QLabel* m_submission;
    SinceVersions m_since;
    QByteArray m_sinceHead; // the journal's, when `m_since` was worked out
    Id m_sinceYear;
};

} // namespace placewright
