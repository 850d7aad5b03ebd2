#include "ui/charts/needgapentry.h"

#include "ui/charts/needgapchart.h"
#include "ui/theme/space.h"
#include "ui/theme/style.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace placewright {

NeedGapEntry::NeedGapEntry(NeedGapChart* chart)
    : QWidget(chart)
    , m_chart(chart)
    , m_name(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_moves(new QLabel(tr("moves within the same lines"), this))
    , m_hint(new QLabel(hintText(), this))
    , m_problem(new QLabel(this))
{
    m_field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_field->setFixedWidth(110);
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
    row->addWidget(m_moves);
    row->addWidget(m_hint, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    layout->addLayout(row);
    layout->addWidget(m_problem);

    connect(m_field, &QLineEdit::editingFinished, this, &NeedGapEntry::apply);
    connect(m_field, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    connect(chart, &Chart::marksChanged, this, &NeedGapEntry::refresh);
    connect(chart, &NeedGapChart::dragging, this, [this](const QString& areaId, Money amount) {
        if (areaId == m_areaId && !m_chart->m_total.isZero())
            m_field->setText(formatPercent(Ratio::of(amount, m_chart->m_total)));
    });
    connect(chart, &NeedGapChart::dragEnded, this, &NeedGapEntry::refresh);
    refreshLook();
    refresh();
}

QString NeedGapEntry::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

QString NeedGapEntry::hintText()
{
    return tr("Drag a dot, or press Enter and type");
}

void NeedGapEntry::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int taken =
        m_name->sizeHint().width() + m_field->width() + m_moves->sizeHint().width() + 4 * space::medium;
    const bool fits = width() - taken > QFontMetrics(m_hint->font()).horizontalAdvance(hintText());
    m_hint->setText(fits ? hintText() : QString()); // whole or not at all
}

void NeedGapEntry::startTyping()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void NeedGapEntry::refresh()
{
    const QList<ChartMark> marks = m_chart->marks();
    const int current = m_chart->currentMark();
    setEnabled(current < marks.size() && marks.at(current).adjustable);
    if (current >= marks.size())
        return;
    const bool sameArea = m_areaId == marks.at(current).id;
    if (sameArea && m_field->isModified())
        return; // what is being typed stays
    m_areaId = marks.at(current).id;
    const auto* row = m_chart->rowOf(m_areaId);
    m_shown = formatPercent(Ratio(row->moneyTenths, 1000));
    m_name->setText(tr("%1, share of money").arg(row->area.name));
    m_field->setAccessibleName(m_name->text());
    m_field->setText(m_shown);
    m_field->setToolTip(formatMoney(row->area.money));
    showProblem({});
}

void NeedGapEntry::apply()
{
    if (!m_field->isModified() || m_field->text() == m_shown)
        return;
    const QString problem = m_chart->requestText(m_areaId, m_field->text());
    showProblem(problem);
    if (!problem.isEmpty())
        return;
    m_field->setModified(false);
    refresh();
}

void NeedGapEntry::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_field->setProperty(invalidProperty, !problem.isEmpty());
    m_field->setAccessibleDescription(problem);
    m_field->update();
}

bool NeedGapEntry::eventFilter(QObject* watched, QEvent* event)
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

void NeedGapEntry::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        refreshLook();
}

void NeedGapEntry::refreshLook()
{
    const Tokens& tokens = tokensOf(this);
    for (QLabel* label : {m_name, m_moves, m_hint}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, tokens.text2);
        label->setPalette(palette);
    }
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, tokens.wrong);
    m_problem->setPalette(palette);
    m_hint->setFont(textFont(TextSize::Caption));
    m_problem->setFont(textFont(TextSize::Caption));
}

} // namespace placewright
