#include "core/place/place.h"

#include "core/model/accessors.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr Choice smallNumberRules[] = {
    {smallNumbers::fade, QT_TRANSLATE_NOOP("Field", "Shown faded")},
    {smallNumbers::leaveOut, QT_TRANSLATE_NOOP("Field", "Left out")},
};

constexpr Field placeFields[] = {
    required(describe<&Place::name>("name", QT_TRANSLATE_NOOP("Field", "Name of the place"))),
    describe<&Place::board>(
        "board", QT_TRANSLATE_NOOP("Field", "Health and Wellbeing Board"),
        QT_TRANSLATE_NOOP("Field", "The board that agrees the plan. A plan is for one board.")),
    describe<&Place::note>("note", QT_TRANSLATE_NOOP("Field", "Note"),
                           QT_TRANSLATE_NOOP("Field", "Stands under the name on every page and paper.")),
    describe<&Place::baseName>("baseName", QT_TRANSLATE_NOOP("Field", "Name of the base"),
                               QT_TRANSLATE_NOOP("Field", "What the plan without any scenario is called.")),
    refersTo(describe<&Place::needLayer>(
                 "needLayer", QT_TRANSLATE_NOOP("Field", "Areas of the need charts"),
                 QT_TRANSLATE_NOOP("Field", "The layer whose areas the need charts show.")),
             "layer"),
    describe<&Place::smallNumber>(
        "smallNumber", QT_TRANSLATE_NOOP("Field", "Small numbers are below"),
        QT_TRANSLATE_NOOP("Field", "People; smaller counts are faded or left out.")),
    choice(
        describe<&Place::smallNumberRule>("smallNumberRule", QT_TRANSLATE_NOOP("Field", "Small numbers are")),
        smallNumberRules),
};

constexpr Field yearFields[] = {
    describe<&FinancialYear::rulebook>(
        "rulebook", QT_TRANSLATE_NOOP("Field", "Rulebook"),
        QT_TRANSLATE_NOOP("Field", "The rules this year stands under; none is allowed.")),
    describe<&FinancialYear::rulebookHash>(
        "rulebookHash", QT_TRANSLATE_NOOP("Field", "Rulebook's hash"),
        QT_TRANSLATE_NOOP("Field", "SHA-256 of the rulebook's text in this file.")),
};

int startOf(QStringView year)
{
    return year.first(4).toInt();
}

} // namespace

const EntityType Place::type{QLatin1StringView("place"),
                             QLatin1StringView("places"),
                             QT_TRANSLATE_NOOP("Field", "Place"),
                             QT_TRANSLATE_NOOP("Field", "Places"),
                             {},
                             placeFields};

const EntityType FinancialYear::type{QLatin1StringView("year"),
                                     QLatin1StringView("years"),
                                     QT_TRANSLATE_NOOP("Field", "Financial year"),
                                     QT_TRANSLATE_NOOP("Field", "Financial years"),
                                     {},
                                     yearFields};

bool isYearName(QStringView text)
{
    if (text.size() != 7 || text[4] != u'-')
        return false;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (!std::all_of(text.begin(), text.begin() + 4, isDigit) || !isDigit(text[5]) || !isDigit(text[6]))
        return false;
    return (startOf(text) + 1) % 100 == text.sliced(5).toInt();
}

QString yearBefore(const QString& year)
{
    if (!isYearName(year))
        return {};
    const int start = startOf(year) - 1;
    return u"%1-%2"_s.arg(start, 4, 10, QChar(u'0')).arg((start + 1) % 100, 2, 10, QChar(u'0'));
}

QString yearAfter(const QString& year)
{
    if (!isYearName(year) || startOf(year) == 9999)
        return {};
    const int start = startOf(year) + 1;
    return u"%1-%2"_s.arg(start, 4, 10, QChar(u'0')).arg((start + 1) % 100, 2, 10, QChar(u'0'));
}

} // namespace placewright
