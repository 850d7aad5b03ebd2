// The papers that the window writes.
#include "core/plan/names.h"
#include "ui/models/riskcells.h"
#include "ui/report/boardpaper.h"
#include "ui/report/riskschedule.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>

namespace placewright {

void MainWindow::exportBoardPaper()
{
    const QFileInfo file(m_document->path());
    const QString suggested =
        file.absoluteDir().filePath(tr("%1 board paper.pdf").arg(file.completeBaseName()));
    const QString path =
        m_dialogs.saveFile(this, tr("Board paper"), suggested, tr("PDF (*.pdf);;OpenDocument text (*.odt)"));
    if (path.isEmpty())
        return;
    if (Outcome written = writeBoardPaper(paperSource(*m_document), path); !written)
        m_dialogs.tell(this, tr("Board paper"), written.error().text);
    else
        m_said->setText(tr("The board paper is in %1.").arg(QDir::toNativeSeparators(path)));
}

void MainWindow::exportRiskSchedule(const Id& fund)
{
    const FundSettlement* settlement = settlementOf(m_document->evaluation(), fund, m_document->year());
    if (!settlement)
        return;
    const QFileInfo file(m_document->path());
    const QString name = nameOf(m_document->plan(), Fund::type.id, fund);
    const QString suggested = file.absoluteDir().filePath(tr("%1 risk share.pdf").arg(name));
    const QString path = m_dialogs.saveFile(this, tr("Schedule of the risk share"), suggested,
                                            tr("PDF (*.pdf);;OpenDocument text (*.odt)"));
    if (path.isEmpty())
        return;
    const RiskScheduleSource source{m_document->plan(), *settlement,
                                    m_document->scenarioName(m_document->scenario()), m_document->savedAt(),
                                    m_document->headHash()};
    if (Outcome written = writeRiskSchedule(source, path); !written)
        m_dialogs.tell(this, tr("Schedule of the risk share"), written.error().text);
    else
        m_said->setText(tr("The schedule is in %1.").arg(QDir::toNativeSeparators(path)));
}

} // namespace placewright
