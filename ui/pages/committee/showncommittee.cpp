#include "ui/pages/committee/showncommittee.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr qint64 lastNumber = 1'000'000; // items without a number stand last

} // namespace

void ShownCommittee::chooseBody(const Id& body)
{
    if (body == m_body)
        return;
    m_body = body;
    m_meeting = m_item = m_resolution = Id();
    refresh();
}

void ShownCommittee::chooseMeeting(const Id& id)
{
    const Meeting* meeting = base().meetings.find(id);
    if (!meeting || id == m_meeting)
        return;
    m_body = meeting->body;
    m_meeting = id;
    m_item = m_resolution = Id();
    refresh();
}

void ShownCommittee::chooseItem(const Id& id)
{
    const AgendaItem* item = base().agendaItems.find(id);
    if (!item || id == m_item)
        return;
    chooseMeeting(item->meeting);
    m_item = id;
    m_resolution = Id();
    refresh();
}

void ShownCommittee::chooseResolution(const Id& id)
{
    const Resolution* resolution = base().resolutions.find(id);
    if (!resolution)
        return;
    chooseItem(resolution->item);
    m_resolution = id;
    refresh();
}

void ShownCommittee::refresh()
{
    m_review.reset();
    if (!base().bodies.contains(m_body))
        m_body = usualBody();
    const QList<const Meeting*> all = meetings();
    const auto isShown = [this](const Meeting* meeting) { return meeting->id == m_meeting; };
    if (std::none_of(all.begin(), all.end(), isShown))
        m_meeting = all.isEmpty() ? Id() : all.last()->id;
    const AgendaItem* shown = item();
    if (!shown || shown->meeting != m_meeting)
        m_item = usualItem();
    const QList<const Resolution*> here = resolutions();
    const auto isChosen = [this](const Resolution* one) { return one->id == m_resolution; };
    if (std::none_of(here.begin(), here.end(), isChosen))
        m_resolution = here.isEmpty() ? Id() : here.last()->id;
}

// The body that met last; one that never did stands behind.
Id ShownCommittee::usualBody() const
{
    const Meeting* last = nullptr;
    for (const Meeting& meeting : base().meetings)
        if (!last || meeting.on >= last->on)
            last = &meeting;
    if (last)
        return last->body;
    return base().bodies.isEmpty() ? Id() : base().bodies[0].id;
}

// The last item with something to resolve, else the first.
Id ShownCommittee::usualItem() const
{
    const QList<const AgendaItem*> all = items();
    for (auto item = all.rbegin(); item != all.rend(); ++item)
        if (!resolutionsOf((*item)->id).isEmpty())
            return (*item)->id;
    return all.isEmpty() ? Id() : all.first()->id;
}

const Body* ShownCommittee::body() const
{
    return base().bodies.find(m_body);
}

const Meeting* ShownCommittee::meeting() const
{
    return base().meetings.find(m_meeting);
}

const AgendaItem* ShownCommittee::item() const
{
    return base().agendaItems.find(m_item);
}

const Resolution* ShownCommittee::resolution() const
{
    return base().resolutions.find(m_resolution);
}

QList<const Meeting*> ShownCommittee::meetings() const
{
    QList<const Meeting*> all;
    for (const Meeting& meeting : base().meetings)
        if (meeting.body == m_body)
            all.append(&meeting);
    std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->on < b->on; });
    return all;
}

QList<const AgendaItem*> ShownCommittee::items() const
{
    QList<const AgendaItem*> all;
    for (const AgendaItem& item : base().agendaItems)
        if (item.meeting == m_meeting)
            all.append(&item);
    std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) {
        return a->number.value_or(lastNumber) < b->number.value_or(lastNumber);
    });
    return all;
}

QList<const Resolution*> ShownCommittee::resolutions() const
{
    return resolutionsOf(m_item);
}

QList<const Resolution*> ShownCommittee::resolutionsOf(const Id& item) const
{
    QList<const Resolution*> all;
    for (const Resolution& resolution : base().resolutions)
        if (!item.isNull() && resolution.item == item)
            all.append(&resolution);
    return all;
}

QDate ShownCommittee::day() const
{
    const Meeting* shown = meeting();
    return shown && shown->on.isValid() ? shown->on : m_document.shelf().today;
}

const ResolutionReview* ShownCommittee::review() const
{
    if (!resolution())
        return nullptr;
    if (!m_review)
        m_review = std::make_unique<const ResolutionReview>(
            reviewResolution(base(), m_document.shelf(), m_resolution, day()));
    return m_review.get();
}

} // namespace placewright
