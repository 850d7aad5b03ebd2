#include "core/model/key.h"

namespace placewright {

QString Key::text() const
{
    if (year.isNull())
        return area.text();
    return area.isNull() ? year.text() : year.text() + u'/' + area.text();
}

std::optional<Key> Key::fromText(KeyedBy keyedBy, QStringView text)
{
    Key key;
    switch (keyedBy) {
    case KeyedBy::Nothing:
        break;
    case KeyedBy::Year:
        key.year = Id(text.toString());
        break;
    case KeyedBy::Area:
        key.area = Id(text.toString());
        break;
    case KeyedBy::YearAndArea: {
        const qsizetype slash = text.indexOf(u'/');
        if (slash < 0)
            return std::nullopt;
        key.year = Id(text.first(slash).toString());
        key.area = Id(text.sliced(slash + 1).toString());
        break;
    }
    }
    if (key.text() != text || !key.fits(keyedBy))
        return std::nullopt;
    return key;
}

bool Key::fits(KeyedBy keyedBy) const
{
    const bool wantsYear = keyedBy == KeyedBy::Year || keyedBy == KeyedBy::YearAndArea;
    const bool wantsArea = keyedBy == KeyedBy::Area || keyedBy == KeyedBy::YearAndArea;
    return (wantsYear ? isWellFormed(year) : year.isNull()) &&
           (wantsArea ? isWellFormed(area) : area.isNull());
}

} // namespace placewright
