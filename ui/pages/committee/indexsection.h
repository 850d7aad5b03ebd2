#pragma once

#include "core/committee/integrationindex.h"
#include "ui/models/indexdomainsmodel.h"
#include "ui/models/keyedrowsmodel.h"
#include "ui/pages/committee/committeetables.h"

class QLabel;
class QSplitter;

namespace placewright {

class IndexChart;

// The integration index of the place: the evidence of its five domains, and the index year by year.
class IndexSection : public CommitteeTables
{
    Q_OBJECT
public:
    IndexSection(const CommitteeContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    bool showId(const Id& id) override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

private:
    void followDomain();
    void refreshIndex();
    QString missing(const IndexYear& year) const;

    IndexDomainsModel m_domains;
    KeyedRowsModel m_figures;
    QString m_domain; // whose figures are shown
    IndexChart* m_chart;
    Grid* m_domainsGrid = nullptr;
    Grid* m_figuresGrid = nullptr;
    Panel* m_domainsPanel = nullptr;
    Panel* m_figuresPanel = nullptr;
    Panel* m_chartPanel;
    QLabel* m_words; // what is missing, and what it is adjusted for
    QSplitter* m_splitter;
    QSplitter* m_evidence;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
