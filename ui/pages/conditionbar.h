#pragma once

#include "core/money/money.h"

#include <QWidget>

namespace placewright {

// Planned money as a bar from zero, the required amount as a line, and what is short or over between them.
class ConditionBar : public QWidget
{
    Q_OBJECT
public:
    explicit ConditionBar(QWidget* parent = nullptr);

    void setAmounts(Money planned, Money required);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Money m_planned;
    Money m_required;
};

} // namespace placewright
