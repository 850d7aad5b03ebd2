#pragma once

#include "ui/pages/contracts/contractssection.h"

class QComboBox;

namespace placewright {

// Two versions of terms side by side: every term that differs, then the money of every year.
class CompareSection : public ContractsSection
{
    Q_OBJECT
public:
    CompareSection(const ContractsContext& context, QWidget* parent);

    QString title() const override { return m_title; }
    QString caption() const override { return m_caption; }
    void refresh() override;

private:
    void refreshChoice();
    void fill(const ContractPayment& a, const ContractPayment& b);
    void openRow(int row);

    QComboBox* m_other; // version that the one shown is compared with
    Panel* m_panel;
    ShownModel* m_model;
    QList<VersionRow> m_rows;
    QString m_title;
    QString m_caption;
};

} // namespace placewright
