#include "ui/charts/glideentry.h"

#include "ui/charts/glidechart.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

GlideEntry::GlideEntry(GlideChart* chart)
    : QWidget(chart)
    , m_chart(chart)
    , m_name(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_after(new QLabel(tr("below fair share"), this))
    , m_hint(new QLabel(hintText(), this))
    , m_problem(new QLabel(this))
{
    m_field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_field->installEventFilter(this);
    m_name->setBuddy(m_field);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto* row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addWidget(m_name);
    row->addWidget(m_field);
    row->addWidget(m_after);
    row->addWidget(m_hint, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(row);
    layout->addWidget(m_problem);

    connect(m_field, &QLineEdit::editingFinished, this, &GlideEntry::apply);
    connect(m_field, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(chart, &Chart::marksChanged, this, &GlideEntry::refresh);
    connect(chart, &GlideChart::limitDragging, this, &GlideEntry::refresh);
    connect(chart, &GlideChart::dragEnded, this, &GlideEntry::refresh);
    refreshLook();
    refresh();
}

QString GlideEntry::words() const
{
    return m_name->text() + u' ' + m_field->text() + u' ' + m_after->text();
}

QString GlideEntry::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

QString GlideEntry::hintText()
{
    return tr("Drag a floor, or press Enter and type");
}

void GlideEntry::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int taken =
        m_name->sizeHint().width() + m_field->width() + m_after->sizeHint().width() + 4 * space::medium;
    const bool fits = width() - taken > QFontMetrics(m_hint->font()).horizontalAdvance(hintText());
    m_hint->setText(fits ? hintText() : QString()); // whole or not at all
}

void GlideEntry::startTyping()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void GlideEntry::refresh()
{
    const bool any = m_chart->handles() > 0;
    setEnabled(any && m_chart->m_data.adjustable);
    if (!any) {
        m_yearId.clear();
        m_name->setText(tr("Nobody more than"));
        m_field->clear();
        return;
    }
    const int year = std::max(1, m_chart->yearOf(m_chart->currentMark()));
    const GlideYear& of = m_chart->shown().years.at(year);
    if (m_yearId == of.id && m_field->isModified())
        return; // what is being typed stays
    m_yearId = of.id;
    const bool moving = m_chart->m_move && m_chart->m_move->yearId == of.id;
    const Ratio limit = m_chart->limitOf(year);
    m_shown = of.limit || moving ? GlideChart::limitText(limit) : QString();
    m_name->setText(tr("%1, nobody more than", "a year").arg(of.name));
    m_field->setAccessibleName(tr("%1, nobody more than this far below fair share").arg(of.name));
    m_field->setText(m_shown);
    m_field->setPlaceholderText(tr("no limit"));
    showProblem({});
}

void GlideEntry::apply()
{
    if (!m_field->isModified() || m_field->text() == m_shown)
        return;
    const QString problem = m_chart->requestText(m_yearId, m_field->text());
    showProblem(problem);
    if (!problem.isEmpty())
        return;
    m_field->setModified(false);
    refresh();
}

void GlideEntry::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_field->setProperty(invalidProperty, !problem.isEmpty());
    m_field->setAccessibleDescription(problem);
    m_field->update();
}

bool GlideEntry::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_field->setModified(false);
        refresh();
        m_chart->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void GlideEntry::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange ||
        event->type() == QEvent::FontChange)
        refreshLook();
}

void GlideEntry::refreshLook()
{
    const Tokens& tokens = tokensOf(this);
    for (QLabel* label : {m_name, m_after, m_hint}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, tokens.text2);
        label->setPalette(palette);
    }
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, tokens.wrong);
    m_problem->setPalette(palette);
    m_hint->setFont(textFont(TextSize::Caption));
    m_problem->setFont(textFont(TextSize::Caption));
    m_field->setFixedWidth(QFontMetrics(figureFont(TextSize::Body)).horizontalAdvance(u"100.00%"_s) +
                           2 * space::inside);
}

} // namespace placewright
