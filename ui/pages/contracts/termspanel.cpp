#include "ui/pages/contracts/termspanel.h"

#include "core/words/phrases.h"
#include "ui/models/contractcells.h"
#include "ui/pages/contracts/paycurvedata.h"
#include "ui/pages/contracts/shownforms.h"
#include "ui/pages/form/fieldform.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"
#include "ui/theme/typography.h"

#include <QLabel>
#include <QVBoxLayout>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int percentWidth = 64;
constexpr int weightWidth = 44;

QString amountNote(const QString& words, Money amount)
{
    return TermsPanel::tr("%1 = %2", "5.00 [% = £390,201.70]").arg(words, formatMoney(amount));
}

} // namespace

TermsPanel::TermsPanel(PlanDocument& document, ShownContract& shown, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_shown(shown)
    , m_indicators(document)
    , m_indicatorsGrid(new Grid(&m_indicators, this))
    , m_parties(makeForm(Contract::type))
    , m_money(makeForm(ContractVersion::type))
    , m_weights(makeForm(ContractVersion::type))
    , m_credit(makeForm(IndicatorTerms::type))
    , m_sharing(makeForm(ContractVersion::type))
    , m_rare(makeForm(ContractVersion::type))
{
    setObjectName(u"termsPanel"_s);
    setEnlargeable(false);
    m_parties->addField(QLatin1StringView("provider"));
    m_parties->addField(QLatin1StringView("commissioner"));
    m_parties->addField(QLatin1StringView("startsOn"));
    m_parties->addField(QLatin1StringView("endsOn"));
    m_parties->setEmptyChoice(QLatin1StringView("commissioner"), tr("not named"));
    makeMoney();
    makeIndicators();
    makeWeights();
    makeSharing();
    makeRare();
    setBody(makeBody());
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

FieldForm* TermsPanel::makeForm(const EntityType& type)
{
    auto* form = new FieldForm(m_document, type, this);
    refuseBadTerms(*form, m_document, m_shown);
    return form;
}

void TermsPanel::makeMoney()
{
    m_moneyHeading = m_money->addHeading(tr("Money"));
    m_money->addField(QLatin1StringView("baseKind"));
    m_money->setEmptyChoice(QLatin1StringView("baseKind"), tr("A sum for the year"));
    m_money->addFields(tr("Base"), {{QLatin1StringView("base"), 116}});
    m_money->addFields(tr("Price"), {{QLatin1StringView("price"), 116}});
    m_money->addFields(tr("Uplift"), {{QLatin1StringView("uplift"), percentWidth}});
    m_money->addFields(tr("Teams and training"), {{QLatin1StringView("ringFence"), percentWidth}});
    m_money->addFields(tr("At risk on outcomes"), {{QLatin1StringView("atRisk"), percentWidth}});
}

void TermsPanel::makeWeights()
{
    m_weights->addHeading(tr("Deprivation"));
    const auto five = [this](const QString& label, const char* const(&fields)[fifthCount]) {
        QList<FormField> row;
        for (const char* field : fields)
            row.append({QLatin1StringView(field), weightWidth});
        m_weights->addFields(label, row);
    };
    five(tr("Outcome weights, fifth 1 to 5"),
         {"deprivationWeight1", "deprivationWeight2", "deprivationWeight3", "deprivationWeight4",
          "deprivationWeight5"});
    five(tr("Need weights, fifth 1 to 5"),
         {"needWeight1", "needWeight2", "needWeight3", "needWeight4", "needWeight5"});
    m_credit->addFields(tr("Improvement credit"), {{QLatin1StringView("improvementCredit"), percentWidth}});
}

void TermsPanel::makeSharing()
{
    m_sharing->addHeading(tr("Gain and loss"));
    m_sharing->addFields(tr("Corridor"), {{QLatin1StringView("corridor"), percentWidth}});
    m_sharing->addField(QLatin1StringView("corridorMode"));
    m_sharing->addFields(tr("Gain share"), {{QLatin1StringView("gainShare"), percentWidth},
                                            {QLatin1StringView("gainCap"), percentWidth}});
    m_sharing->addFields(tr("Loss share"), {{QLatin1StringView("lossShare"), percentWidth},
                                            {QLatin1StringView("lossCap"), percentWidth}});
    m_sharing->addFields(tr("Quality gate"), {{QLatin1StringView("qualityGate"), percentWidth}});
    m_sharing->addFields(tr("Cost benchmark"), {{QLatin1StringView("benchmark"), 116}});
    m_sharing->addFields(tr("Floor and ceiling"), {{QLatin1StringView("floor"), percentWidth},
                                                   {QLatin1StringView("ceiling"), percentWidth}});
    m_sharing->setEmptyChoice(QLatin1StringView("corridorMode"), tr("not agreed"));
}

void TermsPanel::makeRare()
{
    m_rare->addHeading(tr("More terms"));
    m_rare->addField(QLatin1StringView("unearned"));
    m_rare->addField(QLatin1StringView("unearnedCounts"));
    m_rare->setEmptyChoice(QLatin1StringView("unearned"), tr("Back to the areas"));
    m_rare->setEmptyChoice(QLatin1StringView("unearnedCounts"), tr("What outcomes did not earn"));
    m_rare->addFields(tr("Small number"), {{QLatin1StringView("smallEligible"), percentWidth}});
    m_rare->addFields(tr("Market forces factor"), {{QLatin1StringView("marketForces"), percentWidth}});
    m_rare->addField(QLatin1StringView("name"), tr("Name of this version"));
    m_rare->addField(QLatin1StringView("note"));
    m_rare->setNote(QLatin1StringView("smallEligible"), tr("eligible: with its neighbour"));
    m_rare->setNote(QLatin1StringView("marketForces"), tr("1 is no difference in cost"));
}

void TermsPanel::makeIndicators()
{
    GridView* view = m_indicatorsGrid->view();
    view->setObjectName(u"indicatorsGrid"_s);
    view->setAccessibleName(tr("Indicators: weight, thresholds and rate now"));
    view->setFitsRows(true);
    m_indicators.attach(*view);
    connect(&m_indicators, &PlanTableModel::refused, this, &TermsPanel::refused);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TermsPanel::chooseRow);
}

QWidget* TermsPanel::makeBody()
{
    auto* heading = new QLabel(tr("Indicators"), this);
    heading->setFont(textFont(TextSize::Body, TextWeight::Strong));
    heading->setIndent(space::inside);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_parties);
    column->addWidget(hairline(body));
    column->addWidget(m_money);
    column->addWidget(hairline(body));
    column->addSpacing(space::small);
    column->addWidget(heading);
    column->addSpacing(space::small);
    column->addWidget(m_indicatorsGrid);
    column->addSpacing(space::small);
    column->addWidget(m_weights);
    column->addWidget(m_credit);
    column->addWidget(hairline(body));
    column->addWidget(m_sharing);
    column->addWidget(hairline(body));
    column->addWidget(m_rare);
    return body;
}

