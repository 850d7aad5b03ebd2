#include "ui/models/workingtable.h"

#include <QCoreApplication>

namespace placewright {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkingTable)
};

} // namespace

void showWorking(ShownModel& model, const QList<WorkingLine>& lines, const WorkingColumns& columns)
{
    QList<ShownTableColumn> heads;
    if (columns.numbered)
        heads.append({Words::tr("#")});
    heads.append({columns.words, false, !columns.detailed});
    if (columns.detailed)
        heads.append({Words::tr("From"), false, true});
    heads.append({Words::tr("£"), true});
    QList<ShownTableRow> rows;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const WorkingLine& line = lines.at(i);
        const bool isLast = i + 1 == lines.size();
        const bool isStrong = line.isTotal;
        ShownTableRow row{QStringLiteral("line-%1").arg(i), false, line.isTotal && isLast, {}};
        const auto add = [&](ShownTableCell cell, Emphasis emphasis) {
            cell.emphasis = emphasis;
            row.cells.append(cell);
        };
        const Emphasis usual = isStrong ? Emphasis::Strong : Emphasis::None;
        if (columns.numbered)
            add(textCell(line.number), isStrong ? usual : Emphasis::Secondary);
        add(textCell(line.text), usual);
        row.cells.last().tooltip = line.detail;
        if (columns.detailed) {
            add(textCell(line.detail), Emphasis::Secondary);
            row.cells.last().tooltip = line.detail;
        }
        add(line.amount ? moneyCell(*line.amount, Pence::Always) : textCell(QString()), usual);
        rows.append(row);
    }
    model.setTable(heads, rows);
}

} // namespace placewright
