#pragma once

#include "ui/models/shownmodel.h"
#include "ui/pages/funding/fundingsection.h"

class QSplitter;

namespace placewright {

class StreamFacts;

// Every stream of money of the year: income, spend and balance, by partner where several pay; and what the one chosen may be
// used for.
class StreamsSection : public FundingSection
{
    Q_OBJECT
public:
    StreamsSection(PageContext context, QWidget* parent);

    void refresh() override;
    bool holds(const QStringList& ids) const override;
    void showIds(const QStringList& ids) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow);

private:
    void fillTable();
    QList<ShownTableRow> rowsOf(const QString& source, const SourceTotal* total, Pence pence) const;
    void showSource(const QString& source);
    QStringList sources() const; // of the rulebook, then those that are used and not in it

    ShownModel* m_model;
    Grid* m_grid;
    Panel* m_panel;
    Panel* m_factsPanel;
    StreamFacts* m_facts;
    QSplitter* m_splitter;
    QString m_source;
};

} // namespace placewright
