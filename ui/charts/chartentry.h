#pragma once

#include <QList>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace placewright {

class Chart;

// What the typed equivalents of dragging have in common: words, fields and choices in a row, a hint where there is room
// for it, and below them why the last text was refused. A field applies on Enter or on leaving; Esc restores and goes
// back to the chart. Enter in the chart starts typing in the first field.
class ChartEntry : public QWidget
{
    Q_OBJECT
public:
    void startTyping();
    QLineEdit* field(int at = 0) const { return m_fields.at(at).edit; }
    QString words() const; // the row with its values, as one reads it
    QString problem() const;

protected:
    ChartEntry(Chart* chart, const QString& hint);

    QLabel* addText(const QString& text = {});
    QLineEdit* addField(const QString& widest); // the text before it names it; as wide as this text needs
    QComboBox* addChoice();                     // what is chosen in it is the subclass's own
    static void setChoices(QComboBox* choice, const QStringList& texts); // only where they are others
    void setHint(const QString& hint);
    void fitHint(); // whole or not at all

    virtual void refresh() = 0;                               // shows what the chart has now
    virtual QString ask(int field, const QString& typed) = 0; // empty when it was asked, else why not

    bool isTyped(int field) const;                 // and not yet applied: leave it as it is
    void setShown(int field, const QString& text); // Esc restores it; nothing is wrong any more

    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Field
    {
        QLineEdit* edit;
        QString widest;
        QString shown;
    };
    void apply(int field);
    void restore();
    void showProblem(int field, const QString& problem);
    void refreshLook();

    Chart* m_chart;
    QString m_hintText;
    QHBoxLayout* m_row;
    QList<QLabel*> m_texts;
    QList<Field> m_fields;
    QList<QComboBox*> m_choices;
    QLabel* m_hint;
    QLabel* m_problem;
};

} // namespace placewright
