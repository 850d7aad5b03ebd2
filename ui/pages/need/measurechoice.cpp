#include "ui/pages/need/measurechoice.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QSignalBlocker>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MeasureChoice)
};

QStringList dataOf(const MeasureRef& measure)
{
    return {measure.dataset.text(), measure.measure};
}

int placeOf(const QComboBox& box, const MeasureRef& measure)
{
    for (int i = 0; i < box.count(); ++i)
        if (box.itemData(i).toStringList() == dataOf(measure))
            return i;
    return -1;
}

} // namespace

bool serves(const FigureColumn& column, MeasureUse use)
{
    const bool orders = column.kind == FigureKind::Rank || column.kind == FigureKind::Decile;
    switch (use) {
    case MeasureUse::Weigh:
        return addsUp(column.kind) || (averages(column.kind) && column.orientation != Orientation::LowIsMore);
    case MeasureUse::Order:
        return orders || averages(column.kind);
    case MeasureUse::People:
        return column.kind == FigureKind::Count;
    case MeasureUse::Fifth:
        return orders;
    case MeasureUse::Peers:
        return column.kind == FigureKind::Rate || !column.lower.empty();
    }
    return false;
}

QList<MeasureItem> measuresFor(const Plan& plan, const Shelf& shelf, MeasureUse use)
{
    QList<MeasureItem> items;
    for (const NeedDataset& dataset : plan.needDatasets) {
        const FigureTable* table = shelf.figuresOf(dataset);
        if (!table)
            continue;
        for (const FigureColumn& column : table->columns())
            if (serves(column, use))
                items.append({{dataset.id, column.id},
                              Words::tr("%1 (%2)", "a measure, its dataset").arg(column.name, dataset.name)});
    }
    return items;
}

void fillMeasures(QComboBox& box, const QList<MeasureItem>& items, const QString& none,
                  const MeasureRef& current)
{
    const QSignalBlocker quiet(box);
    box.clear();
    if (!none.isEmpty())
        box.addItem(none, dataOf({}));
    for (const MeasureItem& item : items)
        box.addItem(item.name, dataOf(item.measure));
    int place = placeOf(box, current);
    if (place < 0 && !current.dataset.isNull()) {
        box.addItem(current.measure.isEmpty() ? Words::tr("measure not chosen") : current.measure,
                    dataOf(current));
        place = box.count() - 1;
    }
    box.setCurrentIndex(place);
    box.setToolTip(box.currentText());
}

MeasureRef chosenMeasure(const QComboBox& box)
{
    const QStringList data = box.currentData().toStringList();
    return data.size() == 2 ? MeasureRef{Id(data.at(0)), data.at(1)} : MeasureRef();
}

void chooseMeasure(QComboBox& box, const MeasureRef& measure)
{
    if (const int place = placeOf(box, measure); place >= 0)
        box.setCurrentIndex(place);
}

QComboBox* measureBox(const QString& objectName, const QString& words, QWidget* parent)
{
    constexpr int shortest = 16;
    auto* box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(words);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(shortest);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return box;
}

} // namespace placewright
