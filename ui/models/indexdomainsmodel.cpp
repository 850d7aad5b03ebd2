#include "ui/models/indexdomainsmodel.h"

#include <algorithm>

namespace placewright {

namespace {

constexpr QLatin1StringView columnFields[] = {
    QLatin1StringView("measure"),   QLatin1StringView("low"),    QLatin1StringView("high"),
    QLatin1StringView("lowIsGood"), QLatin1StringView("weight"), QLatin1StringView("alpha"),
    QLatin1StringView("beta"),      QLatin1StringView("source"), QLatin1StringView("note"),
};

bool isOfOutcomes(QLatin1StringView field)
{
    return field == QLatin1StringView("alpha") || field == QLatin1StringView("beta");
}

} // namespace

QString indexDomainName(const QString& domain)
{
    return labelOfChoice(*IndexDomain::type.field(u"domain"), domain);
}

QStringList indexDomainOrder()
{
    QStringList order;
    for (const Choice& choice : IndexDomain::type.field(u"domain")->choices.fixed)
        order.append(QString(choice.value));
    return order;
}

const IndexDomain* indexDomainOf(const Plan& plan, const QString& domain)
{
    const auto found = std::find_if(plan.indexDomains.begin(), plan.indexDomains.end(),
                                    [&](const IndexDomain& one) { return one.domain == domain; });
    return found == plan.indexDomains.end() ? nullptr : &*found;
}

IndexDomainsModel::IndexDomainsModel(PlanDocument& document, QObject* parent)
    : PlanTableModel(document, parent, PlanSource::Base)
{
    rebuild();
}

QString IndexDomainsModel::domainOf(const PlanRow& row) const
{
    return row.stands.text();
}

QString IndexDomainsModel::domainAt(int position) const
{
    return position >= 0 && position < rowCount() ? domainOf(row(position)) : QString();
}

int IndexDomainsModel::rowOfDomain(const QString& domain) const
{
    return static_cast<int>(indexDomainOrder().indexOf(domain));
}

Id IndexDomainsModel::makeDomain(const QString& domain)
{
    if (const IndexDomain* there = indexDomainOf(plan(), domain))
        return there->id;
    StepBuilder builder(plan());
    const PlanRow made = *addRowFor(builder, row(rowOfDomain(domain)));
    return document().commitToBase(builder.step(tr("Added %1").arg(indexDomainName(domain)))) ? made.id
                                                                                              : Id();
}

QList<PlanRow> IndexDomainsModel::makeRows() const
{
    QList<PlanRow> rows;
    for (const QString& domain : indexDomainOrder()) {
        const IndexDomain* there = indexDomainOf(plan(), domain);
        PlanRow row{there ? PlanRow::Kind::Entity : PlanRow::Kind::New, IndexDomain::type.id,
                    there ? there->id : Id()};
        row.stands = Id(domain);
        rows.append(row);
    }
    return rows;
}

QList<PlanColumn> IndexDomainsModel::makeColumns() const
{
    PlanColumn domain;
    domain.title = labelOf(*IndexDomain::type.field(u"domain"));
    domain.keeps = true;
    domain.shown = [this](const PlanRow& row) {
        ShownCell cell;
        cell.text = indexDomainName(domainOf(row));
        cell.computed = false;
        return std::optional(cell);
    };
    QList<PlanColumn> columns{domain};
    for (const QLatin1StringView id : columnFields) {
        const Field& field = *IndexDomain::type.field(id);
        PlanColumn column;
        column.title = labelOf(field);
        column.fields.insert(IndexDomain::type.id, id);
        column.figure = field.type == ValueType::Rate;
        column.stretch = id == QLatin1StringView("measure");
        if (isOfOutcomes(id))
            column.shown = [this](const PlanRow& row) -> std::optional<ShownCell> {
                if (domainOf(row) == indexDomain::outcomes)
                    return std::nullopt;
                ShownCell cell;
                cell.text = QChar(0x2013);
                cell.tooltip = tr("Only outcomes are adjusted for deprivation.");
                return cell;
            };
        columns.append(column);
    }
    return columns;
}

std::optional<PlanRow> IndexDomainsModel::addRowFor(StepBuilder& builder, const PlanRow& row) const
{
    PlanRow made{PlanRow::Kind::Entity, IndexDomain::type.id, document().author().ids()};
    made.stands = row.stands;
    builder.add(made.type, made.id);
    builder.set(made.type, made.id, u"domain", Value(domainOf(row)));
    return made;
}

QString IndexDomainsModel::whyNot(const PlanRow& row, const Field& field, const Value& value) const
{
    if (value.isNull() || !value.fits(ValueType::Rate))
        return {};
    if (field.id == QLatin1StringView("weight") && value.rate()->isNegative())
        return tr("A weight is not below zero.");
    const IndexDomain* domain = plan().indexDomains.find(row.id);
    const bool isLow = field.id == QLatin1StringView("low");
    if (!domain || (!isLow && field.id != QLatin1StringView("high")))
        return {};
    const std::optional<Rate>& other = isLow ? domain->high : domain->low;
    return other && other->exact() == value.rate()->exact()
               ? tr("The low and the high point differ: between them stands the score.")
               : QString();
}

QVariant IndexDomainsModel::moreData(const PlanRow& row, const PlanColumn& column, int role) const
{
    if (row.kind != PlanRow::Kind::New ||
        column.fields.value(IndexDomain::type.id) != QLatin1StringView("measure"))
        return {};
    if (role == Qt::DisplayRole)
        return tr("What is measured…");
    return role == EmphasisRole ? QVariant(static_cast<int>(Emphasis::Secondary)) : QVariant();
}

} // namespace placewright
