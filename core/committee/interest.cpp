#include "core/committee/interest.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice kinds[] = {
    {interestKind::financial, QT_TRANSLATE_NOOP("Field", "Financial")},
    {interestKind::professional, QT_TRANSLATE_NOOP("Field", "Non-financial professional")},
    {interestKind::personal, QT_TRANSLATE_NOOP("Field", "Non-financial personal")},
    {interestKind::indirect, QT_TRANSLATE_NOOP("Field", "Indirect")},
};

constexpr Choice degrees[] = {
    {interestDegree::actual, QT_TRANSLATE_NOOP("Field", "Actual")},
    {interestDegree::potential, QT_TRANSLATE_NOOP("Field", "Potential")},
    {interestDegree::perceived, QT_TRANSLATE_NOOP("Field", "Perceived")},
};

constexpr Field interestFields[] = {
    required(
        refersTo(describe<&Interest::member>("member", QT_TRANSLATE_NOOP("Field", "Member")), "bodyMember")),
    choice(describe<&Interest::kind>("kind", QT_TRANSLATE_NOOP("Field", "Kind")), kinds),
    choice(describe<&Interest::degree>("degree", QT_TRANSLATE_NOOP("Field", "Degree")), degrees),
    required(describe<&Interest::what>("what", QT_TRANSLATE_NOOP("Field", "Interest"),
                                       QT_TRANSLATE_NOOP("Field", "What it is, in words."))),
    describe<&Interest::arose>("arose", QT_TRANSLATE_NOOP("Field", "Since"),
                               QT_TRANSLATE_NOOP("Field", "When it began or changed.")),
    describe<&Interest::declaredOn>("declaredOn", QT_TRANSLATE_NOOP("Field", "Declared on"),
                                    QT_TRANSLATE_NOOP("Field", "Within 28 days of a change.")),
    describe<&Interest::ended>("ended", QT_TRANSLATE_NOOP("Field", "Ended")),
    describe<&Interest::confidential>("confidential", QT_TRANSLATE_NOOP("Field", "Confidential"),
                                      QT_TRANSLATE_NOOP("Field", "Left out of public copies.")),
    describe<&Interest::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field interestLinkFields[] = {
    required(refersTo(describe<&InterestLink::interest>("interest", QT_TRANSLATE_NOOP("Field", "Interest")),
                      "interest")),
    refersTo(describe<&InterestLink::scheme>(
                 "scheme", QT_TRANSLATE_NOOP("Field", "Scheme"),
                 QT_TRANSLATE_NOOP("Field", "A resolution that moves its money asks about the interest.")),
             "scheme"),
    refersTo(describe<&InterestLink::contract>("contract", QT_TRANSLATE_NOOP("Field", "Contract")),
             "contract"),
    rulebookChoice(describe<&InterestLink::provider>(
                       "provider", QT_TRANSLATE_NOOP("Field", "Provider"),
                       QT_TRANSLATE_NOOP("Field", "The kind of provider as lines name it.")),
                   "providers"),
};

} // namespace

const EntityType Interest::type{QLatin1StringView("interest"),
                                QLatin1StringView("interests"),
                                QT_TRANSLATE_NOOP("Field", "Interest"),
                                QT_TRANSLATE_NOOP("Field", "Interests"),
                                QLatin1StringView("member"),
                                interestFields,
                                Keeping::BaseOnly};

const EntityType InterestLink::type{QLatin1StringView("interestLink"),
                                    QLatin1StringView("interestLinks"),
                                    QT_TRANSLATE_NOOP("Field", "Subject of an interest"),
                                    QT_TRANSLATE_NOOP("Field", "Subjects of interests"),
                                    QLatin1StringView("interest"),
                                    interestLinkFields,
                                    Keeping::BaseOnly};

} // namespace placewright
