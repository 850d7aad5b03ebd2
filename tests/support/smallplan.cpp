#include "tests/support/smallplan.h"

#include "core/plan/edit.h"

#include <QTimeZone>

#include <memory>

namespace placewright {

using namespace Qt::StringLiterals;

QByteArray smallText()
{
    return "{\"id\": \"test rules\"}\n";
}

Id line1()
{
    return Id(u"l1"_s);
}

Key in2026()
{
    return {Id(u"2026-27"_s), {}};
}

Step amountStep(const Plan& plan, const Id& line, qint64 pence)
{
    return StepBuilder(plan)
        .set("line", line, "amount", in2026(), Value(Money::fromPence(pence)))
        .step(u"Changed an amount"_s);
}

Author testAuthor(const QString& name)
{
    const auto made = std::make_shared<int>(0);
    return {name, [] { return QDateTime(QDate(2026, 3, 4), QTime(10, 0, 0, 250), QTimeZone::utc()); },
            [made] { return Id(u"p%1"_s.arg(++*made)); }};
}

PlanTree smallTree()
{
    const auto id = [](const char* text) { return Id(QString::fromLatin1(text)); };
    PlanTree tree;
    const QString hash = sha256Hex(smallText());
    tree.blobs.insert(hash, smallText());
    StepBuilder builder{Plan()};
    builder.add("place", id("place")).set("place", id("place"), "name", u"Calderbourne"_s);
    builder.add("year", id("2026-27")).set("year", id("2026-27"), "rulebook", u"test rules"_s);
    builder.set("year", id("2026-27"), "rulebookHash", hash);
    builder.add("partner", id("council")).set("partner", id("council"), "name", u"Calderbourne Council"_s);
    builder.add("fund", id("f1"))
        .set("fund", id("f1"), "name", u"Pooled fund"_s)
        .set("fund", id("f1"), "host", id("council"));
    builder.add("scheme", id("s1"))
        .set("scheme", id("s1"), "name", u"Respite"_s)
        .set("scheme", id("s1"), "fund", id("f1"));
    for (const auto& [line, name, pence] :
         {std::tuple("l1", u"Beds"_s, 60'000'000), std::tuple("l2", u"Breaks"_s, 18'000'050)}) {
        builder.add("line", id(line))
            .set("line", id(line), "scheme", id("s1"))
            .set("line", id(line), "name", name);
        builder.set("line", id(line), "amount", in2026(), Value(Money::fromPence(pence)));
    }
    builder.add("scenario", id("a")).set("scenario", id("a"), "name", u"Option A"_s);
    builder.add("scenario", id("b"))
        .set("scenario", id("b"), "name", u"Option B"_s)
        .set("scenario", id("b"), "parent", id("a"));
    tree.base = builder.plan();
    tree.steps[id("a")].append(amountStep(tree.base, line1(), 50'000'000));
    return tree;
}

} // namespace placewright
