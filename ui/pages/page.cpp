#include "ui/pages/page.h"

#include "ui/charts/chart.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace placewright {

Page::Page(PageContext context, PageId id, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(id)
    , m_title(new QLabel(this))
    , m_where(new QLabel(this))
    , m_actions(new QHBoxLayout)
    , m_body(new QVBoxLayout)
{
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true);
    m_where->setObjectName(QStringLiteral("pageWhere"));
    m_where->setWordWrap(true);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::tiny);
    texts->addWidget(m_title);
    texts->addWidget(m_where);
    auto* head = new QHBoxLayout;
    head->addLayout(texts, 1);
    m_actions->setSpacing(space::medium);
    head->addLayout(m_actions);

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::page, space::between, space::page, space::between);
    whole->setSpacing(space::between);
    whole->addLayout(head);
    m_body->setSpacing(space::between);
    whole->addLayout(m_body, 1);
    refreshFonts();
}

QString Page::title() const
{
    return m_title->text();
}

void Page::setTitle(const QString& finding, const QString& where)
{
    m_title->setText(finding);
    m_where->setText(where);
    setAccessibleName(name());
    setAccessibleDescription(finding);
}

QPushButton* Page::addAction(const QString& text, Icon icon, const QString& objectName)
{
    auto* button = new QPushButton(themeIcon(icon), text, this);
    button->setObjectName(objectName);
    m_actions->addWidget(button);
    return button;
}

void Page::addHeadWidget(QWidget* widget)
{
    m_actions->addWidget(widget, 0, Qt::AlignTop);
}

void Page::wire(Grid* grid)
{
    GridView* view = grid->view();
    connect(view, &GridView::idsSelected, &selection(), &Selection::select);
    connect(&selection(), &Selection::changed, view, &GridView::selectIds);
    // Rows that come late, when the page is first shown, are selected as well.
    const auto selectAgain = [this, view] { view->selectIds(selection().ids()); };
    connect(view->model(), &QAbstractItemModel::modelReset, view, selectAgain);
    connect(view->model(), &QAbstractItemModel::rowsInserted, view, selectAgain);
    connect(view, &GridView::selectionSummed, this, [this, view] {
        Money sum;
        int figures = 0;
        for (const QModelIndex& cell : view->selectedCells()) {
            const QVariant number = cell.data(NumberRole);
            if (number.typeId() != QMetaType::LongLong)
                continue;
            sum += Money::fromPence(number.toLongLong());
            ++figures;
        }
        if (figures < 2) {
            emit said({});
            return;
        }
        const Money average = scaled(sum, Ratio(1, figures), Rounding::HalfAwayFromZero);
        emit said(tr("%n cell(s): sum %1, average %2", nullptr, figures)
                      .arg(formatMoney(sum), formatMoney(average)));
    });
}

void Page::wire(Panel* panel)
{
    connect(panel, &Panel::exportFailed, this, &Page::refused);
    if (Chart* chart = panel->chart()) {
        connect(chart, &Chart::idsSelected, &selection(), &Selection::select);
        connect(&selection(), &Selection::changed, chart, &Chart::setSelectedIds);
        connect(chart, &Chart::wordsChanged, this, &Page::said);
    }
}

void Page::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refreshFonts();
    QWidget::changeEvent(event);
}

void Page::refreshFonts()
{
    m_title->setFont(textFont(TextSize::PageTitle, TextWeight::Strong));
    m_where->setFont(textFont(TextSize::Caption));
    QPalette palette = m_where->palette();
    const QColor secondary = tokensOf(this).text2;
    if (palette.color(QPalette::WindowText) != secondary) {
        palette.setColor(QPalette::WindowText, secondary);
        m_where->setPalette(palette);
    }
}

} // namespace placewright
