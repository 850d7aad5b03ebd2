#include "core/evaluate/signoffs.h"

#include "core/plan/committeeroll.h"
#include "core/plan/edit.h"
#include "core/rules/signatories.h"

#include <algorithm>
#include <array>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

using What = PoundsChanged::What;

Ledger ledgerOf(const Plan& plan, const Shelf& shelf)
{
    const QList<LayerNeed> needs = layerNeeds(plan, shelf);
    return makeLedger(plan, needs, payContracts(plan, needs));
}

bool differs(const LineChanged& line)
{
    return line.before != line.after;
}

// Pounds of two plans by what they are of and year, in the order of first mention: the base's, then what only the signed plan has.
class TwoSums
{
public:
    void add(const PoundsChanged& of, Money amount, bool after) { addTo(sumOf(of), amount, after); }

    void addLine(const PoundsChanged& of, const LineChanged& part, Money amount, bool after)
    {
        PoundsChanged& sum = sumOf(of);
        addTo(sum, amount, after);
        auto line = std::find_if(sum.lines.begin(), sum.lines.end(), [&](const LineChanged& known) {
            return known.line == part.line && known.vat == part.vat;
        });
        if (line == sum.lines.end())
            line = sum.lines.insert(line, part);
        addTo(*line, amount, after);
        addTo(m_lines[keyOf(part.line, part.vat, of.year)], amount, after);
    }

    // By subject in the order in which subjects stand, years of one together in the order of time.
    QList<PoundsChanged> changed(const QList<Id>& subjects) const
    {
        QList<PoundsChanged> changed;
        for (PoundsChanged sum : m_sums) {
            sum.lines.removeIf([](const LineChanged& line) { return !differs(line); });
            if (sum.before != sum.after || !sum.lines.isEmpty())
                changed.append(sum);
        }
        std::stable_sort(changed.begin(), changed.end(), [&](const PoundsChanged& a, const PoundsChanged& b) {
            return std::pair(subjects.indexOf(a.subject), a.year) <
                   std::pair(subjects.indexOf(b.subject), b.year);
        });
        return changed;
    }

    Money difference() const
    {
        Money difference;
        for (const PoundsChanged& sum : m_sums)
            difference += sum.after - sum.before;
        return difference;
    }

    // What a line has in a year, under whatever scheme.
    LineChanged ofLine(const Id& line, bool vat, const QString& year) const
    {
        return m_lines.value(keyOf(line, vat, year), {line, vat, {}, {}});
    }

private:
    static QStringList keyOf(const Id& line, bool vat, const QString& year)
    {
        return {line.text(), year, vat ? u"vat"_s : QString()};
    }

    template <class Sum> static void addTo(Sum& sum, Money amount, bool after)
    {
        (after ? sum.after : sum.before) += amount;
    }

    PoundsChanged& sumOf(const PoundsChanged& of)
    {
        const QStringList key{of.subject.text(), of.year, of.fund.text(), of.partner.text(), of.source};
        auto position = m_positions.constFind(key);
        if (position == m_positions.cend()) {
            position = m_positions.insert(key, m_sums.size());
            m_sums.append(of);
        }
        return m_sums[*position];
    }

    QHash<QStringList, qsizetype> m_positions;
    QHash<QStringList, LineChanged> m_lines;
    QList<PoundsChanged> m_sums;
};

PoundsChanged poundsOf(What what, const Id& subject, const QString& year)
{
    PoundsChanged pounds;
    pounds.what = what;
    pounds.subject = subject;
    pounds.year = year;
    return pounds;
}

void addPlan(std::array<TwoSums*, 3> sums, const Plan& plan, const Ledger& ledger, bool after)
{
    const auto [spend, contributions, minimums] = sums;
    for (const LedgerRow& row : ledger.rows)
        spend->addLine(poundsOf(What::Spend, plan.schemes[row.scheme].id, plan.years[row.year].id.text()),
                       {plan.lines[row.line].id, row.origin == LedgerRow::Origin::Vat, {}, {}}, row.amount,
                       after);
    for (const Contribution& contribution : plan.contributions)
        for (auto amount = contribution.amount.cbegin(); amount != contribution.amount.cend(); ++amount) {
            PoundsChanged of = poundsOf(What::Contribution, contribution.id, amount.key().year.text());
            of.fund = contribution.fund;
            of.partner = contribution.partner;
            of.source = contribution.source;
            contributions->add(of, *amount, after);
        }
    for (const Minimum& minimum : plan.minimums)
        minimums->add(poundsOf(What::Minimum, minimum.id, minimum.year.text()),
                      minimum.amount.value_or(Money()), after);
}

template <class T> QList<Id> idsOf(const Table<T>& base, const Table<T>& before)
{
    QList<Id> ids;
    for (const T& row : base)
        ids.append(row.id);
    for (const T& row : before)
        if (!base.contains(row.id))
            ids.append(row.id);
    return ids;
}

Value valueIn(const Record& record, const Cell& like)
{
    const auto cell = std::find_if(record.begin(), record.end(), [&](const Cell& one) {
        return one.field == like.field && one.key == like.key;
    });
    return cell == record.end() ? Value() : cell->value;
}

