#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace placewright {

// A file within a workbook by its name; nothing when it is not there or damaged.
using PartReader = std::function<std::optional<QByteArray>(const QByteArray& name)>;

// A sheet of a workbook, turned into CSV when asked for: nothing when it is damaged.
struct SheetSource
{
    QString name;
    std::function<std::optional<QByteArray>()> csv;
};

// The sheets in the workbook's order; nothing when the workbook is damaged. The sources read through `parts`, which must outlive
// them. Formats: ECMA-376 part 1, sections 18.2 to 18.4; OpenDocument 1.3 part 3, section 9.
std::optional<QList<SheetSource>> excelSheets(const PartReader& parts);
std::optional<QList<SheetSource>> openDocumentSheets(const PartReader& parts);

// "0.28999999999999998" is "0.29" and "1E-3" is "0.001"; any other text stays.
QByteArray shownNumber(QByteArrayView number);

} // namespace placewright
