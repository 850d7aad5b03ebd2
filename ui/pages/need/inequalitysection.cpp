#include "ui/pages/need/inequalitysection.h"

#include "core/need/distributionranks.h"
#include "core/words/headlines.h"
#include "core/words/needwords.h"
#include "ui/charts/concentrationchart.h"
#include "ui/charts/needscatterchart.h"
#include "ui/models/shownmodel.h"
#include "ui/panel/emptystate.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int chartsBelowEachOther = 800; // of the section
constexpr int leastTable = 220;
constexpr int leastCharts = 370;
constexpr int mostOverlays = 3;
constexpr int boxesARow = 3;

// An area's money is taken for assumed where more than half of it is.
bool isMostlyAssumed(const AreaTotal& area)
{
    return area.assumed > area.allocated - area.assumed;
}

QList<const AreaTotal*> areasOf(const Evaluation& evaluation, const Id& layer, const QString& year)
{
    QList<const AreaTotal*> found;
    for (const AreaTotal& area : evaluation.areas)
        if (area.layer == layer && area.year == year)
            found.append(&area);
    return found;
}

} // namespace

InequalitySection::InequalitySection(PageContext context, QWidget* parent)
    : NeedSection(context, parent)
    , m_measures(new ShownModel(this))
    , m_grid(new Grid(m_measures, this))
    , m_words(new QLabel(this))
    , m_measuresPanel(new Panel(this))
    , m_concentration(new ConcentrationChart(this))
    , m_scatter(new NeedScatterChart(this))
    , m_curve(new QStackedWidget(this))
    , m_overlays(new QWidget(this))
    , m_boxes(new QGridLayout(m_overlays))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_charts(new QSplitter(Qt::Horizontal, this))
{
    m_grid->view()->setObjectName(u"inequalityGrid"_s);
    m_grid->view()->setAccessibleName(tr("Measures of inequality"));
    m_grid->view()->setRowSelection(true);
    m_words->setObjectName(u"inequalityWords"_s);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_measuresPanel->setObjectName(u"inequalityPanel"_s);
    m_measuresPanel->setGrid(m_grid);
    m_measuresPanel->setFooter(m_words);
    m_measuresPanel->setMinimumHeight(leastTable);
    connect(m_grid->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &InequalitySection::showWords);
    wire(m_grid);
    wire(m_measuresPanel);
    m_splitter->addWidget(m_measuresPanel);
    m_splitter->addWidget(makeCharts());
    for (QSplitter* splitter : {m_splitter, m_charts}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setSizes({290, 400});
    m_charts->setSizes({620, 600});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_splitter);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(scroll);
}

QWidget* InequalitySection::makeCharts()
{
    m_concentration->setObjectName(u"concentrationChart"_s);
    m_overlays->setObjectName(u"overlays"_s);
    m_boxes->setContentsMargins(0, 0, 0, 0);
    m_boxes->setHorizontalSpacing(space::between);
    m_boxes->setVerticalSpacing(space::tiny);
    m_boxes->setColumnStretch(boxesARow + 1, 1);
    auto* label = new QLabel(tr("Lay over:"), m_overlays);
    m_boxes->addWidget(label, 0, 0);
    auto* curve = new Panel(this);
    curve->setObjectName(u"concentrationPanel"_s);
    curve->setChart(m_concentration);
    curve->setFooter(m_overlays);
    wire(curve);

    auto* none = new EmptyState(Icon::PlaceAndNeed, tr("Nothing puts the areas in order of deprivation"),
                                tr("The curve needs a deprivation measure of every area, typed scores, or "
                                   "people by deprivation fifth."),
                                tr("Add fifths under Need"), tr("Choose a measure under Areas"), this);
    none->setObjectName(u"noDeprivation"_s);
    connect(none, &EmptyState::mainActionRequested, this, [this] { emit sectionRequested(u"Need"_s); });
    connect(none, &EmptyState::otherActionRequested, this, [this] { emit sectionRequested(u"Areas"_s); });
    auto* empty = new Panel(this);
    empty->setBody(none);
    empty->setEnlargeable(false);
    m_curve->addWidget(curve);
    m_curve->addWidget(empty);

    m_scatter->setObjectName(u"needScatterChart"_s);
    auto* scatter = new Panel(this);
    scatter->setObjectName(u"needScatterPanel"_s);
    scatter->setChart(m_scatter);
    wire(scatter);
    m_charts->addWidget(m_curve);
    m_charts->addWidget(scatter);
    m_charts->setMinimumHeight(leastCharts);
    return m_charts;
}

