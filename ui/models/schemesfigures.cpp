// The columns of pounds of SchemesModel, and how groups and the total add them up: as the Ledger does, VAT with the spend.
#include "ui/models/schemesmodel.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

QString changeText(Money change, Pence pence)
{
    const QString text = formatAmount(change, pence);
    return change > Money() ? u'+' + text : text;
}

} // namespace

const QHash<Key, SchemesModel::PaidAmount>& SchemesModel::paid() const
{
    if (m_paid)
        return *m_paid;
    m_paid.emplace();
    const Ledger& ledger = document().evaluation().ledger;
    const auto at = [this](qint32 line, qint32 year) {
        return Key{plan().years[year].id, plan().lines[line].id};
    };
    for (const LedgerRow& row : ledger.rows)
        if (row.origin == LedgerRow::Origin::Contract)
            m_paid->insert(at(row.line, row.year), {row.amount, row.status});
    for (const UnknownAmount& unknown : ledger.unknown)
        m_paid->insert(at(unknown.line, unknown.year), {});
    return *m_paid;
}

std::optional<Money> SchemesModel::amountOf(const Line& line, const Key& key) const
{
    if (!line.contract.isNull())
        return paid().value({key.year, line.id}).amount;
    const auto typed = line.amount.constFind(key);
    return typed == line.amount.constEnd() ? std::nullopt : std::optional(*typed);
}

Status SchemesModel::statusOf(const Line& line, const Key& key) const
{
    return line.contract.isNull() ? statusFromId(line.status.value(key))
                                  : paid().value({key.year, line.id}).status;
}

std::optional<ShownCell> SchemesModel::paidCell(const PlanRow& row, const Key& key, Pence pence) const
{
    const Line* line = row.kind == PlanRow::Kind::Entity ? plan().lines.find(row.id) : nullptr;
    if (!line || line->contract.isNull())
        return std::nullopt;
    ShownCell cell;
    const Key at{key.year, line->id};
    const std::optional<Money> amount = paid().value(at).amount;
    const QString contract = nameOf(plan(), Contract::type.id, line->contract);
    if (amount) {
        cell.text = formatAmount(*amount, pence);
        cell.number = amount->pence();
        cell.tooltip = tr("What the contract “%1” is expected to pay.").arg(contract);
    } else if (paid().contains(at)) {
        cell.text = tr("not known");
        cell.tooltip = tr("What the contract “%1” pays cannot be worked out yet.").arg(contract);
    } else {
        cell.text = u"–"_s;
        cell.tooltip = tr("%1 is outside the term of the contract “%2”.").arg(key.year.text(), contract);
    }
    return cell;
}

const Sum& SchemesModel::sumOf(const PlanRow& row, const Id& year) const
{
    const Key at{year, row.id};
    const auto known = m_sums.constFind(at);
    if (known != m_sums.constEnd())
        return *known;
    Sum sum;
    const Key key{year, {}};
    for (const Id& id : m_members.value(row.id)) {
        const Line* line = plan().lines.find(id);
        if (!line)
            continue;
        if (const std::optional<Money> amount = amountOf(*line, key))
            sum.add(*amount, statusOf(*line, key));
        if (const Money vat = vatOf(*line, key); !vat.isZero())
            sum.add(vat, statusFromId(line->status.value(key)));
    }
    return *m_sums.insert(at, sum);
}

Money SchemesModel::vatOf(const Line& line, const Key& key) const
{
    return line.irrecoverableVat.value(key);
}

Money SchemesModel::clientContributionsOf(const Line& line, const Key& key) const
{
    return line.clientContributions.value(key);
}

Money SchemesModel::grossOf(const Line& line, const Key& key) const
{
    return amountOf(line, key).value_or(Money()) + vatOf(line, key) + clientContributionsOf(line, key);
}

Money SchemesModel::addUp(const PlanRow& row, AddedAmount amount, const Key& key) const
{
    if (row.kind == PlanRow::Kind::Entity) {
        const Line* line = plan().lines.find(row.id);
        return line ? (this->*amount)(*line, key) : Money();
    }
    Money sum;
    for (const Id& id : m_members.value(row.id))
        if (const Line* line = plan().lines.find(id))
            sum += (this->*amount)(*line, key);
    return sum;
}

Pence SchemesModel::penceOf(const Id& year) const
{
    const Key key{year, {}};
    const bool any = std::any_of(plan().lines.begin(), plan().lines.end(), [&](const Line& line) {
        return !amountOf(line, key).value_or(Money()).isWholePounds() || !vatOf(line, key).isWholePounds();
    });
    return any ? Pence::Always : Pence::Never;
}

