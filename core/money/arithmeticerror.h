#pragma once

#include <stdexcept>

namespace placewright {

// A sum that does not fit its type, or a division by zero. Thrown by Money, People, Ratio and rounding, so
// that no wrong number can be read; evaluate, the command line and the document turn it into an Error
// sentence.
class ArithmeticError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

} // namespace placewright
