#pragma once

#include "core/plan/edit.h"

namespace placewright {

// How far one area's money of a year may move: only within unlocked lines whose pounds by area are known and which name the
// area, and only against the other areas of the same lines. Totals of lines, sources and funds never move.
struct AreaMoveRoom
{
    enum class Limit {
        None,
        NoKnownPounds, // no unlocked line has known pounds for this area
        LinesUsedUp,   // the area holds all, or nothing, of the lines that could move
    };
    Money down; // the most that can leave the area
    Money up;   // the most that can come to it
    Limit downLimit = Limit::LinesUsedUp;
    Limit upLimit = Limit::LinesUsedUp;
};

AreaMoveRoom areaMoveRoom(const Plan& plan, const Id& area, const Id& year);

// The Changes that move `delta` to the area (negative: from it), pro rata over the lines that have room and, within each
// line, over its other areas. Nothing when there is no room for it.
std::optional<QList<Change>> moveAreaMoney(const Plan& plan, const Id& area, const Id& year, Money delta);

} // namespace placewright