PlanColumn SchemesModel::amountColumn(const Id& year) const
{
    PlanColumn column;
    column.title = tr("%1 £").arg(year.text());
    column.fields.insert(Line::type.id, QLatin1StringView("amount"));
    column.key = Key{year, {}};
    column.figure = true;
    column.pence = penceOf(year);
    column.shown = [this, year, pence = column.pence](const PlanRow& row) -> std::optional<ShownCell> {
        if (row.kind != PlanRow::Kind::Group && row.kind != PlanRow::Kind::Total)
            return paidCell(row, Key{year, {}}, pence);
        const Sum& sum = sumOf(row, year);
        ShownCell cell;
        cell.text = formatAmount(sum.amount, pence);
        cell.number = sum.amount.pence();
        cell.computed = row.kind == PlanRow::Kind::Group;
        QStringList of;
        if (!sum.indicative.isZero())
            of.append(tr("%1 of it is indicative.").arg(formatMoney(sum.indicative)));
        if (!sum.disputed.isZero())
            of.append(tr("%1 of it is disputed.").arg(formatMoney(sum.disputed)));
        if (const Money vat = addUp(row, &SchemesModel::vatOf, Key{year, {}}); !vat.isZero())
            of.append(tr("%1 of it is irrecoverable VAT.").arg(formatMoney(vat)));
        cell.tooltip = of.join(u' ');
        return cell;
    };
    return column;
}

// Of the year shown: what is paid on top of the amounts, or all of it together. Without a field, only worked out.
PlanColumn SchemesModel::addedColumn(QLatin1StringView field, AddedAmount amount) const
{
    const Key key{Id(document().year()), {}};
    const bool any = std::any_of(plan().lines.begin(), plan().lines.end(), [&](const Line& line) {
        return !(this->*amount)(line, key).isWholePounds();
    });
    PlanColumn column;
    column.title = field.isEmpty() ? tr("Gross £") : labelOf(*Line::type.field(field));
    column.figure = true;
    column.key = key;
    column.pence = any ? Pence::Always : Pence::Never;
    if (!field.isEmpty())
        column.fields.insert(Line::type.id, field);
    column.shown = [this, field, amount, key,
                    pence = column.pence](const PlanRow& row) -> std::optional<ShownCell> {
        const bool isLine = row.kind == PlanRow::Kind::Entity;
        if (isLine && !field.isEmpty())
            return std::nullopt;
        ShownCell cell;
        if (row.kind == PlanRow::Kind::New)
            return field.isEmpty() ? std::optional(cell) : std::nullopt;
        cell.computed = row.kind != PlanRow::Kind::Total;
        const Money sum = addUp(row, amount, key);
        const bool unknown = isLine && !amountOf(*plan().lines.find(row.id), key) && sum.isZero();
        cell.text = unknown || (sum.isZero() && !field.isEmpty()) ? u"–"_s : formatAmount(sum, pence);
        if (!unknown)
            cell.number = sum.pence();
        if (field.isEmpty())
            cell.tooltip =
                tr("The amount, irrecoverable VAT and client contributions of %1.").arg(key.year.text());
        return cell;
    };
    return column;
}

PlanColumn SchemesModel::changeColumn() const
{
    PlanColumn column;
    column.title = tr("Change £");
    column.figure = true;
    const QString& year = document().year();
    const bool any = isYearName(year) &&
                     (penceOf(Id(year)) == Pence::Always || penceOf(Id(yearBefore(year))) == Pence::Always);
    column.pence = any ? Pence::Always : Pence::Never;
    column.shown = [this, pence = column.pence](const PlanRow& row) { return changeOf(row, pence); };
    return column;
}

std::optional<ShownCell> SchemesModel::changeOf(const PlanRow& row, Pence pence) const
{
    ShownCell cell;
    cell.computed = row.kind != PlanRow::Kind::Total;
    if (row.kind == PlanRow::Kind::New)
        return cell;
    const QString& year = document().year();
    const Id before(isYearName(year) ? yearBefore(year) : QString());
    cell.text = u"–"_s;
    if (!plan().years.contains(before)) {
        cell.tooltip = tr("The plan does not hold the year before %1.").arg(year);
        return cell;
    }
    Money change;
    if (row.kind == PlanRow::Kind::Entity) {
        const Line* line = plan().lines.find(row.id);
        const Key now{Id(year), {}};
        const Key then{before, {}};
        if (!line || (!amountOf(*line, now) && !amountOf(*line, then)))
            return cell;
        change = amountOf(*line, now).value_or(Money()) + vatOf(*line, now) -
                 amountOf(*line, then).value_or(Money()) - vatOf(*line, then);
    } else {
        change = sumOf(row, Id(year)).amount - sumOf(row, before).amount;
    }
    cell.text = changeText(change, pence);
    cell.number = change.pence();
    cell.tooltip = tr("%1 against %2").arg(year, before.text());
    return cell;
}

} // namespace placewright
