#include "ui/pages/funding/streamssection.h"

#include "core/rules/sourceparts.h"
#include "core/words/phrases.h"
#include "ui/pages/funding/streamfacts.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QSplitter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastTable = 420;
constexpr int leastFacts = 340;

// The rows of partners stand in from those of their streams.
class StreamsModel : public ShownModel
{
public:
    using ShownModel::ShownModel;

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role == LevelRole && index.isValid())
            return row(index.row()).id.contains(u'/') ? 1 : 0;
        return ShownModel::data(index, role);
    }
};

const SourceTotal* totalOf(const Evaluation& evaluation, const QString& year, const QString& source)
{
    for (const SourceTotal& total : evaluation.sources)
        if (total.year == year && total.source == source)
            return &total;
    return nullptr;
}

ShownTableCell balanceCell(Money balance, Pence pence)
{
    ShownTableCell cell = moneyCell(balance, pence);
    if (balance.isNegative())
        cell.emphasis = Emphasis::Missed;
    return cell;
}

} // namespace

StreamsSection::StreamsSection(PageContext context, QWidget* parent)
    : FundingSection(context, parent)
    , m_model(new StreamsModel(this))
    , m_grid(new Grid(m_model))
    , m_panel(new Panel)
    , m_factsPanel(new Panel)
    , m_facts(new StreamFacts)
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_grid->setObjectName(u"streamsGrid"_s);
    m_grid->view()->setRowSelection(true);
    m_grid->view()->setAccessibleName(tr("Income, spend and balance by stream and partner"));
    m_panel->setObjectName(u"streamsPanel"_s);
    m_panel->setGrid(m_grid);
    m_panel->setMinimumWidth(leastTable);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_facts);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false); // the panel's own ground
    m_facts->setAutoFillBackground(false);
    m_factsPanel->setObjectName(u"streamFactsPanel"_s);
    m_factsPanel->setBody(scroll);
    m_factsPanel->setMinimumWidth(leastFacts);
    m_splitter->setObjectName(u"streamsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(space::between);
    m_splitter->addWidget(m_panel);
    m_splitter->addWidget(m_factsPanel);
    m_splitter->setSizes({680, 520});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    wire(m_grid);
    wire(m_panel);
    wire(m_factsPanel);
    connect(m_grid->view()->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const QModelIndex cell = m_grid->view()->currentCell(); cell.isValid())
            showSource(cell.data(IdRole).toString().section(u'/', 0, 0));
    });
}

QStringList StreamsSection::sources() const
{
    QStringList sources;
    if (const Rulebook* rulebook = document().rulebook())
        for (const RulebookEntry& entry : rulebook->list(u"sources"))
            sources.append(entry.value);
    for (const SourceTotal& total : evaluation().sources)
        if (total.year == year() && !sources.contains(total.source))
            sources.append(total.source);
    return sources;
}

void StreamsSection::refresh()
{
    const QStringList all = sources();
    if (!all.contains(m_source))
        m_source = all.value(0);
    fillTable();
    showSource(m_source);
}

void StreamsSection::fillTable()
{
    Money income;
    Money spend;
    bool pence = false;
    int used = 0;
    for (const SourceTotal& total : evaluation().sources) {
        if (total.year != year())
            continue;
        ++used;
        income += total.income.amount;
        spend += total.spend.amount;
        pence = pence || !total.income.amount.isWholePounds() || !total.spend.amount.isWholePounds();
    }
    const Pence shown = pence ? Pence::Always : Pence::Never;
    QList<ShownTableRow> rows;
    for (const QString& source : sources())
        rows.append(rowsOf(source, totalOf(evaluation(), year(), source), shown));
    rows.append({{},
                 false,
                 true,
                 {textCell(tr("Total pooled")), moneyCell(income, shown), moneyCell(spend, shown),
                  balanceCell(income - spend, shown)}});
    m_model->setTable({{tr("Stream, paid by"), false, true},
                       {tr("Income £"), true},
                       {tr("Planned spend £"), true},
                       {tr("Left to plan £"), true}},
                      rows);
    m_panel->setTitle(tr("%n stream(s) pay %1 into pools", nullptr, used).arg(formatMoney(income)));
    m_panel->setCaption(
        tr("Pooled income less planned spend, %1, by partner where several pay. Choose a stream to "
           "see what it may be used for.")
            .arg(year()));
}

