#pragma once

#include <QSlider>

namespace placewright {

// A slider for a swing weight of 0 to 100. While it is dragged, and after its keys, the weight is only tried; it is settled when the
// mouse lets go, on Enter, or when the focus leaves; Esc goes back to what was.
class WeightSlider : public QSlider
{
    Q_OBJECT
public:
    explicit WeightSlider(QWidget* parent = nullptr);

    void setSettled(int weight); // says nothing
    int settled() const { return m_settled; }

signals:
    void tried(int weight);
    void settledAt(int weight);
    void dropped();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void settle();

    int m_settled = 0;
};

} // namespace placewright
