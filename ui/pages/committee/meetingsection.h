#pragma once

#include "ui/models/attendancemodel.h"
#include "ui/models/signatoriesmodel.h"
#include "ui/pages/committee/committeesection.h"

class QSplitter;
class QStackedWidget;

namespace placewright {

class AgendaPanel;
class ResolutionPanel;
class SignOffPanel;
class VotePanel;

// A meeting: its agenda, what is put to the vote, who was there and how they voted; below, who has signed the year's plan.
class MeetingSection : public CommitteeSection
{
    Q_OBJECT
public:
    MeetingSection(const CommitteeContext& context, QWidget* parent);

    QString title() const override;
    QString caption() const override;
    void refresh() override;
    bool showId(const Id& id) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

    void setNoBody(QWidget* words); // shown in place of the meeting where there is no body
    void addMeeting();
    void editMeeting();
    void freeze();

signals:
    void membersRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeMeeting();

    AttendanceModel m_attendance;
    SignatoriesModel m_signatories;
    ShownModel* m_changes;
    AgendaPanel* m_agenda;
    ResolutionPanel* m_resolution;
    VotePanel* m_votes;
    SignOffPanel* m_signOff;
    QSplitter* m_beside;
    QSplitter* m_below;
    QStackedWidget* m_stack; // without a meeting, how to add one; without a body, how to set one up
};

} // namespace placewright
