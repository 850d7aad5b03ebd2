#include "ui/pages/schemespage.h"

#include "core/words/headlines.h"
#include "ui/models/schemecolumns.h"
#include "ui/pages/areasservedpanel.h"
#include "ui/table/grid.h"
#include "ui/table/gridproxy.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideFrom =
    1280 - space::navigation; // width of the page from which areas stand beside the table

constexpr QLatin1StringView groupingIds[] = {
    QLatin1StringView("scheme"), QLatin1StringView("source"), QLatin1StringView("areaOfSpend"),
    QLatin1StringView("fund"), QLatin1StringView("nothing")}; // in the order of SchemesModel::Grouping

} // namespace

SchemesPage::SchemesPage(PageContext context, QWidget* parent)
    : Page(context, PageId::Schemes, parent)
    , m_model(context.document)
    , m_grid(new Grid(&m_model))
    , m_filter(new QLineEdit)
    , m_grouping(new QComboBox)
    , m_sources(new QComboBox)
    , m_kinds(new QComboBox)
    , m_columns(new QPushButton(tr("Columns")))
    , m_areasToggle(new QToolButton)
    , m_columnsMenu(new QMenu(this))
    , m_areas(new AreasServedPanel(context.document))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_grid->setObjectName(u"schemesGrid"_s);
    m_grid->view()->setAccessibleName(tr("Schemes and lines"));
    m_model.attach(*m_grid->view());
    wire(m_grid);
    wire(m_areas->areas());
    wire(m_areas);
    connect(&m_model, &PlanTableModel::refused, this, &Page::refused);
    connect(&m_areas->model(), &PlanTableModel::refused, this, &Page::refused);
    connect(m_grid->view(), &GridView::idsSelected, this, &SchemesPage::takeSelection);

    connect(addAction(tr("Line"), Icon::Plus, u"addLine"_s), &QPushButton::clicked, this,
            &SchemesPage::addLine);
    m_delete = addAction(tr("Delete"), Icon::Close, u"deleteLines"_s);
    m_delete->setToolTip(tr("Delete the schemes and lines selected"));
    connect(m_delete, &QPushButton::clicked, this, &SchemesPage::deleteSelected);

    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolbar());
    layout->addWidget(m_grid, 1);
    auto* panel = new Panel;
    panel->setObjectName(u"schemesPanel"_s);
    panel->setBody(body);
    panel->setEnlargeable(false);
    wire(panel);

    m_splitter->setObjectName(u"schemesSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::between);
    m_splitter->addWidget(panel);
    m_splitter->addWidget(m_areas);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({800, 400});
    m_areas->hide();
    this->body()->addWidget(m_splitter, 1);
}

QWidget* SchemesPage::makeToolbar()
{
    m_filter->setObjectName(u"pageFilter"_s);
    m_filter->setPlaceholderText(tr("Filter lines  Ctrl+F"));
    m_filter->setAccessibleName(tr("Filter lines"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(110);
    for (QComboBox* combo : {m_grouping, m_sources, m_kinds})
        combo->setMinimumWidth(90);
    m_filter->setMaximumWidth(200);
    m_grouping->setObjectName(u"schemesGrouping"_s);
    m_grouping->addItems({tr("Group by scheme"), tr("Group by source"), tr("Group by area of spend"),
                          tr("Group by fund"), tr("No groups")});
    m_grouping->setAccessibleName(tr("Group lines by"));
    m_sources->setAccessibleName(tr("Lines of this source"));
    m_kinds->setAccessibleName(tr("Lines of this area of spend"));
    m_sources->setObjectName(u"schemesSources"_s);
    m_kinds->setObjectName(u"schemesAreasOfSpend"_s);
    m_columns->setObjectName(u"columnsButton"_s);
    m_columns->setMenu(m_columnsMenu);
    m_columnsMenu->setObjectName(u"columnsMenu"_s);
    m_areasToggle->setObjectName(u"areasToggle"_s);
    m_areasToggle->setText(tr("Areas served"));
    m_areasToggle->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_areasToggle->setCheckable(true);
    m_areasToggle->setToolTip(tr("Show where the money of the scheme or line selected goes"));

    connect(m_filter, &QLineEdit::textChanged, this, &SchemesPage::takeFilter);
    connect(m_sources, &QComboBox::activated, this, &SchemesPage::takeFilter);
    connect(m_kinds, &QComboBox::activated, this, &SchemesPage::takeFilter);
    connect(m_grouping, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_model.setGrouping(static_cast<SchemesModel::Grouping>(index)); });
    auto* find = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    });
    connect(m_columnsMenu, &QMenu::aboutToShow, this, &SchemesPage::fillColumnsMenu);
    auto* hint = new QLabel(tr("Paste from Excel: Ctrl+V"));
    hint->setObjectName(u"schemesHint"_s);
    hint->setForegroundRole(QPalette::PlaceholderText);
    connect(m_areasToggle, &QToolButton::toggled, this, [this, hint](bool on) {
        m_areas->setVisible(on);
        hint->setVisible(!on);
    });

    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(space::inside, space::medium, space::inside, space::medium);
    layout->setSpacing(space::medium);
    for (QWidget* tool :
         std::initializer_list<QWidget*>{m_filter, m_grouping, m_sources, m_kinds, m_columns, m_areasToggle})
        layout->addWidget(tool);
    layout->addStretch(1);
    layout->addWidget(hint);
    return bar;
}

