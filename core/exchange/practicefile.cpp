#include "core/exchange/practicefile.h"

#include "core/exchange/csvcolumns.h"
#include "core/money/numeral.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <utility>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostPeople = 1'000'000;
constexpr qint64 mostWeighted = 10'000'000;

enum Column : size_t {
    Code,
    Name,
    Icb,
    IcbName,
    District,
    DistrictName,
    Latitude,
    Longitude,
    Population,
    FirstWeighted
};
constexpr size_t columnCount = FirstWeighted + needMeasureCount;

using Forms = QLatin1StringView;
constexpr Forms codeForms[]{Forms("practicecode"), Forms("gppracticecode")};
constexpr Forms nameForms[]{Forms("gppracticename"), Forms("practicename")};
constexpr Forms icbForms[]{Forms("icb"), Forms("ics"), Forms("icbcode")};
constexpr Forms icbNameForms[]{Forms("icbname"), Forms("icsname")};
constexpr Forms districtForms[]{Forms("lad"), Forms("ladcode")};
constexpr Forms districtNameForms[]{Forms("ltla"), Forms("ladname")};
constexpr Forms latitudeForms[]{Forms("latitude"), Forms("lat")};
constexpr Forms longitudeForms[]{Forms("longitude"), Forms("long"), Forms("lon")};
constexpr Forms populationForms[]{Forms("population"), Forms("pop"), Forms("registeredpatients")};
constexpr Forms overallForms[]{Forms("finalwp"), Forms("corewp")};
constexpr Forms acuteForms[]{Forms("g&awp")};
constexpr Forms communityForms[]{Forms("cswp")};
constexpr Forms mentalForms[]{Forms("mhwp")};
constexpr Forms maternityForms[]{Forms("matwp")};
constexpr Forms inequalityForms[]{Forms("healthineqwp")};
constexpr Forms prescribingForms[]{Forms("prescrwp")};
constexpr Forms primaryNeedForms[]{Forms("primarymedicalcarewp")};
constexpr Forms primaryForms[]{Forms("finalpmcwp")};

// In the order of Column; the weighted populations in that of NeedMeasure.
constexpr std::array<ColumnNames, columnCount> practiceColumns{{
    {Forms("Practice_Code"), codeForms},
    {Forms("GP_Practice_Name"), nameForms},
    {Forms("ICB"), icbForms},
    {Forms("ICBname"), icbNameForms},
    {Forms("LAD"), districtForms},
    {Forms("LTLA"), districtNameForms},
    {Forms("Latitude"), latitudeForms},
    {Forms("Longitude"), longitudeForms},
    {Forms("Population"), populationForms},
    {Forms("Final WP"), overallForms},
    {Forms("G&A WP"), acuteForms},
    {Forms("CS WP"), communityForms},
    {Forms("MH WP"), mentalForms},
    {Forms("Mat WP"), maternityForms},
    {Forms("Health Ineq WP"), inequalityForms},
    {Forms("Prescr WP"), prescribingForms},
    {Forms("Primary Medical Care WP"), primaryNeedForms},
    {Forms("Final PMC WP"), primaryForms},
}};

bool hasWeighted(const ColumnPlaces& columns)
{
    return std::any_of(columns.places.begin() + FirstWeighted, columns.places.end(),
                       [](qsizetype place) { return place >= 0; });
}

std::optional<Error> headerFault(const ColumnPlaces& columns, const QString& fileName)
{
    if (!columns.twice.isEmpty()) {
        return Error{
            QCoreApplication::translate("NeedFile", "“%1”, line 1: the header names the column “%2” twice.")
                .arg(fileName, columns.twice)};
    }
    for (const Column needed : {Code, Icb, Population}) {
        if (!columns.has(needed)) {
            return Error{
                QCoreApplication::translate("NeedFile", "“%1”, line 1: the header has no column “%2”.")
                    .arg(fileName, practiceColumns[needed].shown)};
        }
    }
    if (!hasWeighted(columns)) {
        return Error{
            QCoreApplication::translate(
                "NeedFile", "“%1”, line 1: the header has no column of weighted populations, such as “%2”.")
                .arg(fileName, practiceColumns[FirstWeighted].shown)};
    }
    return {};
}

