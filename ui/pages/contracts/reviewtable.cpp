#include "ui/pages/contracts/reviewtable.h"

#include "core/words/contractwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReviewTable)
};

constexpr qsizetype shortLength = 4;

} // namespace

Icon markOf(ReviewItem::State state)
{
    switch (state) {
    case ReviewItem::State::Go:
        return Icon::Met;
    case ReviewItem::State::Stop:
        return Icon::Missed;
    case ReviewItem::State::NotKnown:
        return Icon::NotKnown;
    case ReviewItem::State::Caution:
        break;
    }
    return Icon::Warning;
}

QString stateName(ReviewItem::State state)
{
    switch (state) {
    case ReviewItem::State::Go:
        return Words::tr("Go");
    case ReviewItem::State::Stop:
        return Words::tr("Stop");
    case ReviewItem::State::NotKnown:
        return Words::tr("Not known");
    case ReviewItem::State::Caution:
        break;
    }
    return Words::tr("Caution");
}

ShownTableRow reviewRow(const Plan& plan, const ContractReview& review, const ReviewItem& item, bool detailed)
{
    ShownTableCell text = textCell(reviewSentence(plan, review, item));
    const QString detail = reviewDetail(plan, review, item);
    text.mark = markOf(item.state);
    text.tooltip = detail.isEmpty() ? QStringLiteral("%1: %2").arg(stateName(item.state), text.text) : detail;
    if (item.state == ReviewItem::State::Stop)
        text.emphasis = Emphasis::Strong;
    ShownTableRow row{QStringLiteral("review-%1").arg(static_cast<int>(item.kind)), false, false, {text}};
    if (detailed) {
        ShownTableCell more = textCell(detail);
        more.emphasis = Emphasis::Secondary;
        more.tooltip = detail;
        row.cells.append(more);
    }
    return row;
}

QList<const ReviewItem*> shortReview(const ContractReview& review)
{
    QList<const ReviewItem*> items;
    for (const ReviewItem& item : review.items)
        if (!item.isBeforeSignature())
            items.append(&item);
    const auto urgency = [](const ReviewItem* item) {
        switch (item->state) {
        case ReviewItem::State::Stop:
            return 0;
        case ReviewItem::State::Caution:
            return 1;
        default:
            return 2;
        }
    };
    QList<const ReviewItem*> shown = items;
    std::stable_sort(shown.begin(), shown.end(),
                     [&](const ReviewItem* a, const ReviewItem* b) { return urgency(a) < urgency(b); });
    shown.resize(std::min(shown.size(), shortLength));
    std::sort(shown.begin(), shown.end(),
              [&](const ReviewItem* a, const ReviewItem* b) { return items.indexOf(a) < items.indexOf(b); });
    return shown;
}

} // namespace placewright
