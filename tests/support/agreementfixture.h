#pragma once

#include "tests/support/rulefixture.h"

// The fixture of 2024-25 with a complete section 75 agreement: every rule S75 is met on 15 August 2024.
namespace rulefixture {

inline const Key key24{Id(u"2024-25"_s), {}};

inline const Rulebook& rulesOf(const Loaded& loaded)
{
    return *loaded.shelf.rulebookOf(*loaded.plan.years.begin());
}

inline Loaded agreedFixture(const QMap<QString, QByteArray>& rulebooks = builtIn())
{
    Loaded loaded = load(fixtureJson(u"2024-25"_s), rulebooks);
    if (!loaded.error.isEmpty())
        return loaded;
    StepBuilder plan(loaded.plan);
    const Id pool(u"pool"_s);
    for (const char* clause : {"clauseAims", "clauseContributions", "clauseFunctions", "clausePersons",
                               "clauseResources", "clauseDuration", "clauseManagement"})
        plan.set(u"fund", pool, QString::fromLatin1(clause), Value(u"clause 1"_s));
    plan.set(u"fund", pool, u"poolManager", Value(u"A. Officer"_s))
        .set(u"fund", pool, u"consultedOn", Value(QDate(2023, 1, 14)))
        .set(u"fund", pool, u"startsOn", Value(QDate(2023, 4, 1)))
        .set(u"fund", pool, u"endsOn", Value(QDate(2026, 3, 31)))
        .set(u"fund", pool, u"signedOn", Value(QDate(2024, 9, 30)))
        .set(u"fund", pool, u"reportDays", Value::count(30));
    const auto part = [&](const Id& id, const QString& partner, const char* agreed) {
        plan.add(u"fundPartner", id)
            .set(u"fundPartner", id, u"fund", Value(pool))
            .set(u"fundPartner", id, u"partner", Value(Id(partner)))
            .set(u"fundPartner", id, u"agreed", key24, Value(pounds(agreed)));
    };
    part(Id(u"partCouncil"_s), u"council"_s, "7000000.00");
    part(Id(u"partIcb"_s), u"icb"_s, "20000000.00");
    const auto function = [&](const Id& id, const QString& value) {
        plan.add(u"fundFunction", id)
            .set(u"fundFunction", id, u"fund", Value(pool))
            .set(u"fundFunction", id, u"function", Value(value));
    };
    function(Id(u"nhsFunction"_s), u"Rehabilitation"_s);
    function(Id(u"councilFunction"_s), u"Adult social care"_s);
    const Id report(u"quarter1"_s);
    plan.add(u"fundReport", report)
        .set(u"fundReport", report, u"fund", Value(pool))
        .set(u"fundReport", report, u"year", Value(Id(u"2024-25"_s)))
        .set(u"fundReport", report, u"quarter", Value::count(1))
        .set(u"fundReport", report, u"sentOn", Value(QDate(2024, 7, 30)));
    const Id share(u"share"_s);
    plan.add(u"riskTerm", share)
        .set(u"riskTerm", share, u"fund", Value(pool))
        .set(u"riskTerm", share, u"side", Value(u"over"_s))
        .set(u"riskTerm", share, u"step", Value::count(1))
        .set(u"riskTerm", share, u"kind", Value(u"proportional"_s));
    for (const char* scheme : {"reablement", "adaptations", "homecare"})
        plan.set(u"scheme", Id(QString::fromLatin1(scheme)), u"vatRoute", Value(u"LA_S33"_s));
    for (const char* scheme : {"nursing", "discharge", "therapy"})
        plan.set(u"scheme", Id(QString::fromLatin1(scheme)), u"vatRoute", Value(u"NHS_COS"_s));
    loaded.plan = plan.plan();
    return loaded;
}

} // namespace rulefixture
