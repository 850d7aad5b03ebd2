#include "ui/models/plantablemodel.h"

#include "ui/models/typing.h"
#include "ui/models/whatiskept.h"

#include <algorithm>
#include <utility>

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
        return static_cast<double>(value.people()->units()); // no amount: the status bar sums those alone
    if (value.fits(ValueType::Count))
        return *value.count();
    if (value.fits(ValueType::Rate))
        return value.rate()->exact().toDoubleForCharts();
    if (value.fits(ValueType::Date))
        return value.date();
    return {};
}

} // namespace

PlanTableModel::PlanTableModel(PlanDocument& document, QObject* parent, PlanSource source)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_source(source)
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
    return field == column.fields.constEnd() || row.kind == PlanRow::Kind::Total
               ? nullptr
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
        return !row.stands.isNull() ? row.stands.text() : row.area.isNull() ? row.id.text() : row.area.text();
    case GroupRole:
        return row.kind == PlanRow::Kind::Group;
    case TotalRole:
        return row.kind == PlanRow::Kind::Total;
    case LevelRole:
        return row.level;
    case RefusalRole:
        return m_refusal;
    case Qt::TextAlignmentRole:
        return column.figure ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                             : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        break;
    }
    if (const QVariant more = moreData(row, column, role); more.isValid())
        return more;
    if (column.shown)
        if (const std::optional<ShownCell> cell = column.shown(row))
            return shownData(*cell, role);
    if (const Field* field = fieldAt(row, column))
        return fieldData(row, column, *field, role);
    return {};
}

QVariant PlanTableModel::moreData(const PlanRow&, const PlanColumn&, int) const
{
    return {};
}

Key PlanTableModel::keyAt(const PlanRow& row, const PlanColumn& column, const Field& field) const
{
    Key key;
    if (field.keyedBy == KeyedBy::Year || field.keyedBy == KeyedBy::YearAndArea)
        key.year = row.year.isNull() ? column.key.year : row.year;
    if (field.keyedBy == KeyedBy::Area || field.keyedBy == KeyedBy::YearAndArea)
        key.area = row.area.isNull() ? column.key.area : row.area;
    return key;
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

QVariant PlanTableModel::fieldData(const PlanRow& row, const PlanColumn& column, const Field& field,
                                   int role) const
{
    const Key key = keyAt(row, column, field);
    const Value value = plan().value(row.type, row.id, field.id, key);
    const Rulebook* rulebook = rulebookFor(m_document, column.key);
    switch (role) {
    case Qt::DisplayRole:
        if (value.fits(ValueType::Money) && !value.isNull())
            return formatAmount(*value.money(), column.pence);
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
        return statusAt(row, field, key);
    case ProblemRole: {
        const QString list(field.choices.rulebookList);
        if (value.isNull() || list.isEmpty() || !rulebook || rulebook->list(list).isEmpty() ||
            rulebook->entry(list, value.text()))
            return {};
        return tr("“%1” is not in this year's list of %2.").arg(value.text(), labelOf(field).toLower());
    }
    case Qt::ToolTipRole:
        return tooltipAt(row, field, key);
    default:
        return {};
    }
}

QString PlanTableModel::statusAt(const PlanRow& row, const Field& field, const Key& key) const
{
    const EntityType* type = Plan::schema().type(row.type);
    const Field* status = field.type == ValueType::Money && field.id == QLatin1StringView("amount")
                              ? type->field(u"status")
                              : nullptr;
    if (!status || plan().value(row.type, row.id, field.id, key).isNull())
        return {};
    const Value value =
        plan().value(row.type, row.id, status->id, status->keyedBy == KeyedBy::Nothing ? Key() : key);
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
    case HeaderKeepsRole:
        return column.keeps;
    case Qt::ToolTipRole:
        for (const QLatin1StringView& type : column.fields.keys())
            if (const Field* field = Plan::schema().type(type)->field(column.fields.value(type));
                field && field->help)
                return helpOf(*field);
        return {};
    default:
        return {};
    }
}

Qt::ItemFlags PlanTableModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool madeHere = index.isValid() && m_rows.at(index.row()).kind == PlanRow::Kind::New &&
                          m_columns.at(index.column()).typedInNewRow;
    if (!m_document.isReadOnly() && (cellAt(index) || madeHere))
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
    return CellRef{QString(row.type), row.id, QString(field->id), keyAt(row, column, *field)};
}

