#include "ui/pages/contractspage.h"

#include "core/words/headlines.h"
#include "ui/models/removal.h"
#include "ui/pages/contracts/comparesection.h"
#include "ui/pages/contracts/contractedits.h"
#include "ui/pages/contracts/paymentssection.h"
#include "ui/pages/contracts/resultssection.h"
#include "ui/pages/contracts/reviewsection.h"
#include "ui/pages/contracts/termssection.h"
#include "ui/pages/contracts/versionname.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/panel/segmentedbutton.h"
#include "ui/theme/space.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartsBelow = 1280 - space::navigation; // of the page: narrower, charts go under tables
constexpr int widestChoice = 220;

} // namespace

ContractsPage::ContractsPage(PageContext context, QWidget* parent)
    : Page(context, PageId::Contracts, parent)
    , m_shown(context.document)
    , m_contracts(new QComboBox(this))
    , m_versions(new QComboBox(this))
    , m_compare(new QPushButton(tr("Compare…"), this))
    , m_switch(new SegmentedButton(
          {tr("Terms and payment"), tr("Results"), tr("Payments"), tr("Is it safe to sign?"), tr("Compare")},
          this))
    , m_add(new QPushButton(tr("Add a contract…"), this))
    , m_newVersion(new QPushButton(tr("New version"), this))
    , m_remove(new QPushButton(tr("More"), this))
    , m_stack(new QStackedWidget(this))
{
    auto* none = new EmptyState(Icon::Contracts, tr("No contract yet"),
                                tr("A contract pays a provider by capitation and by outcomes, weighted by "
                                   "deprivation. What it pays at "
                                   "every result is worked out here before anybody signs."),
                                tr("Add a contract"), tr("Go to schemes"), this);
    none->setObjectName(u"noContract"_s);
    connect(none, &EmptyState::mainActionRequested, this, &ContractsPage::add);
    connect(none, &EmptyState::otherActionRequested, this, [this] { emit goTo(PageId::Schemes, {}); });
    m_stack->addWidget(none);
    const ContractsContext all{context, m_shown};
    auto* terms = new TermsSection(all, this);
    addView(terms, QT_TR_NOOP("Terms and payment"), "Terms");
    addView(new ResultsSection(all, this), QT_TR_NOOP("Results"), "Results");
    addView(new PaymentsSection(all, this), QT_TR_NOOP("Payments"), "Payments");
    addView(new ReviewSection(all, this), QT_TR_NOOP("Is it safe to sign?"), "Review");
    addView(new CompareSection(all, this), QT_TR_NOOP("Compare"), "Compare");
    connect(terms, &TermsSection::reviewRequested, this, [this] { m_switch->setCurrent(Review); });
    makeHead();
    m_bar = makeBar();
    body()->addWidget(m_bar);
    body()->addWidget(m_stack, 1);
}

void ContractsPage::makeHead()
{
    m_contracts->setObjectName(u"contractChoice"_s);
    m_contracts->setAccessibleName(tr("Contract"));
    m_versions->setObjectName(u"versionChoice"_s);
    m_versions->setAccessibleName(tr("Version of the terms"));
    m_compare->setObjectName(u"compareVersions"_s);
    for (QComboBox* box : {m_contracts, m_versions}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(widestChoice);
        addHeadWidget(box);
    }
    addHeadWidget(m_compare);
    connect(m_contracts, &QComboBox::activated, this, [this] {
        m_shown.choose(Id(m_contracts->currentData().toString()));
        refresh();
    });
    connect(m_versions, &QComboBox::activated, this, [this] {
        m_shown.chooseVersion(Id(m_versions->currentData().toString()));
        refresh();
    });
    connect(m_compare, &QPushButton::clicked, this, [this] { m_switch->setCurrent(Compare); });
}

QWidget* ContractsPage::makeBar()
{
    m_switch->setObjectName(u"contractViews"_s);
    m_switch->setAccessibleName(tr("View of the contract"));
    m_add->setObjectName(u"addContract"_s);
    m_newVersion->setObjectName(u"newVersion"_s);
    m_newVersion->setToolTip(tr("Copies the terms shown, with their indicators and activities"));
    m_remove->setObjectName(u"moreContract"_s);
    auto* menu = new QMenu(m_remove);
    m_count = menu->addAction(tr("Let this version count"));
    m_count->setObjectName(u"letVersionCount"_s);
    menu->addSeparator();
    m_removeVersion = menu->addAction(tr("Delete this version"));
    m_removeVersion->setObjectName(u"deleteVersion"_s);
    m_removeContract = menu->addAction(tr("Delete the contract"));
    m_removeContract->setObjectName(u"deleteContract"_s);
    m_remove->setMenu(menu);
    connect(m_switch, &SegmentedButton::currentChanged, this, &ContractsPage::showView);
    connect(m_add, &QPushButton::clicked, this, &ContractsPage::add);
    connect(m_newVersion, &QPushButton::clicked, this, &ContractsPage::addVersion);
    connect(m_count, &QAction::triggered, this,
            [this] { setCounting(document(), m_shown.contractId(), m_shown.versionId()); });
    connect(m_removeVersion, &QAction::triggered, this, [this] { remove(m_shown.versionId()); });
    connect(m_removeContract, &QAction::triggered, this, [this] { remove(m_shown.contractId()); });
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    row->addWidget(m_switch);
    row->addStretch(1);
    for (QPushButton* button : {m_add, m_newVersion, m_remove})
        row->addWidget(button);
    return bar;
}

