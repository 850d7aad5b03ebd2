#include "core/exchange/csvcolumns.h"
#include "core/exchange/lookupfile.h"
#include "core/exchange/practicefile.h"

#include <QCoreApplication>

#include <array>

namespace placewright {

namespace {

enum Column : size_t { Locality, Code, Type, Name };
using Forms = QLatin1StringView;
constexpr Forms localityForms[]{Forms("locality"), Forms("localityname")};
constexpr Forms codeForms[]{Forms("practicecode"), Forms("gppracticecode"), Forms("code")};
constexpr Forms typeForms[]{Forms("type")};
constexpr Forms nameForms[]{Forms("practicename"), Forms("gppracticename"), Forms("name")};

constexpr std::array<ColumnNames, 4> listColumns{{
    {Forms("Locality"), localityForms},
    {Forms("Practice.Code"), codeForms},
    {Forms("Type"), typeForms},
    {Forms("Practice.Name"), nameForms},
}};

bool isBranch(QByteArrayView type)
{
    return QByteArrayView("branch").compare(type, Qt::CaseInsensitive) == 0;
}

} // namespace

bool looksLikeLocalityList(const QByteArray& bytes)
{
    auto scanner = CsvScanner::open(bytes, {});
    if (!scanner || !scanner->next() || looksLikePracticeFile(bytes) || looksLikeWardLocalityList(bytes))
        return false;
    const ColumnPlaces columns = findColumns(scanner->cells(), listColumns);
    return columns.has(Locality) || (columns.has(Code) && columns.has(Type));
}

Result<LocalityList> readLocalityList(const QByteArray& bytes, const QString& fileName)
{
    auto scanner = CsvScanner::open(bytes, fileName);
    if (!scanner)
        return scanner.error();
    const bool hasHeader = scanner->next();
    if (scanner->fault())
        return *scanner->fault();
    const size_t headerCells = scanner->cells().size();
    const ColumnPlaces columns =
        findColumns(hasHeader ? scanner->cells() : std::span<const QByteArrayView>(), listColumns);
    if (!columns.twice.isEmpty()) {
        return Error{
            QCoreApplication::translate("NeedFile", "“%1”, line 1: the header names the column “%2” twice.")
                .arg(fileName, columns.twice)};
    }
    for (const Column needed : {Locality, Code}) {
        if (!columns.has(needed)) {
            return Error{
                QCoreApplication::translate("NeedFile", "“%1”, line 1: the header has no column “%2”.")
                    .arg(fileName, listColumns[needed].shown)};
        }
    }

    LocalityList list;
    const auto refuse = [&](const QString& why) { list.refused.append({scanner->line(), why}); };
    while (scanner->next()) {
        if (const auto fault = raggedRow(*scanner, headerCells)) {
            refuse(*fault);
            continue;
        }
        const auto cell = [&](Column column) {
            return trimmedCell(scanner->cells(), columns.places[column]);
        };
        if (isBranch(cell(Type))) {
            ++list.branches;
            continue;
        }
        LocalityRow row{scanner->line(), QString::fromUtf8(cell(Locality)).simplified(), codeOf(cell(Code)),
                        QString::fromUtf8(cell(Name))};
        if (row.practice.isEmpty()) {
            refuse(QCoreApplication::translate("NeedFile", "the practice code is blank."));
        } else if (row.locality.isEmpty()) {
            refuse(QCoreApplication::translate("NeedFile", "practice %1: its locality is blank.")
                       .arg(row.practice));
        } else {
            list.rows.append(row);
        }
    }
    if (scanner->fault())
        return *scanner->fault();
    if (list.rows.isEmpty() && list.refused.isEmpty()) {
        return Error{QCoreApplication::translate("NeedFile", "“%1” holds no practice below its header.")
                         .arg(fileName)};
    }
    return list;
}

} // namespace placewright
