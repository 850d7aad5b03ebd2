#include "core/pool/agreement.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Field partnerFields[] = {
    required(refersTo(describe<&FundPartner::fund>("fund", QT_TRANSLATE_NOOP("Field", "Fund")), "fund")),
    required(refersTo(describe<&FundPartner::partner>("partner", QT_TRANSLATE_NOOP("Field", "Partner")),
                      "partner")),
    describeKeyed<&FundPartner::agreed>(
        KeyedBy::Year, "agreed", QT_TRANSLATE_NOOP("Field", "Agreed £"),
        QT_TRANSLATE_NOOP("Field", "Its contribution in the year as the agreement says.")),
    describeKeyed<&FundPartner::cap>(
        KeyedBy::Year, "cap", QT_TRANSLATE_NOOP("Field", "Cap £"),
        QT_TRANSLATE_NOOP("Field", "The most it adds by sharing an overspend; empty: no cap.")),
    describe<&FundPartner::capAtContribution>(
        "capAtContribution", QT_TRANSLATE_NOOP("Field", "Capped at its contribution"),
        QT_TRANSLATE_NOOP("Field", "It adds no more than it contributes in the year.")),
    describe<&FundPartner::instalments>("instalments", QT_TRANSLATE_NOOP("Field", "Instalments"),
                                        QT_TRANSLATE_NOOP("Field", "Payments a year, of equal size.")),
    describe<&FundPartner::signatory>("signatory", QT_TRANSLATE_NOOP("Field", "Signed by"),
                                      QT_TRANSLATE_NOOP("Field", "Name and office.")),
    describe<&FundPartner::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field functionFields[] = {
    required(refersTo(describe<&FundFunction::fund>("fund", QT_TRANSLATE_NOOP("Field", "Fund")), "fund")),
    required(rulebookChoice(
        describe<&FundFunction::function>(
            "function", QT_TRANSLATE_NOOP("Field", "Function"),
            QT_TRANSLATE_NOOP("Field", "What the law lets NHS bodies and councils do together.")),
        "functions")),
    describe<&FundFunction::detail>("detail", QT_TRANSLATE_NOOP("Field", "In detail")),
};

constexpr Field reportFields[] = {
    required(refersTo(describe<&FundReport::fund>("fund", QT_TRANSLATE_NOOP("Field", "Fund")), "fund")),
    required(refersTo(describe<&FundReport::year>("year", QT_TRANSLATE_NOOP("Field", "Year")), "year")),
    required(describe<&FundReport::quarter>("quarter", QT_TRANSLATE_NOOP("Field", "Quarter"),
                                            QT_TRANSLATE_NOOP("Field", "1: April to June."))),
    describe<&FundReport::sentOn>("sentOn", QT_TRANSLATE_NOOP("Field", "Sent on")),
    describe<&FundReport::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType FundPartner::type{QLatin1StringView("fundPartner"),
                                   QLatin1StringView("fundPartners"),
                                   QT_TRANSLATE_NOOP("Field", "Partner of a fund"),
                                   QT_TRANSLATE_NOOP("Field", "Partners of funds"),
                                   QLatin1StringView("fund"),
                                   partnerFields};

const EntityType FundFunction::type{QLatin1StringView("fundFunction"),
                                    QLatin1StringView("fundFunctions"),
                                    QT_TRANSLATE_NOOP("Field", "Function in scope"),
                                    QT_TRANSLATE_NOOP("Field", "Functions in scope"),
                                    QLatin1StringView("fund"),
                                    functionFields};

const EntityType FundReport::type{QLatin1StringView("fundReport"),
                                  QLatin1StringView("fundReports"),
                                  QT_TRANSLATE_NOOP("Field", "Pool manager’s report"),
                                  QT_TRANSLATE_NOOP("Field", "Pool manager’s reports"),
                                  QLatin1StringView("fund"),
                                  reportFields};

} // namespace placewright
