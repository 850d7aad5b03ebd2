#pragma once

#include "ui/pages/committee/committeetables.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;

namespace placewright {

class JournalModel;

// The journal in words, the newest entry first, with the hash of its head.
class AuditTrailSection : public CommitteeTables
{
    Q_OBJECT
public:
    AuditTrailSection(const CommitteeContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

private:
    QWidget* makeFilters();
    QWidget* makeHead();
    void refreshChoices();
    void applyFilter();
    void refreshDetail();
    void refreshFinding();

    JournalModel* m_model;
    QLineEdit* m_text;
    QComboBox* m_people;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QComboBox* m_schemes;
    QLabel* m_dateProblem;
    QLabel* m_head;
    ShownModel* m_changes;
    Grid* m_grid;
    Panel* m_panel = nullptr;
    Panel* m_detailPanel = nullptr;
    QSplitter* m_splitter;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
