#include "ui/models/vatmodel.h"

#include "ui/theme/icons.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView routeField("vatRoute");

} // namespace

VatModel::VatModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

Money VatModel::atRisk() const
{
    Money sum;
    for (const VatState& state : m_states)
        sum += state.atRisk;
    return sum;
}

const VatState* VatModel::stateOf(const PlanRow& row) const
{
    const auto found = std::find_if(m_states.begin(), m_states.end(),
                                    [&](const VatState& state) { return state.scheme == row.id; });
    return found == m_states.end() ? nullptr : &*found;
}

QList<PlanRow> VatModel::makeRows() const
{
    m_states = vatStates(plan(), document().rulebook(), document().evaluation(), document().year());
    QList<PlanRow> rows;
    for (const VatState& state : std::as_const(m_states))
        rows.append({PlanRow::Kind::Entity, Scheme::type.id, state.scheme});
    if (!rows.isEmpty())
        rows.append({PlanRow::Kind::Total, Scheme::type.id, Id()});
    return rows;
}

QList<PlanColumn> VatModel::makeColumns() const
{
    m_states = vatStates(plan(), document().rulebook(), document().evaluation(), document().year());
    PlanColumn scheme = textColumn(tr("Scheme"), [](const Plan& plan, const VatState& state) {
        const Scheme* of = plan.schemes.find(state.scheme);
        return of ? QStringLiteral("%1 %2").arg(of->number, of->name) : QString();
    });
    scheme.stretch = true;
    PlanColumn route;
    route.title = labelOf(*Scheme::type.field(routeField));
    route.fields.insert(Scheme::type.id, routeField);
    return {
        scheme,
        textColumn(tr("Fund"),
                   [](const Plan& plan, const VatState& state) {
                       const Scheme* of = plan.schemes.find(state.scheme);
                       return of ? nameOf(plan, Fund::type.id, of->fund) : QString();
                   }),
        textColumn(tr("Host"), [](const Plan&, const VatState& state) { return state.host; }),
        textColumn(tr("Delivered by"), [](const Plan&, const VatState& state) { return state.deliverer; }),
        route,
        stateColumn(),
        moneyColumn(tr("At risk £"), &VatState::atRisk),
        moneyColumn(tr("Irrecoverable £"), &VatState::irrecoverable)};
}

PlanColumn VatModel::textColumn(const QString& title, QString (*text)(const Plan&, const VatState&)) const
{
    PlanColumn column;
    column.title = title;
    column.shown = [this, text, title](const PlanRow& row) {
        const VatState* state = stateOf(row);
        ShownCell cell;
        cell.computed = false;
        cell.text = state ? text(plan(), *state) : QString();
        if (row.kind == PlanRow::Kind::Total && title == tr("Scheme"))
            cell.text = tr("All pooled schemes");
        return std::optional(cell);
    };
    return column;
}

PlanColumn VatModel::stateColumn() const
{
    PlanColumn column;
    column.title = tr("How it stands");
    column.shown = [this](const PlanRow& row) {
        const VatState* state = stateOf(row);
        ShownCell cell;
        cell.computed = false;
        cell.text = state ? state->words : QString();
        cell.tooltip = cell.text;
        return std::optional(cell);
    };
    return column;
}

PlanColumn VatModel::moneyColumn(const QString& title, Money VatState::*amount) const
{
    const bool whole = std::all_of(m_states.begin(), m_states.end(), [amount](const VatState& state) {
        return (state.*amount).isWholePounds();
    });
    PlanColumn column;
    column.title = title;
    column.figure = true;
    column.shown = [this, amount, pence = whole ? Pence::Never : Pence::Always](const PlanRow& row) {
        Money sum;
        for (const VatState& state : std::as_const(m_states))
            if (row.kind == PlanRow::Kind::Total || state.scheme == row.id)
                sum += state.*amount;
        ShownCell cell;
        cell.computed = false;
        cell.text = formatAmount(sum, pence);
        cell.number = sum.pence();
        if (sum.isZero())
            cell.emphasis = Emphasis::Secondary;
        return std::optional(cell);
    };
    return column;
}

QVariant VatModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const VatState* state = stateOf(row);
    if (!state)
        return {};
    if (role == MarkRole && column.title == tr("How it stands")) {
        const Icon mark = !state->settled || state->disagree ? Icon::Warning : Icon::Met;
        return static_cast<int>(mark);
    }
    const QLatin1StringView field = column.fields.value(Scheme::type.id);
    if (field != routeField || (role != Qt::DisplayRole && role != EmphasisRole) ||
        !plan().value(Scheme::type.id, row.id, field).isNull())
        return {};
    return role == Qt::DisplayRole ? QVariant(tr("not settled")) : static_cast<int>(Emphasis::Secondary);
}

} // namespace placewright
