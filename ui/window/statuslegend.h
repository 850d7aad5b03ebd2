#pragma once

#include <QWidget>

namespace placewright {

// The legend of marks in the status bar: indicative and disputed, always the same.
class StatusLegend : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace placewright
