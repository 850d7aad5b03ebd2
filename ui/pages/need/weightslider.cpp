#include "ui/pages/need/weightslider.h"

#include "ui/theme/space.h"

#include <QKeyEvent>
#include <QSignalBlocker>
#include <QWheelEvent>

namespace placewright {

WeightSlider::WeightSlider(QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
{
    setRange(0, 100);
    setPageStep(10);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(space::target);
    connect(this, &QSlider::valueChanged, this, &WeightSlider::tried);
    connect(this, &QSlider::sliderReleased, this, &WeightSlider::settle);
}

void WeightSlider::setSettled(int weight)
{
    const QSignalBlocker quiet(this);
    setMaximum(qMax(100, weight));
    m_settled = weight;
    setValue(weight);
}

void WeightSlider::settle()
{
    if (value() != m_settled)
        emit settledAt(value());
}

void WeightSlider::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        settle();
    } else if (event->key() == Qt::Key_Escape && value() != m_settled) {
        setSettled(m_settled);
        emit dropped();
    } else {
        QSlider::keyPressEvent(event);
    }
}

void WeightSlider::focusOutEvent(QFocusEvent* event)
{
    QSlider::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        settle();
}

void WeightSlider::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the page scrolls
}

} // namespace placewright
