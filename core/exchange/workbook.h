#pragma once

#include "core/money/result.h"

#include <QByteArray>

#include <functional>

namespace placewright {

// A workbook of Excel (.xlsx) or OpenDocument (.ods), or what an older or protected one starts with.
bool looksLikeWorkbook(const QByteArray& bytes);

// How well a sheet's text, from its supposed header on, is a table that is wanted.
enum class SheetUse { None, Possible, Wanted };

// One sheet as CSV in UTF-8: numbers as the shortest decimal text that the sheet shows at most, to fifteen digits, never with an
// exponent. Line breaks within a cell are spaces, so that the lines are the sheet's rows.
struct WorkbookSheet
{
    QString name;
    QByteArray csv;
};

// The first sheet that is wanted, else the first that is possible. Its header may stand below up to fifteen rows of title, which
// are left blank. No workbook, one cut short, damaged, locked by a password or with no such sheet: one sentence.
Result<WorkbookSheet> readWorkbook(const QByteArray& bytes, const QString& fileName,
                                   const std::function<SheetUse(const QByteArray& csv)>& use);

} // namespace placewright
