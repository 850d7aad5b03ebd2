#include "core/store/migration.h"

#include "core/plan/edit.h"
#include "core/store/entrychecks.h"
#include "core/store/filecontents.h"
#include "core/store/fileheader.h"
#include "core/store/journal.h"
#include "core/store/newplanfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <span>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

// Frozen: a list is never changed once a program that has it is out.
constexpr const char* toVersion2[] = {
    R"(CREATE TABLE "areaUnits"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "area" TEXT, "code" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "serviceNeeds"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "service" TEXT, "agreed" INTEGER, "agreedBy" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "needComponents"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "serviceNeed" TEXT, "dataset" TEXT, "measure" TEXT, "weight" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "populationGroups"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "name" TEXT, "kind" TEXT, "fifth" INTEGER, "dataset" TEXT, "measure" TEXT, "needWeight" TEXT, "source" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "populationGroups_by_area"("id" TEXT NOT NULL, "area" TEXT NOT NULL, "people" INTEGER, "share" TEXT, PRIMARY KEY("id", "area")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "fairSharePlans"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "name" TEXT, "layer" TEXT, "service" TEXT, "baseline" TEXT, "knownOnly" INTEGER, "growth" TEXT, "floor" TEXT, "ceiling" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "fairShareYears"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "fairSharePlan" TEXT, "year" TEXT, "limit" TEXT, "growth" TEXT, "floor" TEXT, "ceiling" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(ALTER TABLE "needDatasets" ADD COLUMN "layout" TEXT)",
    R"(ALTER TABLE "needDatasets" ADD COLUMN "codeSet" TEXT)",
    R"(ALTER TABLE "needDatasets" ADD COLUMN "figureKind" TEXT)",
    R"(ALTER TABLE "needDatasets" ADD COLUMN "orientation" TEXT)",
    R"(ALTER TABLE "needDatasets" ADD COLUMN "per" INTEGER)",
    R"(ALTER TABLE "needDatasets" ADD COLUMN "originalHash" TEXT)",
    R"(ALTER TABLE "layers" ADD COLUMN "unitSet" TEXT)",
    R"(ALTER TABLE "layers" ADD COLUMN "populationDataset" TEXT)",
    R"(ALTER TABLE "layers" ADD COLUMN "populationMeasure" TEXT)",
    R"(ALTER TABLE "layers" ADD COLUMN "deprivationDataset" TEXT)",
    R"(ALTER TABLE "layers" ADD COLUMN "deprivationMeasure" TEXT)",
    R"(ALTER TABLE "areas" ADD COLUMN "deprivation" TEXT)",
    R"(ALTER TABLE "places" ADD COLUMN "smallNumber" INTEGER)",
    R"(ALTER TABLE "places" ADD COLUMN "smallNumberRule" TEXT)",
    R"(ALTER TABLE "schemes" ADD COLUMN "service" TEXT)",
};

