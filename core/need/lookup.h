#pragma once

#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace placewright {

// A published table that says which areas lie in which: one row an area of the finest set, one column a code set. Read once and
// never changed. Names of areas are kept where the table has them.
class Lookup
{
public:
    struct Column
    {
        QString codeSet;              // codeSet::
        QString header;               // as published: "WD24CD", "Locality"
        QStringList codes;            // by row; empty where blank
        QMap<QString, QString> names; // of its codes, where published
    };

    explicit Lookup(QList<Column> columns);

    const QList<Column>& columns() const { return m_columns; }
    const Column* column(QAnyStringView codeSet) const; // the first of that set
    bool joins(QAnyStringView from, QAnyStringView to) const
    {
        return column(from) && column(to) && from != to;
    }

private:
    QList<Column> m_columns;
};

using Lookups = QHash<QString, std::shared_ptr<const Lookup>>; // by SHA-256 of the bytes

// Codes of one set in terms of another, through one lookup or two. Each code's targets are distinct and in byte order.
struct Recode
{
    QHash<QString, QStringList> targets;
    QStringList split;  // codes that lie in several of the new ones
    QStringList merged; // new codes made of several old ones: kept whole, but no longer told apart
    bool isExact() const { return split.isEmpty(); }
};
// What the boundary change did is counted over all codes of the lookup. Same set: nothing to recode, an empty Recode.
Recode recode(const Lookup& lookup, QAnyStringView from, QAnyStringView to);
Recode chained(const Recode& first, const Recode& second);

} // namespace placewright
