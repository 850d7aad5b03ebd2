#pragma once

#include "core/money/people.h"
#include "core/money/result.h"
#include "core/place/needmeasure.h"

#include <QHash>
#include <QLatin1StringView>
#include <QList>

#include <array>
#include <memory>
#include <optional>
#include <span>

namespace placewright {

struct NeedMeasureName
{
    NeedMeasure measure;
    QLatin1StringView id; // "generalAndAcute": in files and JSON
    const char* label;    // QT_TRANSLATE_NOOP("Field", ...)
};
std::span<const NeedMeasureName, needMeasureCount> needMeasureNames(); // of needMeasureChoices
QLatin1StringView needMeasureId(NeedMeasure measure);
QString needMeasureLabel(NeedMeasure measure);
std::optional<NeedMeasure> needMeasureFromId(QStringView id);

struct Practice
{
    QString code; // ODS
    QString name;
    QString icb; // ODS code
    QString icbName;
    QString district; // ONS code of the local authority district the practice stands in, as published
    QString districtName;
    std::optional<double> latitude; // WGS84 degrees, where published: for maps only
    std::optional<double> longitude;
    People population;                                            // registered people
    std::array<std::optional<People>, needMeasureCount> weighted; // a blank cell is missing, a zero is zero

    const std::optional<People>& weightedFor(NeedMeasure measure) const
    {
        return weighted[static_cast<size_t>(measure)];
    }
};

// A need dataset of GP practices, read once and never changed. Codes are distinct.
class PracticeTable
{
public:
    explicit PracticeTable(QList<Practice> practices);

    const QList<Practice>& practices() const { return m_practices; }
    const Practice* find(const QString& code) const;

    struct Sum
    {
        People population;
        People weighted;
        int practices = 0; // that have the measure
        int missing = 0;   // practices without the measure, left out of both sums
    };
    Sum england(NeedMeasure measure) const;
    Sum icb(const QString& icbCode, NeedMeasure measure) const;

private:
    QList<Practice> m_practices;
    QHash<QString, qsizetype> m_positions;
};

// The datasets a plan refers to, by SHA-256 of their bytes.
using PracticeTables = QHash<QString, std::shared_ptr<const PracticeTable>>;

} // namespace placewright