constexpr const char* toVersion3[] = {
    R"(CREATE TABLE "partners_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "relevantSpend" INTEGER, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "fundPartners"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "fund" TEXT, "partner" TEXT, "capAtContribution" INTEGER, "instalments" INTEGER, "signatory" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "fundPartners_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "agreed" INTEGER, "cap" INTEGER, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "fundFunctions"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "fund" TEXT, "function" TEXT, "detail" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "fundReports"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "fund" TEXT, "year" TEXT, "quarter" INTEGER, "sentOn" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "districtGrants"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "year" TEXT, "partner" TEXT, "allocated" INTEGER, "passedDown" INTEGER, "retained" INTEGER, "agreement" TEXT, "agreedOn" TEXT, "passedOn" TEXT, "status" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "schemes_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "testOutturn" INTEGER, "testFault" INTEGER, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "riskTerms"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "fund" TEXT, "scheme" TEXT, "side" TEXT, "step" INTEGER, "kind" TEXT, "label" TEXT, "limit" INTEGER, "amount" INTEGER, "reserve" TEXT, "paidBy" TEXT, "overCapOf" TEXT, "firstReduction" TEXT, "remainder" TEXT, "goal" TEXT, "clause" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "riskTerms_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "achieved" TEXT, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
    R"(CREATE TABLE "riskTermShares"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "term" TEXT, "partner" TEXT, "percent" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
    R"(ALTER TABLE "partners" ADD COLUMN "relevantSpendSource" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "poolManager" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "startsOn" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "endsOn" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "reviewOn" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "noticeMonths" INTEGER)",
    R"(ALTER TABLE "funds" ADD COLUMN "clauseAims" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "clauseContributions" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "clauseFunctions" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "clausePersons" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "clauseResources" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "clauseDuration" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "clauseManagement" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "consultedOn" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "consulted" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "scrutinyOn" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "scrutiny" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "signedOn" TEXT)",
    R"(ALTER TABLE "funds" ADD COLUMN "reportDays" INTEGER)",
    R"(ALTER TABLE "contributions" ADD COLUMN "route" TEXT)",
    R"(ALTER TABLE "contributions_by_year" ADD COLUMN "broughtForward" INTEGER)",
    R"(ALTER TABLE "schemes" ADD COLUMN "floor" INTEGER)",
    R"(ALTER TABLE "schemes" ADD COLUMN "ceiling" INTEGER)",
    R"(ALTER TABLE "schemes" ADD COLUMN "vatRoute" TEXT)",
    R"(ALTER TABLE "lines" ADD COLUMN "risk" TEXT)",
    R"(ALTER TABLE "lines" ADD COLUMN "riskBearer" TEXT)",
    R"(ALTER TABLE "lines_by_year" ADD COLUMN "clientContributions" INTEGER)",
    R"(ALTER TABLE "lines_by_year" ADD COLUMN "irrecoverableVat" INTEGER)",
};

