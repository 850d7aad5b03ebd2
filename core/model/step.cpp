#include "core/model/step.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

} // namespace

Step inverse(const Step& step)
{
    Step back;
    back.changes.reserve(step.changes.size());
    std::transform(step.changes.rbegin(), step.changes.rend(), std::back_inserter(back.changes),
                   [](const Change& change) { return inverse(change); });
    return back;
}

QJsonObject stepToJson(const Step& step)
{
    QJsonObject json;
    if (!step.what.isEmpty())
        json.insert(u"what"_s, step.what);
    if (!step.why.isEmpty())
        json.insert(u"why"_s, step.why);
    if (!step.who.isNull())
        json.insert(u"who"_s, step.who.text());
    if (step.when.isValid())
        json.insert(u"when"_s, step.when.toUTC().toString(Qt::ISODate));
    QJsonArray changes;
    for (const Change& change : step.changes)
        changes.append(changeToJson(change));
    json.insert(u"changes"_s, changes);
    return json;
}

Result<Step> stepFromJson(const QJsonObject& json, const Schema& schema)
{
    Step step;
    step.what = json.value("what"_L1).toString();
    step.why = json.value("why"_L1).toString();
    step.who = Id(json.value("who"_L1).toString());
    if (const QString when = json.value("when"_L1).toString(); !when.isEmpty()) {
        step.when = QDateTime::fromString(when, Qt::ISODate);
        if (!step.when.isValid() ||
            step.when.timeSpec() == Qt::LocalTime) // would mean another moment elsewhere
            return Error{
                QCoreApplication::translate("Step", "when: “%1” is not a time like 2026-03-04T10:00:00Z.")
                    .arg(when)};
        step.when = step.when.toUTC();
    }
    if (!json.value("changes"_L1).isArray())
        return Error{QCoreApplication::translate("Step", "changes: A list in brackets is expected.")};
    const QJsonArray changes = json.value("changes"_L1).toArray();
    step.changes.reserve(changes.size());
    for (qsizetype i = 0; i < changes.size(); ++i) {
        Result<Change> change = changeFromJson(changes.at(i).toObject(), schema);
        if (!change)
            return Error{u"changes[%1].%2"_s.arg(i).arg(change.error().text)};
        step.changes.append(*change);
    }
    return step;
}

QByteArray canonicalBytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace placewright
