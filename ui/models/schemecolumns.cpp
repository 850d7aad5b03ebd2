#include "ui/models/schemecolumns.h"

#include "core/pool/scheme.h"

#include <QCoreApplication>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView operator""_id(const char* text, size_t size)
{
    return {text, static_cast<qsizetype>(size)};
}

constexpr SchemeColumn columns[] = {
    {schemeColumn::number, {}, "number"_id, QT_TRANSLATE_NOOP("SchemeColumns", "#")},
    {schemeColumn::name, "name"_id, "name"_id, QT_TRANSLATE_NOOP("SchemeColumns", "Scheme and line")},
    {schemeColumn::scheme, "scheme"_id},
    {"source"_id, "source"_id},
    {"areaOfSpend"_id, "areaOfSpend"_id},
    {schemeColumn::years, {}, {}, QT_TRANSLATE_NOOP("SchemeColumns", "£ by year")},
    {schemeColumn::change, {}, {}, QT_TRANSLATE_NOOP("SchemeColumns", "Change £")},
    {"status"_id, "status"_id},
    {"payer"_id, "payer"_id},
    {"commissioner"_id, "commissioner"_id},
    {"nhsShare"_id, "nhsShare"_id, {}, QT_TRANSLATE_NOOP("SchemeColumns", "% NHS")},
    {"councilShare"_id, "councilShare"_id, {}, QT_TRANSLATE_NOOP("SchemeColumns", "% council")},
    {"provider"_id, "provider"_id},
    {"spendKind"_id, "spendKind"_id},
    {"disputedBy"_id, "disputedBy"_id},
    {"disputedAmount"_id, "disputedAmount"_id},
    {"outputs"_id, "outputs"_id},
    {"outputUnit"_id, "outputUnit"_id},
    {"fund"_id, {}, "fund"_id},
    {"activity"_id, {}, "activity"_id},
    {"objective"_id, {}, "objective"_id},
    {"schemeType"_id, {}, "schemeType"_id},
    {"subType"_id, {}, "subType"_id},
    {"otherText"_id, {}, "otherText"_id},
    {"description"_id, {}, "description"_id},
    {"areaBasis"_id, "areaBasis"_id, "areaBasis"_id,
     QT_TRANSLATE_NOOP("SchemeColumns", "How money reaches areas")},
    {"locked"_id, "locked"_id, "locked"_id},
    {"note"_id, "note"_id},
};

} // namespace

std::span<const SchemeColumn> schemeColumns()
{
    return columns;
}

QStringList usualSchemeColumns()
{
    return {schemeColumn::number, schemeColumn::name,   u"source"_s, u"areaOfSpend"_s,
            schemeColumn::years,  schemeColumn::change, u"status"_s};
}

QString titleOf(const SchemeColumn& column)
{
    if (column.title)
        return QCoreApplication::translate("SchemeColumns", column.title);
    const Field* field = column.lineField.isEmpty() ? Scheme::type.field(column.schemeField)
                                                    : Line::type.field(column.lineField);
    return labelOf(*field);
}

} // namespace placewright
