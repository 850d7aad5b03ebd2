#pragma once

#include "core/need/practicetable.h"

#include <QStringList>

namespace placewright {

// A row that was not taken, and why: a sentence without the line.
struct RefusedRow
{
    int line = 0; // 0: the file has no lines (JSON)
    QString reason;
};

struct PracticeFile
{
    std::shared_ptr<const PracticeTable> table;
    QList<RefusedRow> refused;
    QStringList absentMeasures; // ids of measures the file has no column for
    bool lastLineIsWhole =
        true; // the last row ends in a line break; if not, its last figure may be cut short
};

// NHS England's practice file of weighted populations: columns by header in any order, names of 2022/23 to 2025/26. Needs
// Practice_Code, ICB, Population and at least one weighted population; other columns are optional. A practice listed twice
// (every row of it), a blank population, a negative or absurd number (above 1,000,000 people or 10,000,000 weighted people) and
// a wrong number of cells are refused rows. Column names: need-capitation note section 1.4.
bool looksLikePracticeFile(const QByteArray& bytes);
Result<PracticeFile> readPracticeFile(const QByteArray& bytes, const QString& fileName);

// A practice-to-locality list ("Locality", "Type", "Practice.Code", ...): branch surgeries are ignored.
struct LocalityRow
{
    int line = 0;
    QString locality;
    QString practice; // ODS code
    QString name;
};
struct LocalityList
{
    QList<LocalityRow> rows;
    int branches = 0; // ignored
    QList<RefusedRow> refused;
};
bool looksLikeLocalityList(const QByteArray& bytes);
Result<LocalityList> readLocalityList(const QByteArray& bytes, const QString& fileName);

// The JSON that NHS England's place tool saves: {"NAME":{"gps":["CODE: NAME"],"icb":"..."},"places":["NAME"]}.
struct SavedPractice
{
    QString code;
    QString name;
};
struct SavedPlace
{
    QString name;
    QString icb;                    // name or code as the tool wrote it
    QList<SavedPractice> practices; // each once
};
bool looksLikeSavedPlaces(const QByteArray& bytes);
Result<QList<SavedPlace>> readSavedPlaces(const QByteArray& bytes, const QString& fileName);

} // namespace placewright
