#include "ui/models/schemesmodel.h"

#include "core/evaluate/evaluation.h"
#include "core/words/headlines.h"
#include "ui/models/schemecolumns.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView headingType("heading"); // a group that is no entity

bool shows(const PlanColumn& column, QLatin1StringView type, QLatin1StringView field)
{
    return column.fields.value(type) == field;
}

bool isAligned(const Plan& plan, const Line& line)
{
    const Scheme* scheme = plan.schemes.find(line.scheme);
    const Fund* fund = scheme ? plan.funds.find(scheme->fund) : nullptr;
    return fund && fund->kind == fundKind::aligned;
}

QString changeText(Money change, Pence pence)
{
    const QString text = formatAmount(change, pence);
    return change > Money() ? u'+' + text : text;
}

} // namespace

SchemesModel::SchemesModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
    , m_columnIds(usualSchemeColumns())
{
    rebuild();
}

void SchemesModel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    rebuild();
}

void SchemesModel::setFilter(const SchemesFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void SchemesModel::setColumns(const QStringList& ids)
{
    QStringList known;
    for (const SchemeColumn& column : schemeColumns())
        if (ids.contains(column.id) || column.id == schemeColumn::name)
            known.append(column.id);
    if (known == m_columnIds)
        return;
    m_columnIds = known;
    rebuild();
}

int SchemesModel::nameColumn() const
{
    return columnOf(u"name");
}

void SchemesModel::setTarget(const Id& schemeOrLine)
{
    const Line* line = plan().lines.find(schemeOrLine);
    m_target = line ? line->scheme : schemeOrLine;
}

// Rows

bool SchemesModel::passes(const Line& line) const
{
    if ((!m_filter.source.isEmpty() && line.source != m_filter.source) ||
        (!m_filter.areaOfSpend.isEmpty() && line.areaOfSpend != m_filter.areaOfSpend))
        return false;
    if (m_filter.text.isEmpty())
        return true;
    const Scheme* scheme = plan().schemes.find(line.scheme);
    const Rulebook* rulebook = document().rulebook();
    QStringList words{line.name, line.source, line.areaOfSpend, line.provider, line.commissioner, line.note};
    if (rulebook)
        words << rulebook->label(u"sources", line.source) << rulebook->shortLabel(u"sources", line.source)
              << rulebook->shortLabel(u"providers", line.provider);
    if (scheme)
        words << scheme->name << scheme->number << scheme->activity;
    if (scheme && rulebook)
        words << rulebook->shortLabel(u"activities", scheme->activity);
    return std::any_of(words.begin(), words.end(), [&](const QString& word) {
        return word.contains(m_filter.text, Qt::CaseInsensitive);
    });
}

QString SchemesModel::groupKey(const Line& line) const
{
    switch (m_grouping) {
    case Grouping::Scheme:
        return line.scheme.text();
    case Grouping::Source:
        return line.source;
    case Grouping::AreaOfSpend:
        return line.areaOfSpend;
    case Grouping::Fund:
        if (const Scheme* scheme = plan().schemes.find(line.scheme))
            return scheme->fund.text();
        return {};
    case Grouping::Nothing:
        break;
    }
    return {};
}

QString SchemesModel::groupTitle(const QString& key) const
{
    const Rulebook* rulebook = document().rulebook();
    switch (m_grouping) {
    case Grouping::Source:
        return key.isEmpty() ? tr("No source named") : rulebook ? rulebook->label(u"sources", key) : key;
    case Grouping::AreaOfSpend:
        return key.isEmpty() ? tr("No area of spend named")
               : rulebook    ? rulebook->label(u"areasOfSpend", key)
                             : key;
    default:
        return tr("In no fund");
    }
}

QList<SchemesModel::Group> SchemesModel::groups(const QList<const Line*>& lines) const
{
    QStringList keys;
    const Rulebook* rulebook = document().rulebook();
    if (m_grouping == Grouping::Scheme) {
        for (const Scheme& scheme : plan().schemes)
            keys.append(scheme.id.text());
    } else if (m_grouping == Grouping::Fund) {
        for (const Fund& fund : plan().funds)
            keys.append(fund.id.text());
    } else if (rulebook) {
        for (const RulebookEntry& entry :
             rulebook->list(m_grouping == Grouping::Source ? u"sources" : u"areasOfSpend"))
            keys.append(entry.value);
    }
    QHash<QString, QList<Id>> members;
    for (const Line* line : lines) {
        const QString key = groupKey(*line);
        if (!keys.contains(key))
            keys.append(key);
        members[key].append(line->id);
    }
    // A scheme without lines is shown, so that it can be filled; unless something is being looked for.
    const bool keepEmpty = m_grouping == Grouping::Scheme && m_filter.isEmpty();
    QList<Group> groups;
    for (const QString& key : keys) {
        if (!keepEmpty && !members.contains(key))
            continue;
        PlanRow row{PlanRow::Kind::Group, headingType, Id(key)};
        if (m_grouping == Grouping::Scheme && plan().schemes.contains(Id(key)))
            row.type = Scheme::type.id;
        else if (m_grouping == Grouping::Fund && plan().funds.contains(Id(key)))
            row.type = Fund::type.id;
        else
            row.id = Id(u"heading:"_s + key);
        groups.append({row, members.value(key)});
    }
    return groups;
}

QList<PlanRow> SchemesModel::makeRows() const
{
    m_members.clear();
    m_sums.clear();
    QList<const Line*> lines;
    for (const Line& line : plan().lines) {
        if (!passes(line))
            continue;
        lines.append(&line);
        if (!isAligned(plan(), line))
            m_members[Id()].append(line.id);
    }
    QList<PlanRow> rows;
    if (m_grouping == Grouping::Nothing) {
        for (const Line* line : lines)
            rows.append({PlanRow::Kind::Entity, Line::type.id, line->id});
    } else {
        for (const Group& group : groups(lines)) {
            rows.append(group.row);
            m_members.insert(group.row.id, group.lines);
            for (const Id& line : group.lines)
                rows.append({PlanRow::Kind::Entity, Line::type.id, line, 1});
        }
    }
    if (!document().isReadOnly() && m_filter.isEmpty())
        rows.append({PlanRow::Kind::New, Line::type.id, Id(), m_grouping == Grouping::Nothing ? 0 : 1});
    rows.append({PlanRow::Kind::Total, {}, Id()});
    return rows;
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
        if (line && line->amount.contains(key))
            sum.add(line->amount.value(key), statusFromId(line->status.value(key)));
    }
    return *m_sums.insert(at, sum);
}