void ContractsPage::addView(ContractsSection* section, const char* name, const char* id)
{
    const auto index = static_cast<int>(m_views.size());
    m_views.append(section);
    m_viewIds.append(QLatin1StringView(id));
    m_stack->addWidget(section);
    for (Grid* grid : section->grids())
        wire(grid);
    for (Panel* panel : section->panels())
        wire(panel);
    connect(section, &ContractsSection::goTo, this, &Page::goTo);
    connect(section, &ContractsSection::said, this, &Page::said);
    connect(section, &ContractsSection::refused, this, &Page::refused);
    connect(section, &ContractsSection::noticed, this, &Page::noticed);
    connect(section, &ContractsSection::findingChanged, this, &ContractsPage::refreshTitle);
    connect(section, &ContractsSection::cellRequested, this, &ContractsPage::showCell);
    connect(section, &ContractsSection::indicatorChosen, this, [this](const Id& indicator) {
        m_shown.chooseIndicator(indicator);
        this->section()->refresh();
        refreshTitle();
    });
    auto* go = new QAction(tr(name), this);
    go->setObjectName(u"contractView"_s + QLatin1StringView(id));
    connect(go, &QAction::triggered, this, [this, index] {
        emit goTo(PageId::Contracts, {});
        m_switch->setCurrent(index);
    });
    QWidget::addAction(go);
}

void ContractsPage::showView(int view)
{
    m_view = view;
    refresh();
}

void ContractsPage::refresh()
{
    m_shown.refresh();
    const bool isThere = m_shown.contract();
    for (QWidget* part : {static_cast<QWidget*>(m_contracts), static_cast<QWidget*>(m_versions),
                          static_cast<QWidget*>(m_compare), m_bar})
        part->setVisible(isThere);
    if (isThere) {
        refreshHead();
        section()->refresh();
        m_stack->setCurrentWidget(section());
    } else {
        m_stack->setCurrentIndex(0);
    }
    refreshTitle();
}

void ContractsPage::refreshHead()
{
    const QSignalBlocker quietContracts(m_contracts);
    const QSignalBlocker quietVersions(m_versions);
    m_contracts->clear();
    for (const Contract& contract : plan().contracts)
        m_contracts->addItem(contract.name, contract.id.text());
    m_contracts->setCurrentIndex(m_contracts->findData(m_shown.contractId().text()));
    m_versions->clear();
    const QList<const ContractVersion*> versions = m_shown.versions();
    for (const ContractVersion* version : versions)
        m_versions->addItem(versionName(*version), version->id.text());
    m_versions->setCurrentIndex(m_versions->findData(m_shown.versionId().text()));
    const QString counting = m_shown.counts() ? tr("This version counts for the plan.")
                                              : tr("Another version counts for the plan.");
    const QString name = m_shown.version() ? m_shown.version()->name : QString();
    m_versions->setToolTip(name.isEmpty() ? counting : tr("%1. %2", "name of a version").arg(name, counting));
    const bool canEdit = !document().isReadOnly();
    m_compare->setEnabled(versions.size() > 1);
    m_add->setEnabled(canEdit);
    m_newVersion->setEnabled(canEdit && m_shown.version());
    m_count->setEnabled(canEdit && m_shown.version() && !m_shown.counts());
    m_removeVersion->setEnabled(canEdit && versions.size() > 1);
    m_removeContract->setEnabled(canEdit);
    m_remove->setEnabled(canEdit);
}

void ContractsPage::refreshTitle()
{
    const QString where = contextSentence(plan(), m_shown.contract() ? m_shown.year() : year(),
                                          document().scenarioName(document().scenario()));
    if (!m_shown.contract()) {
        setTitle(tr("No contract yet"), where);
        return;
    }
    QStringList said{where};
    if (m_shown.isOtherYear())
        said.append(tr("%1 is outside the term: its first year is shown.").arg(year()));
    if (!m_shown.counts() && m_shown.version())
        said.append(tr("This version does not count for the plan."));
    said.append(section()->caption());
    setTitle(section()->title(), said.join(u' ').trimmed());
}

void ContractsPage::add()
{
    const Id id = addContract(document());
    if (id.isNull())
        return;
    m_shown.choose(id);
    m_switch->setCurrent(Terms);
    refresh();
    section()->showCell({QString(Contract::type.id), id, u"name"_s, {}});
}

void ContractsPage::addVersion()
{
    const Id id = copyVersion(document(), m_shown.versionId());
    if (id.isNull())
        return;
    m_shown.chooseVersion(id);
    refresh();
    const ContractVersion* version = m_shown.version();
    emit said(m_shown.counts()
                  ? tr("%1 counts for the plan, as the highest.").arg(versionName(*version))
                  : tr("%1 is a copy; the version before it still counts.").arg(versionName(*version)));
}

