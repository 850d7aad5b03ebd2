#include "ui/pages/funding/districtssection.h"

#include "core/words/findingwords.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"

#include <QBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

DistrictsSection::DistrictsSection(PageContext context, QWidget* parent)
    : FundingSection(context, parent)
    , m_model(context.document)
    , m_grid(new Grid(&m_model))
    , m_panel(new Panel)
    , m_stack(new QStackedWidget)
{
    m_grid->setObjectName(u"districtsGrid"_s);
    m_grid->view()->setAccessibleName(tr("Grants to districts"));
    m_model.attach(*m_grid->view());
    connect(&m_model, &PlanTableModel::refused, this, &FundingSection::refused);
    m_panel->setObjectName(u"districtsPanel"_s);
    m_panel->setGrid(m_grid);
    auto* empty = new EmptyState(Icon::Funding, tr("No districts"),
                                 tr("In a two-tier area the council passes Disabled Facilities Grant down to "
                                    "its districts, or keeps some of "
                                    "it with their agreement. Add the districts to follow what each is due."),
                                 tr("Add a district"), tr("See the partners"));
    empty->setObjectName(u"noDistricts"_s);
    connect(empty, &EmptyState::mainActionRequested, this, &DistrictsSection::addDistrict);
    connect(empty, &EmptyState::otherActionRequested, this, &DistrictsSection::partnersRequested);
    m_stack->addWidget(empty);
    m_stack->addWidget(m_panel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    wire(m_grid);
    wire(m_panel);
}

void DistrictsSection::refresh()
{
    const bool any = m_model.rowCount() > 0;
    m_stack->setCurrentIndex(any ? 1 : 0);
    m_panel->setTitle(finding());
    m_panel->setCaption(caption());
}

QString DistrictsSection::finding() const
{
    const std::optional<Money> allocated = m_model.total(&DistrictGrant::allocated);
    const std::optional<Money> left = m_model.toPass();
    const auto districts = static_cast<int>(m_model.districts().size());
    if (!allocated)
        return tr("What %n district(s) are due is not known", nullptr, districts);
    if (!left)
        return tr("%1 is due to %n district(s)", nullptr, districts).arg(formatMoney(*allocated));
    if (left->isZero())
        return tr("%1 is passed down to %n district(s), or kept by agreement", nullptr, districts)
            .arg(formatMoney(*allocated));
    return left->isNegative()
               ? tr("%1 more than is allocated is passed down or kept").arg(formatMoney(left->abs()))
               : tr("%1 is still to pass down, of %2").arg(formatMoney(*left), formatMoney(*allocated));
}

QString DistrictsSection::caption() const
{
    QStringList said{tr("Disabled Facilities Grant, %1, in pounds.").arg(year())};
    const Finding* adding = m_model.adding();
    if (adding && adding->status != FindingStatus::NotApplicable)
        said.append(sentence(*adding, plan(), *document().rulebook()));
    return said.join(u' ');
}

bool DistrictsSection::canAdd() const
{
    return !document().isReadOnly() && plan().years.contains(Id(year())) && !m_model.missing().isEmpty();
}

void DistrictsSection::addMissing()
{
    const auto districts = static_cast<int>(m_model.missing().size());
    if (!m_model.addMissing())
        emit refused(document().lastRefusal());
    else if (districts > 1)
        emit noticed(tr("Added the grant of %n district(s)", nullptr, districts));
}

void DistrictsSection::addDistrict()
{
    StepBuilder builder(plan());
    const Id id = document().author().ids();
    builder.add(Partner::type.id, id)
        .set(Partner::type.id, id, u"name", Value(tr("New district")))
        .set(Partner::type.id, id, u"kind", Value(QString(partnerKind::district)));
    if (!document().commit(builder.step(tr("Added a district"))))
        return;
    emit partnersRequested();
    emit goTo(PageId::Funding, {id.text()});
}

bool DistrictsSection::holds(const QStringList& ids) const
{
    return std::any_of(ids.begin(), ids.end(),
                       [this](const QString& id) { return plan().districtGrants.contains(Id(id)); });
}

void DistrictsSection::showIds(const QStringList& ids)
{
    m_grid->view()->selectIds({});
    m_grid->view()->selectIds(ids);
}

} // namespace placewright
