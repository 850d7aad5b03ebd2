#include "ui/window/needimportdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostListed = 200;

void appendList(QString& html, const QString& title, const QStringList& items)
{
    if (items.isEmpty())
        return;
    html += u"<h4>%1 (%2)</h4><ul>"_s.arg(title.toHtmlEscaped()).arg(items.size());
    for (const QString& item : items.first(qMin(items.size(), mostListed)))
        html += u"<li>%1</li>"_s.arg(item.toHtmlEscaped());
    html += u"</ul>"_s;
}

QString previewOf(const NeedImport& import)
{
    QString html;
    for (const QString& sentence : import.summary)
        html += u"<p>%1</p>"_s.arg(sentence.toHtmlEscaped());
    QStringList refused;
    for (const RefusedRow& row : import.refused)
        refused.append(row.line > 0 ? NeedImportDialog::tr("line %1: %2").arg(row.line).arg(row.reason)
                                    : row.reason);
    appendList(html, NeedImportDialog::tr("Refused rows"), refused);
    appendList(html, NeedImportDialog::tr("In two areas"), import.overlapping);
    appendList(html, NeedImportDialog::tr("Not in the dataset"), import.unmatched);
    appendList(html, NeedImportDialog::tr("Practices that no area has"), import.notInAnyArea);
    return html;
}

} // namespace

NeedImportDialog::NeedImportDialog(const Plan& plan, const Shelf& shelf, const QByteArray& bytes,
                                   const QString& fileName, QWidget* parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_shelf(shelf)
    , m_bytes(bytes)
    , m_fileName(fileName)
    , m_layer(new QLineEdit(this))
    , m_overlap(new QComboBox(this))
    , m_skip(new QCheckBox(tr("Leave refused rows out and import the rest"), this))
    , m_preview(new QTextBrowser(this))
{
    setObjectName(u"needImportDialog"_s);
    setWindowTitle(tr("Import %1").arg(fileName));
    resize(720, 560);
    m_layer->setObjectName(u"layerName"_s);
    m_layer->setPlaceholderText(tr("named after the kind of file"));
    m_overlap->setObjectName(u"overlap"_s);
    m_overlap->addItems({tr("Refuse the file"), tr("Split the practice equally")});
    m_skip->setObjectName(u"skipRefused"_s);
    m_preview->setObjectName(u"importPreview"_s);

    auto* form = new QFormLayout(this);
    form->addRow(tr("Layer of areas"), m_layer);
    form->addRow(tr("A practice in two areas"), m_overlap);
    form->addRow(QString(), m_skip);
    form->addRow(m_preview);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_do = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_layer, &QLineEdit::editingFinished, this, &NeedImportDialog::read);
    connect(m_overlap, &QComboBox::currentIndexChanged, this, &NeedImportDialog::read);
    connect(m_skip, &QCheckBox::toggled, this, &NeedImportDialog::read);
    read();
}

void NeedImportDialog::read()
{
    ImportOptions options;
    options.layerName = m_layer->text().trimmed();
    options.overlap = m_overlap->currentIndex() == 0 ? Overlap::Refuse : Overlap::SplitEqually;
    options.skipRefused = m_skip->isChecked();
    Result<NeedImport> import = importNeed(m_plan, m_shelf, m_bytes, m_fileName, options, randomIds());
    m_do->setEnabled(import.ok());
    if (!import) {
        m_import.reset();
        m_preview->setPlainText(import.error().text);
        return;
    }
    m_import = std::move(*import);
    m_preview->setHtml(previewOf(*m_import));
}

} // namespace placewright