bool InequalitySection::isOrdered() const
{
    const QList<const AreaTotal*> areas = areasOf(evaluation(), layer(), year());
    return !areas.isEmpty() && std::all_of(areas.begin(), areas.end(), [](const AreaTotal* area) {
        return area->deprivation.has_value();
    });
}

const LayerTotal* InequalitySection::layerTotal() const
{
    for (const LayerTotal& total : evaluation().layers)
        if (total.layer == layer() && total.year == year())
            return &total;
    return nullptr;
}

QString InequalitySection::moneyWords() const
{
    const LayerTotal* total = layerTotal();
    return total ? assumedWords(total->assumed, total->allocated) : assumedWords(Money(), Money());
}

void InequalitySection::refresh()
{
    const QList<InequalityFigure> all =
        inequalityFigures(plan(), evaluation(), layer(), year(), MoneyBase::All);
    const QList<InequalityFigure> known =
        inequalityFigures(plan(), evaluation(), layer(), year(), MoneyBase::KnownOnly);
    const bool ordered = isOrdered();
    m_title = ordered ? concentrationTitle(all) : inequalitySentence(all.first()); // of the Hoover index
    if (m_title.endsWith(u'.'))
        m_title.chop(1);
    const LayerNeed* need = layerNeedOf(evaluation(), layer());
    const LayerTotal* total = layerTotal();
    const YearTotal* whole = yearTotal(evaluation(), year());
    m_caption = tr("%1 is split between these areas; %2 %3 is not split by area. Need: %4; %5.")
                    .arg(formatMoney(total ? total->allocated : Money()), moneyWords(),
                         formatMoney(whole ? whole->notSplit : Money()),
                         need && !need->measureName.isEmpty() ? need->measureName : tr("no agreed measure"),
                         populationBaseWords(need ? need->base : PopulationBase::Typed));
    refreshMeasures(all, known);
    m_curve->setCurrentIndex(ordered ? 0 : 1);
    refreshOverlays();
    refreshConcentration(all);
    refreshScatter();
}

void InequalitySection::refreshMeasures(const QList<InequalityFigure>& all,
                                        const QList<InequalityFigure>& known)
{
    const auto value = [](const InequalityFigure& figure) {
        ShownTableCell cell = textCell(inequalityValue(figure));
        cell.tooltip = inequalitySentence(figure);
        if (figure.value)
            cell.number = *figure.value;
        else
            cell.emphasis = Emphasis::Secondary;
        return cell;
    };
    const auto words = [](const QString& text) {
        ShownTableCell cell = textCell(text);
        cell.tooltip = text;
        return cell;
    };
    QList<ShownTableRow> rows;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const InequalityFigure& figure = all.at(i);
        const InequalityFigure& ofKnown = known.at(i);
        rows.append({{},
                     false,
                     false,
                     {words(inequalityName(figure.measure)), value(figure), value(ofKnown),
                      words(inequalitySentence(figure)), words(basisWords(figure.basis))}});
    }
    m_measures->setTable({{tr("Measure")},
                          {tr("All money"), true},
                          {tr("Known money"), true},
                          {tr("In words, all money"), false, true},
                          {tr("How it is worked")}},
                         rows);
    m_all = all;
    m_known = known;
    showWords();
    m_measuresPanel->setTitle(tr("Measures of inequality, all money and known money"));
    m_measuresPanel->setCaption(
        tr("Split money of %1 against people and need; assumed money follows people or need by construction.")
            .arg(year()));
}

// The measure of the current row in full: a cell may be too narrow for a sentence.
void InequalitySection::showWords()
{
    const qsizetype row = std::max(0, m_grid->view()->currentCell().row());
    if (row >= m_all.size())
        return;
    const InequalityFigure& figure = m_all.at(row);
    m_words->setText(
        tr("%1. All money: %2 Known money: %3 (%4)", "a measure, two sentences, how it is worked")
            .arg(inequalityName(figure.measure), inequalitySentence(figure),
                 inequalitySentence(m_known.at(row)), basisWords(figure.basis)));
}