constexpr const char*
    toVersion4[] =
        {
            R"(CREATE TABLE "contracts"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "name" TEXT, "provider" TEXT, "commissioner" TEXT, "scheme" TEXT, "services" TEXT, "startsOn" TEXT, "endsOn" TEXT, "signedOn" TEXT, "version" INTEGER, "layer" TEXT, "byArea" INTEGER, "peopleFrom" TEXT, "growth" TEXT, "costGrowth" TEXT, "costSpread" TEXT, "vatRoute" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contracts_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "cost" INTEGER, "costLow" INTEGER, "costHigh" INTEGER, "ringFenceSpent" INTEGER, "irrecoverableVat" INTEGER, "vatFunded" INTEGER, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contracts_by_area"("id" TEXT NOT NULL, "area" TEXT NOT NULL, "covers" INTEGER, PRIMARY KEY("id", "area")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contracts_by_year_and_area"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "area" TEXT NOT NULL, "areaCost" INTEGER, "areaRingFenceSpent" INTEGER, PRIMARY KEY("id", "year", "area")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractPeopleByFifth"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "contract" TEXT, "fifth" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractPeopleByFifth_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "people" INTEGER, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractPeopleByFifth_by_year_and_area"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "area" TEXT NOT NULL, "areaPeople" INTEGER, PRIMARY KEY("id", "year", "area")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractIndicators"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "contract" TEXT, "name" TEXT, "measure" TEXT, "direction" TEXT, "counts" TEXT, "per" INTEGER, "eligibleFrom" TEXT, "source" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "indicatorResults"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "indicator" TEXT, "fifth" INTEGER, "baseline" INTEGER, "baselineEligible" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "indicatorResults_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "eligible" INTEGER, "likely" INTEGER, "low" INTEGER, "high" INTEGER, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "indicatorResults_by_area"("id" TEXT NOT NULL, "area" TEXT NOT NULL, "areaBaseline" INTEGER, "areaBaselineEligible" INTEGER, PRIMARY KEY("id", "area")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "indicatorResults_by_year_and_area"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "area" TEXT NOT NULL, "areaEligible" INTEGER, "areaLikely" INTEGER, "areaLow" INTEGER, "areaHigh" INTEGER, PRIMARY KEY("id", "year", "area")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractVersions"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "contract" TEXT, "number" INTEGER, "name" TEXT, "baseKind" TEXT, "base" INTEGER, "price" TEXT, "uplift" TEXT, "needWeight1" TEXT, "needWeight2" TEXT, "needWeight3" TEXT, "needWeight4" TEXT, "needWeight5" TEXT, "deprivationWeight1" TEXT, "deprivationWeight2" TEXT, "deprivationWeight3" TEXT, "deprivationWeight4" TEXT, "deprivationWeight5" TEXT, "marketForces" TEXT, "ringFence" TEXT, "atRisk" TEXT, "corridor" TEXT, "corridorMode" TEXT, "gainShare" TEXT, "gainCap" TEXT, "lossShare" TEXT, "lossCap" TEXT, "qualityGate" TEXT, "floor" TEXT, "ceiling" TEXT, "unearned" TEXT, "unearnedCounts" TEXT, "smallEligible" INTEGER, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractVersions_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "yearUplift" TEXT, "benchmark" INTEGER, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractVersions_by_area"("id" TEXT NOT NULL, "area" TEXT NOT NULL, "areaMarketForces" TEXT, PRIMARY KEY("id", "area")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractVersions_by_year_and_area"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "area" TEXT NOT NULL, "areaBenchmark" INTEGER, PRIMARY KEY("id", "year", "area")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "indicatorTermsByVersion"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "version" TEXT, "indicator" TEXT, "weight" TEXT, "lower" TEXT, "upper" TEXT, "lower1" TEXT, "lower2" TEXT, "lower3" TEXT, "lower4" TEXT, "lower5" TEXT, "upper1" TEXT, "upper2" TEXT, "upper3" TEXT, "upper4" TEXT, "upper5" TEXT, "improvementCredit" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractActivities"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "version" TEXT, "name" TEXT, "unit" TEXT, "price" TEXT, "marginalRate" TEXT, "planInBase" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "contractActivities_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "planned" INTEGER, "likely" INTEGER, "low" INTEGER, "high" INTEGER, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
            R"(ALTER TABLE "lines" ADD COLUMN "contract" TEXT)",
            R"(ALTER TABLE "lines" ADD COLUMN "contractShare" TEXT)",
};

constexpr const char*
    toVersion5[] =
        {
            R"(CREATE TABLE "bodies"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "name" TEXT, "kind" TEXT, "answersTo" TEXT, "votingRule" TEXT, "castingVote" INTEGER, "quorumNumber" INTEGER, "quorumShare" TEXT, "reviewOn" TEXT, "terms" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "bodyMembers"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "body" TEXT, "person" TEXT, "partner" TEXT, "organisation" TEXT, "role" TEXT, "title" TEXT, "chair" INTEGER, "accountable" INTEGER, "withoutVote" INTEGER, "substituteFor" TEXT, "from" TEXT, "to" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "quorumNeeds"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "body" TEXT, "role" TEXT, "partner" TEXT, "least" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "delegations"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "body" TEXT, "partner" TEXT, "role" TEXT, "category" TEXT, "perDecision" INTEGER, "perYear" INTEGER, "basis" TEXT, "population" INTEGER, "minute" TEXT, "from" TEXT, "to" TEXT, "excessTo" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "interests"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "member" TEXT, "kind" TEXT, "degree" TEXT, "what" TEXT, "arose" TEXT, "declaredOn" TEXT, "ended" TEXT, "confidential" INTEGER, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "interestLinks"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "interest" TEXT, "scheme" TEXT, "contract" TEXT, "provider" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "meetings"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "body" TEXT, "on" TEXT, "where" TEXT, "minutesApprovedOn" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "attendances"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "meeting" TEXT, "member" TEXT, "how" TEXT, "substitute" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "agendaItems"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "meeting" TEXT, "number" INTEGER, "title" TEXT, "paper" TEXT, "result" TEXT, "note" TEXT, "closedNote" TEXT, "confidential" INTEGER, "reasons" TEXT, "alternatives" TEXT, "keyDecision" INTEGER, "calledIn" INTEGER, "callInEnds" TEXT, "scrutinyConsidered" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "itemInterests"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "item" TEXT, "member" TEXT, "interest" TEXT, "declared" TEXT, "action" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "resolutions"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "item" TEXT, "name" TEXT, "text" TEXT, "option" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "resolutionSteps"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "resolution" TEXT, "what" TEXT, "changes" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "votes"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "resolution" TEXT, "member" TEXT, "ballot" TEXT, "casting" INTEGER, "dissent" TEXT, "round" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "resolutionOutcomes"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "resolution" TEXT, "on" TEXT, "outcome" TEXT, "inFavour" INTEGER, "against" INTEGER, "abstained" INTEGER, "present" INTEGER, "needed" INTEGER, "amount" INTEGER, "reason" TEXT, "minute" TEXT, "round" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "resolutionMoneys"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "outcome" TEXT, "partner" TEXT, "year" TEXT, "category" TEXT, "amount" INTEGER, "increase" INTEGER, "decrease" INTEGER, "beyond" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "recommendationReplies"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "resolution" TEXT, "partner" TEXT, "answer" TEXT, "on" TEXT, "minute" TEXT, "note" TEXT, "round" INTEGER, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "frozenVersions"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "year" TEXT, "number" INTEGER, "on" TEXT, "head" TEXT, "planHash" TEXT, "evaluationHash" TEXT, "paperHash" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "signatories"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "year" TEXT, "partner" TEXT, "role" TEXT, "person" TEXT, "delegable" INTEGER, "expectedOn" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "signOffs"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "signatory" TEXT, "version" TEXT, "on" TEXT, "person" TEXT, "capacity" TEXT, "delegatedBy" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "submissions"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "year" TEXT, "submittedOn" TEXT, "approvalExpectedOn" TEXT, "approvedOn" TEXT, "minute" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "scrutinyItems"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "kind" TEXT, "name" TEXT, "fund" TEXT, "scheme" TEXT, "raisedOn" TEXT, "committee" TEXT, "outcome" TEXT, "outcomeOn" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "duties"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "name" TEXT, "source" TEXT, "body" TEXT, "dueOn" TEXT, "evidence" TEXT, "evidencedOn" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "indexDomains"("id" TEXT NOT NULL, "position" INTEGER NOT NULL, "domain" TEXT, "measure" TEXT, "low" TEXT, "high" TEXT, "lowIsGood" INTEGER, "weight" TEXT, "alpha" TEXT, "beta" TEXT, "source" TEXT, "note" TEXT, PRIMARY KEY("id")) STRICT, WITHOUT ROWID)",
            R"(CREATE TABLE "indexDomains_by_year"("id" TEXT NOT NULL, "year" TEXT NOT NULL, "figure" TEXT, "quality" TEXT, "deprivation" TEXT, PRIMARY KEY("id", "year")) STRICT, WITHOUT ROWID)",
};

struct Migration
{
    qint64 to;
    std::span<const char* const> statements;
};
constexpr Migration migrations[] = {{2, toVersion2}, {3, toVersion3}, {4, toVersion4}, {5, toVersion5}};
static_assert(std::end(migrations)[-1].to == planSchemaVersion);

QString backupPath(const QString& path, qint64 version)
{
    const QFileInfo file(path);
    QString name = QCoreApplication::translate("Store", "%1 (file version %2)")
                       .arg(file.completeBaseName())
                       .arg(version);
    const QString ending = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    QString backup = file.dir().filePath(name + ending);
    for (int copy = 2; QFileInfo::exists(backup); ++copy)
        backup = file.dir().filePath(name + u' ' + QString::number(copy) + ending);
    return backup;
}

QString stateHash(const Plan& plan)
{
    JournalEntry whole;
    whole.kind = JournalEntry::Kind::Import;
    whole.step = difference(Plan(), plan);
    return sha256Hex(canonicalBytes(journalBody(whole)));
}

// Written like any other entry, with the program as its author.
void appendEntry(Database& database, FileContents& contents, const Author& author, qint64 from)
{
    JournalEntry entry;
    entry.number = contents.entries + 1;
    entry.kind = JournalEntry::Kind::Migrated;
    entry.step.what = QCoreApplication::translate("Store", "File brought from version %1 to version %2")
                          .arg(from)
                          .arg(planSchemaVersion);
    entry.step.why = u"state "_s + stateHash(contents.base);
    const QMap<Id, QString> before = contents.people;
    if (const Outcome signedBy = signStep(entry.step, author, contents.people); !signedBy) {
        database.fail(signedBy.error().text);
        return;
    }
    const QByteArray body = canonicalBytes(journalBody(entry));
    const QByteArray hash =
        chainHash(contents.headHash.isEmpty() ? hashBeforeFirst() : contents.headHash, body);
    insertJournalEntry(database, entry.number, body, hash);
    for (auto person = contents.people.cbegin(); person != contents.people.cend(); ++person)
        if (!before.contains(person.key()))
            insertPerson(database, person.key(), person.value());
}

} // namespace

