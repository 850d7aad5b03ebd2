#pragma once

#include "core/words/headlines.h"
#include "ui/pages/page.h"

class QGridLayout;

namespace placewright {

// What is to settle before sign-off, one line each: mark, sentence, and a link to the page where it is settled.
class Worklist : public QWidget
{
    Q_OBJECT
public:
    explicit Worklist(QWidget* parent = nullptr);

    void setItems(const QList<ToSettle>& items);

signals:
    void goTo(placewright::PageId page, const QStringList& ids);

private:
    QGridLayout* m_rows;
};

QString worklistTitle(qsizetype items);

} // namespace placewright
