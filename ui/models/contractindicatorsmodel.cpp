#include "ui/models/contractindicatorsmodel.h"

#include "ui/models/contractcells.h"

namespace placewright {

namespace {

constexpr QLatin1StringView weightField("weight");

} // namespace

ContractIndicatorsModel::ContractIndicatorsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void ContractIndicatorsModel::show(const Shown& shown)
{
    m_shown = shown;
    rebuild();
}

QModelIndex ContractIndicatorsModel::indexOfIndicator(const Id& indicator, int column) const
{
    for (int i = 0; i < rowCount(); ++i)
        if (row(i).stands == indicator)
            return index(i, column);
    return {};
}

const IndicatorTerms* ContractIndicatorsModel::termsOf(const Id& indicator) const
{
    for (const IndicatorTerms& terms : plan().indicatorTerms)
        if (terms.version == m_shown.version && terms.indicator == indicator)
            return &terms;
    return nullptr;
}

QList<PlanRow> ContractIndicatorsModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().contractVersions.contains(m_shown.version))
        return rows;
    for (const ContractIndicator& indicator : plan().contractIndicators) {
        if (indicator.contract != m_shown.contract)
            continue;
        const IndicatorTerms* terms = termsOf(indicator.id);
        PlanRow row{terms ? PlanRow::Kind::Entity : PlanRow::Kind::New, IndicatorTerms::type.id,
                    terms ? terms->id : Id()};
        row.stands = indicator.id;
        rows.append(row);
    }
    if (!document().isReadOnly())
        rows.append({PlanRow::Kind::New, IndicatorTerms::type.id, Id()});
    return rows;
}

PlanColumn ContractIndicatorsModel::nameColumn() const
{
    PlanColumn column;
    column.title = labelOf(*ContractIndicator::type.field(u"name"));
    column.stretch = true;
    column.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        cell.computed = false;
        cell.text = row.stands.isNull() ? tr("Add an indicator here")
                                        : nameOf(plan(), ContractIndicator::type.id, row.stands);
        cell.emphasis = row.stands.isNull()            ? Emphasis::Secondary
                        : row.stands == m_shown.chosen ? Emphasis::Strong
                                                       : Emphasis::None;
        return cell;
    };
    column.typedInNewRow = [this](StepBuilder& builder, const PlanRow& row, const QString& text) -> Outcome {
        const Id indicator = builder.plan().value(row.type, row.id, u"indicator").id();
        if (plan().contractIndicators.contains(indicator))
            return Error{tr("An indicator is renamed in the form below the table.")};
        builder.set(ContractIndicator::type.id, indicator, u"name", Value(text));
        return Done{};
    };
    return column;
}

QList<PlanColumn> ContractIndicatorsModel::makeColumns() const
{
    QList<PlanColumn> columns{nameColumn()};
    struct Titled
    {
        QLatin1StringView field;
        QString title;
    };
    for (const Titled& one :
         {Titled{weightField, tr("Weight")}, Titled{QLatin1StringView("lower"), tr("Lower")},
          Titled{QLatin1StringView("upper"), tr("Upper")}}) {
        PlanColumn column;
        column.title = one.title;
        column.fields.insert(IndicatorTerms::type.id, one.field);
        column.figure = true;
        columns.append(column);
    }
    PlanColumn now;
    now.title = tr("Now");
    now.figure = true;
    now.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        cell.computed = false;
        if (!row.stands.isNull())
            cell.text = m_shown.now.value(row.stands, QString(QChar(0x2013)));
        return cell;
    };
    columns.append(now);
    return columns;
}

PlanRow ContractIndicatorsModel::addTerms(StepBuilder& builder, const Id& indicator) const
{
    const PlanRow made{PlanRow::Kind::Entity, IndicatorTerms::type.id, document().author().ids()};
    builder.add(made.type, made.id);
    builder.set(made.type, made.id, u"version", Value(m_shown.version));
    builder.set(made.type, made.id, u"indicator", Value(indicator));
    return made;
}

std::optional<PlanRow> ContractIndicatorsModel::addRow(StepBuilder& builder) const
{
    const Id indicator = document().author().ids();
    builder.add(ContractIndicator::type.id, indicator);
    builder.set(ContractIndicator::type.id, indicator, u"contract", Value(m_shown.contract));
    builder.set(ContractIndicator::type.id, indicator, u"name", Value(tr("New indicator")));
    return addTerms(builder, indicator);
}

std::optional<PlanRow> ContractIndicatorsModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    return row.stands.isNull() ? addRow(builder) : addTerms(builder, row.stands);
}

QString ContractIndicatorsModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    const bool isStored = plan().table(row.type)->contains(row.id);
    return isStored && m_shown.refusal
               ? m_shown.refusal({QString(row.type), row.id, QString(field.id), {}}, field, value)
               : contractRefusal(row.type, field, value);
}

QString ContractIndicatorsModel::withUnit(const PlanRow& row, QLatin1StringView field) const
{
    const Value value = plan().value(row.type, row.id, field);
    if (value.isNull())
        return QString(QChar(0x2013));
    const ContractIndicator* indicator = plan().contractIndicators.find(row.stands);
    const bool isPercent = field == weightField || (indicator && indicator->per == 100);
    const QString text = valueToShown(value);
    return isPercent ? text + u'%' : text;
}

QVariant ContractIndicatorsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(IndicatorTerms::type.id);
    if (field.isEmpty() || row.stands.isNull())
        return {};
    if (role == Qt::DisplayRole)
        return withUnit(row, field);
    if (role == ProblemRole && m_shown.problem && row.kind == PlanRow::Kind::Entity) {
        const QString sentence = m_shown.problem(row.id, field);
        return sentence.isEmpty() ? QVariant() : sentence;
    }
    return {};
}

} // namespace placewright
