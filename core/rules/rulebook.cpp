#include "core/rules/rulebook.h"

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
