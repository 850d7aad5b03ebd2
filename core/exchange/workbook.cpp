#include "core/exchange/workbook.h"

#include "core/exchange/sheettext.h"

#include <QCoreApplication>
#include <QtEndian>

#include <boost/crc.hpp>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>

#include <exception>
#include <optional>
#include <string_view>
#include <vector>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView zipStart("PK\x03\x04");
constexpr QByteArrayView
    compoundStart("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); // older Excel, and any Excel with a password
constexpr qint64 largestPart = 500'000'000;            // bytes, unpacked

Error fault(const QString& why, const QString& fileName)
{
    return Error{why.arg(fileName)};
}

Error damaged(const QString& fileName)
{
    return fault(QCoreApplication::translate(
                     "Workbook", "“%1” is a damaged workbook, or one that is cut short: fetch it once more."),
                 fileName);
}

Error locked(const QString& fileName)
{
    return fault(QCoreApplication::translate("Workbook",
                                             "“%1” is a workbook locked by a password: save it without one."),
                 fileName);
}

// A file within the archive as its directory has it.
struct Part
{
    QByteArray name;
    quint16 flags = 0;
    quint32 crc = 0;
    qint64 packed = 0;
    qint64 size = 0;
};

// The archive's directory, read before anything is unpacked: what is promised is bounded and can be checked. Source: PKWARE
// APPNOTE, sections 4.3.12 and 4.3.16.
std::optional<QList<Part>> directoryOf(const QByteArray& bytes)
{
    constexpr qsizetype endSize = 22;
    constexpr qsizetype longestComment = 65'535;
    const QByteArray tail = bytes.right(endSize + longestComment);
    const qsizetype inTail = tail.lastIndexOf("PK\x05\x06");
    if (inTail < 0 || tail.size() - inTail < endSize)
        return {};
    const auto number16 = [&](qsizetype at) { return qFromLittleEndian<quint16>(bytes.constData() + at); };
    const auto number32 = [&](qsizetype at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
    const qsizetype end = bytes.size() - tail.size() + inTail;
    const int parts = number16(end + 10);
    qsizetype at = number32(end + 16);

    constexpr qsizetype entrySize = 46;
    QList<Part> directory;
    for (int i = 0; i < parts; ++i) {
        if (at + entrySize > end || !QByteArrayView(bytes).sliced(at).startsWith("PK\x01\x02"))
            return {};
        const qsizetype nameSize = number16(at + 28);
        if (at + entrySize + nameSize > end)
            return {};
        directory.append({bytes.mid(at + entrySize, nameSize), number16(at + 8), number32(at + 16),
                          number32(at + 20), number32(at + 24)});
        at += entrySize + nameSize + number16(at + 30) + number16(at + 32);
    }
    return directory;
}

// The one call whose form differs between versions of the library.
template <class Archive> std::vector<unsigned char> unpacked(const Archive& archive, std::string_view name)
{
    if constexpr (requires(std::vector<unsigned char> buffer) { archive.read_file_entry(name, buffer); }) {
        std::vector<unsigned char> buffer;
        if (!archive.read_file_entry(name, buffer))
            buffer.clear();
        return buffer;
    } else {
        const auto buffer = archive.read_file_entry(name);
        return {buffer.data(), buffer.data() + buffer.size()};
    }
}

// The parts of a workbook. Whatever the library throws at damaged bytes ends here.
class Archive
{
public:
    Archive(const QByteArray& bytes, QList<Part> directory)
        : m_size(bytes.size())
        , m_directory(std::move(directory))
        , m_stream(reinterpret_cast<const unsigned char*>(bytes.constData()),
                   static_cast<size_t>(bytes.size()))
        , m_archive(&m_stream)
    {
    }

    bool load()
    {
        try {
            m_archive.load();
            return true;
        } catch (const std::exception&) {
            return false;
        }
    }

    const Part* find(const QByteArray& name) const
    {
        for (const Part& part : m_directory)
            if (part.name == name)
                return &part;
        return nullptr;
    }

    // Nothing when the part is not there, too large, or not what its checksum says.
    std::optional<QByteArray> read(const QByteArray& name) const
    {
        const Part* part = find(name);
        constexpr qint64 bestPacking = 1032; // of the deflate method
        if (!part || part->packed > m_size || part->size > largestPart ||
            part->size > (part->packed + 1) * bestPacking)
            return {};
        try {
            std::vector<unsigned char> text =
                unpacked(m_archive, std::string_view(name.constData(), static_cast<size_t>(name.size())));
            if (static_cast<qint64>(text.size()) < part->size)
                return {};
            text.resize(static_cast<size_t>(part->size)); // one version adds a NUL
            boost::crc_32_type crc;
            crc.process_bytes(text.data(), text.size());
            if (crc.checksum() != part->crc)
                return {};
            return QByteArray(reinterpret_cast<const char*>(text.data()),
                              static_cast<qsizetype>(text.size()));
        } catch (const std::exception&) {
            return {};
        }
    }

private:
    qint64 m_size;
    QList<Part> m_directory;
    orcus::zip_archive_stream_blob m_stream;
    orcus::zip_archive m_archive;
};

// Where a table starts in a sheet, with the rows above it left blank, and of what use it is.
struct Found
{
    SheetUse use = SheetUse::None;
    QByteArray csv;
};

Found tableIn(const QByteArray& sheet, const std::function<SheetUse(const QByteArray& csv)>& use)
{
    constexpr int mostTitleRows = 15;
    Found best;
    qsizetype at = 0;
    for (int row = 0; row <= mostTitleRows && at < sheet.size(); ++row) {
        const qsizetype end = sheet.indexOf('\n', at);
        if (end > at) {
            const QByteArray csv = sheet.sliced(at);
            const SheetUse found = use(csv);
            if (found > best.use)
                best = {found, QByteArray(row, '\n') + csv};
            if (found == SheetUse::Wanted)
                break;
        }
        if (end < 0)
            break;
        at = end + 1;
    }
    return best;
}

} // namespace

bool looksLikeWorkbook(const QByteArray& bytes)
{
    return bytes.startsWith(zipStart) || bytes.startsWith(compoundStart);
}

Result<WorkbookSheet> readWorkbook(const QByteArray& bytes, const QString& fileName,
                                   const std::function<SheetUse(const QByteArray& csv)>& use)
{
    if (bytes.startsWith(compoundStart)) {
        return fault(QCoreApplication::translate("Workbook",
                                                 "“%1” is a workbook locked by a password, or of an older "
                                                 "form: save it as .xlsx without one."),
                     fileName);
    }
    if (!bytes.startsWith(zipStart))
        return fault(QCoreApplication::translate("Workbook", "“%1” is no workbook (.xlsx or .ods)."),
                     fileName);
    const auto directory = directoryOf(bytes);
    if (!directory)
        return damaged(fileName);
    Archive archive(bytes, *directory);
    const bool isExcel = archive.find("xl/workbook.xml");
    if (!isExcel && !archive.find("content.xml")) {
        return fault(
            QCoreApplication::translate(
                "Workbook", "“%1” is an archive but no workbook: unpack it and choose the table in it."),
            fileName);
    }
    if (!archive.load())
        return damaged(fileName);
    constexpr quint16 isEncrypted = 1;
    const auto manifest = isExcel ? std::nullopt : archive.read("META-INF/manifest.xml");
    if ((manifest && manifest->contains("encryption-data")) ||
        (archive.find(isExcel ? "xl/workbook.xml" : "content.xml")->flags & isEncrypted))
        return locked(fileName);

    const PartReader parts = [&](const QByteArray& name) { return archive.read(name); };
    auto sheets = isExcel ? excelSheets(parts) : openDocumentSheets(parts);
    if (!sheets)
        return damaged(fileName);
    std::optional<WorkbookSheet> possible;
    for (const SheetSource& sheet : *sheets) {
        const auto text = sheet.csv();
        if (!text)
            return damaged(fileName);
        Found found = tableIn(*text, use);
        if (found.use == SheetUse::Wanted)
            return WorkbookSheet{sheet.name, std::move(found.csv)};
        if (found.use == SheetUse::Possible && !possible)
            possible = WorkbookSheet{sheet.name, std::move(found.csv)};
    }
    if (possible)
        return *possible;
    return fault(QCoreApplication::translate("Workbook",
                                             "“%1”: no sheet holds a table with a header that is known, "
                                             "or with a column of codes."),
                 fileName);
}

} // namespace placewright
