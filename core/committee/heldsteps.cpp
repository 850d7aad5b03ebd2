#include "core/committee/heldsteps.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

Error unreadable(const ResolutionStep& step, const QString& why)
{
    return {QCoreApplication::translate("HeldSteps", "What “%1” would change cannot be read: %2")
                .arg(step.what, why)};
}

} // namespace

QString heldChanges(const QList<Change>& changes)
{
    QJsonArray list;
    for (const Change& change : changes)
        list.append(changeToJson(change));
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

Result<QList<Change>> changesHeld(const ResolutionStep& step, const Schema& schema)
{
    const QJsonDocument document = QJsonDocument::fromJson(step.changes.toUtf8());
    if (!document.isArray())
        return unreadable(
            step, QCoreApplication::translate("HeldSteps", "a list of changes in brackets is expected."));
    const QJsonArray list = document.array();
    QList<Change> changes;
    changes.reserve(list.size());
    for (qsizetype i = 0; i < list.size(); ++i) {
        Result<Change> change = changeFromJson(list.at(i).toObject(), schema);
        if (!change)
            return unreadable(step, u"[%1].%2"_s.arg(i).arg(change.error().text));
        changes.append(*change);
    }
    return changes;
}

} // namespace placewright
