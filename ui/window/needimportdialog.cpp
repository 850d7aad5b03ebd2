#include "ui/window/needimportdialog.h"

#include "core/exchange/csv.h"
#include "core/exchange/readdataset.h"
#include "core/place/codeset.h"
#include "core/plan/apply.h"
#include "ui/models/shownmodel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;
using Type = NeedFileKind::Type;

constexpr qsizetype mostListed = 200;
constexpr int firstRows = 8;
constexpr size_t firstCells = 12;

QString kindWords(const NeedFileKind& kind)
{
    switch (kind.type) {
    case Type::Unknown:
        return NeedImportDialog::tr("a file of no known kind");
    case Type::SavedPlaces:
        return NeedImportDialog::tr("places saved by NHS England's tool");
    case Type::PracticeFile:
        return NeedImportDialog::tr("weighted populations of GP practices");
    case Type::LocalityList:
        return NeedImportDialog::tr("GP practices and their localities");
    case Type::WardLocalityList:
        return NeedImportDialog::tr("wards and their localities");
    case Type::Lookup:
        return NeedImportDialog::tr("a lookup: which areas lie in which");
    case Type::Figures:
        return kind.layout == figureLayout::table
                   ? NeedImportDialog::tr("a table with a column of codes")
                   : NeedImportDialog::tr("figures of areas or practices (%1)").arg(kind.layout);
    case Type::Shapes:
        return NeedImportDialog::tr("a map");
    case Type::Workbook:
        return NeedImportDialog::tr("a workbook");
    }
    return {};
}

bool makesLayer(const NeedFileKind& kind)
{
    return kind.type == Type::SavedPlaces || kind.type == Type::LocalityList ||
           kind.type == Type::WardLocalityList;
}

QStringList wordsOf(const QList<RefusedRow>& rows)
{
    QStringList words;
    for (const RefusedRow& row : rows)
        words.append(row.line > 0 ? NeedImportDialog::tr("line %1: %2").arg(row.line).arg(row.reason)
                                  : row.reason);
    return words;
}

void appendList(QString& html, const QString& title, const QStringList& items)
{
    if (items.isEmpty())
        return;
    html += u"<h4>%1 (%2)</h4><ul>"_s.arg(title.toHtmlEscaped()).arg(items.size());
    for (const QString& item : items.first(qMin(items.size(), mostListed)))
        html += u"<li>%1</li>"_s.arg(item.toHtmlEscaped());
    html += u"</ul>"_s;
    if (items.size() > mostListed)
        html += u"<p>%1</p>"_s.arg(
            NeedImportDialog::tr("and %n more", nullptr, static_cast<int>(items.size() - mostListed)));
}

QString paragraph(const QString& text)
{
    return u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

QString previewOf(const NeedImport& import)
{
    QString html;
    for (const QString& sentence : import.summary)
        html += paragraph(sentence);
    appendList(html, NeedImportDialog::tr("Refused rows, left out"), wordsOf(import.refused));
    appendList(html, NeedImportDialog::tr("In two areas"), import.overlapping);
    appendList(html, NeedImportDialog::tr("Not in the dataset"), import.unmatched);
    appendList(html, NeedImportDialog::tr("Practices that no area has"), import.notInAnyArea);
    return html;
}

} // namespace

