#pragma once

namespace placewright {

// How a value between two units is settled. Always named by the caller; there is no default.
enum class Rounding {
    HalfAwayFromZero, // 0.5 -> 1, -0.5 -> -1: pounds and pence, shown indices
    HalfToEven,       // 0.5 -> 0, 1.5 -> 2: weights stored from estimates
    HalfTowardsZero,  // 0.5 -> 0: Local Government Finance Act 1988, Schedule 8 paragraph 12(6)
    Down,             // towards minus infinity
    Up,               // towards plus infinity
    TowardsZero,
};

} // namespace placewright
