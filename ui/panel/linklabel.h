#pragma once

#include <QAbstractButton>

namespace placewright {

// Underlined text that leads somewhere; a button for the keyboard and for screen readers.
class LinkLabel : public QAbstractButton
{
    Q_OBJECT
public:
    explicit LinkLabel(const QString& text = {}, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace placewright
