#include "core/exchange/jsonfigures.h"

namespace placewright {

QJsonValue jsonMoney(Money money)
{
    return moneyToPlain(money);
}

QJsonValue jsonMoney(const std::optional<Money>& money)
{
    return money ? jsonMoney(*money) : QJsonValue();
}

QJsonValue jsonRatio(const std::optional<Ratio>& ratio)
{
    return ratio ? QJsonValue(decimalText(*ratio, 9, Rounding::HalfAwayFromZero)) : QJsonValue();
}

QJsonValue jsonPeople(const std::optional<People>& people)
{
    if (!people)
        return {};
    constexpr qint64 limit = 1'000'000'000'000;
    qint64 dropped = 1;
    while (people->units() / dropped >= limit)
        dropped *= 10;
    const qint64 units = Ratio(people->units(), dropped).unitsAt(0, Rounding::HalfToEven) * dropped;
    return static_cast<double>(units) / static_cast<double>(People::unitsPerPerson);
}

QJsonValue jsonStatistic(const std::optional<double>& value)
{
    return value ? QJsonValue(QByteArray::number(*value, 'g', 12).toDouble()) : QJsonValue();
}

QJsonValue jsonFigure(const Figure& figure)
{
    if (const Money* money = std::get_if<Money>(&figure))
        return jsonMoney(*money);
    if (const qint64* count = std::get_if<qint64>(&figure))
        return *count;
    if (const QDate* date = std::get_if<QDate>(&figure))
        return date->toString(Qt::ISODate);
    return {};
}

QJsonValue jsonId(const Id& id)
{
    return id.isNull() ? QJsonValue() : QJsonValue(id.text());
}

} // namespace placewright
