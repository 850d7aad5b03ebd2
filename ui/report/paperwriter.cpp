#include "ui/report/paperwriter.h"

#include "ui/theme/tokens.h"

#include <QImage>
#include <QTextBlockFormat>
#include <QTextList>
#include <QTextTable>
#include <QUrl>

namespace placewright {

namespace {

constexpr double bodyPoints = 9.5;
constexpr double captionPoints = 8;
constexpr double smallPoints = 7;
constexpr double titlePoints = 17;
constexpr double headingPoints = 12;
constexpr double pictureWidth = 660; // at 96 dots an inch: A4 between its margins

const Tokens& inks()
{
    return tokensFor(ThemeKind::Light); // paper is white
}

QTextCharFormat charFormat(double points, bool strong, const QColor& colour = inks().text)
{
    QTextCharFormat format;
    format.setFontPointSize(points);
    format.setFontWeight(strong ? QFont::DemiBold : QFont::Normal);
    format.setForeground(colour);
    return format;
}

} // namespace

PaperWriter::PaperWriter(QTextDocument& document)
    : m_document(document)
    , m_cursor(&document)
{
    QFont font = document.defaultFont();
    font.setPointSizeF(bodyPoints);
    document.setDefaultFont(font);
    document.setDocumentMargin(0);
}

void PaperWriter::block(const QString& text, double points, bool strong, double above, double below,
                        int headingLevel)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setHeadingLevel(headingLevel);
    format.setLineHeight(115, QTextBlockFormat::ProportionalHeight);
    if (m_first)
        m_cursor.setBlockFormat(format);
    else
        m_cursor.insertBlock(format);
    m_first = false;
    if (m_leaveList)
        m_cursor.setBlockFormat(format); // a new block would go on with the list
    m_leaveList = false;
    m_cursor.insertText(text, charFormat(points, strong));
}

void PaperWriter::title(const QString& text)
{
    block(text, titlePoints, true, 0, 4, 1);
}

void PaperWriter::heading(const QString& text, int level)
{
    block(text, headingPoints, true, 12, 3, level);
}

void PaperWriter::paragraph(const QString& text)
{
    block(text, bodyPoints, false, 0, 4);
}

void PaperWriter::caption(const QString& text)
{
    block({}, captionPoints, false, 0, 4);
    m_cursor.insertText(text, charFormat(captionPoints, false, inks().text2));
}

void PaperWriter::bullets(const QStringList& texts)
{
    QTextListFormat format;
    format.setStyle(QTextListFormat::ListDisc);
    format.setIndent(1);
    QTextList* list = nullptr;
    for (const QString& text : texts) {
        block(text, bodyPoints, false, 0, 2);
        if (list)
            list->add(m_cursor.block());
        else
            list = m_cursor.createList(format);
    }
    m_leaveList = true;
}

void PaperWriter::table(const QList<PaperColumn>& columns, const QList<QStringList>& rows, bool total,
                        bool small)
{
    const double points = small ? smallPoints : captionPoints + 0.5;
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(small ? 1.2 : 2);
    format.setHeaderRowCount(1);
    format.setBottomMargin(6);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QList<QTextLength> widths;
    for (const PaperColumn& column : columns)
        widths.append(column.width > 0 ? QTextLength(QTextLength::PercentageLength, column.width)
                                       : QTextLength());
    format.setColumnWidthConstraints(widths);
    if (m_first)
        block({}, 1, false, 0, 0);
    QTextTable* table =
        m_cursor.insertTable(static_cast<int>(rows.size()) + 1, static_cast<int>(columns.size()), format);
    const auto write = [&](int row, int column, const QString& text, bool strong) {
        QTextTableCell cell = table->cellAt(row, column);
        QTextTableCellFormat cellFormat = cell.format().toTableCellFormat();
        cellFormat.setBottomBorder(row == 0 ? 1 : 0.4);
        cellFormat.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        cellFormat.setBottomBorderBrush(row == 0 ? inks().border : inks().line2);
        if (column > 0)
            cellFormat.setLeftPadding(small ? 4 : 8);
        if (row == 0)
            cellFormat.setBackground(inks().head);
        cell.setFormat(cellFormat);
        QTextCursor cursor = cell.firstCursorPosition();
        QTextBlockFormat align;
        align.setAlignment(columns.at(column).figure ? Qt::AlignRight : Qt::AlignLeft);
        cursor.setBlockFormat(align);
        cursor.insertText(text, charFormat(points, strong));
    };
    for (int column = 0; column < columns.size(); ++column) {
        write(0, column, columns.at(column).head, true);
        for (int row = 0; row < rows.size(); ++row)
            write(row + 1, column, rows.at(row).value(column), total && row == rows.size() - 1);
    }
    m_cursor.movePosition(QTextCursor::End);
}

void PaperWriter::picture(const QImage& image, const QString& name)
{
    m_document.addResource(QTextDocument::ImageResource, QUrl(name), image);
    block({}, bodyPoints, false, 4, 4);
    QTextImageFormat format;
    format.setName(name);
    format.setWidth(pictureWidth);
    format.setHeight(pictureWidth * image.height() / image.width());
    m_cursor.insertImage(format);
}

} // namespace placewright
