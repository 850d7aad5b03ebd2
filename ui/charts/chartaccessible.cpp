#include "ui/charts/chartaccessible.h"

#include "ui/charts/chart.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <map>

namespace placewright {

namespace {

class MarkAccessible : public QAccessibleInterface
{
public:
    MarkAccessible(Chart* chart, int mark)
        : m_chart(chart)
        , m_mark(mark)
    {
    }

    bool isValid() const override { return m_chart && m_mark < m_chart->marks().size(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_chart ? m_chart->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const ChartMark mark = m_chart->marks().at(m_mark);
        if (kind == QAccessible::Name)
            return mark.name;
        if (kind == QAccessible::Value || kind == QAccessible::Description)
            return mark.value;
        return {};
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect local = m_chart->marks().at(m_mark).rect.toRect();
        return {m_chart->mapToGlobal(local.topLeft()), local.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const ChartMark mark = m_chart->marks().at(m_mark);
        state.focusable = true;
        state.selectable = true;
        state.readOnly = !mark.adjustable;
        state.selected = m_chart->selectedIds().contains(mark.id);
        state.focused = m_chart->hasFocus() && m_chart->currentMark() == m_mark;
        return state;
    }

private:
    QPointer<Chart> m_chart;
    int m_mark;
};

class ChartAccessible : public QAccessibleWidget
{
public:
    explicit ChartAccessible(Chart* chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
        , m_chart(chart)
    {
    }

    ~ChartAccessible() override
    {
        for (const auto& [mark, id] : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(m_chart->marks().size()); }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto found = m_children.find(index);
        if (found != m_children.end())
            return QAccessible::accessibleInterface(found->second);
        auto* mark = new MarkAccessible(m_chart, index);
        m_children.emplace(index, QAccessible::registerAccessibleInterface(mark));
        return mark;
    }

    int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (const auto& [mark, id] : m_children) {
            if (QAccessible::accessibleInterface(id) == wanted)
                return mark;
        }
        return -1;
    }

    QAccessibleInterface* focusChild() const override
    {
        return m_chart->hasFocus() ? child(m_chart->currentMark()) : nullptr;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPointF pos = m_chart->mapFromGlobal(QPoint(x, y));
        const QList<ChartMark> marks = m_chart->marks();
        for (qsizetype i = 0; i < marks.size(); ++i) {
            if (marks.at(i).rect.contains(pos))
                return child(static_cast<int>(i));
        }
        return nullptr;
    }

private:
    Chart* m_chart;
    mutable std::map<int, QAccessible::Id> m_children;
};

QAccessibleInterface* chartFactory(const QString&, QObject* object)
{
    auto* chart = qobject_cast<Chart*>(object);
    return chart ? new ChartAccessible(chart) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    QAccessible::removeFactory(chartFactory);
    QAccessible::installFactory(chartFactory);
}

} // namespace placewright
