#include "ui/report/decidesection.h"

#include "core/plan/committeeroll.h"
#include "core/plan/names.h"
#include "core/rules/signatories.h"
#include "core/words/committeephrases.h"
#include "core/words/decisionregister.h"
#include "core/words/phrases.h"
#include "ui/report/paperwriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(DecideSection)
};

class Deciding
{
public:
    Deciding(PaperWriter& writer, const DecideSource& source)
        : m_writer(writer)
        , m_source(source)
        , m_base(source.base)
        , m_states(signOffsOf(source.base, source.shelf, Id(source.year)))
    {
    }

    void write()
    {
        if (m_base.meetings.isEmpty() && m_states.isEmpty())
            return;
        m_writer.heading(Words::tr("Who decides and who signs"));
        writeDecisions();
        writeWaiting();
        writeSignatures();
    }

private:
    void writeDecisions()
    {
        const FrozenVersion* version = latestVersion(m_base, Id(m_source.year));
        QList<QStringList> rows;
        for (const DecisionEntry& entry : decisionRegister(m_base, MinutesCopy::Public, m_source.journal))
            if (entry.version.isNull())
                rows.append({dateShown(entry.on), entry.itemNumber, nameOfDecision(entry),
                             entry.amount ? formatMoney(*entry.amount) : QString(), entry.outcome});
        const QString since =
            version ? Words::tr("since version %1 was frozen on %2")
                          .arg(QString::number(version->number.value_or(0)), dateShown(version->on))
                    : Words::tr("so far");
        if (rows.isEmpty()) {
            m_writer.paragraph(Words::tr("No decision is recorded %1.").arg(since));
            return;
        }
        m_writer.paragraph(Words::tr("Decisions %1:").arg(since));
        m_writer.table({{Words::tr("Date"), false, 14},
                        {Words::tr("Item"), true, 6},
                        {Words::tr("Resolution"), false, 30},
                        {Words::tr("Amount"), true, 14},
                        {Words::tr("Outcome"), false, 36}},
                       rows, false, true);
    }

    QString nameOfDecision(const DecisionEntry& entry) const
    {
        return entry.leftOut ? entry.decision : nameOf(m_base, Resolution::type.id, entry.resolution);
    }

    bool isPublic(const Resolution& resolution) const
    {
        const AgendaItem* item = m_base.agendaItems.find(resolution.item);
        return item && !item->confidential;
    }

    // "“Adopt option B” waits for Ashmoor ICB." Empty: nothing is left to do.
    QString waiting(const Resolution& resolution) const
    {
        const QString name = Words::tr("“%1”").arg(resolution.name);
        const ResolutionOutcome* last = lastOutcome(m_base, resolution.id);
        if (!last)
            return Words::tr("%1 is not decided yet.").arg(name);
        if (last->outcome == resolutionOutcome::reopened)
            return Words::tr("%1 is reopened.").arg(name);
        if (last->outcome == resolutionOutcome::carried)
            return Words::tr("%1 is decided and not applied to the plan yet.").arg(name);
        if (last->outcome != resolutionOutcome::recommended)
            return {};
        QList<Id> waitingFor;
        for (const PartnerAmount& part : recordedAmounts(m_base, last->id))
            if (part.beyond && !lastReply(m_base, resolution.id, part.partner))
                waitingFor.append(part.partner);
        return waitingFor.isEmpty()
                   ? Words::tr("%1 is recommended and not applied to the plan yet.").arg(name)
                   : Words::tr("%1 is recommended and waits for %2.")
                         .arg(name, partnersListed(m_base, waitingFor));
    }

    void writeWaiting()
    {
        QStringList open;
        for (const Resolution& resolution : m_base.resolutions)
            if (isPublic(resolution))
                if (const QString text = waiting(resolution); !text.isEmpty())
                    open.append(text);
        if (!open.isEmpty())
            m_writer.bullets(open);
    }

    QDate due() const
    {
        const FinancialYear* year = m_base.years.find(Id(m_source.year));
        const Rulebook* rulebook = year ? m_source.shelf.rulebookOf(*year) : nullptr;
        const auto required = rulebook ? requiredSignatures(*rulebook) : std::nullopt;
        return required ? required->due : QDate();
    }

    void writeSignatures()
    {
        if (m_states.isEmpty())
            return;
        const QString day = due().isValid() ? u' ' + Words::tr("Due %1.").arg(dateShown(due())) : QString();
        m_writer.paragraph(sentenceOf(signOffHeadline(m_states, m_source.since, m_source.journal)) + day);
        QList<QStringList> rows;
        for (const SignOffState& state : m_states) {
            const SignOffWords words = signOffInWords(m_base, m_source.shelf, state, m_source.since);
            rows.append({words.organisation, words.role, words.name, words.signedOn});
            if (saysSince())
                rows.last().append(words.since);
        }
        QList<PaperColumn> columns{{Words::tr("Organisation"), false, 22},
                                   {Words::tr("Role"), false, 16},
                                   {Words::tr("Name"), false, 16},
                                   {Words::tr("Signed"), false, 18}};
        if (saysSince())
            columns.append({Words::tr("Since signed"), false, 28});
        m_writer.table(columns, rows, false, true);
        if (const QString text = submission(); !text.isEmpty())
            m_writer.paragraph(text);
    }

    // Whoever prints the paper may not have compared it with what was signed.
    bool saysSince() const
    {
        return !m_source.since.isEmpty() ||
               std::none_of(m_states.begin(), m_states.end(),
                            [](const SignOffState& state) { return state.version != nullptr; });
    }

    QString submission() const
    {
        const Submission* found = submissionOf(m_base, Id(m_source.year));
        if (!found)
            return {};
        QStringList said;
        if (found->submittedOn.isValid())
            said.append(Words::tr("The plan was submitted on %1.").arg(dateShown(found->submittedOn)));
        if (found->approvedOn.isValid())
            said.append(Words::tr("The Health and Wellbeing Board approved it on %1%2.")
                            .arg(dateShown(found->approvedOn), minuteInBrackets(found->minute)));
        else if (found->approvalExpectedOn.isValid())
            said.append(Words::tr("The Health and Wellbeing Board’s approval is expected on %1.")
                            .arg(dateShown(found->approvalExpectedOn)));
        return said.join(u' ');
    }

    PaperWriter& m_writer;
    const DecideSource& m_source;
    const Plan& m_base;
    QList<SignOffState> m_states;
};

} // namespace

void writeDecides(PaperWriter& writer, const DecideSource& source)
{
    Deciding(writer, source).write();
}

} // namespace placewright
