#include "ui/pages/conditionspage.h"

#include "core/words/findingwords.h"
#include "core/words/headlines.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/conditiondetail.h"
#include "ui/pages/findingmarks.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

namespace {

constexpr int listWidth = 680;   // titles whole
constexpr int detailWidth = 350; // amounts whole

bool isMissed(const Finding& finding)
{
    return finding.status == FindingStatus::Fail && finding.severity == Severity::Block;
}

bool isWarning(const Finding& finding)
{
    return finding.status == FindingStatus::Fail && finding.severity != Severity::Block;
}

// Whether the required figure stands on indicative figures alone: a minimum that nobody confirmed, or only such lines.
bool requiredIsIndicative(const Finding& finding, const Plan& plan)
{
    for (const CellRef& cell : finding.read)
        if (const Minimum* minimum = plan.minimums.find(cell.id); minimum && cell.entity == Minimum::type.id)
            return minimum->amount && statusFromId(minimum->status) == Status::Indicative;
    const Key year{Id(finding.year), {}};
    return !finding.counted.isEmpty() &&
           std::all_of(finding.counted.begin(), finding.counted.end(), [&](const CountedLine& counted) {
               const Line* line = plan.lines.find(counted.line);
               return line && statusFromId(line->status.value(year)) == Status::Indicative;
           });
}

ShownTableCell figureCell(const Finding& finding, const Figure& figure)
{
    ShownTableCell cell = textCell(figureText(finding, figure));
    if (const Money* money = std::get_if<Money>(&figure))
        cell.number = money->pence();
    if (const qint64* count = std::get_if<qint64>(&figure))
        cell.number = *count;
    return cell;
}

ShownTableRow findingRow(const Finding& finding, const Plan& plan, const Rulebook& rulebook)
{
    ShownTableCell status = textCell(statusWord(finding));
    status.mark = markOf(finding);
    status.emphasis = isMissed(finding)                       ? Emphasis::Missed
                      : finding.status == FindingStatus::Pass ? Emphasis::Met
                                                              : Emphasis::Strong;
    ShownTableCell rule = textCell(finding.rule);
    rule.emphasis = Emphasis::Secondary;
    ShownTableCell title = textCell(conditionTitle(finding, plan, rulebook));
    title.tooltip = sentence(finding, plan, rulebook);
    ShownTableCell required = figureCell(finding, finding.required);
    if (requiredIsIndicative(finding, plan))
        required.status = QString(statusId(Status::Indicative));
    ShownTableCell margin = figureCell(finding, finding.margin);
    margin.text = marginText(finding);
    if (finding.status == FindingStatus::Fail)
        margin.emphasis = isMissed(finding) ? Emphasis::Missed : Emphasis::Strong;
    return {findingId(finding),
            false,
            false,
            {status, rule, title, required, figureCell(finding, finding.planned), margin}};
}

ShownTableRow groupRow(const QString& id, const QString& name, qsizetype count)
{
    ShownTableCell cell = textCell(name);
    cell.secondary = QString::number(count);
    cell.emphasis = Emphasis::Strong;
    return {id, true, false, {cell}};
}

QString groupName(const QString& group)
{
    if (group == QLatin1StringView("money"))
        return ConditionsPage::tr("Money");
    if (group == QLatin1StringView("plan"))
        return ConditionsPage::tr("Plan");
    if (group == QLatin1StringView("agreement"))
        return ConditionsPage::tr("Agreement");
    if (group == QLatin1StringView("governance"))
        return ConditionsPage::tr("Sign-off and committee");
    return group;
}

} // namespace

ConditionsPage::ConditionsPage(PageContext context, QWidget* parent)
    : Page(context, PageId::Conditions, parent)
    , m_filterChoice(
          new SegmentedButton({tr("All"), tr("Missed"), tr("Warning"), tr("Not known"), tr("Met")}, this))
    , m_model(new ShownModel(this))
    , m_grid(new Grid(m_model, this))
    , m_detail(new ConditionDetail(document(), this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_filterChoice->setObjectName(QStringLiteral("conditionFilter"));
    m_grid->view()->setObjectName(QStringLiteral("conditionsGrid"));
    m_grid->view()->setAccessibleName(tr("Conditions"));
    m_grid->view()->setRowSelection(true);

    auto* hint = new QLabel(tr("Next missed: F8"), this);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(space::inside, space::medium, space::inside, space::medium);
    tools->addWidget(m_filterChoice);
    tools->addStretch(1);
    tools->addWidget(hint);
    auto* listBody = new QWidget(this);
    auto* column = new QVBoxLayout(listBody);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_grid, 1);
    auto* list = new Panel(this);
    list->setBody(listBody);

    m_splitter->addWidget(list);
    m_splitter->addWidget(m_detail);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::between);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    list->setMinimumWidth(listWidth);
    m_detail->setMinimumWidth(detailWidth);
    body()->addWidget(m_splitter, 1);

    connect(m_filterChoice, &SegmentedButton::currentChanged, this, [this](int current) {
        m_filter = static_cast<Filter>(current);
        refreshTable();
    });
    connect(m_grid->view(), &GridView::idsSelected, this, [this](const QStringList& ids) {
        if (ids.isEmpty() || ids.first() == m_shown)
            return;
        m_shown = ids.first();
        refreshDetail();
    });
    connect(m_detail, &ConditionDetail::goTo, this, &Page::goTo);
    connect(m_detail, &ConditionDetail::noticed, this, &Page::noticed);
}