bool PlanTableModel::typeInto(StepBuilder& builder, const PlanRow& row, const PlanColumn& column,
                              const QString& text, bool isNew)
{
    if (isNew && column.typedInNewRow) {
        const Outcome taken = column.typedInNewRow(builder, row, text.trimmed());
        return taken ? true : refuse(taken.error().text);
    }
    const Field* field = fieldAt(row, column);
    if (!field || (column.shown && column.shown(row)))
        return refuse(tr("%1 is worked out and cannot be typed.").arg(column.title));
    const Result<Value> value = valueTyped(builder, row, column, *field, text);
    if (!value)
        return refuse(value.error().text);
    if (const QString why = whyNot(row, *field, *value); !why.isEmpty())
        return refuse(why);
    builder.set(row.type, row.id, field->id, keyAt(row, column, *field), *value);
    follow(builder, row, *field, *value);
    return true;
}

Result<Value> PlanTableModel::valueTyped(const StepBuilder& builder, const PlanRow&, const PlanColumn& column,
                                         const Field& field, const QString& text)
{
    if (field.type == ValueType::Person)
        return typedPerson(m_document, text, m_people);
    return typedValue(builder.plan(), rulebookFor(m_document, column.key), field, text);
}

std::optional<PlanRow> PlanTableModel::madeRow(StepBuilder& builder, const PlanRow& row, MadeRows& made) const
{
    if (row.kind != PlanRow::Kind::New)
        return row;
    for (const auto& [stands, real] : made) {
        if (stands != row.stands)
            continue;
        PlanRow same = real;
        same.area = row.area;
        same.year = row.year;
        return same;
    }
    const std::optional<PlanRow> real = addRowFor(builder, row);
    if (real)
        made.append({row.stands, *real});
    return real;
}

bool PlanTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    m_refusal.clear();
    m_people.clear();
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const PlanRow row = m_rows.at(index.row());
    const PlanColumn column = m_columns.at(index.column());
    StepBuilder builder(plan());
    const bool isNew = row.kind == PlanRow::Kind::New;
    if (isNew && value.toString().trimmed().isEmpty())
        return true;
    MadeRows made;
    const std::optional<PlanRow> real = madeRow(builder, row, made);
    if (!real || !typeInto(builder, *real, column, value.toString(), isNew))
        return false;
    const QString name = nameForSteps(builder.plan(), real->type, real->id);
    const bool isAdded = isNew && row.stands.isNull();
    return commit(builder, isAdded ? tr("Added %1").arg(name) : tr("%1: %2").arg(name, column.title));
}

bool PlanTableModel::paste(const PastedBlock& block)
{
    m_refusal.clear();
    m_people.clear();
    StepBuilder builder(plan());
    MadeRows made;
    for (const CellText& cell : block.cells) {
        const PlanRow& row = m_rows.at(cell.index.row());
        const PlanColumn& column = m_columns.at(cell.index.column());
        const bool isNew = row.kind == PlanRow::Kind::New;
        if (isNew && cell.text.trimmed().isEmpty())
            continue;
        const std::optional<PlanRow> real = madeRow(builder, row, made);
        if (!real || !typeInto(builder, *real, column, cell.text, isNew)) {
            const QString name =
                isNew ? tr("new row 1") : tr("row “%1”").arg(nameOf(plan(), row.type, row.id));
            return refuse(tr("Nothing was pasted. In %1, %2: %3").arg(name, column.title, m_refusal));
        }
    }
    const int first = block.topLeft.column();
    const qsizetype before = made.size();
    for (qsizetype i = 0; i < block.beyond.size(); ++i) {
        const std::optional<PlanRow> row = addRow(builder);
        if (!row)
            return refuse(tr("Nothing was pasted: %n row(s) would fall below the table.", nullptr,
                             static_cast<int>(block.beyond.size() - i)));
        const QStringList& texts = block.beyond.at(i);
        for (qsizetype j = 0; j < texts.size() && first + j < m_columns.size(); ++j) {
            const PlanColumn& column = m_columns.at(first + j);
            if (!texts.at(j).trimmed().isEmpty() && !typeInto(builder, *row, column, texts.at(j), true))
                return refuse(tr("Nothing was pasted. In new row %1, %2: %3")
                                  .arg(before + i + 1)
                                  .arg(column.title, m_refusal));
        }
    }
    return commit(builder, pastedSentence(before + block.beyond.size(), block.cells.size()));
}

bool PlanTableModel::fill(const QList<CellText>& cells)
{
    m_refusal.clear();
    m_people.clear();
    StepBuilder builder(plan());
    MadeRows made;
    for (const CellText& cell : cells) {
        const PlanRow& row = m_rows.at(cell.index.row());
        const std::optional<PlanRow> real = madeRow(builder, row, made);
        if (!real || !typeInto(builder, *real, m_columns.at(cell.index.column()), cell.text,
                               row.kind == PlanRow::Kind::New))
            return false;
    }
    return commit(builder, tr("Filled down %n cell(s)", nullptr, static_cast<int>(cells.size())));
}