// The cells that differ of an entity that stands elsewhere among the others.
QList<Change> cellsOf(const Change& removed, const Change& added)
{
    QList<Change> cells;
    const auto append = [&](const Cell& cell, const Value& from, const Value& to) {
        if (from == to)
            return;
        Change change;
        change.entity = added.entity;
        change.id = added.id;
        change.field = cell.field;
        change.key = cell.key;
        change.from = from;
        change.to = to;
        cells.append(change);
    };
    for (const Cell& cell : removed.record)
        append(cell, cell.value, valueIn(added.record, cell));
    for (const Cell& cell : added.record)
        if (valueIn(removed.record, cell).isNull())
            append(cell, {}, cell.value);
    return cells;
}

// Whether the pounds tell exactly what a cell was and is. An amount that became nought from nothing, or that a contract pays
// instead, is not told there.
bool isToldAsPounds(const Change& change, const TwoSums& spend)
{
    const bool vat = change.field == u"irrecoverableVat";
    const bool isLine = change.entity == Line::type.id && (vat || change.field == u"amount");
    if (!isLine && !((change.entity == Contribution::type.id || change.entity == Minimum::type.id) &&
                     change.field == u"amount"))
        return false;
    const Money from = change.from.money().value_or(Money());
    const Money to = change.to.money().value_or(Money());
    if (from == to || !isLine)
        return from != to;
    const LineChanged whole = spend.ofLine(change.id, vat, change.key.year.text());
    return whole.before == from && whole.after == to;
}

bool isSigned(const Change& change)
{
    const EntityType* type = Plan::schema().type(change.entity);
    return type && type->keeping == Keeping::Anywhere && type != &Scenario::type;
}

// What differs and is no pounds: an entity that only stands elsewhere is not removed and added.
void addOthers(ChangedSince& changed, const Plan& signedPlan, const Plan& base, const TwoSums& spend)
{
    QHash<std::pair<QString, Id>, Change> moved;
    const auto addCell = [&](const Change& change) {
        if (!isToldAsPounds(change, spend))
            changed.others.append(change);
    };
    for (const Change& change : difference(signedPlan, base).changes) {
        if (!isSigned(change))
            continue;
        const std::pair<QString, Id> key(change.entity, change.id);
        if (change.op == Change::Op::Set)
            addCell(change);
        else if (change.op == Change::Op::Remove && base.table(change.entity)->contains(change.id))
            moved.insert(key, change);
        else if (const auto from = moved.constFind(key); from != moved.cend()) {
            for (const Change& cell : cellsOf(*from, change))
                addCell(cell);
            if (!changed.reordered.contains(change.entity))
                changed.reordered.append(change.entity);
        } else
            changed.others.append(change);
    }
}

} // namespace

Money PoundsChanged::increases() const
{
    Money sum;
    for (const LineChanged& line : lines)
        if (line.after > line.before)
            sum += line.after - line.before;
    return sum;
}

Money PoundsChanged::decreases() const
{
    Money sum;
    for (const LineChanged& line : lines)
        if (line.after < line.before)
            sum += line.before - line.after;
    return sum;
}

bool mayDelegate(const Plan& base, const Shelf& shelf, const Signatory& signatory)
{
    const FinancialYear* year = base.years.find(signatory.year);
    const Rulebook* rulebook = year ? shelf.rulebookOf(*year) : nullptr;
    const std::optional<RequiredSignatures> required =
        rulebook ? requiredSignatures(*rulebook) : std::nullopt;
    const Partner* partner = base.partners.find(signatory.partner);
    const QString organisation = partner ? partner->kind : QString();
    if (required)
        for (const RequiredSignatory& one : required->signatories)
            if (one.organisation == organisation && one.role == signatory.role)
                return one.delegable;
    return signatory.delegable;
}

QList<SignOffState> signOffsOf(const Plan& base, const Shelf& shelf, const Id& year)
{
    QList<SignOffState> states;
    for (const Signatory& signatory : base.signatories) {
        if (signatory.year != year)
            continue;
        const SignOff* signature = lastSignature(base, signatory.id);
        states.append({signatory.id, signature,
                       signature ? base.frozenVersions.find(signature->version) : nullptr,
                       mayDelegate(base, shelf, signatory)});
    }
    return states;
}

ChangedSince changedSince(const Plan& signedPlan, const Plan& base, const Shelf& shelf)
{
    TwoSums spend;
    TwoSums contributions;
    TwoSums minimums;
    addPlan({&spend, &contributions, &minimums}, base, ledgerOf(base, shelf), true);
    addPlan({&spend, &contributions, &minimums}, signedPlan, ledgerOf(signedPlan, shelf), false);
    ChangedSince changed;
    changed.pounds = spend.changed(idsOf(base.schemes, signedPlan.schemes)) +
                     contributions.changed(idsOf(base.contributions, signedPlan.contributions)) +
                     minimums.changed(idsOf(base.minimums, signedPlan.minimums));
    changed.spend = spend.difference();
    changed.contributions = contributions.difference();
    changed.minimums = minimums.difference();
    addOthers(changed, signedPlan, base, spend);
    return changed;
}

} // namespace placewright
