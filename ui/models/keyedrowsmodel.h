#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// One entity by year, by area or by both: a row for each, some of the entity's fields that are kept so as columns.
class KeyedRowsModel : public PlanTableModel
{
    Q_OBJECT
public:
    struct Row
    {
        Id year;
        Id area;
        QString name;

        friend bool operator==(const Row&, const Row&) = default;
    };

    KeyedRowsModel(PlanDocument& document, const EntityType& type, const QList<QLatin1StringView>& fields,
                   const QString& heading, QObject* parent = nullptr);

    void setEntity(const Id& id, const QList<Row>& rows);
    // What a cell has while nothing is typed in it, in grey.
    void setInstead(const std::function<QString(QLatin1StringView field, const Key& key)>& instead);
    void setRefusal(const std::function<QString(const Field&, const Key&, const Value&)>& refusal)
    {
        m_refusal = refusal;
    }
    void setProblem(const std::function<QString(QLatin1StringView field, const Key& key)>& problem)
    {
        m_problem = problem;
    }
    QModelIndex indexOfCell(QAnyStringView field, const Key& key) const; // not valid: it has none

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    QString whyNot(const PlanRow& row, const Field& field, const Value& value) const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    const EntityType& m_type;
    QList<QLatin1StringView> m_fields;
    QString m_heading;
    Id m_id;
    QList<Row> m_keys;
    std::function<QString(QLatin1StringView, const Key&)> m_instead;
    std::function<QString(QLatin1StringView, const Key&)> m_problem;
    std::function<QString(const Field&, const Key&, const Value&)> m_refusal;
};

} // namespace placewright
