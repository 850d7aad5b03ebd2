// What SchemesModel asks the document for.
#include "core/words/refusalwords.h"
#include "ui/models/schemesmodel.h"
#include "ui/models/typing.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

Id SchemesModel::addScheme(StepBuilder& builder, const QString& name) const
{
    const Plan& now = builder.plan();
    int highest = 0;
    for (const Scheme& scheme : now.schemes)
        highest = std::max(highest, scheme.number.toInt());
    const Id id = document().author().ids();
    Id fund;
    if (!now.schemes.isEmpty()) {
        fund = now.schemes[now.schemes.size() - 1].fund;
    } else {
        for (const Fund& one : now.funds)
            if (one.kind != fundKind::aligned && fund.isNull())
                fund = one.id;
    }
    builder.add(Scheme::type.id, id);
    builder.set(Scheme::type.id, id, u"number", Value(u"%1"_s.arg(highest + 1, 2, 10, QChar(u'0'))));
    builder.set(Scheme::type.id, id, u"name", Value(name));
    builder.set(Scheme::type.id, id, u"fund", Value(fund));
    return id;
}

std::optional<PlanRow> SchemesModel::addRow(StepBuilder& builder) const
{
    Id scheme = m_target;
    if (!builder.plan().schemes.contains(scheme))
        scheme = builder.plan().schemes.isEmpty()
                     ? addScheme(builder, QString())
                     : builder.plan().schemes[builder.plan().schemes.size() - 1].id;
    const PlanRow row{PlanRow::Kind::Entity, Line::type.id, document().author().ids(), 1};
    builder.add(Line::type.id, row.id);
    builder.set(Line::type.id, row.id, u"scheme", Value(scheme));
    return row;
}

// Puts a new line into the scheme with that number or name; one that the plan lacks is made.
Outcome SchemesModel::intoScheme(StepBuilder& builder, const PlanRow& row, const QString& text,
                                 QLatin1StringView saidBy) const
{
    if (text.isEmpty())
        return Done{};
    Id wanted;
    for (const Scheme& scheme : builder.plan().schemes) {
        const bool named = scheme.name.compare(text, Qt::CaseInsensitive) == 0;
        const bool numbered = scheme.number.compare(text, Qt::CaseInsensitive) == 0 ||
                              (scheme.number.toInt() > 0 && scheme.number.toInt() == text.toInt());
        if (named || numbered) {
            wanted = scheme.id;
            break;
        }
    }
    const Id present = builder.plan().value(Line::type.id, row.id, u"scheme").id();
    if (wanted.isNull()) {
        // The scheme that was made for this very paste takes the name; else a further one is made.
        const Scheme* held = builder.plan().schemes.find(present);
        const bool unnamed = held && !plan().schemes.contains(present) && held->name.isEmpty();
        wanted = unnamed ? present : addScheme(builder, QString());
        builder.set(Scheme::type.id, wanted, saidBy, Value(text));
    }
    builder.set(Line::type.id, row.id, u"scheme", Value(wanted));
    return Done{};
}

Id SchemesModel::addLine()
{
    StepBuilder builder(plan());
    if (plan().schemes.isEmpty())
        m_target = addScheme(builder, tr("New scheme"));
    const std::optional<PlanRow> row = addRow(builder);
    builder.set(Line::type.id, row->id, u"name", Value(tr("New line")));
    return document().commit(builder.step(tr("Added a line"))) ? row->id : Id();
}

QString SchemesModel::remove(const QStringList& ids)
{
    StepBuilder builder(plan());
    QStringList schemes;
    int lines = 0;
    for (const QString& id : ids) {
        if (!plan().schemes.contains(Id(id)))
            continue;
        schemes.append(nameOf(plan(), Scheme::type.id, Id(id)));
        lines += static_cast<int>(std::count_if(plan().lines.begin(), plan().lines.end(),
                                                [&](const Line& line) { return line.scheme.text() == id; }));
        builder.remove(Scheme::type.id, Id(id));
    }
    QString name;
    for (const QString& id : ids) {
        if (!builder.plan().lines.contains(Id(id)))
            continue;
        name = nameOf(plan(), Line::type.id, Id(id));
        builder.remove(Line::type.id, Id(id));
        ++lines;
    }
    if (builder.isEmpty())
        return {};
    QString what;
    if (schemes.size() == 1)
        what = tr("Deleted “%2” and %n line(s)", nullptr, lines).arg(schemes.first());
    else if (!schemes.isEmpty())
        what = tr("Deleted %2 schemes and %n line(s)", nullptr, lines).arg(schemes.size());
    else
        what = lines == 1 ? tr("Deleted “%1”").arg(name) : tr("Deleted %n line(s)", nullptr, lines);
    return document().commit(builder.step(what)) ? what : QString();
}

