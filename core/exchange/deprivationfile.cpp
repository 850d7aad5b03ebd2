#include "core/exchange/figurelayouts.h"
#include "core/exchange/figurerows.h"
#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

struct Domain
{
    QByteArrayView form; // how its headers start
    QLatin1StringView id;
    const char* name;
    bool isSigned; // its score is a standard normal, not a percentage or a rate
};

// Longer forms before those they start with. Source: File 7 of the English Indices of Deprivation 2019.
constexpr std::array domains{
    Domain{"indexofmultipledeprivationimd", QLatin1StringView("imd"),
           QT_TRANSLATE_NOOP("FigureFile", "Index of Multiple Deprivation"), false},
    Domain{"incomedeprivationaffectingchildrenindexidaci", QLatin1StringView("idaci"),
           QT_TRANSLATE_NOOP("FigureFile", "Income deprivation affecting children"), false},
    Domain{"incomedeprivationaffectingolderpeopleindexidaopi", QLatin1StringView("idaopi"),
           QT_TRANSLATE_NOOP("FigureFile", "Income deprivation affecting older people"), false},
    Domain{"incomedeprivationaffectingolderpeopleidaopi", QLatin1StringView("idaopi"),
           QT_TRANSLATE_NOOP("FigureFile", "Income deprivation affecting older people"), false},
    Domain{"income", QLatin1StringView("income"), QT_TRANSLATE_NOOP("FigureFile", "Income"), false},
    Domain{"employment", QLatin1StringView("employment"), QT_TRANSLATE_NOOP("FigureFile", "Employment"),
           false},
    Domain{"educationskillsandtraining", QLatin1StringView("education"),
           QT_TRANSLATE_NOOP("FigureFile", "Education, skills and training"), false},
    Domain{"healthdeprivationanddisability", QLatin1StringView("health"),
           QT_TRANSLATE_NOOP("FigureFile", "Health deprivation and disability"), true},
    Domain{"crime", QLatin1StringView("crime"), QT_TRANSLATE_NOOP("FigureFile", "Crime"), true},
    Domain{"barrierstohousingandservices", QLatin1StringView("barriers"),
           QT_TRANSLATE_NOOP("FigureFile", "Barriers to housing and services"), false},
    Domain{"livingenvironment", QLatin1StringView("environment"),
           QT_TRANSLATE_NOOP("FigureFile", "Living environment"), false},
    Domain{"childrenandyoungpeoplesubdomain", QLatin1StringView("children"),
           QT_TRANSLATE_NOOP("FigureFile", "Education: children and young people"), true},
    Domain{"adultskillssubdomain", QLatin1StringView("adultSkills"),
           QT_TRANSLATE_NOOP("FigureFile", "Education: adult skills"), true},
    Domain{"geographicalbarrierssubdomain", QLatin1StringView("geographicalBarriers"),
           QT_TRANSLATE_NOOP("FigureFile", "Barriers: geographical"), true},
    Domain{"widerbarrierssubdomain", QLatin1StringView("widerBarriers"),
           QT_TRANSLATE_NOOP("FigureFile", "Barriers: wider"), true},
    Domain{"indoorssubdomain", QLatin1StringView("indoors"),
           QT_TRANSLATE_NOOP("FigureFile", "Living environment: indoors"), true},
    Domain{"outdoorssubdomain", QLatin1StringView("outdoors"),
           QT_TRANSLATE_NOOP("FigureFile", "Living environment: outdoors"), true},
};

struct Denominator
{
    QByteArrayView form;
    QLatin1StringView id;
};
constexpr std::array denominators{
    Denominator{"totalpopulation", QLatin1StringView("people.all")},
    Denominator{"dependentchildrenaged015", QLatin1StringView("people.0-15")},
    Denominator{"populationaged1659", QLatin1StringView("people.16-59")},
    Denominator{"olderpopulationaged60", QLatin1StringView("people.60+")},
    Denominator{"workingagepopulation", QLatin1StringView("people.workingAge")},
};

