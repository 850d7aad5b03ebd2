// Random years of a committee on a real plan file: edits, undos, votes, attendance, interests, outcomes, answers, applications, scenarios.
// Whatever happens, what a signed version shows stays, no vote of somebody excluded, away or without a seat is counted, no money
// moves that nobody delegated or accepted, and what was voted on, decided, minuted or used is not rewritten. The test counts votes
// and money by itself, from the tables.
#include "core/committee/heldsteps.h"
#include "core/exchange/planjson.h"
#include "core/plan/plantree.h"
#include "core/store/planfile.h"
#include "tests/support/committeeplan.h"
#include "tests/support/seeded.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <map>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = JournalEntry::Kind;

const Key year2026{Id(u"2026-27"_s), {}};

// The test's own count of who may vote: straight from the tables.
bool mayVote(const Plan& plan, const QString& item, const Id& member)
{
    const BodyMember* seat = plan.bodyMembers.find(member);
    if (!seat || seat->body != Id(u"committee"_s) || !seat->substituteFor.isNull() || seat->withoutVote)
        return false;
    Id there;
    Id substitute;
    for (const Attendance& came : plan.attendances)
        if (came.member == member && came.meeting == plan.agendaItems.find(Id(item))->meeting) {
            there = came.how == "present"_L1 ? member : came.how == "substitute"_L1 ? came.substitute : Id();
            substitute = came.substitute;
        }
    bool out = false;
    bool givesWay = false;
    for (const ItemInterest& interest : plan.itemInterests)
        if (interest.item == Id(item) && interest.member == member) {
            out = out || interest.action == "noVote"_L1 || interest.action == "leave"_L1 ||
                  interest.action == "noPapers"_L1;
            givesWay = givesWay || interest.action == "substitute"_L1;
        }
    if (there.isNull() || out)
        return false;
    if (there == member && !givesWay)
        return true;
    const BodyMember* sits = plan.bodyMembers.find(substitute);
    if (!sits || sits->substituteFor != member)
        return false;
    for (const ItemInterest& interest : plan.itemInterests)
        if (interest.item == Id(item) && interest.member == substitute && !interest.action.isEmpty() &&
            interest.action != "note"_L1)
            return false;
    return true;
}

// A partner's money that amounts of lines move, by the test's own sum: more and less, 2026-27.
using Moved = std::map<QString, std::pair<qint64, qint64>>; // pence

Moved movedByPartner(const Plan& plan, const QList<Change>& changes)
{
    Moved moved;
    for (const Change& change : changes) {
        if (change.entity != "line"_L1)
            continue;
        const Line& line = *plan.lines.find(change.id);
        const QString payer = line.payer.isNull() ? u"council"_s : line.payer.text(); // who alone pays LA_ADD
        const qint64 by = change.to.money()->pence() - change.from.money()->pence();
        (by > 0 ? moved[payer].first : moved[payer].second) += std::abs(by);
    }
    return moved;
}

qint64 largest(const std::pair<qint64, qint64>& both)
{
    return std::max(both.first, both.second);
}

Money spent(const Plan& plan, const Id& line)
{
    return plan.lines.find(line)->amount.value(year2026);
}

} // namespace

// What the test knows of a resolution, kept beside the file.
struct Followed
{
    QString item;
    std::map<Id, QString> votes; // of the present round
    QString state;               // the last outcome
    Moved decided;               // when it was carried or recommended
    QSet<QString> accepted;      // by partner, of the present recommendation
    QSet<QString> asked;
};

