#include "ui/models/testoutturnmodel.h"

#include "ui/models/riskcells.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView outturnField("testOutturn");
constexpr QLatin1StringView faultField("testFault");

} // namespace

TestOutturnModel::TestOutturnModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void TestOutturnModel::setFund(const Id& fund)
{
    m_fund = fund;
    rebuild();
}

QList<Id> TestOutturnModel::schemes() const
{
    QList<Id> ids;
    for (const Scheme& scheme : plan().schemes)
        if (scheme.fund == m_fund)
            ids.append(scheme.id);
    return ids;
}

Money TestOutturnModel::planned(const Id& scheme) const
{
    return plannedOf(plan(), document().evaluation().ledger, scheme, document().year());
}

Money TestOutturnModel::tested(const Id& scheme) const
{
    return plan().schemes.find(scheme)->testOutturn.value(key(), planned(scheme));
}

Money TestOutturnModel::fault(const Id& scheme) const
{
    return plan().schemes.find(scheme)->testFault.value(key());
}

bool TestOutturnModel::isTested() const
{
    return std::any_of(plan().schemes.begin(), plan().schemes.end(), [this](const Scheme& scheme) {
        return scheme.fund == m_fund &&
               (scheme.testOutturn.contains(key()) || scheme.testFault.contains(key()));
    });
}

bool TestOutturnModel::clearTest()
{
    StepBuilder builder(plan());
    for (const Id& id : schemes()) {
        builder.set(Scheme::type.id, id, outturnField, key(), Value());
        builder.set(Scheme::type.id, id, faultField, key(), Value());
    }
    return document().commit(
        builder.step(tr("Cleared the test of %1").arg(nameOf(plan(), Fund::type.id, m_fund))));
}

QList<PlanRow> TestOutturnModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const Id& id : schemes())
        rows.append({PlanRow::Kind::Entity, Scheme::type.id, id});
    if (!rows.isEmpty())
        rows.append({PlanRow::Kind::Total, Scheme::type.id, Id()});
    return rows;
}

QList<PlanColumn> TestOutturnModel::makeColumns() const
{
    PlanColumn number;
    number.title = labelOf(*Scheme::type.field(u"number"));
    number.shown = [this](const PlanRow& row) {
        const Scheme* scheme = plan().schemes.find(row.id);
        ShownCell cell;
        cell.text = scheme ? scheme->number : QString();
        cell.emphasis = Emphasis::Secondary;
        cell.computed = false;
        return std::optional(cell);
    };
    PlanColumn name;
    name.title = labelOf(*Scheme::type.field(u"name"));
    name.stretch = true;
    name.shown = [this](const PlanRow& row) {
        const Scheme* scheme = plan().schemes.find(row.id);
        ShownCell cell;
        cell.text = scheme ? scheme->name : tr("Fund");
        cell.computed = false;
        return std::optional(cell);
    };
    return {number,
            name,
            moneyColumn(tr("Plan £"), &TestOutturnModel::planned, false),
            fieldColumn(outturnField),
            moneyColumn(tr("Difference £"), &TestOutturnModel::difference, true),
            fieldColumn(faultField)};
}

PlanColumn TestOutturnModel::moneyColumn(const QString& title,
                                         Money (TestOutturnModel::*amount)(const Id&) const,
                                         bool isChange) const
{
    const QList<Id> ids = schemes();
    const bool whole = std::all_of(ids.begin(), ids.end(),
                                   [&](const Id& id) { return (this->*amount)(id).isWholePounds(); });
    PlanColumn column;
    column.title = title;
    column.figure = true;
    column.shown = [this, amount, isChange,
                    pence = whole ? Pence::Never : Pence::Always](const PlanRow& row) {
        Money sum;
        if (row.kind == PlanRow::Kind::Total)
            for (const Id& id : schemes())
                sum += (this->*amount)(id);
        else
            sum = (this->*amount)(row.id);
        ShownCell cell;
        cell.computed = false;
        cell.text = formatAmount(sum, pence);
        if (isChange && sum > Money())
            cell.text.prepend(QChar(u'+'));
        if (isChange && sum.isZero())
            cell.emphasis = Emphasis::Secondary;
        cell.number = sum.pence();
        return std::optional(cell);
    };
    return column;
}

PlanColumn TestOutturnModel::fieldColumn(QLatin1StringView id) const
{
    PlanColumn column;
    column.title = labelOf(*Scheme::type.field(id));
    column.fields.insert(Scheme::type.id, id);
    column.key = key();
    column.figure = true;
    const bool isOutturn = id == outturnField;
    column.shown = [this, isOutturn](const PlanRow& row) -> std::optional<ShownCell> {
        if (row.kind != PlanRow::Kind::Total)
            return std::nullopt;
        Money sum;
        for (const Id& scheme : schemes())
            sum += isOutturn ? tested(scheme) : fault(scheme);
        ShownCell cell;
        cell.computed = false;
        cell.text = formatAmount(sum, sum.isWholePounds() ? Pence::Never : Pence::Always);
        cell.number = sum.pence();
        return cell;
    };
    return column;
}

QString TestOutturnModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    return agreementRefusal(Scheme::type.id, field, value);
}

QVariant TestOutturnModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(Scheme::type.id);
    if (field.isEmpty() || row.kind != PlanRow::Kind::Entity)
        return {};
    if (role == ProblemRole) {
        const FundSettlement* settlement = settlementOf(document().evaluation(), m_fund, document().year());
        const QString problem = riskProblemAt(plan(), settlement, Scheme::type.id, row.id, field);
        return problem.isEmpty() ? QVariant() : problem;
    }
    if ((role != Qt::DisplayRole && role != EmphasisRole) ||
        !plan().value(Scheme::type.id, row.id, field, column.key).isNull())
        return {};
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    return field == outturnField ? tr("as planned") : QString(QChar(0x2013));
}

} // namespace placewright
