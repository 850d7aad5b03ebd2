#pragma once

#include "core/need/areafigures.h"
#include "core/need/dataset.h"
#include "core/need/practicetable.h"

#include <QMutex>

#include <tuple>

namespace placewright {

// The unit of another code set that each code lies whole in.
struct UnitsWithin
{
    QHash<QString, QString> whole;
};

// What was worked out from datasets that never change: an edit of money does not add 33,755 neighbourhoods up again. Keys name
// everything that an entry was made from, so entries never go stale; all are dropped when there are many.
class AreaFigureCache
{
public:
    template <class Made, class Make> std::shared_ptr<const Made> get(const QByteArray& key, Make make)
    {
        auto& held = entries<Made>();
        {
            const QMutexLocker locked(&m_mutex);
            if (const auto known = held.constFind(key); known != held.cend())
                return *known;
        }
        auto made = std::make_shared<const Made>(make()); // may ask the cache for what it is made from
        const QMutexLocker locked(&m_mutex);
        if (held.size() >= mostEntries)
            held.clear();
        return *held.insert(key, std::move(made));
    }

private:
    static constexpr qsizetype mostEntries = 1000;
    template <class Made> using Entries = QHash<QByteArray, std::shared_ptr<const Made>>;
    template <class Made> Entries<Made>& entries() { return std::get<Entries<Made>>(m_entries); }

    QMutex m_mutex;
    std::tuple<Entries<AreaJoin>, Entries<AreaFigures>, Entries<UnitsWithin>> m_entries;
};

// The need datasets that a plan refers to, read once.
struct NeedTables
{
    PracticeTables practices; // by SHA-256 of their bytes
    FigureTables figures;     // by tableKey; those of GP practices too
    Lookups lookups;          // by SHA-256 of their bytes
    std::shared_ptr<AreaFigureCache> cache = std::make_shared<AreaFigureCache>();

    const FigureTable* figuresOf(const NeedDataset& dataset) const
    {
        return figures.value(tableKey(dataset)).get();
    }
};

// Practices' registered people ("population") and weighted people, as figures like any other.
FigureTable figuresOf(const PracticeTable& practices);
inline constexpr QLatin1StringView registeredPeople("population");

} // namespace placewright