NeedImportDialog::NeedImportDialog(const Plan& plan, const Shelf& shelf, const QList<ChosenFile>& files,
                                   const IdSource& ids, QWidget* parent)
    : QDialog(parent)
    , m_ids(ids)
    , m_files(new QListWidget(this))
    , m_form(new QFormLayout)
    , m_take(new QCheckBox(tr("Import this file"), this))
    , m_codeSet(new QComboBox(this))
    , m_figureKind(new QComboBox(this))
    , m_orientation(new QComboBox(this))
    , m_per(new QLineEdit(this))
    , m_unit(new QLineEdit(this))
    , m_layer(new QLineEdit(this))
    , m_overlap(new QComboBox(this))
    , m_skip(new QCheckBox(tr("Leave refused rows out and import the rest"), this))
    , m_preview(new QTextBrowser(this))
    , m_firstRows(new ShownModel(this))
    , m_firstGrid(new Grid(m_firstRows, this))
{
    setObjectName(u"needImportDialog"_s);
    setWindowTitle(files.size() == 1 ? tr("Import %1").arg(files.first().name)
                                     : tr("Import %n file(s)", nullptr, static_cast<int>(files.size())));
    resize(980, 680);
    for (const ChosenFile& file : files) {
        Entry entry;
        entry.file = file;
        recognise(entry);
        m_entries.append(entry);
        m_files->addItem(file.name);
    }
    m_before.append({plan, shelf});
    m_files->setObjectName(u"importFiles"_s);
    m_files->setAccessibleName(tr("Files"));
    m_preview->setObjectName(u"importPreview"_s);
    m_preview->setAccessibleName(tr("What the import would do"));
    m_firstGrid->view()->setObjectName(u"importFirstRows"_s);
    m_firstGrid->view()->setAccessibleName(tr("First rows of the file"));

    auto* below = new QSplitter(Qt::Vertical, this);
    below->addWidget(m_preview);
    below->addWidget(m_firstGrid);
    below->setSizes({320, 220});
    below->setChildrenCollapsible(false);
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeForm());
    column->addWidget(below, 1);
    auto* sides = new QSplitter(Qt::Horizontal, this);
    sides->addWidget(m_files);
    sides->addWidget(right);
    sides->setSizes({240, 720});
    sides->setChildrenCollapsible(false);
    m_files->setVisible(files.size() > 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_do = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_do->setObjectName(u"doImport"_s);
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(sides, 1);
    whole->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_files, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row < 0 || row == m_current)
            return;
        m_current = row;
        showEntry();
    });
    readFrom(0);
    m_files->setCurrentRow(0);
    showEntry();
}

QWidget* NeedImportDialog::makeForm()
{
    auto* box = new QWidget(this);
    box->setLayout(m_form);
    m_form->setContentsMargins(0, 0, 0, space::medium);
    const auto name = [](QWidget* field, const char* objectName) {
        field->setObjectName(QLatin1StringView(objectName));
    };
    name(m_take, "importThis");
    name(m_codeSet, "importCodeSet");
    name(m_figureKind, "importFigureKind");
    name(m_orientation, "importOrientation");
    name(m_per, "importPer");
    name(m_unit, "importUnit");
    name(m_layer, "layerName");
    name(m_overlap, "overlap");
    name(m_skip, "skipRefused");
    m_codeSet->addItem(tr("as its codes and header say"), QString());
    for (const Choice& choice : codeSetChoices)
        m_codeSet->addItem(codeSetLabel(choice.value), QString(choice.value));
    const Field& kinds = *NeedDataset::type.field(u"figureKind");
    for (const FigureKind kind : {FigureKind::Count, FigureKind::WeightedPeople, FigureKind::Score,
                                  FigureKind::Rate, FigureKind::Rank, FigureKind::Decile})
        m_figureKind->addItem(labelOfChoice(kinds, figureKindId(kind)), static_cast<int>(kind));
    m_orientation->addItem(tr("not said"), static_cast<int>(Orientation::Unknown));
    const Field& ends = *NeedDataset::type.field(u"orientation");
    for (const Orientation end : {Orientation::HighIsMore, Orientation::LowIsMore})
        m_orientation->addItem(labelOfChoice(ends, orientationId(end)), static_cast<int>(end));
    m_per->setPlaceholderText(tr("100 for a percentage, 1000, 100000"));
    m_layer->setPlaceholderText(tr("named after the kind of file"));
    m_overlap->addItems({tr("Refuse the file"), tr("Split the practice equally")});

    m_form->addRow(m_take);
    m_form->addRow(tr("Rows are"), m_codeSet);
    m_form->addRow(tr("Figures are"), m_figureKind);
    m_form->addRow(tr("Per how many people"), m_per);
    m_form->addRow(tr("Unit"), m_unit);
    m_form->addRow(tr("Which end is more need"), m_orientation);
    m_form->addRow(tr("Layer of areas"), m_layer);
    m_form->addRow(tr("A practice in two areas"), m_overlap);
    m_form->addRow(m_skip);
    for (QComboBox* choice : {m_codeSet, m_figureKind, m_orientation, m_overlap})
        connect(choice, &QComboBox::currentIndexChanged, this, &NeedImportDialog::takeOptions);
    for (QLineEdit* field : {m_per, m_unit, m_layer})
        connect(field, &QLineEdit::editingFinished, this, &NeedImportDialog::takeOptions);
    for (QCheckBox* check : {m_take, m_skip})
        connect(check, &QCheckBox::toggled, this, &NeedImportDialog::takeOptions);
    return box;
}