NavigationBadge SchemesPage::badge() const
{
    int disputed = 0;
    const Key key{Id(year()), {}};
    for (const Line& line : plan().lines)
        if (line.amount.contains(key) && statusFromId(line.status.value(key)) == Status::Disputed)
            ++disputed;
    return {Icon::Disputed, disputed, tr("%n disputed line(s)", nullptr, disputed)};
}

void SchemesPage::refresh()
{
    setTitle(schemesHeadline(plan(), evaluation(), year()), whereSentence());
    fillFilters();
    fillColumnsMenu();
    m_areas->refresh();
    m_delete->setEnabled(!document().isReadOnly());
}

QString SchemesPage::whereSentence() const
{
    QStringList sentences{contextSentence(plan(), year(), document().scenarioName(document().scenario()))};
    int pooled = 0;
    for (const Fund& fund : plan().funds)
        if (fund.kind != fundKind::aligned &&
            std::any_of(plan().schemes.begin(), plan().schemes.end(),
                        [&](const Scheme& scheme) { return scheme.fund == fund.id; }))
            ++pooled;
    const QString funds = pooled == 2 ? tr("two pooled funds") : tr("%n pooled fund(s)", nullptr, pooled);
    sentences.append(tr("%n scheme(s) in %1.", nullptr, static_cast<int>(plan().schemes.size())).arg(funds));
    if (isYearName(year()) && plan().years.contains(Id(yearBefore(year()))))
        sentences.append(tr("Change is against %1 as planned.").arg(yearBefore(year())));
    if (const YearTotal* total = yearTotal(evaluation(), year())) {
        if (!total->clientContributions.isZero())
            sentences.append(tr("Gross %1; net of client contributions %2.")
                                 .arg(formatMoney(total->spend.amount + total->clientContributions),
                                      formatMoney(total->spend.amount)));
        if (!total->irrecoverableVat.isZero())
            sentences.append(tr("%1 of it is irrecoverable VAT, which counts in every subtotal.")
                                 .arg(formatMoney(total->irrecoverableVat)));
    }
    return sentences.join(u' ');
}

void SchemesPage::fillFilters()
{
    const Rulebook* rulebook = document().rulebook();
    const auto fill = [&](QComboBox& combo, const QString& all, const QString& list, auto valueOf) {
        const QSignalBlocker blocker(combo);
        const QString chosen = combo.currentData().toString();
        combo.clear();
        combo.addItem(all, QString());
        QStringList values;
        if (rulebook)
            for (const RulebookEntry& entry : rulebook->list(list))
                values.append(entry.value);
        for (const Line& line : plan().lines)
            if (!values.contains(valueOf(line)) && !valueOf(line).isEmpty())
                values.append(valueOf(line));
        for (const QString& value : std::as_const(values))
            combo.addItem(rulebook ? rulebook->shortLabel(list, value) : value, value);
        combo.setCurrentIndex(std::max(0, combo.findData(chosen)));
    };
    fill(*m_sources, tr("All sources"), u"sources"_s, [](const Line& line) { return line.source; });
    fill(*m_kinds, tr("All areas"), u"areasOfSpend"_s, [](const Line& line) { return line.areaOfSpend; });
}

