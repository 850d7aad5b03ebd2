#include "ui/models/contractresultsmodel.h"

#include "core/ledger/carriedfigures.h"
#include "ui/models/contractcells.h"

namespace placewright {

using namespace Qt::StringLiterals;

struct ContractResultsModel::Part
{
    QLatin1StringView field;
    QLatin1StringView areaField;
    const QMap<Key, qint64> IndicatorResult::*counts = nullptr; // kept by year
    const QMap<Key, qint64> IndicatorResult::*areaCounts = nullptr;
};

namespace {

constexpr QLatin1StringView yearType("year"); // heads the rows of a year
constexpr QLatin1StringView eligibleField("eligible");

QString countText(qint64 count)
{
    return formatDecimal(Ratio(count), 0, Rounding::HalfAwayFromZero);
}

} // namespace

const QList<ContractResultsModel::Part>& ContractResultsModel::parts()
{
    static const QList<Part> all{
        {QLatin1StringView("baseline"), QLatin1StringView("areaBaseline")},
        {QLatin1StringView("baselineEligible"), QLatin1StringView("areaBaselineEligible")},
        {eligibleField, QLatin1StringView("areaEligible"), &IndicatorResult::eligible,
         &IndicatorResult::areaEligible},
        {QLatin1StringView("likely"), QLatin1StringView("areaLikely"), &IndicatorResult::likely,
         &IndicatorResult::areaLikely},
        {QLatin1StringView("low"), QLatin1StringView("areaLow"), &IndicatorResult::low,
         &IndicatorResult::areaLow},
        {QLatin1StringView("high"), QLatin1StringView("areaHigh"), &IndicatorResult::high,
         &IndicatorResult::areaHigh}};
    return all;
}

ContractResultsModel::ContractResultsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void ContractResultsModel::show(const Shown& shown)
{
    m_shown = shown;
    rebuild();
}

QHash<qint64, Id> ContractResultsModel::resultsByFifth() const
{
    QHash<qint64, Id> results;
    for (const IndicatorResult& result : plan().indicatorResults)
        if (result.indicator == m_shown.indicator && result.fifth && !results.contains(*result.fifth))
            results.insert(*result.fifth, result.id);
    return results;
}

QList<PlanRow> ContractResultsModel::makeRows() const
{
    QList<PlanRow> rows;
    if (!plan().contractIndicators.contains(m_shown.indicator))
        return rows;
    const QHash<qint64, Id> results = resultsByFifth();
    const QList<Id> areas = m_shown.areas.isEmpty() ? QList<Id>{Id()} : m_shown.areas;
    for (const Id& year : m_shown.years) {
        PlanRow heading{PlanRow::Kind::Group, yearType, Id(u"year:"_s + year.text())};
        heading.year = year;
        rows.append(heading);
        for (const Id& area : areas)
            for (int fifth = 0; fifth < fifthCount; ++fifth) {
                const Id id = results.value(fifth + 1);
                PlanRow row{id.isNull() ? PlanRow::Kind::New : PlanRow::Kind::Entity,
                            IndicatorResult::type.id, id, 1, area};
                row.stands = Id(fifthId(fifth));
                row.year = year;
                rows.append(row);
            }
    }
    return rows;
}

PlanColumn ContractResultsModel::placeColumn(const QString& title, bool area) const
{
    PlanColumn column;
    column.title = title;
    column.stretch = !area;
    column.shown = [this, area](const PlanRow& row) {
        ShownCell cell;
        cell.computed = false;
        const bool isFirst = area == !m_shown.areas.isEmpty();
        if (row.kind == PlanRow::Kind::Group)
            cell.text = isFirst ? row.year.text() : QString();
        else
            cell.text =
                area ? nameOf(plan(), Area::type.id, row.area) : fifthName(fifthOf(row.stands.text()));
        return std::optional(cell);
    };
    return column;
}

PlanColumn ContractResultsModel::countColumn(const Part& part) const
{
    const QLatin1StringView id = m_shown.areas.isEmpty() ? part.field : part.areaField;
    const ContractIndicator* indicator = plan().contractIndicators.find(m_shown.indicator);
    const bool isEveryone =
        indicator && indicator->eligibleFrom == indicatorEligible::population && part.field == eligibleField;
    const bool isEligible = part.field == eligibleField;
    const bool isLikely = part.field == QLatin1StringView("likely");
    const bool isBefore = !part.counts;
    PlanColumn column;
    column.title = labelOf(*IndicatorResult::type.field(part.field));
    column.fields.insert(IndicatorResult::type.id, id);
    column.figure = true;
    column.shown = [=, this](const PlanRow& row) -> std::optional<ShownCell> {
        const bool isHeading = row.kind == PlanRow::Kind::Group;
        const bool isOtherYear = isBefore && row.year != m_shown.years.first();
        if (!isHeading && !isOtherYear && !isEveryone)
            return std::nullopt;
        ShownCell cell;
        if (isHeading ? !isEligible && !isLikely : !isEveryone)
            return cell;
        if (const std::optional<OutcomeResult> figures = figuresOf(row))
            cell.text = countText(isLikely ? figures->counted : figures->eligible);
        return cell;
    };
    return column;
}

PlanColumn ContractResultsModel::rateColumn() const
{
    PlanColumn column;
    column.title = tr("Rate");
    column.figure = true;
    column.shown = [this](const PlanRow& row) {
        ShownCell cell;
        const ContractIndicator* indicator = plan().contractIndicators.find(m_shown.indicator);
        const std::optional<OutcomeResult> figures = figuresOf(row);
        cell.text = QString(QChar(0x2013));
        if (indicator && indicator->per && figures && figures->eligible > 0)
            cell.text =
                rateShown(*indicator, Ratio(*indicator->per) * Ratio(figures->counted, figures->eligible), 2);
        return std::optional(cell);
    };
    return column;
}

QList<PlanColumn> ContractResultsModel::makeColumns() const
{
    QList<PlanColumn> columns;
    if (!m_shown.areas.isEmpty())
        columns.append(placeColumn(tr("Area"), true));
    columns.append(placeColumn(tr("Fifth"), false));
    for (const Part& part : parts())
        columns.append(countColumn(part));
    columns.append(rateColumn());
    return columns;
}

std::optional<OutcomeResult> ContractResultsModel::figuresOf(const PlanRow& row) const
{
    if (!m_shown.figures)
        return std::nullopt;
    if (row.kind != PlanRow::Kind::Group)
        return m_shown.figures({row.year, row.area}, fifthOf(row.stands.text()));
    OutcomeResult sum;
    const QList<Id> areas = m_shown.areas.isEmpty() ? QList<Id>{Id()} : m_shown.areas;
    for (const Id& area : areas)
        for (int fifth = 0; fifth < fifthCount; ++fifth) {
            const std::optional<OutcomeResult> one = m_shown.figures({row.year, area}, fifth);
            if (!one)
                return std::nullopt;
            sum.eligible += one->eligible;
            sum.counted += one->counted;
        }
    return sum;
}

std::optional<PlanRow> ContractResultsModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    PlanRow made = row;
    made.kind = PlanRow::Kind::Entity;
    made.id = document().author().ids();
    builder.add(made.type, made.id);
    builder.set(made.type, made.id, u"indicator", Value(m_shown.indicator));
    builder.set(made.type, made.id, u"fifth", Value::count(fifthOf(row.stands.text()) + 1));
    return made;
}

