#include "ui/models/rulebookchoices.h"

#include "core/exchange/builtinrulebooks.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

QString say(const char* text)
{
    return QCoreApplication::translate("RulebookChoices", text);
}

QString yearStarting(int start)
{
    return u"%1-%2"_s.arg(start, 4, 10, QChar(u'0')).arg((start + 1) % 100, 2, 10, QChar(u'0'));
}

} // namespace

QList<RulebookChoice> rulebookChoices(const PlanDocument& document)
{
    QList<RulebookChoice> choices;
    const auto append = [&](const QByteArray& text) {
        const QString hash = sha256Hex(text);
        if (std::any_of(choices.begin(), choices.end(),
                        [&](const RulebookChoice& choice) { return choice.hash == hash; }))
            return;
        if (const Result<Rulebook> rulebook = Rulebook::fromJson(text))
            choices.append({rulebook->id, rulebook->title, hash, text});
    };
    for (const FinancialYear& year : document.plan().years)
        if (const auto text = document.tree().blobs.constFind(year.rulebookHash);
            text != document.tree().blobs.cend())
            append(*text);
    for (const QByteArray& text : builtInRulebooks())
        append(text);
    return choices;
}

bool pinRulebook(PlanDocument& document, const Id& year, const RulebookChoice* choice)
{
    StepBuilder builder(document.plan());
    builder.set(FinancialYear::type.id, year, u"rulebook", Value(choice ? choice->id : QString()));
    builder.set(FinancialYear::type.id, year, u"rulebookHash", Value(choice ? choice->hash : QString()));
    if (!choice)
        return document.commit(builder.step(say("%1 stands under no rulebook").arg(year.text())));
    return document.commit(builder.step(say("%1 stands under %2").arg(year.text(), choice->title)),
                           {{choice->hash, choice->text}});
}

QString nextYear(const Plan& plan, const QDate& today)
{
    if (plan.years.isEmpty())
        return yearStarting(today.month() >= 4 ? today.year() : today.year() - 1);
    const QString last = plan.years[plan.years.size() - 1].id.text();
    return yearAfter(last);
}

bool addYear(PlanDocument& document, const QString& year)
{
    StepBuilder builder(document.plan());
    builder.add(FinancialYear::type.id, Id(year));
    return document.commit(builder.step(say("Added the year %1").arg(year)));
}

} // namespace placewright
