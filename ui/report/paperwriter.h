#pragma once

#include <QStringList>
#include <QTextCursor>
#include <QTextDocument>

namespace placewright {

// One column of a paper's table: its head, and whether it holds figures (set right).
struct PaperColumn
{
    QString head;
    bool figure = false;
    int width = 0; // percent of the page; 0: as wide as it needs
};

// Builds a text document in the forms that papers use: headings with levels, paragraphs, captions, tables and pictures. The
// look is set here once, for PDF and ODF alike.
class PaperWriter
{
public:
    explicit PaperWriter(QTextDocument& document);

    void title(const QString& text);
    void heading(const QString& text, int level = 2);
    void paragraph(const QString& text);
    void caption(const QString& text);
    void bullets(const QStringList& texts);
    // The last row is set as a total when `total` is true. `small` is for the annex.
    void table(const QList<PaperColumn>& columns, const QList<QStringList>& rows, bool total = false,
               bool small = false);
    void picture(const QImage& image, const QString& name); // as wide as the page

private:
    void block(const QString& text, double points, bool strong, double above, double below,
               int headingLevel = 0);

    QTextDocument& m_document;
    QTextCursor m_cursor;
    bool m_first = true;
    bool m_leaveList = false;
};

} // namespace placewright
