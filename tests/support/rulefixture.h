#pragma once

#include "core/evaluate/evaluation.h"
#include "core/exchange/pinrulebooks.h"
#include "core/exchange/planjson.h"
#include "core/exchange/readshelf.h"
#include "core/plan/edit.h"

#include <QFile>
#include <QTest>

// Plans of tests/data/bcf and the sample, with their rulebooks pinned, for tests of rules, fixes and their words.
namespace rulefixture {

using namespace placewright;
using namespace Qt::StringLiterals;

struct Loaded
{
    Plan plan;
    Shelf shelf;
    QString error; // empty: loaded
};

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QMap<QString, QByteArray> builtIn()
{
    return {{u"2024-25"_s, bytesOf(u":/rulebooks/2024-25.json"_s)},
            {u"2025-26"_s, bytesOf(u":/rulebooks/2025-26.json"_s)},
            {u"calderbourne-2026-27"_s, bytesOf(u":/sample/calderbourne-2026-27.json"_s)}};
}

inline Loaded load(const QByteArray& planJson, const QMap<QString, QByteArray>& rulebooks = builtIn())
{
    Result<PlanTree> tree = planFromJson(planJson);
    if (!tree)
        return {{}, {}, tree.error().text};
    const Outcome pinned = pinRulebooks(*tree, rulebooks);
    if (!pinned)
        return {{}, {}, pinned.error().text};
    const Result<Shelf> shelf = readShelf(*tree);
    if (!shelf)
        return {{}, {}, shelf.error().text};
    return {tree->base, *shelf, {}};
}

inline QByteArray fixtureJson(const QString& name)
{
    return bytesOf(QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/tests/data/bcf/%1.json").arg(name));
}

inline Money pounds(const char* plain)
{
    return moneyFromPlain(QString::fromLatin1(plain)).value();
}

inline const Finding* finding(const QList<Finding>& findings, QStringView rule, const Id& subject = {})
{
    for (const Finding& found : findings)
        if (found.rule == rule && (subject.isNull() || found.subject == subject))
            return &found;
    return nullptr;
}

inline QString statusName(FindingStatus status)
{
    constexpr const char* names[] = {"pass", "fail", "notApplicable", "unknown"};
    return QString::fromLatin1(names[static_cast<int>(status)]);
}

// Money, counts and dates as the command line writes them; "-" for nothing known.
inline QString plain(const Figure& figure)
{
    if (const Money* money = std::get_if<Money>(&figure))
        return moneyToPlain(*money);
    if (const qint64* count = std::get_if<qint64>(&figure))
        return QString::number(*count);
    if (const QDate* date = std::get_if<QDate>(&figure))
        return date->toString(Qt::ISODate);
    return u"-"_s;
}

// "pass 27000000.00 27000000.00 0.00": status, required, planned, margin.
inline QString summary(const Finding& found)
{
    return u"%1 %2 %3 %4"_s.arg(statusName(found.status), plain(found.required), plain(found.planned),
                                plain(found.margin));
}

} // namespace rulefixture