void SchemesPage::fillColumnsMenu()
{
    m_columnsMenu->clear();
    qDeleteAll(m_columnsMenu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    const auto choose = [this](const QStringList& ids) { m_model.setColumns(ids); };
    QHash<ColumnGroup, QMenu*> groups;
    for (const SchemeColumn& column : schemeColumns()) {
        if (column.id == schemeColumn::name)
            continue;
        QMenu*& group = groups[column.group];
        if (!group)
            group = m_columnsMenu->addMenu(titleOf(column.group));
        QAction* action = group->addAction(titleOf(column));
        action->setObjectName(u"column-"_s + column.id);
        action->setCheckable(true);
        action->setChecked(m_model.columns().contains(column.id));
        connect(action, &QAction::toggled, this, [this, choose, id = QString(column.id)](bool on) {
            QStringList ids = m_model.columns();
            if (on)
                ids.append(id);
            else
                ids.removeAll(id);
            choose(ids);
        });
    }
    m_columnsMenu->addSeparator();
    connect(m_columnsMenu->addAction(tr("As at first")), &QAction::triggered, this,
            [choose] { choose(usualSchemeColumns()); });
}

void SchemesPage::takeFilter()
{
    m_model.setFilter(
        {m_filter->text().trimmed(), m_sources->currentData().toString(), m_kinds->currentData().toString()});
    if (!m_model.filter().isEmpty())
        expandAll();
}

void SchemesPage::expandAll()
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.row(row).kind == PlanRow::Kind::Group)
            m_grid->view()->proxy()->setCollapsed(m_model.row(row).id.text(), false);
}

void SchemesPage::takeSelection(const QStringList& ids)
{
    for (const QString& id : ids) {
        if (!plan().lines.contains(Id(id)) && !plan().schemes.contains(Id(id)))
            continue;
        m_model.setTarget(Id(id));
        m_areas->setSubject(Id(id));
        return;
    }
}

void SchemesPage::showIds(const QStringList& ids)
{
    takeSelection(ids);
    showEveryLine();
    m_grid->view()->selectIds({});
    m_grid->view()->selectIds(ids);
}

// What is looked for must be seen.
void SchemesPage::showEveryLine()
{
    m_filter->clear();
    m_sources->setCurrentIndex(0);
    m_kinds->setCurrentIndex(0);
    takeFilter();
    expandAll();
}

void SchemesPage::addLine()
{
    showEveryLine();
    const Id line = m_model.addLine();
    if (line.isNull())
        return;
    expandAll();
    const QModelIndex cell = m_grid->view()->shownIndex(m_model.indexOf(line, m_model.nameColumn()));
    m_grid->view()->setFocus();
    m_grid->view()->setCurrentIndex(cell);
    m_grid->view()->scrollTo(cell);
    m_grid->view()->edit(cell);
}

void SchemesPage::deleteSelected()
{
    const qsizetype before = plan().lines.size() + plan().schemes.size();
    const QString what = m_model.remove(m_grid->view()->selectedIds());
    if (what.isEmpty())
        return;
    if (before - plan().lines.size() - plan().schemes.size() > 1)
        emit noticed(what);
    else
        emit said(what);
}

void SchemesPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_splitter->setOrientation(width() < besideFrom ? Qt::Vertical : Qt::Horizontal);
}

QVariantMap SchemesPage::viewState() const
{
    QStringList collapsed;
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.row(row).kind == PlanRow::Kind::Group &&
            m_grid->view()->proxy()->isCollapsed(m_model.row(row).id.text()))
            collapsed.append(m_model.row(row).id.text());
    return {{u"grouping"_s, QString(groupingIds[m_grouping->currentIndex()])},
            {u"columns"_s, m_model.columns()},
            {u"collapsed"_s, collapsed},
            {u"areas"_s, m_areasToggle->isChecked()},
            {u"splitter"_s, m_splitter->saveState()}};
}

void SchemesPage::restoreViewState(const QVariantMap& state)
{
    for (int i = 0; i < m_grouping->count(); ++i)
        if (state.value(u"grouping"_s).toString() == groupingIds[i])
            m_grouping->setCurrentIndex(i);
    if (const QStringList columns = state.value(u"columns"_s).toStringList(); !columns.isEmpty())
        m_model.setColumns(columns);
    for (const QString& group : state.value(u"collapsed"_s).toStringList())
        m_grid->view()->proxy()->setCollapsed(group, true);
    m_areasToggle->setChecked(state.value(u"areas"_s).toBool());
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_splitter->setOrientation(width() < besideFrom ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
