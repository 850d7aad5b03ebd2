#pragma once

#include "core/rules/finding.h"
#include "ui/theme/icons.h"

namespace placewright {

// The mark that stands beside a finding's word, everywhere the same.
inline Icon markOf(const Finding& finding)
{
    switch (finding.status) {
    case FindingStatus::Pass:
        return Icon::Met;
    case FindingStatus::Fail:
        return finding.severity == Severity::Block ? Icon::Missed : Icon::Warning;
    case FindingStatus::Unknown:
        return Icon::NotKnown;
    case FindingStatus::NotApplicable:
        break;
    }
    return Icon::DoesNotApply;
}

} // namespace placewright
