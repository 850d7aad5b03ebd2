#include "ui/models/districtgrantsmodel.h"

#include "core/evaluate/evaluation.h"
#include "core/words/findingwords.h"
#include "core/words/phrases.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView passedDown("districtGrants"); // the checks of the rulebook
constexpr QLatin1StringView addUp("districtGrantsAddUp");

Icon markOf(const Finding& finding)
{
    switch (finding.status) {
    case FindingStatus::Pass:
        return Icon::Met;
    case FindingStatus::Fail:
        return finding.severity == Severity::Block ? Icon::Missed : Icon::Warning;
    case FindingStatus::Unknown:
        return Icon::NotKnown;
    case FindingStatus::NotApplicable:
        break;
    }
    return Icon::DoesNotApply;
}

} // namespace

DistrictGrantsModel::DistrictGrantsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent)
{
    rebuild();
}

QList<const DistrictGrant*> DistrictGrantsModel::grants() const
{
    QList<const DistrictGrant*> grants;
    for (const DistrictGrant& grant : plan().districtGrants)
        if (grant.year.text() == document().year())
            grants.append(&grant);
    return grants;
}

QList<Id> DistrictGrantsModel::districts() const
{
    QList<Id> withGrant;
    for (const DistrictGrant* grant : grants())
        withGrant.append(grant->partner);
    QList<Id> districts;
    for (const Partner& partner : plan().partners)
        if (partner.kind == partnerKind::district || withGrant.contains(partner.id))
            districts.append(partner.id);
    return districts;
}

QList<Id> DistrictGrantsModel::missing() const
{
    QList<Id> missing = districts();
    for (const DistrictGrant* grant : grants())
        missing.removeAll(grant->partner);
    return missing;
}

bool DistrictGrantsModel::addMissing()
{
    StepBuilder builder(plan());
    const QList<Id> districts = missing();
    for (const Id& district : districts) {
        PlanRow row{PlanRow::Kind::New, DistrictGrant::type.id, Id()};
        row.stands = district;
        addRowFor(builder, row);
    }
    return document().commit(
        builder.step(tr("Added the grant of %n district(s)", nullptr, static_cast<int>(districts.size()))));
}

const Finding* DistrictGrantsModel::findingOf(QLatin1StringView function, const Id& district) const
{
    const Rulebook* rulebook = document().rulebook();
    if (rulebook)
        for (const Finding& finding : document().evaluation().findings) {
            const RulebookCheck* check = rulebook->check(finding.rule);
            if (finding.year == document().year() && check && check->function == function &&
                finding.subject == district)
                return &finding;
        }
    return nullptr;
}

const Finding* DistrictGrantsModel::adding() const
{
    return findingOf(addUp, Id());
}

std::optional<Money> DistrictGrantsModel::total(std::optional<Money> DistrictGrant::*amount) const
{
    if (!missing().isEmpty())
        return std::nullopt;
    Money sum;
    for (const DistrictGrant* grant : grants()) {
        if (!(grant->*amount) && amount != &DistrictGrant::retained)
            return std::nullopt;
        sum += (grant->*amount).value_or(Money());
    }
    return sum;
}

// What is kept counts only with the reference of the district's agreement, as in the condition.
std::optional<Money> DistrictGrantsModel::toPass(const DistrictGrant& grant) const
{
    const Money retained = grant.retained.value_or(Money());
    const bool allKept = grant.allocated && retained == *grant.allocated;
    if (!grant.allocated || (!grant.passedDown && !allKept))
        return std::nullopt;
    const bool agreed = !grant.agreement.trimmed().isEmpty();
    return *grant.allocated - grant.passedDown.value_or(Money()) - (agreed ? retained : Money());
}

std::optional<Money> DistrictGrantsModel::toPass() const
{
    if (!missing().isEmpty())
        return std::nullopt;
    Money sum;
    for (const DistrictGrant* grant : grants()) {
        const std::optional<Money> left = toPass(*grant);
        if (!left)
            return std::nullopt;
        sum += *left;
    }
    return sum;
}

