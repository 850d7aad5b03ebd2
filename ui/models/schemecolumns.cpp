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

using enum ColumnGroup;

constexpr SchemeColumn columns[] = {
    {schemeColumn::number, {}, "number"_id, Template, QT_TRANSLATE_NOOP("SchemeColumns", "#")},
    {schemeColumn::name, "name"_id, "name"_id, Template,
     QT_TRANSLATE_NOOP("SchemeColumns", "Scheme and line")},
    {schemeColumn::scheme, "scheme"_id, {}, Template},
    {"source"_id, "source"_id, {}, Money},
    {"areaOfSpend"_id, "areaOfSpend"_id, {}, Template},
    {schemeColumn::years, {}, {}, Money, QT_TRANSLATE_NOOP("SchemeColumns", "£ by year")},
    {schemeColumn::change, {}, {}, Money, QT_TRANSLATE_NOOP("SchemeColumns", "Change £")},
    {"contract"_id, "contract"_id, {}, Money},
    {"contractShare"_id, "contractShare"_id, {}, Money},
    {"irrecoverableVat"_id, "irrecoverableVat"_id, {}, RiskAndVat},
    {"clientContributions"_id, "clientContributions"_id, {}, Money},
    {schemeColumn::gross, {}, {}, Money, QT_TRANSLATE_NOOP("SchemeColumns", "Gross £")},
    {"status"_id, "status"_id, {}, Money},
    {"payer"_id, "payer"_id, {}, Money},
    {"commissioner"_id, "commissioner"_id, {}, Template},
    {"nhsShare"_id, "nhsShare"_id, {}, Template, QT_TRANSLATE_NOOP("SchemeColumns", "% NHS")},
    {"councilShare"_id, "councilShare"_id, {}, Template, QT_TRANSLATE_NOOP("SchemeColumns", "% council")},
    {"provider"_id, "provider"_id, {}, Template},
    {"spendKind"_id, "spendKind"_id, {}, Template},
    {"disputedBy"_id, "disputedBy"_id, {}, Money},
    {"disputedAmount"_id, "disputedAmount"_id, {}, Money},
    {"floor"_id, {}, "floor"_id, Money},
    {"ceiling"_id, {}, "ceiling"_id, Money},
    {"risk"_id, "risk"_id, {}, RiskAndVat},
    {"riskBearer"_id, "riskBearer"_id, {}, RiskAndVat},
    {"vatRoute"_id, {}, "vatRoute"_id, RiskAndVat},
    {"outputs"_id, "outputs"_id, {}, Template},
    {"outputUnit"_id, "outputUnit"_id, {}, Template},
    {"fund"_id, {}, "fund"_id, Template},
    {"activity"_id, {}, "activity"_id, Template},
    {"objective"_id, {}, "objective"_id, Template},
    {"schemeType"_id, {}, "schemeType"_id, Template},
    {"subType"_id, {}, "subType"_id, Template},
    {"otherText"_id, {}, "otherText"_id, Template},
    {"description"_id, {}, "description"_id, Template},
    {"areaBasis"_id, "areaBasis"_id, "areaBasis"_id, Areas,
     QT_TRANSLATE_NOOP("SchemeColumns", "How money reaches areas")},
    {"basisSource"_id, "basisSource"_id, "basisSource"_id, Areas},
    {"locked"_id, "locked"_id, "locked"_id, Money},
    {"note"_id, "note"_id, {}, Template},
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

QString titleOf(ColumnGroup group)
{
    static constexpr const char* titles[] = {
        QT_TRANSLATE_NOOP("SchemeColumns", "Template"), QT_TRANSLATE_NOOP("SchemeColumns", "Areas"),
        QT_TRANSLATE_NOOP("SchemeColumns", "Money"), QT_TRANSLATE_NOOP("SchemeColumns", "Risk and VAT")};
    return QCoreApplication::translate("SchemeColumns", titles[static_cast<int>(group)]);
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
