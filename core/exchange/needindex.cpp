#include "core/exchange/needindex.h"

#include "core/money/wideint.h"

#include <QJsonObject>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// The sums of a set of practices: per measure over the practices that have it.
struct Sums
{
    struct Measure
    {
        People population;
        People weighted;
        int practices = 0;
        int missing = 0;
    };

    QString name;
    People population;
    int practices = 0;
    std::array<Measure, needMeasureCount> measures;

    void add(const Practice& practice)
    {
        population += practice.population;
        ++practices;
        for (size_t i = 0; i < needMeasureCount; ++i) {
            Measure& measure = measures[i];
            if (!practice.weighted[i]) {
                ++measure.missing;
                continue;
            }
            measure.population += practice.population;
            measure.weighted += *practice.weighted[i];
            ++measure.practices;
        }
    }

    void round()
    {
        const auto whole = [](People& people) {
            people = People::fromWhole(people.exact().unitsAt(0, Rounding::HalfToEven));
        };
        whole(population);
        for (Measure& measure : measures) {
            whole(measure.population);
            whole(measure.weighted);
        }
    }
};

struct Icbs
{
    QHash<QString, Sums> byCode;
    QHash<QString, QString> codeByText; // code or name, folded

    explicit Icbs(const PracticeTable& table)
    {
        for (const Practice& practice : table.practices()) {
            Sums& sums = byCode[practice.icb];
            if (sums.practices == 0) {
                sums.name = practice.icbName;
                codeByText.insert(practice.icbName.toCaseFolded(), practice.icb);
            }
            sums.add(practice);
        }
        for (const QString& code : byCode.keys())
            codeByText.insert(code.toCaseFolded(), code);
    }
};

std::optional<Ratio> relativeNeed(const Sums::Measure& place, const Sums::Measure& icb)
{
    if (place.practices == 0 || place.population.isZero() || icb.population.isZero() || icb.weighted.isZero())
        return {};
    return Ratio(place.weighted.units(), icb.weighted.units()) *
           Ratio(icb.population.units(), place.population.units());
}

// A number of people for JSON, to 12 significant digits.
QJsonValue statistic(People people)
{
    constexpr qint64 limit = 1'000'000'000'000;
    qint64 dropped = 1;
    while (people.units() / dropped >= limit)
        dropped *= 10;
    const qint64 units = Ratio(people.units(), dropped).unitsAt(0, Rounding::HalfToEven) * dropped;
    return static_cast<double>(units) / static_cast<double>(People::unitsPerPerson);
}

QJsonObject toJson(const PlaceIndex& index)
{
    QJsonObject weighted;
    QJsonObject indices;
    QJsonObject missing;
    for (const NeedMeasureName& measure : needMeasureNames()) {
        const auto i = static_cast<size_t>(measure.measure);
        weighted[measure.id] = index.weighted[i] ? statistic(*index.weighted[i]) : QJsonValue();
        indices[measure.id] = index.index[i]
                                  ? QJsonValue(decimalText(*index.index[i], 9, Rounding::HalfAwayFromZero))
                                  : QJsonValue();
        if (index.missing[i] > 0)
            missing[measure.id] = index.missing[i];
    }
    return {{u"place"_s, index.place},
            {u"icb"_s, index.icb},
            {u"icbName"_s, index.icbName},
            {u"practices"_s, index.practices},
            {u"population"_s, statistic(index.population)},
            {u"weighted"_s, weighted},
            {u"index"_s, indices},
            {u"missing"_s, missing},
            {u"unmatched"_s, QJsonArray::fromStringList(index.unmatched)}};
}

} // namespace

QList<PlaceIndex> needIndices(const PracticeTable& table, const QList<SavedPlace>& places,
                              IndexRounding rounding)
{
    Icbs icbs(table);
    if (rounding == IndexRounding::Official) {
        for (Sums& sums : icbs.byCode)
            sums.round();
    }

    QList<PlaceIndex> indices;
    indices.reserve(places.size());
    for (const SavedPlace& place : places) {
        PlaceIndex index;
        index.place = place.name;
        Sums sums;
        QString commonIcb;
        bool oneIcb = true;
        for (const SavedPractice& saved : place.practices) {
            const Practice* practice = table.find(saved.code);
            if (!practice) {
                index.unmatched.append(saved.code);
                continue;
            }
            oneIcb = oneIcb && (commonIcb.isEmpty() || commonIcb == practice->icb);
            commonIcb = practice->icb;
            sums.add(*practice);
        }
        if (rounding == IndexRounding::Official)
            sums.round();

        index.icb = icbs.codeByText.value(place.icb.toCaseFolded(), place.icb);
        if (place.icb.isEmpty() && oneIcb)
            index.icb = commonIcb;
        const auto icb = icbs.byCode.constFind(index.icb);
        index.icbName = icb == icbs.byCode.constEnd() ? QString() : icb->name;
        index.practices = sums.practices;
        index.population = sums.population;
        for (size_t i = 0; i < needMeasureCount; ++i) {
            const Sums::Measure& measure = sums.measures[i];
            index.missing[i] = measure.missing;
            if (measure.practices > 0)
                index.weighted[i] = measure.weighted;
            if (icb != icbs.byCode.constEnd())
                index.index[i] = relativeNeed(measure, icb->measures[i]);
        }
        indices.append(index);
    }
    return indices;
}

QJsonArray needIndicesToJson(const QList<PlaceIndex>& indices)
{
    QJsonArray list;
    for (const PlaceIndex& index : indices)
        list.append(toJson(index));
    return list;
}

} // namespace placewright
