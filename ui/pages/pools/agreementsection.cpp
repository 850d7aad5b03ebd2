#include "ui/pages/pools/agreementsection.h"

#include "core/words/riskwords.h"
#include "ui/models/removal.h"
#include "ui/models/riskcells.h"
#include "ui/pages/form/fieldform.h"
#include "ui/panel/panel.h"
#include "ui/table/grid.h"
#include "ui/table/gridview.h"
#include "ui/theme/space.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace placewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastForm = 420;
constexpr int leastTables = 480;
constexpr int leastTable = 150;

constexpr QLatin1StringView whoFields[] = {
    QLatin1StringView("name"),        QLatin1StringView("kind"),         QLatin1StringView("host"),
    QLatin1StringView("poolManager"), QLatin1StringView("startsOn"),     QLatin1StringView("endsOn"),
    QLatin1StringView("reviewOn"),    QLatin1StringView("noticeMonths"),
};
constexpr QLatin1StringView clauseFields[] = {
    QLatin1StringView("clauseAims"),       QLatin1StringView("clauseContributions"),
    QLatin1StringView("clauseFunctions"),  QLatin1StringView("clausePersons"),
    QLatin1StringView("clauseResources"),  QLatin1StringView("clauseDuration"),
    QLatin1StringView("clauseManagement"),
};
constexpr QLatin1StringView madeFields[] = {
    QLatin1StringView("consultedOn"), QLatin1StringView("consulted"), QLatin1StringView("scrutinyOn"),
    QLatin1StringView("scrutiny"),    QLatin1StringView("signedOn"),  QLatin1StringView("reportDays"),
    QLatin1StringView("note"),
};

} // namespace

