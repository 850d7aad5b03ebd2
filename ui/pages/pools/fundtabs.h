#pragma once

#include <QTabBar>

namespace placewright {

// Tabs as the program draws them: text over a hairline, the one shown underlined in the accent.
class FundTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit FundTabs(QWidget* parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
};

} // namespace placewright
