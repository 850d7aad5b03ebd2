#include "ui/models/contributionsmodel.h"

#include "core/evaluate/evaluation.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView partnerField("partner");

bool shows(const PlanColumn& column, QLatin1StringView field)
{
    return column.fields.value(Contribution::type.id) == field;
}

QString shortNameOf(const Plan& plan, const Id& partner)
{
    const Partner* found = plan.partners.find(partner);
    return found && !found->shortName.isEmpty() ? found->shortName : nameOf(plan, Partner::type.id, partner);
}

} // namespace

ContributionsModel::ContributionsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void ContributionsModel::setTarget(const Id& fundOrContribution)
{
    const Contribution* contribution = plan().contributions.find(fundOrContribution);
    m_target = contribution ? contribution->fund : fundOrContribution;
}

bool ContributionsModel::isAligned(const Id& fund) const
{
    const Fund* found = plan().funds.find(fund);
    return found && found->kind == fundKind::aligned;
}

QList<PlanRow> ContributionsModel::makeRows() const
{
    QList<PlanRow> rows;
    const auto appendOf = [&](const Id& fund) {
        for (const Contribution& contribution : plan().contributions)
            if (contribution.fund == fund)
                rows.append({PlanRow::Kind::Entity, Contribution::type.id, contribution.id, 1});
    };
    for (const bool aligned : {false, true}) {
        for (const Fund& fund : plan().funds) {
            if (isAligned(fund.id) != aligned)
                continue;
            rows.append({PlanRow::Kind::Group, Fund::type.id, fund.id});
            appendOf(fund.id);
        }
    }
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, Contribution::type.id, Id(), 1});
    rows.append({PlanRow::Kind::Total, {}, Id()});
    return rows;
}

Sum ContributionsModel::sumOf(const PlanRow& row, const Id& year) const
{
    Sum sum;
    const Key key{year, {}};
    for (const Contribution& contribution : plan().contributions) {
        const bool counts =
            row.kind == PlanRow::Kind::Total ? !isAligned(contribution.fund) : contribution.fund == row.id;
        if (counts && contribution.amount.contains(key))
            sum.add(contribution.amount.value(key), statusFromId(contribution.status.value(key)));
    }
    return sum;
}

// A fund of whose contributions none is known has no sum.
bool ContributionsModel::isKnown(const PlanRow& row, const Id& year) const
{
    bool any = false;
    for (const Contribution& contribution : plan().contributions) {
        if (row.kind == PlanRow::Kind::Group && contribution.fund != row.id)
            continue;
        any = true;
        if (contribution.amount.contains(Key{year, {}}))
            return true;
    }
    return !any;
}

QList<PlanColumn> ContributionsModel::makeColumns() const
{
    const Key shownYear{Id(document().year()), {}};
    QList<PlanColumn> columns;
    const auto append = [&](QLatin1StringView id) -> PlanColumn& {
        const Field& field = *Contribution::type.field(id);
        PlanColumn column;
        column.title = labelOf(field);
        column.fields.insert(Contribution::type.id, id);
        column.figure = field.type == ValueType::Money;
        if (field.keyedBy == KeyedBy::Year)
            column.key = shownYear;
        columns.append(column);
        return columns.last();
    };
    PlanColumn& payer = append(partnerField);
    payer.title = tr("Fund, paid by");
    payer.stretch = true;
    payer.fields.insert(Fund::type.id, QLatin1StringView("name"));
    append(QLatin1StringView("source"));
    for (const FinancialYear& year : plan().years)
        columns.append(amountColumn(year.id));
    for (const char* field : {"status", "disputedBy", "disputedAmount", "fund", "note"})
        append(QLatin1StringView(field));
    return columns;
}

