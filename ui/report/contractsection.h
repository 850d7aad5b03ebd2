#pragma once

#include "core/evaluate/evaluation.h"

namespace placewright {

class PaperWriter;

// The contracts of a plan in its board paper: whether each is safe to sign and whom its weighting pays, and in the annex how
// its payment comes about, line by line.
void writeContracts(PaperWriter& writer, const Plan& plan, const Evaluation& evaluation, const QString& year);
void writeContractWorkings(PaperWriter& writer, const Plan& plan, const Evaluation& evaluation,
                           const QString& year);

} // namespace placewright
