#include "core/committee/indexdomain.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice domains[] = {
    {indexDomain::activity, QT_TRANSLATE_NOOP("Field", "Activity levels")},
    {indexDomain::pathways, QT_TRANSLATE_NOOP("Field", "Care pathways")},
    {indexDomain::outcomes, QT_TRANSLATE_NOOP("Field", "Population outcomes")},
    {indexDomain::structures, QT_TRANSLATE_NOOP("Field", "Assessments of structures")},
    {indexDomain::training, QT_TRANSLATE_NOOP("Field", "Joint education and training")},
};

constexpr Field indexDomainFields[] = {
    required(choice(describe<&IndexDomain::domain>("domain", QT_TRANSLATE_NOOP("Field", "Domain")), domains)),
    describe<&IndexDomain::measure>("measure", QT_TRANSLATE_NOOP("Field", "Measure"),
                                    QT_TRANSLATE_NOOP("Field", "What is measured.")),
    describe<&IndexDomain::low>(
        "low", QT_TRANSLATE_NOOP("Field", "Low point"),
        QT_TRANSLATE_NOOP("Field",
                          "The figure that scores 0: a fixed reference, not the lowest of the year.")),
    describe<&IndexDomain::high>("high", QT_TRANSLATE_NOOP("Field", "High point"),
                                 QT_TRANSLATE_NOOP("Field", "The figure that scores 1.")),
    describe<&IndexDomain::lowIsGood>("lowIsGood", QT_TRANSLATE_NOOP("Field", "Lower is better")),
    describe<&IndexDomain::weight>("weight", QT_TRANSLATE_NOOP("Field", "Weight"),
                                   QT_TRANSLATE_NOOP("Field", "Empty for all: as much as each other.")),
    describeKeyed<&IndexDomain::figure>(KeyedBy::Year, "figure", QT_TRANSLATE_NOOP("Field", "Figure"),
                                        QT_TRANSLATE_NOOP("Field", "Of the year; training: how often.")),
    describeKeyed<&IndexDomain::quality>(
        KeyedBy::Year, "quality", QT_TRANSLATE_NOOP("Field", "Quality"),
        QT_TRANSLATE_NOOP("Field", "Training: how good, on the same points.")),
    describeKeyed<&IndexDomain::deprivation>(
        KeyedBy::Year, "deprivation", QT_TRANSLATE_NOOP("Field", "Deprivation score"),
        QT_TRANSLATE_NOOP("Field", "Outcomes: average of the place in the year.")),
    describe<&IndexDomain::alpha>(
        "alpha", QT_TRANSLATE_NOOP("Field", "Expected at no deprivation"),
        QT_TRANSLATE_NOOP("Field", "Outcomes: what is expected of a place with a score of zero.")),
    describe<&IndexDomain::beta>(
        "beta", QT_TRANSLATE_NOOP("Field", "More for each point"),
        QT_TRANSLATE_NOOP("Field", "Outcomes: what a point of deprivation adds to what is expected.")),
    describe<&IndexDomain::source>("source", QT_TRANSLATE_NOOP("Field", "Source")),
    describe<&IndexDomain::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType IndexDomain::type{QLatin1StringView("indexDomain"),
                                   QLatin1StringView("indexDomains"),
                                   QT_TRANSLATE_NOOP("Field", "Domain of the integration index"),
                                   QT_TRANSLATE_NOOP("Field", "Domains of the integration index"),
                                   {},
                                   indexDomainFields,
                                   Keeping::BaseOnly};

} // namespace placewright