void ContractsPage::remove(const Id& id)
{
    const Removed removed = removeEntities(document(), {id.text()});
    if (removed.what.isEmpty())
        return;
    if (removed.several)
        emit noticed(removed.what);
    else
        emit said(removed.what);
}

Id ContractsPage::versionOf(const CellRef& cell) const
{
    if (plan().contractVersions.contains(cell.id))
        return cell.id;
    if (const IndicatorTerms* terms = plan().indicatorTerms.find(cell.id))
        return terms->version;
    if (const ContractActivity* activity = plan().contractActivities.find(cell.id))
        return activity->version;
    return {};
}

Id ContractsPage::contractOf(const CellRef& cell) const
{
    if (plan().contracts.contains(cell.id))
        return cell.id;
    if (const ContractVersion* version = plan().contractVersions.find(versionOf(cell)))
        return version->contract;
    if (const ContractPeople* people = plan().contractPeople.find(cell.id))
        return people->contract;
    const IndicatorResult* result = plan().indicatorResults.find(cell.id);
    const ContractIndicator* indicator = plan().contractIndicators.find(result ? result->indicator : cell.id);
    return indicator ? indicator->contract : Id();
}

void ContractsPage::showCell(CellRef cell) // NOLINT(performance-unnecessary-value-param)
{
    const Id contract = contractOf(cell);
    if (contract.isNull()) {
        const bool isLine = plan().lines.contains(cell.id) || cell.entity == Line::type.id;
        const bool isPlace = cell.entity == Layer::type.id || plan().areas.contains(cell.id);
        if (isLine)
            emit goTo(PageId::Schemes, {cell.id.text()});
        else if (isPlace)
            emit goTo(PageId::PlaceAndNeed, {cell.id.text()});
        return;
    }
    m_shown.choose(contract);
    if (const Id version = versionOf(cell); !version.isNull())
        m_shown.chooseVersion(version);
    if (cell.field.isEmpty() && cell.id == contract) {
        refresh();
        return;
    }
    for (const int place : {Terms, Results}) {
        m_switch->setCurrent(place);
        refresh();
        if (section()->showCell(cell))
            return;
    }
}

void ContractsPage::showIds(const QStringList& ids)
{
    for (const QString& text : ids)
        for (const EntityType* type :
             {&Contract::type, &ContractVersion::type, &ContractIndicator::type, &IndicatorTerms::type,
              &IndicatorResult::type, &ContractPeople::type, &ContractActivity::type})
            if (plan().table(type->id)->contains(Id(text))) {
                showCell({QString(type->id), Id(text), {}, {}});
                return;
            }
}

bool ContractsPage::isNotToSign(const std::shared_ptr<const PaidContract>& paid) const
{
    auto& [reviewed, refused] = m_reviewed[paid->source.contract.id];
    if (reviewed != paid) {
        reviewed = paid;
        refused = reviewContract(paid->source).verdict == ContractReview::Verdict::DoNotSign;
    }
    return refused;
}

NavigationBadge ContractsPage::badge() const
{
    int open = 0;
    int refused = 0;
    for (const auto& paid : evaluation().contracts) {
        if (!paid)
            continue;
        open +=
            static_cast<int>(paid->payment.terms.problems.size() + paid->payment.terms.lineProblems.size());
        refused += paid->payment.isPaid() && isNotToSign(paid) ? 1 : 0;
    }
    if (refused > 0)
        return {Icon::Missed, refused, tr("%n contract(s) not to sign", nullptr, refused)};
    return {Icon::Warning, open, tr("%n term(s) of contracts to mend", nullptr, open)};
}

QVariantMap ContractsPage::viewState() const
{
    QVariantMap state{{u"contract"_s, m_shown.contractId().text()},
                      {u"version"_s, m_shown.counts() ? QString() : m_shown.versionId().text()},
                      {u"indicator"_s, m_shown.indicatorId().text()},
                      {u"view"_s, m_viewIds.value(m_view)}};
    for (qsizetype i = 0; i < m_views.size(); ++i)
        state.insert(u"in"_s + m_viewIds.at(i), m_views.at(i)->viewState());
    return state;
}

void ContractsPage::restoreViewState(const QVariantMap& state)
{
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views.at(i)->restoreViewState(state.value(u"in"_s + m_viewIds.at(i)).toMap());
    m_shown.choose(Id(state.value(u"contract"_s).toString()));
    m_shown.chooseVersion(Id(state.value(u"version"_s).toString()));
    m_shown.chooseIndicator(Id(state.value(u"indicator"_s).toString()));
    const qsizetype view = m_viewIds.indexOf(state.value(u"view"_s).toString());
    m_switch->setCurrent(static_cast<int>(std::max<qsizetype>(0, view)));
}

void ContractsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    for (ContractsSection* view : std::as_const(m_views))
        view->setNarrow(width() < chartsBelow);
}

} // namespace placewright