class CommitteeYear
{
public:
    CommitteeYear(quint64 seed, const QString& path)
        : m_random(seed)
    {
        PlanTree tree;
        tree.base = committeePlan();
        tree.people = tree.base.people;
        tree.base = with(tree.base, Scenario::type, u"sc"_s, {{u"name"_s, text(u"Otherwise"_s)}});
        for (const auto& [id, member] : std::initializer_list<std::pair<QString, QString>>{
                 {u"booth"_s, u"nazir"_s}, {u"reed"_s, u"lund"_s}})
            tree.base = with(tree.base, BodyMember::type, id,
                             {{u"body"_s, ref(u"committee"_s)}, {u"substituteFor"_s, ref(member)}});
        tree.base = with(tree.base, BodyMember::type, u"stranger"_s, {{u"body"_s, ref(u"hwb"_s)}});
        auto made = PlanFile::create(path, tree, author(), u"Made"_s);
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        m_file = std::move(*made);
        m_resolutions = {u"handyperson"_s, u"optionB"_s};
        m_followed[u"handyperson"_s].item = u"item4"_s;
        m_followed[u"optionB"_s].item = u"item5"_s;
    }

    void run(int events)
    {
        for (int i = 0; i < events && m_fault.isEmpty(); ++i)
            one();
    }

    QString fault() const { return m_fault; }
    std::map<QString, int> counts() const { return m_counts; }
    PlanFile& file() { return *m_file; }

private:
    const Plan& base() const { return m_file->tree().base; }
    Author author() const
    {
        return {u"Ann"_s, [] { return QDateTime(QDate(2026, 3, 12), QTime(10, 0), QTimeZone::utc()); },
                [] { return Id(u"p-ann"_s); }};
    }
    IdSource ids()
    {
        return [this] { return Id(u"n%1"_s.arg(++m_next)); };
    }
    template <class List> const auto& any(const List& list)
    {
        return list[m_random.between(0, list.size() - 1)];
    }
    // Mostly one of the newest.
    QString anyResolution()
    {
        const qint64 last = m_resolutions.size() - 1;
        return m_resolutions.at(
            m_random.between(m_random.between(0, 3) ? std::max<qint64>(0, last - 3) : 0, last));
    }
    void fail(const QString& what)
    {
        if (m_fault.isEmpty())
            m_fault = u"entry %1: %2"_s.arg(m_file->entryCount()).arg(what);
    }

    // Commits and holds what may change against what did.
    bool commit(Kind kind, const Step& step, const QString& name, qint64 undoes = 0,
                const QMap<QString, QByteArray>& blobs = {}, const QString& branch = {})
    {
        const Plan before = base();
        const Result<qint64> number = m_file->commit(kind, Id(branch), step, author(), undoes, blobs);
        ++m_counts[number ? name : name + u" refused"_s];
        if (!number)
            return false;
        const bool moves = std::any_of(before.lines.begin(), before.lines.end(), [&](const Line& line) {
            return spent(before, line.id) != spent(base(), line.id);
        });
        if (moves && kind != Kind::Edit && kind != Kind::Undo && name != u"application")
            fail(name + u" moved money"_s);
        if (moves && !branch.isEmpty())
            fail(u"a scenario moved the base’s money"_s);
        if (kind == Kind::Edit && branch.isEmpty())
            m_edits.insert(*number, step);
        checkKept();
        checkNotRewritten(before, name);
        return true;
    }

    // (1) What was signed stands as it was.
    void checkKept()
    {
        for (const auto& [hash, bytes] : m_kept)
            if (m_file->tree().blobs.value(hash) != bytes)
                fail(u"a signed text changed"_s);
        for (const FrozenVersion& version : m_versions)
            if (!base().frozenVersions.find(version.id) || *base().frozenVersions.find(version.id) != version)
                fail(u"a version changed"_s);
        for (const SignOff& signature : m_signatures)
            if (!base().signOffs.find(signature.id) || *base().signOffs.find(signature.id) != signature)
                fail(u"a signature changed"_s);
    }

