#include "core/exchange/figurecell.h"

#include "core/money/people.h"

#include <QLatin1StringView>
#include <QString>

#include <algorithm>
#include <array>

namespace placewright {

namespace {

constexpr int mostWholeDigits = 9;
constexpr int decimalsHeld = 9;

// "4.2e-05" is "0.000042"; nothing when the text is no number with an exponent.
QString withoutExponent(const QString& text, qsizetype exponentAt)
{
    constexpr int furthest = 30;
    bool isNumber = false;
    const int exponent = text.mid(exponentAt + 1).toInt(&isNumber);
    QString digits = text.first(exponentAt);
    if (!isNumber || std::abs(exponent) > furthest || digits.isEmpty() || digits.contains(u','))
        return {};
    qsizetype point = digits.indexOf(u'.');
    if (point < 0)
        point = digits.size();
    else
        digits.remove(point, 1);
    point += exponent;
    if (point <= 0) {
        digits.prepend(QString(1 - point, u'0'));
        point = 1;
    }
    if (point > digits.size())
        digits.append(QString(point - digits.size(), u'0'));
    return point == digits.size() ? digits : digits.first(point) + u'.' + digits.mid(point);
}

std::optional<qint64> uncommonFigure(QByteArrayView cell)
{
    QString text = QString::fromUtf8(cell).trimmed();
    const bool minus = text.startsWith(u'-') || text.startsWith(QChar(0x2212));
    if (minus)
        text.remove(0, 1);
    if (const qsizetype at = text.indexOf(u'e', 0, Qt::CaseInsensitive); at >= 0)
        text = withoutExponent(text, at);
    const auto read = People::parse(text);
    if (text.isEmpty() || text.front().isSpace() || !read)
        return {};
    return minus ? -read->units() : read->units();
}

} // namespace

std::optional<qint64> figureOf(QByteArrayView cell)
{
    const char* at = cell.begin();
    const char* const end = cell.end();
    const bool minus = at != end && *at == '-';
    if (minus)
        ++at;
    qint64 units = 0;
    const auto takeDigits = [&](int most) {
        const char* const from = at;
        for (; at != end && *at >= '0' && *at <= '9' && at - from < most; ++at)
            units = units * 10 + (*at - '0');
        return static_cast<int>(at - from);
    };

    const int whole = takeDigits(mostWholeDigits);
    int decimals = 0;
    if (whole > 0 && at != end && *at == '.') {
        ++at;
        decimals = takeDigits(decimalsHeld);
        if (decimals == 0)
            return {};
    }
    if (whole == 0 || at != end)
        return cell.isEmpty() ? std::nullopt : uncommonFigure(cell);
    for (; decimals < decimalsHeld; ++decimals)
        units *= 10;
    return minus ? -units : units;
}

bool saysNoFigure(QByteArrayView cell)
{
    if (cell.isEmpty())
        return true;
    const bool startsNumber =
        (cell.front() >= '0' && cell.front() <= '9') || (cell.front() == '-' && cell.size() > 1);
    if (startsNumber)
        return false;
    constexpr std::array<QByteArrayView, 20> marks{"NA",   "N/A", "#N/A", "na",  "n/a", "NULL", "null",
                                                   "None", "-",   "*",    ":",   "..",  ".",    "x",
                                                   "c",    "[x]", "[c]",  "[z]", "[u]", "[low]"};
    return cell.size() <= 5 && std::find(marks.begin(), marks.end(), cell) != marks.end();
}

} // namespace placewright
