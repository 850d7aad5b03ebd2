#include "ui/table/grid.h"

#include "ui/table/celldelegate.h"
#include "ui/table/gridproxy.h"
#include "ui/table/gridview.h"
#include "ui/table/roles.h"
#include "ui/theme/tokens.h"

#include <QHeaderView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

// The model's total, drawn under the view in the columns of the view.
class TotalRow : public QWidget
{
public:
    TotalRow(GridView* view, QWidget* parent)
        : QWidget(parent)
        , m_view(view)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void refresh()
    {
        const int row = m_view->proxy()->totalRow();
        setVisible(row >= 0);
        QStringList words;
        for (int column = 0; row >= 0 && column < m_view->gridModel()->columnCount(); ++column)
            words.append(m_view->gridModel()->index(row, column).data().toString());
        words.removeAll(QString());
        setAccessibleName(words.join(u' '));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override { return {100, m_view->verticalHeader()->defaultSectionSize() + 1}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& tokens = tokensOf(this);
        QPainter painter(this);
        painter.fillRect(rect(), tokens.base);
        const QAbstractItemModel* model = m_view->gridModel();
        const int row = m_view->proxy()->totalRow();
        if (!model || row < 0)
            return;
        const QHeaderView* header = m_view->horizontalHeader();
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            const int span = std::max(1, index.data(SpanRole).toInt());
            int width = 0;
            for (int i = column; i < std::min(column + span, model->columnCount()); ++i)
                width += header->sectionSize(i);
            QStyleOptionViewItem option;
            option.initFrom(this);
            option.state &= ~QStyle::State_HasFocus;
            option.rect =
                QRect(header->sectionViewportPosition(column), 1, width, height()); // hairline falls outside
            m_view->itemDelegate()->paint(&painter, option, index);
            column += span - 1;
        }
        painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
    }

private:
    GridView* m_view;
};

Grid::Grid(QWidget* parent)
    : QWidget(parent)
    , m_view(new GridView(this))
    , m_total(new TotalRow(m_view, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_total);
    m_total->hide();
    setFocusProxy(m_view);
    connect(m_view, &GridView::geometryShifted, m_total, [this] { m_total->refresh(); });
}

Grid::Grid(QAbstractItemModel* model, QWidget* parent)
    : Grid(parent)
{
    setModel(model);
}

void Grid::setModel(QAbstractItemModel* model)
{
    m_view->setGridModel(model);
    m_total->refresh();
}

} // namespace placewright
