#include "ui/pages/committee/decisionssection.h"

#include "core/words/phrases.h"
#include "ui/models/shownmodel.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/theme/space.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestChoice = 220;
constexpr int leastDetail = 300;

// Every column of the register that says something, one below another.
QString detailHtml(const DecisionEntry& entry)
{
    const QStringList columns = decisionColumns();
    const QStringList cells = decisionCells(entry);
    QString html;
    for (qsizetype i = 0; i < columns.size() && i < cells.size(); ++i)
        if (!cells.at(i).isEmpty())
            html += u"<p><b>%1</b><br>%2</p>"_s.arg(columns.at(i).toHtmlEscaped(),
                                                    cells.at(i).toHtmlEscaped().replace(u'\n', u"<br>"_s));
    return html;
}

} // namespace

DecisionsSection::DecisionsSection(const CommitteeContext& context, QWidget* parent)
    : CommitteeTables(context, parent)
    , m_register(new ShownModel(this))
    , m_scrutiny(context.page.document, ScrutinyItem::type,
                 {QLatin1StringView("name"), QLatin1StringView("kind"), QLatin1StringView("fund"),
                  QLatin1StringView("scheme"), QLatin1StringView("raisedOn"), QLatin1StringView("committee"),
                  QLatin1StringView("outcome"), QLatin1StringView("outcomeOn"), QLatin1StringView("note")},
                 tr("New matter…"))
    , m_duties(context.page.document)
    , m_text(new QLineEdit(this))
    , m_bodies(new QComboBox(this))
    , m_outcomes(new QComboBox(this))
    , m_detail(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_above(new QSplitter(Qt::Horizontal, this))
    , m_below(new QSplitter(Qt::Horizontal, this))
{
    m_splitter->addWidget(withFilters(makeRegister()));
    m_splitter->addWidget(makeTables());
    for (QSplitter* splitter : {m_splitter, m_above, m_below}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setSizes({380, 220});
    m_above->setSizes({820, 360});
    m_below->setSizes({600, 600});
    setContent(m_splitter);
}

QWidget* DecisionsSection::makeRegister()
{
    m_registerGrid = makeShownGrid(*m_register, u"decisionsGrid"_s, tr("Register of decisions"));
    m_registerPanel = makePanel(m_registerGrid, u"decisionsPanel"_s);
    m_text->setObjectName(u"decisionsText"_s);
    m_text->setAccessibleName(tr("Words in the register"));
    m_text->setPlaceholderText(tr("Find in the register"));
    m_text->setClearButtonEnabled(true);
    m_bodies->setObjectName(u"decisionsBody"_s);
    m_bodies->setAccessibleName(tr("Body of the decisions"));
    m_outcomes->setObjectName(u"decisionsOutcome"_s);
    m_outcomes->setAccessibleName(tr("Outcome of the decisions"));
    for (QComboBox* box : {m_bodies, m_outcomes}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(widestChoice);
        connect(box, &QComboBox::activated, this, &DecisionsSection::refreshRegister);
    }
    connect(m_text, &QLineEdit::textChanged, this, &DecisionsSection::refreshRegister);
    auto* save = new QPushButton(tr("Save the register…"), this);
    m_registerPanel->addTool(save);
    save->setObjectName(u"saveRegister"_s);
    save->setToolTip(tr("The decisions shown, as PDF, OpenDocument text or CSV"));
    connect(save, &QPushButton::clicked, this, [this] { emit registerRequested(filter()); });
    connect(m_registerGrid->view()->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DecisionsSection::refreshDetail);
    onRow(m_registerGrid, [this](int) { refreshDetail(); });

    m_detail->setObjectName(u"decisionDetail"_s);
    m_detail->setTextFormat(Qt::RichText);
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_detail->setContentsMargins(space::inside, space::small, space::inside, space::medium);
    m_detailPanel = new Panel(this);
    m_detailPanel->setObjectName(u"decisionDetailPanel"_s);
    m_detailPanel->setBody(scrolled(m_detail));
    m_detailPanel->setEnlargeable(false);
    m_detailPanel->setMinimumWidth(leastDetail);
    wire(m_detailPanel);
    m_above->addWidget(m_registerPanel);
    m_above->addWidget(m_detailPanel);
    return m_above;
}

QWidget* DecisionsSection::withFilters(QWidget* below)
{
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(m_text, 1);
    row->addWidget(m_bodies);
    row->addWidget(m_outcomes);
    column->addLayout(row);
    column->addWidget(below, 1);
    return whole;
}

QWidget* DecisionsSection::makeTables()
{
    m_scrutinyGrid = makeGrid(m_scrutiny, u"scrutinyGrid"_s, tr("Matters for scrutiny"));
    m_scrutinyPanel = makePanel(m_scrutinyGrid, u"scrutinyPanel"_s);
    addDelete(m_scrutinyPanel, m_scrutinyGrid, u"deleteScrutiny"_s, tr("Delete the matters selected"));
    m_dutiesGrid = makeGrid(m_duties, u"dutiesGrid"_s, tr("Duties and what shows that they were done"));
    m_dutiesPanel = makePanel(m_dutiesGrid, u"dutiesPanel"_s);
    addDelete(m_dutiesPanel, m_dutiesGrid, u"deleteDuty"_s, tr("Delete the duties selected"));
    m_below->addWidget(m_scrutinyPanel);
    m_below->addWidget(m_dutiesPanel);
    return m_below;
}

DecisionFilter DecisionsSection::filter() const
{
    DecisionFilter filter;
    filter.body = Id(m_bodies->currentData().toString());
    filter.outcome = m_outcomes->currentData().toString();
    filter.words = m_text->text().trimmed();
    return filter;
}

void DecisionsSection::refreshChoices()
{
    const auto keep = [](QComboBox* box, const std::function<void()>& fill) {
        const QSignalBlocker quiet(box);
        const QVariant chosen = box->currentData();
        box->clear();
        fill();
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    keep(m_bodies, [this] {
        m_bodies->addItem(tr("All bodies"), QString());
        for (const Body& body : base().bodies)
            m_bodies->addItem(body.name, body.id.text());
    });
    keep(m_outcomes, [this] {
        m_outcomes->addItem(tr("All outcomes"), QString());
        const Field& field = *ResolutionOutcome::type.field(u"outcome");
        for (const Choice& choice : field.choices.fixed)
            m_outcomes->addItem(labelOfChoice(field, choice.value), QString(choice.value));
    });
}

void DecisionsSection::refresh()
{
    refreshChoices();
    refreshRegister();
    refreshFindings();
    refreshEdits();
}

void DecisionsSection::refreshRegister()
{
    const QList<DecisionEntry> all =
        decisionRegister(base(), MinutesCopy::Confidential, document().journal());
    m_entries = filtered(all, filter(), base());
    std::reverse(m_entries.begin(), m_entries.end()); // the newest first
    QList<ShownTableRow> rows;
    for (const DecisionEntry& entry : std::as_const(m_entries)) {
        ShownTableCell on = textCell(dateShown(entry.on));
        ShownTableCell amount = textCell(QChar(0x2013));
        if (entry.amount)
            amount = moneyCell(*entry.amount, Pence::Always);
        ShownTableCell decision = textCell(entry.decision);
        decision.tooltip = entry.decision;
        ShownTableCell outcome = textCell(entry.outcome);
        outcome.tooltip = entry.outcome;
        rows.append({entry.resolution.text(),
                     false,
                     false,
                     {on, textCell(entry.bodyName), textCell(entry.itemNumber), decision, amount, outcome}});
    }
    m_register->setTable({{tr("Decided on")},
                          {tr("Body")},
                          {tr("Item")},
                          {tr("Decision"), false, true},
                          {tr("Amount £"), true},
                          {tr("Outcome")}},
                         rows);
    const auto shownRows = static_cast<int>(rows.size());
    const auto allRows = static_cast<int>(all.size());
    m_title = all.isEmpty()          ? tr("No decision is recorded yet")
              : shownRows == allRows ? tr("%n decision(s) on the register", nullptr, allRows)
                                     : tr("%1 of %n decision(s) shown", nullptr, allRows).arg(shownRows);
    m_caption = tr("confidential items are shown here and left out of public copies");
    m_registerPanel->setTitle(m_title);
    m_registerPanel->setCaption(tr("The newest first. What was recorded is never changed, only followed."));
    refreshDetail();
}

void DecisionsSection::refreshDetail()
{
    const QModelIndex at = m_registerGrid->view()->currentCell();
    const int row = at.isValid() ? at.row() : 0;
    const bool isThere = row < m_entries.size();
    m_detail->setText(isThere ? detailHtml(m_entries.at(row)) : QString());
    m_detailPanel->setTitle(isThere ? m_entries.at(row).decision : tr("No decision chosen"));
}

void DecisionsSection::refreshFindings()
{
    const auto open =
        static_cast<int>(std::count_if(base().scrutinyItems.begin(), base().scrutinyItems.end(),
                                       [](const ScrutinyItem& item) { return item.outcome.isEmpty(); }));
    m_scrutinyPanel->setTitle(base().scrutinyItems.isEmpty() ? tr("Nothing for scrutiny yet")
                              : open == 0                    ? tr("Scrutiny has answered every matter")
                                          : tr("%n matter(s) with scrutiny", nullptr, open));
    m_scrutinyPanel->setCaption(
        tr("Variation, termination, substantial change: what the council’s scrutiny said."));
    const int due = m_duties.open();
    m_dutiesPanel->setTitle(base().duties.isEmpty() ? tr("No duty is listed yet")
                            : due == 0              ? tr("Nothing shows a duty overdue")
                                       : tr("%n duty(ies) due and not shown to be done", nullptr, due));
    m_dutiesPanel->setCaption(tr("Who answers for it, until when, and what shows that it was done."));
}

bool DecisionsSection::showId(const Id& id)
{
    return showIn(m_scrutinyGrid, m_scrutiny, id) || showIn(m_dutiesGrid, m_duties, id);
}

QVariantMap DecisionsSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()},
            {u"above"_s, m_above->saveState()},
            {u"below"_s, m_below->saveState()},
            {u"text"_s, m_text->text()}};
}

void DecisionsSection::restoreViewState(const QVariantMap& state)
{
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    for (const auto& [splitter, name] : {std::pair{m_above, u"above"_s}, std::pair{m_below, u"below"_s}}) {
        const Qt::Orientation orientation = splitter->orientation();
        splitter->restoreState(state.value(name).toByteArray());
        splitter->setOrientation(orientation);
    }
    const QSignalBlocker quiet(m_text);
    m_text->setText(state.value(u"text"_s).toString());
}

void DecisionsSection::setNarrow(bool narrow)
{
    for (QSplitter* splitter : {m_above, m_below})
        splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
