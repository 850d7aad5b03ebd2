#pragma once

#include "core/ledger/fundrisk.h"
#include "core/rules/finding.h"
#include "core/rules/rulebook.h"

#include <QDate>

#include <span>

namespace placewright {

// What a check may read: one year of a plan, the plan's Ledger, and the rulebook that the year stands under.
struct CheckInput
{
    const Plan& plan;
    const Ledger& ledger;
    const QList<FundRisk>& risks; // of the plan's pooled funds and years
    const Rulebook& rulebook;
    qint32 year = 0; // position in Plan::years, as in LedgerRow
    QDate today;     // comes in from outside; not valid: not known, and a rule about what is due says so
};

class YearView;

// One parameter that a check takes from its rulebook. `list` names the rulebook's list that an Entry or Entries must
// stand in. Parameters of one `group` are alternatives: exactly one of them is given.
struct Parameter
{
    enum class Type {
        Text,
        Percent, // "0.5", an exact decimal
        Entry,
        Entries,
        Fact,       // id of one of the rulebook's facts
        DateFact,   // the same, of a fact that is a date or blank: see dateOf
        DayFact,    // of a fact that is a day of any year or blank: see dayOf
        Cells,      // what checkChoiceLists reads: see docs/rulebook-format.md
        Flag,       // true or false
        Signatories // who signs: see signatories.h
    };

    QLatin1StringView name;
    Type type = Type::Text;
    QLatin1StringView list = {};
    bool required = true;
    int group = 0;
};

// What a check reads of the Ledger, and so what becomes of it while a line’s amount is not known.
enum class ReadsSpend {
    No,
    Lines, // each line by itself: it cannot pass
    Sums   // totals: it can neither pass nor fail
};

// A check that the program knows. Its name and version are permanent: a rule that changes gets a new version beside the
// old one, so that a plan made under an earlier rulebook shows the same findings for good.
struct CheckKind
{
    QLatin1StringView name;
    int version = 1;
    QList<Finding> (*run)(const YearView& view, const RulebookCheck& check) = nullptr;
    std::span<const Parameter> parameters = {};
    ReadsSpend spend = ReadsSpend::No;
};

std::span<const CheckKind> checkKinds();
const CheckKind* checkKind(QStringView name, int version); // null when the program has no such check

} // namespace placewright
