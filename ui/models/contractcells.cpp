#include "ui/models/contractcells.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractCells)
};

constexpr QLatin1StringView fifthPrefix("fifth-");
constexpr int lastFifth = 4;

bool isOneOf(QLatin1StringView id, std::initializer_list<const char*> ids)
{
    return std::any_of(ids.begin(), ids.end(),
                       [id](const char* one) { return id == QLatin1StringView(one); });
}

bool isPercent(QLatin1StringView id)
{
    return isOneOf(id, {"ringFence", "atRisk", "corridor", "gainShare", "gainCap", "lossShare", "lossCap",
                        "qualityGate", "floor", "ceiling", "weight"});
}

bool mayBeNegative(QLatin1StringView id)
{
    return isOneOf(id, {"uplift", "yearUplift", "growth", "costGrowth"});
}

QString rateRefusal(QLatin1StringView id, const Rate& rate)
{
    if (mayBeNegative(id))
        return rate.exact() > Ratio(-100) ? QString()
                                          : Words::tr("A year cannot lose all of it: type more than −100.");
    if (isPercent(id) && (rate.isNegative() || rate.exact() > Ratio(100)))
        return Words::tr("A percentage is between 0 and 100.");
    if (id == QLatin1StringView("improvementCredit") && (rate.isNegative() || rate.exact() > Ratio(1)))
        return Words::tr("Improvement credit is between 0 and 1: the part of the gain that counts.");
    if (id.startsWith(QLatin1StringView("deprivationWeight")) && rate.exact() <= Ratio(0))
        return Words::tr("A deprivation weight is above zero.");
    if (isOneOf(id, {"marketForces", "areaMarketForces"}) && rate.exact() <= Ratio(0))
        return Words::tr("A market forces factor is above zero; 1 is no difference in cost.");
    return {};
}

} // namespace

QString fifthId(int fifth)
{
    return fifthPrefix + QString::number(fifth + 1);
}

int fifthOf(const QString& id)
{
    return id.startsWith(fifthPrefix) ? id.mid(fifthPrefix.size()).toInt() - 1 : -1;
}

QString fifthName(int fifth)
{
    const QString number = Words::tr("Fifth %1").arg(fifth + 1);
    return fifth == 0           ? Words::tr("%1, most deprived").arg(number)
           : fifth == lastFifth ? Words::tr("%1, least deprived").arg(number)
                                : number;
}

bool isPercentage(const ContractIndicator& indicator)
{
    return indicator.per == 100;
}

QString rateShown(const ContractIndicator& indicator, const Ratio& rate, int decimals)
{
    const QString figure = formatDecimal(rate, decimals, Rounding::HalfAwayFromZero);
    return isPercentage(indicator) ? figure + u'%' : figure;
}

QString contractRefusal(QAnyStringView entity, const Field& field, const Value& value)
{
    if (value.isNull())
        return field.required ? Words::tr("A contract needs it: type or choose one.") : QString();
    if (value.fits(ValueType::Date)) {
        const QDate date = value.date();
        if (field.id == QLatin1StringView("startsOn") && date.day() != 1)
            return Words::tr("A contract starts on the first day of a month: money is paid monthly.");
        if (field.id == QLatin1StringView("endsOn") && date.day() != date.daysInMonth())
            return Words::tr("A contract ends on the last day of a month: money is paid monthly.");
        return {};
    }
    if (value.fits(ValueType::Rate))
        if (const QString why = rateRefusal(field.id, *value.rate()); !why.isEmpty())
            return why;
    if (field.id == QLatin1StringView("per") && *value.count() < 1)
        return Words::tr("A rate is per at least 1: type 100 for a percentage.");
    const bool isNegative = (value.fits(ValueType::Money) && value.money()->isNegative()) ||
                            (value.fits(ValueType::Rate) && value.rate()->isNegative()) ||
                            (value.fits(ValueType::People) && *value.people() < People()) ||
                            (value.fits(ValueType::Count) && *value.count() < 0);
    if (!isNegative || mayBeNegative(field.id))
        return {};
    if (entity == QAnyStringView(IndicatorResult::type.id))
        return Words::tr("Nobody can be counted below zero.");
    return Words::tr("“%1” is not below zero.").arg(labelOf(field));
}

} // namespace placewright