    // (4) What was voted on, decided on or used stands as it was then.
    void checkNotRewritten(const Plan& before, const QString& by)
    {
        for (const auto& [id, followed] : m_followed) {
            const Resolution* was = before.resolutions.find(Id(id));
            const bool closed = isClosed(followed);
            if (!was || (followed.votes.empty() && !closed))
                continue;
            if (!base().resolutions.find(Id(id)) || *base().resolutions.find(Id(id)) != *was ||
                stepsOf(base(), id) != stepsOf(before, id))
                fail(u"%1 rewrote %2, which was voted on"_s.arg(by, id));
            const Id meeting = before.agendaItems.find(was->item)->meeting;
            for (const auto& [member, ballot] : followed.votes)
                if (closed && cameTo(base(), meeting, member) != cameTo(before, meeting, member))
                    fail(u"%1 changed who attended when %2 was decided"_s.arg(by, id));
            for (const Delegation& limit : before.delegations)
                if (isUsed(followed, limit) &&
                    (!base().delegations.find(limit.id) || *base().delegations.find(limit.id) != limit))
                    fail(u"%1 changed a limit under which %2 was decided"_s.arg(by, id));
        }
    }

    static bool isClosed(const Followed& followed)
    {
        return !followed.state.isEmpty() && followed.state != resolutionOutcome::reopened;
    }
    static QList<ResolutionStep> stepsOf(const Plan& plan, const QString& resolution)
    {
        QList<ResolutionStep> steps;
        for (const ResolutionStep& step : plan.resolutionSteps)
            if (step.resolution == Id(resolution))
                steps.append(step);
        return steps;
    }
    static QList<Attendance> attendanceOf(const Plan& plan, const Id& meeting)
    {
        QList<Attendance> rows;
        for (const Attendance& row : plan.attendances)
            if (row.meeting == meeting)
                rows.append(row);
        return rows;
    }
    static QList<Attendance> cameTo(const Plan& plan, const Id& meeting, const Id& member)
    {
        QList<Attendance> rows = attendanceOf(plan, meeting);
        rows.removeIf([&](const Attendance& row) { return row.member != member; });
        return rows;
    }
    static bool isUsed(const Followed& followed, const Delegation& limit)
    {
        const QString partner = limit.partner.text();
        return (followed.state == resolutionOutcome::carried ||
                followed.state == resolutionOutcome::applied) &&
               followed.decided.contains(partner) && largest(followed.decided.at(partner)) > 0 &&
               !followed.asked.contains(partner);
    }

    void one()
    {
        switch (m_random.between(0, 25)) {
        case 0:
            return editAmount();
        case 1:
            return undo();
        case 2:
        case 3:
            return vote(anyResolution());
        case 4:
            return attend();
        case 5:
        case 15:
            return declare();
        case 6:
        case 7:
            return resolve();
        case 8:
            return outcome(anyResolution());
        case 9:
            return apply(anyResolution());
        case 10:
            return answer(anyResolution());
        case 11:
            return m_random.between(0, 1) ? scenario() : reopen();
        case 12:
            return m_random.between(0, 2) ? limit() : payer();
        case 13:
            return m_random.between(0, 1) ? freeze() : sign();
        case 14:
            return tamper();
        default:
            return advance(anyResolution());
        }
    }

    // What comes next for a resolution.
    void advance(const QString& resolution)
    {
        const Followed& followed = m_followed[resolution];
        if (followed.accepted.size() < followed.asked.size())
            answer(resolution);
        if (followed.state == resolutionOutcome::carried || followed.state == resolutionOutcome::recommended)
            return apply(resolution);
        vote(resolution);
        if (m_random.between(0, 1))
            outcome(resolution);
    }

