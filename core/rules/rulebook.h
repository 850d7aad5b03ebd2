#pragma once

#include "core/money/result.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>

namespace placewright {

// How far a fact of a rulebook is known. Seen: read in the source named. Check: widely published but not re-read, ships
// as a default marked "check against the official document". Blank: ships without a value, for the user to enter.
enum class Confidence { Seen, Check, Blank };

struct RulebookFact
{
    QString id;
    QString text;  // what is claimed, in words
    QString value; // empty when Blank
    QString source;
    Confidence confidence = Confidence::Check;
};

// The date that a fact holds: "2023-10-31" or "31 October 2023"; invalid: it holds none.
QDate dateOf(const RulebookFact& fact);
// The day that a fact names without its year, "30 June", in the financial year "2026-27".
QDate dayOf(const RulebookFact& fact, const QString& year);

// An allowed value of a list: sources, areasOfSpend, commissioners, providers, schemeTypes, activities, objectives,
// minimumKinds, functions.
struct RulebookEntry
{
    QString value;        // as stored in a plan
    QString label;        // as the national template words it
    QString shortLabel;   // for narrow columns
    QString unit;         // scheme types: unit of outputs
    QStringList subTypes; // scheme types
    QString
        partnerKind; // sources, minimum kinds, functions: whose ("icb", "council"; empty: the Board); providers: whose
                     // VAT rules ("council", "nhs"; empty: of neither)
    bool minimum = false;      // sources: a mandated minimum stream
    bool excluded = false;     // functions: the law leaves it out of section 75
    QList<RulebookFact> facts; // sources: of streamFact::, each at most once
    QString source;            // where the entry is known from
    Confidence confidence = Confidence::Check;

    const RulebookFact* fact(QStringView factId) const;
};

// What a rulebook says about a stream of money. It does not count among the rulebook's own facts.
namespace streamFact {
inline constexpr QLatin1StringView legalBasis("legalBasis");
inline constexpr QLatin1StringView payer("payer");
inline constexpr QLatin1StringView use("use");
inline constexpr QLatin1StringView carryForward("carryForward");
inline constexpr QLatin1StringView years("years");
} // namespace streamFact

enum class Severity { Block, Warn, Info };

// One rule: which named function of the program decides it, and with what parameters.
struct RulebookCheck
{
    QString rule;     // "BCF-04"
    QString function; // name of the check in the program
    int version = 1;
    bool applies = true;
    Severity severity = Severity::Block;
    QString group;      // "money", "plan", "agreement"
    QString title;      // "Every minimum is planned in full"
    QString shortTitle; // for the condition strip: "Minimums planned"; the title where it is short enough
    QString text;       // the rule in one or two sentences
    QString condition;  // "National condition 3 of 2025-26"
    QString whyNot;     // when it does not apply
    QJsonObject parameters;
    QString source;
    Confidence confidence = Confidence::Check;
};

// The rules of one planning round as data: what sources, lists and minimum kinds exist and which checks run.
class Rulebook
{
public:
    QString id;      // "2025-26"
    QString title;   // "Better Care Fund 2025-26"
    QString basedOn; // a place's own copy names the rulebook it was made from
    QList<RulebookFact> facts;
    QList<RulebookCheck> checks;

    const QList<RulebookEntry>& list(QStringView name) const; // empty for a name it does not have
    const RulebookEntry* entry(QStringView list, QStringView value) const;
    const RulebookCheck* check(QStringView rule) const;
    const RulebookFact* fact(QStringView factId) const;
    QString label(QStringView list, const QString& value) const; // the value itself when it is not listed
    QString shortLabel(QStringView list, const QString& value) const;
    int notConfirmed() const; // facts that are not Seen: to be checked, or blank

    // Refuses an unknown check, a wrong type, a missing source or confidence: one sentence with the path.
    static Result<Rulebook> fromJson(const QByteArray& text);

private:
    QHash<QString, QList<RulebookEntry>> m_lists;
};

using Rulebooks = QHash<QString, std::shared_ptr<const Rulebook>>; // by SHA-256 of their text

} // namespace placewright
