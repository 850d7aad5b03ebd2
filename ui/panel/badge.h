#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace placewright {

// A count in a rounded edge with its mark, as navigation items carry: octagon missed, hatched square indicative, diamond
// disputed. Hidden at zero.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget* parent = nullptr);

    void setCount(Icon mark, int count, const QString& words); // words: "2 conditions missed"
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_mark = Icon::None;
    int m_count = 0;
};

// The same drawn by a delegate (navigation lists): returns its width, right edge at `right`, centred on `middle`.
qreal paintBadge(QPainter& painter, Icon mark, int count, qreal right, qreal middle, const Tokens& tokens);
qreal badgeWidth(Icon mark, int count);

} // namespace placewright
