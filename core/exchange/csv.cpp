#include "core/exchange/csv.h"

#include "core/money/numeral.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstring>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

int lineOf(QByteArrayView bytes, qsizetype at)
{
    return 1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + at, '\n'));
}

// The line of the first byte that is not UTF-8.
int lineOfBadText(QByteArrayView bytes)
{
    int line = 1;
    qsizetype from = 0;
    while (from < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype next = end < 0 ? bytes.size() : end + 1;
        if (!bytes.sliced(from, next - from).isValidUtf8())
            break;
        from = next;
        ++line;
    }
    return line;
}

std::optional<Error> textFault(const QByteArray& bytes, const QString& fileName)
{
    if (bytes.isEmpty())
        return Error{QCoreApplication::translate("Csv", "“%1” is empty.").arg(fileName)};
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        return Error{
            QCoreApplication::translate("Csv", "“%1” is UTF-16 text, not UTF-8: save it as “CSV UTF-8”.")
                .arg(fileName)};
    }
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
        return Error{
            QCoreApplication::translate(
                "Csv", "“%1”, line %2: a NUL byte, so this is not a text file; save it as “CSV UTF-8”.")
                .arg(fileName, QString::number(lineOf(bytes, nul)))};
    }
    if (!QByteArrayView(bytes).isValidUtf8()) {
        return Error{
            QCoreApplication::translate("Csv", "“%1”, line %2: not UTF-8 text; save the file as “CSV UTF-8”.")
                .arg(fileName, QString::number(lineOfBadText(bytes)))};
    }
    return {};
}

bool endsPlainCell(char c)
{
    return c == ',' || c == '\n' || c == '\r';
}

QString megabytes(qint64 bytes)
{
    return withCommas(QString::number((bytes + 999'999) / 1'000'000));
}

} // namespace

CsvScanner::CsvScanner(const QByteArray& bytes, const QString& fileName)
    : m_bytes(bytes)
    , m_fileName(fileName)
    , m_at(bytes.startsWith(byteOrderMark) ? byteOrderMark.size() : 0)
{
}

Result<CsvScanner> CsvScanner::open(const QByteArray& bytes, const QString& fileName)
{
    if (const auto fault = textFault(bytes, fileName))
        return *fault;
    return CsvScanner(bytes, fileName);
}

bool CsvScanner::next()
{
    while (!m_fault && m_at < m_bytes.size()) {
        if (!readRow())
            return false;
        if (!isBlank())
            return true;
    }
    return false;
}

bool CsvScanner::readRow()
{
    m_cells.clear();
    m_unquoted.clear();
    m_rowLine = m_line;
    const char* const data = m_bytes.constData();
    const qsizetype size = m_bytes.size();
    for (;;) {
        if (m_at < size && data[m_at] == '"') {
            if (!readQuotedCell())
                return false;
        } else {
            const qsizetype from = m_at;
            while (m_at < size && !endsPlainCell(data[m_at]))
                ++m_at;
            m_cells.emplace_back(data + from, m_at - from);
        }
        if (m_at == size) {
            m_endsInLineBreak = false;
            return true;
        }
        const char end = data[m_at++];
        if (end == ',')
            continue;
        if (end == '\r' && m_at < size && data[m_at] == '\n')
            ++m_at;
        ++m_line;
        m_endsInLineBreak = true;
        return true;
    }
}

bool CsvScanner::readQuotedCell()
{
    const char* const data = m_bytes.constData();
    const qsizetype size = m_bytes.size();
    const int openedOn = m_line;
    qsizetype from = ++m_at;
    QByteArray* unquoted = nullptr;
    for (;;) {
        while (m_at < size && data[m_at] != '"') {
            if (data[m_at] == '\n')
                ++m_line;
            ++m_at;
        }
        if (m_at == size) {
            m_fault = Error{
                QCoreApplication::translate(
                    "Csv", "“%1”, line %2: a quote is opened and never closed; the file may be cut short.")
                    .arg(m_fileName, QString::number(openedOn))};
            return false;
        }
        const qsizetype end = m_at++;
        if (m_at < size && data[m_at] == '"') {
            if (!unquoted)
                unquoted = &m_unquoted.emplace_back();
            unquoted->append(data + from, end + 1 - from);
            from = ++m_at;
            continue;
        }
        if (unquoted) {
            unquoted->append(data + from, end - from);
            m_cells.emplace_back(*unquoted);
        } else {
            m_cells.emplace_back(data + from, end - from);
        }
        break;
    }
    if (m_at < size && !endsPlainCell(data[m_at])) {
        m_fault = Error{QCoreApplication::translate("Csv", "“%1”, line %2: text follows a closing quote.")
                            .arg(m_fileName, QString::number(m_line))};
        return false;
    }
    return true;
}

bool CsvScanner::isBlank() const
{
    return std::all_of(m_cells.begin(), m_cells.end(), [](QByteArrayView cell) { return cell.isEmpty(); });
}

Result<QByteArray> readWholeFile(const QString& path, qint64 limit)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        return Error{QCoreApplication::translate("Csv", "There is no file “%1”.").arg(shown)};
    if (info.isDir())
        return Error{QCoreApplication::translate("Csv", "“%1” is a folder, not a file.").arg(shown)};
    if (!info.isFile())
        return Error{QCoreApplication::translate("Csv", "“%1” is not an ordinary file.").arg(shown)};
    const auto tooLarge = [&](qint64 size) {
        return Error{
            QCoreApplication::translate("Csv", "“%1” is too large: %2 MB, where at most %3 MB are read.")
                .arg(shown, megabytes(size), megabytes(limit))};
    };
    if (info.size() > limit)
        return tooLarge(info.size());

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            QCoreApplication::translate("Csv", "“%1” cannot be opened: %2.").arg(shown, file.errorString())};
    }
    const QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError) {
        return Error{
            QCoreApplication::translate("Csv", "“%1” cannot be read: %2.").arg(shown, file.errorString())};
    }
    if (bytes.size() > limit)
        return tooLarge(bytes.size());
    return bytes;
}

} // namespace placewright
