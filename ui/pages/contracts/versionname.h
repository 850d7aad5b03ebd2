#pragma once

#include "core/contract/contractversion.h"

#include <QCoreApplication>

namespace placewright {

// "Terms, version 2"
inline QString versionName(const ContractVersion& version)
{
    return QCoreApplication::translate("VersionName", "Terms, version %1").arg(version.number.value_or(0));
}

} // namespace placewright
