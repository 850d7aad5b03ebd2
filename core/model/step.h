#pragma once

#include "core/model/change.h"

#include <QDateTime>

namespace placewright {

// What a person did: a sentence, who, when, why, and the Changes that are applied together or not at all.
struct Step
{
    QString what; // "Pasted 40 lines", in the language of the person
    QString why;
    Id who;         // of a Person; the name stands apart, so that it can be erased
    QDateTime when; // UTC, whole seconds
    QList<Change> changes;

    friend bool operator==(const Step&, const Step&) = default;
};

// The Changes in reverse order, each inverted. `what`, `why`, `who` and `when` are the caller's to set.
Step inverse(const Step& step);

QJsonObject stepToJson(const Step& step);
Result<Step> stepFromJson(const QJsonObject& json, const Schema& schema);

// Bytes that are the same for the same Step on every machine: keys sorted, no white space, UTF-8.
QByteArray canonicalBytes(const QJsonObject& object);

} // namespace placewright
