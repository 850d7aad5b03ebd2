#pragma once

#include "ui/document/plandocument.h"

class QWidget;

namespace placewright {

class FieldForm;
class ShownContract;

// What the forms of a contract have in common.

// A value that cannot be, also beside the other terms, is refused in one sentence.
void refuseBadTerms(FieldForm& form, const PlanDocument& document, const ShownContract& shown);
// What keeps the terms from being worked out, each at its field.
void sayProblems(FieldForm& form, const ShownContract& shown);

QWidget* hairline(QWidget* parent); // between the parts of a form

} // namespace placewright
