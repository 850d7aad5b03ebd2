#pragma once

#include "core/exchange/figurefile.h"

namespace placewright {

// What a file that a person chose to import is, by its first bytes and header. A file is never two things.
struct NeedFileKind
{
    enum Type {
        Unknown,
        SavedPlaces,      // JSON of NHS England's place tool
        PracticeFile,     // NHS England's weighted populations of practices
        LocalityList,     // practices and their localities
        WardLocalityList, // areas and their localities
        Lookup,           // which areas lie in which
        Figures,          // figures of areas or practices
        Shapes,           // GeoJSON or HexJSON
        Workbook,         // of sheets, one of which may be any of the tables above
    };
    Type type = Unknown;
    QString layout; // figureLayout::, for Figures

    friend bool operator==(const NeedFileKind&, const NeedFileKind&) = default;
};
NeedFileKind recogniseNeedFile(const QByteArray& bytes, const QString& fileName);

// The table to read in a file: the bytes themselves, or as CSV the first sheet of a workbook that is a table known by name, else the
// first with a column of codes. Lines are the sheet's own rows.
struct NeedTable
{
    QByteArray bytes;
    QString sheet; // empty where the file is no workbook
};
Result<NeedTable> needTable(const QByteArray& bytes, const QString& fileName);

} // namespace placewright
