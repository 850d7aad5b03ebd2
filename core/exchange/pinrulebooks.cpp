#include "core/exchange/pinrulebooks.h"

#include <QCoreApplication>

namespace placewright {

Outcome pinRulebooks(PlanTree& tree, const QMap<QString, QByteArray>& builtIn)
{
    PlanTree pinned = tree;
    for (qsizetype i = 0; i < tree.base.years.size(); ++i) {
        const FinancialYear& year = tree.base.years[i];
        if (year.rulebook.isEmpty() || !year.rulebookHash.isEmpty())
            continue;
        const auto text = builtIn.constFind(year.rulebook);
        if (text == builtIn.constEnd())
            return Error{QCoreApplication::translate("PlanJson",
                                                     "years[%1].rulebook: “%2” is not one of this program's "
                                                     "rulebooks (%3).")
                             .arg(i)
                             .arg(year.rulebook, QStringList(builtIn.keys()).join(QLatin1StringView(", ")))};
        const QString hash = sha256Hex(*text);
        pinned.blobs.insert(hash, *text);
        static_cast<FinancialYear*>(pinned.base.years.edit(i))->rulebookHash = hash;
    }
    tree = std::move(pinned);
    return Done{};
}

} // namespace placewright
