#include "ui/panel/panel.h"

#include "ui/charts/chart.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/table/clipboard.h"
#include "ui/table/grid.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/theme/icons.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowPanel = 440;

// What stands under the body, below a hairline.
class PanelFooter : public QWidget
{
public:
    PanelFooter(QWidget* content, QWidget* parent)
        : QWidget(parent)
    {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(space::inside, 6, space::inside, 6);
        layout->addWidget(content);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter(this).fillRect(QRect(0, 0, width(), 1), tokensOf(this).line);
    }
};

QToolButton* toolButton(Icon icon, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(themeIcon(icon));
    button->setIconSize({15, 15});
    button->setFixedSize(space::target, space::target);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QString fileNameFrom(QString title)
{
    for (QChar& c : title) {
        if (u"/\\:*?\"<>|"_s.contains(c))
            c = u' ';
    }
    return title.simplified();
}

} // namespace

Panel::Panel(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_caption(new QLabel(this))
    , m_summary(new QLabel)
    , m_tools(new QHBoxLayout)
    , m_layout(new QVBoxLayout(this))
    , m_stack(new QStackedWidget(this))
    , m_switch(new SegmentedButton({tr("Chart"), tr("Table")}, this))
    , m_export(toolButton(Icon::Export, tr("Export"), this))
    , m_enlarge(toolButton(Icon::Enlarge, tr("Enlarge"), this))
    , m_menu(new QMenu(this))
{
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    m_layout->addWidget(makeHead());
    m_layout->addWidget(m_stack, 1);
    m_summary->setWordWrap(true);
    m_summaryBox = new PanelFooter(m_summary, this);
    m_summaryBox->hide();
    m_layout->addWidget(m_summaryBox);

    m_switch->hide();
    m_export->hide();
    m_enlarge->hide();
    connect(m_switch, &SegmentedButton::currentChanged, this, [this](int index) { showTable(index == 1); });
    connect(m_export, &QToolButton::clicked, this, &Panel::openExportMenu);
    connect(m_enlarge, &QToolButton::clicked, this, &Panel::enlarge);
    refreshLook();
}

QWidget* Panel::makeHead()
{
    m_head = new QWidget(this);
    for (QLabel* label : {m_title, m_caption}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->hide();
    }
    m_tools->setSpacing(space::small);
    m_tools->addWidget(m_switch);
    m_tools->addWidget(m_export);
    m_tools->addWidget(m_enlarge);
    auto* grid = new QGridLayout(m_head);
    grid->setContentsMargins(space::inside, 4, space::medium, 6);
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_title, 0, 0, Qt::AlignVCenter);
    grid->addLayout(m_tools, 0, 1, Qt::AlignTop | Qt::AlignRight);
    grid->addWidget(m_caption, 1, 0, 1, 2);
    grid->setRowMinimumHeight(0, space::control);
    grid->setColumnStretch(0, 1);
    m_head->hide();
    return m_head;
}

void Panel::setTitle(const QString& finding)
{
    m_title->setText(finding);
    m_title->setVisible(!finding.isEmpty());
    m_head->setVisible(!finding.isEmpty() || m_chart || m_grid);
    setAccessibleName(finding);
}

