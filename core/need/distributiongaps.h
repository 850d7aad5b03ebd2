#pragma once

#include <optional>

namespace placewright {

// A published figure with its 95% confidence limits, where it has them.
struct PublishedFigure
{
    double value = 0;
    std::optional<double> lower;
    std::optional<double> upper;
};

struct Gap
{
    double difference = 0; // ours less theirs
    double lower = 0;
    double upper = 0;
    bool isClear() const { return lower > 0 || upper < 0; } // the interval leaves zero out
};

// The gap to a peer with its 95% interval, or nothing: a gap is never given without one. The two estimates
// are taken as independent, and their half-widths are combined in quadrature, each side separately, so that
// skewed limits stay skewed. Source: Newcombe 1998, method 10; Zou and Donner 2008. Nothing either when
// limits do not enclose their figure.
std::optional<Gap> peerGap(const PublishedFigure& ours, const PublishedFigure& theirs);

} // namespace placewright
