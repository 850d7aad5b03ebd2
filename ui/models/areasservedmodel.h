#pragma once

#include "ui/models/plantablemodel.h"

namespace placewright {

// Where the money of one scheme or line goes: one row an area of the layer, its share where percentages are stated, its
// pounds in each year (typed where pounds are stated on a line, else worked out), what is not split, and the total.
class AreasServedModel : public PlanTableModel
{
    Q_OBJECT
public:
    explicit AreasServedModel(PlanDocument& document, QObject* parent = nullptr);

    void setSubject(const Id& schemeOrLine); // null: nothing, no rows
    const Id& subject() const { return m_subject; }
    bool isLine() const { return plan().lines.contains(m_subject); }
    QLatin1StringView subjectType() const { return isLine() ? Line::type.id : Scheme::type.id; }

    // The basis that counts: the line's own, else its scheme's; and whether a line says its own.
    QString effectiveBasis() const;
    bool inherits() const;
    const Scheme* scheme() const; // the subject, or the line's
    QString problem() const;      // why the money does not reach areas as the basis says; empty when it does

protected:
    QList<PlanRow> makeRows() const override;
    QList<PlanColumn> makeColumns() const override;
    QVariant moreData(const PlanRow& row, const PlanColumn& column, int role) const override;

private:
    bool sharesAreTyped() const;
    bool poundsAreTyped() const;
    PlanColumn shareColumn() const;
    PlanColumn yearColumn(qsizetype year) const;
    bool concerns(const LedgerRow& row) const;
    Money reaches(const Id& area, qsizetype year) const;
    Money notSplit(qsizetype year) const;
    Pence penceOf(qsizetype year) const;
    QMap<Key, Rate> shares() const;

    Id m_subject;
};

} // namespace placewright
