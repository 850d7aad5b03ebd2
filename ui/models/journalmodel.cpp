#include "ui/models/journalmodel.h"

#include "ui/table/roles.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr qint64 pageSize = 200;

} // namespace

JournalModel::JournalModel(const PlanDocument& document, QObject* parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
}

void JournalModel::setFilter(const JournalFilter& filter, const QString& text)
{
    m_filter = filter;
    m_text = text.trimmed();
    refresh();
}

void JournalModel::refresh()
{
    beginResetModel();
    m_rows.clear();
    m_next = m_document.journal().isEmpty() ? 0 : m_document.journal().last().number;
    m_rows = nextPage();
    endResetModel();
}

bool JournalModel::takes(const JournalWords& words) const
{
    const auto holds = [this](const QString& said) { return said.contains(m_text, Qt::CaseInsensitive); };
    return m_text.isEmpty() || holds(words.what) || holds(words.why) || holds(words.who) ||
           std::any_of(words.changes.begin(), words.changes.end(), holds);
}

// The newest entries that are taken and were not looked at yet; at least one unless there is none.
QList<JournalWords> JournalModel::nextPage()
{
    QList<JournalWords> page;
    while (m_next > 0 && page.isEmpty()) {
        JournalFilter filter = m_filter;
        filter.last = m_next;
        filter.first = std::max<qint64>(1, m_next - pageSize + 1);
        QList<JournalWords> told = journalInWords(m_document.journal(), m_document.tree(), filter);
        for (auto words = told.rbegin(); words != told.rend(); ++words)
            if (takes(*words))
                page.append(*words);
        m_next = filter.first - 1;
    }
    return page;
}

bool JournalModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_next > 0;
}

void JournalModel::fetchMore(const QModelIndex& parent)
{
    if (parent.isValid())
        return;
    const QList<JournalWords> page = nextPage();
    if (page.isEmpty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
    m_rows += page;
    endInsertRows();
}

void JournalModel::fetchAll()
{
    while (canFetchMore({}))
        fetchMore({});
}

int JournalModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JournalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString JournalModel::textOf(const JournalWords& words, int column) const
{
    switch (column) {
    case Number:
        return QString::number(words.number);
    case When:
        return words.when;
    case Who:
        return words.who;
    case What:
        return words.what;
    case Kind:
        return words.undone ? words.undoneBy : words.kind;
    case Branch:
        return words.branch;
    default:
        return {};
    }
}

QVariant JournalModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const JournalWords& words = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(words, index.column());
    case Qt::ToolTipRole:
        return index.column() == What && !words.why.isEmpty()
                   ? QVariant(tr("%1. Why: %2").arg(words.what, words.why))
                   : QVariant();
    case IdRole:
        return QString::number(words.number);
    case NumberRole: // of the order, not of money: the status bar sums amounts alone
        return index.column() == Number || index.column() == When
                   ? QVariant(static_cast<double>(words.number))
                   : QVariant();
    case EmphasisRole:
        return static_cast<int>(words.undone ? Emphasis::Secondary : Emphasis::None);
    case Qt::TextAlignmentRole:
        return index.column() == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                        : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[ColumnCount] = {tr("Entry"), tr("When"), tr("Who"),
                                         tr("What"),  tr("Kind"), tr("On")};
    switch (role) {
    case Qt::DisplayRole:
        return titles[section];
    case HeaderFigureRole:
        return section == Number;
    case HeaderStretchRole:
        return section == What;
    case HeaderKeepsRole:
        return section == When;
    default:
        return {};
    }
}

} // namespace placewright
