#include "core/words/journalwords.h"

#include "core/plan/names.h"
#include "core/words/journalscheme.h"
#include "core/words/oneline.h"
#include "core/words/phrases.h"
#include "core/words/stepwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(JournalWords)
};

// Puts back an entity that a Change added or removed, for its name.
void putBack(Plan& plan, const Change& change)
{
    const EntityType* type = Plan::schema().type(change.entity);
    TableBase* table = plan.table(change.entity);
    if (!type || !table || table->contains(change.id))
        return;
    void* entity = table->insert(table->size(), change.id);
    for (const Cell& cell : change.record)
        if (const Field* field = type->field(cell.field))
            field->set(entity, cell.key, cell.value);
}

// The base with everything that is not in it now, as it was last: names for a journal that speaks of what is gone.
Plan everKnown(const QList<JournalEntry>& journal, const PlanTree& tree)
{
    Plan plan = tree.base;
    plan.people = tree.people;
    for (qsizetype at = journal.size(); at-- > 0;) {
        const QList<Change>& changes = journal.at(at).step.changes;
        for (qsizetype i = changes.size(); i-- > 0;)
            if (changes.at(i).op != Change::Op::Set)
                putBack(plan, changes.at(i));
    }
    return plan;
}

class Telling
{
public:
    Telling(const QList<JournalEntry>& journal, const PlanTree& tree, const JournalFilter& filter,
            const QTimeZone& zone)
        : m_journal(journal)
        , m_known(everKnown(journal, tree))
        , m_filter(filter)
        , m_zone(zone)
        , m_about(filter.scheme, tree.base)
    {
        // From the last: an undo that was itself undone takes nothing back.
        for (qsizetype at = journal.size(); at-- > 0;)
            if (const JournalEntry& entry = journal.at(at);
                entry.undoes != 0 && !m_undoneBy.contains(entry.number))
                m_undoneBy.insert(entry.undoes, entry.number);
        for (const JournalEntry& entry : journal)
            m_undoes.insert(entry.number, entry.undoes);
    }

    QList<JournalWords> tell()
    {
        QList<JournalWords> told;
        for (const JournalEntry& entry : m_journal) {
            const bool isAbout = m_about.take(entry); // every entry, since each may move what belongs where
            if (takes(entry) && (m_filter.scheme.isNull() || isAbout))
                told.append(words(entry));
        }
        return told;
    }

private:
    QDateTime at(const JournalEntry& entry) const { return entry.step.when.toTimeZone(m_zone); }

    bool takes(const JournalEntry& entry) const
    {
        const QDate day = at(entry).date();
        return (m_filter.person.isNull() || entry.step.who == m_filter.person) &&
               (!m_filter.from.isValid() || day >= m_filter.from) &&
               (!m_filter.to.isValid() || day <= m_filter.to) &&
               (m_filter.first == 0 || entry.number >= m_filter.first) &&
               (m_filter.last == 0 || entry.number <= m_filter.last);
    }

    JournalWords words(const JournalEntry& entry) const
    {
        JournalWords said;
        said.number = entry.number;
        said.when =
            Words::tr("%1, %2").arg(dateShown(at(entry).date()), at(entry).time().toString(u"HH:mm"_s));
        said.who = inOneLine(personName(m_known, entry.step.who));
        said.what = inOneLine(entry.step.what);
        said.why = inOneLine(entry.step.why);
        said.kind = kindOf(entry);
        const Scenario* scenario = m_known.scenarios.find(entry.branch);
        said.branch = scenario                ? inOneLine(scenario->name)
                      : entry.branch.isNull() ? Words::tr("Base")
                                              : entry.branch.text();
        if (const auto by = m_undoneBy.constFind(entry.number); by != m_undoneBy.cend()) {
            said.undone = true;
            said.undoneBy = Words::tr("Undone by entry %1").arg(*by);
        }
        said.changes = entry.kind == JournalEntry::Kind::Import ? imported(entry) : changesOf(entry);
        for (QString& change : said.changes)
            change = inOneLine(change);
        said.hash = entry.hash;
        return said;
    }

