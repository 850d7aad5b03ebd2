#include "core/exchange/csv.h"
#include "core/exchange/practicefile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QByteArrayView withoutMark(QByteArrayView bytes)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    return bytes.startsWith(mark) ? bytes.sliced(mark.size()) : bytes;
}

// "A83005: WHINFIELD MEDICAL PRACTICE"
SavedPractice savedPractice(const QString& text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return {text.trimmed().toUpper(), {}};
    return {text.first(colon).trimmed().toUpper(), text.sliced(colon + 1).trimmed()};
}

Result<SavedPlace> readPlace(const QString& name, const QJsonValue& json)
{
    if (!json.isObject() || !json[u"gps"_s].isArray()) {
        return Error{QCoreApplication::translate("NeedFile", "the place “%1” has no list “gps” of practices.")
                         .arg(name)};
    }
    SavedPlace place;
    place.name = name;
    place.icb = json[u"icb"_s].toString().trimmed();
    QSet<QString> seen;
    for (const QJsonValue entry : json[u"gps"_s].toArray()) {
        const SavedPractice practice = savedPractice(entry.toString());
        if (practice.code.isEmpty()) {
            return Error{
                QCoreApplication::translate("NeedFile", "the place “%1” lists a practice without a code.")
                    .arg(name)};
        }
        if (!seen.contains(practice.code))
            place.practices.append(practice);
        seen.insert(practice.code);
    }
    return place;
}

} // namespace

bool looksLikeSavedPlaces(const QByteArray& bytes)
{
    return withoutMark(bytes).trimmed().startsWith('{');
}

Result<QList<SavedPlace>> readSavedPlaces(const QByteArray& bytes, const QString& fileName)
{
    if (const auto text = CsvScanner::open(bytes, fileName); !text)
        return text.error();
    const QByteArrayView json = withoutMark(bytes);
    QJsonParseError fault;
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &fault);
    if (fault.error != QJsonParseError::NoError) {
        const auto line =
            1 + std::count(json.begin(), json.begin() + std::min<qsizetype>(fault.offset, json.size()), '\n');
        return Error{QCoreApplication::translate("NeedFile",
                                                 "“%1”, line %2: not JSON as the place tool saves it (%3).")
                         .arg(fileName, QString::number(line), fault.errorString())};
    }
    const auto refuse = [&](const QString& why) {
        return Error{
            QCoreApplication::translate("NeedFile", "“%1”: %2", "a file name, and what is wrong in it")
                .arg(fileName, why)};
    };
    const QJsonObject root = document.object();
    if (!root[u"places"_s].isArray()) {
        return refuse(QCoreApplication::translate(
            "NeedFile", "not a file of saved places, for it has no list “places” of names."));
    }

    QList<SavedPlace> places;
    QSet<QString> names;
    for (const QJsonValue entry : root[u"places"_s].toArray()) {
        const QString name = entry.toString();
        if (name.trimmed().isEmpty())
            return refuse(
                QCoreApplication::translate("NeedFile", "a place in the list “places” has no name."));
        if (names.contains(name))
            return refuse(
                QCoreApplication::translate("NeedFile", "the place “%1” is listed twice.").arg(name));
        names.insert(name);
        const auto place = readPlace(name, root[name]);
        if (!place)
            return refuse(place.error().text);
        places.append(*place);
    }
    if (places.isEmpty())
        return refuse(QCoreApplication::translate("NeedFile", "it holds no place."));
    return places;
}

} // namespace placewright
