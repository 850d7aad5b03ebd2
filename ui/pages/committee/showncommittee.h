#pragma once

#include "core/evaluate/committeereview.h"
#include "ui/document/plandocument.h"

#include <memory>

namespace placewright {

// What the page shows: one body, one of its meetings, one item of its agenda, one resolution of that. Always the base's
// committee, whichever scenario is shown. All views share it. What it works out is kept until the plan or the choice changes.
class ShownCommittee
{
public:
    explicit ShownCommittee(const PlanDocument& document)
        : m_document(document)
    {
    }

    void chooseBody(const Id& body);
    void chooseMeeting(const Id& meeting); // and its body
    void chooseItem(const Id& item);       // and its meeting
    void chooseResolution(const Id& resolution);
    void refresh(); // reads the plan: what is gone gives way to what is there

    // Null: there is none. Asked for anew after every change of the plan.
    const Body* body() const;
    const Meeting* meeting() const;
    const AgendaItem* item() const;
    const Resolution* resolution() const;

    QList<const Meeting*> meetings() const;       // of the body, by date
    QList<const AgendaItem*> items() const;       // of the meeting, by number
    QList<const Resolution*> resolutions() const; // of the item
    QList<const Resolution*> resolutionsOf(const Id& item) const;

    const Id& bodyId() const { return m_body; }
    const Id& meetingId() const { return m_meeting; }
    const Id& itemId() const { return m_item; }
    const Id& resolutionId() const { return m_resolution; }

    QDate day() const;                      // of the meeting, else today
    const ResolutionReview* review() const; // of the resolution shown, on the day; null: there is none

private:
    const Plan& base() const { return m_document.base(); }
    Id usualBody() const;
    Id usualItem() const;

    const PlanDocument& m_document;
    Id m_body;
    Id m_meeting;
    Id m_item;
    Id m_resolution;
    mutable std::unique_ptr<const ResolutionReview> m_review;
};

} // namespace placewright
