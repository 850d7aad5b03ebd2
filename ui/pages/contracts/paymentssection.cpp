#include "ui/pages/contracts/paymentssection.h"

#include "ui/models/shownmodel.h"
#include "ui/models/workingtable.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastTable = 180;

} // namespace

PaymentsSection::PaymentsSection(const ContractsContext& context, QWidget* parent)
    : ContractsSection(context, parent)
    , m_by(new QComboBox(this))
    , m_model(new ShownModel(this))
    , m_panel(new Panel(this))
    , m_steps(new ShownModel(this))
    , m_stepsPanel(new Panel(this))
{
    Grid* grid = makeShownGrid(*m_model, u"contractPaymentsGrid"_s, tr("The payment, seen otherwise"));
    m_panel->setObjectName(u"contractPaymentsPanel"_s);
    m_panel->setGrid(grid);
    m_by->setObjectName(u"paymentsBy"_s);
    m_by->setAccessibleName(tr("Payment by"));
    m_panel->addTool(m_by);
    Grid* steps = makeShownGrid(*m_steps, u"contractStepsGrid"_s, tr("The thirteen steps"));
    m_stepsPanel->setObjectName(u"contractStepsPanel"_s);
    m_stepsPanel->setGrid(steps);
    wire(m_panel);
    wire(m_stepsPanel);
    m_by->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_by, &QComboBox::activated, this, &PaymentsSection::refresh);
    onRow(steps, [this](int row) {
        if (row >= 0 && row < m_stepLines.size() && !m_stepLines.at(row).inputs.isEmpty())
            emit cellRequested(m_stepLines.at(row).inputs.first());
    });
    auto* tables = new QSplitter(Qt::Vertical, this);
    for (Panel* panel : {m_panel, m_stepsPanel}) {
        panel->setMinimumHeight(leastTable);
        tables->addWidget(panel);
    }
    tables->setChildrenCollapsible(false);
    tables->setHandleWidth(space::between);
    tables->setSizes({300, 360});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tables);
}

void PaymentsSection::refreshChoice()
{
    const QSignalBlocker quiet(m_by);
    const int chosen = m_by->currentIndex();
    m_by->clear();
    m_by->addItems({tr("By year"), tr("By month"), tr("By indicator"), tr("By fifth")});
    if (!shown().areas().isEmpty())
        m_by->addItem(tr("By area"));
    m_by->setCurrentIndex(chosen < m_by->count() ? qMax(0, chosen) : 0);
}

void PaymentsSection::refresh()
{
    refreshChoice();
    const ContractPayment* payment = shown().payment();
    if (payment && payment->isPaid() && shown().paidYear()) {
        fill(*payment);
        return;
    }
    m_lines.clear();
    m_stepLines.clear();
    m_model->setTable({}, {});
    m_steps->setTable({}, {});
    m_title = tr("The payment cannot be worked out yet");
    m_caption = payment ? contractCaption(plan(), *payment) : QString();
    m_panel->setTitle(m_title);
    m_panel->setCaption(m_caption);
    m_stepsPanel->setTitle(tr("The thirteen steps"));
}

void PaymentsSection::fill(const ContractPayment& payment)
{
    const QString& year = shown().year();
    WorkingColumns columns{tr("Year"), false, true};
    switch (m_by->currentIndex()) {
    case Month:
        m_lines = contractByMonth(plan(), payment, year);
        columns.words = tr("Month");
        m_panel->setTitle(tr("The fixed part is paid month by month"));
        m_panel->setCaption(tr("%1. Outcomes, gain and loss are settled after the year.").arg(year));
        break;
    case Indicator:
        m_lines = contractByIndicator(plan(), payment, year);
        columns.words = tr("Indicator");
        m_panel->setTitle(tr("What each indicator earns"));
        m_panel->setCaption(tr("Outcome money of %1, at expected results.").arg(year));
        break;
    case Fifth:
        m_lines = contractByFifth(payment, year);
        columns.words = tr("Fifth");
        m_panel->setTitle(tr("What each deprivation fifth earns"));
        m_panel->setCaption(tr("Outcome money of %1, all indicators, at expected results.").arg(year));
        break;
    case Area:
        m_lines = contractByArea(plan(), payment, year);
        columns.words = tr("Area");
        m_panel->setTitle(tr("What each area is paid"));
        m_panel->setCaption(tr("%1, at expected results.").arg(year));
        break;
    default:
        m_lines = contractByYear(payment);
        m_panel->setTitle(tr("What the contract pays each year"));
        m_panel->setCaption(tr("At expected results, over the whole term."));
        break;
    }
    showWorking(*m_model, m_lines, columns);
    m_stepLines = contractSteps(plan(), payment, year);
    showWorking(*m_steps, m_stepLines, {tr("Step"), true, true});
    m_title = contractHeadline(plan(), payment, year);
    m_caption = contractCaption(plan(), payment);
    m_stepsPanel->setTitle(tr("The thirteen steps of %1").arg(year));
    m_stepsPanel->setCaption(tr("As the contract works them out. A row leads to its input."));
}

QVariantMap PaymentsSection::viewState() const
{
    return {{u"by"_s, m_by->currentIndex()}};
}

void PaymentsSection::restoreViewState(const QVariantMap& state)
{
    refreshChoice();
    m_by->setCurrentIndex(state.value(u"by"_s).toInt());
}

} // namespace placewright
