#include "core/exchange/csv.h"
#include "core/exchange/needindex.h"

#include <QDir>

#include <benchmark/benchmark.h>

// The published practice file where PLACEWRIGHT_DATA names its folder; else one of the same size made up here.

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

constexpr int rows = 6348;
constexpr int icbs = 42;

QByteArray madeUpFile()
{
    QByteArray bytes =
        "\xEF\xBB\xBFPractice_Code,GP_Practice_Name,Practice_Postcode,Latitude,Longitude,CCG,Former CCG,"
        "PCN_Code,PCN_Name,LOC,LOCname,ICB,ICBname,Rcode,Region,LAD,LTLA,LA,UTLA,Patients,Population,G&A "
        "WP,CS WP,MH WP,Mat WP,Health Ineq WP,Prescr WP,Final WP,Primary Medical Care WP,Final PMC WP\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray icb = QByteArray::number(10 + i * icbs / rows);
        const QByteArray district = QByteArray::number(100 + i * 309 / rows);
        bytes += 'Z' + QByteArray::number(10000 + i) +
                 ",THE MADE UP MEDICAL PRACTICE,ZZ1 1ZZ,52.500000,-1.500000,,,,,,,Q" + icb +
                 ",NHS Made Up and Elsewhere ICB " + icb + ",Y60,NHS Midlands,E09000" + district +
                 ",District " + district + ",,,";
        for (int column = 0; column < 10; ++column)
            bytes += ',' + QByteArray::number(5000 + (i * 37 + column * 101) % 9000) + '.' +
                     QByteArray::number(100000 + i);
        bytes += '\n';
    }
    return bytes;
}

const QByteArray& practiceFile()
{
    static const QByteArray bytes = [] {
        const QString folder = qEnvironmentVariable("PLACEWRIGHT_DATA");
        const QString path = QDir(folder).filePath(u"gp/icb_place_tool_weighted_populations_2025_26.csv"_s);
        const auto published = readWholeFile(path, largestTable);
        return !folder.isEmpty() && published ? *published : madeUpFile();
    }();
    return bytes;
}

void readPractices(benchmark::State& state)
{
    const QByteArray& bytes = practiceFile();
    for (auto _ : state) {
        const auto file = readPracticeFile(bytes, u"practices.csv"_s);
        if (!file || file->table->practices().size() != rows) {
            state.SkipWithError("the practice file was not read whole");
            break;
        }
        benchmark::DoNotOptimize(file->table.get());
    }
    state.SetBytesProcessed(state.iterations() * bytes.size());
}
BENCHMARK(readPractices)->Unit(benchmark::kMillisecond);

// England's practices in 341 places, each of one ICB.
QList<SavedPlace> places(const PracticeTable& table, qsizetype wanted)
{
    QMap<QString, QList<const Practice*>> byIcb;
    for (const Practice& practice : table.practices())
        byIcb[practice.icb].append(&practice);
    QList<SavedPlace> made;
    qsizetype left = wanted;
    qsizetype icbsLeft = byIcb.size();
    for (const QList<const Practice*>& practices : std::as_const(byIcb)) {
        const qsizetype count = left / icbsLeft--;
        left -= count;
        const qsizetype first = made.size();
        for (qsizetype i = 0; i < count; ++i)
            made.append({u"Place %1"_s.arg(made.size()), practices.first()->icb, {}});
        for (qsizetype i = 0; i < practices.size(); ++i)
            made[first + i % count].practices.append({practices[i]->code, practices[i]->name});
    }
    return made;
}

void needIndex(benchmark::State& state)
{
    const auto file = readPracticeFile(practiceFile(), u"practices.csv"_s);
    const QList<SavedPlace> saved = places(*file->table, state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(needIndices(*file->table, saved, IndexRounding::Exact));
}
BENCHMARK(needIndex)->Arg(341)->Unit(benchmark::kMillisecond);

// As the command line does it: both files read, indices worked, JSON made.
void needIndexFromFiles(benchmark::State& state)
{
    const QByteArray& bytes = practiceFile();
    const QList<SavedPlace> saved =
        places(*readPracticeFile(bytes, u"practices.csv"_s)->table, state.range(0));
    for (auto _ : state) {
        const auto file = readPracticeFile(bytes, u"practices.csv"_s);
        benchmark::DoNotOptimize(needIndicesToJson(needIndices(*file->table, saved, IndexRounding::Exact)));
    }
}
BENCHMARK(needIndexFromFiles)->Arg(341)->Unit(benchmark::kMillisecond);

} // namespace
