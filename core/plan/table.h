#pragma once

#include "core/model/id.h"

#include <QHash>
#include <QList>

namespace placewright {

// The entities of one type, in the plan's order, found by id. Both parts are implicitly shared, so copying a Plan is
// cheap and an edit copies one table. The base class is what apply, store and exchange see.
class TableBase
{
public:
    TableBase() = default;
    TableBase(const TableBase&) = default;
    TableBase& operator=(const TableBase&) = default;
    virtual ~TableBase() = default;

    virtual qsizetype size() const = 0;
    virtual const void* at(qsizetype position) const = 0;
    virtual const Id& idAt(qsizetype position) const = 0;
    virtual void* edit(qsizetype position) = 0;                 // never to change the id
    virtual void* insert(qsizetype position, const Id& id) = 0; // an entity with nothing but its id
    virtual void remove(qsizetype position) = 0;

    qsizetype positionOf(const Id& id) const { return m_positions.value(id, -1); }
    bool contains(const Id& id) const { return m_positions.contains(id); }

protected:
    QHash<Id, qsizetype> m_positions;
};

template <class T> class Table final : public TableBase
{
public:
    qsizetype size() const override { return m_rows.size(); }
    bool isEmpty() const { return m_rows.isEmpty(); }
    const void* at(qsizetype position) const override { return &m_rows.at(position); }
    const Id& idAt(qsizetype position) const override { return m_rows.at(position).id; }
    void* edit(qsizetype position) override { return &m_rows[position]; }
    void* insert(qsizetype position, const Id& id) override
    {
        T row;
        row.id = id;
        m_rows.insert(position, row);
        renumber(position);
        return &m_rows[position];
    }
    void remove(qsizetype position) override
    {
        m_positions.remove(m_rows.at(position).id);
        m_rows.removeAt(position);
        renumber(position);
    }

    const QList<T>& rows() const { return m_rows; }
    auto begin() const { return m_rows.cbegin(); }
    auto end() const { return m_rows.cend(); }
    const T& operator[](qsizetype position) const { return m_rows.at(position); }
    const T* find(const Id& id) const
    {
        const qsizetype position = positionOf(id);
        return position < 0 ? nullptr : &m_rows.at(position);
    }

    friend bool operator==(const Table& a, const Table& b) { return a.m_rows == b.m_rows; }

private:
    void renumber(qsizetype from)
    {
        for (qsizetype i = from; i < m_rows.size(); ++i)
            m_positions.insert(m_rows.at(i).id, i);
    }

    QList<T> m_rows;
};

} // namespace placewright