QList<PlanRow> DistrictGrantsModel::makeRows() const
{
    QList<PlanRow> rows;
    const QList<Id> without = missing();
    for (const Id& district : districts()) {
        for (const DistrictGrant* grant : grants())
            if (grant->partner == district)
                rows.append({PlanRow::Kind::Entity, DistrictGrant::type.id, grant->id});
        if (!without.contains(district))
            continue;
        PlanRow row{PlanRow::Kind::New, DistrictGrant::type.id, Id()};
        row.stands = district;
        rows.append(row);
    }
    for (const DistrictGrant* grant : grants()) // of a partner that is gone, or was never named
        if (!plan().partners.contains(grant->partner))
            rows.append({PlanRow::Kind::Entity, DistrictGrant::type.id, grant->id});
    if (!rows.isEmpty())
        rows.append({PlanRow::Kind::Total, {}, Id()});
    return rows;
}

QList<PlanColumn> DistrictGrantsModel::makeColumns() const
{
    QList<PlanColumn> columns{districtColumn(),
                              moneyColumn(QLatin1StringView("allocated"), &DistrictGrant::allocated),
                              moneyColumn(QLatin1StringView("passedDown"), &DistrictGrant::passedDown),
                              moneyColumn(QLatin1StringView("retained"), &DistrictGrant::retained),
                              toPassColumn(),
                              conditionColumn()};
    for (const char* id : {"agreement", "agreedOn", "passedOn", "status", "note"}) {
        PlanColumn column;
        column.title = labelOf(*DistrictGrant::type.field(QLatin1StringView(id)));
        column.fields.insert(DistrictGrant::type.id, QLatin1StringView(id));
        columns.append(column);
    }
    return columns;
}

PlanColumn DistrictGrantsModel::districtColumn() const
{
    PlanColumn column;
    column.title = labelOf(*DistrictGrant::type.field(u"partner"));
    column.fields.insert(DistrictGrant::type.id, QLatin1StringView("partner"));
    column.stretch = true;
    column.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        cell.computed = false;
        if (row.kind == PlanRow::Kind::Total) {
            cell.text = tr("Total of %n district(s)", nullptr, static_cast<int>(districts().size()));
            return cell;
        }
        if (row.stands.isNull())
            return std::nullopt;
        cell.text = partnerShown(plan(), row.stands);
        return cell;
    };
    return column;
}

ShownCell DistrictGrantsModel::totalCell(const std::optional<Money>& total, Pence pence) const
{
    ShownCell cell;
    cell.computed = false;
    cell.text = total ? formatAmount(*total, pence) : tr("not known");
    if (total)
        cell.number = total->pence();
    return cell;
}

PlanColumn DistrictGrantsModel::moneyColumn(QLatin1StringView field,
                                            std::optional<Money> DistrictGrant::*amount) const
{
    const QList<const DistrictGrant*> all = grants();
    const bool any = std::any_of(all.begin(), all.end(), [amount](const DistrictGrant* grant) {
        return !(grant->*amount).value_or(Money()).isWholePounds();
    });
    PlanColumn column;
    column.title =
        amount == &DistrictGrant::retained ? tr("Retained £") : labelOf(*DistrictGrant::type.field(field));
    column.fields.insert(DistrictGrant::type.id, field);
    column.figure = true;
    column.pence = any ? Pence::Always : Pence::Never;
    column.shown = [this, amount, pence = column.pence](const PlanRow& row) -> std::optional<ShownCell> {
        if (row.kind != PlanRow::Kind::Total)
            return std::nullopt;
        return totalCell(total(amount), pence);
    };
    return column;
}

PlanColumn DistrictGrantsModel::toPassColumn() const
{
    PlanColumn column;
    column.title = tr("Still to pass down £");
    column.figure = true;
    const QList<const DistrictGrant*> all = grants();
    const bool any = std::any_of(all.begin(), all.end(), [this](const DistrictGrant* grant) {
        return !toPass(*grant).value_or(Money()).isWholePounds();
    });
    column.pence = any ? Pence::Always : Pence::Never;
    column.shown = [this, pence = column.pence](const PlanRow& row) -> std::optional<ShownCell> {
        if (row.kind == PlanRow::Kind::Total)
            return totalCell(toPass(), pence);
        const DistrictGrant* grant = plan().districtGrants.find(row.id);
        ShownCell cell = totalCell(grant ? toPass(*grant) : std::nullopt, pence);
        cell.computed = true;
        const std::optional<Money> left = grant ? toPass(*grant) : std::nullopt;
        if (left && left->isNegative()) {
            cell.emphasis = Emphasis::Missed;
            cell.tooltip = tr("More is passed down or kept than was allocated.");
        } else if (!left) {
            cell.emphasis = Emphasis::Secondary;
        }
        return cell;
    };
    return column;
}

