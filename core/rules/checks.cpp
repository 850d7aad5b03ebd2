#include "core/rules/checks.h"

#include "core/rules/agreementchecks.h"
#include "core/rules/choicechecks.h"
#include "core/rules/districtchecks.h"
#include "core/rules/governancechecks.h"
#include "core/rules/incomechecks.h"
#include "core/rules/spendchecks.h"
#include "core/rules/yearview.h"

#include <algorithm>
#include <array>

namespace placewright {

namespace {

using Type = Parameter::Type;

constexpr QLatin1StringView sources("sources");
constexpr QLatin1StringView areasOfSpend("areasOfSpend");
constexpr QLatin1StringView commissioners("commissioners");
constexpr QLatin1StringView minimumKinds("minimumKinds");
constexpr QLatin1StringView schemeTypes("schemeTypes");
constexpr QLatin1StringView activities("activities");

constexpr std::array pooledParameters{
    Parameter{QLatin1StringView("source"), Type::Entry, sources},
    Parameter{QLatin1StringView("minimumKind"), Type::Entry, minimumKinds},
};

constexpr std::array areaMinimumParameters{
    Parameter{QLatin1StringView("source"), Type::Entry, sources},
    Parameter{QLatin1StringView("areasOfSpend"), Type::Entries, areasOfSpend},
    Parameter{QLatin1StringView("minimumKind"), Type::Entry, minimumKinds},
    Parameter{QLatin1StringView("moveFirstFrom"), Type::Entries, areasOfSpend, false},
};

constexpr std::array upliftParameters{
    Parameter{QLatin1StringView("minimumKind"), Type::Entry, minimumKinds},
    Parameter{QLatin1StringView("upliftFact"), Type::Fact},
    Parameter{QLatin1StringView("tolerancePercent"), Type::Percent},
};

constexpr std::array commissionedParameters{
    Parameter{QLatin1StringView("source"), Type::Entry, sources},
    Parameter{QLatin1StringView("areasNotCounted"), Type::Entries, areasOfSpend},
    Parameter{QLatin1StringView("commissioners"), Type::Entries, commissioners},
    Parameter{QLatin1StringView("jointCommissioner"), Type::Entry, commissioners},
    Parameter{QLatin1StringView("minimumKind"), Type::Entry, minimumKinds},
    Parameter{QLatin1StringView("moveFirstFrom"), Type::Entries, areasOfSpend, false},
};

constexpr std::array sourcesOnTypesParameters{
    Parameter{QLatin1StringView("sources"), Type::Entries, sources},
    Parameter{QLatin1StringView("schemeTypes"), Type::Entries, schemeTypes, true, 1},
    Parameter{QLatin1StringView("activities"), Type::Entries, activities, true, 1},
};

constexpr std::array kindOfSpendParameters{
    Parameter{QLatin1StringView("source"), Type::Entry, sources},
    Parameter{QLatin1StringView("spendKind"), Type::Text},
    Parameter{QLatin1StringView("schemeTypes"), Type::Entries, schemeTypes, true, 1},
    Parameter{QLatin1StringView("activities"), Type::Entries, activities, true, 1},
};

constexpr std::array jointParameters{
    Parameter{QLatin1StringView("jointCommissioner"), Type::Entry, commissioners},
};

constexpr std::array choiceParameters{
    Parameter{QLatin1StringView("cells"), Type::Cells},
};

constexpr std::array districtParameters{
    Parameter{QLatin1StringView("passedDownBy"), Type::DayFact, {}, false},
};

constexpr std::array sourceParameters{
    Parameter{QLatin1StringView("source"), Type::Entry, sources},
};

constexpr std::array signedParameters{
    Parameter{QLatin1StringView("signedBy"), Type::DateFact},
};

constexpr std::array vatParameters{
    Parameter{QLatin1StringView("ratePercent"), Type::Percent},
};

constexpr std::array signatureParameters{
    Parameter{QLatin1StringView("signatories"), Type::Signatories},
    Parameter{QLatin1StringView("delegable"), Type::Flag, {}, false},
    Parameter{QLatin1StringView("due"), Type::DateFact, {}, false},
};

constexpr std::array kinds{
    CheckKind{QLatin1StringView("spendWithinIncome"), 1, spendWithinIncome, {}, ReadsSpend::Sums},
    CheckKind{QLatin1StringView("minimumsPlanned"), 1, minimumsPlanned, {}},
    CheckKind{QLatin1StringView("spendWithinIncome"), 2, spendWithinIncomeByPayer, {}, ReadsSpend::Sums},
    CheckKind{QLatin1StringView("minimumsPlanned"), 2, minimumsPlannedByPayer, {}},
    CheckKind{QLatin1StringView("minimumPooledByPartner"), 1, minimumPooledByPartner, pooledParameters},
    CheckKind{QLatin1StringView("grantPooled"), 1, grantPooled, pooledParameters},
    CheckKind{QLatin1StringView("areaOfSpendMinimum"), 1, areaOfSpendMinimum, areaMinimumParameters,
              ReadsSpend::Sums},
    CheckKind{QLatin1StringView("minimumUplift"), 1, minimumUplift, upliftParameters},
    CheckKind{QLatin1StringView("commissionedMinimum"), 1, commissionedMinimum, commissionedParameters,
              ReadsSpend::Sums},
    CheckKind{QLatin1StringView("sourcesSpentOnTypes"), 1, sourcesSpentOnTypes, sourcesOnTypesParameters,
              ReadsSpend::Sums},
    CheckKind{QLatin1StringView("sourceKindOfSpend"), 1, sourceKindOfSpend, kindOfSpendParameters,
              ReadsSpend::Sums},
    CheckKind{QLatin1StringView("jointPercentages"), 1, jointPercentages, jointParameters, ReadsSpend::Lines},
    CheckKind{QLatin1StringView("choicesInLists"), 1, choicesInLists, choiceParameters, ReadsSpend::Lines},
    CheckKind{QLatin1StringView("districtGrants"), 1, districtGrants, districtParameters},
    CheckKind{QLatin1StringView("districtGrantsAddUp"), 1, districtGrantsAddUp, sourceParameters},
    CheckKind{QLatin1StringView("agreementContents"), 1, agreementContents, {}},
    CheckKind{QLatin1StringView("hostAndManager"), 1, hostAndManager, {}},
    CheckKind{QLatin1StringView("contributionsAgreed"), 1, contributionsAgreed, {}},
    CheckKind{QLatin1StringView("riskShareWhole"), 1, riskShareWhole, {}},
    CheckKind{QLatin1StringView("functionsInScope"), 1, functionsInScope, {}},
    CheckKind{QLatin1StringView("consultedBeforeStart"), 1, consultedBeforeStart, {}},
    CheckKind{QLatin1StringView("agreementsSigned"), 1, agreementsSigned, signedParameters},
    CheckKind{QLatin1StringView("reportsSent"), 1, reportsSent, {}},
    CheckKind{QLatin1StringView("vatRoutes"), 1, vatRoutes, vatParameters, ReadsSpend::Lines},
    CheckKind{governanceCheck::signatures, 1, signaturesCollected, signatureParameters},
    CheckKind{governanceCheck::approval, 1, boardApprovalDated, {}},
    CheckKind{governanceCheck::quorum, 1, decisionsQuorate, {}},
};

} // namespace

std::span<const CheckKind> checkKinds()
{
    return kinds;
}

const CheckKind* checkKind(QStringView name, int version)
{
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const CheckKind& kind) {
        return kind.name == name && kind.version == version;
    });
    return found == kinds.end() ? nullptr : &*found;
}

