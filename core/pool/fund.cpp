#include "core/pool/fund.h"

#include "core/model/accessors.h"
#include "core/pool/status.h"

namespace placewright {

namespace {

constexpr Choice fundKinds[] = {
    {fundKind::pooled, QT_TRANSLATE_NOOP("Field", "Pooled under section 75")},
    {fundKind::aligned, QT_TRANSLATE_NOOP("Field", "Aligned, not pooled")},
};

constexpr Choice routes[] = {
    {contributionRoute::section75, QT_TRANSLATE_NOOP("Field", "Section 75 pool")},
    {contributionRoute::section65Z6, QT_TRANSLATE_NOOP("Field", "Section 65Z6, NHS functions only")},
    {contributionRoute::section256, QT_TRANSLATE_NOOP("Field", "Section 256, NHS grant to council")},
    {contributionRoute::section76, QT_TRANSLATE_NOOP("Field", "Section 76, council grant to NHS")},
};

constexpr Field fundFields[] = {
    required(describe<&Fund::name>("name", QT_TRANSLATE_NOOP("Field", "Fund"))),
    required(choice(
        describe<&Fund::kind>("kind", QT_TRANSLATE_NOOP("Field", "Kind"),
                              QT_TRANSLATE_NOOP("Field", "Aligned money stays in each partner's ledger.")),
        fundKinds)),
    refersTo(describe<&Fund::host>(
                 "host", QT_TRANSLATE_NOOP("Field", "Host partner"),
                 QT_TRANSLATE_NOOP("Field", "Holds the accounts and the audit of a pooled fund.")),
             "partner"),
    describe<&Fund::poolManager>(
        "poolManager", QT_TRANSLATE_NOOP("Field", "Pool manager"),
        QT_TRANSLATE_NOOP("Field", "The officer of the host who runs the fund and reports on it.")),
    describe<&Fund::startsOn>("startsOn", QT_TRANSLATE_NOOP("Field", "Starts on")),
    describe<&Fund::endsOn>("endsOn", QT_TRANSLATE_NOOP("Field", "Ends on")),
    describe<&Fund::reviewOn>("reviewOn", QT_TRANSLATE_NOOP("Field", "Review by")),
    describe<&Fund::noticeMonths>("noticeMonths", QT_TRANSLATE_NOOP("Field", "Notice, months"),
                                  QT_TRANSLATE_NOOP("Field", "Months of notice to leave or end it.")),
    describe<&Fund::clauseAims>(
        "clauseAims", QT_TRANSLATE_NOOP("Field", "Aims and outcomes"),
        QT_TRANSLATE_NOOP("Field", "Page or clause of the agreement; empty: not there yet.")),
    describe<&Fund::clauseContributions>(
        "clauseContributions", QT_TRANSLATE_NOOP("Field", "Contributions and how they may vary"),
        QT_TRANSLATE_NOOP("Field", "Page or clause of the agreement; empty: not there yet.")),
    describe<&Fund::clauseFunctions>(
        "clauseFunctions", QT_TRANSLATE_NOOP("Field", "NHS and council functions"),
        QT_TRANSLATE_NOOP("Field", "Page or clause of the agreement; empty: not there yet.")),
    describe<&Fund::clausePersons>(
        "clausePersons", QT_TRANSLATE_NOOP("Field", "Persons and kinds of services"),
        QT_TRANSLATE_NOOP("Field", "Page or clause of the agreement; empty: not there yet.")),
    describe<&Fund::clauseResources>(
        "clauseResources", QT_TRANSLATE_NOOP("Field", "Staff, goods, services, accommodation"),
        QT_TRANSLATE_NOOP("Field", "Page or clause of the agreement; empty: not there yet.")),
    describe<&Fund::clauseDuration>(
        "clauseDuration", QT_TRANSLATE_NOOP("Field", "Duration, review, variation, ending"),
        QT_TRANSLATE_NOOP("Field", "Page or clause of the agreement; empty: not there yet.")),
    describe<&Fund::clauseManagement>(
        "clauseManagement", QT_TRANSLATE_NOOP("Field", "Management, monitoring and host"),
        QT_TRANSLATE_NOOP("Field", "Page or clause of the agreement; empty: not there yet.")),
    describe<&Fund::consultedOn>("consultedOn", QT_TRANSLATE_NOOP("Field", "Consulted on"),
                                 QT_TRANSLATE_NOOP("Field", "Those affected are consulted jointly before it "
                                                            "starts (regulation 4).")),
    describe<&Fund::consulted>("consulted", QT_TRANSLATE_NOOP("Field", "Whom we consulted")),
    describe<&Fund::scrutinyOn>("scrutinyOn", QT_TRANSLATE_NOOP("Field", "Scrutiny on")),
    describe<&Fund::scrutiny>("scrutiny", QT_TRANSLATE_NOOP("Field", "What scrutiny considered")),
    describe<&Fund::signedOn>("signedOn", QT_TRANSLATE_NOOP("Field", "Signed on"),
                              QT_TRANSLATE_NOOP("Field", "The date of the last signature.")),
    describe<&Fund::reportDays>(
        "reportDays", QT_TRANSLATE_NOOP("Field", "Report due, days"),
        QT_TRANSLATE_NOOP("Field", "Days after a quarter’s end; local, empty: not agreed.")),
    describe<&Fund::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field contributionFields[] = {
    required(refersTo(describe<&Contribution::fund>("fund", QT_TRANSLATE_NOOP("Field", "Fund")), "fund")),
    required(refersTo(describe<&Contribution::partner>("partner", QT_TRANSLATE_NOOP("Field", "Paid by")),
                      "partner")),
    rulebookChoice(
        describe<&Contribution::source>("source", QT_TRANSLATE_NOOP("Field", "Source of funding"),
                                        QT_TRANSLATE_NOOP("Field", "Aligned money has no source.")),
        "sources"),
    describeKeyed<&Contribution::amount>(KeyedBy::Year, "amount", QT_TRANSLATE_NOOP("Field", "£"),
                                         QT_TRANSLATE_NOOP("Field", "Pounds in the year.")),
    choice(
        describeKeyed<&Contribution::status>(KeyedBy::Year, "status", QT_TRANSLATE_NOOP("Field", "Status")),
        statusChoices),
    refersTo(describeKeyed<&Contribution::disputedBy>(KeyedBy::Year, "disputedBy",
                                                      QT_TRANSLATE_NOOP("Field", "Disputed by")),
             "partner"),
    describeKeyed<&Contribution::disputedAmount>(KeyedBy::Year, "disputedAmount",
                                                 QT_TRANSLATE_NOOP("Field", "Their figure £")),
    choice(describe<&Contribution::route>(
               "route", QT_TRANSLATE_NOOP("Field", "Route"),
               QT_TRANSLATE_NOOP("Field", "The power by which the money moves; empty: section 75.")),
           routes),
    describeKeyed<&Contribution::broughtForward>(
        KeyedBy::Year, "broughtForward", QT_TRANSLATE_NOOP("Field", "Brought forward £"),
        QT_TRANSLATE_NOOP("Field", "The part of the amount that was left from the year before.")),
    describe<&Contribution::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field minimumFields[] = {
    required(refersTo(describe<&Minimum::year>("year", QT_TRANSLATE_NOOP("Field", "Year")), "year")),
    required(rulebookChoice(describe<&Minimum::kind>("kind", QT_TRANSLATE_NOOP("Field", "Minimum")),
                            "minimumKinds")),
    refersTo(describe<&Minimum::partner>(
                 "partner", QT_TRANSLATE_NOOP("Field", "Whose"),
                 QT_TRANSLATE_NOOP("Field", "Empty: the whole Health and Wellbeing Board.")),
             "partner"),
    describe<&Minimum::amount>("amount", QT_TRANSLATE_NOOP("Field", "£"),
                               QT_TRANSLATE_NOOP("Field", "Pounds as published; empty: not known.")),
    describe<&Minimum::baseline>(
        "baseline", QT_TRANSLATE_NOOP("Field", "Year before £"),
        QT_TRANSLATE_NOOP("Field", "The same minimum the year before, if not in this plan.")),
    describe<&Minimum::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
    choice(describe<&Minimum::status>("status", QT_TRANSLATE_NOOP("Field", "Status")), statusChoices),
    refersTo(describe<&Minimum::disputedBy>("disputedBy", QT_TRANSLATE_NOOP("Field", "Disputed by")),
             "partner"),
    describe<&Minimum::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

bool coversYear(const Fund& fund, const QString& year)
{
    const int start = QStringView(year).left(4).toInt();
    if (fund.startsOn.isValid() && fund.endsOn.isValid() && fund.endsOn < fund.startsOn)
        return false;
    return !(fund.startsOn.isValid() && fund.startsOn > QDate(start + 1, 3, 31)) &&
           !(fund.endsOn.isValid() && fund.endsOn < QDate(start, 4, 1));
}

bool isSection75(const Contribution& contribution)
{
    return contribution.route.isEmpty() || contribution.route == contributionRoute::section75;
}

const EntityType Fund::type{QLatin1StringView("fund"),
                            QLatin1StringView("funds"),
                            QT_TRANSLATE_NOOP("Field", "Fund"),
                            QT_TRANSLATE_NOOP("Field", "Funds"),
                            {},
                            fundFields};

const EntityType Contribution::type{QLatin1StringView("contribution"),
                                    QLatin1StringView("contributions"),
                                    QT_TRANSLATE_NOOP("Field", "Contribution"),
                                    QT_TRANSLATE_NOOP("Field", "Contributions"),
                                    QLatin1StringView("fund"),
                                    contributionFields};

const EntityType Minimum::type{QLatin1StringView("minimum"),
                               QLatin1StringView("minimums"),
                               QT_TRANSLATE_NOOP("Field", "Minimum"),
                               QT_TRANSLATE_NOOP("Field", "Minimums"),
                               QLatin1StringView("year"),
                               minimumFields};

} // namespace placewright