void NeedImportDialog::recognise(Entry& entry) const
{
    entry.kind = recogniseNeedFile(entry.file.bytes, entry.file.name);
    if (entry.kind.type != Type::Workbook)
        return;
    if (const Result<NeedTable> table = needTable(entry.file.bytes, entry.file.name)) {
        entry.table = table->bytes;
        entry.kind = recogniseNeedFile(entry.table, entry.file.name);
    }
}

void NeedImportDialog::readEntry(Entry& entry, const Plan& plan, const Shelf& shelf) const
{
    const auto read = [&](const ImportOptions& options) {
        return importNeed(plan, shelf, entry.file.bytes, entry.file.name, options, m_ids);
    };
    entry.import.reset();
    entry.refused.clear();
    entry.reason.clear();
    Result<NeedImport> import = read(entry.options);
    if (import) {
        entry.import = std::move(*import);
        return;
    }
    entry.reason = import.error().text;
    if (entry.options.skipRefused)
        return;
    ImportOptions without = entry.options;
    without.skipRefused = true; // only to see which rows refuse it
    if (Result<NeedImport> rest = read(without))
        entry.refused = rest->refused;
}

void NeedImportDialog::readFrom(qsizetype first)
{
    m_before.resize(first + 1);
    for (qsizetype i = first; i < m_entries.size(); ++i) {
        Entry& entry = m_entries[i];
        Before before = m_before.at(i);
        readEntry(entry, before.plan, before.shelf);
        const bool stands = entry.taken && entry.import;
        m_files->item(static_cast<int>(i))
            ->setText(!entry.taken   ? tr("%1: left out").arg(entry.file.name)
                      : entry.import ? entry.file.name
                                     : tr("%1: refused").arg(entry.file.name));
        if (i + 1 == m_entries.size())
            break;
        if (stands) {
            const Applied applied = apply(before.plan, entry.import->step);
            if (applied.ok())
                before.plan = applied.plan;
            for (const NeedDataset& dataset : before.plan.needDatasets)
                if (const auto blob = entry.import->blobs.constFind(dataset.hash);
                    blob != entry.import->blobs.cend() && !readDataset(before.shelf, dataset, *blob))
                    entry.reason = tr("“%1” could not be read again.").arg(dataset.name);
        }
        m_before.append(before);
    }
}

void NeedImportDialog::takeOptions()
{
    if (m_quiet)
        return;
    Entry& entry = current();
    entry.taken = m_take->isChecked();
    entry.options.skipRefused = m_skip->isChecked();
    entry.options.layerName = m_layer->text().trimmed();
    entry.options.overlap = m_overlap->currentIndex() == 0 ? Overlap::Refuse : Overlap::SplitEqually;
    FigureHints& hints = entry.options.hints;
    hints.codeSet = m_codeSet->currentData().toString();
    hints.kind = static_cast<FigureKind>(m_figureKind->currentData().toInt());
    hints.orientation = static_cast<Orientation>(m_orientation->currentData().toInt());
    hints.per = qMax(1, m_per->text().remove(u',').toInt());
    hints.unit = m_unit->text().trimmed();
    readFrom(m_current);
    showEntry();
}

void NeedImportDialog::setRowShown(QWidget* field, bool shown)
{
    field->setVisible(shown);
    if (QWidget* label = m_form->labelForField(field))
        label->setVisible(shown);
}

