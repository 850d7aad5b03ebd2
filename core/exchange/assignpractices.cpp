#include "core/exchange/layerimport.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QByteArray keyOf(const Plan& plan, const Id& area)
{
    const Area* found = plan.areas.find(area);
    return sharingKey(found->code, found->name);
}

class Assignment
{
public:
    Assignment(const Plan& plan, const Area& area, const IdSource& ids)
        : m_plan(plan)
        , m_area(area)
        , m_ids(ids)
        , m_builder(plan)
    {
        for (const PracticeMembership& membership : plan.practices) {
            const Area* place = plan.areas.find(membership.area);
            if (place && place->layer == area.layer)
                m_memberships[membership.practice].append(&membership);
        }
    }

    void move(const QString& practice)
    {
        const QList<const PracticeMembership*> present = m_memberships.value(practice);
        if (present.isEmpty()) {
            add(practice, Value());
            return;
        }
        const auto here =
            std::find_if(present.begin(), present.end(),
                         [this](const PracticeMembership* held) { return held->area == m_area.id; });
        const PracticeMembership* kept = here == present.end() ? present.first() : *here;
        m_builder.set(PracticeMembership::type.id, kept->id, "area", m_area.id);
        m_builder.set(PracticeMembership::type.id, kept->id, "share", Value());
        for (const PracticeMembership* other : present) {
            if (other != kept)
                m_builder.remove(PracticeMembership::type.id, other->id);
        }
    }

    void split(const QString& practice)
    {
        const QList<const PracticeMembership*> present = m_memberships.value(practice);
        const bool here = std::any_of(present.begin(), present.end(), [this](const PracticeMembership* held) {
            return held->area == m_area.id;
        });
        if (here)
            return;
        if (present.isEmpty()) {
            add(practice, Value());
            return;
        }
        struct Part
        {
            QByteArray key;
            const PracticeMembership* held = nullptr; // null: the new one
        };
        QList<Part> parts{{keyOf(m_plan, m_area.id), nullptr}};
        for (const PracticeMembership* held : present)
            parts.append({keyOf(m_plan, held->area), held});
        std::stable_sort(parts.begin(), parts.end(),
                         [](const Part& a, const Part& b) { return a.key < b.key; });
        const QList<Rate> shares = equalShares(parts.size());
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts[i].held)
                m_builder.set(PracticeMembership::type.id, parts[i].held->id, "share", Value(shares[i]));
            else
                add(practice, Value(shares[i]));
        }
    }

    bool isEmpty() const { return m_builder.isEmpty(); }
    Step step(const QString& what) const { return m_builder.step(what); }

private:
    void add(const QString& practice, const Value& share)
    {
        const Id id = m_ids();
        m_builder.add(PracticeMembership::type.id, id);
        m_builder.set(PracticeMembership::type.id, id, "area", m_area.id);
        m_builder.set(PracticeMembership::type.id, id, "practice", practice);
        m_builder.set(PracticeMembership::type.id, id, "share", share);
    }

    const Plan& m_plan;
    const Area& m_area;
    const IdSource& m_ids;
    QHash<QString, QList<const PracticeMembership*>> m_memberships;
    StepBuilder m_builder;
};

} // namespace

Result<Step> assignPractices(const Plan& plan, const Id& area, const QStringList& practices, Overlap overlap,
                             const IdSource& ids)
{
    const Area* into = plan.areas.find(area);
    if (!into)
        return Error{QCoreApplication::translate("NeedImport", "The plan has no such area.")};
    QStringList codes;
    for (const QString& practice : practices) {
        const QString code = practice.trimmed().toUpper();
        if (code.isEmpty())
            return Error{QCoreApplication::translate("NeedImport", "A practice code is blank.")};
        if (!codes.contains(code))
            codes.append(code);
    }

    Assignment assignment(plan, *into, ids);
    for (const QString& code : std::as_const(codes)) {
        if (overlap == Overlap::SplitEqually)
            assignment.split(code);
        else
            assignment.move(code);
    }
    if (assignment.isEmpty()) {
        return Error{
            QCoreApplication::translate("NeedImport", "Nothing to do: the practices stand in “%1” already.")
                .arg(into->name)};
    }
    const QString which = codes.size() <= 3 ? codes.join(u", "_s) : QString::number(codes.size());
    return assignment.step(
        QCoreApplication::translate("NeedImport", "Put practices (%1) into “%2”").arg(which, into->name));
}

} // namespace placewright
