#pragma once

#include "core/words/contractwords.h"
#include "ui/pages/contracts/contractssection.h"

class QComboBox;

namespace placewright {

// The same payment seen otherwise: by year, by month, by indicator, by fifth, and where it is paid area by area, by area.
class PaymentsSection : public ContractsSection
{
    Q_OBJECT
public:
    PaymentsSection(const ContractsContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;
    QVariantMap viewState() const override;
    void restoreViewState(const QVariantMap& state) override;

private:
    enum By { Year, Month, Indicator, Fifth, Area };
    void fill(const ContractPayment& payment);
    void refreshChoice();

    QComboBox* m_by;
    ShownModel* m_model;
    Panel* m_panel;
    ShownModel* m_steps;
    Panel* m_stepsPanel;
    QList<WorkingLine> m_lines;
    QList<WorkingLine> m_stepLines;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
