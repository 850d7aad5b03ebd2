#include "core/words/phrases.h"

#include "core/plan/names.h"

#include <QCoreApplication>
#include <QLocale>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

QLocale british()
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace

QString numberWord(qsizetype number)
{
    static constexpr const char* words[] = {
        QT_TRANSLATE_NOOP("Phrases", "no"),    QT_TRANSLATE_NOOP("Phrases", "one"),
        QT_TRANSLATE_NOOP("Phrases", "two"),   QT_TRANSLATE_NOOP("Phrases", "three"),
        QT_TRANSLATE_NOOP("Phrases", "four"),  QT_TRANSLATE_NOOP("Phrases", "five"),
        QT_TRANSLATE_NOOP("Phrases", "six"),   QT_TRANSLATE_NOOP("Phrases", "seven"),
        QT_TRANSLATE_NOOP("Phrases", "eight"), QT_TRANSLATE_NOOP("Phrases", "nine"),
        QT_TRANSLATE_NOOP("Phrases", "ten"),   QT_TRANSLATE_NOOP("Phrases", "eleven"),
        QT_TRANSLATE_NOOP("Phrases", "twelve")};
    if (number >= 0 && number < static_cast<qsizetype>(std::size(words)))
        return Words::tr(words[number]);
    return british().toString(number);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString lowered(QString text)
{
    if (text.size() > 1 && !text.at(1).isUpper())
        text[0] = text.at(0).toLower();
    return text;
}

QString listed(const QStringList& names)
{
    if (names.size() < 2)
        return names.value(0);
    return Words::tr("%1 and %2").arg(names.first(names.size() - 1).join(u", "_s), names.last());
}

QString partnerShown(const Plan& plan, const Id& partner)
{
    const Partner* found = plan.partners.find(partner);
    return found && !found->shortName.isEmpty() ? found->shortName : nameOf(plan, Partner::type.id, partner);
}

QString dateShown(const QDate& date)
{
    return british().toString(date, u"d MMMM yyyy"_s);
}

} // namespace placewright
