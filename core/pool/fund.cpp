#include "core/pool/fund.h"

#include "core/model/accessors.h"
#include "core/pool/status.h"

namespace placewright {

namespace {

constexpr Choice fundKinds[] = {
    {fundKind::pooled, QT_TRANSLATE_NOOP("Field", "Pooled under section 75")},
    {fundKind::aligned, QT_TRANSLATE_NOOP("Field", "Aligned, not pooled")},
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
