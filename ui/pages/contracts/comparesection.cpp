#include "ui/pages/contracts/comparesection.h"

#include "core/words/contractwords.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/contracts/versionname.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

CompareSection::CompareSection(const ContractsContext& context, QWidget* parent)
    : ContractsSection(context, parent)
    , m_other(new QComboBox(this))
    , m_panel(new Panel(this))
    , m_model(new ShownModel(this))
{
    Grid* grid = makeShownGrid(*m_model, u"compareVersionsGrid"_s, tr("Two versions of terms, side by side"));
    m_panel->setObjectName(u"compareVersionsPanel"_s);
    m_panel->setGrid(grid);
    m_other->setObjectName(u"compareWith"_s);
    m_other->setAccessibleName(tr("Version to compare with"));
    m_panel->addTool(m_other);
    wire(m_panel);
    onRow(grid, [this](int row) { openRow(row); });
    connect(m_other, &QComboBox::activated, this, [this] {
        refresh();
        emit findingChanged();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
}

void CompareSection::refreshChoice()
{
    const QSignalBlocker quiet(m_other);
    const QVariant chosen = m_other->currentData();
    m_other->clear();
    const QList<const ContractVersion*> versions = shown().versions();
    for (const ContractVersion* version : versions)
        if (version->id != shown().versionId())
            m_other->addItem(tr("Against %1").arg(versionName(*version)), version->id.text());
    const int at = m_other->findData(chosen);
    m_other->setCurrentIndex(at >= 0 ? at : m_other->count() - 1);
    m_other->setVisible(m_other->count() > 0);
}

void CompareSection::refresh()
{
    refreshChoice();
    const auto other = shown().paymentOf(Id(m_other->currentData().toString()));
    const ContractPayment* mine = shown().payment();
    if (!other || !mine) {
        m_rows.clear();
        m_model->setTable({}, {});
        m_title = tr("There is one version of the terms");
        m_caption = tr("“New version” copies it; what is changed there stands here beside it.");
        m_panel->setTitle(m_title);
        m_panel->setCaption(m_caption);
        return;
    }
    fill(*other, *mine);
}

void CompareSection::fill(const ContractPayment& a, const ContractPayment& b)
{
    m_rows = compareVersions(plan(), a, b);
    QList<ShownTableRow> rows;
    int terms = 0;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool isMoney = m_rows.at(i).kind == VersionRow::Kind::Money;
        terms += isMoney ? 0 : 1;
        if (i == 0 || isMoney != (m_rows.at(i - 1).kind == VersionRow::Kind::Money))
            rows.append({isMoney ? u"heading-money"_s : u"heading-terms"_s,
                         true,
                         false,
                         {textCell(isMoney ? tr("Money") : tr("Terms that differ"))}});
        const ComparedRow said = comparedRow(plan(), m_rows.at(i));
        rows.append({u"row-"_s + QString::number(i),
                     false,
                     false,
                     {textCell(said.what), textCell(said.a), textCell(said.b), textCell(said.difference)}});
    }
    const auto nameOfVersion = [this](const ContractPayment& payment) {
        const ContractVersion* version = plan().contractVersions.find(payment.terms.version);
        return version ? versionName(*version) : QString();
    };
    m_model->setTable({{tr("What"), false, true},
                       {nameOfVersion(a), true},
                       {nameOfVersion(b), true},
                       {tr("Difference"), true}},
                      rows);
    m_title = comparisonTitle(plan(), a, b);
    m_caption = tr("%n term(s) differ.", nullptr, terms);
    m_panel->setTitle(m_title);
    m_panel->setCaption(tr("%1 A row leads to its field.").arg(m_caption));
}

void CompareSection::openRow(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const QString id = m_model->row(row).id;
    const VersionRow compared = m_rows.value(id.startsWith(u"row-") ? id.mid(4).toInt() : -1);
    if (compared.kind == VersionRow::Kind::Terms && !compared.field.isEmpty())
        emit cellRequested(
            {QString(ContractVersion::type.id), shown().versionId(), compared.field, compared.key});
    if (compared.kind == VersionRow::Kind::Indicator)
        for (const IndicatorTerms& terms : plan().indicatorTerms)
            if (terms.version == shown().versionId() && terms.indicator == compared.indicator)
                emit cellRequested(
                    {QString(IndicatorTerms::type.id), terms.id, compared.field, compared.key});
}

} // namespace placewright
