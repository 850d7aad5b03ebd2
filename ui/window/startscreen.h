#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace placewright {

// What the window shows without a plan: new, open, the sample, and the plans opened last.
class StartScreen : public QWidget
{
    Q_OBJECT
public:
    explicit StartScreen(QWidget* parent = nullptr);

    void setRecent(const QStringList& paths);

signals:
    void newRequested();
    void openRequested();
    void sampleRequested();
    void recentRequested(const QString& path);

private:
    void refreshLook();
    void changeEvent(QEvent* event) override;

    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_recentTitle;
    QListWidget* m_recent;
};

} // namespace placewright
