#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace placewright {

class NeedGapChart;

// The typed equivalent of dragging a dot of the need-gap chart: the share of the current area as a percentage, or
// pounds. Applies on Enter or on leaving; Esc restores.
class NeedGapEntry : public QWidget
{
    Q_OBJECT
public:
    explicit NeedGapEntry(NeedGapChart* chart);

    void startTyping();
    QLineEdit* field() const { return m_field; }
    QString problem() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    static QString hintText();
    void refresh();
    void refreshLook();
    void apply();
    void showProblem(const QString& problem);

    NeedGapChart* m_chart;
    QLabel* m_name;
    QLineEdit* m_field;
    QLabel* m_moves;
    QLabel* m_hint;
    QLabel* m_problem;
    QString m_areaId;
    QString m_shown;
};

} // namespace placewright
