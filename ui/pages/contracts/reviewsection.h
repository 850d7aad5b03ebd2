#pragma once

#include "ui/pages/contracts/contractssection.h"

class QLabel;
class QSplitter;

namespace placewright {

// Is it safe to sign? The stop/go list, each row leading to what mends it; what to have before signature; the provider's cost
// against the payment at low, expected and high results in every year of the term.
class ReviewSection : public ContractsSection
{
    Q_OBJECT
public:
    ReviewSection(const ContractsContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;
    void setNarrow(bool narrow) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Panel* addList(ShownModel*& model, const char* name, const QString& words, QList<ReviewItem>& items);
    void fillList(ShownModel& model, const QList<ReviewItem>& items, const ContractReview& review);
    void fillCases(const ContractReview& review);
    int detailWidth() const;
    static QString casesTitle(const ContractReview& review);

    ShownModel* m_safe = nullptr;
    ShownModel* m_before = nullptr;
    ShownModel* m_cases;
    QList<ReviewItem> m_safeItems;
    QList<ReviewItem> m_beforeItems;
    Panel* m_safePanel;
    Panel* m_beforePanel;
    Panel* m_casesPanel;
    QSplitter* m_below;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
