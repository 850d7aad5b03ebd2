#pragma once

#include "core/store/planfile.h"

namespace placewright {

// Which entries of a journal are about one scheme: a Change of the scheme, of what it owns, or of what names it, as things stood then.
// Takes the journal from its first entry on.
class AboutScheme
{
public:
    AboutScheme(const Id& scheme, const Plan& base);

    bool take(const JournalEntry& entry);
    bool isAbout(const Id& branch, const Change& change) const; // as things stand after the entries taken

private:
    struct Named
    {
        Id id;
        bool owns = false; // the entity goes with it
    };
    using Names = QHash<QString, Named>; // by field

    static bool refers(const Change& change, const Cell& cell, Named& named);
    bool belongs(const Id& branch, const Id& entity) const;
    bool leadsThere(const Id& branch, const Named& named) const;
    const Names* namesOf(Id branch, const Id& entity) const;
    void keep(const Id& branch, const Change& change);

    Id m_scheme;
    QHash<Id, Id> m_parents;                 // of scenarios
    QHash<std::pair<Id, Id>, Names> m_names; // by branch and entity
    QHash<qint64, bool> m_taken;
};

} // namespace placewright
