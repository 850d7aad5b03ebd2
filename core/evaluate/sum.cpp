#include "core/evaluate/sum.h"

namespace placewright {

void Sum::add(Money money, Status moneyStatus)
{
    amount += money;
    if (moneyStatus == Status::Indicative)
        indicative += money;
    if (moneyStatus == Status::Disputed)
        disputed += money;
    status = worst(status, moneyStatus);
}

} // namespace placewright
