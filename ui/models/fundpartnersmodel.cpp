#include "ui/models/fundpartnersmodel.h"

#include "core/money/apportion.h"
#include "core/words/riskwords.h"
#include "ui/models/riskcells.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView capField("cap");
constexpr QLatin1StringView agreedField("agreed");
constexpr int sharePlaces = 2;

const FundShare* shareOf(const FundTotal* total, const Id& partner)
{
    if (total)
        for (const FundShare& share : total->contributions)
            if (share.partner == partner)
                return &share;
    return nullptr;
}

QString percentText(qint64 units)
{
    return formatDecimal(Ratio(units, 100), sharePlaces, Rounding::HalfAwayFromZero) + QChar(u'%');
}

QString dash()
{
    return QString(QChar(0x2013));
}

} // namespace

FundPartnersModel::FundPartnersModel(PlanDocument& document, Part part, QObject* parent)
    : PlanTableModel(document, parent)
    , m_part(part)
{
    rebuild();
}

void FundPartnersModel::setFund(const Id& fund)
{
    m_fund = fund;
    rebuild();
}

const FundPartner* FundPartnersModel::entryOf(const Id& partner) const
{
    for (const FundPartner& entry : plan().fundPartners)
        if (entry.fund == m_fund && entry.partner == partner)
            return &entry;
    return nullptr;
}

QList<Id> FundPartnersModel::partners() const
{
    const FundSettlement* settlement = settlementOf(document().evaluation(), m_fund, document().year());
    const FundTotal* total = fundTotalOf(document().evaluation(), m_fund, document().year());
    const Fund* fund = plan().funds.find(m_fund);
    QList<Id> ids;
    for (const Partner& partner : plan().partners) {
        const FundShare* share = shareOf(total, partner.id);
        const bool pays = share && !share->amount.amount.isZero();
        if (pays || entryOf(partner.id) || (fund && fund->host == partner.id) ||
            (settlement && settlement->risk.partners.contains(partner.id)))
            ids.append(partner.id);
    }
    return ids;
}

qsizetype FundPartnersModel::payers() const
{
    const FundTotal* total = fundTotalOf(document().evaluation(), m_fund, document().year());
    return total ? std::count_if(total->contributions.begin(), total->contributions.end(),
                                 [](const FundShare& share) { return !share.amount.amount.isZero(); })
                 : 0;
}

QList<PlanRow> FundPartnersModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const Id& partner : partners()) {
        const FundPartner* entry = entryOf(partner);
        PlanRow row{entry ? PlanRow::Kind::Entity : PlanRow::Kind::New, FundPartner::type.id,
                    entry ? entry->id : Id()};
        row.stands = partner;
        rows.append(row);
    }
    if (m_part == Part::Agreement && !document().isReadOnly() && plan().funds.contains(m_fund))
        rows.append({PlanRow::Kind::New, FundPartner::type.id, Id()});
    if (m_part == Part::Risk && !rows.isEmpty())
        rows.append({PlanRow::Kind::Total, FundPartner::type.id, Id()});
    return rows;
}

QList<PlanColumn> FundPartnersModel::makeColumns() const
{
    PlanColumn cap = fieldColumn(capField);
    cap.shown = [this](const PlanRow& row) { return totalCap(row); };
    if (m_part == Part::Risk)
        return {partnerColumn(), paidColumn(), shareColumn(), cap};
    PlanColumn atContribution = fieldColumn(QLatin1StringView("capAtContribution"));
    atContribution.title = tr("Capped there");
    return {partnerColumn(), fieldColumn(agreedField), atContribution,
            fieldColumn(QLatin1StringView("instalments")), fieldColumn(QLatin1StringView("signatory"))};
}

PlanColumn FundPartnersModel::fieldColumn(QLatin1StringView id) const
{
    const Field& field = *FundPartner::type.field(id);
    PlanColumn column;
    column.title = labelOf(field);
    column.fields.insert(FundPartner::type.id, id);
    column.figure = field.type == ValueType::Money;
    if (field.keyedBy == KeyedBy::Year)
        column.key = key();
    return column;
}

