#include "core/exchange/csv.h"
#include "core/exchange/figurefile.h"
#include "core/exchange/lookupfile.h"
#include "core/exchange/needfilekind.h"
#include "core/money/people.h"
#include "core/place/codeset.h"
#include "tests/support/realdata.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray published(const QString& name)
{
    return *readWholeFile(realDataPath(name), largestTable);
}

Result<FigureFile> readPublished(const QString& name, const FigureHints& hints = {})
{
    const QByteArray bytes = published(name);
    const auto table = needTable(bytes, name);
    if (!table)
        return table.error();
    return readFigureFile(table->bytes, name.section(u'/', -1), hints);
}

// The sum of a column as "731448.901"; missing figures are left out.
QString sum(const FigureTable& table, QStringView id)
{
    const FigureColumn* column = table.column(id);
    if (!column)
        return u"absent"_s;
    qint64 units = 0;
    for (const qint64 value : column->values)
        units += value == noFigure ? 0 : value;
    return units < 0 ? u'-' + People::fromUnits(-units).text() : People::fromUnits(units).text();
}

qsizetype missing(const FigureTable& table)
{
    qsizetype count = 0;
    for (const FigureColumn& column : table.columns())
        count += std::count(column.values.begin(), column.values.end(), noFigure);
    return count;
}

QStringList distinct(const Lookup::Column& column)
{
    QStringList codes = column.codes;
    codes.removeAll({});
    codes.removeDuplicates();
    return codes;
}

} // namespace

// The published files of imd, lookups, population, gp and outcomes. Counts and sums are those that were worked from the same files
// with Python's csv and decimal modules; the sums of people are also those the publishers print.
class TestFiguresRealData : public QObject
{
    Q_OBJECT