    QString kindOf(const JournalEntry& entry) const
    {
        switch (entry.kind) {
        case JournalEntry::Kind::Edit:
            return Words::tr("Edit");
        case JournalEntry::Kind::Undo:
            return undoWords(entry);
        case JournalEntry::Kind::Import:
            return Words::tr("Import");
        case JournalEntry::Kind::Migrated:
            return Words::tr("By a newer program");
        case JournalEntry::Kind::OnRecord:
            return Words::tr("On the record");
        }
        return {};
    }

    QString undoWords(const JournalEntry& entry) const
    {
        qint64 origin = entry.undoes;
        bool restores = false;
        while (m_undoes.value(origin) != 0) {
            origin = m_undoes.value(origin);
            restores = !restores;
        }
        return restores ? Words::tr("Redo of entry %1").arg(origin)
                        : Words::tr("Undo of entry %1").arg(origin);
    }

    QStringList changesOf(const JournalEntry& entry) const
    {
        QStringList sentences;
        for (const Change& change : entry.step.changes)
            sentences.append(sentence(change));
        return sentences;
    }

    QString sentence(const Change& change) const
    {
        const EntityType* type = Plan::schema().type(change.entity);
        if (!type || type->keeping != Keeping::OnRecord || change.op != Change::Op::Add)
            return describe(change, m_known);
        QStringList cells;
        for (const Cell& cell : change.record) {
            const Field* field = type->field(cell.field);
            if (field && field->type != ValueType::Reference)
                cells.append(Words::tr("%1 %2").arg(lowered(labelOf(*field)),
                                                    field->type == ValueType::Flag
                                                        ? Words::tr("yes")
                                                        : shownValue(m_known, *field, cell.value)));
        }
        return Words::tr("%1 “%2” recorded: %3")
            .arg(labelOf(*type), nameOf(m_known, change.entity, change.id), cells.join(u"; "_s));
    }

    // An import may add a whole plan: how many of each, or what of it is about the scheme that is looked for.
    QStringList imported(const JournalEntry& entry) const
    {
        if (!m_filter.scheme.isNull()) {
            QStringList sentences;
            for (const Change& change : entry.step.changes)
                if (m_about.isAbout(entry.branch, change))
                    sentences.append(sentence(change));
            return sentences;
        }
        QStringList sentences;
        for (const EntityType* type : Plan::schema().types) {
            qsizetype added = 0;
            for (const Change& change : entry.step.changes) {
                if (change.entity != type->id)
                    continue;
                if (change.op == Change::Op::Add)
                    ++added;
                else
                    sentences.append(sentence(change));
            }
            if (added > 0)
                sentences.append(Words::tr("%1: %2 added").arg(pluralLabelOf(*type)).arg(added));
        }
        return sentences;
    }

    const QList<JournalEntry>& m_journal;
    Plan m_known;
    const JournalFilter& m_filter;
    const QTimeZone& m_zone;
    AboutScheme m_about;
    QHash<qint64, qint64> m_undoneBy;
    QHash<qint64, qint64> m_undoes;
};

void sortByName(QList<JournalChoice>& choices)
{
    std::stable_sort(choices.begin(), choices.end(), [](const JournalChoice& a, const JournalChoice& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

} // namespace

QList<JournalWords> journalInWords(const QList<JournalEntry>& journal, const PlanTree& tree,
                                   const JournalFilter& filter, const QTimeZone& zone)
{
    return Telling(journal, tree, filter, zone).tell();
}

QList<JournalChoice> peopleOf(const QList<JournalEntry>& journal, const PlanTree& tree)
{
    Plan named;
    named.people = tree.people;
    QSet<Id> found;
    QList<JournalChoice> people;
    for (const JournalEntry& entry : journal)
        if (!entry.step.who.isNull() && !found.contains(entry.step.who)) {
            found.insert(entry.step.who);
            people.append({entry.step.who, inOneLine(personName(named, entry.step.who))});
        }
    sortByName(people);
    return people;
}

QList<JournalChoice> schemesOf(const QList<JournalEntry>& journal, const PlanTree& tree)
{
    QList<JournalChoice> schemes;
    const Plan known = everKnown(journal, tree);
    for (const Scheme& scheme : known.schemes) {
        const QString name =
            inOneLine(scheme.number.isEmpty() ? scheme.name : scheme.number + u' ' + scheme.name);
        schemes.append({scheme.id, tree.base.schemes.contains(scheme.id)
                                       ? name
                                       : Words::tr("%1 (not in the base)").arg(name)});
    }
    return schemes;
}

} // namespace placewright
