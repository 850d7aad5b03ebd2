#include "ui/models/fundfunctionsmodel.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView functionField("function");
constexpr QLatin1StringView functionsList("functions");

const RulebookEntry* entryOf(const Rulebook* rulebook, const QString& function)
{
    return rulebook ? rulebook->entry(QString(functionsList), function) : nullptr;
}

// NHS functions are left out by regulation 5, the council's by regulation 6.
QString leftOutBy(const RulebookEntry& entry)
{
    const int regulation = entry.partnerKind == partnerKind::icb ? 5 : 6;
    return FundFunctionsModel::tr(
               "Regulation %1 of SI 2000/617 leaves “%2” out of section 75: choose another.")
        .arg(regulation)
        .arg(entry.label);
}

} // namespace

FundFunctionsModel::FundFunctionsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void FundFunctionsModel::setFund(const Id& fund)
{
    m_fund = fund;
    rebuild();
}

QList<PlanRow> FundFunctionsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const FundFunction& function : plan().fundFunctions)
        if (function.fund == m_fund)
            rows.append({PlanRow::Kind::Entity, FundFunction::type.id, function.id});
    if (!document().isReadOnly() && plan().funds.contains(m_fund))
        rows.append({PlanRow::Kind::New, FundFunction::type.id, Id()});
    return rows;
}

QList<PlanColumn> FundFunctionsModel::makeColumns() const
{
    PlanColumn whose;
    whose.title = tr("Whose");
    whose.shown = [this](const PlanRow& row) {
        const FundFunction* function = plan().fundFunctions.find(row.id);
        const RulebookEntry* entry =
            entryOf(document().rulebook(), function ? function->function : QString());
        ShownCell cell;
        if (entry && !entry->partnerKind.isEmpty())
            cell.text = entry->partnerKind == partnerKind::icb ? tr("NHS") : tr("council");
        return std::optional(cell);
    };
    QList<PlanColumn> columns;
    for (const QLatin1StringView id : {functionField, QLatin1StringView("detail")}) {
        PlanColumn column;
        column.title = labelOf(*FundFunction::type.field(id));
        column.fields.insert(FundFunction::type.id, id);
        column.stretch = id == functionField;
        columns.append(column);
    }
    columns.insert(1, whose);
    return columns;
}

std::optional<PlanRow> FundFunctionsModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, FundFunction::type.id, document().author().ids()};
    builder.add(row.type, row.id);
    builder.set(row.type, row.id, u"fund", Value(m_fund));
    return row;
}

QString FundFunctionsModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    if (field.id != functionField || value.isNull())
        return {};
    const RulebookEntry* entry = entryOf(document().rulebook(), value.text());
    if (entry && entry->excluded)
        return leftOutBy(*entry);
    const bool isTwice = std::any_of(
        plan().fundFunctions.begin(), plan().fundFunctions.end(), [&](const FundFunction& function) {
            return function.fund == m_fund && function.id != row.id && function.function == value.text();
        });
    return isTwice ? tr("“%1” is in scope already: choose another.").arg(value.text()) : QString();
}

QVariant FundFunctionsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (column.fields.value(FundFunction::type.id) != functionField)
        return {};
    const Rulebook* rulebook = document().rulebook();
    if (role == ChoicesRole && rulebook) {
        QStringList choices;
        for (const RulebookEntry& entry : rulebook->list(QString(functionsList)))
            if (!entry.excluded)
                choices.append(entry.shortLabel.isEmpty() ? entry.label : entry.shortLabel);
        return choices.isEmpty() ? QVariant() : choices;
    }
    if (role == ProblemRole && row.kind == PlanRow::Kind::Entity) {
        const RulebookEntry* entry = entryOf(rulebook, plan().fundFunctions.find(row.id)->function);
        return entry && entry->excluded ? QVariant(leftOutBy(*entry)) : QVariant();
    }
    if (row.kind != PlanRow::Kind::New || (role != Qt::DisplayRole && role != EmphasisRole))
        return {};
    return role == Qt::DisplayRole ? QVariant(tr("Add a function here"))
                                   : static_cast<int>(Emphasis::Secondary);
}

} // namespace placewright
