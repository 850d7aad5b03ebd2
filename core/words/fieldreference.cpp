#include "core/words/fieldreference.h"

#include <QCoreApplication>
#include <QStringList>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FieldReference)
};

QString holds(const Field& field, const Schema& schema)
{
    if (!field.references.isEmpty())
        return Words::tr("one of: %1").arg(pluralLabelOf(*schema.type(field.references)).toLower());
    if (!field.choices.rulebookList.isEmpty())
        return Words::tr("from the year’s rulebook");
    if (!field.choices.fixed.empty()) {
        QStringList choices;
        for (const Choice& choice : field.choices.fixed)
            choices.append(labelOfChoice(field, choice.value));
        return choices.join(u"; "_s);
    }
    switch (field.type) {
    case ValueType::Money:
        return Words::tr("pounds and pence");
    case ValueType::Rate:
        return Words::tr("a number, up to 12 decimals");
    case ValueType::People:
        return Words::tr("people, up to 9 decimals");
    case ValueType::Count:
        return Words::tr("a whole number");
    case ValueType::Flag:
        return Words::tr("yes or no");
    case ValueType::Date:
        return Words::tr("a date");
    case ValueType::Person:
        return Words::tr("a person’s name");
    default:
        return Words::tr("text");
    }
}

QString oneFor(KeyedBy keyedBy)
{
    switch (keyedBy) {
    case KeyedBy::Year:
        return Words::tr("each year");
    case KeyedBy::Area:
        return Words::tr("each area");
    case KeyedBy::YearAndArea:
        return Words::tr("each year and area");
    case KeyedBy::Nothing:
        break;
    }
    return {};
}

QString cell(QString text)
{
    return text.replace(u'|', u'/');
}

} // namespace

QString fieldReference(const Schema& schema)
{
    QString markdown;
    for (const EntityType* type : schema.types) {
        markdown += u"## %1\n\n| %2 | %3 | %4 | %5 |\n|---|---|---|---|\n"_s.arg(
            pluralLabelOf(*type), Words::tr("Field"), Words::tr("What it is"), Words::tr("Holds"),
            Words::tr("One for"));
        for (const Field& field : type->fields) {
            const QString must = field.required ? Words::tr(" Must be given.") : QString();
            markdown += u"| %1 | %2%3 | %4 | %5 |\n"_s.arg(cell(labelOf(field)), cell(helpOf(field)), must,
                                                           cell(holds(field, schema)), oneFor(field.keyedBy));
        }
        markdown += u'\n';
    }
    return markdown;
}

} // namespace placewright
