#pragma once

#include "core/exchange/needimport.h"

namespace placewright {

// A table to be imported: its bytes, and the workbook they are a sheet of.
struct DatasetSource
{
    QByteArray bytes;
    QString fileName;
    QString workbookHash; // SHA-256 of the workbook; empty: the bytes are the file
    QString sheet;
};

// Each makes one need dataset that keeps the bytes, with what the file says of source, licence, date, base and unit.
Result<NeedImport> importFigures(const Plan& plan, const DatasetSource& source, const ImportOptions& options,
                                 const IdSource& ids);
Result<NeedImport> importLookup(const Plan& plan, const DatasetSource& source, const ImportOptions& options,
                                const IdSource& ids);
Result<NeedImport> importMap(const Plan& plan, const DatasetSource& source, const ImportOptions& options,
                             const IdSource& ids);

// Makes or extends a layer whose areas are made of the list's wards.
Result<NeedImport> importWardLocalities(const Plan& plan, const DatasetSource& source,
                                        const ImportOptions& options, const IdSource& ids);

} // namespace placewright
