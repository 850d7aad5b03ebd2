#include "ui/models/partnersmodel.h"

#include "core/evaluate/evaluation.h"
#include "core/words/phrases.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView relevantField("relevantSpend");
constexpr QLatin1StringView sourceField("relevantSpendSource");
const QList<QLatin1StringView> nameFields{QLatin1StringView("name"), QLatin1StringView("shortName"),
                                          QLatin1StringView("kind"), QLatin1StringView("code")};

QString percentText(const Ratio& share)
{
    return formatDecimal(share * Ratio(100), 1, Rounding::HalfAwayFromZero) + u'%';
}

bool isOnlyCouncil(const Plan& plan, const Partner& partner)
{
    return partner.kind == partnerKind::council &&
           std::count_if(plan.partners.begin(), plan.partners.end(),
                         [](const Partner& one) { return one.kind == partnerKind::council; }) == 1;
}

} // namespace

PartnersModel::PartnersModel(PlanDocument& document, QObject* parent)
    : EntityModel(document, Partner::type, nameFields, tr("Type a new partner here"), parent)
{
    rebuild();
}

const PooledShare* PartnersModel::pooledOf(const Id& partner) const
{
    for (const PooledShare& share : document().evaluation().pooled)
        if (share.partner == partner && share.year == document().year())
            return &share;
    return nullptr;
}

QString PartnersModel::headline() const
{
    const Partner* shown = nullptr;
    for (const Partner& partner : plan().partners) {
        const PooledShare* pooled = pooledOf(partner.id);
        if (pooled && pooled->share &&
            (!shown || (partner.kind == partnerKind::council && shown->kind != partnerKind::council)))
            shown = &partner;
    }
    if (!shown)
        return {};
    const QString share = percentText(*pooledOf(shown->id)->share);
    return isOnlyCouncil(plan(), *shown)
               ? tr("%1 of the council’s relevant spend is pooled").arg(share)
               : tr("%1 of the relevant spend of %2 is pooled").arg(share, partnerShown(plan(), shown->id));
}

QList<PlanColumn> PartnersModel::makeColumns() const
{
    QList<PlanColumn> columns = EntityModel::makeColumns();
    const auto column = [](QLatin1StringView id) {
        PlanColumn made;
        made.title = labelOf(*Partner::type.field(id));
        made.fields.insert(Partner::type.id, id);
        return made;
    };
    PlanColumn relevant = column(relevantField);
    relevant.title = tr("Relevant spend %1 £").arg(document().year());
    relevant.key = Key{Id(document().year()), {}};
    relevant.figure = true;
    columns.append({relevant, pooledColumn(), shareColumn(), column(sourceField)});
    return columns;
}

PlanColumn PartnersModel::pooledColumn() const
{
    const QList<PooledShare>& shares = document().evaluation().pooled;
    const bool any = std::any_of(shares.begin(), shares.end(), [this](const PooledShare& share) {
        return share.year == document().year() && !share.pooled.amount.isWholePounds();
    });
    PlanColumn column;
    column.title = tr("Pooled £");
    column.figure = true;
    column.shown = [this, pence = any ? Pence::Always : Pence::Never](const PlanRow& row) {
        ShownCell cell;
        if (row.kind != PlanRow::Kind::Entity)
            return std::optional(cell);
        const PooledShare* share = pooledOf(row.id);
        if (!share) {
            cell.text = u"–"_s;
            cell.tooltip = tr("It pays into no pool under section 75 in %1.").arg(document().year());
            return std::optional(cell);
        }
        cell.text = formatAmount(share->pooled.amount, pence);
        cell.number = share->pooled.amount.pence();
        if (!share->pooled.indicative.isZero())
            cell.tooltip = tr("%1 of it is indicative.").arg(formatMoney(share->pooled.indicative));
        return std::optional(cell);
    };
    return column;
}

PlanColumn PartnersModel::shareColumn() const
{
    PlanColumn column;
    column.title = tr("Pooled share");
    column.figure = true;
    column.shown = [this](const PlanRow& row) {
        ShownCell cell;
        if (row.kind != PlanRow::Kind::Entity)
            return std::optional(cell);
        const PooledShare* share = pooledOf(row.id);
        if (!share || !share->share) {
            cell.text = share ? tr("not known") : u"–"_s;
            cell.tooltip = share ? tr("Type its relevant spend of %1.").arg(document().year()) : QString();
            return std::optional(cell);
        }
        cell.text = percentText(*share->share);
        cell.number = share->share->toDoubleForCharts();
        return std::optional(cell);
    };
    return column;
}

QString PartnersModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    return field.id == relevantField && !value.isNull() && value.money()->isNegative()
               ? tr("Relevant spend cannot be below zero.")
               : QString();
}

QVariant PartnersModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(Partner::type.id);
    if (nameFields.contains(field))
        return EntityModel::moreData(row, column, role);
    if (field != relevantField || row.kind != PlanRow::Kind::Entity ||
        !plan().value(row.type, row.id, field, column.key).isNull())
        return {};
    if (role == Qt::DisplayRole)
        return tr("not known");
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    return {};
}

} // namespace placewright
