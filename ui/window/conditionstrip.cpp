#include "ui/window/conditionstrip.h"

#include "core/words/findingwords.h"
#include "core/words/headlines.h"
#include "ui/pages/findingmarks.h"
#include "ui/panel/conditioncell.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace placewright {

namespace {

// Missed, warning, not known, met.
int urgency(const Finding& finding)
{
    switch (finding.status) {
    case FindingStatus::Fail:
        return finding.severity == Severity::Block ? 0 : 1;
    case FindingStatus::Unknown:
        return 2;
    default:
        return 3;
    }
}

bool tighter(const Finding& a, const Finding& b)
{
    const Money* left = std::get_if<Money>(&a.margin);
    const Money* right = std::get_if<Money>(&b.margin);
    if (left && right)
        return *left < *right;
    return left && !right;
}

QToolButton* commandButton(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedHeight(space::control);
    return button;
}

} // namespace

QList<const Finding*> inStripOrder(const PlanDocument& document)
{
    QList<const Finding*> findings = findingsOf(document.evaluation(), document.year());
    std::stable_sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) {
        const int left = urgency(*a);
        const int right = urgency(*b);
        return left != right ? left < right : tighter(*a, *b);
    });
    return findings;
}

ConditionStrip::ConditionStrip(PlanDocument& document, QAction* undo, QAction* redo, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_scenario(new QComboBox(this))
    , m_year(new QComboBox(this))
    , m_cellArea(new QWidget(this))
    , m_cellLayout(new QHBoxLayout(m_cellArea))
    , m_more(new ConditionCell(m_cellArea))
{
    setObjectName(QStringLiteral("conditionStrip"));
    m_scenario->setObjectName(QStringLiteral("scenarioChoice"));
    m_scenario->setAccessibleName(tr("Scenario"));
    m_scenario->setMinimumWidth(170);
    m_year->setObjectName(QStringLiteral("yearChoice"));
    m_year->setAccessibleName(tr("Year"));

    m_cellLayout->setContentsMargins(0, 0, 0, 0);
    m_cellLayout->setSpacing(0);
    m_cellLayout->addWidget(m_more);
    m_cellLayout->addStretch(1);
    m_more->setObjectName(QStringLiteral("moreConditions"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::between, 0, space::between, 0);
    row->setSpacing(space::medium);
    row->addWidget(m_scenario);
    row->addWidget(m_year);
    row->addSpacing(space::small);
    row->addWidget(m_cellArea, 1);
    row->addWidget(commandButton(undo, this));
    row->addWidget(commandButton(redo, this));

    connect(m_scenario, &QComboBox::activated, this,
            [this](int index) { m_document.showScenario(Id(m_scenario->itemData(index).toString())); });
    connect(m_year, &QComboBox::activated, this,
            [this](int index) { m_document.showYear(m_year->itemText(index)); });
    connect(m_more, &QAbstractButton::clicked, this, [this] { emit conditionRequested({}); });
    refresh();
}

void ConditionStrip::refresh()
{
    setFixedHeight(
        std::max(space::strip, 2 * fontMetrics().height() + space::large)); // higher when text is larger
    refreshChoices();
    refreshCells();
}

void ConditionStrip::refreshChoices()
{
    const QSignalBlocker quietScenario(m_scenario);
    const QSignalBlocker quietYear(m_year);
    m_scenario->clear();
    m_scenario->addItem(m_document.scenarioName(Id()), QString());
    for (const Scenario& scenario : m_document.tree().base.scenarios)
        m_scenario->addItem(scenario.name, scenario.id.text());
    m_scenario->setCurrentIndex(m_scenario->findData(m_document.scenario().text()));
    m_year->clear();
    for (const FinancialYear& year : m_document.plan().years)
        m_year->addItem(year.id.text());
    m_year->setCurrentText(m_document.year());
}

ConditionCell* ConditionStrip::cellAt(qsizetype position)
{
    while (m_cells.size() <= position) {
        auto* cell = new ConditionCell(m_cellArea);
        cell->setObjectName(QStringLiteral("conditionCell%1").arg(m_cells.size()));
        connect(cell, &QAbstractButton::clicked, this,
                [this, cell] { emit conditionRequested(cell->property("finding").toString()); });
        m_cellLayout->insertWidget(static_cast<int>(m_cells.size()), cell);
        m_cells.append(cell);
    }
    return m_cells.at(position);
}

void ConditionStrip::refreshCells()
{
    const Rulebook* rulebook = m_document.rulebook();
    const QList<const Finding*> findings = rulebook ? inStripOrder(m_document) : QList<const Finding*>();
    if (!rulebook)
        m_more->setCondition(Icon::None, tr("No rulebook"), tr("Nothing is checked"));

    int width = m_cellArea->width() - 130; // what the last cell, "n more", needs
    qsizetype shown = 0;
    for (; shown < findings.size(); ++shown) {
        const Finding& finding = *findings.at(shown);
        ConditionCell* cell = cellAt(shown);
        cell->setCondition(markOf(finding), stripTitle(finding, m_document.plan(), *rulebook),
                           marginWords(finding, *rulebook));
        cell->setProperty("finding", findingId(finding));
        width -= cell->sizeHint().width();
        if (width < 0 && shown > 0)
            break;
        cell->show();
    }
    for (qsizetype i = shown; i < m_cells.size(); ++i)
        m_cells.at(i)->hide();

    const QList<const Finding*> rest = findings.sliced(shown);
    m_more->setVisible(!rest.isEmpty() || !rulebook);
    if (rest.isEmpty())
        return;
    const auto met = std::count_if(rest.begin(), rest.end(),
                                   [](const Finding* f) { return f->status == FindingStatus::Pass; });
    const auto others = rest.size() - met;
    const QString words = others == 0 ? tr("%n met", nullptr, static_cast<int>(met))
                                      : tr("%1 met, %2 to settle").arg(met).arg(others);
    m_more->setCondition(Icon::None, tr("%n more", nullptr, static_cast<int>(rest.size())), words);
}

void ConditionStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refreshCells();
}

void ConditionStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refresh();
}

void ConditionStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    painter.fillRect(rect(), tokens.base);
    painter.fillRect(0, height() - 1, width(), 1, tokens.line2);
}

} // namespace placewright
