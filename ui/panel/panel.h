#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace placewright {

class Chart;
class Grid;
class SegmentedButton;

// The white box that everything on a page stands in: a title that is a finding, a caption (base, unit), tools at the
// right, a body, and at will a footer under a hairline. With a chart and a table it has the Chart | Table switch, the export
// menu and enlarge. Ctrl+T and Ctrl+E work while the focus is inside, unless a menu of the window has taken them.
class Panel : public QFrame
{
    Q_OBJECT
public:
    explicit Panel(QWidget* parent = nullptr);

    void setTitle(const QString& finding);
    void setCaption(const QString& caption);
    QString title() const;

    void setBody(QWidget* body); // anything; edge to edge
    void setGrid(Grid* grid);    // a table alone; can be copied whole
    // A chart with its twin table. Without `twin`, one is made from the chart's own twin model. Takes title, caption, summary
    // and footer (Chart::entryRow) from the chart and follows them.
    void setChart(Chart* chart, Grid* twin = nullptr);
    void setFooter(QWidget* footer);
    void addTool(QWidget* tool);      // left of the export button
    void setSummaryShown(bool shown); // "In words: ..." below the chart (View > Summaries)
    void setEnlargeable(bool enlargeable);

    Chart* chart() const { return m_chart; }
    Grid* grid() const { return m_grid; }
    static Panel* of(QWidget* widget); // the panel around a widget, or nullptr: for menu actions on the focus
    bool showsTable() const;

public slots:
    void showTable(bool table);
    void toggleTable();
    void exportPng(); // asks for a file
    void exportSvg();
    void copyTable();

    void openExportMenu(); // Ctrl+E
    void enlarge();        // the body in a window of its own until that is closed

signals:
    void tableShown(bool table);
    void exportFailed(const QString& message);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshTexts();
    void refreshLook();
    void refreshSwitch();
    QWidget* makeHead();
    void exportTo(const QString& suffix, const QString& filter,
                  const std::function<bool(const QString&)>& write);

    QLabel* m_title;
    QLabel* m_caption;
    QLabel* m_summary;
    QHBoxLayout* m_tools;
    QVBoxLayout* m_layout;
    QStackedWidget* m_stack;
    SegmentedButton* m_switch;
    QToolButton* m_export;
    QToolButton* m_enlarge;
    QMenu* m_menu;
    QWidget* m_head = nullptr;
    QWidget* m_summaryBox = nullptr;
    Chart* m_chart = nullptr;
    Grid* m_grid = nullptr;
    bool m_summaryShown = false;
};

} // namespace placewright
