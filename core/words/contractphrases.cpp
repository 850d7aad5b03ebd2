#include "core/words/contractphrases.h"

#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContractPhrases)
};

constexpr auto nearest = Rounding::HalfAwayFromZero;
constexpr int mostPlaces = 12; // of an entered decimal

QString perSo(const QString& number, qint64 per)
{
    return per == 100 ? Words::tr("%1%").arg(number) : Words::tr("%1 per %2").arg(number, countShown(per));
}

} // namespace

QString fewestPlaces(const Ratio& number, int atLeast)
{
    QString text = formatDecimal(number, mostPlaces, nearest);
    qsizetype drop = mostPlaces - atLeast;
    while (drop > 0 && text.endsWith(u'0')) {
        text.chop(1);
        --drop;
    }
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString partAsPercent(const Ratio& part)
{
    return Words::tr("%1%").arg(fewestPlaces(part * Ratio(100), 2));
}

QString roundedPercent(const Ratio& part)
{
    return formatPercent(part, 2);
}

QString countShown(qint64 number)
{
    return formatDecimal(Ratio(number), 0, nearest);
}

QString rateShown(const Ratio& rate, qint64 per)
{
    return perSo(formatDecimal(rate, 2, nearest), per);
}

QString thresholdShown(const Ratio& threshold, qint64 per)
{
    return perSo(fewestPlaces(threshold), per);
}

QString fifthShown(int fifth)
{
    const QString name = Words::tr("Fifth %1").arg(fifth + 1);
    return fifth == 0                ? Words::tr("%1, most deprived").arg(name)
           : fifth == fifthCount - 1 ? Words::tr("%1, least deprived").arg(name)
                                     : name;
}

QString shortFifth(int fifth)
{
    return Words::tr("fifth %1").arg(fifth + 1);
}

QString yearsShown(qsizetype years)
{
    return years == 1 ? Words::tr("one year") : Words::tr("%1 years").arg(numberWord(years));
}

} // namespace placewright
