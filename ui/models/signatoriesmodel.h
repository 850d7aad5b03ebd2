#pragma once

#include "core/words/signoffwords.h"
#include "ui/models/plantablemodel.h"

namespace placewright {

// Who signs the plan of a year, whether they have, and what changed since. Signatures themselves go on the record.
class SignatoriesModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit SignatoriesModel(PlanDocument& document, QObject* parent = nullptr);

    void show(const Id& year, const QList<SignOffState>& states, const SinceVersions& since);
    Id signatoryAt(const QModelIndex& cell) const; // null: the row is not one yet
    const SignOffState* stateOf(const Id& signatory) const;

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    std::optional<PlanRow> addRow(StepBuilder& builder) const override;
    Result<Value> valueTyped(const StepBuilder& builder, const PlanRow& row, const PlanColumn& column,
                             const Field& field, const QString& text) override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    struct Words
    {
        Id version; // signed and comparable; null: there is nothing to show
        SignOffWords text;
    };
    PlanColumn wordsColumn(const QString& title, QString SignOffWords::*text) const;
    PlanColumn linkColumn() const;
    QString boardName() const; // the signatory that is no partner

    Id m_year;
    QList<SignOffState> m_states;
    QHash<Id, Words> m_words;
};

} // namespace placewright
