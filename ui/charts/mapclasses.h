#pragma once

#include "core/money/ratio.h"
#include "ui/theme/icons.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace placewright {

// What the colours of a map stand for. Never a count, which a map shows larger where more people live: the kinds are all there
// are, and the base is always said.
struct MapMeasure
{
    enum class Kind {
        Rate,     // of people, per so many people
        Score,    // an index or score
        Share,    // of the place
        PerHead,  // pounds a head or a weighted head
        Distance, // from a middle that is neither better nor worse: a fair share, an average
    };
    Kind kind = Kind::Rate;
    QString name; // "Distance from fair share": over the legend and the column of the twin table
    QString base; // "of the fair share by community need": what it is relative to
    Ratio middle; // of a Distance
    std::function<QString(const Ratio&)> text; // a value as it is written: "21.4", "£1,234", "−3.2%"
    QString above;                             // of a Distance: "above its fair share"
    QString below;
    QString fadedWords;   // "fewer than 10 people"; empty: "small numbers"
    QString assumedWords; // "split by assumption"; empty: "assumed"
};

struct MapClass
{
    QString words;          // "3.0 to 5.9"
    Icon mark = Icon::None; // Gain, Loss: said besides the colour
    int shade = 0;          // 0 to 4 from the least to the most; of a Distance 2 is the middle
};

// At most five classes. Rates and the like: equal numbers of areas, equal values never apart, fewer classes where there are fewer
// values. Distances: the same round distances on both sides of the middle, within which lie about a third and three quarters of
// the areas that are off it.
class MapClasses
{
public:
    MapClasses() = default;
    MapClasses(const MapMeasure& measure, std::vector<Ratio> values);

    const QList<MapClass>& classes() const { return m_classes; } // from the least to the most
    int classOf(const Ratio& value) const;                       // index; -1 when there are no classes

private:
    void makeEqualCounts(const MapMeasure& measure, const std::vector<Ratio>& values);
    void makeDistances(const MapMeasure& measure, const std::vector<Ratio>& values);

    QList<MapClass> m_classes;
    std::vector<Ratio> m_starts; // of each class but the first
    bool m_isDistance = false;
    Ratio m_middle;
    Ratio m_near; // within: the middle class
    Ratio m_far;
};

} // namespace placewright