PlanColumn FundPartnersModel::partnerColumn() const
{
    PlanColumn column;
    column.title = labelOf(*FundPartner::type.field(u"partner"));
    column.fields.insert(FundPartner::type.id, QLatin1StringView("partner"));
    column.stretch = true;
    column.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        cell.computed = false;
        if (row.kind == PlanRow::Kind::Total) {
            cell.text = tr("Fund");
            return cell;
        }
        if (row.stands.isNull())
            return std::nullopt;
        const Fund* fund = plan().funds.find(m_fund);
        QString name = partnerShown(plan(), row.stands);
        if (!name.isEmpty())
            name[0] = name.at(0).toUpper();
        cell.text = fund && fund->host == row.stands ? tr("%1 (host)").arg(name) : name;
        return cell;
    };
    return column;
}

PlanColumn FundPartnersModel::paidColumn() const
{
    const FundTotal* total = fundTotalOf(document().evaluation(), m_fund, document().year());
    const bool hasPence =
        total && std::any_of(total->contributions.begin(), total->contributions.end(),
                             [](const FundShare& share) { return !share.amount.amount.isWholePounds(); });
    PlanColumn column;
    column.title = tr("Pays in £");
    column.figure = true;
    column.shown = [this, pence = hasPence ? Pence::Always : Pence::Never](const PlanRow& row) {
        const FundTotal* of = fundTotalOf(document().evaluation(), m_fund, document().year());
        const FundShare* share = shareOf(of, row.stands);
        const bool isTotal = row.kind == PlanRow::Kind::Total;
        const Sum paid = isTotal && of ? of->income : share ? share->amount : Sum();
        ShownCell cell;
        cell.computed = false;
        if (row.stands.isNull() && !isTotal)
            return std::optional(cell);
        cell.text = formatAmount(paid.amount, pence);
        cell.number = paid.amount.pence();
        if (!paid.indicative.isZero())
            cell.tooltip = tr("%1 of it is indicative.").arg(formatMoney(paid.indicative));
        return std::optional(cell);
    };
    return column;
}

PlanColumn FundPartnersModel::shareColumn() const
{
    const QList<Id> ids = partners();
    const FundTotal* total = fundTotalOf(document().evaluation(), m_fund, document().year());
    QList<Ratio> weights;
    QStringList keys;
    bool isShared = total && !total->income.amount.isZero();
    for (const Id& id : ids) {
        const FundShare* share = shareOf(total, id);
        weights.append(share ? share->share : Ratio(0));
        keys.append(id.text());
        isShared = isShared && !weights.last().isNegative();
    }
    isShared =
        isShared && std::any_of(weights.begin(), weights.end(), [](const Ratio& w) { return !w.isZero(); });
    QList<qint64> shares;
    if (isShared)
        shares = shownShares(weights, sharePlaces, tieRanks(keys));
    PlanColumn column;
    column.title = tr("Share");
    column.figure = true;
    column.shown = [ids, shares](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        cell.computed = false;
        const qsizetype at = ids.indexOf(row.stands);
        const bool isTotal = row.kind == PlanRow::Kind::Total;
        if (shares.isEmpty() || (at < 0 && !isTotal)) {
            cell.text = dash();
            return cell;
        }
        const qint64 units = isTotal ? 10'000 : shares.at(at);
        cell.text = percentText(units);
        cell.number = units;
        return cell;
    };
    return column;
}

std::optional<ShownCell> FundPartnersModel::totalCap(const PlanRow& row) const
{
    if (row.kind != PlanRow::Kind::Total)
        return std::nullopt;
    ShownCell cell;
    cell.computed = false;
    Money sum;
    const FundSettlement* settlement = settlementOf(document().evaluation(), m_fund, document().year());
    bool all = settlement && !settlement->risk.terms.partners.isEmpty();
    if (settlement)
        for (const RiskPartner& partner : settlement->risk.terms.partners) {
            all = all && partner.cap;
            sum += partner.cap.value_or(Money());
        }
    cell.text = all ? formatAmount(sum, sum.isWholePounds() ? Pence::Never : Pence::Always) : dash();
    if (all)
        cell.number = sum.pence();
    else
        cell.tooltip = tr("Not every partner has a cap.");
    return cell;
}

