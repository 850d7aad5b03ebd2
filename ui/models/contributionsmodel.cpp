#include "ui/models/contributionsmodel.h"

#include "core/evaluate/evaluation.h"
#include "core/words/refusalwords.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView partnerField("partner");
constexpr QLatin1StringView routeField("route");
constexpr QLatin1StringView broughtForwardField("broughtForward");

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
    append(QLatin1StringView("status"));
    append(routeField);
    columns.append(broughtForwardColumn());
    if (isAnyDisputed())
        for (const char* field : {"disputedBy", "disputedAmount"})
            append(QLatin1StringView(field));
    append(QLatin1StringView("fund"));
    append(QLatin1StringView("note"));
    return columns;
}

// The columns of who disputes a figure come with the first one that is disputed.
bool ContributionsModel::isAnyDisputed() const
{
    const Key key{Id(document().year()), {}};
    return std::any_of(plan().contributions.begin(), plan().contributions.end(),
                       [&](const Contribution& one) {
                           return statusFromId(one.status.value(key)) == Status::Disputed ||
                                  one.disputedBy.contains(key) || one.disputedAmount.contains(key);
                       });
}

Sum ContributionsModel::broughtForwardOf(const PlanRow& row) const
{
    Sum sum;
    const Key key{Id(document().year()), {}};
    for (const Contribution& contribution : plan().contributions) {
        const bool counts =
            row.kind == PlanRow::Kind::Total ? !isAligned(contribution.fund) : contribution.fund == row.id;
        if (counts && contribution.broughtForward.contains(key))
            sum.add(contribution.broughtForward.value(key), statusFromId(contribution.status.value(key)));
    }
    return sum;
}

Sum ContributionsModel::broughtForward() const
{
    return broughtForwardOf({PlanRow::Kind::Total, {}, Id()});
}

PlanColumn ContributionsModel::broughtForwardColumn() const
{
    const Key key{Id(document().year()), {}};
    const bool any = std::any_of(plan().contributions.begin(), plan().contributions.end(),
                                 [&](const Contribution& contribution) {
                                     return !contribution.broughtForward.value(key).isWholePounds();
                                 });
    PlanColumn column;
    column.title = labelOf(*Contribution::type.field(broughtForwardField));
    column.fields.insert(Contribution::type.id, broughtForwardField);
    column.key = key;
    column.figure = true;
    column.pence = any ? Pence::Always : Pence::Never;
    column.shown = [this, pence = column.pence](const PlanRow& row) -> std::optional<ShownCell> {
        if (row.kind != PlanRow::Kind::Group && row.kind != PlanRow::Kind::Total)
            return std::nullopt;
        const Sum sum = broughtForwardOf(row);
        ShownCell cell;
        cell.computed = row.kind == PlanRow::Kind::Group;
        cell.text = sum.amount.isZero() ? u"–"_s : formatAmount(sum.amount, pence);
        if (!sum.amount.isZero())
            cell.number = sum.amount.pence();
        return cell;
    };
    return column;
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

// What a cell without a value says; empty: nothing.
QString ContributionsModel::emptyText(const PlanRow& row, const PlanColumn& column,
                                      QLatin1StringView field) const
{
    const bool aligned = isAligned(plan().value(row.type, row.id, u"fund").id());
    if (field == QLatin1StringView("source"))
        return aligned ? u"–"_s : tr("not known");
    if (field == QLatin1StringView("amount") || field == partnerField)
        return tr("not known");
    if (field == routeField)
        return aligned ? u"–"_s
                       : labelOfChoice(*Contribution::type.field(field), contributionRoute::section75);
    if (field == broughtForwardField)
        return plan().value(row.type, row.id, u"amount", column.key).isNull() ? tr("not known") : u"–"_s;
    return {};
}

QVariant ContributionsModel::contributionData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(Contribution::type.id);
    if (role == ProblemRole && !field.isEmpty()) {
        const Contribution* contribution = plan().contributions.find(row.id);
        const QString problem = contribution ? problemOf(*contribution, field) : QString();
        return problem.isEmpty() ? QVariant() : problem;
    }
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    if (field.isEmpty() || !plan().value(row.type, row.id, field, column.key).isNull())
        return {};
    const bool hasAmount = !plan().value(row.type, row.id, u"amount", column.key).isNull();
    if (field == QLatin1StringView("status") && hasAmount)
        return role == Qt::DisplayRole
                   ? labelOfChoice(*Contribution::type.field(field), statusId(Status::Indicative))
                   : QVariant();
    const QString text = emptyText(row, column, field);
    if (text.isEmpty())
        return {};
    return role == Qt::DisplayRole ? QVariant(text) : static_cast<int>(Emphasis::Secondary);
}

// A power that does not fit stands at the cell that mends it; more brought forward than there is, at its own.
QString ContributionsModel::problemOf(const Contribution& contribution, QLatin1StringView field) const
{
    if (field == routeField || field == QLatin1StringView("fund")) {
        const auto problem = routeProblem(plan(), document().rulebook(), contribution);
        return problem && problem->field == field
                   ? routeSentence(*problem, plan(), document().rulebook(), contribution)
                   : QString();
    }
    if (field != broughtForwardField)
        return {};
    const Key key{Id(document().year()), {}};
    const auto amount = contribution.amount.constFind(key);
    return amount != contribution.amount.constEnd() && contribution.broughtForward.value(key) > *amount
               ? tr("It is part of the amount, which is %1: it cannot be more.").arg(formatMoney(*amount))
               : QString();
}

QString ContributionsModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    if (field.id != broughtForwardField || value.isNull())
        return {};
    if (value.money()->isNegative())
        return tr("Money brought forward cannot be below zero.");
    const Value amount = plan().value(row.type, row.id, u"amount", Key{Id(document().year()), {}});
    return !amount.isNull() && *value.money() > *amount.money()
               ? tr("It is part of the amount, which is %1: it cannot be more.")
                     .arg(formatMoney(*amount.money()))
               : QString();
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
