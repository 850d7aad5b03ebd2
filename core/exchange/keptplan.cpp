#include "core/exchange/keptplan.h"

#include "core/exchange/planjson.h"
#include "core/plan/names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(KeptPlan)
};

// A cell that refers to a text of the plan file.
struct TextReference
{
    const EntityType& type;
    QLatin1StringView field;
};

QList<TextReference> textReferences()
{
    return {{FinancialYear::type, QLatin1StringView("rulebookHash")},
            {NeedDataset::type, QLatin1StringView("hash")},
            {FrozenVersion::type, QLatin1StringView("planHash")},
            {FrozenVersion::type, QLatin1StringView("evaluationHash")},
            {FrozenVersion::type, QLatin1StringView("paperHash")}};
}

// Takes the hashes out of the entities of one type: the reader would ask for the texts.
QHash<Id, QString> takeHashes(QJsonObject& plan, const TextReference& reference)
{
    QHash<Id, QString> taken;
    QJsonArray entities = plan.value(reference.type.plural).toArray();
    for (qsizetype i = 0; i < entities.size(); ++i) {
        QJsonObject entity = entities.at(i).toObject();
        const QString hash = entity.take(reference.field).toString();
        if (hash.isEmpty())
            continue;
        taken.insert(Id(entity.value("id"_L1).toString()), hash);
        entities.replace(i, entity);
    }
    if (!taken.isEmpty())
        plan.insert(reference.type.plural, entities);
    return taken;
}

} // namespace

QByteArray planToKeep(const PlanTree& tree)
{
    return planToJson({tree.base, {}, {}, {}});
}

Result<Plan> planKept(const QByteArray& bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return Error{Words::tr("The plan that the version kept cannot be read. %1").arg(error.errorString())};
    QJsonObject json = document.object();
    QList<QHash<Id, QString>> taken;
    for (const TextReference& reference : textReferences())
        taken.append(takeHashes(json, reference));
    Result<PlanTree> tree = planFromJson(QJsonDocument(json).toJson());
    if (!tree)
        return Error{Words::tr("The plan that the version kept cannot be read. %1").arg(tree.error().text)};
    for (const TextReference& reference : textReferences()) {
        const QHash<Id, QString> hashes = taken.takeFirst();
        TableBase& table = *tree->base.table(reference.type.id);
        for (auto hash = hashes.begin(); hash != hashes.end(); ++hash)
            if (const qsizetype position = table.positionOf(hash.key()); position >= 0)
                reference.type.field(reference.field)->set(table.edit(position), {}, Value(hash.value()));
    }
    return tree->base;
}

Result<Plan> planOfVersion(const PlanTree& tree, const FrozenVersion& version)
{
    const auto bytes = tree.blobs.constFind(version.planHash);
    if (bytes == tree.blobs.constEnd())
        return Error{Words::tr("%1 kept no plan, so nothing can be compared with it.")
                         .arg(nameOf(tree.base, FrozenVersion::type.id, version.id))};
    if (sha256Hex(*bytes) != version.planHash)
        return Error{Words::tr("The plan that %1 kept was altered. Compare the file with a copy.")
                         .arg(nameOf(tree.base, FrozenVersion::type.id, version.id))};
    Result<Plan> plan = planKept(*bytes);
    if (plan)
        plan->people = tree.base.people;
    return plan;
}

} // namespace placewright
