#pragma once

#include "core/committee/delegated.h"
#include "core/plan/plan.h"

#include <QWidget>

namespace placewright {

// One partner's money in a resolution as a bar against what it delegated: the part within, the limit as a stroke, the part above.
// Says the same in words to screen readers and as its tooltip.
class LimitBar : public QWidget
{
    Q_OBJECT
public:
    explicit LimitBar(QWidget* parent = nullptr);

    void setVerdict(const Plan& base, const PartnerVerdict& verdict);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name; // "One decision, Ashmoor ICB"
    QString m_proposed;
    QString m_limitText;
    QString m_aboveText;
    Money m_amount;
    Money m_limit;
    bool m_hasLimit = false;
    bool m_isBeyond = false; // of what may be decided
};

} // namespace placewright