// Columns

QList<PlanColumn> SchemesModel::makeColumns() const
{
    QList<PlanColumn> columns;
    const Key shownYear{Id(document().year()), {}};
    for (const SchemeColumn& described : schemeColumns()) {
        // Away from its scheme, a line says which one it is of.
        const bool wanted = m_columnIds.contains(described.id) ||
                            (described.id == schemeColumn::scheme && m_grouping != Grouping::Scheme);
        if (!wanted)
            continue;
        if (described.id == schemeColumn::years) {
            for (const FinancialYear& year : plan().years)
                columns.append(amountColumn(year.id));
            continue;
        }
        if (described.id == schemeColumn::change) {
            columns.append(changeColumn());
            continue;
        }
        PlanColumn column;
        column.title = titleOf(described);
        if (!described.lineField.isEmpty()) {
            const Field* field = Line::type.field(described.lineField);
            column.fields.insert(Line::type.id, described.lineField);
            column.figure = field->type == ValueType::Money || field->type == ValueType::Rate;
            if (field->keyedBy == KeyedBy::Year)
                column.key = shownYear;
        }
        if (!described.schemeField.isEmpty())
            column.fields.insert(Scheme::type.id, described.schemeField);
        if (described.id == schemeColumn::name) {
            column.stretch = true;
            column.fields.insert(Fund::type.id, QLatin1StringView("name"));
            column.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
                if (row.kind != PlanRow::Kind::Group || row.type != headingType)
                    return std::nullopt;
                ShownCell cell;
                cell.text = groupTitle(row.id.text().section(u':', 1));
                return cell;
            };
        } else if (described.id == schemeColumn::number) {
            column.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
                if (row.kind != PlanRow::Kind::Entity || m_grouping == Grouping::Scheme)
                    return std::nullopt;
                ShownCell cell;
                cell.text = plan()
                                .value(Scheme::type.id, plan().value(Line::type.id, row.id, u"scheme").id(),
                                       u"number")
                                .text();
                return cell;
            };
        }
        if (described.id == schemeColumn::number || described.id == schemeColumn::scheme)
            column.typedInNewRow = [this, said = described.id == schemeColumn::number
                                                     ? QLatin1StringView("number")
                                                     : QLatin1StringView("name")](
                                       StepBuilder& builder, const PlanRow& row, const QString& text) {
                return intoScheme(builder, row, text, said);
            };
        columns.append(column);
    }
    return columns;
}

Pence SchemesModel::penceOf(const Id& year) const
{
    const Key key{year, {}};
    const bool any = std::any_of(plan().lines.begin(), plan().lines.end(),
                                 [&](const Line& line) { return !line.amount.value(key).isWholePounds(); });
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
            return std::nullopt;
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
        cell.tooltip = of.join(u' ');
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
        if (!line || (!line->amount.contains(now) && !line->amount.contains(then)))
            return cell;
        change = line->amount.value(now) - line->amount.value(then);
    } else {
        change = sumOf(row, Id(year)).amount - sumOf(row, before).amount;
    }
    cell.text = changeText(change, pence);
    cell.number = change.pence();
    cell.tooltip = tr("%1 against %2").arg(year, before.text());
    return cell;
}

