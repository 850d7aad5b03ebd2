// Charts as pictures and on paper.
#include "ui/charts/chart.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"
#include "ui/theme/typography.h"

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace placewright {

namespace {

constexpr qreal headHeight = 54;
constexpr qreal footHeight = 26;
constexpr double dotsPerMetre = 96 / 0.0254;

} // namespace

QSizeF Chart::wholeExportSize() const
{
    const QSizeF plot = exportSize();
    return {plot.width(), plot.height() + headHeight + (m_source.isEmpty() ? 0 : footHeight)};
}

void Chart::paintInto(QPainter& painter, const QRectF& rect) const
{
    const QSizeF natural = exportSize();
    const qreal scale = rect.width() / natural.width();
    painter.save();
    painter.translate(rect.topLeft());
    painter.scale(scale, scale);
    ChartCanvas canvas =
        canvasFor(painter, tokensFor(ThemeKind::Light), QRectF(QPointF(), rect.size() / scale));
    canvas.interactive = false;
    paintChart(canvas);
    painter.restore();
}

void Chart::paintWithTexts(QPainter& painter, const Tokens& tokens, const QSizeF& whole) const
{
    painter.fillRect(QRectF(QPointF(), whole), tokens.base);
    const qreal foot = m_source.isEmpty() ? 0 : footHeight;
    const QRectF plot(0, headHeight, whole.width(), whole.height() - headHeight - foot);
    ChartCanvas canvas = canvasFor(painter, tokens, QRectF(QPointF(), plot.size()));
    canvas.interactive = false;
    QFont title = canvas.strong;
    title.setPointSizeF(title.pointSizeF() * 1.1);
    canvas.text(title, tokens.text, space::inside, 19, m_title);
    canvas.text(canvas.caption, tokens.text2, space::inside, 39, m_caption);
    if (foot > 0)
        canvas.text(canvas.caption, tokens.text2, space::inside, whole.height() - foot / 2, m_source);
    painter.translate(plot.topLeft());
    paintChart(canvas);
}

bool Chart::exportPng(const QString& path, qreal scale) const
{
    const QSizeF whole = wholeExportSize();
    QImage image((whole * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.setDotsPerMeterX(static_cast<int>(std::lround(dotsPerMetre)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dotsPerMetre)));
    QPainter painter(&image);
    paintWithTexts(painter, tokensOf(this), whole);
    painter.end();
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && image.save(&file, "PNG") && file.commit();
}

bool Chart::exportSvg(const QString& path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const QSizeF whole = wholeExportSize();
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setResolution(96);
    generator.setSize(whole.toSize());
    generator.setViewBox(QRectF(QPointF(), whole));
    generator.setTitle(m_title);
    generator.setDescription(m_summary);
    QPainter painter(&generator);
    paintWithTexts(painter, tokensOf(this), whole);
    painter.end();
    return file.commit();
}

} // namespace placewright