    static void addFiles()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("layout");
        const auto row = [](const QString& name, NeedFileKind::Type type, const QString& layout = {}) {
            QTest::newRow(qPrintable(name)) << name << static_cast<int>(type) << layout;
        };
        const auto figures = NeedFileKind::Figures;
        const auto lookup = NeedFileKind::Lookup;
        row(u"imd/iod2019_file1_imd_lsoa11_england.csv"_s, figures, figureLayout::deprivation);
        row(u"imd/iod2019_domain_ranks_deciles_lsoa11_england.csv"_s, figures, figureLayout::deprivation);
        row(u"imd/iod2025_scores_ranks_deciles_lsoa21_england.csv"_s, figures, figureLayout::deprivation);
        row(u"lookups/lsoa21_msoa21_wd24_lad24_utla23_icb24_england.csv"_s, lookup);
        row(u"lookups/msoa21_names_england.csv"_s, lookup);
        row(u"lookups/wd24_names_england.csv"_s, lookup);
        row(u"lookups/lad24_utla23_rgn24_england.csv"_s, lookup);
        row(u"lookups/sicbl24_icb24_england.csv"_s, lookup);
        row(u"lookups/lsoa11_lsoa21_lad22_england.csv"_s, lookup);
        row(u"lookups/lsoa11_lad22_sicbl22_icb22_england.csv"_s, lookup);
        row(u"lookups/lad22_lad23_england.csv"_s, lookup);
        row(u"lookups/LTLA-UTLA_Apr23_Lookup_England-Wales.csv"_s, lookup);
        row(u"lookups/bsol_ward_to_locality.csv"_s, NeedFileKind::WardLocalityList);
        for (const QString& sex : {u"persons"_s, u"females"_s, u"males"_s})
            row(u"population/mye2022_lad23_syoa_%1_england.csv"_s.arg(sex), figures, figureLayout::ages);
        row(u"population/census2021_usual_residents_lsoa21_age6_england.csv"_s, figures, figureLayout::ages);
        row(u"population/mye2020_lsoa11_5year_age_england.csv"_s, figures, figureLayout::ages);
        row(u"gp/icb_place_tool_weighted_populations_2025_26.csv"_s, NeedFileKind::PracticeFile);
        row(u"gp/nhs_payments_to_general_practice_2022_23.csv"_s, figures, figureLayout::payments);
        row(u"gp/fingertips_93553_gp_practice_imd_score.csv"_s, figures, figureLayout::fingertipsShort);
        row(u"gp/bsol_gp_list_locality_pcn_2024-07-15.csv"_s, NeedFileKind::LocalityList);
        row(u"gp/bsol_gp_list_sizes_2024.csv"_s, figures, figureLayout::listSizes);
        row(u"outcomes/oflog_adult_social_care_metrics.csv"_s, figures, figureLayout::oflog);
        row(u"outcomes/fingertips_90284_utla_2022_23.csv"_s, figures, figureLayout::fingertips);
        row(u"outcomes/fingertips_247_dementia_qof_prevalence.csv"_s, figures, figureLayout::fingertips);
        row(u"outcomes/trafford_falls_admissions_65plus_lad.csv"_s, figures, figureLayout::longTable);
        row(u"outcomes/trafford_slope_index_of_inequality_utla.csv"_s, figures, figureLayout::longTable);
        row(u"outcomes/trafford_care_home_admissions_65plus_17_areas.csv"_s, figures,
            figureLayout::longTable);
        row(u"outcomes/ons_health_index_2021_indicators_lad21.csv"_s, figures, figureLayout::healthIndex);
        row(u"outcomes/icb22_discharges_and_no_criteria_to_reside_daily_2025.csv"_s, figures,
            figureLayout::table);
    }

    // The error, the rows refused and whether the last line is whole, of whatever reader the file is for.
    struct Outcome
    {
        QString error;
        QList<RefusedRow> refused;
        bool lastLineIsWhole = true;
        qsizetype rows = 0;
    };
    static Outcome outcome(const QByteArray& bytes, const QString& name, NeedFileKind::Type type)
    {
        const auto told = [](const auto& file, qsizetype rows) {
            return Outcome{{}, file.refused, file.lastLineIsWhole, rows};
        };
        switch (type) {
        case NeedFileKind::Lookup:
        case NeedFileKind::WardLocalityList:
            if (const auto file = readLookupFile(bytes, name))
                return told(*file, file->lookup->columns().first().codes.size());
            else
                return {file.error().text, {}, true, 0};
        case NeedFileKind::PracticeFile:
            if (const auto file = readPracticeFile(bytes, name))
                return told(*file, file->table->practices().size());
            else
                return {file.error().text, {}, true, 0};
        case NeedFileKind::LocalityList:
            if (const auto file = readLocalityList(bytes, name))
                return {{}, file->refused, true, file->rows.size()};
            else
                return {file.error().text, {}, true, 0};
        default:
            if (const auto file = readFigureFile(bytes, name, {}))
                return told(*file, file->table->size());
            else
                return {file.error().text, {}, true, 0};
        }
    }

