#include "core/pool/status.h"

namespace placewright {

QLatin1StringView statusId(Status status)
{
    return statusChoices[static_cast<size_t>(status)].value;
}

Status statusFromId(const QString& id)
{
    for (const Status status : {Status::Confirmed, Status::Disputed})
        if (statusId(status) == id)
            return status;
    return Status::Indicative;
}

} // namespace placewright
