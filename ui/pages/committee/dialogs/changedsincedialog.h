#pragma once

#include "core/evaluate/signoffs.h"
#include "ui/document/plandocument.h"

#include <QDialog>

namespace placewright {

// What changed since a version was signed: before, after and difference of each amount, with totals; then every
// other cell.
class ChangedSinceDialog : public QDialog
{
    Q_OBJECT
public:
    ChangedSinceDialog(const PlanDocument& document, const FrozenVersion& version,
                       const ChangedSince& changed, QWidget* parent);
};

} // namespace placewright
