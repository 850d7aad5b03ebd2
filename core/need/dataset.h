#pragma once

#include "core/model/field.h"

#include <optional>

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
    QString layout;            // which reader understands it: figure files
    QString codeSet;           // codeSet:: of its rows
    QString figureKind;        // figureKind:: of a table that does not say itself what its figures are
    QString orientation;       // orientation::, the same
    std::optional<qint64> per; // of such rates: per 100, 1,000, 100,000 people
    QString originalHash;      // SHA-256 of the workbook that a sheet was taken from

    static const EntityType type;
    friend bool operator==(const NeedDataset&, const NeedDataset&) = default;
};

// Which reading of which bytes a dataset is: the same file can be read as two kinds of figures.
QString tableKey(const NeedDataset& dataset);

namespace needDatasetKind {
inline constexpr QLatin1StringView practices("practiceWeightedPopulations");
inline constexpr QLatin1StringView figures("areaFigures");
inline constexpr QLatin1StringView lookup("lookup");
inline constexpr QLatin1StringView map("map");
} // namespace needDatasetKind

namespace figureKind {
inline constexpr QLatin1StringView count("count");
inline constexpr QLatin1StringView weightedPeople("weightedPeople");
inline constexpr QLatin1StringView score("score");
inline constexpr QLatin1StringView rate("rate");
inline constexpr QLatin1StringView rank("rank");
inline constexpr QLatin1StringView decile("decile");
} // namespace figureKind

namespace orientation {
inline constexpr QLatin1StringView highIsMore("highIsMore");
inline constexpr QLatin1StringView lowIsMore("lowIsMore");
} // namespace orientation

} // namespace placewright
