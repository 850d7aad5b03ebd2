// The papers that the window writes.
#include "core/plan/names.h"
#include "ui/models/riskcells.h"
#include "ui/report/boardpaper.h"
#include "ui/report/minutespaper.h"
#include "ui/report/registerpaper.h"
#include "ui/report/riskschedule.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>

namespace placewright {

using namespace Qt::StringLiterals;

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

void MainWindow::exportMinutes(const Id& meeting)
{
    const int choice = m_dialogs.choose(
        this, tr("Draft minutes"),
        tr("The public copy leaves out confidential items, notes and interests. Which copy?"),
        {tr("Public copy"), tr("Confidential copy")});
    if (choice < 0)
        return;
    const MinutesCopy copy = choice == 0 ? MinutesCopy::Public : MinutesCopy::Confidential;
    const MinutesSource source{m_document->base(), meeting, copy, m_document->author().now(),
                               m_document->headHash()};
    const QString name = minutesFileName(source.base, meeting, copy) + u".pdf"_s;
    const QString suggested = QFileInfo(m_document->path()).absoluteDir().filePath(name);
    const QString path = m_dialogs.saveFile(this, tr("Draft minutes"), suggested,
                                            tr("PDF (*.pdf);;OpenDocument text (*.odt)"));
    if (path.isEmpty())
        return;
    if (Outcome written = writeMinutes(source, path); !written)
        m_dialogs.tell(this, tr("Draft minutes"), written.error().text);
    else
        m_said->setText(tr("The minutes are in %1.").arg(QDir::toNativeSeparators(path)));
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

void MainWindow::exportRegister(const DecisionFilter& filter)
{
    const int choice = m_dialogs.choose(
        this, tr("Register of decisions"),
        tr("The public copy leaves out confidential items, notes and interests. Which copy?"),
        {tr("Public copy"), tr("Confidential copy")});
    if (choice < 0)
        return;
    const MinutesCopy copy = choice == 0 ? MinutesCopy::Public : MinutesCopy::Confidential;
    const Plan& base = m_document->base();
    QStringList chosenBy;
    if (!filter.body.isNull())
        chosenBy.append(nameOf(base, Body::type.id, filter.body));
    if (!filter.outcome.isEmpty())
        chosenBy.append(labelOfChoice(*ResolutionOutcome::type.field(u"outcome"), filter.outcome));
    if (!filter.words.isEmpty())
        chosenBy.append(tr("“%1”", "words looked for").arg(filter.words));
    const RegisterSource source{base,
                                filtered(decisionRegister(base, copy, m_document->journal()), filter, base),
                                copy,
                                chosenBy.join(u", "_s),
                                m_document->author().now(),
                                m_document->headHash()};
    const QFileInfo file(m_document->path());
    const QString suggested =
        file.absoluteDir().filePath(tr("%1 decisions.pdf").arg(file.completeBaseName()));
    const QString path =
        m_dialogs.saveFile(this, tr("Register of decisions"), suggested,
                           tr("PDF (*.pdf);;OpenDocument text (*.odt);;Comma-separated values (*.csv)"));
    if (path.isEmpty())
        return;
    if (Outcome written = writeRegister(source, path); !written)
        m_dialogs.tell(this, tr("Register of decisions"), written.error().text);
    else
        m_said->setText(tr("The register is in %1.").arg(QDir::toNativeSeparators(path)));
}

} // namespace placewright