namespace {

// The lines of the year whose amount nobody can tell, as far as they concern the check: by their cell that mends it.
QList<CellRef> unknownFor(const CheckInput& input, const RulebookCheck& check)
{
    QStringList concerned = listParameter(check, sources);
    if (const QString source = textParameter(check, QLatin1StringView("source")); !source.isEmpty())
        concerned.append(source);
    QList<CellRef> cells;
    for (const UnknownAmount& unknown : input.ledger.unknown) {
        const Line& line = input.plan.lines[unknown.line];
        if (unknown.year == input.year && !unknown.aligned &&
            (concerned.isEmpty() || concerned.contains(line.source)))
            cells.append({QStringLiteral("line"), line.id, QStringLiteral("contract"), {}});
    }
    return cells;
}

void withholdUnknown(QList<Finding>& findings, ReadsSpend reads, const QList<CellRef>& cells)
{
    if (cells.isEmpty() || reads == ReadsSpend::No)
        return;
    for (Finding& finding : findings) {
        const bool decided = finding.status == FindingStatus::Pass ||
                             (finding.status == FindingStatus::Fail && reads == ReadsSpend::Sums);
        if (!decided)
            continue;
        finding.planned = std::monostate();
        leaveUnknown(finding, finding.missing + cells);
    }
}

} // namespace

QList<Finding> runChecks(const CheckInput& input)
{
    const YearView view(input);
    QList<Finding> findings;
    for (const RulebookCheck& check : input.rulebook.checks) {
        if (!check.applies) {
            Finding finding = view.begin(check);
            finding.status = FindingStatus::NotApplicable;
            findings.append(finding);
        } else if (const CheckKind* kind = checkKind(check.function, check.version)) {
            QList<Finding> found = kind->run(view, check);
            withholdUnknown(found, kind->spend, unknownFor(input, check));
            findings.append(found);
        }
    }
    return findings;
}

} // namespace placewright
