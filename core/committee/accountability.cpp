#include "core/committee/accountability.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice kinds[] = {
    {scrutinyKind::variation, QT_TRANSLATE_NOOP("Field", "Variation of the agreement")},
    {scrutinyKind::termination, QT_TRANSLATE_NOOP("Field", "Termination of the agreement")},
    {scrutinyKind::substantialChange, QT_TRANSLATE_NOOP("Field", "Substantial change of a service")},
    {scrutinyKind::other, QT_TRANSLATE_NOOP("Field", "Other")},
};

constexpr Choice outcomes[] = {
    {scrutinyOutcome::notNeeded, QT_TRANSLATE_NOOP("Field", "No scrutiny needed")},
    {scrutinyOutcome::noObjection, QT_TRANSLATE_NOOP("Field", "No objection")},
    {scrutinyOutcome::recommendations, QT_TRANSLATE_NOOP("Field", "Recommendations made")},
    {scrutinyOutcome::consultation, QT_TRANSLATE_NOOP("Field", "Consultation needed")},
    {scrutinyOutcome::referred, QT_TRANSLATE_NOOP("Field", "Referred")},
};

constexpr Field scrutinyItemFields[] = {
    choice(describe<&ScrutinyItem::kind>("kind", QT_TRANSLATE_NOOP("Field", "Kind")), kinds),
    required(describe<&ScrutinyItem::name>("name", QT_TRANSLATE_NOOP("Field", "Subject"))),
    refersTo(describe<&ScrutinyItem::fund>("fund", QT_TRANSLATE_NOOP("Field", "Fund")), "fund"),
    refersTo(describe<&ScrutinyItem::scheme>("scheme", QT_TRANSLATE_NOOP("Field", "Scheme")), "scheme"),
    describe<&ScrutinyItem::raisedOn>("raisedOn", QT_TRANSLATE_NOOP("Field", "Raised on")),
    describe<&ScrutinyItem::committee>("committee", QT_TRANSLATE_NOOP("Field", "Looked at by")),
    choice(describe<&ScrutinyItem::outcome>("outcome", QT_TRANSLATE_NOOP("Field", "Outcome"),
                                            QT_TRANSLATE_NOOP("Field", "Empty: open.")),
           outcomes),
    describe<&ScrutinyItem::outcomeOn>("outcomeOn", QT_TRANSLATE_NOOP("Field", "Outcome on")),
    describe<&ScrutinyItem::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field dutyFields[] = {
    required(describe<&Duty::name>("name", QT_TRANSLATE_NOOP("Field", "Duty"))),
    describe<&Duty::source>("source", QT_TRANSLATE_NOOP("Field", "Source"),
                            QT_TRANSLATE_NOOP("Field", "Law, guidance or terms of reference.")),
    refersTo(describe<&Duty::body>("body", QT_TRANSLATE_NOOP("Field", "Body"),
                                   QT_TRANSLATE_NOOP("Field", "Who answers for it.")),
             "body"),
    describe<&Duty::dueOn>("dueOn", QT_TRANSLATE_NOOP("Field", "Due on")),
    describe<&Duty::evidence>("evidence", QT_TRANSLATE_NOOP("Field", "Evidence"),
                              QT_TRANSLATE_NOOP("Field", "What shows that it was done.")),
    describe<&Duty::evidencedOn>("evidencedOn", QT_TRANSLATE_NOOP("Field", "Shown on")),
    describe<&Duty::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType ScrutinyItem::type{QLatin1StringView("scrutinyItem"),
                                    QLatin1StringView("scrutinyItems"),
                                    QT_TRANSLATE_NOOP("Field", "Matter for scrutiny"),
                                    QT_TRANSLATE_NOOP("Field", "Matters for scrutiny"),
                                    {},
                                    scrutinyItemFields,
                                    Keeping::BaseOnly};

const EntityType Duty::type{QLatin1StringView("duty"),
                            QLatin1StringView("duties"),
                            QT_TRANSLATE_NOOP("Field", "Duty"),
                            QT_TRANSLATE_NOOP("Field", "Duties"),
                            {},
                            dutyFields,
                            Keeping::BaseOnly};

} // namespace placewright
