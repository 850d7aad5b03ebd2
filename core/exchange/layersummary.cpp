#include "core/exchange/layersummary.h"

#include "core/money/numeral.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QList<const Practice*> practicesOf(const Plan& plan, const Id& area, const PracticeTable& table)
{
    QList<const Practice*> practices;
    for (const PracticeMembership& membership : plan.practices) {
        if (membership.area != area)
            continue;
        if (const Practice* practice = table.find(membership.practice))
            practices.append(practice);
    }
    return practices;
}

QSet<QString> districtsOfPlace(const Plan& plan)
{
    QSet<QString> districts;
    for (const Partner& partner : plan.partners) {
        if ((partner.kind == partnerKind::council || partner.kind == partnerKind::district) &&
            !partner.code.isEmpty())
            districts.insert(partner.code);
    }
    return districts;
}

QSet<QString> codesInLayer(const Plan& plan, const Id& layer)
{
    QSet<Id> areas;
    for (const Area& area : plan.areas) {
        if (area.layer == layer)
            areas.insert(area.id);
    }
    QSet<QString> codes;
    for (const PracticeMembership& membership : plan.practices) {
        if (areas.contains(membership.area))
            codes.insert(membership.practice);
    }
    return codes;
}

QSet<QString> icbsOfPlace(const Plan& plan, const PracticeTable& table, const QSet<QString>& inLayer)
{
    QSet<QString> held;
    QSet<QString> ofLayer;
    for (const Practice& practice : table.practices()) {
        held.insert(practice.icb);
        if (inLayer.contains(practice.code))
            ofLayer.insert(practice.icb);
    }
    QSet<QString> ofPlan;
    for (const Partner& partner : plan.partners) {
        if (partner.kind == partnerKind::icb && held.contains(partner.code))
            ofPlan.insert(partner.code);
    }
    return ofPlan.isEmpty() ? ofLayer : ofPlan;
}

} // namespace

QString shownPractice(const QString& code, const QString& name)
{
    return name.isEmpty() ? code : code + u' ' + name;
}

QString shownCount(qsizetype count)
{
    return withCommas(QString::number(count));
}

QString districtCounts(const QList<const Practice*>& practices)
{
    struct Count
    {
        QString name;
        qsizetype practices = 0;
    };
    QMap<QString, Count> counts;
    for (const Practice* practice : practices) {
        Count& count = counts[practice->district];
        count.name = practice->districtName;
        ++count.practices;
    }
    QStringList codes = counts.keys();
    std::stable_sort(codes.begin(), codes.end(), [&counts](const QString& a, const QString& b) {
        return counts[a].practices > counts[b].practices;
    });
    QStringList parts;
    for (const QString& code : std::as_const(codes)) {
        const QString district = code.isEmpty() ? QCoreApplication::translate("NeedImport", "no district")
                                                : shownPractice(code, counts[code].name);
        parts.append(district + u' ' + shownCount(counts[code].practices));
    }
    return parts.join(u", "_s);
}

QStringList practicesInNoArea(const Plan& plan, const Id& layer, const PracticeTable& table)
{
    const QSet<QString> inLayer = codesInLayer(plan, layer);
    const QSet<QString> icbs = icbsOfPlace(plan, table, inLayer);
    const QSet<QString> districts = districtsOfPlace(plan);
    QStringList left;
    for (const Practice& practice : table.practices()) {
        if ((icbs.contains(practice.icb) || districts.contains(practice.district)) &&
            !inLayer.contains(practice.code)) {
            left.append(shownPractice(practice.code, practice.name) +
                        (practice.district.isEmpty() ? QString() : u" (%1)"_s.arg(practice.district)));
        }
    }
    return left;
}

QStringList layerSummary(const Plan& after, const Id& layer, const PracticeTable& table,
                         const NeedImport& made)
{
    QStringList sentences;
    const QSet<QString> ownDistricts = districtsOfPlace(after);
    QList<const Practice*> outside;
    QStringList ofAreas;
    for (const Area& area : after.areas) {
        if (area.layer != layer)
            continue;
        const QList<const Practice*> practices = practicesOf(after, area.id, table);
        ofAreas.append(QCoreApplication::translate("NeedImport", "%1: practices %2; by district: %3.",
                                                   "an area, a number, districts with numbers")
                           .arg(area.name, shownCount(practices.size()), districtCounts(practices)));
        for (const Practice* practice : practices) {
            if (!ownDistricts.isEmpty() && !ownDistricts.contains(practice->district))
                outside.append(practice);
        }
    }
    const Layer* held = after.layers.find(layer);
    const NeedDataset* dataset = held ? after.needDatasets.find(held->needDataset) : nullptr;
    sentences.append(QCoreApplication::translate("NeedImport", "Layer “%1”: areas %2; need from “%3”.")
                         .arg(held ? held->name : QString(), shownCount(ofAreas.size()),
                              dataset ? dataset->name : QString()));
    sentences += ofAreas;
    if (!outside.isEmpty()) {
        sentences.append(
            QCoreApplication::translate("NeedImport",
                                        "Practices in these areas outside the plan's own districts: %1 (%2).")
                .arg(shownCount(outside.size()), districtCounts(outside)));
    }
    if (!made.unmatched.isEmpty()) {
        sentences.append(
            QCoreApplication::translate("NeedImport", "Practices that the need dataset does not hold: %1.")
                .arg(shownCount(made.unmatched.size())));
    }
    if (!made.notInAnyArea.isEmpty()) {
        sentences.append(QCoreApplication::translate(
                             "NeedImport", "Practices of the plan's ICBs and districts in no area: %1.")
                             .arg(shownCount(made.notInAnyArea.size())));
    }
    if (!made.overlapping.isEmpty()) {
        sentences.append(
            QCoreApplication::translate("NeedImport", "Practices claimed by more than one area: %1.")
                .arg(shownCount(made.overlapping.size())));
    }
    return sentences;
}

} // namespace placewright
