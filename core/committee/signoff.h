#pragma once

#include "core/model/field.h"

#include <QDate>

#include <optional>

namespace placewright {

// Record: the base as it stood on a day, for signature. Its plan, evaluation and paper are kept as bytes under their SHA-256,
// since a later program may compute differently.
struct FrozenVersion
{
    Id id;
    Id year;                      // whose plan is signed
    std::optional<qint64> number; // 1, 2, 3, ...
    QDate on;
    QString head;           // hash of the journal's last entry before it, in hex
    QString planHash;       // canonical plan JSON
    QString evaluationHash; // evaluation JSON
    QString paperHash;      // PDF
    QString note;

    static const EntityType type;
    friend bool operator==(const FrozenVersion&, const FrozenVersion&) = default;
};

// Who signs the plan of a year: one organisation and role.
struct Signatory
{
    Id id;
    Id year;
    Id partner;   // null: the Health and Wellbeing Board
    QString role; // signatoryRole::
    Id person;
    bool delegable =
        false; // somebody else may sign for the role; the rulebook's word counts where it has one
    QDate expectedOn;
    QString note;

    static const EntityType type;
    friend bool operator==(const Signatory&, const Signatory&) = default;
};

namespace signatoryRole {
inline constexpr QLatin1StringView chiefExecutive("chiefExecutive");
inline constexpr QLatin1StringView section151("section151");           // the council's chief finance officer
inline constexpr QLatin1StringView financeDirector("financeDirector"); // of an ICB
inline constexpr QLatin1StringView chair("chair");                     // of the Health and Wellbeing Board
inline constexpr QLatin1StringView other("other");
} // namespace signatoryRole

// Record: a signature under a frozen version. The last one of a signatory counts.
struct SignOff
{
    Id id;
    Id signatory;
    Id version;
    QDate on;
    Id person;           // who signed
    QString capacity;    // signatoryRole:: in which that person signs
    QString delegatedBy; // minute or letter, where another signs for the role
    QString note;

    static const EntityType type;
    friend bool operator==(const SignOff&, const SignOff&) = default;
};

// When the plan of a year went in, and when the Health and Wellbeing Board approved it: either may come first.
struct Submission
{
    Id id;
    Id year;
    QDate submittedOn;
    QDate approvalExpectedOn;
    QDate approvedOn; // by the Health and Wellbeing Board
    QString minute;
    QString note;

    static const EntityType type;
    friend bool operator==(const Submission&, const Submission&) = default;
};

} // namespace placewright