// Digits with at most nine decimals, in units of 1e-9; nothing for any other form, which People reads or refuses.
std::optional<People> plainPeople(QByteArrayView cell)
{
    constexpr int mostWholeDigits = 9;
    constexpr int decimalsHeld = 9;
    const char* at = cell.begin();
    const char* const end = cell.end();
    const auto takeDigits = [&at, end](qint64& value) {
        const char* const from = at;
        for (; at != end && *at >= '0' && *at <= '9' && at - from <= decimalsHeld; ++at)
            value = value * 10 + (*at - '0');
        return static_cast<int>(at - from);
    };

    qint64 units = 0;
    const int whole = takeDigits(units);
    int decimals = 0;
    if (at != end && *at == '.') {
        ++at;
        decimals = takeDigits(units);
        if (decimals == 0)
            return {};
    }
    if (whole == 0 || whole > mostWholeDigits || decimals > decimalsHeld || at != end)
        return {};
    for (; decimals < decimalsHeld; ++decimals)
        units *= 10;
    return People::fromUnits(units);
}

// A coordinate; nothing for what is none: a practice without a position is not drawn, and no figure depends on it.
std::optional<double> degreesOf(QByteArrayView cell, double most)
{
    bool read = false;
    const double degrees = cell.toByteArray().toDouble(&read);
    return read && std::abs(degrees) <= most ? std::optional(degrees) : std::nullopt;
}

// Digits around at most one point: a number, if only a huge one.
bool isDecimal(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !text.isEmpty() && isDigit(text.front()) && isDigit(text.back()) && text.count(u'.') <= 1 &&
           std::all_of(text.begin(), text.end(), [&](QChar c) { return isDigit(c) || c == u'.'; });
}

// A cell of people, or why it is refused.
Result<People> readPeople(QByteArrayView cell, QLatin1StringView column, qint64 most)
{
    auto people = plainPeople(cell);
    if (!people) {
        const QString text = QString::fromUtf8(cell);
        const bool minus = text.startsWith(u'-') || text.startsWith(minusSign);
        const auto read = People::parse(minus ? QStringView(text).mid(1) : QStringView(text));
        if (minus && read) {
            return Error{
                QCoreApplication::translate("NeedFile", "%1 “%2” is negative.").arg(column, quotable(text))};
        }
        if (!read && !isDecimal(text)) {
            return Error{QCoreApplication::translate("NeedFile", "%1 “%2” is not a number.")
                             .arg(column, quotable(text))};
        }
        people = read ? *read : People::fromUnits(std::numeric_limits<qint64>::max());
    }
    if (*people > People::fromWhole(most)) {
        return Error{QCoreApplication::translate("NeedFile", "%1 “%2” is absurd: more than %3.")
                         .arg(column, quotable(QString::fromUtf8(cell)), withCommas(QString::number(most)))};
    }
    return *people;
}

// One text object for each distinct cell of a column: a few hundred names stand in thousands of rows.
class Names
{
public:
    QString of(QByteArrayView cell)
    {
        const auto found = m_names.constFind(cell);
        if (found != m_names.constEnd())
            return *found;
        m_texts.push_back(cell.toByteArray());
        const QString text = QString::fromUtf8(cell);
        m_names.insert(m_texts.back(), text);
        return text;
    }

private:
    std::deque<QByteArray> m_texts;
    QHash<QByteArrayView, QString> m_names;
};

class PracticeReader
{
public:
    PracticeReader(const ColumnPlaces& columns, size_t headerCells, qsizetype rows)
        : m_places(columns.places)
        , m_headerCells(headerCells)
    {
        m_practices.reserve(rows);
        m_lines.reserve(rows);
        m_positions.reserve(rows);
    }

    void read(const CsvScanner& row)
    {
        auto practice = practiceOf(row);
        if (!practice) {
            m_refused.append({row.line(), practice.error().text});
            return;
        }
        const qsizetype position = m_practices.size();
        const auto first = m_positions.constFind(practice->code);
        if (first == m_positions.constEnd())
            m_positions.insert(practice->code, position);
        else
            m_repeats.append({*first, position});
        m_practices.append(std::move(practice).value());
        m_lines.append(row.line());
    }

    PracticeFile finish()
    {
        refuseRepeats();
        PracticeFile file;
        file.table = std::make_shared<const PracticeTable>(std::move(m_practices));
        file.refused = std::move(m_refused);
        for (const NeedMeasureName& name : needMeasureNames()) {
            if (m_places[FirstWeighted + static_cast<size_t>(name.measure)] < 0)
                file.absentMeasures.append(name.id);
        }
        return file;
    }

private:
    struct Repeat
    {
        qsizetype first;
        qsizetype again;
    };

    Result<Practice> practiceOf(const CsvScanner& row);
    void refuseRepeats();

    std::vector<qsizetype> m_places;
    size_t m_headerCells;
    QList<Practice> m_practices;
    QList<int> m_lines;
    QHash<QString, qsizetype> m_positions;
    QList<Repeat> m_repeats;
    QList<RefusedRow> m_refused;
    Names m_names;
};

