#include "ui/pages/pools/schedulesection.h"

#include "core/plan/names.h"
#include "ui/models/riskcells.h"
#include "ui/panel/panel.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

ScheduleSection::ScheduleSection(PageContext context, QWidget* parent)
    : PoolsSection(context, parent)
    , m_text(new QTextBrowser(this))
    , m_panel(new Panel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_print(new QPushButton(tr("Print schedule…"), this))
{
    m_text->setObjectName(u"scheduleText"_s);
    m_text->setAccessibleName(tr("Schedule of the risk share in words"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(space::inside);
    m_copy->setObjectName(u"copySchedule"_s);
    m_print->setObjectName(u"printSchedule"_s);
    m_panel->setObjectName(u"schedulePanel"_s);
    m_panel->setBody(m_text);
    m_panel->addTool(m_copy);
    m_panel->addTool(m_print);
    m_panel->setEnlargeable(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(plainText());
        emit said(tr("The schedule is on the clipboard."));
    });
    connect(m_print, &QPushButton::clicked, this, [this] { emit printRequested(fund()); });
}

void ScheduleSection::refresh()
{
    const FundSettlement* settlement = settlementOf(evaluation(), fund(), year());
    m_clauses = settlement ? riskSchedule(plan(), *settlement) : QList<ScheduleClause>();
    const auto open = static_cast<int>(std::count_if(
        m_clauses.begin(), m_clauses.end(), [](const ScheduleClause& clause) { return clause.open; }));
    const QString name = nameOf(plan(), Fund::type.id, fund());
    if (m_clauses.isEmpty())
        m_title = tr("%1: nothing is planned in %2").arg(name, year());
    else
        m_title = open == 0 ? tr("%1: every clause of the schedule is settled").arg(name)
                            : tr("%1: %n clause(s) of the schedule to settle", nullptr, open).arg(name);
    m_caption = tr("The terms of the risk share in words, for the agreement.");
    m_panel->setTitle(tr("Schedule of the risk share, %1").arg(year()));
    m_panel->setCaption(open == 0
                            ? tr("Every sentence follows from the terms.")
                            : tr("Sentences that begin with “To settle” name what the terms must say."));
    m_copy->setEnabled(!m_clauses.isEmpty());
    m_print->setEnabled(!m_clauses.isEmpty());
    fillText();
}

void ScheduleSection::fillText()
{
    const Tokens& tokens = tokensOf(this);
    QString html = u"<table cellspacing='0' cellpadding='4'>"_s;
    for (const ScheduleClause& clause : std::as_const(m_clauses)) {
        const QString text =
            clause.open ? u"<b style='color:%1'>%2</b> %3"_s.arg(tokens.missed.name(), tr("To settle:"),
                                                                 clause.text.toHtmlEscaped())
                        : clause.text.toHtmlEscaped();
        const bool isHead = !clause.number.contains(u'.') && !clause.open && !clause.text.endsWith(u'.');
        html += u"<tr><td style='color:%1' width='44'>%2</td><td>%3</td></tr>"_s.arg(
            tokens.text2.name(), clause.number, isHead ? u"<b>%1</b>"_s.arg(text) : text);
    }
    m_text->setHtml(html + u"</table>"_s);
}

QString ScheduleSection::plainText() const
{
    QStringList lines;
    for (const ScheduleClause& clause : m_clauses)
        lines.append(
            u"%1\t%2"_s.arg(clause.number, clause.open ? tr("To settle: %1").arg(clause.text) : clause.text));
    return lines.join(u'\n');
}

void ScheduleSection::changeEvent(QEvent* event)
{
    PoolsSection::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_clauses.isEmpty())
        fillText();
}

} // namespace placewright
