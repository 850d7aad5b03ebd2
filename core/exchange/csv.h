#pragma once

#include "core/money/result.h"

#include <QByteArrayView>
#include <QString>

#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace placewright {

// The most bytes that a published table may have.
inline constexpr qint64 largestTable = 200'000'000;

// The rows of a table of text as public bodies publish it, one after the other as bytes of the text: UTF-8 with or without
// byte order mark, LF or CRLF, quoted fields with doubled quotes and line breaks. Text that is not UTF-8, holds NUL, or
// leaves a quote open is refused with its line. Rows without any text are passed over. Nothing is copied but cells with
// doubled quotes; cells are valid until the next call of `next`.
class CsvScanner
{
public:
    static Result<CsvScanner> open(const QByteArray& bytes, const QString& fileName);

    bool next();                           // false after the last row, or at a fault
    int line() const { return m_rowLine; } // 1-based, on which the row starts
    std::span<const QByteArrayView> cells() const { return m_cells; }
    bool endsInLineBreak() const { return m_endsInLineBreak; } // false only for a last row without one
    const std::optional<Error>& fault() const { return m_fault; }

private:
    CsvScanner(const QByteArray& bytes, const QString& fileName);
    bool readRow();
    bool readQuotedCell();
    bool isBlank() const;

    QByteArray m_bytes;
    QString m_fileName;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_rowLine = 0;
    bool m_endsInLineBreak = true;
    std::vector<QByteArrayView> m_cells;
    std::deque<QByteArray> m_unquoted;
    std::optional<Error> m_fault;
};

// Reads a whole file within a limit of bytes; a directory, a file too large or unreadable is one sentence.
Result<QByteArray> readWholeFile(const QString& path, qint64 limit);

} // namespace placewright
