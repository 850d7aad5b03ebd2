#pragma once

#include "core/words/journalwords.h"
#include "ui/document/plandocument.h"

#include <QAbstractTableModel>

namespace placewright {

// The journal in words, the newest entry first. Entries are put into words page by page as the table asks for more: a plan of years
// has tens of thousands.
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Number, When, Who, What, Kind, Branch, ColumnCount };

    explicit JournalModel(const PlanDocument& document, QObject* parent = nullptr);

    // `text` is looked for in what, why, who and the changes.
    void setFilter(const JournalFilter& filter, const QString& text);
    void refresh(); // the journal, or a name in it, may have changed
    const JournalWords& entry(int row) const { return m_rows.at(row); }
    bool isWhole() const { return m_next == 0; } // there is nothing more to fetch
    void fetchAll();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

private:
    bool takes(const JournalWords& words) const;
    QList<JournalWords> nextPage();
    QString textOf(const JournalWords& words, int column) const;

    const PlanDocument& m_document;
    JournalFilter m_filter;
    QString m_text;
    QList<JournalWords> m_rows;
    qint64 m_next = 0; // number of the newest entry not looked at yet
};

} // namespace placewright
