#include "ui/pages/committee/limitbar.h"

#include "core/words/committeewords.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 14;
constexpr int leastWidth = 240;

bool isHeldAgainstLimit(const PartnerVerdict& verdict)
{
    switch (verdict.verdict) {
    case DelegationVerdict::Within:
    case DelegationVerdict::AboveDecision:
    case DelegationVerdict::AboveYear:
        return verdict.limit.has_value();
    default:
        return false;
    }
}

QString limitWords(const PartnerVerdict& verdict)
{
    switch (verdict.verdict) {
    case DelegationVerdict::PartnerUnknown:
        return LimitBar::tr("nobody can tell whose money it is");
    case DelegationVerdict::NothingDelegated:
        return LimitBar::tr("nothing delegated");
    case DelegationVerdict::NoMinute:
        return LimitBar::tr("a limit without its minute does not count");
    case DelegationVerdict::RoleNotInFavour:
        return LimitBar::tr("nobody of the role that it was delegated to is in favour");
    default:
        return verdict.limit ? LimitBar::tr("limit %1").arg(formatMoney(*verdict.limit))
                             : LimitBar::tr("no limit a decision");
    }
}

int lineHeight()
{
    return QFontMetrics(textFont(TextSize::Body)).height();
}

} // namespace

LimitBar::LimitBar(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"limitBar"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LimitBar::setVerdict(const Plan& base, const PartnerVerdict& verdict)
{
    const Partner* partner = base.partners.find(verdict.partner);
    const QString whose = !partner                       ? tr("partner not known")
                          : partner->shortName.isEmpty() ? partner->name
                                                         : partner->shortName;
    m_name = verdict.verdict == DelegationVerdict::AboveYear ? tr("%1, %2").arg(whose, verdict.year)
                                                             : tr("%1, one decision").arg(whose);
    m_amount = verdict.amount;
    m_limit = verdict.limit.value_or(Money());
    m_proposed = tr("%1 proposed").arg(formatMoney(m_amount));
    m_limitText = limitWords(verdict);
    m_hasLimit = isHeldAgainstLimit(verdict) && !m_limit.isZero();
    m_isBeyond = !verdict.isWithin();
    m_aboveText =
        verdict.above.isZero() || !m_hasLimit ? QString() : tr("%1 above").arg(formatMoney(verdict.above));
    for (const YearHeadroom& year : verdict.years)
        if (verdict.isWithin())
            m_aboveText = tr("%1 of the limit for %2 left").arg(formatMoney(year.left), year.year);
    const QString words = verdictInWords(base, verdict);
    setAccessibleName(tr("%1: %2").arg(m_name, m_proposed));
    setAccessibleDescription(words);
    setToolTip(words);
    update();
}

QSize LimitBar::sizeHint() const
{
    return {leastWidth * 2, 2 * lineHeight() + barHeight + 2 * space::small};
}

QSize LimitBar::minimumSizeHint() const
{
    return {leastWidth, sizeHint().height()};
}

void LimitBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(this);
    const QFont strong = textFont(TextSize::Body, TextWeight::Strong);
    const int line = lineHeight();
    const QRect heads(0, 0, width(), line);
    painter.setFont(strong);
    painter.setPen(tokens.text);
    const int proposed = QFontMetrics(strong).horizontalAdvance(m_proposed);
    painter.drawText(heads, Qt::AlignRight | Qt::AlignVCenter, m_proposed);
    painter.drawText(
        heads, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(strong).elidedText(m_name, Qt::ElideRight, width() - proposed - space::inside));

    // The whole width is what is larger: the amount or its limit.
    const double most = std::max(m_amount, m_limit).toDoubleForCharts();
    const auto at = [&](Money money) {
        return most > 0 ? static_cast<int>(width() * money.toDoubleForCharts() / most) : 0;
    };
    const Money within = m_hasLimit ? std::min(m_amount, m_limit) : m_isBeyond ? Money() : m_amount;
    const QRect bar(0, line + space::small, width(), barHeight);
    painter.fillRect(QRect(bar.left(), bar.top(), at(within), barHeight), tokens.series[0]);
    if (within < m_amount) {
        const QRect above(at(within), bar.top(), at(m_amount) - at(within), barHeight);
        const QRect part = above.adjusted(within.isZero() ? 0 : space::tiny, 0, 0, 0);
        painter.fillRect(part, tokens.lossMark());
        if (tokens.kind == ThemeKind::HighContrast) // told apart by fill: an outline
            painter.fillRect(part.adjusted(2, 2, -2, -2), tokens.base);
    }
    painter.setPen(tokens.border);
    painter.drawLine(0, bar.top() - 3, 0, bar.bottom() + 3);
    if (m_hasLimit)
        painter.fillRect(QRect(std::clamp(at(m_limit) - 1, 0, width() - 2), bar.top() - 4, 2, barHeight + 8),
                         tokens.text);

    const QFont below = textFont(TextSize::Caption);
    const QFontMetrics metrics(below);
    painter.setFont(below);
    painter.setPen(tokens.text2);
    const QRect foot(0, bar.bottom() + space::small, width(), line);
    const int limitWidth = metrics.horizontalAdvance(m_limitText);
    const int aboveWidth = metrics.horizontalAdvance(m_aboveText);
    const int room = width() - limitWidth - (aboveWidth > 0 ? aboveWidth + space::large : 0);
    const int limitAt = std::clamp(m_hasLimit ? at(m_limit) - limitWidth / 2 : 0, 0, std::max(0, room));
    painter.drawText(foot.adjusted(limitAt, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_limitText);
    if (m_aboveText.isEmpty())
        return;
    painter.setPen(within < m_amount ? tokens.missed : tokens.text2);
    const int middle = (at(within) + at(m_amount)) / 2 - aboveWidth / 2;
    const int least = limitAt + limitWidth + space::large;
    const int aboveAt = std::clamp(middle, least, std::max(least, width() - aboveWidth));
    painter.drawText(foot.adjusted(aboveAt, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_aboveText);
}

} // namespace placewright
