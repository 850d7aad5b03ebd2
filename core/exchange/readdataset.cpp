#include "core/exchange/readdataset.h"

#include "core/exchange/lookupfile.h"

#include <array>
#include <utility>

namespace placewright {

namespace {

constexpr std::array<std::pair<QLatin1StringView, FigureKind>, 6> kinds{{
    {figureKind::count, FigureKind::Count},
    {figureKind::weightedPeople, FigureKind::WeightedPeople},
    {figureKind::score, FigureKind::Score},
    {figureKind::rate, FigureKind::Rate},
    {figureKind::rank, FigureKind::Rank},
    {figureKind::decile, FigureKind::Decile},
}};

} // namespace

FigureHints hintsOf(const NeedDataset& dataset)
{
    FigureHints hints;
    hints.codeSet = dataset.codeSet;
    for (const auto& [id, kind] : kinds)
        if (dataset.figureKind == id)
            hints.kind = kind;
    if (dataset.orientation == orientation::highIsMore)
        hints.orientation = Orientation::HighIsMore;
    if (dataset.orientation == orientation::lowIsMore)
        hints.orientation = Orientation::LowIsMore;
    hints.per = dataset.per.value_or(1);
    hints.unit = dataset.unit;
    return hints;
}

QLatin1StringView figureKindId(FigureKind kind)
{
    for (const auto& [id, known] : kinds)
        if (known == kind)
            return id;
    return {};
}

QLatin1StringView orientationId(Orientation orientation)
{
    switch (orientation) {
    case Orientation::HighIsMore:
        return orientation::highIsMore;
    case Orientation::LowIsMore:
        return orientation::lowIsMore;
    case Orientation::Unknown:
        break;
    }
    return {};
}

Outcome readDataset(NeedTables& tables, const NeedDataset& dataset, const QByteArray& bytes)
{
    if (dataset.kind == needDatasetKind::practices) {
        const Result<PracticeFile> read = readPracticeFile(bytes, dataset.name);
        if (!read)
            return read.error();
        tables.practices.insert(dataset.hash, read->table);
        tables.figures.insert(tableKey(dataset),
                              std::make_shared<const FigureTable>(figuresOf(*read->table)));
    } else if (dataset.kind == needDatasetKind::lookup) {
        const Result<LookupFile> read = readLookupFile(bytes, dataset.name);
        if (!read)
            return read.error();
        tables.lookups.insert(dataset.hash, read->lookup);
    } else if (dataset.kind == needDatasetKind::figures) {
        const Result<FigureFile> read = readFigureFile(bytes, dataset.name, hintsOf(dataset));
        if (!read)
            return read.error();
        tables.figures.insert(tableKey(dataset), read->table);
    }
    return Done{};
}

} // namespace placewright
