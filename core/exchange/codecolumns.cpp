#include "core/exchange/codecolumns.h"

#include "core/place/codeset.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

QByteArray formOf(QByteArrayView name)
{
    QByteArray form;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            form += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&' || c == '+')
            form += c;
    }
    return form;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

struct Vintage
{
    QByteArrayView kind;
    QByteArrayView years; // of two digits, one after the other; empty: any
    QLatin1StringView codeSet;
};

// Districts of England kept their codes from April 2023 to April 2024, upper-tier councils as well.
constexpr std::array vintages{
    Vintage{"lsoa", "11", codeSet::lsoa11},    Vintage{"lsoa", "21", codeSet::lsoa21},
    Vintage{"msoa", "21", codeSet::msoa21},    Vintage{"wd", "24", codeSet::ward24},
    Vintage{"lad", "19", codeSet::lad19},      Vintage{"lad", "22", codeSet::lad22},
    Vintage{"lad", "2324", codeSet::lad23},    Vintage{"ltla", "22", codeSet::lad22},
    Vintage{"ltla", "2324", codeSet::lad23},   Vintage{"utla", "2324", codeSet::utla23},
    Vintage{"ctyua", "2324", codeSet::utla23}, Vintage{"sicbl", "", codeSet::subIcb},
    Vintage{"icb", "", codeSet::icb},          Vintage{"rgn", "", codeSet::region},
};

bool isAreaKind(QByteArrayView kind)
{
    constexpr std::array<QByteArrayView, 18> kinds{"oa",   "lsoa",  "msoa", "wd",    "lad", "ltla",
                                                   "utla", "ctyua", "cty",  "sicbl", "icb", "rgn",
                                                   "ctry", "nhser", "loc",  "pcn",   "ccg", "cauth"};
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

struct Prefixes
{
    QLatin1StringView codeSet;
    QByteArrayView prefixes;
};
constexpr std::array prefixesOfSets{
    Prefixes{codeSet::lsoa11, "E01 W01"},
    Prefixes{codeSet::lsoa21, "E01 W01"},
    Prefixes{codeSet::msoa21, "E02 W02"},
    Prefixes{codeSet::ward24, "E05 W05"},
    Prefixes{codeSet::lad19, "E06 E07 E08 E09 W06"},
    Prefixes{codeSet::lad22, "E06 E07 E08 E09 W06"},
    Prefixes{codeSet::lad23, "E06 E07 E08 E09 W06"},
    Prefixes{codeSet::utla23, "E06 E08 E09 E10 W06"},
    Prefixes{codeSet::subIcb, "E38"},
    Prefixes{codeSet::icb, "E54"},
    Prefixes{codeSet::region, "E12"},
};

QString setOf(QByteArrayView kind, QByteArrayView year)
{
    for (const Vintage& vintage : vintages) {
        bool fits = vintage.kind == kind && vintage.years.isEmpty();
        for (qsizetype at = 0; vintage.kind == kind && at < vintage.years.size(); at += 2)
            fits = fits || vintage.years.sliced(at, 2) == year;
        if (fits)
            return vintage.codeSet;
    }
    return codeSet::other;
}

bool anyOf(const QSet<QString>& codes, const QString& prefix, std::initializer_list<int> numbers)
{
    return std::any_of(numbers.begin(), numbers.end(), [&](int number) {
        return codes.contains(prefix + QString::number(number).rightJustified(6, u'0'));
    });
}

// Councils that ended: 2009 to 2019 and 2019 to 2023. Source: ONS Code History Database.
bool hasDistrictEndedBy2019(const QSet<QString>& codes)
{
    return anyOf(codes, u"E06"_s, {28, 29, 48}) || anyOf(codes, u"E08"_s, {20}) ||
           anyOf(codes, u"E07"_s, {48, 49, 50, 51, 52, 53, 97, 100, 101, 104, 190, 191, 201, 204, 205, 206});
}

QString districtSet(const QSet<QString>& codes)
{
    if (hasDistrictEndedBy2019(codes))
        return codeSet::other;
    if (anyOf(codes, u"E07"_s, {4, 5, 6, 7})) // Buckinghamshire, to 2020
        return codeSet::lad19;
    if (anyOf(codes, u"E07"_s, {150, 151, 152, 153, 154, 155, 156})) // Northamptonshire, to 2021
        return codeSet::other;
    const bool endedBy2023 = anyOf(
        codes, u"E07"_s, {26, 27, 28, 29, 30, 31, 163, 164, 165, 166, 167, 168, 169, 187, 188, 189, 246});
    return endedBy2023 ? codeSet::lad22 : codeSet::lad23;
}

QString upperTierSet(const QSet<QString>& codes)
{
    const bool ended = anyOf(codes, u"E10"_s, {2, 6, 9, 21, 23, 27}) ||
                       anyOf(codes, u"E06"_s, {28, 29, 48}) || anyOf(codes, u"E08"_s, {20});
    return ended ? codeSet::other : codeSet::utla23;
}

} // namespace

