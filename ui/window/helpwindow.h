#pragma once

#include <QDialog>

namespace placewright {

// The help that comes with the program, opened at one page's topic. Offline; links lead only to other topics.
class HelpWindow : public QDialog
{
    Q_OBJECT
public:
    HelpWindow(const QString& topic, QWidget* parent = nullptr);
};

} // namespace placewright
