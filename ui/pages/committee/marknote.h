#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QLabel;

namespace placewright {

// A sentence of several lines with its mark before it.
class MarkNote : public QWidget
{
    Q_OBJECT
public:
    explicit MarkNote(QWidget* parent = nullptr);

    void say(Icon mark, const QString& sentence); // hidden when it is empty
    QString sentence() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshMark();

    Icon m_mark = Icon::None;
    QLabel* m_picture;
    QLabel* m_text;
};

} // namespace placewright
