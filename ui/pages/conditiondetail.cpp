#include "ui/pages/conditiondetail.h"

#include "core/plan/names.h"
#include "core/words/findingwords.h"
#include "core/words/governancefindings.h"
#include "core/words/headlines.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/conditionbar.h"
#include "ui/pages/findingmarks.h"
#include "ui/panel/conditioncell.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

constexpr qsizetype mostScenarios = 4;

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout* inner = item->layout())
            clearLayout(inner);
        delete item;
    }
}

QLabel* wrapped(QWidget* parent, TextSize size = TextSize::Body, TextWeight weight = TextWeight::Normal)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setFont(textFont(size, weight));
    return label;
}

QString severityWords(Severity severity)
{
    switch (severity) {
    case Severity::Block:
        return ConditionDetail::tr("blocks submission");
    case Severity::Warn:
        return ConditionDetail::tr("a warning");
    case Severity::Info:
        break;
    }
    return ConditionDetail::tr("for information");
}

// "+88,000.00": beside other scenarios a margin always carries its sign.
QString signedMargin(const Finding& finding)
{
    const Money* margin = std::get_if<Money>(&finding.margin);
    const QString text = marginText(finding);
    return margin && *margin > Money() ? QChar(u'+') + text : text;
}

// Keeps a sign and its amount on one line.
QString unbroken(QString amount)
{
    return amount.size() > 1 ? amount.insert(1, QChar(0x2060)) : amount;
}

const AreaTotal* neediest(const Evaluation& evaluation, const QString& year, const Id& layer)
{
    const AreaTotal* found = nullptr;
    for (const AreaTotal& area : evaluation.areas)
        if (area.year == year && area.layer == layer && area.needIndex &&
            (!found || *area.needIndex > *found->needIndex))
            found = &area;
    return found;
}

} // namespace

ConditionDetail::ConditionDetail(PlanDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_panel(new Panel(this))
    , m_go(new QPushButton(tr("Go to lines"), this))
    , m_text(wrapped(this))
    , m_provenance(wrapped(this, TextSize::Caption))
    , m_bar(new ConditionBar(this))
    , m_lines(new ShownModel(this))
    , m_lineGrid(new Grid(m_lines, this))
    , m_fixTitle(wrapped(this, TextSize::Body, TextWeight::Strong))
    , m_fixes(new QVBoxLayout)
    , m_scenarios(new QWidget(this))
{
    m_go->setObjectName(QStringLiteral("goToLines"));
    m_lineGrid->view()->setObjectName(QStringLiteral("countedLines"));
    m_lineGrid->view()->setAccessibleName(tr("Lines counted"));
    m_lineGrid->view()->setFitsRows(true);
    m_lineGrid->view()->setRowSelection(true);
    m_fixTitle->setText(tr("Nearest fixes"));

    auto* texts = new QVBoxLayout;
    texts->setContentsMargins(space::inside, 0, space::inside, space::small);
    texts->setSpacing(space::medium);
    for (QWidget* part :
         {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_provenance), static_cast<QWidget*>(m_bar)})
        texts->addWidget(part);
    m_fixes->setContentsMargins(space::inside, 0, space::inside, space::medium);
    m_fixes->setSpacing(space::medium);
    auto* fixTitle = new QVBoxLayout;
    fixTitle->setContentsMargins(space::inside, space::medium, space::inside, 0);
    fixTitle->addWidget(m_fixTitle);

    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(texts);
    column->addWidget(m_lineGrid);
    column->addLayout(fixTitle);
    column->addLayout(m_fixes);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false); // the panel's own ground
    inner->setAutoFillBackground(false);

    auto* scenarioCells = new QGridLayout(m_scenarios);
    scenarioCells->setContentsMargins(0, 0, 0, 0);
    scenarioCells->setSpacing(0);
    m_panel->setBody(scroll);
    m_panel->setFooter(m_scenarios);
    m_panel->addTool(m_go);
    m_panel->setEnlargeable(false);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_panel);

    connect(m_go, &QPushButton::clicked, this, [this] { emit goTo(m_targetPage, m_target); });
}

void ConditionDetail::show(const Finding* finding)
{
    clearLayout(m_fixes);
    clearLayout(m_scenarios->layout());
    const Rulebook* rulebook = m_document.rulebook();
    const RulebookCheck* check = finding && rulebook ? rulebook->check(finding->rule) : nullptr;
    setVisible(check != nullptr);
    if (!check)
        return;

    m_panel->setTitle(tr("%1: %2").arg(finding->rule, stripTitle(*finding, m_document.plan(), *rulebook)));
    m_panel->setCaption(check->condition.isEmpty()
                            ? severityWords(finding->severity)
                            : tr("%1, %2").arg(check->condition, severityWords(finding->severity)));
    m_text->setText(check->text);
    const bool governance = isGovernance(check->function);
    const QString provenanceText =
        governance ? sentence(*finding, m_document.plan(), *rulebook) : provenance(*finding);
    m_provenance->setText(provenanceText);
    m_provenance->setVisible(!provenanceText.isEmpty());

    const Money* planned = std::get_if<Money>(&finding->planned);
    const Money* required = std::get_if<Money>(&finding->required);
    m_bar->setVisible(planned && required);
    if (planned && required)
        m_bar->setAmounts(*planned, *required);
    showLines(*finding);
    showTarget(*finding, governance);
    showFixes(*finding);
    showScenarios(*finding);
}

