#include "core/committee/signoff.h"

#include "core/model/accessors.h"

namespace placewright {

namespace {

constexpr Choice roles[] = {
    {signatoryRole::chiefExecutive, QT_TRANSLATE_NOOP("Field", "Chief executive")},
    {signatoryRole::section151, QT_TRANSLATE_NOOP("Field", "Section 151 officer")},
    {signatoryRole::financeDirector, QT_TRANSLATE_NOOP("Field", "Finance director")},
    {signatoryRole::chair, QT_TRANSLATE_NOOP("Field", "Chair")},
    {signatoryRole::other, QT_TRANSLATE_NOOP("Field", "Other")},
};

constexpr Field frozenVersionFields[] = {
    required(refersTo(describe<&FrozenVersion::year>("year", QT_TRANSLATE_NOOP("Field", "Year")), "year")),
    describe<&FrozenVersion::number>("number", QT_TRANSLATE_NOOP("Field", "Version")),
    describe<&FrozenVersion::on>("on", QT_TRANSLATE_NOOP("Field", "Frozen on")),
    describe<&FrozenVersion::head>("head", QT_TRANSLATE_NOOP("Field", "Journal"),
                                   QT_TRANSLATE_NOOP("Field", "Hash of the journal’s last entry before it.")),
    describe<&FrozenVersion::planHash>("planHash", QT_TRANSLATE_NOOP("Field", "Plan, hash"),
                                       QT_TRANSLATE_NOOP("Field", "SHA-256 of the plan as it stood.")),
    describe<&FrozenVersion::evaluationHash>(
        "evaluationHash", QT_TRANSLATE_NOOP("Field", "Figures, hash"),
        QT_TRANSLATE_NOOP("Field", "SHA-256 of the figures as they stood.")),
    describe<&FrozenVersion::paperHash>("paperHash", QT_TRANSLATE_NOOP("Field", "Paper, hash"),
                                        QT_TRANSLATE_NOOP("Field", "SHA-256 of the board paper.")),
    describe<&FrozenVersion::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field signatoryFields[] = {
    required(refersTo(describe<&Signatory::year>("year", QT_TRANSLATE_NOOP("Field", "Year")), "year")),
    refersTo(
        describe<&Signatory::partner>("partner", QT_TRANSLATE_NOOP("Field", "Organisation"),
                                      QT_TRANSLATE_NOOP("Field", "Empty: the Health and Wellbeing Board.")),
        "partner"),
    choice(describe<&Signatory::role>("role", QT_TRANSLATE_NOOP("Field", "Role")), roles),
    person(describe<&Signatory::person>(
        "person", QT_TRANSLATE_NOOP("Field", "Name"),
        QT_TRANSLATE_NOOP("Field", "Kept apart from the journal, so that it can be erased."))),
    describe<&Signatory::delegable>(
        "delegable", QT_TRANSLATE_NOOP("Field", "Somebody else may sign"),
        QT_TRANSLATE_NOOP("Field", "Only where the round does not say otherwise.")),
    describe<&Signatory::expectedOn>("expectedOn", QT_TRANSLATE_NOOP("Field", "Expected on")),
    describe<&Signatory::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field signOffFields[] = {
    required(refersTo(describe<&SignOff::signatory>("signatory", QT_TRANSLATE_NOOP("Field", "Signatory")),
                      "signatory")),
    goesWith(describe<&SignOff::version>("version", QT_TRANSLATE_NOOP("Field", "Version")), "frozenVersion"),
    describe<&SignOff::on>("on", QT_TRANSLATE_NOOP("Field", "Signed on")),
    person(describe<&SignOff::person>("person", QT_TRANSLATE_NOOP("Field", "Signed by"))),
    choice(describe<&SignOff::capacity>("capacity", QT_TRANSLATE_NOOP("Field", "Capacity"),
                                        QT_TRANSLATE_NOOP("Field", "The role in which the person signs.")),
           roles),
    describe<&SignOff::delegatedBy>(
        "delegatedBy", QT_TRANSLATE_NOOP("Field", "Delegated by"),
        QT_TRANSLATE_NOOP("Field", "Minute or letter, where somebody else signs for the role.")),
    describe<&SignOff::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

constexpr Field submissionFields[] = {
    required(refersTo(describe<&Submission::year>("year", QT_TRANSLATE_NOOP("Field", "Year")), "year")),
    describe<&Submission::submittedOn>("submittedOn", QT_TRANSLATE_NOOP("Field", "Submitted on")),
    describe<&Submission::approvalExpectedOn>("approvalExpectedOn",
                                              QT_TRANSLATE_NOOP("Field", "Approval expected on")),
    describe<&Submission::approvedOn>(
        "approvedOn", QT_TRANSLATE_NOOP("Field", "Approved on"),
        QT_TRANSLATE_NOOP("Field", "By the Health and Wellbeing Board; may follow the submission.")),
    describe<&Submission::minute>("minute", QT_TRANSLATE_NOOP("Field", "Minute")),
    describe<&Submission::note>("note", QT_TRANSLATE_NOOP("Field", "Note")),
};

} // namespace

const EntityType FrozenVersion::type{QLatin1StringView("frozenVersion"),
                                     QLatin1StringView("frozenVersions"),
                                     QT_TRANSLATE_NOOP("Field", "Frozen version"),
                                     QT_TRANSLATE_NOOP("Field", "Frozen versions"),
                                     QLatin1StringView("year"),
                                     frozenVersionFields,
                                     Keeping::OnRecord};

const EntityType Signatory::type{QLatin1StringView("signatory"),
                                 QLatin1StringView("signatories"),
                                 QT_TRANSLATE_NOOP("Field", "Signatory"),
                                 QT_TRANSLATE_NOOP("Field", "Signatories"),
                                 QLatin1StringView("year"),
                                 signatoryFields,
                                 Keeping::BaseOnly};

const EntityType SignOff::type{QLatin1StringView("signOff"),
                               QLatin1StringView("signOffs"),
                               QT_TRANSLATE_NOOP("Field", "Signature"),
                               QT_TRANSLATE_NOOP("Field", "Signatures"),
                               QLatin1StringView("signatory"),
                               signOffFields,
                               Keeping::OnRecord};

const EntityType Submission::type{QLatin1StringView("submission"),
                                  QLatin1StringView("submissions"),
                                  QT_TRANSLATE_NOOP("Field", "Submission"),
                                  QT_TRANSLATE_NOOP("Field", "Submissions"),
                                  QLatin1StringView("year"),
                                  submissionFields,
                                  Keeping::BaseOnly};

} // namespace placewright
