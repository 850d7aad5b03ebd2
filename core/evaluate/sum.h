#pragma once

#include "core/money/money.h"
#include "core/pool/status.h"

namespace placewright {

// Figures a status can spoil: how much of an amount is indicative and disputed.
struct Sum
{
    Money amount;
    Money indicative;
    Money disputed;
    Status status = Status::Confirmed;

    void add(Money money, Status moneyStatus);
};

} // namespace placewright