QString SchemesModel::pastedSentence(qsizetype newRows, qsizetype cells) const
{
    return newRows > 0 ? tr("Pasted %n line(s)", nullptr, static_cast<int>(newRows))
                       : PlanTableModel::pastedSentence(newRows, cells);
}

// Typed and pasted values

QString SchemesModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    const bool isMoney = field.type == ValueType::Money && !value.isNull();
    if (!isMoney)
        return {};
    const Money money = *value.money();
    if (field.id == QLatin1StringView("clientContributions") && money.isNegative())
        return tr("Client contributions cannot be below zero.");
    if (field.id == QLatin1StringView("irrecoverableVat") && money.isNegative())
        return tr("Irrecoverable VAT cannot be below zero.");
    const Scheme* scheme = row.type == Scheme::type.id ? plan().schemes.find(row.id) : nullptr;
    const bool isFloor = field.id == QLatin1StringView("floor");
    const bool isCeiling = field.id == QLatin1StringView("ceiling");
    if (!scheme || (!isFloor && !isCeiling))
        return {};
    if (money.isNegative())
        return isFloor ? tr("A floor cannot be below zero.") : tr("A ceiling cannot be below zero.");
    if (isFloor && scheme->ceiling && money > *scheme->ceiling)
        return tr("The floor cannot be above the ceiling of %1.").arg(formatMoney(*scheme->ceiling));
    if (isCeiling && scheme->floor && money < *scheme->floor)
        return tr("The ceiling cannot be below the floor of %1.").arg(formatMoney(*scheme->floor));
    return {};
}

// A line that pays a contract has no amount of its own.
void SchemesModel::follow(StepBuilder& builder, const PlanRow& row, const Field& field,
                          const Value& value) const
{
    if (row.type != Line::type.id || field.id != QLatin1StringView("contract") || value.isNull())
        return;
    const QMap<Key, Money> amounts = builder.plan().lines.find(row.id)->amount;
    for (auto amount = amounts.cbegin(); amount != amounts.cend(); ++amount)
        builder.set(row.type, row.id, u"amount", amount.key(), Value());
}

// Filling down

void SchemesModel::attach(GridView& view)
{
    PlanTableModel::attach(view);
    disconnect(&view, &GridView::fillDownRequested, this, nullptr);
    connect(&view, &GridView::fillDownRequested, this, [this](const QList<CellText>& cells) {
        const QString why = whyNotFill(cells);
        if (!why.isEmpty())
            emit refused(tr("Nothing was filled down: %1 You may type there.").arg(why));
        else if (!fill(cells))
            emit refused(lastRefusal());
    });
}

namespace {

// Whether a line's money is another's after a fill: from another source or partner, of another kind or scheme.
bool becomesOther(const Plan& before, const Line& then, const Plan& after, const Line& now)
{
    return now.source != then.source || now.spendKind != then.spendKind || now.scheme != then.scheme ||
           payerOf(after, now) != payerOf(before, then);
}

} // namespace

QString SchemesModel::whyNotFill(const QList<CellText>& cells) const
{
    StepBuilder builder(plan());
    QList<Id> lines;
    for (const CellText& cell : cells) {
        const std::optional<CellRef> at = cellAt(cell.index);
        if (!at || at->id.isNull())
            continue;
        const Field* field = Plan::schema().type(at->entity)->field(at->field);
        const FinancialYear* year = plan().years.find(at->key.year);
        const Rulebook* rulebook = year ? document().shelf().rulebookOf(*year) : document().rulebook();
        const Result<Value> value = typedValue(builder.plan(), rulebook, *field, cell.text);
        if (!value)
            continue; // the fill itself says what is wrong with it
        builder.set(at->entity, at->id, at->field, at->key, *value);
        if (at->entity == Line::type.id && !lines.contains(at->id))
            lines.append(at->id);
    }
    for (const FinancialYear& year : plan().years) {
        const Key key{year.id, {}};
        const Rulebook* rulebook = document().shelf().rulebookOf(year);
        QList<LineChange> gives; // lines that leave their scheme
        QList<LineChange> takes;
        StepBuilder held(builder.plan()); // with what the lines hold before they take
        for (const Id& id : std::as_const(lines)) {
            const Line& then = *plan().lines.find(id);
            const Line& now = *builder.plan().lines.find(id);
            const bool isOther = becomesOther(plan(), then, builder.plan(), now);
            const Money holds = isOther ? Money() : then.amount.value(key);
            takes.append({id, now.amount.value(key) - holds});
            held.set(Line::type.id, id, u"amount", key, Value(holds));
            if (now.scheme != then.scheme)
                gives.append({id, -then.amount.value(key)});
        }
        if (const auto refusal = refusedChange(plan(), nullptr, year.id, gives))
            return moveSentence(*refusal, plan(), rulebook);
        if (const auto refusal = refusedChange(held.plan(), rulebook, year.id, takes))
            return moveSentence(*refusal, held.plan(), rulebook);
    }
    return {};
}

} // namespace placewright
