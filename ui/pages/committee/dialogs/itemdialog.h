#pragma once

#include "ui/document/plandocument.h"

#include <QDialog>

namespace placewright {

class FieldForm;

// One agenda item as a form: each field is kept as it is left, as everywhere.
class ItemDialog : public QDialog
{
    Q_OBJECT
public:
    ItemDialog(PlanDocument& document, const Id& item, QWidget* parent);

private:
    FieldForm* m_form;
};

} // namespace placewright
