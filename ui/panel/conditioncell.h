#pragma once

#include "ui/theme/icons.h"

#include <QAbstractButton>

namespace placewright {

// One condition in the strip: its name above, mark, word and margin below. Missed has tint and edge. A button that leads
// to the condition.
class ConditionCell : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ConditionCell(QWidget* parent = nullptr);

    // `mark`: Missed, Met, Warning, NotKnown or DoesNotApply (None: two plain lines, as "16 more"). `words`: "Missed by
    // £212,000.00". The accessible name is "name: words".
    void setCondition(Icon mark, const QString& name, const QString& words);
    Icon mark() const { return m_mark; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Icon m_mark = Icon::None;
    QString m_name;
    QString m_words;
};

} // namespace placewright
