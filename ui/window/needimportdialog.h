#pragma once

#include "core/exchange/needimport.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace placewright {

// Shows what an import would do before it is done: what was read, what matched, refused rows with their reason. Changing an
// option reads the file again.
class NeedImportDialog : public QDialog
{
    Q_OBJECT
public:
    NeedImportDialog(const Plan& plan, const Shelf& shelf, const QByteArray& bytes, const QString& fileName,
                     QWidget* parent = nullptr);

    const NeedImport& import() const { return *m_import; } // after it was accepted

private:
    void read();

    const Plan& m_plan;
    const Shelf& m_shelf;
    QByteArray m_bytes;
    QString m_fileName;
    QLineEdit* m_layer;
    QComboBox* m_overlap;
    QCheckBox* m_skip;
    QTextBrowser* m_preview;
    QPushButton* m_do;
    std::optional<NeedImport> m_import;
};

} // namespace placewright
