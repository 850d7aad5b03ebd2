#pragma once

#include "core/model/field.h"

#include <array>

namespace placewright {

// The sets of codes that public tables of areas use. Codes of two sets are never compared: LSOAs of 2011 and 2021 look alike.
// `lad23` holds for 2024 too: the codes of England's districts are the same. Source: Office for National Statistics, Register of
// Geographic Codes; Organisation Data Service for GP practices.
namespace codeSet {
inline constexpr QLatin1StringView practice("practice");
inline constexpr QLatin1StringView lsoa11("lsoa11");
inline constexpr QLatin1StringView lsoa21("lsoa21");
inline constexpr QLatin1StringView msoa21("msoa21");
inline constexpr QLatin1StringView ward24("ward24");
inline constexpr QLatin1StringView lad19("lad19");
inline constexpr QLatin1StringView lad22("lad22");
inline constexpr QLatin1StringView lad23("lad23");
inline constexpr QLatin1StringView utla23("utla23");
inline constexpr QLatin1StringView subIcb("subIcb");
inline constexpr QLatin1StringView icb("icb");
inline constexpr QLatin1StringView region("region");
inline constexpr QLatin1StringView other("other");
} // namespace codeSet

inline constexpr std::array<Choice, 13> codeSetChoices{{
    {codeSet::practice, QT_TRANSLATE_NOOP("Field", "GP practices")},
    {codeSet::lsoa11, QT_TRANSLATE_NOOP("Field", "LSOAs (2011)")},
    {codeSet::lsoa21, QT_TRANSLATE_NOOP("Field", "LSOAs (2021)")},
    {codeSet::msoa21, QT_TRANSLATE_NOOP("Field", "MSOAs (2021)")},
    {codeSet::ward24, QT_TRANSLATE_NOOP("Field", "Wards (2024)")},
    {codeSet::lad19, QT_TRANSLATE_NOOP("Field", "Districts (2019)")},
    {codeSet::lad22, QT_TRANSLATE_NOOP("Field", "Districts (2022)")},
    {codeSet::lad23, QT_TRANSLATE_NOOP("Field", "Districts (2023 and 2024)")},
    {codeSet::utla23, QT_TRANSLATE_NOOP("Field", "Upper-tier councils (2023)")},
    {codeSet::subIcb, QT_TRANSLATE_NOOP("Field", "Sub-ICB locations")},
    {codeSet::icb, QT_TRANSLATE_NOOP("Field", "Integrated care boards")},
    {codeSet::region, QT_TRANSLATE_NOOP("Field", "Regions")},
    {codeSet::other, QT_TRANSLATE_NOOP("Field", "Other codes")},
}};

// "LSOAs (2021)", translated; the id itself for a set that is not known.
QString codeSetLabel(QAnyStringView id);

} // namespace placewright
