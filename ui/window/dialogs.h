#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QWidget;

namespace placewright {

// Everything the window asks a person in a dialog of the system, so that a test can answer for them.
class Dialogs
{
public:
    Dialogs() = default;
    Dialogs(const Dialogs&) = delete;
    Dialogs& operator=(const Dialogs&) = delete;
    virtual ~Dialogs() = default;

    virtual QString openFile(QWidget* parent, const QString& title,
                             const QString& filter) = 0; // empty: cancelled
    virtual QStringList openFiles(QWidget* parent, const QString& title, const QString& filter) = 0;
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                             const QString& filter) = 0;
    virtual std::optional<QString> askText(QWidget* parent, const QString& title, const QString& question,
                                           const QString& suggested) = 0;
    // The index of the button chosen, -1: cancelled. Buttons say what they do.
    virtual int choose(QWidget* parent, const QString& title, const QString& sentence,
                       const QStringList& buttons) = 0;
    virtual void tell(QWidget* parent, const QString& title, const QString& sentence) = 0;
};

class SystemDialogs : public Dialogs
{
public:
    QString openFile(QWidget* parent, const QString& title, const QString& filter) override;
    QStringList openFiles(QWidget* parent, const QString& title, const QString& filter) override;
    QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                     const QString& filter) override;
    std::optional<QString> askText(QWidget* parent, const QString& title, const QString& question,
                                   const QString& suggested) override;
    int choose(QWidget* parent, const QString& title, const QString& sentence,
               const QStringList& buttons) override;
    void tell(QWidget* parent, const QString& title, const QString& sentence) override;
};

} // namespace placewright
