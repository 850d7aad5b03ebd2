#pragma once

#include "ui/models/attendancemodel.h"
#include "ui/pages/committee/committeesection.h"
#include "ui/panel/panel.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace placewright {

class MarkNote;

// Who was there for the item shown and how they voted: the members, the quorum, and the interests that somebody has to act on.
class VotePanel : public Panel
{
    Q_OBJECT
public:
    VotePanel(const CommitteeContext& context, Grid* grid, AttendanceModel& model, QWidget* parent);

    void refresh();

signals:
    void membersRequested();

private:
    PlanDocument& document() const { return m_context.page.document; }
    const Plan& base() const { return document().base(); }
    void act();     // the chair's action, on what is asked first
    void allCame(); // attendance of everybody that nothing was said of
    void refreshNotes();
    QString finding(const QList<Seat>& seats) const;
    MarkNote* note(int position);

    CommitteeContext m_context;
    AttendanceModel& m_model;
    QVBoxLayout* m_notesColumn;
    QList<MarkNote*> m_notes;
    QPushButton* m_act;
    QPushButton* m_came;
    QPushButton* m_members; // where there are none yet
};

} // namespace placewright