void Panel::setCaption(const QString& caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

QString Panel::title() const
{
    return m_title->text();
}

void Panel::setBody(QWidget* body)
{
    m_stack->addWidget(body);
    m_stack->setCurrentWidget(body);
}

void Panel::setGrid(Grid* grid)
{
    m_grid = grid;
    setBody(grid);
    m_export->show();
    m_enlarge->show();
    m_head->show();
    if (grid->view()->verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) // fits its rows
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void Panel::setChart(Chart* chart, Grid* twin)
{
    m_chart = chart;
    m_grid = twin ? twin : new Grid(chart->twinModel(), this);
    m_stack->addWidget(chart);
    m_stack->addWidget(m_grid);
    m_stack->setCurrentWidget(chart);
    refreshSwitch();
    m_export->show();
    m_enlarge->show();
    m_head->show();
    if (QWidget* row = chart->entryRow())
        setFooter(row);
    connect(chart, &Chart::textsChanged, this, &Panel::refreshTexts);
    if (!twin) { // the same selection in both
        GridView* view = m_grid->view();
        view->setRowSelection(true);
        view->selectIds(chart->selectedIds());
        connect(chart, &Chart::marksChanged, view, [chart, view] { view->selectIds(chart->selectedIds()); });
        connect(chart, &Chart::idsSelected, view, &GridView::selectIds);
        connect(view, &GridView::idsSelected, chart, [chart](const QStringList& ids) {
            chart->setSelectedIds(ids);
            emit chart->idsSelected(ids);
        });
    }
    refreshTexts();
}

void Panel::setFooter(QWidget* footer)
{
    m_layout->addWidget(new PanelFooter(footer, this));
}

void Panel::addTool(QWidget* tool)
{
    m_tools->insertWidget(m_tools->indexOf(m_export), tool);
    m_head->show();
}

void Panel::setSummaryShown(bool shown)
{
    m_summaryShown = shown;
    refreshTexts();
}

void Panel::setEnlargeable(bool enlargeable)
{
    m_enlarge->setVisible(enlargeable);
}

bool Panel::showsTable() const
{
    return m_grid && m_stack->currentWidget() == m_grid;
}

void Panel::showTable(bool table)
{
    if (!m_chart || !m_grid || table == showsTable())
        return;
    const bool focusInside = m_stack->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(table ? static_cast<QWidget*>(m_grid) : m_chart);
    m_switch->setCurrent(table ? 1 : 0);
    if (focusInside)
        m_stack->currentWidget()->setFocus();
    emit tableShown(table);
}

void Panel::toggleTable()
{
    showTable(!showsTable());
}

void Panel::refreshTexts()
{
    if (!m_chart)
        return;
    setTitle(m_chart->title());
    setCaption(m_chart->caption());
    m_summary->setText(tr("In words: %1").arg(m_chart->summary()));
    m_summaryBox->setVisible(m_summaryShown && !m_chart->summary().isEmpty());
}

void Panel::openExportMenu()
{
    m_menu->clear();
    if (m_chart) {
        m_menu->addAction(showsTable() ? tr("Show c&hart") : tr("Show &table"), this, &Panel::toggleTable);
        m_menu->addSeparator();
        m_menu->addAction(tr("Chart as &PNG…"), this, &Panel::exportPng);
        m_menu->addAction(tr("Chart as &SVG…"), this, &Panel::exportSvg);
    }
    if (m_grid)
        m_menu->addAction(tr("&Copy table"), this, &Panel::copyTable);
    m_menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

void Panel::exportPng()
{
    exportTo(u"png"_s, tr("PNG picture (*.png)"),
             [this](const QString& path) { return m_chart->exportPng(path); });
}

void Panel::exportSvg()
{
    exportTo(u"svg"_s, tr("SVG picture (*.svg)"),
             [this](const QString& path) { return m_chart->exportSvg(path); });
}

void Panel::exportTo(const QString& suffix, const QString& filter,
                     const std::function<bool(const QString&)>& write)
{
    if (!m_chart)
        return;
    const QString suggested = fileNameFrom(title()) + u'.' + suffix;
    QString path = QFileDialog::getSaveFileName(this, tr("Export chart"), suggested, filter);
    if (path.isEmpty())
        return;
    if (!path.endsWith(u'.' + suffix, Qt::CaseInsensitive))
        path += u'.' + suffix;
    if (!write(path))
        emit exportFailed(
            tr("%1 could not be written. Choose another folder, or close the program that has it open.")
                .arg(path));
}

void Panel::copyTable()
{
    if (!m_grid)
        return;
    const GridView* view = m_grid->view();
    const QAbstractItemModel* shown = view->proxy();
    QStringList header;
    for (int column = 0; column < shown->columnCount(); ++column)
        header.append(shown->headerData(column, Qt::Horizontal).toString());
    QList<QStringList> rows;
    for (int row = 0; row < shown->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < shown->columnCount(); ++column)
            cells.append(shown->index(row, column).data().toString());
        rows.append(cells);
    }
    if (view->proxy()->totalRow() >= 0) {
        QStringList cells;
        for (int column = 0; column < shown->columnCount(); ++column)
            cells.append(view->gridModel()->index(view->proxy()->totalRow(), column).data().toString());
        rows.append(cells);
    }
    auto* copied = new QMimeData;
    copied->setHtml(clipboardHtml(rows, header));
    rows.prepend(header);
    copied->setText(clipboardText(rows));
    QApplication::clipboard()->setMimeData(copied);
}

void Panel::enlarge()
{
    const int at = m_layout->indexOf(m_stack);
    QDialog dialog(window());
    dialog.setWindowTitle(title());
    auto* layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    dialog.resize(window()->size() * 0.9);
    dialog.setPalette(window()->palette());
    dialog.exec();
    m_layout->insertWidget(at, m_stack, 1);
}

void Panel::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (control && event->key() == Qt::Key_T && m_chart)
        toggleTable();
    else if (control && event->key() == Qt::Key_E && (m_chart || m_grid))
        openExportMenu();
    else
        QFrame::keyPressEvent(event);
}

Panel* Panel::of(QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (auto* panel = qobject_cast<Panel*>(widget))
            return panel;
    }
    return nullptr;
}

void Panel::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    refreshSwitch();
}

// A narrow panel gives its width to the finding; Ctrl+T and the menu still switch.
void Panel::refreshSwitch()
{
    m_switch->setVisible(m_chart && width() >= narrowPanel);
}

void Panel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshLook();
}

void Panel::refreshLook()
{
    m_title->setFont(textFont(TextSize::PanelTitle, TextWeight::Strong));
    const Tokens& tokens = tokensOf(this);
    for (QLabel* label : {m_caption, m_summary}) {
        label->setFont(textFont(TextSize::Caption));
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, tokens.text2);
        label->setPalette(palette);
    }
}

} // namespace placewright