struct Edition
{
    QLatin1StringView codeSet;
    int lsoas; // in England
    int year;
};
constexpr Edition edition2019{codeSet::lsoa11, 32'844, 2019};
constexpr Edition edition2025{codeSet::lsoa21, 33'755, 2025};

constexpr QByteArrayView codeForms11[]{"lsoacode2011", "lsoa11cd"};
constexpr QByteArrayView codeForms21[]{"lsoacode2021", "lsoa21cd"};

WideColumn scoreColumn(const Domain& domain, const QString& name)
{
    WideColumn column;
    column.rule = domain.isSigned ? CellRule() : zeroOrMore();
    column.figure.id = domain.id + ".score"_L1;
    column.figure.name = QCoreApplication::translate("FigureFile", "%1: score").arg(name);
    column.figure.kind = FigureKind::Score;
    column.figure.orientation = Orientation::HighIsMore;
    return column;
}

WideColumn orderColumn(const Domain& domain, const QString& name, FigureKind kind, int most)
{
    const bool isRank = kind == FigureKind::Rank;
    WideColumn column;
    column.rule = {figureUnits, most * figureUnits, true};
    column.figure.id = domain.id + (isRank ? ".rank"_L1 : ".decile"_L1);
    column.figure.name = (isRank ? QCoreApplication::translate("FigureFile", "%1: rank")
                                 : QCoreApplication::translate("FigureFile", "%1: decile"))
                             .arg(name);
    column.figure.kind = kind;
    column.figure.orientation = Orientation::LowIsMore;
    return column;
}

// The figure that a column holds, by its header; nothing for any other column.
std::optional<WideColumn> columnOf(QByteArrayView form, const QString& text, const Edition& edition)
{
    for (const Domain& domain : domains) {
        if (!form.startsWith(domain.form))
            continue;
        const QByteArrayView measure = form.sliced(domain.form.size());
        const QString name = QCoreApplication::translate("FigureFile", domain.name);
        if (measure.startsWith("score"))
            return scoreColumn(domain, name);
        if (measure.startsWith("rank"))
            return orderColumn(domain, name, FigureKind::Rank, edition.lsoas);
        if (measure.startsWith("decile"))
            return orderColumn(domain, name, FigureKind::Decile, 10);
    }
    for (const Denominator& denominator : denominators) {
        if (!form.startsWith(denominator.form))
            continue;
        WideColumn column;
        column.rule = wholePeople();
        column.figure.id = denominator.id;
        column.figure.name = text;
        column.figure.kind = FigureKind::Count;
        column.figure.unit = QCoreApplication::translate("FigureFile", "people");
        return column;
    }
    return {};
}

} // namespace

bool isDeprivationHeader(const TableHeader& header)
{
    int measures = 0;
    bool hasIndex = false;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const auto column = columnOf(header.form(i), header.text(i), edition2019);
        if (!column || column->figure.kind == FigureKind::Count)
            continue;
        ++measures;
        hasIndex = hasIndex || column->figure.id.startsWith("imd."_L1);
    }
    const bool hasCode = header.find(codeForms11) >= 0 || header.find(codeForms21) >= 0;
    constexpr int unmistakable = 3;
    return measures >= unmistakable || (measures > 0 && (hasCode || hasIndex));
}

Result<FigureFile> readDeprivation(const QByteArray& bytes, const QString& fileName, const FigureHints&)
{
    auto table = openTable(bytes, fileName);
    if (!table)
        return table.error();
    const TableHeader& header = table->header;
    WideTable wanted;
    wanted.code = header.find(codeForms11);
    const Edition& edition = wanted.code >= 0 ? edition2019 : edition2025;
    if (wanted.code < 0)
        wanted.code = header.find(codeForms21);
    if (wanted.code < 0)
        return noColumn(fileName, u"LSOA code (2021)"_s);
    if (header.isTwice(wanted.code))
        return columnTwice(fileName, header.text(wanted.code));
    wanted.codeSet = edition.codeSet;
    wanted.name = header.find({"lsoaname2011", "lsoaname2021", "lsoa11nm", "lsoa21nm"});

    QStringList others;
    QSet<QString> ids;
    for (qsizetype i = 0; i < header.size(); ++i) {
        auto column = columnOf(header.form(i), header.text(i), edition);
        if (!column) {
            if (i != wanted.code && i != wanted.name && !header.form(i).startsWith("localauthoritydistrict"))
                others.append(header.text(i));
            continue;
        }
        if (ids.contains(column->figure.id))
            return columnTwice(fileName, header.text(i));
        ids.insert(column->figure.id);
        column->place = i;
        wanted.columns.push_back(std::move(*column));
    }

    auto rows = readWide(*table, std::move(wanted));
    if (!rows)
        return rows.error();
    FigureFile file;
    file.name = QCoreApplication::translate("FigureFile", "Indices of Deprivation %1").arg(edition.year);
    file.source = QCoreApplication::translate("FigureFile", "Ministry of Housing, Communities and Local "
                                                            "Government, English Indices of Deprivation %1")
                      .arg(edition.year);
    file.licence = openGovernmentLicence();
    file.base = QCoreApplication::translate("FigureFile", "England");
    if (!others.isEmpty())
        file.notes.append(columnsNotTaken(others));
    if (rows->codes.size() + rows->refused.size() < edition.lsoas) {
        file.notes.append(
            QCoreApplication::translate("FigureFile", "%L1 of England's %L2 LSOAs stand in the file.")
                .arg(rows->codes.size())
                .arg(edition.lsoas));
    }
    file.refused = std::move(rows->refused);
    file.lastLineIsWhole = rows->lastLineIsWhole;
    file.table =
        std::make_shared<const FigureTable>(edition.codeSet, rows->codes, rows->names, rows->columns);
    return file;
}

} // namespace placewright
