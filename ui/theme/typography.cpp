#include "ui/theme/typography.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

double factorOf(TextSize size)
{
    switch (size) {
    case TextSize::PageTitle:
        return 1.5;
    case TextSize::PanelTitle:
        return 1.1;
    case TextSize::Caption:
        return 0.9;
    case TextSize::Body:
        break;
    }
    return 1.0;
}

} // namespace

QFont textFont(TextSize size, TextWeight weight)
{
    QFont font = QApplication::font();
    const double body = font.pointSizeF() > 0 ? font.pointSizeF() : 10.0;
    font.setPointSizeF(body * factorOf(size));
    font.setWeight(weight == TextWeight::Strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont figureFont(TextSize size, TextWeight weight)
{
    QFont font = textFont(size, weight);
    const QString chosen = qApp->property("figureFamily").toString();
    if (!chosen.isEmpty())
        font.setFamily(chosen);
    return font;
}

double bodyPoints(double systemPoints, int zoomPercent)
{
    return std::max(10.0, systemPoints) * zoomPercent / 100.0;
}

bool hasTabularFigures(const QString& family)
{
    for (const QFont::Weight weight : {QFont::Normal, QFont::DemiBold}) {
        QFont font(family);
        font.setPointSize(20);
        font.setWeight(weight);
        const QFontMetricsF metrics(font);
        const qreal zero = metrics.horizontalAdvance(u'0');
        for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
            if (std::abs(metrics.horizontalAdvance(QChar(digit)) - zero) > 0.01)
                return false;
        }
    }
    return true;
}

QStringList figureFallbacks()
{
    return {u"Segoe UI"_s, u"Noto Sans"_s, u"Open Sans"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s};
}

QString figureFamilyFor(const QString& systemFamily)
{
    if (hasTabularFigures(systemFamily))
        return systemFamily;
    const QStringList fallbacks = figureFallbacks();
    const auto found = std::find_if(fallbacks.begin(), fallbacks.end(), [](const QString& family) {
        return QFontDatabase::hasFamily(family) && hasTabularFigures(family);
    });
    return found == fallbacks.end() ? systemFamily : *found;
}

} // namespace placewright
