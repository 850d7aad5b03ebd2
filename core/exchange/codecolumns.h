#pragma once

#include "core/exchange/csv.h"

#include <QList>
#include <QStringList>

#include <initializer_list>

namespace placewright {

// The header of a published table. Names are compared without case, spaces and punctuation other than '&' and '+'; digits count,
// for "LSOA11CD" and "LSOA21CD" are two things.
class TableHeader
{
public:
    TableHeader() = default;
    explicit TableHeader(std::span<const QByteArrayView> cells);

    qsizetype size() const { return m_texts.size(); }
    const QString& text(qsizetype place) const { return m_texts.at(place); } // as published
    const QByteArray& form(qsizetype place) const { return m_forms.at(place); }

    qsizetype find(std::span<const QByteArrayView> forms) const; // the first form that stands there; else -1
    qsizetype find(std::initializer_list<QByteArrayView> forms) const
    {
        return find(std::span(forms.begin(), forms.size()));
    }
    qsizetype findStart(QByteArrayView start) const;              // the first name that starts so; else -1
    int count(std::initializer_list<QByteArrayView> forms) const; // how many of the forms stand there
    bool isTwice(qsizetype place) const;

private:
    QStringList m_texts;
    QList<QByteArray> m_forms;
};

struct OpenTable
{
    CsvScanner scanner; // after the header
    TableHeader header;
};
// The header of a table and its rows to come. An empty table, or text that is no table, is an Error.
Result<OpenTable> openTable(const QByteArray& bytes, const QString& fileName);
TableHeader headerOf(const QByteArray& bytes); // empty where there is none
// The first lines of a table, enough to tell what it is.
QByteArray headLines(const QByteArray& bytes);

// A letter and eight digits, as the Office for National Statistics gives them: "E06000023".
bool looksLikeOnsCode(QByteArrayView code);
// A GP practice's code of the Organisation Data Service: a letter and five digits or capitals, "A81001", "Y02794".
bool looksLikePracticeCode(QByteArrayView code);

// What an ONS column name stands for: "LAD24CD" is the codes of lad23 (the same codes), "ICB24CDH" NHS codes of icb, "WD24NM" names.
struct OnsColumn
{
    enum Holds { Codes, NhsCodes, Names, OtherNames };
    Holds holds = Codes;
    QString codeSet; // codeSet::
    QByteArray stem; // "lad24": what codes, NHS codes and names of one set share
};
std::optional<OnsColumn> onsColumn(QByteArrayView headerForm);

// Whether a code can be of the set, by its form: "E07000223" can be a district's, not an upper-tier council's.
bool fitsCodeSet(const QString& code, const QString& set);

// The codes that stand most often among those of one kind (LSOAs, councils of either tier, practices ...): published tables
// mix rows of areas with rows of what they add up to.
QStringList mainCodes(const QStringList& codes);

// The code set that codes without a stated year must be of, judged by councils that have ended since; `other` where they are of no
// set here. Codes of England's councils alone tell: with both tiers' codes absent, districts.
QString codeSetOfCodes(const QStringList& codes);

} // namespace placewright
