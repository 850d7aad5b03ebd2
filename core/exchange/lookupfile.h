#pragma once

#include "core/exchange/practicefile.h"
#include "core/need/lookup.h"

#include <QMap>

namespace placewright {

struct LookupFile
{
    std::shared_ptr<const Lookup> lookup;
    QList<RefusedRow> refused;
    QString layout; // lookupLayout::
    QString name;
    QString source; // empty where the layout does not tell
    QString licence;
    QMap<QString, QMap<QString, QString>>
        nhsCodes; // by code set: the NHS code of each ONS code, where the table has both
    QMap<QString, int>
        changes; // CHGIND: U unchanged, S split, M merged, X irregular, with the number of rows
    QStringList notes;
    bool lastLineIsWhole = true;
};

namespace lookupLayout {
inline constexpr QLatin1StringView codes("codes");       // two or more columns of ONS codes
inline constexpr QLatin1StringView locality("locality"); // areas and the locality each lies in, by name
} // namespace lookupLayout

// A lookup of the Office for National Statistics by its column names (LSOA21CD, LAD24CD, ICB24CDH, WD24NM ...): the first column
// of codes is the finest and never blank; rows that repeat its code say that it lies in several areas. Or a list of areas with their
// "Locality", whose codes are its names, of the set `other`. A code that is no ONS code and a wrong number of cells are refused rows.
bool looksLikeLookup(const QByteArray& bytes);
bool looksLikeWardLocalityList(const QByteArray& bytes);
Result<LookupFile> readLookupFile(const QByteArray& bytes, const QString& fileName);

} // namespace placewright
