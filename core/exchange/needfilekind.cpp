#include "core/exchange/needfilekind.h"

#include "core/exchange/codecolumns.h"
#include "core/exchange/lookupfile.h"
#include "core/exchange/workbook.h"

#include <QCoreApplication>

namespace placewright {

namespace {

using Type = NeedFileKind::Type;

bool isShapes(const QByteArray& bytes)
{
    constexpr qsizetype looked = 4096; // the type or layout stands before the shapes
    const QByteArray start = bytes.left(looked);
    return start.contains("\"FeatureCollection\"") || start.contains("\"hexes\"");
}

NeedFileKind kindOfTable(const QByteArray& whole)
{
    const QByteArray bytes = headLines(whole);
    if (looksLikePracticeFile(bytes))
        return {Type::PracticeFile, {}};
    const QString layout = figureLayoutOf(bytes);
    if (!layout.isEmpty() && layout != figureLayout::table)
        return {Type::Figures, layout};
    if (looksLikeWardLocalityList(bytes))
        return {Type::WardLocalityList, {}};
    if (looksLikeLookup(bytes))
        return {Type::Lookup, {}};
    if (looksLikeLocalityList(bytes))
        return {Type::LocalityList, {}};
    if (!layout.isEmpty())
        return {Type::Figures, layout};
    return {};
}

} // namespace

NeedFileKind recogniseNeedFile(const QByteArray& bytes, const QString&)
{
    if (looksLikeWorkbook(bytes))
        return {Type::Workbook, {}};
    if (looksLikeSavedPlaces(bytes))
        return {isShapes(bytes) ? Type::Shapes : Type::SavedPlaces, {}};
    return kindOfTable(bytes);
}

Result<NeedTable> needTable(const QByteArray& bytes, const QString& fileName)
{
    if (!looksLikeWorkbook(bytes))
        return NeedTable{bytes, {}};
    const auto book = readWorkbook(bytes, fileName, [](const QByteArray& csv) {
        const NeedFileKind kind = kindOfTable(csv);
        if (kind.type == Type::Unknown)
            return SheetUse::None;
        return kind.layout == figureLayout::table ? SheetUse::Possible : SheetUse::Wanted;
    });
    if (!book)
        return book.error();
    return NeedTable{book->csv, book->name};
}

} // namespace placewright
