#pragma once

#include "core/plan/committeeroll.h"
#include "ui/document/plandocument.h"
#include "ui/pages/committee/dialogs/askdialog.h"

class QGridLayout;

namespace placewright {

// How each member voted on a resolution. Who is not there, excluded or without a vote cannot be given one, and the dialog says why.
// Only what was not recorded before goes on the record.
class VoteDialog : public AskDialog
{
    Q_OBJECT
public:
    VoteDialog(PlanDocument& document, const Resolution& resolution, QWidget* parent);

private:
    struct Row
    {
        Seat seat;
        QComboBox* vote = nullptr;
        QLineEdit* dissent = nullptr;
        QString recorded; // dissent
    };
    void addSeat(QGridLayout& grid, const Seat& seat);
    void addCasting(const Body& body);
    void voteAllFor();
    void refresh();
    Outcome recordThem();

    PlanDocument& m_document;
    Id m_resolution;
    QList<Row> m_rows;
    QComboBox* m_casting = nullptr;
    Id m_chair;
    QString m_castBefore;
};

} // namespace placewright
