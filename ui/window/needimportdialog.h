#pragma once

#include "core/exchange/needfilekind.h"
#include "core/exchange/needimport.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace placewright {

class Grid;
class ShownModel;

// A file that a person chose, read whole.
struct ChosenFile
{
    QString name;
    QByteArray bytes;
};

// Shows what an import of one or several files would do before it is done: what was read, its first rows, what matched, and refused
// rows with their line and reason. Files are read one after the other, each against the plan as those before leave it;
// changing an option reads them again.
class NeedImportDialog : public QDialog
{
    Q_OBJECT
public:
    NeedImportDialog(const Plan& plan, const Shelf& shelf, const QList<ChosenFile>& files,
                     const IdSource& ids, QWidget* parent = nullptr);

    QList<NeedImport>
    imports() const; // after it was accepted, in order: each a Step on what the one before leaves

private:
    struct Entry
    {
        ChosenFile file;
        NeedFileKind kind;
        QByteArray table; // the sheet of a workbook; empty: the file itself
        ImportOptions options;
        bool taken = true;
        std::optional<NeedImport> import; // nothing: refused, with the reason
        QString reason;
        QList<RefusedRow> refused; // of a file that its rows refuse
    };

    QWidget* makeForm();
    void recognise(Entry& entry) const;
    void readFrom(qsizetype first);
    void readEntry(Entry& entry, const Plan& plan, const Shelf& shelf) const;
    void takeOptions();
    void showEntry();
    void showFirstRows(const Entry& entry);
    void refreshButton();
    void setRowShown(QWidget* field, bool shown);
    Entry& current() { return m_entries[m_current]; }

    // The plan and what it refers to, as they are before each file.
    struct Before
    {
        Plan plan;
        Shelf shelf;
    };
    QList<Before> m_before;
    QList<Entry> m_entries;
    IdSource m_ids;
    qsizetype m_current = 0;
    bool m_quiet = false;

    QListWidget* m_files;
    QFormLayout* m_form;
    QCheckBox* m_take;
    QComboBox* m_codeSet;
    QComboBox* m_figureKind;
    QComboBox* m_orientation;
    QLineEdit* m_per;
    QLineEdit* m_unit;
    QLineEdit* m_layer;
    QComboBox* m_overlap;
    QCheckBox* m_skip;
    QTextBrowser* m_preview;
    ShownModel* m_firstRows;
    Grid* m_firstGrid;
    QPushButton* m_do;
};

} // namespace placewright
