#pragma once

#include "core/exchange/needimport.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace placewright {

// Makes a layer out of a lookup that the plan holds: one area for each ward, district or ICB in it, made of the units that lie in
// each, limited at will to some districts or ICBs. Shows what it would make before it does.
class LookupLayerDialog : public QDialog
{
    Q_OBJECT
public:
    LookupLayerDialog(const Plan& plan, const Shelf& shelf, const IdSource& ids, QWidget* parent = nullptr);

    const NeedImport& made() const { return *m_made; } // after it was accepted

private:
    void read();
    QStringList withinCodes(QStringList* unknown) const;

    const Plan& m_plan;
    const Shelf& m_shelf;
    IdSource m_ids;
    QComboBox* m_areas;
    QComboBox* m_units;
    QComboBox* m_within;
    QLineEdit* m_codes;
    QLineEdit* m_name;
    QLabel* m_preview;
    QPushButton* m_do;
    std::optional<NeedImport> m_made;
};

bool hasLookup(const Plan& plan, const Shelf& shelf);

} // namespace placewright
