#pragma once

#include "core/money/ratio.h"

#include <boost/multiprecision/cpp_int.hpp>

namespace placewright {

// The unbounded side of Ratio, apart from its header so that only what needs big integers compiles them.
struct WideRatio
{
    boost::multiprecision::cpp_rational value;
};

boost::multiprecision::cpp_rational exactOf(const Ratio& ratio);
Ratio ratioOf(const boost::multiprecision::cpp_rational& value);

} // namespace placewright
