#pragma once

#include "ui/document/plandocument.h"

namespace placewright {

// What the page asks the document for, each one Step.

// A contract with a first version of terms that says nothing yet. Null: refused.
Id addContract(PlanDocument& document);

// Another version with everything that this one says: its terms, those of its indicators and its activities. Null: refused.
Id copyVersion(PlanDocument& document, const Id& version);

// What is expected to be counted in a fifth: in the year, or of one area in it. A fifth without results gets its own.
bool setExpected(PlanDocument& document, const Id& indicator, int fifth, const Key& key, qint64 counted);

// The version that counts; null: the highest.
bool setCounting(PlanDocument& document, const Id& contract, const Id& version);

} // namespace placewright
