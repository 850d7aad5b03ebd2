#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace placewright {

// One of few: joined buttons of which exactly one is down (Chart | Table; All 20 | Missed 2 | ...). Left and Right move.
class SegmentedButton : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedButton(const QStringList& texts, QWidget* parent = nullptr);

    void setTexts(const QStringList& texts);
    int current() const;
    void setCurrent(int index); // emits only when it changes
    QSize sizeHint() const override;

signals:
    void currentChanged(int index);

private:
    QButtonGroup* m_group;
};

} // namespace placewright
