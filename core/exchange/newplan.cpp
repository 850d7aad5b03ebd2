#include "core/exchange/newplan.h"

#include "core/exchange/builtinrulebooks.h"
#include "core/exchange/pinrulebooks.h"
#include "core/plan/edit.h"

#include <QCoreApplication>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NewPlan)
};

Id partner(StepBuilder& builder, const QString& id, const QString& name, QLatin1StringView kind)
{
    const Id made(id);
    builder.add(Partner::type.id, made).set(Partner::type.id, made, u"name", Value(name));
    builder.set(Partner::type.id, made, u"kind", Value(QString(kind)));
    return made;
}

} // namespace

Result<PlanTree> newPlanTree(const NewPlan& wanted)
{
    if (wanted.place.trimmed().isEmpty() || wanted.council.trimmed().isEmpty())
        return Error{Words::tr("A new plan needs the name of its place and of its council.")};
    if (!isYearName(wanted.firstYear))
        return Error{Words::tr("“%1” is not a financial year. Write it like 2026-27.").arg(wanted.firstYear)};
    if (wanted.years < 1 || wanted.years > mostYears)
        return Error{Words::tr("A plan has one to five years.")};

    StepBuilder builder{Plan()};
    const Id council = partner(builder, u"council"_s, wanted.council.trimmed(), partnerKind::council);
    for (qsizetype i = 0; i < wanted.icbs.size(); ++i)
        partner(builder, u"icb%1"_s.arg(i + 1), wanted.icbs.at(i).trimmed(), partnerKind::icb);

    QString year = wanted.firstYear;
    for (int i = 0; i < wanted.years; ++i, year = yearAfter(year)) {
        builder.add(FinancialYear::type.id, Id(year));
        builder.set(FinancialYear::type.id, Id(year), u"rulebook", Value(wanted.rulebook));
    }

    const Id place(u"place"_s);
    const QString board = wanted.board.trimmed();
    builder.add(Place::type.id, place).set(Place::type.id, place, u"name", Value(wanted.place.trimmed()));
    builder.set(Place::type.id, place, u"board",
                Value(board.isEmpty() ? Words::tr("%1 Health and Wellbeing Board").arg(wanted.place.trimmed())
                                      : board));
    builder.set(Place::type.id, place, u"baseName", Value(Words::tr("Base")));

    const Id fund(u"pool"_s);
    builder.add(Fund::type.id, fund).set(Fund::type.id, fund, u"name", Value(Words::tr("Better Care pool")));
    builder.set(Fund::type.id, fund, u"kind", Value(QString(fundKind::pooled)));
    builder.set(Fund::type.id, fund, u"host", Value(council));

    PlanTree tree;
    tree.base = builder.plan();
    if (Outcome pinned = pinRulebooks(tree, builtInRulebooks()); !pinned)
        return pinned.error();
    return tree;
}

} // namespace placewright
