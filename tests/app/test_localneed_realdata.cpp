// docs/local-need.md on the published files: its commands, run as they stand, and its figures. Each figure is looked for in the
// page and then compared with what `evaluate --json` gives. They were worked out from the CSV files with another program as well.
#include "tests/app/cliprocess.h"
#include "tests/support/realdata.h"

#include <QHash>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace placewright;
using namespace Qt::StringLiterals;

namespace {

struct Stated
{
    const char16_t* plan;
    const char16_t* layer;
    const char16_t* area;
    const char16_t* field; // of an area
    int places;
    const char16_t* figure; // as the page states it
};

constexpr Stated figures[] = {
    {u"bsol", u"Residents", u"Central", u"population", 0, u"244,921"},
    {u"bsol", u"Residents", u"East", u"population", 0, u"239,471"},
    {u"bsol", u"Residents", u"North", u"population", 0, u"207,293"},
    {u"bsol", u"Residents", u"Solihull", u"population", 0, u"216,238"},
    {u"bsol", u"Residents", u"South", u"population", 0, u"220,683"},
    {u"bsol", u"Residents", u"West", u"population", 0, u"232,535"},
    {u"bsol", u"Patients", u"Central", u"population", 0, u"246,577"},
    {u"bsol", u"Patients", u"East", u"population", 0, u"280,333"},
    {u"bsol", u"Patients", u"North", u"population", 0, u"286,395"},
    {u"bsol", u"Patients", u"Solihull", u"population", 0, u"240,089"},
    {u"bsol", u"Patients", u"South", u"population", 0, u"310,557"},
    {u"bsol", u"Patients", u"West", u"population", 0, u"279,545"},
    {u"districts", u"Districts", u"Blackpool", u"deprivation", 2, u"43.29"},
    {u"north-yorkshire", u"ICBs", u"NHS Humber and North Yorkshire Integrated Care Board", u"population", 0,
     u"558,530"},
    {u"north-yorkshire", u"ICBs", u"NHS West Yorkshire Integrated Care Board", u"population", 0, u"50,865"},
    {u"north-yorkshire", u"ICBs", u"NHS Lancashire and South Cumbria Integrated Care Board", u"population", 0,
     u"6,061"},
    {u"north-yorkshire", u"Former", u"Scarborough", u"deprivation", 2, u"27.10"},
    {u"somerset", u"Former", u"Sedgemoor", u"deprivation", 2, u"21.74"},
};

QString page()
{
    return QString::fromUtf8(fileBytes(QStringLiteral(PLACEWRIGHT_SOURCE_DIR "/docs/local-need.md")));
}

double numberOf(const QJsonValue& value)
{
    return value.isString() ? value.toString().toDouble() : value.toDouble(-1);
}

// Names of a layer's areas, most deprived first.
QStringList mostDeprived(const QJsonArray& areas, const QString& layer)
{
    QList<std::pair<double, QString>> order;
    for (const QJsonValue& area : areas)
        if (area[u"layerName"_s].toString() == layer)
            order.append({-numberOf(area[u"deprivation"_s]), area[u"areaName"_s].toString()});
    std::sort(order.begin(), order.end());
    QStringList names;
    for (const auto& [score, name] : order)
        names.append(name);
    return names;
}

} // namespace

class TestLocalNeed : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statedFigures();
    void residentsAndPatientsStayApart();
    void fifths();
    void fiveMostDeprivedDistricts();
    void formerDistrictsAreWhole();
    void whatTheImportsSay();
    void upperTierAreas();

private:
    QJsonArray areasOf(const QString& plan) const { return m_plans[plan][u"areas"_s].toArray(); }

    QTemporaryDir m_folder;
    QHash<QString, QJsonObject> m_plans; // evaluated, by the name of the file without ".plan"
    QByteArray m_said;                   // by all imports
};