void ConditionDetail::showLines(const Finding& finding)
{
    const Plan& plan = m_document.plan();
    QList<ShownTableRow> rows;
    Money total;
    for (const CountedLine& counted : finding.counted) {
        const Line* line = plan.lines.find(counted.line);
        const Scheme* scheme = line ? plan.schemes.find(line->scheme) : nullptr;
        ShownTableCell name = textCell(scheme ? scheme->name + QChar(u':') : QString());
        name.secondary = line ? line->name : counted.line.text();
        rows.append({counted.line.text(), false, false, {name, moneyCell(counted.amount, Pence::Always)}});
        total += counted.amount;
    }
    if (!rows.isEmpty()) {
        ShownTableCell name = textCell(tr("%n line(s)", nullptr, static_cast<int>(rows.size())));
        ShownTableCell sum = moneyCell(total, Pence::Always);
        name.emphasis = sum.emphasis = Emphasis::Strong;
        rows.append({QString(), false, true, {name, sum}});
    }
    m_lines->setTable({{tr("Lines counted"), false, true}, {tr("£"), true}}, rows);
    m_lineGrid->setVisible(!rows.isEmpty());
}

void ConditionDetail::showTarget(const Finding& finding, bool governance)
{
    m_target.clear();
    for (const CountedLine& counted : finding.counted)
        m_target.append(counted.line.text());
    m_targetPage = governance ? PageId::Committee : m_target.isEmpty() ? PageId::Funding : PageId::Schemes;
    if (m_targetPage != PageId::Schemes)
        for (const CellRef& cell : finding.missing + finding.read)
            m_target.append(cell.id.text());
    m_go->setText(m_targetPage == PageId::Committee ? tr("Go to committee")
                  : m_targetPage == PageId::Funding ? tr("Go to funding")
                                                    : tr("Go to lines"));
    m_go->setVisible(governance || !m_target.isEmpty());
}

QString ConditionDetail::provenance(const Finding& finding) const
{
    const Plan& plan = m_document.plan();
    for (const CellRef& cell : finding.read) {
        const Minimum* minimum = cell.entity == Minimum::type.id ? plan.minimums.find(cell.id) : nullptr;
        if (!minimum || !minimum->amount)
            continue;
        const Status status = statusFromId(minimum->status);
        const QString state = status == Status::Confirmed    ? tr("confirmed")
                              : status == Status::Indicative ? tr("indicative")
                                                             : tr("disputed");
        const CellRef amount{QString(Minimum::type.id), minimum->id, QStringLiteral("amount"), Key()};
        QString words;
        if (const JournalEntry* entry = m_document.lastChange(amount)) {
            const QLocale british(QLocale::English, QLocale::UnitedKingdom);
            words = tr("Minimum entered by %1 on %2, %3.")
                        .arg(m_document.personName(entry->step.who),
                             british.toString(entry->step.when.date(), QStringLiteral("d MMMM yyyy")), state);
            for (const Change& change : entry->step.changes)
                if (change.id == minimum->id && change.field == amount.field && !change.from.isNull())
                    words += tr(" It was %1.").arg(formatMoney(*change.from.money()));
        } else {
            words = minimum->source.isEmpty() ? tr("Minimum %1.").arg(state)
                                              : tr("Minimum %1. Source: %2.").arg(state, minimum->source);
        }
        return status == Status::Confirmed ? words : words + tr(" Check against the official publication.");
    }
    return finding.missing.isEmpty() ? QString() : tr("A figure this condition needs has not been entered.");
}

const Finding* ConditionDetail::sameIn(const Evaluation& evaluation, const Finding& finding) const
{
    const auto found =
        std::find_if(evaluation.findings.begin(), evaluation.findings.end(), [&](const Finding& other) {
            return other.year == finding.year && findingId(other) == findingId(finding);
        });
    return found == evaluation.findings.end() ? nullptr : &*found;
}

void ConditionDetail::addFix(const QString& what, const QString& consequence, bool first,
                             const std::function<void()>& tryIt)
{
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    QLabel* sentenceLabel = wrapped(this);
    sentenceLabel->setText(what);
    QLabel* consequenceLabel = wrapped(this, TextSize::Caption);
    consequenceLabel->setText(consequence);
    words->addWidget(sentenceLabel);
    words->addWidget(consequenceLabel);
    auto* button = new QPushButton(tr("Try it"), this);
    button->setObjectName(QStringLiteral("tryFix%1").arg(m_fixes->count()));
    button->setProperty(primaryProperty, first);
    button->setAccessibleDescription(what);
    button->setEnabled(!m_document.isReadOnly() || !first);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addLayout(words, 1);
    row->addWidget(button, 0, Qt::AlignVCenter);
    m_fixes->addLayout(row);
    // Queued: trying replaces these very buttons.
    connect(button, &QPushButton::clicked, this, tryIt, Qt::QueuedConnection);
}

