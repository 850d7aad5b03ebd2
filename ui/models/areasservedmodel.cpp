#include "ui/models/areasservedmodel.h"

#include "core/words/headlines.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView remainderType("remainder");

ShownCell amountCell(Money amount, Pence pence)
{
    ShownCell cell;
    cell.text = formatAmount(amount, pence);
    cell.number = amount.pence();
    return cell;
}

} // namespace

AreasServedModel::AreasServedModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void AreasServedModel::setSubject(const Id& schemeOrLine)
{
    if (schemeOrLine == m_subject)
        return;
    m_subject = schemeOrLine;
    rebuild();
}

const Scheme* AreasServedModel::scheme() const
{
    const Line* line = plan().lines.find(m_subject);
    return plan().schemes.find(line ? line->scheme : m_subject);
}

bool AreasServedModel::inherits() const
{
    const Line* line = plan().lines.find(m_subject);
    return line && line->areaBasis.isEmpty();
}

QString AreasServedModel::effectiveBasis() const
{
    const Line* line = plan().lines.find(m_subject);
    if (line && !line->areaBasis.isEmpty())
        return line->areaBasis;
    const Scheme* holder = scheme();
    return !holder || holder->areaBasis.isEmpty() ? QString(basis::notSplit) : holder->areaBasis;
}

bool AreasServedModel::sharesAreTyped() const
{
    return effectiveBasis() == basis::shares && !inherits();
}

// Pounds stand on lines, whoever says that pounds are stated.
bool AreasServedModel::poundsAreTyped() const
{
    return effectiveBasis() == basis::pounds && isLine();
}

QMap<Key, Rate> AreasServedModel::shares() const
{
    if (const Line* line = plan().lines.find(m_subject); line && !inherits())
        return line->share;
    const Scheme* holder = scheme();
    return holder ? holder->share : QMap<Key, Rate>();
}

bool AreasServedModel::concerns(const LedgerRow& row) const
{
    if (row.line >= plan().lines.size())
        return false;
    const Line& line = plan().lines[row.line];
    return line.id == m_subject || line.scheme == m_subject;
}

Money AreasServedModel::reaches(const Id& area, qsizetype year) const
{
    Money sum;
    const Ledger& ledger = document().evaluation().ledger;
    for (const LedgerRow& row : ledger.rows) {
        if (row.year != year || !concerns(row))
            continue;
        for (const AreaPart& part : ledger.partsOf(row))
            if (part.area < plan().areas.size() && plan().areas[part.area].id == area)
                sum += part.amount;
    }
    return sum;
}

Money AreasServedModel::notSplit(qsizetype year) const
{
    Money sum;
    for (const LedgerRow& row : document().evaluation().ledger.rows)
        if (row.year == year && concerns(row))
            sum += row.notSplit;
    return sum;
}

Pence AreasServedModel::penceOf(qsizetype year) const
{
    const Ledger& ledger = document().evaluation().ledger;
    for (const LedgerRow& row : ledger.rows) {
        if (row.year != year || !concerns(row))
            continue;
        const std::span<const AreaPart> parts = ledger.partsOf(row);
        if (!row.amount.isWholePounds() || std::any_of(parts.begin(), parts.end(), [](const AreaPart& part) {
                return !part.amount.isWholePounds();
            }))
            return Pence::Always;
    }
    const auto typedPence = [&](const Line& line) {
        const Id& id = plan().years[year].id;
        for (auto cell = line.areaAmount.lowerBound(Key{id, {}});
             cell != line.areaAmount.cend() && cell.key().year == id; ++cell)
            if (!cell->isWholePounds())
                return true;
        return false;
    };
    const Line* line = plan().lines.find(m_subject);
    return line && typedPence(*line) ? Pence::Always : Pence::Never;
}

QString AreasServedModel::problem() const
{
    for (const LedgerRow& row : document().evaluation().ledger.rows) {
        if (!concerns(row))
            continue;
        switch (row.problem) {
        case SplitProblem::None:
            break;
        case SplitProblem::NoLayer:
            return tr("Choose whose areas it serves, or nothing reaches them.");
        case SplitProblem::NoAreas:
            return tr("These areas have not been made yet, so nothing reaches them.");
        case SplitProblem::SharesNotWhole:
            return tr("The percentages do not add up to 100, so nothing reaches the areas yet.");
        case SplitProblem::PoundsAboveAmount:
            return tr("The areas' pounds come to more than the line, so nothing reaches the areas yet.");
        case SplitProblem::NeedUnknown:
            return tr("An area's people or need is not known, so nothing reaches the areas yet.");
        case SplitProblem::AreaUnknown:
            return tr("Choose the area, or nothing reaches it.");
        case SplitProblem::OtherLayer:
            return tr(
                "Some of its areas are of another layer than the one it serves, so nothing reaches them.");
        case SplitProblem::ContractPaidAsOne:
            return tr(
                "The contract is not paid area by area, so nothing reaches the areas. Choose another way.");
        }
    }
    return {};
}

