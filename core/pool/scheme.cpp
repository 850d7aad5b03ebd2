#include "core/pool/scheme.h"

#include "core/model/accessors.h"
#include "core/place/service.h"
#include "core/pool/status.h"

namespace placewright {

namespace {

constexpr Choice bases[] = {
    {basis::notSplit, QT_TRANSLATE_NOOP("Field", "Not split by area")},
    {basis::area, QT_TRANSLATE_NOOP("Field", "One area (known)")},
    {basis::pounds, QT_TRANSLATE_NOOP("Field", "Pounds by area (known)")},
    {basis::shares, QT_TRANSLATE_NOOP("Field", "Percentages by area (known)")},
    {basis::population, QT_TRANSLATE_NOOP("Field", "By population (assumed)")},
    {basis::need, QT_TRANSLATE_NOOP("Field", "By need (assumed)")},
    {basis::contract, QT_TRANSLATE_NOOP("Field", "As the contract pays (known)")},
};

constexpr Choice spendKinds[] = {
    {spendKind::revenue, QT_TRANSLATE_NOOP("Field", "Revenue")},
    {spendKind::capital, QT_TRANSLATE_NOOP("Field", "Capital")},
};

constexpr Choice vatRoutes[] = {
    {vatRoute::council, QT_TRANSLATE_NOOP("Field", "Council, section 33")},
    {vatRoute::nhs, QT_TRANSLATE_NOOP("Field", "NHS, contracted-out services")},
    {vatRoute::agency, QT_TRANSLATE_NOOP("Field", "Agency, with cross-charges")},
    {vatRoute::none, QT_TRANSLATE_NOOP("Field", "No VAT arises")},
};

constexpr Choice risks[] = {
    {lineRisk::shared, QT_TRANSLATE_NOOP("Field", "Shared")},
    {lineRisk::own, QT_TRANSLATE_NOOP("Field", "At own risk")},
};

constexpr Field schemeFields[] = {
    required(describe<&Scheme::number>("number", QT_TRANSLATE_NOOP("Field", "#"),
                                       QT_TRANSLATE_NOOP("Field", "Scheme ID of the national template."))),
    required(describe<&Scheme::name>("name", QT_TRANSLATE_NOOP("Field", "Scheme"))),
    describe<&Scheme::description>("description", QT_TRANSLATE_NOOP("Field", "Brief description")),
    required(refersTo(describe<&Scheme::fund>("fund", QT_TRANSLATE_NOOP("Field", "Fund")), "fund")),
    rulebookChoice(describe<&Scheme::schemeType>("schemeType", QT_TRANSLATE_NOOP("Field", "Scheme type"),
                                                 QT_TRANSLATE_NOOP("Field", "Rounds to 2024-25.")),
                   "schemeTypes"),
    rulebookChoice(describe<&Scheme::subType>("subType", QT_TRANSLATE_NOOP("Field", "Sub type"),
                                              QT_TRANSLATE_NOOP("Field", "Rounds to 2024-25.")),
                   "subTypes"),
    rulebookChoice(describe<&Scheme::activity>("activity", QT_TRANSLATE_NOOP("Field", "Activity"),
                                               QT_TRANSLATE_NOOP("Field", "Rounds from 2025-26.")),
                   "activities"),
    rulebookChoice(describe<&Scheme::objective>("objective", QT_TRANSLATE_NOOP("Field", "Primary objective"),
                                                QT_TRANSLATE_NOOP("Field", "Rounds from 2025-26.")),
                   "objectives"),
    describe<&Scheme::otherText>("otherText", QT_TRANSLATE_NOOP("Field", "If other, what")),
    choice(describe<&Scheme::service>(
               "service", QT_TRANSLATE_NOOP("Field", "Service"),
               QT_TRANSLATE_NOOP("Field", "Whose need measures it; empty: as the area of spend says.")),
           serviceChoices),
    choice(
        describe<&Scheme::areaBasis>("areaBasis", QT_TRANSLATE_NOOP("Field", "How money reaches areas"),
                                     QT_TRANSLATE_NOOP("Field", "Known, or assumed by population or need.")),
        bases),
    refersTo(describe<&Scheme::layer>("layer", QT_TRANSLATE_NOOP("Field", "Areas of"),
                                      QT_TRANSLATE_NOOP("Field", "The layer whose areas it serves.")),
             "layer"),
    refersTo(describe<&Scheme::basisArea>("basisArea", QT_TRANSLATE_NOOP("Field", "The one area")), "area"),
    describeKeyed<&Scheme::share>(
        KeyedBy::Area, "share", QT_TRANSLATE_NOOP("Field", "Share %"),
        QT_TRANSLATE_NOOP("Field", "Percent that reaches the area; they add to 100.")),
    describe<&Scheme::basisSource>("basisSource", QT_TRANSLATE_NOOP("Field", "Source of the split")),
    describe<&Scheme::locked>("locked", QT_TRANSLATE_NOOP("Field", "Locked"),
                              QT_TRANSLATE_NOOP("Field", "Drags and suggested fixes leave it alone.")),
    describe<&Scheme::floor>(
        "floor", QT_TRANSLATE_NOOP("Field", "Floor £"),
        QT_TRANSLATE_NOOP("Field", "Drags and suggested fixes do not take a year’s spend below it.")),
    describe<&Scheme::ceiling>(
        "ceiling", QT_TRANSLATE_NOOP("Field", "Ceiling £"),
        QT_TRANSLATE_NOOP("Field", "Drags and suggested fixes do not take a year’s spend above it.")),
    choice(describe<&Scheme::vatRoute>(
               "vatRoute", QT_TRANSLATE_NOOP("Field", "VAT route"),
               QT_TRANSLATE_NOOP("Field", "As the body that delivers it; empty: not settled.")),
           vatRoutes),
    describeKeyed<&Scheme::testOutturn>(
        KeyedBy::Year, "testOutturn", QT_TRANSLATE_NOOP("Field", "Tested outturn £"),
        QT_TRANSLATE_NOOP("Field", "What the risk share is tested at; empty: as planned.")),
    describeKeyed<&Scheme::testFault>(
        KeyedBy::Year, "testFault", QT_TRANSLATE_NOOP("Field", "Of it, agreement broken £"),
        QT_TRANSLATE_NOOP("Field",
                          "The part of the tested overspend that comes from breaking the agreement.")),
};

constexpr Field lineFields[] = {
    required(refersTo(describe<&Line::scheme>("scheme", QT_TRANSLATE_NOOP("Field", "Scheme")), "scheme")),
    required(describe<&Line::name>("name", QT_TRANSLATE_NOOP("Field", "Line"))),
    required(rulebookChoice(
        describe<&Line::source>("source", QT_TRANSLATE_NOOP("Field", "Source of funding")), "sources")),
    refersTo(describe<&Line::payer>(
                 "payer", QT_TRANSLATE_NOOP("Field", "Whose money"),
                 QT_TRANSLATE_NOOP("Field", "The partner, where several pay from this source.")),
             "partner"),
    required(rulebookChoice(
        describe<&Line::areaOfSpend>("areaOfSpend", QT_TRANSLATE_NOOP("Field", "Area of spend")),
        "areasOfSpend")),
    rulebookChoice(describe<&Line::commissioner>("commissioner", QT_TRANSLATE_NOOP("Field", "Commissioner")),
                   "commissioners"),
    describe<&Line::nhsShare>("nhsShare", QT_TRANSLATE_NOOP("Field", "% NHS if joint")),
    describe<&Line::councilShare>("councilShare", QT_TRANSLATE_NOOP("Field", "% council if joint")),
    rulebookChoice(describe<&Line::provider>("provider", QT_TRANSLATE_NOOP("Field", "Provider")),
                   "providers"),
    choice(describe<&Line::spendKind>("spendKind", QT_TRANSLATE_NOOP("Field", "Capital or revenue")),
           spendKinds),
    describeKeyed<&Line::amount>(KeyedBy::Year, "amount", QT_TRANSLATE_NOOP("Field", "£"),
                                 QT_TRANSLATE_NOOP("Field", "Planned pounds in the year.")),
    refersTo(describe<&Line::contract>("contract", QT_TRANSLATE_NOOP("Field", "Pays the contract"),
                                       QT_TRANSLATE_NOOP("Field", "Its amount is then what the contract "
                                                                  "is expected to pay.")),
             "contract"),
    describe<&Line::contractShare>(
        "contractShare", QT_TRANSLATE_NOOP("Field", "% of the contract"),
        QT_TRANSLATE_NOOP("Field", "Those of a contract’s lines add to 100; empty: 100.")),
    choice(describeKeyed<&Line::status>(KeyedBy::Year, "status", QT_TRANSLATE_NOOP("Field", "Status")),
           statusChoices),
    refersTo(describeKeyed<&Line::disputedBy>(KeyedBy::Year, "disputedBy",
                                              QT_TRANSLATE_NOOP("Field", "Disputed by")),
             "partner"),
    describeKeyed<&Line::disputedAmount>(KeyedBy::Year, "disputedAmount",
                                         QT_TRANSLATE_NOOP("Field", "Their figure £")),
    describeKeyed<&Line::outputs>(
        KeyedBy::Year, "outputs", QT_TRANSLATE_NOOP("Field", "Outputs"),
        QT_TRANSLATE_NOOP("Field", "Expected outputs in the year, in the units named.")),
    describe<&Line::outputUnit>("outputUnit", QT_TRANSLATE_NOOP("Field", "Units")),
    choice(describe<&Line::areaBasis>("areaBasis", QT_TRANSLATE_NOOP("Field", "How this line reaches areas"),
                                      QT_TRANSLATE_NOOP("Field", "Empty: as its scheme says.")),
           bases),
    refersTo(describe<&Line::basisArea>("basisArea", QT_TRANSLATE_NOOP("Field", "The one area")), "area"),
    describeKeyed<&Line::share>(KeyedBy::Area, "share", QT_TRANSLATE_NOOP("Field", "Share %")),
    describeKeyed<&Line::areaAmount>(KeyedBy::YearAndArea, "areaAmount",
                                     QT_TRANSLATE_NOOP("Field", "£ by area"),
                                     QT_TRANSLATE_NOOP("Field", "Known pounds for the area in the year.")),
    describe<&Line::basisSource>("basisSource", QT_TRANSLATE_NOOP("Field", "Source of the split")),
    describe<&Line::locked>("locked", QT_TRANSLATE_NOOP("Field", "Locked")),
    choice(
        describe<&Line::risk>("risk", QT_TRANSLATE_NOOP("Field", "Risk"),
                              QT_TRANSLATE_NOOP("Field", "Who bears an over- or underspend; empty: shared.")),
        risks),
    refersTo(describe<&Line::riskBearer>(
                 "riskBearer", QT_TRANSLATE_NOOP("Field", "At whose risk"),
                 QT_TRANSLATE_NOOP("Field", "At own risk: who; empty: as the commissioner says.")),
             "partner"),
    describeKeyed<&Line::clientContributions>(
        KeyedBy::Year, "clientContributions",
        QT_TRANSLATE_NOOP("Field", "Client contributions £"),
        QT_TRANSLATE_NOOP("Field", "What clients pay towards it, on top of the amount.")),
    describeKeyed<&Line::irrecoverableVat>(
        KeyedBy::Year, "irrecoverableVat",
        QT_TRANSLATE_NOOP("Field", "Irrecoverable VAT £"),
        QT_TRANSLATE_NOOP("Field", "On top of the amount, from the same source.")),
    describe<&Line::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

bool isAssumed(const QString& basisId)
{
    return basisId == basis::population || basisId == basis::need;
}

QString serviceOf(const Scheme& scheme, const Line& line)
{
    return scheme.service.isEmpty() ? serviceOfAreaOfSpend(line.areaOfSpend) : scheme.service;
}

const EntityType Scheme::type{QLatin1StringView("scheme"),
                              QLatin1StringView("schemes"),
                              QT_TRANSLATE_NOOP("Field", "Scheme"),
                              QT_TRANSLATE_NOOP("Field", "Schemes"),
                              {},
                              schemeFields};

const EntityType Line::type{QLatin1StringView("line"),          QLatin1StringView("lines"),
                            QT_TRANSLATE_NOOP("Field", "Line"), QT_TRANSLATE_NOOP("Field", "Lines"),
                            QLatin1StringView("scheme"),        lineFields};

} // namespace placewright