TableHeader::TableHeader(std::span<const QByteArrayView> cells)
{
    for (const QByteArrayView cell : cells) {
        m_texts.append(QString::fromUtf8(cell).simplified());
        m_forms.append(formOf(cell));
    }
}

qsizetype TableHeader::find(std::span<const QByteArrayView> forms) const
{
    for (const QByteArrayView form : forms) {
        const auto found = std::find(m_forms.cbegin(), m_forms.cend(), form);
        if (found != m_forms.cend())
            return found - m_forms.cbegin();
    }
    return -1;
}

qsizetype TableHeader::findStart(QByteArrayView start) const
{
    const auto found = std::find_if(m_forms.cbegin(), m_forms.cend(),
                                    [start](const QByteArray& form) { return form.startsWith(start); });
    return found == m_forms.cend() ? -1 : found - m_forms.cbegin();
}

int TableHeader::count(std::initializer_list<QByteArrayView> forms) const
{
    return static_cast<int>(
        std::count_if(forms.begin(), forms.end(), [this](QByteArrayView form) { return find({form}) >= 0; }));
}

bool TableHeader::isTwice(qsizetype place) const
{
    return place >= 0 && m_forms.count(m_forms.at(place)) > 1;
}

Result<OpenTable> openTable(const QByteArray& bytes, const QString& fileName)
{
    auto scanner = CsvScanner::open(bytes, fileName);
    if (!scanner)
        return scanner.error();
    if (!scanner->next()) {
        return scanner->fault().value_or(Error{
            QCoreApplication::translate("FigureFile", "“%1” holds no header and no row.").arg(fileName)});
    }
    TableHeader header(scanner->cells());
    return OpenTable{std::move(scanner).value(), std::move(header)};
}

QByteArray headLines(const QByteArray& bytes)
{
    constexpr qsizetype enough = 65'536;
    if (bytes.size() <= enough)
        return bytes;
    const qsizetype end = bytes.lastIndexOf('\n', enough);
    return end < 0 ? bytes : bytes.first(end + 1);
}

TableHeader headerOf(const QByteArray& bytes)
{
    const auto table = openTable(headLines(bytes), {});
    return table ? table->header : TableHeader();
}

bool looksLikeOnsCode(QByteArrayView code)
{
    return code.size() == 9 && QByteArrayView("EWSNKewsnk").contains(code.front()) &&
           std::all_of(code.begin() + 1, code.end(), isDigit);
}

bool looksLikePracticeCode(QByteArrayView code)
{
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return code.size() == 6 && isCapital(code.front()) && isDigit(code.back()) &&
           std::all_of(code.begin() + 1, code.end(), [&](char c) { return isDigit(c) || isCapital(c); });
}

