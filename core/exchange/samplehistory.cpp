#include "core/exchange/samplehistory.h"

#include "core/exchange/jsontext.h"
#include "core/exchange/keptplan.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

const QStringList& recordKinds()
{
    static const QStringList kinds{u"version"_s, u"signature"_s, u"votes"_s, u"outcome"_s, u"application"_s};
    return kinds;
}

Result<SampleStep> readStep(QJsonObject json, const QString& path)
{
    SampleStep read;
    read.who = json.take("who"_L1).toString();
    for (const QString& kind : recordKinds())
        if (const QJsonValue part = json.take(kind); part.isObject()) {
            read.recordKind = kind;
            read.record = part.toObject();
            json.insert(u"changes"_s, QJsonArray());
        }
    Result<Step> step = stepFromJson(json, Plan::schema());
    if (!step)
        return Error{u"%1.%2"_s.arg(path, step.error().text)};
    read.step = *step;
    return read;
}

IdSource counted(const QString& prefix)
{
    return [prefix, made = 0]() mutable { return Id(u"%1-%2"_s.arg(prefix).arg(++made)); };
}

QDate dateIn(const QJsonObject& record)
{
    return QDate::fromString(record.value("on"_L1).toString(), Qt::ISODate);
}

// Keeps the base as the entries so far leave it, so that each record is made from what stood then.
class Telling
{
public:
    Telling(const PlanTree& tree, const Shelf& shelf, const SampleVersion& version)
        : m_base(tree.base)
        , m_shelf(shelf)
        , m_version(version)
    {
        m_base.people.insert(tree.people);
    }

    Outcome tell(const SampleStep& wanted)
    {
        NewEntry entry{JournalEntry::Kind::Edit, {}, wanted.step, Author{wanted.who, {}, m_personIds}, 0, {}};
        if (!wanted.recordKind.isEmpty()) {
            entry.kind = JournalEntry::Kind::OnRecord;
            const Result<Step> recorded = recordOf(wanted, entry.blobs);
            if (!recorded)
                return Error{u"%1: %2"_s.arg(wanted.step.what, recorded.error().text)};
            entry.step.changes = recorded->changes;
        }
        Applied applied = apply(m_base, entry.step);
        if (!applied.ok())
            return Error{describe(applied.conflicts.first(), entry.step, m_base)};
        m_base = std::move(applied.plan);
        m_entries.append(entry);
        return Done{};
    }

    void tell(const Id& scenario, const Step& step)
    {
        m_entries.append({JournalEntry::Kind::Edit, scenario, step, {}, 0, {}});
    }

    const QList<NewEntry>& entries() const { return m_entries; }

private:
    Result<Step> recordOf(const SampleStep& wanted, QMap<QString, QByteArray>& blobs)
    {
        const QJsonObject& record = wanted.record;
        const auto text = [&](QLatin1StringView part) { return record.value(part).toString(); };
        const auto id = [&](QLatin1StringView part) { return Id(text(part)); };
        if (wanted.recordKind == "version"_L1)
            return version(record, blobs);
        if (wanted.recordKind == "signature"_L1)
            return signature(record);
        if (wanted.recordKind == "votes"_L1)
            return recordVotes(m_base, id("resolution"_L1), votesIn(record), m_recordIds);
        if (wanted.recordKind == "outcome"_L1)
            return recordOutcome(m_base, m_shelf, id("resolution"_L1), dateIn(record), text("minute"_L1),
                                 text("reason"_L1), m_recordIds);
        return recordApplication(m_base, m_shelf, id("resolution"_L1), dateIn(record), text("reason"_L1),
                                 m_recordIds);
    }

    Result<Step> version(const QJsonObject& record, QMap<QString, QByteArray>& blobs)
    {
        const VersionTexts texts{planToKeep({m_base, {}, {}, {}}), m_version.evaluation, m_version.paper};
        for (const QByteArray& bytes : {texts.plan, texts.evaluation, texts.paper})
            blobs.insert(sha256Hex(bytes), bytes);
        return recordVersion(m_base, Id(record.value("year"_L1).toString()), dateIn(record), m_version.head,
                             texts, {}, m_recordIds);
    }

    Result<Step> signature(const QJsonObject& record)
    {
        const auto version = std::find_if(
            m_base.frozenVersions.begin(), m_base.frozenVersions.end(),
            [&](const FrozenVersion& frozen) { return frozen.number == record.value("version"_L1).toInt(); });
        Signature given;
        given.signatory = Id(record.value("signatory"_L1).toString());
        given.version = version == m_base.frozenVersions.end() ? Id() : version->id;
        given.on = dateIn(record);
        given.person = Id(record.value("person"_L1).toString());
        given.capacity = record.value("capacity"_L1).toString();
        return recordSignature(m_base, m_shelf, given, m_recordIds);
    }

    static QList<VoteCast> votesIn(const QJsonObject& record)
    {
        QList<VoteCast> votes;
        const QJsonArray all = record.value("cast"_L1).toArray();
        for (const auto& cast : all)
            votes.append({Id(cast["member"_L1].toString()), cast["ballot"_L1].toString(), false,
                          cast["dissent"_L1].toString()});
        return votes;
    }

    Plan m_base;
    const Shelf& m_shelf;
    const SampleVersion& m_version;
    const IdSource m_recordIds = counted(u"record"_s);
    const IdSource m_personIds = counted(u"person"_s);
    QList<NewEntry> m_entries;
};

struct ScenarioStep
{
    Id scenario;
    Step step;
};

QList<ScenarioStep> byTime(const PlanTree& tree)
{
    QList<ScenarioStep> all;
    for (const Scenario& scenario : tree.base.scenarios)
        for (const Step& step : tree.steps.value(scenario.id))
            all.append({scenario.id, step});
    std::stable_sort(all.begin(), all.end(),
                     [](const ScenarioStep& a, const ScenarioStep& b) { return a.step.when < b.step.when; });
    return all;
}

} // namespace

Result<QList<SampleStep>> readSampleHistory(const QByteArray& text)
{
    const Result<QJsonObject> json = parseJsonObject(text);
    if (!json)
        return json.error();
    QList<SampleStep> history;
    const QJsonArray list = json->value("steps"_L1).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        Result<SampleStep> step = readStep(list.at(i).toObject(), u"steps[%1]"_s.arg(i));
        if (!step)
            return step.error();
        history.append(*step);
    }
    return history;
}

Result<QList<NewEntry>> tellSampleHistory(const PlanTree& tree, const Shelf& shelf,
                                          const QList<SampleStep>& history, const SampleVersion& version)
{
    Telling telling(tree, shelf, version);
    const QList<ScenarioStep> ofScenarios = byTime(tree);
    auto scenarioStep = ofScenarios.begin();
    const auto tellScenariosBefore = [&](const QDateTime& when) {
        for (; scenarioStep != ofScenarios.end() && (!when.isValid() || scenarioStep->step.when < when);
             ++scenarioStep)
            telling.tell(scenarioStep->scenario, scenarioStep->step);
    };
    for (const SampleStep& step : history) {
        tellScenariosBefore(step.step.when);
        if (const Outcome told = telling.tell(step); !told)
            return told.error();
    }
    tellScenariosBefore({});
    return telling.entries();
}

} // namespace placewright
