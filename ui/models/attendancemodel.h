#pragma once

#include "core/plan/committeeroll.h"
#include "ui/models/plantablemodel.h"

namespace placewright {

// The seats of a body at one item of a meeting: whose, whether they came, and how they voted on a resolution or why they could not.
// Whether they came is typed here; votes go on the record.
class AttendanceModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit AttendanceModel(PlanDocument& document, QObject* parent = nullptr);

    void show(const Id& meeting, const Id& item, const Id& resolution);

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRowFor(StepBuilder& builder, const PlanRow& row) const override;
    Result<Value> valueTyped(const StepBuilder& builder, const PlanRow& row, const PlanColumn& column,
                             const Field& field, const QString& text) override;
    void follow(StepBuilder& builder, const PlanRow& row, const Field& field,
                const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    Id body() const;
    QList<Id> members(const Meeting& meeting) const;
    QList<Id> substitutesOf(const Id& member) const;
    const Seat* seatOf(const Id& member) const; // at the item; null: there is none
    ShownCell voteOf(const PlanRow& row) const;
    PlanColumn shownColumn(const QString& title, QString (AttendanceModel::*words)(const Id&) const) const;
    QString memberWords(const Id& member) const;
    QString bodyWords(const Id& member) const;

    Id m_meeting;
    Id m_item;
    Id m_resolution;
    mutable QList<Seat> m_seats; // at the item, read with the rows
};

} // namespace placewright
