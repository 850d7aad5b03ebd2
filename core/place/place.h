#pragma once

#include "core/model/field.h"

#include <optional>

namespace placewright {

// The place that a plan is for, one a plan: one Health and Wellbeing Board (HWB).
struct Place
{
    Id id;
    QString name;
    QString board;    // "Calderbourne Health and Wellbeing Board"
    QString note;     // stands under the name, for example "Fictional sample plan"
    QString baseName; // what the base is called: "Base: roll forward"
    Id needLayer;     // the layer whose areas the need charts show
    std::optional<qint64>
        smallNumber;         // counts of people below it are faded or left out; nothing: all are shown
    QString smallNumberRule; // smallNumbers::; empty: faded

    static const EntityType type;
    friend bool operator==(const Place&, const Place&) = default;
};

namespace smallNumbers {
inline constexpr QLatin1StringView fade("fade");
inline constexpr QLatin1StringView leaveOut("leaveOut");
} // namespace smallNumbers

// A financial year of the plan, 1 April to 31 March. Its id is its name, "2026-27".
struct FinancialYear
{
    Id id;
    QString rulebook;     // id of the rulebook it stands under; empty: none
    QString rulebookHash; // SHA-256 of the rulebook's text, kept in the file

    static const EntityType type;
    friend bool operator==(const FinancialYear&, const FinancialYear&) = default;
};

// "2026-27" is a year name: four digits, '-', the last two digits of the year after.
bool isYearName(QStringView text);
// "2025-26" for "2026-27"; empty for what is no year name.
QString yearBefore(const QString& year);
// "2027-28" for "2026-27", the same way.
QString yearAfter(const QString& year);
// The most years that a plan has.
inline constexpr int mostYears = 5;

} // namespace placewright