// The stream and, where several partners pay from it, what each pays and spends.
QList<ShownTableRow> StreamsSection::rowsOf(const QString& source, const SourceTotal* total,
                                            Pence pence) const
{
    const Rulebook* rulebook = document().rulebook();
    const QString name = source.isEmpty() ? tr("No source named")
                         : rulebook       ? rulebook->label(u"sources", source)
                                          : source;
    ShownTableRow head{source, true, false, {textCell(name)}};
    if (!total) {
        for (int i = 0; i < 3; ++i)
            head.cells.append(textCell(u"–"_s));
        return {head};
    }
    ShownTableCell paid = moneyCell(total->income.amount, pence);
    if (!total->income.indicative.isZero())
        paid.tooltip = tr("%1 of it is indicative.").arg(formatMoney(total->income.indicative));
    head.cells.append({paid, moneyCell(total->spend.amount, pence), balanceCell(total->balance, pence)});
    QList<ShownTableRow> rows{head};
    const qsizetype position = plan().years.positionOf(Id(year()));
    if (!rulebook || position < 0)
        return rows;
    const QList<FundRisk> noRisks; // payers need none
    const CheckInput input{plan(),    evaluation().ledger,           noRisks,
                           *rulebook, static_cast<qint32>(position), {}};
    const YearView view(input);
    const SourceSplit split = splitByPayer(view, source);
    if (split.parts.size() < 2 && split.unnamed.isZero())
        return rows;
    for (const SourcePart& part : split.parts)
        rows.append({source + u'/' + part.payer.text(),
                     false,
                     false,
                     {textCell(part.payer.isNull() ? tr("Partner not known")
                                                   : capitalised(partnerShown(plan(), part.payer))),
                      moneyCell(part.income, pence), moneyCell(part.spend, pence),
                      balanceCell(part.income - part.spend, pence)}});
    if (!split.unnamed.isZero()) {
        ShownTableCell nobody = textCell(tr("Lines that do not say whose money it is"));
        nobody.emphasis = Emphasis::Secondary;
        rows.append({source + u'/',
                     false,
                     false,
                     {nobody, textCell(u"–"_s), moneyCell(split.unnamed, pence), textCell(u"–"_s)}});
    }
    return rows;
}

void StreamsSection::showSource(const QString& source)
{
    m_source = source;
    const Rulebook* rulebook = document().rulebook();
    const RulebookEntry* entry = rulebook ? rulebook->entry(u"sources", source) : nullptr;
    m_factsPanel->setTitle(entry ? entry->label : source.isEmpty() ? tr("No source named") : source);
    QStringList about;
    if (entry && entry->minimum)
        about.append(tr("A mandated minimum: it must go into a section 75 pool."));
    else if (entry)
        about.append(tr("Voluntary: the partners choose how much."));
    if (rulebook)
        about.append(tr("As the rulebook “%1” says.").arg(rulebook->title));
    m_factsPanel->setCaption(about.join(u' '));
    m_facts->setStream(rulebook, source);
}

bool StreamsSection::holds(const QStringList& ids) const
{
    const QStringList all = sources();
    return std::any_of(ids.begin(), ids.end(), [&](const QString& id) { return all.contains(id); });
}

void StreamsSection::showIds(const QStringList& ids)
{
    for (const QString& source : sources())
        if (ids.contains(source))
            showSource(source);
    m_grid->view()->selectIds({});
    m_grid->view()->selectIds(ids);
}

void StreamsSection::setNarrow(bool narrow)
{
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

QVariantMap StreamsSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}, {u"source"_s, m_source}};
}

void StreamsSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_splitter->orientation();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_splitter->setOrientation(orientation);
    if (state.contains(u"source"_s))
        m_source = state.value(u"source"_s).toString();
}

} // namespace placewright
