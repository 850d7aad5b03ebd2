#include "ui/models/schemesmodel.h"

#include "core/evaluate/evaluation.h"
#include "core/words/headlines.h"
#include "ui/models/schemecolumns.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView headingType("heading"); // a group that is no entity
constexpr QLatin1StringView clientField("clientContributions");
constexpr QLatin1StringView vatField("irrecoverableVat");

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

// Columns

bool SchemesModel::hasVat() const
{
    const Key key{Id(document().year()), {}};
    return std::any_of(plan().lines.begin(), plan().lines.end(),
                       [&](const Line& line) { return !vatOf(line, key).isZero(); });
}

QList<PlanColumn> SchemesModel::makeColumns() const
{
    m_paid.reset();
    QList<PlanColumn> columns;
    const Key shownYear{Id(document().year()), {}};
    for (const SchemeColumn& described : schemeColumns()) {
        // Away from its scheme, a line says which one it is of.
        // And where there is VAT, its column stands by the amounts, so that they add up.
        const bool wanted = m_columnIds.contains(described.id) ||
                            (described.id == schemeColumn::scheme && m_grouping != Grouping::Scheme) ||
                            (described.id == vatField && hasVat());
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
        if (described.id == schemeColumn::gross) {
            columns.append(addedColumn(QLatin1StringView(), &SchemesModel::grossOf));
            continue;
        }
        if (described.id == clientField || described.id == vatField) {
            columns.append(addedColumn(described.lineField, described.id == vatField
                                                                ? &SchemesModel::vatOf
                                                                : &SchemesModel::clientContributionsOf));
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
        if (!described.schemeField.isEmpty()) {
            column.fields.insert(Scheme::type.id, described.schemeField);
            column.figure =
                column.figure || Scheme::type.field(described.schemeField)->type == ValueType::Money;
        }
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
    if (role == ProblemRole && row.type == Scheme::type.id)
        return schemeProblem(row, column);
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

QVariant SchemesModel::schemeProblem(const PlanRow& row, const PlanColumn& column) const
{
    const QLatin1StringView field = column.fields.value(Scheme::type.id);
    const Scheme* scheme = plan().schemes.find(row.id);
    const bool crossed = scheme && field == QLatin1StringView("floor") && scheme->floor && scheme->ceiling &&
                         *scheme->floor > *scheme->ceiling;
    return crossed ? tr("The floor is above the ceiling of %1.").arg(formatMoney(*scheme->ceiling))
                   : QVariant();
}

QVariant SchemesModel::lineData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const Line* paying =
        shows(column, Line::type.id, QLatin1StringView("amount")) ? plan().lines.find(row.id) : nullptr;
    if (paying && !paying->contract.isNull()) // its column works it out
        return role == StatusRole && amountOf(*paying, column.key)
                   ? QVariant(QString(statusId(statusOf(*paying, column.key))))
                   : QVariant();
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
    else if (*found == QLatin1StringView("amount") || *found == clientField || *found == vatField)
        text = u"–"_s;
    else if (*found == QLatin1StringView("risk"))
        text = labelOfChoice(*Line::type.field(*found), lineRisk::shared);
    else if (*found == QLatin1StringView("contract") || *found == QLatin1StringView("contractShare"))
        text = u"–"_s;
    else if (*found == QLatin1StringView("riskBearer"))
        text = plan().value(row.type, row.id, u"risk").text() == lineRisk::own ? tr("as the commissioner")
                                                                               : u"–"_s;
    else if (*found == QLatin1StringView("status") && hasAmount)
        return role == Qt::DisplayRole
                   ? labelOfChoice(*Line::type.field(*found), statusId(Status::Indicative))
                   : QVariant();
    if (text.isEmpty())
        return {};
    return role == Qt::DisplayRole ? QVariant(text) : static_cast<int>(Emphasis::Secondary);
}

} // namespace placewright
