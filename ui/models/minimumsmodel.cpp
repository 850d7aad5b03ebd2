#include "ui/models/minimumsmodel.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView askedType("asked"); // rows for what the plan lacks; their id is "kind/partner"

const Minimum* find(const Plan& plan, const Id& year, const QString& kind, const Id& partner)
{
    const auto found = std::find_if(plan.minimums.begin(), plan.minimums.end(), [&](const Minimum& minimum) {
        return minimum.year == year && minimum.kind == kind && minimum.partner == partner;
    });
    return found == plan.minimums.end() ? nullptr : &*found;
}

bool shows(const PlanColumn& column, QLatin1StringView field)
{
    return column.fields.value(Minimum::type.id) == field;
}

QString partnerText(const Plan& plan, const Id& id)
{
    const Partner* partner = plan.partners.find(id);
    if (!partner)
        return MinimumsModel::tr("the whole Board");
    return partner->shortName.isEmpty() ? partner->name : partner->shortName;
}

} // namespace

MinimumsModel::MinimumsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

QList<AskedMinimum> MinimumsModel::missing() const
{
    QList<AskedMinimum> missing;
    const Rulebook* rulebook = document().rulebook();
    if (!rulebook)
        return missing;
    const Id year(document().year());
    for (const RulebookEntry& entry : rulebook->list(u"minimumKinds")) {
        if (entry.partnerKind.isEmpty()) {
            if (!find(plan(), year, entry.value, Id()))
                missing.append({entry.value, Id()});
            continue;
        }
        for (const Partner& partner : plan().partners)
            if (partner.kind == entry.partnerKind && !find(plan(), year, entry.value, partner.id))
                missing.append({entry.value, partner.id});
    }
    return missing;
}

bool MinimumsModel::addMissing()
{
    StepBuilder builder(plan());
    const QList<AskedMinimum> asked = missing();
    for (const AskedMinimum& minimum : asked) {
        const Id id = addRow(builder)->id;
        builder.set(Minimum::type.id, id, u"kind", Value(minimum.kind));
        builder.set(Minimum::type.id, id, u"partner", Value(minimum.partner));
    }
    return document().commit(builder.step(
        tr("Added %n minimum(s) that the rulebook asks for", nullptr, static_cast<int>(asked.size()))));
}

QList<PlanRow> MinimumsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const Minimum& minimum : plan().minimums)
        if (minimum.year.text() == document().year())
            rows.append({PlanRow::Kind::Entity, Minimum::type.id, minimum.id});
    for (const AskedMinimum& asked : missing())
        rows.append({PlanRow::Kind::Entity, askedType, Id(asked.kind + u'/' + asked.partner.text())});
    if (!document().isReadOnly() && plan().years.contains(Id(document().year())))
        rows.append({PlanRow::Kind::New, Minimum::type.id, Id()});
    return rows;
}

QList<PlanColumn> MinimumsModel::makeColumns() const
{
    QList<PlanColumn> columns;
    const auto append = [&](QLatin1StringView id) -> PlanColumn& {
        const Field& field = *Minimum::type.field(id);
        PlanColumn column;
        column.title = labelOf(field);
        column.fields.insert(Minimum::type.id, id);
        column.figure = field.type == ValueType::Money;
        columns.append(column);
        return columns.last();
    };
    append(QLatin1StringView("kind")).stretch = true;
    append(QLatin1StringView("partner"));
    append(QLatin1StringView("amount")).title = tr("%1 £").arg(document().year());
    append(QLatin1StringView("status"));
    columns.append(baselineColumn());
    append(QLatin1StringView("source"));
    append(QLatin1StringView("disputedBy"));
    append(QLatin1StringView("note"));
    return columns;
}

// The same minimum the year before: the plan's own where it holds that year, else as typed.
PlanColumn MinimumsModel::baselineColumn() const
{
    const QString& year = document().year();
    const Id before(isYearName(year) ? yearBefore(year) : QString());
    PlanColumn column;
    column.title =
        before.isNull() ? labelOf(*Minimum::type.field(u"baseline")) : tr("%1 £").arg(before.text());
    column.fields.insert(Minimum::type.id, QLatin1StringView("baseline"));
    column.figure = true;
    if (!plan().years.contains(before))
        return column;
    const bool any = std::any_of(plan().minimums.begin(), plan().minimums.end(), [&](const Minimum& minimum) {
        return minimum.year == before && minimum.amount && !minimum.amount->isWholePounds();
    });
    column.pence = any ? Pence::Always : Pence::Never;
    column.shown = [this, before, pence = column.pence](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        if (row.kind == PlanRow::Kind::New)
            return cell;
        const Minimum* minimum = plan().minimums.find(row.id);
        const QString kind = minimum ? minimum->kind : row.id.text().section(u'/', 0, 0);
        const Id partner = minimum ? minimum->partner : Id(row.id.text().section(u'/', 1));
        const Minimum* then = find(plan(), before, kind, partner);
        cell.text = then && then->amount ? formatAmount(*then->amount, pence) : tr("not known");
        if (then && then->amount)
            cell.number = then->amount->pence();
        return cell;
    };
    return column;
}

std::optional<PlanRow> MinimumsModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, Minimum::type.id, document().author().ids()};
    builder.add(Minimum::type.id, row.id);
    builder.set(Minimum::type.id, row.id, u"year", Value(Id(document().year())));
    return row;
}

QVariant MinimumsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (row.type == askedType)
        return askedData(row, column, role);
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    const QVariant secondary = static_cast<int>(Emphasis::Secondary);
    const QLatin1StringView field = column.fields.value(Minimum::type.id);
    if (row.kind == PlanRow::Kind::New) {
        if (field != QLatin1StringView("kind"))
            return {};
        return role == Qt::DisplayRole ? QVariant(tr("Type or paste new minimums here")) : secondary;
    }
    if (!plan().value(row.type, row.id, field).isNull())
        return {};
    QString text;
    if (field == QLatin1StringView("amount") || field == QLatin1StringView("kind") ||
        field == QLatin1StringView("baseline"))
        text = tr("not known");
    else if (field == QLatin1StringView("partner"))
        text = partnerText(plan(), Id());
    else if (field == QLatin1StringView("status") && !plan().value(row.type, row.id, u"amount").isNull())
        return role == Qt::DisplayRole
                   ? labelOfChoice(*Minimum::type.field(field), statusId(Status::Indicative))
                   : QVariant();
    if (text.isEmpty() || (field == QLatin1StringView("baseline") && column.shown))
        return {};
    return role == Qt::DisplayRole ? QVariant(text) : secondary;
}

QVariant MinimumsModel::askedData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    if (role == Qt::ToolTipRole)
        return tr("This year's rulebook asks for it and the plan does not hold it.");
    if (role != Qt::DisplayRole)
        return {};
    const QString kind = row.id.text().section(u'/', 0, 0);
    if (shows(column, QLatin1StringView("kind")))
        return document().rulebook() ? document().rulebook()->shortLabel(u"minimumKinds", kind) : kind;
    if (shows(column, QLatin1StringView("partner")))
        return partnerText(plan(), Id(row.id.text().section(u'/', 1)));
    if (shows(column, QLatin1StringView("amount")))
        return tr("not known");
    return {};
}

} // namespace placewright