Result<Practice> PracticeReader::practiceOf(const CsvScanner& row)
{
    if (const auto fault = raggedRow(row, m_headerCells))
        return Error{*fault};
    const auto cell = [&](size_t column) { return trimmedCell(row.cells(), m_places[column]); };

    Practice practice;
    practice.code = codeOf(cell(Code));
    if (practice.code.isEmpty())
        return Error{QCoreApplication::translate("NeedFile", "the practice code is blank.")};
    const auto refuse = [&](const QString& why) {
        return Error{QCoreApplication::translate("NeedFile", "practice %1: %2",
                                                 "a practice code, and why its row is refused")
                         .arg(practice.code, why)};
    };
    practice.icb = m_names.of(cell(Icb));
    if (practice.icb.isEmpty())
        return refuse(QCoreApplication::translate("NeedFile", "its ICB is blank."));
    practice.name = QString::fromUtf8(cell(Name));
    practice.icbName = m_names.of(cell(IcbName));
    practice.district = m_names.of(cell(District));
    practice.districtName = m_names.of(cell(DistrictName));

    practice.latitude = degreesOf(cell(Latitude), 90);
    practice.longitude = degreesOf(cell(Longitude), 180);

    const QByteArrayView population = cell(Population);
    if (population.isEmpty())
        return refuse(QCoreApplication::translate("NeedFile", "its population is blank."));
    const auto people = readPeople(population, practiceColumns[Population].shown, mostPeople);
    if (!people)
        return refuse(people.error().text);
    practice.population = *people;

    for (size_t i = 0; i < needMeasureCount; ++i) {
        const QByteArrayView figure = cell(FirstWeighted + i);
        if (figure.isEmpty())
            continue;
        const auto weighted = readPeople(figure, practiceColumns[FirstWeighted + i].shown, mostWeighted);
        if (!weighted)
            return refuse(weighted.error().text);
        practice.weighted[i] = *weighted;
    }
    return practice;
}

// Which of two rows is right is not ours to guess, so none of them is taken, whatever their order.
void PracticeReader::refuseRepeats()
{
    if (m_repeats.isEmpty())
        return;
    QList<bool> dropped(m_practices.size(), false);
    const auto refuse = [&](qsizetype position, qsizetype other) {
        if (std::exchange(dropped[position], true))
            return;
        m_refused.append(
            {m_lines[position],
             QCoreApplication::translate("NeedFile", "practice %1 is listed twice, also on line %2.")
                 .arg(m_practices[position].code, QString::number(m_lines[other]))});
    };
    for (const Repeat& repeat : std::as_const(m_repeats)) {
        refuse(repeat.first, repeat.again);
        refuse(repeat.again, repeat.first);
    }
    QList<Practice> kept;
    for (qsizetype i = 0; i < m_practices.size(); ++i) {
        if (!dropped[i])
            kept.append(m_practices[i]);
    }
    m_practices = std::move(kept);
    std::sort(m_refused.begin(), m_refused.end(),
              [](const RefusedRow& a, const RefusedRow& b) { return a.line < b.line; });
}

} // namespace

bool looksLikePracticeFile(const QByteArray& bytes)
{
    auto scanner = CsvScanner::open(bytes, {});
    if (!scanner || !scanner->next())
        return false;
    const ColumnPlaces columns = findColumns(scanner->cells(), practiceColumns);
    return hasWeighted(columns) || (columns.has(Code) && columns.has(Icb) && columns.has(Population));
}

Result<PracticeFile> readPracticeFile(const QByteArray& bytes, const QString& fileName)
{
    auto scanner = CsvScanner::open(bytes, fileName);
    if (!scanner)
        return scanner.error();
    ColumnPlaces columns;
    if (scanner->next())
        columns = findColumns(scanner->cells(), practiceColumns);
    else if (scanner->fault())
        return *scanner->fault();
    else
        columns = findColumns({}, practiceColumns);
    if (const auto fault = headerFault(columns, fileName))
        return *fault;

    PracticeReader reader(columns, scanner->cells().size(), bytes.count('\n') + 1);
    while (scanner->next())
        reader.read(*scanner);
    if (scanner->fault())
        return *scanner->fault();
    PracticeFile file = reader.finish();
    file.lastLineIsWhole = scanner->endsInLineBreak();
    if (file.table->practices().isEmpty() && file.refused.isEmpty()) {
        return Error{QCoreApplication::translate("NeedFile", "“%1” holds no practice below its header.")
                         .arg(fileName)};
    }
    return file;
}

} // namespace placewright