private slots:
    void recognised_data() { addFiles(); }
    void recognised()
    {
        QFETCH(QString, name);
        QFETCH(int, type);
        QFETCH(QString, layout);
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const QByteArray bytes = published(name);
        const NeedFileKind kind = recogniseNeedFile(bytes, name);
        QCOMPARE(static_cast<int>(kind.type), type);
        QCOMPARE(kind.layout, layout);
        const bool isKnownTable = !kind.layout.isEmpty() && kind.layout != figureLayout::table;
        QVERIFY(isKnownTable + looksLikePracticeFile(bytes) + looksLikeLocalityList(bytes) +
                    looksLikeLookup(bytes) <=
                1);
        const Outcome whole = outcome(bytes, name, kind.type);
        QCOMPARE(whole.error, QString());
        QVERIFY2(whole.refused.isEmpty(),
                 qPrintable(whole.refused.isEmpty() ? QString() : whole.refused[0].reason));
        QCOMPARE(whole.lastLineIsWhole, bytes.endsWith('\n') || kind.type == NeedFileKind::LocalityList);
        QVERIFY(whole.rows > 0);
    }

    void cutShort_data() { addFiles(); }
    void cutShort()
    {
        QFETCH(QString, name);
        QFETCH(int, type);
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const QByteArray bytes = published(name);
        // In the middle of the row that stands in the middle of the file, behind its first comma.
        const qsizetype row = bytes.indexOf('\n', bytes.size() / 2) + 1;
        const Outcome cut =
            outcome(bytes.first(bytes.indexOf(',', row) + 1), name, static_cast<NeedFileKind::Type>(type));
        if (!cut.error.isEmpty()) { // it was cut within quotes
            QVERIFY2(cut.error.contains(u"cut short"_s), qPrintable(cut.error));
            return;
        }
        QCOMPARE(cut.refused.size(), 1);
        QVERIFY2(cut.refused.first().reason.contains(u"the file is cut short here"_s),
                 qPrintable(cut.refused.first().reason));
    }

    void utf16_data() { addFiles(); }
    void utf16()
    {
        QFETCH(QString, name);
        QFETCH(int, type);
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        const QByteArray bytes = encoder(QString::fromUtf8(published(name)));
        QCOMPARE(static_cast<int>(recogniseNeedFile(bytes, name).type),
                 static_cast<int>(NeedFileKind::Unknown));
        const Outcome wide = outcome(bytes, name, static_cast<NeedFileKind::Type>(type));
        QVERIFY2(wide.error.contains(u"UTF-16"_s), qPrintable(wide.error));
    }

    // `says` is the error; empty where the table is read all the same, as a table of no known layout.
    void renamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QString>("says");
        const auto row = [](const QString& name, const char* column, const QString& says) {
            QTest::addRow("%s: %s", qPrintable(name.section(u'/', -1)), column)
                << name << QByteArray(column) << says;
        };
        const QString noColumn = u"the header has no column “%1”"_s;
        for (const char* file :
             {"iod2019_file1_imd_lsoa11_england", "iod2019_domain_ranks_deciles_lsoa11_england"}) {
            const QString name = u"imd/"_s + QString::fromLatin1(file) + u".csv"_s;
            row(name, "LSOA code (2011)", noColumn.arg(u"LSOA code (2021)"_s));
            row(name, "Index of Multiple Deprivation (IMD) Rank", {});
        }
        row(u"imd/iod2025_scores_ranks_deciles_lsoa21_england.csv"_s, "LSOA code (2021)",
            noColumn.arg(u"LSOA code (2021)"_s));
        row(u"imd/iod2025_scores_ranks_deciles_lsoa21_england.csv"_s,
            "Index of Multiple Deprivation (IMD) Score", {});
        for (const QString& sex : {u"persons"_s, u"females"_s, u"males"_s}) {
            const QString name = u"population/mye2022_lad23_syoa_%1_england.csv"_s.arg(sex);
            row(name, "Code", noColumn.arg(u"Code"_s));
            row(name, "All ages", noColumn.arg(u"All ages"_s));
            row(name, "89", u"there is no column of people aged 89"_s);
        }
        row(u"population/census2021_usual_residents_lsoa21_age6_england.csv"_s,
            "Lower layer Super Output Areas Code", noColumn.arg(u"Code"_s));
        row(u"population/census2021_usual_residents_lsoa21_age6_england.csv"_s, "Aged 16 to 24 years",
            u"there is no column of people aged 16"_s);
        row(u"population/mye2020_lsoa11_5year_age_england.csv"_s, "LSOA11CD", noColumn.arg(u"Code"_s));
        row(u"population/mye2020_lsoa11_5year_age_england.csv"_s, "All Ages", noColumn.arg(u"All ages"_s));
        row(u"gp/nhs_payments_to_general_practice_2022_23.csv"_s, "Practice Code",
            noColumn.arg(u"Practice Code"_s));
        row(u"gp/nhs_payments_to_general_practice_2022_23.csv"_s,
            "Number of Registered Patients (Last Known Figure)",
            noColumn.arg(u"Number of Registered Patients (Last Known Figure)"_s));
        row(u"gp/fingertips_93553_gp_practice_imd_score.csv"_s, "AreaCode", noColumn.arg(u"AreaCode"_s));
        row(u"gp/fingertips_93553_gp_practice_imd_score.csv"_s, "Year", noColumn.arg(u"Year"_s));
        row(u"gp/bsol_gp_list_sizes_2024.csv"_s, "Practice.Code", {});
        row(u"gp/bsol_gp_list_sizes_2024.csv"_s, "total_pop", {});
        row(u"outcomes/oflog_adult_social_care_metrics.csv"_s, "Local authority code",
            noColumn.arg(u"Local authority code"_s));
        row(u"outcomes/oflog_adult_social_care_metrics.csv"_s, "Value", noColumn.arg(u"Value"_s));
        for (const char* file : {"fingertips_90284_utla_2022_23", "fingertips_247_dementia_qof_prevalence"}) {
            const QString name = u"outcomes/"_s + QString::fromLatin1(file) + u".csv"_s;
            row(name, "Area Code", noColumn.arg(u"Area Code"_s));
            row(name, "Time period,", noColumn.arg(u"Time period"_s));
        }
        for (const char* file :
             {"trafford_falls_admissions_65plus_lad", "trafford_slope_index_of_inequality_utla",
              "trafford_care_home_admissions_65plus_17_areas"}) {
            const QString name = u"outcomes/"_s + QString::fromLatin1(file) + u".csv"_s;
            row(name, "area_code", noColumn.arg(u"area_code"_s));
            row(name, "period", noColumn.arg(u"period"_s));
        }
        row(u"outcomes/ons_health_index_2021_indicators_lad21.csv"_s, "ltla21_code", {});
        row(u"outcomes/ons_health_index_2021_indicators_lad21.csv"_s, "Avoidable mortality", {});
        row(u"outcomes/icb22_discharges_and_no_criteria_to_reside_daily_2025.csv"_s, "icb22_code", {});
        const QString twoColumns = u"a lookup has two columns of codes"_s;
        row(u"lookups/wd24_names_england.csv"_s, "WD24CD", twoColumns);
        row(u"lookups/msoa21_names_england.csv"_s, "LAD24CD", twoColumns);
        row(u"lookups/lad22_lad23_england.csv"_s, "LAD22CD", twoColumns);
        row(u"lookups/bsol_ward_to_locality.csv"_s, "AreaCode", twoColumns);
        row(u"lookups/bsol_ward_to_locality.csv"_s, "Locality", twoColumns);
        row(u"gp/icb_place_tool_weighted_populations_2025_26.csv"_s, "Practice_Code",
            noColumn.arg(u"Practice_Code"_s));
        row(u"gp/bsol_gp_list_locality_pcn_2024-07-15.csv"_s, "Practice.Code",
            noColumn.arg(u"Practice.Code"_s));
    }
    void renamed()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, column);
        QFETCH(QString, says);
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        QByteArray bytes = published(name);
        const NeedFileKind::Type type = recogniseNeedFile(bytes, name).type;
        const qsizetype at = bytes.indexOf(column);
        QVERIFY(at >= 0 && at < bytes.indexOf('\n'));
        bytes.replace(at, column.size(), column.endsWith(',') ? "Thing," : "Thing");
        const Outcome read = outcome(bytes, name, type);
        if (says.isEmpty()) {
            QCOMPARE(read.error, QString());
            QVERIFY(read.rows > 0);
        } else {
            QVERIFY2(read.error.contains(says), qPrintable(read.error));
        }
    }

    void deprivation2019()
    {
        const QString name = u"imd/iod2019_file1_imd_lsoa11_england.csv"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const auto file = readPublished(name);
        QCOMPARE(file->table->size(), 32'844);
        QCOMPARE(file->table->codeSet(), QString(codeSet::lsoa11));
        QCOMPARE(sum(*file->table, u"imd.rank"), u"539380564"_s);
        QCOMPARE(sum(*file->table, u"imd.decile"), u"180646"_s);
        QVERIFY(file->notes.isEmpty());
        std::vector<qint64> ranks = file->table->column(u"imd.rank")->values;
        std::sort(ranks.begin(), ranks.end());
        qsizetype shared = 0;
        for (size_t i = 1; i < ranks.size(); ++i)
            shared += ranks[i] == ranks[i - 1] && (i < 2 || ranks[i] != ranks[i - 2]) ? 1 : 0;
        QCOMPARE(shared, 26);
        const auto domains = readPublished(u"imd/iod2019_domain_ranks_deciles_lsoa11_england.csv"_s);
        QCOMPARE(domains->table->columns().size(), 16);
        QVERIFY(domains->table->column(u"imd.rank")->values == file->table->column(u"imd.rank")->values);
    }
    void deprivation2025()
    {
        const QString name = u"imd/iod2025_scores_ranks_deciles_lsoa21_england.csv"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const QByteArray bytes = published(name);
        QElapsedTimer timer;
        timer.start();
        const auto file = readFigureFile(bytes, name, {});
        qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(file->table->size(), 33'755);
        QCOMPARE(file->table->columns().size(), 24);
        for (const auto& [id, total] :
             {std::pair(u"imd.score"_s, u"731448.901"_s), std::pair(u"imd.rank"_s, u"569716890"_s),
              std::pair(u"income.score"_s, u"7736.182"_s), std::pair(u"employment.score"_s, u"4537.942"_s),
              std::pair(u"education.score"_s, u"732181.123"_s), std::pair(u"health.score"_s, u"0.106"_s),
              std::pair(u"crime.score"_s, u"-0.009"_s), std::pair(u"barriers.score"_s, u"732181.027"_s),
              std::pair(u"environment.score"_s, u"732181.098"_s),
              std::pair(u"environment.decile"_s, u"185655"_s)})
            QCOMPARE(sum(*file->table, id), total);
        const auto& scores = file->table->column(u"imd.score")->values;
        QCOMPARE(*std::min_element(scores.begin(), scores.end()), 165'000'000);
        QCOMPARE(*std::max_element(scores.begin(), scores.end()), 94'223'000'000);
    }
    void workbookIsItsTable()
    {
        const QString name = u"imd/File_1_-_IMD2019_Index_of_Multiple_Deprivation.xlsx"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const QByteArray bytes = published(name);
        QCOMPARE(recogniseNeedFile(bytes, name), (NeedFileKind{NeedFileKind::Workbook, {}}));
        const auto table = needTable(bytes, name);
        QVERIFY2(table.ok(), qPrintable(table ? QString() : table.error().text));
        QCOMPARE(table->sheet, u"IMD2019"_s);
        // Cell by cell: the same rows of the same cells, whatever is quoted.
        const QByteArray csv = published(u"imd/iod2019_file1_imd_lsoa11_england.csv"_s);
        auto sheet = CsvScanner::open(table->bytes, name);
        auto text = CsvScanner::open(csv, name);
        int rows = 0;
        while (text->next()) {
            QVERIFY(sheet->next());
            QVERIFY2(std::equal(sheet->cells().begin(), sheet->cells().end(), text->cells().begin(),
                                text->cells().end()),
                     qPrintable(QString::number(text->line())));
            ++rows;
        }
        QVERIFY(!sheet->next());
        QCOMPARE(rows, 32'845);
        for (qsizetype size = 4; size < bytes.size(); size += 9973) {
            const auto cut = needTable(bytes.first(size), name);
            QVERIFY2(!cut.ok() && cut.error().text.contains(u"cut short"_s),
                     qPrintable(QString::number(size)));
        }
    }

    void people_data()
    {
        QTest::addColumn<QString>("sex");
        QTest::addColumn<QStringList>("sums");
        QTest::newRow("persons") << u"persons"_s
                                 << QStringList{u"57106398"_s, u"11886906"_s, u"34589625"_s, u"10629867"_s,
                                                u"5146324"_s,  u"1424871"_s,  u"520329"_s};
        QTest::newRow("females") << u"females"_s
                                 << QStringList{u"29123108"_s, u"5799018"_s, u"17568024"_s, u"5756066"_s,
                                                u"2908970"_s,  u"886078"_s,  u"349365"_s};
        QTest::newRow("males") << u"males"_s
                               << QStringList{u"27983290"_s, u"6087888"_s, u"17021601"_s, u"4873801"_s,
                                              u"2237354"_s,  u"538793"_s,  u"170964"_s};
    }
    void people()
    {
        QFETCH(QString, sex);
        QFETCH(QStringList, sums);
        const QString name = u"population/mye2022_lad23_syoa_%1_england.csv"_s.arg(sex);
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const auto file = readPublished(name);
        QCOMPARE(file->table->codeSet(), QString(codeSet::lad23));
        QCOMPARE(file->table->size(), 296);
        QStringList found;
        for (const QStringView id : {u"people.all", u"people.0-17", u"people.18-64", u"people.65+",
                                     u"people.75+", u"people.85+", u"people.90+"})
            found.append(sum(*file->table, id));
        QCOMPARE(found, sums);
        FigureHints upper;
        upper.codeSet = codeSet::utla23;
        const auto counties = readPublished(name, upper);
        QCOMPARE(counties->table->size(), 153);
        QCOMPARE(sum(*counties->table, u"people.all"), sums.first());
    }
    void peopleOfLsoas()
    {
        const QString census = u"population/census2021_usual_residents_lsoa21_age6_england.csv"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(census));
        const auto of2021 = readPublished(census);
        QCOMPARE(of2021->table->size(), 33'755);
        QCOMPARE(of2021->table->codeSet(), QString(codeSet::lsoa21));
        QCOMPARE(sum(*of2021->table, u"people.all"), u"56489608"_s);
        QCOMPARE(sum(*of2021->table, u"people.65+"), u"10401213"_s);
        QVERIFY(of2021->notes.isEmpty()); // its bands do add up
        const auto of2020 = readPublished(u"population/mye2020_lsoa11_5year_age_england.csv"_s);
        QCOMPARE(of2020->table->size(), 32'844);
        QCOMPARE(of2020->table->codeSet(), QString(codeSet::lsoa11));
        QCOMPARE(sum(*of2020->table, u"people.all"), u"56550138"_s);
        QCOMPARE(sum(*of2020->table, u"people.65+"), u"10464019"_s);
        QCOMPARE(sum(*of2020->table, u"people.90+"), u"521067"_s);
        QVERIFY(!of2020->table->column(u"people.0-17"));
    }

    void practices()
    {
        const QString name = u"gp/nhs_payments_to_general_practice_2022_23.csv"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const auto payments = readPublished(name);
        QCOMPARE(payments->table->size(), 6'669);
        QCOMPARE(sum(*payments->table, u"patients.registered"), u"62134644.75"_s);
        QCOMPARE(sum(*payments->table, u"patients.weighted"), u"62130227.86"_s);
        QCOMPARE(payments->name, u"Registered and weighted patients of GP practices 2022/23"_s);
        const auto scores = readPublished(u"gp/fingertips_93553_gp_practice_imd_score.csv"_s);
        QCOMPARE(scores->table->size(), 8'461);
        QCOMPARE(sum(*scores->table, u"imd.2010"), u"199093.147518501"_s);
        QCOMPARE(sum(*scores->table, u"imd.2015"), u"188202.902796802"_s);
        QCOMPARE(sum(*scores->table, u"imd.2019"), u"164242.012790383"_s);
        QCOMPARE(missing(*scores->table), 3 * 8'461 - 23'080);
        QVERIFY(scores->notes.contains(u"Areas or practices that have closed since, kept: 2,020."_s));
        const auto sizes = readPublished(u"gp/bsol_gp_list_sizes_2024.csv"_s);
        QCOMPARE(sizes->table->size(), 183);
        QCOMPARE(sum(*sizes->table, u"patients.registered"), u"1628972"_s);
        QCOMPARE(missing(*sizes->table), 3);
    }

    void fingertips()
    {
        const QString name = u"outcomes/fingertips_90284_utla_2022_23.csv"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const auto councils = readPublished(name);
        const QString id = u"90284|Persons|<15 yrs|2022/23"_s;
        QCOMPARE(councils->table->size(), 153);
        QCOMPARE(councils->table->codeSet(), QString(codeSet::utla23));
        QCOMPARE(sum(*councils->table, id), u"11337.7742"_s);
        QCOMPARE(missing(*councils->table), 7);
        const FigureColumn* column = councils->table->column(id);
        QVERIFY(column->kind == FigureKind::Rate);
        QCOMPARE(column->per, 10'000);
        QCOMPARE(councils->england.value(id), 75'309'120'000);
        qint64 counts = 0;
        for (const qint64 count : column->counts)
            counts += count == noFigure ? 0 : count;
        QCOMPARE(counts, 72'185 * figureUnits);

        const auto dementia = readPublished(u"outcomes/fingertips_247_dementia_qof_prevalence.csv"_s);
        QCOMPARE(dementia->table->size(), 14);
        QCOMPARE(dementia->table->columns().size(), 14);
        QCOMPARE(dementia->table->codeSet(), QString(codeSet::practice));
        QCOMPARE(dementia->england.size(), 14);
        QCOMPARE(dementia->england.value(u"247|Persons|All ages|2009/10"_s), 454'920'942);
        QVERIFY(dementia->table->columns().first().kind == FigureKind::Rate);
        QCOMPARE(dementia->table->columns().first().per, 100);
        QCOMPARE(missing(*dementia->table), 0);
    }

    void longTables()
    {
        const QString name = u"outcomes/oflog_adult_social_care_metrics.csv"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const auto oflog = readPublished(name);
        QCOMPARE(oflog->table->size(), 157);
        QCOMPARE(oflog->table->columns().size(), 42);
        QCOMPARE(missing(*oflog->table), 157 * 42 - (6'376 - 298));
        QCOMPARE(oflog->table->codeSet(), QString(codeSet::other)); // councils of before 2023 among them
        QVERIFY(oflog->notes.contains(u"Figures missing in the file: 298."_s));

        const auto falls = readPublished(u"outcomes/trafford_falls_admissions_65plus_lad.csv"_s);
        QCOMPARE(falls->table->size(), 326);
        QCOMPARE(falls->table->columns().size(), 8);
        QCOMPARE(falls->table->codeSet(), QString(codeSet::other)); // before 2019
        const QString id =
            u"Emergency hospital admissions due to falls in people aged 65 and over|Age standardised "
            "rate per 100,000|2017/18"_s;
        QCOMPARE(falls->england.value(id), 2'170 * figureUnits);
        QCOMPARE(falls->table->column(id)->per, 100'000);
        QCOMPARE(missing(*falls->table), 23);
        const auto slopes = readPublished(u"outcomes/trafford_slope_index_of_inequality_utla.csv"_s);
        QCOMPARE(slopes->table->size(), 152);
        QCOMPARE(slopes->table->columns().size(), 12);
        QVERIFY(slopes->table->columns().first().kind == FigureKind::Score);
        const auto homes = readPublished(u"outcomes/trafford_care_home_admissions_65plus_17_areas.csv"_s);
        QCOMPARE(homes->table->size(), 16);
        QCOMPARE(homes->table->columns().size(), 10);
        QCOMPARE(homes->england.size() + missing(*homes->table), 10 + 4);
    }

    void wideTables()
    {
        const QString name = u"outcomes/ons_health_index_2021_indicators_lad21.csv"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const auto index = readPublished(name);
        QCOMPARE(index->table->size(), 307);
        QCOMPARE(index->table->columns().size(), 56);
        QCOMPARE(index->table->codeSet(), QString(codeSet::other));
        QCOMPARE(sum(*index->table, u"Life expectancy"), u"25012.96"_s);
        FigureHints hints;
        hints.codeSet = codeSet::lad22;
        QCOMPARE(readPublished(name, hints)->table->codeSet(), QString(codeSet::lad22));
        const auto days =
            readPublished(u"outcomes/icb22_discharges_and_no_criteria_to_reside_daily_2025.csv"_s);
        QCOMPARE(days->table->size(), 41);
        QCOMPARE(days->table->columns().size(), 2 * 243);
        QCOMPARE(missing(*days->table), 0);
        QCOMPARE(days->table->codeSet(), QString(codeSet::icb));
    }

    void lookups_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<qsizetype>>("codes"); // distinct ones by column, then the rows
        const auto row = [](const QString& name, const QList<qsizetype>& codes) {
            QTest::newRow(qPrintable(name)) << u"lookups/"_s + name << codes;
        };
        row(u"lsoa21_msoa21_wd24_lad24_utla23_icb24_england.csv"_s,
            {33'755, 6'856, 6'784, 296, 153, 106, 42, 9, 33'755});
        row(u"msoa21_names_england.csv"_s, {6'856, 296, 6'857});
        row(u"wd24_names_england.csv"_s, {6'784, 296, 6'784});
        row(u"lad24_utla23_rgn24_england.csv"_s, {296, 153, 9, 296});
        row(u"sicbl24_icb24_england.csv"_s, {106, 42, 106});
        row(u"lsoa11_lsoa21_lad22_england.csv"_s, {32'844, 33'755, 309, 33'855});
        row(u"lsoa11_lad22_sicbl22_icb22_england.csv"_s, {32'844, 309, 106, 42, 32'844});
        row(u"lad22_lad23_england.csv"_s, {309, 296, 309});
        row(u"LTLA-UTLA_Apr23_Lookup_England-Wales.csv"_s, {318, 175, 318});
        row(u"bsol_ward_to_locality.csv"_s, {86, 2, 6, 86});
    }
    void lookups()
    {
        QFETCH(QString, name);
        QFETCH(QList<qsizetype>, codes);
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const auto file = readLookupFile(published(name), name);
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().text));
        QList<qsizetype> found;
        for (const Lookup::Column& column : file->lookup->columns())
            found.append(distinct(column).size());
        found.append(file->lookup->columns().first().codes.size());
        QCOMPARE(found, codes);
    }
    void lookupsTellMore()
    {
        const QString name = u"lookups/lsoa11_lsoa21_lad22_england.csv"_s;
        PLACEWRIGHT_NEED_DATA(realDataPath(name));
        const auto file = readLookupFile(published(name), name);
        QCOMPARE(file->changes,
                 (QMap<QString, int>{{u"U"_s, 31'810}, {u"S"_s, 1'842}, {u"M"_s, 194}, {u"X"_s, 9}}));
        const auto icbs = readLookupFile(published(u"lookups/sicbl24_icb24_england.csv"_s), name);
        QCOMPARE(icbs->nhsCodes.value(codeSet::icb).value(u"E54000061"_s), u"QF7"_s);
        QCOMPARE(icbs->nhsCodes.value(codeSet::subIcb).size(), 106);
        const auto wards = readLookupFile(published(u"lookups/bsol_ward_to_locality.csv"_s), name);
        QVERIFY(wards->lookup->column(QString(codeSet::ward24)));
        QStringList localities = distinct(*wards->lookup->column(QString(codeSet::other)));
        localities.sort();
        QCOMPARE(localities,
                 (QStringList{u"Central"_s, u"East"_s, u"North"_s, u"Solihull"_s, u"South"_s, u"West"_s}));
    }
};

QTEST_GUILESS_MAIN(TestFiguresRealData)
#include "test_figures_realdata.moc"
