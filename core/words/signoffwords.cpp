#include "core/words/signoffwords.h"

#include "core/plan/names.h"
#include "core/words/committeephrases.h"
#include "core/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SignOffWords)
};

QString organisationOf(const Plan& base, const Signatory& signatory)
{
    if (const Partner* partner = base.partners.find(signatory.partner))
        return partner->kind == partnerKind::council ? partner->name : partnerShown(base, partner->id);
    const QString& board = base.place().board;
    return board.isEmpty() ? Words::tr("Health and Wellbeing Board") : board;
}

QString signedOn(const SignOffState& state, const Signatory& signatory)
{
    QString text = dateShown(state.signature->on);
    if (state.version)
        text = Words::tr("%1, version %2").arg(text).arg(state.version->number.value_or(0));
    if (state.signature->person == signatory.person || state.signature->delegatedBy.isEmpty())
        return text;
    return Words::tr("%1, for the role (%2)").arg(text, state.signature->delegatedBy);
}

QString expected(const Signatory& signatory)
{
    if (!signatory.expectedOn.isValid())
        return QString(QChar(0x2013));
    return signatory.partner.isNull() ? Words::tr("Meets %1").arg(dateShown(signatory.expectedOn))
                                      : Words::tr("Expected %1").arg(dateShown(signatory.expectedOn));
}

QList<const SignOffState*> signedOf(const QList<SignOffState>& states)
{
    QList<const SignOffState*> found;
    for (const SignOffState& state : states)
        if (state.signature)
            found.append(&state);
    return found;
}

// The entry that holds the version's head; 0: not in this journal.
qint64 headOf(const FrozenVersion& version, const QList<JournalEntry>& journal)
{
    for (const JournalEntry& entry : journal)
        if (QString::fromLatin1(entry.hash.toHex()) == version.head)
            return entry.number;
    return 0;
}

// The day on which the amount of a minimum was set after a version, where that was once; not valid otherwise.
QDate movedOn(const Id& minimum, const FrozenVersion& version, const QList<JournalEntry>& journal)
{
    const qint64 head = headOf(version, journal);
    QDate day;
    if (head == 0)
        return day;
    for (const JournalEntry& entry : journal) {
        if (entry.number <= head || !entry.branch.isNull())
            continue;
        const bool sets =
            std::any_of(entry.step.changes.begin(), entry.step.changes.end(), [&](const Change& change) {
                return change.id == minimum && (change.op != Change::Op::Set || change.field == u"amount");
            });
        if (!sets)
            continue;
        if (day.isValid())
            return {};
        day = entry.step.when.toLocalTime().date();
    }
    return day;
}

// "both signed before the minimum was raised on 4 March 2026"; empty where that cannot be said exactly.
QString signedBefore(const QList<const SignOffState*>& done, const SinceVersions& since,
                     const QList<JournalEntry>& journal)
{
    QDate day;
    bool raised = false;
    for (const SignOffState* state : done) {
        const auto changed = state->version ? since.constFind(state->version->id) : since.cend();
        const PoundsChanged* minimum = changed == since.cend() ? nullptr : onlyMinimum(*changed);
        const QDate moved = minimum ? movedOn(minimum->subject, *state->version, journal) : QDate();
        if (!moved.isValid() || state->signature->on >= moved || (day.isValid() && moved != day))
            return {};
        day = moved;
        raised = minimum->after > minimum->before;
    }
    const QString who = done.size() == 1   ? Words::tr("it was signed")
                        : done.size() == 2 ? Words::tr("both signed")
                                           : Words::tr("all of them signed");
    return (raised ? Words::tr("%1 before the minimum was raised on %2")
                   : Words::tr("%1 before the minimum was lowered on %2"))
        .arg(who, dateShown(day));
}

} // namespace

QString signOffHeadline(const QList<SignOffState>& states, const SinceVersions& since,
                        const QList<JournalEntry>& journal)
{
    if (states.isEmpty())
        return Words::tr("Nobody is named to sign this plan");
    const QList<const SignOffState*> done = signedOf(states);
    if (done.isEmpty())
        return states.size() == 1 ? Words::tr("The plan is not signed yet")
                                  : Words::tr("None of %1 has signed").arg(numberWord(states.size()));
    QString text;
    if (done.size() == states.size())
        text = states.size() == 1 ? Words::tr("The plan is signed")
                                  : Words::tr("All %1 have signed").arg(numberWord(states.size()));
    else
        text = (done.size() == 1 ? Words::tr("%1 of %2 has signed") : Words::tr("%1 of %2 have signed"))
                   .arg(capitalised(numberWord(done.size())), numberWord(states.size()));
    const QString before = signedBefore(done, since, journal);
    return before.isEmpty() ? text : Words::tr("%1; %2").arg(text, before);
}

QString signOffCaption(const QList<SignOffState>& states, const QString& year, const QDate& due)
{
    const auto delegable = std::count_if(states.begin(), states.end(),
                                         [](const SignOffState& state) { return state.mayDelegate; });
    const QString first = due.isValid()
                              ? Words::tr("Sign-off of the %1 plan, due %2.").arg(year, dateShown(due))
                              : Words::tr("Sign-off of the %1 plan.").arg(year);
    const QString second =
        delegable == 0 ? Words::tr("Not delegable.")
        : delegable == states.size()
            ? Words::tr("Somebody else may sign for each role, with a minute.")
            : Words::tr("Somebody else may sign for %1 of them, with a minute.").arg(numberWord(delegable));
    return QStringList{first, second,
                       Words::tr("A signed version never changes; later edits make a new one.")}
        .join(u' ');
}

SignOffWords signOffInWords(const Plan& base, const Shelf& shelf, const SignOffState& state,
                            const SinceVersions& since)
{
    SignOffWords words;
    const Signatory* signatory = base.signatories.find(state.signatory);
    if (!signatory)
        return words;
    words.organisation = organisationOf(base, *signatory);
    words.role = labelOfChoice(*Signatory::type.field(u"role"), signatory->role);
    words.isSigned = state.signature;
    const bool other = state.signature && !state.signature->person.isNull();
    const Id& person = other ? state.signature->person : signatory->person;
    words.name = person.isNull() ? QString() : personName(base, person);
    words.signedOn = state.signature ? signedOn(state, *signatory) : Words::tr("Not yet signed");
    if (!state.signature) {
        words.since = expected(*signatory);
        return words;
    }
    const auto changed = state.version ? since.constFind(state.version->id) : since.cend();
    words.since = changed == since.cend() ? Words::tr("Not known") : sinceSignedShort(base, *changed, shelf);
    return words;
}

QString versionLine(qint64 number, const QDate& on, const QByteArray& head)
{
    constexpr qsizetype group = 8;
    const QString hex = QString::fromLatin1(head.toHex());
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += group)
        groups.append(hex.mid(at, group));
    return Words::tr("Version %1, frozen %2. Journal: %3")
        .arg(QString::number(number), dateShown(on), groups.join(u' '));
}

} // namespace placewright