bool PlanTableModel::clear(const QModelIndexList& cells)
{
    m_refusal.clear();
    m_people.clear();
    StepBuilder builder(plan());
    for (const QModelIndex& index : cells)
        if (cellAt(index) && m_rows.at(index.row()).kind != PlanRow::Kind::New &&
            !typeInto(builder, m_rows.at(index.row()), m_columns.at(index.column()), QString()))
            return false;
    return commit(builder, tr("Cleared %n cell(s)", nullptr, static_cast<int>(cells.size())));
}

void PlanTableModel::attach(GridView& view)
{
    const auto sayIfNot = [this](bool done) {
        if (!done)
            emit refused(m_refusal);
    };
    connect(&view, &GridView::pasteRequested, this,
            [=, this](const PastedBlock& block) { sayIfNot(paste(block)); });
    connect(&view, &GridView::fillDownRequested, this,
            [=, this](const QList<CellText>& cells) { sayIfNot(fill(cells)); });
    connect(&view, &GridView::clearRequested, this,
            [=, this](const QModelIndexList& cells) { sayIfNot(clear(cells)); });
}

std::optional<PlanRow> PlanTableModel::addRow(StepBuilder&) const
{
    return std::nullopt;
}

std::optional<PlanRow> PlanTableModel::addRowFor(StepBuilder& builder, const PlanRow&) const
{
    return addRow(builder);
}

QString PlanTableModel::whyNot(const PlanRow&, const Field&, const Value&) const
{
    return {};
}

void PlanTableModel::follow(StepBuilder&, const PlanRow&, const Field&, const Value&) const {}

QString PlanTableModel::pastedSentence(qsizetype newRows, qsizetype cells) const
{
    return newRows > 0 ? tr("Pasted %n row(s)", nullptr, static_cast<int>(newRows))
                       : tr("Pasted %n cell(s)", nullptr, static_cast<int>(cells));
}

bool PlanTableModel::refuse(const QString& sentence)
{
    m_refusal = sentence;
    return false;
}

bool PlanTableModel::commit(const StepBuilder& builder, const QString& what)
{
    const QMap<Id, QString> people = std::exchange(m_people, {});
    return commitWhereKept(m_document, builder.step(what), people) || refuse(m_document.lastRefusal());
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
    const bool sameColumns =
        columns.size() == m_columns.size() && std::equal(columns.begin(), columns.end(), m_columns.begin(),
                                                         [](const PlanColumn& a, const PlanColumn& b) {
                                                             return a.title == b.title && a.key == b.key;
                                                         });
    if (!sameColumns) {
        beginResetModel();
        m_columns = std::move(columns);
        m_rows = makeRows();
        settlePence();
        endResetModel();
        return;
    }
    m_columns = std::move(columns);
    moveRowsTo(makeRows());
    settlePence();
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void PlanTableModel::settlePence()
{
    for (PlanColumn& column : m_columns) {
        if (column.pence != Pence::WhenAny)
            continue;
        const bool any = std::any_of(m_rows.begin(), m_rows.end(), [&](const PlanRow& row) {
            const Field* field = fieldAt(row, column);
            if (!field || field->type != ValueType::Money)
                return false;
            const Value value = plan().value(row.type, row.id, field->id, keyAt(row, column, *field));
            return !value.isNull() && !value.money()->isWholePounds();
        });
        column.pence = any ? Pence::Always : Pence::Never;
    }
}

// Keeps the rows that the old and the new list have in common at both ends, so that cell, selection and scroll stay. A row
// that stands for the same as before stays even where its entity has been made.
void PlanTableModel::moveRowsTo(const QList<PlanRow>& rows)
{
    const auto isSame = [](const PlanRow& a, const PlanRow& b) {
        return a == b || (!a.stands.isNull() && a.stands == b.stands && a.type == b.type &&
                          a.level == b.level && a.area == b.area && a.year == b.year);
    };
    const auto [oldMiddle, newMiddle] =
        std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(), isSame);
    const auto head = oldMiddle - m_rows.begin();
    const auto [oldTail, newTail] =
        std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(oldMiddle), rows.rbegin(),
                      std::make_reverse_iterator(newMiddle), isSame);
    const auto tail = oldTail - m_rows.rbegin();
    const auto gone = m_rows.size() - head - tail;
    const auto come = rows.size() - head - tail;
    const int first = static_cast<int>(head);
    if (gone > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(gone) - 1);
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (come > 0)
        beginInsertRows({}, first, first + static_cast<int>(come) - 1);
    m_rows = rows;
    if (come > 0)
        endInsertRows();
}

} // namespace placewright
