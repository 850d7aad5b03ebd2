#pragma once

#include "core/model/field.h"

#include <QStringList>

#include <span>

namespace placewright {

// What the menu of columns puts together.
enum class ColumnGroup { Template, Areas, Money, RiskAndVat };

// One column that the table of schemes and lines can show. Ids are kept in people's settings.
struct SchemeColumn
{
    QLatin1StringView id;
    QLatin1StringView lineField = {};   // what it shows of a line
    QLatin1StringView schemeField = {}; // and of a scheme, in the row that heads its lines
    ColumnGroup group = ColumnGroup::Template;
    const char* title =
        nullptr; // where the fields' own label does not fit both; QT_TRANSLATE_NOOP("SchemeColumns", ...)
};

// In the order in which they stand.
std::span<const SchemeColumn> schemeColumns();
QStringList usualSchemeColumns(); // shown until a person chooses
QString titleOf(const SchemeColumn& column);
QString titleOf(ColumnGroup group);

// Columns that no one field gives.
namespace schemeColumn {
inline constexpr QLatin1StringView number("number");
inline constexpr QLatin1StringView name("name");
inline constexpr QLatin1StringView scheme("scheme");
inline constexpr QLatin1StringView years("years"); // one for each year of the plan
inline constexpr QLatin1StringView change("change");
inline constexpr QLatin1StringView gross("gross"); // amount, irrecoverable VAT and client contributions
} // namespace schemeColumn

} // namespace placewright
