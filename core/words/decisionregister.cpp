#include "core/words/decisionregister.h"

#include "core/plan/committeeroll.h"
#include "core/plan/names.h"
#include "core/words/committeephrases.h"
#include "core/words/committeewords.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(DecisionRegister)
};

bool isOfVote(const ResolutionOutcome& outcome)
{
    return outcome.outcome != resolutionOutcome::applied && outcome.outcome != resolutionOutcome::reopened;
}

class Registering
{
public:
    Registering(const Plan& base, MinutesCopy copy, const QList<JournalEntry>& journal)
        : m_base(base)
        , m_copy(copy)
    {
        for (const JournalEntry& entry : journal) {
            m_heads.insert(QString::fromLatin1(entry.hash.toHex()), entry.number);
            for (const Change& change : entry.step.changes)
                if (change.op == Change::Op::Add && change.entity == ResolutionOutcome::type.id)
                    m_recorded.insert(change.id, entry.number);
        }
    }

    QList<DecisionEntry> list()
    {
        QList<DecisionEntry> entries;
        for (const Resolution& resolution : m_base.resolutions)
            if (const ResolutionOutcome* last = lastOutcome(m_base, resolution.id))
                entries.append(entry(resolution, *last));
        std::stable_sort(entries.begin(), entries.end(),
                         [](const DecisionEntry& a, const DecisionEntry& b) { return a.on < b.on; });
        return entries;
    }

private:
    DecisionEntry entry(const Resolution& resolution, const ResolutionOutcome& last) const
    {
        DecisionEntry entry;
        entry.resolution = resolution.id;
        entry.item = resolution.item;
        entry.on = last.on;
        entry.outcomeId = last.outcome;
        const AgendaItem* item = m_base.agendaItems.find(resolution.item);
        if (const Meeting* meeting = item ? m_base.meetings.find(item->meeting) : nullptr) {
            entry.meeting = meeting->id;
            entry.body = meeting->body;
            entry.bodyName = nameOf(m_base, Body::type.id, meeting->body);
        }
        entry.itemNumber = item && item->number ? QString::number(*item->number) : QString();
        entry.leftOut = item && item->confidential && m_copy == MinutesCopy::Public;
        if (entry.leftOut) {
            entry.decision = Words::tr("Confidential");
            entry.outcomeId.clear();
            return entry;
        }
        entry.decision = resolution.text.isEmpty() ? resolution.name : resolution.text;
        writeOutcome(entry, last);
        if (item)
            writeItem(entry, *item);
        if (const FrozenVersion* version = versionAfter(last)) {
            entry.version = version->id;
            entry.versionName =
                Words::tr("Version %1, %2").arg(version->number.value_or(0)).arg(dateShown(version->on));
        }
        return entry;
    }

    // The last vote with its figures, then what became of it.
    void writeOutcome(DecisionEntry& entry, const ResolutionOutcome& last) const
    {
        const ResolutionOutcome* voted = nullptr;
        for (const ResolutionOutcome& outcome : m_base.resolutionOutcomes)
            if (outcome.resolution == last.resolution && isOfVote(outcome))
                voted = &outcome;
        QStringList said;
        if (voted) {
            entry.amount = voted->amount;
            entry.why = voted->reason;
            QStringList whose;
            QStringList minutes;
            for (const PartnerAmount& part : recordedAmounts(m_base, voted->id)) {
                whose.append(part.partner.isNull() ? Words::tr("not known %1").arg(formatMoney(part.amount))
                                                   : Words::tr("%1 %2").arg(partnerTold(m_base, part.partner),
                                                                            formatMoney(part.amount)));
            }
            if (const Meeting* meeting = m_base.meetings.find(entry.meeting))
                minutes = delegatingMinutes(*meeting, *voted);
            entry.whose = whose.join(u"; "_s);
            entry.minutes = minutes.join(u"; "_s);
            said.append(recordedInWords(m_base, *voted));
        }
        if (last.outcome == resolutionOutcome::applied)
            said.append(Words::tr("Applied on %1.").arg(dateShown(last.on)));
        else if (last.outcome == resolutionOutcome::reopened)
            said.append(Words::tr("Reopened on %1.").arg(dateShown(last.on)));
        else
            said += answers(last);
        entry.outcome = said.join(u' ');
    }

    QStringList answers(const ResolutionOutcome& last) const
    {
        QStringList said;
        for (const PartnerAmount& part : recordedAmounts(m_base, last.id)) {
            const RecommendationReply* reply =
                part.beyond ? lastReply(m_base, last.resolution, part.partner) : nullptr;
            if (!reply)
                continue;
            const QString form = reply->answer == replyAnswer::accepted ? Words::tr("%1 accepted it on %2%3.")
                                                                        : Words::tr("%1 refused it on %2%3.");
            said.append(form.arg(capitalised(partnerTold(m_base, part.partner)), dateShown(reply->on),
                                 minuteInBrackets(reply->minute)));
        }
        return said;
    }

    // Of the limits in force when the body met that concern the recorded money: for each partner those that the recorded reason
    // names, else all.
    QStringList delegatingMinutes(const Meeting& meeting, const ResolutionOutcome& voted) const
    {
        const QList<DelegatedLimit> limits = limitsOf(m_base, meeting.body, meeting.on);
        QStringList minutes;
        for (const PartnerAmount& part : recordedAmounts(m_base, voted.id)) {
            QStringList all;
            QStringList named;
            for (const DelegatedLimit& limit : limits) {
                if (limit.minute.isEmpty() || !concerns(limit, part.partner, voted.id))
                    continue;
                all.append(limit.minute);
                if (voted.reason.contains(minuteInBrackets(limit.minute)))
                    named.append(limit.minute);
            }
            minutes += named.isEmpty() ? all : named;
        }
        minutes.removeDuplicates();
        return minutes;
    }

