#include "ui/pages/need/peerpanel.h"

#include "core/evaluate/needresults.h"
#include "core/need/distributiongaps.h"
#include "core/place/codeset.h"
#include "ui/models/shownmodel.h"
#include "ui/pages/need/measurechoice.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSet>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

namespace placewright {

namespace {

using namespace Qt::StringLiterals;

double toDouble(qint64 figure)
{
    return static_cast<double>(figure) / static_cast<double>(figureUnits);
}

std::optional<double> at(const std::vector<qint64>& values, qsizetype row)
{
    const auto place = static_cast<size_t>(row);
    if (place >= values.size() || values[place] == noFigure)
        return std::nullopt;
    return toDouble(values[place]);
}

std::optional<PublishedFigure> figureAt(const FigureColumn& column, qsizetype row)
{
    const std::optional<double> value = at(column.values, row);
    if (!value)
        return std::nullopt;
    return PublishedFigure{*value, at(column.lower, row), at(column.upper, row)};
}

QString shown(double value)
{
    const QString text = QLocale(QLocale::English, QLocale::UnitedKingdom).toString(std::abs(value), 'f', 2);
    return value < 0 ? QChar(0x2212) + text : text;
}

QString signedText(double value)
{
    return value > 0 ? u'+' + shown(value) : shown(value);
}

// A rate whose count is small, by the place's own rule.
bool countsFew(const Plan& plan, const FigureColumn& column, qsizetype row)
{
    const auto place = static_cast<size_t>(row);
    return place < column.counts.size() && column.counts[place] != noFigure && column.counts[place] >= 0 &&
           isSmallNumber(plan, People::fromUnits(column.counts[place]));
}

// Codes that stand for this place: its partners', its areas', and what those are made of.
QSet<QString> ownCodes(const Plan& plan, const Id& layer)
{
    QSet<QString> codes;
    for (const Partner& partner : plan.partners)
        codes.insert(partner.code);
    for (const Area& area : plan.areas)
        if (area.layer == layer)
            codes.insert(area.code);
    codes.remove(QString());
    return codes;
}

} // namespace

PeerPanel::PeerPanel(PlanDocument& document, QWidget* parent)
    : Panel(parent)
    , m_document(document)
    , m_peers(new ShownModel(this))
    , m_peersGrid(new Grid(m_peers, this))
    , m_measure(measureBox(u"peerMeasure"_s, tr("Published measure"), this))
    , m_own(measureBox(u"peerOwn"_s, tr("Whose figure is compared"), this))
{
    constexpr int leastTable = 220;
    m_peersGrid->view()->setObjectName(u"peersGrid"_s);
    m_peersGrid->view()->setAccessibleName(tr("This place against its peers"));
    m_peersGrid->view()->setRowSelection(true);
    m_peersGrid->setMinimumHeight(leastTable);
    auto* body = new QWidget(this);
    auto* tools = new QWidget(body);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(space::inside, 0, space::inside, space::medium);
    row->setSpacing(space::medium);
    row->addWidget(m_measure, 2);
    row->addWidget(new QLabel(tr("ours"), tools));
    row->addWidget(m_own, 1);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(m_peersGrid, 1);
    setBody(body);
    connect(m_measure, &QComboBox::activated, this, [this] {
        refreshOwn();
        refreshRows();
    });
    connect(m_own, &QComboBox::activated, this, &PeerPanel::refreshRows);
}

const FigureTable* PeerPanel::table() const
{
    const NeedDataset* dataset = m_document.plan().needDatasets.find(chosenMeasure(*m_measure).dataset);
    return dataset ? m_document.shelf().figuresOf(*dataset) : nullptr;
}

void PeerPanel::refresh(const Id& layer)
{
    m_layer = layer;
    const MeasureRef chosen = chosenMeasure(*m_measure);
    const QList<MeasureItem> items = measuresFor(m_document.plan(), m_document.shelf(), MeasureUse::Peers);
    const bool stands = std::any_of(items.begin(), items.end(),
                                    [&](const MeasureItem& item) { return item.measure == chosen; });
    fillMeasures(*m_measure, items, {}, stands || items.isEmpty() ? chosen : items.first().measure);
    setVisible(!items.isEmpty());
    refreshOwn();
    refreshRows();
}

void PeerPanel::refreshOwn()
{
    const QString chosen = m_own->currentData().toString();
    const QSignalBlocker quiet(m_own);
    m_own->clear();
    const FigureTable* figures = table();
    if (!figures)
        return;
    const QSet<QString> own = ownCodes(m_document.plan(), m_layer);
    for (qsizetype row = 0; row < figures->size(); ++row)
        if (const QString& code = figures->codes().at(row); own.contains(code))
            m_own->addItem(figures->names().at(row).isEmpty() ? code : figures->names().at(row), code);
    m_own->setCurrentIndex(qMax(0, m_own->findData(chosen)));
}

void PeerPanel::refreshRows()
{
    const FigureTable* figures = table();
    const FigureColumn* column = figures ? figures->column(chosenMeasure(*m_measure).measure) : nullptr;
    const QList<ShownTableColumn> columns{{tr("Area"), false, true},
                                          {tr("Figure"), true},
                                          {tr("95% interval"), true},
                                          {tr("Ours less theirs"), true},
                                          {tr("95% interval of the gap"), true}};
    const QString ownCode = m_own->currentData().toString();
    const qsizetype ownRow = figures ? figures->row(ownCode) : -1;
    const auto ours = column && ownRow >= 0 ? figureAt(*column, ownRow) : std::nullopt;
    setCaption(column ? tr("%1; rows are %2. A gap stands only with its interval (Newcombe 1998, "
                           "method 10).")
                            .arg(column->unit.isEmpty() ? tr("as published") : column->unit,
                                 codeSetLabel(figures->codeSet()))
                      : QString());
    if (!column || !ours) {
        setTitle(column ? tr("No row is this place's own: give its council or areas their codes")
                        : tr("No published measure to compare"));
        m_peers->setTable(columns, {});
        return;
    }
    const Plan& plan = m_document.plan();
    const bool leavesOut = plan.place().smallNumberRule == smallNumbers::leaveOut;
    const bool oursHidden = leavesOut && countsFew(plan, *column, ownRow);
    QList<ShownTableRow> rows;
    int clear = 0;
    int compared = 0;
    for (qsizetype row = 0; row < figures->size(); ++row) {
        const QString& code = figures->codes().at(row);
        const QString& name = figures->names().at(row);
        const bool isOwn = code == ownCode;
        const bool few = countsFew(plan, *column, row);
        const std::optional<PublishedFigure> theirs = figureAt(*column, row);
        QList<ShownTableCell> cells{textCell(name.isEmpty() ? code : name)};
        for (int i = 1; i < columns.size(); ++i)
            cells.append(textCell(QString(QChar(0x2013))));
        if (isOwn)
            cells[0].emphasis = Emphasis::Strong;
        if (!theirs || (few && leavesOut)) {
            cells[1].text = theirs ? tr("left out: it counts few people") : tr("not known");
            cells[1].emphasis = Emphasis::Secondary;
            rows.append({code, false, false, cells});
            continue;
        }
        cells[1].text = shown(theirs->value);
        cells[1].number = theirs->value;
        if (few)
            cells[1].emphasis = Emphasis::Secondary;
        if (theirs->lower && theirs->upper)
            cells[2].text = tr("%1 to %2").arg(shown(*theirs->lower), shown(*theirs->upper));
        else
            cells[2].text = tr("not published");
        const std::optional<Gap> gap = isOwn || oursHidden ? std::nullopt : peerGap(*ours, *theirs);
        if (gap) {
            ++compared;
            clear += gap->isClear() ? 1 : 0;
            cells[3].text = signedText(gap->difference);
            cells[3].number = gap->difference;
            cells[3].emphasis = gap->isClear() ? Emphasis::Strong : Emphasis::Secondary;
            cells[4].text = tr("%1 to %2").arg(signedText(gap->lower), signedText(gap->upper));
        } else if (!isOwn) {
            cells[4].text =
                oursHidden ? tr("ours counts few people") : tr("no interval published, so no gap is shown");
            cells[4].emphasis = Emphasis::Secondary;
        }
        rows.append({code, false, false, cells});
    }
    m_peers->setTable(columns, rows);
    setTitle(compared == 0 ? tr("No interval published, so no gap is shown")
                           : tr("%1 differs clearly from %2 of %3 peers")
                                 .arg(m_own->currentText())
                                 .arg(clear)
                                 .arg(compared));
}

} // namespace placewright
