#include "core/place/codeset.h"

#include <QCoreApplication>

namespace placewright {

QString codeSetLabel(QAnyStringView id)
{
    for (const Choice& choice : codeSetChoices)
        if (choice.value == id)
            return QCoreApplication::translate("Field", choice.label);
    return id.toString();
}

} // namespace placewright
