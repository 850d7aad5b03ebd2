#pragma once

#include "ui/pages/page.h"

class QSplitter;

namespace placewright {

class ConditionDetail;
class SegmentedButton;
class ShownModel;

// Every condition of the year shown: what is to settle first, then those met; beside it the rule, the lines it counted and
// the nearest fixes.
class ConditionsPage : public Page
{
    Q_OBJECT
public:
    ConditionsPage(PageContext context, QWidget* parent);

    QString name() const override { return tr("Conditions"); }
    Icon icon() const override { return Icon::Conditions; }
    NavigationBadge badge() const override;
    QString helpTopic() const override { return QStringLiteral("conditions"); }
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void refresh() override;
    void showIds(const QStringList& ids) override; // the first that names a finding

    QString shownFinding() const { return m_shown; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Filter { All, Missed, Warning, NotKnown, Met };

    void refreshTable();
    void refreshFilter(const QList<const Finding*>& findings);
    void refreshDetail();
    bool fits(const Finding& finding) const;

    SegmentedButton* m_filterChoice;
    ShownModel* m_model;
    Grid* m_grid;
    ConditionDetail* m_detail;
    QSplitter* m_splitter;
    Filter m_filter = Filter::All;
    QString m_shown; // findingId
};

} // namespace placewright
