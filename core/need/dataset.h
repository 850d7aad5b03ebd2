#pragma once

#include "core/model/field.h"

namespace placewright {

// A need dataset of the plan: where it came from, and the hash under which the file keeps its bytes unchanged.
struct NeedDataset
{
    Id id;
    QString name;
    QString kind; // needDatasetKind::
    QString hash; // SHA-256 of the bytes as published
    QString fileName;
    QString source;
    QString licence;
    QDate date;   // of publication, where known
    QString base; // what the figures are relative to, in words
    QString unit;

    static const EntityType type;
    friend bool operator==(const NeedDataset&, const NeedDataset&) = default;
};

namespace needDatasetKind {
inline constexpr QLatin1StringView practices("practiceWeightedPopulations");
}

} // namespace placewright
