#pragma once

#include "ui/pages/page.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;
class QButtonGroup;

namespace placewright {

// The pages that exist, in the order of the year, each with its badge; above them the place, below them the rulebook.
// In a narrow window it shows icons with tooltips.
class Navigation : public QWidget
{
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);

    void addPage(const Page& page);
    void setCurrent(PageId page);
    void setBadge(PageId page, const NavigationBadge& badge);
    void setPlace(const QString& name, const QString& note);
    void setRules(const QString& sentence);
    void setNarrow(bool narrow);

signals:
    void pageRequested(placewright::PageId page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshLook();

    QLabel* m_place;
    QLabel* m_note;
    QLabel* m_rules;
    QVBoxLayout* m_items;
    QButtonGroup* m_group;
    bool m_narrow = false;
};

} // namespace placewright
