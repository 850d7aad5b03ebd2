#pragma once

#include "core/committee/indexdomain.h"

#include <QStringList>

#include <array>

namespace placewright {

inline constexpr size_t indexDomainCount = 5;
// The least that a score counts for in the geometric mean, so that one zero does not hide the rest. This program's own choice.
inline constexpr double weakestScore = 0.01;

// Why a domain has no score in a year.
enum class DomainProblem { None, NotEntered, NoFigure, NoReferencePoints, NoDeprivation };

// Weights add to 1, in proportion to those entered; an empty one beside others is nothing. None entered: equal.
struct DomainScore
{
    QString domain; // indexDomain::
    double weight = 0;
    std::optional<double> score;    // 0 to 1
    std::optional<double> expected; // outcomes: alpha + beta x deprivation
    DomainProblem problem = DomainProblem::NotEntered;
};

// The index of one year, 0 to 100. Both means and their spread are nothing unless all five domains have a score. Source: section 7.3
// of the need note, on House of Lords, Patients at the centre (2025), paragraphs 73 to 75 and recommendation 8.
struct IndexYear
{
    QString year;
    std::array<DomainScore, indexDomainCount> domains; // in the order of indexDomain::
    std::optional<double> arithmetic;
    std::optional<double> geometric; // a weak domain is not bought off
    // Lowest and highest when any one weight is 0.1 more or less and the others give way in proportion.
    std::optional<double> arithmeticLow, arithmeticHigh, geometricLow, geometricHigh;
};

IndexYear integrationIndex(const QList<IndexDomain>& domains, const QString& year);

} // namespace placewright