QList<PlanRow> AreasServedModel::makeRows() const
{
    QList<PlanRow> rows;
    const Scheme* holder = scheme();
    if (!holder)
        return rows;
    const Id layer = holder->layer.isNull() ? needLayer(plan()) : holder->layer;
    for (const Area& area : plan().areas)
        if (area.layer == layer)
            rows.append({PlanRow::Kind::Entity, subjectType(), m_subject, 0, area.id});
    if (rows.isEmpty())
        return rows;
    rows.append({PlanRow::Kind::Entity, remainderType, Id()});
    rows.append({PlanRow::Kind::Total, {}, Id()});
    return rows;
}

QList<PlanColumn> AreasServedModel::makeColumns() const
{
    PlanColumn name;
    name.title = tr("Area");
    name.stretch = true;
    name.shown = [this](const PlanRow& row) {
        ShownCell cell;
        cell.text = !row.area.isNull()                 ? nameOf(plan(), Area::type.id, row.area)
                    : row.kind == PlanRow::Kind::Total ? tr("Total")
                                                       : tr("Not split by area");
        cell.computed = false;
        return cell;
    };
    QList<PlanColumn> columns{name};
    if (effectiveBasis() == basis::shares)
        columns.append(shareColumn());
    for (qsizetype year = 0; year < plan().years.size(); ++year)
        columns.append(yearColumn(year));
    return columns;
}

PlanColumn AreasServedModel::shareColumn() const
{
    PlanColumn column;
    column.title = tr("Share %");
    column.figure = true;
    if (sharesAreTyped())
        column.fields.insert(subjectType(), QLatin1StringView("share"));
    column.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        if (row.kind == PlanRow::Kind::Total) {
            Ratio sum;
            for (const Rate& share : shares())
                sum = sum + share.exact();
            const bool whole = sum == Ratio(100);
            cell.text = whole ? u"100"_s : decimalText(sum, 2, Rounding::HalfAwayFromZero);
            cell.computed = false;
            if (!whole)
                cell.emphasis = Emphasis::Missed;
            return cell;
        }
        if (row.type == remainderType) {
            cell.text = u"–"_s;
            return cell;
        }
        if (sharesAreTyped())
            return std::nullopt;
        const QMap<Key, Rate> held = shares();
        const auto share = held.constFind(Key{{}, row.area});
        cell.text = share == held.cend() ? u"–"_s : valueToShown(Value(*share));
        return cell;
    };
    return column;
}

PlanColumn AreasServedModel::yearColumn(qsizetype year) const
{
    PlanColumn column;
    column.title = tr("%1 £").arg(plan().years[year].id.text());
    column.key = Key{plan().years[year].id, {}};
    column.figure = true;
    column.pence = penceOf(year);
    if (poundsAreTyped())
        column.fields.insert(Line::type.id, QLatin1StringView("areaAmount"));
    column.shown = [this, year, pence = column.pence](const PlanRow& row) -> std::optional<ShownCell> {
        if (year >= plan().years.size())
            return ShownCell();
        if (row.kind == PlanRow::Kind::Total) {
            Money sum;
            for (const LedgerRow& ledgerRow : document().evaluation().ledger.rows)
                if (ledgerRow.year == year && concerns(ledgerRow))
                    sum += ledgerRow.amount;
            ShownCell cell = amountCell(sum, pence);
            cell.computed = false;
            return cell;
        }
        if (row.type == remainderType)
            return amountCell(notSplit(year), pence);
        if (poundsAreTyped())
            return std::nullopt;
        return amountCell(reaches(row.area, year), pence);
    };
    return column;
}

QVariant AreasServedModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    // A typed cell that holds nothing: the area gets nothing.
    if (role != Qt::DisplayRole || row.area.isNull() || column.fields.isEmpty())
        return {};
    const Key key{column.key.year, row.area};
    return plan().value(row.type, row.id, column.fields.value(row.type), key).isNull() ? QVariant(u"–"_s)
                                                                                       : QVariant();
}

} // namespace placewright
