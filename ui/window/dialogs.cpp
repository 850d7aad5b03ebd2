#include "ui/window/dialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace placewright {

QString SystemDialogs::openFile(QWidget* parent, const QString& title, const QString& filter)
{
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QStringList SystemDialogs::openFiles(QWidget* parent, const QString& title, const QString& filter)
{
    return QFileDialog::getOpenFileNames(parent, title, {}, filter);
}

QString SystemDialogs::saveFile(QWidget* parent, const QString& title, const QString& suggested,
                                const QString& filter)
{
    QFileDialog dialog(parent, title, suggested, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(suggested);
    dialog.setDefaultSuffix(QFileInfo(suggested).suffix()); // before it asks whether to replace
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

std::optional<QString> SystemDialogs::askText(QWidget* parent, const QString& title, const QString& question,
                                              const QString& suggested)
{
    bool given = false;
    const QString text =
        QInputDialog::getText(parent, title, question, QLineEdit::Normal, suggested, &given).trimmed();
    return given && !text.isEmpty() ? std::optional(text) : std::nullopt;
}

int SystemDialogs::choose(QWidget* parent, const QString& title, const QString& sentence,
                          const QStringList& buttons)
{
    QMessageBox box(parent);
    box.setWindowTitle(title);
    box.setText(sentence);
    QList<QAbstractButton*> made;
    for (const QString& text : buttons)
        made.append(box.addButton(text, made.isEmpty() ? QMessageBox::AcceptRole : QMessageBox::ActionRole));
    box.addButton(QMessageBox::Cancel);
    box.exec();
    return static_cast<int>(made.indexOf(box.clickedButton()));
}

void SystemDialogs::tell(QWidget* parent, const QString& title, const QString& sentence)
{
    QMessageBox box(parent);
    box.setWindowTitle(title);
    box.setText(sentence);
    box.addButton(QMessageBox::Close);
    box.exec();
}

} // namespace placewright
