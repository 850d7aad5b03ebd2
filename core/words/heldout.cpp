#include "core/words/heldout.h"

#include <QCoreApplication>

namespace placewright {

QStringList heldOut(const PlanTree& tree, const QList<StaleStep>& stale, const Plan& plan)
{
    QStringList sentences;
    for (const StaleStep& held : stale) {
        const Step step = tree.steps.value(held.scenario).value(held.step);
        sentences.append(QCoreApplication::translate("HeldOut", "Held out: “%1”. %2")
                             .arg(step.what, describe(held.conflicts.first(), step, plan)));
    }
    return sentences;
}

} // namespace placewright
