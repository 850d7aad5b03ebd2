#include "ui/models/plantablemodel.h"

#include "ui/models/typing.h"

#include <algorithm>

namespace placewright {

namespace {

const Rulebook* rulebookFor(const PlanDocument& document, const Key& key)
{
    const FinancialYear* year = document.plan().years.find(key.year);
    return year ? document.shelf().rulebookOf(*year) : document.rulebook();
}

QVariant sortNumber(const Value& value)
{
    if (value.isNull())
        return {};
    if (value.fits(ValueType::Money))
        return value.money()->pence();
    if (value.fits(ValueType::People))
        return value.people()->units();
    if (value.fits(ValueType::Count))
        return *value.count();
    if (value.fits(ValueType::Rate))
        return value.rate()->exact().toDoubleForCharts();
    if (value.fits(ValueType::Date))
        return value.date();
    return {};
}

bool isFigure(ValueType type)
{
    return type == ValueType::Money || type == ValueType::People || type == ValueType::Count || type == ValueType::Rate;
}

} // namespace

PlanTableModel::PlanTableModel(PlanDocument& document, QObject* parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    connect(&document, &PlanDocument::changed, this, &PlanTableModel::rebuild);
}

int PlanTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlanTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const Field* PlanTableModel::fieldAt(const PlanRow& row, const PlanColumn& column) const
{
    const auto field = column.fields.constFind(row.type);
    return field == column.fields.constEnd() || row.kind == PlanRow::Kind::Total ? nullptr
                                                                                : Plan::schema().type(row.type)->field(*field);
}

QVariant PlanTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PlanRow& row = m_rows.at(index.row());
    const PlanColumn& column = m_columns.at(index.column());
    switch (role) {
    case IdRole:
        return row.id.text();
    case GroupRole:
        return row.kind == PlanRow::Kind::Group;
    case TotalRole:
        return row.kind == PlanRow::Kind::Total;
    case LevelRole:
        return row.level;
    case RefusalRole:
        return m_refusal;
    case Qt::TextAlignmentRole:
        return column.figure ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        break;
    }
    if (column.shown)
        if (const std::optional<ShownCell> cell = column.shown(row))
            return shownData(*cell, role);
    if (const Field* field = fieldAt(row, column))
        return fieldData(row, column, *field, role);
    return {};
}

QVariant PlanTableModel::shownData(const ShownCell& cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.tooltip.isEmpty() ? QVariant() : cell.tooltip;
    case NumberRole:
        return cell.number;
    case SecondaryTextRole:
        return cell.secondary.isEmpty() ? QVariant() : cell.secondary;
    case EmphasisRole:
        return static_cast<int>(cell.emphasis);
    case ComputedRole:
        return cell.computed;
    default:
        return {};
    }
}

QVariant PlanTableModel::fieldData(const PlanRow& row, const PlanColumn& column, const Field& field, int role) const
{
    const Value value = plan().value(row.type, row.id, field.id, column.key);
    const Rulebook* rulebook = rulebookFor(m_document, column.key);
    switch (role) {
    case Qt::DisplayRole:
        if (value.fits(ValueType::Money) && !value.isNull())
            return formatAmount(*value.money(), Pence::WhenAny);
        [[fallthrough]];
    case Qt::EditRole:
        return shownTyped(plan(), rulebook, field, value);
    case NumberRole:
        return sortNumber(value);
    case ChoicesRole: {
        const QStringList choices = typedChoices(plan(), rulebook, field);
        return choices.isEmpty() ? QVariant() : choices;
    }
    case StatusRole:
        return statusAt(row, field, column.key);
    case Qt::ToolTipRole:
        return tooltipAt(row, field, column.key);
    default:
        return {};
    }
}

QString PlanTableModel::statusAt(const PlanRow& row, const Field& field, const Key& key) const
{
    const EntityType* type = Plan::schema().type(row.type);
    const Field* status = field.type == ValueType::Money && field.id == QLatin1StringView("amount") ? type->field(u"status") : nullptr;
    if (!status || plan().value(row.type, row.id, field.id, key).isNull())
        return {};
    const Value value = plan().value(row.type, row.id, status->id, status->keyedBy == KeyedBy::Nothing ? Key() : key);
    return QString(statusId(statusFromId(value.text())));
}