AgreementSection::AgreementSection(PageContext context, QWidget* parent)
    : PoolsSection(context, parent)
    , m_partners(context.document, FundPartnersModel::Part::Agreement)
    , m_functions(context.document)
    , m_reports(context.document)
    , m_form(new FieldForm(context.document, Fund::type, this))
    , m_formPanel(new Panel(this))
    , m_partnersPanel(new Panel(this))
    , m_functionsPanel(new Panel(this))
    , m_reportsPanel(new Panel(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tables(new QSplitter(Qt::Vertical, this))
{
    m_splitter->addWidget(makeForm());
    m_splitter->addWidget(makeTables());
    for (QSplitter* splitter : {m_splitter, m_tables}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(space::between);
    }
    m_splitter->setSizes({520, 690});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

QWidget* AgreementSection::makeForm()
{
    m_form->addHeading(tr("Who runs it, and for how long"));
    for (const QLatin1StringView field : whoFields)
        m_form->addField(field);
    m_form->addHeading(tr("What it must contain (regulation 7): page or clause"));
    for (const QLatin1StringView field : clauseFields)
        m_form->addField(field);
    m_form->addHeading(tr("How it was made, and how it reports"));
    for (const QLatin1StringView field : madeFields)
        m_form->addField(field);
    m_form->setEmptyChoice(QLatin1StringView("host"), tr("not named"));
    m_form->setRefusal([this](const Field& field, const Value& value) { return refusalOf(field, value); });
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false); // the panel's own ground
    m_form->setAutoFillBackground(false);
    m_formPanel->setObjectName(u"agreementPanel"_s);
    m_formPanel->setBody(scroll);
    m_formPanel->setEnlargeable(false);
    m_formPanel->setMinimumWidth(leastForm);
    return m_formPanel;
}

QWidget* AgreementSection::makeTables()
{
    m_partnersGrid = makeGrid(m_partners, u"agreementPartnersGrid"_s, tr("What each partner agreed"));
    m_functionsGrid = makeGrid(m_functions, u"functionsGrid"_s, tr("Functions in scope"));
    m_reportsGrid = makeGrid(m_reports, u"reportsGrid"_s, tr("Reports of the pool manager"));
    struct Part
    {
        Panel* panel;
        Grid* grid;
        const char* name;
    };
    for (const Part& part : {Part{m_partnersPanel, m_partnersGrid, "agreementPartnersPanel"},
                             Part{m_functionsPanel, m_functionsGrid, "functionsPanel"},
                             Part{m_reportsPanel, m_reportsGrid, "reportsPanel"}}) {
        part.panel->setObjectName(QLatin1StringView(part.name));
        part.panel->setGrid(part.grid);
        part.panel->setMinimumSize(leastTables, leastTable);
        wire(part.panel);
        m_tables->addWidget(part.panel);
    }
    auto* gone = new QPushButton(tr("Delete"), this);
    gone->setObjectName(u"deleteFunction"_s);
    gone->setToolTip(tr("Delete the functions selected"));
    m_functionsPanel->addTool(gone);
    connect(gone, &QPushButton::clicked, this, [this] { removeSelected(*m_functionsGrid->view()); });
    m_edits.append(gone);
    m_tables->setSizes({230, 200, 190});
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(m_tables);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void AgreementSection::removeSelected(GridView& view)
{
    const Removed removed = removeEntities(document(), view.selectedIds());
    if (removed.what.isEmpty())
        return;
    if (removed.several)
        emit noticed(removed.what);
    else
        emit said(removed.what);
}

QString AgreementSection::refusalOf(const Field& field, const Value& value) const
{
    const Fund* shown = shownFund();
    const QDate date = value.fits(ValueType::Date) ? value.date() : QDate();
    if (shown && date.isValid()) {
        if (field.id == QLatin1StringView("endsOn") && shown->startsOn.isValid() && date < shown->startsOn)
            return tr("It cannot end before it starts, on %1.").arg(dateShown(shown->startsOn));
        if (field.id == QLatin1StringView("startsOn") && shown->endsOn.isValid() && date > shown->endsOn)
            return tr("It cannot start after it ends, on %1.").arg(dateShown(shown->endsOn));
    }
    if (field.required && value.isNull())
        return tr("A fund needs it: type or choose one.");
    return agreementRefusal(Fund::type.id, field, value);
}

void AgreementSection::refresh()
{
    const Fund* shown = shownFund();
    if (!shown)
        return;
    const QList<AgreementItem> items =
        agreementItems(plan(), document().rulebook(), evaluation(), *shown, year());
    m_title = tr("%1: %2", "a fund, how its agreement stands").arg(shown->name, agreementTitle(items));
    m_caption = shown->host.isNull() ? tr("No partner is named as its host.")
                                     : tr("Host: %1.").arg(partnerShown(plan(), shown->host));
    m_form->setEntity(fund(), Id(year()));
    refreshNotes(*shown);
    refreshClauses(*shown);
    m_partners.setFund(fund());
    m_functions.setFund(fund());
    m_reports.setFund(fund());

    m_formPanel->setTitle(agreementTitle(items));
    m_formPanel->setCaption(tr("Section 75 of the NHS Act 2006; SI 2000/617. A field applies on Enter."));
    m_partnersPanel->setTitle(tr("What each partner agreed for %1").arg(year()));
    m_partnersPanel->setCaption(
        tr("Its contribution, whether that is its cap too, payments a year, signature."));
    const auto functions = static_cast<int>(
        std::count_if(plan().fundFunctions.begin(), plan().fundFunctions.end(),
                      [this](const FundFunction& function) { return function.fund == fund(); }));
    m_functionsPanel->setTitle(functions == 0 ? tr("No function is in scope yet")
                                              : tr("%n function(s) in scope", nullptr, functions));
    m_functionsPanel->setCaption(tr("What regulations 5 and 6 leave out is not offered."));
    const auto sent = static_cast<int>(
        std::count_if(plan().fundReports.begin(), plan().fundReports.end(), [this](const FundReport& report) {
            return report.fund == fund() && report.year.text() == year() && report.sentOn.isValid();
        }));
    m_reportsPanel->setTitle(tr("%1 of 4 reports sent in %2").arg(sent).arg(year()));
    m_reportsPanel->setCaption(tr("The pool manager reports each quarter on income and spend."));
    for (QPushButton* button : std::as_const(m_edits))
        button->setEnabled(!document().isReadOnly());
}

void AgreementSection::refreshNotes(const Fund& fund)
{
    const auto note = [this](QLatin1StringView field, const QString& words) {
        m_form->setNote(field, words);
    };
    QString term;
    if (fund.startsOn.isValid() && fund.endsOn.isValid()) {
        const qint64 days = fund.startsOn.daysTo(fund.endsOn) + 1;
        int years = 0;
        while (fund.startsOn.addYears(years + 1).addDays(-1) <= fund.endsOn)
            ++years;
        const bool isWhole = fund.startsOn.addYears(years).addDays(-1) == fund.endsOn;
        term = isWhole ? tr("%n year(s)", nullptr, years) : tr("%n day(s)", nullptr, static_cast<int>(days));
    }
    note(QLatin1StringView("endsOn"), term);
    note(QLatin1StringView("noticeMonths"),
         fund.noticeMonths && fund.endsOn.isValid()
             ? tr("to leave at its end: by %1")
                   .arg(dateShown(fund.endsOn.addMonths(-static_cast<int>(*fund.noticeMonths))))
             : QString());
    note(QLatin1StringView("consultedOn"), !fund.consultedOn.isValid() || !fund.startsOn.isValid() ? QString()
                                           : fund.consultedOn < fund.startsOn ? tr("before it started")
                                                                              : tr("not before it started"));
    note(QLatin1StringView("signedOn"), !fund.signedOn.isValid() || !fund.startsOn.isValid() ? QString()
                                        : fund.signedOn <= fund.startsOn
                                            ? tr("by its start")
                                            : tr("%n day(s) after its start", nullptr,
                                                 static_cast<int>(fund.startsOn.daysTo(fund.signedOn))));
    note(QLatin1StringView("reportDays"), fund.reportDays ? tr("after each quarter’s end") : QString());

    const FundSettlement* settlement = settlementOf(evaluation(), fund.id, year());
    m_form->setProblem(QLatin1StringView("host"),
                       fund.host.isNull()
                           ? tr("A pooled fund needs a host partner: name one.")
                           : riskProblemAt(plan(), settlement, Fund::type.id, fund.id, u"host"));
}

void AgreementSection::refreshClauses(const Fund& fund)
{
    for (const QLatin1StringView field : clauseFields) {
        const bool isThere = !plan().value(Fund::type.id, fund.id, field).isNull();
        m_form->setMark(field, isThere ? Icon::Met : Icon::Warning,
                        isThere ? tr("in the agreement") : tr("open"));
    }
}

bool AgreementSection::showIn(Grid& grid, PlanTableModel& model, const PoolCell& cell)
{
    const Key year{Id(this->year()), {}};
    const int column = std::max({0, model.columnOf(cell.field), model.columnOf(cell.field, year)});
    const QModelIndex at = model.indexOf(cell.id, column);
    if (!at.isValid())
        return false;
    grid.view()->setFocus();
    grid.view()->setCurrentIndex(grid.view()->shownIndex(at));
    return true;
}

bool AgreementSection::showCell(const PoolCell& cell)
{
    if (cell.id == fund())
        return m_form->focusField(cell.field.isEmpty() ? u"host"_s : cell.field);
    return showIn(*m_partnersGrid, m_partners, cell) || showIn(*m_functionsGrid, m_functions, cell) ||
           showIn(*m_reportsGrid, m_reports, cell);
}

QVariantMap AgreementSection::viewState() const
{
    return {{u"splitter"_s, m_splitter->saveState()}, {u"tables"_s, m_tables->saveState()}};
}

void AgreementSection::restoreViewState(const QVariantMap& state)
{
    const Qt::Orientation orientation = m_splitter->orientation();
    m_splitter->restoreState(state.value(u"splitter"_s).toByteArray());
    m_tables->restoreState(state.value(u"tables"_s).toByteArray());
    m_splitter->setOrientation(orientation);
}

void AgreementSection::setNarrow(bool narrow)
{
    m_splitter->setOrientation(narrow && width() < leastForm + leastTables ? Qt::Vertical : Qt::Horizontal);
}

} // namespace placewright
