#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace placewright {

class GlideChart;

// The typed equivalent of dragging a limit of the glide chart: "2027-28, nobody more than [3.0%] below fair share", for
// the year of the current mark. Applies on Enter or on leaving; Esc restores.
class GlideEntry : public QWidget
{
    Q_OBJECT
public:
    explicit GlideEntry(GlideChart* chart);

    void startTyping();
    QLineEdit* field() const { return m_field; }
    QString words() const; // the sentence with its value
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

    GlideChart* m_chart;
    QLabel* m_name;
    QLineEdit* m_field;
    QLabel* m_after;
    QLabel* m_hint;
    QLabel* m_problem;
    QString m_yearId;
    QString m_shown;
};

} // namespace placewright
