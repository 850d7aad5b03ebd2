#include "ui/panel/segmentedbutton.h"

#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace placewright {

namespace {

// One part: rounded only at the outer ends, joined by one edge.
class Segment : public QAbstractButton
{
public:
    Segment(const QString& text, bool first, bool last, QWidget* parent)
        : QAbstractButton(parent)
        , m_first(first)
        , m_last(last)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const QFontMetricsF metrics(textFont(TextSize::Caption, TextWeight::Strong));
        const int high = std::max(space::target, static_cast<int>(metrics.height()) + 7);
        return {static_cast<int>(std::ceil(metrics.horizontalAdvance(text()))) + 20, high};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& tokens = tokensOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(rect());
        const int over = space::controlRadius + 2;
        const QRectF box = QRectF(rect()).adjusted(m_first ? 0.5 : -over, 0.5, m_last ? -0.5 : over, -0.5);
        const bool on = isChecked();
        painter.setBrush(on ? tokens.accent : underMouse() ? tokens.head : tokens.base);
        painter.setPen(tokens.border);
        painter.drawRoundedRect(box, space::controlRadius, space::controlRadius);
        if (!m_last)
            painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens.border);
        painter.setFont(textFont(TextSize::Caption, on ? TextWeight::Strong : TextWeight::Normal));
        painter.setPen(on ? tokens.onAccent : isEnabled() ? tokens.text : tokens.border);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    bool m_first;
    bool m_last;
};

} // namespace

SegmentedButton::SegmentedButton(const QStringList& texts, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (int i = 0; i < texts.size(); ++i) {
        auto* segment = new Segment(texts.at(i), i == 0, i == texts.size() - 1, this);
        m_group->addButton(segment, i);
        layout->addWidget(segment);
    }
    if (!texts.isEmpty())
        m_group->button(0)->setChecked(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit currentChanged(id);
    });
}

void SegmentedButton::setTexts(const QStringList& texts)
{
    for (int i = 0; i < texts.size() && m_group->button(i); ++i) {
        m_group->button(i)->setText(texts.at(i));
        m_group->button(i)->updateGeometry();
    }
}

int SegmentedButton::current() const
{
    return m_group->checkedId();
}

void SegmentedButton::setCurrent(int index)
{
    if (QAbstractButton* button = m_group->button(index))
        button->setChecked(true);
}

QSize SegmentedButton::sizeHint() const
{
    return layout()->sizeHint();
}

} // namespace placewright
