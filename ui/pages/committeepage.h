#pragma once

#include "ui/pages/committee/committeesection.h"

class QComboBox;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace placewright {

class EmptyState;
class MeetingSection;
class SegmentedButton;
struct DecisionFilter;

// The page "Committee": which body, which of its meetings; six views of it. It shows the base's committee, whichever scenario
// is shown, since what was decided and signed is the base's alone.
class CommitteePage : public Page
{
    Q_OBJECT
public:
    CommitteePage(PageContext context, QWidget* parent);

    QString name() const override { return tr("Committee"); }
    Icon icon() const override { return Icon::Committee; }
    NavigationBadge badge() const override; // signatures to collect, else items to decide
    QString helpTopic() const override { return QStringLiteral("committee"); }
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void showIds(const QStringList& ids) override;
    void refresh() override;

signals:
    void minutesRequested(const placewright::Id& meeting);
    void registerRequested(const placewright::DecisionFilter& filter);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum View { Meetings, Members, Delegated, Decided, Trail, Index, ViewCount };

    EmptyState* noCommittee(); // in place of what only a body has
    void makeHead();
    QWidget* makeBar();
    QMenu* makeMenu();
    void addView(CommitteeSection* section, const char* name, const char* id);
    CommitteeSection* section() const { return m_views.at(m_view); }
    void addDeeds();
    static bool needsBody(int view) { return view == Members || view == Delegated; }
    void showView(int view);
    void refreshHead();
    void refreshBar();
    void refreshTitle();
    QStringList viewNames() const;
    void setUp();
    void removeMeeting();
    void removeBody();
    bool showHere(const Id& id);

    ShownCommittee m_shown;
    QList<CommitteeSection*> m_views;
    QStringList m_viewIds; // in the view state
    int m_view = Meetings;
    bool m_isNarrow = false;
    MeetingSection* m_meeting = nullptr;
    QComboBox* m_bodies;
    QComboBox* m_meetings;
    SegmentedButton* m_switch;
    QPushButton* m_minutes;
    QPushButton* m_freeze;
    QPushButton* m_more;
    QAction* m_addMeeting = nullptr;
    QAction* m_editMeeting = nullptr;
    QAction* m_removeMeeting = nullptr;
    QAction* m_removeBody = nullptr;
    QAction* m_setUp = nullptr;
    QWidget* m_bar = nullptr;
    QStackedWidget* m_stack;
};

} // namespace placewright