const IndicatorTerms* TermsPanel::indicatorTerms() const
{
    for (const IndicatorTerms& terms : m_document.plan().indicatorTerms)
        if (terms.version == m_shown.versionId() && terms.indicator == m_shown.indicatorId())
            return &terms;
    return nullptr;
}

void TermsPanel::chooseRow()
{
    const QModelIndex cell = m_indicatorsGrid->view()->currentCell();
    if (m_refreshing || !cell.isValid())
        return;
    const Id indicator = m_indicators.row(cell.row()).stands;
    if (!indicator.isNull() && indicator != m_shown.indicatorId())
        emit indicatorChosen(indicator);
}

void TermsPanel::refresh()
{
    m_refreshing = true;
    const Id year(m_shown.year());
    m_parties->setEntity(m_shown.contractId(), year);
    for (FieldForm* form : {m_money, m_weights, m_sharing, m_rare})
        form->setEntity(m_shown.versionId(), year);
    const IndicatorTerms* terms = indicatorTerms();
    m_credit->setEntity(terms ? terms->id : Id(), year);
    for (FieldForm* form : {m_parties, m_money, m_weights, m_credit, m_sharing, m_rare})
        sayProblems(*form, m_shown);
    refreshIndicators();
    refreshMoneyNotes();
    refreshSharingNotes();
    setTitle(m_shown.counts() ? tr("Terms") : tr("Terms that do not count"));
    setCaption(tr("Inputs are the place’s own; no national default is known."));
    m_refreshing = false;
}

