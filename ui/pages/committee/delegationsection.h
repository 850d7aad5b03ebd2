#pragma once

#include "core/plan/committeeroll.h"
#include "ui/models/delegationsmodel.h"
#include "ui/pages/committee/committeetables.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;

namespace placewright {

// What partners let a body decide alone, and what is left of it in each year.
class DelegationSection : public CommitteeTables
{
    Q_OBJECT
public:
    DelegationSection(const CommitteeContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showId(const Id& id) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

private:
    // One limit in one year of the plan, in pounds.
    struct Headroom
    {
        DelegatedLimit limit;
        QString year;
        Money used;
        std::optional<Money> left; // nothing: no limit a year
    };
    QWidget* makeEntry();
    void addLimit();
    void refreshEntry();
    void refreshHeadroom();
    void refreshDecisions();
    void refreshFinding();
    Money usedOf(const QList<DecidedMoney>& decided, const Headroom& room) const;

    DelegationsModel m_limits;
    ShownModel* m_headroom;
    ShownModel* m_decisions;
    QList<Headroom> m_rooms; // beside the rows of the table
    QComboBox* m_partner;
    QLineEdit* m_minute;
    QLineEdit* m_perDecision;
    QLineEdit* m_perYear;
    QLabel* m_problem;
    Grid* m_limitsGrid = nullptr;
    Grid* m_headroomGrid = nullptr;
    Panel* m_limitsPanel = nullptr;
    Panel* m_headroomPanel = nullptr;
    Panel* m_decisionsPanel = nullptr;
    QSplitter* m_splitter;
    QSplitter* m_below;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
