#include "ui/table/clipboard.h"

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

bool needsQuotes(const QString& cell)
{
    return cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') || cell.startsWith(u'"');
}

QString quoted(QString cell)
{
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

class ClipboardReader
{
public:
    explicit ClipboardReader(const QString& text)
        : m_text(text)
    {
    }

    QList<QStringList> read()
    {
        while (m_at < m_text.size()) {
            if (m_cell.isEmpty() && !m_wasQuoted && m_text.at(m_at) == u'"' && closingQuote() >= 0)
                takeQuoted();
            else
                take(m_text.at(m_at));
        }
        if (!m_cell.isEmpty() || m_wasQuoted || !m_row.isEmpty())
            endRow();
        return m_rows;
    }

private:
    // A quote opens a quoted cell only when another closes it just before a tab, a line end or the end of the text:
    // Excel writes 5" pipe without any quoting.
    qsizetype closingQuote() const
    {
        for (qsizetype i = m_at + 1; i < m_text.size(); ++i) {
            if (m_text.at(i) != u'"')
                continue;
            if (i + 1 < m_text.size() && m_text.at(i + 1) == u'"') {
                ++i;
                continue;
            }
            const bool ends = i + 1 == m_text.size() || u"\t\r\n"_s.contains(m_text.at(i + 1));
            return ends ? i : -1;
        }
        return -1;
    }

    void takeQuoted()
    {
        const qsizetype close = closingQuote();
        m_cell =
            m_text.mid(m_at + 1, close - m_at - 1).replace(u"\"\""_s, u"\""_s).replace(u"\r\n"_s, u"\n"_s);
        m_wasQuoted = true;
        m_at = close + 1;
    }

    void take(QChar c)
    {
        ++m_at;
        if (c == u'\t') {
            endCell();
        } else if (c == u'\n' || c == u'\r') {
            if (c == u'\r' && m_at < m_text.size() && m_text.at(m_at) == u'\n')
                ++m_at;
            endRow();
        } else {
            m_cell += c;
        }
    }

    void endCell()
    {
        m_row.append(m_cell);
        m_cell.clear();
        m_wasQuoted = false;
    }

    void endRow()
    {
        endCell();
        m_rows.append(m_row);
        m_row.clear();
    }

    QString m_text;
    qsizetype m_at = 0;
    QString m_cell;
    bool m_wasQuoted = false;
    QStringList m_row;
    QList<QStringList> m_rows;
};

QString htmlRow(const QStringList& cells, const QString& tag)
{
    QString html = u"<tr>"_s;
    for (const QString& cell : cells) {
        const QString text = cell.toHtmlEscaped().replace(u'\n', u"<br>"_s);
        html += u"<%1>%2</%1>"_s.arg(tag, text);
    }
    return html + u"</tr>"_s;
}

} // namespace

QList<QStringList> parseClipboard(const QString& text)
{
    return ClipboardReader(text).read();
}

QString clipboardText(const QList<QStringList>& rows)
{
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells = row;
        for (QString& cell : cells) {
            if (needsQuotes(cell))
                cell = quoted(cell);
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString clipboardHtml(const QList<QStringList>& rows, const QStringList& header)
{
    QString html = u"<table>"_s;
    if (!header.isEmpty())
        html += htmlRow(header, u"th"_s);
    for (const QStringList& row : rows)
        html += htmlRow(row, u"td"_s);
    return html + u"</table>"_s;
}

} // namespace placewright