QString PlanTableModel::tooltipAt(const PlanRow& row, const Field& field, const Key& key) const
{
    const QString status = statusAt(row, field, key);
    if (status == statusId(Status::Indicative))
        return tr("Indicative: nobody has confirmed this figure yet.");
    if (status != statusId(Status::Disputed))
        return {};
    const Value by = plan().value(row.type, row.id, u"disputedBy", key);
    const Value amount = plan().value(row.type, row.id, u"disputedAmount", key);
    const QString who = by.isNull() ? tr("somebody") : nameOf(plan(), Partner::type.id, by.id());
    return amount.isNull() ? tr("Disputed by %1.").arg(who)
                           : tr("Disputed by %1, whose figure is %2.").arg(who, formatMoney(*amount.money()));
}

QVariant PlanTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    const PlanColumn& column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case HeaderFigureRole:
        return column.figure;
    case HeaderStretchRole:
        return column.stretch;
    case Qt::ToolTipRole:
        for (const QLatin1StringView& type : column.fields.keys())
            if (const Field* field = Plan::schema().type(type)->field(column.fields.value(type)); field && field->help)
                return helpOf(*field);
        return {};
    default:
        return {};
    }
}

Qt::ItemFlags PlanTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!m_document.isReadOnly() && cellAt(index))
        flags |= Qt::ItemIsEditable;
    return flags;
}

std::optional<CellRef> PlanTableModel::cellAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return std::nullopt;
    const PlanRow& row = m_rows.at(index.row());
    const PlanColumn& column = m_columns.at(index.column());
    const Field* field = fieldAt(row, column);
    if (!field || (column.shown && column.shown(row)))
        return std::nullopt;
    return CellRef{QString(row.type), row.id, QString(field->id), field->keyedBy == KeyedBy::Nothing ? Key() : column.key};
}

bool PlanTableModel::typeInto(StepBuilder& builder, const PlanRow& row, const PlanColumn& column, const QString& text)
{
    const Field* field = fieldAt(row, column);
    if (!field || (column.shown && column.shown(row)))
        return refuse(tr("%1 is worked out and cannot be typed.").arg(column.title));
    Result<Value> value = typedValue(builder.plan(), rulebookFor(m_document, column.key), *field, text);
    if (!value)
        return refuse(value.error().text);
    builder.set(row.type, row.id, field->id, field->keyedBy == KeyedBy::Nothing ? Key() : column.key, *value);
    return true;
}

bool PlanTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    m_refusal.clear();
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const PlanRow row = m_rows.at(index.row());
    const PlanColumn column = m_columns.at(index.column());
    StepBuilder builder(plan());
    if (!typeInto(builder, row, column, value.toString()))
        return false;
    return commit(builder, tr("%1: %2").arg(nameOf(plan(), row.type, row.id), column.title));
}

bool PlanTableModel::paste(const PastedBlock& block)
{
    m_refusal.clear();
    StepBuilder builder(plan());
    for (const CellText& cell : block.cells) {
        const PlanRow& row = m_rows.at(cell.index.row());
        const PlanColumn& column = m_columns.at(cell.index.column());
        if (!typeInto(builder, row, column, cell.text))
            return refuse(tr("Nothing was pasted. Row “%1”, %2: %3").arg(nameOf(plan(), row.type, row.id), column.title, m_refusal));
    }
    const int first = block.topLeft.column();
    for (qsizetype i = 0; i < block.beyond.size(); ++i) {
        const std::optional<PlanRow> row = addRow(builder);
        if (!row)
            return refuse(tr("Nothing was pasted: %n row(s) would fall below the table.", nullptr, static_cast<int>(block.beyond.size() - i)));
        const QStringList& texts = block.beyond.at(i);
        for (qsizetype j = 0; j < texts.size() && first + j < m_columns.size(); ++j) {
            const PlanColumn& column = m_columns.at(first + j);
            if (!texts.at(j).isEmpty() && !typeInto(builder, *row, column, texts.at(j)))
                return refuse(tr("Nothing was pasted. New row %1, %2: %3").arg(i + 1).arg(column.title, m_refusal));
        }
    }
    return commit(builder, pastedSentence(block.beyond.size(), block.cells.size()));
}

