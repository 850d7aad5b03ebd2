#pragma once

#include "core/evaluate/evaluation.h"

namespace placewright {

// What the tables and forms of a pooled fund have in common.

// Null: the fund holds nothing in the year, or is not pooled.
const FundSettlement* settlementOf(const Evaluation& evaluation, const Id& fund, const QString& year);
const FundTotal* fundTotalOf(const Evaluation& evaluation, const Id& fund, const QString& year);

// What the plan spends on a scheme in the year, with irrecoverable VAT.
Money plannedOf(const Plan& plan, const Ledger& ledger, const Id& scheme, const QString& year);

// What is wrong with the cell, of what keeps the terms from being worked out; empty: nothing.
QString riskProblemAt(const Plan& plan, const FundSettlement* settlement, QAnyStringView entity, const Id& id,
                      QAnyStringView field);

// One sentence why a field of an agreement cannot take a value that its type allows; empty: it can.
QString agreementRefusal(QAnyStringView entity, const Field& field, const Value& value);

} // namespace placewright
