#include "ui/pages/contracts/shownforms.h"

#include "ui/pages/contracts/showncontract.h"
#include "ui/pages/form/fieldform.h"
#include "ui/theme/space.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QWidget>

namespace placewright {

namespace {

class Hairline : public QWidget
{
public:
    explicit Hairline(QWidget* parent)
        : QWidget(parent)
    {
        setFixedHeight(1 + 2 * space::small);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const QRect line(space::inside, space::small, width() - 2 * space::inside, 1);
        QPainter(this).fillRect(line, tokensOf(this).line);
    }
};

} // namespace

void refuseBadTerms(FieldForm& form, const PlanDocument& document, const ShownContract& shown)
{
    form.setRefusal([&form, &document, &shown](const Field& field, const Value& value) {
        const Key key = field.keyedBy == KeyedBy::Year ? Key{Id(shown.year()), {}} : Key();
        if (!key.year.isNull() && !document.plan().years.contains(key.year))
            return FieldForm::tr("%1 is not a year of this plan: add it first, or choose another.")
                .arg(key.year.text());
        return shown.refusalOf({QString(form.type().id), form.entity(), QString(field.id), key}, field,
                               value);
    });
}

void sayProblems(FieldForm& form, const ShownContract& shown)
{
    form.setProblems([&form, &shown](const Field& field, const Key& key) {
        return shown.problemAt(form.type().id, form.entity(), field.id, key);
    });
}

QWidget* hairline(QWidget* parent)
{
    return new Hairline(parent);
}

} // namespace placewright