PlanColumn ContributionsModel::amountColumn(const Id& year) const
{
    const Key key{year, {}};
    const bool any = std::any_of(
        plan().contributions.begin(), plan().contributions.end(),
        [&](const Contribution& contribution) { return !contribution.amount.value(key).isWholePounds(); });
    PlanColumn column;
    column.title = tr("%1 £").arg(year.text());
    column.fields.insert(Contribution::type.id, QLatin1StringView("amount"));
    column.key = key;
    column.figure = true;
    column.pence = any ? Pence::Always : Pence::Never;
    column.shown = [this, year, pence = column.pence](const PlanRow& row) -> std::optional<ShownCell> {
        if (row.kind != PlanRow::Kind::Group && row.kind != PlanRow::Kind::Total)
            return std::nullopt;
        ShownCell cell;
        if (!isKnown(row, year)) {
            cell.text = tr("not known");
            return cell;
        }
        const Sum sum = sumOf(row, year);
        cell.text = formatAmount(sum.amount, pence);
        cell.number = sum.amount.pence();
        cell.computed = row.kind == PlanRow::Kind::Group;
        if (!sum.indicative.isZero())
            cell.tooltip = tr("%1 of it is indicative.").arg(formatMoney(sum.indicative));
        return cell;
    };
    return column;
}

QVariant ContributionsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    switch (row.kind) {
    case PlanRow::Kind::Total:
        if (shows(column, partnerField) && role == Qt::DisplayRole)
            return tr("Total pooled");
        if (shows(column, partnerField) && role == SpanRole)
            return 2;
        return {};
    case PlanRow::Kind::Group:
        return fundData(row, column, role);
    case PlanRow::Kind::New:
        if (shows(column, partnerField) && role == Qt::DisplayRole)
            return tr("Type or paste new contributions here");
        if (shows(column, partnerField) && role == EmphasisRole)
            return static_cast<int>(Emphasis::Secondary);
        return {};
    case PlanRow::Kind::Entity:
        return contributionData(row, column, role);
    }
    return {};
}

QVariant ContributionsModel::fundData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (!shows(column, partnerField))
        return {};
    if (role == SpanRole)
        return 2;
    const Fund* fund = plan().funds.find(row.id);
    if (role != SecondaryTextRole || !fund)
        return {};
    if (fund->kind == fundKind::aligned)
        return tr("aligned, not pooled: outside the total");
    return fund->host.isNull() ? tr("pooled, host not known")
                               : tr("pooled, hosted by %1").arg(shortNameOf(plan(), fund->host));
}

QVariant ContributionsModel::contributionData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    const QLatin1StringView field = column.fields.value(Contribution::type.id);
    if (field.isEmpty() || !plan().value(row.type, row.id, field, column.key).isNull())
        return {};
    const bool hasAmount = !plan().value(row.type, row.id, u"amount", column.key).isNull();
    if (field == QLatin1StringView("status") && hasAmount)
        return role == Qt::DisplayRole
                   ? labelOfChoice(*Contribution::type.field(field), statusId(Status::Indicative))
                   : QVariant();
    QString text;
    if (field == QLatin1StringView("source"))
        text = isAligned(plan().value(row.type, row.id, u"fund").id()) ? u"–"_s : tr("not known");
    else if (field == QLatin1StringView("amount") || field == partnerField)
        text = tr("not known");
    if (text.isEmpty())
        return {};
    return role == Qt::DisplayRole ? QVariant(text) : static_cast<int>(Emphasis::Secondary);
}

std::optional<PlanRow> ContributionsModel::addRow(StepBuilder& builder) const
{
    Id fund = m_target;
    if (!builder.plan().funds.contains(fund)) {
        if (builder.plan().funds.isEmpty()) {
            fund = document().author().ids();
            builder.add(Fund::type.id, fund);
            builder.set(Fund::type.id, fund, u"name", Value(tr("New fund")));
            builder.set(Fund::type.id, fund, u"kind", Value(QString(fundKind::pooled)));
        } else {
            fund = builder.plan().funds[0].id;
        }
    }
    const PlanRow row{PlanRow::Kind::Entity, Contribution::type.id, document().author().ids(), 1};
    builder.add(Contribution::type.id, row.id);
    builder.set(Contribution::type.id, row.id, u"fund", Value(fund));
    return row;
}

Id ContributionsModel::addContribution()
{
    StepBuilder builder(plan());
    const Id id = addRow(builder)->id;
    return document().commit(builder.step(tr("Added a contribution"))) ? id : Id();
}

QString ContributionsModel::pastedSentence(qsizetype newRows, qsizetype cells) const
{
    return newRows > 0 ? tr("Pasted %n contribution(s)", nullptr, static_cast<int>(newRows))
                       : PlanTableModel::pastedSentence(newRows, cells);
}

} // namespace placewright
