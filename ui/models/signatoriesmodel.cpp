#include "ui/models/signatoriesmodel.h"

#include "ui/theme/icons.h"

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView partner("partner");
constexpr QLatin1StringView role("role");
constexpr QLatin1StringView person("person");

} // namespace

SignatoriesModel::SignatoriesModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent, PlanSource::Base)
{
    rebuild();
}

void SignatoriesModel::show(const Id& year, const QList<SignOffState>& states, const SinceVersions& since)
{
    m_year = year;
    m_states = states;
    m_words.clear();
    for (const SignOffState& state : states)
        m_words.insert(state.signatory,
                       {state.version && since.contains(state.version->id) ? state.version->id : Id(),
                        signOffInWords(plan(), document().shelf(), state, since)});
    rebuild();
}

Id SignatoriesModel::signatoryAt(const QModelIndex& cell) const
{
    return cell.isValid() && row(cell.row()).kind == PlanRow::Kind::Entity ? row(cell.row()).id : Id();
}

const SignOffState* SignatoriesModel::stateOf(const Id& signatory) const
{
    const auto found = std::find_if(m_states.begin(), m_states.end(),
                                    [&](const SignOffState& state) { return state.signatory == signatory; });
    return found == m_states.end() ? nullptr : &*found;
}

QList<PlanRow> SignatoriesModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().years.contains(m_year))
        return rows;
    for (const Signatory& signatory : plan().signatories)
        if (signatory.year == m_year)
            rows.append({PlanRow::Kind::Entity, Signatory::type.id, signatory.id});
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, Signatory::type.id, Id()});
    return rows;
}

PlanColumn SignatoriesModel::wordsColumn(const QString& title, QString SignOffWords::*text) const
{
    PlanColumn column;
    column.title = title;
    column.shown = [this, text](const PlanRow& row) {
        ShownCell cell;
        cell.computed = false;
        cell.text = m_words.value(row.id).text.*text;
        cell.tooltip = cell.text;
        return std::optional(cell);
    };
    return column;
}

PlanColumn SignatoriesModel::linkColumn() const
{
    PlanColumn column;
    column.shown = [this](const PlanRow& row) {
        ShownCell cell;
        cell.computed = false;
        if (!m_words.value(row.id).version.isNull())
            cell.text = tr("Show what changed");
        return std::optional(cell);
    };
    return column;
}

QList<PlanColumn> SignatoriesModel::makeColumns() const
{
    QList<PlanColumn> columns;
    for (const auto& [title, field] : {std::pair(tr("Organisation"), partner), std::pair(tr("Role"), role),
                                       std::pair(tr("Name"), person)}) {
        PlanColumn column;
        column.title = title;
        column.fields.insert(Signatory::type.id, field);
        columns.append(column);
    }
    columns.append(wordsColumn(tr("Signed"), &SignOffWords::signedOn));
    columns.append(wordsColumn(tr("Since signed"), &SignOffWords::since));
    columns.last().stretch = true;
    columns.last().keeps = true;
    columns.append(linkColumn());
    return columns;
}

std::optional<PlanRow> SignatoriesModel::addRow(StepBuilder& builder) const
{
    const PlanRow made{PlanRow::Kind::Entity, Signatory::type.id, document().author().ids()};
    builder.add(made.type, made.id).set(made.type, made.id, u"year", Value(m_year));
    return made;
}

QString SignatoriesModel::boardName() const
{
    const QString& board = plan().place().board;
    return board.isEmpty() ? tr("Health and Wellbeing Board") : board;
}

Result<Value> SignatoriesModel::valueTyped(const StepBuilder& builder, const PlanRow& row,
                                           const PlanColumn& column, const Field& field, const QString& text)
{
    if (field.id == partner && text.trimmed().compare(boardName(), Qt::CaseInsensitive) == 0)
        return Value();
    return PlanTableModel::valueTyped(builder, row, column, field, text);
}

QVariant SignatoriesModel::moreData(const PlanRow& row, const PlanColumn& column, int wanted) const
{
    const QLatin1StringView field = column.fields.value(Signatory::type.id);
    if (wanted == ChoicesRole && field == partner) {
        QStringList names{boardName()};
        for (const Partner& one : plan().partners)
            names.append(one.shortName.isEmpty() ? one.name : one.shortName);
        return names;
    }
    if (row.kind == PlanRow::Kind::New) {
        if (field != partner)
            return {};
        if (wanted == Qt::DisplayRole)
            return tr("Type who else signs");
        return wanted == EmphasisRole ? QVariant(static_cast<int>(Emphasis::Secondary)) : QVariant();
    }
    const SignOffWords words = m_words.value(row.id).text;
    if (field == partner && wanted == Qt::DisplayRole) {
        const Partner* whose = plan().partners.find(plan().value(row.type, row.id, partner).id());
        return whose && !whose->shortName.isEmpty() ? whose->shortName : words.organisation;
    }
    if (field == partner && wanted == Qt::ToolTipRole)
        return words.organisation;
    if (field == person && wanted == Qt::DisplayRole)
        return words.name;
    if (!field.isEmpty())
        return {};
    if (wanted == LinkRole)
        return column.title.isEmpty() && !m_words.value(row.id).version.isNull();
    if (column.title != tr("Signed"))
        return {};
    if (wanted == MarkRole)
        return static_cast<int>(words.isSigned ? Icon::Met : Icon::Missed);
    return wanted == EmphasisRole && !words.isSigned ? QVariant(static_cast<int>(Emphasis::Missed))
                                                     : QVariant();
}

} // namespace placewright
