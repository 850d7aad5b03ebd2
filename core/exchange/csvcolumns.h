#pragma once

#include "core/exchange/csv.h"

#include <QLatin1StringView>

#include <span>

namespace placewright {

// A column that an importer looks for, under any of its published names, best first. Names are compared without case,
// spaces, punctuation other than '&', and digits, so that "ICB", "ICS22" and "pop 2022/23" are found whatever the year.
struct ColumnNames
{
    QLatin1StringView shown; // for messages: the name in the latest edition
    std::span<const QLatin1StringView> forms;
};

// Where each column stands in the header, -1 where it is absent. `twice` names a column that stands there twice.
struct ColumnPlaces
{
    std::vector<qsizetype> places;
    QString twice;

    bool has(size_t column) const { return places[column] >= 0; }
};
ColumnPlaces findColumns(std::span<const QByteArrayView> header, std::span<const ColumnNames> columns);

// The cell without white space around it; empty when the column is absent.
QByteArrayView trimmedCell(std::span<const QByteArrayView> cells, qsizetype place);

// An ODS or ONS code as compared everywhere: trimmed, capitals.
QString codeOf(QByteArrayView cell);

// Why a row with another number of cells than the header is refused; nothing when it has as many.
std::optional<QString> raggedRow(const CsvScanner& scanner, size_t headerCells);

} // namespace placewright