    void editAmount()
    {
        StepBuilder builder(base());
        builder.set("line", any(base().lines).id, "amount", year2026,
                    pounds(m_random.between(0, 400) * 1'000));
        if (!builder.isEmpty())
            commit(Kind::Edit, builder.step(u"edit"_s), u"edit"_s);
    }

    void payer()
    {
        StepBuilder builder(base());
        builder.set("line", Id(u"handy"_s), "payer",
                    m_random.between(0, 2) ? Value(Id(u"council"_s)) : Value(Id(u"fenwold"_s)));
        if (!builder.isEmpty())
            commit(Kind::Edit, builder.step(u"payer"_s), u"payer"_s);
    }

    void undo()
    {
        if (m_edits.isEmpty())
            return;
        auto entry = m_edits.begin();
        std::advance(entry, m_random.between(0, m_edits.size() - 1));
        const qint64 number = entry.key();
        Step step = inverse(*entry);
        step.what = u"undo"_s;
        if (commit(Kind::Undo, step, u"undo"_s, number))
            m_edits.remove(number);
    }

    void vote(const QString& resolution)
    {
        if (!base().resolutions.contains(Id(resolution)))
            return; // undone
        const QLatin1StringView ballots[] = {ballot::inFavour, ballot::inFavour, ballot::inFavour,
                                             ballot::against, ballot::abstained};
        QList<VoteCast> cast;
        for (qint64 i = m_random.between(1, 10); i > 0; --i)
            cast.append({any(base().bodyMembers).id, ballots[m_random.between(0, 4)], false, {}});
        if (m_random.between(0, 1))
            cast = allInFavour(base(), m_followed[resolution].item);
        const Result<Step> step = recordVotes(base(), Id(resolution), cast, ids());
        Followed& followed = m_followed[resolution];
        const bool rightful =
            std::all_of(cast.begin(), cast.end(),
                        [&](const VoteCast& one) { return mayVote(base(), followed.item, one.member); }) &&
            (followed.state.isEmpty() || followed.state == resolutionOutcome::reopened);
        if (step.ok() != rightful)
            fail(u"a vote was taken or refused wrongly on %1"_s.arg(resolution));
        if (step && commit(Kind::OnRecord, *step, u"vote"_s))
            for (const VoteCast& one : cast)
                followed.votes[one.member] = one.ballot;
    }

    void attend()
    {
        const QList<Attendance> rows = attendanceOf(base(), newestMeeting());
        if (rows.isEmpty())
            return newMeeting();
        const Attendance& row = any(rows);
        const QStringList ways{u"present"_s, u"present"_s, u"present"_s,   u"present"_s,
                               u"present"_s, u"absent"_s,  u"apologies"_s, u"substitute"_s};
        StepBuilder builder(base());
        builder.set("attendance", row.id, "how", Value(any(ways)));
        builder.set("attendance", row.id, "substitute",
                    row.member == Id(u"nazir"_s)  ? ref(u"booth"_s)
                    : row.member == Id(u"lund"_s) ? ref(u"reed"_s)
                                                  : Value());
        if (!builder.isEmpty())
            commit(Kind::Edit, builder.step(u"attendance"_s), u"attendance"_s);
    }

    Id newestMeeting() const { return base().meetings[base().meetings.size() - 1].id; }

    // A meeting at which all are there but for some.
    void newMeeting()
    {
        StepBuilder builder(base());
        const Id meeting = ids()();
        builder.add("meeting", meeting).set("meeting", meeting, "body", ref(u"committee"_s));
        builder.set("meeting", meeting, "on", Value(meetingDay()));
        for (const Attendance& was : attendanceOf(base(), Id(u"march"_s))) {
            const Id row = ids()();
            builder.add("attendance", row).set("attendance", row, "meeting", Value(meeting));
            builder.set("attendance", row, "member", Value(was.member));
            builder.set("attendance", row, "how", Value(m_random.between(0, 6) ? u"present"_s : u"absent"_s));
        }
        commit(Kind::Edit, builder.step(u"meeting"_s), u"meeting"_s);
    }

    void declare()
    {
        const QString actions[] = {{}, u"note"_s, u"noVote"_s, u"leave"_s, u"noPapers"_s, u"substitute"_s};
        StepBuilder builder(base());
        if (m_random.between(0, 2) == 0 && !base().itemInterests.isEmpty()) {
            builder.remove("itemInterest", any(base().itemInterests).id);
        } else {
            const Id id = ids()();
            builder.add("itemInterest", id);
            builder.set("itemInterest", id, "item", ref(m_followed[anyResolution()].item));
            const BodyMember& member = any(base().bodyMembers);
            builder.set("itemInterest", id, "member",
                        member.body == Id(u"committee"_s) ? Value(member.id) : ref(u"nazir"_s));
            builder.set("itemInterest", id, "action", Value(actions[m_random.between(0, 5)]));
        }
        commit(Kind::Edit, builder.step(u"interest"_s), u"interest"_s);
    }

    // A new resolution, or other changes in one.
    void resolve()
    {
        StepBuilder held(base());
        for (qint64 i = m_random.between(1, 3); i > 0; --i) {
            const Line& line = any(base().lines);
            const qint64 by = m_random.between(-60, 60) * 1'000;
            held.set("line", line.id, "amount", year2026,
                     Value(std::max(Money(), spent(held.plan(), line.id) + Money::fromPounds(by))));
        }
        const Value changes(heldChanges(held.step({}).changes));
        if (m_random.between(0, 2) == 0)
            return rewrite(changes);
        if (m_random.between(0, 2) == 0)
            newMeeting();
        StepBuilder builder(base());
        const Id item = ids()();
        builder.add("agendaItem", item).set("agendaItem", item, "meeting", Value(newestMeeting()));
        builder.set("agendaItem", item, "title", Value(item.text()));
        const Id id = ids()();
        builder.add("resolution", id).set("resolution", id, "item", Value(item));
        builder.set("resolution", id, "name", Value(id.text()));
        const Id step = ids()();
        builder.add("resolutionStep", step).set("resolutionStep", step, "resolution", Value(id));
        builder.set("resolutionStep", step, "changes", changes);
        if (!commit(Kind::Edit, builder.step(u"resolution"_s), u"resolution"_s))
            return;
        m_followed[id.text()].item = item.text();
        m_resolutions.append(id.text());
    }

    void rewrite(const Value& changes)
    {
        const ResolutionStep step = any(base().resolutionSteps);
        StepBuilder builder(base());
        builder.set("resolutionStep", step.id, "changes", changes);
        if (builder.isEmpty())
            return;
        const Followed& followed = m_followed[step.resolution.text()];
        const bool stands = !followed.votes.empty() || isClosed(followed);
        if (commit(Kind::Edit, builder.step(u"rewrite"_s), u"rewrite"_s) == stands)
            fail(u"a rewriting was taken or refused wrongly"_s);
        if (stands && !isClosed(followed))
            ++m_counts[u"rewrite of what was voted on refused"_s];
    }

    // (2) Only votes that count are counted.
    void outcome(const QString& resolution)
    {
        if (!base().resolutions.contains(Id(resolution)))
            return; // undone
        const Result<Step> step = recordOutcome(base(), {}, Id(resolution), meetingDay(), {}, {}, ids());
        const Plan before = base();
        if (!step || !commit(Kind::OnRecord, *step, u"outcome"_s))
            return;
        Followed& followed = m_followed[resolution];
        std::map<QString, qint64> counted;
        for (const auto& [member, ballot] : followed.votes)
            if (mayVote(before, followed.item, member))
                ++counted[ballot];
        const ResolutionOutcome& row = *lastOutcome(base(), Id(resolution));
        if (row.inFavour != counted[ballot::inFavour] || row.against != counted[ballot::against] ||
            row.abstained != counted[ballot::abstained])
            fail(u"a vote was counted wrongly on %1"_s.arg(resolution));
        followed.state = row.outcome;
        followed.decided = movedByPartner(before, *changesOf(before, Id(resolution)));
        followed.asked.clear();
        followed.accepted.clear();
        ++m_counts[row.outcome];
        const bool passed =
            row.outcome == resolutionOutcome::carried || row.outcome == resolutionOutcome::recommended;
        if (passed && counted[ballot::inFavour] <= counted[ballot::against])
            fail(u"it passed without a majority"_s);
        for (const auto& [partner, amounts] : followed.decided)
            if (passed && !isWithin(resolution, partner, amounts))
                followed.asked.insert(partner);
        if (passed && (row.outcome == resolutionOutcome::carried) != followed.asked.isEmpty())
            fail(u"%1 is %2, and %3 had not delegated that much"_s.arg(
                resolution, row.outcome, QStringList(followed.asked.values()).join(u' ')));
    }

    // Within the plan's limit of a partner, by the test's own sum of what the committee has decided.
    bool isWithin(const QString& resolution, const QString& partner, const std::pair<qint64, qint64>& amounts)
    {
        const qint64 amount = largest(amounts);
        if (amount == 0)
            return true;
        qint64 used = 0;
        for (const auto& [id, other] : m_followed) {
            const bool counts =
                other.state == resolutionOutcome::carried || other.state == resolutionOutcome::applied;
            if (id != resolution && counts && other.decided.contains(partner) &&
                !other.asked.contains(partner))
                used += largest(other.decided.at(partner));
        }
        for (const Delegation& limit : base().delegations)
            if (limit.partner == Id(partner) && !limit.minute.isEmpty() &&
                (!limit.perDecision || amount <= limit.perDecision->pence()) &&
                (!limit.perYear || used + amount <= limit.perYear->pence()))
                return true;
        return false;
    }

    // (3) Nothing is applied but what was within the limits, or accepted by whose money it is.
    void apply(const QString& resolution)
    {
        const Plan before = base();
        const Result<Step> step = recordApplication(before, {}, Id(resolution), meetingDay(), {}, ids());
        if (!step || !commit(Kind::OnRecord, *step, u"application"_s))
            return;
        Followed& followed = m_followed[resolution];
        const bool carried = followed.state == resolutionOutcome::carried;
        if (!carried && followed.state != resolutionOutcome::recommended)
            fail(u"%1 was applied as %2"_s.arg(resolution, followed.state));
        const Moved moved = movedByPartner(before, step->changes);
        for (const auto& [partner, amounts] : moved) {
            if (!followed.decided.contains(partner) || followed.decided.at(partner) != amounts)
                fail(u"%1 moved other money than was decided"_s.arg(resolution));
            if (!carried && !followed.accepted.contains(partner) &&
                (followed.asked.contains(partner) || !isWithin(resolution, partner, amounts)))
                fail(u"%1 moved money of %2, which had not accepted"_s.arg(resolution, partner));
        }
        for (const Line& line : before.lines) {
            qint64 by = 0;
            for (const Change& change : step->changes)
                if (change.entity == "line"_L1 && change.id == line.id)
                    by += change.to.money()->pence() - change.from.money()->pence();
            if ((spent(base(), line.id) - spent(before, line.id)).pence() != by)
                fail(u"not applied whole"_s);
        }
        followed.state = QString(resolutionOutcome::applied);
        ++m_counts[carried ? u"applied within limits"_s : u"applied when accepted"_s];
    }

    void answer(const QString& resolution)
    {
        const QStringList asked = m_followed[resolution].asked.values();
        const QString partner =
            asked.isEmpty() || m_random.between(0, 3) == 0 ? any(base().partners).id.text() : any(asked);
        const bool yes = m_random.between(0, 3) > 0;
        const Result<Step> step =
            recordReply(base(), Id(resolution), Id(partner),
                        yes ? replyAnswer::accepted : replyAnswer::refused, meetingDay(), u"m"_s, ids());
        Followed& followed = m_followed[resolution];
        if (step.ok() !=
            (followed.state == resolutionOutcome::recommended && followed.asked.contains(partner)))
            fail(u"an answer was taken or refused wrongly"_s);
        if (!step || !commit(Kind::OnRecord, *step, u"answer"_s))
            return;
        if (yes)
            followed.accepted.insert(partner);
        else
            followed.accepted.remove(partner);
    }

    void reopen()
    {
        const QString resolution = anyResolution();
        const Result<Step> step = recordReopening(base(), Id(resolution), meetingDay(), {}, ids());
        if (!step || !commit(Kind::OnRecord, *step, u"reopening"_s))
            return;
        Followed& followed = m_followed[resolution];
        followed = {followed.item, {}, QString(resolutionOutcome::reopened), {}, {}, {}};
    }

    void scenario()
    {
        const Plan plan = branchPlan(m_file->tree(), Id(u"sc"_s)).plan;
        StepBuilder builder(plan);
        builder.set("line", any(plan.lines).id, "amount", year2026, pounds(m_random.between(0, 400) * 1'000));
        if (!builder.isEmpty())
            commit(Kind::Edit, builder.step(u"scenario"_s), u"scenario"_s, 0, {}, u"sc"_s);
    }

    void limit()
    {
        Delegation row = any(base().delegations);
        StepBuilder builder(base());
        if (m_random.between(0, 1)) { // one more of the same partner
            builder.add("delegation", row.id = ids()()).set("delegation", row.id, "body", Value(row.body));
            builder.set("delegation", row.id, "partner", Value(row.partner));
            builder.set("delegation", row.id, "minute", text(u"22/26"_s));
        }
        builder.set("delegation", row.id, "perDecision", pounds(m_random.between(20, 200) * 1'000));
        builder.set("delegation", row.id, "perYear", pounds(m_random.between(100, 2'000) * 1'000));
        if (!builder.isEmpty())
            commit(Kind::Edit, builder.step(u"limit"_s), u"limit"_s);
    }

    void freeze()
    {
        PlanTree alone;
        alone.base = base();
        const VersionTexts texts{planToJson(alone), u"figures %1"_s.arg(++m_next).toUtf8(), "paper"};
        const Result<Step> step =
            recordVersion(base(), Id(u"2026-27"_s), meetingDay(), m_file->headHash(), texts, {}, ids());
        QMap<QString, QByteArray> blobs;
        for (const QByteArray& bytes : {texts.plan, texts.evaluation, texts.paper})
            blobs.insert(sha256Hex(bytes), bytes);
        if (!step || !commit(Kind::OnRecord, *step, u"version"_s, 0, blobs))
            return fail(u"a version was refused"_s);
        m_versions.append(*latestVersion(base(), Id(u"2026-27"_s)));
        for (auto bytes = blobs.cbegin(); bytes != blobs.cend(); ++bytes)
            m_kept[bytes.key()] = *bytes;
    }

    void sign()
    {
        if (m_versions.isEmpty())
            return;
        const Signatory& who = any(base().signatories);
        const Result<Step> step = recordSignature(
            base(), {}, {who.id, any(m_versions).id, meetingDay(), {}, who.role, {}, {}}, ids());
        if (!step || !commit(Kind::OnRecord, *step, u"signature"_s))
            return fail(u"a signature was refused"_s);
        m_signatures.append(base().signOffs[base().signOffs.size() - 1]);
    }

    // Edits that must not get past the file: what is on the record, changed, removed, added or undone.
    void tamper()
    {
        StepBuilder builder(base());
        const QString name = m_random.between(0, 1) ? tamperWithRecord(builder) : tamperWithDecided(builder);
        if (builder.isEmpty())
            return;
        if (commit(Kind::Edit, builder.step(name), name))
            fail(name + u": the record was changed by an edit"_s);
    }

    QString tamperWithRecord(StepBuilder& builder)
    {
        const QString name = u"tamper"_s;
        switch (m_random.between(0, 4)) {
        case 0:
            if (base().votes.isEmpty())
                return name;
            builder.set("vote", any(base().votes).id, "ballot", Value(QString(ballot::inFavour)));
            break;
        case 1:
            if (base().frozenVersions.isEmpty())
                return name;
            builder.remove("frozenVersion", any(base().frozenVersions).id);
            break;
        case 2:
            if (base().signOffs.isEmpty())
                return name;
            builder.set("signOff", any(base().signOffs).id, "on", Value(QDate(2030, 1, 1)));
            break;
        case 3: {
            const Id id = ids()();
            builder.add("resolutionOutcome", id)
                .set("resolutionOutcome", id, "resolution", ref(u"optionB"_s));
            break;
        }
        default:
            if (base().resolutionMoneys.isEmpty())
                return name;
            builder.set("resolutionMoney", any(base().resolutionMoneys).id, "beyond", Value());
        }
        return name;
    }

    // What rows beside the record say of what is on it.
    QString tamperWithDecided(StepBuilder& builder)
    {
        switch (m_random.between(0, 3)) {
        case 0:
            if (!base().signOffs.isEmpty())
                becomeAnother(builder, *base().signatories.find(any(base().signOffs).signatory));
            return u"other signatory"_s;
        case 1: {
            const Attendance& row = any(base().attendances);
            if (m_random.between(0, 1))
                builder.set("bodyMember", row.member, "person", ref(u"p-sign-151"_s));
            else
                builder.set("bodyMember", row.member, "partner", ref(u"fenwold"_s));
            return u"other member"_s;
        }
        case 2: {
            const QString resolution = anyResolution();
            if (isClosed(m_followed[resolution]))
                builder.set("agendaItem", Id(m_followed[resolution].item), "title",
                            Value(u"Title %1"_s.arg(++m_next)));
            return u"other title"_s;
        }
        default: {
            const Delegation& limit = any(base().delegations);
            for (const auto& [id, followed] : m_followed)
                if (isUsed(followed, limit) && builder.isEmpty())
                    builder.set("delegation", limit.id, "minute", Value(u"Minute %1"_s.arg(++m_next)));
            return u"other minute"_s;
        }
        }
    }

    void becomeAnother(StepBuilder& builder, const Signatory& who)
    {
        switch (m_random.between(0, 4)) {
        case 0:
            builder.set("signatory", who.id, "year", ref(u"2027-28"_s));
            break;
        case 1:
            builder.set("signatory", who.id, "partner", Value());
            break;
        case 2:
            builder.set("signatory", who.id, "partner", ref(u"ashmoor"_s));
            break;
        case 3:
            builder.set("signatory", who.id, "role", Value(QString(signatoryRole::other)));
            break;
        default:
            builder.set("signatory", who.id, "person", ref(u"p-aziz"_s));
        }
    }

    Seeded m_random;
    std::unique_ptr<PlanFile> m_file;
    std::map<QString, Followed> m_followed;
    QStringList m_resolutions;
    QMap<qint64, Step> m_edits;
    std::map<QString, QByteArray> m_kept;
    QList<FrozenVersion> m_versions;
    QList<SignOff> m_signatures;
    std::map<QString, int> m_counts;
    QString m_fault;
    int m_next = 0;
};

class TestCommitteeProperties : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::map<QString, int> m_counts;

private slots:
    void randomYears_data();
    void randomYears();
    void everythingHappened();
};

void TestCommitteeProperties::randomYears_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 20260312; seed < 20260318; ++seed)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
}

void TestCommitteeProperties::randomYears()
{
    QFETCH(quint64, seed);
    const QString path = m_dir.filePath(u"y%1.plan"_s.arg(seed));
    QByteArray head;
    {
        CommitteeYear year(seed, path);
        year.run(500);
        QVERIFY2(year.fault().isEmpty(), qPrintable(year.fault()));
        head = year.file().headHash();
        for (const auto& [name, count] : year.counts())
            m_counts[name] += count;
    }
    const Result<Verification> verified = verifyPlanFile(path, head);
    QVERIFY(verified.ok());
    QVERIFY2(verified->intact, qPrintable(verified->text));
}

// The years were not idle: each kind of thing was done, and what must be refused was tried.
void TestCommitteeProperties::everythingHappened()
{
    for (const auto& [name, count] : m_counts)
        std::printf("INFO   : %s %d\n", qPrintable(name), count);
    for (const char* name : {"edit",
                             "undo",
                             "vote",
                             "attendance",
                             "interest",
                             "resolution",
                             "rewrite",
                             "rewrite refused",
                             "rewrite of what was voted on refused",
                             "meeting",
                             "attendance refused",
                             "limit refused",
                             "payer",
                             "limit",
                             "scenario",
                             "outcome",
                             "carried",
                             "recommended",
                             "answer",
                             "reopening",
                             "applied within limits",
                             "applied when accepted",
                             "version",
                             "signature",
                             "tamper refused",
                             "other signatory refused",
                             "other member refused",
                             "other title refused",
                             "other minute refused"})
        QVERIFY2(m_counts[QString::fromLatin1(name)] > 0, name);
}

QTEST_GUILESS_MAIN(TestCommitteeProperties)
#include "test_committee_properties.moc"