std::optional<OnsColumn> onsColumn(QByteArrayView form)
{
    OnsColumn column;
    const auto takeEnd = [&](QByteArrayView end, OnsColumn::Holds holds) {
        if (!form.endsWith(end))
            return false;
        form.chop(end.size());
        column.holds = holds;
        return true;
    };
    const bool isSpelledOut = takeEnd("code", OnsColumn::Codes); // "icb22_code"
    if (!isSpelledOut && !takeEnd("cdh", OnsColumn::NhsCodes) && !takeEnd("cd", OnsColumn::Codes) &&
        !takeEnd("nmw", OnsColumn::OtherNames) && !takeEnd("nm", OnsColumn::Names))
        return {};
    if (form.size() < 4 || !isDigit(form.back()) || !isDigit(form[form.size() - 2]))
        return {};
    column.stem = form.toByteArray();
    const QByteArrayView kind = form.chopped(2);
    if (std::any_of(kind.begin(), kind.end(), isDigit) || (isSpelledOut && !isAreaKind(kind)))
        return {};
    column.codeSet = setOf(kind, form.last(2));
    return column;
}

bool fitsCodeSet(const QString& code, const QString& set)
{
    if (set == codeSet::other)
        return !code.isEmpty();
    const QByteArray latin = code.toLatin1();
    if (set == codeSet::practice)
        return looksLikePracticeCode(latin);
    if (!looksLikeOnsCode(latin))
        return false;
    for (const Prefixes& known : prefixesOfSets)
        if (known.codeSet == set)
            return known.prefixes.contains(QByteArrayView(latin).first(3).toByteArray());
    return true;
}

QStringList mainCodes(const QStringList& codes)
{
    QMap<QString, QStringList> kinds;
    for (const QString& code : codes) {
        const QByteArray latin = code.toLatin1();
        QString kind;
        if (looksLikePracticeCode(latin))
            kind = codeSet::practice;
        else if (fitsCodeSet(code, codeSet::lad23) || fitsCodeSet(code, codeSet::utla23))
            kind = u"councils"_s;
        else if (looksLikeOnsCode(latin))
            kind = code.mid(1, 2);
        kinds[kind].append(code);
    }
    const auto largest =
        std::max_element(kinds.cbegin(), kinds.cend(),
                         [](const QStringList& a, const QStringList& b) { return a.size() < b.size(); });
    return largest == kinds.cend() ? QStringList() : *largest;
}

QString codeSetOfCodes(const QStringList& codes)
{
    QSet<QString> held;
    QSet<QString> prefixes;
    for (const QString& code : codes) {
        const QByteArray latin = code.toLatin1();
        if (looksLikeOnsCode(latin)) {
            held.insert(code);
            prefixes.insert(code.first(3));
        } else if (looksLikePracticeCode(latin)) {
            prefixes.insert(codeSet::practice);
        } else {
            return codeSet::other;
        }
    }
    const auto only = [&](std::initializer_list<QLatin1StringView> allowed) {
        return !prefixes.isEmpty() &&
               std::all_of(prefixes.cbegin(), prefixes.cend(), [&](const QString& prefix) {
                   return std::find(allowed.begin(), allowed.end(), prefix) != allowed.end();
               });
    };
    using View = QLatin1StringView;
    if (only({codeSet::practice}))
        return codeSet::practice;
    if (only({View("E01"), View("W01")}))
        return codeSet::lsoa21;
    if (only({View("E02"), View("W02")}))
        return codeSet::msoa21;
    if (only({View("E05"), View("W05")}))
        return codeSet::ward24;
    if (only({View("E12")}))
        return codeSet::region;
    if (only({View("E38")}))
        return codeSet::subIcb;
    if (only({View("E54")}))
        return codeSet::icb;
    if (only({View("E06"), View("E07"), View("E08"), View("E09"), View("W06")}))
        return districtSet(held);
    if (only({View("E06"), View("E08"), View("E09"), View("E10"), View("W06")}))
        return upperTierSet(held);
    return codeSet::other;
}

} // namespace placewright