void TermsPanel::refreshIndicators()
{
    ContractIndicatorsModel::Shown shown;
    shown.contract = m_shown.contractId();
    shown.version = m_shown.versionId();
    shown.chosen = m_shown.indicatorId();
    if (const ContractPayment* payment = m_shown.payment(); payment && payment->isPaid())
        for (qsizetype i = 0; i < payment->terms.indicators.size(); ++i) {
            const Id& id = payment->terms.indicators.at(i);
            const ContractIndicator* indicator = m_document.plan().contractIndicators.find(id);
            const qsizetype year = payment->positionOf(m_shown.year());
            if (const std::optional<Ratio> rate = year < 0 ? std::nullopt : rateOfAll(*payment, {year, 0, i});
                rate && indicator)
                shown.now.insert(id, rateShown(*indicator, *rate));
        }
    shown.problem = [this](const Id& terms, QAnyStringView field) {
        return m_shown.problemAt(IndicatorTerms::type.id, terms, field);
    };
    shown.refusal = [this](const CellRef& cell, const Field& field, const Value& value) {
        return m_shown.refusalOf(cell, field, value);
    };
    m_indicators.show(shown);
    GridView* view = m_indicatorsGrid->view();
    const QModelIndex current = view->currentCell();
    const Id standsAt = current.isValid() ? m_indicators.row(current.row()).stands : m_shown.indicatorId();
    const bool isElsewhere = !standsAt.isNull() && standsAt != m_shown.indicatorId();
    if (const QModelIndex cell = m_indicators.indexOfIndicator(m_shown.indicatorId());
        cell.isValid() && (!current.isValid() || isElsewhere))
        view->setCurrentIndex(view->shownIndex(cell));
}

void TermsPanel::refreshMoneyNotes()
{
    const ContractVersion* version = m_shown.version();
    const Contract* contract = m_shown.contract();
    const ContractYearPayment* paid = m_shown.paidYear();
    const bool perHead = version && version->baseKind == contractBase::perHead;
    m_money->setFieldShown(QLatin1StringView("base"), !perHead);
    m_money->setFieldShown(QLatin1StringView("price"), perHead);
    m_moneyHeading->setText(tr("Money, %1").arg(m_shown.year()));
    const Scheme* scheme = contract ? m_document.plan().schemes.find(contract->scheme) : nullptr;
    const QString first = m_shown.termYears().value(0);
    const bool isFirst = first == m_shown.year();
    QString base = scheme ? tr("£, scheme %1").arg(scheme->number) : tr("£ in the first year");
    if (paid && (!isFirst || perHead))
        base = tr("%1 in %2").arg(formatMoney(paid->outcome.total.base), m_shown.year());
    m_money->setNote(QLatin1StringView("base"), base);
    m_money->setNote(QLatin1StringView("price"),
                     paid ? tr("£ a weighted person = %1").arg(formatMoney(paid->outcome.total.base))
                          : tr("£ a weighted person"));
    m_money->setNote(QLatin1StringView("uplift"), tr("% a year"));
    m_money->setNote(QLatin1StringView("ringFence"),
                     paid ? amountNote(u"%"_s, paid->outcome.total.ringFence) : tr("% of the base"));
    m_money->setNote(QLatin1StringView("atRisk"),
                     paid ? amountNote(u"%"_s, paid->outcome.total.atRisk) : tr("% of the rest"));
    const ContractIndicator* indicator = m_document.plan().contractIndicators.find(m_shown.indicatorId());
    m_credit->setNote(QLatin1StringView("improvementCredit"),
                      indicator ? tr("of the gain, %1").arg(lowered(indicator->name)) : QString());
}

void TermsPanel::refreshSharingNotes()
{
    const ContractVersion* version = m_shown.version();
    const auto note = [this](const char* field, const QString& words) {
        m_sharing->setNote(QLatin1StringView(field), words);
    };
    note("corridor", tr("% either side, no sharing"));
    note("gainShare", tr("% up to"));
    note("gainCap", version && !version->gainCap ? tr("%: no cap") : tr("% of cost"));
    note("lossShare", tr("% up to"));
    note("lossCap", version && !version->lossCap ? tr("%: no cap") : tr("% of cost"));
    note("qualityGate", tr("% earned before gain is shared"));
    note("benchmark",
         version && version->benchmark.isEmpty() ? tr("£: the base") : tr("£ in %1").arg(m_shown.year()));
    note("floor", tr("% less to"));
    note("ceiling", tr("% more"));
    const bool byArea = m_shown.contract() && m_shown.contract()->byArea;
    m_sharing->setFieldShown(QLatin1StringView("benchmark"), !byArea);
}