// A box a scenario other than the one shown; three may be checked.
void InequalitySection::refreshOverlays()
{
    QStringList ids;
    const auto offer = [&](const Id& scenario) {
        if (scenario != document().scenario())
            ids.append(scenario.text());
    };
    offer(Id());
    for (const Scenario& scenario : document().tree().base.scenarios)
        offer(scenario.id);
    m_shown.removeIf([&](const QString& id) { return !ids.contains(id); });
    QStringList present;
    for (const QCheckBox* box : std::as_const(m_checks))
        present.append(box->property("scenario").toString());
    if (present != ids) {
        qDeleteAll(m_checks);
        m_checks.clear();
        for (const QString& id : std::as_const(ids)) {
            auto* box = new QCheckBox(m_overlays);
            box->setObjectName(u"overlay-%1"_s.arg(id.isEmpty() ? u"base"_s : id));
            box->setProperty("scenario", id);
            const auto at = static_cast<int>(m_checks.size());
            m_boxes->addWidget(box, at / boxesARow, 1 + at % boxesARow);
            connect(box, &QCheckBox::toggled, this, [this, id](bool on) { takeOverlay(id, on); });
            m_checks.append(box);
        }
    }
    for (QCheckBox* box : std::as_const(m_checks)) {
        const QString id = box->property("scenario").toString();
        const QSignalBlocker quiet(box);
        box->setText(document().scenarioName(Id(id)));
        box->setChecked(m_shown.contains(id));
        box->setEnabled(box->isChecked() || m_shown.size() < mostOverlays);
        box->setToolTip(box->isEnabled() ? QString() : tr("At most three scenarios are laid over."));
    }
    m_overlays->parentWidget()->setVisible(!ids.isEmpty());
}

void InequalitySection::takeOverlay(const QString& scenario, bool shown)
{
    m_shown.removeAll(scenario);
    if (shown)
        m_shown.append(scenario);
    refresh();
}

void InequalitySection::refreshConcentration(const QList<InequalityFigure>& figures)
{
    ConcentrationData curveData;
    const LayerNeed* need = layerNeedOf(evaluation(), layer());
    const QList<DistributionRow> rows =
        distributionRows(plan(), evaluation(), layer(), year(), MoneyBase::All);
    const auto curve = isOrdered() ? concentrationCurve(rows, Orientation::HighIsMore)
                                   : Measured<QList<CurvePoint>>(Refusal::OrientationUnknown, Basis());
    const bool drawable = curve && !curve->isEmpty() && !curve->last().money.isZero() &&
                          curve->last().weighted.units() != 0 && curve->last().people.units() != 0;
    if (drawable && need) {
        QHash<QString, const Area*> areas;
        for (const Area& area : plan().areas)
            if (area.layer == layer())
                areas.insert(tieKey(area), &area);
        const CurvePoint& last = curve->last();
        curveData.base = tr("%1 %2", "a number, people registered with GP practices")
                             .arg(formatPeople(last.people, 0), populationBaseWords(need->base));
        for (const CurvePoint& corner : *curve) {
            QStringList names;
            for (const QString& key : corner.keys)
                names.append(areas.value(key)->name);
            curveData.points.append({areas.value(corner.keys.first())->id.text(), names.join(u", "_s),
                                     Ratio(corner.people.units(), last.people.units()),
                                     Ratio(corner.weighted.units(), last.weighted.units()),
                                     Ratio::of(corner.money, last.money)});
        }
        for (const QString& id : std::as_const(m_shown)) {
            const auto other = document().other(Id(id));
            if (!other)
                continue;
            QHash<QString, Money> money;
            Money whole;
            for (const DistributionRow& row :
                 distributionRows(other->plan, other->evaluation, layer(), year(), MoneyBase::All)) {
                money.insert(row.key, row.money);
                whole += row.money;
            }
            if (whole.isZero())
                continue;
            ConcentrationOverlay overlay{document().scenarioName(Id(id)), {}};
            Money so;
            for (const CurvePoint& corner : *curve) {
                for (const QString& key : corner.keys)
                    so += money.value(key);
                overlay.money.append(Ratio::of(so, whole));
            }
            curveData.overlays.append(overlay);
        }
    } else {
        curveData.emptyWords = refusalWords(curve ? Refusal::NoAmount : curve.refusal());
    }
    m_concentration->setData(curveData);

    const QString order = need ? need->deprivationName : QString();
    QString caption = tr("Share of need (%1) and of money, from the most deprived people; %2.")
                          .arg(need && !need->measureName.isEmpty() ? need->measureName : tr("not known"),
                               need ? populationBaseWords(need->base) : QString());
    if (need && need->rankedByFifth)
        caption += u' ' + tr("Areas in order of their share of people in the most deprived fifth.");
    else if (!order.isEmpty())
        caption += u' ' + tr("Order: %1.").arg(order);
    const QList<FifthTotal> fifths = fifthTotals(plan(), evaluation(), layer(), year());
    const QString fifth = fifthSentence(fifths);
    m_concentration->setTexts(
        concentrationTitle(figures), caption + u' ' + moneyWords(),
        fifth.isEmpty() ? concentrationTitle(figures) + u'.'
                        : tr("%1 %2", "two sentences").arg(concentrationTitle(figures) + u'.', fifth),
        contextSentence(plan(), year(), document().scenarioName(document().scenario())));
}

