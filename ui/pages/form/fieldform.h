#pragma once

#include "ui/document/plandocument.h"
#include "ui/theme/icons.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QGridLayout;
class QLabel;

namespace placewright {

// A field that shares its row with others.
struct FormField
{
    QLatin1StringView id;
    int width = 0; // 0: as its type needs
};

// The fields of one entity as a form: labels left, derived words beside, errors below. A field applies on Enter or on
// leaving it, each as one Step; Esc restores. What cannot be keeps the old value in the plan, and one sentence says why.
class FieldForm : public QWidget
{
    Q_OBJECT
public:
    FieldForm(PlanDocument& document, const EntityType& type, QWidget* parent = nullptr);

    QLabel* addHeading(const QString& text);
    // Its editor is called "TYPE.FIELD".
    void addField(QLatin1StringView field, const QString& label = {});
    // Short figures in one row, each with its note behind it.
    void addFields(const QString& label, const QList<FormField>& fields);

    // Asked after the field's own type: one sentence why not; empty: it can be.
    void setRefusal(const std::function<QString(const Field&, const Value&)>& refusal)
    {
        m_refusal = refusal;
    }
    // What else changes with a field, in the same Step.
    void setFollowing(const std::function<void(StepBuilder&, const Field&)>& following)
    {
        m_following = following;
    }

    void setEntity(const Id& id, const Id& year); // null: nothing to show
    const Id& entity() const { return m_id; }
    const EntityType& type() const { return m_type; }
    void refresh(); // reads the plan; what is being typed stays

    void setNote(QLatin1StringView field, const QString& words);
    void setProblem(QLatin1StringView field, const QString& sentence); // of the value that the plan holds
    // The same for all fields at once.
    void setProblems(const std::function<QString(const Field&, const Key&)>& problemOf);
    void setMark(QLatin1StringView field, Icon mark, const QString& words);
    void setChoices(QLatin1StringView field,
                    const QStringList& choices);                        // instead of all that the field knows
    void setEmptyChoice(QLatin1StringView field, const QString& words); // what nothing means
    void setFieldShown(QLatin1StringView field, bool shown);
    bool focusField(QAnyStringView field); // false: it has none of that name
    QString problemShown(QAnyStringView field) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row
    {
        const Field* field = nullptr;
        QLabel* mark = nullptr;
        QLabel* label = nullptr; // null: the row is named by the field before it
        QWidget* editor = nullptr;
        QLabel* note = nullptr;
        QLabel* problem = nullptr;
        QString shown;   // what the plan holds, as its editor shows it
        QString refused; // why what was typed was not taken
        QString stored;  // what is wrong with what the plan holds
        QStringList choices;
        QString emptyChoice;
    };
    Row makeRow(QLatin1StringView field);
    QLabel* makeLabel(const QString& text);
    Row* rowOf(QAnyStringView field);
    const Row* rowOf(QAnyStringView field) const;
    QWidget* makeEditor(const Field& field);
    Key keyOf(const Field& field) const;
    void apply(QWidget* editor);
    QString take(Row& row, const QString& text); // why not; empty: it was taken
    void show(Row& row);
    void showProblem(Row& row);
    void fitProblems();
    void placeHeading(QLabel* heading, int row);
    void refreshLook();

    PlanDocument& m_document;
    const EntityType& m_type;
    QGridLayout* m_grid;
    QList<Row> m_rows;
    QList<QLabel*> m_headings;
    bool m_isMarked = false; // marks stand before the labels, and the headings above both
    std::function<QString(const Field&, const Value&)> m_refusal;
    std::function<void(StepBuilder&, const Field&)> m_following;
    Id m_id;
    Id m_year;
};

} // namespace placewright