std::optional<PlanRow> FundPartnersModel::addRow(StepBuilder& builder) const
{
    const PlanRow row{PlanRow::Kind::Entity, FundPartner::type.id, document().author().ids()};
    builder.add(row.type, row.id);
    builder.set(row.type, row.id, u"fund", Value(m_fund));
    return row;
}

std::optional<PlanRow> FundPartnersModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    const std::optional<PlanRow> made = addRow(builder);
    if (!row.stands.isNull())
        builder.set(made->type, made->id, u"partner", Value(row.stands));
    return made;
}

QString FundPartnersModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    if (field.id == QLatin1StringView("partner") && entryOf(value.id()))
        return tr("%1 is in this agreement already: choose another.").arg(partnerShown(plan(), value.id()));
    return agreementRefusal(FundPartner::type.id, field, value);
}

QString FundPartnersModel::instalmentWords(const FundPartner& entry) const
{
    const auto agreed = entry.agreed.constFind(key());
    if (!entry.instalments || *entry.instalments < 1 || agreed == entry.agreed.constEnd())
        return {};
    const Money least = Money::fromPence(agreed->pence() / *entry.instalments);
    return agreed->pence() % *entry.instalments == 0 ? tr("of %1").arg(formatMoney(least))
                                                     : tr("of %1 or a penny more").arg(formatMoney(least));
}

QVariant FundPartnersModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(FundPartner::type.id);
    const FundPartner* entry = row.kind == PlanRow::Kind::Entity ? plan().fundPartners.find(row.id) : nullptr;
    if (role == StatusRole && column.figure && field.isEmpty()) {
        const FundShare* share =
            shareOf(fundTotalOf(document().evaluation(), m_fund, document().year()), row.stands);
        const bool indicative =
            share && !share->amount.amount.isZero() && share->amount.indicative == share->amount.amount;
        return indicative && column.title == tr("Pays in £") ? QString(statusId(Status::Indicative))
                                                             : QVariant();
    }
    if (field.isEmpty() || row.kind == PlanRow::Kind::Total)
        return {};
    if (role == ProblemRole && entry) {
        const FundSettlement* settlement = settlementOf(document().evaluation(), m_fund, document().year());
        const QString problem = riskProblemAt(plan(), settlement, FundPartner::type.id, row.id, field);
        return problem.isEmpty() ? QVariant() : problem;
    }
    if ((role == MarkRole || role == Qt::ToolTipRole) && entry && field == agreedField) {
        const FundShare* share =
            shareOf(fundTotalOf(document().evaluation(), m_fund, document().year()), row.stands);
        const Money paid = share ? share->amount.amount : Money();
        if (!entry->agreed.contains(key()) || entry->agreed.value(key()) == paid)
            return {};
        return role == MarkRole ? QVariant(static_cast<int>(Icon::Warning))
                                : tr("The plan has %1.").arg(formatMoney(paid));
    }
    if (role == SecondaryTextRole && entry && field == QLatin1StringView("instalments")) {
        const QString words = instalmentWords(*entry);
        return words.isEmpty() ? QVariant() : words;
    }
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    const QVariant secondary = static_cast<int>(Emphasis::Secondary);
    if (row.kind == PlanRow::Kind::New && row.stands.isNull()) {
        if (field != QLatin1StringView("partner"))
            return {};
        return role == Qt::DisplayRole ? QVariant(tr("Add a partner here")) : secondary;
    }
    if (field != capField || (entry && entry->cap.contains(key())))
        return {};
    if (role == EmphasisRole)
        return secondary;
    return entry && entry->capAtContribution ? tr("its contribution") : tr("no cap");
}

} // namespace placewright