void NeedImportDialog::showEntry()
{
    const Entry& entry = current();
    m_quiet = true;
    const FigureHints& hints = entry.options.hints;
    m_take->setChecked(entry.taken);
    m_codeSet->setCurrentIndex(m_codeSet->findData(hints.codeSet));
    m_figureKind->setCurrentIndex(m_figureKind->findData(static_cast<int>(hints.kind)));
    m_orientation->setCurrentIndex(m_orientation->findData(static_cast<int>(hints.orientation)));
    m_per->setText(hints.per > 1 ? QString::number(hints.per) : QString());
    m_unit->setText(hints.unit);
    m_layer->setText(entry.options.layerName);
    m_overlap->setCurrentIndex(entry.options.overlap == Overlap::Refuse ? 0 : 1);
    m_skip->setChecked(entry.options.skipRefused);
    m_quiet = false;

    const bool figures = entry.kind.type == Type::Figures;
    const bool generic = figures && entry.kind.layout == figureLayout::table;
    const bool practices = entry.kind.type == Type::SavedPlaces || entry.kind.type == Type::LocalityList;
    setRowShown(m_take, m_entries.size() > 1);
    setRowShown(m_codeSet, figures);
    setRowShown(m_figureKind, generic);
    setRowShown(m_orientation, generic);
    setRowShown(m_per, generic && hints.kind == FigureKind::Rate);
    setRowShown(m_unit, generic);
    setRowShown(m_layer, makesLayer(entry.kind));
    setRowShown(m_overlap, practices);
    setRowShown(m_skip, entry.options.skipRefused || !entry.refused.isEmpty() ||
                            (entry.import && !entry.import->refused.isEmpty()));

    QString html = paragraph(tr("This is %1.").arg(kindWords(entry.kind)));
    if (!entry.reason.isEmpty())
        html += u"<p><b>%1</b></p>"_s.arg(entry.reason.toHtmlEscaped());
    appendList(html, tr("Refused rows"), wordsOf(entry.refused));
    if (entry.import)
        html += previewOf(*entry.import);
    m_preview->setHtml(html);
    showFirstRows(entry);
    refreshButton();
}

void NeedImportDialog::showFirstRows(const Entry& entry)
{
    const QByteArray& bytes = entry.table.isEmpty() ? entry.file.bytes : entry.table;
    const bool isTable = entry.kind.type != Type::SavedPlaces && entry.kind.type != Type::Shapes &&
                         entry.kind.type != Type::Workbook;
    QList<ShownTableColumn> columns;
    QList<ShownTableRow> rows;
    if (Result<CsvScanner> scanner = CsvScanner::open(bytes, entry.file.name); isTable && scanner) {
        columns.append({tr("Line"), true});
        if (scanner->next())
            for (const QByteArrayView cell :
                 scanner->cells().first(qMin(firstCells, scanner->cells().size())))
                columns.append({QString::fromUtf8(cell)});
        for (int i = 0; i < firstRows && scanner->next(); ++i) {
            QList<ShownTableCell> cells{textCell(QString::number(scanner->line()))};
            for (const QByteArrayView cell :
                 scanner->cells().first(qMin(firstCells, scanner->cells().size())))
                cells.append(textCell(QString::fromUtf8(cell)));
            rows.append({QString::number(scanner->line()), false, false, cells});
        }
    }
    m_firstRows->setTable(columns, rows);
    m_firstGrid->setVisible(!rows.isEmpty());
}

void NeedImportDialog::refreshButton()
{
    const auto taken = [](const Entry& entry) { return entry.taken; };
    const auto stands = [](const Entry& entry) { return !entry.taken || entry.import.has_value(); };
    const auto count = std::count_if(m_entries.begin(), m_entries.end(), taken);
    m_do->setEnabled(count > 0 && std::all_of(m_entries.begin(), m_entries.end(), stands));
    m_do->setText(m_entries.size() == 1 ? tr("Import")
                                        : tr("Import %n file(s)", nullptr, static_cast<int>(count)));
}

QList<NeedImport> NeedImportDialog::imports() const
{
    QList<NeedImport> imports;
    for (const Entry& entry : m_entries)
        if (entry.taken && entry.import)
            imports.append(*entry.import);
    return imports;
}

} // namespace placewright