NavigationBadge ConditionsPage::badge() const
{
    const QList<const Finding*> findings = findingsOf(evaluation(), year());
    const auto missed = static_cast<int>(
        std::count_if(findings.begin(), findings.end(), [](const Finding* f) { return isMissed(*f); }));
    return {Icon::Missed, missed, tr("%n condition(s) missed", nullptr, missed)};
}

QVariantMap ConditionsPage::viewState() const
{
    return {{QStringLiteral("splitter"), m_splitter->saveState()}, {QStringLiteral("finding"), m_shown}};
}

void ConditionsPage::restoreViewState(const QVariantMap& state)
{
    m_splitter->restoreState(state.value(QStringLiteral("splitter")).toByteArray());
    m_shown = state.value(QStringLiteral("finding")).toString();
}

void ConditionsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < listWidth + detailWidth + 2 * space::page + space::between;
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

void ConditionsPage::refresh()
{
    const QString where = contextSentence(plan(), year(), document().scenarioName(document().scenario()));
    setTitle(conditionsHeadline(plan(), document().shelf(), evaluation(), year()),
             QStringLiteral("%1 %2").arg(where, rulesSentence(document().rulebook(), year())));
    refreshTable();
}

bool ConditionsPage::fits(const Finding& finding) const
{
    switch (m_filter) {
    case Filter::All:
        return true;
    case Filter::Missed:
        return isMissed(finding);
    case Filter::Warning:
        return isWarning(finding);
    case Filter::NotKnown:
        return finding.status == FindingStatus::Unknown;
    case Filter::Met:
        break;
    }
    return finding.status == FindingStatus::Pass;
}

void ConditionsPage::refreshFilter(const QList<const Finding*>& findings)
{
    const auto count = [&](Filter filter) {
        const Filter before = std::exchange(m_filter, filter);
        const auto n =
            std::count_if(findings.begin(), findings.end(), [this](const Finding* f) { return fits(*f); });
        m_filter = before;
        return n;
    };
    m_filterChoice->setTexts(
        {tr("All %1").arg(count(Filter::All)), tr("Missed %1").arg(count(Filter::Missed)),
         tr("Warning %1").arg(count(Filter::Warning)), tr("Not known %1").arg(count(Filter::NotKnown)),
         tr("Met %1").arg(count(Filter::Met))});
}

void ConditionsPage::refreshTable()
{
    const QList<const Finding*> findings = findingsOf(evaluation(), year());
    refreshFilter(findings);
    QList<ShownTableRow> rows;
    if (const Rulebook* rulebook = document().rulebook()) {
        QList<std::pair<QString, QList<ShownTableRow>>> groups;
        const auto groupNamed = [&](const QString& id) -> QList<ShownTableRow>& {
            for (auto& [name, members] : groups)
                if (name == id)
                    return members;
            groups.append({id, {}});
            return groups.last().second;
        };
        const QString toSettle = QStringLiteral("toSettle");
        groupNamed(toSettle); // first
        for (const Finding* finding : findings) {
            if (!fits(*finding))
                continue;
            const RulebookCheck* check = rulebook->check(finding->rule);
            const bool met = finding->status == FindingStatus::Pass;
            groupNamed(met && check ? check->group : toSettle)
                .append(findingRow(*finding, plan(), *rulebook));
        }
        for (auto& [name, members] : groups) {
            if (members.isEmpty())
                continue;
            rows.append(groupRow(QStringLiteral("group-%1").arg(name),
                                 name == toSettle ? tr("To settle") : groupName(name), members.size()));
            rows += members;
        }
    }
    m_model->setTable({{tr("Status")},
                       {tr("Rule")},
                       {tr("Condition"), false, true},
                       {tr("Required"), true},
                       {tr("Planned"), true},
                       {tr("Margin"), true}},
                      rows);

    const bool there = std::any_of(rows.begin(), rows.end(), [this](const ShownTableRow& row) {
        return row.id == m_shown && !row.group;
    });
    if (!there) {
        const auto first =
            std::find_if(rows.begin(), rows.end(), [](const ShownTableRow& row) { return !row.group; });
        m_shown = first == rows.end() ? QString() : first->id;
    }
    m_grid->view()->selectIds({m_shown});
    refreshDetail();
}

void ConditionsPage::showIds(const QStringList& ids)
{
    const QList<const Finding*> findings = findingsOf(evaluation(), year());
    const auto named = std::find_if(findings.begin(), findings.end(),
                                    [&](const Finding* f) { return ids.contains(findingId(*f)); });
    if (named == findings.end())
        return;
    m_shown = findingId(**named);
    m_filter = Filter::All;
    m_filterChoice->setCurrent(0);
    refreshTable();
    if (const QModelIndexList found =
            m_model->match(m_model->index(0, 0), IdRole, m_shown, 1, Qt::MatchExactly);
        !found.isEmpty())
        m_grid->view()->scrollTo(m_grid->view()->shownIndex(found.first()));
}

void ConditionsPage::refreshDetail()
{
    const Finding* shown = nullptr;
    for (const Finding* finding : findingsOf(evaluation(), year()))
        if (findingId(*finding) == m_shown)
            shown = finding;
    m_detail->show(shown);
    if (!shown)
        return;
    QStringList lines;
    for (const CountedLine& counted : shown->counted)
        lines.append(counted.line.text());
    if (!isVisible())
        return;
    selection().select(lines);
    emit said(lines.isEmpty() ? QString() : tr("Counted lines are selected on every page"));
}

} // namespace placewright
