#include "core/need/practicetable.h"

#include <QCoreApplication>

#include <algorithm>

namespace placewright {

namespace {

constexpr auto measureNames = [] {
    std::array<NeedMeasureName, needMeasureCount> names{};
    for (size_t i = 0; i < names.size(); ++i)
        names[i] = {static_cast<NeedMeasure>(i), needMeasureChoices[i].value, needMeasureChoices[i].label};
    return names;
}();

void add(PracticeTable::Sum& sum, const Practice& practice, NeedMeasure measure)
{
    const auto& weighted = practice.weightedFor(measure);
    if (!weighted) {
        ++sum.missing;
        return;
    }
    sum.population += practice.population;
    sum.weighted += *weighted;
    ++sum.practices;
}

} // namespace

std::span<const NeedMeasureName, needMeasureCount> needMeasureNames()
{
    return measureNames;
}

QLatin1StringView needMeasureId(NeedMeasure measure)
{
    return measureNames[static_cast<size_t>(measure)].id;
}

QString needMeasureLabel(NeedMeasure measure)
{
    return QCoreApplication::translate("Field", measureNames[static_cast<size_t>(measure)].label);
}

std::optional<NeedMeasure> needMeasureFromId(QStringView id)
{
    const auto found = std::find_if(measureNames.begin(), measureNames.end(),
                                    [id](const NeedMeasureName& name) { return name.id == id; });
    return found == measureNames.end() ? std::optional<NeedMeasure>() : found->measure;
}

PracticeTable::PracticeTable(QList<Practice> practices)
    : m_practices(std::move(practices))
{
    m_positions.reserve(m_practices.size());
    for (qsizetype i = 0; i < m_practices.size(); ++i)
        m_positions.insert(m_practices.at(i).code, i);
}

const Practice* PracticeTable::find(const QString& code) const
{
    const qsizetype position = m_positions.value(code, -1);
    return position < 0 ? nullptr : &m_practices.at(position);
}

PracticeTable::Sum PracticeTable::england(NeedMeasure measure) const
{
    Sum sum;
    for (const Practice& practice : m_practices)
        add(sum, practice, measure);
    return sum;
}

PracticeTable::Sum PracticeTable::icb(const QString& icbCode, NeedMeasure measure) const
{
    Sum sum;
    for (const Practice& practice : m_practices) {
        if (practice.icb == icbCode)
            add(sum, practice, measure);
    }
    return sum;
}

} // namespace placewright
