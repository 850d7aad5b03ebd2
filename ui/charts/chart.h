#pragma once

#include <QFont>
#include <QStringList>
#include <QWidget>

class QAbstractItemModel;
class QPainter;

namespace placewright {

struct Tokens;

// One thing in a chart that can be pointed at, focused and named.
struct ChartMark
{
    QString id;    // the entity it stands for: the shared selection; empty: none, it cannot be selected
    QString name;  // "Canalside, share of money"
    QString value; // "11.5%, 4.0 points below its need"
    QRectF rect;   // the mark itself, at least 24 by 24: dragged here, focus ring here
    QRectF area;   // what answers hover and click besides: its row or bar
    bool adjustable = false;
};

// The colours, fonts and device a chart is drawn with: the screen, a picture, or paper.
struct ChartCanvas
{
    QPainter& painter;
    const Tokens& tokens;
    QRectF rect;
    QFont body;
    QFont strong;
    QFont caption;
    QFont captionStrong;
    bool interactive = true; // draw hover, focus, handles and selection

    qreal width(const QFont& font, const QString& text) const;
    // Text whose middle stands at `middle`, from `x` on, or ending at `x`, or around it.
    void text(const QFont& font, const QColor& colour, qreal x, qreal middle, const QString& text,
              Qt::Alignment alignment = Qt::AlignLeft) const;
};

// What every chart is: a finding, a caption, a sentence in words, a twin table, marks that the keyboard and screen
// readers reach, the shared selection, PNG and SVG out. A chart edits nothing: it asks by signals.
// Keys: Up and Down choose a mark; Space selects; what else a chart's marks can do stands with that chart.
class Chart : public QWidget
{
    Q_OBJECT
public:
    explicit Chart(QWidget* parent = nullptr);
    ~Chart() override;

    void setTexts(const QString& title, const QString& caption, const QString& summary,
                  const QString& source = {});
    QString title() const { return m_title; }
    QString caption() const { return m_caption; }
    QString summary() const { return m_summary; }

    virtual QAbstractItemModel* twinModel() const = 0;
    virtual QList<ChartMark> marks() const = 0;     // in reading order, for the present size
    virtual QWidget* entryRow() { return nullptr; } // the typed equivalent of dragging, shown below the plot

    int currentMark() const { return m_current; }
    void setCurrentMark(int mark);
    QString wordsFor(const ChartMark& mark) const; // the same for hover, focus and click

    QStringList selectedIds() const { return m_selected; }
    void setSelectedIds(const QStringList& ids); // the shared selection; says nothing back

    // Draws the chart into paper or a picture, without title: light tokens, no focus or hover.
    void paintInto(QPainter& painter, const QRectF& rect) const;
    // As seen, with title, caption and source. False when the file cannot be written.
    bool exportPng(const QString& path, qreal scale = 2) const;
    bool exportSvg(const QString& path) const;

signals:
    void textsChanged();
    void marksChanged();
    void idsSelected(const QStringList& ids); // by the user
    void wordsChanged(const QString& words);  // of the mark now hovered or focused; for the status bar

protected:
    virtual void paintChart(ChartCanvas& canvas) const = 0;
    virtual void markPressed(int mark, const QPointF& pos); // left button down on a mark
    virtual void markDragged(int mark, const QPointF& pos);
    virtual void markReleased(int mark, bool dragged);
    virtual bool markKey(int mark, QKeyEvent* event); // true: dealt with
    virtual void leaveMark(int mark);                 // current mark is about to change or focus to go
    virtual QSizeF exportSize() const { return size(); }

    void dataChanged(); // marks, summary or figures are new
    virtual int markAt(const QPointF& pos) const;
    int hoveredMark() const { return m_hovered; }
    bool isSelected(const QString& id) const { return m_selected.contains(id); }
    void selectByUser(const QString& id, bool extend);
    void paintFocusRing(ChartCanvas& canvas, const QRectF& rect) const;

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    ChartCanvas canvasFor(QPainter& painter, const Tokens& tokens, const QRectF& rect) const;
    void paintWithTexts(QPainter& painter, const Tokens& tokens, const QSizeF& whole) const;
    QSizeF wholeExportSize() const;

    QString m_title;
    QString m_caption;
    QString m_summary;
    QString m_source;
    QStringList m_selected;
    int m_current = 0;
    int m_hovered = -1;
    int m_pressed = -1;
    QPointF m_pressedAt;
    bool m_dragged = false;
};

} // namespace placewright
