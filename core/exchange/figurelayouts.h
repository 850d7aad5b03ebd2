#pragma once

#include "core/exchange/figurefile.h"

namespace placewright {

class TableHeader;

// The readers behind readFigureFile, one a layout: whether a header is theirs, and the table itself.
using FigureRecogniser = bool (*)(const TableHeader& header);
using FigureReader = Result<FigureFile> (*)(const QByteArray& bytes, const QString& fileName,
                                            const FigureHints& hints);

bool isDeprivationHeader(const TableHeader& header);
Result<FigureFile> readDeprivation(const QByteArray& bytes, const QString& fileName,
                                   const FigureHints& hints);

bool isAgesHeader(const TableHeader& header);
Result<FigureFile> readAges(const QByteArray& bytes, const QString& fileName, const FigureHints& hints);

bool isPaymentsHeader(const TableHeader& header);
Result<FigureFile> readPayments(const QByteArray& bytes, const QString& fileName, const FigureHints& hints);
bool isListSizesHeader(const TableHeader& header);
Result<FigureFile> readListSizes(const QByteArray& bytes, const QString& fileName, const FigureHints& hints);

bool isFingertipsHeader(const TableHeader& header);
Result<FigureFile> readFingertips(const QByteArray& bytes, const QString& fileName, const FigureHints& hints);
bool isFingertipsShortHeader(const TableHeader& header);
Result<FigureFile> readFingertipsShort(const QByteArray& bytes, const QString& fileName,
                                       const FigureHints& hints);

bool isOflogHeader(const TableHeader& header);
bool isLongTableHeader(const TableHeader& header);
Result<FigureFile> readOflog(const QByteArray& bytes, const QString& fileName, const FigureHints& hints);
Result<FigureFile> readLongTable(const QByteArray& bytes, const QString& fileName, const FigureHints& hints);

bool isHealthIndexHeader(const TableHeader& header);
bool hasCodeColumn(const QByteArray& bytes); // by its name, or by the codes of the first rows
Result<FigureFile> readAnyTable(const QByteArray& bytes, const QString& fileName, const FigureHints& hints);

} // namespace placewright