void InequalitySection::refreshScatter()
{
    NeedScatterData scatterData;
    const LayerNeed* need = layerNeedOf(evaluation(), layer());
    const LayerTotal* total = layerTotal();
    const bool complete = need && need->complete && total && !total->allocated.isZero();
    scatterData.emptyWords =
        tr("Each area's people, need and money are needed: fill them in under Areas and on Schemes.");
    const AreaTotal* least = nullptr;
    const AreaTotal* most = nullptr;
    if (complete) {
        scatterData.mean =
            scaled(total->allocated, Ratio(1) / need->population.exact(), Rounding::HalfAwayFromZero);
        for (const AreaTotal* area : areasOf(evaluation(), layer(), year())) {
            if (!area->needIndex || !area->perWeightedHead)
                continue;
            scatterData.points.append({area->area.text(), nameOf(plan(), Area::type.id, area->area),
                                       *area->needIndex, *area->perWeightedHead, !isMostlyAssumed(*area)});
            if (!least || *area->perWeightedHead < *least->perWeightedHead)
                least = area;
            if (!most || *area->perWeightedHead > *most->perWeightedHead)
                most = area;
        }
    }
    m_scatter->setData(scatterData);
    const auto words = [this](const AreaTotal& area) {
        return tr("%1 has %2", "an area, an amount")
            .arg(nameOf(plan(), Area::type.id, area.area), formatMoney(*area.perWeightedHead));
    };
    const QString title = least && most && least != most
                              ? tr("%1 a weighted head, %2").arg(words(*least), words(*most))
                              : tr("Money for the same need, by area");
    m_scatter->setTexts(
        title,
        tr("£ a weighted head against need (%1 = 1); %2. Hollow: more than half of the money is assumed. %3")
            .arg(plan().place().name, need ? populationBaseWords(need->base) : QString(), moneyWords()),
        least && most ? tr("For the same need, %1 and %2 a weighted head; the mean is %3.")
                            .arg(words(*least), words(*most), formatMoney(scatterData.mean))
                      : scatterData.emptyWords,
        contextSentence(plan(), year(), document().scenarioName(document().scenario())));
}

QVariantMap InequalitySection::viewState() const
{
    return {{u"overlays"_s, m_shown},
            {u"splitter"_s, m_splitter->saveState()},
            {u"charts"_s, m_charts->saveState()}};
}

void InequalitySection::restoreViewState(const QVariantMap& state)
{
    m_shown = state.value(u"overlays"_s)
                  .toStringList()
                  .first(std::min<qsizetype>(mostOverlays, state.value(u"overlays"_s).toStringList().size()));
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_charts->restoreState(state.value(u"charts"_s).toByteArray());
}

void InequalitySection::resizeEvent(QResizeEvent* event)
{
    NeedSection::resizeEvent(event);
    m_charts->setOrientation(width() < chartsBelowEachOther ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