void ConditionDetail::showFixes(const Finding& finding)
{
    const bool missed = finding.status == FindingStatus::Fail;
    m_fixTitle->setVisible(missed);
    if (!missed)
        return;
    const Plan& plan = m_document.plan();
    bool first = true;
    for (const Fix& fix : nearestFixes(plan, m_document.shelf(), m_document.evaluation(), finding)) {
        const QString what = sentence(fix, plan);
        addFix(what, consequence(fix), std::exchange(first, false), [this, fix, what] {
            Step step;
            step.what = what;
            step.changes = fix.changes;
            if (m_document.commit(step))
                emit noticed(what);
        });
        break; // the nearest one; options that others prepared come next
    }
    QList<Id> branches{Id()};
    for (const Scenario& scenario : m_document.tree().base.scenarios)
        branches.append(scenario.id);
    for (const Id& branch : branches) {
        const auto other = branch == m_document.scenario() ? nullptr : m_document.other(branch);
        const Finding* there = other ? sameIn(other->evaluation, finding) : nullptr;
        if (!there || there->status != FindingStatus::Pass)
            continue;
        const Money* margin = std::get_if<Money>(&there->margin);
        const QString what = margin
                                 ? tr("Take “%1”: margin becomes %2")
                                       .arg(m_document.scenarioName(branch), unbroken(formatChange(*margin)))
                                 : tr("Take “%1”: the condition is met").arg(m_document.scenarioName(branch));
        addFix(what, scenarioConsequence(*other), std::exchange(first, false),
               [this, branch] { m_document.showScenario(branch); });
    }
    if (m_fixes->count() == 0 && std::holds_alternative<Money>(finding.margin)) {
        QLabel* none = wrapped(this);
        none->setObjectName(QStringLiteral("noFix"));
        none->setText(
            tr("No move between lines meets it within the locks, floors, ceilings and ring-fences."));
        m_fixes->addWidget(none);
    }
    m_fixTitle->setVisible(m_fixes->count() > 0);
}

// "6 lines, 3 splits. Canalside gains £12.90 a head."
QString ConditionDetail::scenarioConsequence(const PlanDocument::Other& other) const
{
    QSet<Id> lines;
    QSet<Id> splits;
    for (const Change& change : difference(m_document.plan(), other.plan).changes) {
        if (change.entity == Line::type.id)
            lines.insert(change.id);
        else if (change.entity == Scheme::type.id)
            splits.insert(change.id);
    }
    QString words = tr("%n line(s)", nullptr, static_cast<int>(lines.size()));
    if (!splits.isEmpty())
        words += tr(", %n split(s)", nullptr, static_cast<int>(splits.size()));
    words += u'.';

    const Id layer = needLayer(m_document.plan());
    const AreaTotal* here = neediest(m_document.evaluation(), m_document.year(), layer);
    const AreaTotal* there = neediest(other.evaluation, m_document.year(), layer);
    if (!here || !there || here->area != there->area || !here->population || here->population->isZero())
        return words;
    const Money change = scaled(there->allocated - here->allocated, Ratio(1) / here->population->exact(),
                                Rounding::HalfAwayFromZero);
    if (change.isZero())
        return words;
    const QString name = nameOf(m_document.plan(), Area::type.id, here->area);
    return words + (change.isNegative() ? tr(" %1 loses %2 a head.") : tr(" %1 gains %2 a head."))
                       .arg(name, formatMoney(change.abs()));
}

void ConditionDetail::showScenarios(const Finding& finding)
{
    QList<Id> branches{Id()};
    for (const Scenario& scenario : m_document.tree().base.scenarios)
        branches.append(scenario.id);
    m_scenarios->setVisible(branches.size() > 1);
    auto* cells = static_cast<QGridLayout*>(m_scenarios->layout());
    const int columns = branches.size() == 3 ? 3 : 2;
    for (const Id& branch : branches.first(std::min(branches.size(), mostScenarios))) {
        const bool shown = branch == m_document.scenario();
        const auto other = shown ? nullptr : m_document.other(branch);
        const Finding* there = shown ? &finding : other ? sameIn(other->evaluation, finding) : nullptr;
        auto* cell = new ConditionCell(m_scenarios);
        cell->setCondition(there ? markOf(*there) : Icon::NotKnown, m_document.scenarioName(branch),
                           there ? signedMargin(*there) : tr("not known"));
        cell->setToolTip(m_document.scenarioName(branch));
        cell->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        connect(
            cell, &QAbstractButton::clicked, this, [this, branch] { m_document.showScenario(branch); },
            Qt::QueuedConnection);
        cells->addWidget(cell, cells->count() / columns, cells->count() % columns);
    }
}

} // namespace placewright