bool TermsPanel::showCell(const CellRef& cell)
{
    if (cell.entity == IndicatorTerms::type.id && m_document.plan().indicatorTerms.contains(cell.id)) {
        const Id indicator = m_document.plan().indicatorTerms.find(cell.id)->indicator;
        if (indicator != m_shown.indicatorId())
            emit indicatorChosen(indicator);
        if (m_credit->focusField(cell.field))
            return true;
        const int column = m_indicators.columnOf(cell.field);
        if (column < 0)
            return false;
        GridView* view = m_indicatorsGrid->view();
        view->setFocus();
        view->setCurrentIndex(view->shownIndex(m_indicators.indexOfIndicator(indicator, column)));
        return true;
    }
    if (cell.entity == Contract::type.id && cell.id == m_shown.contractId())
        return m_parties->focusField(cell.field);
    if (cell.entity != ContractVersion::type.id || cell.id != m_shown.versionId())
        return false;
    for (FieldForm* form : {m_money, m_weights, m_sharing, m_rare})
        if (form->focusField(cell.field))
            return true;
    return false;
}

IndicatorPanel::IndicatorPanel(PlanDocument& document, ShownContract& shown, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_shown(shown)
    , m_facts(new FieldForm(document, ContractIndicator::type, this))
    , m_thresholds(new FieldForm(document, IndicatorTerms::type, this))
{
    setObjectName(u"indicatorPanel"_s);
    setEnlargeable(false);
    for (const char* field :
         {"name", "measure", "direction", "counts", "per", "eligibleFrom", "source", "note"})
        m_facts->addField(QLatin1StringView(field));
    m_facts->setEmptyChoice(QLatin1StringView("eligibleFrom"), tr("Typed"));
    const auto five = [this](const QString& label, const char* const(&fields)[fifthCount]) {
        QList<FormField> row;
        for (const char* field : fields)
            row.append({QLatin1StringView(field), weightWidth});
        m_thresholds->addFields(label, row);
    };
    m_thresholds->addHeading(tr("Thresholds of single fifths"));
    five(tr("Lower, fifth 1 to 5"), {"lower1", "lower2", "lower3", "lower4", "lower5"});
    five(tr("Upper, fifth 1 to 5"), {"upper1", "upper2", "upper3", "upper4", "upper5"});
    refuseBadTerms(*m_facts, document, shown);
    refuseBadTerms(*m_thresholds, document, shown);
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_facts);
    column->addWidget(m_thresholds);
    setBody(body);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void IndicatorPanel::refresh()
{
    const ContractIndicator* indicator = m_document.plan().contractIndicators.find(m_shown.indicatorId());
    setVisible(indicator);
    if (!indicator)
        return;
    Id termsId;
    for (const IndicatorTerms& terms : m_document.plan().indicatorTerms)
        if (terms.version == m_shown.versionId() && terms.indicator == indicator->id)
            termsId = terms.id;
    m_facts->setEntity(indicator->id, Id(m_shown.year()));
    m_thresholds->setEntity(termsId, Id(m_shown.year()));
    sayProblems(*m_facts, m_shown);
    sayProblems(*m_thresholds, m_shown);
    setTitle(indicator->name);
    setCaption(tr("What the indicator counts. It is the same in every version of the terms."));
}

bool IndicatorPanel::showCell(const CellRef& cell)
{
    if (isHidden())
        return false;
    if (cell.entity == ContractIndicator::type.id && cell.id == m_facts->entity())
        return m_facts->focusField(cell.field.isEmpty() ? u"name"_s : cell.field);
    return cell.entity == IndicatorTerms::type.id && cell.id == m_thresholds->entity() &&
           m_thresholds->focusField(cell.field);
}

} // namespace placewright