PlanColumn DistrictGrantsModel::conditionColumn() const
{
    PlanColumn column;
    column.title = tr("Condition");
    column.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
        ShownCell cell;
        const bool isTotal = row.kind == PlanRow::Kind::Total;
        cell.computed = !isTotal;
        const DistrictGrant* grant = plan().districtGrants.find(row.id);
        const Id district = grant ? grant->partner : row.stands;
        const Finding* finding = isTotal ? adding() : findingOf(passedDown, district);
        if (!finding) {
            cell.text = u"–"_s;
            cell.tooltip = tr("The rules of %1 have no condition for it.").arg(document().year());
            return cell;
        }
        cell.text = statusWord(*finding);
        cell.tooltip = sentence(*finding, plan(), *document().rulebook());
        if (finding->status == FindingStatus::Fail)
            cell.emphasis = Emphasis::Missed;
        return cell;
    };
    return column;
}

std::optional<PlanRow> DistrictGrantsModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    const PlanRow made{PlanRow::Kind::Entity, DistrictGrant::type.id, document().author().ids()};
    builder.add(made.type, made.id)
        .set(made.type, made.id, u"year", Value(Id(document().year())))
        .set(made.type, made.id, u"partner", Value(row.stands));
    return made;
}

QString DistrictGrantsModel::whyNot(const PlanRow&, const Field& field, const Value& value) const
{
    return field.type == ValueType::Money && !value.isNull() && value.money()->isNegative()
               ? tr("A grant cannot be below zero.")
               : QString();
}

QVariant DistrictGrantsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    const QLatin1StringView field = column.fields.value(DistrictGrant::type.id);
    if (role == MarkRole && field.isEmpty() && !column.figure) {
        const bool isTotal = row.kind == PlanRow::Kind::Total;
        const DistrictGrant* grant = plan().districtGrants.find(row.id);
        const Finding* finding =
            isTotal ? adding() : findingOf(passedDown, grant ? grant->partner : row.stands);
        return finding ? QVariant(static_cast<int>(markOf(*finding))) : QVariant();
    }
    return row.kind == PlanRow::Kind::Total || field.isEmpty() ? QVariant() : grantData(row, field, role);
}

QVariant DistrictGrantsModel::grantData(const PlanRow& row, QLatin1StringView field, int role) const
{
    const DistrictGrant* grant = plan().districtGrants.find(row.id);
    if (role == ProblemRole) {
        const bool unagreed = grant && field == QLatin1StringView("agreement") &&
                              !grant->retained.value_or(Money()).isZero() &&
                              grant->agreement.trimmed().isEmpty();
        return unagreed
                   ? tr("What the council keeps needs the district’s agreement: type its minute or letter.")
                   : QVariant();
    }
    if (role != Qt::DisplayRole && role != EmphasisRole)
        return {};
    if (grant && !plan().value(row.type, row.id, field).isNull())
        return {};
    QString text;
    if (field == QLatin1StringView("allocated") || field == QLatin1StringView("passedDown"))
        text = tr("not known");
    else if (field == QLatin1StringView("retained"))
        text = u"–"_s;
    else if (field == QLatin1StringView("agreement") && grant && !grant->retained.value_or(Money()).isZero())
        text = tr("not known");
    else if (field == QLatin1StringView("status") && grant && grant->allocated)
        return role == Qt::DisplayRole
                   ? labelOfChoice(*DistrictGrant::type.field(field), statusId(Status::Indicative))
                   : QVariant();
    if (text.isEmpty())
        return {};
    return role == Qt::DisplayRole ? QVariant(text) : static_cast<int>(Emphasis::Secondary);
}

} // namespace placewright
