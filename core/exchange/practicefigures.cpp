#include "core/exchange/figurelayouts.h"
#include "core/exchange/figurerows.h"
#include "core/place/codeset.h"

#include <QCoreApplication>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView registeredForm("numberofregisteredpatients");
constexpr QByteArrayView weightedForm("numberofweightedpatients");
constexpr QByteArrayView codeForms[]{"practicecode", "gppracticecode"};

WideColumn patients(qsizetype place, QLatin1StringView id, const QString& name, FigureKind kind)
{
    WideColumn column;
    column.place = place;
    column.rule = {0, 100'000'000 * figureUnits, false}; // averages over a year, so fractions occur
    column.figure.id = id;
    column.figure.name = name;
    column.figure.kind = kind;
    column.figure.unit = kind == FigureKind::WeightedPeople
                             ? QCoreApplication::translate("FigureFile", "weighted patients")
                             : QCoreApplication::translate("FigureFile", "patients");
    column.figure.orientation =
        kind == FigureKind::WeightedPeople ? Orientation::HighIsMore : Orientation::Unknown;
    return column;
}

Result<FigureFile> finish(OpenTable& table, WideTable wanted)
{
    wanted.codeSet = codeSet::practice;
    auto rows = readWide(table, std::move(wanted));
    if (!rows)
        return rows.error();
    FigureFile file;
    file.licence = openGovernmentLicence();
    file.unit = QCoreApplication::translate("FigureFile", "patients");
    file.refused = std::move(rows->refused);
    file.lastLineIsWhole = rows->lastLineIsWhole;
    file.table =
        std::make_shared<const FigureTable>(codeSet::practice, rows->codes, rows->names, rows->columns);
    return file;
}

} // namespace

bool isPaymentsHeader(const TableHeader& header)
{
    return header.findStart(registeredForm) >= 0 || header.findStart(weightedForm) >= 0;
}

Result<FigureFile> readPayments(const QByteArray& bytes, const QString& fileName, const FigureHints&)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    const TableHeader& header = table->header;
    WideTable wanted;
    wanted.code = header.find(codeForms); // not "Code": that is the network's
    const qsizetype registered = header.findStart(registeredForm);
    const qsizetype weighted = header.findStart(weightedForm);
    if (wanted.code < 0)
        return noColumn(fileName, u"Practice Code"_s);
    if (registered < 0)
        return noColumn(fileName, u"Number of Registered Patients (Last Known Figure)"_s);
    if (weighted < 0)
        return noColumn(fileName, u"Number of Weighted Patients (Last Known Figure)"_s);
    for (const qsizetype place : {wanted.code, registered, weighted})
        if (header.isTwice(place))
            return columnTwice(fileName, header.text(place));
    wanted.name = header.find({"practicename"});
    wanted.columns.push_back(patients(registered, QLatin1StringView("patients.registered"),
                                      QCoreApplication::translate("FigureFile", "Registered patients"),
                                      FigureKind::Count));
    wanted.columns.push_back(
        patients(weighted, QLatin1StringView("patients.weighted"),
                 QCoreApplication::translate("FigureFile", "Weighted patients (Carr-Hill)"),
                 FigureKind::WeightedPeople));

    auto file = finish(*table, std::move(wanted));
    if (!file)
        return file;
    const QString year = yearsOfFileName(fileName);
    file->name =
        (QCoreApplication::translate("FigureFile", "Registered and weighted patients of GP practices") +
         u' ' + year)
            .trimmed();
    file->source = QCoreApplication::translate("FigureFile", "NHS England, NHS payments to general practice");
    file->base = QCoreApplication::translate("FigureFile", "England");
    file->notes.append(QCoreApplication::translate(
        "FigureFile", "Taken: registered and weighted patients. The columns of payments are not taken."));
    return file;
}

bool isListSizesHeader(const TableHeader& header)
{
    return header.find(codeForms) >= 0 && header.find({"totalpop", "listsize", "numberofpatients"}) >= 0;
}

Result<FigureFile> readListSizes(const QByteArray& bytes, const QString& fileName, const FigureHints&)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    const TableHeader& header = table->header;
    WideTable wanted;
    wanted.code = header.find(codeForms);
    const qsizetype size = header.find({"totalpop", "listsize", "numberofpatients"});
    for (const qsizetype place : {wanted.code, size})
        if (header.isTwice(place))
            return columnTwice(fileName, header.text(place));
    wanted.name = header.find({"practicename", "areaname", "gppracticename"});
    wanted.columns.push_back(patients(size, QLatin1StringView("patients.registered"),
                                      QCoreApplication::translate("FigureFile", "Registered patients"),
                                      FigureKind::Count));
    auto file = finish(*table, std::move(wanted));
    if (!file)
        return file;
    file->name = QCoreApplication::translate("FigureFile", "Registered patients of GP practices");
    file->licence.clear();
    return file;
}

} // namespace placewright
