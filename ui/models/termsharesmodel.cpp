#include "ui/models/termsharesmodel.h"

#include "core/words/riskwords.h"
#include "ui/models/riskcells.h"

namespace placewright {

TermSharesModel::TermSharesModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

void TermSharesModel::setTerm(const Id& term)
{
    m_term = term;
    rebuild();
}

const RiskTermShare* TermSharesModel::shareOf(const Id& partner) const
{
    for (const RiskTermShare& share : plan().riskTermShares)
        if (share.term == m_term && share.partner == partner)
            return &share;
    return nullptr;
}

QList<PlanRow> TermSharesModel::makeRows() const
{
    QList<PlanRow> rows;
    const RiskTerm* term = plan().riskTerms.find(m_term);
    if (!term)
        return rows;
    const FundSettlement* settlement = settlementOf(document().evaluation(), term->fund, document().year());
    for (const Partner& partner : plan().partners) {
        const RiskTermShare* share = shareOf(partner.id);
        if (!share && !(settlement && settlement->risk.partners.contains(partner.id)))
            continue;
        PlanRow row{share ? PlanRow::Kind::Entity : PlanRow::Kind::New, RiskTermShare::type.id,
                    share ? share->id : Id()};
        row.stands = partner.id;
        rows.append(row);
    }
    rows.append({PlanRow::Kind::Total, RiskTermShare::type.id, Id()});
    return rows;
}

QList<PlanColumn> TermSharesModel::makeColumns() const
{
    PlanColumn partner;
    partner.title = labelOf(*RiskTermShare::type.field(u"partner"));
    partner.stretch = true;
    partner.shown = [this](const PlanRow& row) {
        ShownCell cell;
        cell.computed = false;
        cell.text = row.kind == PlanRow::Kind::Total ? tr("All") : partnerShown(plan(), row.stands);
        return std::optional(cell);
    };
    PlanColumn percent;
    percent.title = labelOf(*RiskTermShare::type.field(u"percent"));
    percent.fields.insert(RiskTermShare::type.id, QLatin1StringView("percent"));
    percent.figure = true;
    percent.shown = [this](const PlanRow& row) {
        return row.kind == PlanRow::Kind::Total ? std::optional(sumCell()) : std::nullopt;
    };
    return {partner, percent};
}

ShownCell TermSharesModel::sumCell() const
{
    Ratio sum(0);
    for (const RiskTermShare& share : plan().riskTermShares)
        if (share.term == m_term && share.percent)
            sum = sum + share.percent->exact();
    ShownCell cell;
    cell.computed = false;
    cell.text = formatDecimal(sum, 2, Rounding::HalfAwayFromZero);
    cell.number = sum.toDoubleForCharts();
    if (sum != Ratio(100)) {
        cell.emphasis = Emphasis::Missed;
        cell.tooltip = tr("The shares of a step add to 100.");
    }
    return cell;
}

std::optional<PlanRow> TermSharesModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    const PlanRow made{PlanRow::Kind::Entity, RiskTermShare::type.id, document().author().ids()};
    builder.add(made.type, made.id);
    builder.set(made.type, made.id, u"term", Value(m_term));
    builder.set(made.type, made.id, u"partner", Value(row.stands));
    return made;
}

QString TermSharesModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    return agreementRefusal(RiskTermShare::type.id, field, value);
}

QVariant TermSharesModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(RiskTermShare::type.id);
    if (field.isEmpty() || row.kind == PlanRow::Kind::Total)
        return {};
    if (role == ProblemRole && row.kind == PlanRow::Kind::Entity) {
        const RiskTerm* term = plan().riskTerms.find(m_term);
        const FundSettlement* settlement =
            term ? settlementOf(document().evaluation(), term->fund, document().year()) : nullptr;
        const QString problem = riskProblemAt(plan(), settlement, RiskTermShare::type.id, row.id, field);
        return problem.isEmpty() ? QVariant() : problem;
    }
    const RiskTermShare* share = shareOf(row.stands);
    if ((role != Qt::DisplayRole && role != EmphasisRole) || (share && share->percent))
        return {};
    if (role == EmphasisRole)
        return static_cast<int>(Emphasis::Secondary);
    return share ? tr("not known") : QString(QChar(0x2013));
}

} // namespace placewright