qint64 fileVersion(Database& database)
{
    return database.number(u"PRAGMA user_version"_s);
}

bool migrateTables(Database& database)
{
    for (const Migration& migration : migrations) {
        if (fileVersion(database) >= migration.to)
            continue;
        for (const char* statement : migration.statements)
            database.run(QString::fromLatin1(statement));
        database.run(u"PRAGMA user_version = %1"_s.arg(migration.to));
    }
    return !database.failed();
}

Outcome migratePlan(Database& database, const QString& path, const Author& author)
{
    const qint64 from = fileVersion(database);
    const QString backup = backupPath(path, from);
    FileBeside beside(backup);
    if (!database.run(u"VACUUM INTO ?"_s, {beside.path()})) {
        const Error error = database.error();
        database.rollBack();
        return error;
    }
    if (const Outcome kept = beside.putInPlace(); !kept)
        return kept;
    database.begin();
    migrateTables(database);
    if (!database.failed()) {
        Result<FileContents> contents = readContents(database, path);
        if (contents)
            appendEntry(database, *contents, author, from);
        else
            database.fail(contents.error().text);
    }
    if (!database.failed() && database.commit())
        return Done{};
    const Error error = database.error();
    database.rollBack();
    QFile::remove(backup); // the file is as it was
    return error;
}

Result<std::unique_ptr<Database>> migratedCopy(Database& database, const QString& path)
{
    auto folder = std::make_shared<QTemporaryDir>();
    if (!folder->isValid()) {
        return Error{
            QCoreApplication::translate(
                "Store", "%1 is of an older version, and there is no room for a copy to read it from.")
                .arg(quotedFileName(path))};
    }
    const QString copy = folder->filePath(QFileInfo(path).fileName());
    if (!database.run(u"VACUUM INTO ?"_s, {copy}))
        return database.error();
    {
        Result<std::unique_ptr<Database>> made = Database::open(copy, Database::Access::Write);
        if (!made)
            return made.error();
        (*made)->begin();
        migrateTables(**made);
        if (!(*made)->commit())
            return (*made)->error();
    }
    Result<std::unique_ptr<Database>> read = Database::open(copy, Database::Access::Read);
    if (read)
        (*read)->keep(folder);
    return read;
}

} // namespace placewright
