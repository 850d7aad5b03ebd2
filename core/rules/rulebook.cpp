#include "core/rules/rulebook.h"

#include "core/place/place.h"

#include <QLocale>

#include <algorithm>

namespace placewright {

namespace {

template <class T, class Wanted> const T* findBy(const QList<T>& list, QString T::*member, Wanted wanted)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const T& t) { return t.*member == wanted; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

// English whatever the computer speaks: rulebooks are.
QDate dateOf(const RulebookFact& fact)
{
    const QDate iso = QDate::fromString(fact.value, Qt::ISODate);
    return iso.isValid() ? iso : QLocale::c().toDate(fact.value, QStringLiteral("d MMMM yyyy"));
}

QDate dayOf(const RulebookFact& fact, const QString& year)
{
    const QDate day =
        QLocale::c().toDate(fact.value + QStringLiteral(" 2000"), QStringLiteral("d MMMM yyyy"));
    if (!day.isValid() || !isYearName(year))
        return {};
    constexpr int firstMonth = 4; // a financial year begins on 1 April
    return {QStringView(year).left(4).toInt() + (day.month() < firstMonth ? 1 : 0), day.month(), day.day()};
}

const RulebookFact* RulebookEntry::fact(QStringView factId) const
{
    return findBy(facts, &RulebookFact::id, factId);
}

const QList<RulebookEntry>& Rulebook::list(QStringView name) const
{
    static const QList<RulebookEntry> none;
    for (auto it = m_lists.constBegin(); it != m_lists.constEnd(); ++it)
        if (it.key() == name)
            return *it;
    return none;
}

const RulebookEntry* Rulebook::entry(QStringView listName, QStringView value) const
{
    return findBy(list(listName), &RulebookEntry::value, value);
}

const RulebookCheck* Rulebook::check(QStringView rule) const
{
    return findBy(checks, &RulebookCheck::rule, rule);
}

const RulebookFact* Rulebook::fact(QStringView factId) const
{
    return findBy(facts, &RulebookFact::id, factId);
}

QString Rulebook::label(QStringView listName, const QString& value) const
{
    const RulebookEntry* found = entry(listName, value);
    return found ? found->label : value;
}

QString Rulebook::shortLabel(QStringView listName, const QString& value) const
{
    const RulebookEntry* found = entry(listName, value);
    return found ? found->shortLabel : value;
}

int Rulebook::notConfirmed() const
{
    return static_cast<int>(std::count_if(facts.begin(), facts.end(), [](const RulebookFact& fact) {
        return fact.confidence != Confidence::Seen;
    }));
}

} // namespace placewright
