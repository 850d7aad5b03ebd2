#include "ui/report/paperoutput.h"

#include "ui/theme/tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextCursor>
#include <QTextDocumentWriter>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr int dotsPerInch = 1200;
constexpr double marginMillimetres = 16;
constexpr double footerPoints = 7.5;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PaperOutput)
};

Error cannotWrite(const QString& path)
{
    return {Words::tr("%1 cannot be written. Close it if it is open elsewhere, or choose another folder.")
                .arg(QDir::toNativeSeparators(path))};
}

void paintPdf(QTextDocument& paper, const QString& footer, QPdfWriter& pdf)
{
    QPainter painter(&pdf);
    QFont footerFont = paper.defaultFont();
    footerFont.setPointSizeF(footerPoints);
    const double pixelsPerPoint = pdf.logicalDpiY() / 72.0;
    const double footerHeight = 2.5 * footerPoints * pixelsPerPoint;
    const QSizeF page(pdf.width(), pdf.height() - footerHeight);

    // The document is laid out for this device, so that sizes in points are points on paper.
    paper.documentLayout()->setPaintDevice(&pdf);
    paper.setPageSize(page);
    const int pages = paper.pageCount();
    for (int number = 0; number < pages; ++number) {
        if (number > 0)
            pdf.newPage();
        painter.save();
        painter.translate(0, -number * page.height());
        paper.drawContents(&painter, QRectF(0, number * page.height(), page.width(), page.height()));
        painter.restore();
        painter.setFont(footerFont);
        painter.setPen(tokensFor(ThemeKind::Light).text2);
        const QRectF foot(0, page.height(), page.width(), footerHeight);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, footer);
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom,
                         Words::tr("Page %1 of %2").arg(number + 1).arg(pages));
    }
}

void printPdf(QTextDocument& paper, const QString& footer, QIODevice& device)
{
    QPdfWriter pdf(&device);
    pdf.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    pdf.setTitle(paper.metaInformation(QTextDocument::DocumentTitle));
    pdf.setCreator(u"Placewright"_s);
    pdf.setResolution(dotsPerInch);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageMargins(QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
                       QPageLayout::Millimeter);
    paintPdf(paper, footer, pdf);
}

Outcome writePdf(QTextDocument& paper, const QString& footer, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path);
    printPdf(paper, footer, file);
    if (!file.commit())
        return cannotWrite(path);
    return Done{};
}

Outcome writeOdt(QTextDocument& paper, const QString& footer, const QString& path)
{
    QTextCursor end(&paper);
    end.movePosition(QTextCursor::End);
    end.insertBlock();
    end.insertText(footer);
    QBuffer odt; // the writer closes its device, which a QSaveFile does not survive
    QTextDocumentWriter writer(&odt, "ODF");
    QSaveFile file(path);
    if (!writer.write(&paper) || !file.open(QIODevice::WriteOnly) || file.write(odt.data()) != odt.size() ||
        !file.commit())
        return cannotWrite(path);
    return Done{};
}

} // namespace

Outcome writePaper(QTextDocument& paper, const QString& footer, const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"pdf")
        return writePdf(paper, footer, path);
    if (ending == u"odt")
        return writeOdt(paper, footer, path);
    return Error{Words::tr("A paper is written as .pdf or .odt; “%1” ends in neither.")
                     .arg(QFileInfo(path).fileName())};
}

QByteArray paperAsPdf(QTextDocument& paper, const QString& footer)
{
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    printPdf(paper, footer, pdf);
    return pdf.data();
}

} // namespace placewright
