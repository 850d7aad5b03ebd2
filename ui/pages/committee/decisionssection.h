#pragma once

#include "core/words/decisionregister.h"
#include "ui/models/dutiesmodel.h"
#include "ui/models/entitymodel.h"
#include "ui/pages/committee/committeetables.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;

namespace placewright {

// The decision register with what stands behind each decision; matters for scrutiny; duties and what shows that they were done.
class DecisionsSection : public CommitteeTables
{
    Q_OBJECT
public:
    DecisionsSection(const CommitteeContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showId(const Id& id) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

signals:
    void registerRequested(const placewright::DecisionFilter& filter); // as a file

private:
    QWidget* makeRegister();
    QWidget* withFilters(QWidget* below);
    QWidget* makeTables();
    DecisionFilter filter() const;
    void refreshChoices();
    void refreshRegister();
    void refreshDetail();
    void refreshFindings();

    ShownModel* m_register;
    QList<DecisionEntry> m_entries; // beside the rows of the table
    EntityModel m_scrutiny;
    DutiesModel m_duties;
    QLineEdit* m_text;
    QComboBox* m_bodies;
    QComboBox* m_outcomes;
    QLabel* m_detail;
    Grid* m_registerGrid = nullptr;
    Grid* m_scrutinyGrid = nullptr;
    Grid* m_dutiesGrid = nullptr;
    Panel* m_registerPanel = nullptr;
    Panel* m_detailPanel = nullptr;
    Panel* m_scrutinyPanel = nullptr;
    Panel* m_dutiesPanel = nullptr;
    QSplitter* m_splitter;
    QSplitter* m_above;
    QSplitter* m_below;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