    bool concerns(const DelegatedLimit& limit, const Id& partner, const Id& outcome) const
    {
        return limit.partner == partner &&
               std::any_of(m_base.resolutionMoneys.begin(), m_base.resolutionMoneys.end(),
                           [&](const ResolutionMoney& money) {
                               return money.outcome == outcome && money.partner == partner &&
                                      !money.amount.value_or(Money()).isZero() &&
                                      (limit.category.isEmpty() || limit.category == money.category);
                           });
    }

    void writeItem(DecisionEntry& entry, const AgendaItem& item) const
    {
        entry.reasons = item.reasons;
        entry.alternatives = item.alternatives;
        entry.keyDecision = item.keyDecision ? Words::tr("Yes") : Words::tr("No");
        entry.callIn = item.calledIn               ? Words::tr("Called in")
                       : item.callInEnds.isValid() ? Words::tr("Until %1").arg(dateShown(item.callInEnds))
                                                   : Words::tr("No");
        QStringList interests;
        for (const ItemInterest& declared : m_base.itemInterests)
            if (declared.item == item.id)
                interests.append(m_copy == MinutesCopy::Public && isConfidential(m_base, declared)
                                     ? Words::tr("One interest is confidential.")
                                     : interestInWords(m_base, declared));
        entry.interests = interests.join(u' ');
    }

    // A version holds what came before the journal entry that froze it; without the journal, what came on earlier days.
    bool isAfter(const FrozenVersion& version, const ResolutionOutcome& outcome) const
    {
        const auto head = m_heads.constFind(version.head);
        const auto recorded = m_recorded.constFind(outcome.id);
        if (head != m_heads.cend() && recorded != m_recorded.cend())
            return *head >= *recorded;
        return version.on.isValid() && version.on > outcome.on;
    }

    const FrozenVersion* versionAfter(const ResolutionOutcome& outcome) const
    {
        for (const FrozenVersion& version : m_base.frozenVersions)
            if (isAfter(version, outcome))
                return &version;
        return nullptr;
    }

    const Plan& m_base;
    MinutesCopy m_copy;
    QHash<QString, qint64> m_heads; // entry by its hash
    QHash<Id, qint64> m_recorded;   // entry that recorded an outcome
};

QString quoted(QString cell)
{
    // A spreadsheet would take these for a formula.
    static const QString startsFormula = u"=+-@\t\r"_s;
    if (!cell.isEmpty() && startsFormula.contains(cell.at(0)))
        cell.prepend(u'\'');
    if (!cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n') && !cell.contains(u'\r'))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

QString csvRow(const QStringList& cells)
{
    QStringList row;
    for (const QString& cell : cells)
        row.append(quoted(cell));
    return row.join(u',') + u"\r\n"_s;
}

} // namespace

QList<DecisionEntry> decisionRegister(const Plan& base, MinutesCopy copy, const QList<JournalEntry>& journal)
{
    return Registering(base, copy, journal).list();
}

bool takes(const DecisionFilter& filter, const DecisionEntry& entry, const Plan& base)
{
    if (!filter.body.isNull() && entry.body != filter.body)
        return false;
    if ((filter.from.isValid() && entry.on < filter.from) || (filter.to.isValid() && entry.on > filter.to))
        return false;
    if (!filter.outcome.isEmpty() && entry.outcomeId != filter.outcome)
        return false;
    if (!filter.words.trimmed().isEmpty() &&
        !decisionCells(entry).join(u'\n').contains(filter.words.trimmed(), Qt::CaseInsensitive))
        return false;
    if (filter.partner.isNull())
        return true;
    if (entry.leftOut)
        return false;
    return std::any_of(base.resolutionOutcomes.begin(), base.resolutionOutcomes.end(),
                       [&](const ResolutionOutcome& outcome) {
                           if (outcome.resolution != entry.resolution)
                               return false;
                           const QList<PartnerAmount> parts = recordedAmounts(base, outcome.id);
                           return std::any_of(parts.begin(), parts.end(), [&](const PartnerAmount& part) {
                               return part.partner == filter.partner && !part.amount.isZero();
                           });
                       });
}

QList<DecisionEntry> filtered(const QList<DecisionEntry>& entries, const DecisionFilter& filter,
                              const Plan& base)
{
    QList<DecisionEntry> taken;
    for (const DecisionEntry& entry : entries)
        if (takes(filter, entry, base))
            taken.append(entry);
    return taken;
}

QStringList decisionColumns()
{
    return {Words::tr("Date"),         Words::tr("Body"),      Words::tr("Item"),
            Words::tr("Decision"),     Words::tr("Amount £"),  Words::tr("Whose money"),
            Words::tr("Outcome"),      Words::tr("Why"),       Words::tr("Reasons"),
            Words::tr("Alternatives"), Words::tr("Interests"), Words::tr("Delegated by"),
            Words::tr("Key decision"), Words::tr("Call-in"),   Words::tr("Version")};
}

QStringList decisionCells(const DecisionEntry& entry)
{
    return {dateShown(entry.on),
            entry.bodyName,
            entry.itemNumber,
            entry.decision,
            entry.amount ? formatAmount(*entry.amount) : QString(),
            entry.whose,
            entry.outcome,
            entry.why,
            entry.reasons,
            entry.alternatives,
            entry.interests,
            entry.minutes,
            entry.keyDecision,
            entry.callIn,
            entry.versionName};
}

QString decisionCsv(const QList<DecisionEntry>& entries)
{
    QString text = csvRow(decisionColumns());
    for (const DecisionEntry& entry : entries)
        text += csvRow(decisionCells(entry));
    return text;
}

} // namespace placewright