// What the fields do not say

int SchemesModel::groupSpan() const
{
    int span = 1;
    for (int i = nameColumn() + 1; i < columnCount(); ++i) {
        const PlanColumn& next = column(i);
        if (next.figure || next.fields.contains(Scheme::type.id))
            break;
        ++span;
    }
    return span;
}

QVariant SchemesModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    switch (row.kind) {
    case PlanRow::Kind::Total:
        return totalData(column, role);
    case PlanRow::Kind::Group:
        return groupData(row, column, role);
    case PlanRow::Kind::New:
        return newRowData(column, role);
    case PlanRow::Kind::Entity:
        return lineData(row, column, role);
    }
    return {};
}

QVariant SchemesModel::totalData(const PlanColumn& column, int role) const
{
    if (&column != &this->column(0))
        return {};
    const int shown = static_cast<int>(m_members.value(Id()).size());
    switch (role) {
    case Qt::DisplayRole:
        if (!m_filter.isEmpty())
            return tr("Total of %1 of %n line(s)", nullptr, static_cast<int>(plan().lines.size())).arg(shown);
        return tr("Total of %n line(s)", nullptr, shown);
    case SecondaryTextRole: {
        const YearTotal* total = yearTotal(document().evaluation(), document().year());
        if (!total || !m_filter.isEmpty())
            return {};
        const Money left = total->income.amount - total->spend.amount;
        return left.isNegative() ? tr("planned over income %1").arg(formatMoney(left.abs()))
                                 : tr("income left to plan %1").arg(formatMoney(left));
    }
    case SpanRole: {
        int span = 1;
        while (span < columnCount() && !this->column(span).figure)
            ++span;
        return span;
    }
    default:
        return {};
    }
}

QVariant SchemesModel::groupData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (role == EmphasisRole && shows(column, Scheme::type.id, QLatin1StringView("number")))
        return static_cast<int>(Emphasis::Secondary);
    if (!shows(column, Line::type.id, QLatin1StringView("name")))
        return {};
    if (role == SpanRole)
        return groupSpan();
    if (role == Qt::DisplayRole && row.type == Scheme::type.id &&
        plan().value(row.type, row.id, u"name").isNull())
        return tr("no name");
    if (role != SecondaryTextRole)
        return {};
    if (const Scheme* scheme = row.type == Scheme::type.id ? plan().schemes.find(row.id) : nullptr) {
        const Rulebook* rulebook = document().rulebook();
        const QString list = scheme->activity.isEmpty() ? u"schemeTypes"_s : u"activities"_s;
        const QString& value = scheme->activity.isEmpty() ? scheme->schemeType : scheme->activity;
        return rulebook ? rulebook->shortLabel(list, value) : value;
    }
    const Fund* fund = row.type == Fund::type.id ? plan().funds.find(row.id) : nullptr;
    return fund && fund->kind == fundKind::aligned ? tr("aligned, outside the total") : QVariant();
}

QVariant SchemesModel::newRowData(const PlanColumn& column, int role) const
{
    if (!shows(column, Line::type.id, QLatin1StringView("name")))
        return {};
    if (role == Qt::DisplayRole)
        return tr("Type or paste new lines here");
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    return {};
}

QVariant SchemesModel::lineData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    const auto found = column.fields.constFind(Line::type.id);
    if (found == column.fields.constEnd())
        return {};
    const Key& key = column.key;
    if (!plan().value(row.type, row.id, *found, key).isNull())
        return {};
    const bool hasAmount = !plan().value(row.type, row.id, u"amount", key).isNull();
    QString text;
    if (*found == QLatin1StringView("name"))
        text = tr("no name");
    else if (*found == QLatin1StringView("source") || *found == QLatin1StringView("areaOfSpend"))
        text = tr("not known");
    else if (*found == QLatin1StringView("areaBasis"))
        text = tr("as its scheme");
    else if (*found == QLatin1StringView("amount"))
        text = u"–"_s;
    else if (*found == QLatin1StringView("status") && hasAmount)
        return role == Qt::DisplayRole
                   ? labelOfChoice(*Line::type.field(*found), statusId(Status::Indicative))
                   : QVariant();
    if (text.isEmpty())
        return {};
    return role == Qt::DisplayRole ? QVariant(text) : static_cast<int>(Emphasis::Secondary);
}

// Edits

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

} // namespace placewright
