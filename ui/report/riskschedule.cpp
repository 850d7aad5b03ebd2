#include "ui/report/riskschedule.h"

#include "core/plan/names.h"
#include "core/words/headlines.h"
#include "core/words/riskwords.h"
#include "ui/models/riskworking.h"
#include "ui/report/paperoutput.h"
#include "ui/report/paperwriter.h"

#include <QCoreApplication>
#include <QLocale>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RiskSchedule)
};

void writeSteps(PaperWriter& writer, const Plan& plan, const FundSettlement& settlement)
{
    QList<QStringList> rows;
    for (const Id& id : settlement.risk.rungs) {
        const RiskTerm* term = plan.riskTerms.find(id);
        if (!term || term->side == riskSide::under)
            continue;
        const RungWords words = rungWords(plan, settlement, *term);
        rows.append({QString::number(rows.size() + 1), words.name, words.upTo, words.paidBy, words.clause});
    }
    const RungWords left = leftOverWords();
    rows.append({QString::number(rows.size() + 1), left.name, left.upTo, left.paidBy, {}});
    writer.heading(rungsTitle(plan, settlement.risk));
    writer.table({{Words::tr("Step")},
                  {Words::tr("How it is paid")},
                  {Words::tr("Up to £"), true},
                  {Words::tr("Paid by")},
                  {Words::tr("Clause")}},
                 rows);
    writer.paragraph(underspendSentence(plan, settlement.risk));
}

void writeWorking(PaperWriter& writer, const RiskWorking& working)
{
    QList<PaperColumn> columns;
    for (const ShownTableColumn& column : working.columns)
        columns.append({column.title, column.figure});
    QList<QStringList> rows;
    for (const ShownTableRow& row : working.rows) {
        QStringList cells;
        for (const ShownTableCell& cell : row.cells)
            cells.append(cell.text);
        rows.append(cells);
    }
    writer.heading(working.title);
    writer.caption(working.caption);
    if (!rows.isEmpty())
        writer.table(columns, rows, true, columns.size() > 7);
}

} // namespace

std::unique_ptr<QTextDocument> riskSchedulePaper(const RiskScheduleSource& source)
{
    auto document = std::make_unique<QTextDocument>();
    const FundRisk& risk = source.settlement.risk;
    const QString fund = nameOf(source.plan, Fund::type.id, risk.fund);
    PaperWriter writer(*document);
    const QString title = Words::tr("%1: schedule of the risk share, %2").arg(fund, risk.year);
    document->setMetaInformation(QTextDocument::DocumentTitle, title);
    writer.title(title);
    writer.paragraph(contextSentence(source.plan, risk.year, source.scenarioName));
    for (const ScheduleClause& clause : riskSchedule(source.plan, source.settlement)) {
        const QString text = clause.open ? Words::tr("To settle: %1").arg(clause.text) : clause.text;
        writer.paragraph(u"%1  %2"_s.arg(clause.number, text));
    }
    writeSteps(writer, source.plan, source.settlement);
    writeWorking(writer, riskWorking(source.plan, source.settlement));
    return document;
}

Outcome writeRiskSchedule(const RiskScheduleSource& source, const QString& path)
{
    const std::unique_ptr<QTextDocument> paper = riskSchedulePaper(source);
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QString footer = Words::tr("%1, %2. Made on %3; plan %4.")
                               .arg(source.plan.place().name, source.scenarioName,
                                    british.toString(source.made.toLocalTime(), u"d MMMM yyyy, HH:mm"_s),
                                    QString::fromLatin1(source.headHash.toHex().first(12)));
    return writePaper(*paper, footer, path);
}

} // namespace placewright
