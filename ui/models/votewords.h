#pragma once

#include "core/plan/committeeroll.h"
#include "ui/theme/icons.h"

namespace placewright {

// "Left: interest", "Apologies", "No vote": why a seat cannot vote on a resolution. Empty: it can.
QString whyNoVote(const Plan& base, const Seat& seat, const Resolution& resolution);
QString whyNoVote(const Plan& base, const Seat& seat, const Id& meeting, const Id& item);

// "For", with the mark that goes with it.
QString ballotInWords(Ballot ballot);
Icon markOf(Ballot ballot);

} // namespace placewright
