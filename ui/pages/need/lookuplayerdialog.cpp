#include "ui/pages/need/lookuplayerdialog.h"

#include "core/place/codeset.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

QList<std::shared_ptr<const Lookup>> lookupsOf(const Plan& plan, const Shelf& shelf)
{
    QList<std::shared_ptr<const Lookup>> lookups;
    for (const NeedDataset& dataset : plan.needDatasets)
        if (const auto lookup = shelf.lookups.value(dataset.hash))
            lookups.append(lookup);
    return lookups;
}

// Code sets of the lookups, the finest first as published.
QStringList setsOf(const Plan& plan, const Shelf& shelf)
{
    QStringList sets;
    for (const auto& lookup : lookupsOf(plan, shelf))
        for (const Lookup::Column& column : lookup->columns())
            if (!sets.contains(column.codeSet))
                sets.append(column.codeSet);
    return sets;
}

} // namespace

bool hasLookup(const Plan& plan, const Shelf& shelf)
{
    return !lookupsOf(plan, shelf).isEmpty();
}

LookupLayerDialog::LookupLayerDialog(const Plan& plan, const Shelf& shelf, const IdSource& ids,
                                     QWidget* parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_shelf(shelf)
    , m_ids(ids)
    , m_areas(new QComboBox(this))
    , m_units(new QComboBox(this))
    , m_within(new QComboBox(this))
    , m_codes(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_preview(new QLabel(this))
{
    setObjectName(u"lookupLayerDialog"_s);
    setWindowTitle(tr("Layer from a lookup"));
    constexpr int width = 560;
    setMinimumWidth(width);
    m_areas->setObjectName(u"lookupAreas"_s);
    m_units->setObjectName(u"lookupUnits"_s);
    m_within->setObjectName(u"lookupWithin"_s);
    m_codes->setObjectName(u"lookupWithinCodes"_s);
    m_name->setObjectName(u"lookupLayerName"_s);
    m_preview->setObjectName(u"lookupPreview"_s);
    m_preview->setWordWrap(true);
    m_within->addItem(tr("all of the lookup"), QString());
    for (const QString& set : setsOf(plan, shelf)) {
        m_areas->addItem(codeSetLabel(set), set);
        m_units->addItem(codeSetLabel(set), set);
        m_within->addItem(codeSetLabel(set), set);
    }
    m_areas->setCurrentIndex(qMin(1, m_areas->count() - 1)); // areas of the finest units
    m_within->setCurrentIndex(m_within->count() - 1);        // no layer of all England by mistake
    m_codes->setPlaceholderText(tr("Codes or names, with commas: E08000025, Solihull"));
    m_name->setPlaceholderText(tr("named after the areas"));

    auto* form = new QFormLayout(this);
    form->addRow(tr("One area for each of"), m_areas);
    form->addRow(tr("made of"), m_units);
    form->addRow(tr("within"), m_within);
    form->addRow(tr("these of them"), m_codes);
    form->addRow(tr("Name of the layer"), m_name);
    form->addRow(m_preview);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_do = buttons->addButton(tr("Make the layer"), QDialogButtonBox::AcceptRole);
    m_do->setObjectName(u"makeLayer"_s);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QComboBox* box : {m_areas, m_units, m_within})
        connect(box, &QComboBox::currentIndexChanged, this, &LookupLayerDialog::read);
    for (QLineEdit* field : {m_codes, m_name})
        connect(field, &QLineEdit::textChanged, this, &LookupLayerDialog::read);
    read();
}

// Names are read as the codes they stand for.
QStringList LookupLayerDialog::withinCodes(QStringList* unknown) const
{
    const QString set = m_within->currentData().toString();
    QStringList codes;
    for (const QString& typed : m_codes->text().split(u',', Qt::SkipEmptyParts)) {
        const QString text = typed.trimmed();
        QString code;
        for (const auto& lookup : lookupsOf(m_plan, m_shelf)) {
            const Lookup::Column* column = lookup->column(set);
            if (!column)
                continue;
            if (column->codes.contains(text, Qt::CaseInsensitive))
                code = set == codeSet::other ? text : text.toUpper();
            for (auto name = column->names.cbegin(); name != column->names.cend(); ++name)
                if (name->compare(text, Qt::CaseInsensitive) == 0)
                    code = name.key();
        }
        if (code.isEmpty())
            unknown->append(text);
        else
            codes.append(code);
    }
    return codes;
}

void LookupLayerDialog::read()
{
    m_made.reset();
    const QString within = m_within->currentData().toString();
    m_codes->setEnabled(!within.isEmpty());
    QStringList unknown;
    const QStringList codes = within.isEmpty() ? QStringList() : withinCodes(&unknown);
    QString problem;
    if (m_areas->count() == 0)
        problem = tr("The plan has no lookup: import one first.");
    else if (!unknown.isEmpty())
        problem = tr("“%1” is none of the %2 of the lookup.").arg(unknown.first(), codeSetLabel(within));
    else if (!within.isEmpty() && codes.isEmpty())
        problem = tr("Name at least one of the %1.").arg(codeSetLabel(within));
    if (problem.isEmpty()) {
        const LookupLayer wanted{m_name->text(), m_areas->currentData().toString(),
                                 m_units->currentData().toString(), within, codes};
        if (Result<NeedImport> made = layerByLookup(m_plan, m_shelf, wanted, m_ids))
            m_made = std::move(*made);
        else
            problem = made.error().text;
    }
    m_preview->setText(m_made ? m_made->summary.join(u' ') : problem);
    m_do->setEnabled(m_made.has_value());
}

} // namespace placewright