bool PlanTableModel::fill(const QList<CellText>& cells)
{
    m_refusal.clear();
    StepBuilder builder(plan());
    for (const CellText& cell : cells)
        if (!typeInto(builder, m_rows.at(cell.index.row()), m_columns.at(cell.index.column()), cell.text))
            return refuse(m_refusal);
    return commit(builder, tr("Filled down %n cell(s)", nullptr, static_cast<int>(cells.size())));
}

bool PlanTableModel::clear(const QModelIndexList& cells)
{
    m_refusal.clear();
    StepBuilder builder(plan());
    for (const QModelIndex& index : cells)
        if (cellAt(index) && !typeInto(builder, m_rows.at(index.row()), m_columns.at(index.column()), QString()))
            return refuse(m_refusal);
    return commit(builder, tr("Cleared %n cell(s)", nullptr, static_cast<int>(cells.size())));
}

void PlanTableModel::attach(GridView& view)
{
    connect(&view, &GridView::pasteRequested, this, &PlanTableModel::paste);
    connect(&view, &GridView::fillDownRequested, this, &PlanTableModel::fill);
    connect(&view, &GridView::clearRequested, this, &PlanTableModel::clear);
}

std::optional<PlanRow> PlanTableModel::addRow(StepBuilder&) const
{
    return std::nullopt;
}

QString PlanTableModel::pastedSentence(qsizetype newRows, qsizetype cells) const
{
    return newRows > 0 ? tr("Pasted %n row(s)", nullptr, static_cast<int>(newRows)) : tr("Pasted %n cell(s)", nullptr, static_cast<int>(cells));
}

bool PlanTableModel::refuse(const QString& sentence)
{
    m_refusal = sentence;
    emit refused(sentence);
    return false;
}

bool PlanTableModel::commit(const StepBuilder& builder, const QString& what)
{
    if (m_document.commit(builder.step(what)))
        return true;
    m_refusal = m_document.lastRefusal();
    return false;
}

int PlanTableModel::columnOf(QAnyStringView field, const Key& key) const
{
    for (int i = 0; i < m_columns.size(); ++i)
        for (const QLatin1StringView& shown : m_columns.at(i).fields)
            if (shown == field && m_columns.at(i).key == key)
                return i;
    return -1;
}

QModelIndex PlanTableModel::indexOf(const Id& id, int column) const
{
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows.at(i).id == id)
            return index(i, column);
    return {};
}

void PlanTableModel::rebuild()
{
    QList<PlanColumn> columns = makeColumns();
    const bool sameColumns = columns.size() == m_columns.size()
                             && std::equal(columns.begin(), columns.end(), m_columns.begin(),
                                           [](const PlanColumn& a, const PlanColumn& b) { return a.title == b.title && a.key == b.key; });
    if (!sameColumns) {
        beginResetModel();
        m_columns = std::move(columns);
        m_rows = makeRows();
        endResetModel();
        return;
    }
    m_columns = std::move(columns);
    moveRowsTo(makeRows());
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

// Keeps the rows that the old and the new list have in common at both ends, so that cell, selection and scroll stay.
void PlanTableModel::moveRowsTo(const QList<PlanRow>& rows)
{
    const auto [oldMiddle, newMiddle] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end());
    const auto head = oldMiddle - m_rows.begin();
    const auto [oldTail, newTail] = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(oldMiddle), rows.rbegin(),
                                                  std::make_reverse_iterator(newMiddle));
    const auto tail = oldTail - m_rows.rbegin();
    const auto gone = m_rows.size() - head - tail;
    const auto come = rows.size() - head - tail;
    const int first = static_cast<int>(head);
    if (gone > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(gone) - 1);
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, first, first + static_cast<int>(come) - 1);
        m_rows = rows;
        endInsertRows();
    }
}

} // namespace placewright
