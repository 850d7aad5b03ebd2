#include "core/exchange/figurefile.h"

#include "core/exchange/codecolumns.h"
#include "core/exchange/figurelayouts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace placewright {

namespace {

struct Layout
{
    QLatin1StringView id;
    FigureRecogniser recognises;
    FigureReader read;
};

// The best known first: no header is of two of them.
constexpr std::array layouts{
    Layout{figureLayout::deprivation, isDeprivationHeader, readDeprivation},
    Layout{figureLayout::fingertips, isFingertipsHeader, readFingertips},
    Layout{figureLayout::fingertipsShort, isFingertipsShortHeader, readFingertipsShort},
    Layout{figureLayout::payments, isPaymentsHeader, readPayments},
    Layout{figureLayout::listSizes, isListSizesHeader, readListSizes},
    Layout{figureLayout::oflog, isOflogHeader, readOflog},
    Layout{figureLayout::longTable, isLongTableHeader, readLongTable},
    Layout{figureLayout::healthIndex, isHealthIndexHeader, readAnyTable},
    Layout{figureLayout::ages, isAgesHeader, readAges},
};

const Layout* layoutOf(const TableHeader& header)
{
    const auto found = std::find_if(layouts.begin(), layouts.end(),
                                    [&](const Layout& layout) { return layout.recognises(header); });
    return found == layouts.end() ? nullptr : &*found;
}

} // namespace

QString figureLayoutOf(const QByteArray& bytes)
{
    const TableHeader header = headerOf(bytes);
    if (const Layout* layout = layoutOf(header))
        return layout->id;
    return header.size() > 1 && hasCodeColumn(bytes) ? QString(figureLayout::table) : QString();
}

bool looksLikeFigureFile(const QByteArray& bytes)
{
    return !figureLayoutOf(bytes).isEmpty();
}

Result<FigureFile> readFigureFile(const QByteArray& bytes, const QString& fileName, const FigureHints& hints)
{
    const Layout* layout = layoutOf(headerOf(bytes));
    auto file = layout ? layout->read(bytes, fileName, hints) : readAnyTable(bytes, fileName, hints);
    if (!file)
        return file;
    file->layout = layout ? layout->id : figureLayout::table;
    if (file->table->size() == 0 && file->refused.isEmpty()) {
        return Error{
            QCoreApplication::translate("FigureFile", "“%1” holds no area or practice below its header.")
                .arg(fileName)};
    }
    return file;
}

} // namespace placewright