QString ContractResultsModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    return contractRefusal(IndicatorResult::type.id, field, value);
}

QString ContractResultsModel::carriedText(const PlanRow& row, QLatin1StringView field) const
{
    const IndicatorResult* result = plan().indicatorResults.find(row.id);
    for (const Part& part : parts()) {
        const bool byArea = field == part.areaField;
        if (!result || !part.counts || (field != part.field && !byArea))
            continue;
        const QMap<Key, qint64>& typed = result->*(byArea ? part.areaCounts : part.counts);
        if (const auto before = carried(typed, {row.year, byArea ? row.area : Id()}))
            return countText(before->value);
    }
    return QString(QChar(0x2013));
}

QVariant ContractResultsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(IndicatorResult::type.id);
    if (field.isEmpty() || row.kind == PlanRow::Kind::Group || (column.shown && column.shown(row)))
        return {};
    const Field& described = *IndicatorResult::type.field(field);
    Key key;
    if (described.keyedBy == KeyedBy::Year || described.keyedBy == KeyedBy::YearAndArea)
        key.year = row.year;
    if (described.keyedBy == KeyedBy::Area || described.keyedBy == KeyedBy::YearAndArea)
        key.area = row.area;
    if (role == ProblemRole && m_shown.problem && row.kind == PlanRow::Kind::Entity) {
        const QString sentence = m_shown.problem(row.id, field, key);
        return sentence.isEmpty() ? QVariant() : sentence;
    }
    if ((role != Qt::DisplayRole && role != EmphasisRole) ||
        !plan().value(row.type, row.id, field, key).isNull())
        return {};
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    return carriedText(row, field);
}

QModelIndex ContractResultsModel::indexOfCell(const CellRef& cell) const
{
    for (int place = 0; place < rowCount(); ++place) {
        const PlanRow& shown = row(place);
        const bool isYear = cell.key.year.isNull() || shown.year == cell.key.year;
        const bool isArea = cell.key.area.isNull() || shown.area == cell.key.area;
        if (shown.id != cell.id || !isYear || !isArea)
            continue;
        for (int at = 0; at < columnCount(); ++at)
            if (column(at).fields.value(IndicatorResult::type.id) == QAnyStringView(cell.field))
                return index(place, at);
        return index(place, 0);
    }
    return {};
}

} // namespace placewright