void TestLocalNeed::initTestCase()
{
    static const QRegularExpression named(u"\\$DATA/(\\S+)"_s);
    for (const QRegularExpressionMatch& file : named.globalMatch(page()))
        PLACEWRIGHT_NEED_DATA(realDataPath(file.captured(1)));
    static const QRegularExpression block(u"^```(\\w+)(?: (\\S+))?\\n(.*?)^```$"_s,
                                          QRegularExpression::MultilineOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    for (const QRegularExpressionMatch& match : block.globalMatch(page())) {
        if (match.captured(1) != u"sh") {
            QVERIFY(writeFile(m_folder.filePath(match.captured(2)), match.captured(3).toUtf8()));
            continue;
        }
        for (const QString& command : match.captured(3).split(u'\n', Qt::SkipEmptyParts)) {
            QStringList arguments = QProcess::splitCommand(command);
            QCOMPARE(arguments.takeFirst(), u"placewright-cli"_s);
            for (QString& argument : arguments)
                argument.replace(u"$DATA"_s, realDataPath({}));
            const CliRun run = runCli(arguments, m_folder.path());
            QVERIFY2(run.status == 0, (command.toUtf8() + '\n' + run.err).constData());
            if (arguments.first() == u"evaluate")
                m_plans.insert(arguments.at(1).chopped(5), run.json());
            else
                m_said += run.out;
        }
    }
    QCOMPARE(m_plans.size(), 5);
}

void TestLocalNeed::statedFigures()
{
    const QString text = page();
    for (const Stated& one : figures) {
        const QString figure = QString::fromUtf16(one.figure);
        const QString what = QString::fromUtf16(one.plan) + u' ' + QString::fromUtf16(one.area);
        QVERIFY2(text.contains(figure), qPrintable(what));
        const QJsonObject area =
            find(areasOf(QString::fromUtf16(one.plan)), {{"layerName"_L1, QString::fromUtf16(one.layer)},
                                                         {"areaName"_L1, QString::fromUtf16(one.area)}});
        QVERIFY2(!area.isEmpty(), qPrintable(what));
        const QString found = QLocale(QLocale::English, QLocale::UnitedKingdom)
                                  .toString(numberOf(area[QString::fromUtf16(one.field)]), 'f', one.places);
        QVERIFY2(found == figure, qPrintable(what + u": "_s + found));
    }
}

// Each area counts one kind of people and says which; nothing is mixed.
void TestLocalNeed::residentsAndPatientsStayApart()
{
    double residents = 0;
    double patients = 0;
    for (const QJsonValue& area : areasOf(u"bsol"_s)) {
        const bool isResidents = area[u"layerName"_s].toString() == u"Residents";
        QCOMPARE(area[u"populationBase"_s].toString(), isResidents ? u"resident"_s : u"registered"_s);
        (isResidents ? residents : patients) += numberOf(area[u"population"_s]);
    }
    QCOMPARE(areasOf(u"bsol"_s).size(), 12);
    QCOMPARE(residents, 1'361'141.0); // census 2021 in E08000025 and E08000029
    QVERIFY(qAbs(patients - 1'643'494.930) < 0.01);
}

void TestLocalNeed::fifths()
{
    QVERIFY(page().contains(u"684,075"));
    double all = 0;
    int rows = 0;
    for (const QJsonValue& fifth : m_plans[u"bsol"_s][u"fifths"_s].toArray()) {
        all += numberOf(fifth[u"population"_s]);
        ++rows;
        if (fifth[u"fifth"_s].toInt() == 1)
            QCOMPARE(numberOf(fifth[u"population"_s]), 684'075.0);
    }
    QCOMPARE(rows, 5); // of residents alone: tenths of neighbourhoods say nothing of a practice's patients
    QCOMPARE(all, 1'361'141.0);
}

void TestLocalNeed::fiveMostDeprivedDistricts()
{
    const QStringList names = mostDeprived(areasOf(u"districts"_s), u"Districts"_s);
    QCOMPARE(names.size(), 296);
    QCOMPARE(names.first(5), (QStringList{u"Blackpool"_s, u"Middlesbrough"_s, u"Manchester"_s, u"Burnley"_s,
                                          u"Birmingham"_s}));
    double people = 0;
    for (const QJsonValue& area : areasOf(u"districts"_s))
        people += numberOf(area[u"population"_s]);
    QCOMPARE(people, 56'489'608.0); // England as the census table adds up
}

void TestLocalNeed::formerDistrictsAreWhole()
{
    QCOMPARE(mostDeprived(areasOf(u"north-yorkshire"_s), u"Former"_s),
             (QStringList{u"Scarborough"_s, u"Ryedale"_s, u"Richmondshire"_s, u"Selby"_s, u"Hambleton"_s,
                          u"Craven"_s, u"Harrogate"_s}));
    QCOMPARE(mostDeprived(areasOf(u"somerset"_s), u"Former"_s),
             (QStringList{u"Sedgemoor"_s, u"Somerset West and Taunton"_s, u"South Somerset"_s, u"Mendip"_s}));
    double former = 0;
    double byIcb = 0;
    for (const QJsonValue& area : areasOf(u"north-yorkshire"_s))
        (area[u"layerName"_s].toString() == u"ICBs" ? byIcb : former) += numberOf(area[u"population"_s]);
    QCOMPARE(former, 615'456.0); // all LSOAs of E06000065
    QCOMPARE(byIcb, former);
}

void TestLocalNeed::whatTheImportsSay()
{
    for (const char* said :
         {"Districts (2022) to Districts (2023 and 2024): 309 codes; split 0, made by merging 4.",
          "LSOAs (2011) to LSOAs (2021): 32,844 codes; split 837, made by merging 100.",
          "Rows of other areas left out: 37"})
        QVERIFY2(m_said.contains(said), said);
    QVERIFY(m_said.contains("M85008") && m_said.contains("Y08124")); // in no locality
}

void TestLocalNeed::upperTierAreas()
{
    QVERIFY(page().contains(u"153 areas with 57,106,398 people"));
    const QJsonArray areas = areasOf(u"upper-tier"_s);
    QCOMPARE(areas.size(), 153);
    double people = 0;
    double old = 0;
    for (const QJsonValue& area : areas) {
        people += numberOf(area[u"population"_s]);
        old += numberOf(area[u"weightedPopulation"_s]);
    }
    QCOMPARE(people, 57'106'398.0);
    QCOMPARE(old, 10'629'867.0);
    QCOMPARE(numberOf(find(areas, {{"areaName"_L1, u"Kent"_s}})[u"population"_s]), 1'593'191.0);
}

QTEST_GUILESS_MAIN(TestLocalNeed)
#include "test_localneed_realdata.moc"
