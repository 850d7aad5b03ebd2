#include "ui/models/typing.h"

#include <QCoreApplication>

namespace placewright {

namespace {

bool same(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

Error notListed(const QString& text, const Field& field)
{
    return {QCoreApplication::translate("Typing",
                                        "“%1” is not in the list of %2. Choose from the list, or press Esc.")
                .arg(text, labelOf(field).toLower())};
}

Result<Value> referenceFrom(const Plan& plan, const Field& field, const QString& text)
{
    const TableBase& rows = *plan.table(field.references);
    Id found;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Id& id = rows.idAt(i);
        if (id.text() == text)
            return Value(id);
        const QString shortName = plan.value(field.references, id, u"shortName").text();
        if (!same(nameOf(plan, field.references, id), text) && !same(shortName, text))
            continue;
        if (!found.isNull())
            return Error{
                QCoreApplication::translate("Typing", "More than one is called “%1”. Rename one first.")
                    .arg(text)};
        found = id;
    }
    if (found.isNull())
        return notListed(text, field);
    return Value(found);
}

Result<Value> rulebookChoiceFrom(const Rulebook* rulebook, const Field& field, const QString& text)
{
    if (!rulebook)
        return Value(text); // no rules: nothing to hold it against
    const QString list(field.choices.rulebookList);
    for (const RulebookEntry& entry : rulebook->list(list))
        if (same(entry.value, text) || same(entry.label, text) || same(entry.shortLabel, text))
            return Value(entry.value);
    // A value of another round stays possible: the conditions say so (BCF-13), the cell does not refuse it.
    if (rulebook->list(list).isEmpty())
        return Value(text);
    return notListed(text, field);
}

} // namespace

Result<Value> typedValue(const Plan& plan, const Rulebook* rulebook, const Field& field, const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Value();
    if (field.type == ValueType::Reference)
        return referenceFrom(plan, field, text);
    if (field.type == ValueType::Choice) {
        if (!field.choices.rulebookList.isEmpty())
            return rulebookChoiceFrom(rulebook, field, text);
        for (const Choice& choice : field.choices.fixed)
            if (same(QString(choice.value), text) || same(labelOfChoice(field, choice.value), text))
                return Value(QString(choice.value));
        return notListed(text, field);
    }
    return valueFromTyped(field.type, text);
}

QString shownTyped(const Plan& plan, const Rulebook* rulebook, const Field& field, const Value& value)
{
    if (value.isNull())
        return {};
    if (field.type == ValueType::Choice && !field.choices.rulebookList.isEmpty())
        return rulebook ? rulebook->shortLabel(QString(field.choices.rulebookList), value.text())
                        : value.text();
    if (field.references == Partner::type.id)
        if (const Partner* partner = plan.partners.find(value.id()); partner && !partner->shortName.isEmpty())
            return partner->shortName;
    return shownValue(plan, field, value);
}

QStringList typedChoices(const Plan& plan, const Rulebook* rulebook, const Field& field)
{
    QStringList choices;
    if (field.type == ValueType::Reference) {
        const TableBase& rows = *plan.table(field.references);
        for (qsizetype i = 0; i < rows.size(); ++i)
            choices.append(shownTyped(plan, rulebook, field, Value(rows.idAt(i))));
    } else if (!field.choices.rulebookList.isEmpty() && rulebook) {
        for (const RulebookEntry& entry : rulebook->list(QString(field.choices.rulebookList)))
            choices.append(entry.shortLabel.isEmpty() ? entry.label : entry.shortLabel);
    } else {
        for (const Choice& choice : field.choices.fixed)
            choices.append(labelOfChoice(field, choice.value));
    }
    if (!choices.isEmpty() && !field.required)
        choices.prepend(QString());
    return choices;
}

} // namespace placewright
