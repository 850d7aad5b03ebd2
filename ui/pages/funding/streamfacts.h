#pragma once

#include "ui/document/plandocument.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace placewright {

// What the year's rulebook says about one stream of money: who pays whom, by which law, what it may be spent on, whether it
// may be carried forward, its years; each with how far it is known and from where. What is not known is said, never guessed.
class StreamFacts : public QWidget
{
    Q_OBJECT
public:
    explicit StreamFacts(QWidget* parent = nullptr);

    void setStream(const Rulebook* rulebook, const QString& source);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row
    {
        QLatin1StringView fact;
        QLabel* name;
        QLabel* value;
        QLabel* mark;
        QLabel* from;
    };
    void addRow(QLatin1StringView fact, const QString& name);
    void fill(const Row& row, const RulebookFact* fact, const QString& absent) const;
    void refreshLook();

    QGridLayout* m_cells;
    QList<Row> m_rows;
};

} // namespace placewright
