#pragma once

#include "core/words/riskwords.h"
#include "ui/pages/pools/poolssection.h"

class QTextBrowser;
class QPushButton;

namespace placewright {

// The agreement's schedule in words, as the terms say it: to be read, copied and printed.
class ScheduleSection : public PoolsSection
{
    Q_OBJECT
public:
    ScheduleSection(PageContext context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    QString plainText() const; // what Copy takes

signals:
    void printRequested(const placewright::Id& fund);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillText();

    QList<ScheduleClause> m_clauses;
    QTextBrowser* m_text;
    Panel* m_panel;
    QPushButton* m_copy;
    QPushButton* m_print;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
