#include "ui/pages/yearspanel.h"

#include "core/evaluate/evaluation.h"
#include "core/words/headlines.h"
#include "ui/models/removal.h"
#include "ui/models/rulebookchoices.h"
#include "ui/models/shownmodel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

YearsPanel::YearsPanel(PlanDocument& document, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_model(new ShownModel(this))
    , m_grid(new Grid(m_model))
    , m_year(new QComboBox)
    , m_rulebook(new QComboBox)
    , m_add(new QPushButton)
    , m_remove(new QPushButton)
{
    setObjectName(u"yearsPanel"_s);
    m_grid->setObjectName(u"yearsGrid"_s);
    m_grid->view()->setRowSelection(true);
    setGrid(m_grid);
    setEnlargeable(false);
    m_year->setObjectName(u"rulesYear"_s);
    m_rulebook->setObjectName(u"rulesOfYear"_s);
    m_add->setObjectName(u"addYear"_s);
    m_remove->setObjectName(u"removeYear"_s);

    auto* footer = new QWidget;
    auto* layout = new QHBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(new QLabel(tr("Rules of")));
    layout->addWidget(m_year);
    layout->addWidget(m_rulebook);
    layout->addStretch(1);
    layout->addWidget(m_add);
    layout->addWidget(m_remove);
    setFooter(footer);

    connect(m_year, &QComboBox::activated, this, &YearsPanel::refreshFooter);
    connect(m_rulebook, &QComboBox::activated, this, &YearsPanel::takeRulebook);
    connect(m_add, &QPushButton::clicked, this, &YearsPanel::add);
    connect(m_remove, &QPushButton::clicked, this, &YearsPanel::removeLast);
    connect(m_grid->view(), &GridView::idsSelected, this, [this](const QStringList& ids) {
        m_year->setCurrentText(ids.value(0, m_year->currentText()));
        refreshFooter();
    });
}

void YearsPanel::refresh()
{
    const Plan& plan = m_document.plan();
    setTitle(tr("The plan covers %n year(s)", nullptr, static_cast<int>(plan.years.size())));
    setCaption(tr("Each year stands under one rulebook, kept in the file with the plan, or under none."));
    const bool pence =
        std::any_of(m_document.evaluation().years.begin(), m_document.evaluation().years.end(),
                    [](const YearTotal& total) {
                        return !total.income.amount.isWholePounds() || !total.spend.amount.isWholePounds();
                    });
    const Pence shown = pence ? Pence::Always : Pence::Never;
    QList<ShownTableRow> rows;
    for (const FinancialYear& year : plan.years) {
        const Rulebook* rulebook = m_document.shelf().rulebookOf(year);
        const YearTotal* total = yearTotal(m_document.evaluation(), year.id.text());
        ShownTableCell title = textCell(rulebook ? rulebook->title : tr("none: nothing is checked"));
        ShownTableCell open = textCell(rulebook ? QString::number(rulebook->notConfirmed()) : u"–"_s);
        if (rulebook)
            open.number = rulebook->notConfirmed();
        const Money income = total ? total->income.amount : Money();
        const Money spend = total ? total->spend.amount : Money();
        rows.append(
            {year.id.text(),
             false,
             false,
             {textCell(year.id.text()), title, open, moneyCell(income, shown), moneyCell(spend, shown)}});
    }
    m_model->setTable({{tr("Year")},
                       {tr("Rulebook"), false, true},
                       {tr("Facts not confirmed"), true},
                       {tr("Pooled income £"), true},
                       {tr("Planned spend £"), true}},
                      rows);

    const QSignalBlocker blocker(m_year);
    const QString chosen = m_year->currentText();
    m_year->clear();
    for (const FinancialYear& year : plan.years)
        m_year->addItem(year.id.text());
    const int kept = m_year->findText(chosen);
    m_year->setCurrentIndex(kept >= 0 ? kept : m_year->findText(m_document.year()));
    refreshFooter();
}

void YearsPanel::refreshFooter()
{
    const Plan& plan = m_document.plan();
    const QSignalBlocker blocker(m_rulebook);
    m_rulebook->clear();
    m_rulebook->addItem(tr("No rules"), QString());
    for (const RulebookChoice& choice : rulebookChoices(m_document))
        m_rulebook->addItem(choice.title, choice.hash);
    const FinancialYear* year = plan.years.find(Id(m_year->currentText()));
    m_rulebook->setCurrentIndex(year ? std::max(0, m_rulebook->findData(year->rulebookHash)) : 0);

    const bool readOnly = m_document.isReadOnly();
    const QString next = nextYear(plan, m_document.author().now().date());
    m_rulebook->setEnabled(year && !readOnly);
    m_add->setText(tr("Add %1").arg(next));
    m_add->setEnabled(!readOnly && !next.isEmpty() && plan.years.size() < mostYears);
    const QString last = plan.years.isEmpty() ? QString() : plan.years[plan.years.size() - 1].id.text();
    m_remove->setText(tr("Remove %1").arg(last));
    m_remove->setVisible(plan.years.size() > 1);
    m_remove->setEnabled(!readOnly);
}

void YearsPanel::add()
{
    addYear(m_document, nextYear(m_document.plan(), m_document.author().now().date()));
}

void YearsPanel::removeLast()
{
    const Plan& plan = m_document.plan();
    const Removed removed = removeEntities(m_document, {plan.years[plan.years.size() - 1].id.text()});
    if (removed.several)
        emit noticed(removed.what);
}

void YearsPanel::takeRulebook(int item)
{
    const QString hash = m_rulebook->itemData(item).toString();
    const QList<RulebookChoice> choices = rulebookChoices(m_document);
    const auto chosen = std::find_if(choices.begin(), choices.end(),
                                     [&](const RulebookChoice& choice) { return choice.hash == hash; });
    pinRulebook(m_document, Id(m_year->currentText()), chosen == choices.end() ? nullptr : &*chosen);
}

} // namespace placewright
