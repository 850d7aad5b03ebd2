#include "core/exchange/csvcolumns.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

QByteArray comparedForm(QByteArrayView name)
{
    QByteArray form;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            form += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || c == '&')
            form += c;
    }
    return form;
}

} // namespace

ColumnPlaces findColumns(std::span<const QByteArrayView> header, std::span<const ColumnNames> columns)
{
    std::vector<QByteArray> forms;
    forms.reserve(header.size());
    for (const QByteArrayView name : header)
        forms.push_back(comparedForm(name));

    ColumnPlaces found;
    for (const ColumnNames& column : columns) {
        qsizetype place = -1;
        for (const QLatin1StringView form : column.forms) {
            const QByteArrayView wanted(form.data(), form.size());
            const auto first = std::find(forms.begin(), forms.end(), wanted);
            if (first == forms.end())
                continue;
            place = first - forms.begin();
            if (std::find(first + 1, forms.end(), wanted) != forms.end())
                found.twice = column.shown;
            break;
        }
        found.places.push_back(place);
    }
    return found;
}

QByteArrayView trimmedCell(std::span<const QByteArrayView> cells, qsizetype place)
{
    return place < 0 ? QByteArrayView() : cells[static_cast<size_t>(place)].trimmed();
}

QString codeOf(QByteArrayView cell)
{
    return QString::fromUtf8(cell.trimmed()).toUpper();
}

std::optional<QString> raggedRow(const CsvScanner& scanner, size_t headerCells)
{
    const size_t cells = scanner.cells().size();
    if (cells == headerCells)
        return {};
    if (!scanner.endsInLineBreak() && cells < headerCells) {
        return QCoreApplication::translate("Csv",
                                           "the file is cut short here: %1 cells, where the header has %2.")
            .arg(cells)
            .arg(headerCells);
    }
    return QCoreApplication::translate("Csv", "%1 cells, where the header has %2.")
        .arg(cells)
        .arg(headerCells);
}

} // namespace placewright
