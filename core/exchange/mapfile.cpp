#include "core/exchange/mapfile.h"

#include "core/exchange/jsontext.h"
#include "core/exchange/mapformats.h"
#include "core/money/numeral.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
constexpr qsizetype openingBytes = 8'192;

QString lineOf(QByteArrayView bytes, qsizetype at)
{
    return QString::number(1 + bytes.first(std::clamp<qsizetype>(at, 0, bytes.size())).count('\n'));
}

Error refuse(const QString& fileName, const QString& why)
{
    return {QCoreApplication::translate("MapFile", "“%1”: %2", "a file name, and what is wrong in it")
                .arg(fileName, why)};
}

std::optional<Error> textFault(const QByteArray& bytes, const QString& fileName)
{
    if (bytes.isEmpty())
        return refuse(fileName, QCoreApplication::translate("MapFile", "the file is empty; fetch it again."));
    if (bytes.size() > largestMap) {
        return refuse(
            fileName,
            QCoreApplication::translate("MapFile",
                                        "%1 bytes are too many for a map, where at most %2 are read; use a "
                                        "simplified map, or only the areas of this place.")
                .arg(withCommas(QString::number(bytes.size())), withCommas(QString::number(largestMap))));
    }
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") ||
        bytes.left(openingBytes).contains('\0')) {
        return refuse(fileName, QCoreApplication::translate(
                                    "MapFile", "the text is UTF-16, not UTF-8; save the file as UTF-8."));
    }
    if (!QByteArrayView(bytes).isValidUtf8())
        return refuse(fileName, QCoreApplication::translate(
                                    "MapFile", "the text is not UTF-8; save the file as UTF-8."));
    return {};
}

} // namespace

bool looksLikeShapes(const QByteArray& bytes)
{
    QByteArray opening = bytes.left(openingBytes);
    opening.removeIf([](char c) { return c == '\0'; });
    for (const QByteArrayView mark :
         {byteOrderMark, QByteArrayView("\xFF\xFE"), QByteArrayView("\xFE\xFF")}) {
        if (opening.startsWith(mark))
            opening.remove(0, mark.size());
    }
    if (!opening.trimmed().startsWith('{'))
        return false;
    return opening.contains("\"FeatureCollection\"") || opening.contains("\"features\"") ||
           opening.contains("\"hexes\"") || opening.contains("\"Topology\"");
}

bool isOnsCode(QStringView text)
{
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return text.size() == 9 && text.front() >= u'A' && text.front() <= u'Z' &&
           std::all_of(text.begin() + 1, text.end(), digit);
}

QString codeSetOfProperty(const QString& header)
{
    struct Known
    {
        QLatin1StringView start;
        QLatin1StringView set;
    };
    constexpr std::array<Known, 17> known{{{QLatin1StringView("LSOA11"), codeSet::lsoa11},
                                           {QLatin1StringView("LSOA21"), codeSet::lsoa21},
                                           {QLatin1StringView("MSOA21"), codeSet::msoa21},
                                           {QLatin1StringView("WD24"), codeSet::ward24},
                                           {QLatin1StringView("LAD19"), codeSet::lad19},
                                           {QLatin1StringView("LAD22"), codeSet::lad22},
                                           {QLatin1StringView("LAD23"), codeSet::lad23},
                                           {QLatin1StringView("LAD24"), codeSet::lad23},
                                           {QLatin1StringView("LTLA22"), codeSet::lad22},
                                           {QLatin1StringView("LTLA23"), codeSet::lad23},
                                           {QLatin1StringView("LTLA24"), codeSet::lad23},
                                           {QLatin1StringView("UTLA23"), codeSet::utla23},
                                           {QLatin1StringView("CTYUA23"), codeSet::utla23},
                                           {QLatin1StringView("ICB22"), codeSet::icb},
                                           {QLatin1StringView("ICB23"), codeSet::icb},
                                           {QLatin1StringView("ICB24"), codeSet::icb},
                                           {QLatin1StringView("STP21"), codeSet::icb}}};
    const QString upper = header.toUpper();
    for (const Known& one : known) {
        if (upper == one.start + "CD"_L1)
            return one.set.toString();
    }
    if (upper.startsWith("SICBL"_L1) && upper.endsWith("CD"_L1))
        return codeSet::subIcb.toString();
    if (upper.startsWith("RGN"_L1) && upper.endsWith("CD"_L1))
        return codeSet::region.toString();
    return codeSet::other.toString();
}

QString codeText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().trimmed();
    if (!value.isDouble())
        return {};
    const double number = value.toDouble();
    return std::abs(number) < 1e15 && std::trunc(number) == number
               ? QString::number(static_cast<qint64>(number))
               : QString();
}

QString nameOf(const QJsonObject& properties, const QString& codeProperty)
{
    if (codeProperty.endsWith("CD"_L1, Qt::CaseInsensitive)) {
        const QString stem = codeProperty.chopped(2);
        for (const QString& key : {QString(stem + "NM"_L1), QString(stem + "nm"_L1)}) {
            if (const QJsonValue name = properties.value(key); name.isString())
                return name.toString().trimmed();
        }
    }
    for (const auto key : {"name"_L1, "NAME"_L1, "Name"_L1, "n"_L1}) {
        if (const QJsonValue name = properties.value(key); name.isString())
            return name.toString().trimmed();
    }
    return {};
}

Result<AreaShapes> readShapes(const QByteArray& bytes, const QString& fileName, const QString& codeProperty)
{
    if (const auto fault = textFault(bytes, fileName))
        return *fault;
    const qsizetype mark = bytes.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
    const QByteArray text = QByteArray::fromRawData(bytes.constData() + mark, bytes.size() - mark);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(text, &fault);
    if (fault.error == QJsonParseError::DeepNesting) {
        return refuse(fileName,
                      QCoreApplication::translate(
                          "MapFile", "brackets are nested too deeply for a map; fetch the file again."));
    }
    if (fault.error != QJsonParseError::NoError) {
        return refuse(fileName,
                      QCoreApplication::translate("MapFile", "line %1 is not JSON (%2); the file may be cut "
                                                             "short: fetch it again.")
                          .arg(lineOf(text, fault.offset), fault.errorString()));
    }
    const QJsonObject root = document.object();
    const auto finished = [&](Result<AreaShapes> shapes) -> Result<AreaShapes> {
        return shapes ? std::move(shapes) : refuse(fileName, shapes.error().text);
    };
    if (root.value("type"_L1) == "Topology"_L1) {
        return refuse(fileName, QCoreApplication::translate(
                                    "MapFile", "TopoJSON is not read; use the same map as GeoJSON."));
    }
    if (root.value("type"_L1) == "FeatureCollection"_L1 || root.value("features"_L1).isArray())
        return finished(readGeoJson(root, codeProperty));
    if (root.value("hexes"_L1).isObject()) {
        const auto once = parseJsonObject(text); // of an area that stands twice, QJsonDocument keeps the last
        return once ? finished(readHexJson(root, codeProperty)) : refuse(fileName, once.error().text);
    }
    return refuse(fileName,
                  QCoreApplication::translate(
                      "MapFile", "neither a GeoJSON FeatureCollection nor HexJSON with “hexes”; choose "
                                 "a file of a map."));
}

} // namespace placewright
